/* The builtins that change what a docker command receives, and the statuses of the others. */
#ifndef SIM_SHELL_BUILTIN_H
#define SIM_SHELL_BUILTIN_H

#include "sim/shell/expand.h"

/* Runs fields->args from `first` as a builtin. False when the word is none. The status is left in
 * the shell; what is not simulated ends the interpretation, `at` being the command's place. */
bool builtin_run(struct shell *shell, const struct fields *fields, size_t first, struct origin at);

/* Whether a command's arguments NAME=value are assignments, which are not split. */
bool builtin_assigns(struct slice name);

/* Evaluates the arguments of test and [, the closing bracket left out. */
void builtin_test(struct shell *shell, struct slice name, const struct arg *args, size_t n);

#endif
