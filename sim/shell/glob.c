/* Pathname expansion. Input: a marked pattern and the host's directories; output: sorted paths.
 *
 * Models bash 5.2 with its default options in C.UTF-8: a leading dot is matched by a dot alone, "."
 * and ".." never, order is by bytes. */
#include "sim/shell/glob.h"

/* Sorts by merging halves; spare has room for n. */
static void sort_paths(struct slice *at, size_t n, struct slice *spare)
{
    size_t half = n / 2, i = 0, j = half;
    if (n < 2)
        return;
    sort_paths(at, half, spare);
    sort_paths(at + half, n - half, spare);
    for (size_t k = 0; k < n; k++) {
        bool left = j == n || (i < half && slice_compare(at[i], at[j]) <= 0);
        spare[k] = left ? at[i++] : at[j++];
    }
    memcpy(at, spare, n * sizeof *at);
}

/* What stands at a path as the shell's directory has it. */
static enum host_answer kind_of(struct shell *shell, struct slice path)
{
    return shell->host->file(shell->host->context, shell->arena, shell_path(shell, path), NULL);
}

/* Adds the names of files that the line itself made in a directory. */
static void add_created(struct shell *shell, struct slice path, struct host_names *names)
{
    for (size_t i = 0; i < shell->created.len; i++) {
        struct slice made = shell->created.at[i], rest = slice_after(made, path.len);
        bool root = slice_equal(path, S("/"));
        if (!slice_starts(made, path) || !(root || slice_starts(rest, S("/"))))
            continue;
        rest = slice_after(rest, !root);
        if (!slice_has(rest, '/'))
            *list_add(shell->arena, names) = rest;
    }
}

/* The names in the directory `base` that a pattern matches, each behind base. */
static enum host_answer match_names(struct shell *shell, const struct pattern *pattern,
                                    struct slice base, struct host_names *found)
{
    struct host_names names = {0};
    struct slice path = shell_path(shell, base.len ? base : S("."));
    enum host_answer answer = shell->host->names(shell->host->context, shell->arena, path, &names);
    bool dots = pattern->len && pattern->at[0].kind == ELEMENT_RUNE && pattern->at[0].rune == '.';
    if (answer != HOST_FOUND)
        return answer;
    add_created(shell, path, &names);
    for (size_t i = 0; i < names.len; i++) {
        if (slice_starts(names.at[i], S(".")) && !dots)
            continue;
        if (pattern_match(shell->arena, pattern, names.at[i]))
            *list_add(shell->arena, found) = arena_join(shell->arena, base, names.at[i]);
    }
    return HOST_FOUND;
}

/* One component, bytes from..to, behind every base; the slashes behind it up to `next`. */
static enum host_answer glob_component(struct shell *shell, const struct marked *marked,
                                       size_t from, size_t to, size_t next,
                                       struct host_names *bases)
{
    struct host_names found = {0};
    struct slice slashes = {marked->at + to, next - to};
    bool magic = pattern_magic(marked, from, to);
    struct slice literal = marked_bytes(shell->arena, marked, from, to);
    struct pattern pattern = {.steps = &shell->steps};
    enum host_answer answer = HOST_FOUND;
    if (magic)
        pattern_compile(shell->arena, marked, from, to, &pattern);
    for (size_t i = 0; i < bases->len; i++) {
        if (magic) {
            answer = match_names(shell, &pattern, bases->at[i], &found);
        } else {
            struct slice path = arena_join(shell->arena, bases->at[i], literal);
            answer = kind_of(shell, path);
            if (answer != HOST_ABSENT && answer != HOST_UNKNOWN)
                *list_add(shell->arena, &found) = path;
        }
        if (answer == HOST_UNKNOWN)
            return answer;
    }
    *bases = (struct host_names){0};
    for (size_t i = 0; i < found.len; i++) {
        if (slashes.len && kind_of(shell, found.at[i]) != HOST_DIRECTORY)
            continue;
        *list_add(shell->arena, bases) = arena_join(shell->arena, found.at[i], slashes);
    }
    return HOST_FOUND;
}

enum host_answer glob_paths(struct shell *shell, const struct marked *marked, size_t from,
                            size_t to, struct host_names *paths)
{
    size_t at = from;
    while (at < to && marked->at[at] == '/')
        at++;
    if (at == from && shell->cwd_unknown)
        return HOST_UNKNOWN;
    *list_add(shell->arena, paths) = (struct slice){marked->at + from, at - from};
    while (at < to && paths->len) {
        size_t end = at, next;
        while (end < to && marked->at[end] != '/')
            end++;
        for (next = end; next < to && marked->at[next] == '/'; next++)
            ;
        enum host_answer answer = glob_component(shell, marked, at, end, next, paths);
        if (answer == HOST_UNKNOWN) {
            paths->len = 0;
            return answer;
        }
        at = next;
    }
    sort_paths(paths->at, paths->len, arena_array(shell->arena, struct slice, paths->len));
    return paths->len ? HOST_FOUND : HOST_ABSENT;
}
