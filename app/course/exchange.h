/* Progress as a file that is handed on: JSON, one object.
 *
 *     {"pairing_progress":1,"learner":"…","events":[{"exercise":"pairing/serve","at":1700000000,
 *      "kind":"attempt","passed":true,"seconds":40,"variant":2,"answer":"…"},…]}
 *
 * kind is attempt, hint or shown; what is zero, false or empty is left out. The shape is only ever
 * added to. */
#ifndef APP_COURSE_EXCHANGE_H
#define APP_COURSE_EXCHANGE_H

#include "app/course/record.h"
#include "app/ground/json.h"

void exchange_put(struct buffer *out, struct slice learner, const struct deeds *deeds);

/* Reads one. Texts live as long as the reader's request. False, with *problem: it is none. */
bool exchange_read(struct json_reader *reader, struct arena *arena, struct slice bytes,
                   struct slice *learner, struct deeds *deeds, struct json_problem *problem);

#endif
