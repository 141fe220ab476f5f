/* What happens when the plan is carried out, as far as the plan alone can tell.
 *
 * Files of the image, its shell, its entry scripts and signals are not known here; what depends on
 * them is said as a condition, with Docker's message for the case that it fails. They will join as
 * further inputs of outcome_of and further fields of the outcome. */
#ifndef SIM_PAIRING_OUTCOME_H
#define SIM_PAIRING_OUTCOME_H

#include "sim/ground/failure.h"
#include "sim/pairing/plan.h"

enum starts { STARTS_NO, STARTS_YES, STARTS_DEPENDS };

/* "Unless the image has this file, docker exits so and says that." */
struct condition {
    struct slice file; /* a path, or a name that is looked for in $PATH */
    int exit;
    struct slice message;
};

struct condition_list {
    struct condition *at;
    size_t len, cap;
};

struct outcome {
    enum starts starts;
    bool exit_known;
    int exit;
    struct slice message;     /* at null: none */
    struct args pid1;         /* argv of process 1 right after the start */
    struct slice stop_signal; /* what docker stop sends it: SIGTERM unless told otherwise */
    bool shell_is_pid1;       /* argv[0] is a shell that a shell form put there */
    struct condition_list conditions;
};

void outcome_of(struct arena *arena, const struct image_config *config,
                const struct run_request *request, const struct exec_plan *plan,
                struct outcome *outcome);

#endif
