/* Physical lines to logical ones, directives, heredoc bodies, origins. */
#include "tests/unit/unit.h"

#include "sim/dockerfile/source.h"
#include "sim/ground/buffer.h"

static const struct {
    const char *name;
    struct slice bytes;
    struct slice lines; /* the logical lines, each with a | behind it */
} rows[] = {
    {"plain", S_INIT("FROM a\nCMD b\n"), S_INIT("FROM a|CMD b|")},
    {"no final line feed", S_INIT("FROM a\nCMD b"), S_INIT("FROM a|CMD b|")},
    {"carriage returns", S_INIT("FROM a\r\n\r\nCMD b\r\r\n"), S_INIT("FROM a|CMD b|")},
    {"comments and blanks", S_INIT("# c\n\n  FROM a\n \xC2\xA0# d\n\xC2\xA0 CMD b # e\n"),
     S_INIT("FROM a|CMD b # e|")},
    {"byte order mark", S_INIT("\xEF\xBB\xBF# c\nFROM a\n"), S_INIT("FROM a|")},
    {"continued", S_INIT("RUN a \\\n  b\\\nc\n"), S_INIT("RUN a   bc|")},
    {"blanks behind the escape", S_INIT("RUN a\\ \t\nb\n"), S_INIT("RUN ab|")},
    {"two escapes", S_INIT("RUN a\\\\\nCMD b\n"), S_INIT("RUN a\\\\|CMD b|")},
    {"comment and blank between", S_INIT("CMD a \\\n # c \\\n\nb\nRUN c\n"),
     S_INIT("CMD a b|RUN c|")},
    {"end while continued", S_INIT("CMD a \\\n"), S_INIT("CMD a |")},
    {"only escapes", S_INIT("\\\n\\\n\n"), S_INIT("|")},
    {"backtick", S_INIT("# escape=`\nRUN a\\\nRUN b`\nc\n"), S_INIT("RUN a\\|RUN bc|")},
    {"directive too late", S_INIT("# c\n# escape=`\nRUN b`\nRUN c\n"), S_INIT("RUN b`|RUN c|")},
};

static void logical_lines(void **state)
{
    struct arena *arena = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct text text = {.source = SOURCE_DOCKERFILE, .bytes = rows[i].bytes};
        struct buffer lines = {.arena = arena};
        struct line_reader reader;
        struct logical_line line;
        struct failure failure = {0};
        source_open(&reader, arena, &text);
        while (source_next(&reader, &line, &failure)) {
            buffer_put(&lines, line.text);
            buffer_byte(&lines, '|');
        }
        assert_int_equal(failure.stage, STAGE_NONE);
        assert_slice(rows[i].name, buffer_slice(&lines), rows[i].lines);
    }
}

static const struct {
    struct slice bytes, message;
    uint32_t line;
} mistakes[] = {
    {S_INIT("# escape=x\nFROM a\n"), S_INIT("invalid escape token 'x' does not match ` or \\"), 0},
    {S_INIT("# escape= \nFROM a\n"), S_INIT("invalid escape token ' ' does not match ` or \\"), 0},
    {S_INIT("# syntax=a\n#Syntax = b\n"), S_INIT("only one syntax parser directive can be used"),
     1},
};

static void wrong_directives(void **state)
{
    struct arena *arena = *state;
    for (size_t i = 0; i < sizeof mistakes / sizeof *mistakes; i++) {
        struct text text = {.source = SOURCE_DOCKERFILE, .bytes = mistakes[i].bytes};
        struct line_reader reader;
        struct logical_line line;
        struct failure failure = {0};
        source_open(&reader, arena, &text);
        assert_false(source_next(&reader, &line, &failure));
        assert_slice("directive", failure.message, mistakes[i].message);
        assert_int_equal(failure.lines_len, 1);
        assert_int_equal(failure.lines[0], mistakes[i].line);
    }
}

