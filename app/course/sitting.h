/* One exercise being worked on: the task in its variant, what the learner has, and what is kept of
 * it. The same for line mode and the screen. */
#ifndef APP_COURSE_SITTING_H
#define APP_COURSE_SITTING_H

#include "app/course/course.h"
#include "app/course/exercise.h"
#include "app/course/store.h"

enum { SITTING_TEXT = 64 << 10 };

struct sitting {
    struct course *course;
    struct store *store;
    struct arena *arena; /* of the task and the verdict; reset with every answer */
    struct slice learner;
    const struct exercise *exercise;
    struct task task;
    struct record record;
    int64_t since; /* when the exercise was opened, or answered last */
    bool passed;   /* in this sitting */
    bool has_verdict;
    struct verdict verdict;
    bool is_torn; /* the last prediction that was missed fits these two beliefs */
    enum belief torn[2];
    size_t text_len;
    char text[SITTING_TEXT]; /* the last answer; several lines */
};

/* Starts as {.course, .store, .arena, .learner}. Opens an exercise, which must be usable; the last
 * answer that is kept becomes the text where the variant is the same. */
void sitting_open(struct sitting *sitting, const struct exercise *exercise, int64_t now);

/* What the learner has: the last answer. */
static inline struct slice sitting_text(const struct sitting *sitting)
{
    return (struct slice){sitting->text, sitting->text_len};
}

/* Tries an answer, Dockerfile lines, a run line, or a line for each thing that is asked, and keeps
 * it; false when it is too long. sure: see record.h. The verdict lives until the next one. */
bool sitting_answer(struct sitting *sitting, struct slice text, uint32_t sure, int64_t now);

/* Tries the last answer again, for its verdict; nothing is kept. */
void sitting_repeat(struct sitting *sitting);

/* The next hint, from 1 on, the last one again and again; *number tells which. */
const struct markdown *sitting_hint(struct sitting *sitting, int64_t now, unsigned *number);

/* Notes that the model answer is shown. */
void sitting_show(struct sitting *sitting, int64_t now);

/* The right answer as the learner would type it: of predict, origin and sort a line for each thing
 * that is asked. */
struct slice sitting_model(struct sitting *sitting);

#endif
