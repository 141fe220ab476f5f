/* Tokens of a typed line: words as they were typed, operators, here-documents.
 *
 * Where a word ends is bash's decision while it reads: quotes, ${…}, $(…), $((…)), `…` and <(…)
 * belong to the word, and the commands inside $(…) are parsed to find its end. */
#ifndef SIM_SHELL_LEX_H
#define SIM_SHELL_LEX_H

#include "sim/ground/arena.h"
#include "sim/ground/buffer.h"
#include "sim/ground/origin.h"
#include "sim/ground/slice.h"

#include <stdbool.h>
#include <stdint.h>

enum { SHELL_NESTING = 1000, SHELL_WORDS = 100000 };

/* What a word holds outside quotes, and whether it is quoted at all. A word without marks but
 * MARK_EQUALS stands for itself. */
enum word_mark {
    MARK_GLOB = 1,     /* * ? [ */
    MARK_BRACE = 2,    /* { or } */
    MARK_TILDE = 4,    /* ~ */
    MARK_EQUALS = 8,   /* = */
    MARK_QUOTE = 16,   /* a quote or backslash */
    MARK_DOLLAR = 32,  /* $ or ` */
    MARK_PROCESS = 64, /* <(…) or >(…) */
    MARK_ARRAY = 256,  /* NAME=(…) or NAME[…]=… */
};

/* A word as typed. from is its offset in the text. */
struct word {
    struct word *next;
    struct slice raw;
    uint32_t from;
    uint32_t marks;
};

enum token {
    TOKEN_END,
    TOKEN_FAILED, /* after an error: everything ends */
    TOKEN_WORD,
    TOKEN_NUMBER, /* digits right before < or > */
    TOKEN_NAME,   /* {NAME} right before < or > */
    TOKEN_NEWLINE,
    TOKEN_SEMICOLON,
    TOKEN_AND,        /* && */
    TOKEN_OR,         /* || */
    TOKEN_BACKGROUND, /* & */
    TOKEN_PIPE,       /* | */
    TOKEN_PIPE_BOTH,  /* |& */
    TOKEN_OPEN,       /* ( */
    TOKEN_CLOSE,      /* ) */
    TOKEN_CASE_END,   /* ;; */
    TOKEN_CASE_FALL,  /* ;& */
    TOKEN_CASE_NEXT,  /* ;;& */
    TOKEN_LESS,       /* < and from here on redirections */
    TOKEN_GREATER,
    TOKEN_APPEND,      /* >> */
    TOKEN_CLOBBER,     /* >| */
    TOKEN_READ_WRITE,  /* <> */
    TOKEN_DUP_IN,      /* <& */
    TOKEN_DUP_OUT,     /* >& */
    TOKEN_BOTH,        /* &> */
    TOKEN_BOTH_APPEND, /* &>> */
    TOKEN_HERE,        /* << */
    TOKEN_HERE_TABS,   /* <<- */
    TOKEN_HERE_STRING, /* <<< */
};

/* A here-document: its delimiter as typed, and its body once the next line was read. */
struct here {
    struct here *next;
    struct word *delimiter;
    struct slice body;
    bool tabs; /* <<-: leading tabs do not count */
};

enum lex_error {
    LEX_OK,
    LEX_TOKEN,    /* syntax error near unexpected token */
    LEX_END,      /* unexpected end of file */
    LEX_MATCHING, /* unexpected EOF while looking for matching */
};

/* Reads text from `at`. The token read last is token, from, word. */
struct lexer {
    struct arena *arena;
    struct slice text;
    uint32_t at, from;
    enum token token;
    bool ended;            /* the newline that bash adds at the end was given */
    bool command_position; /* set by the parser: an assignment may stand here */
    struct word *word;
    void (*commands)(struct lexer *lexer); /* parses commands up to the ) that ends them */
    struct here *heres, **heres_end;       /* whose bodies start on the next line */
    uint32_t nesting, words;
    uint32_t *ends;    /* by the offset behind an opening parenthesis: where what it opens ends, as
                          far as attempts at arithmetic found out */
    uint32_t attempts; /* $(( being tried */

