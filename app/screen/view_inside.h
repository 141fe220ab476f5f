/* Inside of the view: what its files share.
 *
 * A painter gets an area and paints into it. Text is laid out as a report first, so that the same
 * lines wrap in the same way everywhere; view_text paints a report. */
#ifndef APP_SCREEN_VIEW_INSIDE_H
#define APP_SCREEN_VIEW_INSIDE_H

#include "app/screen/view.h"

struct view_kept {
    struct arena arena; /* of the text of one painting */
    jmp_buf guard;
    enum pane pane; /* that has the keyboard */

    /* Whether the text is saved, which takes a look at all of it */
    bool dirty, dirty_known;
    uint64_t changes, saved_hash;
    size_t saved_len;
};

static inline struct arena *view_arena(struct view *view)
{
    return &view->kept->arena;
}

/* ---- Pieces (view_text.c) */

struct slice view_say(struct view *view, enum words_id id, const struct words_args *args);

/* An empty report for an area of so many columns. */
struct report view_report(struct view *view, int columns);

/* Text of a role at a row and column of an area; the column behind it. */
int view_put(struct view *view, struct area area, int row, int col, struct slice text,
             enum role role);

/* A title on a line from column `from` to `to`; it is that of a part that may have the keyboard. */
void view_title(struct view *view, enum pane pane, int row, int from, int to, struct slice title,
                struct slice tail);

/* Notes that an area shows a part. */
void view_part(struct view *view, enum pane pane, struct area area);
void view_list(struct view *view, enum pane pane, struct area area, size_t first);
/* All rows of the area belong to one row of a list. */
void view_item(struct view *view, enum pane pane, struct area area, size_t index);

/* How text is painted. */
enum { TEXT_OLD = 1, TEXT_RULED = 2 }; /* all in ROLE_OLD; titles stand on a line across */

/* Paints a report so that its row `top` is the first of the area. In an area without rows nothing
 * is painted, and the result is how many rows the report has. */
int view_text(struct view *view, struct area area, const struct report *report, int top,
              unsigned how);

/* The same for a part that scrolls: top and height of the session are kept in range. */
int view_scrolled(struct view *view, enum pane pane, struct area area, const struct report *report,
                  unsigned how);
void view_scrolled_rows(struct view *view, enum pane pane, struct area area,
                        const struct report *report, unsigned how, int rows);

/* Brings the chosen row of a list into sight; gives the first visible row. */
size_t view_list_top(struct view *view, enum pane pane, int visible);

/* The first row and how many are seen of a part that scrolls and has no rows. */
size_t view_scroll_top(struct view *view, enum pane pane, size_t rows, int visible);

/* "3-9 of 20" for the tail of a title; empty where all is seen. */
struct slice view_range(struct view *view, size_t first, size_t visible, size_t all);

/* A part of an area: rows from `row` on. */
static inline struct area area_rows(struct area area, int row, int rows)
{
    return (struct area){area.row + row, area.col, rows, area.cols};
}

static inline struct area area_inset(struct area area, int left)
{
    return (struct area){area.row, area.col + left, area.rows, area.cols - left};
}

/* ---- The parts of the scratchpad */

void view_scratch(struct view *view, struct area area);

void view_editor(struct view *view, struct area area);
struct slice view_editor_range(struct view *view, int visible);
/* A Dockerfile read-only, with the lines first to last marked; lines from 1, 0 for none. */
void view_excerpt(struct view *view, struct area area, uint32_t first, uint32_t last);

int view_line_rows(struct view *view, int columns, int most);
void view_line(struct view *view, struct area area);
struct slice view_line_title(struct view *view);
struct slice view_line_tail(struct view *view, struct area area);

void view_pair(struct view *view, struct area area);
struct slice view_pair_title(struct view *view);

/* How many rows the result would take in that width. */
int view_result_rows(struct view *view, int columns);
struct slice view_result_title(struct view *view);
/* Paints it; gives how many rows it has, 0 where it is hidden. */
int view_result(struct view *view, struct area area);
bool view_hides(const struct view *view);

void view_notes(struct view *view, struct area area);
struct slice view_notes_tail(struct view *view);

/* Symbols of the nine forms: a row of titles and three rows. And their real vectors. */
enum { SYMBOL_ROWS = 4, SYMBOL_COLUMNS = 53 };
void view_symbols(struct view *view, struct area area);
void view_forms(struct view *view, struct report *report);

/* The steps as sentences, and a list of tried lines. */
void view_steps(struct view *view, struct area area);
void view_add_step(struct report *report, const struct step *step, size_t n, bool chosen,
                   bool with_words);
void view_tried_list(struct view *view, struct area area, bool results);

/* ---- Pages: the area has their titles too. */
void view_grid(struct view *view, struct area area);
void view_merge(struct view *view, struct area area);
void view_explain(struct view *view, struct area area);
void view_examples(struct view *view, struct area area);
void view_tried(struct view *view, struct area area);
void view_compare(struct view *view, struct area area);
void view_share(struct view *view, struct area area);
void view_help(struct view *view, struct area area);
void view_home(struct view *view, struct area area);

/* ---- What lies over them (view_dialog.c) */
void view_footer(struct view *view, struct area row);
void view_dialog(struct view *view, struct area area);

#endif
