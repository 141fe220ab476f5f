/* The exec form: whether a text is a JSON array of strings, decided as Go's JSON reader decides it.
 *
 * Strict RFC 8259: nothing after the bracket, no single quotes, no trailing comma, no raw control
 * characters, at most 10,000 levels deep. A text that is no valid JSON array is no error: Docker
 * takes it as something else without a word. */
#ifndef SIM_DOCKERFILE_EXECFORM_H
#define SIM_DOCKERFILE_EXECFORM_H

#include "sim/dockerfile/source.h"
#include "sim/ground/arena.h"
#include "sim/ground/origin.h"

enum execform {
    EXECFORM_NOT_JSON,    /* no array, no valid JSON, or a number too large for a float64 */
    EXECFORM_LIST,        /* an array of strings, also an empty one */
    EXECFORM_NOT_STRINGS, /* a valid array that holds something else */
};

/* BuildKit's words for EXECFORM_NOT_STRINGS. */
#define EXECFORM_NOT_STRINGS_MESSAGE                                                               \
    "when using JSON array syntax, arrays must be comprised of strings only"

/* Reads text, which lies in line->text. Leading Unicode blanks are skipped. For EXECFORM_LIST the
 * decoded elements are in *words (set, even when empty), each with the origin of its bytes in the
 * file, quotes included; an element without escapes is a slice of text. Otherwise *words is left
 * as it was. */
enum execform execform_read(struct arena *arena, const struct logical_line *line, struct slice text,
                            struct args *words);

#endif
