/* The questions that the bench asks: small, real, large and hostile ones, made to measure. */
#ifndef TESTS_BENCH_INPUTS_H
#define TESTS_BENCH_INPUTS_H

#include "sim/sim.h"

/* Texts from malloc; either may be empty. */
struct input {
    struct slice dockerfile, line;
};

struct input_kind {
    const char *name, *about;
    struct input (*make)(size_t size);
    size_t size;   /* how many of what the kind repeats */
    bool warnings; /* also ask what `docker build --check` says */
};

/* The first three are "three", "sixty" and "large"; all others are hostile. */
extern const struct input_kind input_kinds[];
extern const size_t input_kinds_len;
enum { INPUTS_PLAIN = 3 };

#endif
