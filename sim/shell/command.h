/* Simple commands: assignments, words, redirections, and who receives them. */
#ifndef SIM_SHELL_COMMAND_H
#define SIM_SHELL_COMMAND_H

#include "sim/shell/state.h"

/* Runs a simple command. Its place in a pipeline or behind & is already in shell->streams. */
void command_run(struct shell *shell, const struct command *command, struct origin cut,
                 bool background);

#endif
