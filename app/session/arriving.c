/* The course in the session: opening it, and showing where the walk stands. See learning.h.
 *
 * In: steps of the walk. Out: the page or workspace that belongs there. What is typed and checked
 * stands in answering.c, home and the other lists in home.c, search.c and standing.c. */
#include "app/session/inside.h"

#include "app/course/page.h"
#include "app/ground/heap.h"

#include <errno.h>
#include <stdlib.h>

/* ---- What is known of the lesson */

static void count_solved(struct learning_lesson *at)
{
    at->solved = 0;
    for (size_t i = 0; i < at->len; i++)
        at->solved += at->states[i] == RECORD_SOLVED || at->states[i] == RECORD_HELD;
}

/* Under the guard, when one arrived. */
static void read_lesson(struct session *session)
{
    struct learning *learning = session->learning;
    struct walk *walk = &learning->walk;
    struct arena *arena = &learning->arena;
    struct learning_lesson *at = &learning->lesson;
    struct walk_known known;
    *at = (struct learning_lesson){.lesson = walk_lesson(walk)};
    if (!at->lesson)
        return;
    arena_reset(&walk->scratch, 0);
    walk_read_known(walk, &walk->scratch, &known);
    at->number = walk->place.lesson == SIZE_MAX ? 0 : walk->place.lesson + 1;
    at->len = at->lesson->exercises.len;
    at->states = arena_array(arena, enum record_state, at->len);
    for (size_t i = 0; i < at->len; i++)
        at->states[i] = walk_record(&known, at->lesson->exercises.at[i].id)->state;
    count_solved(at);
    if (walk->along == WALK_PLAN)
        at->minutes = walk_minutes(walk, &known);
    if (at->number && at->number < walk->course.len)
        at->next_title = walk->course.at[at->number].outline.title;
    at->core = at->number ? walk_core(walk, &known, at->number - 1) : 0;
    at->more = at->number ? walk_more(walk, &known, at->number - 1) : 0;
    if (walk->at == WALK_END) {
        at->asks_again = walk_asks_again(walk);
        at->titles = arena_array(arena, struct slice, at->len);
        for (size_t i = 0; i < at->len; i++)
            at->titles[i] =
                walk_title(walk, arena, &at->lesson->exercises.at[i], learning->clock());
    }
}

/* Behind an answer, a hint, a look at the model answer. Under the guard. */
void learning_known(struct session *session)
{
    struct learning *learning = session->learning;
    struct learning_lesson *at = &learning->lesson;
    size_t exercise = learning->walk.place.exercise;
    if (exercise < at->len)
        at->states[exercise] = learning->walk.sitting.record.state;
    count_solved(at);
    if (learning_is_start(session))
        at->said_first = walk_said_first(&learning->walk, &learning->arena);
}

/* ---- Arriving */

static void say_id(struct session *session, enum words_id id)
{
    if (id != WORDS_COUNT)
        session_tell(session, id, NULL);
}

/* The exercise becomes the workspace: the last answer that is kept, else the lines at its start. */
static void show_exercise(struct session *session)
{
    struct learning *learning = session->learning;
    const struct task *task = &learning->walk.sitting.task;
    struct slice draft = learning_draft(session);
    struct slice last = draft.len ? draft : sitting_text(&learning->walk.sitting);
    enum pane work = learning_work(session);
    size_t asked = task->items.len ? task->items.len : task->asks.len;
    learning->shown = task->exercise;
    learning->shows = SHOWS_WANTED;
    learning->hint = 0;
    learning->asked = asked < SAID_LINES ? asked : SAID_LINES;
    learning_say_draft(learning, draft);
    if (!editor_open(&session->editor, work != PANE_EDITOR ? S("") : last.len ? last : task->start))
        say_id(session, WORDS_SAY_TEXT_FULL);
    editor_move(&session->editor, EDITOR_TOP);
    session_set_line(session, work == PANE_LINE ? last : S(""), last.len, true);
    session->row[PANE_SAY] = session->row[PANE_CHECKS] = 0;
    session->top[PANE_TASK] = session->top[PANE_CHECKS] = session->top[PANE_EDITOR] = 0;
    session_replaced(session);
    session_go(session, work);
    session->under[PANE_HOME] = PANE_COUNT;
}

static void show_page(struct session *session, enum pane page)
{
    session->page = page;
    session->dialog = PANE_COUNT;
    session->top[page] = 0;
    session->under[page] = PANE_HOME;
}

