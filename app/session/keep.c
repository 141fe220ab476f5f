/* The state directory. In: names, bytes, lines. Out: the same at the next run. See keep.h.
 *
 * Locks are flock's, on files of their own (a replaced file would take its lock with it). A file
 * system without locks is used without. */
#include "app/session/keep.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum {
    PLACES = 64,      /* of text that is not saved */
    LOCK_TRIES = 200, /* five milliseconds apart */
};

int keep_open(struct keep *keep, const char *xdg_state_home, const char *home)
{
    keep->directory[0] = keep->trouble[0] = keep->claimed[0] = '\0';
    keep->claim = -1;
    int n = 0;
    if (xdg_state_home && *xdg_state_home == '/')
        n = snprintf(keep->directory, KEEP_PATH, "%s/pairing", xdg_state_home);
    else if (home && *home == '/')
        n = snprintf(keep->directory, KEEP_PATH, "%s/.local/state/pairing", home);
    if (n <= 0 || n > KEEP_PATH - 128) {
        keep->directory[0] = '\0';
        return n > 0 ? ENAMETOOLONG : ENOENT;
    }
    return 0;
}

void keep_close(struct keep *keep)
{
    if (keep->claim >= 0)
        close(keep->claim);
    keep->claim = -1;
    keep->claimed[0] = '\0';
}

/* DIRECTORY/name and an ending; false where there is no directory. */
static bool path_of(const struct keep *keep, const char *name, const char *ending,
                    char path[KEEP_PATH])
{
    int n = snprintf(path, KEEP_PATH, "%s/%s%s", keep->directory, name, ending);
    return keep->directory[0] && n < KEEP_PATH;
}

/* Notes which path failed. */
static int trouble(struct keep *keep, const char *path, int error)
{
    if (error)
        snprintf(keep->trouble, KEEP_PATH, "%s", path);
    return error;
}

/* Makes the directory and what is missing above it, for this user alone. */
static int make_directory(struct keep *keep)
{
    char path[KEEP_PATH];
    if (!keep->directory[0])
        return ENOENT;
    snprintf(path, sizeof path, "%s", keep->directory);
    for (char *slash = path + 1; slash; *slash = '/') {
        slash = strchr(slash + (*slash == '/'), '/');
        if (slash)
            *slash = '\0';
        if (mkdir(path, 0700) < 0 && errno != EEXIST) {
            struct stat status;
            int error = errno;
            if (stat(path, &status) < 0 || !S_ISDIR(status.st_mode))
                return trouble(keep, path, error);
        }
        if (!slash)
            break;
    }
    return 0;
}

/* Opens a lock file and locks it; tries for a while when patient. The result is an open file, or a
 * negative number of errno.h. */
static int lock(struct keep *keep, const char *name, bool patient)
{
    char path[KEEP_PATH];
    int error = make_directory(keep);
    if (error)
        return -error;
    if (!path_of(keep, name, "lock", path))
        return -ENAMETOOLONG;
    int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0)
        return -trouble(keep, path, errno);
    for (int i = 0; flock(fd, LOCK_EX | LOCK_NB) < 0; i++) {
        error = errno;
        if (error != EWOULDBLOCK && error != EINTR)
            return fd; /* a file system that has no locks */
        if (!patient || i >= LOCK_TRIES) {
            close(fd);
            return -trouble(keep, path, EWOULDBLOCK);
        }
        nanosleep(&(struct timespec){0, 5000000}, NULL);
    }
    return fd;
}

/* Drops what stands before the last max bytes, and the line that this cuts. */
static void keep_tail(char *bytes, size_t *len, size_t max)
{
    if (*len <= max)
        return;
    const char *newline = memchr(bytes + (*len - max) - 1, '\n', max);
    size_t drop = newline ? (size_t)(newline - bytes) + 1 : *len;
    memmove(bytes, bytes + drop, *len - drop + 1);
    *len -= drop;
}

int keep_read(struct keep *keep, const char *name, size_t max, char **bytes, size_t *len)
{
    char path[KEEP_PATH];
    if (!path_of(keep, name, "", path))
        return ENOENT;
    /* no longer than a text may be, whoever wrote it */
    int error = file_read(path, (size_t)256 << 20, bytes, len, NULL);
    if (error)
        return trouble(keep, path, error);
    keep_tail(*bytes, len, max);
    return 0;
}

/* Replaces a file; the lock is held, so that the temporary file is this program's alone. */
static int replace(struct keep *keep, const char *name, struct slice bytes)
{
    char path[KEEP_PATH], temporary[KEEP_PATH];
    if (!path_of(keep, name, "", path) || !path_of(keep, name, ".new", temporary))
        return ENAMETOOLONG;
    return trouble(keep, path, file_replace(path, temporary, bytes, 0600, NULL));
}

