/* Which engine the client would talk to, and why it cannot: -H, -c, --tls and their variables. */
#ifndef SIM_DOCKER_ENDPOINT_H
#define SIM_DOCKER_ENDPOINT_H

#include "sim/docker/option.h"
#include "sim/ground/arena.h"
#include "sim/ground/host.h"

/* What is wrong with docker's own options before a command is looked up: a log level that is none,
 * a host together with a context. The message, without a line end; empty when nothing is. */
struct slice endpoint_early_fault(struct arena *arena, const struct option_values *globals);

/* What keeps the client from finding its engine: "Failed to initialize: …"; empty when nothing
 * does. */
struct slice endpoint_fault(struct arena *arena, const struct option_values *globals,
                            const struct host *host);

/* What the client says when it asks an engine of which the host tells that it is not there: "Cannot
 * connect to the Docker daemon at …"; empty when it answers, or may. */
struct slice endpoint_silence(struct arena *arena, const struct option_values *globals,
                              const struct host *host);

#endif
