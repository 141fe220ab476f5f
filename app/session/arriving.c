/* The course in the session: opening it, showing where the walk stands, the question of an
 * exercise. See learning.h.
 *
 * In: steps of the walk. Out: the page or workspace that belongs there. What is typed and checked
 * stands in answering.c, home and the other lists in home.c, search.c and standing.c. */
#include "app/session/inside.h"

#include "app/course/page.h"
#include "app/ground/heap.h"

#include <errno.h>
#include <stdlib.h>

/* ---- Memory */

void learning_set_guard(struct session *session)
{
    walk_guard(&session->learning->walk, &session->learning->guard);
    session->learning->arena.guard = session->learning->start.guard = &session->learning->guard;
    session->learning->lists.guard = session->learning->found.guard = &session->learning->guard;
}

/* Behind a call of the walk; where there was no memory for it, that is said. */
void learning_ends(struct session *session)
{
    struct learning *learning = session->learning;
    struct arena *const arenas[] = {
        &learning->walk.held, &learning->walk.scratch, &learning->walk.tasks, &learning->arena,
        &learning->start,     &learning->lists,        &learning->found};
    for (size_t i = 0; i < sizeof arenas / sizeof *arenas; i++) {
        if (arenas[i]->stopped != ARENA_RUNNING)
            say(session->message, sizeof session->message, SAY_NO_MEMORY, NULL);
        arenas[i]->stopped = ARENA_RUNNING;
    }
}

/* ---- Looking */

bool learning_has_task(const struct session *session)
{
    return session->learning && session->learning->walk.at == WALK_EXERCISE;
}

bool learning_is_start(const struct session *session)
{
    return learning_has_task(session) && session->learning->walk.along == WALK_START;
}

static bool is_said(const struct session *session)
{
    return task_is_said(session->learning->walk.sitting.exercise);
}

bool learning_may_go_on(const struct session *session)
{
    if (!learning_has_task(session))
        return false;
    const struct sitting *sitting = &session->learning->walk.sitting;
    bool shown = session->learning->shows == SHOWS_ANSWER;
    if (learning_is_start(session))
        return shown || session->learning->shows == SHOWS_VERDICT;
    return sitting->passed || shown;
}

bool learning_hides(const struct session *session)
{
    return learning_has_task(session) && is_said(session) && !learning_may_go_on(session);
}

enum pane learning_work(const struct session *session)
{
    if (!learning_has_task(session))
        return PANE_COUNT;
    if (is_said(session))
        return PANE_SAY;
    return task_asks_line(session->learning->walk.sitting.exercise) ? PANE_LINE : PANE_EDITOR;
}

bool learning_lists(const struct session *session)
{
    enum learning_shows shows = session->learning->shows;
    return learning_has_task(session) && !is_said(session) &&
           (shows == SHOWS_WANTED || shows == SHOWS_VERDICT);
}

struct slice learning_said(const struct session *session, size_t i)
{
    return (struct slice){session->learning->said[i].text, session->learning->said[i].len};
}

enum learning_mark learning_mark(const struct session *session, size_t i)
{
    const struct learning *learning = session->learning;
    const struct sitting *sitting = &learning->walk.sitting;
    struct slice rest = sitting_text(sitting), line = S("");
    if (learning->said[i].right)
        return MARK_RIGHT;
    if (!sitting->has_verdict || i >= sitting->verdict.len || sitting->verdict.results[i].holds)
        return MARK_NONE;
    for (size_t k = 0; k <= i; k++)
        slice_cut(rest, '\n', &line, &rest);
    return slice_equal(line, utf8_trim(learning_said(session, i))) ? MARK_WRONG : MARK_NONE;
}

struct slice learning_asked(const struct session *session, size_t i)
{
    const struct task *task = &session->learning->walk.sitting.task;
    return task->items.len ? task->items.at[i].text : task->asks.at[i].text;
}

struct slice learning_given(const struct session *session)
{
    return slice_first(session->now->dockerfile.bytes, session->now->implied);
}

