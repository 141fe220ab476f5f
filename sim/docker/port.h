/* Ports: --publish and --expose. Looked at late. */
#ifndef SIM_DOCKER_PORT_H
#define SIM_DOCKER_PORT_H

#include "sim/ground/arena.h"
#include "sim/ground/slice.h"

#include <stdbool.h>

/* *spec becomes the value of --publish in colon notation: the same, or what its key=value list
 * says. False with *message when that list is none. */
bool publish_spec(struct arena *arena, struct slice text, struct slice *spec,
                  struct slice *message);

/* Checks [[IP:]HOST:]PORT[/PROTOCOL]; false with *message in the client's words. */
bool publish_check(struct arena *arena, struct slice spec, struct slice *message);

/* Checks PORT[-PORT][/PROTOCOL] of --expose. */
bool expose_check(struct arena *arena, struct slice text, struct slice *message);

#endif
