/* What starting a program costs: interleaved with /bin/true, so that both meet the same machine.
 *
 *     start RUNS PROGRAM [ARG…]
 *
 * Prints the rows of medians, minima and peak memory; see measure.h. This program stays small,
 * since a child's peak memory counts what its parent had when it was made. */
#include "tests/bench/measure.h"

#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

static long peak_kb;

static double run_once(char **argv)
{
    struct rusage usage;
    int status = 0;
    const double begun = now_us();
    pid_t pid = 0;
    if (posix_spawn(&pid, argv[0], NULL, NULL, argv, environ) != 0 ||
        wait4(pid, &status, 0, &usage) != pid || WEXITSTATUS(status) == 127) {
        perror(argv[0]);
        exit(2);
    }
    const double took = now_us() - begun;
    peak_kb = usage.ru_maxrss;
    return took;
}

int main(int argc, char **argv)
{
    char path[] = "/bin/true", *nothing[] = {path, NULL};
    enum { MOST = 10000 };
    static double ours[MOST], theirs[MOST];
    size_t runs = argc > 2 ? strtoul(argv[1], NULL, 10) : 0;
    int quiet = open("/dev/null", O_WRONLY), out = dup(1);
    if (runs == 0 || runs > MOST) {
        fputs("usage: start RUNS PROGRAM [ARG…]\n", stderr);
        return 2;
    }
    dup2(quiet, 1);
    long peak = 0;
    for (size_t i = 0; i < runs; i++) {
        theirs[i] = run_once(nothing);
        ours[i] = run_once(argv + 2);
        peak = peak_kb > peak ? peak_kb : peak;
    }
    dup2(out, 1);
    const double our = median(ours, runs), their = median(theirs, runs);
    bool ok = true;
    row("/bin/true: median", their, 0, "µs", "");
    row("start to answer: median", our, 0, "µs", "");
    row("start to answer: minimum", ours[0], 0, "µs", "");
    ok &= row("start to answer: median, times /bin/true", our / their, 2, "", "");
    ok &= row("start to answer: minimum, times /bin/true", ours[0] / theirs[0], 2, "", "");
    ok &= row("peak memory of the process", (double)peak, 5 * 1024, "KiB", "");
    return ok ? 0 : 1;
}
