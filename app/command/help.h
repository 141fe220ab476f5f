/* What pairing says of itself: help, version, manual page, all from the tables of options and
 * commands. Each prints to standard output and gives the exit status. */
#ifndef APP_COMMAND_HELP_H
#define APP_COMMAND_HELP_H

struct cli;

int help_print(struct cli *cli);
int help_print_version(struct cli *cli);
int help_print_man(struct cli *cli);

#endif
