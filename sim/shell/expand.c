/* Expansion of words. Input: words as typed and the state of the shell; output: fields.
 *
 * Models bash 5.2's order: braces, then tilde, parameters, substitutions and arithmetic from left
 * to right, then splitting at IFS, then pathnames, then removal of quotes. Every byte that comes
 * out carries a mark: was it quoted, may it separate words. A word without marks is handed on as it
 * stands in the line. */
#include "sim/shell/expand.h"

#include "sim/shell/brace.h"
#include "sim/shell/glob.h"

void expansion_put(struct expansion *expansion, struct slice bytes, bool quoted)
{
    marked_put(expansion->shell->arena, &expansion->out, bytes, quoted ? BYTE_QUOTED : BYTE_SPLIT);
}

struct origin expansion_origin(const struct expansion *expansion, uint32_t from, uint32_t to)
{
    const struct word *word = expansion->word;
    if (expansion->rewritten)
        return shell_origin(expansion->shell, word->from, word->from + (uint32_t)word->raw.len);
    return shell_origin(expansion->shell, word->from + from, word->from + to);
}

void expansion_put_unknown(struct expansion *expansion, uint32_t from, bool quoted,
                           enum unknown_why why)
{
    struct lexer *lexer = &expansion->lexer;
    struct slice text = {lexer->text.at + from, lexer->at - from};
    if (expansion->shell->flow != FLOW_ON || lexer->error != LEX_OK)
        return; /* it failed, and that is known */
    expansion_put(expansion, text, true);
    expansion->unknown |= quoted ? WORD_UNKNOWN_QUOTED : WORD_UNKNOWN_BARE;
    shell_unknown(expansion->shell, text, why, expansion_origin(expansion, from, lexer->at));
}

void expand_operand(struct expansion *expansion, enum context context, const char *stops,
                    bool tilde)
{
    uint32_t frame = expansion->frame, framed = expansion->framed;
    expansion->frame = expansion->lexer.at;
    expansion->start = tilde ? expansion->frame : UINT32_MAX;
    expansion->framed = FRAME_BRACES;
    expand_text(expansion, context, stops);
    expansion->frame = frame;
    expansion->framed = framed;
}

struct marked expand_aside(struct expansion *expansion, enum context context, const char *stops,
                           bool tilde)
{
    struct marked before = expansion->out;
    expansion->out = (struct marked){0};
    expand_operand(expansion, context, stops, tilde);
    struct marked aside = expansion->out;
    expansion->out = before;
    return aside;
}

/* --- Tilde ------------------------------------------------------------------------------------ */

/* ~, ~/x, ~+, ~-, ~user at the lexer's place; false when it stands for itself. */
static bool expand_tilde(struct expansion *expansion, bool braces)
{
    struct shell *shell = expansion->shell;
    struct lexer *lexer = &expansion->lexer;
    struct slice rest = slice_after(lexer->text, lexer->at + 1), user = S("USER");
    size_t n = 0;
    for (; n < rest.len; n++) {
        char c = rest.at[n];
        if (c == '/' || (c == '}' && braces) || (c == ':' && expansion->equals != UINT32_MAX))
            break;
        if (memchr("'\"\\$`", c, 5))
            return false;
    }
    struct slice name = slice_first(rest, n);
    struct value value = {S(""), false, false, false};
    if (name.len == 0 || slice_equal(name, shell_get(shell, user).text)) {
        value = shell_get(shell, S("HOME"));
        value.unknown |= !value.set; /* the password file tells */
        value.set = true;
    } else if (slice_equal(name, S("root"))) {
        value = (struct value){S("/root"), true, false, false};
    } else if (slice_equal(name, S("+")) || slice_equal(name, S("0")) ||
               slice_equal(name, S("+0"))) {
        value = shell_get(shell, S("PWD"));
    } else if (slice_equal(name, S("-"))) {
        value = shell_get(shell, S("OLDPWD"));
    }
    if (!value.set)
        return false;
    uint32_t from = lexer->at;
    lexer->at += (uint32_t)n + 1;
    if (value.unknown) {
        expansion_put_unknown(expansion, from, true, UNKNOWN_VARIABLE);
        return true;
    }
    /* //x would be another path than /x. */
    if (slice_equal(value.text, S("/")) && n < rest.len && rest.at[n] == '/')
        value.text = S("");
    expansion_put(expansion, value.text, true);
    if (!value.text.len)
        marked_put(shell->arena, &expansion->out, S("\0"), BYTE_NULL);
    return true;
}

