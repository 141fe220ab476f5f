/* Base64 to bytes. See base64.h. */
#include "app/ground/base64.h"

/* The six bits of a letter, -1 when it is none. */
static int bits_of(char letter)
{
    if (letter >= 'A' && letter <= 'Z')
        return letter - 'A';
    if (letter >= 'a' && letter <= 'z')
        return letter - 'a' + 26;
    if (letter >= '0' && letter <= '9')
        return letter - '0' + 52;
    return letter == '+' ? 62 : letter == '/' ? 63 : -1;
}

bool base64_decode(struct arena *arena, struct slice text, struct slice *bytes)
{
    size_t padding = slice_ends(text, S("==")) ? 2 : slice_ends(text, S("=")) ? 1 : 0;
    if (text.len % 4 != 0)
        return false;
    char *at = arena_take(arena, text.len / 4 * 3 + 1), *end = at;
    for (size_t i = 0; i < text.len; i += 4) {
        uint32_t group = 0;
        for (size_t j = i; j < i + 4; j++) {
            bool pad = j >= text.len - padding;
            int bits = pad ? 0 : bits_of(text.at[j]);
            if (bits < 0)
                return false;
            group = group << 6 | (uint32_t)bits;
        }
        *end++ = (char)(group >> 16 & 0xFF);
        *end++ = (char)(group >> 8 & 0xFF);
        *end++ = (char)(group & 0xFF);
    }
    *bytes = (struct slice){at, (size_t)(end - at) - padding};
    return true;
}
