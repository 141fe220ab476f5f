/* The mistaken beliefs that a learner's answers showed. */
#ifndef APP_COURSE_MET_H
#define APP_COURSE_MET_H

#include "app/course/record.h"

/* The beliefs that wrong answers fit, those met most often first, of equals the one met last; at
 * has room for BELIEF_COUNT. Gives their number. Names that there is no belief of are passed over.
 */
size_t beliefs_met(const struct deeds *deeds, enum belief *at);

#endif
