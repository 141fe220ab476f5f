/* Tokens of a typed line. Input: the bytes of the line; output: one token a call.
 *
 * Models the reader of bash 5.2 without extended globs and aliases, as a non-interactive shell has
 * it. What bash reads ahead is not executed, so only extents and errors matter here; expand.c reads
 * the inside of a word again when it is needed. */
#include "sim/shell/lex.h"

/* Classes of bytes in a word outside quotes: marks, or STOP for what needs a closer look; INSIDE
 * where that can go on the word. */
enum { STOP = 0x80, INSIDE = 0xC0 };

static const unsigned char classes[256] = {
    ['*'] = MARK_GLOB,  ['?'] = MARK_GLOB,  ['['] = MARK_GLOB,   ['{'] = MARK_BRACE,
    ['}'] = MARK_BRACE, ['~'] = MARK_TILDE, ['='] = MARK_EQUALS, [' '] = STOP,
    ['\t'] = STOP,      ['\n'] = STOP,      [';'] = STOP,        ['&'] = STOP,
    ['|'] = STOP,       [')'] = STOP,       ['('] = INSIDE,      ['<'] = INSIDE,
    ['>'] = INSIDE,     ['\''] = INSIDE,    ['"'] = INSIDE,      ['`'] = INSIDE,
    ['$'] = INSIDE,     ['\\'] = INSIDE,
};

void lexer_init(struct lexer *lexer, struct arena *arena, struct slice text,
                void (*commands)(struct lexer *lexer))
{
    memset(lexer, 0, sizeof *lexer);
    lexer_start(lexer, arena, text, commands);
}

void lexer_start(struct lexer *lexer, struct arena *arena, struct slice text,
                 void (*commands)(struct lexer *lexer))
{
    lexer->arena = arena;
    lexer->text = text;
    lexer->commands = commands;
    lexer->heres_end = &lexer->heres;
    lexer->warnings.arena = arena;
}

uint32_t lex_line(struct lexer *lexer, uint32_t offset)
{
    if (offset < lexer->counted_at)
        lexer->counted_at = lexer->counted = 0;
    const char *at = lexer->text.at + lexer->counted_at, *end = lexer->text.at + offset;
    while (at < end && (at = memchr(at, '\n', (size_t)(end - at))) != NULL) {
        lexer->counted++;
        at++;
    }
    lexer->counted_at = offset;
    return lexer->counted + 1 - lexer->shift;
}

uint32_t lex_last_line(struct lexer *lexer)
{
    uint32_t line = lex_line(lexer, (uint32_t)lexer->text.len);
    struct slice text = lexer->text;
    bool joined = text.len > 2 && slice_ends(text, S("\\\n")) &&
                  !(classes[(unsigned char)text.at[text.len - 3]] & STOP);
    return line + (joined || !slice_ends(text, S("\n")));
}

void lex_fail(struct lexer *lexer, enum lex_error error)
{
    if (lexer->error == LEX_OK) {
        lexer->error = error;
        lexer->error_nested = lexer->substitutions > 0;
        lexer->error_at = lexer->from;
    }
    lexer->token = TOKEN_FAILED;
    lexer->at = (uint32_t)lexer->text.len;
}

/* The text ended before `missing` closed what opened at `open`. */
void lex_fail_matching(struct lexer *lexer, char missing, uint32_t open)
{
    if (lexer->error == LEX_OK) {
        lexer->missing = missing;
        lexer->error_line = lex_line(lexer, open);
    }
    lex_fail(lexer, LEX_MATCHING);
}

void lex_enter(struct lexer *lexer)
{
    if (++lexer->nesting > SHELL_NESTING)
        arena_stop(lexer->arena, ARENA_TOO_LARGE, "more than 1,000 levels of nesting");
}

void lex_leave(struct lexer *lexer)
{
    lexer->nesting--;
}

size_t shell_name_length(struct slice s)
{
    size_t n = 0;
    for (; n < s.len; n++) {
        char c = s.at[n];
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
        if (!letter && !(n && c >= '0' && c <= '9'))
            break;
    }
    return n;
}

/* Whether what was read of the word so far is NAME, NAME= or NAME+=, where `(` or `[` would start
 * an array. */
static bool names_array(struct slice word, char next)
{
    size_t n = shell_name_length(word);
    struct slice rest = slice_after(word, n);
    if (n == 0)
        return false;
    if (next == '[')
        return rest.len == 0;
    return slice_equal(rest, S("=")) || slice_equal(rest, S("+=")) ||
           (rest.len > 2 && rest.at[0] == '[' && slice_ends(rest, S("]="))) ||
           (rest.len > 3 && rest.at[0] == '[' && slice_ends(rest, S("]+=")));
}

