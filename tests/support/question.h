/* Questions for tests that ask the simulator itself: memory, a host, a whole question of two texts.
 */
#ifndef TESTS_SUPPORT_QUESTION_H
#define TESTS_SUPPORT_QUESTION_H

#include "sim/sim.h"

/* Memory from malloc that counts, and fails where it is told to. */
struct counted {
    size_t takes;   /* calls of take so far */
    size_t fail_at; /* the take with this number gets nothing; 0: none fails */
    size_t in_use;  /* blocks that were taken and not given back */
};

struct memory counted_memory(struct counted *counted);

/* The recorded cases' shell with a few files. */
struct host test_host(void);

/* A question of a Dockerfile and a typed line; without a line len is 0. It points to the texts that
 * it is given room for, and to host. Warnings and notes are wanted. */
struct texts {
    struct text dockerfile, line;
};

struct question test_question(struct texts *texts, const struct host *host, struct slice dockerfile,
                              struct slice line);

/* The first place in an answer that does not lie in its text: what it is of. Null when all do. */
const char *misplaced(const struct answer *answer);

#endif
