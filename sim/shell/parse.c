/* The grammar of a typed line. Input: tokens; output: pipelines, or the first error in the lexer.
 *
 * Models bash 5.2's grammar: which token is unexpected decides the text of a syntax error, so every
 * compound command is parsed although only subshells are kept. Recursion is bounded by
 * lex_enter. */
#include "sim/shell/parse.h"

#include "sim/shell/compound.h"

static const struct {
    struct slice name;
    enum reserved reserved;
} reserved_words[] = {
    {S_INIT("!"), RESERVED_NOT},
    {S_INIT("{"), RESERVED_BRACE},
    {S_INIT("[["), RESERVED_COND},
    {S_INIT("case"), RESERVED_CASE},
    {S_INIT("coproc"), RESERVED_COPROC},
    {S_INIT("for"), RESERVED_FOR},
    {S_INIT("function"), RESERVED_FUNCTION},
    {S_INIT("if"), RESERVED_IF},
    {S_INIT("select"), RESERVED_SELECT},
    {S_INIT("time"), RESERVED_TIME},
    {S_INIT("until"), RESERVED_UNTIL},
    {S_INIT("while"), RESERVED_WHILE},
    {S_INIT("}"), RESERVED_END_BRACE},
    {S_INIT("do"), RESERVED_DO},
    {S_INIT("done"), RESERVED_DONE},
    {S_INIT("elif"), RESERVED_ELIF},
    {S_INIT("else"), RESERVED_ELSE},
    {S_INIT("esac"), RESERVED_ESAC},
    {S_INIT("fi"), RESERVED_FI},
    {S_INIT("then"), RESERVED_THEN},
};

/* By its first letter the lengths that a reserved word can have: bit n for n bytes. */
static const unsigned short reserved_lengths[128] = {
    ['!'] = 1 << 1,          ['{'] = 1 << 1,
    ['}'] = 1 << 1,          ['['] = 1 << 2,
    ['c'] = 1 << 4 | 1 << 6, ['d'] = 1 << 2 | 1 << 4,
    ['e'] = 1 << 4,          ['f'] = 1 << 2 | 1 << 3 | 1 << 8,
    ['i'] = 1 << 2,          ['s'] = 1 << 6,
    ['t'] = 1 << 4,          ['u'] = 1 << 5,
    ['w'] = 1 << 5,
};

/* The reserved word that the current token is. */
enum reserved parse_reserved(const struct lexer *lexer)
{
    if (lexer->token != TOKEN_WORD || (lexer->word->marks & ~(uint32_t)(MARK_BRACE | MARK_GLOB)))
        return RESERVED_NONE;
    struct slice s = lexer->word->raw;
    if (s.len > 8 || !(reserved_lengths[*s.at & 127] & 1 << s.len))
        return RESERVED_NONE;
    for (size_t i = 0; i < sizeof reserved_words / sizeof *reserved_words; i++)
        if (slice_equal(s, reserved_words[i].name))
            return reserved_words[i].reserved;
    return RESERVED_NONE;
}

bool parse_at_word(const struct lexer *lexer, struct slice text)
{
    return lexer->token == TOKEN_WORD && slice_equal(lexer->word->raw, text);
}

/* The current token is not what the grammar wants here. */
void parse_unexpected(struct lexer *lexer)
{
    if (lexer->token == TOKEN_FAILED)
        return;
    if (lexer->token == TOKEN_END) {
        lex_fail(lexer, LEX_END);
        lexer->error_line = lex_last_line(lexer);
        return;
    }
    bool newline = lexer->token == TOKEN_NEWLINE;
    lexer->near = newline ? S("newline")
                          : (struct slice){lexer->text.at + lexer->from, lexer->at - lexer->from};
    if (lexer->token == TOKEN_WORD)
        lexer->near = lexer->word->raw;
    uint32_t at = newline ? lexer->from : lexer->at - 1;
    uint32_t line = lex_line(lexer, at);
    lex_fail(lexer, LEX_TOKEN);
    lexer->error_line = line;
    lexer->error_at = at;
}

