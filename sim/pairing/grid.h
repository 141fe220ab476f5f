/* The 3x3 grid of forms: no, exec or shell ENTRYPOINT against no, exec or shell CMD. */
#ifndef SIM_PAIRING_GRID_H
#define SIM_PAIRING_GRID_H

#include "sim/pairing/plan.h"

/* For the words of this image's own pair, what each cell would run with nothing typed. A list that
 * the image does not have is stood in for by an example, ["entrypoint"] or ["cmd"]. */
struct grid_cell {
    struct plan_word *argv; /* argv_len is 0 where nothing starts */
    size_t argv_len;
};

struct grid {
    struct grid_cell cell[3][3]; /* [form of ENTRYPOINT][form of CMD], by enum form */
    enum form entrypoint, cmd;   /* the cell of this image */
};

void grid_of(struct arena *arena, const struct image_config *config, struct grid *grid);

#endif
