/* Words that somebody says. See said.h. In: a line. Out: words, their quotes removed. */
#include "app/course/said.h"

#include "app/course/check.h"
#include "app/course/rows.h"

static int hex_of(char c)
{
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

/* The character behind a backslash within $'…', as the words are quoted where they are shown. */
static char escaped(struct slice text, size_t *i)
{
    static const char letters[] = "abefnrtv", values[] = "\a\b\033\f\n\r\t\v";
    char c = text.at[*i];
    const char *letter = c ? strchr(letters, c) : NULL;
    if (letter)
        return values[letter - letters];
    int high = c == 'x' && *i + 1 < text.len ? hex_of(text.at[*i + 1]) : -1;
    int low = high >= 0 && *i + 2 < text.len ? hex_of(text.at[*i + 2]) : -1;
    if (high < 0)
        return c;
    *i += low < 0 ? 1 : 2;
    return (char)(low < 0 ? high : high * 16 + low);
}

/* One word from *i on, its quotes removed; false when a quote is not closed. */
static bool read_word(struct arena *arena, struct slice text, size_t *i, struct slice *read)
{
    struct buffer word = {.arena = arena};
    char quote = 0; /* ' or ", $ for $'…', 0 outside */
    buffer_reserve(&word, 1);
    for (; *i < text.len; ++*i) {
        char c = text.at[*i], next = *i + 1 < text.len ? text.at[*i + 1] : 0;
        if (!quote && (c == ' ' || c == '\t' || c == '\n')) {
            break;
        } else if (!quote && (c == '\'' || c == '"')) {
            quote = c;
        } else if (!quote && c == '$' && next == '\'') {
            quote = '$';
            ++*i;
        } else if ((quote == '$' && c == '\'') || (quote && c == quote && quote != '$')) {
            quote = 0;
        } else if (c == '\\' && quote == '$' && next) {
            ++*i;
            buffer_byte(&word, escaped(text, i));
        } else if (c == '\\' && next && (!quote || (quote == '"' && strchr("\"\\$`", next)))) {
            ++*i;
            buffer_byte(&word, next);
        } else {
            buffer_byte(&word, c);
        }
    }
    *read = buffer_slice(&word);
    return !quote;
}

static enum said read_words(struct arena *arena, struct slice text, struct args *words)
{
    for (size_t i = 0; i < text.len;) {
        struct slice word;
        if (text.at[i] == ' ' || text.at[i] == '\t' || text.at[i] == '\n') {
            i++;
            continue;
        }
        if (!read_word(arena, text, &i, &word))
            return SAID_OPEN;
        args_add(arena, words, word, (struct origin){0});
    }
    return words->len ? SAID_WORDS : SAID_EMPTY;
}

/* "[" alone is a program too, as in [ -f x ]. */
static bool begins_array(struct slice text)
{
    struct slice rest = utf8_trim_left(slice_after(text, 1));
    return *text.at == '[' && rest.len && (*rest.at == '"' || *rest.at == '\'' || *rest.at == ']');
}

enum said said_read(struct arena *arena, struct slice text, struct args *words)
{
    *words = (struct args){.set = true};
    text = utf8_trim(text);
    if (!text.len)
        return SAID_EMPTY;
    if (slice_equal_fold(text, S("nothing starts")) || slice_equal_fold(text, S("nothing")))
        return SAID_NOTHING;
    text = arena_copy(arena, text);
    if (*text.at == '[' && words_of_array(arena, text, words))
        return SAID_WORDS;
    *words = (struct args){.set = true};
    return begins_array(text) ? SAID_NOT_JSON : read_words(arena, text, words);
}
