/* A presentation on a terminal: the loop of `pairing present`. */
#ifndef APP_SCREEN_PRESENT_H
#define APP_SCREEN_PRESENT_H

#include "app/course/course.h"
#include "app/screen/term.h"

struct present_setup {
    struct course *course;
    bool named;    /* begins with a lesson, else with the list */
    size_t lesson; /* its index, SIZE_MAX: start.md */
    bool ascii;
    bool plain; /* no colour */
    enum background background;
};

/* Shows slides until one leaves. TERM_OPENED, or why no screen could be opened; TERM_NO_MEMORY
 * also when memory ran out later. The guards of the course's arenas are set back. */
enum term_failure present_run(const struct present_setup *setup);

#endif
