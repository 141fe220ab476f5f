/* Paths: cleaning and joining. Models Go's path package and BuildKit's util/system for WORKDIR. */
#include "sim/image/path.h"

#include "sim/ground/buffer.h"
#include "sim/ground/quote.h"

/* Whether cleaning would change nothing: the common case, and then nothing is copied. */
static bool is_clean(struct slice path)
{
    struct slice part, rest = path;
    bool rooted = path.len && path.at[0] == '/';
    if (rooted)
        rest = slice_after(path, 1);
    if (!rest.len)
        return rooted;
    for (bool more = true, only_up = !rooted; more;) {
        more = slice_cut(rest, '/', &part, &rest);
        bool up = slice_equal(part, S(".."));
        if (!part.len || slice_equal(part, S(".")) || (up && !only_up))
            return false;
        only_up = only_up && up;
    }
    return true;
}

struct slice path_clean(struct arena *arena, struct slice path)
{
    if (is_clean(path))
        return path;
    bool rooted = path.len && path.at[0] == '/';
    char *at = arena_take(arena, path.len + 1);
    size_t len = 0, floor = 0; /* ".." cannot remove what stands before floor */
    struct slice part, rest = path;
    if (rooted)
        at[len++] = '/', floor = 1;
    for (bool more = true; more;) {
        more = slice_cut(rest, '/', &part, &rest);
        if (!part.len || slice_equal(part, S(".")))
            continue;
        bool up = slice_equal(part, S(".."));
        if (up && len > floor) {
            for (len--; len > floor && at[len] != '/'; len--)
                ;
            continue;
        }
        if (up && rooted)
            continue;
        if (len > (rooted ? 1u : 0u))
            at[len++] = '/';
        memcpy(at + len, part.at, part.len);
        len += part.len;
        if (up)
            floor = len;
    }
    return len ? (struct slice){at, len} : S(".");
}

struct slice path_join(struct arena *arena, struct slice a, struct slice b)
{
    if (!a.len || !b.len)
        return a.len + b.len ? path_clean(arena, a.len ? a : b) : S("");
    return path_clean(arena, TEXT(arena, a, S("/"), b));
}

/* A text with one byte in place of another; itself when there is none. */
static struct slice replace(struct arena *arena, struct slice s, char from, char to)
{
    if (!slice_has(s, from))
        return s;
    char *at = arena_take(arena, s.len);
    for (size_t i = 0; i < s.len; i++)
        at[i] = s.at[i] == from ? to : s.at[i];
    return (struct slice){at, s.len};
}

/* A windows path without its drive, clean, with slashes. Only C: is there. */
static bool drive_remove(struct arena *arena, struct slice path, struct slice *result,
                         struct slice *message)
{
    struct slice drive, rest, slashed = replace(arena, path, '\\', '/');
    if (path.len == 2 && path.at[1] == ':') {
        *message = TEXT(arena, S("No relative path specified in "), quoted_go(arena, path));
        return false;
    }
    if (slice_starts(slashed, S("//"))) {
        *message = S("UNC paths are not supported");
        return false;
    }
    if (!slice_cut(slashed, ':', &drive, &rest)) {
        *result = path_clean(arena, slashed);
        return true;
    }
    if (!slice_equal_fold(drive, S("c"))) {
        *message = S("The specified path is not on the system drive (C:)");
        return false;
    }
    *result = path_clean(arena, rest);
    return true;
}

bool path_is_on_drive(struct arena *arena, struct slice path, bool windows, struct slice *message)
{
    struct slice cleaned;
    return !windows || drive_remove(arena, path, &cleaned, message);
}

bool path_is_absolute(struct arena *arena, struct slice path, bool windows)
{
    struct slice message;
    if (windows && !drive_remove(arena, path, &path, &message))
        return false;
    return path.len && path.at[0] == '/';
}

static bool join_windows(struct arena *arena, struct slice current, struct slice path,
                         struct slice *result, struct slice *message)
{
    if (!drive_remove(arena, current.len ? current : S("/"), &current, message))
        return false;
    if (current.at[0] != '/')
        current = path_join(arena, S("/"), current);
    if (!drive_remove(arena, path.len ? path : current, &path, message))
        return false;
    if (path.at[0] != '/')
        path = path_join(arena, current, path);
    *result = replace(arena, path, '/', '\\');
    return true;
}

bool workdir_join(struct arena *arena, struct slice current, struct slice path, bool windows,
                  struct slice *result, struct slice *message)
{
    if (windows) {
        struct slice cause;
        if (join_windows(arena, current, path, result, &cause))
            return true;
        *message = TEXT(arena,
                        S("normalizing workdir: normalizing working directory: removing drive "
                          "letter: "),
                        cause);
        return false;
    }
    if (path.len && path.at[0] == '/') {
        *result = path;
        return true;
    }
    if (!current.len || current.at[0] != '/')
        current = path_join(arena, S("/"), current);
    *result = path.len ? path_join(arena, current, path) : current;
    return true;
}
