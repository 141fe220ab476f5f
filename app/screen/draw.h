/* From a frame to what a terminal has to be sent: the difference to what it shows.
 *
 * What changed is written in an order that costs few bytes: all that looks alike is written
 * together, since changing the look takes more bytes than moving. It knows no terminal; the orders
 * that the terminal understands are given. */
#ifndef APP_SCREEN_DRAW_H
#define APP_SCREEN_DRAW_H

#include "app/screen/frame.h"
#include "app/screen/theme.h"

enum { DRAW_ORDER = 32, DRAW_LOOKS = 16 };

/* The terminal's orders, as it takes them: without parameters and delays. "" where it has none. */
struct draw_orders {
    char off[DRAW_ORDER];                       /* everything back to plain, also the colour */
    char look[4][DRAW_ORDER];                   /* for each LOOK_ bit in turn */
    char colour[ROLE_COUNT][DRAW_ORDER];        /* of a role */
    char no_wrap[DRAW_ORDER], wrap[DRAW_ORDER]; /* whether the last column leads to the next row */
    uint8_t not_coloured; /* LOOK_ bits that cannot be shown together with a colour */
    bool never_wraps;     /* … since it never does */
    bool erases;          /* ESC [ number X makes blanks, and the cursor stays */
    bool moves_plainly;   /* the look is to be off when the cursor moves */
    /* The cursor to a row and column, from 0. Null: ESC [ row ; column H. */
    void (*move)(int row, int col, char out[DRAW_ORDER]);
};

struct draw_run;

/* Starts as all zeros with orders set. */
struct draw {
    struct draw_orders orders;
    uint8_t looks[ROLE_COUNT],
        slots[ROLE_COUNT]; /* of the theme: roles of one colour share a slot */

    char *bytes; /* what is to be sent, of the last drawing */
    size_t len;

    /* Its own */
    size_t cap;
    struct draw_run *runs;
    size_t runs_len, runs_cap;
    int row, col; /* where the terminal's cursor is; row -1: not known */
    int cols;     /* of the terminal */
    unsigned style;
    bool failed;
};

/* How roles look from now on; orders.colour is set for it. */
void draw_theme(struct draw *draw, const struct theme *theme);

/* What turns a terminal of rows and columns that shows `shown` (null: blanks) into one that shows
 * frame, with its cursor. false without memory, then there are no bytes. */
bool draw_frame(struct draw *draw, const struct frame *frame, const struct frame *shown, int rows,
                int cols);

void draw_free(struct draw *draw);

#endif
