/* The value of RUN --mount: fields as a reader of comma separated values cuts them. */
#ifndef SIM_DOCKERFILE_MOUNT_H
#define SIM_DOCKERFILE_MOUNT_H

#include "sim/dockerfile/expand.h"
#include "sim/ground/arena.h"

/* The fields of a value: type=cache,target=/x. A field may stand in double quotes, "" in it is one
 * quote. On bad quotes, and for an empty value, false and *message says it. */
bool mount_fields(struct arena *arena, struct slice value, struct slice_list *fields,
                  struct slice *message);

/* What BuildKit refuses in a mount before it expands anything: bad quotes, and `from` with a
 * variable. */
bool mount_check(struct arena *arena, struct slice value, struct slice *message);

#endif
