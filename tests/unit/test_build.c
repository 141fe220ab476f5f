/* From a Dockerfile to a config: the pair, stages, arguments, shared maps, and what went lost. */
#include "tests/unit/unit.h"

#include "sim/ground/quote.h"
#include "sim/image/known.h"

struct row {
    const char *name, *dockerfile, *target;
    const char *entrypoint, *cmd; /* entrypoint null: the build fails, and cmd is the message */
};

static const struct row rows[] = {
    {"exec forms", "FROM scratch\nENTRYPOINT [\"a\"]\nCMD [\"b\"]\n", "", "[\"a\"]", "[\"b\"]"},
    {"shell form", "FROM scratch\nCMD a $B\n", "", "[]", "[\"/bin/sh\",\"-c\",\"a $B\"]"},
    {"the current SHELL", "FROM scratch\nSHELL [\"s\",\"-x\"]\nCMD a\n", "", "[]",
     "[\"s\",\"-x\",\"a\"]"},
    {"the base's pair", "FROM redis\n", "", "[\"docker-entrypoint.sh\"]", "[\"redis-server\"]"},
    {"ENTRYPOINT drops an inherited CMD", "FROM redis\nENTRYPOINT [\"x\"]\n", "", "[\"x\"]", "[]"},
    {"ENTRYPOINT keeps a CMD of this stage", "FROM redis\nCMD [\"c\"]\nENTRYPOINT [\"x\"]\n", "",
     "[\"x\"]", "[\"c\"]"},
    {"CMD keeps ENTRYPOINT", "FROM redis\nCMD [\"c\"]\n", "", "[\"docker-entrypoint.sh\"]",
     "[\"c\"]"},
    {"a child stage starts anew", "FROM scratch AS a\nCMD [\"c\"]\nFROM a\nENTRYPOINT [\"x\"]\n",
     "", "[\"x\"]", "[]"},
    {"target in any case", "FROM scratch AS a\nCMD [\"a\"]\nFROM scratch\n", "A", "[]", "[\"a\"]"},
    {"an ONBUILD trigger counts as of the stage",
     "FROM scratch AS a\nONBUILD CMD [\"t\"]\nFROM a\nENTRYPOINT [\"x\"]\n", "", "[\"x\"]",
     "[\"t\"]"},
    {"an image name from an ARG", "ARG V=redis\nFROM $V\n", "", "[\"docker-entrypoint.sh\"]",
     "[\"redis-server\"]"},
    {"blank FROM", "ARG V\nFROM $V\n", "", NULL, "base name ($V) should not be blank"},
    {"no such target", "FROM scratch AS abc\n", "abd", NULL,
     "target stage \"abd\" could not be found (did you mean abc?)"},
    {"a circle", "FROM scratch AS a\nCOPY --from=a x y\n", "", NULL,
     "circular dependency detected on stage: a"},
    {"a later stage",
     "FROM scratch AS a\nCOPY --from=b x y\nFROM scratch AS b\nCMD [\"b\"]\nFROM a\n", "", NULL,
     "cannot copy from stage \"b\", it needs to be defined before current stage \"a\""},
    {"a bad stage index", "FROM scratch\nCOPY --from=7 x y\n", "", NULL, "invalid stage index 7"},
    {"an unneeded stage may fail", "FROM scratch AS a\nENV X=${Y:?no}\nFROM scratch\nCMD [\"c\"]\n",
     "", "[]", "[\"c\"]"},
    {"a needed one may not", "FROM scratch AS a\nENV X=${Y:?no}\nFROM a\n", "", NULL,
     "failed to process \"${Y:?no}\": Y: no"},
    {"error=true", "# check=error=true\nFROM scratch\nCMD x\n", "", NULL,
     "lint violation found for rules: JSONArgsRecommended"},
    {"a signal", "FROM scratch\nSTOPSIGNAL NOPE\n", "", NULL, "invalid signal: NOPE"},
    {"no end of brackets", "FROM scratch\nEXPOSE [::1:80\n", "", NULL,
     "invalid IP address [:: address [::: missing ']' in address"},
    {"colons behind brackets", "FROM scratch\nEXPOSE [::1]::80:80\n", "", NULL,
     "invalid IP address [::1]:: address [::1]::: too many colons in address"},
    {"a word behind brackets", "FROM scratch\nEXPOSE [::1]x:80:80\n", "", NULL,
     "invalid IP address [::1]x: address [::1]x:: missing port in address"},
    {"brackets in brackets", "FROM scratch\nEXPOSE [[::1]:80:80\n", "", NULL,
     "invalid IP address [[::1]: address [[::1]:: unexpected '[' in address"},
    {"another drive than C:", "FROM --platform=windows/amd64 redis\nCOPY x D:/y\n", "", NULL,
     "removing drive letter: The specified path is not on the system drive (C:)"},
    {"a source on another drive", "FROM --platform=windows/amd64 redis\nCOPY D:/x y\n", "", NULL,
     "removing drive letter: removing drive letter: The specified path is not on the system drive "
     "(C:)"},
    {"no drives on linux", "FROM scratch\nCOPY D:/x D:/y\nCMD [\"c\"]\n", "", "[]", "[\"c\"]"},
    {"a long s", "FROM scratch a\xC5\xBF b\nFROM b\nCMD [\"c\"]\n", "", "[]", "[\"c\"]"},
    {"git in any letter case", "FROM scratch\nCOPY HTTPS://x/y.git z\n", "", NULL,
     "source can't be a git ref for COPY"},
    {"a checksum of a local path", "FROM scratch\nADD --checksum=x y z\n", "", NULL,
     "checksum requires HTTP(S) or Git sources"},
    {"a checksum of what only looks like git",
     "FROM scratch\nADD --checksum=x github.com/a/b z\nCMD [\"c\"]\n", "", "[]", "[\"c\"]"},
};

