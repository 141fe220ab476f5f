/* The word lexer. A word and a look-up of variables go in; the word with quotes, escapes and
 * variables resolved comes out, or the parts it splits into, or BuildKit's error.
 *
 * Models BuildKit's shell.Lex: rune by rune, bad bytes become U+FFFD, a byte order mark in front
 * vanishes. A word without anything special, which is nearly every word, is answered as it is. */
#include "sim/dockerfile/expand.h"

#include "sim/dockerfile/substitute.h"
#include "sim/ground/buffer.h"
#include "sim/ground/names.h"
#include "sim/ground/quote.h"
#include "sim/ground/utf8.h"

#include <stdint.h>

enum { DEPTH_MAX = 1000, WORDS_MAX = 100000, NO_STOP = -1, END = -1 };

struct lexer {
    struct arena *arena;
    const struct variables *variables;
    struct expand_mode mode;
    const char *at, *end;
    bool splitting;     /* at the outermost level of expand_words */
    bool in_word;       /* splitting: something was put since the last word ended */
    struct buffer word; /* splitting: the word so far */
    unsigned depth;     /* of ${ */
    struct names set, unset;
    struct slice cause; /* of a failure */
    struct expansion *expansion;
};

static bool fail(struct lexer *lexer, struct slice cause)
{
    lexer->cause = cause;
    return false;
}

static int peek(const struct lexer *lexer)
{
    return lexer->at < lexer->end ? (unsigned char)*lexer->at : END;
}

/* The slice that the next rune covers, U+FFFD for a bad byte; the lexer moves behind it. */
static struct slice next_rune(struct lexer *lexer)
{
    struct slice rest = {lexer->at, (size_t)(lexer->end - lexer->at)};
    size_t len = 1;
    uint32_t rune = (unsigned char)*lexer->at < 0x80 ? 0 : utf8_decode(rest, &len);
    lexer->at += len;
    return rune == RUNE_ERROR && len == 1 ? S("\xEF\xBF\xBD") : slice_first(rest, len);
}

static bool is_space(struct slice rune)
{
    unsigned char c = (unsigned char)*rune.at;
    return c < 0x80 ? c == ' ' || (c >= '\t' && c <= '\r') : rune_is_space(utf8_next(&rune));
}

static void end_word(struct lexer *lexer)
{
    struct slice_list *words = &lexer->expansion->words;
    if (lexer->word.len == 0)
        return;
    if (words->len == WORDS_MAX)
        arena_stop(lexer->arena, ARENA_TOO_LARGE, "more than 100,000 words in one line");
    *list_add(lexer->arena, words) = buffer_slice(&lexer->word);
    lexer->word = (struct buffer){.arena = lexer->arena};
    lexer->in_word = false;
}

/* Text that cannot end a word: quoted or escaped. */
static void put_raw(struct lexer *lexer, struct slice text)
{
    if (!lexer->splitting)
        return;
    buffer_put(&lexer->word, text);
    lexer->in_word = true;
}

/* Text whose blanks end words. */
static void put_split(struct lexer *lexer, struct slice text)
{
    if (!lexer->splitting)
        return;
    struct lexer part = {.at = text.at, .end = text.at ? text.at + text.len : text.at};
    while (part.at < part.end) {
        struct slice rune = next_rune(&part);
        if (!is_space(rune))
            put_raw(lexer, rune);
        else if (lexer->in_word)
            end_word(lexer);
    }
}

static void note_name(struct arena *arena, struct names *seen, struct slice_list *list,
                      struct slice name)
{
    if (names_get(seen, name) != NAMES_NONE)
        return;
    names_set(arena, seen, name, 0);
    *list_add(arena, list) = name;
}

static bool look_up(struct lexer *lexer, struct slice name, struct slice *value)
{
    const struct variables *variables = lexer->variables;
    struct expansion *expansion = lexer->expansion;
    *value = (struct slice){0};
    bool set = variables && variables->get && variables->get(variables->context, name, value);
    if (set)
        note_name(lexer->arena, &lexer->set, &expansion->set, name);
    else
        note_name(lexer->arena, &lexer->unset, &expansion->unset, name);
    return set;
}

