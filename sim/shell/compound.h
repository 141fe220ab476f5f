/* The grammar's parts that parse.c and compound.c share. */
#ifndef SIM_SHELL_COMPOUND_H
#define SIM_SHELL_COMPOUND_H

#include "sim/shell/tree.h"

/* Reserved words, the first ones start a command. */
enum reserved {
    RESERVED_NONE,
    RESERVED_NOT,
    RESERVED_BRACE,
    RESERVED_COND,
    RESERVED_CASE,
    RESERVED_COPROC,
    RESERVED_FOR,
    RESERVED_FUNCTION,
    RESERVED_IF,
    RESERVED_SELECT,
    RESERVED_TIME,
    RESERVED_UNTIL,
    RESERVED_WHILE,
    RESERVED_END_BRACE, /* from here on they end something */
    RESERVED_DO,
    RESERVED_DONE,
    RESERVED_ELIF,
    RESERVED_ELSE,
    RESERVED_ESAC,
    RESERVED_FI,
    RESERVED_THEN,
};

/* The reserved word that the current token is. */
enum reserved parse_reserved(const struct lexer *lexer);

/* Whether the current token is this word, or begins a redirection. */
bool parse_at_word(const struct lexer *lexer, struct slice text);
bool parse_at_redirect(enum token token);

/* The current token is not what the grammar wants here. */
void parse_unexpected(struct lexer *lexer);

/* Read the next token, where a command may start or where only words can stand. */
void parse_step(struct lexer *lexer);
void parse_step_word(struct lexer *lexer);
void parse_newlines(struct lexer *lexer);

/* Reads behind a reserved word that must stand here. */
void parse_expect(struct lexer *lexer, enum reserved wanted);

/* The current token as a word, counted. */
struct word *parse_take(struct lexer *lexer);

/* A list that may be empty, one that must not be, a redirection, a simple command. `command`: a
 * command may follow the redirection. */
struct pipeline *parse_list(struct lexer *lexer);
struct pipeline *parse_body(struct lexer *lexer);
struct redirect *parse_redirect(struct lexer *lexer, bool command);
void parse_simple(struct lexer *lexer, struct command *command);

/* A compound command with its redirections, if the current token starts one. */
bool parse_compound(struct lexer *lexer, struct command *command);

/* A function whose name and opening parenthesis were read. */
void parse_function(struct lexer *lexer, struct command *command);

#endif
