/* Taking, noting and waiting for signals. In: signals. Out: bits that say which have come. A
 * handler only notes; see signals.h. */
#include "app/ground/signals.h"

#include <errno.h>
#include <signal.h>
#include <stddef.h>
#include <sys/select.h>
#include <time.h>
#include <unistd.h>

struct signal_row {
    int number;
    unsigned bit;
};

static const struct signal_row noted[] = {
    {SIGTERM, SIGNALS_QUIT},    {SIGHUP, SIGNALS_QUIT},
    {SIGQUIT, SIGNALS_QUIT},    {SIGINT, SIGNALS_INTERRUPT},
    {SIGTSTP, SIGNALS_STOP},    {SIGCONT, SIGNALS_CONTINUE},
    {SIGWINCH, SIGNALS_RESIZE}, {SIGXFSZ, 0}, /* nothing to do: write() says it too */
};
static const int crashes[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGALRM};

enum { NOTED = sizeof noted / sizeof *noted, CRASHES = sizeof crashes / sizeof *crashes };

enum { PATIENCE = 5 }; /* seconds that a program has to end when it was asked to */

/* A process has one set of signals, so what is known of them is the process's. */
static volatile sig_atomic_t come[NOTED];
static volatile sig_atomic_t quit_by;
static struct sigaction before[NOTED], before_crash[CRASHES];
static sigset_t noted_set;
static void (*on_crash)(void);
static bool taken;

static void note(int number)
{
    for (size_t i = 0; i < NOTED; i++) {
        if (noted[i].number == number) {
            come[i] = 1;
            if (noted[i].bit == SIGNALS_QUIT && !quit_by) {
                quit_by = number;
                alarm(PATIENCE);
            }
        }
    }
}

static void crash(int number)
{
    if (on_crash)
        on_crash();
    number = number == SIGALRM ? quit_by : number;
    signal(number, SIG_DFL);
    raise(number);
}

/* A signal that was ignored when the program started (nohup) stays ignored; a crash that somebody
 * else handles (a sanitizer) stays with them. */
static void install(int number, void (*handler)(int), int flags, struct sigaction *was,
                    bool keep_handlers)
{
    struct sigaction action = {.sa_handler = handler, .sa_flags = flags};
    sigemptyset(&action.sa_mask);
    sigaction(number, NULL, was);
    bool keep = was->sa_handler == SIG_IGN || (keep_handlers && was->sa_handler != SIG_DFL);
    if (!keep || number == SIGWINCH || number == SIGCONT)
        sigaction(number, &action, NULL);
}

void signals_take(void (*emergency)(void))
{
    if (taken)
        return;
    taken = true;
    on_crash = emergency;
    sigemptyset(&noted_set);
    for (size_t i = 0; i < NOTED; i++) {
        install(noted[i].number, note, SA_RESTART, &before[i], false);
        sigaddset(&noted_set, noted[i].number);
    }
    for (size_t i = 0; i < CRASHES; i++)
        install(crashes[i], crash, (int)SA_RESETHAND, &before_crash[i], true);
}

void signals_give(void)
{
    if (!taken)
        return;
    taken = false;
    on_crash = NULL;
    alarm(0);
    for (size_t i = 0; i < CRASHES; i++)
        sigaction(crashes[i], &before_crash[i], NULL);
    for (size_t i = 0; i < NOTED; i++)
        sigaction(noted[i].number, &before[i], NULL);
}

unsigned signals_come(void)
{
    unsigned bits = quit_by ? SIGNALS_QUIT : 0;
    for (size_t i = 0; i < NOTED; i++) {
        if (come[i]) {
            come[i] = 0;
            bits |= noted[i].bit;
        }
    }
    return bits;
}

int signals_quit(void)
{
    return quit_by;
}

static bool any_come(void)
{
    for (size_t i = 0; i < NOTED; i++)
        if (come[i])
            return true;
    return false;
}

enum signals_wait signals_wait(int fd, int timeout_ms)
{
    fd_set reading;
    sigset_t open_mask;
    struct timespec time = {timeout_ms / 1000, timeout_ms % 1000 * 1000000L};
    FD_ZERO(&reading);
    FD_SET(fd, &reading);
    /* what comes between the look and the wait is held back until the wait */
    sigprocmask(SIG_BLOCK, &noted_set, &open_mask);
    int n = -1;
    errno = EINTR;
    if (!taken || !any_come())
        n = pselect(fd + 1, &reading, NULL, NULL, timeout_ms < 0 ? NULL : &time, &open_mask);
    bool interrupted = n < 0 && errno == EINTR;
    sigprocmask(SIG_SETMASK, &open_mask, NULL);
    if (n < 0)
        return interrupted ? WAIT_SIGNAL : WAIT_READABLE; /* the read will tell what is wrong */
    return n ? WAIT_READABLE : WAIT_TIMEOUT;
}

void signals_stop(bool whole_job)
{
    struct sigaction stop = {.sa_handler = SIG_DFL}, was;
    sigemptyset(&stop.sa_mask);
    sigaction(SIGTSTP, &stop, &was);
    kill(whole_job ? 0 : getpid(), SIGTSTP); /* here it stops, and from here it goes on */
    sigaction(SIGTSTP, &was, NULL);
}

void signals_let_stop(bool let)
{
    struct sigaction action = {.sa_handler = let ? SIG_DFL : note, .sa_flags = SA_RESTART};
    sigemptyset(&action.sa_mask);
    sigaction(SIGTSTP, &action, NULL);
}

void signals_in_child(void)
{
    for (size_t i = 0; i < NOTED; i++)
        sigaction(noted[i].number, &before[i], NULL);
}
