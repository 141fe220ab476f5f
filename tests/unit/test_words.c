/* The sentences: complete, printable, narrow enough, and naming only what there is. */
#include "tests/unit/unit.h"

#include "app/ground/words.h"

/* Calls check with every template of a language and a name for it. */
static void every_row(const char *of, const struct words_row *row,
                      void (*check)(const char *of, const char *template))
{
    const char *const templates[] = {row->text, row->one, row->plain};
    for (size_t i = 0; i < 3; i++)
        if (templates[i])
            check(of, templates[i]);
}

static void every_template(void (*check)(const char *of, const char *template))
{
    static const char *const ids[] = {
#define NAME(id) #id,
        WORDS(NAME)
#undef NAME
    };
    for (unsigned id = 0; id < WORDS_COUNT; id++)
        every_row(ids[id], words_english.rows + id, check);
    for (unsigned rule = 0; rule < RULE_COUNT; rule++) {
        const struct words_rule *words = words_english.rules + rule;
        const char *of = rule_name((enum rule)rule).at;
        every_row(of, &words->summary, check);
        every_row(of, &words->reason, check);
        every_row(of, &words->fix, check);
    }
}

static bool is_merge(enum rule rule)
{
    return rule >= RULE_EntrypointExecForm;
}

static void test_complete(void **state)
{
    (void)state;
    for (unsigned id = 0; id < WORDS_COUNT; id++)
        if (!words_english.rows[id].text || !*words_english.rows[id].text)
            fail_msg("sentence %u is missing", id);
    for (unsigned rule = 0; rule < RULE_COUNT; rule++) {
        const struct words_rule *words = words_english.rules + rule;
        if (!words->summary.text || !*words->summary.text || !words->reason.text ||
            !*words->reason.text || !words->fix.text || !*words->fix.text != is_merge(rule))
            fail_msg("%s lacks a sentence", rule_name((enum rule)rule).at);
    }
}

/* Every brace opens a name that the values have, with a mode that is known. */
static void check_names(const char *of, const char *template)
{
    static const char *const known[] = {
        "{word}",    "{word:q}",   "{word:s}", "{word:w}", "{other}", "{other:w}",
        "{other:s}", "{other:wq}", "{file}",   "{file:w}", "{image}", "{image:w}",
        "{number}",  "{digits}",   "{line}",   "{exit}",   "{at}",
    };
    for (const char *at = template; (at = strchr(at, '{')); at++) {
        bool found = false;
        for (size_t i = 0; i < sizeof known / sizeof *known; i++)
            found = found || strncmp(at, known[i], strlen(known[i])) == 0;
        if (!found)
            fail_msg("%s: no such value: %s", of, at);
    }
}

/* ASCII, no control character but line ends, no blank at an end, at most four lines of 80 columns
 * without the values. */
static void check_shape(const char *of, const char *template)
{
    size_t lines = 1, columns = 0, depth = 0;
    for (const char *at = template; *at; at++) {
        if (*at == '\n' ? at[1] == '\n' || !at[1] : *at < ' ' || *at > '~')
            fail_msg("%s: a control character: %s", of, template);
        depth += *at == '{';
        columns = *at == '\n' ? 0 : columns + !depth;
        depth -= *at == '}';
        lines += *at == '\n';
        if (columns > 80 || lines > 4)
            fail_msg("%s: too long: %s", of, template);
        if (*at == ' ' && (!at[1] || at[1] == '\n'))
            fail_msg("%s: a blank at the end: %s", of, template);
    }
}

/* The first word of a fix is a label. */
static void check_fix(const char *of, const char *template)
{
    size_t len = strcspn(template, " ");
    if (len > 8 || !template[len] || strspn(template, "abcdefghijklmnopqrstuvwxyz") != len)
        fail_msg("%s: no label in front: %s", of, template);
}

static void test_names(void **state)
{
    (void)state;
    every_template(check_names);
    assert_null(strstr(words_english.rows[WORDS_AT_LINE].text, "{at}")); /* it is {at} */
}

static void test_shape(void **state)
{
    (void)state;
    every_template(check_shape);
    for (unsigned rule = 0; rule < RULE_COUNT; rule++)
        if (!is_merge(rule))
            every_row(rule_name((enum rule)rule).at, &words_english.rules[rule].fix, check_fix);
    for (unsigned rule = 0; rule < RULE_COUNT; rule++) /* a row of the list of rules */
        assert_true(strlen(words_english.rules[rule].summary.text) <= 45);
    for (unsigned id = WORDS_LABEL_PID1; id <= WORDS_LABEL_NONE; id++)
        assert_true(strlen(words_english.rows[id].text) <= 8);
}

