/* Tables of Unicode 15.0, the version that Docker 28's Go knows. Used by utf8.c alone. */
#ifndef SIM_GROUND_UNICODE_H
#define SIM_GROUND_UNICODE_H

#include <stddef.h>
#include <stdint.h>

/* Runes first to last, both included; tables are in rising order. */
struct rune_range {
    uint32_t first, last;
};

/* Every step-th rune from first to last has its other case `delta` further on. */
struct rune_case {
    uint32_t first, last;
    int32_t delta;
    uint32_t step;
};

extern const struct rune_range unicode_letters[], unicode_digits[], unicode_printable[];
extern const size_t unicode_letters_len, unicode_digits_len, unicode_printable_len;
extern const struct rune_case unicode_lower[], unicode_upper[];
extern const size_t unicode_lower_len, unicode_upper_len;

#endif
