/* Looking up a base image among names that people gave: `--base NAME=FILE`, `bases` of a request.
 *
 * Names are compared as Docker understands them: docker.io/, library/ and :latest may be left out,
 * a digest is kept. The full reference is looked for first; then a name that was given without tag
 * and digest answers any. */
#ifndef APP_GROUND_BASES_H
#define APP_GROUND_BASES_H

#include "sim/sim.h"

/* Adds a name as written; value is what base_find gives back. A later name replaces an equal one.
 */
void base_add(struct arena *arena, struct names *bases, struct slice name, uint32_t value);

/* The value for a normalised reference (docker.io/library/alpine:3.20), NAMES_NONE without one. */
uint32_t base_find(struct arena *arena, const struct names *bases, struct slice reference);

#endif
