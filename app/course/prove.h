/* The author's proof of one exercise: what the simulator says of its answers and its predicted
 * mistakes, in every variant. */
#ifndef APP_COURSE_PROVE_H
#define APP_COURSE_PROVE_H

#include "app/course/lesson.h"
#include "app/course/task.h"

/* As many variants are proved. */
enum { PROVED_VARIANTS = 64 };

/* Proves a usable exercise. scratch is reset for each variant. What predict, origin and sort ask is
 * appended to predictions with its answer, a line each; predictions may be null, and lives in
 * another arena. Gives the number of variants that were proved. */
uint32_t prove_exercise(struct arena *scratch, struct faults *faults,
                        const struct course_replies *course, const struct exercise *exercise,
                        struct buffer *predictions);

/* The form of a reply: its width, and what it must not say. hidden may be null. */
void prove_reply(struct arena *scratch, struct faults *faults, const struct markdown *reply,
                 uint32_t line, const struct checks *hidden);

#endif
