/* Where something stands, as people count: file, line, column.
 *
 * The simulator hands out byte offsets. They are turned into lines and columns here, when something
 * is printed; a text is read once for that, however many places are asked for. */
#ifndef APP_GROUND_PLACE_H
#define APP_GROUND_PLACE_H

#include "sim/sim.h"

/* Lines and columns count from 1, columns in characters; the end is the first character that does
 * not belong to it. line is 0 where a place has none (a base image, a default). */
struct place {
    enum source source;
    struct slice name; /* the file or image; empty where there is none */
    uint32_t line, column, end_line, end_column;
};

struct place_text;

/* All texts of one answer. Starts as {.arena = …}. A Dockerfile can have lines that came from
 * somewhere else: those behind line `own_lines` are counted anew under the name `added_name`, and
 * with `implied` the own ones stand for a base image that nobody wrote down. */
struct places {
    struct arena *arena;
    struct {
        struct place_text *at;
        size_t len, cap;
    } texts;
    bool has_added, implied;
    uint32_t own_lines;
    struct slice added_name;
};

struct place place_of(struct places *places, struct origin origin);

/* The place of a whole line of a Dockerfile, by its number there. */
struct place place_of_line(struct places *places, const struct text *dockerfile, uint32_t line);

/* The bytes of a line without its end, by its number in the text; empty when there is none. */
struct slice place_line_bytes(struct places *places, const struct text *text, uint32_t line);

#endif
