/* Brace expansion: {a,b} and {1..9}, the first of all expansions. */
#ifndef SIM_SHELL_BRACE_H
#define SIM_SHELL_BRACE_H

#include "sim/ground/arena.h"
#include "sim/ground/slice.h"

struct slice_list {
    struct slice *at;
    size_t len, cap;
};

/* The words that a typed word becomes, as typed text: quotes and dollars are left alone. Only the
 * word itself when there is nothing to expand. More than 100,000 words stop the arena. */
void brace_expand(struct arena *arena, struct slice raw, struct slice_list *words);

#endif
