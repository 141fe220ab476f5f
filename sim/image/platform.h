/* Platforms: OS[/ARCHITECTURE[/VARIANT]], as --platform takes them.
 *
 * Follows containerd/platforms 1.0, on a linux/amd64 host. */
#ifndef SIM_IMAGE_PLATFORM_H
#define SIM_IMAGE_PLATFORM_H

#include "sim/ground/arena.h"
#include "sim/ground/slice.h"

#include <stdbool.h>

/* Lower case, aliases replaced (x86_64 is amd64, macos is darwin). */
struct platform {
    struct slice os, architecture, variant, os_version; /* the last two may be empty */
};

/* What is built for, and on: linux/amd64. */
extern const struct platform platform_default;

/* Reads a specifier. On failure false and *message is containerd's text, which ends in
 * ": invalid argument". */
bool platform_parse(struct arena *arena, struct slice s, struct platform *platform,
                    struct slice *message);

/* Replaces aliases and fills an empty OS. */
struct platform platform_normalise(struct arena *arena, struct platform platform);

/* OS[(VERSION)]/ARCHITECTURE[/VARIANT]. */
struct slice platform_format(struct arena *arena, const struct platform *platform);

/* Whether an image made for `image` runs where `wanted` is asked for: linux/amd64/v2 takes amd64
 * and 386, linux/arm/v7 also v6 and v5. */
bool platform_matches(struct arena *arena, struct platform wanted, struct platform image);

#endif
