/* What an image says of itself, with OCI's and Docker's names, each value with its origin. */
#ifndef SIM_IMAGE_CONFIG_H
#define SIM_IMAGE_CONFIG_H

#include "sim/dockerfile/instruction.h"
#include "sim/ground/names.h"
#include "sim/ground/origin.h"

#include <stdbool.h>
#include <stdint.h>

/* How a list was written. Metadata of an image does not say; there ["/bin/sh","-c",TEXT] counts as
 * shell form. */
enum form { FORM_NONE, FORM_EXEC, FORM_SHELL };

/* ENTRYPOINT or CMD. */
struct command_list {
    struct args words;
    enum form form;
    uint32_t shell_words; /* how many words in front come from SHELL; 0 in exec form */
    struct origin at;     /* the whole instruction, or the base image */
};

/* A map whose entries keep their places, for labels, ports, volumes. Between a stage and its
 * children the map is one object, as in BuildKit 0.23. */
struct map_entry {
    struct arg key, value; /* ports and volumes have no value */
};

struct string_map {
    struct map_entry *at;
    size_t len, cap;
    struct names index;
};

/* Environment: "NAME=value" entries in order. A copy of the struct reads the same arrays; it must
 * be marked `shared`, and is then copied before its first change. */
struct environment {
    struct args entries;
    struct names index; /* where each name stands first; only built for long lists */
    bool shared;        /* somebody else reads entries.at */
};

struct image_config {
    struct command_list entrypoint, cmd;
    struct args shell; /* SHELL; unset: ["/bin/sh","-c"], on windows ["cmd","/S","/C"] */
    struct environment env;
    struct arg user, working_dir, stop_signal;
    struct string_map *labels, *exposed_ports, *volumes; /* null while there are none */
    const struct healthcheck *healthcheck;               /* null while there is none */
    struct args on_build;
    bool args_escaped;
    struct slice os, architecture, variant; /* empty: linux, amd64 and no variant */
    struct slice author;                    /* MAINTAINER */

    /* What the final stage inherited and an ENTRYPOINT of its own dropped: the old CMD, and the
     * instruction that dropped it. unset when nothing was dropped. */
    struct command_list dropped_cmd;
    struct origin dropped_by;
    /* ENTRYPOINT [] removed an inherited one: the instruction; text null otherwise. */
    struct origin entrypoint_reset_by;
};

/* Sets a variable: replaced where it stands, else appended. value is "NAME=value" in the arena. */
void environment_set(struct arena *arena, struct environment *env, struct slice name,
                     struct arg entry);

/* Whether a variable is there. */
bool environment_has(const struct environment *env, struct slice name);

/* The value of a variable; false when it is not there. Of several entries of one name the last
 * counts. */
bool environment_get(const struct environment *env, struct slice name, struct slice *value);

/* Prepares an environment that came as metadata for many look-ups; not of a shared one. */
void environment_index(struct arena *arena, struct environment *env);

/* Sets a key, replacing its value. *map is made when it is null. */
void string_map_set(struct arena *arena, struct string_map **map, struct arg key, struct arg value);

/* A map of the same content that is an object of its own; null for null. */
struct string_map *string_map_copy(struct arena *arena, const struct string_map *map);

/* The source of words that stand in no text, such as the /bin/sh of a shell form. */
extern const struct text default_text;

/* Tells the form of a list that came as metadata, and fills form and shell_words. */
void command_list_recognise(struct command_list *list);

#endif