/* The name behind $ or ${: digits, one special character, or letters, digits and _. */
static struct slice take_name(struct lexer *lexer)
{
    struct slice rest = {lexer->at, (size_t)(lexer->end - lexer->at)}, name = rest;
    if (rest.len && memchr("@*#?-$!", *rest.at, 7)) {
        lexer->at++;
        return slice_first(rest, 1);
    }
    bool digits = false;
    while (rest.len) {
        struct slice next = rest;
        uint32_t rune = utf8_next(&next);
        bool digit = rune < 0x80 ? rune >= '0' && rune <= '9' : rune_is_digit(rune);
        if (rest.at == name.at)
            digits = digit;
        if (digits ? !digit : !digit && rune != '_' && !rune_is_letter(rune))
            break;
        rest = next;
    }
    name.len -= rest.len;
    lexer->at = rest.at;
    return name;
}

static bool take_until(struct lexer *lexer, int stop, bool keep_escapes, struct buffer *out);

/* The word of a modifier up to its closing character. A failure at the end of the text is always
 * told as the missing character. */
static bool take_operand(struct lexer *lexer, char stop, bool keep_escapes, struct slice *word,
                         struct slice missing)
{
    struct buffer out = {.arena = lexer->arena};
    bool splitting = lexer->splitting;
    lexer->splitting = false;
    lexer->word.len = 0; /* BuildKit loses what the word held so far */
    bool ok = take_until(lexer, stop, keep_escapes, &out);
    lexer->splitting = splitting;
    *word = buffer_slice(&out);
    return ok || (lexer->at < lexer->end ? false : fail(lexer, missing));
}

static bool unsupported(struct lexer *lexer, struct slice modifier)
{
    return fail(lexer,
                TEXT(lexer->arena, S("unsupported modifier ("), modifier, S(") in substitution")));
}

static bool fail_unset(struct lexer *lexer, struct slice name, struct slice word,
                       struct slice otherwise)
{
    return fail(lexer, TEXT(lexer->arena, name, S(": "), word.len ? word : otherwise));
}

/* ${NAME/pattern/replacement}; the lexer stands behind the first slash. */
static bool take_replacement(struct lexer *lexer, struct slice name, struct slice *result)
{
    struct arena *arena = lexer->arena;
    struct slice pattern, replacement, value;
    bool every = peek(lexer) == '/';
    lexer->at += every;
    if (!take_operand(lexer, '/', true, &pattern, S("syntax error: missing '/' in ${}")) ||
        !take_operand(lexer, '}', true, &replacement, S("syntax error: missing '}'")))
        return false;
    if (!look_up(lexer, name, &value) && lexer->mode.keep_unset) {
        *result = TEXT(arena, S("${"), name, S("/"), pattern, S("/"), replacement, S("}"));
        return true;
    }
    return every ? replace_every(arena, pattern, value, replacement, result, &lexer->cause)
                 : replace_first(arena, pattern, value, replacement, result, &lexer->cause);
}

/* ${NAME#pattern} and ${NAME%pattern}, doubled for the longest match. */
static bool trim_value(struct lexer *lexer, char end, struct slice pattern, struct slice value,
                       struct slice *result)
{
    bool longest = pattern.len && *pattern.at == end;
    pattern = slice_after(pattern, longest);
    return end == '#' ? trim_head(lexer->arena, pattern, value, longest, result, &lexer->cause)
                      : trim_tail(lexer->arena, pattern, value, longest, result, &lexer->cause);
}

/* ${NAME with a modifier other than /; the lexer stands behind it. kind is the character that
 * decides, `modifier` all of it, with its colon. */
