/* `pairing scratch` and `pairing` alone: the screen; line mode where none can or should be drawn.
 *
 * In: the options that name an image, and a run line. Out: nothing on standard output; the exit
 * status is 0, or 2 where there is no terminal to draw on. */
#include "app/command/cli.h"

#include "app/command/repl.h"
#include "app/ground/charset.h"
#include "app/screen/loop.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* An empty pad begins with the first example, so that there is something to change. */
static void begin_with_example(struct session *session)
{
    if (session->line_len || session->path || session->metadata ||
        editor_text(&session->editor).len)
        return;
    session_external(session, examples[0].dockerfile);
    editor_saved(&session->editor);
    session_line(session, examples[0].line, examples[0].line.len);
    session_settle(session);
}

/* Draws; gives TERM_OPENED, or why it could not. */
static enum term_failure draw(struct session *session)
{
    enum term_failure failure = TERM_OPENED;
    const char *editor = getenv("VISUAL");
    const struct loop_setup loop = {
        .session = session,
        .mouse = true,
        .ascii = !charset_is_utf8(),
        .plain = getenv("NO_COLOR") && *getenv("NO_COLOR"),
        .background = theme_background(slice_of(getenv("COLORFGBG"))),
        .editor = editor ? editor : getenv("EDITOR"),
    };
    return loop_run(&loop, &failure) ? failure : TERM_OPENED;
}

static int show_screen(struct cli *cli, struct opened *opened, bool home)
{
    charset_is_utf8();
    opened_open(opened, true);
    begin_with_example(&opened->session);
    switch (draw(&opened->session)) {
    case TERM_OPENED: return 0;
    case TERM_NO_MEMORY: return cli_fail(cli, WORDS_CLI_NO_MEMORY, NULL, WORDS_COUNT);
    case TERM_NO_TERMINAL: return cli_fail(cli, WORDS_CLI_NO_TERMINAL, NULL, WORDS_COUNT);
    case TERM_DUMB: break; /* of a name that nobody knows: used as a dumb one */
    }
    setenv("TERM", "dumb", 1);
    return repl_read_lines(cli, opened, home);
}

/* The screen, or line mode. */
static int show(struct cli *cli, bool home)
{
    static struct opened opened;
    bool lines = repl_is_wanted(cli);
    int status = opened_read(cli, &opened);
    opened.setup.home = home && !lines;
    if (!status)
        status = lines ? repl_read_lines(cli, &opened, home) : show_screen(cli, &opened, home);
    opened_close(&opened);
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
