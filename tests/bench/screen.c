/* What the screen costs, through a terminal of its own: the first paint, a key, memory, many sizes,
 * doing nothing. Beside it what other programs of the terminal cost in the same run.
 *
 *     screen PAIRING FOLDER      FOLDER: where the files that are opened may lie
 *
 * Prints rows; see measure.h. A key's time is that from writing it until the last byte of the
 * answer; the answer is over after some milliseconds of silence. Programs take turns, so that all
 * meet the same machine. This program stays small, since a child's peak memory counts what its
 * parent had.
 */
#include "tests/bench/measure.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

enum { STARTS = 15, ROUNDS = 3, KEYS_MOST = 64, QUIET_MS = 12, PAINT_QUIET_MS = 80, SIZES = 400 };

struct program {
    const char *name, *argv[12], *before, *keys, *after;
    bool ours, dead;
    bool waits; /* it writes to the disk before it paints */
    bool rows;  /* a key paints two whole rows */
    double first[STARTS], key[ROUNDS * KEYS_MOST], sent[ROUNDS * KEYS_MOST], cpu_ms;
    size_t starts, keys_len;
    long peak_kb;
};

struct child {
    pid_t pid;
    int master;
    clockid_t clock;
    double last; /* when the last byte came */
    long bytes;
};

static double now_ms(clockid_t clock)
{
    struct timespec time;
    if (clock_gettime(clock, &time) != 0)
        return 0;
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static void fail(const char *what)
{
    perror(what);
    exit(2);
}

static void set_size(int master, unsigned short rows, unsigned short cols)
{
    const struct winsize size = {.ws_row = rows, .ws_col = cols};
    ioctl(master, TIOCSWINSZ, &size);
}

static void start(struct child *child, const char *const *argv)
{
    *child = (struct child){.master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC)};
    if (child->master < 0 || grantpt(child->master) < 0 || unlockpt(child->master) < 0)
        fail("pty");
    const char *name = ptsname(child->master);
    set_size(child->master, 24, 80);
    child->pid = fork();
    if (child->pid == 0) {
        union {
            const char *const *given;
            char *const *wanted;
        } words = {argv};
        setsid();
        int slave = open(name, O_RDWR);
        for (int fd = 0; fd < 3; fd++)
            dup2(slave, fd);
        close(slave);
        execvp(argv[0], words.wanted);
        _exit(127);
    }
    if (child->pid < 0 || clock_getcpuclockid(child->pid, &child->clock) != 0)
        fail("fork");
}

/* Takes what comes until it has been silent for so long. false: the program has gone. */
static bool take(struct child *child, int quiet_ms)
{
    char bytes[16384];
    struct pollfd wait = {.fd = child->master, .events = POLLIN};
    while (poll(&wait, 1, quiet_ms) > 0) {
        ssize_t n = read(child->master, bytes, sizeof bytes);
        if (n <= 0)
            return false;
        child->last = now_ms(CLOCK_MONOTONIC);
        child->bytes += n;
    }
    return true;
}

static void send_keys(struct child *child, const char *keys, size_t len)
{
    if (write(child->master, keys, len) != (ssize_t)len)
        fail("write");
}

/* Ends it; its peak memory in KiB. */
static long stop(struct child *child, const char *keys)
{
    struct rusage usage;
    int status;
    send_keys(child, keys, strlen(keys));
    double patience = now_ms(CLOCK_MONOTONIC) + 2000;
    while (take(child, 20) && now_ms(CLOCK_MONOTONIC) < patience)
        ;
    kill(child->pid, SIGKILL);
    close(child->master);
    return wait4(child->pid, &status, 0, &usage) == child->pid ? usage.ru_maxrss : 0;
}

/* ---- Measuring */

/* Every start begins with the same text. */
static void forget(void)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/pairing/unsaved.1", getenv("XDG_STATE_HOME"));
    unlink(path);
}