static bool take_modified(struct lexer *lexer, struct slice name, struct slice modifier, char kind,
                          struct slice *result)
{
    struct slice word, value;
    bool colon = modifier.len > 1 && *modifier.at == ':', trims = kind == '#' || kind == '%';
    if (colon && trims)
        return unsupported(lexer, modifier);
    if (!take_operand(lexer, '}', trims, &word, S("syntax error: missing '}'")))
        return false;
    bool set = look_up(lexer, name, &value), given = set && !(colon && value.len == 0);
    if (!set && lexer->mode.keep_unset) {
        *result = TEXT(lexer->arena, S("${"), name, modifier, word, S("}"));
        return true;
    }
    switch (kind) {
    case '-': *result = given ? value : word; return true;
    case '+': *result = given ? word : (struct slice){0}; return true;
    case '?':
        *result = value;
        return given ||
               fail_unset(lexer, name, word,
                          set ? S("is not allowed to be empty") : S("is not allowed to be unset"));
    case '#':
    case '%': return trim_value(lexer, kind, word, value, result);
    default: return unsupported(lexer, modifier);
    }
}

/* ${…}; the lexer stands behind the brace. */
static bool take_braced(struct lexer *lexer, struct slice *result)
{
    int c = peek(lexer);
    if (c == END)
        return fail(lexer, S("syntax error: missing '}'"));
    if (c == '{' || c == '}' || c == ':')
        return fail(lexer, S("syntax error: bad substitution"));
    struct slice name = take_name(lexer);
    c = peek(lexer);
    struct slice modifier = c == END ? S("\xEF\xBF\xBD") : next_rune(lexer);
    switch (c) {
    case '}':
        if (!look_up(lexer, name, result) && lexer->mode.keep_unset)
            *result = TEXT(lexer->arena, S("${"), name, S("}"));
        return true;
    case '/': return take_replacement(lexer, name, result);
    case ':':
        c = peek(lexer);
        modifier = TEXT(lexer->arena, modifier, c == END ? S("\xEF\xBF\xBD") : next_rune(lexer));
        return take_modified(lexer, name, modifier, c < 0x80 ? (char)c : 0, result);
    case '+':
    case '-':
    case '?':
    case '#':
    case '%': return take_modified(lexer, name, modifier, (char)c, result);
    default: return unsupported(lexer, modifier);
    }
}

/* What $ stands for; the lexer stands on it. */
static bool take_dollar(struct lexer *lexer, struct slice *result)
{
    const char *from = lexer->at++;
    if (peek(lexer) == '{') {
        lexer->at++;
        if (++lexer->depth > DEPTH_MAX)
            arena_stop(lexer->arena, ARENA_TOO_LARGE, "more than 1,000 levels of ${");
        bool ok = take_braced(lexer, result);
        lexer->depth--;
        return ok;
    }
    struct slice name = take_name(lexer);
    bool keep = name.len == 0 || (!look_up(lexer, name, result) && lexer->mode.keep_unset);
    if (keep)
        *result = (struct slice){from, name.len + 1};
    return true;
}

/* Bytes that mean something somewhere: blanks, quotes, $, <, }, /, escapes and all that is not
 * ASCII. Runs of others are copied whole. */
static const bool special[256] = {
    ['\t'] = true, ['\n'] = true, ['\v'] = true, ['\f'] = true, ['\r'] = true, [' '] = true,
    ['$'] = true,  ['\''] = true, ['"'] = true,  ['\\'] = true, ['`'] = true,  ['<'] = true,
    ['}'] = true,  ['/'] = true,
#define BYTES8(n)                                                                                  \
    [n] = true, [(n) + 1] = true, [(n) + 2] = true, [(n) + 3] = true, [(n) + 4] = true,            \
    [(n) + 5] = true, [(n) + 6] = true, [(n) + 7] = true
    BYTES8(0x80),  BYTES8(0x88),  BYTES8(0x90),  BYTES8(0x98),  BYTES8(0xA0),  BYTES8(0xA8),
    BYTES8(0xB0),  BYTES8(0xB8),  BYTES8(0xC0),  BYTES8(0xC8),  BYTES8(0xD0),  BYTES8(0xD8),
    BYTES8(0xE0),  BYTES8(0xE8),  BYTES8(0xF0),  BYTES8(0xF8),
#undef BYTES8
};

