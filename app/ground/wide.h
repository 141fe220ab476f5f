/* Bytes and wide characters, for libraries that want the latter.
 *
 * A wide character is a rune's number; a byte that is no UTF-8 is one of the numbers 0xDC80 to
 * 0xDCFF, which are no runes, so that any bytes come back as they were. The locale plays no part.
 */
#ifndef APP_GROUND_WIDE_H
#define APP_GROUND_WIDE_H

#include "sim/sim.h"

#include <stddef.h>
#include <wchar.h>

/* The wide text of bytes, ended by 0, to be freed; NULs are left out. null without memory. *len may
 * be null. */
wchar_t *wide_of(struct slice text, size_t *len);

/* The bytes of wide characters are at most four times as many. Returns how many were written. */
size_t wide_bytes(const wchar_t *wide, size_t len, char *out);

/* Decodes bytes that arrive one by one: starts as all zeros. */
struct wide_decoder {
    char bytes[4];
    size_t len;
};

/* Takes one more byte. Gives how many characters are ready, written to out. */
size_t wide_decode(struct wide_decoder *decoder, char byte, wchar_t out[4]);

#endif
