/* Progress as a list: every exercise with its state; forgetting what was done, and taking that
 * back. In: what is known of the learner. Out: rows, and what stands above them. See learning.h. */
#include "app/session/inside.h"

#include "app/course/met.h"

/* ---- Reading it, under the guard */

static bool is_wanted(enum learning_filter filter, const struct record *record, int64_t now)
{
    bool done = record->state == RECORD_SOLVED || record->state == RECORD_HELD;
    switch (filter) {
    case FILTER_OPEN: return !done;
    case FILTER_DUE: return record_is_due(record, now);
    case FILTER_DONE: return done;
    default: return true;
    }
}

static void sum_up(struct progress_summary *summary, const struct record *record)
{
    summary->all.of[record->state]++;
    summary->all.total++;
    summary->due += record_is_due(record, summary->now);
    summary->seconds += record->seconds;
}

/* A lesson has a row of its own above its exercises. */
static void add_lesson(struct learning *learning, const struct walk_known *known, size_t lesson)
{
    const struct outline *outline = &learning->walk.course.at[lesson].outline;
    struct progress_rows *rows = &learning->progress;
    bool titled = false;
    for (size_t i = 0; i < outline->len; i++) {
        const struct record *record = walk_record(known, outline->at[i].id);
        sum_up(&learning->summary, record);
        if (!is_wanted(learning->filter, record, learning->summary.now))
            continue;
        if (!titled)
            *list_add(&learning->lists, rows) =
                (struct progress_row){.place = {lesson, SIZE_MAX}, .title = outline->title};
        titled = true;
        *list_add(&learning->lists, rows) =
            (struct progress_row){{lesson, i}, outline->at[i].title, *record};
    }
}

/* What was done is read for this alone: only where it may have changed. */
static void read_met(struct session *session)
{
    struct learning *learning = session->learning;
    struct deeds deeds = {0};
    learning->summary.met_len = 0;
    if (learning_begins(session)) {
        arena_reset(&learning->lists, 0);
        store_deeds(&learning->walk.store, &learning->lists, &deeds);
        learning->summary.met_len = beliefs_met(&deeds, learning->summary.met);
    }
    learning_ends(session);
}

static void read_rows(struct session *session)
{
    struct learning *learning = session->learning;
    struct course *course = &learning->walk.course;
    struct walk_known known;
    struct progress_summary *summary = &learning->summary;
    arena_reset(&learning->lists, 0);
    summary->now = learning->clock();
    summary->all = (struct walk_tally){0};
    summary->due = 0;
    summary->seconds = 0;
    walk_read_known(&learning->walk, &learning->lists, &known);
    for (size_t i = 0; i < course->len; i++)
        add_lesson(learning, &known, i);
    session->rows[PANE_PROGRESS] = learning->progress.len;
}

static bool is_exercise(const struct learning *learning, size_t row)
{
    return row < learning->progress.len && learning->progress.at[row].place.exercise != SIZE_MAX;
}

/* The first exercise stands under the title of its lesson. */
static void read_again(struct session *session)
{
    struct learning *learning = session->learning;
    learning->progress = (struct progress_rows){0};
    session->rows[PANE_PROGRESS] = 0;
    if (learning_begins(session))
        read_rows(session);
    learning_ends(session);
    size_t rows = session->rows[PANE_PROGRESS];
    if (!rows)
        learning->progress = (struct progress_rows){0};
    if (session->row[PANE_PROGRESS] >= rows)
        session->row[PANE_PROGRESS] = rows ? rows - 1 : 0;
}

static void show_list(struct session *session, enum learning_filter filter)
{
    session->learning->filter = filter;
    session->row[PANE_PROGRESS] = session->top[PANE_PROGRESS] = 0;
    read_again(session);
    session->row[PANE_PROGRESS] = is_exercise(session->learning, 1);
}

/* ---- Commands */

