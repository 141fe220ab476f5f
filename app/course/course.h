/* The course as a learner goes through it: the lessons of the program and those of a directory, in
 * order. Titles are read at once, a lesson when it is opened. */
#ifndef APP_COURSE_COURSE_H
#define APP_COURSE_COURSE_H

#include "app/course/outline.h"
#include "app/course/pack.h"

struct course_lesson {
    struct outline outline;
    const struct shelf_file *file;
    const struct lesson *read; /* null until course_read */
};

/* An exercise: which lesson, SIZE_MAX for start.md, and which exercise of it. */
struct course_place {
    size_t lesson, exercise;
};

struct course {
    struct arena *arena, *scratch;
    struct faults faults;
    struct shelf shelf;
    struct course_lesson *at; /* numbered lessons; the position is the index and one more */
    size_t len, cap;
    struct course_lesson start; /* start.md; its file is null where there is none */
    struct names slugs, ids;    /* to indices of lessons, and of places */
    struct {
        struct course_place *at;
        size_t len, cap;
    } places;
    struct course_apart *apart; /* what course_apart_place found; null until it was asked */
    bool has_replies;
    struct course_replies replies;
};

/* Opens the course. directory may be empty; a lesson of it takes the place of one that has its
 * slug. Everything lives in arena; scratch is reset. False when the directory cannot be read: then
 * faults tells it, and the program's own lessons are there. */
bool course_open(struct arena *arena, struct arena *scratch, struct slice directory,
                 struct course *course);

/* Reads a lesson, once. scratch is reset. */
const struct lesson *course_read(struct course *course, struct course_lesson *lesson);

/* The replies of replies.md, read once. scratch is reset. */
const struct course_replies *course_replies(struct course *course);

struct course_lesson *course_lesson(struct course *course, struct course_place place);

/* The place of an exercise by its id. */
bool course_find(struct course *course, struct slice id, struct course_place *place);

/* The index of a lesson by its position, its slug, or how the slug begins; SIZE_MAX: none. */
size_t course_named(const struct course *course, struct slice word);

/* A lesson or an exercise as it is typed: 4, the-pairing, 4/2, 4/serve, pairing/serve. Without an
 * exercise place->exercise is SIZE_MAX. */
bool course_place(struct course *course, struct slice text, struct course_place *place);

/* The first question of predict that tells two beliefs apart: its place, false when there is none.
 * The first calls read lessons up to it; of a pair that was asked for it is known. scratch is
 * reset. */
bool course_apart_place(struct course *course, enum belief a, enum belief b,
                        struct course_place *place);

#endif
