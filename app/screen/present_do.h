/* What keys do to a presentation. No terminal here: tests press keys the same way. */
#ifndef APP_SCREEN_PRESENT_DO_H
#define APP_SCREEN_PRESENT_DO_H

#include "app/screen/view_present.h"

/* Starts a presentation of a course with the list of its lessons. Its arenas are initialised here;
 * give them and those of the course a guard (present_guard) before anything else. */
void present_open(struct present *present, struct course *course);
void present_close(struct present *present);

/* Gives all of its arenas a guard. */
void present_guard(struct present *present, jmp_buf *guard);

/* Opens a lesson by its index; SIZE_MAX is start.md. */
void present_lesson(struct present *present, size_t lesson);

/* The size of the screen, before a key or a painting. */
void present_resize(struct present *present, int rows, int cols);

/* A key. The frame is needed to know how much fits, nothing is painted. */
void present_key(struct present *present, struct frame *frame, uint32_t key);

#endif
