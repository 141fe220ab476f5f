/* Quoting words for Go's %q, for JSON and for a shell. See quote.h. */
#include "sim/ground/quote.h"

#include "sim/ground/utf8.h"

/* The letter of a short escape that Go and C share, 0 when there is none. */
static char escape_letter(uint32_t rune)
{
    static const char letters[] = "abtnvfr"; /* 07 08 09 0A 0B 0C 0D */
    return rune >= 7 && rune <= 13 ? letters[rune - 7] : '\0';
}

static void put_byte_escape(struct buffer *buffer, unsigned char byte)
{
    buffer_put(buffer, S("\\x"));
    buffer_hex(buffer, byte, 2);
}

static void put_go_rune(struct buffer *buffer, uint32_t rune, char quote)
{
    if (rune == (unsigned char)quote || rune == '\\') {
        buffer_byte(buffer, '\\');
        buffer_byte(buffer, (char)rune);
    } else if (escape_letter(rune)) {
        buffer_byte(buffer, '\\');
        buffer_byte(buffer, escape_letter(rune));
    } else if (rune_is_print(rune)) {
        utf8_put(buffer, rune);
    } else if (rune < ' ' || rune == 0x7F) {
        put_byte_escape(buffer, (unsigned char)rune);
    } else {
        buffer_put(buffer, rune < 0x10000 ? S("\\u") : S("\\U"));
        buffer_hex(buffer, rune, rune < 0x10000 ? 4 : 8);
    }
}

void quote_go(struct buffer *buffer, struct slice s)
{
    buffer_byte(buffer, '"');
    while (s.len) {
        struct slice rest = s;
        uint32_t rune = utf8_next(&rest);
        if (rune == RUNE_ERROR && s.len - rest.len == 1)
            put_byte_escape(buffer, (unsigned char)*s.at);
        else
            put_go_rune(buffer, rune, '"');
        s = rest;
    }
    buffer_byte(buffer, '"');
}

void quote_go_rune(struct buffer *buffer, uint32_t rune)
{
    buffer_byte(buffer, '\'');
    put_go_rune(buffer, rune, '\'');
    buffer_byte(buffer, '\'');
}

/* How many bytes at the front of s need no escape in JSON: printable ASCII but " and \. */
static size_t plain_json(struct slice s)
{
    size_t n = 0;
    for (; n < s.len; n++) {
        unsigned char c = (unsigned char)s.at[n];
        if (c < ' ' || c == '"' || c == '\\' || c >= 0x7F)
            break;
    }
    return n;
}

static void put_json_rune(struct buffer *buffer, uint32_t rune)
{
    static const struct {
        char rune, letter;
    } shorts[] = {{'"', '"'}, {'\\', '\\'}, {8, 'b'}, {9, 't'}, {10, 'n'}, {12, 'f'}, {13, 'r'}};
    for (size_t i = 0; i < sizeof shorts / sizeof *shorts; i++)
        if (rune == (uint32_t)shorts[i].rune) {
            buffer_byte(buffer, '\\');
            buffer_byte(buffer, shorts[i].letter);
            return;
        }
    if (rune < ' ' || rune == 0x7F) {
        buffer_put(buffer, S("\\u"));
        buffer_hex(buffer, rune, 4);
    } else {
        utf8_put(buffer, rune);
    }
}

void quote_json(struct buffer *buffer, struct slice s)
{
    buffer_byte(buffer, '"');
    while (s.len) {
        size_t plain = plain_json(s);
        buffer_put(buffer, slice_first(s, plain));
        s = slice_after(s, plain);
        if (s.len)
            put_json_rune(buffer, utf8_next(&s));
    }
    buffer_byte(buffer, '"');
}

void quote_json_array(struct buffer *buffer, const struct args *args)
{
    buffer_byte(buffer, '[');
    for (size_t i = 0; i < args->len; i++) {
        if (i)
            buffer_byte(buffer, ',');
        quote_json(buffer, args->at[i].text);
    }
    buffer_byte(buffer, ']');
}

/* Bytes that mean themselves to every POSIX shell, wherever they stand in a word. */
static bool is_bare(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (c && strchr("@%+=:,./-_", c));
}

/* How a word has to be written: bare, in single quotes, or $'…' for what cannot be shown. */
enum quoting { QUOTE_NONE, QUOTE_SINGLE, QUOTE_DOLLAR };

static enum quoting quoting_of(struct slice s)
{
    enum quoting quoting = s.len ? QUOTE_NONE : QUOTE_SINGLE;
    while (s.len) {
        struct slice rest = s;
        uint32_t rune = utf8_next(&rest);
        if (!rune_is_print(rune) || (rune == RUNE_ERROR && s.len - rest.len == 1))
            return QUOTE_DOLLAR;
        if (rune >= 0x80 || !is_bare((unsigned char)rune))
            quoting = QUOTE_SINGLE;
        s = rest;
    }
    return quoting;
}

static void put_dollar_quoted(struct buffer *buffer, struct slice s)
{
    buffer_put(buffer, S("$'"));
    while (s.len) {
        struct slice rest = s;
        uint32_t rune = utf8_next(&rest);
        bool bad = rune == RUNE_ERROR && s.len - rest.len == 1;
        if (rune == '\'' || rune == '\\') {
            buffer_byte(buffer, '\\');
            buffer_byte(buffer, (char)rune);
        } else if (escape_letter(rune)) {
            buffer_byte(buffer, '\\');
            buffer_byte(buffer, escape_letter(rune));
        } else if (!bad && rune_is_print(rune)) {
            utf8_put(buffer, rune);
        } else {
            /* Octal takes at most three digits, so a digit that follows stays apart. */
            for (const char *at = s.at; at < rest.at; at++) {
                unsigned char byte = (unsigned char)*at;
                buffer_byte(buffer, '\\');
                buffer_byte(buffer, (char)('0' + (byte >> 6)));
                buffer_byte(buffer, (char)('0' + (byte >> 3 & 7)));
                buffer_byte(buffer, (char)('0' + (byte & 7)));
            }
        }
        s = rest;
    }
    buffer_byte(buffer, '\'');
}

static void put_single_quoted(struct buffer *buffer, struct slice s)
{
    struct slice part;
    bool more;
    buffer_byte(buffer, '\'');
    do {
        more = slice_cut(s, '\'', &part, &s);
        buffer_put(buffer, part);
        if (more)
            buffer_put(buffer, S("'\\''"));
    } while (more);
    buffer_byte(buffer, '\'');
}

void quote_shell(struct buffer *buffer, struct slice s)
{
    switch (quoting_of(s)) {
    case QUOTE_NONE: buffer_put(buffer, s); break;
    case QUOTE_SINGLE: put_single_quoted(buffer, s); break;
    case QUOTE_DOLLAR: put_dollar_quoted(buffer, s); break;
    }
}

void quote_shell_words(struct buffer *buffer, const struct args *args)
{
    for (size_t i = 0; i < args->len; i++) {
        if (i)
            buffer_byte(buffer, ' ');
        quote_shell(buffer, args->at[i].text);
    }
}

struct slice quoted_go(struct arena *arena, struct slice s)
{
    struct buffer buffer = {.arena = arena};
    quote_go(&buffer, s);
    return buffer_slice(&buffer);
}

struct slice quoted_shell(struct arena *arena, struct slice s)
{
    struct buffer buffer = {.arena = arena};
    quote_shell(&buffer, s);
    return buffer_slice(&buffer);
}
