/* Home, search and progress of the course: what they show of a learner, and what their keys do. */
#include "tests/unit/desk.h"

#include "app/ground/heap.h"
#include "app/session/learning.h"
#include "tests/support/learner.h"

enum { NOW = 1750000000, DAY = 24 * 3600 };

static int64_t now_is;

static int64_t fixed_clock(void)
{
    return now_is;
}

/* A session of the course that keeps nothing, at home. */
static struct session *open_course(struct desk *desk, enum learner learner, struct slice plan)
{
    enum walk_step step;
    struct session *session = &desk->session;
    const struct session_setup setup = {.host = &desk->host};
    const struct learning_setup course = {
        .walk = {.memory = &heap,
                 .learner = S("someone"),
                 .plan_name = plan.len ? S("plan.md") : S(""),
                 .plan = plan},
        .clock = fixed_clock,
    };
    now_is = NOW;
    assert_int_equal(session_open(session, &setup), 0);
    assert_int_equal(learning_open(session, &course, &step), WALK_OPENED);
    learner_add(&session->learning->walk, learner, NOW);
    session_do(session, COMMAND_HOME);
    assert_int_equal(session->page, PANE_HOME);
    return session;
}

static void search(struct session *session, const char *words)
{
    session_do(session, COMMAND_SEARCH);
    session_type(session, slice_of(words), true);
}

/* ---- Home */

static void somebody_new_begins_with_the_first_lesson(void **state)
{
    struct session *session = open_course(*state, LEARNER_NEW, S(""));
    const struct learning_home *home = &session->learning->home;
    assert_true(home->has_next && home->next.lesson == 0 && home->next.exercise == SIZE_MAX);
    assert_true(!home->due && !home->back && !home->held && !home->solved);
    assert_int_equal(session->row[PANE_HOME], 0);
    assert_int_equal(home->all.of[RECORD_NEW], home->all.total);
    for (int skill = 0; skill < SKILL_COUNT; skill++)
        assert_int_equal(learning_skill_state(&home->skills.of[skill]), RECORD_NEW);
    session_close(session);
}

static void midway_one_goes_on_where_one_was(void **state)
{
    struct session *session = open_course(*state, LEARNER_MIDWAY, S(""));
    const struct learning_home *home = &session->learning->home;
    assert_true(home->has_next && home->next.lesson == 3 && home->next.exercise == 1);
    assert_true(home->next_title.len);
    assert_int_equal(home->next_row, 3);
    assert_int_equal(home->held, 2);
    assert_int_equal(home->solved, 1);
    assert_int_equal(home->due, 3);
    assert_int_equal(home->due_of[EXERCISE_PREDICT], 2);
    assert_int_equal(home->due_of[EXERCISE_RUN], 1);
    assert_true(home->due_seconds >= 60 && home->due_seconds <= 900);
    assert_true(home->back > NOW && home->back <= NOW + DAY);
    session_do(session, COMMAND_CHOOSE);
    assert_true(learning_has_task(session));
    assert_int_equal(session->learning->walk.place.exercise, 1);
    session_close(session);
}

static void enter_opens_another_lesson(void **state)
{
    struct session *session = open_course(*state, LEARNER_MIDWAY, S(""));
    session_do(session, COMMAND_ROW_DOWN);
    assert_false(learning_home_goes_on(session, session->row[PANE_HOME]));
    session_do(session, COMMAND_CHOOSE);
    assert_int_equal(session->page, PANE_TEXT);
    assert_int_equal(session->learning->walk.place.lesson, 4);
    session_close(session);
}

/* Columns are as they were painted: here six rows each. */
static void sideways_is_the_other_column(void **state)
{
    struct session *session = open_course(*state, LEARNER_MIDWAY, S(""));
    session_do(session, COMMAND_ROW_RIGHT);
    assert_int_equal(session->row[PANE_HOME], 3); /* one column */
    session->learning->home.column = 6;
    session_do(session, COMMAND_ROW_RIGHT);
    assert_int_equal(session->row[PANE_HOME], 9);
    session_do(session, COMMAND_ROW_RIGHT);
    assert_int_equal(session->row[PANE_HOME], 9);
    session_do(session, COMMAND_ROW_LEFT);
    assert_int_equal(session->row[PANE_HOME], 3);
    session_do(session, COMMAND_ROW_LEFT);
    assert_int_equal(session->row[PANE_HOME], 3);
    session->learning->home.column = 10; /* the right column is shorter */
    session_do(session, COMMAND_ROW_RIGHT);
    assert_int_equal(session->row[PANE_HOME], 11);
    session_close(session);
}

