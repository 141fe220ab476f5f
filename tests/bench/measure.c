/* Measuring and telling. See measure.h. In: times. Out: rows of what, measured, limit, ok or OVER.
 */
#include "tests/bench/measure.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

double now_us(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e6 + (double)time.tv_nsec / 1e3;
}

static int compare_doubles(const void *a, const void *b)
{
    const double *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

double median(double *at, size_t len)
{
    qsort(at, len, sizeof *at, compare_doubles);
    return len ? at[len / 2] : 0;
}

bool row(const char *what, double measured, double limit, const char *unit, const char *remark)
{
    bool ok = limit <= 0 || measured <= limit;
    char bound[40] = "";
    if (limit > 0)
        snprintf(bound, sizeof bound, "%.6g", limit);
    printf("%-44s %12.6g %10s %-5s %-4s %s\n", what, measured, bound, unit, ok ? "ok" : "OVER",
           remark);
    fflush(stdout);
    return ok;
}
