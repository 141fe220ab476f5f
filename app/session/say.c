/* The session's sentences. In: ids and values. Out: one printable line. See say.h.
 *
 * A template is walked as app/ground/words does it, but into a buffer of limited size, and what
 * must not reach a terminal is shown by its escape instead of being quoted. */
#include "app/session/say.h"

#include "app/ground/cluster.h"

/* A value is shown up to here; a longer one ends in "...". A reason of the system's is longer than
 * a name. */
enum { VALUE_COLUMNS = 60, REASON_COLUMNS = 240 };

/* A line being written, of limited size. */
struct writer {
    char *out;
    size_t size, len;
    bool full;
};

static void put(struct writer *writer, const char *at, size_t len)
{
    if (writer->full || len >= writer->size - writer->len) {
        writer->full = true;
        return;
    }
    memcpy(writer->out + writer->len, at, len);
    writer->len += len;
}

/* Text of somebody else's: escapes in place of what must not reach a terminal. */
static void put_printable(struct writer *writer, struct slice text)
{
    char escape[CLUSTER_ESCAPE_SIZE];
    for (size_t i = 0; i < text.len && !writer->full;) {
        struct cluster cluster = cluster_at(text, i);
        if (cluster.kind == CLUSTER_PLAIN)
            put(writer, text.at + i, cluster.len);
        else
            put(writer, escape, cluster_escape(text, i, escape));
        i += cluster.len;
    }
}

static void put_text(struct writer *writer, struct slice text, unsigned columns)
{
    size_t fit = text_fit(text, columns);
    put_printable(writer, slice_first(text, fit));
    if (fit < text.len)
        put(writer, "...", 3);
}

static void put_number(struct writer *writer, uint32_t number)
{
    char digits[10];
    size_t at = sizeof digits;
    do
        digits[--at] = (char)('0' + number % 10);
    while (number /= 10);
    put(writer, digits + at, sizeof digits - at);
}

static void put_value(struct writer *writer, enum words_value value, const struct words_args *args)
{
    switch (value) {
    case WORDS_VALUE_WORD: put_text(writer, args->word, VALUE_COLUMNS); break;
    case WORDS_VALUE_FILE: put_text(writer, args->file, VALUE_COLUMNS); break;
    case WORDS_VALUE_OTHER: put_text(writer, args->other, REASON_COLUMNS); break;
    case WORDS_VALUE_DIGITS: put_number(writer, args->number); break;
    default: break; /* the session's sentences name no other */
    }
}

size_t say(char *out, size_t size, enum words_id id, const struct words_args *args)
{
    static const struct words_args none = {0};
    struct writer writer = {.out = out, .size = size};
    struct words_token token;
    args = args ? args : &none;
    struct slice rest = words_template(id, args);
    while (words_next(&rest, &token)) {
        put(&writer, token.text.at, token.text.len);
        put_value(&writer, token.value, args);
    }
    writer.out[writer.len] = '\0';
    return writer.len;
}

size_t say_printable(char *out, size_t size, struct slice text)
{
    struct writer writer = {.out = out, .size = size};
    put_printable(&writer, text);
    writer.out[writer.len] = '\0';
    return writer.len;
}