/* Whether a ~ at this place can be one: at the start of a word, and in NAME=… behind = and :. */
static bool tilde_counts(const struct expansion *expansion)
{
    const struct lexer *lexer = &expansion->lexer;
    uint32_t at = lexer->at;
    if (at == expansion->start)
        return true;
    if (expansion->equals == UINT32_MAX || at == 0)
        return false;
    char before = lexer->text.at[at - 1];
    return at == expansion->equals + 1 ||
           (before == ':' && expansion->assignment && at > expansion->equals &&
            (at < 2 || lexer->text.at[at - 2] != '\\'));
}

/* --- Quotes ----------------------------------------------------------------------------------- */

/* The place of an empty quoted text. */
static void put_null(struct expansion *expansion)
{
    marked_put(expansion->shell->arena, &expansion->out, S("\0"), BYTE_NULL);
}

/* The lexer stands behind a quote that opens '…' or $'…'. */
static void expand_single(struct expansion *expansion, bool escapes)
{
    struct lexer *lexer = &expansion->lexer;
    uint32_t from = lexer->at;
    if (escapes)
        lex_escaped(lexer);
    else
        lex_single(lexer);
    struct slice inside = {lexer->text.at + from, lexer->at - from - 1};
    if (lexer->error != LEX_OK)
        return;
    if (escapes)
        inside = expand_escapes(expansion->shell->arena, inside);
    expansion_put(expansion, inside, true);
    if (!inside.len)
        put_null(expansion);
}

/* The lexer stands behind the quote that opens "…". */
static void expand_double(struct expansion *expansion)
{
    size_t before = expansion->out.len;
    bool no_arguments = expansion->no_arguments;
    uint32_t frame = expansion->frame, framed = expansion->framed;
    lex_enter(&expansion->lexer);
    expansion->frame = expansion->lexer.at;
    expansion->framed = FRAME_DOUBLE;
    expansion->no_arguments = false;
    expand_text(expansion, CONTEXT_DOUBLE, "\"");
    expansion->lexer.at++;
    if (expansion->out.len == before && !expansion->no_arguments)
        put_null(expansion);
    expansion->no_arguments = no_arguments;
    expansion->frame = frame;
    expansion->framed = framed;
    lex_leave(&expansion->lexer);
}

/* --- Dollars ---------------------------------------------------------------------------------- */

/* The lexer stands on a dollar sign. Only a single and a double quote behind it are told apart by
 * `quotes`. */
static void expand_dollar(struct expansion *expansion, bool quoted, bool quotes)
{
    struct lexer *lexer = &expansion->lexer;
    struct slice text = lexer->text;
    uint32_t from = lexer->at++;
    char c = lexer->at < text.len ? text.at[lexer->at] : '\0';
    if (!quoted && expansion->framed == FRAME_WORD)
        expansion->lone_dollar = false;
    if (c == '(') {
        struct slice rest = slice_after(text, lexer->at);
        bool arithmetic = slice_starts(rest, S("((")) && lex_arithmetic(lexer);
        if (!arithmetic) {
            lexer->at++;
            lex_substitution(lexer);
        }
        if (lexer->error != LEX_OK)
            return;
        uint32_t open = arithmetic ? 3 : 2, close = arithmetic ? 2 : 1;
        struct slice inside = {text.at + from + open, lexer->at - from - open - close};
        if (arithmetic)
            expand_arithmetic(expansion, inside, from, quoted);
        else
            expand_substitution(expansion, inside, from, quoted);
    } else if (c == '[') {
        struct slice rest = slice_after(text, lexer->at + 1);
        size_t depth = 1, n = 0;
        for (; n < rest.len && depth; n++)
            depth += (size_t)(rest.at[n] == '[') - (size_t)(rest.at[n] == ']');
        lexer->at += (uint32_t)n + 1;
        if (!depth)
            expand_arithmetic(expansion, slice_first(rest, n - 1), from, quoted);
    } else if (c == '{') {
        lexer->at++;
        expand_braced(expansion, from, quoted);
    } else if (c == '\'' && quotes) {
        lexer->at++;
        expand_single(expansion, true);
    } else if (c == '"' && quotes) {
        lexer->at++;
        expand_double(expansion);
    } else {
        expand_named(expansion, from, quoted);
    }
}

