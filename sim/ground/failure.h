/* A failure: Docker, BuildKit or the shell would stop here, with this message and exit status. */
#ifndef SIM_GROUND_FAILURE_H
#define SIM_GROUND_FAILURE_H

#include "sim/ground/origin.h"
#include "sim/ground/slice.h"

#include <stdint.h>

/* Which part of the work speaks. */
enum stage {
    STAGE_NONE,
    STAGE_REQUEST,       /* pairing itself: the question was not one, or is too large */
    STAGE_BUILD,         /* docker build */
    STAGE_SHELL,         /* the typing shell */
    STAGE_CLIENT,        /* the docker client, before it asks the engine */
    STAGE_DAEMON_CREATE, /* the engine, creating the container */
    STAGE_PULL,          /* the engine, fetching the image */
    STAGE_START,         /* the engine, starting the container */
};

/* stage is STAGE_NONE while nothing failed. */
struct failure {
    enum stage stage;
    int exit;             /* exit status of docker or of the typed line */
    struct slice message; /* of a build BuildKit's text without "failed to solve: "; of a line
                             everything that is written to standard error */
    struct origin at;     /* the words at fault, where they are known */
    uint32_t *lines;      /* of a build, the Dockerfile lines that the error points to */
    size_t lines_len;
};

#endif
