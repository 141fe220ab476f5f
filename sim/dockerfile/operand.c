/* Reading an instruction: name, flags, operands. A logical line goes in, the fields of a struct
 * instruction come out, or one of the few errors that BuildKit's parser itself raises.
 *
 * Models newNodeFromLine of BuildKit's parser and its line parsers. Four ideas of a blank are at
 * work: words split at TAB VT FF CR SPACE; ENV, LABEL and ARG at Unicode's blanks; flags and the
 * type of HEALTHCHECK at single bytes taken as Latin-1; JSON has its own. */
#include "sim/dockerfile/operand.h"

#include "sim/dockerfile/execform.h"
#include "sim/ground/buffer.h"
#include "sim/ground/quote.h"
#include "sim/ground/utf8.h"

enum { WORDS_MAX = 100000 };

enum {
    WORD_BLANK = 1,  /* splits words */
    BYTE_BLANK = 2,  /* blank as a Latin-1 byte */
    FLAG_STOP = 4,   /* a flag word goes on, but not as a plain slice */
    ASCII_BLANK = 8, /* blank of Unicode, ASCII part */
};

static const unsigned char classes[256] = {
    ['\t'] = WORD_BLANK | BYTE_BLANK | ASCII_BLANK,
    ['\n'] = BYTE_BLANK | ASCII_BLANK,
    ['\v'] = WORD_BLANK | BYTE_BLANK | ASCII_BLANK,
    ['\f'] = WORD_BLANK | BYTE_BLANK | ASCII_BLANK,
    ['\r'] = WORD_BLANK | BYTE_BLANK | ASCII_BLANK,
    [' '] = WORD_BLANK | BYTE_BLANK | ASCII_BLANK,
    ['"'] = FLAG_STOP,
    ['\''] = FLAG_STOP,
    ['\\'] = FLAG_STOP,
    ['`'] = FLAG_STOP,
    [0x85] = BYTE_BLANK,
    [0xA0] = BYTE_BLANK,
};

static bool is_class(char c, unsigned class)
{
    return classes[(unsigned char)c] & class;
}

/* What is read from, and where errors go. */
struct operand_reader {
    struct arena *arena;
    const struct logical_line *line;
    char escape;
    struct slice *message;
};

static struct arg arg_of(const struct operand_reader *reader, struct slice text)
{
    return (struct arg){text, logical_origin(reader->line, text)};
}

static void check_length(struct arena *arena, size_t len)
{
    if (len == WORDS_MAX)
        arena_stop(arena, ARENA_TOO_LARGE, "more than 100,000 words in one instruction");
}

/* Takes the word from the front of *s, and the blanks behind it. */
static struct slice cut_word(struct slice *s)
{
    const char *from = s->at, *end = from + s->len, *to = from, *next;
    while (to < end && ((unsigned char)*to > ' ' || !is_class(*to, WORD_BLANK)))
        to++;
    for (next = to; next < end && is_class(*next, WORD_BLANK);)
        next++;
    *s = (struct slice){next, (size_t)(end - next)};
    return (struct slice){from, (size_t)(to - from)};
}

/* --- flags --- */

/* The text of a flag word with quotes, escapes or bytes beyond ASCII: each such byte is a Latin-1
 * character, the escape character takes the next one also inside '…'. *rest moves behind it. */
static struct slice flag_text(const struct operand_reader *reader, struct slice *rest)
{
    struct buffer out = {.arena = reader->arena};
    const char *at = rest->at, *end = rest->at + rest->len;
    char quote = 0;
    for (; at < end && (quote || !is_class(*at, BYTE_BLANK)); at++) {
        if (quote ? *at == quote : *at == '"' || *at == '\'') {
            quote = quote ? 0 : *at;
            continue;
        }
        if (*at == reader->escape && ++at == end)
            break;
        utf8_put(&out, (unsigned char)*at);
    }
    *rest = slice_after(*rest, (size_t)(at - rest->at));
    return buffer_slice(&out);
}

