/* Heredoc words. A line or a word goes in, the names of its heredocs come out.
 *
 * Models BuildKit's parser: the line is split by the word lexer, always with a backslash as escape
 * character; a word `digits << - NAME` is a heredoc, and its name is lexed once more. */
#include "sim/dockerfile/heredoc.h"

#include "sim/dockerfile/expand.h"

static size_t quotes_in(struct slice s)
{
    size_t n = 0;
    for (size_t i = 0; i < s.len; i++)
        n += s.at[i] == '"' || s.at[i] == '\'';
    return n;
}

/* Cuts the mark off a word; what is left is the name with its quotes. */
static bool cut_mark(struct slice *word, bool *strip_tabs)
{
    struct slice rest = *word;
    while (rest.len && *rest.at >= '0' && *rest.at <= '9')
        rest = slice_after(rest, 1);
    if (!slice_starts(rest, S("<<")))
        return false;
    rest = slice_after(rest, 2);
    *strip_tabs = rest.len && *rest.at == '-';
    rest = slice_after(rest, *strip_tabs);
    while (rest.len && memchr(" \t\n\f\r", *rest.at, 5))
        rest = slice_after(rest, 1);
    *word = rest;
    return rest.len && !slice_has(rest, '<');
}

/* A name that is nothing but itself to the lexer. */
static bool is_plain(struct slice name)
{
    for (size_t i = 0; i < name.len; i++) {
        char c = name.at[i];
        if (!((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
              c == '_'))
            return false;
    }
    return true;
}

bool heredoc_word(struct arena *arena, struct slice word, struct heredoc *heredoc,
                  struct slice *error)
{
    static const struct expand_mode plain = {.escape = '\\', .keep_unset = true};
    static const struct expand_mode quoted = {
        .escape = '\\', .keep_unset = true, .keep_quotes = true};
    struct expansion name, raw;
    *heredoc = (struct heredoc){0};
    if (!slice_has(word, '<') || !cut_mark(&word, &heredoc->strip_tabs))
        return false;
    if (is_plain(word)) {
        heredoc->name = word;
        heredoc->expand = true;
        return true;
    }
    if (!expand_words(arena, NULL, plain, word, &name)) {
        *error = name.error;
        return false;
    }
    if (name.words.len != 1)
        return false;
    if (!expand_words(arena, NULL, quoted, word, &raw)) {
        *error = raw.error;
        return false;
    }
    heredoc->name = name.words.at[0];
    heredoc->expand = raw.words.len && quotes_in(heredoc->name) == quotes_in(raw.words.at[0]);
    return true;
}

bool heredocs_of_line(struct arena *arena, struct slice line, struct heredoc_list *heredocs,
                      struct slice *error)
{
    static const struct expand_mode mode = {
        .escape = '\\', .keep_unset = true, .keep_quotes = true, .keep_escapes = true};
    struct expansion words;
    struct heredoc heredoc;
    *heredocs = (struct heredoc_list){0};
    *error = (struct slice){0};
    if (!expand_words(arena, NULL, mode, line, &words))
        return true;
    for (size_t i = 0; i < words.words.len; i++) {
        if (heredoc_word(arena, words.words.at[i], &heredoc, error))
            *list_add(arena, heredocs) = heredoc;
        else if (error->at)
            return false;
    }
    return true;
}
