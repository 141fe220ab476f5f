/* The nearest candidate to a word. Texts and a limit go in, a distance or a candidate comes out.
 *
 * Only distances below a small limit matter, so just the band of the edit matrix that close to its
 * diagonal is computed, a row at a time, without memory of its own. Models the search behind
 * BuildKit's "(did you mean …?)". */
#include "sim/ground/near.h"

#include "sim/ground/utf8.h"

#include <stdint.h>

enum { BAND_MAX = 2 * EDIT_LIMIT_MAX - 1 };

static const uint32_t no_rune = UINT32_MAX;

static uint32_t take_rune(struct slice *s, bool fold)
{
    if (s->len == 0)
        return no_rune;
    uint32_t rune = utf8_next(s);
    return fold ? rune_lower(rune) : rune;
}

/* A row of the band: cost[d] is the distance of the first i runes of a and the first i + d - reach
 * of b; next[d] is the rune of b behind those. */
struct band {
    size_t reach, limit;
    size_t cost[BAND_MAX];
    uint32_t next[BAND_MAX];
};

static size_t least(size_t x, size_t y)
{
    return x < y ? x : y;
}

/* Moves the band one rune of a down; answers whether any cost is still below the limit. */
static bool band_step(struct band *band, size_t i, uint32_t rune)
{
    size_t width = 2 * band->reach + 1;
    bool alive = false;
    for (size_t d = 0; d < width; d++) {
        size_t cost = band->limit;
        if (i + 1 + d == band->reach) {
            cost = i + 1; /* b's part is empty */
        } else if (i + 1 + d > band->reach && band->next[d] != no_rune) {
            cost = band->cost[d] + (band->next[d] != rune);
            if (d + 1 < width)
                cost = least(cost, band->cost[d + 1] + 1);
            if (d > 0)
                cost = least(cost, band->cost[d - 1] + 1);
        }
        band->cost[d] = least(cost, band->limit);
        alive |= cost < band->limit;
    }
    return alive;
}

static size_t distance(struct slice a, struct slice b, size_t limit, bool fold)
{
    if (limit == 0)
        return 0;
    struct band band = {.reach = limit - 1, .limit = limit};
    size_t width = 2 * band.reach + 1, i = 0, b_len = 0;
    for (size_t d = 0; d < width; d++) {
        band.cost[d] = d < band.reach ? limit : d - band.reach;
        band.next[d] = d < band.reach ? no_rune : take_rune(&b, fold);
        b_len += band.next[d] != no_rune;
    }
    /* Costs beyond the end of b must not count. */
    for (size_t d = band.reach; d < width; d++)
        if (d - band.reach > b_len)
            band.cost[d] = limit;
    for (; a.len; i++) {
        if (!band_step(&band, i, take_rune(&a, fold)))
            return limit;
        memmove(band.next, band.next + 1, (width - 1) * sizeof *band.next);
        band.next[width - 1] = take_rune(&b, fold);
        b_len += band.next[width - 1] != no_rune;
    }
    if (b.len || b_len + band.reach < i || b_len - i + band.reach >= width)
        return limit;
    return band.cost[b_len + band.reach - i];
}

size_t edit_distance(struct slice a, struct slice b, size_t limit)
{
    return distance(a, b, least(limit, EDIT_LIMIT_MAX), false);
}

struct slice nearest(struct slice word, const struct slice *candidates, size_t n, bool fold)
{
    struct slice best = {0};
    size_t limit = 3;
    for (size_t i = 0; i < n; i++) {
        size_t edits = distance(word, candidates[i], limit, fold);
        if (edits == 0)
            return (struct slice){0};
        if (edits < limit) {
            limit = edits;
            best = candidates[i];
        }
    }
    return best;
}