/* The lexer stands on a backquote. */
static void expand_backquote(struct expansion *expansion, bool quoted)
{
    struct lexer *lexer = &expansion->lexer;
    uint32_t from = lexer->at++;
    lex_backquote(lexer);
    if (lexer->error != LEX_OK)
        return;
    struct slice inside = {lexer->text.at + from + 1, lexer->at - from - 2};
    struct buffer plain = {.arena = expansion->shell->arena};
    if (slice_has(inside, '\\')) {
        for (size_t i = 0; i < inside.len; i++) {
            char next = i + 1 < inside.len ? inside.at[i + 1] : 'x';
            if (inside.at[i] == '\\' && (memchr("$`\\", next, 3) || (quoted && next == '"')))
                i++;
            buffer_byte(&plain, inside.at[i]);
        }
        inside = buffer_slice(&plain);
    }
    expand_substitution(expansion, inside, from, quoted);
}

/* --- The walk --------------------------------------------------------------------------------- */

/* The lexer stands on a backslash. */
static void expand_backslash(struct expansion *expansion, enum context context, unsigned char mark)
{
    struct lexer *lexer = &expansion->lexer;
    struct arena *arena = expansion->shell->arena;
    struct slice next = slice_first(slice_after(lexer->text, lexer->at + 1), 1);
    bool quoted = context == CONTEXT_DOUBLE || context == CONTEXT_OPERAND_DOUBLE ||
                  context == CONTEXT_ARITHMETIC;
    bool escapes = !quoted || (next.len && memchr("$`\"\\\n", *next.at, 5)) ||
                   (context == CONTEXT_OPERAND_DOUBLE && slice_equal(next, S("}")));
    lexer->at += 2;
    if (!next.len || !escapes) {
        lexer->at--;
        marked_put(arena, &expansion->out, S("\\"), next.len ? mark : BYTE_QUOTED);
    } else if (*next.at != '\n') {
        marked_put(arena, &expansion->out, next, BYTE_QUOTED);
    }
}

/* Bytes that the walk has to look at. */
static bool special_byte(char c)
{
    return c == '\\' || c == '\'' || c == '"' || c == '$' || c == '`' || c == '~';
}

