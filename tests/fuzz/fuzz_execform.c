/* Any bytes as an exec form: a list that was read, printed and read again is the same list. */
#include "sim/dockerfile/execform.h"
#include "sim/ground/quote.h"
#include "tests/fuzz/fuzz.h"
#include "tests/support/question.h"

static enum execform read_list(struct arena *arena, const struct text *text, struct args *words)
{
    const struct logical_line line = {
        .text = text->bytes,
        .origin = {text, {0, (uint32_t)text->bytes.len}},
    };
    return execform_read(arena, &line, text->bytes, words);
}

static void check(struct arena *arena, struct slice bytes)
{
    const struct text text = {SOURCE_DOCKERFILE, S("Dockerfile"), bytes};
    struct args words = {0}, again = {0};
    if (read_list(arena, &text, &words) != EXECFORM_LIST)
        return;
    for (size_t i = 0; i < words.len; i++) {
        struct span span = words.at[i].origin.span;
        MUST(span.from <= span.to && span.to <= bytes.len, "a word lies in its text");
    }
    struct buffer printed = {.arena = arena};
    quote_json_array(&printed, &words);
    const struct text second = {SOURCE_DOCKERFILE, S("printed"), buffer_slice(&printed)};
    MUST(read_list(arena, &second, &again) == EXECFORM_LIST, "what is printed is a list");
    MUST(args_equal(&words, &again), "a list printed and read again is the same");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct counted counted = {0};
    const struct memory memory = counted_memory(&counted);
    struct arena arena;
    jmp_buf guard;
    arena_init(&arena, &memory);
    arena_reset(&arena, size);
    arena.guard = &guard;
    if (setjmp(guard) == 0)
        check(&arena, (struct slice){(const char *)data, size});
    arena_free(&arena);
    MUST(counted.in_use == 0, "all memory is given back");
    return 0;
}
