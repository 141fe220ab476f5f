/* What the session saves and keeps: files and text through what can happen to them. */
#include "tests/unit/desk.h"

#include <errno.h>
#include <locale.h>
#include <signal.h>
#include <sys/resource.h>

/* ---- Files */

static void files_are_saved_with_care(void **state)
{
    struct desk *desk = *state;
    struct session *session = &desk->session;
    write_file(desk->file, PAIR);
    assert_int_equal(begin(desk, desk->file, NULL, "docker run x"), 0);
    type(session, "#\n");
    assert_true(session_dirty(session));
    session_do(session, COMMAND_SAVE);
    assert_file(desk->file, "#\n" PAIR);
    assert_false(session_dirty(session));
    assert_int_equal(session->dialog, PANE_COUNT);
    /* Somebody else writes it. */
    write_file(desk->file, "other text");
    type(session, "1");
    session_do(session, COMMAND_SAVE);
    assert_int_equal(session_pane(session), PANE_ASK);
    assert_int_equal(session->asking, ASKING_OVERWRITE);
    session_do(session, COMMAND_NO);
    assert_file(desk->file, "other text");
    session_do(session, COMMAND_SAVE);
    session_do(session, COMMAND_YES);
    assert_file(desk->file, "#\n1" PAIR);
    /* It went: there is nothing to overwrite. */
    unlink(desk->file);
    session_do(session, COMMAND_SAVE);
    assert_file(desk->file, "#\n1" PAIR);
    session_close(session);
}

static void names_are_asked_for(void **state)
{
    struct desk *desk = *state;
    struct session *session = &desk->session;
    char other[300];
    snprintf(other, sizeof other, "%s/other", desk->path);
    write_file(other, "FROM alpine\nCMD [\"o\"]\n");
    begin(desk, NULL, "FROM alpine\n", "docker run x");
    type(session, "#\n");
    session_do(session, COMMAND_SAVE);
    assert_int_equal(session_pane(session), PANE_NAME);
    assert_slice("name", (struct slice){session->name, session->name_len}, S("Dockerfile"));
    for (int i = 0; i < 20; i++)
        session_do(session, COMMAND_ERASE_LEFT);
    session_do(session, COMMAND_ACCEPT);
    assert_true(session->message[0]);
    session_type(session, slice_of(other), false);
    session_do(session, COMMAND_ACCEPT); /* there is such a file */
    assert_int_equal(session->asking, ASKING_OVERWRITE);
    session_do(session, COMMAND_CANCEL);
    session_do(session, COMMAND_OPEN);
    session_type(session, S("/nowhere/at all"), false);
    session_do(session, COMMAND_ACCEPT);
    assert_int_equal(session->asking, ASKING_DISCARD);
    session_do(session, COMMAND_YES);
    assert_true(session->message[0]);
    assert_text(session, "#\nFROM alpine\n");
    assert_int_equal(session_pane(session), PANE_NAME);
    session->name_len = 0;
    session_type(session, slice_of(other), true);
    session_do(session, COMMAND_ACCEPT);
    session_do(session, COMMAND_YES);
    assert_shown(session, "o");
    assert_string_equal(session->path, other);
    session_do(session, COMMAND_QUIT);
    assert_int_equal(session_effect(session), EFFECT_QUIT);
    session_close(session);
}

static void a_new_file_is_made(void **state)
{
    struct desk *desk = *state;
    struct session *session = &desk->session;
    assert_int_equal(begin(desk, desk->file, NULL, ""), ENOENT);
    type(session, "FROM alpine\n");
    session_do(session, COMMAND_SAVE);
    assert_file(desk->file, "FROM alpine\n");
    session_close(session);
    char directory[300];
    snprintf(directory, sizeof directory, "%s/none/Dockerfile", desk->path);
    begin(desk, directory, NULL, "");
    type(session, "FROM alpine\n");
    session_do(session, COMMAND_SAVE);
    assert_non_null(strstr(session->message, "not saved"));
    assert_text(session, "FROM alpine\n");
    assert_true(session_dirty(session));
    session_close(session);
}

static void editor_of_the_user_is_one_step(void **state)
{
    struct desk *desk = *state;
    struct session *session = &desk->session;
    begin(desk, NULL, PAIR, "docker run x");
    session_do(session, COMMAND_EXTERNAL);
    assert_int_equal(session_effect(session), EFFECT_EXTERNAL);
    session_external(session, S("FROM alpine\nCMD [\"e\"]\n"));
    assert_shown(session, "e");
    session_do(session, COMMAND_UNDO);
    assert_text(session, PAIR);
    assert_shown(session, "a c");
    session_do(session, COMMAND_REDO);
    assert_shown(session, "e");
    session_close(session);
}

/* ---- What is kept */

static void unsaved_text_is_found_again(void **state)
{
    struct desk *desk = *state;
    struct session *session = &desk->session;
    begin(desk, NULL, NULL, "docker run x");
    type(session, "CMD [\"lost\"]");
    session_idle(session);
    /* Killed: nothing is closed but the file that holds the lock. */
    keep_close(&desk->keep);
    session->keep = NULL;
    session_close(session);
    begin(desk, NULL, NULL, NULL);
    assert_text(session, "CMD [\"lost\"]");
    assert_shown(session, "lost");
    assert_true(session_dirty(session));
    session_close(session);
    /* Text of another start does not push itself in, and is not lost either. */
    begin(desk, NULL, PAIR, NULL);
    assert_text(session, PAIR);
    assert_true(session->found.len == 1);
    type(session, "#");
    session_close(session);
    begin(desk, NULL, NULL, NULL);
    assert_text(session, "CMD [\"lost\"]");
    session_do(session, COMMAND_UNDO);
    session_close(session);
    begin(desk, NULL, NULL, NULL);
    assert_text(session, "#" PAIR);
    session_do(session, COMMAND_UNDO);
    session_close(session);
    begin(desk, NULL, NULL, NULL);
    assert_text(session, "");
    session_close(session);
}

