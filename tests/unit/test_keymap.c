/* The table of keys: what it may not hold, and what footers show. */
#include "tests/unit/unit.h"

#include "app/screen/keymap.h"

static void one_row_for_a_pane_and_a_key(void **state)
{
    (void)state;
    for (size_t i = 0; i < keymap_len; i++) {
        for (size_t k = 0; k < i; k++) {
            char name[KEY_NAME_SIZE];
            if (!(keymap[i].panes & keymap[k].panes) ||
                !(keymap_desks(&keymap[i]) & keymap_desks(&keymap[k])))
                continue;
            if (keymap[i].key && keymap[i].key == keymap[k].key)
                fail_msg("rows %zu and %zu: %s", k, i, key_words(keymap[i].key, name));
            if (keymap[i].letter && keymap[i].letter == keymap[k].letter)
                fail_msg("rows %zu and %zu: ^G %c", k, i, keymap[i].letter);
        }
    }
}

static void text_keeps_its_keys(void **state)
{
    (void)state;
    for (size_t i = 0; i < keymap_len; i++)
        if (keymap[i].panes & PANES_TEXT && key_is_text(keymap[i].key))
            fail_msg("row %zu takes a printable key away from a pane of text", i);
}

/* Every row can be reached and says what it does, or names a command that another row explains. */
static void rows_are_whole(void **state)
{
    (void)state;
    for (size_t i = 0; i < keymap_len; i++) {
        const struct keymap_row *row = &keymap[i];
        bool explained = row->help || row->footer;
        assert_true(row->panes && !(row->panes & ~PANES_ALL));
        assert_true(row->command > COMMAND_NONE && row->command < COMMAND_COUNT);
        assert_true(row->key || row->letter);
        for (size_t k = 0; k < keymap_len && !explained; k++)
            explained = keymap[k].command == row->command && keymap[k].help;
        if (!explained)
            fail_msg("row %zu says nothing", i);
        if (row->help && strlen(row->help) > 50)
            fail_msg("row %zu says too much", i);
    }
}

/* Out of every pane there is a way to leave, to the menu, and to help. */
static void no_pane_is_a_trap(void **state)
{
    (void)state;
    for (int pane = 0; pane < PANE_COUNT; pane++) {
        bool dialog = PANES_DIALOG >> pane & 1;
        const struct keymap_row *menu = keymap_find((enum pane)pane, ON_PAD, CONTROL('G'));
        assert_non_null(menu);
        assert_int_equal(menu->command, dialog ? COMMAND_CANCEL : COMMAND_MENU);
        if (!dialog) {
            const struct keymap_row *quit = keymap_letter((enum pane)pane, ON_PAD, 'q');
            assert_non_null(quit);
            assert_int_equal(quit->command, COMMAND_QUIT);
            assert_true(pane == PANE_HELP || keymap_letter((enum pane)pane, ON_PAD, '?'));
        }
    }
}

static void lookups(void **state)
{
    (void)state;
    assert_int_equal(keymap_find(PANE_EDITOR, ON_PAD, KEYS_TAB)->command, COMMAND_NEXT_PART);
    assert_int_equal(keymap_find(PANE_LINE, ON_PAD, KEYS_TAB)->command, COMMAND_LINE_COMPLETE);
    assert_null(keymap_find(PANE_EDITOR, ON_PAD, 'q'));
    assert_null(keymap_find(PANE_LINE, ON_PAD, '?'));
    assert_int_equal(keymap_find(PANE_NOTES, ON_PAD, '?')->command, COMMAND_HELP);
    assert_null(keymap_find(PANE_NOTES, ON_PAD, 0));
    assert_null(keymap_letter(PANE_LINE, ON_PAD, 0));
    assert_int_equal(keymap_letter(PANE_LINE, ON_PAD, 'm')->command, COMMAND_MERGE);
}

/* A footer as a line of text, with one blank more in front than is shown. */
static void write_footer(enum pane pane, unsigned desk, unsigned columns, char out[256])
{
    struct footer_item items[32];
    size_t n = keymap_footer(pane, desk, columns, items, 32), len = 0;
    bool menu = false;
    for (size_t i = 0; i < n; i++) {
        if (items[i].menu && !menu)
            len += (size_t)snprintf(out + len, 256 - len, "  %s", FOOTER_MENU);
        len +=
            (size_t)snprintf(out + len, 256 - len, "%s%s%s%s", items[i].menu && !menu ? " " : "  ",
                             items[i].key, *items[i].words ? " " : "", items[i].words);
        menu = items[i].menu;
    }
    out[len] = '\0';
}

static void footers_fit(void **state)
{
    static char text[256];
    (void)state;
    for (int pane = 0; pane < PANE_COUNT; pane++) {
        for (unsigned columns = 1; columns < 200; columns++) {
            *text = '\0';
            for (unsigned desk = ON_PAD; desk <= ON_START; desk *= 2) {
                write_footer((enum pane)pane, desk, columns, text);
                if (*text && strlen(text) > columns + 1)
                    fail_msg("%zu columns, not %u:%s", strlen(text), columns, text);
            }
        }
    }
    write_footer(PANE_LINE, ON_PAD, 80, text);
    assert_string_equal(text, "  ^O other part  Tab complete  ^R history  ^S save"
                              "  ^G then: g grid  e explain  ?");
    write_footer(PANE_LINE, ON_PAD, 40, text);
    assert_string_equal(text, "  ^O other part  Tab complete  ^G then: ?");
    write_footer(PANE_EDITOR, ON_COURSE, 80, text);
    assert_string_equal(text, "  ^S check  ^O other part  ^G then: h hint  t text"
                              "  s scratchpad  r start over  ?");
    write_footer(PANE_SAY, ON_COURSE, 80, text);
    assert_string_equal(text, "  Enter answer  ^S check  ^O other part  ^G then: h hint"
                              "  t text  s scratchpad  ?");
    write_footer(PANE_CHECKS, ON_COURSE, 80, text);
    assert_string_equal(text, "  Enter go on  ^S check  ^O other part  ^G then: h hint"
                              "  t text  s scratchpad  ?");
    write_footer(PANE_SAY, ON_START, 80, text);
    assert_string_equal(text, "  Enter answer  ^G then: h no idea, show me  s scratchpad"
                              "  l lessons  q quit  ?");
}

static void names(void **state)
{
    static const struct {
        uint32_t key;
        const char *name;
    } rows[] = {
        {CONTROL('G'), "^G"},
        {CONTROL('_'), "^_"},
        {KEYS_TAB, "Tab"},
        {KEYS_F1, "F1"},
        {KEYS_F12, "F12"},
        {META('u'), "M-u"},
        {'?', "?"},
        {' ', "Space"},
        {KEYS_LEFT | KEYS_CTRL, "C-Left"},
        {KEYS_ENTER, "Enter"},
        {0xE9, "U+00E9"},
        {KEYS_ERASE | KEYS_ALT, "M-Backspace"},
        {0, "^@"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char name[KEY_NAME_SIZE];
        assert_string_equal(key_words(rows[i].key, name), rows[i].name);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_row_for_a_pane_and_a_key),
        cmocka_unit_test(text_keeps_its_keys),
        cmocka_unit_test(rows_are_whole),
        cmocka_unit_test(no_pane_is_a_trap),
        cmocka_unit_test(lookups),
        cmocka_unit_test(footers_fit),
        cmocka_unit_test(names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
