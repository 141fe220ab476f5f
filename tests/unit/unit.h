/* What every unit test needs: cmocka, an arena, and comparing slices with readable failures. */
#ifndef TESTS_UNIT_UNIT_H
#define TESTS_UNIT_UNIT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "sim/ground/arena.h"
#include "sim/ground/slice.h"

static inline void *unit_take(void *context, size_t size)
{
    (void)context;
    return malloc(size);
}

static inline void unit_give(void *context, void *block)
{
    (void)context;
    free(block);
}

static const struct memory unit_memory = {unit_take, unit_give, NULL};

/* A test with an arena: cmocka hands it in as *state. It has no guard, so running out of memory
 * ends the program. */
static inline int unit_open(void **state)
{
    struct arena *arena = malloc(sizeof *arena);
    if (!arena)
        return -1;
    arena_init(arena, &unit_memory);
    *state = arena;
    return 0;
}

static inline int unit_close(void **state)
{
    arena_free(*state);
    free(*state);
    return 0;
}

#define unit_test_with_arena(f) cmocka_unit_test_setup_teardown(f, unit_open, unit_close)

/* Fails with both texts unless they are equal; name says which row. */
static inline void assert_slice(const char *name, struct slice is, struct slice wanted)
{
    if (!slice_equal(is, wanted))
        fail_msg("%s:\n  wanted  %.*s\n  is      %.*s", name, (int)wanted.len,
                 wanted.at ? wanted.at : "", (int)is.len, is.at ? is.at : "");
}

#endif