/* A flag word: its text, and in *raw how it stands. */
static struct slice flag_word(const struct operand_reader *reader, struct slice *rest,
                              struct slice *raw)
{
    struct slice start = *rest, text;
    size_t n = 0;
    while (n < start.len && (unsigned char)start.at[n] < 0x80 &&
           !is_class(start.at[n], BYTE_BLANK | FLAG_STOP))
        n++;
    if (n == start.len || is_class(start.at[n], BYTE_BLANK)) {
        *rest = slice_after(start, n);
        text = slice_first(start, n);
    } else {
        text = flag_text(reader, rest);
    }
    *raw = slice_first(start, (size_t)(rest->at - start.at));
    return text;
}

static void add_flag(const struct operand_reader *reader, struct flag_list *flags,
                     struct slice text, struct slice raw)
{
    struct flag flag = {0};
    bool plain = text.at == raw.at;
    struct origin whole = logical_origin(reader->line, raw);
    check_length(reader->arena, flags->len);
    flag.has_value = slice_cut(slice_after(text, 2), '=', &flag.name.text, &flag.value.text);
    if (!flag.has_value)
        flag.value.text = (struct slice){0};
    flag.name.origin = plain ? logical_origin(reader->line, flag.name.text) : whole;
    flag.value.origin =
        plain && flag.has_value ? logical_origin(reader->line, flag.value.text) : whole;
    *list_add(reader->arena, flags) = flag;
}

/* Takes the flags from the front of *rest. A word that is `--` ends them and is dropped. */
static void take_flags(const struct operand_reader *reader, struct slice *rest,
                       struct flag_list *flags)
{
    struct slice raw;
    for (;;) {
        while (rest->len && is_class(*rest->at, BYTE_BLANK))
            *rest = slice_after(*rest, 1);
        if (rest->len < 2 || rest->at[0] != '-' || rest->at[1] != '-')
            return;
        struct slice text = flag_word(reader, rest, &raw);
        if (slice_equal(text, S("--")))
            return;
        add_flag(reader, flags, text, raw);
        list_trim(reader->arena, flags);
    }
}

/* --- words --- */

static void add_word(const struct operand_reader *reader, struct args *words, struct slice word)
{
    check_length(reader->arena, words->len);
    args_add(reader->arena, words, word, logical_origin(reader->line, word));
}

static void split_words(const struct operand_reader *reader, struct slice text, struct args *words)
{
    while (text.len)
        add_word(reader, words, cut_word(&text));
    list_trim(reader->arena, words);
}

/* JSON array, else what comes of it in its place. False for an array of something else. */
static bool read_array(const struct operand_reader *reader, struct slice text,
                       struct instruction *instruction)
{
    if (text.len == 0)
        return true;
    /* Leading blanks are gone but for those that only JSON's caller skips. */
    if (is_graphic(*text.at) && *text.at != '[')
        return true;
    switch (execform_read(reader->arena, reader->line, text, &instruction->words)) {
    case EXECFORM_LIST: instruction->exec_form = true; return true;
    case EXECFORM_NOT_STRINGS: *reader->message = S(EXECFORM_NOT_STRINGS_MESSAGE); return false;
    case EXECFORM_NOT_JSON: break;
    }
    return true;
}

static bool read_list(const struct operand_reader *reader, struct instruction *instruction)
{
    if (!read_array(reader, instruction->operand.text, instruction))
        return false;
    if (!instruction->exec_form)
        split_words(reader, instruction->operand.text, &instruction->words);
    return true;
}

/* HEALTHCHECK: the type ends at the first blank byte, even amid a rune. */
static bool read_health(const struct operand_reader *reader, struct instruction *instruction)
{
    struct slice rest = instruction->operand.text, type = rest;
    struct instruction command = {0};
    while (rest.len && !is_class(*rest.at, BYTE_BLANK))
        rest = slice_after(rest, 1);
    type.len -= rest.len;
    while (rest.len && is_class(*rest.at, BYTE_BLANK))
        rest = slice_after(rest, 1);
    if (type.len == 0)
        return true;
    if (!read_array(reader, rest, &command))
        return false;
    instruction->exec_form = command.exec_form;
    add_word(reader, &instruction->words, type);
    for (size_t i = 0; i < command.words.len; i++)
        *list_add(reader->arena, &instruction->words) = command.words.at[i];
    if (!command.exec_form && rest.len)
        add_word(reader, &instruction->words, rest);
    return true;
}

