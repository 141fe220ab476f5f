/* What is said to an answer that fails: the first that fits.
 *
 *     wrong NAME when    its facts hold
 *     wrong NAME         it fails as the example fails
 *     replies.md         a finding of ours that the model answer does not have; then a failure
 *     a belief           under which the answer would be right
 *     explain            how the words differ; the step of the merge that decided, or Docker's
 *                        message
 *
 * A run line that asks for no container has its own reply, behind those of `wrong`.
 *
 * What is said of a given image (predict, origin, sort) has no findings of its own. */
#ifndef APP_COURSE_REPLY_H
#define APP_COURSE_REPLY_H

#include "app/course/attempt.h"
#include "app/course/lesson.h"

enum reply_from {
    REPLY_NONE,
    REPLY_WHEN,
    REPLY_WRONG,
    REPLY_COURSE,
    REPLY_BELIEF,
    REPLY_EXPLAIN,
    REPLY_PAR, /* it works, and there is a shorter one; text is empty */
};

struct reply {
    enum reply_from from;
    struct slice name;                 /* of the wrong, the rule, the failure or the belief */
    enum rule rule;                    /* of COURSE and EXPLAIN, else RULE_COUNT */
    enum belief beliefs[BELIEF_COUNT]; /* of BELIEF: all that fit; text is of the first */
    size_t beliefs_len;
    struct markdown text;
    size_t about; /* one more than the line or thing asked that it speaks of; 0: of none alone */
};

/* Finds the reply to an attempt that does not pass. course may be null. */
void reply_find(struct arena *arena, const struct course_replies *course,
                const struct attempt *attempt, struct reply *reply);

/* An example of a predicted mistake as the learner would give it: said texts for the lines that it
 * does not mention are right. */
void wrong_work(struct arena *arena, const struct task *task, const struct wrong *wrong,
                struct work *work);

/* Whether all facts of a `wrong NAME when` hold for what a learner made. */
bool wrong_facts_hold(struct arena *arena, const struct wrong *wrong, const struct scene *scene);

#endif
