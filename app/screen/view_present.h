/* A presentation as it is painted: a slide in the middle of the screen, the list of lessons, the
 * keys. It knows no terminal.
 *
 * The block of a slide stands where its largest step needs it, so that nothing jumps while the
 * steps are shown. What does not fit is paged through. */
#ifndef APP_SCREEN_VIEW_PRESENT_H
#define APP_SCREEN_VIEW_PRESENT_H

#include "app/course/course.h"
#include "app/course/slides.h"
#include "app/screen/frame.h"
#include "app/screen/present_keys.h"

/* What the terminal is to do. */
enum present_effect { PRESENT_NO_EFFECT, PRESENT_DO_REDRAW, PRESENT_DO_SUSPEND };

struct present {
    struct course *course;
    struct arena held;    /* the slides of the open lesson */
    struct arena scratch; /* of one painting */
    enum present_page page;
    bool has_lesson;
    size_t lesson; /* its index, SIZE_MAX: start.md */
    struct slides slides;
    size_t slide;
    unsigned step, wrong; /* wrong: a predicted mistake that is shown, from 1 on */
    uint32_t round;       /* which values */
    int scroll;           /* rows that were paged on, of a step or of the keys */
    size_t row;           /* of the list */
    bool blank;
    unsigned number; /* that is being typed, 0: none */
    char message[160];
    int rows, cols; /* of the screen */
    int below;      /* the answer of present_below */
    bool leave;
    enum present_effect effect;
};

/* Paints all of it into a frame of present->rows and cols; the frame is cleared first. */
void present_paint(struct present *present, struct frame *frame);

/* How many rows of the page at hand stand below what is seen. */
int present_below(struct present *present, struct frame *frame);

/* Rows that a page is moved by. */
int present_page_rows(const struct present *present);

/* Rows of the list: start.md, where there is one, and the lessons. */
size_t present_list_len(const struct present *present);
size_t present_list_lesson(const struct present *present, size_t row);
size_t present_list_row(const struct present *present, size_t lesson);

#endif
