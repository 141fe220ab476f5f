/* An exercise in one of its variants: values in place of {{NAME}}s, every part read.
 *
 * This is what a learner meets, and what an answer is judged by. It lives in the arena that it was
 * made in, and points to the lesson that it was made from. */
#ifndef APP_COURSE_TASK_H
#define APP_COURSE_TASK_H

#include "app/course/check.h"
#include "app/course/parts.h"
#include "app/course/scene.h"
#include "app/course/sorting.h"

/* A line with its number in the file: a run line that is asked, an answer (several lines). */
struct task_text {
    struct slice text;
    uint32_t line;
};

struct task_texts {
    struct task_text *at;
    size_t len, cap;
};

/* "RUN => […]", "RUN => EER", "ITEM => CLASS": what a predicted mistake says. */
struct claim {
    struct slice asked, said;
    bool nothing; /* nothing starts */
    struct args argv;
    uint32_t line;
};

struct claims {
    struct claim *at;
    size_t len, cap;
};

struct wrong {
    struct slice name;
    uint32_t line;
    bool when;
    struct slice text;      /* an example: what a learner would have written */
    struct checks facts;    /* with `when` */
    struct claims claims;   /* of predict, origin and sort */
    struct slice signature; /* how the example fails, where it was worked out (attempt.h) */
    struct markdown reply;
};

struct wrongs {
    struct wrong *at;
    size_t len, cap;
};

struct task {
    const struct exercise *exercise;
    uint32_t variant;
    struct slice title;
    struct markdown prose, solved, hints[3];
    struct slice given, start;
    struct scene_images images;
    struct task_texts asks, answers;
    struct items items;
    struct checks checks; /* the visible ones, then the hidden ones */
    size_t visible;
    struct wrongs wrongs;
};

/* How many variants an exercise has, at most TASK_VARIANTS_MAX. */
enum { TASK_VARIANTS_MAX = 1 << 20 };
uint32_t task_variants(const struct exercise *exercise);

/* The variant for a learner: the same one every time, another one for each round of review. */
uint32_t task_variant_of(const struct exercise *exercise, struct slice learner, uint32_t round);

/* The values of a variant, "HOST=localhost": for messages. */
struct slice task_variant_name(struct arena *arena, const struct exercise *exercise,
                               uint32_t variant);

/* Makes a task of a usable exercise. Faults of its parts are appended. */
void task_make(struct arena *arena, struct faults *faults, const struct exercise *exercise,
               uint32_t variant, struct task *task);

/* Whether the learner types the run line, not Dockerfile lines. */
bool task_asks_line(const struct exercise *exercise);

/* How many lines stand in front of the learner's: those are numbered behind them, everywhere. */
uint32_t task_lines_before(struct arena *arena, const struct task *task, struct slice lines);

/* The scene of a learner's text: lines behind the given ones, or the run line. */
void task_scene(struct arena *arena, const struct task *task, struct slice text,
                struct scene *scene);

/* The image that a run line asks about as a Dockerfile by itself, with the learner's lines where it
 * is theirs: see scene_alone. */
struct slice task_alone(struct arena *arena, const struct task *task, struct slice lines,
                        struct slice run);

#endif
