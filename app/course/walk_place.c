/* Arriving at a place. See walk_inside.h.
 *
 * In: a place of the course. Out: the state of the walk, an opened sitting, and the place kept for
 * the next time, where one goes along a lesson. */
#include "app/course/walk_inside.h"

struct slice walk_id(struct walk *walk, struct course_place place)
{
    return course_lesson(&walk->course, place)->outline.at[place.exercise].id;
}

enum walk_step walk_enter(struct walk *walk, struct course_place place, int64_t now)
{
    const struct lesson *lesson = course_read(&walk->course, course_lesson(&walk->course, place));
    const struct exercise *exercise =
        place.exercise < lesson->exercises.len ? &lesson->exercises.at[place.exercise] : NULL;
    walk->place = place;
    walk->detour.sought = false;
    if (!exercise || !exercise->usable) {
        walk->at = WALK_PAGE;
        walk->place.exercise = SIZE_MAX;
        walk->behind = place.exercise + 1;
        return WALK_UNUSABLE;
    }
    walk->at = WALK_EXERCISE;
    sitting_open(&walk->sitting, exercise, now);
    if (walk->along == WALK_LESSON && !walk->detour.on)
        store_set(&walk->store, S("place"), exercise->id);
    return WALK_STEPPED;
}

enum walk_step walk_stay(struct walk *walk, int64_t now)
{
    if (walk->at == WALK_EXERCISE)
        return walk_enter(walk, walk->place, now);
    walk_lesson(walk); /* it is read by now */
    return WALK_STEPPED;
}

enum walk_step walk_enter_page(struct walk *walk, size_t lesson)
{
    walk->at = WALK_PAGE;
    walk->along = WALK_LESSON;
    walk->place = (struct course_place){lesson, SIZE_MAX};
    walk->behind = 0;
    walk->detour.on = false;
    store_set(&walk->store, S("place"), walk->course.at[lesson].outline.slug);
    return WALK_STEPPED;
}

void walk_enter_home(struct walk *walk)
{
    walk->at = WALK_HOME;
    walk->along = walk->plan ? WALK_PLAN : WALK_LESSON;
    walk->detour.on = false;
}

void walk_know(struct walk *walk, struct walk_known *known)
{
    arena_reset(&walk->scratch, 0);
    walk_read_known(walk, &walk->scratch, known);
}
