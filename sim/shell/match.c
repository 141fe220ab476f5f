/* Where what opens in a typed line ends: quotes, ${…}, $(…), $((…)), `…`. Input: a lexer that
 * stands behind the opening characters; output: the same lexer behind the closing ones.
 *
 * Models bash 5.2, which pairs quotes and parentheses while it reads, long before it expands
 * anything, and parses the commands inside $(…) to find its end. $(( is tried as arithmetic first;
 * what such an attempt finds is remembered, so that attempts inside attempts stay linear. */
#include "sim/shell/lex.h"

void lex_single(struct lexer *lexer)
{
    uint32_t open = lexer->at;
    struct slice rest = slice_after(lexer->text, open);
    size_t close = slice_find(rest, '\'');
    if (close == rest.len)
        lex_fail_matching(lexer, '\'', open);
    else
        lexer->at = open + (uint32_t)close + 1;
}

/* Moves behind the next `close` that no backslash stands before. */
static void skip_escaped(struct lexer *lexer, char close)
{
    uint32_t open = lexer->at;
    while (!lex_at_end(lexer)) {
        char c = lexer->text.at[lexer->at++];
        if (c == close)
            return;
        if (c == '\\')
            lexer->at++;
    }
    lex_fail_matching(lexer, close, open);
}

void lex_escaped(struct lexer *lexer)
{
    skip_escaped(lexer, '\'');
}

void lex_backquote(struct lexer *lexer)
{
    skip_escaped(lexer, '`');
}

/* Moves behind the bracket that ends $[…]. */
void lex_brackets(struct lexer *lexer)
{
    uint32_t open = lexer->at, depth = 1;
    while (!lex_at_end(lexer)) {
        char c = lexer->text.at[lexer->at++];
        depth += c == '[';
        if (c == ']' && --depth == 0)
            return;
        if (c == '\\')
            lexer->at++;
    }
    lex_fail_matching(lexer, ']', open);
}

static uint32_t closing_parenthesis(struct lexer *lexer);

/* `at` stands on the first parenthesis of $((. Whether it is closed at all; else the text fails. */
static bool closes(struct lexer *lexer)
{
    uint32_t from = lexer->at++;
    lex_enter(lexer);
    lexer->attempts++;
    closing_parenthesis(lexer);
    lexer->attempts--;
    lex_leave(lexer);
    if (lexer->error != LEX_OK)
        return false;
    lexer->at = from;
    lexer->ends[from + 1] = 0; /* what is found there may yet be commands */
    return true;
}

/* `at` stands on a dollar sign. Moves behind it and what it opens; quotes may follow it only
 * outside double quotes. */
void lex_dollar(struct lexer *lexer, bool quotes)
{
    char c = lex_peek(lexer, 1);
    lexer->at++;
    uint32_t inside = lexer->at + 1;
    if (c == '(' && lexer->ends && lexer->ends[inside]) {
        lexer->at = lexer->ends[inside];
        return;
    }
    if (c == '(' && lex_peek(lexer, 1) == '(' && (!closes(lexer) || lex_arithmetic(lexer))) {
        if (lexer->attempts && lexer->error == LEX_OK)
            lexer->ends[inside] = lexer->at;
        return;
    }
    if (c != '(' && c != '{' && c != '[' && !(quotes && c == '\''))
        return;
    lexer->at++;
    if (c == '(')
        lex_substitution(lexer);
    else if (c == '{')
        lex_braces(lexer);
    else if (c == '[')
        lex_brackets(lexer);
    else
        lex_escaped(lexer);
}

void lex_double(struct lexer *lexer)
{
    uint32_t open = lexer->at;
    lex_enter(lexer);
    while (!lex_at_end(lexer)) {
        char c = lexer->text.at[lexer->at];
        if (c == '$') {
            lex_dollar(lexer, false);
            continue;
        }
        lexer->at++;
        if (c == '\\') {
            lexer->at++;
        } else if (c == '`') {
            lex_backquote(lexer);
        } else if (c == '"') {
            lex_leave(lexer);
            return;
        }
    }
    lex_fail_matching(lexer, '"', open);
}

/* Moves `at`, which stands on a quote, behind its match. */
void lex_quote(struct lexer *lexer, char quote)
{
    lexer->at++;
    if (quote == '\'')
        lex_single(lexer);
    else if (quote == '"')
        lex_double(lexer);
    else
        lex_backquote(lexer);
}

