/* The engine's checks of single settings, each group in the engine's order. Parts of engine.c. */
#ifndef SIM_DOCKER_ENGINE_CHECK_H
#define SIM_DOCKER_ENGINE_CHECK_H

#include "sim/docker/option.h"
#include "sim/docker/request.h"
#include "sim/ground/host.h"

struct engine_check {
    struct arena *arena;
    const struct run_request *request;
    const struct option_values *values;
    const struct host *host;
    struct slice message; /* the engine's words about the first thing that is wrong */
    struct origin at;
};

/* Notes what is wrong and with which option's value, and is false. */
bool engine_refuse(struct engine_check *check, struct slice message, enum option_id id);

/* Network mode against other options; isolation; real-time scheduling. */
bool engine_check_modes(struct engine_check *check);

/* Working directory, stop signal, health times; mounts, restart policy, capabilities, annotations.
 */
bool engine_check_settings(struct engine_check *check);

/* Memory, CPUs, namespaces, runtime, tmpfs: what depends on the platform. */
bool engine_check_resources(struct engine_check *check);

/* Addresses of the networks. */
bool engine_check_endpoints(struct engine_check *check);

/* --ipc and --pid container:NAME; there is no other container. */
bool engine_check_joined(struct engine_check *check);

/* Log driver, name, security and storage options. */
bool engine_check_container_options(struct engine_check *check);

/* Volumes, mounts and links. *missing_image: a mount wants an image that is not there. */
bool engine_check_volumes(struct engine_check *check, bool *missing_image);

#endif
