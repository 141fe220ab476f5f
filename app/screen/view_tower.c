/* The image, built up: a tower of boxes, the base at the bottom and the image that runs at the top.
 * In: the shown answer's image. Out: rows. See view_inside.h.
 *
 * What stands in a floor is read downwards, as in the Dockerfile; floors stand on one another. */
#include "app/screen/view_panels.h"

#include "app/ground/report_tower.h"

/* Why there is no picture. */
static void put_none(struct view *view, enum pane pane, struct area area, enum words_id title,
                     enum words_id id)
{
    struct panels panels = {.at = NULL};
    struct panel *panel = panels_add(view, &panels, false);
    panel->cell[0].title = view_say(view, title, NULL);
    panel->cell[0].report = view_report(view, panel_columns(area.cols, 1, false));
    report_text(&panel->cell[0].report, ROLE_FAINT, 0, view_say(view, id, NULL));
    panels_paint(view, pane, area, &panels);
}

void view_no_image(struct view *view, enum pane pane, struct area area, enum words_id title)
{
    enum words_id id = view_hides(view) ? WORDS_VIEW_HIDDEN
                       : view->session->shown->answer.failure.stage == STAGE_BUILD
                           ? WORDS_VIEW_PAIR_FAILED
                           : WORDS_VIEW_PAIR_UNKNOWN;
    put_none(view, pane, area, title, id);
}

void view_tower(struct view *view, struct area area)
{
    const struct report_view facts = evaluation_view(view->session->shown);
    struct report report = view_report(view, panel_columns(area.cols, 1, false));
    struct panels panels = {.at = NULL};
    struct report_tower found;
    if (view_hides(view) || !report_tower_find(&report, &facts, &found)) {
        view_no_image(view, PANE_TOWER, area, WORDS_VIEW_TOWER_TITLE);
        return;
    }
    struct panel *top = panels_add(view, &panels, false);
    top->cell[0].title = view_say(view, WORDS_VIEW_TOWER_TITLE, NULL);
    top->cell[0].tail = report_tower_force(&report, &facts);
    report_tower_top(&report, &facts, &found);
    top->cell[0].report = report;
    for (size_t i = found.tower.len; i-- > 0;) {
        struct panel_cell *cell = &panels_add(view, &panels, true)->cell[0];
        cell->report = view_report(view, panel_columns(area.cols, 1, true));
        cell->title = report_floor_title(&cell->report, &facts, &found, i);
        cell->tail = report_floor_tail(&cell->report, &facts, &found, i);
        report_floor(&cell->report, &facts, &found, i);
    }
    if (found.tower.others.len) {
        struct panel_cell *cell = &panels_add(view, &panels, false)->cell[0];
        cell->report = view_report(view, panel_columns(area.cols, 1, false));
        report_tower_others(&cell->report, &facts, &found);
    }
    panels_paint(view, PANE_TOWER, area, &panels);
}
