/* Redirections of a command. */
#ifndef SIM_SHELL_REDIRECT_H
#define SIM_SHELL_REDIRECT_H

#include "sim/shell/state.h"

/* Does the redirections of a command in order, a |& behind it last, on shell->streams. False after
 * one that fails: its message is written, the command is not run and its status is 1. */
bool redirect_all(struct shell *shell, const struct command *command);

/* What stands at a path for a command of the line: the host's answer, with the files that the line
 * itself made; HOST_UNKNOWN instead of HOST_ABSENT once a program ran that may have made it. */
enum host_answer shell_kind(struct shell *shell, struct slice path);

#endif
