/* Who can change what: the words that run in three zones, and below them what callers type. In: the
 * shown answer. Out: rows. See view_inside.h. */
#include "app/screen/view_panels.h"

#include "app/ground/report_callers.h"

enum { SIDE_BY_SIDE = 72 };

/* The zones side by side, or one below the other where that would be too narrow. */
static void add_zones(struct view *view, struct panels *panels, int columns,
                      const struct report_view *facts, const struct report_callers *found)
{
    bool wide = columns >= SIDE_BY_SIDE;
    struct panel *panel = NULL;
    for (int zone = 0; zone < ZONE_COUNT; zone++) {
        if (!zone || !wide)
            panel = panels_add(view, panels, true);
        struct panel_cell *cell = &panel->cell[wide ? zone : 0];
        panel->len = wide ? ZONE_COUNT : 1;
        cell->report = view_report(view, panel_columns(columns, panel->len, true));
        cell->title = report_zone_title(&cell->report, (enum zone)zone);
        report_zone(&cell->report, facts, found, (enum zone)zone);
    }
}

void view_surface(struct view *view, struct area area)
{
    const struct report_view facts = evaluation_view(view->session->shown);
    int columns = panel_columns(area.cols, 1, false);
    struct report report = view_report(view, columns);
    struct panels panels = {.at = NULL};
    struct report_callers found;
    if (view_hides(view) || !report_callers_find(&report, &facts, &found)) {
        view_no_image(view, PANE_SURFACE, area, WORDS_TITLE_SURFACE);
        return;
    }
    struct panel *now = panels_add(view, &panels, false);
    now->cell[0].title = view_say(view, WORDS_TITLE_SURFACE, NULL);
    report_callers_now(&report, &facts, &found);
    now->cell[0].report = report;
    add_zones(view, &panels, area.cols, &facts, &found);
    for (size_t i = 0; i < found.len; i++) {
        struct panel_cell *cell = &panels_add(view, &panels, false)->cell[0];
        cell->report = view_report(view, columns);
        cell->title = report_caller_title(&cell->report, &found.at[i]);
        cell->tail = report_caller_cost(&cell->report, &found.at[i]);
        report_caller(&cell->report, &found.at[i]);
    }
    struct report basis = view_report(view, columns);
    report_line(&basis, REPORT_TEXT, 0);
    report_basis(&basis, &facts);
    if (basis.len > 1)
        panels_add(view, &panels, false)->cell[0].report = basis;
    panels_paint(view, PANE_SURFACE, area, &panels);
}
