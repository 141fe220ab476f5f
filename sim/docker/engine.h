/* What the engine says to a request before anything is started.
 *
 * Follows dockerd 28.2.2. The checks come in three parts, because the image is looked up between
 * them:
 *
 *     engine_check_request    everything that needs no image
 *     engine_find_image       whether the image is there, or would be pulled
 *     (the merge, plan.h: "no command specified")
 *     engine_check_container  log driver, name, security, storage, volumes, mounts, links
 *
 * Each is true when the engine goes on; otherwise *failure holds stage, exit status and the whole
 * of standard error as `docker run` or `docker create` would show it. Programs, users and networks
 * are looked at only when a container starts, so nothing here depends on files of the image. For
 * VERB_EXEC all are true. */
#ifndef SIM_DOCKER_ENGINE_H
#define SIM_DOCKER_ENGINE_H

#include "sim/docker/request.h"
#include "sim/ground/arena.h"
#include "sim/ground/failure.h"
#include "sim/ground/host.h"

#include <stdbool.h>

/* The only local image. */
struct local_image {
    struct slice name;                      /* a reference; empty: the image answers to any name */
    struct slice os, architecture, variant; /* empty: linux, amd64 and none */
};

/* --pull always comes before everything else, so the image is asked for here too. */
bool engine_check_request(struct arena *arena, const struct run_request *request,
                          const struct local_image *image, const struct host *host,
                          struct failure *failure);

/* The registry is taken to have nothing: a pull ends in "pull access denied", unless the image
 * answers to any name. */
bool engine_find_image(struct arena *arena, const struct run_request *request,
                       const struct local_image *image, struct failure *failure);

bool engine_check_container(struct arena *arena, const struct run_request *request,
                            const struct host *host, struct failure *failure);

/* Fills *failure with what the client shows when the engine answers `text`: behind "docker: Error
 * response from daemon: " and with the hint to --help for run, plain for create, and the exit
 * status that the text decides. */
void engine_fail(struct arena *arena, const struct run_request *request, enum stage stage,
                 struct slice text, struct origin at, struct failure *failure);

#endif