static void through_there_is_nothing_to_go_on_with(void **state)
{
    struct session *session = open_course(*state, LEARNER_DONE, S(""));
    const struct learning_home *home = &session->learning->home;
    assert_false(home->has_next);
    assert_int_equal(home->held, session->rows[PANE_HOME]);
    assert_int_equal(session->row[PANE_HOME], 0);
    assert_false(learning_home_goes_on(session, 0));
    session_do(session, COMMAND_CHOOSE);
    assert_int_equal(session->page, PANE_TEXT);
    session_close(session);
}

static void review_is_begun_or_said_to_be_over(void **state)
{
    struct session *session = open_course(*state, LEARNER_MIDWAY, S(""));
    session_do(session, COMMAND_REVIEW);
    assert_true(learning_has_task(session));
    assert_int_equal(walk_length(&session->learning->walk), 3);
    session_close(session);
    session = open_course(*state, LEARNER_NEW, S(""));
    session_do(session, COMMAND_REVIEW);
    assert_int_equal(session->page, PANE_HOME);
    assert_true(*session->message);
    session_close(session);
}

#define PLAN                                                                                       \
    "# An hour\n\nTwo of them.\n\n```plan\nlock: on\nskip: off\nminutes: 30\n"                     \
    "one-argv/nginx 5\none-argv/port 10\n```\n"

static void states_of_skills(void **state)
{
    static const struct {
        struct walk_tally tally;
        enum record_state state;
    } rows[] = {
        {{{9, 0, 0, 0, 0}, 9}, RECORD_NEW},     {{{8, 1, 0, 0, 0}, 9}, RECORD_WORKING},
        {{{7, 0, 0, 2, 0}, 9}, RECORD_WORKING}, {{{6, 0, 0, 3, 0}, 9}, RECORD_SOLVED},
        {{{5, 0, 1, 3, 0}, 9}, RECORD_WORKING}, {{{3, 0, 0, 4, 2}, 9}, RECORD_SOLVED},
        {{{2, 0, 0, 4, 3}, 9}, RECORD_HELD},    {{{1, 1, 0, 4, 3}, 9}, RECORD_WORKING},
        {{{0, 0, 0, 0, 2}, 2}, RECORD_HELD},    {{{0, 0, 0, 0, 0}, 0}, RECORD_NEW},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(learning_skill_state(&rows[i].tally), rows[i].state);
}

/* ---- Search */

static void what_is_found(void **state)
{
    static const struct {
        const char *words;
        size_t lesson, exercise; /* of the first hit; lesson SIZE_MAX: a rule */
        enum rule rule;
    } rows[] = {
        {"the pairing", 3, SIZE_MAX, RULE_COUNT},
        {"PAIRING", 3, SIZE_MAX, RULE_COUNT},
        {"  four briefs ", 11, SIZE_MAX, RULE_COUNT},
        {"briefs four", 11, SIZE_MAX, RULE_COUNT},
        {"blankinword", SIZE_MAX, SIZE_MAX, RULE_BlankInWord},
        {"docker: Error response from daemon: failed to create task for container: failed to "
         "create shim task: OCI runtime create failed: runc create failed: unable to start "
         "container process: error during container init:\n exec: \"python manage.py\": "
         "executable file not found in $PATH: unknown.\n",
         SIZE_MAX, SIZE_MAX, RULE_BlankInWord},
        {"docker: Error response from daemon: no command specified", SIZE_MAX, SIZE_MAX,
         RULE_NothingToRun},
    };
    struct session *session = open_course(*state, LEARNER_NEW, S(""));
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        search(session, rows[i].words);
        const struct walk_hits *hits = &session->learning->hits;
        if (!hits->len || hits->at[0].place.lesson != rows[i].lesson ||
            hits->at[0].place.exercise != rows[i].exercise || hits->at[0].rule != rows[i].rule)
            fail_msg("%s: %zu hits", rows[i].words, hits->len);
        assert_int_equal(session->rows[PANE_SEARCH], hits->len);
        session_do(session, COMMAND_BACK);
    }
    session_close(session);
}

