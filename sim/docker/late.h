/* What the client checks when all options are read: "late" checks, which look at several options or
 * at files. */
#ifndef SIM_DOCKER_LATE_H
#define SIM_DOCKER_LATE_H

#include "sim/docker/option.h"
#include "sim/ground/finding.h"
#include "sim/ground/host.h"

struct late_check {
    struct arena *arena;
    const struct option_values *values;
    const struct host *host;
    struct unknown_list *unknown; /* gets env files that the host does not tell */
    struct args env;              /* entries of the env files, in order */
    struct slice message;         /* the client's words about the first thing that is wrong */
    struct origin at;
};

/* Checks in the client's order. False with message and at. */
bool late_check_given(struct late_check *check);

/* The same; few options are looked at again. */
static inline bool late_check(struct late_check *check)
{
    return !(check->values->marks & OPTION_LATE) || late_check_given(check);
}

/* The same for exec, which only has env files. */
bool late_check_exec(struct late_check *check);

#endif
