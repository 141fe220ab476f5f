/* The state of the shell while a line is interpreted: variables, directory, status, messages. */
#ifndef SIM_SHELL_STATE_H
#define SIM_SHELL_STATE_H

#include "sim/ground/buffer.h"
#include "sim/ground/finding.h"
#include "sim/ground/host.h"
#include "sim/ground/names.h"
#include "sim/shell/handler.h"
#include "sim/shell/parse.h"

/* A variable that the line set; others are asked of the host. */
struct variable {
    struct slice name, value;
    bool set, exported, readonly;
    bool unknown; /* the value holds a part that is not known */
};

/* A variable as it was before a change. */
struct undo {
    uint32_t index;
    struct variable before;
};

/* What becomes of the rest after a command. */
enum flow {
    FLOW_ON,
    FLOW_DISCARD, /* an expansion failed: the rest of this command line is dropped */
    FLOW_EXIT,    /* the shell, or the subshell, ends */
    FLOW_STOP,    /* something is not simulated: nothing further is known */
};

/* Where a descriptor leads. */
enum stream {
    STREAM_TERMINAL,
    STREAM_OUT, /* the line's standard output and error */
    STREAM_ERR,
    STREAM_PIPE,
    STREAM_NULL,
    STREAM_FILE,
    STREAM_CLOSED,
};

enum { STREAMS = 10 };

/* A value of a variable. */
struct value {
    struct slice text;
    bool set, unknown;
    bool noted; /* what is unknown of it was listed when it was assigned */
};

struct shell {
    struct arena *arena;
    const struct text *line;
    const struct host *host;
    const struct shell_handler *handler;
    struct shell_result *result;
    struct lexer lexer;
    uint32_t *dropped; /* offsets in the text, rising, before which a NUL byte was dropped */
    size_t dropped_len;

    struct names names; /* of variables.at */
    struct {
        struct variable *at;
        size_t len, cap;
    } variables;
    struct {
        struct undo *at;
        size_t len, cap;
    } undo;
    struct slice ifs; /* the value of IFS */
    struct slice cwd;
    bool cwd_unknown;

    int status;
    bool status_known;
    enum flow flow;
    bool errexit, nounset, xtrace, noglob, pipefail;
    bool assumed;    /* an unknown status was taken for success on the way here */
    bool disturbed;  /* a program ran that may have made files */
    bool alone;      /* the line is one simple command, which takes the place of the shell */
    bool background; /* a command was started with & */
    bool substituted, substitution_known; /* a $(…) ran in this command; its status is known, 0 */
    bool grouped;                         /* directly in ( … ) */
    bool piped;                           /* in a command that reads a pipe of the line */
    uint32_t tested;      /* lists around in which a failure does not end the shell under set -e */
    uint32_t line_number; /* of the command being run, for messages */
    uint32_t fields;      /* words made so far */
    uint64_t steps;       /* work of patterns */
    unsigned char streams[STREAMS]; /* enum stream */
    struct host_names created;      /* files that redirections made, by absolute path */
    struct buffer err, late;        /* standard error; what docker wrote in a pipeline */
    uint32_t pipelines;             /* pipelines around: docker's texts go to late */
};

/* The variable as bash sees it. Marks what it reads as unknown only in the value. */
struct value shell_get(struct shell *shell, struct slice name);

/* Whether an environment of commands holds it; what the docker client sees. */
struct value shell_exported(struct shell *shell, struct slice name);

/* Sets a variable, exported if it was or `exported`. False for a readonly one, whose message is
 * written. */
bool shell_set(struct shell *shell, struct slice name, struct slice value, bool unknown,
               bool exported);
bool shell_unset(struct shell *shell, struct slice name);
bool shell_export(struct shell *shell, struct slice name, bool exported);
bool shell_make_readonly(struct shell *shell, struct slice name);

/* Takes back every change since undo.len was `mark`. */
void shell_undo(struct shell *shell, size_t mark);

/* Writes "bash: line N: " and the parts and a newline, where standard error is still the line's. */
void shell_message(struct shell *shell, size_t n, const struct slice *parts);

#define SHELL_MESSAGE(shell, ...)                                                                  \
    shell_message((shell), sizeof((struct slice[]){__VA_ARGS__}) / sizeof(struct slice),           \
                  (struct slice[]){__VA_ARGS__})

/* set -x: a word quoted as bash shows it; a whole assignment, name with its =. */
void shell_trace_word(struct shell *shell, struct slice word);
void shell_trace(struct shell *shell, struct slice name, struct slice value);

/* The origin of bytes from..to of the text that is parsed, NUL bytes left out of it. */
struct origin shell_origin_dropped(const struct shell *shell, uint32_t from, uint32_t to);

static inline struct origin shell_origin(const struct shell *shell, uint32_t from, uint32_t to)
{
    if (shell->dropped_len)
        return shell_origin_dropped(shell, from, to);
    return (struct origin){shell->line, {from, to}};
}

/* Notes that something is not known. */
void shell_unknown(struct shell *shell, struct slice text, enum unknown_why why,
                   struct origin origin);

/* Ends the interpretation at something that is not simulated. */
void shell_stop(struct shell *shell, struct slice text, struct origin origin);

/* An absolute path without . and .. of a path as the shell's directory has it. */
struct slice shell_path(struct shell *shell, struct slice path);

/* An expansion failed with this status: the rest of the command line is dropped. */
void shell_discard(struct shell *shell, int status);

/* The status of the command that ran last. */
static inline void shell_status(struct shell *shell, int status)
{
    shell->status = status;
    shell->status_known = true;
}

#endif
