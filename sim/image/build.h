/* A Dockerfile and the images it stands on become the config of the image that is built.
 *
 * Follows BuildKit 0.23.2, frontend/dockerfile: parser errors first, then the instruction pass,
 * then stages, arguments and the dispatch of what the target needs. */
#ifndef SIM_IMAGE_BUILD_H
#define SIM_IMAGE_BUILD_H

#include "sim/ground/failure.h"
#include "sim/ground/finding.h"
#include "sim/image/config.h"

/* The metadata of an image that a Dockerfile may stand on. Its texts are valid UTF-8. */
struct base_image {
    const struct text *text; /* SOURCE_BASE, its name as shown */
    struct image_config config;
    bool any_platform; /* published for many: the one that is asked for is there */
};

/* Answers what is known of an image. `reference` is normalised: docker.io/library/alpine:3.20.
 * BASE_ASSUMED: nothing is known and the base is taken to set nothing but PATH. *image comes all
 * zero; its lists and maps may be shared by several answers, they are copied before they are
 * changed. */
enum base_answer { BASE_FOUND, BASE_NOT_FOUND, BASE_ASSUMED };

struct bases {
    const void *context;
    enum base_answer (*find)(const void *context, struct arena *arena, struct slice reference,
                             struct base_image *image);
};

struct build_arg {
    struct slice name, value;
};

struct build_request {
    const struct text *dockerfile;
    struct slice target; /* empty: the last stage */
    const struct build_arg *args;
    size_t args_len;
    const struct bases *bases;
    bool want_warnings; /* also run what `docker build --check` runs */
};

struct build_result {
    struct image_config *config;  /* null when the build fails */
    struct failure failure;       /* stage STAGE_BUILD, exit 1 */
    struct warning_list warnings; /* of `docker build --check` */
    bool build_differs;           /* a build itself warns differently: build_warnings */
    struct warning_list build_warnings;
    struct failure check_failure;     /* where --check fails differently than a build */
    struct args assumed;              /* base images of which nothing is known */
    struct slice frontend;            /* the value of a # syntax= line, empty without one */
    struct instruction *instructions; /* those of the file, in order, for the notes */
    size_t instructions_len;
    uint32_t target_first, target_last; /* the final stage: indices into instructions, half-open */
};

/* Builds. *result is written whole; what it points to lives in the arena, the Dockerfile or the
 * bases. Never fails otherwise than with result->failure, or by the arena. */
void build_image(struct arena *arena, const struct build_request *request,
                 struct build_result *result);

#endif
