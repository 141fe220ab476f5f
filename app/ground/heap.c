/* malloc and free as the simulator asks for memory. See heap.h.
 *
 * In: sizes. Out: blocks. Arenas that hold much, as those of a large course, take blocks of many
 * pages. Where the system can map a really large block in large pages it is asked to, which spares
 * a course of a thousand lessons a thousand faults; of a smaller one much would be mapped that is
 * never used. */
#include "app/ground/heap.h"

#include <stdlib.h>
#include <sys/mman.h>

/* From which size on; and the size of a large page: where it is another one, this does no harm. */
enum { LARGE = 4 << 20, PAGE = 2 << 20 };

static void *take(void *context, size_t size)
{
    void *block = NULL;
    (void)context;
    if (size < LARGE)
        return malloc(size);
    if (posix_memalign(&block, PAGE, size) != 0)
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
