/* The map from names to numbers: insertion order in a list, an open hash table beside it. */
#include "sim/ground/names.h"

enum { SHORT = 12 };

static uint32_t hash_of(struct slice s)
{
    uint32_t hash = 2166136261u; /* FNV-1a */
    for (size_t i = 0; i < s.len; i++)
        hash = (hash ^ (unsigned char)s.at[i]) * 16777619u;
    return hash;
}

static const struct name *find(const struct names *names, struct slice name, uint32_t hash)
{
    if (!names->slots) {
        for (size_t i = 0; i < names->len; i++)
            if (slice_equal(names->at[i].name, name))
                return names->at + i;
        return NULL;
    }
    uint32_t mask = names->slots_len - 1;
    for (uint32_t i = hash & mask; names->slots[i]; i = (i + 1) & mask) {
        const struct name *at = names->at + (names->slots[i] - 1);
        if (at->hash == hash && slice_equal(at->name, name))
            return at;
    }
    return NULL;
}

uint32_t names_get(const struct names *names, struct slice name)
{
    const struct name *at = find(names, name, names->slots ? hash_of(name) : 0);
    return at ? at->value : NAMES_NONE;
}

static void place(struct names *names, uint32_t index)
{
    uint32_t mask = names->slots_len - 1, i = names->at[index].hash & mask;
    while (names->slots[i])
        i = (i + 1) & mask;
    names->slots[i] = index + 1;
}

static void rehash(struct arena *arena, struct names *names)
{
    const bool hashed = names->slots_len != 0;
    names->slots_len = hashed ? 2 * names->slots_len : 64;
    names->slots = arena_take_zero(arena, names->slots_len, sizeof *names->slots);
    for (uint32_t i = 0; i < names->len; i++) {
        if (!hashed)
            names->at[i].hash = hash_of(names->at[i].name);
        place(names, i);
    }
}

void names_set(struct arena *arena, struct names *names, struct slice name, uint32_t value)
{
    uint32_t hash = names->slots ? hash_of(name) : 0;
    const struct name *old = find(names, name, hash);
    if (old) {
        names->at[old - names->at].value = value;
        return;
    }
    *list_add(arena, names) = (struct name){name, hash, value};
    if (names->slots && names->len * 2 <= names->slots_len)
        place(names, (uint32_t)names->len - 1);
    else if (names->len > SHORT)
        rehash(arena, names);
}

struct names names_copy(struct arena *arena, const struct names *names)
{
    struct names copy = *names;
    copy.at = arena_array(arena, struct name, names->len);
    if (names->len)
        memcpy(copy.at, names->at, names->len * sizeof *copy.at);
    copy.cap = names->len;
    if (names->slots) {
        copy.slots = arena_array(arena, uint32_t, names->slots_len);
        memcpy(copy.slots, names->slots, names->slots_len * sizeof *copy.slots);
    }
    return copy;
}
