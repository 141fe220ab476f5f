/* The grammar of a typed line: lists of pipelines of commands, one complete input at a time.
 *
 * Simple commands and subshells are kept as they are; every other compound command, a function and
 * a coprocess are checked for their syntax and kept as one opaque command. */
#ifndef SIM_SHELL_PARSE_H
#define SIM_SHELL_PARSE_H

#include "sim/shell/tree.h"

/* Prepares a lexer for parse_next and the readers of lex.h that meet $(…). */
void parser_init(struct lexer *lexer, struct arena *arena, struct slice text);

/* The same for a lexer that is all zeros. */
void parser_start(struct lexer *lexer, struct arena *arena, struct slice text);

/* Parses up to the end of a command line and gives its list, null for an empty one. The end of the
 * text is reached when lexer->token is TOKEN_END; after an error it is TOKEN_FAILED. */
struct pipeline *parse_next(struct lexer *lexer);

/* Parses behind $( up to its ) and gives the list, null for an empty one; lexer->token is then
 * TOKEN_CLOSE. */
struct pipeline *parse_substitution(struct lexer *lexer);

#endif
