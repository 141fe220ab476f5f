/* Panels one below the other: pages that are pictures. A panel has a title on a line and text below
 * it; it may be a box, and boxes that follow one another share a line, so that they stand on each
 * other. */
#ifndef APP_SCREEN_VIEW_PANELS_H
#define APP_SCREEN_VIEW_PANELS_H

#include "app/screen/view_inside.h"

enum { PANEL_CELLS = 3, PANEL_INSET = 3, BOX_INSET = 2 };

/* Side by side in a panel. A tail that does not fit on the line is the first row of the text. */
struct panel_cell {
    struct slice title, tail;
    struct report report;
    int rows; /* filled by panels_paint */
};

struct panel {
    struct panel_cell cell[PANEL_CELLS];
    int len; /* cells, at least one */
    bool boxed;
};

struct panels {
    struct panel *at;
    size_t len, cap;
};

/* Appends an empty panel. */
struct panel *panels_add(struct view *view, struct panels *panels, bool boxed);

/* The columns of text in a cell of a panel of so many cells, for an area of so many columns. */
int panel_columns(int columns, int cells, bool boxed);

/* Paints them as a part that scrolls. */
void panels_paint(struct view *view, enum pane pane, struct area area, struct panels *panels);

#endif
