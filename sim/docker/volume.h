/* --volume: how the client reads it, and how the engine reads it again. */
#ifndef SIM_DOCKER_VOLUME_H
#define SIM_DOCKER_VOLUME_H

#include "sim/ground/arena.h"
#include "sim/ground/host.h"
#include "sim/ground/slice.h"

#include <stdbool.h>

/* The client: *anonymous when the value is a target alone; otherwise *bind is what the engine gets,
 * a source that starts with "." made absolute. False with *message in the client's words. */
bool volume_check(struct arena *arena, struct slice text, const struct host *host, bool *anonymous,
                  struct slice *bind, struct slice *message);

/* The engine: SOURCE:TARGET[:MODE]. */
struct volume_bind {
    struct slice source, target;
    bool path; /* source is a path; otherwise the name of a volume */
};
bool volume_split(struct arena *arena, struct slice bind, struct volume_bind *volume,
                  struct slice *message);

/* Whether a mode is one that the engine takes: at most one of each group of words. */
bool volume_mode_valid(struct slice mode);

/* The same for --volumes-from, where neither propagation nor copying may be given. */
bool volume_mode_valid_from(struct slice mode);

/* Where something is mounted: absolute, and not the root. The message is the engine's. */
bool mount_target_valid(struct arena *arena, struct slice target, struct slice *message);

/* Whether the engine takes a name for a volume; false with *message. */
bool volume_name_valid(struct arena *arena, struct slice name, struct slice *message);

#endif
