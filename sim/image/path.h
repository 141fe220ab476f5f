/* Paths inside an image, as Docker joins and cleans them. */
#ifndef SIM_IMAGE_PATH_H
#define SIM_IMAGE_PATH_H

#include "sim/ground/arena.h"
#include "sim/ground/slice.h"

#include <stdbool.h>

/* Go's path.Clean: no empty, "." or inner ".." components; "." for an empty path. A slice of the
 * path itself when it is clean. */
struct slice path_clean(struct arena *arena, struct slice path);

/* Go's path.Join of two: empty parts do not count, the result is clean. */
struct slice path_join(struct arena *arena, struct slice a, struct slice b);

/* What WORKDIR makes of a path: an absolute one is taken as it is written, a relative one is joined
 * to the current directory; on windows drive letters go and slashes become backslashes. On failure
 * false and *message is BuildKit's text, which only happens on windows. */
bool workdir_join(struct arena *arena, struct slice current, struct slice path, bool windows,
                  struct slice *result, struct slice *message);

/* Whether a path is on the one drive that there is, C:. On failure, which only happens on windows,
 * *message is BuildKit's text. */
bool path_is_on_drive(struct arena *arena, struct slice path, bool windows, struct slice *message);

/* Whether a path is absolute there. */
bool path_is_absolute(struct arena *arena, struct slice path, bool windows);

#endif
