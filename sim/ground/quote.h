/* Quoting: the same words written for different readers. */
#ifndef SIM_GROUND_QUOTE_H
#define SIM_GROUND_QUOTE_H

#include "sim/ground/buffer.h"
#include "sim/ground/origin.h"
#include "sim/ground/slice.h"

/* Go's %q of a string: in double quotes; \a \b \f \n \r \t \v \\ \" escaped, other control bytes
 * and bad bytes as \xNN, unprintable runes as \uNNNN or \UNNNNNNNN. */
void quote_go(struct buffer *buffer, struct slice s);

/* Go's %q of a rune: in single quotes. */
void quote_go_rune(struct buffer *buffer, uint32_t rune);

/* A JSON string; bad bytes become U+FFFD, control characters \u00NN or their short form. */
void quote_json(struct buffer *buffer, struct slice s);

/* The words as a JSON array without blanks: ["nginx","-g","daemon off;"]. */
void quote_json_array(struct buffer *buffer, const struct args *args);

/* A word as a POSIX shell would have to be given it, bare where that is safe, else in single
 * quotes; a word with control characters or bad bytes is written $'…', so the result is always
 * printable UTF-8 on one line, and bash splits it back into the same bytes. */
void quote_shell(struct buffer *buffer, struct slice s);

/* The words, each quoted for a shell, with one blank between them. */
void quote_shell_words(struct buffer *buffer, const struct args *args);

/* Shorthands that return the quoted text. */
struct slice quoted_go(struct arena *arena, struct slice s);
struct slice quoted_shell(struct arena *arena, struct slice s);

#endif
