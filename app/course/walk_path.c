/* The order in which one goes: along the core of the lessons, then through what is left. See
 * walk.h.
 *
 * In: outlines, records, the place that was kept. Out: the exercise that comes next. */
#include "app/course/walk_inside.h"

static bool is_passed(const struct walk_known *known, const struct outline *outline, size_t index)
{
    return walk_record(known, outline->at[index].id)->passed;
}

/* The first exercise that was not passed, from an index on, of the core or of all; the length:
 * none. */
static size_t first_open(const struct walk_known *known, const struct outline *outline, size_t from,
                         bool core)
{
    while (from < outline->len &&
           ((core && !outline_is_core(outline, from)) || is_passed(known, outline, from)))
        from++;
    return from;
}

/* ---- Within a lesson */

size_t walk_path_first(const struct walk_known *known, const struct outline *outline)
{
    size_t open = first_open(known, outline, 0, true);
    open = open < outline->len ? open : first_open(known, outline, 0, false);
    return open < outline->len || !outline->len ? open : 0;
}

size_t walk_path_next(const struct walk_known *known, const struct outline *outline, size_t from,
                      int by)
{
    bool core = from < outline->len && outline_is_core(outline, from);
    size_t step = by < 0 ? SIZE_MAX : 1, at = from + step; /* SIZE_MAX: one less */
    while (at < outline->len &&
           (core ? !outline_is_core(outline, at)
                 : outline_is_core(outline, at) && is_passed(known, outline, at)))
        at += step;
    return at;
}

/* ---- Counts */

static size_t count_open(const struct walk *walk, const struct walk_known *known, size_t lesson,
                         bool core)
{
    size_t first = lesson == SIZE_MAX ? 0 : lesson, open = 0;
    size_t end = lesson == SIZE_MAX ? walk->course.len : lesson + 1;
    for (size_t i = first; i < end && i < walk->course.len; i++) {
        const struct outline *outline = &walk->course.at[i].outline;
        for (size_t k = 0; k < outline->len; k++)
            open += outline_is_core(outline, k) == core && !is_passed(known, outline, k);
    }
    return open;
}

size_t walk_core(const struct walk *walk, const struct walk_known *known, size_t lesson)
{
    return count_open(walk, known, lesson, true);
}

size_t walk_more(const struct walk *walk, const struct walk_known *known, size_t lesson)
{
    return count_open(walk, known, lesson, false);
}

size_t walk_core_length(const struct walk *walk)
{
    size_t len = 0;
    for (size_t i = 0; i < walk->course.len; i++) {
        const struct outline *outline = &walk->course.at[i].outline;
        len += outline->core ? outline->core : outline->len;
    }
    return len;
}

/* ---- Where one goes on */

static bool next_of_plan(const struct walk *walk, const struct walk_known *known,
                         struct course_place *place)
{
    size_t first = walk_plan_first(walk, known);
    if (first < walk->planned.len)
        *place = walk->planned.at[first];
    return first < walk->planned.len;
}

/* In a lesson, from an exercise on, else from its beginning: the first of the core that is open. */
static size_t open_of_core(const struct walk_known *known, const struct outline *outline,
                           size_t from)
{
    size_t open = first_open(known, outline, from, true);
    return open < outline->len ? open : first_open(known, outline, 0, true);
}

/* Whether nothing of the core stands in front of an exercise: the page comes first. */
static bool begins_core(const struct outline *outline, size_t index)
{
    while (index-- > 0)
        if (outline_is_core(outline, index))
            return false;
    return true;
}

/* Along the core, from the kept place on and round to it. */
static bool next_of_core(const struct walk *walk, const struct walk_known *known,
                         struct course_place kept, struct course_place *place)
{
    const struct course *course = &walk->course;
    for (size_t i = 0, lesson = kept.lesson; i < course->len; i++) {
        const struct outline *outline = &course->at[lesson].outline;
        bool inside = !i && kept.exercise != SIZE_MAX;
        size_t open = open_of_core(known, outline, inside ? kept.exercise : 0);
        if (open < outline->len) {
            bool page = !inside && begins_core(outline, open);
            *place = (struct course_place){lesson, page ? SIZE_MAX : open};
            return true;
        }
        lesson = (lesson + 1) % course->len;
    }
    return false;
}

/* What is left when the core is through: behind an exercise besides it, then in order. */
static bool next_of_rest(const struct walk *walk, const struct walk_known *known,
                         struct course_place kept, struct course_place *place)
{
    const struct course *course = &walk->course;
    const struct outline *here = &course->at[kept.lesson].outline;
    if (kept.exercise < here->len && !outline_is_core(here, kept.exercise)) {
        *place = (struct course_place){kept.lesson, first_open(known, here, kept.exercise, false)};
        if (place->exercise < here->len)
            return true;
    }
    for (size_t i = 0; i < course->len; i++) {
        *place = (struct course_place){i, first_open(known, &course->at[i].outline, 0, false)};
        if (place->exercise < course->at[i].outline.len)
            return true;
    }
    return false;
}

bool walk_next_known(struct walk *walk, const struct walk_known *known, struct course_place *place)
{
    struct course *course = &walk->course;
    struct course_place kept;
    if (walk->plan)
        return next_of_plan(walk, known, place);
    struct slice text = store_setting(&walk->store, &walk->scratch, S("place"));
    if (!text.len || !course_place(course, text, &kept) || kept.lesson >= course->len)
        kept = (struct course_place){0, SIZE_MAX};
    if (!course->len)
        return false;
    const struct outline *outline = &course->at[kept.lesson].outline;
    *place = kept;
    if (kept.exercise < outline->len && !is_passed(known, outline, kept.exercise))
        return true;
    return next_of_core(walk, known, kept, place) || next_of_rest(walk, known, kept, place);
}

bool walk_next_place(struct walk *walk, struct arena *arena, struct course_place *place)
{
    struct walk_known known;
    walk_read_known(walk, arena, &known);
    return walk_next_known(walk, &known, place);
}
