/* Names of base images, as given and as asked for. See bases.h.
 *
 * Follows the familiar names of distribution/reference: `docker.io/library/alpine` is `alpine`. */
#include "app/ground/bases.h"

/* A reference without the parts that Docker adds by itself. */
static struct slice familiar(struct slice name)
{
    struct slice hub = S("docker.io/"), index = S("index.docker.io/"), official = S("library/");
    if (slice_starts(name, hub))
        name = slice_after(name, hub.len);
    else if (slice_starts(name, index))
        name = slice_after(name, index.len);
    struct slice rest = slice_after(name, official.len);
    return slice_starts(name, official) && !slice_has(rest, '/') ? rest : name;
}

/* The length of a reference without its tag and digest. */
static size_t repository_len(struct slice name)
{
    size_t end = slice_find(name, '@'), colon = end;
    for (size_t i = end; i > 0 && name.at[i - 1] != '/'; i--)
        if (name.at[i - 1] == ':')
            colon = i - 1;
    return colon;
}

void base_add(struct arena *arena, struct names *bases, struct slice name, uint32_t value)
{
    names_set(arena, bases, familiar(name), value);
}

uint32_t base_find(struct arena *arena, const struct names *bases, struct slice reference)
{
    struct slice name = familiar(reference), repository = slice_first(name, repository_len(name));
    uint32_t value = names_get(bases, name);
    if (value == NAMES_NONE && repository.len == name.len) /* no tag: it means latest */
        value = names_get(bases, TEXT(arena, name, S(":latest")));
    return value != NAMES_NONE ? value : names_get(bases, repository);
}
