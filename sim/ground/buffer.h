/* A text being built in an arena, byte by byte or slice by slice. */
#ifndef SIM_GROUND_BUFFER_H
#define SIM_GROUND_BUFFER_H

#include "sim/ground/arena.h"
#include "sim/ground/slice.h"

#include <stdint.h>

/* Starts as {.arena = arena}. */
struct buffer {
    struct arena *arena;
    char *at;
    size_t len, cap;
};

/* Makes room for n more bytes. */
void buffer_reserve(struct buffer *buffer, size_t n);

static inline void buffer_byte(struct buffer *buffer, char c)
{
    if (buffer->len == buffer->cap)
        buffer_reserve(buffer, 1);
    buffer->at[buffer->len++] = c;
}

static inline void buffer_put(struct buffer *buffer, struct slice s)
{
    if (buffer->cap - buffer->len < s.len)
        buffer_reserve(buffer, s.len);
    if (s.len)
        memcpy(buffer->at + buffer->len, s.at, s.len);
    buffer->len += s.len;
}

/* A NUL-terminated string. */
void buffer_string(struct buffer *buffer, const char *string);

/* A number in decimal digits. */
void buffer_number(struct buffer *buffer, int64_t number);

/* A number in lower-case hexadecimal digits, at least `digits` of them. */
void buffer_hex(struct buffer *buffer, uint32_t number, unsigned digits);

/* What was built so far; valid until the arena is reset, also when more is put. */
static inline struct slice buffer_slice(const struct buffer *buffer)
{
    return (struct slice){buffer->at, buffer->len};
}

/* n parts joined into one text. */
struct slice text_join(struct arena *arena, size_t n, const struct slice *parts);

/* The parts joined: TEXT(arena, S("unknown flag: --"), name). */
#define TEXT(arena, ...)                                                                           \
    text_join((arena), sizeof((struct slice[]){__VA_ARGS__}) / sizeof(struct slice),               \
              (struct slice[]){__VA_ARGS__})

#endif
