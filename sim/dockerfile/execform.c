/* The exec form. A text goes in; it is an array of strings, a valid array of something else, or no
 * JSON at all.
 *
 * Models Go's encoding/json as BuildKit's parser uses it, including its limit of 10,000 levels, its
 * reading of bad UTF-8 and lone surrogates, and that a number too large for a float64 makes the
 * whole text count as no JSON. Nested values are only checked, without recursion. */
#include "sim/dockerfile/execform.h"

#include "sim/ground/buffer.h"
#include "sim/ground/number.h"
#include "sim/ground/utf8.h"

#include <stdint.h>

enum { DEPTH_MAX = 10000, WORDS_MAX = 100000, SHORT_NUMBER = 300 };

struct json {
    const char *at, *end;
    bool overflow; /* a number did not fit a float64 */
};

/* A string as it stands, without its quotes. */
struct json_string {
    struct slice raw;
    bool plain; /* no escapes and ASCII only: the bytes are the value */
};

static inline void skip_blanks(struct json *json)
{
    while (json->at < json->end && (unsigned char)*json->at <= ' ' &&
           (*json->at == ' ' || *json->at == '\t' || *json->at == '\n' || *json->at == '\r'))
        json->at++;
}

/* Takes c if it comes next. */
static inline bool take(struct json *json, char c)
{
    if (json->at == json->end || *json->at != c)
        return false;
    json->at++;
    return true;
}

