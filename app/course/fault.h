/* What is wrong with a lesson file, each with its place: the author's errors and warnings.
 *
 * Reading and checking never stop at the first one. The sentences stand in app/ground/words, in the
 * rows LESSON_…: what is wrong, and what to do. */
#ifndef APP_COURSE_FAULT_H
#define APP_COURSE_FAULT_H

#include "app/ground/words.h"
#include "sim/sim.h"

struct fault {
    struct slice file;
    uint32_t line; /* 0: the whole file */
    bool warning;  /* said, but the pack is not refused for it */
    enum words_id id;
    struct slice word, text; /* word: what it names first */
};

/* Starts as {.arena = …}; in file is where what is added comes from, in variant the values of the
 * variant, where it is not the first one. At most FAULTS_MAX are kept, all are counted. */
enum { FAULTS_MAX = 1000 };

struct faults {
    struct arena *arena;
    struct slice file, variant;
    struct fault *at;
    size_t len, cap;
    size_t errors, warnings;
};

/* Adds one; the same one of the same line is added once, as variants repeat it. args may be null.
 */
void fault_add(struct faults *faults, uint32_t line, enum words_id id,
               const struct words_args *args);
void fault_warn(struct faults *faults, uint32_t line, enum words_id id,
                const struct words_args *args);

/* The usual ones: with a word, and with a second one. */
void fault_word(struct faults *faults, uint32_t line, enum words_id id, struct slice word,
                struct slice other);

/* Whether a list of len lines is full; then a fault on that line. */
bool fault_if_full(struct faults *faults, uint32_t line, size_t len, size_t most);

/* All of them in the order of files as given and lines, "FILE:LINE: TEXT" each. */
void faults_put(struct buffer *out, const struct faults *faults);

#endif
