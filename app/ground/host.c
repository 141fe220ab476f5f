/* The real disk and environment, asked through the simulator's struct host.
 *
 * In: names and absolute paths. Out: bytes and names that live until machine_forget. Everything is
 * read at most once: an entry a path, in a small hash table of lists. */
#include "app/ground/host.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

extern char **environ;

enum { SLOTS = 64 };

/* What is known of a path, as a file or as a directory. bytes also holds the names, each with a NUL
 * behind it. */
struct entry {
    struct entry *next;
    bool as_directory;
    enum host_answer answer;
    char *bytes;
    size_t len, names;
    size_t path_len;
    char path[];
};

struct machine_memory {
    struct entry *slots[SLOTS];
};

static enum host_answer variable(const void *context, struct slice name, struct slice *value)
{
    (void)context;
    for (char **at = environ; at && *at; at++)
        if (strncmp(*at, name.at ? name.at : "", name.len) == 0 && (*at)[name.len] == '=') {
            *value = slice_of(*at + name.len + 1);
            return HOST_FOUND;
        }
    return HOST_ABSENT;
}

/* The answer for a path that could not be opened. */
static enum host_answer answer_of_errno(int error)
{
    switch (error) {
    case ENOENT:
    case ENOTDIR:
    case ENAMETOOLONG: return HOST_ABSENT;
    case EACCES:
    case EPERM:
    case ELOOP: return HOST_UNREADABLE;
    default: return HOST_UNKNOWN;
    }
}

/* Reads a descriptor to its end, at most MACHINE_FILE_MAX bytes. */
static enum host_answer read_bytes(int fd, struct entry *entry)
{
    entry->bytes = malloc(MACHINE_FILE_MAX + 1);
    if (!entry->bytes)
        return HOST_UNKNOWN;
    while (entry->len <= MACHINE_FILE_MAX) {
        ssize_t n = read(fd, entry->bytes + entry->len, MACHINE_FILE_MAX + 1 - entry->len);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return HOST_UNREADABLE;
        if (n == 0)
            break;
        entry->len += (size_t)n;
    }
    if (entry->len > MACHINE_FILE_MAX)
        return HOST_UNKNOWN;
    char *fitting = realloc(entry->bytes, entry->len + 1);
    entry->bytes = fitting ? fitting : entry->bytes;
    return HOST_FOUND;
}

static enum host_answer read_file(struct entry *entry)
{
    /* Without O_NONBLOCK opening a pipe would wait for somebody to write. */
    int fd = open(entry->path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0)
        return answer_of_errno(errno);
    struct stat about;
    enum host_answer answer = HOST_UNKNOWN;
    if (fstat(fd, &about) != 0)
        answer = HOST_UNREADABLE;
    else if (S_ISDIR(about.st_mode))
        answer = HOST_DIRECTORY;
    else if (S_ISREG(about.st_mode) && about.st_size <= MACHINE_FILE_MAX)
        answer = read_bytes(fd, entry);
    close(fd);
    return answer;
}

/* Appends a name and its NUL to the entry's bytes. */
static bool keep_name(struct entry *entry, const char *name, size_t *cap)
{
    size_t size = strlen(name) + 1;
    if (*cap - entry->len < size) {
        size_t wanted = 2 * *cap + size + 1024;
        char *bytes = realloc(entry->bytes, wanted);
        if (!bytes)
            return false;
        entry->bytes = bytes;
        *cap = wanted;
    }
    memcpy(entry->bytes + entry->len, name, size);
    entry->len += size;
    entry->names++;
    return true;
}

static enum host_answer read_directory(struct entry *entry)
{
    DIR *directory = opendir(entry->path);
    if (!directory)
        return answer_of_errno(errno);
    size_t cap = 0;
    enum host_answer answer = HOST_FOUND;
    const struct dirent *found;
    while (answer == HOST_FOUND && (found = readdir(directory)))
        if (strcmp(found->d_name, ".") != 0 && strcmp(found->d_name, "..") != 0 &&
            (entry->names == MACHINE_NAMES_MAX || !keep_name(entry, found->d_name, &cap)))
            answer = HOST_UNKNOWN;
    closedir(directory);
    return answer;
}

