/* The first start: predictions before anything is explained. See walk.h.
 *
 * In: start.md. Out: the lesson to begin with: that of the first prediction that was missed. */
#include "app/course/walk_inside.h"

static const struct lesson *start_lesson(struct walk *walk)
{
    return course_read(&walk->course, &walk->course.start);
}

/* The first question that was not answered yet; their number when all are. */
static size_t first_unanswered(const struct lesson *lesson, const struct walk_known *known)
{
    size_t i = 0;
    for (; i < lesson->exercises.len; i++) {
        const struct record *record = walk_record(known, lesson->exercises.at[i].id);
        if (lesson->exercises.at[i].usable && !record->attempts && !record->shown)
            break;
    }
    return i;
}

/* Whether anything but these questions was worked on. */
static bool has_begun(const struct lesson *lesson, const struct walk_known *known)
{
    size_t own = 0;
    for (size_t k = 0; k < lesson->exercises.len; k++)
        own += names_get(&known->index, lesson->exercises.at[k].id) != NAMES_NONE;
    return known->records.len > own;
}

bool walk_is_first(struct walk *walk)
{
    struct walk_known known;
    if (!walk->course.start.file || walk->plan ||
        store_setting(&walk->store, &walk->scratch, S("start")).len)
        return false;
    const struct lesson *lesson = start_lesson(walk);
    walk_know(walk, &known);
    return first_unanswered(lesson, &known) < lesson->exercises.len && !has_begun(lesson, &known);
}

enum walk_step walk_start(struct walk *walk, int64_t now)
{
    struct walk_known known;
    if (!walk->course.start.file)
        return WALK_NOTHING;
    if (walk->plan && walk->plan->plan.lock)
        return WALK_LOCKED;
    const struct lesson *lesson = start_lesson(walk);
    walk_know(walk, &known);
    size_t first = first_unanswered(lesson, &known);
    if (first >= lesson->exercises.len)
        return walk_start_again(walk, now);
    walk->along = WALK_START;
    walk->again = walk->detour.on = false;
    return walk_enter(walk, (struct course_place){SIZE_MAX, first}, now);
}

/* ---- Before and after */

bool walk_asks_again(struct walk *walk)
{
    struct walk_known known;
    if (!walk->course.start.file || walk->plan || walk->at != WALK_END ||
        walk->place.lesson + 1 < walk->course.len)
        return false;
    walk_know(walk, &known);
    return !walk_core(walk, &known, SIZE_MAX) &&
           !slice_equal(store_setting(&walk->store, &walk->scratch, S("start")), S("again"));
}

enum walk_step walk_start_again(struct walk *walk, int64_t now)
{
    const struct lesson *lesson = start_lesson(walk);
    size_t first = 0;
    while (first < lesson->exercises.len && !lesson->exercises.at[first].usable)
        first++;
    if (first >= lesson->exercises.len)
        return WALK_NOTHING;
    walk->along = WALK_START;
    walk->again = true;
    walk->detour.on = false;
    return walk_enter(walk, (struct course_place){SIZE_MAX, first}, now);
}

void walk_before_and_after(struct walk *walk, struct arena *arena, struct walk_before *before)
{
    const struct lesson *lesson = start_lesson(walk);
    struct deeds deeds = {0};
    *before = (struct walk_before){0};
    store_deeds(&walk->store, arena, &deeds);
    for (size_t i = 0; i < lesson->exercises.len; i++) {
        const struct deed *first = NULL, *last = NULL;
        for (size_t k = 0; k < deeds.len; k++)
            if (deeds.at[k].kind == DEED_ATTEMPT &&
                slice_equal(deeds.at[k].exercise, lesson->exercises.at[i].id)) {
                first = first ? first : &deeds.at[k];
                last = &deeds.at[k];
            }
        before->all += lesson->exercises.at[i].usable;
        before->first += first && first != last && first->passed;
        before->last += last && last->passed;
    }
}

/* The index of the lesson to begin with: the one that the first missed question leads to; behind
 * the furthest of them when none was missed. */
static size_t lesson_to_begin(struct walk *walk, const struct lesson *lesson,
                              const struct walk_known *known)
{
    size_t furthest = 0;
    for (size_t i = 0; i < lesson->exercises.len; i++) {
        size_t leads = course_named(&walk->course, lesson->exercises.at[i].leads);
        enum record_state state = walk_record(known, lesson->exercises.at[i].id)->state;
        if (leads == SIZE_MAX)
            continue;
        if (state != RECORD_SOLVED && state != RECORD_HELD)
            return leads;
        furthest = leads + 1 > furthest ? leads + 1 : furthest;
    }
    return furthest < walk->course.len ? furthest : 0;
}

/* One stands at home, from where one goes on with the lesson that is kept as the place. */
static void end_start(struct walk *walk, const struct lesson *lesson, size_t *begin)
{
    struct walk_known known;
    walk_know(walk, &known);
    store_set(&walk->store, S("start"), walk->again ? S("again") : S("done"));
    walk_enter_home(walk);
    *begin = SIZE_MAX;
    if (has_begun(lesson, &known) || !walk->course.len)
        return;
    *begin = lesson_to_begin(walk, lesson, &known);
    store_set(&walk->store, S("place"), walk->course.at[*begin].outline.slug);
}

bool walk_start_next(struct walk *walk, size_t *begin, int64_t now)
{
    const struct lesson *lesson = start_lesson(walk);
    size_t next = walk->place.exercise + 1;
    while (next < lesson->exercises.len && !lesson->exercises.at[next].usable)
        next++;
    if (next < lesson->exercises.len) {
        walk_enter(walk, (struct course_place){SIZE_MAX, next}, now);
        return true;
    }
    end_start(walk, lesson, begin);
    return false;
}

struct slice walk_said_first(struct walk *walk, struct arena *arena)
{
    struct deeds deeds = {0};
    struct slice id = walk->sitting.exercise->id;
    if (walk->sitting.record.attempts < 2)
        return S("");
    store_deeds(&walk->store, arena, &deeds);
    for (size_t i = 0; i < deeds.len; i++)
        if (deeds.at[i].kind == DEED_ATTEMPT && slice_equal(deeds.at[i].exercise, id))
            return deeds.at[i].answer;
    return S("");
}
