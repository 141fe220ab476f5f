/* From id and values to a sentence. In: the table of the language in use and the values; out: text
 * in the arena, printable whatever the values hold.
 *
 * A template is walked once; each {name} is looked up in the values and written in the mode that
 * stands behind a colon. Nothing here knows a sentence. */
#include "app/ground/words.h"

/* A value that was typed is shown up to here; a longer one ends in "...". */
enum { VALUE_COLUMNS = 60 };

static const struct words_language *in_use = &words_english;

void words_use(const struct words_language *language)
{
    in_use = language;
}

static const struct slice value_names[] = {
    [WORDS_VALUE_WORD] = S_INIT("word"),     [WORDS_VALUE_OTHER] = S_INIT("other"),
    [WORDS_VALUE_FILE] = S_INIT("file"),     [WORDS_VALUE_IMAGE] = S_INIT("image"),
    [WORDS_VALUE_NUMBER] = S_INIT("number"), [WORDS_VALUE_DIGITS] = S_INIT("digits"),
    [WORDS_VALUE_LINE] = S_INIT("line"),     [WORDS_VALUE_EXIT] = S_INIT("exit"),
    [WORDS_VALUE_AT] = S_INIT("at"),
};

static enum words_value value_of(struct slice name)
{
    for (unsigned value = 0; value < WORDS_VALUE_NONE; value++)
        if (slice_equal(value_names[value], name))
            return (enum words_value)value;
    return WORDS_VALUE_NONE;
}

bool words_next(struct slice *rest, struct words_token *token)
{
    struct slice body, name, modes, tail;
    size_t from = 0;
    if (!rest->len)
        return false;
    *token = (struct words_token){*rest, WORDS_VALUE_NONE, {0}};
    while ((from += slice_find(slice_after(*rest, from), '{')) < rest->len) {
        if (slice_cut(slice_after(*rest, from + 1), '}', &body, &tail)) {
            slice_cut(body, ':', &name, &modes);
            enum words_value value = value_of(name);
            if (value != WORDS_VALUE_NONE) {
                *token = (struct words_token){slice_first(*rest, from), value, modes};
                *rest = tail;
                return true;
            }
        }
        from++;
    }
    *rest = (struct slice){0};
    return true;
}

static struct slice text_value(const struct words_args *args, enum words_value value)
{
    switch (value) {
    case WORDS_VALUE_WORD: return args->word;
    case WORDS_VALUE_OTHER: return args->other;
    case WORDS_VALUE_FILE: return args->file;
    default: return args->image;
    }
}

static bool is_empty(const struct words_args *args, enum words_value value)
{
    if (value <= WORDS_VALUE_IMAGE)
        return text_value(args, value).len == 0;
    return value == WORDS_VALUE_LINE && args->line == 0;
}

static bool names_an_empty_value(const char *template, const struct words_args *args)
{
    struct slice rest = slice_of(template);
    struct words_token token;
    while (words_next(&rest, &token))
        if (token.value != WORDS_VALUE_NONE && is_empty(args, token.value))
            return true;
    return false;
}

static const char *template_of(const struct words_row *row, const struct words_args *args)
{
    const char *template = row->one && in_use->is_one(args->number) ? row->one : row->text;
    return row->plain && names_an_empty_value(template, args) ? row->plain : template;
}

/* Whether every rune can be printed as it is: no control character, no bad byte, nothing that turns
 * the direction of the text. */
static bool is_printable(struct slice s)
{
    if (!utf8_valid(s))
        return false;
    while (s.len)
        if (!rune_is_print(utf8_next(&s)))
            return false;
    return true;
}

/* The first VALUE_COLUMNS runes of a value, the whole when it has no more. */
static struct slice cut_value(struct slice s)
{
    struct slice rest = s;
    for (unsigned runes = 0; rest.len && runes < VALUE_COLUMNS; runes++)
        utf8_next(&rest);
    return slice_first(s, s.len - rest.len);
}

/* A typed line that goes on over several: false, and nothing is put, where more than its lines'
 * ends and the TABs in front of them cannot be printed. */
