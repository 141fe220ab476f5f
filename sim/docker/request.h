/* What the docker client sends to the engine: the request for a container, in the engine's terms.
 *
 * A typed `docker run` line, and later other command lines and files, fill the same request.
 * Entrypoint and cmd are each unset, empty or a list, as Docker's API has them. */
#ifndef SIM_DOCKER_REQUEST_H
#define SIM_DOCKER_REQUEST_H

#include "sim/ground/origin.h"

#include <stdbool.h>
#include <stdint.h>

enum verb { VERB_RUN, VERB_CREATE, VERB_EXEC };

enum { ATTACH_STDIN = 1, ATTACH_STDOUT = 2, ATTACH_STDERR = 4 };

struct run_request {
    enum verb verb;
    struct arg image;            /* the word as typed; of exec the container */
    struct args entrypoint;      /* unset, [""] for --entrypoint "", or one word */
    struct origin entrypoint_at; /* the option and its value, the last one given */
    uint32_t entrypoints;        /* how often --entrypoint was given */
    struct args cmd;             /* the words after the image; unset without any */
    struct args env;             /* NAME=value or NAME, in the order sent, names of -e once each;
                                    duplicates can come from env files */
    struct arg user, workdir;    /* workdir cleaned; empty: the image's */
    struct arg name, hostname;   /* text.at null: not given */
    bool host_network;           /* hostname is the host's unless given */
    bool tty, interactive, detached, autoremove;
    bool init_given, init;
    uint32_t attach;       /* ATTACH_ bits; 0 when detached */
    struct slice platform; /* --platform as given */
    bool quiet;            /* -q: the pull is not announced */
    enum { PULL_MISSING, PULL_ALWAYS, PULL_NEVER } pull;
    struct slice notice; /* what the client has written to standard error until then; stands
                            in front of every later message */
    const struct option_values
        *options; /* everything given, for the engine's checks; opaque here */
};

#endif
