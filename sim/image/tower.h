/* How an image was built up: the images and stages that stand on one another, and what each
 * instruction made of ENTRYPOINT and CMD.
 *
 * The build is gone through as build_image does, with a look at the pair behind every instruction;
 * so the last floor ends with the pair of the image. */
#ifndef SIM_IMAGE_TOWER_H
#define SIM_IMAGE_TOWER_H

#include "sim/image/build.h"

/* ENTRYPOINT and CMD at one moment. A list that is not in force has no words. */
struct tower_pair {
    struct command_list entrypoint, cmd;
};

/* What an instruction did to a list. */
enum tower_change {
    TOWER_STAYS,    /* nothing */
    TOWER_SET,      /* there was none in force */
    TOWER_REPLACED, /* another one was in force */
    TOWER_DROPPED,  /* CMD: it came from below, and an ENTRYPOINT takes it out of force */
    TOWER_EMPTIED,  /* []: none is in force from here on */
};

/* An instruction that touches the pair or what a shell form or the program's start may depend on:
 * ENTRYPOINT, CMD, SHELL, ENV and WORKDIR. */
struct tower_step {
    const struct instruction *instruction;
    bool is_trigger; /* of an ONBUILD, which stands at instruction->at; it runs on this floor */
    enum tower_change entrypoint, cmd;
    struct tower_pair before, after;
    bool entrypoint_own,
        cmd_own; /* the list before was set on this floor; else it came from below */
};

enum tower_kind {
    TOWER_SCRATCH, /* the empty image */
    TOWER_IMAGE,   /* an image with metadata, or of which nothing is known */
    TOWER_STAGE,   /* a stage of the Dockerfile */
};

struct tower_floor {
    enum tower_kind kind;
    struct slice name;       /* the image as FROM names it, variables expanded; a stage's name
                                in lower case, empty without AS */
    bool assumed;            /* an image of which nothing is known */
    const struct text *text; /* TOWER_IMAGE: the source of its values; null when assumed */
    const struct instruction *from; /* a stage's FROM line; null else */
    uint32_t index;                 /* of a stage, from 0 */
    uint32_t first_line, last_line; /* of a stage; physical lines */
    struct tower_pair begins, ends;
    struct tower_steps {
        struct tower_step *at;
        size_t len, cap;
    } steps; /* of a stage, in the order in which they run: triggers first */
};

/* A stage that the target does not stand on. */
struct tower_other {
    struct slice name; /* empty without AS */
    uint32_t index, first_line, last_line;
    bool is_needed; /* it is built all the same: files are taken from it */
};

/* From the ground upward. No floor: the build fails. */
struct tower {
    struct tower_floor *at;
    size_t len, cap;
    struct tower_others {
        struct tower_other *at;
        size_t len, cap;
    } others; /* in the order of the file */
};

/* Builds once more and takes down what the pair was. *tower is written whole; what it points to
 * lives as that of build_image does. */
void tower_of(struct arena *arena, const struct build_request *request, struct tower *tower);

/* An image of which only metadata is known: one floor. */
void tower_of_image(struct arena *arena, struct slice name, const struct image_config *config,
                    struct tower *tower);

#endif