/* The run of plain bytes that comes next. */
static struct slice take_run(struct lexer *lexer)
{
    const char *from = lexer->at;
    while (lexer->at < lexer->end && !special[(unsigned char)*lexer->at])
        lexer->at++;
    return (struct slice){from, (size_t)(lexer->at - from)};
}

/* '…'; the lexer stands on the first quote. */
static bool take_single_quoted(struct lexer *lexer, struct buffer *out)
{
    struct slice rest = {lexer->at + 1, (size_t)(lexer->end - lexer->at) - 1};
    struct slice quoted = slice_first(rest, slice_find(rest, '\''));
    if (quoted.len == rest.len) {
        lexer->at = lexer->end;
        return fail(lexer,
                    S("unexpected end of statement while looking for matching single-quote"));
    }
    if (lexer->mode.keep_quotes)
        buffer_byte(out, '\'');
    buffer_put(out, utf8_repair(lexer->arena, quoted));
    if (lexer->mode.keep_quotes)
        buffer_byte(out, '\'');
    lexer->at = quoted.at + quoted.len + 1;
    return true;
}

/* An escape character inside "…": it goes only before a quote, a $ or itself. Kept escapes stand
 * before what they escape, and twice where they escape nothing. */
static void take_quoted_escape(struct lexer *lexer, struct buffer *out)
{
    char escape = *lexer->at++;
    int c = peek(lexer);
    if (lexer->mode.keep_escapes)
        buffer_byte(out, escape);
    if (c == '"' || c == '$' || c == (unsigned char)escape)
        buffer_byte(out, *lexer->at++);
    else if (c != END)
        buffer_byte(out, escape);
}

/* "…"; the lexer stands on the first quote. */
static bool take_double_quoted(struct lexer *lexer, struct buffer *out)
{
    struct slice value;
    lexer->at++;
    if (lexer->mode.keep_quotes)
        buffer_byte(out, '"');
    while (lexer->at < lexer->end && *lexer->at != '"') {
        buffer_put(out, take_run(lexer));
        int c = peek(lexer);
        if (c == '$') {
            if (!take_dollar(lexer, &value))
                return false;
            buffer_put(out, value);
        } else if (c == (unsigned char)lexer->mode.escape) {
            take_quoted_escape(lexer, out);
        } else if (c != '"' && c != END) {
            buffer_put(out, next_rune(lexer));
        }
    }
    if (lexer->at == lexer->end)
        return fail(lexer,
                    S("unexpected end of statement while looking for matching double-quote"));
    lexer->at++;
    if (lexer->mode.keep_quotes)
        buffer_byte(out, '"');
    return true;
}

static bool take_quoted(struct lexer *lexer, struct buffer *out)
{
    size_t from = out->len;
    bool ok = *lexer->at == '"' ? take_double_quoted(lexer, out) : take_single_quoted(lexer, out);
    if (ok && out->at)
        put_raw(lexer, slice_after(buffer_slice(out), from));
    else if (ok)
        lexer->in_word = true;
    return ok;
}

/* An escape character outside quotes: the next character is taken as it is. */
static void take_escape(struct lexer *lexer, struct buffer *out)
{
    struct slice escape = {lexer->at++, 1};
    if (lexer->mode.keep_escapes) {
        put_raw(lexer, escape);
        buffer_put(out, escape);
    }
    if (lexer->at == lexer->end)
        return;
    struct slice rune = next_rune(lexer);
    put_raw(lexer, rune);
    buffer_put(out, rune);
}

