/* sudo in front of docker: where docker stands, and which variables docker then sees.
 *
 * As sudo 1.9 does it with the policy that distributions ship (env_reset): the environment is not
 * handed on but for a few variables, what -E or --preserve-env asks for, and NAME=value words. So
 * `sudo docker run -e TOKEN …` finds no TOKEN. */
#ifndef APP_COMMAND_SUDO_H
#define APP_COMMAND_SUDO_H

#include "app/command/cli.h"

struct sudo {
    bool used;
    size_t docker; /* the index of the word docker; words->len when there is none */
    const struct slices *words;
    bool keeps_all;            /* -E */
    struct slice keeps;        /* --preserve-env=A,B */
    struct slice user;         /* -u; empty: root */
    const struct host *typing; /* the host of the typing shell */
};

/* Reads the words of a line that starts with `docker` or `sudo`. */
void sudo_read(const struct slices *words, struct sudo *sudo);

/* The host as docker sees it: that of the typing shell, behind sudo with other variables and as
 * root. sudo must outlive it. */
struct host sudo_host(struct sudo *sudo, const struct host *typing);

#endif
