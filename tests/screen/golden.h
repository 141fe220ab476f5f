/* A painted screen held against the golden one of its name. */
#ifndef TESTS_SCREEN_GOLDEN_H
#define TESTS_SCREEN_GOLDEN_H

#include "app/screen/frame.h"

/* Whether the frame is FOLDER/NAME.COLSxROWS; prints where it differs. With GENERATE=1 in the
 * environment that file is written first. what: DUMP_ bits. */
bool golden_is(const char *folder, const char *name, const struct frame *frame, unsigned what);

/* Golden screens of slides; `only` is the name of one, or null. */
void slides_screens(const char *folder, const char *only, int *passed, int *failed);

#endif
