/* One question, one answer: the whole chain.
 *
 *     Dockerfile ─▶ instructions ─▶ image config ─┐
 *                                                 ├─▶ plan ─▶ outcome
 *     typed line ─▶ words ─▶ run request ─────────┘
 *
 * simulate() runs the chain once, in reading order, and stops where Docker would. What was found
 * until then stands in the answer. Everything in the answer lives in the arena until it is reset.
 */
#ifndef SIM_SIMULATE_H
#define SIM_SIMULATE_H

#include "sim/docker/request.h"
#include "sim/ground/arena.h"
#include "sim/ground/failure.h"
#include "sim/ground/finding.h"
#include "sim/ground/host.h"
#include "sim/image/build.h"
#include "sim/image/config.h"
#include "sim/pairing/outcome.h"
#include "sim/pairing/plan.h"
#include "sim/pairing/surface.h"

struct question {
    /* The image: a Dockerfile, or else metadata. */
    const struct text *dockerfile; /* null: metadata */
    struct slice target;
    const struct build_arg *build_args;
    size_t build_args_len;
    const struct bases *bases;      /* what a Dockerfile may stand on */
    const struct base_image *image; /* metadata, when dockerfile is null */
    struct slice image_name;        /* the only local image; empty: the image answers to any name */

    /* The line: typed text, or words that a shell has split already. Neither: config alone. */
    const struct text *line;  /* source SOURCE_LINE */
    const struct args *words; /* origins point into a text made of the quoted words */
    const struct host *host;  /* null: the recorded cases' shell, without files */
    bool has_sudo;            /* sudo is a program on the host */

    /* How much is wanted beyond config and plan. */
    bool want_warnings; /* what docker build --check says */
    bool want_notes;    /* our findings */
    bool want_outcome;  /* what happens then, and who can change what */
};

struct answer {
    bool has_config;
    struct image_config config;
    struct build_result build; /* warnings and the rest, when there was a Dockerfile */
    bool has_request;
    struct run_request request;
    bool has_plan;
    struct exec_plan plan;
    bool has_outcome; /* with a plan, when asked for */
    struct outcome outcome;
    struct surface surface; /* with an outcome */
    struct finding_list notes;
    struct unknown_list unknown;
    bool is_unknown;        /* the line has no answer that could be vouched for */
    bool no_container;      /* help, version, or a docker command that makes none */
    struct failure failure; /* stage is STAGE_NONE when nothing failed */
    char refusal[128];      /* room for the message of STAGE_REQUEST: "too large: …" */
};

/* Answers. Memory and size limits end in failure.stage STAGE_REQUEST. Never fails otherwise:
 * whatever the bytes are, there is an answer. */
void simulate(struct arena *arena, const struct question *question, struct answer *answer);

/* The version of what is simulated, for --version. */
#define SIMULATED_DOCKER   "28.2"
#define SIMULATED_BUILDKIT "0.23"

#endif
