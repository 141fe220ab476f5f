/* Signal names as Docker reads them. */
#ifndef SIM_IMAGE_SIGNAL_H
#define SIM_IMAGE_SIGNAL_H

#include "sim/ground/arena.h"
#include "sim/ground/slice.h"

#include <stdbool.h>

/* Whether Docker takes a text as a signal: a decimal number other than 0, or a name of linux/amd64,
 * with or without SIG, in any letter case. */
bool signal_is_valid(struct arena *arena, struct slice text);

#endif
