/* The command line of pairing: options, commands, errors, output.
 *
 * A command is a row: name, help and the function that runs it. It gets the options and the words
 * behind it, writes through cli_write and returns the exit status of the program. */
#ifndef APP_COMMAND_CLI_H
#define APP_COMMAND_CLI_H

#include "app/ground/words.h"
#include "sim/sim.h"

#define PAIRING_VERSION "0.1"

/* Options: id, name, letter, argument, help. In the order of the help. */
#define CLI_OPTIONS(X)                                                                             \
    X(FILE, "file", 'f', "FILE", "the Dockerfile; - is standard input")                            \
    X(INSTRUCTION, "instruction", 'e', "LINE", "one instruction; repeatable; alone or behind -f")  \
    X(IMAGE, "image", 'i', "FILE", "metadata, as docker image inspect prints it")                  \
    X(BASE, "base", 0, "NAME=FILE", "metadata of a base image; repeatable")                        \
    X(TARGET, "target", 0, "STAGE", "the stage to build; without it the last one")                 \
    X(BUILD_ARG, "build-arg", 0, "NAME=VALUE", "a value for an ARG; repeatable")                   \
    X(JSON, "json", 0, NULL, "answer in JSON")                                                     \
    X(CSV, "csv", 0, NULL, "a class as CSV")                                                       \
    X(EXPLAIN, "explain", 0, NULL, "tell the merge step by step as well")                          \
    X(QUIET, "quiet", 'q', NULL, "the argv alone, on one line")                                    \
    X(COLOR, "color", 0, "WHEN", "auto, always or never")                                          \
    X(PLAIN, "plain", 0, NULL, "no colour, nothing wrapped, nothing drawn")                        \
    X(ASCII, "ascii", 0, NULL, "ASCII only")                                                       \
    X(LOAD, "load", 0, "FILE", "a shared situation to open")                                       \
    X(LESSONS, "lessons", 0, "DIR", "more lessons")                                                \
    X(PLAN, "plan", 0, "FILE", "a workshop's plan to learn by")                                    \
    X(HELP, "help", 'h', NULL, "this help")                                                        \
    X(VERSION, "version", 0, NULL, "the version, and as what it answers")                          \
    X(MAN, "man", 0, NULL, "the manual page")

#define CLI_OPTION_ID(id, name, letter, argument, help) CLI_##id,
enum cli_option_id { CLI_OPTIONS(CLI_OPTION_ID) CLI_COUNT };
#undef CLI_OPTION_ID

/* Sets of options. */
#define CLI_BIT(id) (1u << CLI_##id)
enum {
    CLI_SOURCES = CLI_BIT(FILE) | CLI_BIT(INSTRUCTION) | CLI_BIT(IMAGE) | CLI_BIT(BASE) |
                  CLI_BIT(TARGET) | CLI_BIT(BUILD_ARG),
    CLI_LOOKS = CLI_BIT(COLOR) | CLI_BIT(PLAIN) | CLI_BIT(ASCII) | CLI_BIT(LESSONS) |
                CLI_BIT(HELP) | CLI_BIT(VERSION) | CLI_BIT(MAN),
    CLI_HIDDEN = CLI_BIT(LESSONS) | CLI_BIT(CSV) | CLI_BIT(MAN),
    CLI_REPEATED = CLI_BIT(INSTRUCTION) | CLI_BIT(BASE) | CLI_BIT(BUILD_ARG),
};

struct cli_option {
    const char *name, *argument, *help;
    char letter;
};

extern const struct cli_option cli_options[CLI_COUNT];

struct cli;

/* Which words behind a command are not looked at as options. */
enum cli_rest {
    REST_READ, /* none */
    REST_ITS,  /* all: they belong to docker */
    REST_LINE, /* those from a word docker or sudo on: a run line */
};

struct cli_command {
    const char *name;
    const char *words; /* what may stand behind it, for the help */
    const char *help;
    unsigned options; /* CLI_BIT set of what it understands */
    enum cli_rest rest;
    int (*run)(struct cli *cli);
};

/* All commands, and what answers a call without words, --help, --version and --man. */
struct commands {
    const struct cli_command *at;
    size_t len;
    int (*home)(struct cli *cli);
    int (*help)(struct cli *cli);
    int (*version)(struct cli *cli);
    int (*man)(struct cli *cli);
};

/* The values of an option in the order given; of a switch one empty value an occurrence. */
struct cli_values {
    struct slice *at;
    size_t len, cap;
};

struct slices {
    struct slice *at;
    size_t len, cap;
};

struct cli {
    struct commands commands;
    const struct cli_command *command;
    struct cli_values given[CLI_COUNT];
    struct slices words; /* behind the command; of `docker` and `sudo` also that word itself */
    struct arena held;   /* what lives as long as the program: texts, options */
    struct arena arena;  /* one question and its answer */
    jmp_buf guard;
    bool stdin_taken;
};

/* The whole program: reads the command line, runs a command, gives its exit status. */
int cli_main(int argc, char **argv, struct commands commands);

/* Whether an option was given, and its last value. */
static inline bool cli_has(const struct cli *cli, enum cli_option_id id)
{
    return cli->given[id].len != 0;
}
struct slice cli_value(const struct cli *cli, enum cli_option_id id);

/* Says in one line what is wrong, with a hint behind it (WORDS_COUNT: none), and gives 2. */
int cli_fail(struct cli *cli, enum words_id id, const struct words_args *args, enum words_id hint);

/* The name that was probably meant: one that is nearly the same, or the only one that begins so.
 * The empty slice without one. */
struct slice cli_meant(struct slice word, const struct slice *names, size_t n);

/* Writes all of text to a descriptor, 1 or 2. False, and said on standard error, when it cannot. A
 * reader that went away is no error to talk about, but ends the work as well. */
bool cli_write(struct cli *cli, int fd, struct slice text);

/* Reads a file, or standard input for "-", of at most 64 MiB into cli->held. Gives 0, or says what
 * is wrong and gives 2. */
int cli_read(struct cli *cli, struct slice path, struct slice *bytes);

/* The commands. */
int ask_run(struct cli *cli);
int batch_run(struct cli *cli);
int show_run(struct cli *cli);
int explain_run(struct cli *cli);
int home_run(struct cli *cli);
int scratch_run(struct cli *cli);
int repl_run(struct cli *cli);
int lessons_run(struct cli *cli);
int learn_run(struct cli *cli);
int progress_run(struct cli *cli);
int class_run(struct cli *cli);
int design_run(struct cli *cli);
int card_run(struct cli *cli);
int present_command_run(struct cli *cli);

#endif
