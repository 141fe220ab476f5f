/* What must hold whatever the input is: quoting and splitting are inverse, JSON is read as it was
 * printed, places lie in their texts, and memory that runs out is survived. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "sim/dockerfile/execform.h"
#include "tests/support/question.h"

/* A small generator: the same words in every run, on every machine. */
static uint32_t next_random(uint32_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 17;
    *state ^= *state << 5;
    return *state;
}

/* A word of up to 12 pieces that shells, JSON and Go find interesting. Raw bytes only if wanted. */
static struct slice random_word(struct arena *arena, uint32_t *state, bool raw)
{
    static const struct slice pieces[] = {
        S_INIT("a"),     S_INIT("Z9"),   S_INIT(" "),    S_INIT("'"),    S_INIT("\""),
        S_INIT("\\"),    S_INIT("$"),    S_INIT("`"),    S_INIT("!"),    S_INIT("*"),
        S_INIT("{a,b}"), S_INIT("~"),    S_INIT("#"),    S_INIT("="),    S_INIT("\n"),
        S_INIT("\t"),    S_INIT("é"),    S_INIT("日本"), S_INIT("\x01"), S_INIT("\x7f"),
        S_INIT("-"),     S_INIT("$(x)"), S_INIT("&&"),   S_INIT(";"),    S_INIT("\xff"),
        S_INIT("\xc3"),
    };
    const uint32_t kinds = sizeof pieces / sizeof *pieces - (raw ? 0 : 2);
    struct buffer word = {.arena = arena};
    for (uint32_t n = next_random(state) % 12; n > 0; n--)
        buffer_put(&word, pieces[next_random(state) % kinds]);
    return buffer_slice(&word);
}

struct fixture {
    struct counted counted;
    struct memory memory;
    struct arena arena;
    struct host host;
    jmp_buf guard;
};

static void fixture_start(struct fixture *fixture)
{
    fixture->counted = (struct counted){0};
    fixture->memory = counted_memory(&fixture->counted);
    fixture->host = test_host();
    arena_init(&fixture->arena, &fixture->memory);
}

static void quote_then_split(void **state)
{
    struct fixture fixture;
    uint32_t seed = 1;
    (void)state;
    fixture_start(&fixture);
    for (int round = 0; round < 400; round++) {
        arena_reset(&fixture.arena, 0);
        struct arena words_arena;
        arena_init(&words_arena, &fixture.memory);
        struct args words = {0};
        for (uint32_t n = next_random(&seed) % 8 + 1; n > 0; n--)
            args_add(&words_arena, &words, random_word(&words_arena, &seed, true),
                     (struct origin){0});
        struct buffer line = {.arena = &words_arena};
        buffer_put(&line, S("docker run app "));
        quote_shell_words(&line, &words);
        struct texts texts;
        struct answer answer;
        struct question question = test_question(
            &texts, &fixture.host, S("FROM scratch\nENTRYPOINT [\"e\"]\n"), buffer_slice(&line));
        simulate(&fixture.arena, &question, &answer);
        assert_int_equal(answer.failure.stage, STAGE_NONE);
        assert_true(answer.has_request);
        assert_true(args_equal(&answer.request.cmd, &words));
        arena_free(&words_arena);
    }
    arena_free(&fixture.arena);
    assert_int_equal(fixture.counted.in_use, 0);
}

static void json_printed_and_read(void **state)
{
    struct fixture fixture;
    uint32_t seed = 7;
    (void)state;
    fixture_start(&fixture);
    for (int round = 0; round < 400; round++) {
        arena_reset(&fixture.arena, 0);
        struct args words = {.set = true}, again = {0};
        for (uint32_t n = next_random(&seed) % 8; n > 0; n--)
            args_add(&fixture.arena, &words, random_word(&fixture.arena, &seed, false),
                     (struct origin){0});
        struct buffer printed = {.arena = &fixture.arena};
        quote_json_array(&printed, &words);
        const struct text text = {SOURCE_DOCKERFILE, S("Dockerfile"), buffer_slice(&printed)};
        const struct logical_line line = {.text = text.bytes,
                                          .origin = {&text, {0, (uint32_t)text.bytes.len}}};
        assert_int_equal(execform_read(&fixture.arena, &line, text.bytes, &again), EXECFORM_LIST);
        assert_true(args_equal(&words, &again));
    }
    arena_free(&fixture.arena);
}

