/* The sequence that puts a text into a terminal's clipboard, OSC 52. */
#ifndef APP_SCREEN_CLIPBOARD_H
#define APP_SCREEN_CLIPBOARD_H

#include "sim/sim.h"

/* Terminals take at least so many bytes of text. */
enum { CLIPBOARD_MAX = 74000 };

/* To be freed; null when text is longer than CLIPBOARD_MAX or there is no memory. */
char *clipboard_sequence(struct slice text, size_t *len);

#endif
