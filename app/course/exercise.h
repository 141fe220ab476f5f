/* A task and a learner's answer become a verdict. */
#ifndef APP_COURSE_EXERCISE_H
#define APP_COURSE_EXERCISE_H

#include "app/course/reply.h"

/* What is shown: the visible checks (or each line asked), and the first hidden one that fails when
 * the visible ones hold. Lives in the arena. */
struct verdict {
    bool passes;
    const struct result *results;
    size_t len;
    size_t visible;     /* of them; len is one more when a hidden one is shown */
    size_t hold;        /* how many of the visible ones hold */
    struct reply reply; /* when it does not pass */
    uint32_t score;     /* of golf */
    bool over_par;
};

void exercise_judge(struct arena *arena, const struct task *task,
                    const struct course_replies *course, const struct work *work,
                    struct verdict *verdict);

#endif
