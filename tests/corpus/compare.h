/* Recorded truth against an answer of `pairing batch`. */
#ifndef TESTS_CORPUS_COMPARE_H
#define TESTS_CORPUS_COMPARE_H

#include <jansson.h>
#include <stdbool.h>
#include <stdio.h>

/* What a file records: an image config for a Dockerfile, or a container for a typed line. */
enum kind { KIND_DOCKERFILE, KIND_LINE };

/* Whether the answer is as recorded. Each difference is written to out as a line "key: expected …,
 * got …"; out may be null. `recorded` is the case; of a Dockerfile `newer`, which may be null, is
 * what a newer BuildKit said, and is as right. */
bool answer_is_right(enum kind kind, const json_t *recorded, const json_t *newer,
                     const json_t *answer, FILE *out);

/* Whether a message is the recorded one; <ID> in the recorded one stands for an id: itself, or a
 * run of at least 12 hexadecimal digits. */
bool message_matches(const char *recorded, const char *message);

#endif
