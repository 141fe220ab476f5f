/* Texts that are lines, and what stands in a line: words and numbers. */
#ifndef APP_COURSE_ROWS_H
#define APP_COURSE_ROWS_H

#include "sim/sim.h"

/* Lines of a text, one by one, trimmed, with their numbers; a backslash at an end joins the next
 * line. Starts as {text, number of its first line}. Blank lines are left out. */
struct line_walk {
    struct slice rest;
    uint32_t next;
};
bool walk_line(struct arena *arena, struct line_walk *walk, struct slice *text, uint32_t *line);

/* Takes the next word off s, up to a blank; empty at the end. */
struct slice next_word(struct slice *s);

/* A number of at most six digits; false for anything else. */
bool number_of(struct slice text, uint32_t *number);

/* s without blanks at both ends. */
struct slice trimmed(struct slice s);

#endif
