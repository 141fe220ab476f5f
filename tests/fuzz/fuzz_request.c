/* Any bytes as a request of `pairing batch`: read, answered, and its places lie in the texts. */
#include "app/ground/json.h"
#include "tests/fuzz/fuzz.h"
#include "tests/support/question.h"

static void answer_request(struct json_reader *reader, struct arena *arena, struct slice line)
{
    struct json_request request;
    struct json_problem problem;
    struct answer answer;
    if (!json_request_read(reader, arena, line, &request, &problem))
        return;
    simulate(arena, &request.question, &answer);
    const char *what = misplaced(&answer);
    MUST(!what, what);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct counted counted = {0};
    const struct memory memory = counted_memory(&counted);
    struct json_reader reader;
    struct arena arena;
    jmp_buf guard;
    arena_init(&arena, &memory);
    arena_reset(&arena, size);
    if (!json_reader_init(&reader, &memory))
        return 0;
    arena.guard = &guard;
    if (setjmp(guard) == 0)
        answer_request(&reader, &arena, (struct slice){(const char *)data, size});
    json_reader_free(&reader);
    arena_free(&arena);
    MUST(counted.in_use == 0, "all memory is given back");
    return 0;
}
