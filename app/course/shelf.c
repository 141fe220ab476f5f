/* Lesson files, from the program and from disk. See shelf.h. */
#include "app/course/shelf.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* A lesson is refused beyond 1 MiB; a little more is read so that it can be seen. What is read
 * costs the arena up to so many times its size. */
enum { FILE_MAX = (1 << 20) + 1, COST = 64, ROOM = 64 << 10 };

void shelf_add_embedded(struct arena *arena, struct shelf *shelf)
{
    for (size_t i = 0; i < embedded_files_len; i++) {
        const struct embedded_file *file = &embedded_files[i];
        arena->ceiling += COST * file->len;
        *list_add(arena, shelf) =
            (struct shelf_file){slice_of(file->name), {(const char *)file->bytes, file->len}};
    }
}

static void fail(struct faults *faults, struct slice file, int error)
{
    const struct words_args args = {.other = slice_of(strerror(error))};
    faults->file = file;
    fault_add(faults, 0, WORDS_LESSON_NOT_READ, &args);
}

static bool is_regular(int fd)
{
    struct stat about;
    if (fstat(fd, &about) != 0)
        return false;
    errno = S_ISDIR(about.st_mode) ? EISDIR : EINVAL;
    return S_ISREG(about.st_mode);
}

/* Regular files alone, and most are known to be one; errno tells why not. What room is left goes
 * back, so that a file is opened, read once and closed. */
static bool read_file(struct arena *arena, struct slice path, bool regular, struct slice *bytes)
{
    struct buffer buffer = {.arena = arena};
    const char *name = arena_copy(arena, path).at;
    buffer_reserve(&buffer, ROOM);
    int fd = open(name, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    bool good = fd >= 0 && (regular || is_regular(fd)), ended = false;
    while (good && !ended && buffer.len < FILE_MAX) {
        buffer_reserve(&buffer, buffer.len < buffer.cap ? 1 : ROOM);
        size_t room = buffer.cap - buffer.len;
        ssize_t n = read(fd, buffer.at + buffer.len, room);
        good = n >= 0 || errno == EINTR;
        buffer.len += n > 0 ? (size_t)n : 0;
        ended = n >= 0 && (size_t)n < room;
    }
    int error = errno;
    if (fd >= 0)
        close(fd);
    errno = error;
    arena->ceiling += COST * buffer.len;
    arena_trim(arena, buffer.at, buffer.len, &buffer.cap, 1);
    *bytes = buffer.len ? buffer_slice(&buffer) : S("");
    return good;
}

/* Whether the directory tells without being asked that it is one. */
static bool known_regular(const struct dirent *entry)
{
#ifdef DT_REG
    return entry->d_type == DT_REG;
#else
    (void)entry;
    return false;
#endif
}

static int by_name(const void *a, const void *b)
{
    const struct shelf_file *x = a, *y = b;
    return slice_compare(x->name, y->name);
}

bool shelf_is_directory(struct arena *arena, struct slice path)
{
    struct stat about;
    return stat(arena_copy(arena, path).at, &about) == 0 && S_ISDIR(about.st_mode);
}

bool shelf_add_directory(struct arena *arena, struct faults *faults, struct slice path,
                         struct shelf *shelf)
{
    size_t first = shelf->len;
    DIR *directory = opendir(arena_copy(arena, path).at);
    if (!directory) {
        fail(faults, path, errno);
        return false;
    }
    /* The names first: reading takes arena memory, which may jump away from an open directory. */
    struct {
        char at[1 << 16];
        size_t len;
    } names = {.len = 0};
    size_t left_out = 0;
    for (struct dirent *entry; (entry = readdir(directory));) {
        size_t size = strlen(entry->d_name) + 2; /* what it is, the name, its end */
        bool is_lesson = slice_ends(slice_of(entry->d_name), S(".md")) && entry->d_name[0] != '.';
        bool fits = size <= sizeof names.at - names.len;
        left_out += is_lesson && !fits;
        if (!is_lesson || !fits)
            continue;
        names.at[names.len] = known_regular(entry) ? 'r' : '?';
        memcpy(names.at + names.len + 1, entry->d_name, size - 1);
        names.len += size;
    }
    closedir(directory);
    for (size_t i = 0; i < names.len; i += strlen(names.at + i) + 1) {
        bool slash = slice_ends(path, S("/"));
        struct shelf_file file = {
            .name = TEXT(arena, path, slash ? S("") : S("/"), slice_of(names.at + i + 1))};
        if (!read_file(arena, file.name, names.at[i] == 'r', &file.bytes)) {
            fail(faults, file.name, errno);
            continue;
        }
        *list_add(arena, shelf) = file;
    }
    if (shelf->len > first)
        qsort(shelf->at + first, shelf->len - first, sizeof *shelf->at, by_name);
    if (left_out)
        fail(faults, path, EOVERFLOW);
    return true;
}
