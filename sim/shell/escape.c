/* The escapes of $'…'. Input: the text between the quotes; output: the bytes it stands for.
 *
 * Models bash 5.2 in C.UTF-8; a NUL byte ends the text. */
#include "sim/shell/expand.h"

/* The value of a hexadecimal digit, -1 for another byte. */
static int hex_value(char c)
{
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

/* At most `most` digits of base 8 or 16 at the start of *s, which moves behind them. */
static uint32_t read_digits(struct slice *s, unsigned base, size_t most, size_t *read)
{
    uint32_t value = 0;
    for (*read = 0; *read < most && s->len; ++*read, *s = slice_after(*s, 1)) {
        int digit = hex_value(*s->at);
        if (digit < 0 || digit >= (int)base)
            break;
        value = value * base + (uint32_t)digit;
    }
    return value;
}

/* UTF-8 of any value below 2^31, as bash writes \u and \U. */
static void put_rune(struct buffer *buffer, uint32_t rune)
{
    if (rune < 0x80) {
        buffer_byte(buffer, (char)rune);
        return;
    }
    unsigned more = rune < 0x800 ? 1 : rune < 0x10000 ? 2 : rune < 0x200000 ? 3 : 4;
    if (rune >= 0x4000000)
        more = 5;
    buffer_byte(buffer, (char)((0xFF00 >> (more + 1) & 0xFF) | rune >> 6 * more));
    while (more--)
        buffer_byte(buffer, (char)(0x80 | (rune >> 6 * more & 0x3F)));
}

/* One escape of $'…' behind its backslash. False when it is \0: the text ends there. */
static bool put_escape(struct buffer *out, struct slice *s)
{
    static const char letters[] = "abefnrtvE\\'\"?", bytes[] = "\a\b\033\f\n\r\t\v\033\\'\"?";
    char c = *s->at;
    size_t read, before = out->len;
    const char *letter = memchr(letters, c, sizeof letters - 1);
    *s = slice_after(*s, 1);
    if (letter) {
        buffer_byte(out, bytes[letter - letters]);
        return true;
    }
    if (c >= '0' && c <= '7') {
        s->at--;
        s->len++;
        buffer_byte(out, (char)read_digits(s, 8, 3, &read));
    } else if (c == 'c' && s->len) {
        char control = *s->at;
        *s = slice_after(*s, control == '\\' && s->len > 1 && s->at[1] == '\\' ? 2 : 1);
        buffer_byte(out, (char)(control == '?' ? 127 : control & 31));
    } else if (c == 'x' || c == 'u' || c == 'U') {
        struct slice rest = *s;
        bool braces = c == 'x' && slice_starts(rest, S("{"));
        rest = slice_after(rest, braces);
        uint32_t value = read_digits(&rest, 16, c == 'x' && !braces ? 2 : c == 'u' ? 4 : 8, &read);
        if (read == 0) {
            buffer_byte(out, '\\');
            buffer_byte(out, c);
            return true;
        }
        *s = slice_after(rest, braces && slice_starts(rest, S("}")));
        if (c == 'x')
            buffer_byte(out, (char)value);
        else
            put_rune(out, value);
    } else {
        buffer_byte(out, '\\');
        buffer_byte(out, c);
    }
    return out->len == before || out->at[before] != '\0';
}

struct slice expand_escapes(struct arena *arena, struct slice s)
{
    struct buffer out = {.arena = arena};
    if (!slice_has(s, '\\'))
        return s;
    while (s.len) {
        size_t n = slice_find(s, '\\');
        buffer_put(&out, slice_first(s, n));
        s = slice_after(s, n + 1);
        if (s.len && !put_escape(&out, &s)) {
            out.len--;
            break;
        }
    }
    return buffer_slice(&out);
}