void expand_text(struct expansion *expansion, enum context context, const char *stops)
{
    static const unsigned char marks[] = {0, BYTE_QUOTED, BYTE_SPLIT, BYTE_QUOTED, 0, BYTE_QUOTED};
    struct lexer *lexer = &expansion->lexer;
    struct shell *shell = expansion->shell;
    const char *text = lexer->text.at;
    uint32_t end = (uint32_t)lexer->text.len;
    size_t stops_len = strlen(stops);
    bool quoted = context == CONTEXT_DOUBLE || context == CONTEXT_OPERAND_DOUBLE ||
                  context == CONTEXT_ARITHMETIC;
    while (lexer->at < end && shell->flow == FLOW_ON && lexer->error == LEX_OK) {
        uint32_t run = lexer->at;
        while (lexer->at < end && !special_byte(text[lexer->at]) &&
               !(stops_len && memchr(stops, text[lexer->at], stops_len)))
            lexer->at++;
        if (lexer->at > run)
            marked_put(shell->arena, &expansion->out, (struct slice){text + run, lexer->at - run},
                       marks[context]);
        if (lexer->at >= end)
            return;
        char c = text[lexer->at];
        if (stops_len && memchr(stops, c, stops_len))
            return;
        if (c == '\\') {
            expand_backslash(expansion, context, marks[context]);
        } else if (c == '$') {
            expand_dollar(expansion, quoted, !quoted);
        } else if (c == '`') {
            expand_backquote(expansion, quoted);
        } else if (c == '~' && !quoted && tilde_counts(expansion) &&
                   expand_tilde(expansion, context != CONTEXT_BARE)) {
            continue;
        } else if (c == '\'' && !quoted) {
            lexer->at++;
            expand_single(expansion, false);
        } else if (c == '"' && context == CONTEXT_ARITHMETIC) {
            lexer->at++;
        } else if (c == '"') {
            lexer->at++;
            expand_double(expansion);
        } else {
            marked_put(shell->arena, &expansion->out, (struct slice){text + lexer->at, 1},
                       marks[context]);
            lexer->at++;
        }
    }
}

/* --- Fields ----------------------------------------------------------------------------------- */

/* Appends a field; marks are only kept once one is needed. */
static void add_field(struct shell *shell, struct fields *fields, struct slice text,
                      struct origin origin, unsigned unknown)
{
    if (++shell->fields > SHELL_WORDS)
        arena_stop(shell->arena, ARENA_TOO_LARGE, "more than 100,000 words in one line");
    args_add(shell->arena, &fields->args, text, origin);
    if (!unknown && !fields->unknown)
        return;
    if (fields->unknown_cap < fields->args.cap) {
        unsigned char *marks = arena_take_zero(shell->arena, fields->args.cap, 1);
        if (fields->unknown)
            memcpy(marks, fields->unknown, fields->args.len - 1);
        fields->unknown = marks;
        fields->unknown_cap = fields->args.cap;
    }
    fields->unknown[fields->args.len - 1] = (unsigned char)unknown;
}

/* One field, bytes from..to: a pathname pattern becomes what it matches. */
static void finish_field(struct expansion *expansion, struct fields *fields, size_t from, size_t to)
{
    struct shell *shell = expansion->shell;
    const struct word *word = expansion->word;
    struct origin origin = shell_origin(shell, word->from, word->from + (uint32_t)word->raw.len);
    if (!shell->noglob && pattern_magic(&expansion->out, from, to)) {
        struct host_names paths = {0};
        enum host_answer answer = glob_paths(shell, &expansion->out, from, to, &paths);
        if (answer == HOST_UNKNOWN) {
            shell_unknown(shell, word->raw, UNKNOWN_FILE, origin);
            expansion->unknown |= WORD_UNKNOWN_BARE;
        }
        for (size_t i = 0; i < paths.len; i++)
            add_field(shell, fields, paths.at[i], origin, expansion->unknown);
        if (paths.len)
            return;
    }
    add_field(shell, fields, marked_bytes(shell->arena, &expansion->out, from, to), origin,
              expansion->unknown);
}

enum { SEPARATES_NOT, SEPARATES_BLANK, SEPARATES };

/* Whether byte i separates words: an unprotected character of IFS. */
static int separates(const struct marked *out, struct slice ifs, size_t i)
{
    if (i >= out->len || !(out->marks[i] & BYTE_SPLIT) || !slice_has(ifs, out->at[i]))
        return SEPARATES_NOT;
    char c = out->at[i];
    return c == ' ' || c == '\t' || c == '\n' ? SEPARATES_BLANK : SEPARATES;
}

/* Moves behind blanks that separate. */
static size_t skip_separators(const struct marked *out, struct slice ifs, size_t i)
{
    while (separates(out, ifs, i) == SEPARATES_BLANK)
        i++;
    return i;
}

