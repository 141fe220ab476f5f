/* The host held in memory. See host.h. */
#include "sim/ground/host.h"

const struct memory_variable recorded_variables[] = {
    {S_INIT("HOME"), S_INIT("/home/me")},
    {S_INIT("USER"), S_INIT("me")},
    {S_INIT("PWD"), S_INIT("/proj")},
    {S_INIT("PATH"), S_INIT("/usr/local/bin:/usr/bin:/bin")},
    {S_INIT("SHELL"), S_INIT("/bin/bash")},
    {S_INIT("LANG"), S_INIT("C.UTF-8")},
    {S_INIT("TERM"), S_INIT("xterm-256color")},
};
const size_t recorded_variables_len = sizeof recorded_variables / sizeof *recorded_variables;

static enum host_answer variable(const void *context, struct slice name, struct slice *value)
{
    const struct memory_host *memory = context;
    const struct memory_variable *at = memory->variables, *end = at + memory->variables_len;
    for (; at < end; at++)
        if (slice_equal(at->name, name)) {
            *value = at->value;
            return HOST_FOUND;
        }
    return HOST_ABSENT;
}

/* What follows dir and a slash in path; empty when path is not below dir. */
static struct slice below(struct slice dir, struct slice path)
{
    if (slice_equal(dir, S("/")))
        return slice_after(path, 1);
    if (path.len > dir.len + 1 && slice_starts(path, dir) && path.at[dir.len] == '/')
        return slice_after(path, dir.len + 1);
    return S("");
}

static bool is_directory(const struct memory_host *memory, struct slice path)
{
    if (slice_equal(path, S("/")))
        return true;
    for (size_t i = 0; i < memory->files_len; i++)
        if (below(path, memory->files[i].path).len)
            return true;
    return false;
}

/* Directories of every Linux system, and files of it whose text is not told. */
static const struct system_path {
    struct slice path;
    enum host_answer answer;
    bool roots; /* only root makes files in it */
    bool full;  /* what else is in it is not told */
} system_paths[] = {
    {S_INIT("/bin"), HOST_DIRECTORY, true, true},
    {S_INIT("/boot"), HOST_DIRECTORY, true, true},
    {S_INIT("/dev"), HOST_DIRECTORY, true, true},
    {S_INIT("/etc"), HOST_DIRECTORY, true, false},
    {S_INIT("/etc/group"), HOST_UNKNOWN, false, false},
    {S_INIT("/etc/hostname"), HOST_UNKNOWN, false, false},
    {S_INIT("/etc/hosts"), HOST_UNKNOWN, false, false},
    {S_INIT("/etc/localtime"), HOST_UNKNOWN, false, false},
    {S_INIT("/etc/os-release"), HOST_UNKNOWN, false, false},
    {S_INIT("/etc/passwd"), HOST_UNKNOWN, false, false},
    {S_INIT("/etc/resolv.conf"), HOST_UNKNOWN, false, false},
    {S_INIT("/home"), HOST_DIRECTORY, true, false},
    {S_INIT("/lib"), HOST_DIRECTORY, true, true},
    {S_INIT("/media"), HOST_DIRECTORY, false, false},
    {S_INIT("/mnt"), HOST_DIRECTORY, false, false},
    {S_INIT("/opt"), HOST_DIRECTORY, false, false},
    {S_INIT("/proc"), HOST_DIRECTORY, true, true},
    {S_INIT("/root"), HOST_DIRECTORY, true, false},
    {S_INIT("/run"), HOST_DIRECTORY, true, false},
    {S_INIT("/run/docker.sock"), HOST_UNKNOWN, false, false},
    {S_INIT("/sbin"), HOST_DIRECTORY, true, true},
    {S_INIT("/srv"), HOST_DIRECTORY, false, false},
    {S_INIT("/sys"), HOST_DIRECTORY, true, true},
    {S_INIT("/tmp"), HOST_DIRECTORY, false, false},
    {S_INIT("/usr"), HOST_DIRECTORY, true, true},
    {S_INIT("/var"), HOST_DIRECTORY, true, false},
    {S_INIT("/var/cache"), HOST_DIRECTORY, true, false},
    {S_INIT("/var/lib"), HOST_DIRECTORY, true, false},
    {S_INIT("/var/lib/docker"), HOST_DIRECTORY, true, true},
    {S_INIT("/var/log"), HOST_DIRECTORY, true, false},
    {S_INIT("/var/run"), HOST_DIRECTORY, true, false},
    {S_INIT("/var/run/docker.sock"), HOST_UNKNOWN, false, false},
    {S_INIT("/var/tmp"), HOST_DIRECTORY, false, false},
};

bool host_is_roots(struct slice directory)
{
    for (size_t i = 0; i < sizeof system_paths / sizeof *system_paths; i++)
        if (system_paths[i].roots && slice_equal(system_paths[i].path, directory))
            return true;
    return slice_equal(directory, S("/"));
}

/* A path that no file is listed for. */
static enum host_answer unlisted(const struct memory_host *memory, struct slice path)
{
    static const struct slice homes[] = {S_INIT("HOME"), S_INIT("PWD")};
    struct slice home;
    if (is_directory(memory, path))
        return HOST_DIRECTORY;
    for (size_t i = 0; i < sizeof homes / sizeof *homes; i++)
        if (variable(memory, homes[i], &home) == HOST_FOUND &&
            (slice_equal(home, path) || below(path, home).len))
            return HOST_DIRECTORY;
    for (size_t i = 0; i < sizeof system_paths / sizeof *system_paths; i++) {
        if (slice_equal(system_paths[i].path, path))
            return system_paths[i].answer;
        if (system_paths[i].full && below(system_paths[i].path, path).len)
            return HOST_UNKNOWN;
    }
    return HOST_ABSENT;
}

static enum host_answer file(const void *context, struct arena *arena, struct slice path,
                             struct slice *bytes)
{
    (void)arena;
    const struct memory_host *memory = context;
    for (size_t i = 0; i < memory->files_len; i++)
        if (slice_equal(memory->files[i].path, path)) {
            if (memory->files[i].directory)
                return HOST_DIRECTORY;
            if (bytes)
                *bytes = memory->files[i].bytes;
            return HOST_FOUND;
        }
    return unlisted(memory, path);
}

static enum host_answer names(const void *context, struct arena *arena, struct slice path,
                              struct host_names *out)
{
    const struct memory_host *memory = context;
    enum host_answer kind = file(context, arena, path, NULL);
    if (host_is_roots(path)) /* holds more than what is listed */
        return HOST_UNKNOWN;
    if (kind != HOST_DIRECTORY)
        return kind == HOST_FOUND ? HOST_ABSENT : kind;
    for (size_t i = 0; i < memory->files_len; i++) {
        struct slice name, rest, tail = below(path, memory->files[i].path);
        slice_cut(tail, '/', &name, &rest);
        bool known = name.len == 0;
        for (size_t j = 0; !known && j < out->len; j++)
            known = slice_equal(out->at[j], name);
        if (!known)
            *list_add(arena, out) = name;
    }
    return HOST_FOUND;
}

struct host host_in_memory(const struct memory_host *memory)
{
    return (struct host){.context = memory,
                         .variable = variable,
                         .file = file,
                         .names = names,
                         .cwd = S("/proj"),
                         .hostname = S("vm"),
                         .uid = 1000,
                         .gid = 1000,
                         .stdin_is = STDIN_TERMINAL,
                         .cpus = 2,
                         .quiet = true};
}
