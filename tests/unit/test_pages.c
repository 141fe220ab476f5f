/* The pages: every rule has one, and every example does what its page says. */
#include "tests/unit/unit.h"

#include "app/ground/pages.h"

enum group { OF_BUILDKIT, OF_PAIRING, OF_MERGE };

static enum group group_of(enum rule rule)
{
    return rule < RULE_ArrayNotJSON         ? OF_BUILDKIT
           : rule < RULE_EntrypointExecForm ? OF_PAIRING
                                            : OF_MERGE;
}

/* Rules without examples: never raised, or only where metadata tells a platform. */
static bool is_never_raised(enum rule rule)
{
    return rule == RULE_CopyIgnoredFile || rule == RULE_InvalidBaseImagePlatform ||
           rule == RULE_ExposeInvalidFormat || rule == RULE_ExposeProtoCasing;
}

static const char *name_of(enum rule rule)
{
    return rule_name(rule).at;
}

/* At most five lines of 76 columns, ASCII, a full stop at the end. */
static void check_prose(enum rule rule, const char *text)
{
    size_t columns = 0, lines = 1;
    for (const char *at = text; *at; at++) {
        columns = *at == '\n' ? 0 : columns + 1;
        lines += *at == '\n';
        if (columns > 76 || lines > 5 || (*at != '\n' && (*at < ' ' || *at > '~')))
            fail_msg("%s: not the shape of a page: %s", name_of(rule), text);
    }
    if (text[strlen(text) - 1] != '.')
        fail_msg("%s: no full stop: %s", name_of(rule), text);
}

static void test_complete(void **state)
{
    (void)state;
    for (unsigned i = 0; i < RULE_COUNT; i++) {
        enum rule rule = (enum rule)i;
        const struct page *page = page_of(rule);
        if (!page || page->rule != rule)
            fail_msg("%s has no page", name_of(rule));
        check_prose(rule, page->what);
        check_prose(rule, page->why);
        if (!page->good.dockerfile != is_never_raised(rule) ||
            (group_of(rule) != OF_MERGE && !page->bad.dockerfile != is_never_raised(rule)))
            fail_msg("%s lacks an example", name_of(rule));
    }
    assert_null(page_of(RULE_COUNT));
}

static void ask(struct arena *arena, const struct page_example *example, struct answer *answer)
{
    struct text *dockerfile = arena_new(arena, struct text), *line = arena_new(arena, struct text);
    struct memory_host *memory = arena_new(arena, struct memory_host);
    struct host *host = arena_new(arena, struct host);
    *dockerfile = (struct text){SOURCE_DOCKERFILE, S("Dockerfile"), slice_of(example->dockerfile)};
    *line = (struct text){SOURCE_LINE, {0}, slice_of(example->line)};
    memory->variables = recorded_variables;
    memory->variables_len = recorded_variables_len;
    *host = host_in_memory(memory);
    struct question question = {
        .dockerfile = dockerfile,
        .bases = &known_bases,
        .line = example->line ? line : NULL,
        .host = host,
        .want_warnings = true,
        .want_notes = true,
        .want_outcome = true,
    };
    simulate(arena, &question, answer);
}

static bool is_raised(enum rule rule, const struct answer *answer)
{
    for (size_t i = 0; i < answer->build.warnings.len; i++)
        if (answer->build.warnings.at[i].rule == rule)
            return true;
    for (size_t i = 0; i < answer->notes.len; i++)
        if (answer->notes.at[i].rule == rule)
            return true;
    for (size_t i = 0; i < answer->plan.steps.len; i++)
        if (answer->plan.steps.at[i].rule == rule)
            return true;
    return false;
}

/* The argv as a JSON array, empty where nothing runs. */
static struct slice argv_of(struct arena *arena, const struct answer *answer)
{
    struct buffer out = {.arena = arena};
    struct args argv = {0};
    if (!answer->has_plan)
        return S("");
    for (size_t i = 0; i < answer->plan.argv_len; i++)
        args_add(arena, &argv, answer->plan.argv[i].arg.text, (struct origin){0});
    quote_json_array(&out, &argv);
    return buffer_slice(&out);
}

/* How many things are not as the page says; all of them are named. */
static unsigned check_example(struct arena *arena, const struct page *page, bool is_bad)
{
    const struct page_example *example = is_bad ? &page->bad : &page->good;
    bool wanted = is_bad || group_of(page->rule) == OF_MERGE;
    struct answer answer;
    unsigned wrong = 0;
    if (!example->dockerfile)
        return 0;
    arena_reset(arena, strlen(example->dockerfile));
    ask(arena, example, &answer);
    if (is_raised(page->rule, &answer) != wanted) {
        print_error("%s: the %s example %s it\n", name_of(page->rule), is_bad ? "bad" : "good",
                    wanted ? "does not raise" : "raises");
        wrong++;
    }
    struct slice argv = argv_of(arena, &answer);
    if (!slice_equal(argv, slice_of(example->argv))) {
        print_error("%s: the %s example runs %.*s, the page says %s\n", name_of(page->rule),
                    is_bad ? "bad" : "good", (int)argv.len, argv.at,
                    example->argv ? example->argv : "nothing");
        wrong++;
    }
    return wrong;
}

static void test_examples(void **state)
{
    unsigned wrong = 0;
    for (unsigned rule = 0; rule < RULE_COUNT; rule++) {
        wrong += check_example(*state, page_of((enum rule)rule), true);
        wrong += check_example(*state, page_of((enum rule)rule), false);
    }
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_complete),
        unit_test_with_arena(test_examples),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
