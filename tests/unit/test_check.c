/* What --check says: rules, lines, options, and where a build says something else. */
#include "tests/unit/unit.h"

#include "sim/ground/buffer.h"
#include "sim/image/known.h"

static const struct {
    const char *dockerfile, *warnings; /* RULE:LINE, in the order in which they are met */
} rows[] = {
    {"FROM scratch\nCMD x\n", "JSONArgsRecommended:2"},
    {"FROM scratch\nSHELL [\"a\"]\nCMD x\n", ""},
    {"FROM scratch\nCMD [\"a\"]\nCMD [\"b\"]\n", "MultipleInstructionsDisallowed:2"},
    {"FROM scratch\nUSER a\nuser b\n", "ConsistentInstructionCasing:3"},
    {"from scratch\nuser a\nUSER b\n", "ConsistentInstructionCasing:3"},
    {"FROM scratch as a\n", "FromAsCasing:1"},
    {"FROM scratch AS Ab\n", "StageNameCasing:1"},
    {"FROM scratch AS a\nFROM scratch AS a\n", "DuplicateStageName:2"},
    {"FROM scratch AS context\n", "ReservedStageName:1"},
    {"FROM scratch\nRUN a \\\n\n b\n", "NoEmptyContinuation:4"},
    {"FROM scratch\nMAINTAINER a\n", "MaintainerDeprecated:2"},
    {"FROM scratch\nENV a b\nLABEL a b\n", "LegacyKeyValueFormat:2 LegacyKeyValueFormat:3"},
    {"FROM scratch\nUSER $X\n", "UndefinedVar:2"},
    {"FROM scratch\nARG X\nUSER $X\n", ""},
    {"FROM ${X:-scratch}\n", "UndefinedArgInFrom:1"},
    {"FROM scratch\nWORKDIR a\nWORKDIR b\n", "WorkdirRelativePath:2"},
    {"FROM scratch\nENV MY_TOKEN=1 PUBLIC_KEY=2 KEYS=3\nARG password\n",
     "SecretsUsedInArgOrEnv:2 SecretsUsedInArgOrEnv:3"},
    {"FROM --platform=linux/amd64 scratch\n", "FromPlatformFlagConstDisallowed:1"},
    {"FROM --platform=linux/amd64 scratch AS x-amd64\n", ""},
    {"FROM --platform=$TARGETPLATFORM scratch\n", "RedundantTargetPlatform:1"},
    {"# check=experimental=all\n# nope\nARG V=1\nFROM scratch\n", "InvalidDefinitionDescription:3"},
    {"# check=experimental=all\n# V is it\nARG V=1\nFROM scratch\n", ""},
    {"# nope\nARG V=1\nFROM scratch\n", ""},
    {"# check=skip=JSONArgsRecommended\nFROM scratch\nCMD x\nUSER $X\n", "UndefinedVar:4"},
    {"# check=skip=all\nFROM scratch\nCMD x\n", ""},
    {"FROM scratch\nCMD x\nFOO\n", ""},
};

static struct build_result build(struct arena *arena, struct text *text, const char *dockerfile)
{
    *text = (struct text){SOURCE_DOCKERFILE, S(""), slice_of(dockerfile)};
    struct build_request request = {
        .dockerfile = text, .bases = &known_bases, .want_warnings = true};
    struct build_result result;
    build_image(arena, &request, &result);
    return result;
}

static struct slice shown(struct arena *arena, const struct warning_list *warnings)
{
    struct buffer text = {.arena = arena};
    for (size_t i = 0; i < warnings->len; i++) {
        if (i)
            buffer_byte(&text, ' ');
        buffer_put(&text, rule_name(warnings->at[i].rule));
        buffer_byte(&text, ':');
        buffer_number(&text, warnings->at[i].line);
    }
    return buffer_slice(&text);
}

static void rules(void **state)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct text text;
        struct build_result result = build(*state, &text, rows[i].dockerfile);
        assert_slice(rows[i].dockerfile, shown(*state, &result.warnings),
                     slice_of(rows[i].warnings));
    }
}

static void options(void **state)
{
    static const struct {
        const char *dockerfile, *message;
    } bad[] = {
        {"# check=x\nFROM scratch\n", "failed to parse check options: invalid check option \"x\""},
        {"# check=error=maybe\nFROM scratch\n",
         "failed to parse check options: failed to parse check option \"error=maybe\": "
         "strconv.ParseBool: parsing \"maybe\": invalid syntax"},
        {"# check=error=true\nFROM scratch\nMAINTAINER a\nCMD x\n",
         "lint violation found for rules: JSONArgsRecommended, MaintainerDeprecated"},
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct text text;
        struct build_result result = build(*state, &text, bad[i].dockerfile);
        assert_null(result.config);
        assert_slice(bad[i].dockerfile, result.failure.message, slice_of(bad[i].message));
    }
}

/* A stage that nothing needs is checked all the same. */
static void unneeded(void **state)
{
    struct text text;
    struct build_result result =
        build(*state, &text, "FROM scratch AS a\nCMD x\nENV X=${Y:?no}\nFROM scratch\nCMD y\n");
    assert_non_null(result.config);
    assert_true(result.build_differs);
    assert_slice("build", shown(*state, &result.build_warnings), S("JSONArgsRecommended:5"));
    assert_slice("check", shown(*state, &result.warnings),
                 S("JSONArgsRecommended:2 UndefinedVar:3"));
    assert_slice("failure", result.check_failure.message,
                 S("failed to process \"${Y:?no}\": Y: no"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_test_with_arena(rules),
        unit_test_with_arena(options),
        unit_test_with_arena(unneeded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
