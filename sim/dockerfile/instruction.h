/* An instruction of a Dockerfile, read and checked, with the place of every operand.
 *
 * One struct serves all instructions. Which fields are filled is said per field; the fields of the
 * union overlap, so look at the keyword first. What decides the reading is in the table of
 * keyword.c: one row a keyword. */
#ifndef SIM_DOCKERFILE_INSTRUCTION_H
#define SIM_DOCKERFILE_INSTRUCTION_H

#include "sim/dockerfile/keyword.h"
#include "sim/dockerfile/source.h"
#include "sim/ground/failure.h"
#include "sim/ground/origin.h"

#include <stdbool.h>
#include <stdint.h>

/* --name=value in front of the operands. Quotes and escapes are gone from both; without `=` the
 * value's text is null and its origin that of the name. The origins are where the word stands. */
struct flag {
    struct arg name; /* without the dashes */
    struct arg value;
    bool has_value;
};

struct flag_list {
    struct flag *at;
    size_t len, cap;
};

/* NAME=value of ENV, LABEL and ARG, both as written: quotes and escapes still in, nothing expanded,
 * bad bytes already U+FFFD. */
struct pair {
    struct arg name, value;
    bool has_value; /* false only for ARG NAME */
};

struct pair_list {
    struct pair *at;
    size_t len, cap;
};

/* <<NAME and its body, of ADD, COPY and RUN. */
struct heredoc {
    struct slice name;
    struct arg body; /* the body lines as they stand, each with its LF; leading TABs are still in,
                        and go before a <<- body is expanded */
    bool expand;     /* false when the name was quoted */
    bool strip_tabs; /* <<- */
};

struct heredoc_list {
    struct heredoc *at;
    size_t len, cap;
};

/* HEALTHCHECK's settings as stored: durations in nanoseconds; 0 where not given. */
struct healthcheck {
    struct args test; /* ["NONE"], ["CMD", …] or ["CMD-SHELL", text] */
    int64_t interval, timeout, start_period, start_interval;
    int64_t retries;
};

struct instruction {
    enum keyword keyword;
    uint32_t first_line, last_line; /* physical lines; last_line includes heredoc bodies */
    bool exec_form;                 /* operand is a JSON array of strings: its elements are words */
    bool legacy;                    /* ENV or LABEL without `=`: one pair */
    struct slice name;              /* the keyword as written; starts at `at` */
    struct origin at;       /* from its first byte to the end of its last line, heredoc included,
                               without that line's CR and LF */
    struct arg operand;     /* everything behind the flags, trimmed: the text of a shell form, the
                               whole of USER, WORKDIR, STOPSIGNAL, MAINTAINER */
    struct flag_list flags; /* in the order written; checked, save those of ARG and STOPSIGNAL and
                               of HEALTHCHECK NONE, which nobody looks at */
    struct args words;    /* exec form (CMD, ENTRYPOINT, RUN, SHELL): its elements. EXPOSE, VOLUME:
                             the words, unsorted, VOLUME's trimmed. FROM: all words, image first.
                             ADD, COPY: the source paths, neither destination nor heredocs.
                             HEALTHCHECK: its type, then the elements or the text.
                             ONBUILD: the name of the trigger's instruction as written */
    struct slice comment; /* FROM and ARG: the last line of the comment block above, without its
                             first byte and trimmed, for InvalidDefinitionDescription; else empty */
    union {
        struct { /* ADD, COPY; RUN has heredocs only */
            struct arg destination;
            struct heredoc_list heredocs; /* of ADD and COPY those that stand among the sources */
        };
        struct arg stage_name; /* FROM … AS NAME: NAME as written, text empty without AS. The name
                                  of the stage is this lower-cased */
        struct pair_list pairs;          /* ENV, LABEL, ARG */
        struct healthcheck *healthcheck; /* HEALTHCHECK */
        struct slice trigger;            /* ONBUILD: the text to store in the image config */
    };
};

/* The value of the last flag of that name; null when it was not written. */
const struct flag *instruction_flag(const struct instruction *instruction, struct slice name);

#endif
