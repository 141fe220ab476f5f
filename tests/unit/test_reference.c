/* Image references: how they are completed, shown and refused. */
#include "tests/unit/unit.h"

#include "sim/image/reference.h"

#define HEX64 "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
#define A128                                                                                       \
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"                             \
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"

struct row {
    const char *text, *full, *familiar; /* full null: refused, and familiar is the message */
};

static const struct row rows[] = {
    {"alpine", "docker.io/library/alpine:latest", "alpine:latest"},
    {"alpine:3.20", "docker.io/library/alpine:3.20", "alpine:3.20"},
    {"library/alpine", "docker.io/library/alpine:latest", "alpine:latest"},
    {"library/a/b", "docker.io/library/a/b:latest", "library/a/b:latest"},
    {"docker.io/alpine", "docker.io/library/alpine:latest", "alpine:latest"},
    {"index.docker.io/alpine", "docker.io/library/alpine:latest", "alpine:latest"},
    {"team/app:dev", "docker.io/team/app:dev", "team/app:dev"},
    {"localhost/app", "localhost/app:latest", "localhost/app:latest"},
    {"localhost:5000/app:1", "localhost:5000/app:1", "localhost:5000/app:1"},
    {"[::1]:5000/app", "[::1]:5000/app:latest", "[::1]:5000/app:latest"},
    {"Foo/bar", "Foo/bar:latest", "Foo/bar:latest"},
    {"my_host.com/x", "my_host.com/x:latest", "my_host.com/x:latest"},
    {"a__b/c--d.e", "docker.io/a__b/c--d.e:latest", "a__b/c--d.e:latest"},
    {"a@sha256:" HEX64, "docker.io/library/a@sha256:" HEX64, "a@sha256:" HEX64},
    {"a:1@sha256:" HEX64, "docker.io/library/a:1@sha256:" HEX64, "a:1@sha256:" HEX64},
    {"a:" A128, "docker.io/library/a:" A128, "a:" A128},
    {"", NULL, "invalid reference format"},
    {"a:", NULL, "invalid reference format"},
    {"a:-x", NULL, "invalid reference format"},
    {"a:" A128 "x", NULL, "invalid reference format"},
    {"a___b", NULL, "invalid reference format"},
    {"a..b", NULL, "invalid reference format"},
    {"-a", NULL, "invalid reference format"},
    {"a//b", NULL, "invalid reference format"},
    {"a:b:c", NULL, "invalid reference format"},
    {"a b", NULL, "invalid reference format"},
    {"-host.com/a", NULL, "invalid reference format"},
    {"a@sha256:abc", NULL, "invalid reference format"},
    {"Redis", NULL, "invalid reference format: repository name (library/Redis) must be lowercase"},
    {"Foo/Bar", NULL, "invalid reference format: repository name (Bar) must be lowercase"},
    {"My_Host.com/x", NULL, "repository name must be lowercase"},
    {HEX64, NULL,
     "invalid repository name (" HEX64 "), cannot specify 64-byte hexadecimal strings"},
    {"a@sha256:" HEX64 "0", NULL, "invalid checksum digest length"},
    {"a@sha256:ABCDEF6789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", NULL,
     "invalid checksum digest format"},
    {"a@md9:" HEX64, NULL, "unsupported digest algorithm"},
    {A128 "/" A128, NULL, "repository name must not be more than 255 characters"},
};

static void references(void **state)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct row *row = rows + i;
        struct reference reference;
        struct slice message;
        bool good = reference_parse(*state, slice_of(row->text), &reference, &message);
        if (good != (row->full != NULL))
            fail_msg("%s: %s", row->text, good ? "accepted" : "refused");
        if (!good) {
            assert_slice(row->text, message, slice_of(row->familiar));
            continue;
        }
        assert_slice(row->text, reference_full(*state, &reference, true), slice_of(row->full));
        assert_slice(row->text, reference_familiar(*state, &reference, true),
                     slice_of(row->familiar));
    }
}

static void ids(void **state)
{
    struct reference reference;
    struct slice message;
    assert_true(reference_parse_any(*state, S(HEX64), &reference, &message));
    assert_true(reference.id);
    assert_slice("hex", reference_familiar(*state, &reference, true), S("sha256:" HEX64));
    assert_true(reference_parse_any(*state, S("sha256:" HEX64), &reference, &message));
    assert_true(reference.id);
    assert_true(reference_parse_any(*state, S("abcdef"), &reference, &message));
    assert_false(reference.id);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_test_with_arena(references),
        unit_test_with_arena(ids),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
