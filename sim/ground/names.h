/* A map from names to numbers, for environments and stages: a short list is searched along its
 * length, a long one through a hash table. */
#ifndef SIM_GROUND_NAMES_H
#define SIM_GROUND_NAMES_H

#include "sim/ground/arena.h"
#include "sim/ground/slice.h"

#include <stdint.h>

#define NAMES_NONE UINT32_MAX

struct name {
    struct slice name;
    uint32_t hash, value;
};

/* Starts as all zeros. A copy of the struct shares nothing that a later names_set of either side
 * could disturb only if it was made by names_copy. */
struct names {
    struct name *at;
    size_t len, cap;
    uint32_t *slots; /* indices into at plus one, a power of two of them; null while short */
    uint32_t slots_len;
};

/* The value of a name, NAMES_NONE when it was never set. */
uint32_t names_get(const struct names *names, struct slice name);

/* Sets a name to a value, replacing an earlier one. The slice must outlive the map. */
void names_set(struct arena *arena, struct names *names, struct slice name, uint32_t value);

/* A map of the same content that can be changed apart. */
struct names names_copy(struct arena *arena, const struct names *names);

#endif