/* --- ENV, LABEL, ARG --- */

/* The length of the blank that s starts with, 0 when it is none. */
static size_t blank_len(struct slice s)
{
    if ((unsigned char)*s.at < 0x80)
        return is_class(*s.at, ASCII_BLANK);
    size_t len;
    return rune_is_space(utf8_decode(s, &len)) ? len : 0;
}

static size_t rune_len(struct slice s)
{
    size_t len = 1;
    if (s.len && (unsigned char)*s.at >= 0x80)
        utf8_decode(s, &len);
    return s.len ? len : 0;
}

/* A word of ENV, LABEL or ARG as it stands, quotes and escapes in it. */
struct pair_word {
    struct slice text;
    bool ascii;
};

/* How many bytes at the start of s need no look each: ASCII, no quote and no escape, and outside
 * quotes no blank. */
static size_t plain_len(struct slice s, bool quoted)
{
    unsigned stop = quoted ? FLAG_STOP : FLAG_STOP | ASCII_BLANK;
    size_t n = 0;
    while (n < s.len && (unsigned char)s.at[n] < 0x80 && !is_class(s.at[n], stop))
        n++;
    return n;
}

/* Takes a word from the front of *rest, which starts with no blank. An escape character at the very
 * end of *rest does not count. */
static void take_pair_word(struct slice *rest, char escape, struct pair_word *word)
{
    struct slice s = *rest;
    size_t at = plain_len(s, false), dropped = 0;
    char quote = 0;
    word->ascii = true;
    for (;; at += plain_len(slice_after(s, at), quote)) {
        if (at == s.len)
            break;
        char c = s.at[at];
        if (c == escape && quote != '\'') {
            at++;
            dropped = at == s.len;
        } else if (!quote && blank_len(slice_after(s, at))) {
            break;
        } else if (quote ? c == quote : c == '"' || c == '\'') {
            quote = quote ? 0 : c;
        }
        word->ascii = word->ascii && at < s.len && (unsigned char)s.at[at] < 0x80;
        at += rune_len(slice_after(s, at));
    }
    word->text = slice_first(s, at - dropped);
    *rest = slice_after(s, at);
}

/* The next word of *rest; false at its end. */
static bool next_pair_word(const struct operand_reader *reader, struct slice *rest,
                           struct pair_word *word)
{
    for (size_t n = 1; rest->len && (n = blank_len(*rest)) != 0;)
        *rest = slice_after(*rest, n);
    if (rest->len == 0)
        return false;
    take_pair_word(rest, reader->escape, word);
    return word->text.len > 0;
}

/* Adds a word as a pair, cut at its first `=`. */
static void add_pair(const struct operand_reader *reader, struct pair_list *pairs,
                     const struct pair_word *word)
{
    struct slice name, value;
    struct pair pair = {0};
    check_length(reader->arena, pairs->len);
    pair.has_value = slice_cut(word->text, '=', &name, &value);
    pair.name = arg_of(reader, name);
    pair.value = arg_of(reader, value);
    if (!word->ascii) {
        pair.name.text = utf8_repair(reader->arena, name);
        pair.value.text = utf8_repair(reader->arena, value);
    }
    *list_add(reader->arena, pairs) = pair;
}

static void read_names(const struct operand_reader *reader, struct instruction *instruction)
{
    struct slice rest = instruction->operand.text;
    struct pair_word word;
    while (next_pair_word(reader, &rest, &word))
        add_pair(reader, &instruction->pairs, &word);
    list_trim(reader->arena, &instruction->pairs);
}

