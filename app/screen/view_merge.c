/* The merge, a frame a step, and the steps as sentences. In: the steps that the plan wrote down, so
 * nothing else can be said than the simulator did. Out: rows. See view_inside.h.
 *
 * All frames up to the step at hand stand one below the other. */
#include "app/screen/view_inside.h"

void view_merge(struct view *view, struct area area)
{
    const struct session *session = view->session;
    const struct step_list *steps = &session->shown->answer.plan.steps;
    struct report report = view_report(view, area.cols);
    struct area nothing = {area.row, area.col, 0, area.cols};
    int last_row = 0;
    if (!steps->len)
        report_text(&report, ROLE_FAINT, 3, view_say(view, WORDS_VIEW_NO_STEPS, NULL));
    for (size_t i = 0; i < steps->len && i <= session->step; i++) {
        last_row = view_text(view, nothing, &report, 0, TEXT_RULED);
        report_merge_frame(&report, &session->shown->answer, i);
    }
    int rows = view_text(view, nothing, &report, 0, TEXT_RULED);
    int top = rows > area.rows ? rows - area.rows : 0;
    top = top > last_row ? last_row : top; /* a frame larger than the screen: from its start on */
    view_text(view, area, &report, top, TEXT_RULED);
    view_part(view, PANE_MERGE, area);
    frame_cursor(view->frame, area, last_row - top, 0);
}

/* ---- Sentences */

void view_steps(struct view *view, struct area area)
{
    const struct step_list *steps = &view->session->shown->answer.plan.steps;
    struct report report = view_report(view, area.cols);
    if (view_hides(view) || !steps->len)
        report_text(
            &report, ROLE_FAINT, 3,
            view_say(view, view_hides(view) ? WORDS_VIEW_HIDDEN : WORDS_VIEW_NO_STEPS, NULL));
    bool with_words = area.rows >= 2 * (int)steps->len;
    for (size_t i = 0; i < steps->len && !view_hides(view); i++)
        view_add_step(&report, &steps->at[i], i, false, with_words);
    view_text(view, area, &report, 0, view->session->stale ? TEXT_OLD : 0);
}
