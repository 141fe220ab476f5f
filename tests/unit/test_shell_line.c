/* Lines: lists, pipelines, assignments, redirections, syntax errors. */
#include "tests/unit/shell_rows.h"

static const struct {
    const char *line, *words;
    int exit; /* -1: not known */
    const char *err;
} rows[] = {
    {"docker a; docker b", "<a>\n<b>", 0, ""},
    {"docker fail && docker b", "<fail>", 125, "docker: failed\n"},
    {"docker fail || docker b", "<fail>\n<b>", 0, "docker: failed\n"},
    {"! docker fail", "<fail>", 0, "docker: failed\n"},
    {"docker fail | cat", "<fail>", 0, "docker: failed\n"},
    {"docker fail 2>/dev/null", "<fail>", 125, ""},
    {"docker fail &", "<fail>", 0, "docker: failed\n"},
    {"(cd conf; docker $PWD); docker $(pwd)", "</proj/conf>\n</proj>", 0, ""},
    {"false && docker a", "", 1, ""},
    {"set -e; false; docker a", "", 1, ""},
    {"set -x; docker 'a b'", "<a b>", 0, "+ docker 'a b'\n"},
    {"exit 3; docker a", "", 3, ""},
    {"docker a > /dev/null < a.env", "<a>", 0, ""},
    {"docker a < nosuch", "", 1, "bash: line 1: nosuch: No such file or directory\n"},
    {"docker a\ndocker b > no/x\ndocker c", "<a>\n<c>", 0,
     "bash: line 2: no/x: No such file or directory\n"},
    {"docker a > $NOPE", "", 1, "bash: line 1: $NOPE: ambiguous redirect\n"},
    {"docker fail | nosuch 'a' > \"\"", "<fail>", 1,
     "bash: line 1: : No such file or directory\ndocker: failed\n"},
    {"sudo docker a", "", 127, "bash: line 1: sudo: command not found\n"},
    {"'docker run' a", "", 127, "bash: line 1: docker run: command not found\n"},
    {"docker a\ndocker b (c) \\", "<a>", 2,
     "bash: -c: line 2: syntax error near unexpected token `('\n"
     "bash: -c: line 2: `docker b (c) \\\\'\n"},
    {"docker ) \\\\", "", 2,
     "bash: -c: line 1: syntax error near unexpected token `)'\n"
     "bash: -c: line 1: `docker ) \\\\'\n"},
    {"false; docker $? $(pwd) $?", "<1></proj><0>", 0, ""},
    {"$ docker a", "", 127, "bash: line 1: $: command not found\n"},
    {"Docker a", "", 127, "bash: line 1: Docker: command not found\n"},
    {"A-B=1 docker a", "", 127, "bash: line 1: A-B=1: command not found\n"},
    {"% docker a", "", 1, "bash: line 1: fg: no job control\n"},
    {"cd ~ && docker $PWD; cd /usr && docker $PWD", "</home/me>\n</usr>", 0, ""},
    {"docker a > ~/new; docker b > /etc/new", "<a>", 1,
     "bash: line 1: /etc/new: Permission denied\n"},
    {"docker a < /etc/passwd", "<a>", 0, ""},
    {"env A=1 docker a; command docker b; exec docker c; docker d", "<a>\n<b>\n<c>", 0, ""},
    {"[ -f a.env ] && docker a", "<a>", 0, ""},
    {"[ a b c ]", "", 2, "bash: line 1: [: b: binary operator expected\n"},
    {"test x y", "", 2, "bash: line 1: test: x: unary operator expected\n"},
    {"docker a > new; docker n*", "<a>\n<new>", 0, ""},
    {"docker $((1/0)); docker b\ndocker c", "<c>", 0,
     "bash: line 1: 1/0: division by 0 (error token is \"0\")\n"},
    {"docker ${X:?no}; docker b", "", 127, "bash: line 1: X: no\n"},
    {"docker ${a b}", "", 1, "bash: line 1: ${a b}: bad substitution\n"},
    {"UID=5", "", 1, "bash: line 1: UID: readonly variable\n"},
    {"docker a <<E\n$HOME\nE\ndocker b", "<a>\n<b>", 0, ""},
    {"docker a <<E", "<a>", 0,
     "bash: line 1: warning: here-document at line 1 delimited by end-of-file (wanted `E')\n"},
    {"make && docker a", "<a>", -1, ""},
    {"docker a\ndocker )", "<a>", 2,
     "bash: -c: line 2: syntax error near unexpected token `)'\nbash: -c: line 2: `docker )'\n"},
    {"docker a <b>", "", 2,
     "bash: -c: line 1: syntax error near unexpected token `newline'\n"
     "bash: -c: line 1: `docker a <b>'\n"},
    {"docker 'a", "", 2, "bash: -c: line 1: unexpected EOF while looking for matching `''\n"},
    {"docker a &&", "", 2, "bash: -c: line 2: syntax error: unexpected end of file\n"},
    {"docker $(fi)", "", 127,
     "bash: -c: line 1: syntax error near unexpected token `fi'\n"
     "bash: -c: line 1: `docker $(fi)'\n"},
};

