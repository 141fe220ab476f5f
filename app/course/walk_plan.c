/* A workshop's plan: which exercises, in which order, and what it allows. See walk.h.
 *
 * In: a file in the lessons' syntax, and records. Out: the list that one goes along; faults of the
 * file. */
#include "app/course/walk_inside.h"

/* Its lesson is read now: a plan with a faulty one is refused before anybody works on it. */
static void take_row(struct walk *walk, const struct plan_row *row)
{
    struct course_place place;
    struct course *course = &walk->course;
    bool known = course_find(course, row->id, &place) && place.lesson != SIZE_MAX;
    if (known) {
        *list_add(&walk->held, &walk->planned) = place;
        course_read(course, course_lesson(course, place));
    }
    course->faults.file = walk->plan->file;
    if (!known)
        fault_word(&course->faults, row->line, WORDS_LESSON_PLAN_ID, row->id, S(""));
}

bool walk_plan_read(struct walk *walk, const struct walk_setup *setup)
{
    struct shelf_file file = {setup->plan_name, setup->plan};
    const struct shelf shelf = {&file, 1, 1};
    struct faults *faults = &walk->course.faults;
    size_t before = faults->errors;
    struct pack pack;
    walk->held.ceiling += 16 * setup->plan.len;
    pack_read(&walk->held, &walk->scratch, faults, &shelf, &pack);
    walk->plan = pack.len ? pack.at[0] : NULL;
    faults->file = setup->plan_name;
    if (faults->errors == before && (!walk->plan || walk->plan->role != LESSON_PLAN))
        fault_word(faults, 0, WORDS_LESSON_FILE_NAME, setup->plan_name, S(""));
    for (size_t i = 0; faults->errors == before && i < walk->plan->plan.len; i++)
        take_row(walk, &walk->plan->plan.at[i]);
    if (faults->errors != before)
        walk->plan = NULL;
    return walk->plan != NULL;
}

size_t walk_plan_index(const struct walk *walk, struct course_place place)
{
    size_t i = 0;
    while (i < walk->planned.len && (walk->planned.at[i].lesson != place.lesson ||
                                     walk->planned.at[i].exercise != place.exercise))
        i++;
    return i;
}

static const struct record *record_at(const struct walk *walk, const struct walk_known *known,
                                      size_t index)
{
    return walk_record(known, walk->plan->plan.at[index].id);
}

size_t walk_plan_first(const struct walk *walk, const struct walk_known *known)
{
    size_t i = 0;
    while (i < walk->planned.len && record_at(walk, known, i)->passed)
        i++;
    return i;
}

/* ---- What it allows */

/* With `skip` those are open, too, that were reached before; one that was worked on was. */
bool walk_is_open(const struct walk *walk, const struct walk_known *known, size_t index)
{
    const struct plan *plan = &walk->plan->plan;
    bool open = !plan->lock || index <= walk_plan_first(walk, known);
    if (open || !plan->skip)
        return open;
    for (size_t i = index; i < walk->planned.len && !open; i++)
        open = i < walk->reached || record_at(walk, known, i)->state != RECORD_NEW;
    return open;
}

bool walk_plan_allows(struct walk *walk, struct course_place place)
{
    struct walk_known known;
    if (!walk->plan || !walk->plan->plan.lock)
        return true;
    size_t index = walk_plan_index(walk, place);
    walk_know(walk, &known);
    return index < walk->planned.len && walk_is_open(walk, &known, index);
}

bool walk_plan_leaves(const struct walk *walk)
{
    return walk->plan->plan.skip || walk->sitting.passed || walk->sitting.record.passed;
}

bool walk_may_show(const struct walk *walk)
{
    return !walk->plan || walk->plan->plan.shown || walk->sitting.passed;
}

enum walk_step walk_plan_enter(struct walk *walk, size_t index, int64_t now)
{
    walk->along = WALK_PLAN;
    walk->list = walk->planned;
    walk->list_at = index;
    walk->reached = index + 1 > walk->reached ? index + 1 : walk->reached;
    return walk_enter(walk, walk->planned.at[index], now);
}

/* ---- Time */

struct walk_minutes walk_minutes(const struct walk *walk, const struct walk_known *known)
{
    struct walk_minutes minutes = {0};
    int64_t seconds = 0;
    if (!walk->plan)
        return minutes;
    minutes.given = walk->plan->plan.minutes;
    for (size_t i = 0; i < walk->planned.len; i++) {
        minutes.given += walk->plan->plan.minutes ? 0 : walk->plan->plan.at[i].minutes;
        seconds += record_at(walk, known, i)->seconds;
    }
    minutes.taken = (uint32_t)(seconds / 60);
    return minutes;
}
