/* Deeds to beliefs. See met.h.
 *
 * In: all that was done. Out: the beliefs of wrong answers, in the order in which they are worth
 * talking about. */
#include "app/course/met.h"

#include "app/course/rows.h"

struct tally {
    size_t times;
    int64_t last;
};

static void count(const struct deed *deed, struct tally tallies[BELIEF_COUNT])
{
    struct slice name, rest = deed->beliefs;
    while ((name = next_word(&rest)).len)
        for (unsigned i = 0; i < BELIEF_COUNT; i++)
            if (slice_equal(belief_name((enum belief)i), name)) {
                tallies[i].times++;
                if (deed->at > tallies[i].last)
                    tallies[i].last = deed->at;
            }
}

static bool comes_first(const struct tally *a, const struct tally *b)
{
    return a->times != b->times ? a->times > b->times : a->last > b->last;
}

size_t beliefs_met(const struct deeds *deeds, enum belief *at)
{
    struct tally tallies[BELIEF_COUNT] = {{0, 0}};
    size_t len = 0;
    for (size_t i = 0; i < deeds->len; i++)
        if (deeds->at[i].kind == DEED_ATTEMPT && !deeds->at[i].passed)
            count(&deeds->at[i], tallies);
    for (unsigned belief = 0; belief < BELIEF_COUNT; belief++) {
        if (!tallies[belief].times)
            continue;
        size_t place = len++;
        for (; place && comes_first(&tallies[belief], &tallies[at[place - 1]]); place--)
            at[place] = at[place - 1];
        at[place] = (enum belief)belief;
    }
    return len;
}
