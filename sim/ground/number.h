/* Numbers as Go reads them, with Go's words for what it cannot read. */
#ifndef SIM_GROUND_NUMBER_H
#define SIM_GROUND_NUMBER_H

#include "sim/ground/buffer.h"
#include "sim/ground/slice.h"

#include <stdbool.h>
#include <stdint.h>

enum number_error {
    NUMBER_OK,
    NUMBER_SYNTAX, /* "invalid syntax" */
    NUMBER_RANGE,  /* "value out of range"; the value is then the nearest limit */
};

/* strconv.ParseBool: 1 t T TRUE true True 0 f F FALSE false False. */
enum number_error parse_bool(struct slice s, bool *value);

/* strconv.ParseInt and ParseUint: base 10, or 0 for Go's literals (0x10, 010, 0b1, 0o7, 1_000).
 * bits is 8 to 64. */
enum number_error parse_int(struct slice s, int base, unsigned bits, int64_t *value);
enum number_error parse_uint(struct slice s, int base, unsigned bits, uint64_t *value);

/* strconv.ParseFloat as far as its errors go; value is an approximation good for comparing. */
enum number_error parse_float(struct slice s, double *value);

/* The whole message of a strconv error: strconv.ParseInt: parsing "x": invalid syntax. */
struct slice number_message(struct arena *arena, const char *function, struct slice s,
                            enum number_error error);

/* time.ParseDuration, in nanoseconds. On failure false, and *message says it in Go's words
 * (time: missing unit in duration "5"). */
bool parse_duration(struct arena *arena, struct slice s, int64_t *nanoseconds,
                    struct slice *message);

/* A size as the docker client reads it: NUMBER[blank]UNIT, decimals allowed, factor 1024; -1 is not
 * special. On failure false, and *message says it (invalid size: 'x'). */
bool parse_bytes(struct arena *arena, struct slice s, int64_t *bytes, struct slice *message);

#endif
