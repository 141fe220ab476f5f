/* A terminal that nobody sees, for a library that edits only on one. */
#ifndef APP_GROUND_PTY_H
#define APP_GROUND_PTY_H

#include <stdbool.h>

struct pty {
    int master, slave; /* -1 when not open; the master is never read */
};

/* Opens one of rows and columns, with the modes of the real terminal on fd, as far as it is one. */
bool pty_open(struct pty *pty, unsigned short rows, unsigned short cols, int fd);
void pty_close(struct pty *pty);

#endif
