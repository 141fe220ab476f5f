/* Reading and replacing files. In: paths, bytes. Out: bytes, stamps, numbers of errno.h. See
 * file.h. */
#include "app/session/file.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static struct file_stamp stamp_of(const struct stat *status)
{
    return (struct file_stamp){true,
                               (uint64_t)status->st_dev,
                               (uint64_t)status->st_ino,
                               (uint64_t)status->st_size,
                               (int64_t)status->st_mtim.tv_sec,
                               (int64_t)status->st_mtim.tv_nsec};
}

struct file_stamp file_stamp(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 ? stamp_of(&status) : (struct file_stamp){0};
}

bool file_stamp_equal(const struct file_stamp *a, const struct file_stamp *b)
{
    return a->exists == b->exists && a->device == b->device && a->node == b->node &&
           a->size == b->size && a->seconds == b->seconds && a->nanoseconds == b->nanoseconds;
}

/* Reads an open file to its end, which may have moved since it was measured. */
static int read_all(int fd, size_t expected, size_t max, char **bytes, size_t *len)
{
    size_t cap = expected + 2, n = 0; /* a byte to see the end with, and one for the NUL */
    char *at = malloc(cap);
    int error = at ? 0 : ENOMEM;
    while (!error) {
        if (n + 1 == cap) {
            char *more = realloc(at, cap * 2);
            error = more ? 0 : ENOMEM;
            at = more ? more : at;
            cap = more ? cap * 2 : cap;
            continue;
        }
        ssize_t got = read(fd, at + n, cap - 1 - n);
        if (got == 0)
            break;
        if (got > 0)
            n += (size_t)got;
        error = got < 0 && errno != EINTR ? errno : n > max ? EFBIG : 0;
    }
    if (error) {
        free(at);
        return error;
    }
    at[n] = '\0';
    *bytes = at;
    *len = n;
    return 0;
}

int file_read(const char *path, size_t max, char **bytes, size_t *len, struct file_stamp *stamp)
{
    struct stat status;
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (fd < 0)
        return errno;
    int error = fstat(fd, &status) < 0 ? errno : 0;
    if (!error && !S_ISREG(status.st_mode))
        error = S_ISDIR(status.st_mode) ? EISDIR : ENODEV;
    if (!error && (uint64_t)status.st_size > max)
        error = EFBIG;
    if (!error)
        error = read_all(fd, (size_t)status.st_size, max, bytes, len);
    if (!error && stamp)
        *stamp = stamp_of(&status);
    close(fd);
    return error;
}

int file_write_all(int fd, struct slice bytes)
{
    while (bytes.len) {
        ssize_t n = write(fd, bytes.at, bytes.len);
        if (n < 0 && errno != EINTR)
            return errno;
        if (n > 0)
            bytes = slice_after(bytes, (size_t)n);
    }
    return 0;
}

/* Makes the renaming of a file last. Not every file system can; then nothing is lost but time. */
static void sync_directory(const char *path)
{
    char directory[PATH_MAX];
    const char *slash = strrchr(path, '/');
    int n = slash ? snprintf(directory, sizeof directory, "%.*s", (int)(slash - path + 1), path)
                  : snprintf(directory, sizeof directory, ".");
    int fd = n < PATH_MAX ? open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
    if (fd >= 0) {
        fsync(fd);
        close(fd);
    }
}

/* Opens the file that is written first; a path ending in XXXXXX gets a name of its own. */
static int open_temporary(char *path, bool fresh)
{
    if (!fresh)
        return open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
    int fd = mkstemp(path);
    if (fd >= 0)
        fcntl(fd, F_SETFD, FD_CLOEXEC);
    return fd;
}

/* Fills it, with mode and owner of the old file. */
static int fill(int fd, struct slice bytes, const struct stat *old, unsigned new_mode)
{
    int error = file_write_all(fd, bytes);
    mode_t mask = umask(0);
    umask(mask);
    mode_t mode = old ? old->st_mode & 07777 : (mode_t)new_mode & ~mask;
    if (!error && old && fchown(fd, old->st_uid, old->st_gid) < 0)
        mode &= 0777; /* somebody else's from now on: no set-user bits */
    if (!error && fchmod(fd, mode) < 0)
        error = errno;
    if (!error && fsync(fd) < 0)
        error = errno;
    return error;
}

int file_replace(const char *path, const char *temporary, struct slice bytes, unsigned new_mode,
                 struct file_stamp *stamp)
{
    char real[PATH_MAX], first[PATH_MAX];
    struct stat old, status;
    bool exists = stat(path, &old) == 0;
    if (exists && !S_ISREG(old.st_mode))
        return S_ISDIR(old.st_mode) ? EISDIR : ENODEV;
    if (!exists || !realpath(path, real))
        snprintf(real, sizeof real, "%s", path);
    int n = temporary ? snprintf(first, sizeof first, "%s", temporary)
                      : snprintf(first, sizeof first, "%s.XXXXXX", real);
    if (n >= PATH_MAX || strlen(path) >= PATH_MAX)
        return ENAMETOOLONG;
    int fd = open_temporary(first, !temporary);
    if (fd < 0)
        return errno;
    int error = fill(fd, bytes, exists ? &old : NULL, new_mode);
    bool known = fstat(fd, &status) == 0;
    if (close(fd) < 0 && !error)
        error = errno;
    if (!error && rename(first, real) < 0)
        error = errno;
    if (error) {
        unlink(first);
        return error;
    }
    sync_directory(real);
    if (stamp)
        *stamp = known ? stamp_of(&status) : file_stamp(real);
    return 0;
}
