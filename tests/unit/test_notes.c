/* Our own findings: which are raised for a Dockerfile and a line, and which are not. */
#include "tests/unit/unit.h"

#include "sim/ground/buffer.h"
#include "sim/simulate.h"

struct row {
    const char *dockerfile, *line; /* line null: the image alone */
    const char *rules;             /* names with one blank between them, in order */
};

static const struct row rows[] = {
    {"FROM scratch\nENTRYPOINT [\"app\"]\nCMD [\"-h\"]", "docker run x", ""},
    {"FROM scratch\nCMD ['a','b']", NULL, "SingleQuotedArray"},
    {"FROM scratch\nCMD [“a”, “b”]", NULL, "CurlyQuotedArray"},
    {"FROM scratch\nCMD [\"a\"] # why", NULL, "TextAfterArray"},
    {"FROM scratch\nCMD [\"a\",]", NULL, "ArrayNotJSON"},
    {"FROM scratch\nCMD [a, b]", NULL, "ArrayNotJSON"},
    {"FROM scratch\nCMD [ -f /x ] && y", NULL, ""},
    {"FROM scratch\nCMD sh -c [\"a\"]", NULL, "ArrayNotJSON DoubleShell"},
    {"FROM scratch\nCMD [\"app\",\"--port\",\"$PORT\"]", NULL, "ExecFormVariable"},
    {"FROM scratch\nCMD [\"sh\",\"-c\",\"echo $PORT && x\"]", NULL, ""},
    {"FROM scratch\nCMD [\"a\",\"&&\",\"b\"]", NULL, "ExecFormOperator"},
    {"FROM scratch\nCMD [\"a\",\"~/x\"]", NULL, "ExecFormTilde"},
    {"FROM scratch\nCMD [\"ls\",\"*.txt\"]", NULL, "ExecFormGlob"},
    {"FROM scratch\nCMD [\"a\",\"--name='a b'\"]", NULL, "ExecFormQuotes"},
    {"FROM scratch\nCMD [\"a\",\"--port 80\"]", NULL, "BlankInWord"},
    {"FROM scratch\nCMD [\"nginx\",\"-g\",\"daemon off;\"]", NULL, ""},
    {"FROM scratch\nENTRYPOINT app\nCMD [\"x\"]", NULL, "ShellFormEntrypointArgs"},
    {"FROM scratch\nENTRYPOINT app", "docker run x", ""},
    {"FROM scratch\nENTRYPOINT app \"$@\"", "docker run x y", ""},
    {"FROM scratch\nENTRYPOINT [\"app\"]\nCMD run", NULL, "ShellFormCmdArgs"},
    {"FROM scratch\nENTRYPOINT [\"tini\",\"--\"]\nCMD run", NULL, ""},
    {"FROM scratch\nENTRYPOINT [\"sh\",\"-c\"]\nCMD run", "docker run x", "ShellFormCmdArgs"},
    {"FROM scratch\nENTRYPOINT [\"sh\",\"-c\"]\nCMD [\"echo\",\"hi\"]", "docker run x",
     "ShellScriptArgs"},
    {"FROM python\nENTRYPOINT [\"app\"]", NULL, "InheritedCmdLost"},
    {"FROM alpine\nENTRYPOINT [\"app\"]", NULL, ""},
    {"FROM scratch\nCMD [\"C:\\Tool.exe\"]", NULL, "ArrayNotJSON"},
    {"FROM scratch\nCMD [\"a\"]", "docker run x curl -v a:b", ""},
    {"FROM scratch\nCMD [\"a\"]", "docker run x ls '*'.c", ""},
    {"FROM scratch\nUSER x", NULL, "NothingToRun"},
    {"FROM scratch\nENTRYPOINT [\"a\"]\nCMD [\"b\"]", "docker run --entrypoint c x",
     "EntrypointDropsCmd"},
    {"FROM scratch\nENTRYPOINT [\"a\"]", "docker run --entrypoint 'c d' x", "EntrypointBlank"},
    {"FROM scratch\nENTRYPOINT [\"a\"]", "docker run --entrypoint '[\"c\"]' x", "EntrypointJSON"},
    {"FROM scratch\nENTRYPOINT [\"a\"]", "docker run --entrypoint '' x", "EntrypointEmpty"},
    {"FROM scratch\nENTRYPOINT [\"a\"]", "docker run --entrypoint c --entrypoint d x",
     "EntrypointRepeated"},
    {"FROM scratch\nENTRYPOINT [\"a\"]", "docker run x -p 80:80", "OptionAfterImage"},
    {"FROM scratch\nENTRYPOINT [\"a\"]", "docker run x a b", "ProgramTwice"},
    {"FROM scratch\nCMD [\"a\"]", "docker run x --help", "CmdReplacedByOptions"},
    {"FROM scratch\nCMD [\"a\"]", "docker run –rm x", "TypographicDash"},
    {"FROM scratch\nCMD [\"a\"]", "docker run x echo $HOME", "HostExpanded"},
    {"FROM scratch\nCMD [\"a\"]", "docker run x cd /tmp && ls", "LineCutShort"},
};

static void check_row(struct arena *arena, const struct row *row)
{
    struct text dockerfile = {SOURCE_DOCKERFILE, S("Dockerfile"), slice_of(row->dockerfile)};
    struct text line = {SOURCE_LINE, S(""), slice_of(row->line)};
    struct question question = {
        .dockerfile = &dockerfile, .line = row->line ? &line : NULL, .want_notes = true};
    struct answer answer;
    struct buffer names = {.arena = arena};
    simulate(arena, &question, &answer);
    for (size_t i = 0; i < answer.notes.len; i++) {
        if (i)
            buffer_byte(&names, ' ');
        buffer_put(&names, rule_name(answer.notes.at[i].rule));
    }
    struct slice is = buffer_slice(&names), wanted = slice_of(row->rules);
    if (!slice_equal(is, wanted))
        fail_msg("%s\n%s\n  wanted  %s\n  is      %.*s", row->dockerfile,
                 row->line ? row->line : "", row->rules, (int)is.len, is.at ? is.at : "");
}

static void notes_are_raised_and_not_raised(void **state)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        check_row(*state, rows + i);
}

/* The line that a finding proposes keeps everything else as it was typed. */
static void proposed_lines(void **state)
{
    static const struct {
        const char *line, *other;
    } lines[] = {
        {"docker run --rm --entrypoint 'c d' x y", "docker run --rm --entrypoint c x d y"},
        {"docker run x serve -p 80:80", "docker run -p 80:80 x serve"},
        {"docker run --rm x a b", "docker run --rm x b"},
    };
    struct arena *arena = *state;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        struct text dockerfile = {SOURCE_DOCKERFILE, S("Dockerfile"),
                                  S("FROM scratch\nENTRYPOINT [\"a\"]\n")};
        struct text line = {SOURCE_LINE, S(""), slice_of(lines[i].line)};
        struct question question = {.dockerfile = &dockerfile, .line = &line, .want_notes = true};
        struct answer answer;
        simulate(arena, &question, &answer);
        assert_int_equal(answer.notes.len, 1);
        assert_slice(lines[i].line, answer.notes.at[0].other, slice_of(lines[i].other));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_test_with_arena(notes_are_raised_and_not_raised),
        unit_test_with_arena(proposed_lines),
    };
    return cmocka_run_group_tests_name("notes", tests, NULL, NULL);
}
