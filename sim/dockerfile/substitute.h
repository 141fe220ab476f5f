/* Patterns of ${NAME#p}, ${NAME%p} and ${NAME/p/r}.
 *
 * `*` is any run of characters, `?` any one character, neither a newline; a backslash makes the
 * next `*`, `?` or backslash literal, whatever the file's escape character is, and vanishes before
 * `}` and `/`. There are no brackets. The work is linear in the value for each pattern character;
 * beyond a product of 2^28 the arena stops. */
#ifndef SIM_DOCKERFILE_SUBSTITUTE_H
#define SIM_DOCKERFILE_SUBSTITUTE_H

#include "sim/ground/arena.h"
#include "sim/ground/slice.h"

#include <stdbool.h>

/* value without the shortest, or longest, head or tail that matches. On a bad pattern false, and
 * *cause says it (invalid pattern (p) in substitution: …). */
bool trim_head(struct arena *arena, struct slice pattern, struct slice value, bool longest,
               struct slice *result, struct slice *cause);
bool trim_tail(struct arena *arena, struct slice pattern, struct slice value, bool longest,
               struct slice *result, struct slice *cause);

/* value with the first, or every, match replaced, the longest from the left. With every, $0 in the
 * replacement is the match, $$ a dollar, and any other $name or ${name} vanishes, as in templates
 * of Go's regular expressions. */
bool replace_first(struct arena *arena, struct slice pattern, struct slice value,
                   struct slice replacement, struct slice *result, struct slice *cause);
bool replace_every(struct arena *arena, struct slice pattern, struct slice value,
                   struct slice replacement, struct slice *result, struct slice *cause);

#endif