/* Reads the next token where a command may start. */
void parse_step(struct lexer *lexer)
{
    lexer->command_position = true;
    lex_next(lexer);
}

void parse_step_word(struct lexer *lexer)
{
    lexer->command_position = false;
    lex_next(lexer);
}

void parse_newlines(struct lexer *lexer)
{
    while (lexer->token == TOKEN_NEWLINE)
        parse_step(lexer);
}

void parse_expect(struct lexer *lexer, enum reserved wanted)
{
    if (parse_reserved(lexer) == wanted)
        parse_step(lexer);
    else
        parse_unexpected(lexer);
}

/* A list that must not be empty, newlines around it skipped. */
struct pipeline *parse_body(struct lexer *lexer)
{
    parse_newlines(lexer);
    struct pipeline *list = parse_list(lexer);
    if (!list)
        parse_unexpected(lexer);
    return list;
}

struct word *parse_take(struct lexer *lexer)
{
    if (++lexer->words > SHELL_WORDS)
        arena_stop(lexer->arena, ARENA_TOO_LARGE, "more than 100,000 words in one line");
    return lexer->word;
}

/* --- Redirections ----------------------------------------------------------------------------- */

bool parse_at_redirect(enum token token)
{
    return token >= TOKEN_LESS || token == TOKEN_NUMBER || token == TOKEN_NAME;
}

/* The current token begins a redirection: reads it and the token behind. */
struct redirect *parse_redirect(struct lexer *lexer, bool command)
{
    struct redirect *redirect = arena_new(lexer->arena, struct redirect);
    redirect->from = lexer->from;
    if (lexer->token == TOKEN_NUMBER || lexer->token == TOKEN_NAME) {
        redirect->name = lexer->word->raw;
        parse_step_word(lexer);
    }
    redirect->kind = lexer->token;
    parse_step_word(lexer);
    bool dup = redirect->kind == TOKEN_DUP_IN || redirect->kind == TOKEN_DUP_OUT;
    if (lexer->token != TOKEN_WORD && !(dup && lexer->token == TOKEN_NUMBER)) {
        parse_unexpected(lexer);
        return redirect;
    }
    redirect->target = parse_take(lexer);
    if (redirect->kind == TOKEN_HERE || redirect->kind == TOKEN_HERE_TABS) {
        struct here *here = arena_new(lexer->arena, struct here);
        here->delimiter = redirect->target;
        here->tabs = redirect->kind == TOKEN_HERE_TABS;
        redirect->here = *lexer->heres_end = here;
        lexer->heres_end = &here->next;
    }
    lexer->command_position = command;
    lex_next(lexer);
    return redirect;
}

/* --- Simple commands -------------------------------------------------------------------------- */

/* Whether a word in the place of a command is an assignment: NAME= or NAME+=. */
static bool is_assignment(const struct word *word)
{
    if (word->marks & MARK_ARRAY)
        return true;
    if (!(word->marks & MARK_EQUALS))
        return false;
    size_t n = shell_name_length(word->raw);
    struct slice rest = slice_after(word->raw, n);
    return n && (slice_starts(rest, S("=")) || slice_starts(rest, S("+=")));
}

/* The words that follow and stand for themselves. */
static void take_plain_words(struct lexer *lexer, struct command *command, struct word ***end)
{
    uint32_t count = 0;
    lex_words(lexer, end, &count);
    if (!count)
        return;
    lexer->words += count;
    command->words_len += count;
    command->span.to = lexer->at;
}

