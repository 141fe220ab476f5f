/* Words with quotes, escapes and variables. */
#include "tests/unit/unit.h"

#include "sim/dockerfile/expand.h"
#include "sim/ground/buffer.h"

/* S=set E= P=/usr/local/lib X=$S U is unset. */
static bool get(const void *context, struct slice name, struct slice *value)
{
    static const struct {
        struct slice name, value;
    } variables[] = {
        {S_INIT("S"), S_INIT("set")},
        {S_INIT("E"), S_INIT("")},
        {S_INIT("P"), S_INIT("/usr/local/lib")},
        {S_INIT("X"), S_INIT("$S \"")},
        {S_INIT("W"), S_INIT("81 82")},
        {S_INIT("A"), S_INIT("aXbXa")},
        {S_INIT("L"), S_INIT("one\ntwo")},
    };
    (void)context;
    for (size_t i = 0; i < sizeof variables / sizeof *variables; i++) {
        if (slice_equal(variables[i].name, name)) {
            *value = variables[i].value;
            return true;
        }
    }
    return false;
}

static const struct variables variables = {NULL, get};

static const struct {
    struct slice word, text;
} words[] = {
    {S_INIT("plain"), S_INIT("plain")},
    {S_INIT(""), S_INIT("")},
    {S_INIT("$S-${S}"), S_INIT("set-set")},
    {S_INIT("$U|$E|$"), S_INIT("||$")},
    {S_INIT("$(ls) $ x"), S_INIT("$(ls) $ x")},
    {S_INIT("$X"), S_INIT("$S \"")},
    {S_INIT("'$S'\"$S\"'\\'"), S_INIT("$Sset\\")},
    {S_INIT("\\$S\\x\\"), S_INIT("$Sx")},
    {S_INIT("\"\\$S\\x\\\"\\\\\""), S_INIT("$S\\x\"\\")},
    {S_INIT("$10x$!y$S\xC3\xA9z"), S_INIT("xy")},
    {S_INIT("\xEF\xBB\xBF"
            "a\xFF"),
     S_INIT("a\xEF\xBF\xBD")},
    {S_INIT("${U-d}${E-d}${E:-d}${S:-d}"), S_INIT("ddset")},
    {S_INIT("${U+d}${E+d}${E:+d}${S:+d}"), S_INIT("dd")},
    {S_INIT("${U:-${U:-'a b'}\\}}"), S_INIT("a b}")},
    {S_INIT("${S?no}${S:?}"), S_INIT("setset")},
    {S_INIT("${P#*/}|${P##*/}|${P%/*}|${P%%/*}"), S_INIT("usr/local/lib|lib|/usr/local|")},
    {S_INIT("${P#?usr}|${P%x}|${P#usr}"), S_INIT("/local/lib|/usr/local/lib|/usr/local/lib")},
    {S_INIT("${A/X/-}|${A//X/-}|${A//X/}"), S_INIT("a-bXa|a-b-a|aba")},
    {S_INIT("${A//*/x}|${A/b*/x}|${A//[/x}"), S_INIT("x|aXx|aXbXa")},
    {S_INIT("${A//X/'<$0$$1>'}|${A//X/'$1'}"), S_INIT("a<X$1>b<X$1>a|aba")},
    {S_INIT("${P//\\//_}|${A/\\X/y}"), S_INIT("")}, /* an error, see below */
    {S_INIT("${P//\\//_}"), S_INIT("_usr_local_lib")},
    {S_INIT("${L#*o}|${L##*t}|${L//?*/l}"), S_INIT("ne\ntwo|one\ntwo|l\nl")},
};

static const struct {
    struct slice word, error;
} errors[] = {
    {S_INIT("'a"),
     S_INIT("failed to process \"'a\": unexpected end of statement while looking for matching "
            "single-quote")},
    {S_INIT("\"a"),
     S_INIT("failed to process \"\\\"a\": unexpected end of statement while looking for matching "
            "double-quote")},
    {S_INIT("${"), S_INIT("failed to process \"${\": syntax error: missing '}'")},
    {S_INIT("${}"), S_INIT("failed to process \"${}\": syntax error: bad substitution")},
    {S_INIT("${U:-'a}"), S_INIT("failed to process \"${U:-'a}\": syntax error: missing '}'")},
    {S_INIT("${S"),
     S_INIT("failed to process \"${S\": unsupported modifier (\xEF\xBF\xBD) in substitution")},
    {S_INIT("${S^}"), S_INIT("failed to process \"${S^}\": unsupported modifier (^) in "
                             "substitution")},
    {S_INIT("${S:=x}"), S_INIT("failed to process \"${S:=x}\": unsupported modifier (:=) in "
                               "substitution")},
    {S_INIT("${S:#"), S_INIT("failed to process \"${S:#\": unsupported modifier (:#) in "
                             "substitution")},
    {S_INIT("${U?}"), S_INIT("failed to process \"${U?}\": U: is not allowed to be unset")},
    {S_INIT("${E:?}"), S_INIT("failed to process \"${E:?}\": E: is not allowed to be empty")},
    {S_INIT("${U:?no $S}"), S_INIT("failed to process \"${U:?no $S}\": U: no set")},
    {S_INIT("${A/b}"), S_INIT("failed to process \"${A/b}\": syntax error: missing '/' in ${}")},
    {S_INIT("${A#\\ab}"), S_INIT("failed to process \"${A#\\\\ab}\": invalid pattern (\\ab) in "
                                 "substitution: invalid escape '\\a'")},
    {S_INIT("${A%c\\ab}"), S_INIT("failed to process \"${A%c\\\\ab}\": invalid pattern (b\\ac) in "
                                  "substitution: invalid escape '\\a'")},
};