static void lines(void **state)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct shell_seen seen = shell_rows_run(*state, slice_of(rows[i].line));
        assert_slice(rows[i].line, buffer_slice(&seen.words), slice_of(rows[i].words));
        assert_slice(rows[i].line, seen.result.err, slice_of(rows[i].err));
        int status = seen.result.known ? seen.result.exit : -1;
        if (status != rows[i].exit)
            fail_msg("%s: exit %d", rows[i].line, status);
    }
}

/* Valid lines that are not simulated end as unknown, never as a syntax error. */
static void not_simulated(void **state)
{
    static const char *const texts[] = {
        "for i in a b; do docker $i; done",
        "if true; then docker a; fi",
        "while false; do docker a; done",
        "case a in a) docker a;; esac",
        "{ docker a; }",
        "f() { docker a; }",
        "function f { docker a; }",
        "time docker a",
        "[[ a = b ]]",
        "((1+2))",
        "a=(1 2)",
        "a[0]=1",
        "docker <(true)",
        "docker ${a[0]}",
        "set -- a b",
        "coproc docker a",
        "select i in a; do :; done",
        "eval docker a",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct shell_seen seen = shell_rows_run(*state, slice_of(texts[i]));
        const struct unknown_list *unknown = &seen.result.unknown;
        if (!seen.result.stopped || seen.result.syntax_error || unknown->len != 1)
            fail_msg("%s: %zu unknown", texts[i], unknown->len);
        assert_int_equal(unknown->at[0].why, UNKNOWN_SYNTAX);
        assert_int_equal(seen.result.commands, 0);
    }
}

static const struct {
    const char *line, *environment;
    enum shell_stdin input;
} contexts[] = {
    {"docker a", "-", SHELL_STDIN_TERMINAL},
    {"A=1 docker a", "1", SHELL_STDIN_TERMINAL},
    {"A=1; docker a", "-", SHELL_STDIN_TERMINAL},
    {"export A=1; docker a < /dev/null", "1", SHELL_STDIN_NULL},
    {"A=1 docker b; docker a", "-", SHELL_STDIN_TERMINAL},
    {"A='a b'; export B A; echo | docker a", "a b", SHELL_STDIN_PIPE},
    {"export A=1; unset A; docker a < a.env", "-", SHELL_STDIN_FILE},
    {"env A=2 docker a <<< x", "2", SHELL_STDIN_FILE},
    {"export A=1; env -i docker a", "-", SHELL_STDIN_TERMINAL},
    {"docker a &", "-", SHELL_STDIN_NULL},
};

static void what_docker_sees(void **state)
{
    for (size_t i = 0; i < sizeof contexts / sizeof *contexts; i++) {
        struct shell_seen seen = shell_rows_run(*state, slice_of(contexts[i].line));
        assert_slice(contexts[i].line, seen.environment, slice_of(contexts[i].environment));
        if (seen.command->stdin_is != contexts[i].input)
            fail_msg("%s: standard input %d", contexts[i].line, (int)seen.command->stdin_is);
    }
}

