/* A record of comma-separated values: text in, its fields out.
 *
 * Follows encoding/csv of Go 1.24 in strict mode: quotes stand around a whole field, are doubled
 * inside, and a quoted field may go over line ends. */
#include "sim/docker/csv.h"

#include "sim/ground/buffer.h"

#include <stdint.h>

struct csv {
    struct arena *arena;
    struct slice text;             /* what follows the line */
    struct slice line;             /* the rest of the line, with its line end */
    int64_t number, start, column; /* line and start of the record from 1; byte of line from 1 */
    struct slice *message;
};

/* Takes the next line; \r\n counts as \n. False at the end of the text. */
static bool next_line(struct csv *csv)
{
    if (csv->text.len == 0) {
        csv->line = csv->text;
        return false;
    }
    size_t end = slice_find(csv->text, '\n');
    bool whole = end < csv->text.len;
    csv->line = slice_first(csv->text, whole ? end + 1 : end);
    csv->text = slice_after(csv->text, csv->line.len);
    csv->number++;
    size_t body = csv->line.len - whole;
    if (body && csv->line.at[body - 1] == '\r')
        csv->line = whole ? TEXT(csv->arena, slice_first(csv->line, body - 1), S("\n"))
                          : slice_first(csv->line, body - 1);
    return true;
}

static bool at_line_end(const struct csv *csv)
{
    return csv->line.len == 0 || slice_equal(csv->line, S("\n"));
}

static void skip(struct csv *csv, size_t n)
{
    csv->line = slice_after(csv->line, n);
    csv->column += (int64_t)n;
}

static bool fail(struct csv *csv, int64_t column, const char *why)
{
    struct buffer text = {.arena = csv->arena};
    if (csv->start != csv->number) {
        buffer_string(&text, "record on line ");
        buffer_number(&text, csv->start);
        buffer_string(&text, "; ");
    }
    buffer_string(&text, "parse error on line ");
    buffer_number(&text, csv->number);
    buffer_string(&text, ", column ");
    buffer_number(&text, column);
    buffer_string(&text, why);
    *csv->message = buffer_slice(&text);
    return false;
}

static const char bad_quote[] = ": extraneous or missing \" in quoted-field";

/* A field behind its opening quote; *more when a comma follows it. */
static bool read_quoted(struct csv *csv, struct slice *field, bool *more)
{
    struct buffer text = {.arena = csv->arena};
    skip(csv, 1);
    for (;;) {
        size_t quote = slice_find(csv->line, '"');
        buffer_put(&text, slice_first(csv->line, quote));
        if (quote == csv->line.len) { /* the field goes on in the next line */
            csv->column += (int64_t)csv->line.len;
            if (!next_line(csv))
                return fail(csv, csv->column, bad_quote);
            csv->column = 1;
            continue;
        }
        skip(csv, quote + 1);
        if (csv->line.len && *csv->line.at == '"') {
            buffer_byte(&text, '"');
            skip(csv, 1);
            continue;
        }
        *more = csv->line.len && *csv->line.at == ',';
        if (!*more && !at_line_end(csv))
            return fail(csv, csv->column - 1, bad_quote);
        skip(csv, *more);
        *field = buffer_slice(&text);
        return true;
    }
}

static bool read_plain(struct csv *csv, struct slice *field, bool *more)
{
    size_t comma = slice_find(csv->line, ',');
    *more = comma < csv->line.len;
    *field = slice_first(csv->line, comma);
    if (!*more && slice_ends(*field, S("\n")))
        field->len--;
    size_t quote = slice_find(*field, '"');
    if (quote < field->len)
        return fail(csv, csv->column + (int64_t)quote, ": bare \" in non-quoted-field");
    skip(csv, comma + 1);
    return true;
}

bool csv_read(struct arena *arena, struct slice text, struct csv_fields *fields,
              struct slice *message)
{
    struct csv csv = {.arena = arena, .text = text, .column = 1, .message = message};
    *fields = (struct csv_fields){0};
    do {
        if (!next_line(&csv)) {
            *message = S("EOF");
            return false;
        }
    } while (at_line_end(&csv));
    csv.start = csv.number;
    bool more = true;
    while (more) {
        struct slice field;
        bool quoted = csv.line.len && *csv.line.at == '"';
        if (!(quoted ? read_quoted(&csv, &field, &more) : read_plain(&csv, &field, &more)))
            return false;
        *list_add(arena, fields) = field;
    }
    return true;
}