static const struct expand_mode backslash = {.escape = '\\'};

static void expanded(void **state)
{
    struct expansion expansion;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (expand_word(*state, &variables, backslash, words[i].word, &expansion))
            assert_slice(words[i].word.at, expansion.text, words[i].text);
        else
            assert_slice(words[i].word.at, expansion.text, S(""));
}

static void refused(void **state)
{
    struct expansion expansion;
    for (size_t i = 0; i < sizeof errors / sizeof *errors; i++) {
        assert_false(expand_word(*state, &variables, backslash, errors[i].word, &expansion));
        assert_slice(errors[i].word.at, expansion.error, errors[i].error);
    }
}

static const struct {
    struct slice word, parts; /* each with a | behind it */
} splits[] = {
    {S_INIT("80"), S_INIT("80|")},
    {S_INIT(""), S_INIT("")},
    {S_INIT("$W"), S_INIT("81|82|")},
    {S_INIT("\"$W\" 'a b'c"), S_INIT("81 82|a bc|")},
    {S_INIT("a\\ b \xC2\xA0"
            "c"),
     S_INIT("a b|c|")},
    {S_INIT("80${U:-81}"), S_INIT("81|")}, /* BuildKit loses the 80 */
    {S_INIT("x << E"), S_INIT("x|<< E|")},
};

static void split(void **state)
{
    struct expansion expansion;
    for (size_t i = 0; i < sizeof splits / sizeof *splits; i++) {
        struct buffer parts = {.arena = *state};
        assert_true(expand_words(*state, &variables, backslash, splits[i].word, &expansion));
        for (size_t p = 0; p < expansion.words.len; p++) {
            buffer_put(&parts, expansion.words.at[p]);
            buffer_byte(&parts, '|');
        }
        assert_slice(splits[i].word.at, buffer_slice(&parts), splits[i].parts);
    }
}

static void modes(void **state)
{
    static const struct expand_mode backtick = {.escape = '`'};
    static const struct expand_mode body = {.escape = '\\', .plain_quotes = true};
    static const struct expand_mode raw = {
        .escape = '\\', .keep_quotes = true, .keep_escapes = true, .keep_unset = true};
    struct expansion expansion;
    assert_true(expand_word(*state, &variables, backtick, S("C:\\x`$S"), &expansion));
    assert_slice("backtick", expansion.text, S("C:\\x$S"));
    assert_true(expand_word(*state, &variables, body, S("it's \"$S\""), &expansion));
    assert_slice("body", expansion.text, S("it's \"set\""));
    assert_true(expand_word(*state, NULL, raw, S("'a'\\\"$U${U:-b}"), &expansion));
    assert_slice("raw", expansion.text, S("'a'\\\"$U${U:-b}"));
}

static void names_met(void **state)
{
    struct expansion expansion;
    assert_true(expand_word(*state, &variables, backslash, S("$U$S${U:-$V}${E}$S"), &expansion));
    assert_int_equal(expansion.unset.len, 2);
    assert_slice("first unset", expansion.unset.at[0], S("U"));
    assert_slice("second unset", expansion.unset.at[1], S("V"));
    assert_int_equal(expansion.set.len, 2);
    assert_slice("second set", expansion.set.at[1], S("E"));
}

/* A thousand levels of ${ are expanded, one more stops the arena. */
static void depth(void **state)
{
    struct arena *arena = *state;
    jmp_buf guard;
    arena->guard = &guard;
    for (volatile size_t n = 1000; n <= 1001; n++) {
        struct buffer word = {.arena = arena};
        struct expansion expansion;
        for (size_t i = 0; i < n; i++)
            buffer_string(&word, "${U-");
        for (size_t i = 0; i < n; i++)
            buffer_byte(&word, '}');
        if (setjmp(guard) == 0) {
            assert_true(expand_word(arena, &variables, backslash, buffer_slice(&word), &expansion));
            assert_int_equal(n, 1000);
        } else {
            assert_int_equal(arena->stopped, ARENA_TOO_LARGE);
            assert_int_equal(n, 1001);
        }
    }
    arena->guard = NULL;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_test_with_arena(expanded),  unit_test_with_arena(refused),
        unit_test_with_arena(split),     unit_test_with_arena(modes),
        unit_test_with_arena(names_met), unit_test_with_arena(depth),
    };
    return cmocka_run_group_tests_name("expand", tests, NULL, NULL);
}