static void unsaved_text_belongs_to_its_file(void **state)
{
    struct desk *desk = *state;
    struct session *session = &desk->session;
    write_file(desk->file, PAIR);
    begin(desk, desk->file, NULL, NULL);
    type(session, "# mine\n");
    session_do(session, COMMAND_QUIT);
    assert_int_equal(session->asking, ASKING_QUIT);
    session_do(session, COMMAND_YES);
    assert_int_equal(session_effect(session), EFFECT_QUIT);
    session_close(session);
    begin(desk, NULL, NULL, NULL);
    assert_text(session, "");
    assert_non_null(strstr(desk->said, "Dockerfile"));
    session_close(session);
    write_file(desk->file, "changed meanwhile");
    begin(desk, desk->file, NULL, NULL);
    assert_text(session, "# mine\n" PAIR);
    session_do(session, COMMAND_SAVE); /* the file is another one than the text was made from */
    assert_int_equal(session->asking, ASKING_OVERWRITE);
    session_do(session, COMMAND_YES);
    assert_file(desk->file, "# mine\n" PAIR);
    session_close(session);
    begin(desk, NULL, NULL, NULL);
    assert_text(session, "");
    assert_int_equal(session->found.len, 0);
    session_close(session);
}

static void tried_lines_are_kept(void **state)
{
    struct desk *desk = *state;
    struct session *session = &desk->session;
    begin(desk, NULL, PAIR, NULL);
    line(session, "docker run x \"b b\"");
    session_do(session, COMMAND_LINE_TRY);
    session_do(session, COMMAND_LINE_TRY); /* the same again is one */
    line(session, "docker run");
    session_do(session, COMMAND_LINE_TRY);
    line(session, "");
    session_do(session, COMMAND_LINE_TRY);
    line(session, "docker run x \\\n y");
    session_do(session, COMMAND_LINE_TRY);
    session_close(session);
    begin(desk, NULL, NULL, NULL);
    assert_int_equal(session->tried.len, 3);
    assert_string_equal(session->tried.at[0].line, "docker run x \"b b\"");
    assert_string_equal(session->tried.at[0].result, "a 'b b'");
    assert_true(session->tried.at[1].failed);
    assert_string_equal(session->tried.at[2].line, "docker run x \\\n y");
    session_do(session, COMMAND_TRIED);
    session_do(session, COMMAND_ROW_UP);
    session_do(session, COMMAND_ROW_UP);
    session_do(session, COMMAND_CHOOSE);
    assert_int_equal(session_effect(session), EFFECT_LINE);
    assert_string_equal(session->line, "docker run x \"b b\"");
    assert_int_equal(session_pane(session), PANE_LINE);
    session_close(session);
}

/* A full disk, or a quota: said in one line, and neither text nor file is lost. */
static void a_full_disk_loses_nothing(void **state)
{
    struct desk *desk = *state;
    struct session *session = &desk->session;
    struct rlimit before, small;
    write_file(desk->file, PAIR);
    begin(desk, desk->file, NULL, NULL);
    type(session, "# longer\n");
    getrlimit(RLIMIT_FSIZE, &before);
    small = (struct rlimit){8, before.rlim_max};
    signal(SIGXFSZ, SIG_IGN);
    setrlimit(RLIMIT_FSIZE, &small);
    session_do(session, COMMAND_SAVE);
    assert_non_null(strstr(session->message, "not saved"));
    session_do(session, COMMAND_LINE_END);
    session_idle(session);
    assert_non_null(strstr(session->message, "cannot be kept"));
    session_do(session, COMMAND_LINE_END);
    session_idle(session); /* said once */
    assert_string_equal(session->message, "");
    setrlimit(RLIMIT_FSIZE, &before);
    assert_text(session, "# longer\n" PAIR);
    assert_file(desk->file, PAIR);
    session_idle(session);
    session_do(session, COMMAND_SAVE);
    assert_file(desk->file, "# longer\n" PAIR);
    session_close(session);
}

static void text_without_a_file_comes_back_by_no_name(void **state)
{
    struct desk *desk = *state;
    struct session *session = &desk->session;
    begin(desk, NULL, NULL, NULL);
    type(session, "CMD [\"lost\"]");
    session_close(session);
    begin(desk, NULL, PAIR, NULL);
    assert_non_null(strstr(desk->said, "is kept"));
    type(session, "#");
    session_do(session, COMMAND_OPEN);
    session_do(session, COMMAND_ACCEPT);
    assert_text(session, "CMD [\"lost\"]");
    session_do(session, COMMAND_OPEN);
    session_do(session, COMMAND_ACCEPT); /* and what was there before */
    assert_text(session, "#" PAIR);
    session_close(session);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        at_desk(files_are_saved_with_care),
        at_desk(names_are_asked_for),
        at_desk(a_new_file_is_made),
        at_desk(editor_of_the_user_is_one_step),
        at_desk(unsaved_text_is_found_again),
        at_desk(unsaved_text_belongs_to_its_file),
        at_desk(tried_lines_are_kept),
        at_desk(a_full_disk_loses_nothing),
        at_desk(text_without_a_file_comes_back_by_no_name),
    };
    setlocale(LC_CTYPE, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