int keep_write(struct keep *keep, const char *name, struct slice bytes)
{
    int fd = lock(keep, "", true);
    if (fd < 0)
        return -fd;
    int error = replace(keep, name, bytes);
    close(fd);
    return error;
}

int keep_remove(struct keep *keep, const char *name)
{
    char path[KEEP_PATH];
    if (!path_of(keep, name, "", path))
        return ENOENT;
    return unlink(path) < 0 && errno != ENOENT ? trouble(keep, path, errno) : 0;
}

/* A line as it stands in the file: \ and line ends written as two characters. To be freed. */
static char *encode(struct slice line, bool after_torn_line, size_t *len)
{
    char *out = malloc(line.len * 2 + 2), *to = out;
    if (!out)
        return NULL;
    if (after_torn_line)
        *to++ = '\n';
    for (size_t i = 0; i < line.len; i++) {
        char c = line.at[i];
        if (c == '\n' || c == '\\')
            *to++ = '\\';
        *to++ = c == '\n' ? 'n' : c;
    }
    *to++ = '\n';
    *len = (size_t)(to - out);
    return out;
}

bool keep_next(char *bytes, size_t len, size_t *at, struct slice *line)
{
    if (*at >= len)
        return false;
    char *from = bytes + *at, *to = from, *start = from;
    const char *end = memchr(from, '\n', len - *at);
    end = end ? end : bytes + len;
    *at = (size_t)(end - bytes) + 1;
    while (from < end) {
        bool escaped = *from == '\\' && from + 1 < end;
        from += escaped;
        *to++ = escaped && *from == 'n' ? '\n' : *from;
        from++;
    }
    *line = (struct slice){start, (size_t)(to - start)};
    return true;
}

/* Adds to an open file, or leaves it as it was. */
static int append(int fd, struct slice line, off_t *size)
{
    struct stat status;
    char last = '\n';
    if (fstat(fd, &status) < 0)
        return errno;
    if (!S_ISREG(status.st_mode))
        return ENODEV;
    bool torn = status.st_size && pread(fd, &last, 1, status.st_size - 1) == 1 && last != '\n';
    size_t len;
    char *text = encode(line, torn, &len);
    if (!text)
        return ENOMEM;
    int error = file_write_all(fd, (struct slice){text, len});
    free(text);
    if (error && ftruncate(fd, status.st_size) < 0)
        return errno;
    *size = status.st_size + (off_t)len;
    return error;
}

/* Drops the older half of a file. */
static int halve(struct keep *keep, const char *name, size_t max)
{
    char *bytes;
    size_t len;
    int error = keep_read(keep, name, max / 2, &bytes, &len);
    if (error)
        return error;
    error = replace(keep, name, (struct slice){bytes, len});
    free(bytes);
    return error;
}

int keep_add(struct keep *keep, const char *name, struct slice line, size_t max)
{
    char path[KEEP_PATH];
    off_t size = 0;
    int held = lock(keep, "", true);
    if (held < 0)
        return -held;
    int error = path_of(keep, name, "", path) ? 0 : ENAMETOOLONG;
    int fd =
        error ? -1
              : open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, 0600);
    if (fd < 0) {
        error = error ? error : errno;
    } else {
        error = append(fd, line, &size);
        if (close(fd) < 0 && !error)
            error = errno;
    }
    trouble(keep, path, error);
    if (!error && (size_t)size > max)
        error = halve(keep, name, max);
    close(held);
    return error;
}

/* Tries to lock a place; with_text: only one that holds text. */
static int claim_place(struct keep *keep, const char *name, int number, bool with_text)
{
    char place[64], lock_name[80], path[KEEP_PATH];
    snprintf(place, sizeof place, "%s.%d", name, number);
    snprintf(lock_name, sizeof lock_name, "%s.", place);
    if (!path_of(keep, place, "", path))
        return ENAMETOOLONG;
    struct file_stamp stamp = file_stamp(path);
    if (with_text && (!stamp.exists || !stamp.size))
        return ENOENT;
    int fd = lock(keep, lock_name, false);
    if (fd < 0)
        return -fd;
    keep->claim = fd;
    snprintf(keep->claimed, sizeof keep->claimed, "%s", place);
    return 0;
}

int keep_claim(struct keep *keep, const char *name)
{
    int error = ENOENT;
    for (int i = 0; keep->directory[0] && i < 2 * PLACES; i++) {
        error = claim_place(keep, name, i % PLACES + 1, i < PLACES);
        if (!error || (error != ENOENT && error != EWOULDBLOCK))
            return error;
    }
    return error;
}
