/* Values of options: one reader a kind, with the docker client's words about what it refuses.
 *
 * Readers look at one value alone and run while options are read, from left to right; what needs
 * several options or a file is checked late (late.h), what the engine decides later still
 * (engine.h). */
#ifndef SIM_DOCKER_VALUE_H
#define SIM_DOCKER_VALUE_H

#include "sim/ground/arena.h"
#include "sim/ground/host.h"
#include "sim/ground/slice.h"

#include <stdbool.h>
#include <stdint.h>

/* How a value is read. The comment says what a value looks like. */
enum value_kind {
    VALUE_BOOL,   /* 1 t T TRUE true True 0 f F FALSE false False */
    VALUE_STRING, /* anything */
    VALUE_LIST,   /* anything, repeatable */
    VALUE_INT,    /* a Go integer of 64 bits: 10, 0x10, 010, 1_000 */
    VALUE_UINT16,
    VALUE_UINT64,
    VALUE_BYTES,       /* 512m, 1.5 GiB */
    VALUE_SWAP,        /* bytes, or -1 */
    VALUE_DURATION,    /* 1m30s */
    VALUE_CPUS,        /* a decimal or fraction, not finer than 1e-9 */
    VALUE_MAP,         /* KEY=VALUE, or KEY */
    VALUE_SYSCTL,      /* KEY=VALUE of a namespaced kernel parameter */
    VALUE_ULIMIT,      /* NAME=SOFT[:HARD] */
    VALUE_GPUS,        /* all, a number, or key=value fields */
    VALUE_MOUNT,       /* key=value fields */
    VALUE_NETWORK,     /* a name, or key=value fields */
    VALUE_ENV,         /* NAME=value, or NAME: the value in the typing shell */
    VALUE_LABEL,       /* KEY=VALUE, or KEY */
    VALUE_ATTACH,      /* stdin, stdout or stderr in any case */
    VALUE_ADD_HOST,    /* NAME:IP or NAME=IP */
    VALUE_IP,          /* an IP address */
    VALUE_DNS_SEARCH,  /* a domain, or "." */
    VALUE_LINK,        /* NAME[:ALIAS] */
    VALUE_DEVICE_RULE, /* c 1:3 rwm */
    VALUE_RATE_BYTES,  /* /dev/sda:1mb */
    VALUE_RATE_IO,     /* /dev/sda:100 */
    VALUE_WEIGHT,      /* /dev/sda:100 */
};

struct mount;
struct network;

/* A value that was read. */
struct value {
    struct slice text; /* as it is kept: -e NAME with its value, streams in lower case */
    union {
        bool on;
        int64_t number; /* also bytes and nanoseconds; 1e-9 of a CPU */
        const struct mount *mount;
        const struct network *network;
    };
};

/* Reads text as a value of that kind. False with *message, the client's words, when it is refused.
 */
bool value_read(struct arena *arena, enum value_kind kind, struct slice text,
                const struct host *host, struct value *value, struct slice *message);

#endif
