/* Decoding, encoding and classes of runes. See utf8.h; the tables are in unicode.c. */
#include "sim/ground/utf8.h"

#include "sim/ground/unicode.h"

/* Lead bytes say how many bytes follow and which second bytes keep the sequence shortest and
 * outside the surrogates. */
uint32_t utf8_decode(struct slice s, size_t *len)
{
    const unsigned char *at = (const unsigned char *)s.at;
    unsigned char c = at[0], low = 0x80, high = 0xBF;
    size_t more;
    uint32_t rune;
    *len = 1;
    if (c < 0x80)
        return c;
    if (c >= 0xC2 && c <= 0xDF) {
        more = 1;
        rune = c & 0x1Fu;
    } else if (c >= 0xE0 && c <= 0xEF) {
        more = 2;
        rune = c & 0x0Fu;
        low = c == 0xE0 ? 0xA0 : low;
        high = c == 0xED ? 0x9F : high;
    } else if (c >= 0xF0 && c <= 0xF4) {
        more = 3;
        rune = c & 0x07u;
        low = c == 0xF0 ? 0x90 : low;
        high = c == 0xF4 ? 0x8F : high;
    } else {
        return RUNE_ERROR;
    }
    if (s.len <= more || at[1] < low || at[1] > high)
        return RUNE_ERROR;
    rune = rune << 6 | (at[1] & 0x3Fu);
    for (size_t i = 2; i <= more; i++) {
        if ((at[i] & 0xC0) != 0x80)
            return RUNE_ERROR;
        rune = rune << 6 | (at[i] & 0x3Fu);
    }
    *len = more + 1;
    return rune;
}

uint32_t utf8_decode_last(struct slice s, size_t *len)
{
    for (size_t back = s.len < 4 ? s.len : 4; back > 1; back--) {
        size_t used;
        uint32_t rune = utf8_decode(slice_after(s, s.len - back), &used);
        if (used == back) {
            *len = back;
            return rune;
        }
    }
    *len = 1;
    return (unsigned char)s.at[s.len - 1] < 0x80 ? (unsigned char)s.at[s.len - 1] : RUNE_ERROR;
}

void utf8_put(struct buffer *buffer, uint32_t rune)
{
    if (rune > 0x10FFFF || (rune >= 0xD800 && rune <= 0xDFFF))
        rune = RUNE_ERROR;
    if (rune < 0x80) {
        buffer_byte(buffer, (char)rune);
    } else if (rune < 0x800) {
        buffer_byte(buffer, (char)(0xC0 | rune >> 6));
        buffer_byte(buffer, (char)(0x80 | (rune & 0x3F)));
    } else if (rune < 0x10000) {
        buffer_byte(buffer, (char)(0xE0 | rune >> 12));
        buffer_byte(buffer, (char)(0x80 | (rune >> 6 & 0x3F)));
        buffer_byte(buffer, (char)(0x80 | (rune & 0x3F)));
    } else {
        buffer_byte(buffer, (char)(0xF0 | rune >> 18));
        buffer_byte(buffer, (char)(0x80 | (rune >> 12 & 0x3F)));
        buffer_byte(buffer, (char)(0x80 | (rune >> 6 & 0x3F)));
        buffer_byte(buffer, (char)(0x80 | (rune & 0x3F)));
    }
}

/* The index of the first bad byte, s.len when there is none. */
static size_t first_bad(struct slice s)
{
    for (size_t i = 0; i < s.len;) {
        uint64_t eight; /* ASCII is passed over eight bytes at a time */
        for (; i + sizeof eight <= s.len; i += sizeof eight) {
            memcpy(&eight, s.at + i, sizeof eight);
            if (eight & 0x8080808080808080u)
                break;
        }
        if (i == s.len)
            break;
        size_t len = 1;
        if ((unsigned char)s.at[i] >= 0x80 && utf8_decode(slice_after(s, i), &len) == RUNE_ERROR &&
            len == 1)
            return i;
        i += len;
    }
    return s.len;
}

bool utf8_valid(struct slice s)
{
    return first_bad(s) == s.len;
}

