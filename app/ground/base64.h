/* Bytes from base64 (RFC 4648, padded), for texts that are not UTF-8. */
#ifndef APP_GROUND_BASE64_H
#define APP_GROUND_BASE64_H

#include "sim/sim.h"

/* Decodes text into the arena; false when it is not base64. */
bool base64_decode(struct arena *arena, struct slice text, struct slice *bytes);

#endif
