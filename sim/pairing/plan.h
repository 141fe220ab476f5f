/* The pairing: an image config and a run request become the argv that would be executed.
 *
 * The merge is the engine's (moby, daemon/commit.go and create.go). The plan writes down why as it
 * decides: one step a decision, each with the place that caused it and the words before and after.
 */
#ifndef SIM_PAIRING_PLAN_H
#define SIM_PAIRING_PLAN_H

#include "sim/docker/request.h"
#include "sim/ground/failure.h"
#include "sim/ground/rule.h"
#include "sim/image/config.h"

/* Where a word of argv comes from: the letter shown under it. */
enum word_from {
    WORD_ENTRYPOINT = 'E',
    WORD_CMD = 'C',
    WORD_RUN = 'R',    /* typed after the image */
    WORD_OPTION = 'O', /* --entrypoint */
    WORD_SHELL = 'S',  /* the shell that shell form puts in front */
};

struct plan_word {
    struct arg arg;
    enum word_from from;
};

/* A decision of the merge. before and after are the words it worked on. */
struct step {
    enum rule rule;
    struct origin because;
    struct args before, after;
};

struct step_list {
    struct step *at;
    size_t len, cap;
};

/* The container as the engine would create it. */
struct exec_plan {
    struct plan_word *argv; /* at least one word in a plan that exists */
    size_t argv_len;
    struct args entrypoint, cmd; /* of the container's config; unset is null */
    struct args env;             /* NAME=value, or NAME alone: removed at start */
    struct slice workdir, user;
    struct arg name, hostname; /* text.at null: none given */
    bool tty, interactive, detached, autoremove;
    bool init_given, init;
    uint32_t attach;
    struct step_list steps;
};

/* Merges. When there is nothing to run, false, with *failure the engine's "no command specified"
 * as VERB_RUN or VERB_CREATE would show it; steps are filled all the same. host_name is the host's,
 * for --network host. */
bool plan_make(struct arena *arena, const struct image_config *config,
               const struct run_request *request, struct slice host_name, struct exec_plan *plan,
               struct failure *failure);

#endif
