/* The frame: a screen as it should look, cells of styled text. Views paint it, term shows it, tests
 * dump it as text. It knows no terminal.
 *
 * Painting never fails and never leaves the frame: what is outside is cut off. A character of two
 * columns is never split: where only half of it would fit, or half of it is painted over, blanks
 * stand. What must not reach a terminal (cluster.h) is painted as its escape in ROLE_ESCAPE, so no
 * cell ever holds a control character. Lines between panes are cells like others; where two meet,
 * the junction is found from the arms of both. */
#ifndef APP_SCREEN_FRAME_H
#define APP_SCREEN_FRAME_H

#include "app/ground/role.h"
#include "sim/sim.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* How a cell looks beside its role. */
enum {
    LOOK_BOLD = 1,
    LOOK_UNDERLINE = 2,
    LOOK_REVERSE = 4,
    LOOK_DIM = 8,
    LOOK_ALL = 15,
    CELL_WIDE = 16,  /* the left half of a character of two columns */
    CELL_RIGHT = 32, /* its right half; rune is 0 */
};

/* What text is painted with. */
struct pen {
    enum role role;
    uint8_t look; /* LOOK_ bits */
};

struct cell {
    uint32_t rune;
    uint16_t marks; /* 0, or one more than the index of its marks in frame.marks */
    uint8_t role;
    uint8_t look; /* LOOK_ and CELL_ bits */
};

enum { CELL_MARKS = 4 };

/* Marks that combine with a rune, 0 where there are no more. Beyond four they are not shown. */
struct marks {
    uint32_t rune[CELL_MARKS];
};

struct frame {
    struct cell *cells; /* row by row */
    int rows, cols;
    size_t cells_cap;
    struct marks *marks;
    size_t marks_len, marks_cap;
    int cursor_row, cursor_col;
    bool cursor_shown;
    bool ascii; /* lines between panes are shown with - | + */
};

/* A rectangle of a frame. rows or cols may be 0 or less: nothing is painted there. */
struct area {
    int row, col, rows, cols;
};

/* A frame starts as all zeros. Gives it a size and clears it; false without memory, the frame then
 * has no cells and everything painted is cut off. */
bool frame_resize(struct frame *frame, int rows, int cols);
void frame_free(struct frame *frame);

/* All cells blank and plain, no cursor. */
void frame_clear(struct frame *frame);

/* The whole frame as an area. */
struct area frame_area(const struct frame *frame);

/* Paints one row of text at row and col of the area, cut off at its borders; col may be negative:
 * then the text has been scrolled to the left. TABs go to stops counted from the text's start. The
 * result is the column behind the text, as if nothing had been cut off. */
int frame_put(struct frame *frame, struct area area, int row, int col, struct slice text,
              struct pen pen);

/* Where running text goes on: several pieces with their own pens, wrapped between words. */
struct flow {
    struct area area;
    int row, col; /* where the next piece starts, within the area */
    int indent;   /* column at which a row after the first starts */
};

/* Paints text into the area from flow's place on: broken at blanks, a word longer than a row where
 * the row ends, and at '\n'. Rows below the area are counted but not painted, so that flow->row + 1
 * tells how many rows all of it needs. */
void frame_flow(struct frame *frame, struct flow *flow, struct slice text, struct pen pen);

/* Fills an area with blanks of a pen, or changes the look of what stands there. */
void frame_fill(struct frame *frame, struct area area, struct pen pen);
void frame_look(struct frame *frame, struct area area, uint8_t look);

/* A line from one cell to another, both included. Where it meets another line they are joined. */
void frame_across(struct frame *frame, int row, int from_col, int to_col);
void frame_down(struct frame *frame, int col, int from_row, int to_row);

/* A title on a line: two columns of line, a blank, the text, a blank; where `tail` is not empty it
 * stands the same way at the right end. The title is cut first. from and to are columns. */
void frame_title(struct frame *frame, int row, int from, int to, struct slice title,
                 struct slice tail, struct pen pen);

/* Shows the cursor at a place of an area; outside of the area it is hidden. */
void frame_cursor(struct frame *frame, struct area area, int row, int col);

/* The rune that a cell shows, after the choice of ASCII for lines. */
uint32_t frame_rune(const struct frame *frame, const struct cell *cell);

/* Whether two cells of two frames look the same. */
bool cell_equal(const struct frame *a, const struct cell *x, const struct frame *b,
                const struct cell *y);

enum { DUMP_ROLES = 1, DUMP_CURSOR = 2 };

/* The frame as text, a line a row, without blanks at the end of rows. DUMP_ROLES puts under each
 * row that is not plain a line of the letters of roles (role.h) behind "~"; DUMP_CURSOR ends with a
 * line "cursor ROW COL". NUL-terminated, to be freed; null without memory. */
char *frame_dump(const struct frame *frame, unsigned what, size_t *len);

#endif