/* Questions that between them reach every floor. */
static const struct row {
    const char *name, *dockerfile, *line;
} rows[] = {
    {"exec forms", "FROM busybox\nENTRYPOINT [\"a\", \"b c\"]\nCMD [\"d\"]\n", "docker run app"},
    {"shell forms", "FROM busybox\nENTRYPOINT exec a $B\nCMD c d\n", "docker run app x y"},
    {"stages and arguments",
     "ARG V=3\nFROM alpine:$V AS a\nENV A=1 B=\"$A\"\nONBUILD CMD [\"t\"]\nFROM a\nARG X=${A:-2}\n"
     "LABEL k=\"v w\" l='m'\nEXPOSE 80 90-95/udp\nVOLUME [\"/v\"]\nWORKDIR x/../y\nUSER u:g\n",
     "docker run -it --rm -e A -e B=2 --name n app"},
    {"heredoc and continuation",
     "# syntax=docker/dockerfile:1\n# escape=`\nFROM busybox\nRUN <<EOF\na\nEOF\nCMD a `\n# c\n\n "
     "b\n",
     "docker run --entrypoint '' app"},
    {"healthcheck", "FROM busybox\nHEALTHCHECK --interval=1m30s CMD [\"x\"]\nSTOPSIGNAL 9\n",
     "docker run --entrypoint sh app -c 'echo $1' x"},
    {"parse error", "FROM busybox\nCDM x\n", "docker run app"},
    {"bad array", "FROM busybox\nCMD ['a', 'b']\n", "docker run app"},
    {"unknown base", "FROM nosuch/thing\nCMD a\n", "docker run app"},
    {"line with everything", "FROM busybox\nCMD [\"c\"]\n",
     "A=1 docker run -v ~/x:/y -p 80-82:80-82 --env-file prod.env app *.py {a,b}$A \"$(pwd)\" "
     "$((1+2)) ${B:-c d} $'\\x41' 2>&1 | cat && echo $(date)"},
    {"client error", "FROM busybox\n", "docker run --nope app"},
    {"engine error", "FROM busybox\n", "docker run --memory 1 app x"},
    {"option after the image", "FROM busybox\n", "docker run app -p 80:80"},
    {"unclosed quote", "FROM busybox\n", "docker run app 'x"},
    {"exec", "FROM busybox\n", "docker exec -it c sh -c 'a b'"},
    {"help", "FROM busybox\n", "docker run --help"},
    {"config alone", "FROM busybox\nCMD x\n", ""},
};
enum { ROWS = sizeof rows / sizeof *rows };

static void places_lie_in_their_texts(void **state)
{
    struct fixture fixture;
    (void)state;
    fixture_start(&fixture);
    for (size_t i = 0; i < ROWS; i++) {
        struct texts texts;
        struct answer answer;
        struct question question = test_question(
            &texts, &fixture.host, slice_of(rows[i].dockerfile), slice_of(rows[i].line));
        arena_reset(&fixture.arena, texts.dockerfile.bytes.len + texts.line.bytes.len);
        simulate(&fixture.arena, &question, &answer);
        const char *what = misplaced(&answer);
        if (what)
            fail_msg("%s: %s", rows[i].name, what);
    }
    arena_free(&fixture.arena);
}

/* Memory runs out at every piece that the question takes, one run each: of the arena's first block
 * all but `room` bytes are in use, and there is no second block. */
static void memory_runs_out(void **state)
{
    (void)state;
    for (size_t i = 0; i < ROWS; i++) {
        bool failed = true;
        for (size_t room = 0; failed; room += 16) {
            struct fixture fixture;
            struct texts texts;
            struct answer answer;
            fixture_start(&fixture);
            fixture.counted.fail_at = 2;
            struct question question = test_question(
                &texts, &fixture.host, slice_of(rows[i].dockerfile), slice_of(rows[i].line));
            arena_reset(&fixture.arena, 0);
            arena_take(&fixture.arena, 16);
            arena_take(&fixture.arena, (size_t)(fixture.arena.end - fixture.arena.at) - room);
            simulate(&fixture.arena, &question, &answer);
            failed = fixture.counted.takes > 1;
            if (failed) {
                assert_int_equal(answer.failure.stage, STAGE_REQUEST);
                assert_true(answer.failure.message.len > 0);
            }
            arena_free(&fixture.arena);
            assert_int_equal(fixture.counted.in_use, 0);
        }
    }
}

/* No memory at all, from the first piece on. */
static void there_is_no_memory(void **state)
{
    struct fixture fixture;
    struct texts texts;
    struct answer answer;
    (void)state;
    fixture_start(&fixture);
    fixture.counted.fail_at = 1;
    struct question question =
        test_question(&texts, &fixture.host, slice_of(rows[0].dockerfile), slice_of(rows[0].line));
    arena_reset(&fixture.arena, 0);
    simulate(&fixture.arena, &question, &answer);
    assert_int_equal(answer.failure.stage, STAGE_REQUEST);
    arena_free(&fixture.arena);
}

/* The same question asked a second time takes no memory that the first has not taken. */
static void a_second_question_takes_nothing(void **state)
{
    struct fixture fixture;
    (void)state;
    fixture_start(&fixture);
    for (size_t i = 0; i < ROWS; i++) {
        size_t takes = 0;
        for (int round = 0; round < 2; round++) {
            struct texts texts;
            struct answer answer;
            struct question question = test_question(
                &texts, &fixture.host, slice_of(rows[i].dockerfile), slice_of(rows[i].line));
            takes = fixture.counted.takes;
            arena_reset(&fixture.arena, 0);
            simulate(&fixture.arena, &question, &answer);
        }
        if (fixture.counted.takes != takes)
            fail_msg("%s: %zu more", rows[i].name, fixture.counted.takes - takes);
    }
    arena_free(&fixture.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(quote_then_split),
        cmocka_unit_test(json_printed_and_read),
        cmocka_unit_test(places_lie_in_their_texts),
        cmocka_unit_test(memory_runs_out),
        cmocka_unit_test(there_is_no_memory),
        cmocka_unit_test(a_second_question_takes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
