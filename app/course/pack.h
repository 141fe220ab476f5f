/* A pack: the lessons of a directory, or of the program, with their replies; and the author's check
 * of it. */
#ifndef APP_COURSE_PACK_H
#define APP_COURSE_PACK_H

#include "app/course/lesson.h"
#include "app/course/shelf.h"

/* A README.md: its table tells the mistakes of the lessons beside it. */
struct guide {
    struct slice directory, text;
};

struct guides {
    struct guide *at;
    size_t len, cap;
};

struct pack {
    struct lesson **at; /* in the order of the files; numbered ones, start.md, plans */
    size_t len, cap;
    struct course_replies replies;
    struct guides guides;
    struct names elsewhere; /* ids of other packs, which plans may name */
};

/* Reads the files of a shelf into a pack. Faults are those of the files' form. */
void pack_read(struct arena *arena, struct arena *scratch, struct faults *faults,
               const struct shelf *shelf, struct pack *pack);

struct pack_count {
    size_t files, exercises, variants;
};

/* Proves everything that the format promises. scratch is reset again and again. only: the name of
 * the one file to prove, empty for all. predictions may be null; it lives in the held arena. */
void pack_check(struct arena *held, struct arena *scratch, struct faults *faults,
                const struct pack *pack, struct slice only, struct buffer *predictions,
                struct pack_count *count);

/* Whether two beliefs differ on a question of predict, for a learner whose prediction fits both;
 * *ask is then the number of the first line asked on which they do. scratch is reset. */
bool exercise_apart(struct arena *scratch, const struct exercise *exercise, enum belief a,
                    enum belief b, size_t *ask);

/* The exercise of that id, null when there is none. */
const struct exercise *pack_exercise(const struct pack *pack, struct slice id);

#endif
