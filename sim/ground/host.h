/* The host of the typing shell, as far as an answer depends on it: variables, files, directories.
 *
 * The simulator never looks at a disk. It asks these functions; who answers them decides whether an
 * answer depends on the machine (the real host, in app/) or not (the memory host below, for
 * lessons, examples, tests and recorded cases). What an answer points to stays valid until the
 * arena of the question is reset. */
#ifndef SIM_GROUND_HOST_H
#define SIM_GROUND_HOST_H

#include "sim/ground/arena.h"
#include "sim/ground/slice.h"

#include <stdint.h>

enum host_answer {
    HOST_ABSENT,     /* there is none */
    HOST_FOUND,      /* here it is */
    HOST_DIRECTORY,  /* asked for a file: it is a directory */
    HOST_UNREADABLE, /* it exists and cannot be read */
    HOST_UNKNOWN,    /* the host does not tell */
};

/* Names of a directory, without "." and "..", in no order. */
struct host_names {
    struct slice *at;
    size_t len, cap;
};

enum host_stdin { STDIN_TERMINAL, STDIN_PIPE, STDIN_NULL };

struct host {
    const void *context;
    /* The value of an exported variable: HOST_FOUND or HOST_ABSENT. */
    enum host_answer (*variable)(const void *context, struct slice name, struct slice *value);
    /* The bytes of a file by its absolute path. bytes may be null when only the kind matters. */
    enum host_answer (*file)(const void *context, struct arena *arena, struct slice path,
                             struct slice *bytes);
    /* The names in a directory by its absolute path: HOST_FOUND, HOST_ABSENT (also for a file),
     * HOST_UNREADABLE, HOST_UNKNOWN. */
    enum host_answer (*names)(const void *context, struct arena *arena, struct slice path,
                              struct host_names *names);
    struct slice cwd, hostname;
    uint32_t uid, gid;
    enum host_stdin stdin_is;
    unsigned cpus;
    bool quiet;    /* no program listens on a port: an engine is only behind its own socket */
    bool line_set; /* the typed line set variables of its own, if only for one command */
};

/* Whether a directory is one of those of a Linux system in which only root makes files. */
bool host_is_roots(struct slice directory);

/* A host held in memory. */
struct memory_variable {
    struct slice name, value;
};

struct memory_file {
    struct slice path; /* absolute, without a slash at the end */
    struct slice bytes;
    bool directory;
};

struct memory_host {
    const struct memory_variable *variables;
    size_t variables_len;
    const struct memory_file *files;
    size_t files_len;
};

/* The three functions over a struct memory_host. A directory that stands above a listed file exists
 * without being listed, and so do $HOME, $PWD and the directories of every Linux system; what is in
 * /usr, /dev and the like is not known. The facts are those of the recorded cases: cwd /proj,
 * hostname vm, uid and gid 1000, a terminal, 2 CPUs; the caller changes what it wants to. */
struct host host_in_memory(const struct memory_host *memory);

/* The variables of the recorded cases' shell: HOME=/home/me and so on. */
extern const struct memory_variable recorded_variables[];
extern const size_t recorded_variables_len;

#endif