static struct slice array(struct arena *arena, const struct args *args)
{
    struct buffer text = {.arena = arena};
    quote_json_array(&text, args);
    return buffer_slice(&text);
}

static struct build_result build(struct arena *arena, struct text *text, const char *dockerfile,
                                 const char *target)
{
    *text = (struct text){SOURCE_DOCKERFILE, S(""), slice_of(dockerfile)};
    struct build_request request = {
        .dockerfile = text, .target = slice_of(target), .bases = &known_bases};
    struct build_result result;
    build_image(arena, &request, &result);
    return result;
}

static void pairs(void **state)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct row *row = rows + i;
        struct text text;
        struct build_result result = build(*state, &text, row->dockerfile, row->target);
        if ((result.config != NULL) != (row->entrypoint != NULL))
            fail_msg("%s: %.*s", row->name, (int)result.failure.message.len,
                     result.failure.message.at);
        if (!result.config) {
            assert_slice(row->name, result.failure.message, slice_of(row->cmd));
            continue;
        }
        assert_slice(row->name, array(*state, &result.config->entrypoint.words),
                     slice_of(row->entrypoint));
        assert_slice(row->name, array(*state, &result.config->cmd.words), slice_of(row->cmd));
    }
}

static void variables(void **state)
{
    static const struct {
        const char *name, *dockerfile, *env;
    } cases[] = {
        {"all pairs see what was before", "ENV A=1\nENV A=2 B=$A\n", "A=2 B=1"},
        {"an ARG hides an ENV", "ENV A=env\nARG A=arg\nENV B=$A\n", "A=env B=arg"},
        {"an ENV takes its place", "ARG A=arg\nENV A=env\nENV B=$A\n", "A=env B=env"},
        {"not in a child stage", "ENV A=env\nARG A=arg\nFROM s\nENV B=$A\n", "A=env B=env"},
        {"an ARG alone passes on", "ARG A=arg\nFROM s\nENV B=$A\n", "B=arg"},
        {"a name keeps its place", "ENV A=1\nENV B=2\nENV A=3\n", "A=3 B=2"},
        {"predefined ones want an ARG", "ENV A=$TARGETARCH\nARG TARGETARCH\nENV B=$TARGETARCH\n",
         "A= B=amd64"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct text text;
        struct slice file =
            arena_join(*state, S("FROM scratch AS s\n"), slice_of(cases[i].dockerfile));
        struct build_result result = build(*state, &text, file.at, "");
        struct buffer shown = {.arena = *state};
        assert_non_null(result.config);
        for (size_t n = 1; n < result.config->env.entries.len; n++) {
            if (n > 1)
                buffer_byte(&shown, ' ');
            buffer_put(&shown, result.config->env.entries.at[n].text);
        }
        assert_slice(cases[i].name, buffer_slice(&shown), slice_of(cases[i].env));
    }
}

/* Two children of one stage change what they inherit without disturbing each other, but for maps
 * that the parent has: those are one object. */
static void siblings(void **state)
{
    struct text text;
    struct build_result result = build(*state, &text,
                                       "FROM scratch AS p\nENV A=1\nARG X=p\nLABEL l=1\n"
                                       "FROM p AS a\nENV A=2\nARG X=a\nLABEL a=1\nEXPOSE 80\n"
                                       "FROM p AS b\nCOPY --from=a x y\nENV B=$A$X\nLABEL b=1\n",
                                       "");
    assert_non_null(result.config);
    assert_int_equal(result.config->env.entries.len, 3);
    assert_slice("parent's A", result.config->env.entries.at[1].text, S("A=1"));
    assert_slice("parent's X", result.config->env.entries.at[2].text, S("B=1p"));
    assert_int_equal(result.config->labels->len, 3);
    assert_null(result.config->exposed_ports);
}

static void losses(void **state)
{
    struct text text;
    struct build_result result =
        build(*state, &text, "FROM redis\nUSER u\nENTRYPOINT [\"x\"]\n", "");
    assert_slice("dropped", array(*state, &result.config->dropped_cmd.words),
                 S("[\"redis-server\"]"));
    assert_int_equal(result.config->dropped_by.span.from, 18);
    assert_int_equal(result.config->user.origin.span.from, 16);
    result = build(*state, &text, "FROM redis\nENTRYPOINT []\n", "");
    assert_int_equal(result.config->entrypoint_reset_by.span.from, 11);
    result = build(*state, &text, "FROM redis\nENTRYPOINT [\"x\"]\nCMD [\"c\"]\n", "");
    assert_false(result.config->dropped_cmd.words.set);
}

static void assumptions(void **state)
{
    struct text text;
    struct build_result result =
        build(*state, &text, "FROM team/base:1 AS a\nFROM other AS b\nFROM a\nCMD x\n", "");
    assert_non_null(result.config);
    assert_int_equal(result.assumed.len, 1);
    assert_slice("assumed", result.assumed.at[0].text, S("team/base:1"));
    assert_int_equal(result.config->env.entries.len, 1);
    assert_int_equal(result.target_first, 3);
    assert_int_equal(result.target_last, 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_test_with_arena(pairs),       unit_test_with_arena(variables),
        unit_test_with_arena(siblings),    unit_test_with_arena(losses),
        unit_test_with_arena(assumptions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
