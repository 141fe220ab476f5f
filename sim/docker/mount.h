/* --mount: its fields. */
#ifndef SIM_DOCKER_MOUNT_H
#define SIM_DOCKER_MOUNT_H

#include "sim/ground/arena.h"
#include "sim/ground/host.h"
#include "sim/ground/slice.h"

#include <stdbool.h>

struct mount {
    struct slice type;   /* lower case; volume unless given */
    struct slice source; /* as typed, "." and "./…" made absolute; empty: none */
    struct slice target;
    struct slice propagation; /* of a bind */
    bool read_only;
};

/* Reads the value of --mount. False with *message in the client's words. host is where the line is
 * typed. */
bool mount_read(struct arena *arena, struct slice text, const struct host *host,
                struct mount *mount, struct slice *message);

#endif
