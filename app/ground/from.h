/* Whether lines name what they stand on: those without FROM get an implied one. */
#ifndef APP_GROUND_FROM_H
#define APP_GROUND_FROM_H

#include "sim/sim.h"

#include <stdbool.h>

/* Whether a line, blanks in front skipped, is a FROM instruction. */
bool line_is_from(struct slice line);

/* Whether a text has such a line. */
bool text_has_from(struct slice text);

#endif
