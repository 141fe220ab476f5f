/* In: a text. Out: ESC ] 52 ; c ; its base64 BEL, as xterm takes it. See clipboard.h. */
#include "app/screen/clipboard.h"

#include <stdlib.h>

char *clipboard_sequence(struct slice text, size_t *len)
{
    static const char head[] = "\033]52;c;";
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    char *out = text.len <= CLIPBOARD_MAX ? malloc(sizeof head + (text.len + 2) / 3 * 4 + 1) : NULL;
    if (!out)
        return NULL;
    memcpy(out, head, sizeof head - 1);
    char *at = out + sizeof head - 1;
    for (size_t i = 0; i < text.len; i += 3, at += 4) {
        uint32_t bits = 0;
        for (size_t k = 0; k < 3; k++)
            bits = bits << 8 | (i + k < text.len ? (unsigned char)text.at[i + k] : 0u);
        for (unsigned k = 0; k < 4; k++)
            at[k] = i + k > text.len ? '=' : digits[bits >> (18 - 6 * k) & 63];
    }
    *at++ = 7;
    *len = (size_t)(at - out);
    return out;
}
