/* Any bytes as a progress file: it is refused, or taken, and what is exported then is taken too.
 * The same bytes as a lesson are shown without a byte that could reach a terminal as a command. */
#include "tests/fuzz/fuzz.h"
#include "tests/support/question.h"

#include "app/course/exchange.h"
#include "app/course/page.h"
#include "app/course/store.h"
#include "app/ground/paint.h"

static void exchange(struct arena *arena, struct json_reader *reader, struct store *store,
                     struct slice bytes)
{
    struct deeds deeds = {0}, again = {0}, third = {0};
    struct slice learner;
    struct json_problem problem;
    struct buffer out = {.arena = arena};
    if (!exchange_read(reader, arena, bytes, &learner, &deeds, &problem)) {
        MUST(words_say(arena, problem.id, &problem.args).len, "a problem has a sentence");
        return;
    }
    int64_t added = store_import(store, &deeds);
    MUST(added >= 0 && (size_t)added <= deeds.len, "all is taken that was not there");
    MUST(store_deeds(store, arena, &again), "it can be read");
    MUST(again.len == (size_t)added, "and is what was taken");
    exchange_put(&out, learner, &again);
    MUST(exchange_read(reader, arena, buffer_slice(&out), &learner, &third, &problem),
         "what is exported is progress");
    MUST(third.len == again.len, "all of it");
}

static void show(struct arena *arena, struct slice bytes)
{
    struct report report = {.arena = arena, .columns = 76};
    const struct page_view view = {&report, false};
    const struct paint paint = {76, PAINT_NONE};
    struct markdown markdown;
    struct buffer out = {.arena = arena};
    markdown_read(arena, arena, bytes, &markdown);
    page_prose(&view, &markdown, 0);
    paint_report(&out, &report, &paint);
    for (size_t i = 0; i < out.len; i++)
        MUST((unsigned char)out.at[i] >= ' ' || out.at[i] == '\n', "no control character");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct counted counted = {0};
    const struct memory memory = counted_memory(&counted);
    const struct slice bytes = {(const char *)data, size};
    struct arena arena;
    struct json_reader reader;
    struct store store;
    jmp_buf guard;
    arena_init(&arena, &memory);
    MUST(json_reader_init(&reader, &memory), "memory");
    store_open(&store, NULL);
    arena.guard = &guard;
    if (setjmp(guard) == 0) {
        exchange(&arena, &reader, &store, bytes);
        show(&arena, bytes);
    }
    store_close(&store);
    json_reader_free(&reader);
    arena_free(&arena);
    MUST(counted.in_use == 0, "all memory is given back");
    return 0;
}
