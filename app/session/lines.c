/* Two gap buffers, one of bytes and one of line starts. In: replacements. Out: slices, line
 * numbers. See lines.h. */
#include "app/session/lines.h"

#include <stdlib.h>

void lines_free(struct lines *lines)
{
    free(lines->at);
    free(lines->starts);
    *lines = (struct lines){0};
}

static void move_gap(struct lines *lines, size_t to)
{
    size_t hole = lines->cap - lines->len;
    if (to < lines->gap)
        memmove(lines->at + to + hole, lines->at + to, lines->gap - to);
    else if (to > lines->gap)
        memmove(lines->at + lines->gap, lines->at + lines->gap + hole, to - lines->gap);
    lines->gap = to;
}

/* Starts that cross their gap change from one way of counting to the other. */
static void move_starts_gap(struct lines *lines, size_t to)
{
    size_t hole = lines->starts_cap - lines->starts_len;
    uint32_t *at = lines->starts, len = (uint32_t)lines->len;
    while (lines->starts_gap > to) {
        lines->starts_gap--;
        at[lines->starts_gap + hole] = len - at[lines->starts_gap];
    }
    while (lines->starts_gap < to) {
        at[lines->starts_gap] = len - at[lines->starts_gap + hole];
        lines->starts_gap++;
    }
}

/* Room for a text that has n more bytes. */
static bool reserve(struct lines *lines, size_t n)
{
    if (lines->cap - lines->len >= n)
        return true;
    size_t cap = lines->cap ? lines->cap : 64;
    while (cap - lines->len < n)
        cap *= 2;
    char *at = realloc(lines->at, cap);
    if (!at)
        return false;
    size_t tail = lines->len - lines->gap;
    memmove(at + cap - tail, at + lines->cap - tail, tail);
    lines->at = at;
    lines->cap = cap;
    return true;
}

static bool reserve_starts(struct lines *lines, size_t n)
{
    if (lines->starts_cap - lines->starts_len >= n)
        return true;
    size_t cap = lines->starts_cap ? lines->starts_cap : 16;
    while (cap - lines->starts_len < n)
        cap *= 2;
    uint32_t *at = realloc(lines->starts, cap * sizeof *at);
    if (!at)
        return false;
    size_t tail = lines->starts_len - lines->starts_gap;
    memmove(at + cap - tail, at + lines->starts_cap - tail, tail * sizeof *at);
    lines->starts = at;
    lines->starts_cap = cap;
    return true;
}

static size_t count_newlines(struct slice s)
{
    size_t n = 0;
    for (struct slice rest = s; slice_has(rest, '\n'); n++)
        rest = slice_after(rest, slice_find(rest, '\n') + 1);
    return n;
}

bool lines_reserve(struct lines *lines, size_t len, struct slice by)
{
    return by.len <= LINES_MAX - (lines->len - len) &&
           reserve(lines, by.len > len ? by.len - len : 0) &&
           reserve_starts(lines, count_newlines(by));
}

bool lines_replace(struct lines *lines, size_t from, size_t len, struct slice by)
{
    if (!lines_reserve(lines, len, by))
        return false;
    size_t line = lines_at(lines, from), last = lines_at(lines, from + len);
    move_starts_gap(lines, line);
    lines->starts_len -= last - line;
    move_gap(lines, from);
    lines->len -= len;
    if (by.len)
        memcpy(lines->at + from, by.at, by.len);
    lines->len += by.len;
    lines->gap += by.len;
    for (size_t i = 0; i < by.len; i++) {
        i += slice_find(slice_after(by, i), '\n');
        if (i < by.len) {
            lines->starts[lines->starts_gap++] = (uint32_t)(from + i + 1);
            lines->starts_len++;
        }
    }
    return true;
}

struct slice lines_all(struct lines *lines)
{
    return lines_part(lines, 0, lines->len);
}

struct slice lines_part(struct lines *lines, size_t from, size_t to)
{
    if (from < lines->gap && to > lines->gap)
        move_gap(lines, to);
    size_t hole = from >= lines->gap ? lines->cap - lines->len : 0;
    return (struct slice){lines->at ? lines->at + from + hole : "", to - from};
}

char lines_byte(const struct lines *lines, size_t at)
{
    return lines->at[at < lines->gap ? at : at + lines->cap - lines->len];
}

size_t lines_count(const struct lines *lines)
{
    return lines->starts_len + 1;
}

size_t lines_start(const struct lines *lines, size_t line)
{
    if (!line)
        return 0;
    size_t i = line - 1;
    return i < lines->starts_gap
               ? lines->starts[i]
               : lines->len - lines->starts[i + lines->starts_cap - lines->starts_len];
}

size_t lines_end(const struct lines *lines, size_t line)
{
    return line + 1 < lines_count(lines) ? lines_start(lines, line + 1) - 1 : lines->len;
}

struct slice lines_line(struct lines *lines, size_t line)
{
    return lines_part(lines, lines_start(lines, line), lines_end(lines, line));
}

size_t lines_at(const struct lines *lines, size_t at)
{
    size_t low = 0, high = lines->starts_len; /* the line is one of these, both included */
    while (low < high) {
        size_t middle = high - (high - low) / 2;
        if (lines_start(lines, middle) <= at)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}