static bool put_lines(struct buffer *out, struct slice text)
{
    size_t start = out->len;
    struct slice line, rest = text;
    while (rest.len) {
        bool more = slice_cut(rest, '\n', &line, &rest);
        for (; slice_starts(line, S("\t")); line = slice_after(line, 1))
            buffer_put(out, S("    "));
        if (!is_printable(line)) {
            out->len = start;
            return false;
        }
        buffer_put(out, line);
        if (more && rest.len)
            buffer_byte(out, '\n');
    }
    return true;
}

/* Values were typed by somebody and may be of any length; whole are those that are to be copied. */
static void put_text(struct buffer *out, struct slice text, struct slice modes)
{
    struct slice shown = slice_has(modes, 'w') ? text : cut_value(text);
    bool printable = is_printable(shown);
    if (slice_equal(modes, S("w")) && put_lines(out, shown))
        return;
    if (slice_has(modes, 'q') && printable)
        quote_json(out, shown);
    else if (slice_has(modes, 'q'))
        quote_go(out, shown);
    else if (slice_has(modes, 's') || !printable)
        quote_shell(out, shown);
    else
        buffer_put(out, shown);
    if (shown.len < text.len)
        buffer_string(out, "...");
}

static void put_number(struct buffer *out, uint32_t number)
{
    const char *const *numbers = in_use->numbers[0] ? in_use->numbers : words_english.numbers;
    if (number < sizeof in_use->numbers / sizeof in_use->numbers[0])
        buffer_string(out, numbers[number]);
    else
        buffer_number(out, number);
}

static const struct words_row *row_of(enum words_id id)
{
    return (in_use->rows[id].text ? in_use : &words_english)->rows + id;
}

static void put_value(struct buffer *out, const struct words_args *args,
                      const struct words_token *token)
{
    switch (token->value) {
    case WORDS_VALUE_NUMBER: put_number(out, args->number); break;
    case WORDS_VALUE_DIGITS: buffer_number(out, args->number); break;
    case WORDS_VALUE_LINE: buffer_number(out, args->line); break;
    case WORDS_VALUE_EXIT: buffer_number(out, args->exit); break;
    case WORDS_VALUE_AT:
        if (args->line) /* the row names {line} alone, so this goes no deeper */
            buffer_put(out, words_say(out->arena, WORDS_AT_LINE, args));
        break;
    case WORDS_VALUE_NONE: break;
    default: put_text(out, text_value(args, token->value), token->modes); break;
    }
}

static void add_piece(struct arena *arena, struct words_pieces *pieces, struct slice text,
                      bool is_value)
{
    if (text.len)
        *list_add(arena, pieces) = (struct words_piece){text, is_value};
}

static void pieces_of(struct arena *arena, const struct words_row *row,
                      const struct words_args *args, struct words_pieces *pieces)
{
    static const struct words_args none = {0};
    args = args ? args : &none;
    struct slice rest = slice_of(template_of(row, args));
    struct words_token token;
    while (words_next(&rest, &token)) {
        struct buffer value = {.arena = arena};
        add_piece(arena, pieces, token.text, false);
        put_value(&value, args, &token);
        add_piece(arena, pieces, buffer_slice(&value), token.value <= WORDS_VALUE_IMAGE);
    }
}

static struct slice joined(struct arena *arena, const struct words_row *row,
                           const struct words_args *args)
{
    struct words_pieces pieces = {0};
    struct buffer out = {.arena = arena};
    pieces_of(arena, row, args, &pieces);
    if (pieces.len == 1)
        return pieces.at[0].text;
    for (size_t i = 0; i < pieces.len; i++)
        buffer_put(&out, pieces.at[i].text);
    return out.len ? buffer_slice(&out) : S("");
}

static const struct words_row *rule_row(enum rule rule, enum words_part part)
{
    const struct words_language *language =
        in_use->rules[rule].summary.text ? in_use : &words_english;
    const struct words_rule *words = language->rules + rule;
    return part == WORDS_SUMMARY  ? &words->summary
           : part == WORDS_REASON ? &words->reason
                                  : &words->fix;
}

struct slice words_template(enum words_id id, const struct words_args *args)
{
    return slice_of(template_of(row_of(id), args));
}

struct slice words_say(struct arena *arena, enum words_id id, const struct words_args *args)
{
    return joined(arena, row_of(id), args);
}

void words_say_pieces(struct arena *arena, enum words_id id, const struct words_args *args,
                      struct words_pieces *pieces)
{
    pieces_of(arena, row_of(id), args, pieces);
}