#define NUL_TEXT                                                                                   \
    {                                                                                              \
        "a\0b", 3                                                                                  \
    }
static const struct {
    const char *name;
    enum words_id id;
    struct words_args args;
    const char *wanted;
} said[] = {
    {"as it stands",
     WORDS_PID1_PROGRAM,
     {.word = S_INIT("python"), .other = S_INIT("SIGTERM")},
     "python; docker stop sends it SIGTERM"},
    {"for a shell", WORDS_CLI_COMMAND_UNKNOWN, {.word = S_INIT("a b")}, "unknown command 'a b'"},
    {"an escape is no escape",
     WORDS_CLI_FILE_DIRECTORY,
     {.file = S_INIT("a\x1b[31mb")},
     "$'a\\033[31mb' is a directory, not a file"},
    {"an empty value takes the plain template",
     WORDS_SURFACE_REPLACES,
     {.other = S_INIT("x")},
     "replaces CMD: x"},
    {"a full one does not",
     WORDS_SURFACE_REPLACES,
     {.other = S_INIT("x"), .file = S_INIT("Dockerfile"), .line = 5},
     "replaces CMD, Dockerfile:5: x"},
    {"a long word is cut",
     WORDS_CLI_COMMAND_UNKNOWN,
     {.word = S_INIT("0123456789012345678901234567890123456789012345678901234567890123")},
     "unknown command 012345678901234567890123456789012345678901234567890123456789..."},
};

static void test_said(void **state)
{
    for (size_t i = 0; i < sizeof said / sizeof *said; i++)
        assert_slice(said[i].name, words_say(*state, said[i].id, &said[i].args),
                     slice_of(said[i].wanted));
    struct words_args nul = {.word = NUL_TEXT};
    struct slice text = words_say(*state, WORDS_CLI_OPTION_VALUE, &nul);
    assert_null(memchr(text.at, '\0', text.len));
}

static const struct {
    const char *name;
    struct finding finding;
    enum words_part part;
    const char *wanted;
} found[] = {
    {"what to write",
     {.rule = RULE_SingleQuotedArray, .word = S_INIT("CMD"), .other = S_INIT("[\"a\"]")},
     WORDS_FIX,
     "write CMD [\"a\"]"},
    {"nothing to write",
     {.rule = RULE_ArrayNotJSON, .word = S_INIT("CMD")},
     WORDS_FIX,
     "write every element in double quotes, with one comma between two"},
    {"as JSON",
     {.rule = RULE_BlankInWord, .word = S_INIT("--port 80")},
     WORDS_REASON,
     "\"--port 80\" is one word, the blank is part of it: exec form is never split."},
    {"a number in words",
     {.rule = RULE_EntrypointRepeated, .word = S_INIT("sh"), .number = 2},
     WORDS_REASON,
     "--entrypoint is given two times; the last one counts: sh"},
    {"a large number",
     {.rule = RULE_EntrypointRepeated, .word = S_INIT(""), .number = 13},
     WORDS_REASON,
     "--entrypoint is given 13 times; the last one counts: ''"},
    {"what is to be copied is whole",
     {.rule = RULE_EntrypointBlank,
      .other = S_INIT("docker run 0123456789012345678901234567890123456789012345678901234567890")},
     WORDS_FIX,
     "write docker run 0123456789012345678901234567890123456789012345678901234567890"},
    {"a line that goes on",
     {.rule = RULE_EntrypointBlank, .other = S_INIT("docker run \\\n\t-t a")},
     WORDS_FIX,
     "write docker run \\\n    -t a"},
    {"a line with more than that",
     {.rule = RULE_EntrypointBlank, .other = S_INIT("docker run \\\n -t 'a\tb'")},
     WORDS_FIX,
     "write $'docker run \\\\\\n -t \\'a\\tb\\''"},
    {"one of a plural",
     {.rule = RULE_ShellScriptArgs, .word = S_INIT("x"), .number = 1},
     WORDS_REASON,
     "A shell takes one word behind -c as its text. x becomes its $0,\n"
     "and the text does not name it."},
};

