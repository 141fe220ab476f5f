/* Where a word comes from: a text and a range of its bytes.
 *
 * Line and column are made from this only when something is printed. */
#ifndef SIM_GROUND_ORIGIN_H
#define SIM_GROUND_ORIGIN_H

#include "sim/ground/arena.h"
#include "sim/ground/slice.h"

#include <stdint.h>

/* The kinds of text a question is made of. */
enum source {
    SOURCE_DEFAULT,    /* stands in no text: Docker's own default */
    SOURCE_DOCKERFILE, /* the Dockerfile */
    SOURCE_LINE,       /* the typed line */
    SOURCE_BASE,       /* the metadata of an image; name is the image */
    SOURCE_FILE,       /* a file that an option names, an env file; name is its path */
};

struct text {
    enum source source;
    struct slice name;      /* of a Dockerfile or file its path, of an image its reference */
    struct slice bytes;     /* empty for SOURCE_DEFAULT and SOURCE_BASE */
    uint32_t implied_lines; /* lines in front that nobody wrote: messages count behind them */
};

/* Bytes from .from up to but not including .to. */
struct span {
    uint32_t from, to;
};

/* text is null where the origin is unknown or does not matter. */
struct origin {
    const struct text *text;
    struct span span;
};

/* A line and column as people count them, from 1; columns count bytes of UTF-8 runes once. */
struct position {
    uint32_t line, column;
};

/* The position of a byte offset in bytes; an offset behind the end is taken as the end. */
struct position position_of(struct slice bytes, uint32_t offset);

/* A word and where it stands. */
struct arg {
    struct slice text;
    struct origin origin;
};

/* A list of words. Docker tells three things apart that look alike: a list that was never set, a
 * list that was set and is empty, and a list of one empty word. */
struct args {
    bool set;
    struct arg *at;
    size_t len, cap;
};

/* Appends a word and marks the list as set. */
static inline void args_add(struct arena *arena, struct args *args, struct slice text,
                            struct origin origin)
{
    args->set = true;
    *list_add(arena, args) = (struct arg){text, origin};
}

/* Whether two lists hold the same words; unset equals empty. */
bool args_equal(const struct args *a, const struct args *b);

#endif
