/* A learner's answer tried on everything that an exercise asks, and how it came out. */
#ifndef APP_COURSE_ATTEMPT_H
#define APP_COURSE_ATTEMPT_H

#include "app/course/task.h"

/* What a learner gives: Dockerfile lines or the run line; or, where something is to be said
 * (predict, origin, sort), one text for each line that is asked, in order. */
struct work {
    struct slice text;
    const struct slice *said;
    size_t said_len;
};

struct attempt {
    const struct task *task;
    struct work work;
    struct scene scene;     /* of text */
    struct results results; /* the checks, visible and hidden; or what is asked, line by line */
    bool holds;             /* all of them */
    uint32_t score;         /* of golf: words or characters */
    bool over_par;
    uint64_t rules[(RULE_COUNT + 63) / 64]; /* findings of ours, on any of the lines asked */
    struct slice signature; /* how it fails: two answers with the same one fail alike */
};

/* Tries an answer. The attempt must not be moved. */
void attempt_make(struct arena *arena, const struct task *task, const struct work *work,
                  struct attempt *attempt);

/* Works out the signatures of a task's examples once, for many answers. The task must live in this
 * arena. */
void task_sign(struct arena *arena, struct task *task);

static inline bool attempt_passes(const struct attempt *attempt)
{
    return attempt->holds && !attempt->over_par;
}

static inline bool attempt_has_rule(const struct attempt *attempt, enum rule rule)
{
    return attempt->rules[rule / 64] >> (rule % 64) & 1;
}

/* Whether the exercise is answered by saying something. */
bool task_is_said(const struct exercise *exercise);

/* The answer of the simulator to a line that is asked (predict, origin). */
const struct answer *task_ask(struct arena *arena, const struct task *task, struct slice run);

#endif