static int hex_value(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

/* Takes what stands behind a backslash. */
static bool take_escape(struct json *json)
{
    if (json->at == json->end)
        return false;
    char c = *json->at++;
    if (c != 'u')
        return memchr("\"\\/bfnrt", c, 8) != NULL;
    for (int i = 0; i < 4; i++, json->at++)
        if (json->at == json->end || hex_value(*json->at) < 0)
            return false;
    return true;
}

/* Bytes that stand for themselves in a string. */
static const bool plain_byte[256] = {
#define BYTES8(n) true, true, true, true, true, true, true, true
    [' '] = true, true,         false,       true,        true,
    true,         true,         true, /* not the quote */
    BYTES8('('),  BYTES8('0'),  BYTES8('8'), BYTES8('@'), BYTES8('H'),
    BYTES8('P'),  ['X'] = true, true,        true,        true,
    false,        true,         true,        true, /* not the backslash */
    BYTES8('`'),  BYTES8('h'),  BYTES8('p'), BYTES8('x'),
#undef BYTES8
};

static bool take_string(struct json *json, struct json_string *string)
{
    if (!take(json, '"'))
        return false;
    const char *from = json->at;
    string->plain = true;
    for (;;) {
        const char *at = json->at, *end = json->end;
        while (at < end && plain_byte[(unsigned char)*at])
            at++;
        if (at == end || (unsigned char)*at < ' ')
            return false;
        json->at = at + 1;
        if (*at == '"') {
            string->raw = (struct slice){from, (size_t)(at - from)};
            return true;
        }
        string->plain = false;
        if (*at == '\\' && !take_escape(json))
            return false;
    }
}

static size_t take_digits(struct json *json)
{
    const char *from = json->at;
    while (json->at < json->end && *json->at >= '0' && *json->at <= '9')
        json->at++;
    return (size_t)(json->at - from);
}

static bool take_number(struct json *json)
{
    const char *from = json->at;
    bool exponent = false;
    take(json, '-');
    if (!take(json, '0') && take_digits(json) == 0)
        return false;
    if (take(json, '.') && take_digits(json) == 0)
        return false;
    if (take(json, 'e') || take(json, 'E')) {
        exponent = true;
        if (!take(json, '+'))
            take(json, '-');
        if (take_digits(json) == 0)
            return false;
    }
    struct slice number = {from, (size_t)(json->at - from)};
    double value;
    if ((exponent || number.len > SHORT_NUMBER) && parse_float(number, &value) == NUMBER_RANGE)
        json->overflow = true;
    return true;
}

static bool take_name(struct json *json, struct slice name)
{
    if (!slice_starts((struct slice){json->at, (size_t)(json->end - json->at)}, name))
        return false;
    json->at += name.len;
    return true;
}

static bool take_scalar(struct json *json)
{
    struct json_string string;
    if (json->at == json->end)
        return false;
    switch (*json->at) {
    case '"': return take_string(json, &string);
    case 't': return take_name(json, S("true"));
    case 'f': return take_name(json, S("false"));
    case 'n': return take_name(json, S("null"));
    default: return take_number(json);
    }
}

/* The key of a member and its colon. */
static bool take_key(struct json *json)
{
    struct json_string key;
    skip_blanks(json);
    if (!take_string(json, &key))
        return false;
    skip_blanks(json);
    return take(json, ':');
}

/* The arrays and objects that are open, an object's bit set. */
struct nest {
    size_t depth;
    unsigned char object[DEPTH_MAX / 8 + 1];
};

static bool is_object(const struct nest *nest)
{
    size_t top = nest->depth - 1;
    return nest->object[top / 8] >> top % 8 & 1;
}

/* Goes into an array or object whose bracket was taken. False where it is too deep, or where the
 * first key of an object is missing; *empty when it closes at once. */
static bool nest_open(struct json *json, struct nest *nest, bool object, bool *empty)
{
    if (nest->depth + 1 >= DEPTH_MAX) /* the outermost array is one level of its own */
        return false;
    skip_blanks(json);
    *empty = take(json, object ? '}' : ']');
    if (*empty)
        return true;
    unsigned char bit = (unsigned char)(1u << nest->depth % 8), *byte;
    byte = nest->object + nest->depth / 8;
    *byte = (unsigned char)(object ? *byte | bit : *byte & ~bit);
    nest->depth++;
    return !object || take_key(json);
}

/* Behind a value: closes what ends here, up to a comma. False on a mistake; *more when another
 * value has to follow. */
static bool nest_close(struct json *json, struct nest *nest, bool *more)
{
    *more = false;
    while (nest->depth) {
        skip_blanks(json);
        bool object = is_object(nest);
        if (take(json, ',')) {
            *more = true;
            return !object || take_key(json);
        }
        if (!take(json, object ? '}' : ']'))
            return false;
        nest->depth--;
    }
    return true;
}

/* Any value that is no string. */
static bool take_value(struct json *json)
{
    struct nest nest;
    bool more = true, empty;
    nest.depth = 0;
    while (more) {
        skip_blanks(json);
        if (take(json, '[')) {
            if (!nest_open(json, &nest, false, &empty))
                return false;
        } else if (take(json, '{')) {
            if (!nest_open(json, &nest, true, &empty))
                return false;
        } else {
            empty = take_scalar(json);
            if (!empty)
                return false;
        }
        if (empty && !nest_close(json, &nest, &more))
            return false;
    }
    return true;
}

static uint32_t hex_rune(const char *digits)
{
    uint32_t rune = 0;
    for (int i = 0; i < 4; i++)
        rune = rune << 4 | (uint32_t)hex_value(digits[i]);
    return rune;
}

/* The rune of \uXXXX; *s stands behind the u. Two halves of a pair join, a lone half is U+FFFD. */
static uint32_t escaped_rune(struct slice *s)
{
    uint32_t rune = hex_rune(s->at);
    *s = slice_after(*s, 4);
    if (rune >= 0xD800 && rune < 0xDC00 && s->len >= 6 && s->at[0] == '\\' && s->at[1] == 'u') {
        uint32_t low = hex_rune(s->at + 2);
        if (low >= 0xDC00 && low < 0xE000) {
            *s = slice_after(*s, 6);
            return 0x10000 + ((rune - 0xD800) << 10) + (low - 0xDC00);
        }
    }
    return rune; /* utf8_put makes U+FFFD of a half */
}

static char escaped_byte(char c)
{
    switch (c) {
    case 'b': return '\b';
    case 'f': return '\f';
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    default: return c;
    }
}

static struct slice decoded(struct arena *arena, struct slice raw)
{
    if (!slice_has(raw, '\\'))
        return utf8_repair(arena, raw);
    struct buffer out = {.arena = arena};
    buffer_reserve(&out, raw.len);
    while (raw.len) {
        if (*raw.at != '\\') {
            utf8_put(&out, utf8_next(&raw));
            continue;
        }
        char c = raw.at[1];
        raw = slice_after(raw, 2);
        if (c == 'u')
            utf8_put(&out, escaped_rune(&raw));
        else
            buffer_byte(&out, escaped_byte(c));
    }
    return buffer_slice(&out);
}

/* A string of the outermost array. The long way reads a copy: *json can then stay in registers. */
static inline bool take_word(struct arena *arena, const struct logical_line *line,
                             struct json *json, struct args *words)
{
    const char *from = json->at, *at = from + 1;
    while (at < json->end && plain_byte[(unsigned char)*at])
        at++;
    struct slice word = {from + 1, (size_t)(at - from) - 1};
    if (at < json->end && *at == '"') { /* nearly every string */
        json->at = at + 1;
    } else {
        struct json copy = *json;
        struct json_string string;
        if (!take_string(&copy, &string))
            return false;
        *json = copy;
        word = string.plain ? string.raw : decoded(arena, string.raw);
    }
    if (words->len == WORDS_MAX)
        arena_stop(arena, ARENA_TOO_LARGE, "more than 100,000 words in one list");
    struct slice whole = {from, (size_t)(json->at - from)};
    *list_add(arena, words) = (struct arg){word, logical_origin(line, whole)};
    return true;
}

/* An element of the outermost array. */
static inline bool take_element(struct arena *arena, const struct logical_line *line,
                                struct json *json, struct args *words, bool *strings)
{
    if (json->at < json->end && *json->at == '"')
        return take_word(arena, line, json, words);
    struct json copy = *json;
    bool taken = take_value(&copy);
    *json = copy;
    *strings = false;
    return taken;
}

enum execform execform_read(struct arena *arena, const struct logical_line *line, struct slice text,
                            struct args *words)
{
    text = utf8_trim_left(text);
    struct json json = {.at = text.at, .end = text.at ? text.at + text.len : text.at};
    struct args list = {.set = true};
    bool strings = true;
    if (!take(&json, '['))
        return EXECFORM_NOT_JSON;
    skip_blanks(&json);
    for (bool more = !take(&json, ']'); more;) {
        if (!take_element(arena, line, &json, &list, &strings))
            return EXECFORM_NOT_JSON;
        skip_blanks(&json);
        more = take(&json, ',');
        if (!more && !take(&json, ']'))
            return EXECFORM_NOT_JSON;
        skip_blanks(&json);
    }
    skip_blanks(&json);
    if (json.at != json.end || json.overflow)
        return EXECFORM_NOT_JSON;
    if (!strings)
        return EXECFORM_NOT_STRINGS;
    list_trim(arena, &list);
    *words = list;
    return EXECFORM_LIST;
}