void lex_braces(struct lexer *lexer)
{
    uint32_t open = lexer->at;
    lex_enter(lexer);
    while (!lex_at_end(lexer)) {
        char c = lexer->text.at[lexer->at];
        if (c == '\'' || c == '"' || c == '`') {
            lex_quote(lexer, c);
        } else if (c == '$') {
            lex_dollar(lexer, true);
        } else {
            lexer->at += c == '\\' ? 2 : 1;
            if (c == '}') {
                lex_leave(lexer);
                return;
            }
        }
    }
    lex_fail_matching(lexer, '}', open);
}

/* Where the parenthesis opened before `at` closes, known from an attempt around it or found by
 * counting; quotes and substitutions inside are skipped. Every pair met is remembered, so nested
 * attempts are linear together. */
static uint32_t closing_parenthesis(struct lexer *lexer)
{
    struct {
        uint32_t *at;
        size_t len, cap;
    } open = {0};
    uint32_t first = lexer->at;
    if (!lexer->ends)
        lexer->ends = arena_take_zero(lexer->arena, lexer->text.len + 1, sizeof *lexer->ends);
    if (lexer->ends[first])
        return lexer->ends[first];
    *list_add(lexer->arena, &open) = first;
    while (!lex_at_end(lexer)) {
        char c = lexer->text.at[lexer->at];
        if (c == '\'' || c == '"' || c == '`') {
            lex_quote(lexer, c);
            continue;
        }
        if (c == '$') {
            lex_dollar(lexer, true);
            continue;
        }
        lexer->at += c == '\\' ? 2 : 1;
        if (c == '(')
            *list_add(lexer->arena, &open) = lexer->at;
        if (c != ')')
            continue;
        lexer->ends[open.at[--open.len]] = lexer->at;
        if (open.len == 0)
            return lexer->at;
    }
    lex_fail_matching(lexer, ')', first);
    return (uint32_t)lexer->text.len;
}

bool lex_arithmetic(struct lexer *lexer)
{
    uint32_t from = lexer->at;
    lex_enter(lexer);
    lexer->at = from + 2;
    lexer->attempts++;
    lexer->at = closing_parenthesis(lexer);
    lexer->attempts--;
    lex_leave(lexer);
    if (lexer->error != LEX_OK)
        return true;
    bool closed = lex_peek(lexer, 0) == ')';
    lexer->at = closed ? lexer->at + 1 : from;
    return closed;
}

void lex_substitution(struct lexer *lexer)
{
    uint32_t from = lexer->at;
    lex_enter(lexer);
    /* The commands inside are read with this lexer; what it was doing is kept aside. */
    struct lexer kept = *lexer;
    lexer->heres = NULL;
    lexer->heres_end = &lexer->heres;
    lexer->substitutions++;
    lexer->commands(lexer);
    if (lexer->error == LEX_END || (lexer->error == LEX_OK && lexer->token != TOKEN_CLOSE)) {
        lexer->error = LEX_OK;
        lex_fail_matching(lexer, ')', from);
        /* Behind $(( bash counts from where it opened. */
        bool doubled = from < lexer->text.len && lexer->text.at[from] == '(';
        lexer->error_line = doubled ? lex_line(lexer, from) : lex_last_line(lexer);
    }
    lexer->substitutions = kept.substitutions;
    lexer->heres = kept.heres;
    lexer->heres_end = kept.heres ? kept.heres_end : &lexer->heres;
    lexer->token = lexer->error == LEX_OK ? kept.token : TOKEN_FAILED;
    lexer->from = kept.from;
    lexer->word = kept.word;
    lexer->command_position = kept.command_position;
    lexer->ended = false;
    lex_leave(lexer);
    if (lexer->attempts && lexer->ends)
        lexer->ends[from] = lexer->at;
}

/* Moves behind the parenthesis that ends NAME=(…), the opening one before `at`. */
void lex_array(struct lexer *lexer)
{
    uint32_t open = lexer->at, depth = 1;
    while (!lex_at_end(lexer)) {
        char c = lexer->text.at[lexer->at];
        if (c == '\'' || c == '"' || c == '`') {
            lex_quote(lexer, c);
            continue;
        }
        if (c == '$') {
            lex_dollar(lexer, true);
            continue;
        }
        lexer->at += c == '\\' ? 2 : 1;
        depth += c == '(';
        if (c == ')' && --depth == 0)
            return;
    }
    lexer->error_array = lexer->error == LEX_OK;
    lex_fail_matching(lexer, ')', open);
}
