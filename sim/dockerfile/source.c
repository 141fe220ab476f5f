/* Physical lines of a Dockerfile become logical ones. The bytes of a text go in, one joined line
 * after the other comes out, each knowing where its parts stand in the text.
 *
 * Models the line loop of BuildKit's parser and its reader of parser directives. A line that is not
 * continued, which is nearly every line, is never copied. */
#include "sim/dockerfile/source.h"

#include "sim/ground/buffer.h"
#include "sim/ground/utf8.h"

#include <stdint.h>

enum { LINE_MAX_BYTES = 65535 };

enum { DIRECTIVE_SYNTAX, DIRECTIVE_ESCAPE, DIRECTIVE_CHECK, DIRECTIVE_COUNT };

static const struct slice directive_names[DIRECTIVE_COUNT] = {
    S_INIT("syntax"),
    S_INIT("escape"),
    S_INIT("check"),
};

static const struct slice byte_order_mark = S_INIT("\xEF\xBB\xBF");

static uint32_t offset_of(const struct text *text, const char *at)
{
    return (uint32_t)(at - text->bytes.at);
}

/* Where byte `at` of a joined text stands: in the last segment that begins at or before it. */
static uint32_t raw_offset(const struct segment_list *segments, uint32_t at)
{
    size_t low = 0, high = segments->len;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (segments->at[middle].at <= at)
            low = middle;
        else
            high = middle;
    }
    return segments->at[low].raw + (at - segments->at[low].at);
}

struct origin joined_origin(const struct logical_line *line, struct slice part)
{
    if (line->apart || !line->origin.text || !part.at)
        return line->origin;
    struct span span;
    if (line->segments.len == 0) {
        span.from = offset_of(line->origin.text, part.at);
        span.to = span.from + (uint32_t)part.len;
    } else {
        uint32_t at = (uint32_t)(part.at - line->text.at);
        span.from = raw_offset(&line->segments, at);
        span.to =
            part.len ? raw_offset(&line->segments, at + (uint32_t)part.len - 1) + 1 : span.from;
    }
    return (struct origin){line->origin.text, span};
}

void build_failure(struct arena *arena, struct failure *failure, struct slice message,
                   uint32_t first, uint32_t last)
{
    size_t n = last > first ? last - first + 1 : 1;
    *failure = (struct failure){.stage = STAGE_BUILD, .exit = 1, .message = message};
    failure->lines = arena_array(arena, uint32_t, n);
    failure->lines_len = n;
    for (size_t i = 0; i < n; i++)
        failure->lines[i] = first + (uint32_t)i;
}

void source_open(struct line_reader *reader, struct arena *arena, const struct text *text)
{
    *reader = (struct line_reader){.arena = arena, .text = text, .escape = '\\'};
    reader->at = text->bytes.at;
    reader->end = text->bytes.len ? text->bytes.at + text->bytes.len : text->bytes.at;
}

/* The next physical line without its CR and LF. False at the end and before a line that is too
 * long, which ends the reading as if the file ended there. */
static bool take_line(struct line_reader *reader, struct slice *line)
{
    if (reader->at == reader->end)
        return false;
    const char *from = reader->at;
    const char *lf = memchr(from, '\n', (size_t)(reader->end - from));
    const char *to = lf ? lf : reader->end;
    if (to - from > LINE_MAX_BYTES) {
        reader->overlong = true;
        reader->at = reader->end;
        return false;
    }
    reader->at = lf ? lf + 1 : to;
    if (reader->line++ == 0 &&
        slice_starts((struct slice){from, (size_t)(to - from)}, byte_order_mark))
        from += byte_order_mark.len;
    while (to > from && to[-1] == '\r')
        to--;
    *line = (struct slice){from, (size_t)(to - from)};
    return true;
}

/* RE2's \s. */
static bool is_directive_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

static struct slice skip_directive_blanks(struct slice s)
{
    while (s.len && is_directive_blank(*s.at))
        s = slice_after(s, 1);
    return s;
}

static bool is_ascii_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Cuts `prefix name = value`; name and value are slices of line. The value is never empty: where
 * only blanks stand behind the `=`, the last one is the value. */
static bool cut_directive(struct slice line, struct slice prefix, struct slice *name,
                          struct slice *value)
{
    if (!slice_starts(line, prefix))
        return false;
    struct slice rest = skip_directive_blanks(slice_after(line, prefix.len));
    size_t n = 0;
    while (n < rest.len &&
           (is_ascii_letter(rest.at[n]) || (n && rest.at[n] >= '0' && rest.at[n] <= '9')))
        n++;
    *name = slice_first(rest, n);
    rest = skip_directive_blanks(slice_after(rest, n));
    if (n == 0 || rest.len < 2 || *rest.at != '=')
        return false;
    rest = slice_after(rest, 1);
    while (rest.len > 1 && is_directive_blank(*rest.at))
        rest = slice_after(rest, 1);
    while (rest.len > 1 && is_directive_blank(rest.at[rest.len - 1]))
        rest.len--;
    *value = rest;
    return true;
}

static int directive_of(struct slice name)
{
    int i = 0;
    while (i < DIRECTIVE_COUNT && !slice_equal_fold(name, directive_names[i]))
        i++;
    return i;
}

/* Reads a line in directive mode. A directive empties *line, anything else ends the mode. False
 * when the directive is wrong; BuildKit counts the lines of such errors from 0. */
