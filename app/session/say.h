/* What the session says of itself: sentences as ids with values, so that they can be translated in
 * one place. Values are made printable and cut. */
#ifndef APP_SESSION_SAY_H
#define APP_SESSION_SAY_H

#include "sim/sim.h"

#include <stddef.h>

/* Values that a sentence names stand behind its id; why is a reason of the system's. */
enum say_id {
    SAY_NO_MEMORY,
    SAY_TEXT_FULL,
    SAY_LINE_FULL,
    /* files */
    SAY_OPENED,     /* file, number of lines */
    SAY_SAVED,      /* file, number of lines */
    SAY_NEW_FILE,   /* file */
    SAY_NOT_OPENED, /* file, why */
    SAY_NOT_SAVED,  /* file, why */
    /* questions */
    SAY_ASK_OPEN,
    SAY_ASK_OPEN_KEPT, /* and there is text without a file to be brought back */
    SAY_ASK_SAVE_AS,
    SAY_ASK_LINE,
    SAY_ASK_OVERWRITE, /* file: it changed on disk */
    SAY_ASK_REPLACE,   /* file: another one of that name exists */
    SAY_ASK_DISCARD,   /* file: this text's, or empty; so below */
    SAY_ASK_QUIT,
    SAY_ASK_QUIT_KEPT,
    SAY_ASK_LOAD,
    SAY_NO_NAME,
    SAY_NO_NUMBER,
    /* what is kept */
    SAY_RESTORED,       /* file, or empty */
    SAY_PUT_BY,         /* file, or empty: text of another start that is kept on */
    SAY_NOT_KEPT,       /* file, or empty; why */
    SAY_TRIED_NOT_KEPT, /* file, why */
    /* the rest */
    SAY_NOTHING_TO_UNDO,
    SAY_NOTHING_TO_REDO,
    SAY_NOT_FOUND, /* file: the pattern */
    SAY_NO_STEPS,
    SAY_COMPARE_BEGUN,
    SAY_COMPARE_ENDED,
    SAY_SHARED_LINE,
    SAY_SHARED_BLOCK,
    SAY_ASK_WRITE,
    SAY_WRITTEN,     /* file */
    SAY_LOADED,      /* file */
    SAY_NOT_WRITTEN, /* file, why */
    SAY_NO_BLOCK,
    SAY_BLOCK_NEWER, /* file: its version */
    SAY_BLOCK_BAD,   /* number: the line of the block */
    SAY_PREDICT_ON,
    SAY_PREDICT_OFF,
    SAY_PREDICT_NO_LINE,
    SAY_PREDICT_EMPTY,
    SAY_PREDICT_NOT_JSON,
    SAY_PREDICT_OPEN,
    SAY_AS_SHELL_FORM, /* file: the instruction */
    SAY_AS_FAILURE,    /* why: the message */
    SAY_AS_UNKNOWN,
    /* the course */
    SAY_CHECK_PASSES,
    SAY_CHECK_FAILS,
    SAY_CHECK_SAID,
    SAY_NOTHING_TO_CHECK,
    SAY_PREDICT_HOW,
    SAY_ORIGIN_HOW,
    SAY_SORT_HOW,
    SAY_HINT_MORE,
    SAY_HINT_COUNTS,
    SAY_SHOWN,
    SAY_NOT_SHOWN,
    SAY_NO_FURTHER,
    SAY_REVIEWED,
    SAY_THROUGH,
    SAY_NOTHING_THERE,
    SAY_UNUSABLE,
    SAY_LOCKED,
    SAY_NO_SKIP,
    SAY_NOT_DUE,
    SAY_NO_PRACTICE,
    SAY_BEGIN, /* number: of the lesson that the first start chose */
    SAY_ASK_GIVEN,     /* file: this text's, or empty */
    SAY_ASK_RESET_ONE, /* file: the exercise's title */
    SAY_ASK_RESET_ALL,
    SAY_RESET_WHICH,
    SAY_RESET_NOTHING,
    SAY_RESET, /* number of events */
    SAY_RESET_FAILED,
    SAY_RESET_UNDONE, /* number of events */
    SAY_NO_RESET,
    /* design */
    SAY_DESIGN_TAKEN,
    SAY_DESIGN_SAME,
    SAY_DESIGN_OLD, /* number: the line that is no wish yet */
    SAY_DESIGN_NONE,
    SAY_DESIGN_OWN,
    SAY_DESIGN_KIND,
    SAY_COUNT,
};

struct say_args {
    struct slice file, why;
    uint64_t number;
};

/* Writes the sentence into out, with a NUL behind it; what does not fit goes, whole clusters of it.
 * Returns its length. args may be null where nothing is named. */
size_t say(char *out, size_t size, enum say_id id, const struct say_args *args);

/* A text made printable, on one line, in the same way. */
size_t say_printable(char *out, size_t size, struct slice text);

#endif
