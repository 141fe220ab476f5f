/* The situation as text for others: a command, and a block. In: what the session wrote when the
 * page was opened. Out: both, set in by nothing, so that they can be selected as they are. See
 * view_inside.h. */
#include "app/screen/view_inside.h"

static void add_text(struct view *view, struct report *report, enum words_id title,
                     const char *text)
{
    report_line(report, REPORT_TEXT, 0);
    report_add(report, ROLE_TITLE, view_say(view, title, NULL));
    report_text(report, ROLE_PLAIN, 0, slice_of(text));
}

void view_share(struct view *view, struct area area)
{
    const struct session *session = view->session;
    struct report report = view_report(view, area.cols);
    add_text(view, &report, WORDS_VIEW_SHARE_LINE, session->shared_command);
    report_gap(&report);
    add_text(view, &report, WORDS_VIEW_SHARE_BLOCK, session->shared_block);
    report_gap(&report);
    report_line(&report, REPORT_TEXT, 1);
    report_pad(&report, 1, 1);
    report_add(&report, ROLE_FAINT,
               words_flat(report.arena, view_say(view, WORDS_VIEW_SHARE_HOW, NULL)));
    frame_cursor(view->frame, area, 0, 0);
    view_scrolled(view, PANE_SHARE, area, &report, TEXT_RULED);
}
