/* The table of official images: names, tags, and values that bear a version. */
#include "tests/unit/unit.h"

#include "sim/ground/quote.h"
#include "sim/image/known.h"

static const struct {
    const char *name, *entrypoint, *cmd; /* entrypoint null: not known */
    const char *env;                     /* a name */
    const char *value;                   /* null: not set */
} rows[] = {
    {"postgres", "[\"docker-entrypoint.sh\"]", "[\"postgres\"]", "PG_MAJOR", NULL},
    {"postgres:16-alpine", "[\"docker-entrypoint.sh\"]", "[\"postgres\"]", "PG_MAJOR", "16"},
    {"postgres:160", "[\"docker-entrypoint.sh\"]", "[\"postgres\"]", "PG_MAJOR", NULL},
    {"docker.io/library/alpine:3.20", "[]", "[\"/bin/sh\"]", "X", NULL},
    {"nginx:1.27.4", "[\"/docker-entrypoint.sh\"]", "[\"nginx\",\"-g\",\"daemon off;\"]",
     "NGINX_VERSION", "1.27.4"},
    {"nginx:1.13", NULL, NULL, NULL, NULL},
    {"php", "[\"docker-php-entrypoint\"]", "[\"php\",\"-a\"]", "PHP_VERSION", NULL},
    {"php:8.3-apache", "[\"docker-php-entrypoint\"]", "[\"apache2-foreground\"]", "X", NULL},
    {"php:fpm", NULL, NULL, NULL, NULL},
    {"golang:1.26-alpine", NULL, NULL, NULL, NULL},
    {"docker:dind", "[\"dockerd-entrypoint.sh\"]", "[]", "X", NULL},
    {"docker", NULL, NULL, NULL, NULL},
    {"team/postgres", NULL, NULL, NULL, NULL},
    {"ghcr.io/library/postgres", NULL, NULL, NULL, NULL},
    {"Postgres", NULL, NULL, NULL, NULL},
};

static struct slice array(struct arena *arena, const struct args *args)
{
    struct buffer text = {.arena = arena};
    quote_json_array(&text, args);
    return buffer_slice(&text);
}

static void images(void **state)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct base_image image;
        enum known_shell shell;
        struct slice value;
        bool found = known_image(*state, slice_of(rows[i].name), &image, &shell);
        if (found != (rows[i].entrypoint != NULL))
            fail_msg("%s: %s", rows[i].name, found ? "known" : "not known");
        if (!found)
            continue;
        assert_slice(rows[i].name, array(*state, &image.config.entrypoint.words),
                     slice_of(rows[i].entrypoint));
        assert_slice(rows[i].name, array(*state, &image.config.cmd.words), slice_of(rows[i].cmd));
        assert_true(environment_get(&image.config.env, S("PATH"), &value));
        bool set = environment_get(&image.config.env, slice_of(rows[i].env), &value);
        assert_slice(rows[i].name, set ? value : S("unset"),
                     slice_of(rows[i].value ? rows[i].value : "unset"));
        assert_int_equal(image.text->source, SOURCE_BASE);
    }
}

static void shells(void **state)
{
    struct base_image image;
    enum known_shell shell;
    assert_true(known_image(*state, S("node:22-alpine"), &image, &shell));
    assert_int_equal(shell, KNOWN_SHELL_ASH);
    assert_true(known_image(*state, S("node:22-bookworm"), &image, &shell));
    assert_int_equal(shell, KNOWN_SHELL_DASH);
    assert_true(known_image(*state, S("node"), &image, &shell));
    assert_int_equal(shell, KNOWN_SHELL_UNKNOWN);
    assert_true(known_image(*state, S("fedora"), &image, &shell));
    assert_int_equal(shell, KNOWN_SHELL_BASH);
}

/* Every name is found under itself or one of its tags; the order is that of the search. */
static void names(void **state)
{
    static const struct slice tags[] = {S_INIT(""), S_INIT(":2"), S_INIT(":cli"), S_INIT(":1.22")};
    struct slice last = S("");
    assert_true(known_images_len() >= 40);
    for (size_t i = 0; i < known_images_len(); i++) {
        struct slice name = known_image_name(i);
        struct base_image image;
        enum known_shell shell;
        bool found = false;
        assert_true(slice_compare(last, name) < 0);
        for (size_t t = 0; t < sizeof tags / sizeof *tags && !found; t++)
            found = known_image(*state, arena_join(*state, name, tags[t]), &image, &shell);
        if (!found)
            fail_msg("%.*s is never found", (int)name.len, name.at);
        last = name;
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_test_with_arena(images),
        unit_test_with_arena(shells),
        unit_test_with_arena(names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
