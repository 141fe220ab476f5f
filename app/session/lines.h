/* A text as lines, that can be changed anywhere at a cost that goes with the change.
 *
 * The bytes stand in one buffer with a gap at the place of the last change; so do the starts of the
 * lines, those before the gap counted from the front and those behind it from the end, so that a
 * change moves none of them. Bytes are bytes: any may occur, a line ends at '\n'. There is always
 * one line more than there are '\n'. */
#ifndef APP_SESSION_LINES_H
#define APP_SESSION_LINES_H

#include "sim/sim.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The largest text: what a Dockerfile may have. */
enum { LINES_MAX = 64 << 20 };

/* Starts as all zeros: an empty text. */
struct lines {
    char *at;
    size_t len, cap, gap; /* the gap is cap - len bytes long */
    uint32_t *starts;     /* of all lines but the first */
    size_t starts_len, starts_cap, starts_gap;
};

void lines_free(struct lines *lines);

/* Replaces len bytes from `from` on by others, which must not be a part of the text. false, and
 * nothing changed, without memory or when the text would exceed LINES_MAX. */
bool lines_replace(struct lines *lines, size_t from, size_t len, struct slice by);

/* Makes sure that such a replacement succeeds, without doing it. */
bool lines_reserve(struct lines *lines, size_t len, struct slice by);

/* The whole text, or a part of it, as one slice, valid until the next change. Costs as many bytes
 * as there are between the last change and the end (of the part); nothing when asked again. */
struct slice lines_all(struct lines *lines);
struct slice lines_part(struct lines *lines, size_t from, size_t to);

char lines_byte(const struct lines *lines, size_t at);

/* Lines are counted from 0. A line ends before its '\n'. */
size_t lines_count(const struct lines *lines);
size_t lines_start(const struct lines *lines, size_t line);
size_t lines_end(const struct lines *lines, size_t line);
struct slice lines_line(struct lines *lines, size_t line);

/* The line that a byte stands in; of the end of the text the last one. */
size_t lines_at(const struct lines *lines, size_t at);

#endif
