/* Simple commands: assignments, words, redirections, and who receives them. */
#ifndef SIM_SHELL_COMMAND_H
#define SIM_SHELL_COMMAND_H

#include "sim/shell/state.h"

/* Runs a simple command. Its place in a pipeline or behind & is already in shell->streams. */
void command_run(struct shell *shell, const struct command *command, struct origin cut,
                 bool background);

/* Runs the whole line where it is a call of docker and its words stand for themselves, which is
 * what people mostly type: there is no grammar to it, and nothing to expand or assign. False when
 * the line is any other; then nothing was done. */
bool command_run_plain(struct shell *shell);

#endif
