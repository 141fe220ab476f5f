/* Runs `pairing batch` as a child: requests go in while answers come out.
 *
 * Both pipes are served by one poll loop, so neither side can wait for the other: a program may
 * answer at once, or read everything first. In: requests from the caller. Out: answers to it. */
#include "tests/corpus/child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { AHEAD = 1 << 20, CHUNK = 1 << 16, PATIENCE_MS = 60000, MOST_STARTS = 200 };

void bytes_put(struct bytes *bytes, const char *at, size_t len)
{
    if (bytes->cap - bytes->len < len) {
        bytes->cap = 2 * bytes->cap + len + CHUNK;
        bytes->at = realloc(bytes->at, bytes->cap);
        if (!bytes->at) {
            fputs("out of memory\n", stderr);
            exit(2);
        }
    }
    memcpy(bytes->at + bytes->len, at, len);
    bytes->len += len;
}

struct child {
    pid_t pid;
    int to, from; /* -1 when closed */
    struct bytes out, in;
    size_t sent;            /* bytes of out that are written */
    size_t asked, answered; /* cases */
};

static bool child_start(struct child *child, char *const argv[])
{
    int to[2], from[2];
    if (pipe(to) != 0 || pipe(from) != 0)
        return false;
    child->pid = fork();
    if (child->pid < 0)
        return false;
    if (child->pid == 0) {
        dup2(to[0], 0);
        dup2(from[1], 1);
        close(to[0]), close(to[1]), close(from[0]), close(from[1]);
        execv(argv[0], argv);
        perror(argv[0]);
        _exit(127);
    }
    close(to[0]);
    close(from[1]);
    child->to = to[1];
    child->from = from[0];
    fcntl(child->to, F_SETFL, O_NONBLOCK);
    fcntl(child->to, F_SETFD, FD_CLOEXEC);
    fcntl(child->from, F_SETFD, FD_CLOEXEC);
    child->out.len = child->in.len = child->sent = 0;
    return true;
}

static void child_hang_up(struct child *child)
{
    if (child->to >= 0)
        close(child->to);
    child->to = -1;
}

/* Writes what the pipe takes, and asks the caller for more requests while little is waiting. */
static void child_write(struct child *child, const struct conversation *talk)
{
    while (child->asked < talk->len && child->out.len - child->sent < AHEAD) {
        if (child->sent == child->out.len)
            child->sent = child->out.len = 0;
        talk->request(talk->context, child->asked++, &child->out);
        bytes_put(&child->out, "\n", 1);
    }
    if (child->sent == child->out.len) {
        child_hang_up(child);
        return;
    }
    ssize_t n = write(child->to, child->out.at + child->sent, child->out.len - child->sent);
    if (n > 0)
        child->sent += (size_t)n;
    else if (n < 0 && errno != EAGAIN && errno != EINTR)
        child_hang_up(child);
}

/* Reads what is there and hands on the whole lines. False at the end of the answers. */
static bool child_read(struct child *child, const struct conversation *talk)
{
    char chunk[CHUNK];
    ssize_t n = read(child->from, chunk, sizeof chunk);
    if (n < 0)
        return errno == EINTR;
    if (n == 0)
        return false;
    size_t seen = child->in.len, start = 0;
    bytes_put(&child->in, chunk, (size_t)n);
    for (char *end; (end = memchr(child->in.at + seen, '\n', child->in.len - seen)) != NULL;) {
        *end = '\0';
        if (child->answered < child->asked)
            talk->answer(talk->context, child->answered++, child->in.at + start, NULL);
        start = seen = (size_t)(end - child->in.at) + 1;
    }
    memmove(child->in.at, child->in.at + start, child->in.len - start);
    child->in.len -= start;
    return true;
}

/* Serves the child until it says no more; why it ended goes to why, empty when all is well. */
static void child_serve(struct child *child, const struct conversation *talk, char *why,
                        size_t size)
{
    bool silent = false;
    for (bool open = true; open;) {
        struct pollfd fds[2] = {{.fd = child->from, .events = POLLIN},
                                {.fd = child->to, .events = POLLOUT}};
        int ready = poll(fds, child->to >= 0 ? 2 : 1, PATIENCE_MS);
        if (ready == 0) {
            silent = true;
            kill(child->pid, SIGKILL);
            break;
        }
        if (child->to >= 0 && fds[1].revents)
            child_write(child, talk);
        if (fds[0].revents)
            open = child_read(child, talk);
    }
    child_hang_up(child);
    close(child->from);
    int status = 0;
    waitpid(child->pid, &status, 0);
    why[0] = '\0';
    if (silent)
        snprintf(why, size, "no answer for %d s", PATIENCE_MS / 1000);
    else if (WIFSIGNALED(status))
        snprintf(why, size, "the program was ended by signal %d", WTERMSIG(status));
    else if (WEXITSTATUS(status) != 0 || child->answered < talk->len)
        snprintf(why, size, "the program ended with status %d", WEXITSTATUS(status));
}

bool converse(char *const argv[], const struct conversation *talk)
{
    struct child child = {.to = -1, .from = -1};
    bool started = access(argv[0], X_OK) == 0;
    signal(SIGPIPE, SIG_IGN);
    for (int starts = 0; started && child.answered < talk->len; starts++) {
        char why[80] = "";
        child.asked = child.answered;
        if (starts < MOST_STARTS) {
            started = child_start(&child, argv);
            if (!started)
                break;
            child_serve(&child, talk, why, sizeof why);
        }
        if (child.answered < talk->len)
            talk->answer(talk->context, child.answered++, NULL, why);
        else if (why[0] != '\0')
            fprintf(stderr, "after the last answer: %s\n", why);
    }
    free(child.out.at);
    free(child.in.at);
    return started;
}
