/* Sharing: situations as a command line and as a block, and back. */
#include "tests/unit/desk.h"

#include <locale.h>

static const struct {
    struct slice text, line;
} situations[] = {
    {S_INIT(""), S_INIT("")},
    {S_INIT(PAIR), S_INIT("docker run shop b")},
    {S_INIT("FROM a\nRUN x \\\n  y\n\n\n"), S_INIT("docker run x")},
    {S_INIT("no newline at the end"), S_INIT(" docker  run x ")},
    {S_INIT("CMD a \nCMD b\t\n\r\nCMD \\n\\x41\\\n"), S_INIT("docker run x \\\n y")},
    {S_INIT("bad \xFF\xC0\x80 bytes\0and\x01\x1B[31m more\x7F"),
     S_INIT("docker run '\xE2\x80\x9C'\n")},
    {S_INIT("\xC3\xA9\xE6\xBC\xA2 \xE2\x80\xAE\xC2\xA0\n= x\n$ y\n| z\n"), S_INIT("\n\n")},
    {S_INIT("\n"), S_INIT("$x `y` $(z) 'q'\"r\"")},
};

static void shared_situations_come_back(void **state)
{
    struct desk *desk = *state;
    struct session *session = &desk->session;
    for (size_t i = 0; i < sizeof situations / sizeof *situations; i++) {
        begin(desk, NULL, "x", NULL);
        session_load(session, S("pairing situation 1\n"));
        session_focus(session, PANE_EDITOR);
        session_type(session, situations[i].text, true);
        session_line(session, situations[i].line, 0);
        char *block = session_share_block(session);
        assert_non_null(block);
        session_do(session, COMMAND_UNDO);
        session_line(session, S("other"), 0);
        assert_true(session_load(session, slice_of(block)));
        assert_slice(block, editor_text(&session->editor), situations[i].text);
        assert_slice(block, (struct slice){session->line, session->line_len}, situations[i].line);
        /* A mail that turned line ends into CRLF, and added blanks. */
        char *mailed = malloc(3 * strlen(block) + 1), *to = mailed;
        for (const char *from = block; *from; from++) {
            if (*from == '\n') {
                *to++ = ' ';
                *to++ = '\r';
            }
            *to++ = *from;
        }
        *to = '\0';
        assert_true(session_load(session, slice_of(mailed)));
        assert_slice(block, editor_text(&session->editor), situations[i].text);
        free(mailed);
        free(block);
        while (session_dirty(session))
            session_do(session, COMMAND_UNDO);
        session_close(session);
    }
}

static void shared_lines_are_commands(void **state)
{
    static const struct {
        const char *text, *line, *shared;
    } rows[] = {
        {"", "", "pairing scratch"},
        {"CMD [\"a\"]\n", "docker run x 'b c'",
         "pairing scratch -e 'CMD [\"a\"]' docker run x 'b c'"},
        {"FROM a\nCMD b\n", "sudo docker run x",
         "pairing scratch -e 'FROM a' -e 'CMD b' sudo docker run x"},
        {"", "docker run x $HOME",
         "pairing scratch --load <(printf %s $'pairing situation 1   (pairing scratch --load FILE "
         "reads it)\\n$ docker run x $HOME\\n')"},
    };
    struct desk *desk = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        begin(desk, NULL, rows[i].text, rows[i].line);
        char *shared = session_share_line(&desk->session);
        assert_string_equal(shared, rows[i].shared);
        free(shared);
        session_do(&desk->session, COMMAND_SHARE);
        assert_int_equal(session_effect(&desk->session), EFFECT_COPY);
        assert_string_equal(desk->session.copied, rows[i].shared);
        session_do(&desk->session, COMMAND_SHARE);
        assert_memory_equal(desk->session.copied, "pairing situation 1 ", 20);
        session_close(&desk->session);
    }
}

static void bad_blocks_change_nothing(void **state)
{
    static const char *const blocks[] = {
        "",
        "hello",
        "pairing situation 2\n| FROM a\n",
        "pairing situation 1\nFROM a\n",
        "pairing situation 1\n|\\ \\xZZ\n",
        "pairing situation 1\n> x\n",
        "pairing situation 1\n$ a\n$ b\n",
        "pairing situation 1\n|\\ \\",
        "pairing situation 1\n|FROM a\n",
    };
    struct desk *desk = *state;
    begin(desk, NULL, PAIR, "docker run x");
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++) {
        assert_false(session_load(&desk->session, slice_of(blocks[i])));
        assert_true(desk->session.message[0]);
        assert_text(&desk->session, PAIR);
    }
    type(&desk->session, "#");
    assert_true(session_load(&desk->session, S("pairing situation 1\n| FROM b\n")));
    assert_int_equal(desk->session.found.len, 1); /* what was not saved is put by */
    session_close(&desk->session);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        at_desk(shared_situations_come_back),
        at_desk(shared_lines_are_commands),
        at_desk(bad_blocks_change_nothing),
    };
    setlocale(LC_CTYPE, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