    enum lex_error error;
    char missing;      /* of LEX_MATCHING: the closing character */
    bool error_nested; /* it stands inside $(…) */
    bool error_array;  /* of LEX_MATCHING: what is missing ends NAME=(…) */
    uint32_t error_line;
    uint32_t error_at;      /* of LEX_TOKEN: an offset on the line that is shown */
    struct slice near;      /* of LEX_TOKEN */
    uint32_t substitutions; /* $( open around the current token */
    struct buffer warnings; /* what bash writes while it reads */

    uint32_t counted_at, counted; /* newlines before an offset, for lex_line */
    uint32_t shift; /* by how much bash's count lags: it goes back when an expansion fails */
};

/* commands may be null where no $(…) is met. */
void lexer_init(struct lexer *lexer, struct arena *arena, struct slice text,
                void (*commands)(struct lexer *lexer));

/* The same for a lexer that is all zeros. */
void lexer_start(struct lexer *lexer, struct arena *arena, struct slice text,
                 void (*commands)(struct lexer *lexer));

/* Whether the whole text is nothing but words as lex_words reads them, with spaces between: then
 * they are in *words, each with its place in `line`, whose bytes the text is. A long text is left
 * to the grammar. */
bool lex_plain(const struct lexer *lexer, const struct text *line, struct args *words);

/* Reads the next token: lex_words for one word where that will do, else lex_token. */
void lex_next(struct lexer *lexer);

/* Reads the next token, whatever it is. */
void lex_token(struct lexer *lexer);

/* Reads the words at `at` that nothing has to be looked into for, as many as follow each other,
 * into the list that ends at *list, counts them and stops in front of anything else. */
void lex_words(struct lexer *lexer, struct word ***list, uint32_t *count);

/* The line that an offset stands on, from 1. Cheap for rising offsets. */
uint32_t lex_line(struct lexer *lexer, uint32_t offset);

/* The line that bash counts at the end of the text. */
uint32_t lex_last_line(struct lexer *lexer);

/* Records the first error; every further token is TOKEN_FAILED. */
void lex_fail(struct lexer *lexer, enum lex_error error);

/* The same for an unexpected end: what opened before `open` is not closed by `missing`. */
void lex_fail_matching(struct lexer *lexer, char missing, uint32_t open);

/* Moves `at`, which stands behind the opening characters, behind the closing ones: '…', $'…', "…",
 * `…`, ${…}, $(…). Fails at the end of the text. */
void lex_single(struct lexer *lexer);
void lex_escaped(struct lexer *lexer);
void lex_double(struct lexer *lexer);
void lex_backquote(struct lexer *lexer);
void lex_braces(struct lexer *lexer);
void lex_substitution(struct lexer *lexer);

/* The same behind NAME=( and behind a bracket. */
void lex_array(struct lexer *lexer);
void lex_brackets(struct lexer *lexer);

/* `at` stands on a quote, or on a dollar sign: moves behind what it opens. In double quotes a
 * dollar sign opens no `quotes`. */
void lex_quote(struct lexer *lexer, char quote);
void lex_dollar(struct lexer *lexer, bool quotes);

/* `at` stands on the first of two opening parentheses. Moves behind )) when they are arithmetic,
 * else leaves `at` and answers false. */
bool lex_arithmetic(struct lexer *lexer);

static inline bool lex_at_end(const struct lexer *lexer)
{
    return lexer->at >= lexer->text.len;
}

/* The byte n places ahead, NUL behind the end. */
static inline char lex_peek(const struct lexer *lexer, uint32_t n)
{
    return lexer->at + n < lexer->text.len ? lexer->text.at[lexer->at + n] : '\0';
}

/* One level deeper or back; stops the arena beyond SHELL_NESTING levels. */
void lex_enter(struct lexer *lexer);
void lex_leave(struct lexer *lexer);

/* The length of the name (a letter or _, then letters, digits and _) at the start of s. */
size_t shell_name_length(struct slice s);

/* Whether all of s is a name. */
static inline bool shell_name(struct slice s)
{
    return s.len && shell_name_length(s) == s.len;
}

#endif
