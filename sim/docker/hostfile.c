/* Files of the host: a path as typed in; bytes, or what Go says about the failure, out. */
#include "sim/docker/hostfile.h"

#include "sim/ground/buffer.h"
#include "sim/image/path.h"

enum { PATH_LIMIT = 4096, NAME_LIMIT = 255 }; /* of Linux */

struct slice host_path(struct arena *arena, const struct host *host, struct slice path)
{
    return path.len && *path.at == '/' ? path_clean(arena, path)
                                       : path_join(arena, host->cwd, path);
}

static bool is_too_long(struct slice path)
{
    for (struct slice part, rest = path; rest.len;) {
        slice_cut(rest, '/', &part, &rest);
        if (part.len > NAME_LIMIT)
            return true;
    }
    return path.len >= PATH_LIMIT;
}

/* The directory a path stands in: what is before its last slash. */
static struct slice parent_of(struct slice path)
{
    while (path.len && path.at[path.len - 1] != '/')
        path.len--;
    path.len -= path.len > 1;
    return path;
}

struct slice host_absence(struct arena *arena, const struct host *host, struct slice path)
{
    if (is_too_long(path))
        return S("file name too long");
    struct slice whole = host_path(arena, host, path);
    for (struct slice up = parent_of(whole); up.len > 1; up = parent_of(up)) {
        enum host_answer answer = host->file(host->context, arena, up, NULL);
        if (answer == HOST_FOUND)
            return S("not a directory");
        if (answer != HOST_ABSENT)
            break;
    }
    return S("no such file or directory");
}

enum host_answer host_read(struct arena *arena, const struct host *host, struct slice path,
                           struct slice *bytes, struct slice *message)
{
    enum host_answer answer = HOST_ABSENT;
    if (path.len && !is_too_long(path))
        answer = host->file(host->context, arena, host_path(arena, host, path), bytes);
    struct slice why = {NULL, 0};
    if (answer == HOST_FOUND && slice_ends(path, S("/"))) {
        answer = HOST_ABSENT;
        why = S("not a directory");
    } else if (answer == HOST_ABSENT) {
        why = host_absence(arena, host, path);
    } else if (answer == HOST_UNREADABLE) {
        why = S("permission denied");
    } else if (answer == HOST_DIRECTORY) {
        *message = TEXT(arena, S("read "), path, S(": is a directory"));
    }
    if (why.len)
        *message = TEXT(arena, S("open "), path, S(": "), why);
    return answer;
}

struct slice host_refusal(struct arena *arena, const struct host *host, struct slice path)
{
    struct slice parent = parent_of(host_path(arena, host, path));
    enum host_answer answer = host->file(host->context, arena, parent, NULL);
    if (is_too_long(path) || answer == HOST_ABSENT || answer == HOST_FOUND)
        return host_absence(arena, host, path);
    if (slice_ends(path, S("/")))
        return S("is a directory");
    bool forbidden = answer == HOST_DIRECTORY && host->uid != 0 && host_is_roots(parent);
    return forbidden || answer == HOST_UNREADABLE ? S("permission denied")
                                                  : (struct slice){NULL, 0};
}
