/* Deeds to beliefs. See met.h.
 *
 * In: all that was done. Out: the beliefs of wrong answers, in the order in which they are worth
 * talking about. */
#include "app/course/met.h"

#include "app/course/rows.h"

static void count(const struct deed *deed, struct met met[BELIEF_COUNT])
{
    struct slice name, rest = deed->beliefs;
    while ((name = next_word(&rest)).len)
        for (unsigned i = 0; i < BELIEF_COUNT; i++)
            if (slice_equal(belief_name((enum belief)i), name)) {
                met[i].times++;
                if (deed->at > met[i].last)
                    met[i].last = deed->at;
            }
}

static bool comes_first(const struct met *a, const struct met *b)
{
    return a->times != b->times ? a->times > b->times : a->last > b->last;
}

size_t beliefs_counted(const struct deeds *deeds, struct met *at)
{
    struct met met[BELIEF_COUNT] = {{0}};
    size_t len = 0;
    for (size_t i = 0; i < deeds->len; i++)
        if (deeds->at[i].kind == DEED_ATTEMPT && !deeds->at[i].passed)
            count(&deeds->at[i], met);
    for (unsigned belief = 0; belief < BELIEF_COUNT; belief++) {
        met[belief].belief = (enum belief)belief;
        if (!met[belief].times)
            continue;
        size_t place = len++;
        for (; place && comes_first(&met[belief], &at[place - 1]); place--)
            at[place] = at[place - 1];
        at[place] = met[belief];
    }
    return len;
}

size_t beliefs_met(const struct deeds *deeds, enum belief *at)
{
    struct met met[BELIEF_COUNT];
    size_t len = beliefs_counted(deeds, met);
    for (size_t i = 0; i < len; i++)
        at[i] = met[i].belief;
    return len;
}
