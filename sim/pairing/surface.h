/* Who can change what: the words of an argv sorted by what it takes to replace them. */
#ifndef SIM_PAIRING_SURFACE_H
#define SIM_PAIRING_SURFACE_H

#include "sim/pairing/plan.h"

/* Each list in the order of argv. */
struct surface {
    struct args fixed;  /* of the image's ENTRYPOINT in force: only --entrypoint changes them */
    struct args anyone; /* of CMD or the line: every caller may put other words here */
    struct args entrypoint_flag; /* given by this line's --entrypoint */
    bool anything;               /* no ENTRYPOINT: `docker run IMAGE anything` runs anything */
};

void surface_of(struct arena *arena, const struct exec_plan *plan, struct surface *surface);

#endif