/* Every place stands in it once. */
static void places_are_found_once(void **state)
{
    struct session *session = open_course(*state, LEARNER_NEW, S(""));
    search(session, "ENTRYPOINT");
    const struct walk_hits *hits = &session->learning->hits;
    assert_true(hits->len > 20);
    for (size_t i = 0; i < hits->len; i++)
        for (size_t k = 0; k < i; k++)
            if (hits->at[i].rule == hits->at[k].rule &&
                hits->at[i].place.lesson == hits->at[k].place.lesson &&
                hits->at[i].place.exercise == hits->at[k].place.exercise)
                fail_msg("%zu and %zu are the same", k, i);
    session_close(session);
}

static void it_is_sought_anew_at_every_key(void **state)
{
    struct session *session = open_course(*state, LEARNER_NEW, S(""));
    search(session, "zzz");
    assert_int_equal(session->rows[PANE_SEARCH], 0);
    session_do(session, COMMAND_CHOOSE); /* nothing is there */
    assert_int_equal(session->page, PANE_SEARCH);
    session_do(session, COMMAND_CUT_LINE);
    session_type(session, S("cmdx"), false);
    session_do(session, COMMAND_ERASE_LEFT);
    assert_true(session->rows[PANE_SEARCH] > 5);
    session_do(session, COMMAND_ROW_DOWN);
    assert_int_equal(session->row[PANE_SEARCH], 1);
    session_type(session, S(" "), false);
    assert_int_equal(session->row[PANE_SEARCH], 0);
    session_do(session, COMMAND_CHOOSE);
    assert_int_equal(session->page, PANE_TEXT);
    session_close(session);
}

static void a_rule_has_a_page_and_back(void **state)
{
    struct session *session = open_course(*state, LEARNER_NEW, S(""));
    search(session, "BlankInWord");
    session_do(session, COMMAND_CHOOSE);
    assert_int_equal(session->page, PANE_RULE);
    assert_int_equal(session->learning->rule, RULE_BlankInWord);
    session_do(session, COMMAND_BACK);
    assert_int_equal(session->page, PANE_SEARCH);
    assert_true(session->rows[PANE_SEARCH]);
    session_do(session, COMMAND_BACK);
    assert_int_equal(session->page, PANE_HOME);
    session_close(session);
}

static void much_is_cut(void **state)
{
    static char much[3 * SEARCH_BYTES];
    struct session *session = open_course(*state, LEARNER_NEW, S(""));
    for (size_t i = 0; i < sizeof much; i += 2)
        memcpy(much + i, "\xC3\xA4", 2);
    much[0] = 'a'; /* so that the end falls into a character */
    search(session, "");
    session_type(session, (struct slice){much, sizeof much}, true);
    assert_in_range(session->learning->words_len, SEARCH_BYTES - 4, SEARCH_BYTES);
    session_type(session, S("more"), false);
    session_do(session, COMMAND_ERASE_LEFT);
    session_close(session);
}

/* ---- Progress */

static size_t exercises_of(const struct session *session)
{
    size_t n = 0;
    for (size_t i = 0; i < session->learning->progress.len; i++)
        n += session->learning->progress.at[i].place.exercise != SIZE_MAX;
    return n;
}

static void filters_go_round(void **state)
{
    struct session *session = open_course(*state, LEARNER_MIDWAY, S(""));
    const struct progress_summary *summary = &session->learning->summary;
    session_do(session, COMMAND_PROGRESS);
    assert_int_equal(session->page, PANE_PROGRESS);
    size_t all = exercises_of(session), rows = session->rows[PANE_PROGRESS];
    assert_int_equal(all, summary->all.total);
    assert_int_equal(rows, all + session->learning->walk.course.len);
    assert_int_equal(session->row[PANE_PROGRESS], 1);
    session_do(session, COMMAND_FILTER);
    size_t open = exercises_of(session);
    session_do(session, COMMAND_FILTER);
    assert_int_equal(exercises_of(session), 3);
    session_do(session, COMMAND_FILTER);
    assert_int_equal(exercises_of(session) + open, all);
    session_do(session, COMMAND_FILTER);
    assert_int_equal(session->rows[PANE_PROGRESS], rows);
    assert_int_equal(summary->due, 3);
    assert_int_equal(summary->met_len, 2);
    assert_true(summary->seconds > 600);
    session_close(session);
}

