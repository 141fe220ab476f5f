/* Home of the course: where one goes on, what is due, the lessons. In: what is known of the
 * learner. Out: struct learning_home, a row a lesson or, with a plan, an exercise of it. See
 * learning.h. */
#include "app/session/inside.h"

/* ---- Reading what it shows, under the guard */

static void read_next(struct session *session)
{
    struct learning *learning = session->learning;
    struct walk *walk = &learning->walk;
    struct learning_home *home = &learning->home;
    home->has_next = walk_next_known(walk, &home->known, &home->next);
    home->next_row = SIZE_MAX;
    if (!home->has_next)
        return;
    for (size_t i = 0; walk->plan && i < walk->planned.len; i++)
        if (walk->planned.at[i].lesson == home->next.lesson &&
            walk->planned.at[i].exercise == home->next.exercise)
            home->next_row = i;
    home->next_row = walk->plan ? home->next_row : home->next.lesson;
    if (home->next.exercise == SIZE_MAX)
        return;
    const struct lesson *lesson =
        course_read(&walk->course, course_lesson(&walk->course, home->next));
    if (home->next.exercise < lesson->exercises.len)
        home->next_title = walk_title(walk, &learning->start,
                                      &lesson->exercises.at[home->next.exercise], home->now);
}

/* How long an answer to an exercise took so far, within what a review may take. */
static int64_t seconds_of(const struct record *record)
{
    enum { SHORT = 20, USUAL = 60, LONG = 300 };
    int64_t seconds = record->attempts ? record->seconds / record->attempts : USUAL;
    return seconds < SHORT ? SHORT : seconds > LONG ? LONG : seconds;
}

static void read_due(struct session *session)
{
    struct learning *learning = session->learning;
    struct walk *walk = &learning->walk;
    struct learning_home *home = &learning->home;
    struct walk_places due = {0};
    walk_due(walk, &learning->start, &home->known, home->now, &due);
    home->due = due.len;
    for (size_t i = 0; i < due.len; i++) {
        const struct outline *outline = &course_lesson(&walk->course, due.at[i])->outline;
        const struct outline_exercise *exercise = &outline->at[due.at[i].exercise];
        home->due_seconds += seconds_of(walk_record(&home->known, exercise->id));
        if (exercise->kind < EXERCISE_KIND_COUNT)
            home->due_of[exercise->kind]++;
    }
    for (size_t i = 0; i < home->known.records.len; i++) {
        const struct record *record = &home->known.records.at[i];
        if (record->due > home->now && (!home->back || record->due < home->back))
            home->back = record->due;
    }
}

static void read_lessons(struct session *session)
{
    struct learning *learning = session->learning;
    const struct course *course = &learning->walk.course;
    struct learning_home *home = &learning->home;
    home->tallies = arena_array(&learning->start, struct walk_tally, course->len);
    for (size_t i = 0; i < course->len; i++) {
        struct walk_tally *tally = &home->tallies[i];
        *tally = walk_count(&home->known, &course->at[i].outline);
        enum record_state state = walk_state(tally);
        home->held += state == RECORD_HELD;
        home->solved += state == RECORD_SOLVED;
        for (int k = RECORD_NEW; k <= RECORD_HELD; k++)
            home->all.of[k] += tally->of[k];
        home->all.total += tally->total;
    }
    walk_skills(&learning->walk, &home->known, &home->skills);
    home->core = walk_core(&learning->walk, &home->known, SIZE_MAX);
    home->more = walk_more(&learning->walk, &home->known, SIZE_MAX);
}

static void read_plan(struct session *session)
{
    struct learning *learning = session->learning;
    struct walk *walk = &learning->walk;
    struct learning_home *home = &learning->home;
    if (!walk->plan)
        return;
    home->minutes = walk_minutes(walk, &home->known);
    home->open = arena_array(&learning->start, bool, walk->planned.len);
    for (size_t i = 0; i < walk->planned.len; i++) {
        home->open[i] = walk_is_open(walk, &home->known, i);
        home->passed += walk_record(&home->known, walk->plan->plan.at[i].id)->passed;
    }
}

