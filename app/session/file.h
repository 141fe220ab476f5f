/* Whole files: read, and replaced so that there is always either the old content or the new one.
 *
 * Functions return 0 or what went wrong as a number of errno.h (strerror has its words): ENOENT
 * there is none, EISDIR, ENODEV neither a file nor a directory, EFBIG larger than asked for,
 * ENOMEM, EACCES, EROFS, ENOSPC, … After a failure the file is as it was before. */
#ifndef APP_SESSION_FILE_H
#define APP_SESSION_FILE_H

#include "sim/sim.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What tells one state of a file from a later one. All zeros: there was no file. */
struct file_stamp {
    bool exists;
    uint64_t device, node, size;
    int64_t seconds, nanoseconds; /* of the last change */
};

struct file_stamp file_stamp(const char *path);
bool file_stamp_equal(const struct file_stamp *a, const struct file_stamp *b);

/* Reads a regular file of at most max bytes. *bytes is to be freed, also when *len is 0; a NUL that
 * does not count stands behind it. stamp may be null. */
int file_read(const char *path, size_t max, char **bytes, size_t *len, struct file_stamp *stamp);

/* Replaces a file, or makes it: writes beside it, waits for the disk, renames. A symbolic link
 * stays one, and its target is replaced; mode and, as far as allowed, owner stay those of the old
 * file. A new file gets new_mode, less what umask takes. temporary is the path to write to first;
 * null chooses one beside the file. stamp may be null. */
int file_replace(const char *path, const char *temporary, struct slice bytes, unsigned new_mode,
                 struct file_stamp *stamp);

/* Writes all bytes to an open file. */
int file_write_all(int fd, struct slice bytes);

#endif
