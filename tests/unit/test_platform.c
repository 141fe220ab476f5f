/* Platform specifiers: aliases, defaults, texts, and what matches. */
#include "tests/unit/unit.h"

#include "sim/image/platform.h"

#define OS_RULE                                                                                    \
    ": OSAndVersion specifier component must match "                                               \
    "\"^([A-Za-z0-9_-]+)(?:\\\\(([A-Za-z0-9_.-]*)\\\\))?$\": invalid argument"

static const struct {
    const char *text, *formatted, *message;
} rows[] = {
    {"linux", "linux/amd64", NULL},
    {"amd64", "linux/amd64", NULL},
    {"X86_64", "linux/amd64", NULL},
    {"macos", "darwin/amd64", NULL},
    {"armhf", "linux/arm", NULL},
    {"armel", "linux/arm/v6", NULL},
    {"i386", "linux/386", NULL},
    {"linux/arm", "linux/arm", NULL},
    {"linux/arm/7", "linux/arm/v7", NULL},
    {"linux/arm64/v8", "linux/arm64/v8", NULL},
    {"linux/aarch64", "linux/arm64", NULL},
    {"linux/amd64/v1", "linux/amd64", NULL},
    {"linux/amd64/v2", "linux/amd64/v2", NULL},
    {"any/thing", "any/thing", NULL},
    {"windows(10.0.17763)/amd64", "windows(10.0.17763)/amd64", NULL},
    {"bogus", NULL, "\"bogus\": unknown operating system or architecture: invalid argument"},
    {"a/b/c/d", NULL, "\"a/b/c/d\": cannot parse platform specifier: invalid argument"},
    {"a/b/c/d/e", NULL,
     "\"d/e\" is an invalid component of \"a/b/c/d/e\": platform specifier component must match "
     "\"^[A-Za-z0-9_.-]+$\": invalid argument"},
    {"linux/", NULL,
     "\"\" is an invalid component of \"linux/\": platform specifier component must match "
     "\"^[A-Za-z0-9_.-]+$\": invalid argument"},
    {"1.2", NULL, "\"1.2\" is an invalid OS component of \"1.2\"" OS_RULE},
    {"", NULL, "\"\" is an invalid OS component of \"\"" OS_RULE},
    {"linux/*", NULL, "\"linux/*\": wildcards not yet supported: invalid argument"},
};

static void parsing(void **state)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct platform platform;
        struct slice message;
        if (platform_parse(*state, slice_of(rows[i].text), &platform, &message))
            assert_slice(rows[i].text, platform_format(*state, &platform),
                         slice_of(rows[i].formatted));
        else
            assert_slice(rows[i].text, message, slice_of(rows[i].message));
    }
}

static const struct {
    const char *wanted, *image;
    bool match;
} pairs[] = {
    {"linux/amd64", "linux/amd64", true},     {"linux/amd64/v2", "linux/amd64", true},
    {"linux/amd64", "linux/amd64/v2", false}, {"linux/amd64", "linux/386", true},
    {"linux/386", "linux/amd64", false},      {"linux/arm/v7", "linux/arm/v6", true},
    {"linux/arm/v6", "linux/arm/v7", false},  {"linux/arm64", "linux/arm64/v8", true},
    {"linux/arm64", "linux/arm/v7", true},    {"linux/arm64", "linux/amd64", false},
    {"windows/amd64", "linux/amd64", false},
};

static void matching(void **state)
{
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        struct platform wanted, image;
        struct slice message;
        assert_true(platform_parse(*state, slice_of(pairs[i].wanted), &wanted, &message));
        assert_true(platform_parse(*state, slice_of(pairs[i].image), &image, &message));
        if (platform_matches(*state, wanted, image) != pairs[i].match)
            fail_msg("%s on %s", pairs[i].image, pairs[i].wanted);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_test_with_arena(parsing),
        unit_test_with_arena(matching),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
