/* Any bytes as a Dockerfile: there is an answer, and its places lie in the texts. */
#include "tests/fuzz/fuzz.h"
#include "tests/support/question.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct counted counted = {0};
    const struct memory memory = counted_memory(&counted);
    const struct host host = test_host();
    struct arena arena;
    struct texts texts;
    struct answer answer;
    struct question question = test_question(
        &texts, &host, (struct slice){(const char *)data, size}, S("docker run app x"));
    arena_init(&arena, &memory);
    arena_reset(&arena, size);
    simulate(&arena, &question, &answer);
    const char *what = misplaced(&answer);
    MUST(!what, what);
    arena_free(&arena);
    MUST(counted.in_use == 0, "all memory is given back");
    return 0;
}
