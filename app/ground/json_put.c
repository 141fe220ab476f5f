/* Members of JSON objects. See json_put.h. In: keys and values. Out: their text in a buffer. */
#include "app/ground/json_put.h"

void json_put_key(struct buffer *out, const char *key)
{
    if (out->at[out->len - 1] != '{')
        buffer_byte(out, ',');
    buffer_byte(out, '"');
    buffer_string(out, key);
    buffer_put(out, S("\":"));
}

void json_put_text(struct buffer *out, const char *key, struct slice text)
{
    json_put_key(out, key);
    quote_json(out, text);
}

void json_put_text_or_null(struct buffer *out, const char *key, struct slice text)
{
    json_put_key(out, key);
    if (text.at)
        quote_json(out, text);
    else
        buffer_put(out, S("null"));
}

void json_put_number(struct buffer *out, const char *key, int64_t number)
{
    json_put_key(out, key);
    buffer_number(out, number);
}

void json_put_bool(struct buffer *out, const char *key, bool value)
{
    json_put_key(out, key);
    buffer_put(out, value ? S("true") : S("false"));
}

void json_put_list(struct buffer *out, const char *key, const struct args *list)
{
    json_put_key(out, key);
    quote_json_array(out, list);
}

void json_put_list_or_null(struct buffer *out, const char *key, const struct args *list)
{
    json_put_key(out, key);
    if (list->set)
        quote_json_array(out, list);
    else
        buffer_put(out, S("null"));
}
