/* What a typed line is made of once it is parsed: lists of pipelines of commands. */
#ifndef SIM_SHELL_TREE_H
#define SIM_SHELL_TREE_H

#include "sim/ground/origin.h"
#include "sim/shell/lex.h"

struct redirect {
    struct redirect *next;
    enum token kind;     /* TOKEN_LESS and on */
    struct word *target; /* of a here-document its delimiter */
    struct here *here;
    struct slice name; /* digits or {NAME} in front; empty without */
    uint32_t from;     /* where it starts, the name included */
};

enum command_kind {
    COMMAND_SIMPLE,
    COMMAND_SUBSHELL, /* ( list ) */
    COMMAND_OPAQUE,   /* valid, not simulated */
};

struct pipeline;

struct command {
    struct command *next; /* the one that reads its output */
    enum command_kind kind;
    bool piped, piped_both; /* | or |& follows */
    struct word *assignments, *words;
    uint32_t words_len;
    struct redirect *redirects;
    struct pipeline *list; /* of a subshell */
    struct span span;
    struct span pipe;    /* the operator that follows it */
    uint32_t counted_at; /* where its line number is counted */
};

/* What stands between a pipeline and the next. */
enum joint { JOINT_END, JOINT_AND, JOINT_OR, JOINT_BACKGROUND };

struct pipeline {
    struct pipeline *next;
    struct command *first;
    struct span span;
    struct span joint_at; /* the operator behind it; empty for a newline or the end */
    enum joint joint;
    bool negated;
};

#endif