/* NAME value: one pair, cut at the first blanks, nothing repaired. */
static bool read_legacy(const struct operand_reader *reader, struct instruction *instruction)
{
    struct slice rest = instruction->operand.text, name = cut_word(&rest);
    if (name.len == instruction->operand.text.len) {
        *reader->message =
            TEXT(reader->arena, keyword_name(instruction->keyword), S(" must have two arguments"));
        return false;
    }
    instruction->legacy = true;
    *list_add(reader->arena, &instruction->pairs) =
        (struct pair){arg_of(reader, name), arg_of(reader, rest), true};
    list_trim(reader->arena, &instruction->pairs);
    return true;
}

static bool read_pairs(const struct operand_reader *reader, struct instruction *instruction)
{
    struct slice rest = instruction->operand.text;
    struct pair_word word;
    while (next_pair_word(reader, &rest, &word)) {
        if (slice_has(word.text, '=')) {
            add_pair(reader, &instruction->pairs, &word);
            continue;
        }
        if (instruction->pairs.len == 0)
            return read_legacy(reader, instruction);
        struct slice shown = quoted_go(reader->arena, utf8_repair(reader->arena, word.text));
        *reader->message = TEXT(reader->arena, S("Syntax error - can't find = in "), shown,
                                S(". Must be of the form: name=value"));
        return false;
    }
    list_trim(reader->arena, &instruction->pairs);
    return true;
}

/* --- the whole --- */

/* Reads text as an instruction, an ONBUILD without what it triggers. */
static bool read_one(const struct operand_reader *reader, struct slice text,
                     struct instruction *instruction)
{
    struct slice rest = utf8_trim(text);
    instruction->name = cut_word(&rest);
    instruction->keyword = keyword_of(instruction->name);
    take_flags(reader, &rest, &instruction->flags);
    instruction->operand = arg_of(reader, utf8_trim(rest));
    switch (keyword_reading(instruction->keyword)) {
    case READ_NOTHING:
    case READ_TEXT:
    case READ_TRIGGER: return true;
    case READ_COMMAND: return read_array(reader, instruction->operand.text, instruction);
    case READ_LIST: return read_list(reader, instruction);
    case READ_WORDS:
        split_words(reader, instruction->operand.text, &instruction->words);
        return true;
    case READ_NAMES: read_names(reader, instruction); return true;
    case READ_PAIRS: return read_pairs(reader, instruction);
    case READ_HEALTH: return read_health(reader, instruction);
    }
    return true;
}

/* The text that an image stores: all behind ONBUILD and the blanks that a regular expression's \s
 * takes. */
static struct slice trigger_text(struct slice line)
{
    struct slice rest = line;
    while (rest.len && memchr(" \t\n\f\r", *rest.at, 5))
        rest = slice_after(rest, 1);
    if (!slice_equal_fold(slice_first(rest, 7), S("ONBUILD")))
        return line;
    rest = slice_after(rest, 7);
    while (rest.len && memchr(" \t\n\f\r", *rest.at, 5))
        rest = slice_after(rest, 1);
    return rest;
}

/* ONBUILD: what it triggers is read too, for its errors, however often ONBUILD is said. Kept are
 * its name and whether it is exec form. */
static bool read_trigger(const struct operand_reader *reader, struct instruction *instruction)
{
    struct slice rest = instruction->operand.text;
    instruction->trigger = trigger_text(reader->line->text);
    while (rest.len) {
        struct instruction child = {0};
        if (!read_one(reader, rest, &child))
            return false;
        if (instruction->words.len == 0) {
            add_word(reader, &instruction->words, child.name);
            instruction->exec_form = child.exec_form;
        }
        rest = child.keyword == KEYWORD_ONBUILD ? child.operand.text : (struct slice){0};
    }
    return true;
}

bool instruction_read(struct arena *arena, const struct logical_line *line, char escape,
                      struct instruction *instruction, struct slice *message)
{
    const struct operand_reader reader = {arena, line, escape, message};
    *instruction = (struct instruction){
        .first_line = line->first_line, .last_line = line->last_line, .at = line->origin};
    if (!read_one(&reader, line->text, instruction))
        return false;
    return instruction->keyword != KEYWORD_ONBUILD || read_trigger(&reader, instruction);
}
