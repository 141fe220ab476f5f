/* What learners did, for tests of what is shown of it. */
#ifndef TESTS_SUPPORT_LEARNER_H
#define TESTS_SUPPORT_LEARNER_H

#include "app/course/walk.h"

enum learner {
    LEARNER_NEW,    /* nothing */
    LEARNER_MIDWAY, /* two lessons held, one solved, three exercises due, at work on 4/2 */
    LEARNER_CORE,   /* the core held, nothing else done */
    LEARNER_DONE,   /* all held, nothing comes back */
};

/* Adds it to the store of a walk, which has none yet. */
void learner_add(struct walk *walk, enum learner learner, int64_t now);

#endif
