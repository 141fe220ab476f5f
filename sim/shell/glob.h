/* Pathname expansion over the names that the host tells. */
#ifndef SIM_SHELL_GLOB_H
#define SIM_SHELL_GLOB_H

#include "sim/shell/pattern.h"
#include "sim/shell/state.h"

/* The paths that the pattern in bytes from..to matches, sorted by bytes: HOST_FOUND, HOST_ABSENT
 * for none, HOST_UNKNOWN when the host does not tell. */
enum host_answer glob_paths(struct shell *shell, const struct marked *marked, size_t from,
                            size_t to, struct host_names *paths);

#endif
