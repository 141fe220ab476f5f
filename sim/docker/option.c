/* The reader of options: words in, options with their values out.
 *
 * Follows pflag 1.0.6, on which the docker client stands: bundles of letters, values behind = or in
 * the next word, and its words about what it cannot read. */
#include "sim/docker/option.h"

#include "sim/ground/buffer.h"
#include "sim/ground/quote.h"

const struct given *options_last(const struct option_values *values, enum option_id id)
{
    if (!options_have(values, id))
        return NULL;
    size_t i = values->len;
    while (values->at[i - 1].id != id)
        i--;
    return &values->at[i - 1];
}

const struct given *options_next(const struct option_values *values, enum option_id id, size_t *i)
{
    if (!options_have(values, id))
        return NULL;
    while (*i < values->len) {
        const struct given *given = &values->at[(*i)++];
        if (given->id == id && !given->unknown)
            return given;
    }
    return NULL;
}

struct slice options_text(const struct option_values *values, enum option_id id)
{
    const struct given *given = options_last(values, id);
    return given && !given->unknown ? given->value.text : (struct slice){NULL, 0};
}

int64_t options_number(const struct option_values *values, enum option_id id, int64_t otherwise)
{
    const struct given *given = options_last(values, id);
    return given && !given->unknown ? given->value.number : otherwise;
}

bool options_on(const struct option_values *values, enum option_id id, bool otherwise)
{
    const struct given *given = options_last(values, id);
    return given ? given->value.on : otherwise;
}

/* Where an unknown part of a word starts: at the first $ or backquote. A word that is known is
 * known to its end. */
static size_t known_length(const struct option_reader *reader, size_t word)
{
    struct slice text = reader->words->at[word].text;
    if (!reader->known || reader->known[word] == WORD_KNOWN)
        return text.len;
    size_t dollar = slice_find(text, '$'), backquote = slice_find(text, '`');
    return dollar < backquote ? dollar : backquote;
}

/* From the start of one word to the end of a later one in the same text. */
static struct origin from_to(const struct args *words, size_t from, size_t to)
{
    struct origin at = words->at[from].origin, end = words->at[to].origin;
    if (at.text == end.text && end.span.to > at.span.to)
        at.span.to = end.span.to;
    return at;
}

static enum option_reading fail(struct option_reader *reader, struct slice message,
                                struct origin at)
{
    reader->message = message;
    reader->at = at;
    return OPTIONS_FAIL;
}

/* invalid argument "V" for "-s, --NAME" flag: CAUSE */
static enum option_reading refuse(struct option_reader *reader, const struct option *option,
                                  struct slice text, struct slice cause, struct origin at)
{
    char letter[] = {'-', option->letter, ',', ' '};
    struct slice short_name = {letter, option->letter ? sizeof letter : 0};
    return fail(reader,
                TEXT(reader->arena, S("invalid argument "), quoted_go(reader->arena, text),
                     S(" for \""), short_name, S("--"), option->name, S("\" flag: "), cause),
                at);
}

/* Takes a value, which starts in the word `from` and ends in `to`. */
static enum option_reading take(struct option_reader *reader, const struct option *option,
                                struct slice text, size_t from, size_t to)
{
    struct option_values *values = reader->values;
    struct value value = {.text = text};
    struct origin at = from_to(reader->words, from, to);
    bool unknown = reader->known && reader->known[to] != WORD_KNOWN && option->value_name;
    struct slice cause;
    if (!option->value_name && !text.at) {
        value.on = true; /* a switch without a value */
    } else if (!unknown && option->kind != VALUE_STRING && option->kind != VALUE_LIST &&
               !value_read(reader->arena, option->kind, text, reader->host, &value, &cause)) {
        return refuse(reader, option, text, cause, at);
    }
    *list_add(reader->arena, values) =
        (struct given){option, (enum option_id)option->means, value, at, unknown};
    values->ids[option->means / 64] |= (uint64_t)1 << (option->means % 64);
    values->marks |= option->marks;
    return OPTIONS_READ;
}

/* Takes the next word as the value, whatever it looks like. `needs` is what to complain about when
 * there is none. */
static enum option_reading take_next(struct option_reader *reader, const struct option *option,
                                     size_t from, struct slice needs)
{
    size_t word = reader->next;
    if (word == reader->words->len)
        return fail(reader, TEXT(reader->arena, S("flag needs an argument: "), needs),
                    reader->words->at[from].origin);
    if (reader->known && reader->known[word] == WORD_UNKNOWN)
        return OPTIONS_STUCK;
    reader->next++;
    return take(reader, option, reader->words->at[word].text, from, word);
}

