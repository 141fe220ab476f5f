/* What is known of a learner, by exercises, lessons and skills; and what is due. See walk.h.
 *
 * In: records of the store. Out: states, counts, places. */
#include "app/course/walk_inside.h"

void walk_read_known(struct walk *walk, struct arena *arena, struct walk_known *known)
{
    *known = (struct walk_known){0};
    store_records(&walk->store, arena, &known->records);
    for (size_t i = 0; i < known->records.len; i++)
        names_set(arena, &known->index, known->records.at[i].exercise, (uint32_t)i);
}

const struct record *walk_record(const struct walk_known *known, struct slice id)
{
    static const struct record none;
    uint32_t index = names_get(&known->index, id);
    return index == NAMES_NONE ? &none : &known->records.at[index];
}

struct walk_tally walk_count(const struct walk_known *known, const struct outline *outline)
{
    struct walk_tally tally = {{0}, outline->len};
    for (size_t i = 0; i < outline->len; i++)
        tally.of[walk_record(known, outline->at[i].id)->state]++;
    return tally;
}

enum record_state walk_state(const struct walk_tally *tally)
{
    if (tally->of[RECORD_NEW] == tally->total)
        return RECORD_NEW;
    if (tally->of[RECORD_HELD] == tally->total)
        return RECORD_HELD;
    return tally->of[RECORD_SOLVED] + tally->of[RECORD_HELD] == tally->total ? RECORD_SOLVED
                                                                             : RECORD_WORKING;
}

/* ---- Review */

static bool comes_before(const struct record *a, const struct record *b)
{
    return a->missed != b->missed ? a->missed : a->due < b->due;
}

/* Merges two sorted runs of indices of records into out. */
static void merge(const struct record *records, const uint32_t *a, const uint32_t *middle,
                  const uint32_t *end, uint32_t *out)
{
    const uint32_t *b = middle;
    while (a < middle || b < end) {
        bool second = a == middle || (b < end && comes_before(&records[*b], &records[*a]));
        *out++ = second ? *b++ : *a++;
    }
}

/* Sorts indices, equals staying in order; room is as long as they are. */
static void sort_due(const struct record *records, uint32_t *at, uint32_t *room, size_t len)
{
    for (size_t run = 1; run < len; run *= 2) {
        for (size_t i = 0; i < len; i += 2 * run) {
            size_t middle = i + run < len ? i + run : len;
            size_t end = i + 2 * run < len ? i + 2 * run : len;
            merge(records, at + i, at + middle, at + end, room + i);
        }
        memcpy(at, room, len * sizeof *at);
    }
}

void walk_due(struct walk *walk, struct arena *arena, const struct walk_known *known, int64_t now,
              struct walk_places *due)
{
    size_t n = known->records.len, len = 0;
    struct course_place place;
    uint32_t *at = arena_array(arena, uint32_t, n), *room = arena_array(arena, uint32_t, n);
    *due = (struct walk_places){0};
    for (size_t i = 0; i < n; i++) {
        const struct record *record = &known->records.at[i];
        if (record_is_due(record, now) && course_find(&walk->course, record->exercise, &place) &&
            place.lesson != SIZE_MAX)
            at[len++] = (uint32_t)i;
    }
    sort_due(known->records.at, at, room, len);
    for (size_t i = 0; i < len; i++) {
        course_find(&walk->course, known->records.at[at[i]].exercise, &place);
        *list_add(arena, due) = place;
    }
}

/* ---- Skills */

static const enum walk_skill skills_of[] = {
    [EXERCISE_WRITE] = SKILL_WRITE,     [EXERCISE_REPAIR] = SKILL_WRITE,
    [EXERCISE_RUN] = SKILL_RUN,         [EXERCISE_PREDICT] = SKILL_PREDICT,
    [EXERCISE_ORIGIN] = SKILL_PREDICT,  [EXERCISE_SORT] = SKILL_PREDICT,
    [EXERCISE_DESIGN] = SKILL_DESIGN,   [EXERCISE_GOLF] = SKILL_WRITE,
    [EXERCISE_KIND_COUNT] = SKILL_COUNT /* its file has a fault */
};

void walk_skills(const struct walk *walk, const struct walk_known *known,
                 struct walk_skills *skills)
{
    *skills = (struct walk_skills){0};
    for (size_t i = 0; i < walk->course.len; i++) {
        const struct outline *outline = &walk->course.at[i].outline;
        for (size_t k = 0; k < outline->len; k++) {
            enum walk_skill skill = skills_of[outline->at[k].kind];
            if (skill == SKILL_COUNT)
                continue;
            skills->of[skill].of[walk_record(known, outline->at[k].id)->state]++;
            skills->of[skill].total++;
        }
    }
}
