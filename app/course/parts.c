/* The tables of kinds and blocks. See parts.h. */
#include "app/course/parts.h"

static const struct {
    struct slice name, blocks;
} kinds[EXERCISE_KIND_COUNT] = {
#define ROW(id, name, blocks) [EXERCISE_##id] = {S_INIT(name), S_INIT(blocks)},
    EXERCISE_KINDS(ROW)
#undef ROW
};

static const struct slice block_names[BLOCK_COUNT] = {
#define ROW(id, name) [BLOCK_##id] = S_INIT(name),
    BLOCKS(ROW)
#undef ROW
};

struct slice exercise_kind_name(enum exercise_kind kind)
{
    return kind < EXERCISE_KIND_COUNT ? kinds[kind].name : S("");
}

struct slice block_name(enum block block)
{
    return block_names[block];
}

const struct part *exercise_part(const struct exercise *exercise, enum block block, size_t *i)
{
    while (*i < exercise->parts.len) {
        const struct part *part = &exercise->parts.at[(*i)++];
        if (part->block == block)
            return part;
    }
    return NULL;
}

void block_counts(enum exercise_kind kind, enum block block, size_t *least, size_t *most)
{
    char count = kinds[kind].blocks.at[2 * block];
    *least = count == '1' || count == '+' ? 1 : count == '2' ? 2 : count == '3' ? 3 : 0;
    *most = count == '-' ? 0 : count == '?' || count == '1' ? 1 : count == '3' ? 3 : SIZE_MAX;
}
