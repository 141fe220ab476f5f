/* Help: what the letters under words mean, and the keys of a pane. In: the table of keys. Out:
 * rows, in two columns where there is room. See view_inside.h. */
#include "app/screen/view_inside.h"

#include "app/screen/keymap.h"

enum { KEYS = 20, KEYS_NARROW = 13, PAIR_OF_COLUMNS = 120 };

/* All keys of a command in a pane, the one of the row first: "^O, Tab". Letters follow ^G. */
static struct slice keys_of(struct view *view, enum pane pane, const struct keymap_row *row)
{
    struct buffer keys = {.arena = view_arena(view)};
    char name[KEY_NAME_SIZE];
    for (size_t i = 0; row->key && i < keymap_len; i++) {
        const struct keymap_row *other = &keymap[i];
        bool same = other->command == row->command && keymap_counts(other, pane, view_desk(view));
        if (!same || !other->key || (other != row && other->help))
            continue;
        buffer_string(&keys, keys.len ? ", " : "");
        buffer_string(&keys, key_words(other->key, name));
    }
    if (row->letter) {
        buffer_string(&keys, keys.len ? ", ^G " : "^G ");
        buffer_byte(&keys, row->letter);
    }
    return buffer_slice(&keys);
}

/* Rows of a pane: those that have a key, or those that are only in the menu. */
static void add_keys(struct view *view, struct report *report, enum pane pane, bool menu)
{
    unsigned column = report->columns < 60 ? KEYS_NARROW : KEYS;
    report_line(report, REPORT_TEXT, 0);
    report_add(report, ROLE_TITLE,
               view_say(view, menu ? WORDS_VIEW_MENU_KEYS : WORDS_VIEW_KEYS, NULL));
    for (size_t i = 0; i < keymap_len; i++) {
        const struct keymap_row *row = &keymap[i];
        if (!keymap_counts(row, pane, view_desk(view)) || !row->help || !row->key != menu)
            continue;
        report_line(report, REPORT_TEXT, column);
        report_pad(report, 3, 3);
        report_add(report, ROLE_KEY, keys_of(view, pane, row));
        report_pad(report, column, 2);
        report_add(report, ROLE_PLAIN, slice_of(words_text(row->help)));
    }
}

static void add_letters(struct view *view, struct report *report)
{
    static const struct {
        enum role role;
        struct slice letter;
        enum words_id id;
    } rows[] = {
        {ROLE_ENTRYPOINT, S_INIT("E"), WORDS_VIEW_LETTER_E},
        {ROLE_CMD, S_INIT("C"), WORDS_VIEW_LETTER_C},
        {ROLE_RUN, S_INIT("R"), WORDS_VIEW_LETTER_R},
        {ROLE_OPTION, S_INIT("O"), WORDS_VIEW_LETTER_O},
        {ROLE_SHELL, S_INIT("S"), WORDS_VIEW_LETTER_S},
        {ROLE_GONE, S_INIT("-"), WORDS_VIEW_LETTER_GONE},
        {ROLE_MARKED, S_INIT("!"), WORDS_VIEW_LETTER_MARK},
    };
    report_line(report, REPORT_TEXT, 0);
    report_add(report, ROLE_TITLE, view_say(view, WORDS_VIEW_LETTERS, NULL));
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        report_line(report, REPORT_TEXT, 6);
        report_pad(report, 3, 3);
        report_add(report, rows[i].role, rows[i].letter);
        report_pad(report, 6, 2);
        report_add(report, ROLE_PLAIN, view_say(view, rows[i].id, NULL));
    }
}

void view_help(struct view *view, struct area area)
{
    enum pane pane = view->session->help_for;
    struct report report = view_report(view, area.cols);
    frame_cursor(view->frame, area, 0, 0);
    bool words = pane != PANE_HOME && pane != PANE_SEARCH && pane != PANE_PROGRESS;
    if (area.cols < PAIR_OF_COLUMNS) {
        if (words)
            add_letters(view, &report);
        add_keys(view, &report, pane, false);
        add_keys(view, &report, pane, true);
        if (!words)
            add_letters(view, &report);
        view_scrolled(view, PANE_HELP, area, &report, TEXT_RULED);
        return;
    }
    int half = area.cols / 2;
    struct area left = area, right = area_inset(area, half + 1);
    struct report second = view_report(view, right.cols);
    left.cols = half - 1;
    add_keys(view, &report, pane, false);
    add_letters(view, &second);
    add_keys(view, &second, pane, true);
    frame_across(view->frame, area.row, area.col, area.col + area.cols - 1);
    frame_down(view->frame, area.col + half, area.row, area.row + area.rows - 1);
    view_scrolled(view, PANE_HELP, left, &report, TEXT_RULED);
    view_text(view, right, &second, (int)view->session->top[PANE_HELP], TEXT_RULED);
}