static void measure_start(struct program *program)
{
    struct child child;
    forget();
    double begun = now_ms(CLOCK_MONOTONIC);
    start(&child, program->argv);
    bool alive = take(&child, PAINT_QUIET_MS);
    program->dead = program->dead || !alive;
    program->first[program->starts++] =
        (alive || child.bytes ? child.last : now_ms(CLOCK_MONOTONIC)) - begun;
    stop(&child, alive ? program->after : "");
}

static void measure_keys(struct program *program)
{
    struct child child;
    forget();
    start(&child, program->argv);
    take(&child, PAINT_QUIET_MS);
    for (const char *key = program->before; *key; key++) {
        send_keys(&child, key, 1);
        take(&child, PAINT_QUIET_MS);
    }
    double cpu = now_ms(child.clock);
    for (const char *key = program->keys; *key; key++) {
        double begun = now_ms(CLOCK_MONOTONIC);
        child.last = begun;
        child.bytes = 0;
        send_keys(&child, key, 1);
        for (int n = 0; n < 20 && child.last <= begun; n++)
            take(&child, QUIET_MS);
        program->sent[program->keys_len] = (double)child.bytes;
        program->key[program->keys_len++] = child.last - begun;
    }
    program->cpu_ms += now_ms(child.clock) - cpu;
    long peak = stop(&child, program->after);
    program->peak_kb = peak > program->peak_kb ? peak : program->peak_kb;
}

/* ---- Telling */

static bool tell_row(const char *who, const char *what, double measured, double limit,
                     const char *unit)
{
    char name[64];
    snprintf(name, sizeof name, "%s: %s", who, what);
    return row(name, measured, limit, unit, "");
}

static bool tell(struct program *program)
{
    double keys = (double)program->keys_len;
    const double limits[] = {10, 0.35, 0.2, program->rows ? 250 : 100, 8 * 1024};
    const double values[] = {median(program->first, program->starts),
                             median(program->key, program->keys_len), program->cpu_ms / keys,
                             median(program->sent, program->keys_len), (double)program->peak_kb};
    static const char *const names[] = {"first paint over an empty process",
                                        "a key painted, median", "a key, CPU",
                                        "a key, bytes, median", "peak memory"};
    static const char *const units[] = {"ms", "ms", "ms", "", "KiB"};
    bool ok = !program->ours || !program->dead;
    size_t first = program->waits ? 1 : 0;
    if (!ok)
        puts("it ended by itself");
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++)
        ok &= tell_row(program->name, names[i], values[i],
                       program->ours && i >= first ? limits[i] : 0, units[i]);
    return ok;
}

/* Many sizes, then nothing at all, then no terminal any more. */
static bool endure(const struct program *program)
{
    static const struct timespec pause = {0, 3 * 1000000L};
    struct child child;
    uint32_t random = 1;
    bool ok = true;
    start(&child, program->argv);
    take(&child, PAINT_QUIET_MS);
    double cpu = now_ms(child.clock);
    for (int i = 0; i < SIZES; i++) {
        random = random * 1664525u + 1013904223u;
        set_size(child.master, (unsigned short)(1 + (random >> 8) % 60),
                 (unsigned short)(1 + (random >> 16) % 200));
        nanosleep(&pause, NULL);
        take(&child, 0);
    }
    set_size(child.master, 24, 80);
    ok &= take(&child, PAINT_QUIET_MS);
    ok &= tell_row(program->name, "400 sizes, CPU", now_ms(child.clock) - cpu, 400, "ms");
    take(&child, 2000); /* what is done a moment after the last key is done */
    cpu = now_ms(child.clock);
    ok &= take(&child, 1000);
    ok &= tell_row(program->name, "a second of nothing, CPU", now_ms(child.clock) - cpu, 1, "ms");
    double begun = now_ms(CLOCK_MONOTONIC);
    int status = 0;
    close(child.master);
    while (waitpid(child.pid, &status, WNOHANG) == 0 && now_ms(CLOCK_MONOTONIC) - begun < 3000)
        nanosleep(&pause, NULL);
    double took = now_ms(CLOCK_MONOTONIC) - begun;
    kill(child.pid, SIGKILL);
    ok &= tell_row(program->name, "ends when its terminal is closed", took, 1000, "ms");
    return ok;
}

