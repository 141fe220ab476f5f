/* The arena: blocks in a chain, each twice the last, a pointer that moves up. See arena.h. */
#include "sim/ground/arena.h"

enum { FIRST_BLOCK = 64 << 10, KEPT = 1 << 20 };

/* The header of a block; its bytes follow. */
struct arena_block {
    struct arena_block *next;
    size_t size;
    _Alignas(16) char bytes[];
};

/* No block is open: no bytes are free, at a place that can be pointed to. */
static void close_block(struct arena *arena)
{
    arena->current = NULL;
    arena->at = arena->end = (char *)arena;
}

void arena_init(struct arena *arena, const struct memory *memory)
{
    *arena = (struct arena){.memory = memory, .ceiling = ARENA_CEILING};
    close_block(arena);
}

static void open_block(struct arena *arena, struct arena_block *block)
{
    arena->current = block;
    arena->at = block->bytes;
    arena->end = block->bytes + block->size;
    arena->taken += block->size;
}

static void give_from(struct arena *arena, struct arena_block **link)
{
    struct arena_block *block = *link;
    *link = NULL;
    while (block) {
        struct arena_block *next = block->next;
        arena->memory->give(arena->memory->context, block);
        block = next;
    }
}

void arena_reset(struct arena *arena, size_t text_size)
{
    size_t kept = 0;
    struct arena_block **link = &arena->first;
    while (*link && kept + (*link)->size <= KEPT) {
        kept += (*link)->size;
        link = &(*link)->next;
    }
    give_from(arena, link);
    arena->ceiling = ARENA_CEILING + 16 * text_size;
    arena->taken = 0;
    arena->stopped = ARENA_RUNNING;
    arena->why = NULL;
    close_block(arena);
    if (arena->first)
        open_block(arena, arena->first);
}

void arena_free(struct arena *arena)
{
    give_from(arena, &arena->first);
    close_block(arena);
}

_Noreturn void arena_stop(struct arena *arena, enum arena_stop stop, const char *why)
{
    arena->stopped = stop;
    arena->why = why;
    if (!arena->guard)
        __builtin_trap(); /* a caller without a guard is a mistake in the program */
    longjmp(*arena->guard, 1);
}

void *arena_take_block(struct arena *arena, size_t size)
{
    struct arena_block *next = arena->current ? arena->current->next : arena->first;
    if (!next || next->size < size) {
        size_t room = arena->current ? 2 * arena->current->size : FIRST_BLOCK;
        if (arena->taken + room > arena->ceiling)
            room = FIRST_BLOCK;
        if (room < size)
            room = size;
        if (room > arena->ceiling || arena->taken > arena->ceiling - room)
            arena_stop(arena, ARENA_TOO_LARGE, "the answer needs more than 64 MiB of memory");
        struct arena_block *block =
            arena->memory->take(arena->memory->context, sizeof *block + room);
        if (!block)
            arena_stop(arena, ARENA_NO_MEMORY, "out of memory");
        block->size = room;
        block->next = next;
        *(arena->current ? &arena->current->next : &arena->first) = block;
        next = block;
    }
    open_block(arena, next);
    size_t rounded = (size + 15) & ~(size_t)15;
    arena->at += rounded < next->size ? rounded : next->size;
    return next->bytes;
}

struct slice arena_copy(struct arena *arena, struct slice s)
{
    char *at = arena_take(arena, s.len + 1);
    if (s.len)
        memcpy(at, s.at, s.len);
    at[s.len] = '\0';
    return (struct slice){at, s.len};
}

struct slice arena_join(struct arena *arena, struct slice a, struct slice b)
{
    char *at = arena_take(arena, a.len + b.len + 1);
    if (a.len)
        memcpy(at, a.at, a.len);
    if (b.len)
        memcpy(at + a.len, b.at, b.len);
    at[a.len + b.len] = '\0';
    return (struct slice){at, a.len + b.len};
}

void *arena_move(struct arena *arena, void *array, size_t len, size_t *cap, size_t size)
{
    size_t wanted = 2 * *cap;
    char *old = array, *old_end = old + ((*cap * size + 15) & ~(size_t)15);
    /* The last thing taken can grow where it stands. */
    if (old_end == arena->at && (wanted - *cap) * size + 16 <= (size_t)(arena->end - old_end)) {
        arena->at = old + ((wanted * size + 15) & ~(size_t)15);
        *cap = wanted;
        return array;
    }
    void *at = arena_take_array(arena, wanted, size);
    if (len)
        memcpy(at, array, len * size);
    *cap = wanted;
    return at;
}
