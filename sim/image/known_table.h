/* The table of official images. For known.c only. */
#ifndef SIM_IMAGE_KNOWN_TABLE_H
#define SIM_IMAGE_KNOWN_TABLE_H

#include "sim/ground/slice.h"
#include "sim/image/known_shell.h"

/* A constant list of texts; at null is a list that the image does not set. */
struct known_list {
    const struct slice *at;
    size_t len;
};

/* What the images of a name share, whatever their tag. */
struct known_row {
    struct slice name;
    struct slice only;        /* the row is for tags that contain this; empty: for all */
    struct known_list except; /* tags that contain one of these are not in the row; ^16 means tags
                                 that begin with the version 16 */
    struct slice tag;         /* the version that values with ~ are of */
    struct known_list entrypoint, cmd, env, ports, volumes;
    struct slice user, workdir, stop_signal;
    enum known_shell shell;
};

extern const struct known_row known_table[];
extern const size_t known_table_len;

#endif
