/* The small languages of a lesson's blocks that are lines of NAME and value: `exercise`, `vary`,
 * `plan`. */
#ifndef APP_COURSE_FIELDS_H
#define APP_COURSE_FIELDS_H

#include "app/course/fault.h"
#include "app/course/parts.h"

/* Reads the block `exercise` into *exercise; line is that of its fence. */
void fields_read(struct arena *arena, struct faults *faults, struct slice text, uint32_t line,
                 struct exercise *exercise);

void vary_read(struct arena *arena, struct faults *faults, struct slice text, uint32_t line,
               struct varies *varies);

void plan_read(struct arena *arena, struct faults *faults, struct slice text, uint32_t line,
               struct plan *plan);

#endif
