/* Brace expansion. Input: a word as typed; output: the words it stands for, as typed text.
 *
 * Models bash 5.2: braces expand before everything else and by text alone. A brace that has no
 * partner, and a pair without a comma or a sequence, stands for itself; quoted text, ${…}, $(…) and
 * `…` are never looked into. Partners are found in one pass, so nothing is searched twice. */
#include "sim/shell/brace.h"

#include "sim/ground/buffer.h"
#include "sim/ground/number.h"
#include "sim/shell/parse.h"

#define NO_PARTNER UINT32_MAX

/* A brace or comma outside quotes. */
struct brace_mark {
    uint32_t at;      /* offset in the word */
    uint32_t partner; /* of { the index of its }, and of } of its { */
    uint32_t comma;   /* of { and of a comma the next comma of the same pair, or NO_PARTNER */
    char c;
};

struct brace_marks {
    struct brace_mark *at;
    size_t len, cap;
};

struct braces {
    struct arena *arena;
    struct slice raw;
    struct brace_marks marks;
    unsigned depth;
};

/* Moves `at` behind quoted text or a substitution that begins there; false when none does. */
static bool skip_quoted(struct lexer *lexer)
{
    char c = lexer->text.at[lexer->at];
    struct slice rest = slice_after(lexer->text, lexer->at + 1);
    lexer->at++;
    switch (c) {
    case '\\': lexer->at += rest.len > 0; return true;
    case '\'': lex_single(lexer); return true;
    case '"': lex_double(lexer); return true;
    case '`': lex_backquote(lexer); return true;
    case '$':
        if (slice_starts(rest, S("((")) && lex_arithmetic(lexer))
            return true;
        if (!slice_starts(rest, S("(")) && !slice_starts(rest, S("{")) &&
            !slice_starts(rest, S("'")))
            return true;
        lexer->at++;
        if (*rest.at == '(')
            lex_substitution(lexer);
        else if (*rest.at == '{')
            lex_braces(lexer);
        else
            lex_escaped(lexer);
        return true;
    default: return false;
    }
}

/* Finds braces and commas and pairs them. */
static void find_marks(struct braces *braces)
{
    struct {
        struct {
            uint32_t open, last;
        } * at;
        size_t len, cap;
    } stack = {0};
    struct lexer lexer;
    parser_init(&lexer, braces->arena, braces->raw);
    while (lexer.at < braces->raw.len && lexer.error == LEX_OK) {
        uint32_t at = lexer.at;
        if (skip_quoted(&lexer))
            continue;
        char c = braces->raw.at[at];
        uint32_t index = (uint32_t)braces->marks.len;
        if ((c != '{' && c != '}' && c != ',') || (c != '{' && stack.len == 0))
            continue;
        *list_add(braces->arena, &braces->marks) =
            (struct brace_mark){at, NO_PARTNER, NO_PARTNER, c};
        struct brace_mark *marks = braces->marks.at;
        if (c == '{') {
            list_add(braces->arena, &stack);
            stack.at[stack.len - 1].open = stack.at[stack.len - 1].last = index;
        } else if (c == ',') {
            marks[stack.at[stack.len - 1].last].comma = index;
            stack.at[stack.len - 1].last = index;
        } else {
            uint32_t open = stack.at[--stack.len].open;
            marks[open].partner = index;
            marks[index].partner = open;
        }
    }
}

/* Stops the arena beyond the ceiling on words. */
static void too_many(const struct braces *braces, uint64_t words)
{
    if (words > SHELL_WORDS)
        arena_stop(braces->arena, ARENA_TOO_LARGE, "more than 100,000 words in one line");
}

/* An end of a sequence: a number or one letter. */
struct sequence_end {
    bool letter;
    int64_t value;
    size_t width; /* of a number written with leading zeros */
};

/* Reads one end of a sequence. */
static bool read_end(struct slice s, struct sequence_end *end)
{
    *end = (struct sequence_end){0};
    if (s.len == 1 && ((*s.at | 32) >= 'a' && (*s.at | 32) <= 'z')) {
        *end = (struct sequence_end){true, *s.at, 0};
        return true;
    }
    if (parse_int(s, 10, 64, &end->value) != NUMBER_OK)
        return false;
    struct slice digits = slice_after(s, *s.at == '-' || *s.at == '+');
    if (digits.len > 1 && *digits.at == '0')
        end->width = s.len;
    return true;
}

/* A number, filled up with zeros behind its sign. */
static void put_number(struct buffer *buffer, int64_t value, size_t width)
{
    uint64_t rest = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    char digits[24];
    size_t n = 0;
    do {
        digits[n++] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest);
    if (value < 0)
        buffer_byte(buffer, '-');
    for (size_t i = n + (value < 0); i < width; i++)
        buffer_byte(buffer, '0');
    while (n)
        buffer_byte(buffer, digits[--n]);
}

