/* What lies over a page: the footer or a message, the menu, and questions with a typed answer. In:
 * the table of keys and the session. Out: the last rows. See view_inside.h. */
#include "app/screen/view_inside.h"

#include "app/ground/cluster.h"
#include "app/screen/keymap.h"

/* ---- The footer */

/* The last column stays free: not every terminal can write into the last cell of all. */
static void put_keys(struct view *view, struct area row)
{
    struct footer_item items[40];
    size_t n = keymap_footer(view->kept->pane, view_desk(view),
                             row.cols > 1 ? (unsigned)row.cols - 1 : 0, items, 40);
    int col = 1;
    bool menu = false;
    for (size_t i = 0; i < n; i++) {
        col += i ? 2 : 0;
        if (items[i].menu && !menu)
            col = view_put(view, row, 0, col, S(FOOTER_MENU), ROLE_FOOT) + 1;
        menu = items[i].menu;
        col = view_put(view, row, 0, col, slice_of(items[i].key), ROLE_KEY);
        if (*items[i].words)
            col = view_put(view, row, 0, col + 1, slice_of(items[i].words), ROLE_FOOT);
    }
}

/* A message that is longer than the row takes rows above it too. */
static void put_message(struct view *view, struct area row, struct slice message)
{
    struct flow flow = {{0, 0, 0, row.cols - 1}, 0, 0, 0};
    frame_flow(view->frame, &flow, message, (struct pen){ROLE_TYPED, 0});
    int rows = flow.row + 1 < view->frame->rows / 2 ? flow.row + 1 : 1;
    struct area at = {row.row - rows + 1, row.col, rows, row.cols};
    frame_fill(view->frame, at, (struct pen){ROLE_PLAIN, 0});
    flow = (struct flow){{at.row, at.col + 1, rows, row.cols - 1}, 0, 0, 0};
    frame_flow(view->frame, &flow, message, (struct pen){ROLE_TYPED, 0});
}

void view_footer(struct view *view, struct area row)
{
    struct slice message = slice_of(view->session->message);
    if (message.len && view->session->dialog == PANE_COUNT)
        put_message(view, row, message);
    else
        put_keys(view, row);
}

/* ---- The menu */

/* A window over the last rows of an area, with a title; gives what is inside. */
static struct area window(struct view *view, struct area area, int rows, struct slice title)
{
    rows = rows + 1 < area.rows ? rows + 1 : area.rows;
    struct area at = area_rows(area, area.rows - rows, rows);
    frame_fill(view->frame, at, (struct pen){ROLE_PLAIN, 0});
    view_title(view, view->kept->pane, at.row, at.col, at.col + at.cols - 1, title, S(""));
    return area_rows(at, 1, rows - 1);
}

enum { ITEMS = 64, MENU_TEXT = 4, MENU_GAP = 2, NARROW = 72 };

/* The commands of a pane that have a letter. */
struct menu {
    const struct keymap_row *row[ITEMS];
    const char *words[ITEMS];
    int len, columns, rows;
    int text, gap; /* where words begin, and blanks behind the longest */
};

static void find_items(struct menu *menu, enum pane pane, unsigned desk)
{
    for (size_t i = 0; i < keymap_len && menu->len < ITEMS; i++)
        if (keymap[i].letter && keymap_counts(&keymap[i], pane, desk))
            menu->row[menu->len++] = &keymap[i];
}

/* Columns enough that all of it is seen. Where the words of a command are too long for its column
 * the short ones of the footer stand for them. */
static void lay_out(struct menu *menu, struct area area)
{
    menu->columns = area.cols >= 156 ? 3 : area.cols >= NARROW ? 2 : 1;
    while ((menu->len + menu->columns - 1) / menu->columns > area.rows - 1 &&
           area.cols / (menu->columns + 1) >= 12)
        menu->columns++;
    menu->rows = (menu->len + menu->columns - 1) / menu->columns;
    bool tight = menu->columns > 2 && area.cols < NARROW;
    menu->text = tight ? MENU_TEXT - 1 : MENU_TEXT;
    menu->gap = tight ? MENU_GAP - 1 : MENU_GAP;
    for (int i = 0; i < menu->len; i++) {
        const struct keymap_row *row = menu->row[i];
        const char *help = row->help ? words_text(row->help) : "";
        bool fits = *help && (int)strlen(help) + menu->text <= area.cols / menu->columns;
        menu->words[i] = fits || !row->footer ? help : words_text(row->footer);
    }
}