static bool read_directive(struct line_reader *reader, struct slice *line, struct failure *failure)
{
    struct slice name, value;
    int which = DIRECTIVE_COUNT;
    if (cut_directive(*line, S("#"), &name, &value))
        which = directive_of(name);
    if (which == DIRECTIVE_COUNT) {
        reader->directives_over = true;
        return true;
    }
    line->len = 0;
    struct slice wrong = {0};
    if (reader->directives_seen & 1u << which) {
        wrong = TEXT(reader->arena, S("only one "), directive_names[which],
                     S(" parser directive can be used"));
    } else if (which == DIRECTIVE_ESCAPE) {
        if (slice_equal(value, S("`")) || slice_equal(value, S("\\")))
            reader->escape = *value.at;
        else
            wrong = TEXT(reader->arena, S("invalid escape token '"), value,
                         S("' does not match ` or \\"));
    }
    reader->directives_seen |= 1u << which;
    if (wrong.at)
        build_failure(reader->arena, failure, wrong, reader->line - 1, reader->line - 1);
    return !wrong.at;
}

/* Takes a continuation from the end of a line: one escape character that does not follow another,
 * and the SPACEs and TABs behind it. */
static bool cut_continuation(struct slice *line, char escape)
{
    size_t n = line->len;
    if (n && (unsigned char)line->at[n - 1] > ' ' && line->at[n - 1] != escape)
        return false; /* nearly every line */
    while (n && (line->at[n - 1] == ' ' || line->at[n - 1] == '\t'))
        n--;
    if (n == 0 || line->at[n - 1] != escape || (n > 1 && line->at[n - 2] == escape))
        return false;
    line->len = n - 1;
    return true;
}

static void add_piece(struct line_reader *reader, struct logical_line *line, struct buffer *joined,
                      struct slice piece)
{
    if (piece.len == 0)
        return;
    *list_add(reader->arena, &line->segments) =
        (struct segment){(uint32_t)joined->len, offset_of(reader->text, piece.at)};
    buffer_put(joined, piece);
}

/* Joins the lines that continue `first`. Comments and blank lines on the way vanish. */
static void join_lines(struct line_reader *reader, struct logical_line *line, struct slice first)
{
    struct buffer joined = {.arena = reader->arena};
    struct slice piece;
    bool goes_on = true;
    add_piece(reader, line, &joined, first);
    while (goes_on && take_line(reader, &piece)) {
        struct slice trimmed = utf8_trim_left(piece);
        if (trimmed.len == 0) {
            line->empty_continuation = true;
        } else if (*trimmed.at != '#') {
            line->origin.span.to = offset_of(reader->text, piece.at) + (uint32_t)piece.len;
            goes_on = cut_continuation(&piece, reader->escape);
            add_piece(reader, line, &joined, piece);
        }
    }
    line->text = buffer_slice(&joined);
    if (line->segments.len == 0) /* nothing but continuations: an empty text */
        line->text = (struct slice){first.at, 0};
}

bool source_next(struct line_reader *reader, struct logical_line *line, struct failure *failure)
{
    struct slice raw;
    while (take_line(reader, &raw)) {
        struct slice text = utf8_trim_left(raw);
        if (!reader->directives_over && !read_directive(reader, &text, failure))
            return false;
        if (text.len == 0)
            continue;
        if (*text.at == '#') {
            reader->comment = raw;
            continue;
        }
        uint32_t from = offset_of(reader->text, text.at);
        *line = (struct logical_line){
            .origin = {reader->text, {from, from + (uint32_t)text.len}},
            .first_line = reader->line,
            .comment = reader->comment,
        };
        reader->comment = (struct slice){0};
        line->text = text;
        if (cut_continuation(&text, reader->escape))
            join_lines(reader, line, text);
        else
            line->base = reader->text->bytes.at;
        line->last_line = reader->line;
        return true;
    }
    return false;
}

bool source_heredoc(struct line_reader *reader, struct slice name, bool strip_tabs,
                    struct arg *body)
{
    const char *from = reader->at, *to = from;
    struct slice line;
    while (take_line(reader, &line)) {
        while (strip_tabs && line.len && *line.at == '\t')
            line = slice_after(line, 1);
        if (slice_equal(line, name)) {
            body->text = (struct slice){from, (size_t)(to - from)};
            body->origin = (struct origin){
                reader->text, {offset_of(reader->text, from), offset_of(reader->text, to)}};
            return true;
        }
        to = reader->at;
    }
    return false;
}

/* Goes through the directives that start with prefix until one is `name`. */
static bool find_with_prefix(struct slice bytes, struct slice prefix, struct slice name,
                             struct slice *value)
{
    unsigned seen = 0;
    struct slice line, key, found;
    while (bytes.len) {
        slice_cut(bytes, '\n', &line, &bytes);
        line.len -= slice_ends(line, S("\r"));
        if (line.len > LINE_MAX_BYTES || !cut_directive(line, prefix, &key, &found))
            return false;
        int which = directive_of(key);
        if (which == DIRECTIVE_COUNT || (seen & 1u << which))
            return false;
        seen |= 1u << which;
        if (slice_equal(directive_names[which], name)) {
            *value = found;
            return true;
        }
    }
    return false;
}

bool directive_find(struct slice bytes, struct slice name, struct slice *value)
{
    if (slice_starts(bytes, byte_order_mark))
        bytes = slice_after(bytes, byte_order_mark.len);
    if (slice_starts(bytes, S("#!")))
        bytes = slice_after(bytes, slice_find(bytes, '\n') + 1);
    return find_with_prefix(bytes, S("#"), name, value);
}
