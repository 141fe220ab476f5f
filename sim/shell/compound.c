/* Compound commands: their grammar, and which token is unexpected where. Input: the tokens behind
 * the word that opens one; output: a subshell's list, else one opaque command.
 *
 * Models bash 5.2. What is not simulated is read all the same, so that a valid line is never taken
 * for a syntax error and a wrong one gets bash's words. */
#include "sim/shell/compound.h"

/* do LIST; done. */
static void parse_do_group(struct lexer *lexer)
{
    parse_expect(lexer, RESERVED_DO);
    parse_body(lexer);
    parse_expect(lexer, RESERVED_DONE);
}

/* { LIST; } */
static void parse_brace_group(struct lexer *lexer)
{
    parse_step(lexer);
    parse_body(lexer);
    parse_expect(lexer, RESERVED_END_BRACE);
}

/* Behind the head of for and select: do … done or { … }. */
static void parse_loop_body(struct lexer *lexer)
{
    parse_newlines(lexer);
    if (parse_reserved(lexer) == RESERVED_BRACE)
        parse_brace_group(lexer);
    else
        parse_do_group(lexer);
}

/* for NAME, for NAME in WORD…, for ((…;…;…)), select NAME. */
static void parse_for(struct lexer *lexer)
{
    parse_step_word(lexer);
    if (lexer->token == TOKEN_OPEN && lexer->at < lexer->text.len &&
        lexer->text.at[lexer->at] == '(') {
        lexer->at = lexer->from;
        if (!lex_arithmetic(lexer)) {
            parse_unexpected(lexer);
            return;
        }
        parse_step(lexer);
        if (lexer->token == TOKEN_SEMICOLON)
            parse_step(lexer);
        parse_loop_body(lexer);
        return;
    }
    if (lexer->token != TOKEN_WORD) {
        parse_unexpected(lexer);
        return;
    }
    parse_step(lexer);
    bool newline = lexer->token == TOKEN_NEWLINE;
    parse_newlines(lexer);
    if (parse_at_word(lexer, S("in"))) {
        parse_step_word(lexer);
        while (lexer->token == TOKEN_WORD) {
            parse_take(lexer);
            parse_step_word(lexer);
        }
        if (lexer->token != TOKEN_SEMICOLON && lexer->token != TOKEN_NEWLINE)
            parse_unexpected(lexer);
        parse_step(lexer);
    } else if (!newline && lexer->token == TOKEN_SEMICOLON) {
        parse_step(lexer);
    }
    parse_loop_body(lexer);
}

/* One clause of case, its pattern being the current token. */
static void parse_clause(struct lexer *lexer)
{
    if (lexer->token == TOKEN_OPEN)
        parse_step_word(lexer);
    for (;;) {
        if (lexer->token != TOKEN_WORD) {
            parse_unexpected(lexer);
            return;
        }
        parse_take(lexer);
        parse_step_word(lexer);
        if (lexer->token != TOKEN_PIPE)
            break;
        parse_step_word(lexer);
    }
    if (lexer->token != TOKEN_CLOSE) {
        parse_unexpected(lexer);
        return;
    }
    parse_step(lexer);
    parse_newlines(lexer);
    parse_list(lexer);
    if (lexer->token >= TOKEN_CASE_END && lexer->token <= TOKEN_CASE_NEXT) {
        parse_step_word(lexer);
        parse_newlines(lexer);
    } else if (parse_reserved(lexer) != RESERVED_ESAC) {
        parse_unexpected(lexer);
    }
}

/* case WORD in CLAUSE… esac. */
static void parse_case(struct lexer *lexer)
{
    parse_step_word(lexer);
    if (lexer->token != TOKEN_WORD) {
        parse_unexpected(lexer);
        return;
    }
    parse_step_word(lexer);
    parse_newlines(lexer);
    if (!parse_at_word(lexer, S("in"))) {
        parse_unexpected(lexer);
        return;
    }
    parse_step_word(lexer);
    parse_newlines(lexer);
    while (lexer->token != TOKEN_FAILED && parse_reserved(lexer) != RESERVED_ESAC)
        parse_clause(lexer);
    parse_step(lexer);
}

/* if LIST; then LIST; [elif …;] [else LIST;] fi. */
static void parse_if(struct lexer *lexer)
{
    do {
        parse_step(lexer);
        parse_body(lexer);
        parse_expect(lexer, RESERVED_THEN);
        parse_body(lexer);
    } while (parse_reserved(lexer) == RESERVED_ELIF);
    if (parse_reserved(lexer) == RESERVED_ELSE) {
        parse_step(lexer);
        parse_body(lexer);
    }
    parse_expect(lexer, RESERVED_FI);
}

