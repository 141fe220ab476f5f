/* Where two beliefs fit a prediction: the question on which they differ. See walk.h.
 *
 * In: the two beliefs of the sitting. Out: that question, once, and the way back from it. It is
 * sought for when somebody asks whether there is one: that reads the whole course. */
#include "app/course/walk_inside.h"

/* Whether it is worth going to: another one, not gone to before, not passed yet, not forbidden. */
static bool is_wanted(struct walk *walk, struct course_place place)
{
    struct record record;
    struct slice id = walk_id(walk, place);
    if (slice_equal(id, walk->sitting.exercise->id) ||
        names_get(&walk->detour.taken, id) != NAMES_NONE || !walk_plan_allows(walk, place))
        return false;
    store_record(&walk->store, &walk->scratch, id, &record);
    return !record.passed;
}

bool walk_detours(struct walk *walk)
{
    struct walk_detour *detour = &walk->detour;
    const struct sitting *sitting = &walk->sitting;
    if (walk->at != WALK_EXERCISE || walk->along == WALK_START || detour->on || !sitting->is_torn)
        return false;
    if (detour->sought && detour->between[0] == sitting->torn[0] &&
        detour->between[1] == sitting->torn[1])
        return detour->found;
    detour->sought = true;
    memcpy(detour->between, sitting->torn, sizeof detour->between);
    detour->found =
        course_apart_place(&walk->course, sitting->torn[0], sitting->torn[1], &detour->place) &&
        detour->place.lesson != SIZE_MAX && is_wanted(walk, detour->place);
    return detour->found;
}

enum walk_step walk_detour_enter(struct walk *walk, int64_t now)
{
    struct walk_detour *detour = &walk->detour;
    names_set(&walk->held, &detour->taken, walk_id(walk, detour->place), 1);
    detour->back = walk->place;
    detour->on = true;
    return walk_enter(walk, detour->place, now);
}