/* The columns that a column of the menu takes. */
static int menu_width(const struct menu *menu, int column)
{
    int widest = 0;
    for (int i = column * menu->rows; i < (column + 1) * menu->rows && i < menu->len; i++)
        widest = (int)strlen(menu->words[i]) > widest ? (int)strlen(menu->words[i]) : widest;
    return widest + menu->text + menu->gap;
}

static void put_menu(struct view *view, struct area area)
{
    struct menu menu = {0};
    find_items(&menu, session_pane_below(view->session), view_desk(view));
    lay_out(&menu, area);
    struct area in = window(view, area, menu.rows, view_say(view, WORDS_VIEW_MENU, NULL));
    frame_cursor(view->frame, in, 0, 1);
    for (int column = 0, col = in.col; column < menu.columns; column++) {
        int width = menu_width(&menu, column), equal = area.cols / menu.columns;
        if (column + 1 == menu.columns)
            width = in.col + in.cols - col;
        else if (area.cols >= 100 && width < equal)
            width = equal;
        for (int row = 0; row < menu.rows && column * menu.rows + row < menu.len; row++) {
            int i = column * menu.rows + row;
            struct area cell = {in.row + row, col, row < in.rows ? 1 : 0, width};
            view_put(view, cell, 0, 1, (struct slice){&menu.row[i]->letter, 1}, ROLE_KEY);
            view_put(view, cell, 0, menu.text, slice_of(menu.words[i]), ROLE_PLAIN);
        }
        col += width;
    }
}

/* ---- Questions */

/* A prompt and what is typed, in the last rows; the cursor behind it. Of a text that is too long
 * the end is seen. */
static void put_question(struct view *view, struct area area, struct slice prompt,
                         struct slice typed, struct slice behind)
{
    struct flow count = {{0, 0, 0, area.cols - 1}, 0, 0, 0};
    frame_flow(view->frame, &count, prompt, (struct pen){ROLE_PROMPT, 0});
    bool own_row = typed.at && (count.row || count.col + 12 > area.cols);
    int last = own_row ? 1 : count.col + 2;
    bool below =
        behind.len && last + (int)text_columns(typed) + 3 + (int)text_columns(behind) > area.cols;
    struct flow count_behind = {{0, 0, 0, area.cols - 1}, 0, 0, 0};
    if (below)
        frame_flow(view->frame, &count_behind, behind, (struct pen){ROLE_WARN, 0});
    struct area in =
        window(view, area, count.row + 1 + own_row + (below ? count_behind.row + 1 : 0), S(""));
    struct flow flow = {{in.row, in.col + 1, in.rows, in.cols - 1}, 0, 0, 0};
    frame_flow(view->frame, &flow, prompt, (struct pen){ROLE_PROMPT, 0});
    int row = flow.row + own_row, col = own_row ? 1 : flow.col + 2;
    int room = in.cols - col - 1 > 1 ? in.cols - col - 1 : 1;
    while (typed.len && (int)text_columns(typed) > room)
        typed = slice_after(typed, cluster_at(typed, 0).len);
    row = row < in.rows ? row : in.rows - 1;
    col = view_put(view, in, row, col, typed, ROLE_TYPED);
    frame_cursor(view->frame, in, row, col < in.cols ? col : in.cols - 1);
    if (below) {
        flow = (struct flow){{in.row, in.col + 1, in.rows, in.cols - 1}, row + 1, 0, 0};
        frame_flow(view->frame, &flow, behind, (struct pen){ROLE_WARN, 0});
    } else {
        view_put(view, in, row, col + 2, behind, ROLE_WARN);
    }
}

void view_dialog(struct view *view, struct area area)
{
    const struct session *session = view->session;
    const struct editor_search *search = &session->editor.search;
    bool missed = search->len && !search->found;
    switch (session->dialog) {
    case PANE_MENU: put_menu(view, area); break;
    case PANE_FIND:
        put_question(
            view, area,
            view_say(view, search->backward ? WORDS_VIEW_FIND_BACK : WORDS_VIEW_FIND, NULL),
            (struct slice){search->pattern, search->len},
            missed ? view_say(view, WORDS_VIEW_NOT_FOUND, NULL) : S(""));
        break;
    case PANE_NAME:
        put_question(view, area, slice_of(session->prompt),
                     (struct slice){session->name, session->name_len}, slice_of(session->message));
        break;
    case PANE_ASK:
        put_question(view, area, slice_of(session->prompt), (struct slice){0}, S(""));
        break;
    default: break;
    }
}
