/* One record of comma-separated values, as Go's encoding/csv reads it: --mount, --gpus, --network.
 */
#ifndef SIM_DOCKER_CSV_H
#define SIM_DOCKER_CSV_H

#include "sim/ground/arena.h"
#include "sim/ground/slice.h"

#include <stdbool.h>

struct csv_fields {
    struct slice *at;
    size_t len, cap;
};

/* The fields of the first line that is not empty. False with *message in Go's words: "EOF" when
 * there is none, or what is wrong with a quote. */
bool csv_read(struct arena *arena, struct slice text, struct csv_fields *fields,
              struct slice *message);

#endif
