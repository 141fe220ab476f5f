/* Lines that were tried, newest last, with what came of them. In: the session's list. Out: on the
 * page a row a line and below it the result; in the scratchpad the last few. See view_inside.h. */
#include "app/screen/view_inside.h"

#include "app/ground/cluster.h"

/* A line as one row of printable text. */
static struct slice flat(struct report *report, const struct tried *tried)
{
    return report_visible(report, words_flat(report->arena, slice_of(tried->line)));
}

void view_tried_list(struct view *view, struct area area, bool results)
{
    const struct session *session = view->session;
    const struct tried_list *list = &session->tried;
    struct report report = view_report(view, area.cols);
    size_t rows = area.rows > 0 ? (size_t)area.rows : 0;
    size_t first = list->len > rows ? list->len - rows : 0;
    struct slice line = {session->line, session->line_len};
    int behind = area.cols * 45 / 100;
    if (!list->len)
        view_put(view, area, 0, 3, view_say(view, WORDS_LABEL_NONE, NULL), ROLE_FAINT);
    for (size_t i = first; i < list->len; i++) {
        const struct tried *tried = &list->at[i];
        int row = (int)(i - first);
        struct area left = area;
        left.cols = results ? behind - 2 : area.cols;
        if (slice_equal(slice_of(tried->line), line))
            view_put(view, area, row, 1, S(">"), ROLE_CARET);
        view_put(view, left, row, 3, flat(&report, tried), ROLE_PLAIN);
        if (results && !view_hides(view))
            view_put(view, area, row, behind, slice_of(tried->result),
                     tried->failed ? ROLE_BAD : ROLE_FAINT);
    }
}

static void add_tried(struct view *view, struct report *report, const struct tried *tried,
                      bool chosen)
{
    report_line(report, REPORT_TEXT, 5);
    report_add(report, ROLE_CARET, chosen ? S(" >") : S(""));
    report_pad(report, 3, 0);
    report_add(report, ROLE_PROMPT, S("$ "));
    report_add(report, chosen ? ROLE_TYPED : ROLE_PLAIN, flat(report, tried));
    report_line(report, REPORT_TEXT, 7);
    report_pad(report, 7, 7);
    if (tried->failed) {
        report_add(report, ROLE_BAD, view_say(view, WORDS_VIEW_NO, NULL));
        report_pad(report, 0, 2);
    }
    report_add(report, tried->failed ? ROLE_BAD : ROLE_FAINT, slice_of(tried->result));
}

void view_tried(struct view *view, struct area area)
{
    struct session *session = view->session;
    const struct tried_list *list = &session->tried;
    struct slice range = view_range(view, session->row[PANE_TRIED], 1, list->len);
    struct area text = area_rows(area, 1, area.rows - 1);
    struct report report = view_report(view, area.cols);
    int last = area.col + area.cols - 1, half = text.rows / 2 > 0 ? text.rows / 2 : 1;
    size_t top = view_list_top(view, PANE_TRIED, half), chosen = session->row[PANE_TRIED];
    int rows = 0, first = 0, behind = 0;
    size_t seen = 0;
    int starts[VIEW_PARTS + 1];
    struct area nothing = {text.row, text.col, 0, text.cols};
    view_title(view, PANE_TRIED, area.row, area.col, last, view_say(view, WORDS_VIEW_TRIED, NULL),
               range);
    if (!list->len)
        report_text(&report, ROLE_FAINT, 3, view_say(view, WORDS_VIEW_NONE_TRIED, NULL));
    for (size_t i = top; i < list->len && rows < 2 * text.rows && seen < VIEW_PARTS; i++) {
        struct report one = view_report(view, area.cols);
        add_tried(view, &one, &list->at[i], i == chosen);
        add_tried(view, &report, &list->at[i], i == chosen);
        starts[seen++] = rows;
        first = i == chosen ? rows : first;
        rows += view_text(view, nothing, &one, 0, 0);
        behind = i == chosen ? rows : behind;
    }
    starts[seen] = rows;
    int down = behind > text.rows ? behind - text.rows : 0;
    view_text(view, text, &report, down, 0);
    view_part(view, PANE_TRIED, text);
    for (size_t i = 0; i < seen; i++)
        view_item(view, PANE_TRIED, area_rows(text, starts[i] - down, starts[i + 1] - starts[i]),
                  top + i);
    frame_cursor(view->frame, text, first - down, 1);
}
