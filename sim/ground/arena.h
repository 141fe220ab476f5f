/* The arena: all memory of one question, taken piece by piece and given back at once.
 *
 * Everything the simulator returns lives in the arena until arena_reset, and points into the
 * caller's text or the arena. Nothing is freed one by one.
 *
 * Taking never returns NULL. When memory runs out, or a question would need more than the ceiling,
 * the arena stops: it notes why and jumps to its guard, so code between guard and allocation stays
 * straight. A guard is a jmp_buf that the outermost caller sets:
 *
 *     jmp_buf guard;
 *     arena.guard = &guard;
 *     if (setjmp(guard) != 0)
 *         return report(arena.stopped, arena.why);
 *
 * Whatever was taken before a stop stays readable until the reset. Code that runs under a guard
 * owns nothing but arena memory, so a jump loses nothing. */
#ifndef SIM_GROUND_ARENA_H
#define SIM_GROUND_ARENA_H

#include "sim/ground/slice.h"

#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>

/* Where an arena's blocks come from. take returns NULL when there is no memory. */
struct memory {
    void *(*take)(void *context, size_t size);
    void (*give)(void *context, void *block);
    void *context;
};

enum arena_stop {
    ARENA_RUNNING,
    ARENA_NO_MEMORY, /* memory.take answered NULL */
    ARENA_TOO_LARGE, /* the question needs more than its ceiling allows */
};

struct arena_block;

struct arena {
    char *at, *end; /* free bytes of the current block */
    struct arena_block *first, *current;
    const struct memory *memory;
    size_t ceiling; /* most bytes that may be taken before a reset */
    size_t taken;   /* bytes of the blocks in use */
    jmp_buf *guard;
    enum arena_stop stopped;
    const char *why; /* static text, after a stop */
};

/* The ceiling on one question: 64 MiB beyond what the size of its text accounts for. */
enum { ARENA_CEILING = 64 << 20 };

void arena_init(struct arena *arena, const struct memory *memory);

/* Makes all memory of the last question free again and sets the ceiling for the next one, whose
 * text has text_size bytes. Blocks are kept, so that a second question of the same size takes no
 * new memory; what exceeds 1 MiB is given back. */
void arena_reset(struct arena *arena, size_t text_size);

/* Gives all blocks back. The arena may be used again after arena_init. */
void arena_free(struct arena *arena);

/* Stops: notes the reason and jumps to the guard. `why` is static text, shown behind
 * "too large: " for ARENA_TOO_LARGE. */
_Noreturn void arena_stop(struct arena *arena, enum arena_stop stop, const char *why);

/* Slow path of arena_take: a new block. */
void *arena_take_block(struct arena *arena, size_t size);

/* size bytes, uninitialised, aligned for any object. size 0 gives a valid pointer. */
static inline void *arena_take(struct arena *arena, size_t size)
{
    size_t rounded = (size + 15) & ~(size_t)15;
    if (rounded < size || rounded > (size_t)(arena->end - arena->at))
        return arena_take_block(arena, size);
    void *at = arena->at;
    arena->at += rounded;
    return at;
}

/* An array of n elements of `size` bytes, uninitialised. */
static inline void *arena_take_array(struct arena *arena, size_t n, size_t size)
{
    if (size && n > SIZE_MAX / size)
        arena_stop(arena, ARENA_TOO_LARGE, "the answer needs more than 64 MiB of memory");
    return arena_take(arena, n * size);
}

/* The same, all bytes zero. */
static inline void *arena_take_zero(struct arena *arena, size_t n, size_t size)
{
    return memset(arena_take_array(arena, n, size), 0, n * size);
}

/* One zeroed object, or n uninitialised ones, of a type. */
#define arena_new(arena, type)      ((type *)arena_take_zero((arena), 1, sizeof(type)))
#define arena_array(arena, type, n) ((type *)arena_take_array((arena), (n), sizeof(type)))

/* A copy of the bytes of s in the arena, with a NUL behind that does not count. */
struct slice arena_copy(struct arena *arena, struct slice s);

/* a and b joined in the arena. */
struct slice arena_join(struct arena *arena, struct slice a, struct slice b);

/* Moves an array of len elements to a place twice as large and updates *cap, which is not 0. */
void *arena_move(struct arena *arena, void *array, size_t len, size_t *cap, size_t size);

/* The same for any *cap; the first place is for four elements. */
static inline void *arena_grow(struct arena *arena, void *array, size_t len, size_t *cap,
                               size_t size)
{
    if (*cap)
        return arena_move(arena, array, len, cap, size);
    *cap = 4;
    return arena_take(arena, 4 * size);
}

/* Appends to a list, any struct with the fields `T *at; size_t len, cap;`, and gives a pointer to
 * the new element, uninitialised. A list starts as all zeros. */
#define list_add(arena, list)                                                                      \
    ((void)((list)->len < (list)->cap ||                                                           \
            ((list)->at =                                                                          \
                 arena_grow((arena), (list)->at, (list)->len, &(list)->cap, sizeof *(list)->at),   \
             0)),                                                                                  \
     (list)->at + (list)->len++)

/* Gives back the room behind a list's last element, if the list was the last thing taken. */
static inline void arena_trim(struct arena *arena, void *array, size_t len, size_t *cap,
                              size_t size)
{
    char *at = array;
    if (at && at + ((*cap * size + 15) & ~(size_t)15) == arena->at) {
        arena->at = at + ((len * size + 15) & ~(size_t)15);
        *cap = len;
    }
}

#define list_trim(arena, list)                                                                     \
    arena_trim((arena), (list)->at, (list)->len, &(list)->cap, sizeof *(list)->at)

#endif
