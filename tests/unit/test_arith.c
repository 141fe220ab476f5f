/* Arithmetic of $((…)). */
#include "tests/unit/unit.h"

#include "sim/shell/arith.h"

/* The variables of the rows: x is 5, text is an expression, loop names itself. */
static bool get(void *context, struct slice name, struct slice *value, bool *unknown)
{
    (void)context;
    *unknown = slice_equal(name, S("RANDOM"));
    *value = slice_equal(name, S("x"))      ? S("5")
             : slice_equal(name, S("text")) ? S("1+2")
             : slice_equal(name, S("loop")) ? S("loop")
             : slice_equal(name, S("bad"))  ? S("08")
                                            : S("");
    return value->len > 0 || *unknown;
}

static char assigned[64];

static bool set(void *context, struct slice name, struct slice value)
{
    (void)context;
    snprintf(assigned, sizeof assigned, "%.*s=%.*s", (int)name.len, name.at, (int)value.len,
             value.at);
    return !slice_equal(name, S("UID"));
}

static const struct arith_variables variables = {NULL, get, set};

static const struct {
    const char *text;
    int64_t value;
} values[] = {
    {"", 0},
    {"  ", 0},
    {"1+2*3", 7},
    {"(1+2)*3", 9},
    {"7/2", 3},
    {"-7/2", -3},
    {"5 % -3", 2},
    {"2**3**2", 512},
    {"-2**2", 4},
    {"0x1f + 010 + 2#101", 44},
    {"62#Z", 61},
    {"64#@_", 4031},
    {"x", 5},
    {"text*2", 6},
    {"nosuch+1", 1},
    {"x++ + ++x", 11},
    {"1 << 65", 2},
    {"0 && 1/0", 0},
    {"1 || 1/0", 1},
    {"1 ? 2 : 1/0", 2},
    {"0 ? 1 : 0 ? 2 : 3", 3},
    {"1 == 1 == 1", 1},
    {"!5 | ~0 & 3", 3},
    {"1,2", 2},
    {"- - 3", 3},
    {"1---1", 0},
    {"9223372036854775807 + 1", INT64_MIN},
    {"-9223372036854775808 / -1", INT64_MIN},
    {"y = x += 2", 7},
};

static const struct {
    const char *text, *message;
} errors[] = {
    {"1/0", "1/0: division by 0 (error token is \"0\")"},
    {" 1 / 0 + 2", "1 / 0 + 2: division by 0 (error token is \"0 + 2\")"},
    {"1 +", "1 +: syntax error: operand expected (error token is \"+\")"},
    {"1 2", "1 2: syntax error in expression (error token is \"2\")"},
    {"1=2", "1=2: attempted assignment to non-variable (error token is \"=2\")"},
    {"08", "08: value too great for base (error token is \"08\")"},
    {"bad+1", "08: value too great for base (error token is \"08\")"},
    {"65#1", "65#1: invalid arithmetic base (error token is \"65#1\")"},
    {"2#", "2#: invalid integer constant (error token is \"2#\")"},
    {"2**-1", "2**-1: exponent less than 0 (error token is \"1\")"},
    {"1?2", "1?2: `:' expected for conditional expression (error token is \"2\")"},
    {"1?:3", "1?:3: expression expected (error token is \":3\")"},
    {"1.5", "1.5: syntax error: invalid arithmetic operator (error token is \".5\")"},
    {"(1", "(1: missing `)' (error token is \"1\")"},
    {"loop", "loop: expression recursion level exceeded (error token is \"loop\")"},
};

static void expressions(void **state)
{
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        struct arith_result result;
        if (!arith_eval(*state, slice_of(values[i].text), &variables, &result))
            fail_msg("%s: %.*s", values[i].text, (int)result.message.len, result.message.at);
        if (result.value != values[i].value)
            fail_msg("%s: %lld", values[i].text, (long long)result.value);
    }
}

static void messages(void **state)
{
    for (size_t i = 0; i < sizeof errors / sizeof *errors; i++) {
        struct arith_result result;
        assert_false(arith_eval(*state, slice_of(errors[i].text), &variables, &result));
        assert_slice(errors[i].text, result.message, slice_of(errors[i].message));
    }
}

static void variables_change(void **state)
{
    struct arith_result result;
    assert_true(arith_eval(*state, S("z = 2 + x"), &variables, &result));
    assert_string_equal(assigned, "z=7");
    assert_false(arith_eval(*state, S("UID = 3"), &variables, &result));
    assert_true(result.refused);
    arith_eval(*state, S("RANDOM / 0"), &variables, &result);
    assert_true(result.unknown);
    assert_false(arith_eval(*state, S("a[1]"), &variables, &result));
    assert_true(result.array);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_test_with_arena(expressions),
        unit_test_with_arena(messages),
        unit_test_with_arena(variables_change),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
