/* The terminal: shows frames, reads keys. The only part that knows curses.
 *
 * There is one terminal, so there is one term at a time. Whatever happens between term_open and
 * term_close, a signal, a crash or exit(), the terminal is put back in order. The line editor must
 * be opened before and closed after it (both use the terminal database). LC_CTYPE is set by the
 * caller. */
#ifndef APP_SCREEN_TERM_H
#define APP_SCREEN_TERM_H

#include "app/ground/key.h"
#include "app/screen/frame.h"
#include "app/screen/theme.h"

struct term;

struct term_options {
    bool mouse; /* clicks and the wheel are keys; selecting text then needs Shift */
};

enum term_failure {
    TERM_OPENED,
    TERM_NO_TERMINAL, /* standard input or output is none */
    TERM_DUMB,        /* TERM is unset, dumb or not in the terminal database */
    TERM_NO_MEMORY,
};

/* Opens the screen; null with the reason when that cannot be. */
struct term *term_open(const struct term_options *wanted, enum term_failure *failure);

/* Puts the terminal back as it was. null is allowed. */
void term_close(struct term *term);

/* How many colours can be shown, 0 when none. */
int term_colours(const struct term *term);

/* How roles look from the next term_show on. */
void term_theme(struct term *term, const struct theme *theme);

/* The size now. A frame of another size is shown as far as it fits. */
void term_size(const struct term *term, int *rows, int *cols);

/* Shows a frame: what differs from the one before is written, nothing else. */
void term_show(struct term *term, const struct frame *frame);

/* Makes the next term_show write everything. */
void term_redraw(struct term *term);

/* The next event; waits up to timeout_ms, for ever when it is negative, and then gives KEYS_IDLE.
 * A time of 0 takes what was typed ahead. Suspending and continuing, of others' making, happen here
 * and give KEYS_RESIZE. KEYS_QUIT and KEYS_GONE come again at each call: save, and leave. */
void term_read(struct term *term, int timeout_ms, struct event *event);

/* Suspends the program, as ^Z does; returns when it goes on. */
void term_suspend(struct term *term);

/* Gives the terminal to another program and waits for it. argv[0] is looked for in PATH. The result
 * is its exit status, 126 or 127 when it could not be started, 128 and more when a signal ended
 * it. */
int term_run(struct term *term, const char *const *argv);

/* Puts a text into the terminal's clipboard (OSC 52). Whether a terminal does as it is asked cannot
 * be known; false when it was not even asked: too long for what terminals take, or no memory. */
bool term_copy(struct term *term, struct slice text);

#endif
