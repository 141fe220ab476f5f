/* Completion of the run line. */
#include "tests/unit/unit.h"

#include "app/session/complete.h"
#include "sim/ground/buffer.h"

static const struct {
    const char *line, *insert, *words; /* words: the candidates */
} rows[] = {
    {"doc", "ker ", "docker"},
    {"docker ru", "n ", "run"},
    {"docker c", "", "container create"},
    {"docker container r", "un ", "run"},
    {"docker run --entr", "ypoint ", "--entrypoint"},
    {"docker run --rm --net", "work", "--network --network-alias"},
    {"docker run --name ", "", ""},
    {"docker run sh", "op ", "shop"},
    {"docker run --name x postg", "res ", "postgres"},
    {"docker run shop run", "server ", "runserver"},
    {"docker run shop 'a", "", ""},
    {"docker exec --wor", "kdir ", "--workdir"},
};

static void words_are_completed(void **state)
{
    struct arena *arena = *state;
    struct image_config config = {0};
    args_add(arena, &config.entrypoint.words, S("python"), (struct origin){0});
    args_add(arena, &config.cmd.words, S("runserver"), (struct origin){0});
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct slice line = slice_of(rows[i].line);
        struct completion completion;
        struct buffer words = {.arena = arena};
        complete_line(arena, line, line.len, S("shop"), &config, &completion);
        for (size_t w = 0; w < completion.words.len; w++) {
            if (w)
                buffer_byte(&words, ' ');
            buffer_put(&words, completion.words.at[w]);
        }
        assert_slice(rows[i].line, completion.insert, slice_of(rows[i].insert));
        assert_slice(rows[i].line, buffer_slice(&words), slice_of(rows[i].words));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {unit_test_with_arena(words_are_completed)};
    return cmocka_run_group_tests_name("complete", tests, NULL, NULL);
}
