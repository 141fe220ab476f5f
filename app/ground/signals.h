/* Signals of a program that has a terminal: noted when they come, acted upon where it is safe.
 *
 * From signals_take to signals_give the signals below are only noted; signals_come tells of them,
 * and none is missed between that look and signals_wait. A crash (SIGSEGV and the like) first calls
 * `emergency`, which puts the terminal in order; so does a program that was asked to end and has
 * not ended a few seconds later, whatever it hangs in. */
#ifndef APP_GROUND_SIGNALS_H
#define APP_GROUND_SIGNALS_H

#include <stdbool.h>

enum {
    SIGNALS_QUIT = 1,      /* SIGTERM, SIGHUP, SIGQUIT */
    SIGNALS_INTERRUPT = 2, /* SIGINT */
    SIGNALS_STOP = 4,      /* SIGTSTP */
    SIGNALS_CONTINUE = 8,  /* SIGCONT */
    SIGNALS_RESIZE = 16,   /* SIGWINCH */
};

/* Takes the signals over; emergency may be null, and must be safe inside of a signal handler. */
void signals_take(void (*emergency)(void));

/* Gives them back as they were before. */
void signals_give(void);

/* What has come since the last call. SIGNALS_QUIT stays set for good. */
unsigned signals_come(void);

/* The number of the signal that asked the program to end, 0 when none did. */
int signals_quit(void);

enum signals_wait { WAIT_READABLE, WAIT_TIMEOUT, WAIT_SIGNAL };

/* Waits until fd can be read, a signal comes or the time is over. A negative time is for ever. */
enum signals_wait signals_wait(int fd, int timeout_ms);

/* Stops the program as SIGTSTP does by default, and returns when it goes on. whole_job: also the
 * other processes of its job, as the terminal's own ^Z would. Where nobody could continue it, it
 * returns at once. */
void signals_stop(bool whole_job);

/* While another program has the terminal: its ^Z stops this program as well, as the shell that
 * started the job expects. */
void signals_let_stop(bool let);

/* Between fork and exec: signals as a program expects to find them. */
void signals_in_child(void);

#endif
