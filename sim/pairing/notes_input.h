/* What the notes are made from. */
#ifndef SIM_PAIRING_NOTES_INPUT_H
#define SIM_PAIRING_NOTES_INPUT_H

#include "sim/image/build.h"
#include "sim/pairing/plan.h"

/* What is known when the notes are made. Everything but config may be null. */
struct notes_input {
    const struct build_result *build;
    const struct image_config *config;
    const struct run_request *request;
    const struct exec_plan *plan;
    const struct text *line;
};

#endif
