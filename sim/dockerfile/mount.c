/* RUN --mount before anything is expanded. A value goes in, its fields or a refusal come out.
 *
 * Models Go's encoding/csv for one record, and the checks that BuildKit makes when it reads RUN. */
#include "sim/dockerfile/mount.h"

#include "sim/ground/buffer.h"
#include "sim/ground/utf8.h"

static bool refuse(struct arena *arena, size_t column, const char *why, struct slice *message)
{
    struct buffer out = {.arena = arena};
    buffer_string(&out, "failed to parse csv mounts: parse error on line 1, column ");
    buffer_number(&out, (int64_t)column);
    buffer_string(&out, ": ");
    buffer_string(&out, why);
    *message = buffer_slice(&out);
    return false;
}

/* A field in quotes; *at stands on the first one and moves behind the last. The column of a mistake
 * is returned, 0 without one. */
static size_t take_quoted_field(struct slice value, size_t *at, struct buffer *field)
{
    size_t i = *at + 1;
    for (; i < value.len; i++) {
        if (value.at[i] != '"') {
            buffer_byte(field, value.at[i]);
        } else if (i + 1 < value.len && value.at[i + 1] == '"') {
            buffer_byte(field, '"');
            i++;
        } else if (i + 1 == value.len || value.at[i + 1] == ',') {
            *at = i + 1;
            return 0;
        } else {
            return i + 1;
        }
    }
    return value.len + 1;
}

bool mount_fields(struct arena *arena, struct slice value, struct slice_list *fields,
                  struct slice *message)
{
    static const char stray[] = "bare \" in non-quoted-field";
    static const char loose[] = "extraneous or missing \" in quoted-field";
    *fields = (struct slice_list){0};
    value.len -= slice_ends(value, S("\r"));
    if (value.len == 0) {
        *message = S("failed to parse csv mounts: EOF");
        return false;
    }
    for (size_t at = 0; at <= value.len; at++) {
        struct slice field = slice_after(value, at);
        if (field.len && *field.at == '"') {
            struct buffer text = {.arena = arena};
            size_t column = take_quoted_field(value, &at, &text);
            if (column)
                return refuse(arena, column, loose, message);
            field = buffer_slice(&text);
        } else {
            field = slice_first(field, slice_find(field, ','));
            size_t quote = slice_find(field, '"');
            if (quote < field.len)
                return refuse(arena, at + quote + 1, stray, message);
            at += field.len;
        }
        *list_add(arena, fields) = field;
    }
    return true;
}

/* A $ with anything behind it. */
static bool has_variable(struct slice value)
{
    for (size_t i = 0; i + 1 < value.len; i++)
        if (value.at[i] == '$' && value.at[i + 1] != '\n')
            return true;
    return false;
}

bool mount_check(struct arena *arena, struct slice value, struct slice *message)
{
    struct slice_list fields;
    struct slice key, text;
    if (!mount_fields(arena, value, &fields, message))
        return false;
    for (size_t i = 0; i < fields.len; i++) {
        if (!slice_cut(fields.at[i], '=', &key, &text))
            continue;
        if (slice_equal(utf8_lower(arena, key), S("from")) && has_variable(text)) {
            *message = S("'from' doesn't support variable expansion, define alias stage instead");
            return false;
        }
    }
    return true;
}
