/* The mistaken beliefs that a learner's answers showed. */
#ifndef APP_COURSE_MET_H
#define APP_COURSE_MET_H

#include "app/course/record.h"

struct met {
    enum belief belief;
    size_t times;
    int64_t last; /* when it was met last */
};

/* The beliefs that wrong answers fit, those met most often first, of equals the one met last; at
 * has room for BELIEF_COUNT. Gives their number. Names that there is no belief of are passed over.
 */
size_t beliefs_met(const struct deeds *deeds, enum belief *at);

/* The same, with how often. */
size_t beliefs_counted(const struct deeds *deeds, struct met *at);

#endif
