/* Files of the host, with the words of Go and the kernel for those that cannot be read. */
#ifndef SIM_DOCKER_HOSTFILE_H
#define SIM_DOCKER_HOSTFILE_H

#include "sim/ground/arena.h"
#include "sim/ground/host.h"
#include "sim/ground/slice.h"

/* The absolute, cleaned path of what is typed as `path`. */
struct slice host_path(struct arena *arena, const struct host *host, struct slice path);

/* Reads a file as Go's os.ReadFile. HOST_FOUND with its bytes, or HOST_UNKNOWN; every other answer
 * comes with *message: "open NAME: no such file or directory", "read NAME: is a directory" … */
enum host_answer host_read(struct arena *arena, const struct host *host, struct slice path,
                           struct slice *bytes, struct slice *message);

/* Why a file that does not exist cannot be opened, in the kernel's words: "no such file or
 * directory", "not a directory", "file name too long". */
struct slice host_absence(struct arena *arena, const struct host *host, struct slice path);

/* Why a file that does not exist cannot be made, in the kernel's words; empty where it can be, as
 * far as is known. */
struct slice host_refusal(struct arena *arena, const struct host *host, struct slice path);

#endif
