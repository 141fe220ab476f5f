/* Looking into the text of a JSON object without parsing all of it. */
#ifndef APP_GROUND_JSON_TEXT_H
#define APP_GROUND_JSON_TEXT_H

#include "sim/sim.h"

/* Finds the text of the value of a key, which is given with its quotes. False when there is none,
 * or when the text is not an object as far as one looks; inside of values nothing is checked.
 * `last` is an array or object that the value probably is, as it was the last time; empty for none.
 */
bool json_find_value(struct slice text, struct slice key, struct slice last, struct slice *value);

#endif
