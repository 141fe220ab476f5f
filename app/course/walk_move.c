/* Going through the course. See walk.h.
 *
 * In: steps. Out: the place where one is, its exercise opened, and how the step went. */
#include "app/course/walk_inside.h"

/* ---- Opening */

void walk_guard(struct walk *walk, jmp_buf *guard)
{
    walk->held.guard = walk->scratch.guard = walk->tasks.guard = guard;
}

enum walk_failure walk_open(struct walk *walk, const struct walk_setup *setup, jmp_buf *guard)
{
    *walk = (struct walk){0};
    arena_init(&walk->held, setup->memory);
    arena_init(&walk->scratch, setup->memory);
    arena_init(&walk->tasks, setup->memory);
    walk_guard(walk, guard);
    store_open(&walk->store, setup->state);
    bool read = course_open(&walk->held, &walk->scratch, setup->lessons, &walk->course);
    walk->sitting.course = &walk->course;
    walk->sitting.store = &walk->store;
    walk->sitting.arena = &walk->tasks;
    walk->sitting.learner =
        setup->learner.len ? setup->learner : store_learner(&walk->store, &walk->held);
    bool planned = !setup->plan_name.len || walk_plan_read(walk, setup);
    walk_enter_home(walk);
    return !read ? WALK_NO_DIRECTORY : planned ? WALK_OPENED : WALK_BAD_PLAN;
}

void walk_close(struct walk *walk)
{
    store_close(&walk->store);
    arena_free(&walk->held);
    arena_free(&walk->scratch);
    arena_free(&walk->tasks);
}

/* ---- Where one is */

const struct lesson *walk_lesson(struct walk *walk)
{
    if (walk->at == WALK_HOME)
        return NULL;
    return course_read(&walk->course, course_lesson(&walk->course, walk->place));
}

struct slice walk_title(struct walk *walk, struct arena *arena, const struct exercise *exercise,
                        int64_t now)
{
    struct faults faults = {.arena = arena};
    struct task task;
    struct record record;
    if (!exercise->usable)
        return exercise->title;
    store_record(&walk->store, arena, exercise->id, &record);
    task_make(arena, &faults, exercise,
              task_variant_of(exercise, walk->sitting.learner, record_round(&record, now)), &task);
    return task.title;
}

/* Whether one goes along a list; a detour leaves it for a moment. */
static bool in_list(const struct walk *walk)
{
    return (walk->along == WALK_REVIEW || walk->along == WALK_PLAN) && !walk->detour.on;
}

size_t walk_length(const struct walk *walk)
{
    if (walk->at == WALK_HOME)
        return walk->planned.len;
    if (in_list(walk))
        return walk->list.len;
    size_t lesson = walk->place.lesson;
    return lesson < walk->course.len ? walk->course.at[lesson].outline.len
                                     : walk->course.start.outline.len;
}

size_t walk_index(const struct walk *walk)
{
    if (walk->at == WALK_HOME)
        return 0;
    if (in_list(walk))
        return walk->list_at;
    return walk->place.exercise == SIZE_MAX ? 0 : walk->place.exercise;
}

/* ---- To a place */

void walk_home(struct walk *walk)
{
    if (walk->at == WALK_EXERCISE && walk->along == WALK_START)
        store_set(&walk->store, S("start"), S("left"));
    walk_enter_home(walk);
}

enum walk_step walk_to(struct walk *walk, struct course_place place, int64_t now)
{
    const struct course *course = &walk->course;
    if (place.lesson >= course->len)
        return WALK_NOTHING;
    if (place.exercise == SIZE_MAX)
        return walk_enter_page(walk, place.lesson);
    if (place.exercise >= course->at[place.lesson].outline.len)
        return WALK_NOTHING;
    if (!walk_plan_allows(walk, place))
        return WALK_LOCKED;
    size_t index = walk->plan ? walk_plan_index(walk, place) : 0;
    walk->detour.on = false;
    if (index < walk->planned.len)
        return walk_plan_enter(walk, index, now);
    walk->along = WALK_LESSON;
    return walk_enter(walk, place, now);
}

