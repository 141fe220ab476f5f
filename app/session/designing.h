/* Design in the session: wished run lines, being typed, and the pair that gives them.
 *
 *     wishes (a text) ─▶ design (course/design.h) ─▶ proposal ─▶ take: the Dockerfile's lines
 *
 * The wishes have an editor of their own, with its own undo, and stay while the session is open.
 * After each change they are read anew; where one is half typed the last good proposal stays and is
 * old. In an exercise of kind design nothing is proposed before it passed, or its answer was shown:
 * the learner's own lines are tried on every wish instead. */
#ifndef APP_SESSION_DESIGNING_H
#define APP_SESSION_DESIGNING_H

#include "app/course/design.h"
#include "app/session/session.h"

/* The most bytes of wishes: DESIGN_WISHES_MAX long lines. */
enum { WISHES_MAX_BYTES = 256 << 10 };

/* What the wishes gave once. Its texts are copies in its arena. */
struct proposal {
    struct arena arena;
    struct design design;
};

struct designing {
    struct editor wishes;

    struct proposal proposals[2];
    const struct proposal *shown; /* the last good one; null: none yet */
    bool old;                     /* the wishes as they stand cannot be read: */
    struct design_fault fault;    /* why; its texts in the arena of the one that is not shown */
    bool fault_placed;            /* and where, in bytes of the wishes' text */
    size_t fault_from, fault_to;

    /* The session's own */
    jmp_buf guard;
    size_t lines;       /* lines of the text that shown is of */
    const void *filled; /* the exercise that the wishes are of; null: the scratchpad */
    uint32_t variant;   /* of it */
};

/* Whether a pane is one of the page's two parts. */
static inline bool pane_is_design(enum pane pane)
{
    return pane == PANE_DESIGN || pane == PANE_PROPOSAL;
}

/* Whether what is shown is the learner's own pair, tried, and not a proposal. */
bool designing_tries(const struct session *session);

/* The wish that begins in a line, from 1, of what is shown; null for none, and where lines came or
 * went since. *number: from 1. */
const struct design_wish *designing_wish(const struct session *session, uint32_t line,
                                         size_t *number);

#endif
