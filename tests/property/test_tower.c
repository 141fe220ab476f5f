/* The tower against the build, on every recorded Dockerfile: there are floors exactly where there
 * is an image, each begins where the one below it ends, and the last ends with the image's pair. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "app/ground/json.h"
#include "tests/support/question.h"

static bool same_pair(const struct tower_pair *a, const struct command_list *entrypoint,
                      const struct command_list *cmd)
{
    return args_equal(&a->entrypoint.words, &entrypoint->words) &&
           args_equal(&a->cmd.words, &cmd->words) &&
           (!cmd->words.len || a->cmd.form == cmd->form) &&
           (!entrypoint->words.len || a->entrypoint.form == entrypoint->form);
}

/* Within a floor every step begins with what the one before it left. */
static void check_floor(const char *line, const struct tower_floor *floor)
{
    const struct tower_pair *now = &floor->begins;
    for (size_t i = 0; i < floor->steps.len; now = &floor->steps.at[i++].after)
        if (!same_pair(now, &floor->steps.at[i].before.entrypoint, &floor->steps.at[i].before.cmd))
            fail_msg("a step does not begin where the last one ended: %.200s", line);
    if (!same_pair(now, &floor->ends.entrypoint, &floor->ends.cmd))
        fail_msg("a floor does not end with its last step: %.200s", line);
}

static void check(const char *line, const struct tower *tower, const struct answer *answer)
{
    if ((tower->len > 0) != answer->has_config)
        fail_msg("floors without an image, or none with one: %.200s", line);
    for (size_t i = 0; i < tower->len; i++) {
        check_floor(line, tower->at + i);
        if (i && !same_pair(&tower->at[i].begins, &tower->at[i - 1].ends.entrypoint,
                            &tower->at[i - 1].ends.cmd))
            fail_msg("a floor does not stand on the one below it: %.200s", line);
    }
    if (tower->len && !same_pair(&tower->at[tower->len - 1].ends, &answer->config.entrypoint,
                                 &answer->config.cmd))
        fail_msg("the last floor has another pair than the image: %.200s", line);
}

static size_t check_line(struct json_reader *reader, struct arena *arena, const char *line)
{
    struct json_request request;
    struct json_problem problem;
    struct answer *answer = arena_new(arena, struct answer);
    struct tower tower;
    if (!json_request_read(reader, arena, slice_of(line), &request, &problem) ||
        !request.question.dockerfile)
        return 0;
    const struct question *question = &request.question;
    simulate(arena, question, answer);
    const struct build_request build = {
        .dockerfile = question->dockerfile,
        .target = question->target,
        .args = question->build_args,
        .args_len = question->build_args_len,
        .bases = question->bases ? question->bases : &known_bases,
    };
    tower_of(arena, &build, &tower);
    check(line, &tower, answer);
    return tower.len > 0;
}

static void recorded(void **state)
{
    struct counted counted = {0};
    struct memory memory = counted_memory(&counted);
    struct json_reader reader;
    struct arena arena;
    jmp_buf guard;
    FILE *file = fopen("tests/corpus/dockerfile.jsonl", "r");
    char *line = NULL;
    size_t cap = 0, towers = 0;
    ssize_t len;
    (void)state;
    assert_non_null(file);
    arena_init(&arena, &memory);
    assert_true(json_reader_init(&reader, &memory));
    while ((len = getline(&line, &cap, file)) > 0) {
        arena_reset(&arena, (size_t)len);
        arena.guard = &guard;
        if (setjmp(guard))
            fail_msg("the arena stopped: %.200s", line);
        towers += check_line(&reader, &arena, line);
    }
    assert_true(towers > 1000);
    json_reader_free(&reader);
    arena_free(&arena);
    fclose(file);
    free(line);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(recorded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