enum walk_step walk_go(struct walk *walk, struct slice text, int64_t now)
{
    struct course_place place;
    return course_place(&walk->course, text, &place) ? walk_to(walk, place, now) : WALK_NOTHING;
}

enum walk_step walk_go_on(struct walk *walk, int64_t now)
{
    struct walk_known known;
    struct course_place place;
    walk_know(walk, &known);
    if (!walk_next_known(walk, &known, &place))
        return WALK_THROUGH;
    if (place.exercise == SIZE_MAX)
        return walk_enter_page(walk, place.lesson);
    walk->detour.on = false;
    if (walk->plan)
        return walk_plan_enter(walk, walk_plan_index(walk, place), now);
    walk->along = WALK_LESSON;
    return walk_enter(walk, place, now);
}

enum walk_step walk_practise(struct walk *walk, int64_t now)
{
    struct walk_known known;
    size_t lesson = walk->place.lesson, first = SIZE_MAX, open = SIZE_MAX;
    if (walk->at == WALK_HOME || lesson >= walk->course.len)
        return WALK_NOTHING;
    const struct outline *outline = &walk->course.at[lesson].outline;
    walk_know(walk, &known);
    for (size_t i = 0; i < outline->len && open == SIZE_MAX; i++) {
        if (outline_is_core(outline, i))
            continue;
        first = first == SIZE_MAX ? i : first;
        open = walk_record(&known, outline->at[i].id)->passed ? open : i;
    }
    if (first == SIZE_MAX)
        return WALK_NOTHING;
    return walk_to(walk, (struct course_place){lesson, open == SIZE_MAX ? first : open}, now);
}

enum walk_step walk_review(struct walk *walk, int64_t now)
{
    struct walk_known known;
    struct walk_places due;
    if (walk->plan && walk->plan->plan.lock)
        return WALK_LOCKED;
    walk_know(walk, &known);
    walk_due(walk, &walk->scratch, &known, now, &due);
    if (!due.len)
        return WALK_NOTHING;
    walk->list = (struct walk_places){0};
    for (size_t i = 0; i < due.len; i++)
        *list_add(&walk->held, &walk->list) = due.at[i];
    walk->along = WALK_REVIEW;
    walk->list_at = 0;
    walk->detour.on = false;
    return walk_enter(walk, walk->list.at[0], now);
}

/* ---- From one thing to the next */

/* Behind the last of a list one is at home. */
static enum walk_step end_list(struct walk *walk)
{
    struct walk_known known;
    bool review = walk->along == WALK_REVIEW;
    walk_enter_home(walk);
    if (review)
        return WALK_REVIEWED;
    walk_know(walk, &known);
    return walk_plan_first(walk, &known) < walk->planned.len ? WALK_STEPPED : WALK_THROUGH;
}

static enum walk_step move_list(struct walk *walk, int by, int64_t now)
{
    if (by < 0 && !walk->list_at)
        return WALK_NO_FURTHER;
    size_t index = by < 0 ? walk->list_at - 1 : walk->list_at + 1;
    if (index >= walk->list.len)
        return end_list(walk);
    if (walk->along == WALK_PLAN)
        return walk_plan_enter(walk, index, now);
    walk->list_at = index;
    return walk_enter(walk, walk->list.at[index], now);
}

/* The exercise that comes next in the lesson, behind a page or an exercise; its length: none. */
static size_t next_exercise(struct walk *walk, struct course_place from)
{
    const struct outline *outline = &course_lesson(&walk->course, from)->outline;
    struct walk_known known;
    walk_know(walk, &known);
    if (walk->at == WALK_PAGE && !walk->behind)
        return walk_path_first(&known, outline);
    return walk_path_next(&known, outline, walk->at == WALK_PAGE ? walk->behind - 1 : from.exercise,
                          1);
}