/* --NAME, --NAME=VALUE or --NAME VALUE. */
static enum option_reading read_long(struct option_reader *reader, size_t word)
{
    struct slice text = reader->words->at[word].text, name, value;
    struct origin at = reader->words->at[word].origin;
    name = slice_after(text, 2);
    if (*name.at == '-' || *name.at == '=')
        return fail(reader, TEXT(reader->arena, S("bad flag syntax: "), text), at);
    bool has_value = slice_cut(name, '=', &name, &value);
    if (name.len + 2 > known_length(reader, word) ||
        (!has_value && known_length(reader, word) < text.len)) {
        reader->next = word;
        return OPTIONS_STUCK;
    }
    const struct option *option = option_named(name, reader->commands);
    if (!option)
        return fail(reader, TEXT(reader->arena, S("unknown flag: --"), name), at);
    if (!has_value && option->value_name)
        return take_next(reader, option, word, text);
    if (!option->value_name && known_length(reader, word) < text.len) {
        reader->next = word;
        return OPTIONS_STUCK;
    }
    return take(reader, option, has_value ? value : (struct slice){NULL, 0}, word, word);
}

/* 'x' in -rest, with the first letter of rest. */
static struct slice letter_in(struct arena *arena, struct slice rest)
{
    struct buffer text = {.arena = arena};
    quote_go_rune(&text, (unsigned char)*rest.at); /* pflag looks at one byte, not at a rune */
    buffer_put(&text, S(" in -"));
    buffer_put(&text, rest);
    return buffer_slice(&text);
}

/* One letter of a bundle, the first of *rest, which moves on. */
static enum option_reading read_letter(struct option_reader *reader, size_t word,
                                       struct slice *rest)
{
    struct slice letters = *rest;
    const struct option *option = option_lettered(*letters.at, reader->commands);
    if (!option)
        return fail(
            reader,
            TEXT(reader->arena, S("unknown shorthand flag: "), letter_in(reader->arena, letters)),
            reader->words->at[word].origin);
    reader->letter_help += option->means == OPTION_HELP;
    *rest = slice_after(letters, 1);
    struct slice value = *rest;
    if (letters.len > 2 && value.at[0] == '=') { /* -f=v; -f= has the value "=" */
        *rest = slice_after(value, value.len);
        return take(reader, option, slice_after(value, 1), word, word);
    }
    if (!option->value_name)
        return take(reader, option, (struct slice){NULL, 0}, word, word);
    *rest = slice_after(value, value.len);
    if (value.len)
        return take(reader, option, value, word, word);
    return take_next(reader, option, word, letter_in(reader->arena, letters));
}

/* Whether the next letter of a bundle rests on what is not known of it; `known` bytes of rest are.
 */
static bool is_stuck(const struct option_reader *reader, struct slice rest, ptrdiff_t known)
{
    if (known <= 0)
        return true;
    const struct option *option = option_lettered(*rest.at, reader->commands);
    return option && !option->value_name && rest.len > 1 && rest.at[1] == '=';
}

/* -abc */
static enum option_reading read_letters(struct option_reader *reader, size_t word)
{
    struct slice text = reader->words->at[word].text, rest = slice_after(text, 1);
    size_t known = known_length(reader, word);
    while (rest.len) {
        if (slice_starts(rest, S("test."))) /* left to Go's own test runner, silently */
            return OPTIONS_READ;
        if (known < text.len && is_stuck(reader, rest, (ptrdiff_t)(known + rest.len - text.len))) {
            reader->next = word;
            return OPTIONS_STUCK;
        }
        enum option_reading reading = read_letter(reader, word, &rest);
        if (reading != OPTIONS_READ)
            return reading;
    }
    return OPTIONS_READ;
}

enum option_reading options_read(struct option_reader *reader)
{
    const struct args *words = reader->words;
    while (reader->next < words->len) {
        size_t word = reader->next;
        struct slice text = words->at[word].text;
        if (reader->known &&
            (reader->known[word] == WORD_UNKNOWN || (text.len && known_length(reader, word) == 0)))
            return OPTIONS_STUCK; /* whether it is an option is not known either */
        if (text.len < 2 || *text.at != '-') {
            if (!reader->interspersed)
                return OPTIONS_READ;
            reader->next++;
            continue;
        }
        reader->next++;
        if (text.len == 2 && text.at[1] == '-')
            return OPTIONS_READ;
        enum option_reading reading =
            text.at[1] == '-' ? read_long(reader, word) : read_letters(reader, word);
        if (reading != OPTIONS_READ)
            return reading;
    }
    return OPTIONS_READ;
}
