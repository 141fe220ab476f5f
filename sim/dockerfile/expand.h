/* Expansion: quotes, escapes and $VARIABLES in a word of a Dockerfile.
 *
 * Follows BuildKit's word lexer: '…' "…" and the escape character; $NAME and ${NAME} with the
 * modifiers - + ? # ## % %% / // (and :- :+ :?). Nothing is expanded in CMD, ENTRYPOINT, RUN,
 * SHELL, HEALTHCHECK. An inserted value is not read again. */
#ifndef SIM_DOCKERFILE_EXPAND_H
#define SIM_DOCKERFILE_EXPAND_H

#include "sim/ground/arena.h"
#include "sim/ground/slice.h"

#include <stdbool.h>

/* Where the values of variables come from. get answers whether a variable is set, and its value. A
 * null get knows none. */
struct variables {
    const void *context;
    bool (*get)(const void *context, struct slice name, struct slice *value);
};

struct expand_mode {
    char escape;       /* backslash or backtick */
    bool plain_quotes; /* quotes mean nothing: the body of a heredoc */
    bool keep_quotes;  /* quotes group and stay */
    bool keep_escapes; /* escapes protect and stay */
    bool keep_unset;   /* $NAME of an unset variable stays as it is written */
};

struct slice_list {
    struct slice *at;
    size_t len, cap;
};

/* What an expansion came to. The names are those that were looked at, each once, in the order in
 * which they were met: for the rules about undefined variables. */
struct expansion {
    struct slice text;       /* the word expanded; a slice of the word when nothing changed */
    struct slice_list words; /* expand_words: the same, split at blanks outside quotes */
    struct slice_list set;   /* names that had a value, also an empty one */
    struct slice_list unset; /* names that had none, also where a default took their place */
    struct slice error;      /* failed to process "WORD": CAUSE; empty when all is well */
};

/* Expands a word. False on an error; set and unset then hold nothing that counts. *expansion is
 * written whole; it need not be cleared before. A nesting of more than 1,000 ${ stops the arena. */
bool expand_word(struct arena *arena, const struct variables *variables, struct expand_mode mode,
                 struct slice word, struct expansion *expansion);

/* The same, and also splits the result into words, for EXPOSE and heredocs. */
bool expand_words(struct arena *arena, const struct variables *variables, struct expand_mode mode,
                  struct slice word, struct expansion *expansion);

#endif