static size_t slot_of(struct slice path, bool as_directory)
{
    size_t hash = as_directory;
    for (size_t i = 0; i < path.len; i++)
        hash = hash * 31 + (unsigned char)path.at[i];
    return hash % SLOTS;
}

/* The entry of a path, read now if it was not before; null without memory. */
static const struct entry *entry_of(const struct machine *machine, struct slice path,
                                    bool as_directory)
{
    if (!machine->memory)
        return NULL;
    struct entry **slot = &machine->memory->slots[slot_of(path, as_directory)];
    for (struct entry *entry = *slot; entry; entry = entry->next)
        if (entry->as_directory == as_directory && entry->path_len == path.len &&
            memcmp(entry->path, path.at, path.len) == 0)
            return entry;
    struct entry *entry = malloc(sizeof *entry + path.len + 1);
    if (!entry)
        return NULL;
    *entry = (struct entry){.next = *slot, .as_directory = as_directory, .path_len = path.len};
    memcpy(entry->path, path.at, path.len);
    entry->path[path.len] = '\0';
    entry->answer = as_directory ? read_directory(entry) : read_file(entry);
    *slot = entry;
    return entry;
}

/* Whether a path can be asked for at all: an absolute one that a C string can hold. */
static bool is_path(struct slice path)
{
    return path.len && *path.at == '/' && path.len < PATH_MAX && !slice_has(path, '\0');
}

static enum host_answer file(const void *context, struct arena *arena, struct slice path,
                             struct slice *bytes)
{
    (void)arena;
    if (!is_path(path))
        return HOST_ABSENT;
    const struct entry *entry = entry_of(context, path, false);
    if (!entry)
        return HOST_UNKNOWN;
    if (bytes && entry->answer == HOST_FOUND)
        *bytes = (struct slice){entry->bytes, entry->len};
    return entry->answer;
}

static enum host_answer names(const void *context, struct arena *arena, struct slice path,
                              struct host_names *out)
{
    if (!is_path(path))
        return HOST_ABSENT;
    const struct entry *entry = entry_of(context, path, true);
    if (!entry)
        return HOST_UNKNOWN;
    const char *at = entry->bytes;
    for (size_t i = 0; entry->answer == HOST_FOUND && i < entry->names; i++) {
        *list_add(arena, out) = slice_of(at);
        at += out->at[out->len - 1].len + 1;
    }
    return entry->answer;
}

/* The current directory as a shell says it: $PWD if that is where we are, links and all. */
static struct slice find_cwd(char *room, size_t size)
{
    struct stat here, there;
    struct slice pwd;
    if (variable(NULL, S("PWD"), &pwd) == HOST_FOUND && is_path(pwd) && stat(".", &here) == 0 &&
        stat(pwd.at, &there) == 0 && here.st_ino == there.st_ino && here.st_dev == there.st_dev)
        return pwd;
    return getcwd(room, size) ? slice_of(room) : S("/");
}

void machine_init(struct machine *machine)
{
    machine->memory = calloc(1, sizeof *machine->memory);
    long cpus = sysconf(_SC_NPROCESSORS_ONLN);
    machine->host = (struct host){.context = machine,
                                  .variable = variable,
                                  .file = file,
                                  .names = names,
                                  .cwd = find_cwd(machine->cwd, sizeof machine->cwd),
                                  .uid = (uint32_t)geteuid(),
                                  .gid = (uint32_t)getegid(),
                                  .stdin_is = STDIN_TERMINAL,
                                  .cpus = cpus > 0 ? (unsigned)cpus : 1};
    if (gethostname(machine->name, sizeof machine->name - 1) != 0)
        machine->name[0] = '\0';
    machine->name[sizeof machine->name - 1] = '\0';
    machine->host.hostname = slice_of(machine->name);
}

void machine_forget(struct machine *machine)
{
    for (size_t i = 0; machine->memory && i < SLOTS; i++)
        while (machine->memory->slots[i]) {
            struct entry *entry = machine->memory->slots[i];
            machine->memory->slots[i] = entry->next;
            free(entry->bytes);
            free(entry);
        }
}

void machine_free(struct machine *machine)
{
    machine_forget(machine);
    free(machine->memory);
    machine->memory = NULL;
}
