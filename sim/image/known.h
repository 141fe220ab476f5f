/* Official images by name: what their config says, as recorded. Facts only, and dated. */
#ifndef SIM_IMAGE_KNOWN_H
#define SIM_IMAGE_KNOWN_H

#include "sim/image/build.h"
#include "sim/image/known_shell.h"

/* The date of the recording, for --version and for people: "November 2026". */
extern const char known_images_date[];

/* The image of a reference as people write it (postgres, postgres:16, docker.io/library/postgres,
 * postgres@sha256:…); false when the name is not in the table, or the tag is one of which the table
 * says nothing. The rule for tags: ENTRYPOINT, CMD, USER, WORKDIR, ports, volumes and STOPSIGNAL
 * are those of the name, except for tags that are known to differ (php:fpm, golang:alpine,
 * windows), which the table leaves out; environment values that bear a version stand only in images
 * whose tag is of that version. The shell follows a distribution named in the tag, else the image.
 * The config lives in the arena; every value has the image as its origin. */
bool known_image(struct arena *arena, struct slice reference, struct base_image *image,
                 enum known_shell *shell);

/* The names in the table, each once, sorted, for completion and hints. */
size_t known_images_len(void);
struct slice known_image_name(size_t index);

/* The bases of a question that brings none: known images are found, others are assumed to set
 * nothing. `scratch` is not asked for. */
extern const struct bases known_bases;

#endif
