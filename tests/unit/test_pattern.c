/* Patterns and brace expansion of the shell. */
#include "tests/unit/unit.h"

#include "sim/ground/buffer.h"
#include "sim/shell/brace.h"
#include "sim/shell/pattern.h"

/* A pattern as in the rows: a byte behind ' is quoted. */
static struct pattern compiled(struct arena *arena, const char *text, uint64_t *steps)
{
    struct marked marked = {0};
    struct pattern pattern = {.steps = steps};
    for (const char *p = text; *p; p++) {
        bool quoted = *p == '\'';
        p += quoted;
        marked_put(arena, &marked, (struct slice){p, 1}, quoted ? BYTE_QUOTED : 0);
    }
    pattern_compile(arena, &marked, 0, marked.len, &pattern);
    return pattern;
}

static const struct {
    const char *pattern, *text;
    bool matches;
} rows[] = {
    {"", "", true},
    {"", "a", false},
    {"*", "", true},
    {"a*", "abc", true},
    {"*c", "abc", true},
    {"a*b*c", "aXbYc", true},
    {"a*b*c", "aXcYb", false},
    {"?", "é", true},
    {"?", "ab", false},
    {"'*", "*", true},
    {"'*", "a", false},
    {"\\*", "*", true},
    {"[a-c]x", "bx", true},
    {"[!a-c]x", "bx", false},
    {"[^a-c]x", "zx", true},
    {"[]a]", "]", true},
    {"[!]a]", "]", false},
    {"[a'-z]", "b", false},
    {"[a'-z]", "-", true},
    {"[[:digit:]]*", "7up", true},
    {"[[:upper:]]", "a", false},
    {"[[:nosuch:]a]", "a", true},
    {"[a", "[a", true},
    {"*a*a*a*a*a*a*b", "aaaaaaaaaaaaaaaaaaaaaaaa", false},
};

static void matching(void **state)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        uint64_t steps = 0;
        struct pattern pattern = compiled(*state, rows[i].pattern, &steps);
        if (pattern_match(*state, &pattern, slice_of(rows[i].text)) != rows[i].matches)
            fail_msg("%s on %s", rows[i].pattern, rows[i].text);
    }
}

static const struct {
    const char *pattern, *text;
    bool suffix, longest;
    ptrdiff_t length;
} parts[] = {
    {"*/", "a/b/c", false, false, 2},    {"*/", "a/b/c", false, true, 4},
    {"/*", "a/b/c", true, false, 2},     {"/*", "a/b/c", true, true, 4},
    {"b", "abc", false, true, -1},       {"*", "abc", false, false, 0},
    {"[x-z]*", "abcxyz", true, true, 3}, {"?", "né", true, false, 2},
};

static void starts_and_ends(void **state)
{
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        uint64_t steps = 0;
        struct pattern pattern = compiled(*state, parts[i].pattern, &steps);
        ptrdiff_t length = pattern_part(*state, &pattern, slice_of(parts[i].text), parts[i].suffix,
                                        parts[i].longest);
        if (length != parts[i].length)
            fail_msg("%s on %s: %td", parts[i].pattern, parts[i].text, length);
    }
}

static const struct {
    const char *word, *words;
} braces[] = {
    {"a{b,c}d", "abd acd"},
    {"{a,b}{1,2}", "a1 a2 b1 b2"},
    {"{a,b{c,d}}", "a bc bd"},
    {"{a}", "{a}"},
    {"{}", "{}"},
    {"{a,{b,c}", "{a,b {a,c"},
    {"{a,b}}", "a} b}"},
    {"a{b{c,d}}", "a{bc} a{bd}"},
    {"x{,y}", "x xy"},
    {"\\{a,b}", "\\{a,b}"},
    {"'{a,b}'", "'{a,b}'"},
    {"{a,\"b,c\"}", "a \"b,c\""},
    {"${x:-{a,b}}", "${x:-{a,b}}"},
    {"$x{a,b}", "$xa $xb"},
    {"{1..3}", "1 2 3"},
    {"{3..1}", "3 2 1"},
    {"{01..03}", "01 02 03"},
    {"{-01..1}", "-01 000 001"},
    {"{1..10..3}", "1 4 7 10"},
    {"{a..e..2}", "a c e"},
    {"{1..b}", "{1..b}"},
    {"{1...3}", "{1...3}"},
    {"{a,b", "{a,b"},
};

static void brace_words(void **state)
{
    for (size_t i = 0; i < sizeof braces / sizeof *braces; i++) {
        struct slice_list words = {0};
        struct buffer joined = {.arena = *state};
        brace_expand(*state, slice_of(braces[i].word), &words);
        for (size_t j = 0; j < words.len; j++) {
            if (j)
                buffer_byte(&joined, ' ');
            buffer_put(&joined, words.at[j]);
        }
        assert_slice(braces[i].word, buffer_slice(&joined), slice_of(braces[i].words));
    }
}

/* Whether a word stops the arena as too large. */
static bool stops(struct arena *arena, const char *word)
{
    jmp_buf guard;
    arena->guard = &guard;
    if (setjmp(guard) != 0)
        return arena->stopped == ARENA_TOO_LARGE;
    struct slice_list list = {0};
    brace_expand(arena, slice_of(word), &list);
    return false;
}

static void too_many(void **state)
{
    static const char *const words[] = {"{1..999999999}", "{1..400}{1..400}", "{a,b}{1..99999}"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (!stops(*state, words[i]))
            fail_msg("%s", words[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_test_with_arena(matching),
        unit_test_with_arena(starts_and_ends),
        unit_test_with_arena(brace_words),
        unit_test_with_arena(too_many),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
