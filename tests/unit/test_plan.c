/* The merge: forms of ENTRYPOINT and CMD against what a caller types. */
#include "tests/unit/unit.h"

#include "sim/ground/buffer.h"
#include "sim/ground/quote.h"
#include "sim/pairing/outcome.h"
#include "sim/pairing/surface.h"

struct row {
    const char *name;
    const char *entrypoint[4], *cmd[4]; /* of the image; a null pointer ends */
    const char *option;                 /* --entrypoint; null: not given */
    const char *words[4];               /* after the image */
    const char *argv, *letters;         /* null: nothing to run */
};

static const struct row rows[] = {
    {"nothing", {0}, {0}, NULL, {0}, NULL, NULL},
    {"cmd alone", {0}, {"ls"}, NULL, {0}, "[\"ls\"]", "C"},
    {"words replace cmd", {0}, {"ls", "-l"}, NULL, {"date"}, "[\"date\"]", "R"},
    {"the pair", {"ping"}, {"-c", "3"}, NULL, {0}, "[\"ping\",\"-c\",\"3\"]", "ECC"},
    {"words replace all of cmd", {"ping"}, {"-c", "3"}, NULL, {"h"}, "[\"ping\",\"h\"]", "ER"},
    {"shell form swallows",
     {"/bin/sh", "-c", "ls"},
     {"a"},
     NULL,
     {0},
     "[\"/bin/sh\",\"-c\",\"ls\",\"a\"]",
     "SSEC"},
    {"the option drops cmd", {"ping"}, {"-c"}, "sh", {0}, "[\"sh\"]", "O"},
    {"the option and words", {"ping"}, {"-c"}, "sh", {"-x"}, "[\"sh\",\"-x\"]", "OR"},
    {"an empty option clears both", {"ping"}, {"-c"}, "", {0}, NULL, NULL},
    {"an empty option and words", {"ping"}, {"-c"}, "", {"id"}, "[\"id\"]", "R"},
    {"an empty word counts", {0}, {0}, NULL, {""}, "[\"\"]", "R"},
    {"an image with one empty word", {""}, {"id"}, NULL, {0}, "[\"id\"]", "C"},
};

static void fill(struct arena *arena, struct args *args, const char *const *words)
{
    for (size_t i = 0; i < 4 && words[i]; i++)
        args_add(arena, args, slice_of(words[i]), (struct origin){0});
}

static void check_row(struct arena *arena, const struct row *row)
{
    struct image_config config = {0};
    struct run_request request = {.verb = VERB_RUN};
    struct exec_plan plan;
    struct failure failure = {0};
    fill(arena, &config.entrypoint.words, row->entrypoint);
    fill(arena, &config.cmd.words, row->cmd);
    fill(arena, &request.cmd, row->words);
    config.entrypoint.form = FORM_EXEC;
    if (config.entrypoint.words.len == 3)
        config.entrypoint.shell_words = 2;
    if (row->option)
        args_add(arena, &request.entrypoint, slice_of(row->option), (struct origin){0});
    bool made = plan_make(arena, &config, &request, S("vm"), &plan, &failure);
    if (made != (row->argv != NULL))
        fail_msg("%s: %s", row->name, made ? "made" : "not made");
    if (!made) {
        assert_int_equal(failure.exit, 125);
        return;
    }
    struct args argv = {0};
    struct buffer shown = {.arena = arena}, letters = {.arena = arena};
    for (size_t i = 0; i < plan.argv_len; i++) {
        args_add(arena, &argv, plan.argv[i].arg.text, (struct origin){0});
        buffer_byte(&letters, (char)plan.argv[i].from);
    }
    quote_json_array(&shown, &argv);
    assert_slice(row->name, buffer_slice(&shown), slice_of(row->argv));
    assert_slice(row->name, buffer_slice(&letters), slice_of(row->letters));
}

static void the_merge(void **state)
{
    struct arena *arena = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        check_row(arena, rows + i);
}

static void variables_are_merged_by_name(void **state)
{
    struct arena *arena = *state;
    struct image_config config = {0};
    struct run_request request = {.verb = VERB_RUN};
    struct exec_plan plan;
    struct failure failure;
    args_add(arena, &config.cmd.words, S("env"), (struct origin){0});
    args_add(arena, &config.env.entries, S("A=1"), (struct origin){0});
    args_add(arena, &config.env.entries, S("B=1"), (struct origin){0});
    args_add(arena, &config.env.entries, S("B=2"), (struct origin){0});
    args_add(arena, &request.env, S("A"), (struct origin){0});
    struct buffer shown = {.arena = arena};
    plan_make(arena, &config, &request, S("vm"), &plan, &failure);
    quote_json_array(&shown, &plan.env);
    assert_slice("env", buffer_slice(&shown), S("[\"A\",\"B=1\"]"));
}

static void the_surface_sorts_words(void **state)
{
    struct arena *arena = *state;
    struct image_config config = {0};
    struct run_request request = {.verb = VERB_RUN};
    struct exec_plan plan;
    struct failure failure;
    struct surface surface;
    args_add(arena, &config.entrypoint.words, S("git"), (struct origin){0});
    args_add(arena, &request.cmd, S("log"), (struct origin){0});
    plan_make(arena, &config, &request, S("vm"), &plan, &failure);
    surface_of(arena, &plan, &surface);
    assert_int_equal(surface.fixed.len, 1);
    assert_int_equal(surface.anyone.len, 1);
    assert_false(surface.anything);
}

static void the_outcome_names_what_it_rests_on(void **state)
{
    struct arena *arena = *state;
    struct image_config config = {0};
    struct run_request request = {.verb = VERB_RUN};
    struct exec_plan plan;
    struct failure failure;
    struct outcome outcome;
    args_add(arena, &request.cmd, S("/app"), (struct origin){0});
    plan_make(arena, &config, &request, S("vm"), &plan, &failure);
    outcome_of(arena, &config, &request, &plan, &outcome);
    assert_int_equal(outcome.starts, STARTS_DEPENDS);
    assert_int_equal(outcome.conditions.len, 1);
    request.cmd.at[0].text = S("");
    plan_make(arena, &config, &request, S("vm"), &plan, &failure);
    outcome_of(arena, &config, &request, &plan, &outcome);
    assert_int_equal(outcome.starts, STARTS_NO);
    assert_int_equal(outcome.exit, 127);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_test_with_arena(the_merge),
        unit_test_with_arena(variables_are_merged_by_name),
        unit_test_with_arena(the_surface_sorts_words),
        unit_test_with_arena(the_outcome_names_what_it_rests_on),
    };
    return cmocka_run_group_tests_name("plan", tests, NULL, NULL);
}
