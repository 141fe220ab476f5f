/* `pairing scratch` and `pairing` alone: the screen; line mode where none can or should be drawn.
 *
 * In: the options that name an image, and a run line. Out: nothing on standard output; the exit
 * status is 0, or 2 where there is no terminal to draw on. */
#include "app/command/desks.h"
#include "app/command/repl.h"

#include <unistd.h>

/* The screen, or line mode. home: begins with the first screen. */
static int show(struct cli *cli, bool home)
{
    static struct desks desks;
    bool lines = repl_is_wanted(cli);
    desks.cli = cli;
    int status = opened_read(cli, &desks.pad);
    if (!status && !lines && home)
        status = desks_open_course(&desks, S(""));
    if (!status && !lines)
        status = desks_show(&desks);
    if ((!status && lines) || status < 0)
        status = repl_read_lines(cli, &desks.pad, home);
    desks_close(&desks);
    return status;
}

int scratch_run(struct cli *cli)
{
    return show(cli, false);
}

int home_run(struct cli *cli)
{
    if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
        return cli->commands.help(cli);
    return show(cli, true);
}