/* x..y or x..y..step between braces: its words, or false when it is no sequence. */
static bool expand_sequence(struct braces *braces, struct slice inside, struct slice_list *words)
{
    struct slice parts[3] = {inside};
    size_t n = 1;
    for (size_t i = 0; i + 1 < inside.len && n < 3; i++)
        if (inside.at[i] == '.' && inside.at[i + 1] == '.') {
            size_t from = (size_t)(parts[n - 1].at - inside.at);
            parts[n - 1].len = i - from;
            parts[n++] = slice_after(inside, i + 2);
            i++;
        }
    struct sequence_end from, to;
    int64_t step = 1;
    if (n < 2 || !read_end(parts[0], &from) || !read_end(parts[1], &to) ||
        from.letter != to.letter || (n == 3 && parse_int(parts[2], 10, 64, &step) != NUMBER_OK))
        return false;
    uint64_t by = step < 0 ? 0 - (uint64_t)step : step ? (uint64_t)step : 1;
    bool down = to.value < from.value;
    uint64_t distance = down ? (uint64_t)from.value - (uint64_t)to.value
                             : (uint64_t)to.value - (uint64_t)from.value;
    too_many(braces, distance / by);
    size_t width = from.width > to.width ? from.width : to.width;
    if (width) {
        width = parts[0].len > width ? parts[0].len : width;
        width = parts[1].len > width ? parts[1].len : width;
    }
    for (uint64_t i = 0; i <= distance / by; i++) {
        struct buffer text = {.arena = braces->arena};
        int64_t value = (int64_t)((uint64_t)from.value + (down ? 0 - i * by : i * by));
        if (!from.letter) {
            put_number(&text, value, width);
        } else {
            /* bash reads a backslash made here as the escape of nothing. */
            if (value == '\\')
                buffer_string(&text, "''");
            else if (value == '`')
                buffer_string(&text, "\\`");
            else
                buffer_byte(&text, (char)value);
        }
        *list_add(braces->arena, words) = buffer_slice(&text);
    }
    return true;
}

static void expand_range(struct braces *braces, uint32_t joint, uint32_t from, uint32_t to,
                         struct slice_list *words);

/* What stands between the braces of a pair: its alternatives, or false when they stand for
 * themselves. */
static bool expand_pair(struct braces *braces, uint32_t open, struct slice_list *words)
{
    const struct brace_mark *marks = braces->marks.at;
    uint32_t close = marks[open].partner, from = marks[open].at + 1;
    if (marks[open].comma == NO_PARTNER)
        return expand_sequence(
            braces, (struct slice){braces->raw.at + from, marks[close].at - from}, words);
    uint32_t first = open + 1;
    for (uint32_t comma = marks[open].comma;; comma = marks[comma].comma) {
        uint32_t end = comma == NO_PARTNER ? close : comma;
        expand_range(braces, first, from, marks[end].at, words);
        from = marks[end].at + 1;
        first = end + 1;
        if (comma == NO_PARTNER)
            return true;
    }
}

/* Every head with every tail behind it. */
static void multiply(struct braces *braces, struct slice_list *heads,
                     const struct slice_list *tails)
{
    struct slice_list product = {0};
    too_many(braces, (uint64_t)heads->len * tails->len);
    for (size_t i = 0; i < heads->len; i++)
        for (size_t j = 0; j < tails->len; j++)
            *list_add(braces->arena, &product) =
                arena_join(braces->arena, heads->at[i], tails->at[j]);
    *heads = product;
}

/* Expands raw[from..to), whose first brace or comma may be marks[joint]. */
static void expand_range(struct braces *braces, uint32_t joint, uint32_t from, uint32_t to,
                         struct slice_list *words)
{
    struct slice_list heads = {0};
    const struct brace_mark *marks = braces->marks.at;
    uint32_t text = from; /* where the text begins that no pair has taken */
    if (++braces->depth > SHELL_NESTING)
        arena_stop(braces->arena, ARENA_TOO_LARGE, "more than 1,000 levels of nesting");
    for (; joint < braces->marks.len && marks[joint].at < to; joint++) {
        struct slice_list pair = {0};
        if (marks[joint].c != '{' || marks[joint].partner == NO_PARTNER ||
            !expand_pair(braces, joint, &pair))
            continue;
        struct slice before = {braces->raw.at + text, marks[joint].at - text};
        struct slice_list single = {&before, 1, 1};
        if (!heads.len)
            *list_add(braces->arena, &heads) = before;
        else if (before.len)
            multiply(braces, &heads, &single);
        multiply(braces, &heads, &pair);
        joint = marks[joint].partner;
        text = marks[joint].at + 1;
    }
    braces->depth--;
    struct slice after = {braces->raw.at + text, to - text};
    for (size_t i = 0; i < heads.len; i++)
        *list_add(braces->arena, words) = arena_join(braces->arena, heads.at[i], after);
    if (!heads.len)
        *list_add(braces->arena, words) = after;
    too_many(braces, words->len);
}

void brace_expand(struct arena *arena, struct slice raw, struct slice_list *words)
{
    struct braces braces = {.arena = arena, .raw = raw};
    find_marks(&braces);
    expand_range(&braces, 0, 0, (uint32_t)raw.len, words);
}
