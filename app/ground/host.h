/* The real host behind the simulator's struct host: this machine's variables, files and
 * directories.
 *
 * What a file or a directory said once is kept until machine_forget, so that one question asked
 * twice gets one answer. Only regular files of at most 1 MiB and directories of at most 4,096 names
 * are told; of anything else (a pipe, a device, something larger) the answer is HOST_UNKNOWN. */
#ifndef APP_GROUND_HOST_H
#define APP_GROUND_HOST_H

#include "sim/sim.h"

enum { MACHINE_FILE_MAX = 1 << 20, MACHINE_NAMES_MAX = 4096 };

struct machine_memory;

struct machine {
    struct machine_memory *memory; /* what was read; null without memory */
    struct host host;              /* give &machine.host to a question */
    char cwd[4096], name[256];
};

/* Fills machine, which must not move afterwards. The directory is $PWD where that names the current
 * one, as in a shell; standard input is taken to be a terminal. */
void machine_init(struct machine *machine);

/* Forgets what was read; the next question looks at the disk again. machine_free also ends the
 * use of machine. */
void machine_forget(struct machine *machine);
void machine_free(struct machine *machine);

#endif
