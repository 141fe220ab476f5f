/* Scratchpad and course on one screen. See desks.h. In: options, the environment. Out: the screen.
 */
#include "app/command/desks.h"

#include "app/command/open_walk.h"
#include "app/command/repl.h"
#include "app/course/trouble.h"
#include "app/ground/charset.h"
#include "app/screen/loop.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static int64_t clock_now(void)
{
    return (int64_t)time(NULL);
}

bool desks_can_draw(const struct cli *cli)
{
    return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO) && !repl_is_wanted(cli);
}

/* ---- Opening */

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

static void open_pad(struct desks *desks)
{
    if (desks->pad.has_session)
        return;
    opened_open(&desks->pad, true);
    begin_with_example(&desks->pad.session);
}

static enum walk_failure open_course(struct desks *desks, struct slice place, enum walk_step *step)
{
    const struct session_setup session = {.host = desks->pad.setup.host};
    const struct learning_setup setup = {.walk = desks->walk, .clock = clock_now, .place = place};
    session_open(&desks->course, &session);
    desks->has_course = true;
    enum walk_failure failure = learning_open(&desks->course, &setup, step);
    if (!desks->course.learning) { /* it is tried again when it is wanted again */
        session_close(&desks->course);
        desks->has_course = false;
        return failure;
    }
    desks->course.other = &desks->pad.session;
    desks->pad.session.other = &desks->course;
    return failure;
}

int desks_open_course(struct desks *desks, struct slice place)
{
    struct cli *cli = desks->cli;
    enum walk_step step;
    if (open_walk_read(cli, &desks->walk) != 0)
        return 2;
    open_pad(desks);
    enum walk_failure failure = open_course(desks, place, &step);
    const struct words_args args = {.word = place};
    if (!desks->course.learning)
        return cli_fail(cli, WORDS_CLI_NO_MEMORY, NULL, WORDS_COUNT);
    if (failure != WALK_OPENED)
        return open_walk_fail(cli, &desks->walk, &desks->course.learning->walk, failure);
    if (step == WALK_NOTHING && place.len)
        return cli_fail(cli, WORDS_LEARN_NO_LESSON, &args, WORDS_COUNT);
    return 0;
}

/* ---- Showing */

/* The course, when it is first wanted from the scratchpad. */
static struct session *want_course(void *context, struct session *pad)
{
    struct desks *desks = context;
    enum walk_step step;
    if (!desks->has_course && open_walk_read(desks->cli, &desks->walk) == 0)
        open_course(desks, S(""), &step);
    if (!desks->course.learning) {
        session_say(pad, words_say(&desks->cli->held, WORDS_CLI_NO_MEMORY, NULL));
        return NULL;
    }
    return &desks->course;
}

int desks_show(struct desks *desks)
{
    enum term_failure failure = TERM_OPENED;
    const char *editor = getenv("VISUAL");
    charset_is_utf8();
    open_pad(desks);
    const struct loop_setup loop = {
        .session = desks->has_course ? &desks->course : &desks->pad.session,
        .mouse = true,
        .ascii = cli_has(desks->cli, CLI_ASCII) || !charset_is_utf8(),
        .plain = getenv("NO_COLOR") && *getenv("NO_COLOR"),
        .background = theme_background(slice_of(getenv("COLORFGBG"))),
        .editor = editor ? editor : getenv("EDITOR"),
        .course = want_course,
        .context = desks,
    };
    if (!loop_run(&loop, &failure))
        return 0;
    switch (failure) {
    case TERM_NO_MEMORY: return cli_fail(desks->cli, WORDS_CLI_NO_MEMORY, NULL, WORDS_COUNT);
    case TERM_NO_TERMINAL: return cli_fail(desks->cli, WORDS_CLI_NO_TERMINAL, NULL, WORDS_COUNT);
    default: break; /* TERM is of a name that nobody knows: used as a dumb one */
    }
    setenv("TERM", "dumb", 1);
    return -1;
}

/* What the disk did not take to the end is said where it can still be read. */
static void close_course(struct desks *desks)
{
    struct words_args args;
    session_idle(&desks->course);
    struct store *store = &desks->course.learning->walk.store;
    store_close(store);
    enum words_id id = trouble_words(store, &args);
    if (id != WORDS_COUNT)
        cli_fail(desks->cli, id, &args, WORDS_COUNT);
    session_close(&desks->course);
}

void desks_close(struct desks *desks)
{
    if (desks->has_course)
        close_course(desks);
    opened_close(&desks->pad);
}
