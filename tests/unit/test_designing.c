/* Design in the session: the list that it begins with, typing and undo in it, the last good
 * proposal while a wish is half typed, taking it into the Dockerfile; and in an exercise the
 * learner's own pair. */
#include "tests/unit/desk.h"

#include "app/ground/heap.h"
#include "app/session/designing.h"
#include "app/session/inside.h"

#include <locale.h>
#include <time.h>

static void assert_wishes(struct session *session, const char *wanted)
{
    struct slice text = editor_text(&session->designing->wishes), first;
    slice_cut(text, '\n', &first, &text); /* how a wish is written */
    assert_true(slice_starts(first, S("# ")));
    assert_slice("wishes", text, slice_of(wanted));
}

/* The lines proposed, and a letter a wish; "old: " in front where they are. */
static void assert_pair(struct session *session, const char *lines, const char *verdicts)
{
    const struct designing *designing = session->designing;
    bool old = strncmp(lines, "old: ", 5) == 0;
    assert_non_null(designing->shown);
    const struct design *design = &designing->shown->design;
    assert_int_equal(designing->old, old);
    assert_slice("pair", design->dockerfile, slice_of(lines + (old ? 5 : 0)));
    assert_int_equal(design->len, strlen(verdicts));
    for (size_t i = 0; i < design->len; i++)
        if ("hcop"[design->at[i].verdict] != verdicts[i])
            fail_msg("verdict of wish %zu", i + 1);
}

static void assert_said(struct session *session, const char *wanted)
{
    if (!strstr(session->message, wanted))
        fail_msg("said: %s", session->message);
}

/* ---- The list */

static void it_begins_with_the_situation(void **state)
{
    static const struct {
        const char *text, *line, *wishes;
    } rows[] = {
        {PAIR, "docker run --rm shop x 'y z'",
         "docker run shop => [\"a\",\"c\"]\ndocker run --rm shop x 'y z' => [\"a\",\"x\",\"y "
         "z\"]\n"},
        {PAIR, "docker run shop", "docker run shop => [\"a\",\"c\"]\n"},
        {PAIR, "docker exec shop sh", "docker run shop => [\"a\",\"c\"]\n"},
        {PAIR, "docker run --rmm shop", "docker run app => [\"a\",\"c\"]\n"},
        {PAIR, "true\ndocker run shop x", "docker run shop => [\"a\",\"c\"]\n"},
        {"FROM alpine\nENTRYPOINT [\"a\"]", "docker run -it shop x",
         "docker run shop => [\"a\"]\ndocker run -it shop x => [\"a\",\"x\"]\n"},
        {"", "",
         "docker run shop => [\"python\",\"manage.py\",\"runserver\"]\n"
         "docker run shop migrate => [\"python\",\"manage.py\",\"migrate\"]\n"},
        {"", "docker run nginx",
         "docker run nginx => [\"/docker-entrypoint.sh\",\"nginx\",\"-g\","
         "\"daemon off;\"]\n"},
    };
    struct desk *desk = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        begin(desk, NULL, rows[i].text, rows[i].line);
        session_do(&desk->session, COMMAND_DESIGN);
        assert_int_equal(session_pane(&desk->session), PANE_DESIGN);
        assert_wishes(&desk->session, rows[i].wishes);
        assert_non_null(desk->session.designing->shown);
        assert_false(desk->session.designing->old);
        session_close(&desk->session);
    }
}

static void the_list_stays(void **state)
{
    struct desk *desk = *state;
    struct session *session = &desk->session;
    begin(desk, NULL, PAIR, "docker run shop");
    session_do(session, COMMAND_DESIGN);
    type(session, "never => [\"sh\"]");
    session_do(session, COMMAND_BACK);
    assert_int_equal(session_pane(session), PANE_EDITOR);
    assert_text(session, PAIR);
    session_do(session, COMMAND_GRID);
    session_do(session, COMMAND_DESIGN);
    assert_wishes(session, "docker run shop => [\"a\",\"c\"]\nnever => [\"sh\"]");
    session_do(session, COMMAND_HELP);
    assert_int_equal(session->help_for, PANE_DESIGN);
    session_do(session, COMMAND_BACK);
    assert_int_equal(session_pane(session), PANE_DESIGN);
    session_do(session, COMMAND_NEXT_PART);
    assert_int_equal(session_pane(session), PANE_PROPOSAL);
    session_do(session, COMMAND_HELP);
    session_do(session, COMMAND_DESIGN); /* help is left for good */
    session_do(session, COMMAND_BACK);
    assert_int_equal(session_pane(session), PANE_EDITOR);
    session_close(session);
}

