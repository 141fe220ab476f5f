/* What learners did. See learner.h. In: places of the course and days. Out: events in the store. */
#include "tests/support/learner.h"

enum { HOUR = 3600, DAY = 24 * HOUR };

static void add(struct walk *walk, size_t lesson, size_t exercise, struct deed deed)
{
    deed.exercise = walk->course.at[lesson].outline.at[exercise].id;
    store_add(&walk->store, &deed);
}

/* Passed so many hours ago, each time. */
static void pass(struct walk *walk, size_t lesson, size_t exercise, int64_t now,
                 const int *hours_ago, size_t times)
{
    for (size_t i = 0; i < times; i++)
        add(walk, lesson, exercise,
            (struct deed){.at = now - (int64_t)hours_ago[i] * HOUR,
                          .kind = DEED_ATTEMPT,
                          .passed = true,
                          .variant = (uint32_t)i,
                          .seconds = 40 + 10 * (int64_t)exercise});
}

static void pass_all(struct walk *walk, size_t lesson, int64_t now, const int *hours_ago,
                     size_t times)
{
    for (size_t i = 0; i < walk->course.at[lesson].outline.len; i++)
        pass(walk, lesson, i, now, hours_ago, times);
}

static const int five_times[] = {40 * 24, 39 * 24, 36 * 24, 29 * 24, 8 * 24};
static const int this_week[] = {10 * 24, 9 * 24, 6 * 24};   /* comes back in 16 hours */
static const int a_week_ago[] = {11 * 24, 10 * 24, 7 * 24}; /* came back 8 hours ago */
static const int this_morning[] = {3};

/* The second lesson: two predictions and a run line came back, the rest comes back tomorrow. */
static void add_second(struct walk *walk, int64_t now)
{
    const struct outline *outline = &walk->course.at[1].outline;
    size_t predict = 2, run = 1;
    for (size_t i = 0; i < outline->len; i++) {
        size_t *left = outline->at[i].kind == EXERCISE_PREDICT ? &predict
                       : outline->at[i].kind == EXERCISE_RUN   ? &run
                                                               : NULL;
        bool due = left && *left;
        if (due)
            (*left)--;
        pass(walk, 1, i, now, due ? a_week_ago : this_week, 3);
    }
}

static void add_midway(struct walk *walk, int64_t now)
{
    static const struct slice beliefs[] = {S_INIT("LastWordGivesWay"), S_INIT("WordsAreAppended")};
    pass_all(walk, 0, now, five_times, 5);
    add_second(walk, now);
    pass_all(walk, 2, now, this_morning, 1);
    pass(walk, 3, 0, now, this_morning, 1);
    for (int i = 0; i < 2; i++)
        add(walk, 3, 1,
            (struct deed){.at = now - HOUR + i * 60,
                          .kind = DEED_ATTEMPT,
                          .sure = 3,
                          .seconds = 90,
                          .answer = S("ENTRYPOINT [\"ping\", \"-c\", \"3\", \"localhost\"]"),
                          .beliefs = beliefs[i]});
    add(walk, 3, 1, (struct deed){.at = now - HOUR + 200, .kind = DEED_HINT, .hint = 1});
    store_set(&walk->store, S("place"), walk->course.at[3].outline.at[1].id);
}

void learner_add(struct walk *walk, enum learner learner, int64_t now)
{
    if (learner == LEARNER_MIDWAY)
        add_midway(walk, now);
    for (size_t i = 0; learner == LEARNER_CORE && i < walk->course.len; i++)
        for (size_t k = 0; k < walk->course.at[i].outline.len; k++)
            if (outline_is_core(&walk->course.at[i].outline, k))
                pass(walk, i, k, now, five_times, 5);
    for (size_t i = 0; learner == LEARNER_DONE && i < walk->course.len; i++)
        pass_all(walk, i, now, five_times, 5);
    if (learner != LEARNER_NEW)
        store_set(&walk->store, S("start"), S("left"));
}
