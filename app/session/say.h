/* What the session says of itself, as one printable line of limited size: written without an arena,
 * so that it can be said that there is no memory. The sentences are those of app/ground/words. */
#ifndef APP_SESSION_SAY_H
#define APP_SESSION_SAY_H

#include "app/ground/words.h"

#include <stddef.h>

/* Writes the sentence into out, with a NUL behind it; what does not fit goes, whole clusters of it.
 * Its texts are made printable and cut. Returns its length. args may be null where nothing is
 * named. */
size_t say(char *out, size_t size, enum words_id id, const struct words_args *args);

/* A text made printable, on one line, in the same way. */
size_t say_printable(char *out, size_t size, struct slice text);

#endif