/* ---- Typing */

static void typing_and_undo_are_its_own(void **state)
{
    struct desk *desk = *state;
    struct session *session = &desk->session;
    begin(desk, NULL, PAIR, "docker run shop");
    type(session, "#");
    session_do(session, COMMAND_DESIGN);
    assert_pair(session, "ENTRYPOINT [\"a\"]\nCMD [\"c\"]\n", "h");
    type(session, "docker run shop x => [\"a\",\"x\"]\n");
    assert_pair(session, "ENTRYPOINT [\"a\"]\nCMD [\"c\"]\n", "hh");
    session_do(session, COMMAND_UP);
    session_do(session, COMMAND_CUT_LINE);
    assert_pair(session, "ENTRYPOINT [\"a\"]\nCMD [\"c\"]\n", "h");
    session_do(session, COMMAND_PUT_BACK);
    session_do(session, COMMAND_PUT_BACK);
    assert_pair(session, "ENTRYPOINT [\"a\"]\nCMD [\"c\"]\n", "hhh");
    for (int i = 0; i < 100; i++)
        session_do(session, COMMAND_UNDO);
    assert_said(session, "nothing to take back");
    assert_wishes(session, "docker run shop => [\"a\",\"c\"]\n");
    for (int i = 0; i < 100; i++)
        session_do(session, COMMAND_REDO);
    assert_pair(session, "ENTRYPOINT [\"a\"]\nCMD [\"c\"]\n", "hhh");
    session_do(session, COMMAND_BACK);
    assert_text(session, "#" PAIR);
    session_do(session, COMMAND_UNDO);
    assert_text(session, PAIR);
    session_close(session);
}

static void a_fault_keeps_the_old_one(void **state)
{
    struct desk *desk = *state;
    struct session *session = &desk->session;
    const char *old = "old: ENTRYPOINT [\"a\"]\nCMD [\"c\"]\n";
    size_t number;
    begin(desk, NULL, PAIR, "docker run shop");
    session_do(session, COMMAND_DESIGN);
    const struct designing *designing = session->designing;
    type(session, "\n  docker run --rmm shop => [\"b\"]");
    assert_pair(session, old, "h");
    assert_int_equal(designing->fault.line, 4);
    assert_int_equal(designing->fault.id, WORDS_DESIGN_REFUSED);
    struct slice text = editor_text(&session->designing->wishes);
    assert_true(designing->fault_placed);
    assert_slice("place",
                 slice_first(slice_after(text, designing->fault_from),
                             designing->fault_to - designing->fault_from),
                 S("--rmm"));
    assert_int_equal(designing_wish(session, 2, &number)->line, 2);
    for (int i = 0; i < 30; i++)
        session_do(session, COMMAND_ERASE_LEFT);
    assert_pair(session, old + 5, "h");
    type(session, "docker run \\\n shop =>");
    assert_false(designing->fault_placed); /* joined */
    assert_int_equal(designing->fault.line, 4);
    assert_null(designing_wish(session, 2, &number)); /* lines came */
    type(session, "[\"b\"]");
    assert_pair(session, "ENTRYPOINT [\"a\"]\nCMD [\"c\"]\n", "hc");
    session_do(session, COMMAND_TOP);
    session_do(session, COMMAND_DOWN);
    for (int i = 0; i < 3; i++)
        session_do(session, COMMAND_CUT_LINE);
    session_do(session, COMMAND_TAKE);
    assert_said(session, "not taken: ");
    assert_text(session, PAIR);
    session_close(session);
}