/* A byte that ended the fast run of a word: moves behind what it begins and answers its marks, or
 * 0 where the word ends. */
static uint32_t word_special(struct lexer *lexer)
{
    struct slice so_far = {lexer->text.at + lexer->from, lexer->at - lexer->from};
    char c = lexer->text.at[lexer->at];
    switch (c) {
    case '\\':
        lexer->at += 2;
        if (lexer->at > lexer->text.len)
            lexer->at = (uint32_t)lexer->text.len;
        return MARK_QUOTE;
    case '\'':
    case '"': lex_quote(lexer, c); return MARK_QUOTE;
    case '`': lex_quote(lexer, c); return MARK_DOLLAR;
    case '$':
        c = lex_peek(lexer, 1);
        lex_dollar(lexer, true);
        return c == '\'' || c == '"' ? MARK_DOLLAR | MARK_QUOTE : MARK_DOLLAR;
    case '<':
    case '>':
        if (lex_peek(lexer, 1) != '(')
            return 0;
        lexer->at += 2;
        lex_substitution(lexer);
        return MARK_PROCESS;
    case '(':
        if (!lexer->command_position || !names_array(so_far, c))
            return 0;
        lexer->at++;
        lex_array(lexer);
        return MARK_ARRAY;
    default: return 0;
    }
}

/* NAME[…] in the place of a command: the brackets may hold blanks when = follows. */
static bool array_element(struct lexer *lexer, const char *bracket)
{
    uint32_t before = lexer->at;
    lexer->at = (uint32_t)(bracket - lexer->text.at);
    struct slice so_far = {lexer->text.at + lexer->from, lexer->at - lexer->from};
    if (!names_array(so_far, '[')) {
        lexer->at = before;
        return false;
    }
    lexer->at++;
    lex_brackets(lexer);
    char c = lex_peek(lexer, 0);
    if (lexer->error != LEX_OK || c == '=' || (c == '+' && lex_peek(lexer, 1) == '='))
        return true;
    lexer->at = before;
    return false;
}

/* Reads a word at `at`. */
static void lex_word(struct lexer *lexer)
{
    const char *text = lexer->text.at, *p = text + lexer->at, *end = text + lexer->text.len;
    uint32_t marks = 0, special, trimmed = 0;
    bool element = false;
    for (;;) {
        const char *run = p;
        unsigned c = 0;
        while (p < end && !((c = classes[(unsigned char)*p]) & STOP)) {
            marks |= c;
            p++;
        }
        if (lexer->command_position && !element && (marks & MARK_GLOB)) {
            element = true;
            const char *bracket = memchr(run, '[', (size_t)(p - run));
            if (bracket && array_element(lexer, bracket)) {
                marks |= MARK_ARRAY;
                p = text + lexer->at;
                continue;
            }
        }
        lexer->at = (uint32_t)(p - text);
        if (p != run)
            trimmed = lexer->at;
        if (p >= end)
            break;
        uint32_t from = lexer->at;
        if ((special = word_special(lexer)) == 0)
            break;
        p = text + lexer->at;
        /* A backslash-newline at the end is no part of the word. */
        if (text[from] == '\\' && lexer->at - from == 2 && text[from + 1] == '\n')
            continue;
        marks |= special;
        trimmed = lexer->at;
    }
    if (lexer->error != LEX_OK)
        return;
    struct word *word = arena_take(lexer->arena, sizeof *word);
    word->next = NULL;
    word->from = lexer->from;
    word->raw = (struct slice){text + lexer->from, trimmed - lexer->from};
    word->marks = marks | (memchr(word->raw.at, '\\', word->raw.len) ? MARK_QUOTE : 0);
    lexer->word = word;
    lexer->token = TOKEN_WORD;
}

/* Takes an operator of that length. */
static void operator_token(struct lexer *lexer, enum token token, uint32_t length)
{
    lexer->token = token;
    lexer->at += length;
}

