/* What differs between two lists of words. For the two sides of a comparison: argvs, lines of
 * Dockerfiles, words of run lines. Pure: memory is the caller's arena. */
#ifndef APP_SESSION_COMPARE_H
#define APP_SESSION_COMPARE_H

#include "sim/sim.h"

/* Words, and for each whether the other side lacks it at that place. */
struct compared {
    struct slice *at;
    bool *differs;
    size_t len;
};

/* The pieces of a text between bytes of a kind: its lines ('\n'), or its words (' ', runs of it and
 * of TAB count as one; line ends end words too). */
struct compared compare_split(struct arena *arena, struct slice text, char by);

/* The words of an argv. */
struct compared compare_argv(struct arena *arena, const struct plan_word *argv, size_t len);

/* Marks what differs, keeping as many words in common as can be. Where both middles are very long
 * they differ as a whole. */
void compare_mark(struct arena *arena, struct compared *left, struct compared *right);

#endif