static void it_has_a_size(void **state)
{
    static char much[WISHES_MAX_BYTES], verdicts[DESIGN_WISHES_MAX + 1];
    struct desk *desk = *state;
    struct session *session = &desk->session;
    begin(desk, NULL, PAIR, "docker run shop");
    session_do(session, COMMAND_DESIGN);
    memset(much, 'x', sizeof much);
    session_type(session, (struct slice){much, sizeof much}, true);
    assert_said(session, "not taken");
    assert_pair(session, "ENTRYPOINT [\"a\"]\nCMD [\"c\"]\n", "h");
    session_type(session, S("# \x1b[2J\0\xff\r\n"), true);
    assert_pair(session, "ENTRYPOINT [\"a\"]\nCMD [\"c\"]\n", "h");
    for (int i = 0; i < 201; i++)
        session_type(session, S("docker run shop => [\"a\",\"c\"]\n"), true);
    memset(verdicts, 'h', DESIGN_WISHES_MAX);
    assert_pair(session, "old: ENTRYPOINT [\"a\"]\nCMD [\"c\"]\n", verdicts);
    session_close(session);
}

/* ---- Taking */

static void it_is_taken(void **state)
{
    static const struct {
        const char *text, *wishes, *taken;
    } rows[] = {
        {"FROM alpine", "docker run p => [\"x\"]", "FROM alpine\nENTRYPOINT [\"x\"]\n"},
        {"", "docker run p => [\"x\"]", "ENTRYPOINT [\"x\"]\n"},
        {PAIR "USER me", "docker run p => [\"x\",\"y\"]\ndocker run p z => [\"x\",\"z\"]",
         "FROM alpine\nENTRYPOINT [\"x\"]\nCMD [\"y\"]\nUSER me"},
        {"FROM alpine AS one\nCMD a\nFROM one\ncmd b \\\n  c\n# why\nHEALTHCHECK CMD d\nCMD e",
         "docker run p x => [\"a\",\"x\"]",
         "FROM alpine AS one\nCMD a\nFROM one\nENTRYPOINT [\"a\"]\n# why\nHEALTHCHECK CMD d"},
        /* nothing in front of what is typed: the base's ENTRYPOINT has to go */
        {"FROM nginx\nCMD [\"a\"]", "docker run p x => [\"x\"]\ndocker run p => [\"a\"]",
         "FROM nginx\nENTRYPOINT []\nCMD [\"a\"]"},
        {"FROM nginx", "docker run p x => [\"x\"]", "FROM nginx\nENTRYPOINT []\n"},
        {"FROM alpine\nRUM x\nCMD a", "docker run p => [\"x\"]",
         "FROM alpine\nRUM x\nENTRYPOINT [\"x\"]"},
    };
    struct desk *desk = *state;
    struct session *session = &desk->session;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        begin(desk, NULL, rows[i].text, "");
        session_do(session, COMMAND_DESIGN);
        editor_replace(&session->designing->wishes, slice_of(rows[i].wishes));
        designing_edited(session);
        session_do(session, COMMAND_TAKE);
        assert_text(session, rows[i].taken);
        assert_int_equal(session_pane(session), PANE_EDITOR);
        session_do(session, COMMAND_UNDO);
        assert_text(session, rows[i].text);
        session_close(session);
    }
}

static void taken_it_holds(void **state)
{
    struct desk *desk = *state;
    struct session *session = &desk->session;
    begin(desk, NULL, "FROM nginx", "docker run shop test");
    session_do(session, COMMAND_DESIGN);
    editor_replace(
        &session->designing->wishes,
        S("docker run shop test => [\"npm\",\"test\"]\ndocker run shop => [\"npm\",\"start\"]"));
    designing_edited(session);
    session_do(session, COMMAND_NEXT_PART);
    session_do(session, COMMAND_TAKE);
    assert_shown(session, "npm test");
    session_do(session, COMMAND_DESIGN);
    session_do(session, COMMAND_TAKE);
    assert_said(session, "already");
    session_close(session);
}

/* ---- In an exercise */

static int64_t noon(void)
{
    return 1750000000;
}

static void open_course(struct desk *desk, const char *place)
{
    const struct session_setup setup = {.host = &desk->host};
    const struct learning_setup learning = {
        .walk = {.memory = &heap}, .clock = noon, .place = slice_of(place)};
    enum walk_step step;
    session_open(&desk->session, &setup);
    assert_int_equal(learning_open(&desk->session, &learning, &step), WALK_OPENED);
    assert_int_equal(step, WALK_STEPPED);
}

static void set_text(struct session *session, const char *text)
{
    editor_replace(&session->editor, slice_of(text));
    session_replaced(session);
    session_refresh(session, true);
}