void learning_progress(struct session *session)
{
    if (!session->learning)
        return;
    read_met(session);
    show_list(session, FILTER_ALL);
    session_open_page(session, PANE_PROGRESS);
}

/* From home: what is open. */
void learning_filter(struct session *session)
{
    struct learning *learning = session->learning;
    if (!learning)
        return;
    bool here = session->page == PANE_PROGRESS;
    if (!here)
        read_met(session);
    show_list(session,
              here ? (enum learning_filter)((learning->filter + 1) % FILTER_COUNT) : FILTER_OPEN);
    session_open_page(session, PANE_PROGRESS);
}

void learning_progress_choose(struct session *session)
{
    struct learning *learning = session->learning;
    size_t row = session->row[PANE_PROGRESS];
    if (row >= learning->progress.len)
        return;
    learning_keep_draft(session);
    if (learning_begins(session))
        learning_arrive(
            session, walk_to(&learning->walk, learning->progress.at[row].place, learning->clock()));
    learning_ends(session);
}

/* ---- Forgetting */

/* Of what is forgotten; empty: of all. */
static struct slice id_of(const struct learning *learning, size_t row)
{
    struct course_place place = learning->progress.at[row].place;
    return learning->walk.course.at[place.lesson].outline.at[place.exercise].id;
}

void learning_reset(struct session *session, bool all)
{
    struct learning *learning = session->learning;
    size_t row = session->row[PANE_PROGRESS];
    if (!learning || session->page != PANE_PROGRESS)
        return;
    bool one = is_exercise(learning, row);
    bool done = all ? learning->summary.all.of[RECORD_NEW] < learning->summary.all.total
                    : one && learning->progress.at[row].record.exercise.len;
    if (!all && !one) {
        session_tell(session, WORDS_SAY_RESET_WHICH, NULL);
    } else if (!done) {
        session_tell(session, WORDS_SAY_RESET_NOTHING, NULL);
    } else if (all) {
        session_ask(session, ASKING_RESET_ALL, WORDS_SAY_ASK_RESET_ALL, NULL);
    } else {
        const struct words_args args = {.file = learning->progress.at[row].title};
        session_ask(session, ASKING_RESET_ONE, WORDS_SAY_ASK_RESET_ONE, &args);
    }
}

/* What is known of the exercise at hand may be gone: from the list one comes home. */
static void leave_exercise(struct session *session)
{
    if (session->learning->walk.at == WALK_HOME)
        return;
    learning_leave(session);
    session->under[PANE_PROGRESS] = PANE_HOME;
    session->under[PANE_HOME] = PANE_HOME;
    session->asks_anew = true;
}

void learning_reset_answer(struct session *session, bool all)
{
    struct learning *learning = session->learning;
    int64_t volatile events = -1;
    struct slice id = all ? S("") : id_of(learning, session->row[PANE_PROGRESS]);
    if (learning_begins(session)) {
        events = store_reset(&learning->walk.store, id);
        if (all && events > 0) /* as for somebody who is new */
            store_set(&learning->walk.store, S("start"), S(""));
    }
    learning_ends(session);
    const struct words_args args = {.number = events < 0 ? 0 : (uint32_t)events};
    session_tell(session, events < 0 ? WORDS_SAY_RESET_FAILED : WORDS_SAY_RESET, &args);
    read_met(session);
    read_again(session);
    leave_exercise(session);
    learning_home_again(session);
}

void learning_undo_reset(struct session *session)
{
    struct learning *learning = session->learning;
    int64_t volatile events = -1;
    if (!learning)
        return;
    if (learning_begins(session))
        events = store_undo(&learning->walk.store);
    learning_ends(session);
    const struct words_args args = {.number = events < 0 ? 0 : (uint32_t)events};
    session_tell(session,
                 events < 0   ? WORDS_SAY_RESET_FAILED
                 : events > 0 ? WORDS_SAY_RESET_UNDONE
                              : WORDS_SAY_NO_RESET,
                 &args);
    read_met(session);
    read_again(session);
    learning_home_again(session);
}