/* ---- The question */

/* The run line of a result's check; empty where it has none. */
static struct slice run_of(const struct task *task, const struct result *result)
{
    for (size_t i = 0; i < task->checks.len; i++)
        if (task->checks.at[i].line == result->line && task->checks.at[i].has_run)
            return task->checks.at[i].run;
    return S("");
}

/* The run line of the chosen check. Behind the checks, on what is said to them: of the first that
 * fails. */
static struct slice checked_line(const struct session *session, size_t row)
{
    const struct sitting *sitting = &session->learning->walk.sitting;
    const struct verdict *verdict = &sitting->verdict;
    bool has_verdict = session->learning->shows == SHOWS_VERDICT && sitting->has_verdict;
    if (row < sitting->task.visible)
        return sitting->task.checks.at[row].has_run ? sitting->task.checks.at[row].run : S("");
    if (has_verdict && row < verdict->len)
        return run_of(&sitting->task, &verdict->results[row]);
    for (size_t i = 0; has_verdict && i < verdict->len; i++)
        if (!verdict->results[i].holds)
            return run_of(&sitting->task, &verdict->results[i]);
    return S("");
}

/* The run line that is asked at the chosen row: of a check, of a prediction; else the image alone.
 */
static struct slice asked_line(const struct session *session, struct arena *arena)
{
    const struct task *task = &session->learning->walk.sitting.task;
    size_t row = session->row[task->asks.len ? PANE_SAY : PANE_CHECKS];
    if (row < task->asks.len)
        return task->asks.at[row].text;
    struct slice line = checked_line(session, row);
    return line.len ? line : TEXT(arena, S("docker run "), task->exercise->image);
}

void learning_question(struct session *session, struct evaluation *evaluation)
{
    struct arena *arena = &evaluation->arena;
    const struct task *task = &session->learning->walk.sitting.task;
    enum pane work = learning_work(session);
    struct slice typed = {session->line, session->line_len};
    struct slice lines = work == PANE_EDITOR ? editor_text(&session->editor) : S("");
    struct scene *scene = arena_new(arena, struct scene);
    scene_open(arena, &task->images, task->exercise->image, task->given, lines, scene);
    evaluation->dockerfile = scene->dockerfile;
    evaluation->implied = (uint32_t)(scene->dockerfile.bytes.len - lines.len);
    struct slice given = slice_first(scene->dockerfile.bytes, evaluation->implied);
    for (size_t i = 0; i < given.len; i++)
        evaluation->implied_lines += given.at[i] == '\n';
    evaluation->implied_lines += given.len && !slice_ends(given, S("\n"));
    struct slice line = work == PANE_LINE ? typed : asked_line(session, arena);
    evaluation->line = (struct text){SOURCE_LINE, S("line"), arena_copy(arena, line)};
    scene_question(arena, scene, &evaluation->line, &evaluation->question);
    evaluation->question.dockerfile = &evaluation->dockerfile;
    evaluation->question.want_warnings = true;
    if (!utf8_trim(line).len)
        evaluation->question.line = NULL;
    evaluation->image_source = IMAGE_GIVEN;
    evaluation->image = task->exercise->image;
    scene_put(arena, scene, &evaluation->question, &evaluation->answer);
}

void learning_row(struct session *session)
{
    if (!learning_has_task(session) || learning_work(session) == PANE_LINE)
        return;
    session->asks_anew = true;
}