/* Every byte of a joined line knows its place in the file. */
static void origins(void **state)
{
    struct arena *arena = *state;
    struct text text = {.source = SOURCE_DOCKERFILE,
                        .bytes = S("CMD a\\\n# c\n\nbc \\\r\n d\nRUN x\n")};
    struct line_reader reader;
    struct logical_line line;
    struct failure failure = {0};
    source_open(&reader, arena, &text);
    assert_true(source_next(&reader, &line, &failure));
    assert_slice("joined", line.text, S("CMD abc  d"));
    assert_true(line.empty_continuation);
    assert_int_equal(line.first_line, 1);
    assert_int_equal(line.last_line, 5);
    for (size_t i = 0; i < line.text.len; i++) {
        struct origin at = logical_origin(&line, (struct slice){line.text.at + i, 1});
        assert_int_equal(at.span.to, at.span.from + 1);
        assert_int_equal(text.bytes.at[at.span.from], line.text.at[i]);
    }
    struct origin word = logical_origin(&line, (struct slice){line.text.at + 4, 3});
    assert_slice("abc",
                 (struct slice){text.bytes.at + word.span.from, word.span.to - word.span.from},
                 S("a\\\n# c\n\nbc"));
    assert_true(source_next(&reader, &line, &failure));
    assert_int_equal(line.first_line, 6);
}

static void heredoc_bodies(void **state)
{
    struct arena *arena = *state;
    struct text text = {.source = SOURCE_DOCKERFILE,
                        .bytes = S("RUN x\n\tE\n# c\\\nE \nE\r\nE\n\tE\nE")};
    struct line_reader reader;
    struct logical_line line;
    struct failure failure = {0};
    struct arg body;
    source_open(&reader, arena, &text);
    assert_true(source_next(&reader, &line, &failure));
    assert_true(source_heredoc(&reader, S("E"), false, &body));
    assert_slice("body", body.text, S("\tE\n# c\\\nE \n"));
    assert_int_equal(body.origin.span.from, 6);
    assert_true(source_heredoc(&reader, S("E"), false, &body));
    assert_slice("empty", body.text, S(""));
    assert_true(source_heredoc(&reader, S("E"), true, &body));
    assert_false(source_heredoc(&reader, S("F"), true, &body));
}

/* 65,535 bytes are the most that a physical line may hold. */
static void long_lines(void **state)
{
    struct arena *arena = *state;
    static char bytes[65537];
    memset(bytes, 'x', sizeof bytes);
    for (size_t n = 65535; n <= 65536; n++) {
        bytes[n] = '\n';
        struct text text = {.source = SOURCE_DOCKERFILE, .bytes = {bytes, n + 1}};
        struct line_reader reader;
        struct logical_line line;
        struct failure failure = {0};
        source_open(&reader, arena, &text);
        assert_int_equal(source_next(&reader, &line, &failure), n == 65535);
        assert_int_equal(reader.overlong, n == 65536);
        bytes[n] = 'x';
    }
}

static void early_directives(void **state)
{
    struct slice value = {0};
    (void)state;
    assert_true(directive_find(S("#!x\n# syntax=a b\r\n# check=skip=all\n"), S("check"), &value));
    assert_slice("check", value, S("skip=all"));
    assert_true(directive_find(S("# syntax=a b\r\nFROM"), S("syntax"), &value));
    assert_slice("syntax", value, S("a b"));
    assert_false(directive_find(S(" # check=a\n"), S("check"), &value));
    assert_false(directive_find(S("# c\n# check=a\n"), S("check"), &value));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_test_with_arena(logical_lines), unit_test_with_arena(wrong_directives),
        unit_test_with_arena(origins),       unit_test_with_arena(heredoc_bodies),
        unit_test_with_arena(long_lines),    unit_test_with_arena(early_directives),
    };
    return cmocka_run_group_tests_name("source", tests, NULL, NULL);
}
