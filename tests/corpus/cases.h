/* Recorded cases as they lie in a folder: JSON Lines files known by name. */
#ifndef TESTS_CORPUS_CASES_H
#define TESTS_CORPUS_CASES_H

#include "tests/corpus/child.h"
#include "tests/corpus/compare.h"

/* How a case stands in the lists `open` and `never`. */
enum listed { LISTED_NOT, LISTED_OPEN, LISTED_NEVER };

struct case_row {
    const struct corpus_file *file;
    const char *id;
    json_t *recorded, *newer; /* newer: what dockerfile_newer.jsonl has of it, or null */
    enum listed listed;
    bool answered, right;
    char *answer; /* the line, or null */
    char why_not[80];
};

/* A file that the runner knows how to ask. */
struct corpus_file {
    const char *name; /* "run", of run.jsonl */
    enum kind kind;
    bool bases_inside; /* a case brings its own bases */
    char directory[4096];
    char *common;    /* what is sent with each case: bases or host, JSON text */
    size_t left_out; /* cases tagged env-dependent or setup */
};

struct corpus {
    struct case_row *rows;
    size_t len, cap;
    struct corpus_file *files[16];
    size_t files_len;
};

/* Adds the files of a directory that are known by name, and says on stdout which others are not
 * run. bases.json and host.json of `home` serve where the directory has none. False, having said
 * why, when something cannot be read. */
bool corpus_add(struct corpus *corpus, const char *directory, const char *home);

void corpus_free(struct corpus *corpus);

/* Marks the ids listed in a file, one a line, `#` starts a comment. A `never` needs a reason behind
 * each id. */
bool corpus_mark(struct corpus *corpus, const char *directory, const char *name,
                 enum listed listed);

/* Appends the request that `pairing batch` is asked for a case. */
void case_request(const struct case_row *row, struct bytes *out);

#endif
