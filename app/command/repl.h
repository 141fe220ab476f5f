/* Line mode: the session in plain lines, for a terminal, a screen reader or a pipe.
 *
 * One line in, plain lines out: nothing is drawn, the cursor is never moved but by the line editor,
 * no colour unless --color asks for it. From a pipe there is neither prompt nor echo, nothing is
 * kept for the next start, and a question is answered by the next line where that is yes or no. */
#ifndef APP_COMMAND_REPL_H
#define APP_COMMAND_REPL_H

#include "app/command/open_session.h"

/* Whether nothing can or should be drawn: --plain, or TERM is unset or dumb. */
bool repl_is_wanted(const struct cli *cli);

/* Opens the session that was read, if it is not open, and reads lines until one leaves. home:
 * begins with the menu. The exit status: on a terminal 0; from a pipe that of the last docker line,
 * as `pairing docker` gives it, or 2 when a line was not understood or could not be carried out. */
int repl_read_lines(struct cli *cli, struct opened *opened, bool home);

#endif
