/* Lines tried on an image that was answered for already: what if somebody typed this? The simulator
 * answers each; the image is not built again for it. */
#ifndef APP_GROUND_TRIAL_H
#define APP_GROUND_TRIAL_H

#include "app/ground/report.h"

struct trial {
    struct slice line; /* docker run … */
    const struct answer *answer;
    uint32_t cost; /* words typed besides docker run IMAGE: --entrypoint is one, so is its word */
};

/* The name under which the image of an answer is run: that of its line, its own, or `image`. */
struct slice trial_image(const struct report_view *view);

/* Tries docker run OPTIONS IMAGE WORDS on the image of an answer that has a config. Lives in the
 * report's arena. */
struct trial trial_run(struct report *report, const struct report_view *view,
                       const struct args *options, const struct args *words);

/* The variables that stand in a text for a shell, outside of single quotes, each once in the order
 * of the text; not $0, $@ and the like. */
struct names trial_variables(struct arena *arena, struct slice text);

/* The text that a shell would be given by these words; empty when there is none. */
struct slice trial_script(struct arena *arena, const struct plan_word *argv, size_t len);

#endif
