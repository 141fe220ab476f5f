/* The session: scripts of keys against what must be shown then, pages, predictions, comparisons,
 * and long random scripts. */
#include "tests/unit/desk.h"

#include "app/session/compare.h"

#include <fcntl.h>
#include <locale.h>
#include <time.h>

/* ---- What is shown */

static void half_typed_text_is_old(void **state)
{
    struct desk *desk = *state;
    struct session *session = &desk->session;
    begin(desk, NULL, NULL, "docker run x");
    assert_shown(session, "daemon");
    type(session, "CMD ");
    assert_true(session->stale);
    type(session, "[");
    assert_shown(session, "old: daemon");
    assert_slice("stands", session_as_it_stands(session), S("CMD [ as it stands: shell form"));
    type(session, "\"a\"");
    assert_slice("stands", session_as_it_stands(session), S("CMD [\"a\" as it stands: shell form"));
    assert_shown(session, "old: daemon");
    type(session, "]");
    assert_shown(session, "a");
    assert_int_equal(session_as_it_stands(session).len, 0);
    session_do(session, COMMAND_ERASE_LEFT);
    assert_shown(session, "old: a");
    type(session, "\n"); /* leaves the line */
    assert_shown(session, "/bin/sh -c [\"a\"");
    session_do(session, COMMAND_UP); /* back on it: it counted already */
    assert_false(session->stale);
    session_do(session, COMMAND_LINE_END);
    type(session, "]");
    assert_shown(session, "a");
    session_close(session);
}

static void leaving_in_any_way_counts(void **state)
{
    struct desk *desk = *state;
    struct session *session = &desk->session;
    static const enum command leaving[] = {COMMAND_DOWN, COMMAND_NEXT_PART, COMMAND_GRID,
                                           COMMAND_TOP, COMMAND_NOTES};
    for (size_t i = 0; i < sizeof leaving / sizeof *leaving; i++) {
        begin(desk, NULL, PAIR, "docker run x");
        session_do(session, COMMAND_DOWN);
        session_do(session, COMMAND_LINE_END);
        session_do(session, COMMAND_ERASE_LEFT);
        assert_shown(session, "old: a c");
        session_do(session, COMMAND_HELP);
        session_do(session, COMMAND_BACK);
        session_do(session, COMMAND_MENU);
        assert_shown(session, "old: a c");
        session_do(session, leaving[i]);
        assert_shown(session, "/bin/sh -c [\"a\" c");
        session_do(session, COMMAND_UNDO);
        session_close(session);
        unlink(desk->file);
    }
}

static void a_broken_build_is_old(void **state)
{
    struct desk *desk = *state;
    struct session *session = &desk->session;
    begin(desk, NULL, PAIR, "docker run x");
    session_do(session, COMMAND_BOTTOM);
    type(session, "E");
    assert_shown(session, "old: a c");
    assert_true(slice_starts(session_as_it_stands(session), S("as it stands: ")));
    type(session, "XPOSE 80");
    assert_shown(session, "a c");
    type(session, "\nCM\n");
    assert_shown(session, "build");
    /* The failure stands elsewhere and is known: nothing that is typed here is half of it. */
    type(session, "USER me");
    assert_shown(session, "build");
    session_close(session);
}

static void continued_lines_are_one(void **state)
{
    struct desk *desk = *state;
    struct session *session = &desk->session;
    begin(desk, NULL, "FROM alpine\n", "docker run x");
    session_do(session, COMMAND_BOTTOM);
    type(session, "CMD [\"a\", \\\n");
    assert_shown(session, "old: /bin/sh");
    type(session, "\"b\"");
    assert_shown(session, "old: /bin/sh");
    session_do(session, COMMAND_UP);
    assert_shown(session, "old: /bin/sh");
    session_do(session, COMMAND_DOWN);
    type(session, "]");
    assert_shown(session, "a b");
    session_close(session);
}