/* while and until. */
static void parse_while(struct lexer *lexer)
{
    parse_step(lexer);
    parse_body(lexer);
    parse_do_group(lexer);
}

/* [[ … ]]: its tokens up to the closing word; what stands between is not checked. */
static void parse_cond(struct lexer *lexer)
{
    do {
        parse_step_word(lexer);
        if (lexer->token == TOKEN_END)
            parse_unexpected(lexer);
    } while (lexer->token != TOKEN_FAILED && !parse_at_word(lexer, S("]]")));
    parse_step(lexer);
}

/* A compound command must follow. */
static void parse_function_body(struct lexer *lexer)
{
    struct command body = {0};
    parse_newlines(lexer);
    if (!parse_compound(lexer, &body))
        parse_unexpected(lexer);
}

void parse_function(struct lexer *lexer, struct command *command)
{
    command->kind = COMMAND_OPAQUE;
    parse_step_word(lexer);
    if (lexer->token != TOKEN_CLOSE) {
        parse_unexpected(lexer);
        return;
    }
    parse_step(lexer);
    parse_function_body(lexer);
}

/* function NAME, parentheses or not. */
static void parse_function_word(struct lexer *lexer)
{
    parse_step_word(lexer);
    if (lexer->token != TOKEN_WORD) {
        parse_unexpected(lexer);
        return;
    }
    parse_step(lexer);
    if (lexer->token == TOKEN_OPEN) {
        parse_step_word(lexer);
        if (lexer->token != TOKEN_CLOSE) {
            parse_unexpected(lexer);
            return;
        }
        parse_step(lexer);
    }
    parse_function_body(lexer);
}

/* coproc [NAME] COMMAND. */
static void parse_coproc(struct lexer *lexer)
{
    struct command body = {0};
    parse_step(lexer);
    if (parse_compound(lexer, &body))
        return;
    if (lexer->token != TOKEN_WORD && !parse_at_redirect(lexer->token)) {
        parse_unexpected(lexer);
        return;
    }
    struct word *name = lexer->token == TOKEN_WORD ? parse_take(lexer) : NULL;
    if (name)
        parse_step(lexer);
    if (!name || !parse_compound(lexer, &body))
        parse_simple(lexer, &body);
}

/* ( LIST ), or (( expression )). */
static void parse_subshell(struct lexer *lexer, struct command *command)
{
    uint32_t at = lexer->at;
    if (at < lexer->text.len && lexer->text.at[at] == '(') {
        lexer->at = lexer->from;
        if (lex_arithmetic(lexer)) {
            command->kind = COMMAND_OPAQUE;
            if (lexer->error == LEX_OK)
                parse_step(lexer);
            return;
        }
        lexer->at = at;
    }
    command->kind = COMMAND_SUBSHELL;
    parse_step(lexer);
    command->list = parse_body(lexer);
    command->counted_at = lexer->at;
    if (lexer->token == TOKEN_CLOSE)
        parse_step(lexer);
    else
        parse_unexpected(lexer);
}

/* A compound command with its redirections, if the current token starts one. */
bool parse_compound(struct lexer *lexer, struct command *command)
{
    enum reserved word = parse_reserved(lexer);
    if (lexer->token != TOKEN_OPEN && (word == RESERVED_NONE || word >= RESERVED_END_BRACE ||
                                       word == RESERVED_NOT || word == RESERVED_TIME))
        return false;
    lex_enter(lexer);
    command->kind = COMMAND_OPAQUE;
    command->span.from = lexer->from;
    switch (word) {
    case RESERVED_BRACE: parse_brace_group(lexer); break;
    case RESERVED_COND: parse_cond(lexer); break;
    case RESERVED_CASE: parse_case(lexer); break;
    case RESERVED_COPROC: parse_coproc(lexer); break;
    case RESERVED_FOR:
    case RESERVED_SELECT: parse_for(lexer); break;
    case RESERVED_FUNCTION: parse_function_word(lexer); break;
    case RESERVED_IF: parse_if(lexer); break;
    case RESERVED_UNTIL:
    case RESERVED_WHILE: parse_while(lexer); break;
    default: parse_subshell(lexer, command); break;
    }
    struct redirect **redirect = &command->redirects;
    while (parse_at_redirect(lexer->token)) {
        *redirect = parse_redirect(lexer, true);
        redirect = &(*redirect)->next;
    }
    command->span.to = lexer->from;
    lex_leave(lexer);
    return true;
}
