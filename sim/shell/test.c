/* test and [. Input: its arguments; output: a status, or that it is not known.
 *
 * Models bash 5.2's rules for up to four arguments; what asks the disk for more than the kind of a
 * file, and longer expressions, are not known. */
#include "sim/shell/builtin.h"

#include "sim/shell/redirect.h"

enum truth { TRUTH_FALSE, TRUTH_TRUE, TRUTH_UNKNOWN, TRUTH_ERROR };

struct test {
    struct shell *shell;
    struct slice name;
};

/* A condition as a truth. */
static enum truth truth_of(bool holds)
{
    return holds ? TRUTH_TRUE : TRUTH_FALSE;
}

/* An error: status 2. */
static enum truth complain(const struct test *test, struct slice what, const char *why)
{
    SHELL_MESSAGE(test->shell, test->name, S(": "), what, slice_of(why));
    return TRUTH_ERROR;
}

/* -e FILE and its kin. */
static enum truth test_file(const struct test *test, char letter, struct slice path)
{
    if (!path.len)
        return TRUTH_FALSE;
    enum host_answer kind = shell_kind(test->shell, path);
    if (kind == HOST_UNKNOWN)
        return TRUTH_UNKNOWN;
    if (kind == HOST_ABSENT)
        return TRUTH_FALSE;
    switch (letter) {
    case 'e':
    case 'a': return TRUTH_TRUE;
    case 'd': return truth_of(kind == HOST_DIRECTORY);
    case 'f': return truth_of(kind != HOST_DIRECTORY);
    case 'r': return kind == HOST_FOUND ? TRUTH_TRUE : TRUTH_UNKNOWN;
    default: return TRUTH_UNKNOWN;
    }
}

/* An operator with one operand. */
static bool is_unary(struct slice s)
{
    return s.len == 2 && *s.at == '-' && memchr("abcdefghknoprstuvwxzGLNORS", s.at[1], 26);
}

/* -n TEXT, -f FILE and others. */
static enum truth test_unary(const struct test *test, struct slice sign, struct slice operand)
{
    switch (sign.at[1]) {
    case 'n': return truth_of(operand.len > 0);
    case 'z': return truth_of(operand.len == 0);
    case 'v': return truth_of(shell_get(test->shell, operand).set);
    case 'o':
    case 't':
    case 'R': return TRUTH_UNKNOWN;
    default: return test_file(test, sign.at[1], operand);
    }
}

/* An integer with blanks around it. */
static bool read_integer(struct slice s, int64_t *value)
{
    bool negative = false;
    while (s.len && (*s.at == ' ' || *s.at == '\t'))
        s = slice_after(s, 1);
    while (s.len && (s.at[s.len - 1] == ' ' || s.at[s.len - 1] == '\t'))
        s.len--;
    if (s.len && (*s.at == '-' || *s.at == '+')) {
        negative = *s.at == '-';
        s = slice_after(s, 1);
    }
    *value = 0;
    if (!s.len || s.len > 18)
        return false;
    for (; s.len; s = slice_after(s, 1)) {
        if (*s.at < '0' || *s.at > '9')
            return false;
        *value = *value * 10 + (*s.at - '0');
    }
    *value = negative ? -*value : *value;
    return true;
}

enum { COMPARE_NONE, COMPARE_TEXT, COMPARE_NUMBER, COMPARE_FILE };

/* The binary operators: below, equal and above say which orders satisfy them. */
static const struct comparison {
    struct slice name;
    unsigned char kind, below, equal, above;
} comparisons[] = {
    {S_INIT("="), COMPARE_TEXT, 0, 1, 0},     {S_INIT("=="), COMPARE_TEXT, 0, 1, 0},
    {S_INIT("!="), COMPARE_TEXT, 1, 0, 1},    {S_INIT("<"), COMPARE_TEXT, 1, 0, 0},
    {S_INIT(">"), COMPARE_TEXT, 0, 0, 1},     {S_INIT("-eq"), COMPARE_NUMBER, 0, 1, 0},
    {S_INIT("-ne"), COMPARE_NUMBER, 1, 0, 1}, {S_INIT("-lt"), COMPARE_NUMBER, 1, 0, 0},
    {S_INIT("-le"), COMPARE_NUMBER, 1, 1, 0}, {S_INIT("-gt"), COMPARE_NUMBER, 0, 0, 1},
    {S_INIT("-ge"), COMPARE_NUMBER, 0, 1, 1}, {S_INIT("-nt"), COMPARE_FILE, 0, 0, 0},
    {S_INIT("-ot"), COMPARE_FILE, 0, 0, 0},   {S_INIT("-ef"), COMPARE_FILE, 0, 0, 0},
};

/* The row of a binary operator. */
static const struct comparison *find_comparison(struct slice name)
{
    for (size_t i = 0; i < sizeof comparisons / sizeof *comparisons; i++)
        if (slice_equal(comparisons[i].name, name))
            return comparisons + i;
    return NULL;
}

/* a OPERATOR b. */
static enum truth test_binary(const struct test *test, const struct comparison *comparison,
                              struct slice a, struct slice b)
{
    int64_t x = 0, y = 0;
    if (comparison->kind == COMPARE_FILE)
        return TRUTH_UNKNOWN;
    if (comparison->kind == COMPARE_TEXT) {
        x = slice_compare(a, b);
    } else {
        if (!read_integer(a, &x))
            return complain(test, a, ": integer expression expected");
        if (!read_integer(b, &y))
            return complain(test, b, ": integer expression expected");
    }
    return truth_of(x < y ? comparison->below : x > y ? comparison->above : comparison->equal);
}

/* What ! makes of it. */
static enum truth negate(enum truth truth)
{
    return truth == TRUTH_TRUE ? TRUTH_FALSE : truth == TRUTH_FALSE ? TRUTH_TRUE : truth;
}

/* By the number of arguments, as POSIX has it. */
static enum truth test_args(const struct test *test, const struct arg *args, size_t n)
{
    bool negated = n && slice_equal(args[0].text, S("!"));
    switch (n) {
    case 0: return TRUTH_FALSE;
    case 1: return truth_of(args[0].text.len > 0);
    case 2:
        if (negated)
            return negate(test_args(test, args + 1, 1));
        if (is_unary(args[0].text))
            return test_unary(test, args[0].text, args[1].text);
        return complain(test, args[0].text, ": unary operator expected");
    case 3: {
        const struct comparison *comparison = find_comparison(args[1].text);
        if (comparison)
            return test_binary(test, comparison, args[0].text, args[2].text);
        if (slice_equal(args[1].text, S("-a")) || slice_equal(args[1].text, S("-o"))) {
            bool a = args[0].text.len, b = args[2].text.len;
            return truth_of(args[1].text.at[1] == 'a' ? a && b : a || b);
        }
        if (negated)
            return negate(test_args(test, args + 1, 2));
        if (slice_equal(args[0].text, S("(")) && slice_equal(args[2].text, S(")")))
            return truth_of(args[1].text.len > 0);
        return complain(test, args[1].text, ": binary operator expected");
    }
    case 4:
        if (negated)
            return negate(test_args(test, args + 1, 3));
        return TRUTH_UNKNOWN;
    default: return TRUTH_UNKNOWN;
    }
}

void builtin_test(struct shell *shell, struct slice name, const struct arg *args, size_t n)
{
    struct test test = {shell, name};
    enum truth truth = test_args(&test, args, n);
    shell_status(shell, truth == TRUTH_ERROR ? 2 : truth == TRUTH_FALSE);
    shell->status_known = truth != TRUTH_UNKNOWN;
}
