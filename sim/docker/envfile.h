/* Files of variables and labels: --env-file and --label-file.
 *
 * Follows docker CLI 28.2.2: a line is NAME=value or NAME, nothing is unquoted,
 * expanded or trimmed at its end. */
#ifndef SIM_DOCKER_ENVFILE_H
#define SIM_DOCKER_ENVFILE_H

#include "sim/ground/arena.h"
#include "sim/ground/finding.h"
#include "sim/ground/host.h"
#include "sim/ground/origin.h"

#include <stdbool.h>

/* Appends the entries of the file at `path`, as the option has it, to *entries; each has its place
 * in the file. A NAME alone takes its value from the host and is dropped when the host has none;
 * with host variables out of play (labels), it stays.
 *
 * False with *message in the client's words when the file cannot be read or a line is refused. A
 * file that the host does not tell is appended to *unknown, and counts as empty. */
bool env_file_read(struct arena *arena, const struct host *host, const struct arg *path,
                   bool labels, struct args *entries, struct unknown_list *unknown,
                   struct slice *message);

#endif
