/* A slice is a borrowed run of bytes: where it starts and how many there are.
 *
 * Nothing here owns memory. A slice points into a text that the caller holds or into an arena, and
 * lives as long as that does. Bytes are bytes: a slice may hold NUL and need not be UTF-8. */
#ifndef SIM_GROUND_SLICE_H
#define SIM_GROUND_SLICE_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct slice {
    const char *at;
    size_t len;
};

/* A literal as a slice: S("run") in expressions, S_INIT("run") in static tables. */
#define S(literal) ((struct slice){(literal), sizeof(literal) - 1})
#define S_INIT(literal)                                                                            \
    {                                                                                              \
        (literal), sizeof(literal) - 1                                                             \
    }

/* The slice of a NUL-terminated string; a null pointer gives the empty slice. */
static inline struct slice slice_of(const char *string)
{
    return (struct slice){string, string ? strlen(string) : 0};
}

static inline bool slice_equal(struct slice a, struct slice b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.at, b.at, a.len) == 0);
}

static inline bool slice_starts(struct slice s, struct slice head)
{
    return s.len >= head.len &&
           (head.len == 0 || (*s.at == *head.at && memcmp(s.at, head.at, head.len) == 0));
}

static inline bool slice_ends(struct slice s, struct slice tail)
{
    return s.len >= tail.len &&
           (tail.len == 0 || memcmp(s.at + (s.len - tail.len), tail.at, tail.len) == 0);
}

/* What remains after the first n bytes; the empty slice at the end when n is too large. */
static inline struct slice slice_after(struct slice s, size_t n)
{
    n = n < s.len ? n : s.len;
    return (struct slice){s.at + n, s.len - n};
}

/* The first n bytes, or all when there are fewer. */
static inline struct slice slice_first(struct slice s, size_t n)
{
    return (struct slice){s.at, n < s.len ? n : s.len};
}

/* The index of the first byte c, or s.len when there is none. */
static inline size_t slice_find(struct slice s, char c)
{
    const char *hit = s.len ? memchr(s.at, c, s.len) : NULL;
    return hit ? (size_t)(hit - s.at) : s.len;
}

static inline bool slice_has(struct slice s, char c)
{
    return slice_find(s, c) < s.len;
}

/* Cuts s at the first byte c into what stands before and after it. Without one: false, before is
 * the whole and after is empty. */
static inline bool slice_cut(struct slice s, char c, struct slice *before, struct slice *after)
{
    size_t i = slice_find(s, c);
    *before = slice_first(s, i);
    *after = slice_after(s, i + 1);
    return i < s.len;
}

/* Byte order, a shorter slice first: below, equal to or above zero. */
static inline int slice_compare(struct slice a, struct slice b)
{
    size_t n = a.len < b.len ? a.len : b.len;
    int order = n ? memcmp(a.at, b.at, n) : 0;
    return order ? order : (a.len > b.len) - (a.len < b.len);
}

/* Equal when the letters A-Z count as a-z. */
static inline bool slice_equal_fold(struct slice a, struct slice b)
{
    if (a.len != b.len)
        return false;
    for (size_t i = 0; i < a.len; i++) {
        unsigned char x = (unsigned char)a.at[i], y = (unsigned char)b.at[i];
        x = x >= 'A' && x <= 'Z' ? (unsigned char)(x + 32) : x;
        y = y >= 'A' && y <= 'Z' ? (unsigned char)(y + 32) : y;
        if (x != y)
            return false;
    }
    return true;
}

#endif
