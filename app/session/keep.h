/* What is kept from one run to the next: lines that were tried, text that was not saved. Files in
 * pairing's own directory of the user's state, $XDG_STATE_HOME/pairing or ~/.local/state/pairing.
 *
 * Several programs may use them at once: whole files are replaced in one go, lines are added under
 * a lock, and unsaved text has a place of its own for each program, which is found again when its
 * program is gone. Nothing here ends the program or prints. Functions return 0 or a number of
 * errno.h, and keep.trouble then is the path that could not be used: with strerror's words that
 * makes the one line that is said. The directory is made when something is first written. */
#ifndef APP_SESSION_KEEP_H
#define APP_SESSION_KEEP_H

#include "app/session/file.h"

enum { KEEP_PATH = 4096 };

struct keep {
    char directory[KEEP_PATH]; /* empty: there is no place to keep anything */
    char trouble[KEEP_PATH];
    int claim;        /* holds the lock of the claimed place, -1 without one */
    char claimed[64]; /* its name */
};

/* Finds the directory from the two variables, null where unset. A relative XDG_STATE_HOME does not
 * count. ENOENT when neither names a directory; then all else fails the same way. */
int keep_open(struct keep *keep, const char *xdg_state_home, const char *home);

/* Gives up the claimed place. */
void keep_close(struct keep *keep);

/* Reads a file; of one that is longer than max the last lines, of at most max bytes. *bytes is to
 * be freed. ENOENT when there is none. */
int keep_read(struct keep *keep, const char *name, size_t max, char **bytes, size_t *len);

/* Replaces a file. */
int keep_write(struct keep *keep, const char *name, struct slice bytes);

int keep_remove(struct keep *keep, const char *name);

/* Adds a line, which may hold any bytes. When the file then exceeds max bytes its older half is
 * dropped. The disk is not waited for. */
int keep_add(struct keep *keep, const char *name, struct slice line, size_t max);

/* The lines of a file as keep_add wrote them, in turn, from bytes that keep_read gave: they are
 * changed in place. *at starts as 0. false at the end. */
bool keep_next(char *bytes, size_t len, size_t *at, struct slice *line);

/* Claims a place for text that is not saved, "NAME.1" or a further one, until keep_close or the end
 * of the program, however that comes. One that a program left behind that is gone is preferred, so
 * that its text is found: keep_read of keep.claimed then gives it. */
int keep_claim(struct keep *keep, const char *name);

#endif
