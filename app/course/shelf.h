/* The files of the course: those inside of the program, and those of directories. */
#ifndef APP_COURSE_SHELF_H
#define APP_COURSE_SHELF_H

#include "app/course/fault.h"

/* What the build puts into the program: every .md of lessons/ but README.md, in order of names. */
struct embedded_file {
    const char *name;
    const unsigned char *bytes;
    size_t len;
};

extern const struct embedded_file embedded_files[];
extern const size_t embedded_files_len;

struct shelf_file {
    struct slice name; /* as it is shown: DIR/NAME */
    struct slice bytes;
};

struct shelf {
    struct shelf_file *at;
    size_t len, cap;
};

/* Adds the files of the program. */
void shelf_add_embedded(struct arena *arena, struct shelf *shelf);

/* Adds the .md files of a directory in the order of their names, README.md too. The arena's ceiling
 * rises by what they will need. What cannot be read is a fault; false when it is the directory. */
bool shelf_add_directory(struct arena *arena, struct faults *faults, struct slice path,
                         struct shelf *shelf);

/* Whether a path is a directory. */
bool shelf_is_directory(struct arena *arena, struct slice path);

#endif
