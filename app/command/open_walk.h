/* The course from the command line: what line mode and the screen have in common. */
#ifndef APP_COMMAND_OPEN_WALK_H
#define APP_COMMAND_OPEN_WALK_H

#include "app/command/cli.h"
#include "app/course/walk.h"

/* What --lessons, --plan and the environment say. Gives 0, or says what is wrong and gives 2. The
 * texts live as long as the program. */
int open_walk_read(struct cli *cli, struct walk_setup *setup);

/* Says why a course could not be opened, and gives 2. */
int open_walk_fail(struct cli *cli, const struct walk_setup *setup, const struct walk *walk,
                   enum walk_failure failure);

#endif
