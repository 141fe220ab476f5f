/* Inside of the view: what its files share.
 *
 * A painter gets an area and paints into it. Text is laid out as a report first, so that the same
 * lines wrap in the same way everywhere; view_text paints a report. */
#ifndef APP_SCREEN_VIEW_INSIDE_H
#define APP_SCREEN_VIEW_INSIDE_H

#include "app/course/page.h"
#include "app/screen/frame_report.h"
#include "app/screen/keymap.h"
#include "app/screen/view.h"
#include "app/session/learning.h"

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

/* Whose keys count. */
static inline unsigned view_desk(const struct view *view)
{
    return view_desk_of(view->session);
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

/* Paints a report, as frame_report does. */
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

/* The same for a list of blocks, each from its row in starts to the next; so that all of the chosen
 * one is seen, or its beginning. Gives the first visible row. */
int view_block_top(struct view *view, enum pane pane, const int *starts, size_t len, size_t chosen,
                   int visible);

/* The tail of a title, or nothing where that would cut the title. */
struct slice view_tail(struct slice title, struct slice tail, int columns);

/* "3-9 of 20" for the tail of a title; empty where all is seen. */
struct slice view_range(struct view *view, size_t first, size_t visible, size_t all);

/* ---- Numbers, and what is made of them (view_number.c) */

/* Digits; and a sentence about so many, its word and number. */
struct slice view_number(struct view *view, size_t n);
struct slice view_count(struct view *view, enum words_id id, size_t n);

/* When something comes back ("tomorrow"), and how long something took ("4 min"). */
struct slice view_when(struct view *view, int64_t due, int64_t now);
struct slice view_took(struct view *view, int64_t seconds);

/* Text that has to fit into one row of so many columns: of a longer one the beginning, and dots. */
struct slice view_cut(struct view *view, struct slice text, int columns);

/* The role that the state of an exercise is shown in. */
enum role view_state_role(enum record_state state);

/* The exercises of a lesson, with their states as home knows them; `here` is marked, SIZE_MAX:
 * none. */
void view_contents(struct view *view, struct area area, size_t lesson, size_t here);

/* A part of an area: rows from `row` on. */
static inline struct area area_rows(struct area area, int row, int rows)
{
    return (struct area){area.row + row, area.col, rows, area.cols};
}

/* The same, only what of it lies in the area. */
static inline struct area area_clip(struct area area, int row, int rows)
{
    int from = row > 0 ? row : 0, to = row + rows < area.rows ? row + rows : area.rows;
    return area_rows(area, from, to > from ? to - from : 0);
}

static inline struct area area_inset(struct area area, int left)
{
    return (struct area){area.row, area.col + left, area.rows, area.cols - left};
}

/* ---- The parts of the scratchpad */

void view_scratch(struct view *view, struct area area);

void view_editor(struct view *view, struct area area);
struct slice view_editor_range(struct view *view, struct area area);
/* How many rows its lines take, those that an exercise gives among them. */
int view_editor_rows(const struct view *view, int columns);
/* A Dockerfile read-only, with the lines first to last marked; lines from 1, 0 for none. */
void view_excerpt(struct view *view, struct area area, uint32_t first, uint32_t last);
/* The lines of an origin, as view_excerpt counts them; false when it is not in the Dockerfile. */
bool view_lines_of(struct view *view, struct origin origin, uint32_t *first, uint32_t *last);
/* Appends a line of a Dockerfile, in the colours of its syntax. */
void view_add_line(struct report *report, struct slice text);
/* The image that an exercise gives, to be read: its lines wrap. And the rows it would take. */
void view_image(struct view *view, struct area area);
int view_image_rows(struct view *view, int columns);

int view_line_rows(struct view *view, int columns, int most);
void view_line(struct view *view, struct area area);
struct slice view_line_title(struct view *view);
struct slice view_line_tail(struct view *view, struct area area);

void view_pair(struct view *view, struct area area);
struct slice view_pair_title(struct view *view);
int view_pair_rows(struct view *view, int columns, bool compact);

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

/* ---- The parts of an exercise */

/* What is asked, with answers being typed below each: predictions, origins, things to sort. */
void view_said(struct view *view, struct area area);
int view_said_rows(struct view *view, int columns);
struct slice view_said_title(struct view *view, int columns);
/* How many are said or right, and which rows are seen when those are not all; what has room beside
 * the title. */
struct slice view_said_tail(struct view *view, struct area area, struct slice title);
/* "How sure are you?", while that is asked. */
void view_sure(struct view *view, struct area area);

/* The checks, and beside or below them what is said to them; the area has their titles too. */
void view_checks(struct view *view, struct area area);
/* The rows they would take, without the title of the first. */
int view_checks_rows(struct view *view, int columns);
struct slice view_checks_title(struct view *view);

/* The images of an exercise with several, or one of many lines, in the whole width; whether it is
 * one of those, which then stand there and not in the task. */
bool view_has_images(const struct view *view);
int view_images_rows(struct view *view, int columns);
void view_images(struct view *view, struct area area);

/* What is wanted. */
int view_task_rows(struct view *view, int columns);
void view_task(struct view *view, struct area area);

/* How pages of lessons are laid out on the screen. */
static inline struct page_view view_page(struct report *report)
{
    return (struct page_view){.report = report, .screen = true};
}

/* ---- Pages: the area has their titles too. */
void view_exercise(struct view *view, struct area area);
void view_start(struct view *view, struct area area);
void view_lesson(struct view *view, struct area area);
void view_end(struct view *view, struct area area);
/* The name of a page, for the first row; VIEW_PAD: the workspace itself. */
enum words_id view_page_name(enum pane page);
/* The first row of the course's pages, between its ends. */
void view_course_head(struct view *view, struct area row);
void view_grid(struct view *view, struct area area);
void view_merge(struct view *view, struct area area);
void view_explain(struct view *view, struct area area);
void view_examples(struct view *view, struct area area);
void view_tried(struct view *view, struct area area);
void view_compare(struct view *view, struct area area);
void view_share(struct view *view, struct area area);
void view_tower(struct view *view, struct area area);
void view_surface(struct view *view, struct area area);
/* The page of a picture of the image where there is none, or it is hidden: says why. */
void view_no_image(struct view *view, enum pane pane, struct area area, enum words_id title);
void view_design(struct view *view, struct area area);
void view_help(struct view *view, struct area area);
void view_home(struct view *view, struct area area);
void view_lessons(struct view *view, struct area area); /* home of the course */
void view_search(struct view *view, struct area area);
void view_progress(struct view *view, struct area area);
void view_rule(struct view *view, struct area area);

/* ---- What lies over them (view_dialog.c) */
void view_footer(struct view *view, struct area row);
void view_dialog(struct view *view, struct area area);

#endif
