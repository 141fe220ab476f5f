/* Files for the measures of learn.c: a large pack, much progress, a class. */
#ifndef TESTS_BENCH_LEARN_FILES_H
#define TESTS_BENCH_LEARN_FILES_H

#include "app/course/course.h"
#include "app/course/reply.h"

enum { PACK_LESSONS = 1000, PACK_EXERCISES = 5, PACK_ATTEMPTS = 10000, CLASS_LEARNERS = 300 };

/* Writes DIR/pack, PACK_LESSONS files of 3 to 4 KB, and DIR/state/pairing/progress.db with
 * PACK_ATTEMPTS attempts on all of their exercises. Ends the program when it cannot. */
void pack_make(struct arena *arena, const char *directory);

/* Writes DIR/class/NNN.json, CLASS_LEARNERS files: each learner met every exercise of the course,
 * and answered it as a predicted mistake has it and then right, many in a spelling of their own. */
void class_make(struct arena *arena, const char *directory);

/* What a learner would type who makes a predicted mistake; null: who makes none. */
struct slice answer_text(struct arena *arena, const struct task *task, const struct wrong *wrong);

#endif
