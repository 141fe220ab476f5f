/* --volume: a value in; what it mounts, or the client's or the engine's complaint, out.
 *
 * Follows docker CLI 28.2.2 (compose/loader.ParseVolume) and dockerd 28.2.2 (volume/mounts, the
 * parser for Linux). They split differently: only the client knows drive letters. */
#include "sim/docker/volume.h"

#include "sim/docker/hostfile.h"
#include "sim/ground/buffer.h"
#include "sim/ground/utf8.h"
#include "sim/image/path.h"

/* Whether a part is one letter: then a colon behind it belongs to a drive. */
static bool is_drive(struct slice part)
{
    size_t len;
    return part.len && rune_is_letter(utf8_decode(part, &len)) && len == part.len;
}

/* The client's parts of a value; a colon behind one letter does not separate. */
static bool next_part(struct slice text, size_t *at, struct slice *part)
{
    size_t from = *at, to = from;
    while (to < text.len &&
           (text.at[to] != ':' || is_drive((struct slice){text.at + from, to - from})))
        to++;
    *part = (struct slice){text.at + from, to - from};
    *at = to + 1;
    return to < text.len;
}

static bool bad_spec(struct arena *arena, struct slice text, const char *why, struct slice *message)
{
    *message = TEXT(arena, S("invalid spec: "), text, S(": "), slice_of(why));
    return false;
}

/* A source that starts with "." is seen from where docker is called. */
static struct slice absolute_bind(struct arena *arena, struct slice text, const struct host *host)
{
    struct slice source, rest;
    slice_cut(text, ':', &source, &rest);
    if (!slice_starts(source, S(".")))
        return text;
    return TEXT(arena, host_path(arena, host, source), S(":"), rest);
}

bool volume_check(struct arena *arena, struct slice text, const struct host *host, bool *anonymous,
                  struct slice *bind, struct slice *message)
{
    enum { SHORT = 2, MOST_PARTS = 3 }; /* so short a value is taken unread */
    *anonymous = true;
    if (text.len == 0) {
        *message = S("invalid empty volume spec");
        return false;
    }
    if (text.len <= SHORT)
        return true;
    size_t parts = 0, at = 0;
    for (bool more = true; more; parts++) {
        struct slice part;
        more = next_part(text, &at, &part);
        if (part.len == 0)
            return bad_spec(arena, text, "empty section between colons", message);
        if (parts == MOST_PARTS - 1 && more)
            return bad_spec(arena, text, "too many colons", message);
    }
    *anonymous = parts == 1;
    if (!*anonymous)
        *bind = absolute_bind(arena, text, host);
    return true;
}

/* The words of a mode, by what they decide. */
static const struct {
    struct slice word;
    unsigned group;
} mode_words[] = {
    {S_INIT("rw"), 1},      {S_INIT("ro"), 1},         {S_INIT("z"), 2},
    {S_INIT("Z"), 2},       {S_INIT("private"), 4},    {S_INIT("rprivate"), 4},
    {S_INIT("slave"), 4},   {S_INIT("rslave"), 4},     {S_INIT("shared"), 4},
    {S_INIT("rshared"), 4}, {S_INIT("nocopy"), 8},     {S_INIT("consistent"), 16},
    {S_INIT("cached"), 16}, {S_INIT("delegated"), 16}, {S_INIT("default"), 16},
};

static unsigned mode_group(struct slice word)
{
    for (size_t i = 0; i < sizeof mode_words / sizeof *mode_words; i++)
        if (slice_equal(mode_words[i].word, word))
            return mode_words[i].group;
    return 0;
}

/* The groups of a mode's words; false when one is no word or a group stands twice. */
static bool mode_groups(struct slice mode, unsigned *groups)
{
    *groups = 0;
    if (mode.len == 0)
        return true;
    bool more = true;
    for (struct slice word, rest = mode; more;) {
        more = slice_cut(rest, ',', &word, &rest);
        unsigned group = mode_group(word);
        if (group == 0 || *groups & group)
            return false;
        *groups |= group;
    }
    return true;
}

bool volume_mode_valid(struct slice mode)
{
    unsigned groups;
    return mode_groups(mode, &groups);
}

bool volume_mode_valid_from(struct slice mode)
{
    unsigned groups;
    return mode_groups(mode, &groups) && !(groups & (4 | 8));
}

bool mount_target_valid(struct arena *arena, struct slice target, struct slice *message)
{
    if (slice_equal(path_clean(arena, target), S("/"))) {
        *message = S("invalid specification: destination can't be '/'");
        return false;
    }
    if (target.len && (*target.at == '/' || *target.at == '\\'))
        return true;
    struct buffer shown = {.arena = arena}; /* the engine shows every backslash as a slash */
    for (size_t i = 0; i < target.len; i++)
        buffer_byte(&shown, target.at[i] == '\\' ? '/' : target.at[i]);
    *message = TEXT(arena, S("invalid mount path: '"), buffer_slice(&shown),
                    S("' mount path must be absolute"));
    return false;
}

static bool bad_volume(struct arena *arena, struct slice bind, struct slice why,
                       struct slice *message)
{
    *message = TEXT(arena, S("invalid volume specification: '"), bind, S("'"), why);
    return false;
}

bool volume_split(struct arena *arena, struct slice bind, struct volume_bind *volume,
                  struct slice *message)
{
    struct slice rest, mode, why;
    bool two = slice_cut(bind, ':', &volume->source, &rest);
    bool three = slice_cut(rest, ':', &volume->target, &mode);
    if (volume->source.len == 0 || !two || slice_has(mode, ':') ||
        (!three && volume_mode_valid(volume->target)))
        return bad_volume(arena, bind, S(""), message);
    if (!volume_mode_valid(mode)) {
        *message = TEXT(arena, S("invalid mode: "), mode);
        return false;
    }
    volume->path = *volume->source.at == '/';
    struct slice kind = volume->path ? S(": invalid mount config for type \"bind\": ")
                                     : S(": invalid mount config for type \"volume\": ");
    if (volume->target.len == 0)
        return bad_volume(arena, bind, TEXT(arena, kind, S("field Target must not be empty")),
                          message);
    if (!mount_target_valid(arena, volume->target, &why))
        return bad_volume(arena, bind, TEXT(arena, kind, why), message);
    return true;
}

bool volume_name_valid(struct arena *arena, struct slice name, struct slice *message)
{
    if (name.len == 1) {
        *message = TEXT(arena, S("create "), name,
                        S(": volume name is too short, names should be at least two "
                          "alphanumeric characters"));
        return false;
    }
    for (size_t i = 0; i < name.len; i++) {
        char c = name.at[i], letter = (char)(c | 0x20);
        bool good = (letter >= 'a' && letter <= 'z') || (c >= '0' && c <= '9') ||
                    (i > 0 && slice_has(S("_.-"), c));
        if (good)
            continue;
        *message = TEXT(arena, S("create "), name, S(": \""), name,
                        S("\" includes invalid characters for a local volume name, only "
                          "\"[a-zA-Z0-9][a-zA-Z0-9_.-]\" are allowed. If you intended to pass a "
                          "host directory, use absolute path"));
        return false;
    }
    return true;
}