static void an_exercise_tries_ones_own(void **state)
{
    struct desk *desk = *state;
    struct session *session = &desk->session;
    open_course(desk, "pairing/two-callers");
    set_text(session, "ENTRYPOINT [\"restic\", \"backup\", \"/data\"]");
    session_do(session, COMMAND_DESIGN);
    assert_wishes(session, "docker run backup => [\"restic\",\"backup\",\"/data\"]\n"
                           "docker run backup snapshots => [\"restic\",\"snapshots\"]\n");
    assert_true(designing_tries(session));
    assert_pair(session, "ENTRYPOINT [\"restic\", \"backup\", \"/data\"]\n", "hc");
    const struct design_wish *wish = &session->designing->shown->design.at[1];
    assert_slice("type", wish->instead, S("docker run --entrypoint restic backup snapshots"));
    assert_int_equal(wish->cost, 3);
    session_do(session, COMMAND_BOTTOM);
    type(session, "never => [\"restic\",\"backup\",\"/data\",\"x\"]");
    assert_pair(session, "ENTRYPOINT [\"restic\", \"backup\", \"/data\"]\n", "hcp");
    session_do(session, COMMAND_TAKE);
    assert_said(session, "not yet");
    assert_text(session, "ENTRYPOINT [\"restic\", \"backup\", \"/data\"]");
    session_do(session, COMMAND_BACK);
    assert_int_equal(session_pane(session), PANE_EDITOR);
    set_text(session, "RUM x");
    session_do(session, COMMAND_DESIGN);
    assert_pair(session, "", "cch");
    session_close(session);
}

static void behind_it_a_pair_is_proposed(void **state)
{
    struct desk *desk = *state;
    struct session *session = &desk->session;
    open_course(desk, "pairing/two-callers");
    set_text(session, "CMD [\"restic\"]");
    session_do(session, COMMAND_SHOW_ANSWER);
    session_do(session, COMMAND_DESIGN);
    assert_false(designing_tries(session));
    assert_pair(session, "ENTRYPOINT [\"restic\"]\nCMD [\"backup\", \"/data\"]\n", "hh");
    session_do(session, COMMAND_TAKE);
    assert_text(session, "ENTRYPOINT [\"restic\"]\nCMD [\"backup\", \"/data\"]");
    session_do(session, COMMAND_CHECK);
    session_do(session, COMMAND_NEXT);
    session_do(session, COMMAND_DESIGN); /* of another kind, or another list */
    assert_int_not_equal(session->page, PANE_PROPOSAL);
    session_close(session);
}

static void only_where_a_pair_is_made(void **state)
{
    struct desk *desk = *state;
    open_course(desk, "1/1");
    session_do(&desk->session, COMMAND_DESIGN);
    assert_said(&desk->session, "in which a pair is made");
    assert_int_not_equal(desk->session.page, PANE_DESIGN);
    session_close(&desk->session);
}

/* ---- Costs */

static void a_key_is_fast(void **state)
{
    struct desk *desk = *state;
    struct session *session = &desk->session;
    struct timespec from, to;
    begin(desk, NULL, PAIR, "docker run shop");
    session_do(session, COMMAND_DESIGN);
    for (int i = 0; i < 9; i++)
        session_type(session, S("docker run --rm shop x => [\"a\",\"x\"]\n"), true);
    enum { KEYS = 400 };
    clock_gettime(CLOCK_MONOTONIC, &from);
    for (int i = 0; i < KEYS; i++) {
        session_type(session, S(" "), false);
        session_do(session, COMMAND_ERASE_LEFT);
    }
    clock_gettime(CLOCK_MONOTONIC, &to);
    double us = ((double)(to.tv_sec - from.tv_sec) * 1e9 + (double)(to.tv_nsec - from.tv_nsec)) /
                1e3 / (2 * KEYS);
    print_message("a key among ten wishes: %.0f us\n", us);
    assert_true(us < 5000); /* also under valgrind's cousins */
    session_close(session);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        at_desk(it_begins_with_the_situation),
        at_desk(the_list_stays),
        at_desk(typing_and_undo_are_its_own),
        at_desk(a_fault_keeps_the_old_one),
        at_desk(it_has_a_size),
        at_desk(it_is_taken),
        at_desk(taken_it_holds),
        at_desk(an_exercise_tries_ones_own),
        at_desk(behind_it_a_pair_is_proposed),
        at_desk(only_where_a_pair_is_made),
        at_desk(a_key_is_fast),
    };
    setlocale(LC_CTYPE, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