/* Moves *at behind the next field at or behind *at, which is *from..*to. False when none is left.
 * Starts behind leading blanks. */
static bool next_field(const struct marked *out, struct slice ifs, size_t *at, size_t *from,
                       size_t *to)
{
    size_t i = *at;
    if (i >= out->len)
        return false;
    *from = i;
    while (i < out->len && separates(out, ifs, i) == SEPARATES_NOT)
        i++;
    *to = i;
    bool blank = separates(out, ifs, i) == SEPARATES_BLANK;
    i = skip_separators(out, ifs, i + (i < out->len));
    /* Blanks around another separator belong to it. */
    if (blank && separates(out, ifs, i) == SEPARATES)
        i = skip_separators(out, ifs, i + 1);
    *at = i;
    return true;
}

/* Makes a field of each part between separators. */
static void split_fields(struct expansion *expansion, struct fields *fields)
{
    struct slice ifs = expansion->shell->ifs;
    size_t at = skip_separators(&expansion->out, ifs, 0), from, to;
    while (next_field(&expansion->out, ifs, &at, &from, &to))
        finish_field(expansion, fields, from, to);
}

struct slice expand_join(struct shell *shell, const struct marked *marked)
{
    struct buffer out = {.arena = shell->arena};
    size_t at = skip_separators(marked, shell->ifs, 0), from, to;
    for (bool first = true; next_field(marked, shell->ifs, &at, &from, &to); first = false) {
        if (!first)
            buffer_byte(&out, ' ');
        buffer_put(&out, marked_bytes(shell->arena, marked, from, to));
    }
    return buffer_slice(&out);
}

/* Quotes inside ${…} can be paired in one way when the line is read and in another when it is
 * expanded; what bash makes of such a word is not simulated. */
static void check_read(const struct expansion *expansion)
{
    const struct word *word = expansion->word;
    if (expansion->lexer.error != LEX_OK)
        shell_stop(expansion->shell, word->raw,
                   expansion_origin(expansion, 0, (uint32_t)word->raw.len));
}

/* Expands one word, its braces done already. */
static void expand_one(struct shell *shell, const struct word *word, struct slice text,
                       struct fields *fields)
{
    struct expansion expansion = {.shell = shell, .word = word, .equals = UINT32_MAX};
    parser_init(&expansion.lexer, shell->arena, text);
    expansion.rewritten = text.at != word->raw.at;
    size_t name = word->marks & MARK_TILDE ? shell_name_length(text) : 0;
    struct slice behind = slice_after(text, name);
    bool adds = slice_starts(behind, S("+="));
    if (name && !expansion.rewritten && (adds || slice_starts(behind, S("=")))) {
        expansion.equals = (uint32_t)name + adds;
        expansion.assignment = true;
    }
    expand_text(&expansion, CONTEXT_BARE, "");
    check_read(&expansion);
    if (shell->flow != FLOW_ON || expansion.out.len == 0)
        return;
    bool splits = false;
    for (size_t i = 0; i < expansion.out.len && !splits; i++)
        splits = expansion.out.marks[i] & BYTE_SPLIT;
    if (splits && !expansion.lone_dollar)
        split_fields(&expansion, fields);
    else
        finish_field(&expansion, fields, 0, expansion.out.len);
}

void expand_assigned(struct shell *shell, const struct word *word, struct fields *fields)
{
    struct word one = *word;
    size_t n = shell_name_length(word->raw);
    struct slice rest = slice_after(word->raw, n);
    n += slice_starts(rest, S("+=")) ? 2 : 1;
    if (!shell_name_length(word->raw) || (word->marks & (MARK_PROCESS | MARK_ARRAY)) ||
        !(slice_starts(rest, S("=")) || slice_starts(rest, S("+=")))) {
        one.next = NULL;
        expand_fields(shell, &one, fields);
        return;
    }
    struct value value = expand_value(shell, word, n, true);
    if (shell->flow == FLOW_ON)
        add_field(shell, fields, arena_join(shell->arena, slice_first(word->raw, n), value.text),
                  shell_origin(shell, word->from, word->from + (uint32_t)word->raw.len),
                  value.unknown ? WORD_UNKNOWN_QUOTED : 0);
}