static enum walk_step move_on(struct walk *walk, int64_t now)
{
    size_t lesson = walk->place.lesson, len = walk->course.at[lesson].outline.len;
    if (walk->at == WALK_END && lesson + 1 < walk->course.len)
        return walk_enter_page(walk, lesson + 1);
    if (walk->at == WALK_END && walk_asks_again(walk))
        return walk_start_again(walk, now);
    if (walk->at == WALK_END) {
        walk_home(walk);
        return WALK_STEPPED;
    }
    size_t next = next_exercise(walk, walk->place);
    if (next < len)
        return walk_to(walk, (struct course_place){lesson, next}, now);
    walk->before = walk->at == WALK_PAGE ? len - 1 : walk->place.exercise;
    walk->at = WALK_END;
    walk->place.exercise = len;
    return WALK_STEPPED;
}

static enum walk_step move_back(struct walk *walk, int64_t now)
{
    struct course_place before = walk->place;
    if (walk->at == WALK_PAGE && !before.lesson) {
        walk_home(walk);
        return WALK_STEPPED;
    }
    if (walk->at == WALK_PAGE)
        return walk_enter_page(walk, before.lesson - 1);
    struct walk_known known;
    walk_know(walk, &known);
    before.exercise =
        walk->at == WALK_END
            ? walk->before
            : walk_path_next(&known, &walk->course.at[before.lesson].outline, before.exercise, -1);
    return walk_to(walk, before, now);
}

/* Within the questions of the first start. */
static enum walk_step move_start(struct walk *walk, int by, int64_t now)
{
    size_t begin;
    if (walk->at != WALK_EXERCISE) {
        walk_home(walk);
        return WALK_STEPPED;
    }
    if (by < 0)
        return WALK_NO_FURTHER;
    if (!walk->sitting.has_verdict)
        sitting_show(&walk->sitting, now);
    walk_start_next(walk, &begin, now);
    return WALK_STEPPED;
}

/* Back from a detour; onward one goes as from where it began. */
static bool leave_detour(struct walk *walk, int by)
{
    walk->detour.on = false;
    walk->place = walk->detour.back;
    walk->at = WALK_EXERCISE;
    return by > 0;
}

/* With an order to be kept pages lead back to the plan. */
static enum walk_step move_locked(struct walk *walk, int by, int64_t now)
{
    if (by > 0)
        return walk_go_on(walk, now);
    walk_home(walk);
    return WALK_STEPPED;
}

enum walk_step walk_move(struct walk *walk, int by, int64_t now)
{
    if (walk->at == WALK_HOME)
        return walk_go_on(walk, now);
    if (walk->along == WALK_START)
        return move_start(walk, by, now);
    if (walk->detour.on) {
        if (!leave_detour(walk, by))
            return walk_enter(walk, walk->place, now);
    } else if (by > 0 && walk->at == WALK_EXERCISE) {
        if (walk->along == WALK_PLAN && !walk_plan_leaves(walk))
            return WALK_NO_SKIP;
        if (walk_detours(walk))
            return walk_detour_enter(walk, now);
    }
    if (in_list(walk))
        return move_list(walk, by, now);
    if (walk->plan && walk->plan->plan.lock)
        return move_locked(walk, by, now);
    return by > 0 ? move_on(walk, now) : move_back(walk, now);
}

/* ---- What comes next */

static const struct exercise *exercise_at(struct walk *walk, struct course_place place)
{
    const struct lesson *lesson = course_read(&walk->course, course_lesson(&walk->course, place));
    return place.exercise < lesson->exercises.len ? &lesson->exercises.at[place.exercise] : NULL;
}

const struct exercise *walk_ahead(struct walk *walk)
{
    bool detour = walk->detour.on, exercise = walk->at == WALK_EXERCISE;
    if (walk->at == WALK_HOME || walk->at == WALK_END)
        return NULL;
    if (exercise && !detour && walk->along == WALK_PLAN && !walk_plan_leaves(walk))
        return NULL;
    if (walk_detours(walk))
        return exercise_at(walk, walk->detour.place);
    if (walk->along == WALK_REVIEW || walk->along == WALK_PLAN)
        return walk->list_at + 1 < walk->list.len
                   ? exercise_at(walk, walk->list.at[walk->list_at + 1])
                   : NULL;
    struct course_place next = detour ? walk->detour.back : walk->place;
    next.exercise = next_exercise(walk, next);
    return exercise_at(walk, next);
}
