/* The verdict. See exercise.h. */
#include "app/course/exercise.h"

void exercise_judge(struct arena *arena, const struct task *task,
                    const struct course_replies *course, const struct work *work,
                    struct verdict *verdict)
{
    struct attempt *attempt = arena_new(arena, struct attempt);
    attempt_make(arena, task, work, attempt);
    size_t len = attempt->results.len;
    *verdict = (struct verdict){
        .passes = attempt_passes(attempt),
        .results = attempt->results.at,
        .visible = task_is_said(task->exercise) ? len : task->visible,
        .score = attempt->score,
        .over_par = attempt->over_par,
    };
    for (size_t i = 0; i < verdict->visible; i++)
        verdict->hold += attempt->results.at[i].holds;
    verdict->len = verdict->visible;
    if (verdict->hold == verdict->visible) {
        size_t failing = verdict->visible;
        while (failing < len && attempt->results.at[failing].holds)
            failing++;
        if (failing < len) {
            attempt->results.at[verdict->visible] = attempt->results.at[failing];
            verdict->len++;
        }
    }
    if (!verdict->passes)
        reply_find(arena, course, attempt, &verdict->reply);
}