static bool is_plain(const struct word *word)
{
    return !(word->marks & ~(uint32_t)MARK_EQUALS);
}

static struct origin word_origin(const struct shell *shell, const struct word *word)
{
    return shell_origin(shell, word->from, word->from + (uint32_t)word->raw.len);
}

/* Adds the words in front that stand for themselves, as long as there is room for them; the first
 * word that is left. */
static const struct word *add_plain(struct shell *shell, const struct word *word,
                                    struct fields *fields)
{
    struct args *args = &fields->args;
    size_t room = fields->unknown ? 0 : args->cap - args->len;
    uint32_t most = SHELL_WORDS - shell->fields, n = 0;
    most = room < most ? (uint32_t)room : most;
    for (struct arg *at = args->at + args->len; n < most && word && is_plain(word); n++) {
        at[n] = (struct arg){word->raw, word_origin(shell, word)};
        word = word->next;
    }
    args->set = args->set || n;
    args->len += n;
    shell->fields += n;
    return word;
}

void expand_fields(struct shell *shell, const struct word *word, struct fields *fields)
{
    for (; word && shell->flow == FLOW_ON; word = word->next) {
        word = add_plain(shell, word, fields);
        if (!word)
            return;
        struct slice raw = word->raw;
        if (is_plain(word)) {
            add_field(shell, fields, raw, word_origin(shell, word), 0);
            continue;
        }
        if (word->marks & (MARK_PROCESS | MARK_ARRAY)) {
            shell_stop(shell, raw, word_origin(shell, word));
            return;
        }
        struct slice_list words = {&raw, 1, 1};
        if (word->marks & MARK_BRACE) {
            words = (struct slice_list){0};
            brace_expand(shell->arena, raw, &words);
        }
        for (size_t i = 0; i < words.len && shell->flow == FLOW_ON; i++)
            expand_one(shell, word, words.at[i], fields);
    }
}

struct value expand_value(struct shell *shell, const struct word *word, size_t skip,
                          bool assignment)
{
    struct expansion expansion = {.shell = shell, .word = word, .equals = UINT32_MAX};
    struct slice rest = slice_after(word->raw, skip);
    if (!(word->marks & ~(uint32_t)(MARK_EQUALS | MARK_GLOB | MARK_BRACE)))
        return (struct value){rest, true, false, false};
    parser_init(&expansion.lexer, shell->arena, word->raw);
    expansion.lexer.at = (uint32_t)skip;
    expansion.start = expansion.frame = (uint32_t)skip;
    if (assignment) {
        expansion.equals = (uint32_t)skip - 1;
        expansion.assignment = true;
    }
    expand_text(&expansion, CONTEXT_BARE, "");
    check_read(&expansion);
    struct slice text = marked_bytes(shell->arena, &expansion.out, 0, expansion.out.len);
    return (struct value){text, true, expansion.unknown != 0, true};
}

void expand_here(struct shell *shell, struct slice body, uint32_t from)
{
    struct word word = {.raw = body, .from = from};
    struct expansion expansion = {.shell = shell, .word = &word, .equals = UINT32_MAX};
    if (!slice_has(body, '$') && !slice_has(body, '`'))
        return;
    size_t known = shell->result->unknown.len;
    parser_init(&expansion.lexer, shell->arena, body);
    while (expansion.lexer.at < body.len && shell->flow == FLOW_ON &&
           expansion.lexer.error == LEX_OK) {
        expand_text(&expansion, CONTEXT_DOUBLE, "\"");
        expansion.lexer.at++;
    }
    /* What the command reads decides nothing here. */
    shell->result->unknown.len = known;
}
