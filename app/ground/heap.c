/* malloc and free as the simulator asks for memory. See heap.h.
 *
 * In: sizes. Out: blocks. Arenas that hold much, as those of a large course, take blocks of many
 * pages. Where the system can map such a block in large pages it is asked to: a thousand faults
 * less, a third of what opening a course of a thousand lessons costs. */
#include "app/ground/heap.h"

#include <stdlib.h>
#include <sys/mman.h>

/* The size of a large page; where it is another one, this does no harm. */
enum { LARGE = 2 << 20 };

static void *take(void *context, size_t size)
{
    void *block = NULL;
    (void)context;
    if (size < LARGE)
        return malloc(size);
    if (posix_memalign(&block, LARGE, size) != 0)
        return NULL;
#ifdef MADV_HUGEPAGE
    madvise(block, size, MADV_HUGEPAGE); /* a wish: without it the block is as good */
#endif
    return block;
}

static void give(void *context, void *block)
{
    (void)context;
    free(block);
}

const struct memory heap = {take, give, NULL};