/* < or <<: the blanks behind << stay in its word, so that << NAME is one. */
static void take_less(struct lexer *lexer, struct buffer *out)
{
    const char *from = lexer->at++;
    if (peek(lexer) == '<') {
        lexer->at++;
        for (int c = peek(lexer); c == ' ' || c == '\t' || c == '\r'; c = peek(lexer))
            lexer->at++;
    }
    struct slice text = {from, (size_t)(lexer->at - from)};
    put_raw(lexer, text);
    buffer_put(out, text);
}

/* Lexes up to and with the character stop, or to the end with NO_STOP. */
static bool take_until(struct lexer *lexer, int stop, bool keep_escapes, struct buffer *out)
{
    bool outer = lexer->mode.keep_escapes;
    struct slice text;
    lexer->mode.keep_escapes = keep_escapes;
    while (lexer->at < lexer->end) {
        unsigned char c = (unsigned char)*lexer->at;
        if (c == stop) {
            lexer->at++;
            lexer->mode.keep_escapes = outer;
            return true;
        }
        if (c == '$') {
            if (!take_dollar(lexer, &text))
                return false;
            buffer_put(out, text);
            put_split(lexer, text);
        } else if ((c == '"' || c == '\'') && !lexer->mode.plain_quotes) {
            if (!take_quoted(lexer, out))
                return false;
        } else if (c == (unsigned char)lexer->mode.escape) {
            take_escape(lexer, out);
        } else if (c == '<') {
            take_less(lexer, out);
        } else {
            text = special[c] ? next_rune(lexer) : take_run(lexer);
            buffer_put(out, text);
            if (special[c])
                put_split(lexer, text);
            else
                put_raw(lexer, text); /* a run holds no blanks */
        }
    }
    lexer->mode.keep_escapes = outer;
    return stop == NO_STOP; /* the caller says what is missing */
}

/* Whether the word is its own expansion. */
static bool is_plain(struct slice word, char escape, bool splitting)
{
    bool ascii = true;
    const char *at = word.at, *end = at + word.len;
    for (;; at++) {
        while (at < end && !special[(unsigned char)*at])
            at++;
        if (at == end)
            break;
        unsigned char c = (unsigned char)*at;
        if (c >= 0x80)
            ascii = false;
        else if (c == '$' || c == '"' || c == '\'' || c == (unsigned char)escape)
            return false;
        if (splitting && c != '/' && c != '}')
            return false;
    }
    return ascii || (utf8_valid(word) && !slice_starts(word, S("\xEF\xBB\xBF")));
}

static bool expand(struct arena *arena, const struct variables *variables, struct expand_mode mode,
                   struct slice word, struct expansion *expansion, bool splitting)
{
    *expansion = (struct expansion){.text = word};
    if (is_plain(word, mode.escape, splitting)) {
        if (splitting && word.len)
            *list_add(arena, &expansion->words) = word;
        return true;
    }
    struct lexer lexer = {
        .arena = arena,
        .variables = variables,
        .mode = mode,
        .at = word.at,
        .end = word.at + word.len,
        .splitting = splitting,
        .word = {.arena = arena},
        .expansion = expansion,
    };
    struct buffer out = {.arena = arena};
    if (slice_starts(word, S("\xEF\xBB\xBF")))
        lexer.at += 3;
    if (!take_until(&lexer, NO_STOP, mode.keep_escapes, &out)) {
        expansion->text = (struct slice){0};
        expansion->words.len = 0;
        expansion->error =
            TEXT(arena, S("failed to process "), quoted_go(arena, word), S(": "), lexer.cause);
        return false;
    }
    end_word(&lexer);
    expansion->text = buffer_slice(&out);
    return true;
}

bool expand_word(struct arena *arena, const struct variables *variables, struct expand_mode mode,
                 struct slice word, struct expansion *expansion)
{
    return expand(arena, variables, mode, word, expansion, false);
}

bool expand_words(struct arena *arena, const struct variables *variables, struct expand_mode mode,
                  struct slice word, struct expansion *expansion)
{
    return expand(arena, variables, mode, word, expansion, true);
}
