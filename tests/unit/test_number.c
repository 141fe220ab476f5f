/* Numbers as Go reads them. */
#include "tests/unit/unit.h"

#include "sim/ground/number.h"

static const struct {
    const char *text;
    int base;
    unsigned bits;
    enum number_error error;
    int64_t value;
} ints[] = {
    {"10", 10, 64, NUMBER_OK, 10},
    {"-10", 0, 64, NUMBER_OK, -10},
    {"+7", 0, 64, NUMBER_OK, 7},
    {"0x10", 0, 64, NUMBER_OK, 16},
    {"010", 0, 64, NUMBER_OK, 8},
    {"0b11", 0, 64, NUMBER_OK, 3},
    {"0o17", 0, 64, NUMBER_OK, 15},
    {"1_000", 0, 64, NUMBER_OK, 1000},
    {"0", 0, 64, NUMBER_OK, 0},
    {"010", 10, 64, NUMBER_OK, 10},
    {"0x10", 10, 64, NUMBER_SYNTAX, 0},
    {"1__0", 0, 64, NUMBER_SYNTAX, 0},
    {"1_", 0, 64, NUMBER_SYNTAX, 0},
    {"1_0", 10, 64, NUMBER_SYNTAX, 0},
    {"08", 0, 64, NUMBER_SYNTAX, 0},
    {"", 0, 64, NUMBER_SYNTAX, 0},
    {"-", 0, 64, NUMBER_SYNTAX, 0},
    {"1 ", 0, 64, NUMBER_SYNTAX, 0},
    {"9223372036854775807", 10, 64, NUMBER_OK, INT64_MAX},
    {"9223372036854775808", 10, 64, NUMBER_RANGE, INT64_MAX},
    {"-9223372036854775808", 10, 64, NUMBER_OK, INT64_MIN},
    {"-9223372036854775809", 10, 64, NUMBER_RANGE, INT64_MIN},
    {"99999999999999999999x", 10, 64, NUMBER_RANGE, INT64_MAX}, /* Go stops at the range */
    {"128", 10, 8, NUMBER_RANGE, 127},
    {"-128", 10, 8, NUMBER_OK, -128},
};

static void integers(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof ints / sizeof *ints; i++) {
        int64_t value;
        enum number_error error =
            parse_int(slice_of(ints[i].text), ints[i].base, ints[i].bits, &value);
        if (error != ints[i].error || value != ints[i].value)
            fail_msg("%s: error %d, value %lld", ints[i].text, (int)error, (long long)value);
    }
}

static void booleans(void **state)
{
    (void)state;
    static const char *const yes[] = {"1", "t", "T", "TRUE", "true", "True"};
    static const char *const bad[] = {"", "yes", "tRUE", "2", "on", " 1"};
    bool on;
    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++) {
        assert_int_equal(parse_bool(slice_of(yes[i]), &on), NUMBER_OK);
        assert_true(on);
    }
    assert_int_equal(parse_bool(S("False"), &on), NUMBER_OK);
    assert_false(on);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_int_equal(parse_bool(slice_of(bad[i]), &on), NUMBER_SYNTAX);
}

/* message null: value is wanted. */
static const struct {
    const char *text, *message;
    int64_t value;
} durations[] = {
    {"0", NULL, 0},
    {"1s", NULL, 1000000000},
    {"-1.5h", NULL, -5400000000000},
    {"1m30s", NULL, 90000000000},
    {".5ms", NULL, 500000},
    {"1\302\265s", NULL, 1000},
    {"5", "time: missing unit in duration \"5\"", 0},
    {"x", "time: invalid duration \"x\"", 0},
    {"", "time: invalid duration \"\"", 0},
    {"1x", "time: unknown unit \"x\" in duration \"1x\"", 0},
    {"9999999h", "time: invalid duration \"9999999h\"", 0},
    {"1\351", "time: unknown unit \"\\xe9\" in duration \"1\\xe9\"", 0},
};

static const struct {
    const char *text, *message;
    int64_t value;
} sizes[] = {
    {"512m", NULL, 512 << 20},
    {"1.5g", NULL, 3LL << 29},
    {"1 KiB", NULL, 1024},
    {"100", NULL, 100},
    {"7B", NULL, 7},
    {".5k", NULL, 512},
    {"1_000", NULL, 1000},
    {"0x1p3", NULL, 8},
    {"1e3", NULL, 1000},
    {"nan ", NULL, INT64_MIN},
    {"lots", "invalid size: 'lots'", 0},
    {"", "invalid size: ''", 0},
    {"-1", "invalid size: '-1'", 0},
    {"512X", "invalid suffix: 'x'", 0},
    {"5MBBB", "invalid suffix: 'MBBB'", 0},
    {"1mi", "invalid suffix: 'mi'", 0},
    {"0x10", "strconv.ParseFloat: parsing \"0x10\": invalid syntax", 0},
    {"1e999", "strconv.ParseFloat: parsing \"1e999\": value out of range", 0},
};

static void durations_and_sizes(void **state)
{
    for (size_t i = 0; i < sizeof durations / sizeof *durations; i++) {
        int64_t value;
        struct slice message;
        bool good = parse_duration(*state, slice_of(durations[i].text), &value, &message);
        assert_int_equal(good, !durations[i].message);
        if (good)
            assert_true(value == durations[i].value);
        else
            assert_slice(durations[i].text, message, slice_of(durations[i].message));
    }
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        int64_t value;
        struct slice message;
        bool good = parse_bytes(*state, slice_of(sizes[i].text), &value, &message);
        if (good != !sizes[i].message)
            fail_msg("%s", sizes[i].text);
        if (good)
            assert_true(value == sizes[i].value);
        else
            assert_slice(sizes[i].text, message, slice_of(sizes[i].message));
    }
}

/* A fraction longer than a double can tell is still a number. */
static void long_floats(void **state)
{
    (void)state;
    char text[4096];
    double value;
    memset(text, '9', sizeof text);
    text[1] = '.';
    assert_int_equal(parse_float((struct slice){text, sizeof text}, &value), NUMBER_OK);
    assert_true(value > 9.9 && value < 10.1);
    text[1] = '9';
    assert_int_equal(parse_float((struct slice){text, sizeof text}, &value), NUMBER_RANGE);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(integers),
        cmocka_unit_test(booleans),
        unit_test_with_arena(durations_and_sizes),
        cmocka_unit_test(long_floats),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
