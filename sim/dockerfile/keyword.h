/* The keywords of a Dockerfile and how what stands behind each is read. */
#ifndef SIM_DOCKERFILE_KEYWORD_H
#define SIM_DOCKERFILE_KEYWORD_H

#include "sim/ground/slice.h"

/* In the order of their names: an unknown instruction is told the first of several near ones. */
enum keyword {
    KEYWORD_UNKNOWN,
    KEYWORD_ADD,
    KEYWORD_ARG,
    KEYWORD_CMD,
    KEYWORD_COPY,
    KEYWORD_ENTRYPOINT,
    KEYWORD_ENV,
    KEYWORD_EXPOSE,
    KEYWORD_FROM,
    KEYWORD_HEALTHCHECK,
    KEYWORD_LABEL,
    KEYWORD_MAINTAINER,
    KEYWORD_ONBUILD,
    KEYWORD_RUN,
    KEYWORD_SHELL,
    KEYWORD_STOPSIGNAL,
    KEYWORD_USER,
    KEYWORD_VOLUME,
    KEYWORD_WORKDIR,
    KEYWORD_COUNT
};

/* The ways to read what stands behind the flags. */
enum operand_reading {
    READ_NOTHING, /* of an unknown instruction */
    READ_TEXT,    /* the whole: USER, WORKDIR, STOPSIGNAL, MAINTAINER */
    READ_COMMAND, /* JSON array or the whole: CMD, ENTRYPOINT, RUN, SHELL */
    READ_LIST,    /* JSON array or words: ADD, COPY, VOLUME */
    READ_WORDS,   /* words: FROM, EXPOSE */
    READ_NAMES,   /* NAME or NAME=value: ARG */
    READ_PAIRS,   /* NAME=value, or the legacy NAME value: ENV, LABEL */
    READ_HEALTH,  /* a type, then JSON array or the rest: HEALTHCHECK */
    READ_TRIGGER, /* another instruction: ONBUILD */
};

/* The keyword of a name in any letter case, KEYWORD_UNKNOWN when it is none. */
enum keyword keyword_of(struct slice name);

/* What is known of a keyword. */
struct keyword_row {
    struct slice name; /* in upper case: "CMD"; empty for KEYWORD_UNKNOWN */
    enum operand_reading reading;
};

extern const struct keyword_row keyword_rows[KEYWORD_COUNT];

static inline struct slice keyword_name(enum keyword keyword)
{
    return keyword_rows[keyword].name;
}

static inline enum operand_reading keyword_reading(enum keyword keyword)
{
    return keyword_rows[keyword].reading;
}

#endif
