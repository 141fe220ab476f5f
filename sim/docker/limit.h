/* Values of limits: --ulimit, --sysctl, --cpus. Each is true when the client takes the value; else
 * *message is in its words. */
#ifndef SIM_DOCKER_LIMIT_H
#define SIM_DOCKER_LIMIT_H

#include "sim/ground/arena.h"
#include "sim/ground/slice.h"

#include <stdbool.h>
#include <stdint.h>

bool ulimit_read(struct arena *arena, struct slice text, struct slice *message);
bool sysctl_read(struct arena *arena, struct slice text, struct slice *message);

/* *nano is in billionths of a CPU; what is too large for it becomes its nearest limit. */
bool cpus_read(struct arena *arena, struct slice text, int64_t *nano, struct slice *message);

#endif
