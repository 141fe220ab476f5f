/* Which word of an argv a shell would read as a text. */
#ifndef SIM_PAIRING_SCRIPT_H
#define SIM_PAIRING_SCRIPT_H

#include "sim/ground/slice.h"

/* Whether a program is a POSIX shell, by its name. */
bool is_shell(struct slice program);

/* Whether a program only prepares and then starts the words behind it: tini, env, an entry script.
 */
bool is_wrapper(struct slice program);

/* Where the text for a shell's -c stands in words: the index of TEXT in sh -c TEXT, also behind
 * wrappers; len when there is none. */
size_t script_index(const struct slice *words, size_t len);

#endif