void learning_arrive(struct session *session, enum walk_step step)
{
    static const enum words_id sayings[] = {
        [WALK_STEPPED] = WORDS_COUNT,
        [WALK_NO_FURTHER] = WORDS_SAY_NO_FURTHER,
        [WALK_REVIEWED] = WORDS_SAY_REVIEWED,
        [WALK_THROUGH] = WORDS_SAY_THROUGH,
        [WALK_NOTHING] = WORDS_SAY_NOTHING_THERE,
        [WALK_UNUSABLE] = WORDS_SAY_UNUSABLE,
        [WALK_LOCKED] = WORDS_SAY_LOCKED,
        [WALK_NO_SKIP] = WORDS_SAY_NO_SKIP,
    };
    bool moved = step == WALK_STEPPED || step == WALK_REVIEWED || step == WALK_UNUSABLE;
    if (moved)
        read_lesson(session);
    if (moved)
        switch (session->learning->walk.at) {
        case WALK_HOME: learning_home(session); break;
        case WALK_PAGE: show_page(session, PANE_TEXT); break;
        case WALK_EXERCISE: show_exercise(session); break;
        case WALK_END: show_page(session, PANE_END); break;
        }
    say_id(session, sayings[step]);
}

/* ---- Going */

/* How many of the questions were right at the beginning, and now. */
static void say_after(struct session *session)
{
    struct learning *learning = session->learning;
    struct walk_before before;
    walk_before_and_after(&learning->walk, &learning->lists, &before);
    const struct words_args args = {.word = words_digits(&learning->lists, before.first),
                                    .other = words_digits(&learning->lists, before.last),
                                    .file = words_digits(&learning->lists, before.all)};
    session_tell(session, WORDS_SAY_AFTER, &args);
}

void learning_move(struct session *session, int by)
{
    struct learning *learning = session->learning;
    enum walk_step volatile step = WALK_NO_FURTHER;
    size_t begin = SIZE_MAX;
    if (!learning)
        return;
    bool was_again = learning_is_start(session) && learning->walk.again;
    learning_keep_draft(session);
    if (learning_begins(session)) {
        if (!learning_is_start(session))
            step = walk_move(&learning->walk, by, learning->clock());
        else if (walk_start_next(&learning->walk, &begin, learning->clock()))
            step = WALK_STEPPED;
        else if (begin == SIZE_MAX)
            step = WALK_STEPPED;
        else
            step =
                walk_to(&learning->walk, (struct course_place){begin, SIZE_MAX}, learning->clock());
        learning_arrive(session, step);
        const struct words_args args = {.number = (uint32_t)(begin + 1)};
        if (begin != SIZE_MAX)
            session_tell(session, WORDS_SAY_BEGIN, &args);
        else if (was_again && learning->walk.at == WALK_HOME)
            say_after(session);
    }
    learning_ends(session);
}

/* Whether a page of the course fits where one stands; other pages always do. */
static bool fits(enum pane page, enum walk_at at)
{
    switch (page) {
    case PANE_COUNT: return at == WALK_EXERCISE;
    case PANE_END: return at == WALK_END;
    case PANE_TEXT: return at != WALK_HOME;
    case PANE_HOME: return at == WALK_HOME;
    default: return true;
    }
}

void learning_stand(struct session *session)
{
    if (!session->learning)
        return;
    if (session->page == PANE_HOME && !session->learning->home.tallies)
        learning_home(session); /* there was no memory for it */
    if (fits(session->page, session->learning->walk.at))
        return;
    switch (session->page == PANE_HOME ? WALK_HOME : session->learning->walk.at) {
    case WALK_HOME: learning_home(session); break;
    case WALK_PAGE: show_page(session, PANE_TEXT); break;
    case WALK_EXERCISE: session_go(session, learning_work(session)); break;
    case WALK_END: show_page(session, PANE_END); break;
    }
}

void learning_practise(struct session *session)
{
    struct learning *learning = session->learning;
    learning_keep_draft(session);
    if (learning_begins(session)) {
        enum walk_step step = walk_practise(&learning->walk, learning->clock());
        learning_arrive(session, step);
        if (step == WALK_NOTHING)
            say_id(session, WORDS_SAY_NO_PRACTICE);
    }
    learning_ends(session);
}

void learning_text(struct session *session)
{
    if (!session->learning || !session->learning->lesson.lesson ||
        session->learning->walk.place.lesson == SIZE_MAX)
        return;
    session_open_page(session, PANE_TEXT);
}

