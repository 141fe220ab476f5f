/* What starting a program costs: interleaved with /bin/true, so that both meet the same machine.
 *
 *     start RUNS PROGRAM [ARG…]
 *
 * Prints the rows of medians, minima and peak memory; see bench.c. This program stays small, since
 * a child's peak memory counts what its parent had when it was made. */
#include <fcntl.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

static long peak_kb;

static double run_once(char **argv)
{
    struct timespec start, end;
    struct rusage usage;
    int status = 0;
    clock_gettime(CLOCK_MONOTONIC, &start);
    pid_t pid = 0;
    if (posix_spawn(&pid, argv[0], NULL, NULL, argv, environ) != 0 ||
        wait4(pid, &status, 0, &usage) != pid || WEXITSTATUS(status) == 127) {
        perror(argv[0]);
        exit(2);
    }
    clock_gettime(CLOCK_MONOTONIC, &end);
    peak_kb = usage.ru_maxrss;
    return (double)(end.tv_sec - start.tv_sec) * 1e6 + (double)(end.tv_nsec - start.tv_nsec) / 1e3;
}

static int compare_doubles(const void *a, const void *b)
{
    const double *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

static bool row(const char *what, double measured, double limit, const char *unit)
{
    bool ok = limit <= 0 || measured <= limit;
    char bound[40] = "";
    if (limit > 0)
        snprintf(bound, sizeof bound, "%.6g", limit);
    printf("%-44s %12.6g %10s %-5s %s\n", what, measured, bound, unit, ok ? "ok" : "OVER");
    return ok;
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
    qsort(ours, runs, sizeof *ours, compare_doubles);
    qsort(theirs, runs, sizeof *theirs, compare_doubles);
    bool ok = true;
    row("/bin/true: median", theirs[runs / 2], 0, "µs");
    row("start to answer: median", ours[runs / 2], 0, "µs");
    row("start to answer: minimum", ours[0], 0, "µs");
    ok &= row("start to answer: median, times /bin/true", ours[runs / 2] / theirs[runs / 2], 2, "");
    ok &= row("start to answer: minimum, times /bin/true", ours[0] / theirs[0], 2, "");
    ok &= row("peak memory of the process", (double)peak, 5 * 1024, "KiB");
    return ok ? 0 : 1;
}