static void from_home_what_is_open(void **state)
{
    struct session *session = open_course(*state, LEARNER_MIDWAY, S(""));
    session_do(session, COMMAND_FILTER);
    assert_int_equal(session->page, PANE_PROGRESS);
    assert_int_equal(session->learning->filter, FILTER_OPEN);
    assert_int_equal(session->learning->progress.at[1].place.lesson, 3);
    session_do(session, COMMAND_CHOOSE);
    assert_true(learning_has_task(session));
    assert_int_equal(session->learning->walk.place.lesson, 3);
    session_close(session);
}

static void forgetting_one_is_asked_for(void **state)
{
    struct session *session = open_course(*state, LEARNER_MIDWAY, S(""));
    session_do(session, COMMAND_PROGRESS);
    session_do(session, COMMAND_FIRST);
    session_do(session, COMMAND_RESET_ONE); /* a lesson */
    assert_int_equal(session->dialog, PANE_COUNT);
    assert_true(*session->message);
    session_do(session, COMMAND_LAST);
    session_do(session, COMMAND_RESET_ONE); /* nothing was done of it */
    assert_int_equal(session->dialog, PANE_COUNT);
    session_do(session, COMMAND_FIRST);
    session_do(session, COMMAND_ROW_DOWN);
    session_do(session, COMMAND_RESET_ONE);
    assert_int_equal(session->dialog, PANE_ASK);
    session_do(session, COMMAND_NO);
    assert_int_equal(session->learning->progress.at[1].record.state, RECORD_HELD);
    session_do(session, COMMAND_RESET_ONE);
    session_do(session, COMMAND_YES);
    assert_int_equal(session->learning->progress.at[1].record.state, RECORD_NEW);
    assert_int_equal(session->row[PANE_PROGRESS], 1);
    assert_int_equal(session->learning->home.held, 1); /* what home shows knows it */
    session_do(session, COMMAND_UNDO_RESET);
    assert_int_equal(session->learning->progress.at[1].record.state, RECORD_HELD);
    assert_int_equal(session->learning->home.held, 2);
    session_close(session);
}

static void forgetting_all_and_back(void **state)
{
    struct session *session = open_course(*state, LEARNER_MIDWAY, S(""));
    const struct progress_summary *summary = &session->learning->summary;
    session_do(session, COMMAND_PROGRESS);
    size_t new = summary->all.of[RECORD_NEW];
    session_do(session, COMMAND_RESET_ALL);
    assert_int_equal(session->asking, ASKING_RESET_ALL);
    session_do(session, COMMAND_YES);
    assert_int_equal(summary->all.of[RECORD_NEW], summary->all.total);
    assert_int_equal(summary->met_len, 0);
    session_do(session, COMMAND_RESET_ALL); /* nothing is left */
    assert_int_equal(session->dialog, PANE_COUNT);
    session_do(session, COMMAND_UNDO_RESET);
    assert_int_equal(summary->all.of[RECORD_NEW], new);
    session_do(session, COMMAND_UNDO_RESET);
    assert_true(*session->message);
    session_close(session);
}

/* The last rows of a list that becomes shorter. */
static void the_row_stays_in_the_list(void **state)
{
    struct session *session = open_course(*state, LEARNER_MIDWAY, S(""));
    session_do(session, COMMAND_PROGRESS);
    session_do(session, COMMAND_FILTER);
    session_do(session, COMMAND_FILTER);
    session_do(session, COMMAND_LAST);
    session_do(session, COMMAND_RESET_ONE);
    session_do(session, COMMAND_YES);
    assert_int_equal(session->rows[PANE_PROGRESS], 3);
    assert_true(session->row[PANE_PROGRESS] < 3);
    session_close(session);
}

/* ---- From page to page */

static void back_is_never_a_circle(void **state)
{
    struct session *session = open_course(*state, LEARNER_MIDWAY, S(""));
    session_do(session, COMMAND_PROGRESS);
    session_do(session, COMMAND_SEARCH);
    session_do(session, COMMAND_PROGRESS);
    session_do(session, COMMAND_BACK);
    assert_int_equal(session->page, PANE_HOME);
    session_close(session);
}