static void half_typed_lines_are_old(void **state)
{
    static const struct {
        const char *line, *shown, *entered;
    } rows[] = {
        {"docker run x b", "a b", "a b"},
        {"docker run --entrypoint", "old: a c", "client"},
        {"docker run x 'b", "old: a c", "shell"},
        {"docke", "old: a c", "unknown"},
        {"if true; then docker run x; fi", "old: a c", "unknown"},
        {"docker run --rm=x y", "old: a c", "client"},
        {"docker run x $(date)", "unknown", "unknown"},
    };
    struct desk *desk = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        begin(desk, NULL, PAIR, "docker run x");
        line(&desk->session, rows[i].line);
        assert_shown(&desk->session, rows[i].shown);
        session_do(&desk->session, COMMAND_LINE_TRY);
        assert_shown(&desk->session, rows[i].entered);
        session_close(&desk->session);
    }
}

static void an_empty_pad_knows_images(void **state)
{
    struct desk *desk = *state;
    begin(desk, NULL, NULL, "docker run postgres -c x=1");
    assert_shown(&desk->session, "docker-entrypoint.sh -c x=1");
    assert_int_equal(desk->session.shown->image_source, IMAGE_KNOWN);
    type(&desk->session, "CMD [\"a\"]");
    assert_shown(&desk->session, "-c x=1");
    assert_int_equal(desk->session.shown->image_source, IMAGE_IMPLIED);
    session_close(&desk->session);
}

static void lines_are_marked(void **state)
{
    struct desk *desk = *state;
    struct session *session = &desk->session;
    struct session_note notes[8];
    begin(desk, NULL, "ENTRYPOINT [\"a\"]\nCMD ['c']\n", "docker run x");
    assert_true(session_notes(session, notes, 8) >= 1);
    assert_false(session_marks(session, 1));
    assert_true(session_marks(session, 2));
    assert_false(session_marks(session, 3));
    session_do(session, COMMAND_NOTES);
    session_do(session, COMMAND_CHOOSE);
    assert_true(session->note_open);
    session_do(session, COMMAND_CHOOSE);
    assert_int_equal(session_pane(session), PANE_EDITOR);
    assert_int_equal(editor_line(&session->editor), 1);
    session_close(session);
}

static void sizes_are_no_harm(void **state)
{
    struct desk *desk = *state;
    struct session *session = &desk->session;
    enum { LARGE = 1 << 20, LONG = 100000 };
    char *large = malloc(LARGE);
    for (size_t i = 0; i < LARGE; i++)
        large[i] = "RUN echo \"x $Y\"\n"[i % 16];
    begin(desk, NULL, "FROM alpine\nENTRYPOINT [\"a\"]\n", "docker run x");
    session_do(session, COMMAND_BOTTOM);
    session_type(session, (struct slice){large, LARGE}, true);
    assert_shown(session, "a");
    session_do(session, COMMAND_UNDO);
    assert_shown(session, "a");
    memcpy(large, "docker run x ", 13);
    memset(large + 13, 'w', LONG);
    session_focus(session, PANE_LINE);
    session_line(session, (struct slice){large, LONG}, LONG);
    assert_int_equal(session->shown->answer.plan.argv_len, 2);
    /* More words than can be answered: that is the answer, and the line is still there. */
    for (size_t i = 13; i < LARGE - 1; i++)
        large[i] = i % 2 ? 'w' : ' ';
    session_line(session, (struct slice){large, LARGE - 1}, 0);
    assert_shown(session, "request");
    assert_int_equal(session->line_len, LARGE - 1);
    session_close(session);
    free(large);
}

/* ---- Pages */

static void examples_load(void **state)
{
    struct desk *desk = *state;
    struct session *session = &desk->session;
    begin(desk, NULL, NULL, NULL);
    for (size_t i = 0; i < examples_len; i++) {
        session_do(session, COMMAND_EXAMPLES);
        session->row[PANE_EXAMPLES] = i;
        session_do(session, COMMAND_CHOOSE);
        assert_int_equal(session_effect(session), EFFECT_LINE);
        assert_slice("example", editor_text(&session->editor), examples[i].dockerfile);
        if (!session->shown->answer.has_plan)
            fail_msg("%s: nothing runs", examples[i].title.at);
        if (examples[i].title.len > 50 || examples[i].why.len > 76)
            fail_msg("%s: too long", examples[i].title.at);
    }
    session_focus(session, PANE_EDITOR);
    type(session, "#");
    session_do(session, COMMAND_EXAMPLES);
    session_do(session, COMMAND_CHOOSE);
    assert_int_equal(session->asking, ASKING_LOAD);
    session_do(session, COMMAND_NO);
    assert_int_equal(session_pane(session), PANE_EXAMPLES);
    session_do(session, COMMAND_CHOOSE);
    session_do(session, COMMAND_YES);
    assert_slice("example", editor_text(&session->editor), examples[examples_len - 1].dockerfile);
    session_close(session);
}

