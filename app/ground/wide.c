/* In: bytes, or wide characters. Out: the other. See wide.h. */
#include "app/ground/wide.h"

#include "app/ground/key.h"

#include <stdlib.h>

/* The character at the start of text, which moves behind it. */
static wchar_t next_wide(struct slice *text)
{
    size_t len;
    unsigned char byte = (unsigned char)*text->at;
    uint32_t rune = utf8_decode(*text, &len);
    *text = slice_after(*text, len);
    return (wchar_t)(byte >= 0x80 && len == 1 ? (uint32_t)KEYS_BYTE + byte : rune);
}

wchar_t *wide_of(struct slice text, size_t *len)
{
    wchar_t *out = malloc((text.len + 1) * sizeof *out);
    size_t n = 0;
    if (!out)
        return NULL;
    while (text.len) {
        wchar_t c = next_wide(&text);
        if (c)
            out[n++] = c;
    }
    out[n] = 0;
    if (len)
        *len = n;
    return out;
}

size_t wide_bytes(const wchar_t *wide, size_t len, char *out)
{
    char *to = out;
    for (size_t i = 0; i < len; i++) {
        uint32_t rune = (uint32_t)wide[i];
        if (rune < 0x80) {
            *to++ = (char)rune;
        } else if (rune >= KEYS_BYTE + 0x80 && rune <= KEYS_BYTE + 0xFF) {
            *to++ = (char)(rune - KEYS_BYTE);
        } else if (rune < 0x800) {
            *to++ = (char)(0xC0 | rune >> 6);
            *to++ = (char)(0x80 | (rune & 0x3F));
        } else if (rune < 0x10000) {
            *to++ = (char)(0xE0 | rune >> 12);
            *to++ = (char)(0x80 | (rune >> 6 & 0x3F));
            *to++ = (char)(0x80 | (rune & 0x3F));
        } else {
            *to++ = (char)(0xF0 | (rune >> 18 & 7));
            *to++ = (char)(0x80 | (rune >> 12 & 0x3F));
            *to++ = (char)(0x80 | (rune >> 6 & 0x3F));
            *to++ = (char)(0x80 | (rune & 0x3F));
        }
    }
    return (size_t)(to - out);
}

size_t wide_decode(struct wide_decoder *decoder, char byte, wchar_t out[4])
{
    unsigned char first;
    decoder->bytes[decoder->len++] = byte;
    first = (unsigned char)decoder->bytes[0];
    size_t want = first >= 0xF0 && first <= 0xF4 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1;
    bool tail = decoder->len == 1 || ((unsigned char)byte & 0xC0) == 0x80;
    if (decoder->len < want && tail)
        return 0;
    size_t n = 0;
    for (struct slice rest = {decoder->bytes, decoder->len}; rest.len;)
        out[n++] = next_wide(&rest);
    decoder->len = 0;
    return n;
}
