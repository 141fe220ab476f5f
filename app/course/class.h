/* A class: what several learners' progress files tell, exercise by exercise.
 *
 * Each answer is run again by the simulator, so that a state is what the answers are worth; which
 * hints were taken, whether the answer was looked at, and how long it took is only claimed. */
#ifndef APP_COURSE_CLASS_H
#define APP_COURSE_CLASS_H

#include "app/course/course.h"
#include "app/course/record.h"

struct class_learner {
    struct slice name; /* of the file, without directories and .json */
    struct deeds deeds;
    struct record *records;     /* for each exercise, by its index */
    bool beliefs[BELIEF_COUNT]; /* met */
    uint32_t unborne;           /* answers that are said to pass, and do not */
    uint32_t foreign;           /* events of exercises that this course does not have */
};

struct class_exercise {
    struct slice id, title;
    struct course_place place;
    size_t of[RECORD_HELD + 1]; /* learners in each state */
};

struct class
{
    struct arena *arena;
    struct course *course;
    struct class_exercise *at;
    size_t len, cap;
    struct names index; /* ids to indices */
    struct class_learner *learners;
    size_t learners_len, learners_cap;
};

/* Begins one with the exercises of a course. */
void class_open(struct arena *arena, struct course *course, struct class *class);

/* Adds a learner; deeds live in the arena. */
void class_add(struct class *class, struct slice name, const struct deeds *deeds);

/* Runs all answers again and fills records and counts. scratch is reset again and again. */
void class_rerun(struct class *class, struct arena *scratch);

/* Whether somebody worked on an exercise, answered three times or more, and has not passed. */
bool class_is_stuck(const struct record *record);

#endif
