/* One call of docker while it is read: what finding the command and reading it share. */
#ifndef SIM_DOCKER_CALL_H
#define SIM_DOCKER_CALL_H

#include "sim/docker/option.h"
#include "sim/docker/reading.h"
#include "sim/ground/arena.h"

/* A command that words can be read for: docker itself, the group, or one of the three. */
struct level {
    const struct docker_command *command; /* null for docker itself */
    bool in_group;                        /* typed as docker container COMMAND */
    unsigned commands;                    /* whose options are read: a COMMAND_ bit */
};

struct call {
    struct arena *arena;
    const struct docker_call *docker;
    const struct args *words;
    struct docker_reading *reading;
    struct option_values globals; /* docker's own options */
    struct option_values values;  /* the command's */
    unsigned notices;             /* how often -h was taken as an old --help */
    bool resolved;                /* the next two were asked */
    bool silent;                  /* the engine can be looked for and does not answer */
    struct slice endpoint_fault;  /* what the client then says, or why it cannot look for one */
};

static inline bool call_unknown(const struct call *call, size_t word)
{
    return call->docker->known && call->docker->known[word] != WORD_KNOWN;
}

/* Reads options as one level has them, from the word at `from` on; counts the notices of -h. */
enum option_reading call_options(struct call *call, const struct level *level, size_t from,
                                 bool interspersed, struct option_values *values,
                                 struct option_reader *reader);

/* The command as typed: "docker container run". */
struct slice level_path(struct arena *arena, const struct level *level);

/* The notices of -h, which stand in front of everything else. */
struct slice call_notice(const struct call *call);

/* How a call can end without a request. */
void call_no_container(struct call *call);

/* The answer rests on a word that is not known. */
void call_stuck(struct call *call, size_t word);
void call_add_unknown(struct call *call, size_t word);

/* The client writes `text` and ends; with a line end behind it. */
void call_fail(struct call *call, int exit, struct slice text, struct origin at);
void call_fail_line(struct call *call, int exit, struct slice text, struct origin at);

/* With the usage of the command: options that cannot be read. */
void call_fail_usage(struct call *call, const struct level *level, struct slice text,
                     struct origin at);

/* Too few words: one or two are needed. */
void call_fail_count(struct call *call, const struct level *level, bool two);

/* With a hint to --help of run or create, whatever was typed to get there. */
void call_fail_help(struct call *call, struct slice text, struct origin at);

/* While the client creates the container: create shows errors bare, and run takes its exit status
 * from the text. */
void call_fail_create(struct call *call, struct slice text, struct origin at);

#endif
