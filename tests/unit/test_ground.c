/* The ground floor: arena, buffers, names, positions, runes. */
#include "tests/unit/unit.h"

#include "sim/ground/buffer.h"
#include "sim/ground/names.h"
#include "sim/ground/origin.h"
#include "sim/ground/utf8.h"

static void *take_nothing(void *context, size_t size)
{
    (void)context;
    (void)size;
    return NULL;
}

static void arena_stops_without_memory(void **state)
{
    (void)state;
    const struct memory none = {take_nothing, unit_give, NULL};
    struct arena arena;
    jmp_buf guard;
    arena_init(&arena, &none);
    arena.guard = &guard;
    if (setjmp(guard) == 0) {
        arena_take(&arena, 1);
        fail_msg("memory out of nothing");
    }
    assert_int_equal(arena.stopped, ARENA_NO_MEMORY);
    arena_free(&arena);
}

static void arena_has_a_ceiling(void **state)
{
    (void)state;
    struct arena arena;
    jmp_buf guard;
    arena_init(&arena, &unit_memory);
    arena.guard = &guard;
    arena_reset(&arena, 0);
    volatile size_t taken = 0;
    if (setjmp(guard) == 0)
        for (;; taken += 1 << 20)
            arena_take(&arena, 1 << 20);
    assert_int_equal(arena.stopped, ARENA_TOO_LARGE);
    assert_in_range(taken, 32u << 20, 64u << 20);
    arena_reset(&arena, 0);
    assert_int_equal(arena.stopped, ARENA_RUNNING);
    arena_free(&arena);
}

static size_t blocks_taken;

static void *count_take(void *context, size_t size)
{
    (void)context;
    blocks_taken++;
    return malloc(size);
}

static void arena_keeps_its_blocks(void **state)
{
    (void)state;
    const struct memory counting = {count_take, unit_give, NULL};
    struct arena arena;
    jmp_buf guard;
    arena_init(&arena, &counting);
    arena.guard = &guard;
    if (setjmp(guard) != 0)
        fail_msg("%s", arena.why);
    for (int round = 0; round < 3; round++) {
        arena_reset(&arena, 100);
        for (int i = 0; i < 1000; i++)
            memset(arena_take(&arena, 200), 1, 200);
        if (round == 0)
            blocks_taken = 0;
    }
    assert_int_equal(blocks_taken, 0);
    arena_free(&arena);
}

static void buffers_build_text(void **state)
{
    struct arena *arena = *state;
    struct buffer buffer = {.arena = arena};
    for (int i = 0; i < 1000; i++)
        buffer_byte(&buffer, 'x');
    assert_int_equal(buffer_slice(&buffer).len, 1000);
    struct buffer numbers = {.arena = arena};
    buffer_number(&numbers, INT64_MIN);
    buffer_byte(&numbers, ' ');
    buffer_hex(&numbers, 0x1f, 4);
    assert_slice("numbers", buffer_slice(&numbers), S("-9223372036854775808 001f"));
    assert_slice("join", TEXT(arena, S("a"), S(""), S("bc")), S("abc"));
}

static void names_find_what_was_set(void **state)
{
    struct arena *arena = *state;
    struct names names = {0};
    for (uint32_t i = 0; i < 1000; i++) {
        struct buffer name = {.arena = arena};
        buffer_number(&name, i);
        names_set(arena, &names, buffer_slice(&name), i);
    }
    names_set(arena, &names, S("7"), 70);
    struct names copy = names_copy(arena, &names);
    names_set(arena, &copy, S("8"), 80);
    assert_int_equal(names_get(&names, S("7")), 70);
    assert_int_equal(names_get(&names, S("8")), 8);
    assert_int_equal(names_get(&copy, S("8")), 80);
    assert_int_equal(names_get(&names, S("999")), 999);
    assert_int_equal(names_get(&names, S("1000")), NAMES_NONE);
}

static void positions_count_runes(void **state)
{
    (void)state;
    static const struct {
        const char *name, *text;
        uint32_t offset, line, column;
    } rows[] = {
        {"start", "CMD", 0, 1, 1},         {"within a line", "CMD", 2, 1, 3},
        {"second line", "a\nbc", 3, 2, 2}, {"behind a wide rune", "é=1", 2, 1, 2},
        {"behind the end", "ab", 9, 1, 3},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct position at = position_of(slice_of(rows[i].text), rows[i].offset);
        if (at.line != rows[i].line || at.column != rows[i].column)
            fail_msg("%s: %u:%u", rows[i].name, at.line, at.column);
    }
}

static void runes_are_read_as_go_reads_them(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        struct slice text;
        uint32_t rune;
        size_t len;
    } rows[] = {
        {"ascii", S_INIT("a"), 'a', 1},
        {"two bytes", S_INIT("\xC3\xA9"), 0xE9, 2},
        {"three bytes", S_INIT("\xE2\x82\xAC"), 0x20AC, 3},
        {"four bytes", S_INIT("\xF0\x9F\x90\xB3"), 0x1F433, 4},
        {"cut short", S_INIT("\xE2\x82"), RUNE_ERROR, 1},
        {"too long a form", S_INIT("\xC0\x80"), RUNE_ERROR, 1},
        {"surrogate", S_INIT("\xED\xA0\x80"), RUNE_ERROR, 1},
        {"a real U+FFFD", S_INIT("\xEF\xBF\xBD"), RUNE_ERROR, 3},
        {"beyond the last", S_INIT("\xF4\x90\x80\x80"), RUNE_ERROR, 1},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t len;
        uint32_t rune = utf8_decode(rows[i].text, &len);
        if (rune != rows[i].rune || len != rows[i].len)
            fail_msg("%s: %x in %zu", rows[i].name, rune, len);
    }
}

static void classes_follow_unicode(void **state)
{
    (void)state;
    assert_true(rune_is_space(0x3000) && rune_is_space(0xA0) && !rune_is_space(0x200B));
    assert_true(rune_is_letter(0xE9) && rune_is_letter(0x4E2D) && !rune_is_letter('_'));
    assert_true(rune_is_digit(0x0663) && !rune_is_digit(0xB2));
    assert_true(rune_is_print(0xE9) && !rune_is_print(0xA0) && !rune_is_print(0x200B));
    assert_int_equal(rune_lower(0x212A), 'k');
    assert_int_equal(rune_lower(0xC9), 0xE9);
    assert_int_equal(rune_upper(0x101), 0x100);
    assert_int_equal(rune_upper(0x100), 0x100);
    assert_int_equal(rune_lower(0x130), 'i');
}

static void trimming_and_repair(void **state)
{
    struct arena *arena = *state;
    assert_slice("trim", utf8_trim(S(" \xC2\xA0 a b\xE3\x80\x80\t")), S("a b"));
    assert_slice("all blank", utf8_trim(S(" \n")), S(""));
    assert_slice("bad bytes", utf8_repair(arena, S("a\xFF\xFE")), S("a\xEF\xBF\xBD\xEF\xBF\xBD"));
    assert_slice("lower", utf8_lower(arena, S("ÉCMD")), S("écmd"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arena_stops_without_memory),      cmocka_unit_test(arena_has_a_ceiling),
        cmocka_unit_test(arena_keeps_its_blocks),          unit_test_with_arena(buffers_build_text),
        unit_test_with_arena(names_find_what_was_set),     cmocka_unit_test(positions_count_runes),
        cmocka_unit_test(runes_are_read_as_go_reads_them), cmocka_unit_test(classes_follow_unicode),
        unit_test_with_arena(trimming_and_repair),
    };
    return cmocka_run_group_tests_name("ground", tests, NULL, NULL);
}