/* The operator at `at`, whose first byte is c. */
static void lex_operator(struct lexer *lexer, char c)
{
    static const struct {
        char text[4];
        unsigned char length, token;
    } operators[] = {
        {"<<<", 3, TOKEN_HERE_STRING}, {"<<-", 3, TOKEN_HERE_TABS}, {"&>>", 3, TOKEN_BOTH_APPEND},
        {";;&", 3, TOKEN_CASE_NEXT},   {"<<", 2, TOKEN_HERE},       {"<&", 2, TOKEN_DUP_IN},
        {"<>", 2, TOKEN_READ_WRITE},   {">>", 2, TOKEN_APPEND},     {">&", 2, TOKEN_DUP_OUT},
        {">|", 2, TOKEN_CLOBBER},      {"&&", 2, TOKEN_AND},        {"&>", 2, TOKEN_BOTH},
        {"||", 2, TOKEN_OR},           {"|&", 2, TOKEN_PIPE_BOTH},  {";;", 2, TOKEN_CASE_END},
        {";&", 2, TOKEN_CASE_FALL},    {"<", 1, TOKEN_LESS},        {">", 1, TOKEN_GREATER},
        {"&", 1, TOKEN_BACKGROUND},    {"|", 1, TOKEN_PIPE},        {";", 1, TOKEN_SEMICOLON},
        {"(", 1, TOKEN_OPEN},          {")", 1, TOKEN_CLOSE},
    };
    struct slice rest = slice_after(lexer->text, lexer->at);
    for (size_t i = 0; i < sizeof operators / sizeof *operators; i++)
        if (operators[i].text[0] == c &&
            slice_starts(rest, (struct slice){operators[i].text, operators[i].length})) {
            operator_token(lexer, operators[i].token, operators[i].length);
            return;
        }
}

/* The delimiter of a here-document without its quotes. */
static struct slice unquoted(struct arena *arena, const struct word *word)
{
    struct buffer plain = {.arena = arena};
    struct slice s = word->raw;
    if (!(word->marks & MARK_QUOTE))
        return s;
    for (char quote = 0; s.len; s = slice_after(s, 1)) {
        char c = *s.at;
        if (c == '\\' && quote != '\'' && s.len > 1) {
            s = slice_after(s, 1);
            buffer_byte(&plain, *s.at);
        } else if (quote ? c == quote : c == '\'' || c == '"') {
            quote = quote ? 0 : c;
        } else {
            buffer_byte(&plain, c);
        }
    }
    return buffer_slice(&plain);
}

/* A here-document that the end of the text ended: bash says where it began. */
static void warn_here(struct lexer *lexer, uint32_t from, struct slice wanted)
{
    struct buffer *out = &lexer->warnings;
    buffer_string(out, "bash: line ");
    buffer_number(out, lex_last_line(lexer) - 1);
    buffer_string(out, ": warning: here-document at line ");
    bool last = from >= lexer->text.len;
    buffer_number(out, (last ? lex_last_line(lexer) : lex_line(lexer, from)) - 1);
    buffer_string(out, " delimited by end-of-file (wanted `");
    buffer_put(out, wanted);
    buffer_string(out, "')\n");
}

/* Reads the bodies of the here-documents that were announced; `at` stands on their first line. */
static void read_heres(struct lexer *lexer)
{
    for (struct here *here = lexer->heres; here; here = here->next) {
        struct slice wanted = unquoted(lexer->arena, here->delimiter);
        uint32_t from = lexer->at;
        bool found = false;
        while (!found && !lex_at_end(lexer)) {
            struct slice line, rest = slice_after(lexer->text, lexer->at);
            uint32_t start = lexer->at;
            slice_cut(rest, '\n', &line, &rest);
            lexer->at = (uint32_t)(rest.at - lexer->text.at);
            while (here->tabs && line.len && *line.at == '\t')
                line = slice_after(line, 1);
            found = slice_equal(line, wanted);
            if (found)
                here->body = (struct slice){lexer->text.at + from, start - from};
        }
        if (!found) {
            here->body = slice_after(lexer->text, from);
            warn_here(lexer, from, wanted);
        }
    }
    lexer->heres = NULL;
    lexer->heres_end = &lexer->heres;
}

/* Moves behind blanks, continued lines and a comment. */
static void skip_blanks(struct lexer *lexer)
{
    const char *p = lexer->text.at + lexer->at, *end = lexer->text.at + lexer->text.len;
    for (;;) {
        while (p < end && (*p == ' ' || *p == '\t'))
            p++;
        if (end - p < 2 || p[0] != '\\' || p[1] != '\n')
            break;
        p += 2;
    }
    if (p < end && *p == '#') {
        p = memchr(p, '\n', (size_t)(end - p));
        p = p ? p : end;
    }
    lexer->at = (uint32_t)(p - lexer->text.at);
}

/* A word that stands right before < or >: digits or {NAME} name the descriptor. */
static void lex_descriptor(struct lexer *lexer)
{
    struct slice raw = lexer->word->raw;
    size_t digits = 0;
    while (digits < raw.len && raw.at[digits] >= '0' && raw.at[digits] <= '9')
        digits++;
    if (digits == raw.len)
        lexer->token = TOKEN_NUMBER;
    else if (raw.len > 2 && raw.at[0] == '{' && raw.at[raw.len - 1] == '}' &&
             shell_name((struct slice){raw.at + 1, raw.len - 2}))
        lexer->token = TOKEN_NAME;
}

