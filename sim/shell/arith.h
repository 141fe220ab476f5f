/* Arithmetic of $((…)): 64-bit integers with the operators of C, assignments, and **. */
#ifndef SIM_SHELL_ARITH_H
#define SIM_SHELL_ARITH_H

#include "sim/ground/arena.h"
#include "sim/ground/slice.h"

#include <stdbool.h>
#include <stdint.h>

/* The variables that an expression names. */
struct arith_variables {
    void *context;
    /* The value of a variable; false when it is unset or empty. *unknown becomes true when it is
     * not known. */
    bool (*get)(void *context, struct slice name, struct slice *value, bool *unknown);
    /* Sets a variable; false when it must not be set (the message is then written). */
    bool (*set)(void *context, struct slice name, struct slice value);
};

struct arith_result {
    int64_t value;
    bool unknown;         /* a variable that is not known was read */
    bool array;           /* a subscript: not simulated */
    bool refused;         /* set answered false */
    struct slice message; /* after an error what bash writes behind "bash: line N: " */
};

/* Evaluates an expression whose parameters were expanded. Answers whether it has a value. */
bool arith_eval(struct arena *arena, struct slice expression,
                const struct arith_variables *variables, struct arith_result *result);

#endif
