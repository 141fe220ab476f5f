/* The client's part of docker run, create and exec: options, checks, the request. */
#ifndef SIM_DOCKER_CLIENT_H
#define SIM_DOCKER_CLIENT_H

#include "sim/docker/call.h"

/* Reads one of the three commands, its words from `from` on, into call->reading. */
void client_read(struct call *call, const struct level *level, size_t from);

#endif
