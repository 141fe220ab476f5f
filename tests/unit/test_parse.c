/* Whole Dockerfiles: instructions, their operands and places, and what BuildKit refuses. */
#include "tests/unit/unit.h"

#include "sim/dockerfile/parse.h"
#include "sim/ground/buffer.h"

static struct dockerfile parse(struct arena *arena, struct slice bytes)
{
    struct text *text = arena_new(arena, struct text);
    struct dockerfile dockerfile;
    *text = (struct text){.source = SOURCE_DOCKERFILE, .bytes = bytes};
    parse_dockerfile(arena, text, &dockerfile);
    return dockerfile;
}

#define LINE1(text) S_INIT("dockerfile parse error on line 1: " text)
#define LINE2(text) S_INIT("dockerfile parse error on line 2: " text)

static const struct {
    struct slice bytes, message;
    uint32_t first, last; /* first 0 with last 0: line 0; last below first: no lines */
} refused[] = {
    {S_INIT(""), S_INIT("the Dockerfile cannot be empty"), 1, 0},
    {S_INIT("# a\n\n"), S_INIT("file with no instructions"), 2, 2},
    {S_INIT("ARG A\n"), S_INIT("dockerfile contains no stages to build"), 1, 0},
    {S_INIT("CMD a\nFROM b\n"), S_INIT("no build stage in current context"), 1, 1},
    {S_INIT("FOO a\n"), LINE1("unknown instruction: FOO (did you mean FROM?)"), 1, 1},
    {S_INIT("\xEF\xBB\xBF\xEF\xBB\xBF"
            "CMD a\n"),
     LINE1("unknown instruction: \xEF\xBB\xBF"
           "CMD (did you mean CMD?)"),
     1, 1},
    {S_INIT("FROM a\nruNN x\n"), LINE2("unknown instruction: ruNN (did you mean run?)"), 2, 2},
    {S_INIT("FROM a\nFOO\nCMD [1]\n"),
     S_INIT("when using JSON array syntax, arrays must be comprised of strings only"), 3, 3},
    {S_INIT("FROM a\nRUN a <<E\nb\n"), S_INIT("unterminated heredoc"), 2, 3},
    {S_INIT("FROM a\nENV A\n"), S_INIT("ENV must have two arguments"), 2, 2},
    {S_INIT("FROM a\nENV A=b c\n"),
     S_INIT("Syntax error - can't find = in \"c\". Must be of the form: name=value"), 2, 2},
    {S_INIT("FROM a\nENV =b\n"), LINE2("ENV names can not be blank"), 2, 2},
    {S_INIT("FROM a b\n"), LINE1("FROM requires either one or three arguments"), 1, 1},
    {S_INIT("FROM a AS 1b\n"),
     LINE1("invalid name for build stage: \"1b\", name can't start with a number or contain "
           "symbols"),
     1, 1},
    {S_INIT("FROM --platfrm=x a\n"), LINE1("unknown flag: --platfrm (did you mean platform?)"), 1,
     1},
    {S_INIT("FROM --platform=x --platform=y a\n"), LINE1("duplicate flag specified: --platform"), 1,
     1},
    {S_INIT("FROM a\nCMD --port \\\n80\n"), LINE2("unknown flag: --port"), 2, 3},
    {S_INIT("FROM a\nCOPY --link=maybe a b\n"),
     LINE2("expecting boolean value for flag --link, not: maybe"), 2, 2},
    {S_INIT("FROM a\nCOPY a\n"),
     LINE2("COPY requires at least two arguments, but only one was provided. Destination could "
           "not be determined"),
     2, 2},
    {S_INIT("FROM a\nCOPY a <<E\nE\n"), LINE2("COPY cannot accept a heredoc as a destination"), 2,
     3},
    {S_INIT("FROM a\nSHELL sh -c\n"), LINE2("SHELL requires the arguments to be in JSON form"), 2,
     2},
    {S_INIT("FROM a\nSHELL []\n"), LINE2("SHELL requires at least one argument"), 2, 2},
    {S_INIT("FROM a\nHEALTHCHECK --interval=1us CMD x\n"),
     LINE2("Interval \"interval\" cannot be less than 1ms"), 2, 2},
    {S_INIT("FROM a\nHEALTHCHECK --retries=-1 CMD x\n"), LINE2("--retries cannot be negative (-1)"),
     2, 2},
    {S_INIT("FROM a\nHEALTHCHECK CMD\n"), LINE2("Missing command after HEALTHCHECK CMD"), 2, 2},
    {S_INIT("FROM a\nONBUILD onbuild RUN x\n"),
     LINE2("Chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed"), 2, 2},
    {S_INIT("FROM a\nONBUILD from x\n"), LINE2("FROM isn't allowed as an ONBUILD trigger"), 2, 2},
    {S_INIT("FROM a\nRUN --network=bad x\n"), LINE2("invalid network mode \"bad\""), 2, 2},
    {S_INIT("FROM a\nRUN --mount=from=$B x\n"),
     LINE2("'from' doesn't support variable expansion, define alias stage instead"), 2, 2},
    {S_INIT("FROM a\nRUN --mount='a\"b' x\n"),
     LINE2("failed to parse csv mounts: parse error on line 1, column 2: bare \" in "
           "non-quoted-field"),
     2, 2},
    {S_INIT("FROM a\nVOLUME [\" \"]\n"), LINE2("VOLUME specified can not be an empty string"), 2,
     2},
};