/* Enter on a page of the course, or in a part that is only read. */
void learning_choose(struct session *session)
{
    switch (session_pane(session)) {
    case PANE_HOME: learning_home_choose(session); break;
    case PANE_SEARCH: learning_search_choose(session); break;
    case PANE_PROGRESS: learning_progress_choose(session); break;
    case PANE_TEXT:
        if (learning_has_task(session))
            session_back(session); /* it was opened from the exercise */
        else
            learning_move(session, 1);
        break;
    case PANE_END: learning_move(session, 1); break;
    case PANE_CHECKS:
    case PANE_TASK:
        if (learning_may_go_on(session))
            learning_move(session, 1);
        else
            session_go(session, learning_work(session));
        break;
    default: break;
    }
}

/* ---- To the scratchpad */

/* The exercise with what was made of it. */
static void situation_of_task(struct session *session, struct slice *text, struct slice *line)
{
    struct arena *arena = &session->learning->arena;
    const struct task *task = &session->learning->walk.sitting.task;
    enum pane work = learning_work(session);
    struct slice own = work == PANE_EDITOR ? editor_text(&session->editor) : S("");
    struct slice typed = {session->line, session->line_len};
    *line = arena_copy(arena, work == PANE_LINE ? typed : learning_line(session, arena));
    if (task->images.len) {
        *text = task_alone(arena, task, own, *line);
        return;
    }
    *text = task->given.len && own.len ? TEXT(arena, task->given, S("\n"), own)
            : own.len                  ? arena_copy(arena, own)
                                       : task->given;
}

/* What is at hand as a situation: that, or the lesson's last example. */
static bool situation(struct session *session, struct slice *text, struct slice *line)
{
    struct learning *learning = session->learning;
    if (learning_has_task(session)) {
        situation_of_task(session, text, line);
        return true;
    }
    const struct lesson *lesson = walk_lesson(&learning->walk);
    return lesson && page_last_example(&learning->arena, &lesson->prose, text, line);
}

void learning_pad(struct session *session)
{
    bool home = session->page == PANE_HOME || session->page == PANE_SEARCH ||
                session->page == PANE_PROGRESS || learning_is_start(session);
    struct slice text, line;
    if (!session->other)
        return;
    learning_keep_draft(session);
    session->effect = EFFECT_OTHER;
    if (!home) {
        if (learning_begins(session) && situation(session, &text, &line))
            session_take(session->other, text, line);
        learning_ends(session);
    }
    if (!session->other->message[0])
        session_tell(session->other, WORDS_SAY_PAD_BACK, NULL);
}

/* ---- Opening */

static enum walk_failure begin(struct session *session, const struct learning_setup *setup,
                               enum walk_step *step)
{
    struct learning *learning = session->learning;
    int64_t now = setup->clock();
    enum walk_failure failure = walk_open(&learning->walk, &setup->walk, learning->guard);
    *step = WALK_STEPPED;
    if (failure != WALK_OPENED)
        return failure;
    if (slice_equal(setup->place, S("start")) && learning->walk.course.start.file)
        *step = walk_start(&learning->walk, now);
    else if (setup->place.len)
        *step = walk_go(&learning->walk, setup->place, now);
    else if (walk_is_first(&learning->walk))
        *step = walk_start(&learning->walk, now);
    learning_arrive(session, *step);
    if (session->page == PANE_HOME && !learning->home.tallies)
        learning_home(session); /* there is no such place */
    return WALK_OPENED;
}

enum walk_failure learning_open(struct session *session, const struct learning_setup *setup,
                                enum walk_step *step)
{
    enum walk_failure volatile failure = WALK_NO_DIRECTORY;
    *step = WALK_NOTHING;
    session->learning = calloc(1, sizeof *session->learning);
    if (!session->learning)
        return failure;
    session->learning->clock = setup->clock;
    arena_init(&session->learning->arena, &heap);
    arena_init(&session->learning->start, &heap);
    arena_init(&session->learning->lists, &heap);
    arena_init(&session->learning->found, &heap);
    session->page = session->under[PANE_HOME] = PANE_HOME;
    bool volatile whole = false;
    if (learning_begins(session)) {
        failure = begin(session, setup, step);
        whole = true;
    }
    if (!whole) {
        learning_close(session);
        return WALK_NO_DIRECTORY;
    }
    learning_ends(session);
    session_refresh(session, true);
    return failure;
}

void learning_close(struct session *session)
{
    if (!session->learning)
        return;
    walk_close(&session->learning->walk);
    arena_free(&session->learning->arena);
    arena_free(&session->learning->start);
    arena_free(&session->learning->lists);
    arena_free(&session->learning->found);
    free(session->learning);
    session->learning = NULL;
}
