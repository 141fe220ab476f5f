/* Runes of UTF-8 text, as Go reads them: every byte that is not part of a valid sequence counts as
 * one U+FFFD. Docker and BuildKit are Go programs, and their idea of a letter decides. */
#ifndef SIM_GROUND_UTF8_H
#define SIM_GROUND_UTF8_H

#include "sim/ground/buffer.h"
#include "sim/ground/slice.h"

#include <stdbool.h>
#include <stdint.h>

enum { RUNE_ERROR = 0xFFFD };

/* Decodes the rune at the start of a non-empty s; *len becomes its number of bytes, 1 for a bad
 * byte, which gives RUNE_ERROR. */
uint32_t utf8_decode(struct slice s, size_t *len);

/* The rune at the start of *s, which moves behind it. *s must not be empty. */
static inline uint32_t utf8_next(struct slice *s)
{
    unsigned char c = (unsigned char)*s->at;
    size_t len = 1;
    uint32_t rune = c < 0x80 ? c : utf8_decode(*s, &len);
    s->at += len;
    s->len -= len;
    return rune;
}

/* The last rune of a non-empty s, as Go's DecodeLastRune finds it. */
uint32_t utf8_decode_last(struct slice s, size_t *len);

/* Appends a rune; surrogates and values above U+10FFFF become U+FFFD. */
void utf8_put(struct buffer *buffer, uint32_t rune);

/* Whether s is valid UTF-8. */
bool utf8_valid(struct slice s);

/* s with each bad byte replaced by U+FFFD; s itself when there is none. */
struct slice utf8_repair(struct arena *arena, struct slice s);

/* Go's unicode.IsSpace: TAB LF VT FF CR SPACE, U+0085, U+00A0, U+1680, U+2000-200A, U+2028, U+2029,
 * U+202F, U+205F, U+3000. */
bool rune_is_space(uint32_t rune);
bool rune_is_letter(uint32_t rune); /* unicode.IsLetter */
bool rune_is_digit(uint32_t rune);  /* unicode.IsDigit */
bool rune_is_print(uint32_t rune);  /* strconv.IsPrint: of the blanks only U+0020 */
uint32_t rune_lower(uint32_t rune); /* unicode.ToLower */
uint32_t rune_upper(uint32_t rune); /* unicode.ToUpper */

/* The long ways of the two below. */
struct slice utf8_trim_runes(struct slice s);
struct slice utf8_trim_left_runes(struct slice s);

/* Whether a byte is a rune of its own and no space. */
static inline bool is_graphic(char c)
{
    return c > ' ' && c < 0x7F;
}

/* s without leading and trailing runes that are space, as strings.TrimSpace. */
static inline struct slice utf8_trim(struct slice s)
{
    if (s.len == 0 || (is_graphic(*s.at) && is_graphic(s.at[s.len - 1])))
        return s;
    return utf8_trim_runes(s);
}
static inline struct slice utf8_trim_left(struct slice s)
{
    return s.len == 0 || is_graphic(*s.at) ? s : utf8_trim_left_runes(s);
}
struct slice utf8_trim_right(struct slice s);

/* strings.ToLower and ToUpper: s itself when nothing changes; bad bytes become U+FFFD when
 * something does. */
struct slice utf8_lower(struct arena *arena, struct slice s);
struct slice utf8_upper(struct arena *arena, struct slice s);

#endif
