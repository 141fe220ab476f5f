/* What bash makes of typed words: expansion, splitting, globbing, removal of quotes. */
#ifndef SIM_SHELL_EXPAND_H
#define SIM_SHELL_EXPAND_H

#include "sim/shell/pattern.h"
#include "sim/shell/state.h"

/* Words ready for a command. unknown holds a mark a word, null while all are known. */
struct fields {
    struct args args;
    unsigned char *unknown;
    size_t unknown_cap;
};

/* Expands a list of words. After a failure shell->flow says what becomes of the rest. */
void expand_fields(struct shell *shell, const struct word *word, struct fields *fields);

/* Expands one argument of export and its kin: NAME=value is not split, anything else as usual. */
void expand_assigned(struct shell *shell, const struct word *word, struct fields *fields);

/* Expands to one text without splitting and globbing: the value of an assignment (what follows
 * NAME=, `assignment`: ~ counts behind : too) or a here-string. */
struct value expand_value(struct shell *shell, const struct word *word, size_t skip,
                          bool assignment);

/* The body of a here-document whose delimiter was not quoted: for its failures and assignments. */
void expand_here(struct shell *shell, struct slice body, uint32_t from);

/* Expansion in progress, shared by expand.c, parameter.c and substitute.c. */
struct expansion {
    struct shell *shell;
    struct lexer lexer; /* over the text that is being expanded; its `at` is where we are */
    struct marked out;
    const struct word *word;
    unsigned unknown;  /* WORD_UNKNOWN_ bits */
    bool rewritten;    /* the text came out of brace expansion: places are those of the word */
    bool lone_dollar;  /* the last thing expanded was a $ alone: then bash does not split */
    bool no_arguments; /* "$@" was met: empty quotes around it make no word */
    bool assignment;   /* ~ counts behind : and behind equals */
    uint32_t start;    /* where ~ counts */
    uint32_t frame;    /* where the text begins that a message about ${…} shows */
    enum { FRAME_WORD, FRAME_DOUBLE, FRAME_BRACES } framed; /* and what ends it */
    uint32_t equals; /* offset of the = of NAME=, UINT32_MAX without */
};

enum context {
    CONTEXT_BARE,
    CONTEXT_DOUBLE,         /* in double quotes */
    CONTEXT_OPERAND,        /* the word in ${x:-word} */
    CONTEXT_OPERAND_DOUBLE, /* the same in double quotes */
    CONTEXT_PATTERN,        /* a pattern or replacement in ${x#pattern} */
    CONTEXT_ARITHMETIC,
};

/* Expands from the lexer's place to the first byte of `stops` outside quotes, or to the end. */
void expand_text(struct expansion *expansion, enum context context, const char *stops);

/* The lexer stands behind ${, or behind the $ of $name: expands the parameter. `from` is where the
 * dollar stands. */
void expand_braced(struct expansion *expansion, uint32_t from, bool quoted);
void expand_named(struct expansion *expansion, uint32_t from, bool quoted);

/* The text of $((…)) expanded and evaluated, put out. */
void expand_arithmetic(struct expansion *expansion, struct slice text, uint32_t from, bool quoted);

/* What a command substitution prints, if that is known. */
void expand_substitution(struct expansion *expansion, struct slice commands, uint32_t from,
                         bool quoted);

/* Evaluates an expression; false when that failed, was not known or is not simulated: what that
 * means was noted, an unknown one in *unknown. `name` stands in front of a message. */
bool expand_number(struct shell *shell, struct slice text, struct slice name, int64_t *value,
                   bool *unknown);

/* Puts bytes out as they count in or outside double quotes. */
void expansion_put(struct expansion *expansion, struct slice bytes, bool quoted);

/* Puts out text..at as it was typed: it is not known. */
void expansion_put_unknown(struct expansion *expansion, uint32_t from, bool quoted,
                           enum unknown_why why);

/* Where bytes from..to of the text being expanded stand in the line. */
struct origin expansion_origin(const struct expansion *expansion, uint32_t from, uint32_t to);

/* Runs expand_text over the word inside ${…}; the latter into a text of its own. `tilde`: a ~ at
 * its start counts. */
void expand_operand(struct expansion *expansion, enum context context, const char *stops,
                    bool tilde);
struct marked expand_aside(struct expansion *expansion, enum context context, const char *stops,
                           bool tilde);

/* The text of $'…' with its escapes done. */
struct slice expand_escapes(struct arena *arena, struct slice s);

/* Splits as a command's words are split and joins with blanks. */
struct slice expand_join(struct shell *shell, const struct marked *marked);

static inline struct slice marked_slice(const struct marked *marked)
{
    return (struct slice){marked->at, marked->len};
}

#endif
