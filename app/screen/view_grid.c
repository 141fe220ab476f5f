/* The nine forms of a pair: symbols for the overview, each cell's real vector on its page. In: the
 * shown image. Out: rows. See view_inside.h. */
#include "app/screen/view_inside.h"

#include "app/ground/cluster.h"

static const enum words_id row_names[3] = {WORDS_GRID_NO_ENTRYPOINT, WORDS_GRID_EXEC_ENTRYPOINT,
                                           WORDS_GRID_SHELL_ENTRYPOINT};
static const enum words_id column_names[3] = {WORDS_GRID_NO_CMD, WORDS_GRID_EXEC_CMD,
                                              WORDS_GRID_SHELL_CMD};

/* ---- Symbols */

/* E and C stand for the words of the two lists; behind a shell form they are $0, $1 and so on. */
static const char *const symbols[3][3] = {
    {NULL, "C", "sh -c C"},
    {"E", "E C", "E sh -c C"},
    {"sh -c E", "sh -c E ($0 C)", "sh -c E ($0 …)"},
};
#define LAST_IN_ASCII "sh -c E ($0 ..)"

static struct slice symbol(struct view *view, int row, int column, bool narrow)
{
    if (!symbols[row][column])
        return view_say(view, narrow ? WORDS_VIEW_NOTHING : WORDS_GRID_NOTHING, NULL);
    bool last = row == 2 && column == 2;
    return slice_of(last && view->ascii ? LAST_IN_ASCII : symbols[row][column]);
}

/* "no ENTRY", so that the cells find room. */
static struct slice short_name(struct view *view, int row)
{
    struct slice name = view_say(view, row_names[row], NULL);
    return slice_ends(name, S("POINT")) ? slice_first(name, name.len - 5) : name;
}

static enum form form_of(const struct command_list *list)
{
    return list->words.len ? list->form : FORM_NONE;
}

void view_symbols(struct view *view, struct area area)
{
    const struct answer *answer = &view->session->shown->answer;
    bool narrow = area.cols < 61, known = answer->has_config && !view_hides(view);
    const int at[3] = {narrow ? 14 : 15, narrow ? 23 : 31, narrow ? 39 : 47};
    const struct image_config *config = &answer->config;
    for (int column = 0; column < 3; column++)
        view_put(view, area, 0, at[column], view_say(view, column_names[column], NULL), ROLE_LABEL);
    for (int row = 0; row < 3; row++) {
        view_put(view, area, row + 1, 1, short_name(view, row), ROLE_LABEL);
        for (int column = 0; column < 3; column++) {
            bool here = known && form_of(&config->entrypoint) == (enum form)row &&
                        form_of(&config->cmd) == (enum form)column;
            if (here)
                view_put(view, area, row + 1, at[column] - 2, S(">"), ROLE_CARET);
            view_put(view, area, row + 1, at[column], symbol(view, row, column, narrow),
                     here ? ROLE_TYPED : ROLE_PLAIN);
        }
    }
}

/* ---- Real vectors */

/* A cell: its name, and behind it the words, their letters below. */
static void add_cell(struct view *view, struct report *report, const struct grid_cell *cell,
                     int column, bool here)
{
    enum { NAME = 3, WORDS = 14 };
    struct report names = {.arena = report->arena};
    report_line(&names, REPORT_TEXT, 0);
    report_add(&names, ROLE_LABEL, here ? S(" > ") : S(""));
    report_pad(&names, NAME, 0);
    report_add(&names, ROLE_LABEL, view_say(view, column_names[column], NULL));
    report_pad(&names, WORDS, 1);
    struct buffer name = {.arena = report->arena};
    for (size_t i = 0; i < names.at[0].len; i++)
        buffer_put(&name, names.at[0].at[i].text);
    const struct report_piece label = {buffer_slice(&name), here ? ROLE_CARET : ROLE_LABEL};
    if (cell->argv_len) {
        size_t first = report->len;
        report_words(report, WORDS, cell->argv, cell->argv_len);
        report->at[first].at[0] = label; /* instead of the blanks that set it in */
        return;
    }
    report_line(report, REPORT_TEXT, WORDS);
    report_add(report, label.role, label.text);
    report_add(report, ROLE_FAINT, view_say(view, WORDS_GRID_NOTHING, NULL));
}

void view_forms(struct view *view, struct report *report)
{
    const struct answer *answer = &view->session->shown->answer;
    struct grid grid;
    if (!answer->has_config) {
        report_text(report, ROLE_FAINT, 3, view_say(view, WORDS_VIEW_PAIR_FAILED, NULL));
        return;
    }
    grid_of(view_arena(view), &answer->config, &grid);
    for (int row = 0; row < 3; row++) {
        report_line(report, REPORT_TEXT, 0);
        report_add(report, ROLE_TITLE, view_say(view, row_names[row], NULL));
        for (int column = 0; column < 3; column++)
            add_cell(view, report, &grid.cell[row][column], column,
                     (int)grid.entrypoint == row && (int)grid.cmd == column);
    }
}

void view_grid(struct view *view, struct area area)
{
    struct report report = view_report(view, area.cols);
    view_forms(view, &report);
    report_text(&report, ROLE_FAINT, 3, view_say(view, WORDS_VIEW_GRID_NOTE, NULL));
    view_scrolled(view, PANE_GRID, area, &report, TEXT_RULED);
    frame_cursor(view->frame, area, 0, 0);
}
