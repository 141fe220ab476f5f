/* A program that answers lines with lines, run over two pipes. */
#ifndef TESTS_CORPUS_CHILD_H
#define TESTS_CORPUS_CHILD_H

#include <stdbool.h>
#include <stddef.h>

/* Bytes that grow at the end. */
struct bytes {
    char *at;
    size_t len, cap;
};

void bytes_put(struct bytes *bytes, const char *at, size_t len);

/* What the caller does with lines. `request` appends the line of case n to out, without its LF;
 * `answer` is given the answer to case n, NUL-terminated, or why there is none. */
struct conversation {
    void *context;
    size_t len; /* how many cases */
    void (*request)(void *context, size_t n, struct bytes *out);
    void (*answer)(void *context, size_t n, const char *line, const char *why_not);
};

/* Sends every request in one stream and reads the answers as they come. When the program ends
 * early or is silent for a minute, the case that it owes is answered with why, and the program is
 * started again for the rest. False when it could not be started. */
bool converse(char *const argv[], const struct conversation *conversation);

#endif