/* Where a word that starts at q needs a closer look: the class of that byte is in *c, 0 at the end,
 * and the marks of the bytes before it in *marks. Most bytes have no class. */
static inline const char *word_stop(const char *q, const char *end, unsigned *c, unsigned *marks)
{
    for (*marks = 0;; *marks |= *c, q++) {
        while (q < end && !classes[(unsigned char)*q])
            q++;
        *c = q < end ? classes[(unsigned char)*q] : 0;
        if (q == end || *c & STOP)
            return q;
    }
}

void lex_words(struct lexer *lexer, struct word ***list, uint32_t *count)
{
    const char *text = lexer->text.at, *p = text + lexer->at, *end = text + lexer->text.len;
    struct word **link = *list;
    for (;;) {
        const char *from = p;
        unsigned c, marks;
        while (from < end && *from == ' ')
            from++;
        const char *q = word_stop(from, end, &c, &marks);
        if (q == from || *from == '#' || (c & INSIDE) == INSIDE)
            break;
        struct word *word = arena_take(lexer->arena, sizeof *word);
        *word = (struct word){NULL, {from, (size_t)(q - from)}, (uint32_t)(from - text), marks};
        *link = word;
        link = &word->next;
        p = q;
        ++*count;
    }
    lexer->at = (uint32_t)(p - text);
    *list = link;
}

bool lex_plain(const struct lexer *lexer, const struct text *line, struct args *words)
{
    enum { LONG = 4096 };
    struct slice text = lexer->text;
    const char *at = text.at, *end = text.at + text.len;
    if (text.len > LONG)
        return false;
    size_t room = text.len / 2 + 1;
    struct arg *first = arena_array(lexer->arena, struct arg, room), *word = first;
    for (;; word++) {
        unsigned c, marks;
        while (at < end && *at == ' ')
            at++;
        if (at == end)
            break;
        const char *from = at;
        at = word_stop(from, end, &c, &marks);
        if ((c && *at != ' ') || *from == '#' || marks & ~(unsigned)MARK_EQUALS)
            return false;
        const struct span span = {(uint32_t)(from - text.at), (uint32_t)(at - text.at)};
        *word = (struct arg){{from, (size_t)(at - from)}, {line, span}};
    }
    *words = (struct args){true, first, (size_t)(word - first), room};
    list_trim(lexer->arena, words);
    return true;
}

void lex_next(struct lexer *lexer)
{
    const char *text = lexer->text.at, *p = text + lexer->at, *end = text + lexer->text.len;
    const char *from = p;
    unsigned c, marks;
    while (from < end && *from == ' ')
        from++;
    const char *q = word_stop(from, end, &c, &marks);
    bool element = (marks & MARK_GLOB) && lexer->command_position;
    if (q == from || *from == '#' || (c & INSIDE) == INSIDE || element ||
        lexer->token == TOKEN_FAILED) {
        lex_token(lexer);
        return;
    }
    struct word *word = arena_take(lexer->arena, sizeof *word);
    lexer->from = (uint32_t)(from - text);
    *word = (struct word){NULL, {from, (size_t)(q - from)}, lexer->from, marks};
    lexer->at = (uint32_t)(q - text);
    lexer->word = word;
    lexer->token = TOKEN_WORD;
}

void lex_token(struct lexer *lexer)
{
    if (lexer->token == TOKEN_FAILED)
        return;
    skip_blanks(lexer);
    lexer->from = lexer->at;
    if (lex_at_end(lexer)) {
        bool newline = !lexer->ended && !slice_ends(lexer->text, S("\n"));
        if (newline && !lexer->substitutions) {
            lexer->ended = true;
            read_heres(lexer);
        }
        lexer->token = newline && !lexer->substitutions ? TOKEN_NEWLINE : TOKEN_END;
        return;
    }
    char c = lexer->text.at[lexer->at];
    if (c == '\n') {
        lexer->at++;
        lexer->token = TOKEN_NEWLINE;
        if (lexer->heres)
            read_heres(lexer);
        return;
    }
    bool process = (c == '<' || c == '>') && lex_peek(lexer, 1) == '(';
    if (!process && (classes[(unsigned char)c] & STOP) && c != '\'' && c != '"' && c != '`' &&
        c != '$' && c != '\\') {
        lex_operator(lexer, c);
        return;
    }
    lex_word(lexer);
    c = lex_peek(lexer, 0);
    if ((c == '<' || c == '>') && lexer->token == TOKEN_WORD &&
        !(lexer->word->marks & ~(uint32_t)MARK_BRACE))
        lex_descriptor(lexer);
}
