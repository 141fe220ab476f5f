/* Image references: how Docker reads and completes the name of an image.
 *
 * Follows distribution/reference 0.6, which the docker client, the engine and BuildKit share. */
#ifndef SIM_IMAGE_REFERENCE_H
#define SIM_IMAGE_REFERENCE_H

#include "sim/ground/arena.h"
#include "sim/ground/slice.h"

#include <stdbool.h>

/* A reference in its parts: DOMAIN/PATH[:TAG][@DIGEST]. The parts point into the text that was
 * read, into the arena, or are constants. */
struct reference {
    struct slice domain; /* "docker.io" where none was written; empty in the rare case that the
                            first component is no domain but fits a path */
    struct slice path;   /* "library/alpine" where only "alpine" was written */
    struct slice tag;    /* empty without one */
    struct slice digest; /* "sha256:…"; empty without one */
    struct slice full;   /* the whole with a tag, where the reading made it already; else null */
    bool id; /* no name at all: an image id, in digest. Only reference_parse_any gives it */
};

/* Reads a reference as BuildKit and the engine read a name. On failure false and *message is
 * Docker's text: "invalid reference format", with ": repository name (library/X) must be
 * lowercase", "invalid repository name (…), cannot specify 64-byte hexadecimal strings" and so on.
 */
bool reference_parse(struct arena *arena, struct slice s, struct reference *reference,
                     struct slice *message);

/* The same for a place where an image id may stand, as in `docker run`: 64 hex digits or a digest
 * alone are an id. */
bool reference_parse_any(struct arena *arena, struct slice s, struct reference *reference,
                         struct slice *message);

/* Whether s is a reference of the plainest kind, NAME or NAME:TAG, which nearly all are; it need
 * not be read to know that it can be. */
bool reference_is_plain(struct slice s);

/* The whole reference. `latest` adds :latest where there is neither tag nor digest. */
struct slice reference_full(struct arena *arena, const struct reference *reference, bool latest);

/* The same as Docker shows it to people: without docker.io/ and library/. */
struct slice reference_familiar(struct arena *arena, const struct reference *reference,
                                bool latest);

/* Whether what stands before the first slash of a name is a registry: it has a dot or a colon, is
 * localhost, or has an upper-case letter. */
bool reference_is_domain(struct slice first);

#endif
