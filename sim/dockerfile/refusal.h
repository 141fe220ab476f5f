/* Whether BuildKit takes an instruction: the second half of reading one. */
#ifndef SIM_DOCKERFILE_REFUSAL_H
#define SIM_DOCKERFILE_REFUSAL_H

#include "sim/dockerfile/instruction.h"

/* Checks a read instruction as BuildKit's instruction pass does: flags, number of arguments, stage
 * name, health check, trigger. Fills what only this pass knows: destination, stage_name,
 * healthcheck. On an error false, and *message says it, without the prefix "dockerfile parse error
 * on line N: ". */
bool instruction_check(struct arena *arena, struct instruction *instruction, struct slice *message);

#endif