void learning_count_rows(struct session *session)
{
    const struct sitting *sitting = &session->learning->walk.sitting;
    bool verdict = session->learning->shows == SHOWS_VERDICT && sitting->has_verdict;
    session->rows[PANE_SAY] = session->learning->asked;
    session->rows[PANE_CHECKS] = verdict ? sitting->verdict.len + 1 : sitting->task.visible;
}

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
    at->more = at->number ? walk_more(walk, &known, at->number - 1) : 0;
    if (walk->at == WALK_END) {
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

static void say_id(struct session *session, enum say_id id)
{
    if (id != SAY_COUNT)
        say(session->message, sizeof session->message, id, NULL);
}

/* The exercise becomes the workspace: the last answer that is kept, else the lines at its start. */
static void show_exercise(struct session *session)
{
    struct learning *learning = session->learning;
    const struct task *task = &learning->walk.sitting.task;
    struct slice last = sitting_text(&learning->walk.sitting);
    enum pane work = learning_work(session);
    size_t asked = task->items.len ? task->items.len : task->asks.len;
    learning->shows = SHOWS_WANTED;
    learning->hint = 0;
    learning->asked = asked < SAID_LINES ? asked : SAID_LINES;
    memset(learning->said, 0, sizeof learning->said);
    if (!editor_open(&session->editor, work != PANE_EDITOR ? S("") : last.len ? last : task->start))
        say_id(session, SAY_TEXT_FULL);
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
    static const enum say_id sayings[] = {
        [WALK_STEPPED] = SAY_COUNT,         [WALK_NO_FURTHER] = SAY_NO_FURTHER,
        [WALK_REVIEWED] = SAY_REVIEWED,     [WALK_THROUGH] = SAY_THROUGH,
        [WALK_NOTHING] = SAY_NOTHING_THERE, [WALK_UNUSABLE] = SAY_UNUSABLE,
        [WALK_LOCKED] = SAY_LOCKED,         [WALK_NO_SKIP] = SAY_NO_SKIP,
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

void learning_move(struct session *session, int by)
{
    struct learning *learning = session->learning;
    enum walk_step volatile step = WALK_NO_FURTHER;
    size_t begin = SIZE_MAX;
    if (!learning)
        return;
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
        const struct say_args args = {.number = begin + 1};
        if (begin != SIZE_MAX)
            say(session->message, sizeof session->message, SAY_BEGIN, &args);
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
    if (!session->learning || fits(session->page, session->learning->walk.at))
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
    if (learning_begins(session)) {
        enum walk_step step = walk_practise(&learning->walk, learning->clock());
        learning_arrive(session, step);
        if (step == WALK_NOTHING)
            say_id(session, SAY_NO_PRACTICE);
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

/* What is at hand as a situation: the exercise with what was made of it, or the lesson's last
 * example. */
static bool situation(struct session *session, struct slice *text, struct slice *line)
{
    struct learning *learning = session->learning;
    struct arena *arena = &learning->arena;
    const struct task *task = &learning->walk.sitting.task;
    if (learning_has_task(session)) {
        enum pane work = learning_work(session);
        struct slice own = work == PANE_EDITOR ? editor_text(&session->editor) : S("");
        struct slice typed = {session->line, session->line_len};
        *text = task->given.len && own.len ? TEXT(arena, task->given, S("\n"), own)
                : own.len                  ? arena_copy(arena, own)
                                           : task->given;
        *line = arena_copy(arena, work == PANE_LINE ? typed : asked_line(session, arena));
        return true;
    }
    const struct lesson *lesson = walk_lesson(&learning->walk);
    return lesson && page_last_example(arena, &lesson->prose, text, line);
}

void learning_pad(struct session *session)
{
    bool home = session->page == PANE_HOME || session->page == PANE_SEARCH ||
                session->page == PANE_PROGRESS || learning_is_start(session);
    struct slice text, line;
    if (!session->other)
        return;
    session->effect = EFFECT_OTHER;
    if (home)
        return;
    if (learning_begins(session) && situation(session, &text, &line))
        session_take(session->other, text, line);
    learning_ends(session);
}

/* ---- Opening */

static enum walk_failure begin(struct session *session, const struct learning_setup *setup,
                               enum walk_step *step)
{
    struct learning *learning = session->learning;
    int64_t now = setup->clock();
    enum walk_failure failure = walk_open(&learning->walk, &setup->walk, &learning->guard);
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
    if (learning_begins(session))
        failure = begin(session, setup, step);
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