/* What was known of the lesson at hand is gone: there is no way back to its page. */
static void forgetting_leaves_the_lesson(void **state)
{
    struct session *session = open_course(*state, LEARNER_MIDWAY, S(""));
    session_do(session, COMMAND_ROW_DOWN);
    session_do(session, COMMAND_CHOOSE);
    assert_int_equal(session->page, PANE_TEXT);
    session_do(session, COMMAND_PROGRESS);
    session_do(session, COMMAND_RESET_ALL);
    session_do(session, COMMAND_YES);
    session_do(session, COMMAND_BACK);
    assert_int_equal(session->page, PANE_HOME);
    session_do(session, COMMAND_HELP);
    session_do(session, COMMAND_TEXT);
    assert_int_equal(session->page, PANE_HELP);
    session_close(session);
}

/* ---- A plan */

static void a_plan_is_listed(void **state)
{
    struct session *session = open_course(*state, LEARNER_NEW, S(PLAN));
    const struct learning_home *home = &session->learning->home;
    assert_int_equal(session->rows[PANE_HOME], 2);
    assert_int_equal(home->next_row, 0);
    assert_true(home->open[0] && !home->open[1]);
    assert_int_equal(home->minutes.given, 30);
    session_do(session, COMMAND_ROW_DOWN);
    session_do(session, COMMAND_CHOOSE); /* it comes later */
    assert_int_equal(session->page, PANE_HOME);
    assert_true(*session->message);
    session_do(session, COMMAND_ROW_UP);
    session_do(session, COMMAND_CHOOSE);
    assert_true(learning_has_task(session));
    session_close(session);
}

/* ---- What was typed and not checked */

static void a_text_is_there_again(void **state)
{
    struct session *session = open_course(*state, LEARNER_MIDWAY, S(""));
    char typed[256] = "";
    session_do(session, COMMAND_CHOOSE);
    assert_int_equal(learning_work(session), PANE_EDITOR);
    session_type(session, S("CMD [\"half"), false);
    struct slice text = editor_text(&session->editor);
    assert_true(text.len < sizeof typed);
    memcpy(typed, text.at, text.len);
    session_do(session, COMMAND_HOME);
    session_do(session, COMMAND_CHOOSE);
    assert_slice("again", editor_text(&session->editor), slice_of(typed));
    session_do(session, COMMAND_CHECK); /* it is an answer now, and kept as one */
    session_do(session, COMMAND_HOME);
    session_do(session, COMMAND_CHOOSE);
    assert_slice("answer", editor_text(&session->editor), slice_of(typed));
    assert_int_equal(session->learning->draft.len, 0);
    session_close(session);
}

static void pasted_lines_answer_several(void **state)
{
    struct session *session = open_course(*state, LEARNER_NEW, S(""));
    search(session, "Whose word is it?");
    session_do(session, COMMAND_CHOOSE);
    assert_int_equal(session->learning->asked, 3);
    session_type(session, S("EECC\r\nEERR"), true);
    assert_slice("first", learning_said(session, 0), S("EECC"));
    assert_slice("second", learning_said(session, 1), S("EERR"));
    session_do(session, COMMAND_HOME);
    search(session, "Whose word is it?");
    session_do(session, COMMAND_CHOOSE);
    assert_slice("again", learning_said(session, 1), S("EERR"));
    session_close(session);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        at_desk(somebody_new_begins_with_the_first_lesson),
        at_desk(midway_one_goes_on_where_one_was),
        at_desk(enter_opens_another_lesson),
        at_desk(sideways_is_the_other_column),
        at_desk(through_there_is_nothing_to_go_on_with),
        at_desk(review_is_begun_or_said_to_be_over),
        cmocka_unit_test(states_of_skills),
        at_desk(what_is_found),
        at_desk(places_are_found_once),
        at_desk(it_is_sought_anew_at_every_key),
        at_desk(a_rule_has_a_page_and_back),
        at_desk(much_is_cut),
        at_desk(filters_go_round),
        at_desk(from_home_what_is_open),
        at_desk(forgetting_one_is_asked_for),
        at_desk(forgetting_all_and_back),
        at_desk(the_row_stays_in_the_list),
        at_desk(back_is_never_a_circle),
        at_desk(forgetting_leaves_the_lesson),
        at_desk(a_plan_is_listed),
        at_desk(a_text_is_there_again),
        at_desk(pasted_lines_answer_several),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