struct slice utf8_repair(struct arena *arena, struct slice s)
{
    size_t good = first_bad(s);
    if (good == s.len)
        return s;
    struct buffer out = {.arena = arena};
    buffer_put(&out, slice_first(s, good));
    for (struct slice rest = slice_after(s, good); rest.len;)
        utf8_put(&out, utf8_next(&rest));
    return buffer_slice(&out);
}

static bool in_ranges(const struct rune_range *ranges, size_t n, uint32_t rune)
{
    size_t low = 0, high = n;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (rune > ranges[mid].last)
            low = mid + 1;
        else
            high = mid;
    }
    return low < n && rune >= ranges[low].first;
}

bool rune_is_space(uint32_t rune)
{
    if (rune < 0x100)
        return (rune >= 9 && rune <= 13) || rune == ' ' || rune == 0x85 || rune == 0xA0;
    return rune == 0x1680 || (rune >= 0x2000 && rune <= 0x200A) || rune == 0x2028 ||
           rune == 0x2029 || rune == 0x202F || rune == 0x205F || rune == 0x3000;
}

bool rune_is_letter(uint32_t rune)
{
    if (rune < 0x80)
        return (rune | 32) >= 'a' && (rune | 32) <= 'z';
    return in_ranges(unicode_letters, unicode_letters_len, rune);
}

bool rune_is_digit(uint32_t rune)
{
    if (rune < 0x80)
        return rune >= '0' && rune <= '9';
    return in_ranges(unicode_digits, unicode_digits_len, rune);
}

bool rune_is_print(uint32_t rune)
{
    if (rune < 0x80)
        return rune >= 0x20 && rune < 0x7F;
    return in_ranges(unicode_printable, unicode_printable_len, rune);
}

static uint32_t mapped(const struct rune_case *cases, size_t n, uint32_t rune)
{
    size_t low = 0, high = n;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (rune > cases[mid].last)
            low = mid + 1;
        else
            high = mid;
    }
    if (low == n || rune < cases[low].first || (rune - cases[low].first) % cases[low].step)
        return rune;
    return (uint32_t)((int32_t)rune + cases[low].delta);
}

uint32_t rune_lower(uint32_t rune)
{
    if (rune < 0x80)
        return rune >= 'A' && rune <= 'Z' ? rune + 32 : rune;
    return mapped(unicode_lower, unicode_lower_len, rune);
}

uint32_t rune_upper(uint32_t rune)
{
    if (rune < 0x80)
        return rune >= 'a' && rune <= 'z' ? rune - 32 : rune;
    return mapped(unicode_upper, unicode_upper_len, rune);
}

struct slice utf8_trim_left_runes(struct slice s)
{
    while (s.len) {
        struct slice rest = s;
        if (!rune_is_space(utf8_next(&rest)))
            break;
        s = rest;
    }
    return s;
}

struct slice utf8_trim_right(struct slice s)
{
    while (s.len) {
        size_t len = 1;
        unsigned char c = (unsigned char)s.at[s.len - 1];
        if (!rune_is_space(c < 0x80 ? c : utf8_decode_last(s, &len)))
            break;
        s.len -= len;
    }
    return s;
}

struct slice utf8_trim_runes(struct slice s)
{
    return utf8_trim_right(utf8_trim_left_runes(s));
}

static struct slice map_runes(struct arena *arena, struct slice s, uint32_t (*map)(uint32_t))
{
    bool same = true;
    for (struct slice rest = s; same && rest.len;) {
        uint32_t rune = utf8_next(&rest);
        same = map(rune) == rune;
    }
    if (same)
        return s;
    struct buffer out = {.arena = arena};
    buffer_reserve(&out, s.len);
    while (s.len)
        utf8_put(&out, map(utf8_next(&s)));
    return buffer_slice(&out);
}

struct slice utf8_lower(struct arena *arena, struct slice s)
{
    return map_runes(arena, s, rune_lower);
}

struct slice utf8_upper(struct arena *arena, struct slice s)
{
    return map_runes(arena, s, rune_upper);
}
