/* The pages of `pairing explain RULE`: what a rule is about, why it matters, and two examples.
 *
 * The examples are data, so that a test runs them: the bad one must raise the rule, the good one
 * must not. */
#ifndef APP_GROUND_PAGES_H
#define APP_GROUND_PAGES_H

#include "sim/sim.h"

/* A Dockerfile, and a typed line or none. A null line asks for the image alone. */
struct page_example {
    const char *dockerfile;
    const char *line;
    const char *argv; /* what runs, as a JSON array; null: not told, or nothing runs */
};

/* `what` and `why` are lines of at most 76 columns with '\n' between them. A page of the merge has
 * a bad example only where a mistake goes with it: its good one takes the step, the bad one is the
 * mistake. An example without a Dockerfile is left out. */
struct page {
    enum rule rule;
    const char *what, *why;
    struct page_example bad, good;
};

/* The page of a rule; null when it has none. */
const struct page *page_of(enum rule rule);

#endif