static bool is_installed(const char *name)
{
    char command[64];
    snprintf(command, sizeof command, "command -v %s >/dev/null 2>&1", name);
    return strchr(name, '/') || system(command) == 0;
}

#define DOCKERFILE "tests/examples/shop/Dockerfile"
#define TYPED      " migrate --fake --verbosity 2 app"

int main(int argc, char **argv)
{
    if (argc != 3) {
        fputs("usage: screen PAIRING FOLDER\n", stderr);
        return 2;
    }
    setenv("HOME", argv[2], 1);
    setenv("XDG_STATE_HOME", argv[2], 1);
    setenv("TERM", "xterm-256color", 1);
    setenv("LC_ALL", "C.UTF-8", 1);
    static struct program programs[] = {
        {.name = "/bin/true", .argv = {"/bin/true"}},
        {.name = "run line", .before = "", .keys = TYPED, .after = "\007q", .ours = true},
        {.name = "editor",
         .before = "\017\017\017\016\016\016\016\016",
         .keys = "ENV A=1 B=two C=\"three four\" # fiv",
         .after = "\007qy",
         .ours = true},
        {.name = "course: lines",
         .before = "\025",
         .keys = "CMD [\"myapp\", \"serve\", \"--port\"]",
         .after = "\007q",
         .ours = true,
         .waits = true},
        {.name = "course: prediction",
         .before = "\025",
         .keys = "curl --silent https://docs.exampl",
         .after = "\007q",
         .ours = true,
         .waits = true},
        {.name = "course: all pages",
         .before = "E\023\007h\007m\033\007w\033\007d\017\033\007l/exec form\033p\033",
         .keys = "jjjjjjkkkkkkjjjjjkkkkk",
         .after = "\007q",
         .ours = true,
         .waits = true,
         .rows = true},
        {.name = "vim -u NONE",
         .argv = {"vim", "-u", "NONE", DOCKERFILE},
         .before = "i",
         .keys = TYPED,
         .after = "\033:q!\r"},
        {.name = "nano",
         .argv = {"nano", DOCKERFILE},
         .before = "",
         .keys = TYPED,
         .after = "\030n"},
        {.name = "less",
         .argv = {"less", "Makefile"},
         .before = "",
         .keys = "jjjjjjjjjjjjjjjjkkkkkkkk",
         .after = "q"},
    };
    enum { PROGRAMS = sizeof programs / sizeof *programs };
    const char *const ours[] = {argv[1], "scratch", "-f", DOCKERFILE, "docker", "run", "shop"};
    memcpy(programs[1].argv, ours, sizeof ours);
    memcpy(programs[2].argv, ours, sizeof ours);
    static const char *const exercises[] = {"pairing/serve", "pairing/typed-again",
                                            "pairing/two-callers"};
    for (size_t i = 0; i < 3; i++) {
        const char *const learn[] = {argv[1], "learn", exercises[i]};
        memcpy(programs[3 + i].argv, learn, sizeof learn);
    }
    signal(SIGPIPE, SIG_IGN);
    for (int i = 0; i < STARTS; i++)
        for (size_t k = 0; k < PROGRAMS; k++)
            if (is_installed(programs[k].argv[0]))
                measure_start(&programs[k]);
    for (int i = 0; i < ROUNDS; i++)
        for (size_t k = 1; k < PROGRAMS; k++)
            if (programs[k].starts)
                measure_keys(&programs[k]);
    /* Over the empty process of the same turn, which met the same machine. */
    for (size_t k = 1; k < PROGRAMS; k++)
        for (size_t i = 0; i < programs[k].starts; i++)
            programs[k].first[i] -= programs[0].first[i];
    bool ok = true;
    double empty = median(programs[0].first, programs[0].starts);
    tell_row("/bin/true", "on a terminal of its own", empty, 0, "ms");
    for (size_t k = 1; k < PROGRAMS; k++)
        if (programs[k].starts)
            ok &= tell(&programs[k]);
    ok &= endure(&programs[1]);
    return ok ? 0 : 1;
}
