/* What a home screen shows of a lesson: titles, ids, kinds. Read without Markdown, line by line, so
 * that a thousand lessons cost a few milliseconds; lesson.h reads a lesson when it is opened. */
#ifndef APP_COURSE_OUTLINE_H
#define APP_COURSE_OUTLINE_H

#include "app/course/lesson.h"

struct outline_exercise {
    struct slice title, id;
    uint32_t line; /* of its heading */
    enum exercise_kind kind;
    bool core;
};

struct outline {
    struct slice file, slug, title;
    enum lesson_role role;
    unsigned number;
    struct outline_exercise *at;
    size_t len, cap;
};

/* Reads a file; titles with {{NAME}}s still hold them. scratch is needed for titles with marks. */
void outline_read(struct arena *arena, struct arena *scratch, struct slice file, struct slice bytes,
                  struct outline *outline);

#endif
