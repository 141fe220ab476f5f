/* Writing the members of a JSON object into a buffer. The caller writes the braces; whether a comma
 * is wanted in front of a member is seen from what stands there. A key is one of ours and is not
 * escaped. */
#ifndef APP_GROUND_JSON_PUT_H
#define APP_GROUND_JSON_PUT_H

#include "sim/sim.h"

/* The key alone, for a value that is written next. */
void json_put_key(struct buffer *out, const char *key);

void json_put_text(struct buffer *out, const char *key, struct slice text);
void json_put_number(struct buffer *out, const char *key, int64_t number);
void json_put_bool(struct buffer *out, const char *key, bool value);
void json_put_list(struct buffer *out, const char *key, const struct args *list);

/* The same, or null: for a text that points nowhere, for a list that was never set. */
void json_put_text_or_null(struct buffer *out, const char *key, struct slice text);
void json_put_list_or_null(struct buffer *out, const char *key, const struct args *list);

#endif
