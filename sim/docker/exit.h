/* The exit status that docker run takes from the text of an error. */
#ifndef SIM_DOCKER_EXIT_H
#define SIM_DOCKER_EXIT_H

#include "sim/ground/slice.h"

/* 127 when the text says that something was not found, 126 when it says that it may not be run,
 * else 125: docker looks for these words anywhere in the message, a path included. */
int exit_of_message(struct slice message);

#endif