static void pages_lead_back(void **state)
{
    struct desk *desk = *state;
    struct session *session = &desk->session;
    const struct session_setup setup = {.host = &desk->host, .home = true};
    session_open(session, &setup);
    assert_int_equal(session_pane(session), PANE_HOME);
    session_do(session, COMMAND_ROW_DOWN);
    session_do(session, COMMAND_CHOOSE);
    assert_int_equal(session_pane(session), PANE_EXAMPLES);
    session_do(session, COMMAND_HELP);
    assert_int_equal(session->help_for, PANE_EXAMPLES);
    session_do(session, COMMAND_BACK);
    assert_int_equal(session_pane(session), PANE_EXAMPLES);
    session_do(session, COMMAND_BACK);
    assert_int_equal(session_pane(session), PANE_HOME);
    session_do(session, COMMAND_SCRATCHPAD);
    assert_int_equal(session_pane(session), PANE_EDITOR);
    session_do(session, COMMAND_HOME);
    session_do(session, COMMAND_BACK);
    assert_int_equal(session_effect(session), EFFECT_NONE);
    assert_int_equal(session_pane(session), PANE_EDITOR);
    for (int i = 0; i < 4; i++)
        session_do(session, COMMAND_NEXT_PART);
    assert_int_equal(session_pane(session), PANE_EDITOR);
    session_close(session);
    session_open(session, &setup);
    session_do(session, COMMAND_BACK);
    assert_int_equal(session_effect(session), EFFECT_QUIT);
    session_external(session, S("CMD a"));
    session_do(session, COMMAND_BACK);
    assert_int_equal(session->asking, ASKING_QUIT);
    session_do(session, COMMAND_CANCEL);
    session_do(session, COMMAND_EXAMPLES);
    session_point(session, PANE_EXAMPLES, 3);
    assert_int_equal(session->row[PANE_EXAMPLES], 3);
    assert_int_equal(session_pane(session), PANE_EXAMPLES);
    session_point(session, PANE_NOTES, 99);
    assert_int_equal(session_pane(session), PANE_NOTES);
    session_close(session);
}

static void comparison_holds_two(void **state)
{
    struct desk *desk = *state;
    struct session *session = &desk->session;
    struct arena arena;
    begin(desk, NULL, PAIR, "docker run x one two three");
    session_do(session, COMMAND_COMPARE);
    assert_int_equal(session_pane(session), PANE_EDITOR);
    line(session, "docker run x one 2 three four");
    session_do(session, COMMAND_COMPARE);
    assert_int_equal(session_pane(session), PANE_COMPARE);
    const struct exec_plan *other = &session->comparison.other.answer.plan;
    const struct exec_plan *shown = &session->shown->answer.plan;
    arena_init(&arena, &unit_memory);
    struct compared left = compare_argv(&arena, other->argv, other->argv_len);
    struct compared right = compare_argv(&arena, shown->argv, shown->argv_len);
    compare_mark(&arena, &left, &right);
    assert_int_equal(left.len, 4);
    assert_int_equal(right.len, 5);
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(left.differs[i], i == 2);
    for (size_t i = 0; i < 5; i++)
        assert_int_equal(right.differs[i], i == 2 || i == 4);
    assert_int_equal(compare_split(&arena, S(" a\tb  c\n"), ' ').len, 3);
    assert_int_equal(compare_split(&arena, S("a\n\nb"), '\n').len, 3);
    arena_free(&arena);
    session_do(session, COMMAND_COMPARE);
    assert_false(session->comparison.on);
    assert_int_equal(session_pane(session), PANE_EDITOR + 1);
    session_close(session);
}