void parse_simple(struct lexer *lexer, struct command *command)
{
    struct word **word = &command->words, **assignment = &command->assignments;
    struct redirect **redirect = &command->redirects;
    for (;;) {
        bool start = !command->words;
        if (lexer->token == TOKEN_WORD) {
            struct word *read = parse_take(lexer);
            bool first = false, plain = false;
            if (start && is_assignment(read)) {
                *assignment = read;
                assignment = &read->next;
            } else {
                *word = read;
                word = &read->next;
                command->words_len++;
                plain = true;
                first = start && !command->assignments && !command->redirects;
            }
            if (command->counted_at == 0)
                command->counted_at = lexer->at;
            command->span.to = read->from + (uint32_t)read->raw.len;
            lexer->command_position = !command->words;
            if (plain)
                take_plain_words(lexer, command, &word);
            lex_next(lexer);
            /* bash has read one token further when it notes the line of a command */
            if (first && read->next)
                command->counted_at = read->next->from + (uint32_t)read->next->raw.len;
            else if (first)
                command->counted_at = lexer->token == TOKEN_NEWLINE ? lexer->from : lexer->at;
            if (first && !read->next && lexer->token == TOKEN_OPEN) {
                parse_function(lexer, command);
                return;
            }
        } else if (parse_at_redirect(lexer->token)) {
            *redirect = parse_redirect(lexer, start);
            if (lexer->token == TOKEN_FAILED)
                return;
            struct word *target = (*redirect)->target;
            command->span.to = target->from + (uint32_t)target->raw.len;
            if (command->counted_at == 0)
                command->counted_at = command->span.to;
            redirect = &(*redirect)->next;
        } else {
            return;
        }
    }
}

/* --- Pipelines and lists ---------------------------------------------------------------------- */

/* A command, null when the current token starts none; word is the reserved word it is. */
static struct command *parse_command(struct lexer *lexer, enum reserved word)
{
    if (lexer->token != TOKEN_WORD && lexer->token != TOKEN_OPEN &&
        !parse_at_redirect(lexer->token))
        return NULL;
    struct command *command = arena_take(lexer->arena, sizeof *command);
    *command = (struct command){.span.from = lexer->from};
    if ((word != RESERVED_NONE || lexer->token == TOKEN_OPEN) && parse_compound(lexer, command))
        return command;
    if (word != RESERVED_NONE && word != RESERVED_TIME) /* time behind | is a program */
        return NULL;
    parse_simple(lexer, command);
    if (command->kind == COMMAND_OPAQUE)
        command->span.to = lexer->from;
    return command;
}

enum { PREFIX_ANY = 1, PREFIX_NOT = 2, PREFIX_TIME = 4 };

/* ! and time in front of a pipeline, as PREFIX_ bits. */
static unsigned parse_prefixes(struct lexer *lexer)
{
    unsigned prefixes = 0;
    for (enum reserved word;
         (word = parse_reserved(lexer)) == RESERVED_NOT || word == RESERVED_TIME;) {
        parse_step(lexer);
        prefixes |= PREFIX_ANY;
        if (word == RESERVED_NOT) {
            prefixes ^= PREFIX_NOT;
            continue;
        }
        prefixes |= PREFIX_TIME;
        while (parse_at_word(lexer, S("-p")) || parse_at_word(lexer, S("--")))
            parse_step(lexer);
    }
    return prefixes;
}

/* The commands that read the output of `last`. */
static struct command *parse_pipes(struct lexer *lexer, struct command *last)
{
    while (lexer->token == TOKEN_PIPE || lexer->token == TOKEN_PIPE_BOTH) {
        last->piped = true;
        last->piped_both = lexer->token == TOKEN_PIPE_BOTH;
        last->pipe = (struct span){lexer->from, lexer->at};
        parse_step(lexer);
        parse_newlines(lexer);
        if (!(last->next = parse_command(lexer, parse_reserved(lexer)))) {
            parse_unexpected(lexer);
            break;
        }
        last = last->next;
    }
    return last;
}

