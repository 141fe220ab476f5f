/* The exit status of docker run: a message in, 125, 126 or 127 out. Follows docker CLI 28.2.2,
 * toStatusError. */
#include "sim/docker/exit.h"

#include <stdbool.h>

static bool holds(struct slice text, struct slice part)
{
    while (text.len >= part.len) {
        size_t at = slice_find(text, *part.at);
        text = slice_after(text, at);
        if (slice_starts(text, part))
            return true;
        text = slice_after(text, 1);
    }
    return false;
}

int exit_of_message(struct slice message)
{
    if (holds(message, S("executable file not found")) ||
        holds(message, S("no such file or directory")) ||
        holds(message, S("system cannot find the file specified")))
        return 127;
    if (holds(message, S("permission denied")) || holds(message, S("is a directory")))
        return 126;
    return 125;
}
