/* What the programs of the bench share: a clock, the median, and how a figure is printed. */
#ifndef TESTS_BENCH_MEASURE_H
#define TESTS_BENCH_MEASURE_H

#include <stdbool.h>
#include <stddef.h>

/* Microseconds on a clock that only goes forward. */
double now_us(void);

/* Sorts them, and gives the middle one; 0 without any. */
double median(double *at, size_t len);

/* Prints what was measured, its limit (0: none), ok or OVER, and a remark. Whether it is ok. */
bool row(const char *what, double measured, double limit, const char *unit, const char *remark);

#endif