static void predictions_are_judged(void **state)
{
    static const struct {
        const char *line, *said;
        bool answered, right;
        enum belief belief; /* BELIEF_COUNT: none */
    } rows[] = {
        {"docker run x b", "a b", true, true, BELIEF_COUNT},
        {"docker run x b", " [\"a\", \"b\"] ", true, true, BELIEF_COUNT},
        {"docker run x b", "a c b", true, false, BELIEF_WordsAreAppended},
        {"docker run x b", "nothing", true, false, BELIEF_COUNT},
        {"docker run x 'b  $x'", "a 'b  $x'", true, true, BELIEF_COUNT},
        {"docker run x 'b  $x'", "a \"b  \\$x\"", true, true, BELIEF_COUNT},
        {"docker run x 'b  $x'", "a b\\ \\ $x", true, true, BELIEF_COUNT},
        {"docker run x $'b\\n'", "a $'b\\x0a'", true, true, BELIEF_COUNT},
        {"docker run --entrypoint '' x", "Nothing starts", true, true, BELIEF_COUNT},
        {"docker run --entrypoint one --entrypoint two x", "one", true, false,
         BELIEF_FirstOptionCounts},
        {"docker run x b", "[\"a\"", false, false, BELIEF_COUNT},
        {"docker run x b", "  ", false, false, BELIEF_COUNT},
    };
    struct desk *desk = *state;
    struct session *session = &desk->session;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        begin(desk, NULL, PAIR, rows[i].line);
        session_do(session, COMMAND_PREDICT);
        assert_int_equal(session_pane(session), PANE_ANSWER);
        session_type(session, slice_of(rows[i].said), true);
        session_do(session, COMMAND_ACCEPT);
        const struct prediction *prediction = &session->prediction;
        bool found = rows[i].belief == BELIEF_COUNT;
        for (size_t k = 0; k < prediction->beliefs_len; k++)
            found |= prediction->beliefs[k] == rows[i].belief;
        if (prediction->answered != rows[i].answered ||
            (prediction->answered && prediction->right != rows[i].right) || !found)
            fail_msg("%s: %s", rows[i].line, rows[i].said);
        line(session, "docker run x other"); /* another question hides it again */
        assert_false(prediction->answered);
        session_do(session, COMMAND_LINE_TRY);
        assert_int_equal(session_pane(session), PANE_ANSWER);
        session_close(session);
    }
}

/* ---- Anything */

static uint64_t next(uint64_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    return *seed >> 11;
}

/* Commands that may change the text, by themselves or by what is answered. */
static bool may_change(enum command command)
{
    static const enum command changing[] = {
        COMMAND_NEWLINE,
        COMMAND_ERASE_LEFT,
        COMMAND_ERASE_RIGHT,
        COMMAND_ERASE_WORD_LEFT,
        COMMAND_ERASE_WORD_RIGHT,
        COMMAND_CUT_LINE,
        COMMAND_CUT_REST,
        COMMAND_PUT_BACK,
        COMMAND_UNDO,
        COMMAND_REDO,
        COMMAND_YES,
        COMMAND_CHOOSE,
        COMMAND_ACCEPT,
    };
    for (size_t i = 0; i < sizeof changing / sizeof *changing; i++)
        if (changing[i] == command)
            return true;
    return false;
}

