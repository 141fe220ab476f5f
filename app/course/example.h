/* The block `example` in a lesson's prose: Dockerfile lines, a line ---, one run line; behind the
 * run line => and an expectation may stand. */
#ifndef APP_COURSE_EXAMPLE_H
#define APP_COURSE_EXAMPLE_H

#include "app/course/check.h"
#include "app/course/markdown.h"

struct example {
    struct slice lines, run;
    bool has_check; /* the run line with its expectation */
    struct check check;
};

/* Reads one; false with a fault when it is none. */
bool example_read(struct arena *arena, struct faults *faults, const struct markdown_block *block,
                  struct example *example);

/* Asks the simulator; a fault where it comes out otherwise, or cannot be told. */
void example_prove(struct arena *arena, struct faults *faults, const struct markdown_block *block);

#endif
