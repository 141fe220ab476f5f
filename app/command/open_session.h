/* A session from the command line: what scratchpad and line mode have in common. */
#ifndef APP_COMMAND_OPEN_SESSION_H
#define APP_COMMAND_OPEN_SESSION_H

#include "app/command/subject.h"
#include "app/ground/host.h"
#include "app/session/session.h"

/* The session and all that it points to. Large, and must not move. */
struct opened {
    struct subject subject;
    struct session_setup setup;
    struct machine machine;
    struct keep keep;
    struct session session;
    bool has_session;
};

/* Reads what the options name, the run line of cli->words, and without a source ./Dockerfile. Gives
 * 0, or says what is wrong and gives 2. */
int opened_read(struct cli *cli, struct opened *opened);

/* The same for a command whose words are no run line. */
int opened_read_beside(struct cli *cli, struct opened *opened);

/* Opens the session. keeps: history and unsaved text are kept in the user's state directory, and
 * what a former program left there is found. Gives what session_open gives. */
int opened_open(struct opened *opened, bool keeps);

/* Frees everything, after opened_read alone too. */
void opened_close(struct opened *opened);

#endif