static void refusals(void **state)
{
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        struct dockerfile dockerfile = parse(*state, refused[i].bytes);
        const struct failure *failure = &dockerfile.failure;
        assert_slice(refused[i].bytes.at, failure->message, refused[i].message);
        assert_int_equal(failure->stage, STAGE_BUILD);
        assert_int_equal(failure->lines_len, refused[i].last + 1 - refused[i].first);
        for (uint32_t line = refused[i].first; line <= refused[i].last; line++)
            assert_int_equal(failure->lines[line - refused[i].first], line);
    }
}

/* One instruction behind FROM: operand, or words with a | behind each, as the parts of one text. */
static const struct {
    struct slice line;
    enum keyword keyword;
    bool exec_form;
    struct slice operand, words;
} accepted[] = {
    {S_INIT("CMD a  b # c"), KEYWORD_CMD, false, S_INIT("a  b # c"), S_INIT("")},
    {S_INIT("cmd [ \"a\", \"b\" ]"), KEYWORD_CMD, true, S_INIT("[ \"a\", \"b\" ]"), S_INIT("a|b|")},
    {S_INIT("CMD -- --port"), KEYWORD_CMD, false, S_INIT("--port"), S_INIT("")},
    {S_INIT("CMD \xA0[\"a\"]"), KEYWORD_CMD, true, S_INIT("[\"a\"]"), S_INIT("a|")},
    {S_INIT("CMD"), KEYWORD_CMD, false, S_INIT(""), S_INIT("")},
    {S_INIT("CMD ['a']"), KEYWORD_CMD, false, S_INIT("['a']"), S_INIT("")},
    {S_INIT("COPY --chown=a:b x  y /z"), KEYWORD_COPY, false, S_INIT("x  y /z"), S_INIT("x|y|")},
    {S_INIT("HEALTHCHEC\xE2\x84\xAA none"), KEYWORD_HEALTHCHECK, false, S_INIT("none"),
     S_INIT("none|")},
    {S_INIT("STOPSIGNAL --x SIGINT"), KEYWORD_STOPSIGNAL, false, S_INIT("SIGINT"), S_INIT("")},
    {S_INIT("EXPOSE 80 \t 81"), KEYWORD_EXPOSE, false, S_INIT("80 \t 81"), S_INIT("80|81|")},
    {S_INIT("ONBUILD copy a b"), KEYWORD_ONBUILD, false, S_INIT("copy a b"), S_INIT("copy|")},
};

static void operands(void **state)
{
    struct arena *arena = *state;
    for (size_t i = 0; i < sizeof accepted / sizeof *accepted; i++) {
        struct dockerfile dockerfile =
            parse(arena, arena_join(arena, S("FROM a\n"), accepted[i].line));
        struct buffer words = {.arena = arena};
        assert_slice(accepted[i].line.at, dockerfile.failure.message, S(""));
        assert_int_equal(dockerfile.len, 2);
        const struct instruction *instruction = dockerfile.instructions + 1;
        assert_int_equal(instruction->keyword, accepted[i].keyword);
        assert_int_equal(instruction->exec_form, accepted[i].exec_form);
        assert_slice(accepted[i].line.at, instruction->operand.text, accepted[i].operand);
        for (size_t w = 0; w < instruction->words.len; w++) {
            buffer_put(&words, instruction->words.at[w].text);
            buffer_byte(&words, '|');
        }
        assert_slice(accepted[i].line.at, buffer_slice(&words), accepted[i].words);
    }
}

