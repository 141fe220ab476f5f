/* Addresses: text in, whether Go's package net takes it out. */
#include "sim/docker/address.h"

#include "sim/ground/utf8.h"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_hex(char c)
{
    char letter = (char)(c | 0x20);
    return is_digit(c) || (letter >= 'a' && letter <= 'f');
}

/* Four numbers up to 255, no leading zero. */
static bool is_ip4(struct slice s)
{
    for (unsigned field = 0; field < 4; field++) {
        unsigned value = 0;
        size_t digits = 0;
        for (; digits < s.len && is_digit(s.at[digits]); digits++) {
            value = value * 10 + (unsigned)(s.at[digits] - '0');
            if (value > 255)
                return false;
        }
        if (digits == 0 || (digits > 1 && s.at[0] == '0'))
            return false;
        s = slice_after(s, digits);
        if (field == 3)
            return s.len == 0;
        if (s.len == 0 || *s.at != '.')
            return false;
        s = slice_after(s, 1);
    }
    return false;
}

/* Eight groups of up to four digits; one :: stands for some; the last two may be an IPv4 address.
 */
static bool is_ip6(struct slice s)
{
    bool gap = slice_starts(s, S("::"));
    s = slice_after(s, gap ? 2 : 0);
    size_t bytes = 0;
    while (bytes < 16 && s.len) {
        size_t digits = 0;
        while (digits < s.len && digits < 5 && is_hex(s.at[digits]))
            digits++;
        if (digits == 0 || digits > 4)
            return false;
        if (digits < s.len && s.at[digits] == '.') {
            if (bytes > 12 || (!gap && bytes != 12) || !is_ip4(s))
                return false;
            bytes += 4;
            s = slice_after(s, s.len);
            break;
        }
        bytes += 2;
        s = slice_after(s, digits);
        if (s.len == 0)
            break;
        if (*s.at != ':' || s.len == 1)
            return false;
        s = slice_after(s, 1);
        if (*s.at == ':') {
            if (gap)
                return false;
            gap = true;
            s = slice_after(s, 1);
        }
    }
    return s.len == 0 && (gap ? bytes < 16 : bytes == 16);
}

bool is_ip(struct slice s)
{
    size_t dot = slice_find(s, '.'), colon = slice_find(s, ':');
    return dot < colon ? is_ip4(s) : colon < s.len && is_ip6(s);
}

bool is_mac(struct slice s)
{
    s = utf8_trim(s);
    if (s.len < 14)
        return false;
    size_t group = s.at[2] == ':' || s.at[2] == '-' ? 2 : s.at[4] == '.' ? 4 : 0;
    if (group == 0 || (s.len + 1) % (group + 1) != 0)
        return false;
    size_t bytes = (s.len + 1) / (group + 1) * group / 2;
    for (size_t i = 0; i < s.len; i++) {
        bool separator = i % (group + 1) == group;
        if (separator ? s.at[i] != s.at[group] : !is_hex(s.at[i]))
            return false;
    }
    return bytes == 6 || bytes == 8 || bytes == 20;
}
