/* Quoting for Go, JSON and a shell. */
#include "tests/unit/unit.h"

#include "sim/ground/quote.h"

struct row {
    const char *name;
    struct slice text, go, json, shell;
};

static const struct row rows[] = {
    {"bare", S_INIT("nginx"), S_INIT("\"nginx\""), S_INIT("\"nginx\""), S_INIT("nginx")},
    {"empty", S_INIT(""), S_INIT("\"\""), S_INIT("\"\""), S_INIT("''")},
    {"blank", S_INIT("daemon off;"), S_INIT("\"daemon off;\""), S_INIT("\"daemon off;\""),
     S_INIT("'daemon off;'")},
    {"single quote", S_INIT("it's"), S_INIT("\"it's\""), S_INIT("\"it's\""), S_INIT("'it'\\''s'")},
    {"double quote", S_INIT("a\"b\\"), S_INIT("\"a\\\"b\\\\\""), S_INIT("\"a\\\"b\\\\\""),
     S_INIT("'a\"b\\'")},
    {"line feed", S_INIT("a\nb"), S_INIT("\"a\\nb\""), S_INIT("\"a\\nb\""), S_INIT("$'a\\nb'")},
    {"escape and digit", S_INIT("\x1b[31m1"), S_INIT("\"\\x1b[31m1\""), S_INIT("\"\\u001b[31m1\""),
     S_INIT("$'\\033[31m1'")},
    {"bad byte", S_INIT("a\xFF"), S_INIT("\"a\\xff\""), S_INIT("\"a\xEF\xBF\xBD\""),
     S_INIT("$'a\\377'")},
    {"no-break space", S_INIT("\xC2\xA0"), S_INIT("\"\\u00a0\""), S_INIT("\"\xC2\xA0\""),
     S_INIT("$'\\302\\240'")},
    {"accent", S_INIT("é"), S_INIT("\"é\""), S_INIT("\"é\""), S_INIT("'é'")},
    {"variable", S_INIT("$HOME"), S_INIT("\"$HOME\""), S_INIT("\"$HOME\""), S_INIT("'$HOME'")},
};

static void every_reader(void **state)
{
    struct arena *arena = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct buffer json = {.arena = arena};
        quote_json(&json, rows[i].text);
        assert_slice(rows[i].name, quoted_go(arena, rows[i].text), rows[i].go);
        assert_slice(rows[i].name, buffer_slice(&json), rows[i].json);
        assert_slice(rows[i].name, quoted_shell(arena, rows[i].text), rows[i].shell);
    }
}

static void go_runes(void **state)
{
    struct arena *arena = *state;
    struct buffer buffer = {.arena = arena};
    quote_go_rune(&buffer, '\'');
    quote_go_rune(&buffer, 0xC3);
    quote_go_rune(&buffer, '"');
    assert_slice("runes", buffer_slice(&buffer), S("'\\'''Ã''\"'"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_test_with_arena(every_reader),
        unit_test_with_arena(go_runes),
    };
    return cmocka_run_group_tests_name("quote", tests, NULL, NULL);
}
