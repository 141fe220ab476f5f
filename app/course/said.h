/* What somebody says will run, read: words, as one would type them into a shell or as they are
 * shown, or a JSON array. Nothing is expanded: who says $PORT means that. */
#ifndef APP_COURSE_SAID_H
#define APP_COURSE_SAID_H

#include "sim/sim.h"

#include <stdbool.h>

enum said {
    SAID_WORDS,
    SAID_NOTHING,  /* "nothing starts" */
    SAID_EMPTY,    /* not a word */
    SAID_OPEN,     /* a quote is not closed */
    SAID_NOT_JSON, /* it begins as an array, and is none */
};

/* Reads it; words are filled for SAID_WORDS, and for the rest as far as they could be read. They
 * live in the arena. */
enum said said_read(struct arena *arena, struct slice text, struct args *words);

/* Whether it can be taken for an answer. */
static inline bool said_is_answer(enum said said)
{
    return said == SAID_WORDS || said == SAID_NOTHING;
}

#endif