static void operators(void **state)
{
    struct shell_seen seen = shell_rows_run(*state, S("docker a \\\n b > x | cat"));
    assert_int_equal(seen.command->cut.span.from, 14);
    assert_int_equal(seen.command->cut.span.to, 17);
    assert_true(seen.command->stdout_file);
    assert_int_equal(seen.command->at.span.to, 17);
    seen = shell_rows_run(*state, S("make && docker a"));
    assert_true(seen.command->assumed);
    seen = shell_rows_run(*state, S("docker a"));
    assert_null(seen.command->cut.text);
    assert_false(seen.command->assumed);
}

static bool same_origin(struct origin a, struct origin b)
{
    return !a.text == !b.text && a.span.from == b.span.from && a.span.to == b.span.to;
}

/* A line of plain words is not parsed; with a newline behind it it is. Nothing else differs. */
static void plain_lines(void **state)
{
    static const char *const texts[] = {
        "docker a",
        "docker  run --rm -it  x ",
        "docker a=b -e=c",
        "docker a#b",
        "docker a #b",
        "docker fail",
        "docker \xC3\xA9 %s ^a @b",
        "docker a\tb",
        "docker ",
        "docker a{b",
        "docker a*[b]",
        "docker ~ a~",
        "docker a!b",
        "dockera b",
        "docker",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct slice text = slice_of(texts[i]);
        struct shell_seen plain = shell_rows_run(*state, text);
        struct shell_seen parsed = shell_rows_run(*state, arena_join(*state, text, S("\n")));
        assert_slice(texts[i], buffer_slice(&plain.words), buffer_slice(&parsed.words));
        assert_slice(texts[i], plain.result.err, parsed.result.err);
        assert_int_equal(plain.result.exit, parsed.result.exit);
        assert_int_equal(plain.result.commands, parsed.result.commands);
        const struct shell_command *a = plain.command, *b = parsed.command;
        assert_int_equal(!a, !b);
        if (!a)
            continue;
        assert_true(same_origin(a->at, b->at) && same_origin(a->cut, b->cut));
        assert_int_equal(a->line, b->line);
        for (size_t n = 0; n < a->args.len; n++)
            assert_true(same_origin(a->args.at[n].origin, b->args.at[n].origin));
    }
}

/* Whether a line of that many openings ends: in an answer or as too large. */
static bool ends(struct arena *arena, const char *head, const char *open, const char *close)
{
    struct buffer text = {.arena = arena};
    jmp_buf guard;
    buffer_string(&text, head);
    for (int i = 0; i < 3000; i++)
        buffer_string(&text, open);
    for (int i = 0; i < 3000; i++)
        buffer_string(&text, close);
    arena->guard = &guard;
    if (setjmp(guard) != 0)
        return arena->stopped == ARENA_TOO_LARGE;
    struct shell_seen seen = shell_rows_run(arena, buffer_slice(&text));
    return seen.result.syntax_error || seen.result.stopped;
}

static void too_large(void **state)
{
    static const struct {
        const char *head, *open, *close;
    } deep[] = {
        {"docker ", "$(", ""},    {"docker ", "${a:-", "}"}, {"", "(", " ; )"},
        {"docker ", "$((", "))"}, {"", "if ", ""},           {"docker ", "\"$(", ""},
    };
    for (size_t i = 0; i < sizeof deep / sizeof *deep; i++)
        if (!ends(*state, deep[i].head, deep[i].open, deep[i].close))
            fail_msg("%s", deep[i].open);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_test_with_arena(lines),
        unit_test_with_arena(not_simulated),
        unit_test_with_arena(what_docker_sees),
        unit_test_with_arena(operators),
        unit_test_with_arena(plain_lines),
        unit_test_with_arena(too_large),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
