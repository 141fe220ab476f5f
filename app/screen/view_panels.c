/* Panels one below the other, with titles on lines, some of them boxes. See view_panels.h. In:
 * reports. Out: rows of an area, as far as they are in sight. */
#include "app/screen/view_panels.h"

#include "app/ground/cluster.h"

struct panel *panels_add(struct view *view, struct panels *panels, bool boxed)
{
    struct panel *panel = list_add(view_arena(view), panels);
    *panel = (struct panel){.len = 1, .boxed = boxed};
    return panel;
}

/* The columns from the left border of a cell to the right one, both included. Neighbours share
 * theirs. */
static struct area cell_area(struct area area, const struct panel *panel, int i)
{
    int inner = area.cols - 1, cells = panel->len > 0 ? panel->len : 1;
    int from = inner * i / cells, to = inner * (i + 1) / cells;
    return (struct area){area.row, area.col + from, area.rows, to - from + 1};
}

int panel_columns(int columns, int cells, bool boxed)
{
    int inner = (columns - 1) / cells - 1; /* between two borders */
    inner = boxed ? inner - 2 * BOX_INSET + 2 : columns - PANEL_INSET;
    return inner > 1 ? inner : 1;
}

/* ---- Heights */

/* Moves a tail that finds no place on the line into the text. */
static void settle_tail(struct view *view, struct panel_cell *cell, int columns)
{
    unsigned needed = text_columns(cell->title) + text_columns(cell->tail) + 10;
    if (!cell->tail.len || needed <= (unsigned)columns)
        return;
    struct report text = cell->report;
    cell->report.len = cell->report.cap = 0;
    cell->report.at = NULL;
    report_line(&cell->report, REPORT_TEXT, 0);
    report_add(&cell->report, ROLE_FAINT, cell->tail);
    for (size_t i = 0; i < text.len; i++)
        *list_add(view_arena(view), &cell->report) = text.at[i];
    cell->tail = S("");
}

static struct area text_area(struct area cell, bool boxed)
{
    struct area text = area_inset(cell, boxed ? BOX_INSET : PANEL_INSET);
    text.cols -= boxed ? BOX_INSET : 0;
    return text;
}

/* How many rows of text a panel has. */
static int measure(struct view *view, struct area area, struct panel *panel)
{
    int rows = 0;
    for (int i = 0; i < panel->len; i++) {
        struct panel_cell *cell = &panel->cell[i];
        struct area at = cell_area(area, panel, i), text = text_area(at, panel->boxed);
        settle_tail(view, cell, at.cols);
        text.rows = 0;
        cell->rows = view_text(view, text, &cell->report, 0, 0);
        rows = cell->rows > rows ? cell->rows : rows;
    }
    return rows;
}

/* ---- Painting: y is a row of the area, below 0 where it has been scrolled away */

static bool in_sight(struct area area, int y)
{
    return y >= 0 && y < area.rows;
}

static void put_rule(struct view *view, struct area area, int y)
{
    if (in_sight(area, y))
        frame_across(view->frame, area.row + y, area.col, area.col + area.cols - 1);
}

static void put_titles(struct view *view, struct area area, const struct panel *panel, int y)
{
    for (int i = 0; i < panel->len && in_sight(area, y); i++) {
        struct area at = cell_area(area, panel, i);
        frame_title(view->frame, area.row + y, at.col, at.col + at.cols - 1, panel->cell[i].title,
                    panel->cell[i].tail, (struct pen){ROLE_TITLE, 0});
    }
}

/* The lines at the sides of the cells, from the line above the text to the one below it. Where they
 * go on out of sight they reach a row beyond it, so that what is seen is joined right. */
static void put_sides(struct view *view, struct area area, const struct panel *panel, int y,
                      int rows)
{
    int from = y < -1 ? -1 : y, to = y + rows + 1 < area.rows ? y + rows + 1 : area.rows;
    for (int i = 0; i < panel->len && from <= to; i++) {
        struct area at = cell_area(area, panel, i);
        frame_down(view->frame, at.col, area.row + from, area.row + to);
        if (i + 1 == panel->len)
            frame_down(view->frame, at.col + at.cols - 1, area.row + from, area.row + to);
    }
}

static void put_texts(struct view *view, struct area area, const struct panel *panel, int y)
{
    for (int i = 0; i < panel->len; i++) {
        struct area text = text_area(cell_area(area, panel, i), panel->boxed);
        int first = y + 1 < 0 ? 0 : y + 1, top = first - y - 1;
        int rows = panel->cell[i].rows - top;
        text = area_rows(text, first, rows < area.rows - first ? rows : area.rows - first);
        if (text.rows > 0)
            view_text(view, text, &panel->cell[i].report, top, 0);
    }
}

/* Whether a panel has a line above it: only text that goes on below a box or a text has none. */
static bool has_rule(const struct panel *panel)
{
    return panel->boxed || panel->cell[0].title.len;
}

/* Whether a box has a line of its own below it: it shares that of a box that follows. */
static bool closes_below(const struct panels *panels, size_t i)
{
    return panels->at[i].boxed && (i + 1 == panels->len || !panels->at[i + 1].boxed);
}

void panels_paint(struct view *view, enum pane pane, struct area area, struct panels *panels)
{
    int *rows = arena_array(view_arena(view), int, panels->len + 1), all = 0;
    for (size_t i = 0; i < panels->len; i++) {
        bool closes = closes_below(panels, i);
        rows[i] = measure(view, area, &panels->at[i]);
        all += rows[i] + has_rule(&panels->at[i]) + closes;
    }
    size_t top = view_scroll_top(view, pane, (size_t)all, area.rows);
    int y = -(int)top;
    view->range = view_range(view, top, area.rows > 0 ? (size_t)area.rows : 0, (size_t)all);
    for (size_t i = 0; i < panels->len; i++) {
        const struct panel *panel = &panels->at[i];
        bool closes = closes_below(panels, i);
        int above = has_rule(panel) ? y : y - 1; /* where its line is, or would be */
        if (has_rule(panel))
            put_rule(view, area, above);
        if (closes)
            put_rule(view, area, above + rows[i] + 1);
        if (panel->boxed)
            put_sides(view, area, panel, above, rows[i]);
        put_titles(view, area, panel, above);
        put_texts(view, area, panel, above);
        y = above + rows[i] + 1 + closes;
    }
    /* header and footer are painted later; where there are none these rows are outside */
    frame_fill(view->frame, area_rows(area, -1, 1), (struct pen){ROLE_PLAIN, 0});
    frame_fill(view->frame, area_rows(area, area.rows, 1), (struct pen){ROLE_PLAIN, 0});
    view_part(view, pane, area);
    frame_cursor(view->frame, area, 0, 0);
}
