/* Building a text in an arena. See buffer.h. */
#include "sim/ground/buffer.h"

void buffer_reserve(struct buffer *buffer, size_t n)
{
    while (buffer->cap - buffer->len < n || !buffer->at) {
        if (!buffer->at) {
            buffer->cap = n < 48 ? 48 : n;
            buffer->at = arena_take(buffer->arena, buffer->cap);
        } else {
            buffer->at = arena_grow(buffer->arena, buffer->at, buffer->len, &buffer->cap, 1);
        }
    }
}

void buffer_string(struct buffer *buffer, const char *string)
{
    buffer_put(buffer, slice_of(string));
}

void buffer_number(struct buffer *buffer, int64_t number)
{
    char digits[24];
    size_t at = sizeof digits;
    uint64_t rest = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
    do {
        digits[--at] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest);
    if (number < 0)
        digits[--at] = '-';
    buffer_put(buffer, (struct slice){digits + at, sizeof digits - at});
}

void buffer_hex(struct buffer *buffer, uint32_t number, unsigned digits)
{
    for (unsigned shift = 32; shift; shift -= 4)
        if (number >> (shift - 4) || digits * 4 >= shift)
            buffer_byte(buffer, "0123456789abcdef"[number >> (shift - 4) & 15]);
}

struct slice text_join(struct arena *arena, size_t n, const struct slice *parts)
{
    size_t len = 0;
    for (size_t i = 0; i < n; i++)
        len += parts[i].len;
    char *at = arena_take(arena, len + 1), *end = at;
    for (size_t i = 0; i < n; i++) {
        if (parts[i].len)
            memcpy(end, parts[i].at, parts[i].len);
        end += parts[i].len;
    }
    *end = '\0';
    return (struct slice){at, len};
}