static void random_step(struct session *session, uint64_t *seed)
{
    static const char *const texts[] = {
        "C",           "MD ",        "[\"",  "a\", ",        "]", "\n",    "FROM x\n",
        "ENTRYPOINT ", "\\\n",       "\xFF", "\xE2\x80\x9C", "'", "$X",    "<<E\n",
        "pairing",     "/nowhere/x", "12",   "\t",           "#", "sh -c "};
    static const char *const lines[] = {"docker run x",
                                        "docker run --entrypoint",
                                        "docker run x 'a",
                                        "docker exec c d",
                                        "",
                                        "docker run -it $(x",
                                        "a && docker run x y",
                                        "docker run postgres"};
    uint64_t what = next(seed) % 8;
    if (what < 3)
        session_type(session, slice_of(texts[next(seed) % (sizeof texts / sizeof *texts)]),
                     next(seed) % 4 == 0);
    else if (what == 3)
        line(session, lines[next(seed) % (sizeof lines / sizeof *lines)]);
    else if (what == 4)
        session_focus(session, (enum pane)(next(seed) % (PANE_COUNT + 1)));
    else {
        enum command command = (enum command)(next(seed) % (COMMAND_COUNT + 1));
        struct slice text = editor_text(&session->editor);
        char *before = malloc(text.len + 1);
        assert_non_null(before);
        memcpy(before, text.len ? text.at : "", text.len);
        struct slice had = {before, text.len};
        session_do(session, command);
        if (!may_change(command))
            assert_slice("text", editor_text(&session->editor), had);
        free(before);
    }
}

static void whatever_is_pressed_nothing_is_lost(void **state)
{
    struct desk *desk = *state;
    struct session *session = &desk->session;
    struct session_note notes[4];
    int here = open(".", O_RDONLY | O_CLOEXEC);
    assert_int_equal(chdir(desk->path), 0); /* names are typed at random */
    for (uint64_t seed = 1; seed <= 12; seed++) {
        uint64_t random = seed * 0x9E3779B97F4A7C15u;
        begin(desk, NULL, NULL, NULL);
        for (int i = 0; i < 700; i++) {
            random_step(session, &random);
            session_effect(session);
            session_notes(session, notes, 4);
            session_marks(session, (uint32_t)i);
            assert_true(session_as_it_stands(session).len == 0 || session->stale);
            assert_true(session->stale || session->shown == session->now);
            for (int pane = 0; pane < PANE_COUNT; pane++)
                assert_true(session->row[pane] == 0 || session->row[pane] < session->rows[pane]);
            if (i % 100 == 99)
                session_idle(session);
        }
        struct slice text = editor_text(&session->editor);
        char *before = malloc(text.len + 1);
        assert_non_null(before);
        memcpy(before, text.len ? text.at : "", text.len);
        struct slice had = {before, text.len};
        bool dirty = session_dirty(session) && !session->path && !session->found.len;
        session_close(session);
        begin(desk, NULL, NULL, NULL);
        if (dirty)
            assert_slice("found again", editor_text(&session->editor), had);
        free(before);
        session_close(session);
    }
    assert_int_equal(fchdir(here), 0);
    close(here);
}

/* A key in a Dockerfile of some sixty lines costs the session well under a tenth of a millisecond.
 */
static void a_key_is_quick(void **state)
{
    struct desk *desk = *state;
    struct session *session = &desk->session;
    begin(desk, "tests/bench/sixty.Dockerfile", NULL, "docker run x migrate");
    struct timespec from, to;
    session_do(session, COMMAND_BOTTOM);
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &from);
    for (int i = 0; i < 500; i++) {
        session_type(session, S("#"), false);
        session_do(session, COMMAND_ERASE_LEFT);
    }
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &to);
    double each =
        ((double)(to.tv_sec - from.tv_sec) * 1e9 + (double)(to.tv_nsec - from.tv_nsec)) / 1e6;
    print_message("a key: %.1f microseconds\n", each);
    session_do(session, COMMAND_UNDO);
    session_close(session);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        at_desk(half_typed_text_is_old),
        at_desk(leaving_in_any_way_counts),
        at_desk(a_broken_build_is_old),
        at_desk(continued_lines_are_one),
        at_desk(half_typed_lines_are_old),
        at_desk(an_empty_pad_knows_images),
        at_desk(lines_are_marked),
        at_desk(sizes_are_no_harm),
        at_desk(examples_load),
        at_desk(pages_lead_back),
        at_desk(comparison_holds_two),
        at_desk(predictions_are_judged),
        at_desk(whatever_is_pressed_nothing_is_lost),
        at_desk(a_key_is_quick),
    };
    setlocale(LC_CTYPE, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
