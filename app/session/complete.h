/* Completion of the run line: what could stand where the cursor is. */
#ifndef APP_SESSION_COMPLETE_H
#define APP_SESSION_COMPLETE_H

#include "sim/sim.h"

/* The words that begin with what stands in front of the cursor, in the order of a list to be shown.
 */
struct completion {
    struct slice start;  /* what is there already, a slice of the line */
    struct slice insert; /* what all candidates go on with, a blank behind the only one */
    struct {
        struct slice *at;
        size_t len, cap;
    } words;
};

/* Commands of docker, options of the command in front, names of images, words of the image's own
 * lists. image_name is the session's image, config the shown answer's; both may be empty or null.
 */
void complete_line(struct arena *arena, struct slice line, size_t cursor, struct slice image_name,
                   const struct image_config *config, struct completion *completion);

/* For completions of another kind: starts as {.start = …}, takes candidates, of which those that
 * begin with start are kept, each once; at the end `insert` is found. */
void completion_add(struct arena *arena, struct completion *completion, struct slice word);
void completion_end(struct arena *arena, struct completion *completion);

#endif
