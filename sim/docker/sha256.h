/* SHA-256, as the docker client names the directory of a context by it. */
#ifndef SIM_DOCKER_SHA256_H
#define SIM_DOCKER_SHA256_H

#include "sim/ground/arena.h"
#include "sim/ground/slice.h"

/* The digest of the bytes as 64 hexadecimal digits. */
struct slice sha256_hex(struct arena *arena, struct slice bytes);

#endif
