/* Files of variables and labels: a path in, entries or the client's complaint out.
 *
 * Follows docker CLI 28.2.2, pkg/kvfile, and the line reader of Go's bufio under it. */
#include "sim/docker/envfile.h"

#include "sim/docker/hostfile.h"
#include "sim/ground/buffer.h"
#include "sim/ground/utf8.h"

enum { LONGEST_LINE = 64 * 1024 }; /* of bufio.Scanner, with the line's end */

struct env_file {
    struct arena *arena;
    const struct host *host;
    const struct text *text;
    bool labels;
    struct args *entries;
    struct slice *message;
};

/* invalid utf8 bytes at line N: [65 61 255] */
static bool bad_bytes(struct env_file *file, struct slice line, uint32_t number)
{
    struct buffer out = {.arena = file->arena};
    buffer_string(&out, "invalid utf8 bytes at line ");
    buffer_number(&out, number);
    buffer_string(&out, ": [");
    for (size_t i = 0; i < line.len; i++) {
        if (i)
            buffer_byte(&out, ' ');
        buffer_number(&out, (unsigned char)line.at[i]);
    }
    buffer_byte(&out, ']');
    *file->message = buffer_slice(&out);
    return false;
}

static void add(struct env_file *file, struct slice entry, struct slice line)
{
    uint32_t from = (uint32_t)(line.at - file->text->bytes.at);
    struct span span = {from, from + (uint32_t)line.len};
    args_add(file->arena, file->entries, entry, (struct origin){file->text, span});
}

/* One line without leading blanks. */
static bool read_line(struct env_file *file, struct slice line)
{
    struct slice key, value;
    if (line.len == 0 || *line.at == '#')
        return true;
    bool has_value = slice_cut(line, '=', &key, &value);
    if (key.len == 0) {
        *file->message = TEXT(file->arena, S("no variable name on line '"), line, S("'"));
        return false;
    }
    if (slice_has(key, ' ') || slice_has(key, '\t')) {
        *file->message = TEXT(file->arena, S("variable '"), key, S("' contains whitespaces"));
        return false;
    }
    if (has_value || file->labels)
        add(file, line, line);
    else if (file->host->variable(file->host->context, key, &value) == HOST_FOUND)
        add(file, TEXT(file->arena, key, S("="), value), line);
    return true;
}

static bool read_lines(struct env_file *file)
{
    uint32_t number = 1;
    for (struct slice line, rest = file->text->bytes; rest.len; number++) {
        slice_cut(rest, '\n', &line, &rest);
        if (line.len >= LONGEST_LINE) {
            *file->message = S("bufio.Scanner: token too long");
            return false;
        }
        if (slice_ends(line, S("\r")))
            line.len--;
        if (!utf8_valid(line))
            return bad_bytes(file, line, number);
        if (number == 1 && slice_starts(line, S("\xEF\xBB\xBF")))
            line = slice_after(line, 3);
        if (!read_line(file, utf8_trim_left(line)))
            return false;
    }
    return true;
}

bool env_file_read(struct arena *arena, const struct host *host, const struct arg *path,
                   bool labels, struct args *entries, struct unknown_list *unknown,
                   struct slice *message)
{
    struct slice bytes = {NULL, 0};
    switch (host_read(arena, host, path->text, &bytes, message)) {
    case HOST_FOUND: break;
    case HOST_UNKNOWN:
        *list_add(arena, unknown) = (struct unknown){path->text, UNKNOWN_FILE, path->origin};
        return true;
    case HOST_DIRECTORY: /* found out while reading, not while opening */
        *message = TEXT(arena, S("invalid env file ("), path->text, S("): "), *message);
        return false;
    case HOST_ABSENT:
    case HOST_UNREADABLE: return false;
    }
    struct text *text = arena_new(arena, struct text);
    *text = (struct text){SOURCE_FILE, path->text, bytes};
    struct env_file file = {arena, host, text, labels, entries, message};
    if (read_lines(&file))
        return true;
    *message = TEXT(arena, S("invalid env file ("), path->text, S("): "), *message);
    return false;
}
