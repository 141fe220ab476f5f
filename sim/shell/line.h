/* The typing shell: what `bash -c LINE` of bash 5.2 does with a line, standard input a terminal.
 *
 * The line is parsed as bash parses it, one complete command line after the other: what stands on
 * earlier lines has run before a syntax error on a later one. Lists, pipelines, subshells,
 * assignments, redirections and the builtins that change what a word expands to are interpreted;
 * every docker command is handed to a handler. Nothing is executed and nothing is read but what the
 * host tells.
 *
 * What is not known is never guessed: it is marked on the word (a command substitution, a variable
 * such as $RANDOM) or ends the interpretation (valid bash that is not simulated: compound commands
 * other than a subshell, functions, arrays, process substitution, set --, time). */
#ifndef SIM_SHELL_LINE_H
#define SIM_SHELL_LINE_H

#include "sim/shell/handler.h"

/* Interprets the line, line->bytes. handler->run is called under the arena's guard. The result
 * points into the line, the host's answers and the arena. Stops the arena as too large beyond 1,000
 * levels of nesting and 100,000 words. */
void shell_run(struct arena *arena, const struct text *line, const struct host *host,
               const struct shell_handler *handler, struct shell_result *result);

#endif