static void read_home(struct session *session)
{
    struct learning *learning = session->learning;
    struct walk *walk = &learning->walk;
    learning->home.now = learning->clock();
    walk_read_known(walk, &learning->start, &learning->home.known);
    read_lessons(session);
    read_plan(session);
    read_due(session);
    session->rows[PANE_HOME] = walk->plan ? walk->planned.len : walk->course.len;
}

/* ---- Opening it, and going from it */

void learning_leave(struct session *session)
{
    struct learning *learning = session->learning;
    if (learning_begins(session)) {
        walk_home(&learning->walk);
        learning->lesson = (struct learning_lesson){0};
        learning->draft = S("");
        arena_reset(&learning->arena, 0);
    }
    learning_ends(session);
}

void learning_home_again(struct session *session)
{
    struct learning *learning = session->learning;
    size_t column = learning->home.column;
    learning->home = (struct learning_home){.column = column};
    session->rows[PANE_HOME] = 0;
    if (learning_begins(session)) {
        arena_reset(&learning->start, 0);
        read_home(session);
    }
    learning_ends(session);
    if (!session->rows[PANE_HOME])
        return;
    if (learning_begins(session)) /* home is one without it */
        read_next(session);
    learning_ends(session);
}

void learning_home(struct session *session)
{
    struct learning *learning = session->learning;
    if (!learning)
        return;
    learning_keep_draft(session);
    learning_leave(session);
    learning_home_again(session);
    session->page = PANE_HOME;
    session->dialog = PANE_COUNT;
    session->under[PANE_HOME] = PANE_HOME;
    session->row[PANE_HOME] = learning->home.has_next ? learning->home.next_row : 0;
    session->asks_anew = true;
}

struct course_place learning_home_place(const struct session *session, size_t row)
{
    const struct walk *walk = &session->learning->walk;
    return walk->plan ? walk->planned.at[row] : (struct course_place){row, SIZE_MAX};
}

bool learning_home_goes_on(const struct session *session, size_t row)
{
    const struct learning_home *home = &session->learning->home;
    return home->has_next && home->next_row == row;
}

void learning_home_choose(struct session *session)
{
    struct learning *learning = session->learning;
    size_t row = session->row[PANE_HOME];
    if (row >= session->rows[PANE_HOME])
        return;
    if (learning_begins(session)) {
        int64_t now = learning->clock();
        struct course_place place = learning_home_place(session, row);
        learning_arrive(session, learning_home_goes_on(session, row)
                                     ? walk_go_on(&learning->walk, now)
                                     : walk_to(&learning->walk, place, now));
    }
    learning_ends(session);
}

void learning_home_sideways(struct session *session, int by)
{
    size_t row = session->row[PANE_HOME], top = session->top[PANE_HOME];
    size_t column = session->learning ? session->learning->home.column : 0;
    bool right = column && row >= top + column;
    if (!column || session->page != PANE_HOME || right == (by > 0))
        return;
    row = by > 0 ? row + column : row - column;
    size_t rows = session->rows[PANE_HOME];
    session->row[PANE_HOME] = row < rows ? row : rows - 1;
}

void learning_review(struct session *session)
{
    struct learning *learning = session->learning;
    if (!learning)
        return;
    learning_keep_draft(session);
    if (learning_begins(session)) {
        enum walk_step step = walk_review(&learning->walk, learning->clock());
        learning_arrive(session, step);
        if (step == WALK_NOTHING)
            session_tell(session, WORDS_SAY_NOT_DUE, NULL);
    }
    learning_ends(session);
}

/* ---- Skills */

enum record_state learning_skill_state(const struct walk_tally *tally)
{
    enum { ENOUGH = 3 };
    size_t enough = tally->total < ENOUGH ? tally->total : ENOUGH;
    size_t held = tally->of[RECORD_HELD], solved = held + tally->of[RECORD_SOLVED];
    if (tally->of[RECORD_NEW] == tally->total)
        return RECORD_NEW;
    if (solved < enough || tally->of[RECORD_NEW] + solved < tally->total)
        return RECORD_WORKING;
    return held >= enough ? RECORD_HELD : RECORD_SOLVED;
}
