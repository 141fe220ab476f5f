/* Our own findings: what people get wrong about the pair, seen in the Dockerfile, in the line and
 * where the two meet. Nothing here changes an answer. */
#ifndef SIM_PAIRING_NOTES_H
#define SIM_PAIRING_NOTES_H

#include "sim/ground/finding.h"
#include "sim/pairing/notes_input.h"

void notes_of(struct arena *arena, const struct notes_input *input, struct finding_list *notes);

#endif
