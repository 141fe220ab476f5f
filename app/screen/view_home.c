/* The first screen without a course: what one can do here, a row each. In: the chosen row. Out:
 * rows. That of the course is view_lessons.c. See view_inside.h. */
#include "app/screen/view_inside.h"

static const struct {
    struct slice key;
    enum words_id name, what;
} rows[HOME_ROWS] = {
    [HOME_SCRATCHPAD] = {S_INIT("^G s"), WORDS_VIEW_PAD, WORDS_VIEW_HOME_PAD},
    [HOME_EXAMPLES] = {S_INIT(""), WORDS_VIEW_EXAMPLES_PAGE, WORDS_VIEW_HOME_EXAMPLES},
    [HOME_OPEN] = {S_INIT("^G o"), WORDS_VIEW_OPEN, WORDS_VIEW_HOME_OPEN},
    [HOME_HELP] = {S_INIT("?"), WORDS_VIEW_HELP, WORDS_VIEW_HOME_HELP},
};

static void add_row(struct view *view, struct report *report, int row, bool chosen)
{
    bool narrow = report->columns < 60;
    report_line(report, REPORT_TEXT, 22);
    report_add(report, ROLE_CARET, chosen ? S(" >") : S(""));
    report_pad(report, 3, 1);
    report_add(report, ROLE_KEY, chosen ? view_say(view, WORDS_VIEW_ENTER, NULL) : rows[row].key);
    report_pad(report, 10, 1);
    report_add(report, chosen ? ROLE_TYPED : ROLE_PLAIN, view_say(view, rows[row].name, NULL));
    if (narrow && chosen) {
        report_text(report, ROLE_PLAIN, 10, view_say(view, rows[row].what, NULL));
    } else if (!narrow) {
        report_pad(report, 22, 2);
        report_add(report, ROLE_PLAIN, view_say(view, rows[row].what, NULL));
    }
}

void view_home(struct view *view, struct area area)
{
    if (view->session->learning) {
        view_lessons(view, area);
        return;
    }
    size_t chosen = view->session->row[PANE_HOME];
    bool roomy = area.rows >= 12;
    frame_across(view->frame, area.row, area.col, area.col + area.cols - 1);
    struct area text = area_rows(area, roomy ? 2 : 1, area.rows - (roomy ? 2 : 1));
    int row = 0, at = 0, all = 0;
    struct area nothing = {0, 0, 0, text.cols};
    struct report report = view_report(view, text.cols);
    int starts[HOME_ROWS];
    for (int i = 0; i < HOME_ROWS; i++) {
        starts[i] = all;
        at = (size_t)i == chosen ? all : at;
        add_row(view, &report, i, (size_t)i == chosen);
        if (roomy && i + 1 < HOME_ROWS)
            report_line(&report, REPORT_TEXT, 0);
        all = view_text(view, nothing, &report, 0, 0);
    }
    row = all > text.rows && at > text.rows / 2 ? at - text.rows / 2 : 0;
    view_text(view, text, &report, row, 0);
    view_list_top(view, PANE_HOME, HOME_ROWS);
    view_part(view, PANE_HOME, area);
    for (int i = 0; i < HOME_ROWS; i++)
        view_item(view, PANE_HOME, area_rows(text, starts[i] - row, 1), (size_t)i);
    frame_cursor(view->frame, text, at - row, 1);
    if (all + 5 <= text.rows) {
        struct report about = view_report(view, text.cols);
        report_text(&about, ROLE_FAINT, 3, view_say(view, WORDS_VIEW_ABOUT, NULL));
        view_text(view, area_rows(text, all + 2, text.rows - all - 2), &about, 0, 0);
    }
}
