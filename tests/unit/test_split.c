/* Wanted run lines to a pair. */
#include "tests/unit/unit.h"

#include "sim/ground/buffer.h"
#include "sim/ground/quote.h"
#include "sim/pairing/split.h"

struct line {
    const char *words, *argv; /* cut at blanks; words that start with ! mark a `never` */
};

struct row {
    const char *name;
    struct line lines[4];
    const char *entrypoint, *cmd, *verdicts; /* one letter a wish: h c o p */
};

static const struct row rows[] = {
    {"the pair",
     {{"", "ping -c 3 h"}, {"x", "ping x"}},
     "[\"ping\"]",
     "[\"-c\",\"3\",\"h\"]",
     "hh"},
    {"a default alone", {{"", "myapp serve"}}, "[\"myapp\"]", "[\"serve\"]", "h"},
    {"any program", {{"", "sh"}, {"date", "date"}}, "[]", "[\"sh\"]", "hh"},
    {"contradiction", {{"", "a b"}, {"x", "a x"}, {"y", "b y"}}, "[\"a\"]", "[\"b\"]", "hhc"},
    {"only the option can", {{"", "a"}, {"x", "sh -c y"}}, "[\"a\"]", "[]", "ho"},
    {"never a shell", {{"", "app run"}, {"!", "sh"}}, "[\"app\"]", "[\"run\"]", "hh"},
    {"a guard takes two words",
     {{"", "app run x"}, {"!", "app rm"}},
     "[\"app\",\"run\"]",
     "[\"x\"]",
     "hh"},
    {"the program alone is no default, so it cannot be had",
     {{"", "app run"}, {"!", "app"}},
     "[\"app\"]",
     "[\"run\"]",
     "hh"},
    {"a never that stays possible", {{"date", "date"}, {"!", "sh"}}, "[]", "[]", "hp"},
};

static struct args cut(struct arena *arena, const char *text)
{
    struct args words = {0};
    struct slice part, rest = slice_of(text);
    while (rest.len) {
        slice_cut(rest, ' ', &part, &rest);
        args_add(arena, &words, part, (struct origin){0});
    }
    return words;
}

static void check_list(struct arena *arena, const char *name, const struct args *list,
                       const char *wanted)
{
    struct buffer shown = {.arena = arena};
    quote_json_array(&shown, list);
    assert_slice(name, buffer_slice(&shown), slice_of(wanted));
}

static void lines_give_a_pair(void **state)
{
    struct arena *arena = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct wish wishes[4];
        struct split split;
        size_t len = 0;
        for (; len < 4 && rows[i].lines[len].argv; len++) {
            const char *words = rows[i].lines[len].words;
            wishes[len].never = *words == '!';
            wishes[len].words = cut(arena, wishes[len].never ? "" : words);
            wishes[len].argv = cut(arena, rows[i].lines[len].argv);
        }
        split_find(arena, wishes, len, &split);
        check_list(arena, rows[i].name, &split.entrypoint, rows[i].entrypoint);
        check_list(arena, rows[i].name, &split.cmd, rows[i].cmd);
        for (size_t w = 0; w < len; w++)
            if ("hcop"[split.results[w].verdict] != rows[i].verdicts[w])
                fail_msg("%s: wish %zu", rows[i].name, w);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {unit_test_with_arena(lines_give_a_pair)};
    return cmocka_run_group_tests_name("split", tests, NULL, NULL);
}