static void pairs(void **state)
{
    struct dockerfile dockerfile =
        parse(*state, S("ARG Z\nFROM a\nENV A=\"b c\" D=e\\ f\nENV g  h i\nARG J K=\n"));
    assert_int_equal(dockerfile.len, 5);
    const struct pair *env = dockerfile.instructions[2].pairs.at;
    assert_int_equal(dockerfile.instructions[2].pairs.len, 2);
    assert_slice("quotes stay", env[0].value.text, S("\"b c\""));
    assert_slice("escapes stay", env[1].value.text, S("e\\ f"));
    assert_int_equal(env[1].name.origin.span.from, 25);
    assert_true(dockerfile.instructions[3].legacy);
    assert_slice("legacy", dockerfile.instructions[3].pairs.at[0].value.text, S("h i"));
    assert_false(dockerfile.instructions[4].pairs.at[0].has_value);
    assert_true(dockerfile.instructions[4].pairs.at[1].has_value);
}

static void heredocs(void **state)
{
    struct dockerfile dockerfile =
        parse(*state, S("FROM a\nCOPY <<A x <<-'B' /d\n$V\nA\n\tb\n\tB\nONBUILD RUN <<E \ny\nE\n"
                        "CMD <<E\n"));
    assert_slice("failure", dockerfile.failure.message, S(""));
    assert_int_equal(dockerfile.len, 4);
    const struct instruction *copy = dockerfile.instructions + 1;
    assert_int_equal(copy->words.len, 1);
    assert_int_equal(copy->heredocs.len, 2);
    assert_slice("first body", copy->heredocs.at[0].body.text, S("$V\n"));
    assert_true(copy->heredocs.at[0].expand);
    assert_slice("second body", copy->heredocs.at[1].body.text, S("\tb\n"));
    assert_false(copy->heredocs.at[1].expand);
    assert_true(copy->heredocs.at[1].strip_tabs);
    assert_int_equal(copy->last_line, 6);
    assert_slice("trigger", dockerfile.instructions[2].trigger, S("RUN <<E \ny\nE"));
}

static void facts_of_the_file(void **state)
{
    struct dockerfile dockerfile = parse(
        *state, S("# syntax=x/y:1 z\n# check=skip=all;error=true w\n# b c\nFROM a AS b\nRUN a \\\n"
                  "\n  b\nFROM c x\n"));
    assert_slice("syntax", dockerfile.syntax, S("x/y:1"));
    assert_slice("check", dockerfile.check, S("skip=all;error=true w"));
    assert_slice("comment", dockerfile.instructions[0].comment, S("b c"));
    assert_slice("stage", dockerfile.instructions[0].stage_name.text, S("b"));
    assert_int_equal(dockerfile.empty_continuations.len, 1);
    assert_int_equal(dockerfile.empty_continuations.at[0], 7);
    assert_int_equal(dockerfile.reached, REACHED_INSTRUCTION);
    assert_int_equal(dockerfile.failed, 2);
}

static const struct {
    struct slice text, message;
} triggers[] = {
    {S_INIT("RUN a\\\nb"), S_INIT("")},
    {S_INIT("BOGUS x"), S_INIT("unknown instruction: BOGUS")},
    {S_INIT("FROM x"), S_INIT("*instructions.Stage is not a command type")},
    {S_INIT("RUN a\nRUN b"), S_INIT("onbuild trigger should be a single expression")},
    {S_INIT(""), S_INIT("file with no instructions")},
};

static void trigger_rows(void **state)
{
    static const struct text text = {.source = SOURCE_DOCKERFILE, .bytes = S_INIT("FROM a\n")};
    const struct origin at = {&text, {0, 6}};
    for (size_t i = 0; i < sizeof triggers / sizeof *triggers; i++) {
        struct instruction instruction;
        struct failure failure = {0};
        bool good = parse_trigger(*state, triggers[i].text, at, 1, 1, &instruction, &failure);
        assert_int_equal(good, triggers[i].message.len == 0);
        assert_slice(triggers[i].text.at, failure.message, triggers[i].message);
        if (good)
            assert_int_equal(instruction.operand.origin.span.to, 6);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_test_with_arena(refusals),
        unit_test_with_arena(operands),
        unit_test_with_arena(pairs),
        unit_test_with_arena(heredocs),
        unit_test_with_arena(facts_of_the_file),
        unit_test_with_arena(trigger_rows),
    };
    return cmocka_run_group_tests_name("parse", tests, NULL, NULL);
}
