/* The reverse question: run lines that must work in, ENTRYPOINT and CMD out.
 *
 * A wish says what a caller types after the image and which argv that must give; or that an argv
 * must not be possible by words alone. Words behind ENTRYPOINT can only be replaced as a whole, so
 * a wish with words fixes ENTRYPOINT: it is what the wanted argv has in front of the typed words.
 * The wish without words then gives CMD. */
#ifndef SIM_PAIRING_SPLIT_H
#define SIM_PAIRING_SPLIT_H

#include "sim/ground/origin.h"

struct wish {
    struct args words; /* typed after the image; none: the default */
    struct args argv;  /* wanted, or with `never` what nobody may get by typing words */
    bool never;
};

enum wish_verdict {
    WISH_HOLDS,
    WISH_CONTRADICTS,  /* another wish needs another pair: see other */
    WISH_NEEDS_OPTION, /* the argv does not end in the typed words: only --entrypoint can do that */
    WISH_POSSIBLE,     /* a `never` that a caller can type all the same */
};

struct wish_result {
    enum wish_verdict verdict;
    size_t other;       /* index of the wish that it contradicts */
    struct args needed; /* the ENTRYPOINT that this wish alone would need */
};

/* Why a word went where it went. */
enum split_why {
    SPLIT_IN_EVERY,  /* ENTRYPOINT: every wanted argv has it in front of what is typed */
    SPLIT_PROGRAM,   /* ENTRYPOINT: nothing said otherwise, and it is the program */
    SPLIT_GUARDS,    /* ENTRYPOINT: without it a `never` would be possible */
    SPLIT_GIVES_WAY, /* CMD: some caller leaves it out */
    SPLIT_DEFAULT,   /* CMD: only the default has it */
};

struct split {
    struct args entrypoint, cmd;
    enum split_why *why;         /* one a word of ENTRYPOINT, then of CMD */
    struct wish_result *results; /* one a wish */
    bool all_hold;
};

void split_find(struct arena *arena, const struct wish *wishes, size_t len, struct split *split);

#endif
