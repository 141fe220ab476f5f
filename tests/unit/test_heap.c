/* The system's memory as arenas take it: small blocks, and those that are asked for in large pages.
 */
#include "tests/unit/unit.h"

#include "app/ground/heap.h"

static void gives_blocks(void **state)
{
    static const size_t sizes[] = {1, 65552, (2 << 20) - 1, 2 << 20, (4 << 20) + 16};
    (void)state;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        char *block = heap.take(heap.context, sizes[i]);
        assert_non_null(block);
        assert_int_equal((uintptr_t)block % 16, 0);
        memset(block, 'x', sizes[i]);
        heap.give(heap.context, block);
    }
}

/* An arena that grows through all sizes of blocks, twice. */
static void feeds_an_arena(void **state)
{
    struct arena arena;
    (void)state;
    arena_init(&arena, &heap);
    for (int round = 0; round < 2; round++) {
        arena_reset(&arena, 0);
        for (int i = 0; i < 9000; i++)
            memset(arena_take(&arena, 1000), i, 1000);
    }
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_blocks),
        cmocka_unit_test(feeds_an_arena),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
