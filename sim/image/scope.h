/* The variables that a word of a stage, or of a FROM line, can use beside the image's own
 * environment: the values of ARG. */
#ifndef SIM_IMAGE_SCOPE_H
#define SIM_IMAGE_SCOPE_H

#include "sim/ground/arena.h"
#include "sim/ground/names.h"

#include <stdbool.h>

/* A name that ARG declared, or that a value hides for a while. */
struct scope_value {
    struct slice name, value;
    bool set;      /* it has a value */
    bool declared; /* by ARG */
};

/* Starts as all zeros. */
struct scope {
    struct scope_value *at;
    size_t len, cap;
    struct names index;
};

/* The entry of a name; null when there is none. */
struct scope_value *scope_find(const struct scope *scope, struct slice name);

/* The entry of a name, made when there is none. */
struct scope_value *scope_entry(struct arena *arena, struct scope *scope, struct slice name);

/* A scope of the same content that can be changed apart. */
struct scope *scope_copy(struct arena *arena, const struct scope *scope);

#endif
