/* Patterns of the shell: * ? [...] as bash matches them in the locale C.UTF-8, extended globs off.
 */
#ifndef SIM_SHELL_PATTERN_H
#define SIM_SHELL_PATTERN_H

#include "sim/ground/arena.h"
#include "sim/ground/slice.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The marks of a byte in a word that is being expanded. */
enum byte_mark {
    BYTE_QUOTED = 1, /* stands for itself: no pattern, never split */
    BYTE_SPLIT = 2,  /* came out of an expansion without quotes: may separate words */
    BYTE_NULL = 4,   /* no byte: the place of an empty quoted text, which makes a word */
};

/* A text with a mark a byte. */
struct marked {
    char *at;
    unsigned char *marks;
    size_t len, cap;
};

void marked_put(struct arena *arena, struct marked *marked, struct slice s, unsigned char mark);

/* The bytes without the places of empty quotes. */
struct slice marked_bytes(struct arena *arena, const struct marked *marked, size_t from, size_t to);

enum element_kind { ELEMENT_RUNE, ELEMENT_ANY, ELEMENT_STAR, ELEMENT_SET };

/* One rune of a pattern, or a star. */
struct element {
    enum element_kind kind;
    uint32_t rune;
    struct slice set; /* between the brackets; quoted bytes have a backslash in front */
    bool negated;
};

struct pattern {
    struct element *at;
    size_t len, cap;
    uint64_t *steps; /* work done so far; beyond a ceiling the arena stops */
};

/* The pattern that marked bytes from..to are; quoted bytes stand for themselves. */
void pattern_compile(struct arena *arena, const struct marked *marked, size_t from, size_t to,
                     struct pattern *pattern);

/* Whether the bytes hold an unquoted character of a pattern. */
bool pattern_magic(const struct marked *marked, size_t from, size_t to);

/* Whether the pattern matches all of text. */
bool pattern_match(struct arena *arena, const struct pattern *pattern, struct slice text);

enum { PATTERN_NO_MATCH = -1 };

/* The length of the shortest or longest start (or with `suffix` end) of text that the pattern
 * matches; PATTERN_NO_MATCH without one. */
ptrdiff_t pattern_part(struct arena *arena, const struct pattern *pattern, struct slice text,
                       bool suffix, bool longest);

#endif
