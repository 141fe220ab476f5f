/* What is a JSON array of strings, and what its strings are. */
#include "tests/unit/unit.h"

#include "sim/dockerfile/execform.h"
#include "sim/ground/buffer.h"

#define NONE   EXECFORM_NOT_JSON
#define LIST   EXECFORM_LIST
#define OTHERS EXECFORM_NOT_STRINGS

static const struct {
    struct slice text;
    enum execform form;
    struct slice words; /* each with a | behind it */
} rows[] = {
    {S_INIT("[\"a\",\"b c\"]"), LIST, S_INIT("a|b c|")},
    {S_INIT(" \xC2\xA0[ \"a\" ,\t\"\" ] "), LIST, S_INIT("a||")},
    {S_INIT("[]"), LIST, S_INIT("")},
    {S_INIT("[ ]"), LIST, S_INIT("")},
    {S_INIT("[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]"), LIST, S_INIT("\"\\/\b\f\n\r\t|")},
    {S_INIT("[\"\\u0041\\u00e9\\uD83D\\uDE00\"]"), LIST, S_INIT("A\xC3\xA9\xF0\x9F\x98\x80|")},
    {S_INIT("[\"\\uD83Dx\\uDE00\"]"), LIST, S_INIT("\xEF\xBF\xBDx\xEF\xBF\xBD|")},
    {S_INIT("[\"\\uD83D\\u0041\"]"), LIST,
     S_INIT("\xEF\xBF\xBD"
            "A|")},
    {S_INIT("[\"a\xFF\xE9\"]"), LIST, S_INIT("a\xEF\xBF\xBD\xEF\xBF\xBD|")},
    {S_INIT("[\"a\\u0000b\"]"), LIST, S_INIT("a\0b|")},
    {S_INIT("[1]"), OTHERS, S_INIT("")},
    {S_INIT("[\"a\",null]"), OTHERS, S_INIT("")},
    {S_INIT("[{\"a\":[1,{}],\"b\":true},[[]]]"), OTHERS, S_INIT("")},
    {S_INIT("[-0.5e-3, 1e308]"), OTHERS, S_INIT("")},
    {S_INIT("[1e999]"), NONE, S_INIT("")},
    {S_INIT("[[{\"a\":-1e999}],\"x\"]"), NONE, S_INIT("")},
    {S_INIT("['a']"), NONE, S_INIT("")},
    {S_INIT("[a]"), NONE, S_INIT("")},
    {S_INIT("[\"a\",]"), NONE, S_INIT("")},
    {S_INIT("[,\"a\"]"), NONE, S_INIT("")},
    {S_INIT("[\"a\"] b"), NONE, S_INIT("")},
    {S_INIT("[\"a\" \"b\"]"), NONE, S_INIT("")},
    {S_INIT("[\"a\""), NONE, S_INIT("")},
    {S_INIT("[\"a"), NONE, S_INIT("")},
    {S_INIT("[\"a\\"), NONE, S_INIT("")},
    {S_INIT("[\"C:\\S\"]"), NONE, S_INIT("")},
    {S_INIT("[\"\\u12G4\"]"), NONE, S_INIT("")},
    {S_INIT("[\"a\tb\"]"), NONE, S_INIT("")},
    {S_INIT("[01]"), NONE, S_INIT("")},
    {S_INIT("[1.]"), NONE, S_INIT("")},
    {S_INIT("[+1]"), NONE, S_INIT("")},
    {S_INIT("[{\"a\" 1}]"), NONE, S_INIT("")},
    {S_INIT("[{\"a\":1,}]"), NONE, S_INIT("")},
    {S_INIT("[[}]"), NONE, S_INIT("")},
    {S_INIT("[\xC2\xA0\"a\"]"), NONE, S_INIT("")},
    {S_INIT("{\"a\":[]}"), NONE, S_INIT("")},
    {S_INIT(""), NONE, S_INIT("")},
};

static enum execform read_row(struct arena *arena, struct slice bytes, struct args *words)
{
    struct text *text = arena_new(arena, struct text);
    text->bytes = bytes;
    struct logical_line line = {.text = bytes, .origin = {text, {0, (uint32_t)bytes.len}}};
    return execform_read(arena, &line, bytes, words);
}

static void every_row(void **state)
{
    struct arena *arena = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct args words = {0};
        struct buffer joined = {.arena = arena};
        if (read_row(arena, rows[i].text, &words) != rows[i].form)
            fail_msg("%.*s: wrong form", (int)rows[i].text.len, rows[i].text.at);
        assert_int_equal(words.set, rows[i].form == LIST);
        for (size_t w = 0; w < words.len; w++) {
            buffer_put(&joined, words.at[w].text);
            buffer_byte(&joined, '|');
        }
        assert_slice(rows[i].text.at, buffer_slice(&joined), rows[i].words);
    }
}

/* The outermost array is the first of at most 10,000 levels. */
static void depth(void **state)
{
    struct arena *arena = *state;
    for (size_t n = 10000; n <= 10001; n++) {
        struct args words = {0};
        struct buffer text = {.arena = arena};
        for (size_t i = 0; i < n; i++)
            buffer_byte(&text, '[');
        for (size_t i = 0; i < n; i++)
            buffer_byte(&text, ']');
        assert_int_equal(read_row(arena, buffer_slice(&text), &words), n == 10000 ? OTHERS : NONE);
    }
}

static void origins(void **state)
{
    struct args words = {0};
    assert_int_equal(read_row(*state, S("[\"ab\", \"\\n\"]"), &words), LIST);
    assert_int_equal(words.at[0].origin.span.from, 1);
    assert_int_equal(words.at[0].origin.span.to, 5);
    assert_int_equal(words.at[1].origin.span.from, 7);
    assert_int_equal(words.at[1].origin.span.to, 11);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_test_with_arena(every_row),
        unit_test_with_arena(depth),
        unit_test_with_arena(origins),
    };
    return cmocka_run_group_tests_name("execform", tests, NULL, NULL);
}
