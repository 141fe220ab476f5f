/* "Did you mean": the candidate that is fewest edits away. */
#ifndef SIM_GROUND_NEAR_H
#define SIM_GROUND_NEAR_H

#include "sim/ground/slice.h"

#include <stdbool.h>

enum { EDIT_LIMIT_MAX = 8 };

/* The Levenshtein distance of two texts in runes, a bad byte counting as one, or `limit` when it is
 * that or more. limit is at most EDIT_LIMIT_MAX; the cost is the length of the shorter text times
 * the limit. */
size_t edit_distance(struct slice a, struct slice b, size_t limit);

/* The candidate nearest to word, the first of several equally near, if it is fewer than three
 * edits away and no candidate is word itself; else the empty slice. fold compares without letter
 * case. */
struct slice nearest(struct slice word, const struct slice *candidates, size_t n, bool fold);

#endif
