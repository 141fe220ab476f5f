/* What a home screen shows of a lesson: titles, ids, kinds. Read without Markdown, and fences are
 * jumped over, so that a thousand lessons cost a few milliseconds; lesson.h reads a lesson when it
 * is opened. */
#ifndef APP_COURSE_OUTLINE_H
#define APP_COURSE_OUTLINE_H

#include "app/course/lesson.h"

struct outline_exercise {
    struct slice title, id;
    size_t at; /* where its heading's line begins in the file */
    enum exercise_kind kind;
    bool core;
};

struct outline {
    struct slice file, slug, title;
    enum lesson_role role;
    unsigned number;
    struct outline_exercise *at;
    size_t len, cap;
    size_t core; /* how many of them are of the core; 0: all count as core */
};

/* Whether an exercise is one of those that are gone through in an hour. */
static inline bool outline_is_core(const struct outline *outline, size_t index)
{
    return !outline->core || outline->at[index].core;
}

/* Reads a file; titles with {{NAME}}s still hold them. scratch is needed for titles with marks. */
void outline_read(struct arena *arena, struct arena *scratch, struct slice file, struct slice bytes,
                  struct outline *outline);

#endif
