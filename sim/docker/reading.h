/* What is asked and what is found when a docker command is read. */
#ifndef SIM_DOCKER_READING_H
#define SIM_DOCKER_READING_H

#include "sim/docker/request.h"
#include "sim/ground/failure.h"
#include "sim/ground/finding.h"
#include "sim/ground/host.h"

#include <stddef.h>
#include <stdint.h>

/* What is called. words[0] is docker's own name. */
struct docker_call {
    const struct args *words;
    const uint8_t *known;     /* enum word_known (option.h) a word; null: all are known */
    const struct host *host;  /* its variables are those that docker itself sees */
    enum host_stdin stdin_is; /* docker's standard input */
};

enum docker_kind {
    DOCKER_REQUEST,      /* request is filled */
    DOCKER_NO_CONTAINER, /* help, version, or a command that makes no container */
    DOCKER_FAILS,        /* failure is filled */
    DOCKER_UNKNOWN,      /* rests on words that are not known: the last of unknown says which */
};

struct docker_reading {
    enum docker_kind kind;
    struct run_request *request; /* its verb is right for every kind but DOCKER_NO_CONTAINER */
    struct failure failure;      /* stage STAGE_CLIENT; message is all of standard error */
    struct unknown_list unknown; /* words of which a part is not known; with a request those of
                                    which it does not depend on */
};

/* Commands of docker: the words in docker's path, in the order of their bytes; for completion. */
struct docker_command {
    struct slice name;
    unsigned commands; /* COMMAND_ bit (option.h) of run, create and exec, of the group container
                          COMMAND_GROUP, 0 for all others: they make no container */
};

#endif
