/* What an answer costs, measured in the process.
 *
 *     bench loop KIND ROUNDS
 *
 * asks a question so often, from text to plan, and prints the size of its text; for callgrind.
 *
 *     bench full KIND ROUNDS
 *
 * does the same with warnings, notes and outcome.
 *
 *     bench time KIND
 *
 * tells the µs of an evaluation, and the mallocs after the first.
 *
 *     bench hostile
 *
 * tells of every hostile kind how long it takes, how it ends, and the same of twice of it.
 *
 * Rows are: what, measured, limit, ok or OVER. */
#include "tests/bench/inputs.h"
#include "tests/bench/measure.h"
#include "tests/support/question.h"

#include <stdio.h>
#include <stdlib.h>

static const struct input_kind *kind_of(const char *name)
{
    for (size_t i = 0; i < input_kinds_len; i++)
        if (slice_equal(slice_of(input_kinds[i].name), slice_of(name)))
            return &input_kinds[i];
    fprintf(stderr, "no kind %s\n", name);
    exit(2);
}

struct bench {
    struct counted counted;
    struct memory memory;
    struct arena arena;
    struct host host;
    struct texts texts;
    struct question question;
    struct answer answer;
};

static void bench_start(struct bench *bench, struct input input, bool warnings, bool notes)
{
    bench->counted = (struct counted){0};
    bench->memory = counted_memory(&bench->counted);
    bench->host = test_host();
    bench->question = test_question(&bench->texts, &bench->host, input.dockerfile, input.line);
    bench->question.want_warnings = warnings;
    bench->question.want_notes = bench->question.want_outcome = notes;
    arena_init(&bench->arena, &bench->memory);
}

static void bench_ask(struct bench *bench)
{
    arena_reset(&bench->arena, bench->texts.dockerfile.bytes.len + bench->texts.line.bytes.len);
    simulate(&bench->arena, &bench->question, &bench->answer);
}

static int loop(const struct input_kind *kind, size_t rounds, bool full)
{
    struct bench bench;
    size_t size = kind->size;
    /* "large" may be asked for at another size: KIND=large:200000 is what main makes of it. */
    struct input input = kind->make(size);
    bench_start(&bench, input, full, full);
    for (size_t i = 0; i < rounds; i++)
        bench_ask(&bench);
    printf("%zu\n", input.dockerfile.len + input.line.len);
    arena_free(&bench.arena);
    return bench.answer.failure.stage == STAGE_NONE ? 0 : 1;
}

/* The median of 21 batches. */
static int time_kind(const struct input_kind *kind)
{
    enum { BATCHES = 21 };
    double times[BATCHES];
    struct bench bench;
    const size_t rounds = kind->size == 1 ? 2000 : 1;
    bench_start(&bench, kind->make(kind->size), false, false);
    bench_ask(&bench);
    const size_t takes = bench.counted.takes;
    for (int i = 0; i < BATCHES; i++) {
        const double start = now_us();
        for (size_t k = 0; k < rounds; k++)
            bench_ask(&bench);
        times[i] = (now_us() - start) / (double)rounds;
    }
    const size_t more = bench.counted.takes - takes;
    char what[100];
    snprintf(what, sizeof what, "%s: time, median", kind->about);
    row(what, median(times, BATCHES), 0, "µs", "");
    bool ok = true;
    if (rounds > 1) {
        snprintf(what, sizeof what, "%s: mallocs after the first", kind->about);
        ok = row(what, (double)more, 0, "", more ? "OVER: should be none" : "");
    }
    arena_free(&bench.arena);
    return ok && (rounds == 1 || more == 0) ? 0 : 1;
}

/* The shortest of three runs, in ms. */
static double best_time(struct input input, bool warnings, struct bench *bench)
{
    double best = 1e18;
    for (int i = 0; i < 3; i++) {
        bench_start(bench, input, warnings, false);
        const double start = now_us();
        bench_ask(bench);
        const double took = (now_us() - start) / 1e3;
        best = took < best ? took : best;
        if (i < 2)
            arena_free(&bench->arena);
    }
    return best;
}

/* Within a second, and twice the input in at most about twice the time; below 20 ms the clock and
 * the caches say more than the program. */
static int hostile(void)
{
    int bad = 0;
    for (size_t i = INPUTS_PLAIN; i < input_kinds_len; i++) {
        const struct input_kind *kind = &input_kinds[i];
        struct bench bench;
        char what[100], end[100];
        const double once = best_time(kind->make(kind->size), kind->warnings, &bench);
        const struct failure *failure = &bench.answer.failure;
        snprintf(end, sizeof end, "%.*s",
                 failure->stage == STAGE_NONE ? 8
                 : failure->message.len < 60  ? (int)slice_find(failure->message, '\n')
                                              : 60,
                 failure->stage == STAGE_NONE ? "answered" : failure->message.at);
        bad += !row(kind->about, once, 1000, "ms", end);
        arena_free(&bench.arena);
        const double twice = best_time(kind->make(2 * kind->size), kind->warnings, &bench);
        arena_free(&bench.arena);
        snprintf(what, sizeof what, "  twice of it: %.0f ms, times", twice);
        if (once >= 20)
            bad += !row(what, twice / once, 2.6, "", "");
    }
    return bad ? 1 : 0;
}

int main(int argc, char **argv)
{
    const char *mode = argc > 1 ? argv[1] : "";
    if (argc == 2 && slice_equal(slice_of(mode), S("hostile")))
        return hostile();
    if (argc == 3 && slice_equal(slice_of(mode), S("time")))
        return time_kind(kind_of(argv[2]));
    if (argc == 4 &&
        (slice_equal(slice_of(mode), S("loop")) || slice_equal(slice_of(mode), S("full")))) {
        struct input_kind kind = *kind_of(argv[2]);
        size_t rounds = strtoul(argv[3], NULL, 10);
        /* ROUNDS of the form 1x2 asks once for twice the size. */
        const char *times = strchr(argv[3], 'x');
        if (times)
            kind.size *= strtoul(times + 1, NULL, 10);
        return loop(&kind, rounds, *mode == 'f');
    }
    fputs("usage: bench loop|full KIND ROUNDS[xTIMES] | time KIND | hostile\n", stderr);
    return 2;
}
