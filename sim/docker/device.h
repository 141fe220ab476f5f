/* Values of the device options. Each is true when the client takes the value; else *message is in
 * its words. */
#ifndef SIM_DOCKER_DEVICE_H
#define SIM_DOCKER_DEVICE_H

#include "sim/ground/arena.h"
#include "sim/ground/slice.h"

#include <stdbool.h>

/* --device-cgroup-rule: c 1:3 rwm */
bool device_rule_read(struct arena *arena, struct slice text, struct slice *message);

/* --device-read-bps and the like, --device-read-iops and the like, --blkio-weight-device. */
bool device_bytes_read(struct arena *arena, struct slice text, struct slice *message);
bool device_rate_read(struct arena *arena, struct slice text, struct slice *message);
bool device_weight_read(struct arena *arena, struct slice text, struct slice *message);

/* --device: HOST[:CONTAINER][:MODE], or the name of a CDI device. Looked at late. */
bool device_path_read(struct arena *arena, struct slice text, struct slice *message);

/* --gpus */
bool gpus_read(struct arena *arena, struct slice text, struct slice *message);

#endif
