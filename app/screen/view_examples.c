/* The classic pairs, to load. In: the table of examples. Out: a list of titles, and below it, or
 * beside it, the chosen one: why, its Dockerfile, its line. See view_inside.h. */
#include "app/screen/view_inside.h"

static void put_list(struct view *view, struct area area)
{
    const struct session *session = view->session;
    size_t top = view_list_top(view, PANE_EXAMPLES, area.rows);
    for (int row = 0; row < area.rows && top + (size_t)row < examples_len; row++) {
        size_t n = top + (size_t)row;
        bool chosen = n == session->row[PANE_EXAMPLES];
        if (chosen) {
            view_put(view, area, row, 1, S(">"), ROLE_CARET);
            frame_cursor(view->frame, area, row, 1);
        }
        view_put(view, area, row, 3, examples[n].title, chosen ? ROLE_TYPED : ROLE_PLAIN);
    }
    view_list(view, PANE_EXAMPLES, area, top);
}

static void put_chosen(struct view *view, struct area area)
{
    size_t n = view->session->row[PANE_EXAMPLES];
    if (n >= examples_len)
        return;
    const struct example *example = &examples[n];
    struct area text = area_inset(area, 3);
    struct report report = view_report(view, text.cols);
    if (area.cols < 60)
        report_text(&report, ROLE_LABEL, 0, example->title);
    report_text(&report, ROLE_PLAIN, 0, example->why);
    report_gap(&report);
    report_text(&report, ROLE_TYPED, 2, example->dockerfile);
    report_gap(&report);
    report_line(&report, REPORT_TEXT, 4);
    report_add(&report, ROLE_PROMPT, S("$ "));
    report_add(&report, ROLE_TYPED, example->line);
    view_text(view, text, &report, 0, 0);
}

void view_examples(struct view *view, struct area area)
{
    const struct session *session = view->session;
    size_t n = session->row[PANE_EXAMPLES];
    struct slice title = view_say(view, WORDS_VIEW_EXAMPLES, NULL);
    struct slice chosen = n < examples_len ? examples[n].title : S("");
    struct slice range = view_range(view, n, 1, examples_len);
    int last = area.col + area.cols - 1;
    if (area.cols >= 110) {
        int half = area.col + 54;
        frame_across(view->frame, area.row, area.col, last);
        frame_down(view->frame, half, area.row, area.row + area.rows - 1);
        view_title(view, PANE_EXAMPLES, area.row, area.col, half - 1, title, range);
        view_title(view, PANE_COUNT, area.row, half + 1, last, chosen, S(""));
        put_list(view, (struct area){area.row + 1, area.col, area.rows - 1, half - area.col});
        put_chosen(view, (struct area){area.row + 1, half + 1, area.rows - 1, last - half});
        return;
    }
    int below = area.rows > 12 ? 10 : area.rows > 7 ? area.rows - 6 : 0;
    view_title(view, PANE_EXAMPLES, area.row, area.col, last, title, range);
    put_list(view, area_rows(area, 1, area.rows - 1 - (below ? below + 1 : 0)));
    if (below) {
        view_title(view, PANE_COUNT, area.row + area.rows - 1 - below, area.col, last, chosen,
                   S(""));
        put_chosen(view, area_rows(area, area.rows - below, below));
    }
}