/* A pipeline, null when the current token starts none. */
static struct pipeline *parse_pipeline(struct lexer *lexer)
{
    uint32_t from = lexer->from;
    enum reserved word = parse_reserved(lexer);
    unsigned prefixes = 0;
    if (word == RESERVED_NOT || word == RESERVED_TIME) {
        prefixes = parse_prefixes(lexer);
        word = parse_reserved(lexer);
    }
    struct command *first = parse_command(lexer, word);
    if (!first) {
        bool alone = lexer->token == TOKEN_NEWLINE || lexer->token == TOKEN_SEMICOLON ||
                     lexer->token == TOKEN_END;
        if (prefixes && !alone)
            parse_unexpected(lexer);
        if (!prefixes || !alone)
            return NULL;
    }
    struct pipeline *pipeline = arena_take(lexer->arena, sizeof *pipeline);
    *pipeline = (struct pipeline){0};
    struct command *last = first ? parse_pipes(lexer, first) : NULL;
    pipeline->negated = prefixes & PREFIX_NOT;
    pipeline->span = (struct span){from, last ? last->span.to : lexer->from};
    if (prefixes & PREFIX_TIME) {
        /* What time writes is not known: all of it is one opaque command. */
        first = arena_new(lexer->arena, struct command);
        first->kind = COMMAND_OPAQUE;
        first->span = pipeline->span;
    }
    pipeline->first = first;
    return pipeline;
}

/* Reads the operator behind a pipeline. */
static void parse_joint(struct lexer *lexer, struct pipeline *pipeline)
{
    enum token token = lexer->token;
    pipeline->joint = token == TOKEN_AND          ? JOINT_AND
                      : token == TOKEN_OR         ? JOINT_OR
                      : token == TOKEN_BACKGROUND ? JOINT_BACKGROUND
                                                  : JOINT_END;
    if (pipeline->joint == JOINT_END && token != TOKEN_SEMICOLON)
        return;
    pipeline->joint_at = (struct span){lexer->from, lexer->at};
    parse_step(lexer);
    if (token == TOKEN_AND || token == TOKEN_OR)
        parse_newlines(lexer);
}

/* Pipelines up to a token that starts none. A newline ends a command line; in a list that is part
 * of a command it only separates. */
static struct pipeline *parse_pipelines(struct lexer *lexer, bool command_line)
{
    struct pipeline *first = NULL, **end = &first;
    for (bool wanted = false;;) {
        struct pipeline *pipeline = parse_pipeline(lexer);
        if (!pipeline) {
            if (wanted)
                parse_unexpected(lexer);
            return first;
        }
        *end = pipeline;
        end = &pipeline->next;
        enum token separator = lexer->token;
        parse_joint(lexer, pipeline);
        wanted = pipeline->joint == JOINT_AND || pipeline->joint == JOINT_OR;
        if (wanted)
            continue;
        if (separator == TOKEN_NEWLINE
                ? command_line
                : separator != TOKEN_SEMICOLON && separator != TOKEN_BACKGROUND)
            return first;
        if (!command_line)
            parse_newlines(lexer);
    }
}

struct pipeline *parse_list(struct lexer *lexer)
{
    return parse_pipelines(lexer, false);
}

struct pipeline *parse_next(struct lexer *lexer)
{
    parse_step(lexer);
    if (lexer->token == TOKEN_NEWLINE || lexer->token == TOKEN_END)
        return NULL;
    struct pipeline *list = parse_pipelines(lexer, true);
    if (lexer->token != TOKEN_NEWLINE && lexer->token != TOKEN_END)
        parse_unexpected(lexer);
    return lexer->token == TOKEN_FAILED ? NULL : list;
}

struct pipeline *parse_substitution(struct lexer *lexer)
{
    parse_step(lexer);
    parse_newlines(lexer);
    struct pipeline *list = parse_list(lexer);
    if (lexer->token != TOKEN_CLOSE)
        parse_unexpected(lexer);
    return list;
}

/* For the lexer: only the end of $(…) matters. */
static void skip_substitution(struct lexer *lexer)
{
    parse_substitution(lexer);
}

void parser_start(struct lexer *lexer, struct arena *arena, struct slice text)
{
    lexer_start(lexer, arena, text, skip_substitution);
}

void parser_init(struct lexer *lexer, struct arena *arena, struct slice text)
{
    lexer_init(lexer, arena, text, skip_substitution);
}
