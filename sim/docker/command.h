/* The words of a docker command, as a shell split them, become a run request or docker's error.
 *
 * Follows docker CLI 28.2.2: options before the command, the command, its options, and what the
 * client checks before it asks the engine. */
#ifndef SIM_DOCKER_COMMAND_H
#define SIM_DOCKER_COMMAND_H

#include "sim/docker/reading.h"
#include "sim/ground/arena.h"

/* Reads the call; what is requested is written to *request. Everything in it and in *reading lives
 * in the arena or in the words. */
void docker_read(struct arena *arena, const struct docker_call *docker, struct run_request *request,
                 struct docker_reading *reading);

/* The commands, in the order of their bytes, aliases included; for completion. */
extern const struct docker_command docker_commands[], container_commands[];
extern const size_t docker_commands_len, container_commands_len;

#endif