struct slice words_of_rule(struct arena *arena, enum rule rule, enum words_part part,
                           const struct words_args *args)
{
    return joined(arena, rule_row(rule, part), args);
}

void words_of_rule_pieces(struct arena *arena, enum rule rule, enum words_part part,
                          const struct words_args *args, struct words_pieces *pieces)
{
    pieces_of(arena, rule_row(rule, part), args, pieces);
}

struct slice words_of_finding(struct arena *arena, const struct finding *finding,
                              enum words_part part)
{
    const struct words_args args = {
        .word = finding->word, .other = finding->other, .number = finding->number};
    return words_of_rule(arena, finding->rule, part, &args);
}

struct slice words_of_belief(struct arena *arena, enum belief belief)
{
    const struct words_language *language =
        in_use->beliefs && in_use->beliefs[belief].text ? in_use : &words_english;
    return joined(arena, &language->beliefs[belief], NULL);
}

struct slice words_of_mistake(struct arena *arena, enum belief belief)
{
    const struct words_language *language =
        in_use->mistakes && in_use->mistakes[belief].text ? in_use : &words_english;
    return joined(arena, &language->mistakes[belief], NULL);
}

/* The words that a shell form has in front of its text, which is the last one. */
static struct slice shell_of(struct arena *arena, const struct args *words)
{
    struct args shell = *words;
    struct buffer out = {.arena = arena};
    shell.len -= shell.len > 0;
    quote_shell_words(&out, &shell);
    return buffer_slice(&out);
}

struct slice words_of_step(struct arena *arena, const struct step *step)
{
    const struct text *text = step->because.text;
    struct words_args args = {.number = (uint32_t)step->after.len};
    if (text && text->source == SOURCE_DOCKERFILE)
        args.line = position_of(text->bytes, step->because.span.from).line - text->implied_lines;
    if (text && text->source == SOURCE_BASE)
        args.image = text->name;
    if (step->after.len)
        args.word = step->after.at[0].text;
    if (step->rule == RULE_EntrypointShellForm || step->rule == RULE_CmdShellForm)
        args.other = shell_of(arena, &step->after);
    if (step->rule == RULE_CmdReplacedByRunArgs && !step->before.len)
        return words_say(arena, WORDS_STEP_RUN_NO_CMD, &args);
    if (step->rule == RULE_EntrypointGiven && !step->before.len)
        return words_say(arena, WORDS_STEP_GIVEN_NO_ENTRYPOINT, &args);
    return words_of_rule(arena, step->rule, WORDS_REASON, &args);
}

struct slice words_of_unknown(struct arena *arena, const struct unknown *unknown)
{
    static const enum words_id why[] = {
        [UNKNOWN_COMMAND_OUTPUT] = WORDS_WHY_COMMAND_OUTPUT,
        [UNKNOWN_SYNTAX] = WORDS_WHY_SYNTAX,
        [UNKNOWN_VARIABLE] = WORDS_WHY_VARIABLE,
        [UNKNOWN_FILE] = WORDS_WHY_FILE,
        [UNKNOWN_FRONTEND] = WORDS_WHY_FRONTEND,
        [UNKNOWN_SYSTEM] = WORDS_WHY_SYSTEM,
    };
    return words_say(arena, why[unknown->why], NULL);
}

struct slice words_flat(struct arena *arena, struct slice text)
{
    if (!slice_has(text, '\n'))
        return text;
    struct slice before, rest = text;
    struct buffer flat = {.arena = arena};
    while (slice_cut(rest, '\n', &before, &rest)) {
        if (slice_ends(before, S("\\"))) /* a typed line that goes on */
            before.len--;
        buffer_put(&flat, before);
        buffer_byte(&flat, ' ');
    }
    buffer_put(&flat, before);
    return buffer_slice(&flat);
}

const char *words_text(const char *english)
{
    for (size_t i = 0; i < in_use->texts_len; i++)
        if (slice_equal(slice_of(in_use->texts[i].english), slice_of(english)))
            return in_use->texts[i].text;
    return english;
}

struct slice words_digits(struct arena *arena, uint64_t number)
{
    struct buffer digits = {.arena = arena};
    buffer_number(&digits, (int64_t)number);
    return buffer_slice(&digits);
}
