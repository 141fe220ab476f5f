/* Any bytes as a lesson: it is read and proved, or refused; every fault has a sentence. */
#include "tests/fuzz/fuzz.h"
#include "tests/support/question.h"

#include "app/course/outline.h"
#include "app/course/pack.h"

static void prove(struct arena *held, struct arena *scratch, struct slice bytes)
{
    struct shelf shelf = {0};
    struct pack pack;
    struct pack_count count = {0};
    struct faults faults = {.arena = held};
    struct buffer predictions = {.arena = held}, out = {.arena = held};
    struct outline outline;
    *list_add(held, &shelf) = (struct shelf_file){S("01-lesson.md"), bytes};
    *list_add(held, &shelf) = (struct shelf_file){S("plan.md"), bytes};
    *list_add(held, &shelf) = (struct shelf_file){S("replies.md"), bytes};
    pack_read(held, scratch, &faults, &shelf, &pack);
    pack_check(held, scratch, &faults, &pack, S(""), &predictions, &count);
    outline_read(held, scratch, S("01-lesson.md"), bytes, &outline);
    faults_put(&out, &faults);
    for (size_t i = 0; i < faults.len; i++)
        MUST(faults.at[i].text.len, "a fault has a sentence");
}

/* Until it is done, or the arenas' ceiling ends it. */
static void try(struct arena *held, struct arena *scratch, const struct slice *bytes)
{
    jmp_buf guard;
    held->guard = scratch->guard = &guard;
    if (setjmp(guard) == 0)
        prove(held, scratch, *bytes);
    held->guard = scratch->guard = NULL;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct counted counted = {0};
    const struct memory memory = counted_memory(&counted);
    const struct slice bytes = {(const char *)data, size};
    struct arena held, scratch;
    arena_init(&held, &memory);
    arena_init(&scratch, &memory);
    try(&held, &scratch, &bytes);
    arena_free(&held);
    arena_free(&scratch);
    MUST(counted.in_use == 0, "all memory is given back");
    return 0;
}
