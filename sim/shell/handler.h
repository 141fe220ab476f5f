/* What a line comes to: the docker commands that it runs, who answers them, and how it ends. */
#ifndef SIM_SHELL_HANDLER_H
#define SIM_SHELL_HANDLER_H

#include "sim/ground/arena.h"
#include "sim/ground/finding.h"
#include "sim/ground/host.h"
#include "sim/ground/origin.h"

#include <stdbool.h>
#include <stdint.h>

enum shell_stdin {
    SHELL_STDIN_TERMINAL,
    SHELL_STDIN_PIPE,
    SHELL_STDIN_NULL, /* /dev/null: `< /dev/null`, or a command behind which & stands */
    SHELL_STDIN_FILE, /* a file, a here-document, or closed */
};

/* The marks of shell_command.unknown: part of the word is not known. */
enum {
    WORD_UNKNOWN_QUOTED = 1, /* in double quotes: still one word */
    WORD_UNKNOWN_BARE = 2,   /* without quotes: could be no word or several */
};

/* One docker command as the docker program receives it. Lives in the arena. */
struct shell_command {
    struct args args; /* the words, the first is docker itself. Each origin is the typed word that
                         it came from, its span with quotes; several words may share one. In a word
                         with an unknown part that part stands as it was typed: $(date) */
    const unsigned char *unknown; /* a mark a word; null when every word is known */
    const struct host *host; /* as the docker client sees it: variable tells the exported variables,
                                those of this command included; cwd follows cd; stdin_is is PIPE
                                for a file too */
    enum shell_stdin stdin_is;
    bool stdout_piped;     /* | follows */
    bool stdout_file;      /* standard output goes to a file or another descriptor */
    bool stderr_elsewhere; /* standard error does not end on the line's standard error */
    bool background;       /* & follows */
    bool sudo;             /* typed behind sudo */
    bool assumed;          /* it is reached only because a command whose status is not known was
                              taken to succeed (make && docker run x) */
    struct origin at;      /* the simple command, assignments and redirections included */
    struct origin cut; /* the first operator or redirection of the typed line that ends or alters
                          the command; text null when there is none */
    uint32_t line;     /* the line on which its first word ends, as bash counts for messages */
};

/* How a docker command ended. known is false where exit is the container's own status. */
struct shell_ran {
    bool known;
    int exit;
    struct slice err; /* what it writes to standard error */
};

struct shell_handler {
    void *context;
    bool sudo; /* whether sudo is a program on the host; if so it is looked through */
    /* Called for every docker command that is reached, in the order of execution. */
    struct shell_ran (*run)(void *context, const struct shell_command *command);
};

struct shell_result {
    bool known;        /* whether exit is known */
    int exit;          /* status of the line */
    struct slice err;  /* everything the line writes to standard error: the shell's own messages and
                          what the handler gave, in order; in a pipeline the shell's come first */
    bool syntax_error; /* the line ended in a syntax error (exit 2) */
    bool stopped;      /* something that is not simulated was reached, what follows it was not
                          interpreted; it is the last entry of unknown */
    uint32_t commands; /* docker commands handed to the handler */
    struct unknown_list unknown; /* all that was met and is not known, in order of execution, with
                                    its place in the line */
};

#endif