static void test_found(void **state)
{
    for (size_t i = 0; i < sizeof found / sizeof *found; i++)
        assert_slice(found[i].name, words_of_finding(*state, &found[i].finding, found[i].part),
                     slice_of(found[i].wanted));
}

static void test_step(void **state)
{
    static const struct text file = {SOURCE_DOCKERFILE, S_INIT("Dockerfile"),
                                     S_INIT("FROM a\nENTRYPOINT [\"b\",\"c\"]\nCMD d\n")};
    static const struct text base = {SOURCE_BASE, S_INIT("postgres:16"), S_INIT("")};
    struct arg words[] = {{S("/bin/sh"), {0}}, {S("-c"), {0}}, {S("d"), {0}}};
    struct args three = {true, words, 3, 3}, one = {true, words, 1, 1};
    const struct {
        struct step step;
        const char *wanted;
    } rows[] = {
        {{RULE_EntrypointExecForm, {&file, {7, 27}}, {0}, three},
         "ENTRYPOINT, line 2, is exec form: three words, no shell"},
        {{RULE_EntrypointExecForm, {0}, {0}, one}, "ENTRYPOINT is exec form: one word, no shell"},
        {{RULE_CmdShellForm, {&file, {28, 33}}, {0}, three},
         "CMD, line 3, is shell form: /bin/sh -c and one text"},
        {{RULE_CmdInherited, {&base, {0}}, {0}, one},
         "CMD comes from postgres:16: one default word"},
        {{RULE_CmdReplacedByRunArgs, {0}, one, one},
         "words after the image take the place of CMD, all of it"},
        {{RULE_CmdReplacedByRunArgs, {0}, {0}, one}, "words after the image stand where CMD would"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_slice("step", words_of_step(*state, &rows[i].step), slice_of(rows[i].wanted));
}

static void test_flat(void **state)
{
    assert_slice("two lines", words_flat(*state, S("a\nb")), S("a b"));
    assert_slice("a typed line", words_flat(*state, S("a \\\n  b")), S("a    b"));
    assert_slice("one line", words_flat(*state, S("a")), S("a"));
}

static void test_pieces(void **state)
{
    struct words_pieces pieces = {0};
    struct words_args args = {.word = S("python"), .other = S("SIGTERM")};
    words_say_pieces(*state, WORDS_PID1_PROGRAM, &args, &pieces);
    assert_int_equal(pieces.len, 3);
    assert_true(pieces.at[0].is_value && !pieces.at[1].is_value && pieces.at[2].is_value);
    assert_slice("text between", pieces.at[1].text, S("; docker stop sends it "));
}

static bool is_one(uint32_t number)
{
    return number <= 1;
}

/* A translation says what it has and leaves the rest to English. */
static void test_language(void **state)
{
    static const struct words_row rows[WORDS_COUNT] = {
        [WORDS_LABEL_NONE] = {.text = "rien"},
        [WORDS_EXITS] = {.text = "{number} codes", .one = "{number} code"},
    };
    static const struct words_rule rules[RULE_COUNT];
    static const struct words_text texts[] = {{"a line up", "une ligne plus haut"}};
    static const struct words_language french = {.tag = "fr",
                                                 .rows = rows,
                                                 .rules = rules,
                                                 .is_one = is_one,
                                                 .texts = texts,
                                                 .texts_len = 1};
    words_use(&french);
    struct words_args args = {.number = 0};
    assert_slice("its own", words_say(*state, WORDS_LABEL_NONE, NULL), S("rien"));
    assert_slice("its plural", words_say(*state, WORDS_EXITS, &args), S("zero code"));
    assert_slice("English", words_say(*state, WORDS_LABEL_FIXED, NULL), S("fixed"));
    assert_slice("English", words_of_rule(*state, RULE_NoCommand, WORDS_REASON, NULL),
                 S("nothing is left to run"));
    assert_string_equal(words_text("a line up"), "une ligne plus haut");
    assert_string_equal(words_text("a line down"), "a line down");
    words_use(&words_english);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_complete),     cmocka_unit_test(test_names),
        cmocka_unit_test(test_shape),        unit_test_with_arena(test_said),
        unit_test_with_arena(test_found),    unit_test_with_arena(test_step),
        unit_test_with_arena(test_flat),     unit_test_with_arena(test_pieces),
        unit_test_with_arena(test_language),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
