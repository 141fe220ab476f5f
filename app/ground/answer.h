/* An answer as JSON, in the shape of the contract (README, "JSON").
 *
 * Written by hand into a buffer: no library, no copy of what the answer holds. */
#ifndef APP_GROUND_ANSWER_H
#define APP_GROUND_ANSWER_H

#include "app/ground/place.h"
#include "sim/sim.h"

struct json_id;

struct answer_json {
    const struct json_id *id; /* null: none */
    const struct question *question;
    const struct answer *answer;
    struct places *places;
    bool want_steps; /* --explain */
};

/* Appends one JSON object without a line end. */
void answer_put_json(struct buffer *out, const struct answer_json *view);

/* The same for a request that is none: an error of the stage "request" with this message. */
void answer_put_refusal(struct buffer *out, const struct json_id *id, struct slice message);

#endif
