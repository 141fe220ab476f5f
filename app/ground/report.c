/* Lines of text with roles: the parts that every report is built from. See report.h.
 *
 * In: facts and sentences. Out: lines in an arena. Nothing here knows a terminal; what may reach
 * one is decided by cluster.h. */
#include "app/ground/report.h"

#include "app/ground/charset.h"
#include "app/ground/cluster.h"

struct report_line *report_line(struct report *report, enum report_kind kind, unsigned indent)
{
    struct report_line *line = list_add(report->arena, report);
    *line = (struct report_line){.kind = kind, .indent = indent};
    return line;
}

static struct report_line *last_line(struct report *report)
{
    return report->len ? &report->at[report->len - 1] : report_line(report, REPORT_TEXT, 0);
}

/* How many bytes in front are printable ASCII. */
static size_t plain_len(struct slice text)
{
    size_t n = 0;
    while (n < text.len && text.at[n] >= ' ' && text.at[n] < 0x7F)
        n++;
    return n;
}

struct slice report_visible(struct report *report, struct slice text)
{
    if (plain_len(text) == text.len)
        return text;
    charset_is_utf8(); /* widths, and so what is printable, are known from here on */
    struct buffer out = {.arena = report->arena};
    for (size_t at = 0; at < text.len;) {
        struct cluster cluster = cluster_at(text, at);
        char escape[CLUSTER_ESCAPE_SIZE];
        if (cluster.kind == CLUSTER_PLAIN)
            buffer_put(&out, slice_first(slice_after(text, at), cluster.len));
        else
            buffer_put(&out, (struct slice){escape, cluster_escape(text, at, escape)});
        at += cluster.len;
    }
    return buffer_slice(&out);
}

static void add_raw(struct report *report, enum role role, struct slice text)
{
    struct report_line *line = last_line(report);
    *list_add(report->arena, line) = (struct report_piece){text, role};
}

void report_add(struct report *report, enum role role, struct slice text)
{
    if (text.len)
        add_raw(report, role, report_visible(report, text));
}

static struct slice blanks(struct report *report, size_t n)
{
    static const char some[] = "                                                                ";
    if (n < sizeof some)
        return (struct slice){some, n};
    char *at = arena_take(report->arena, n);
    memset(at, ' ', n);
    return (struct slice){at, n};
}

void report_pad(struct report *report, unsigned column, unsigned least)
{
    unsigned at = 0;
    const struct report_line *line = last_line(report);
    for (size_t i = 0; i < line->len; i++)
        at += text_columns(line->at[i].text);
    unsigned wanted = at + least < column ? column - at : least;
    add_raw(report, ROLE_PLAIN, blanks(report, wanted));
}

void report_text(struct report *report, enum role role, unsigned indent, struct slice text)
{
    while (text.len) {
        struct slice line;
        slice_cut(text, '\n', &line, &text);
        report_line(report, REPORT_TEXT, indent);
        if (line.len) {
            add_raw(report, ROLE_PLAIN, blanks(report, indent));
            report_add(report, role,
                       slice_ends(line, S("\r")) ? slice_first(line, line.len - 1) : line);
        }
    }
}

void report_row(struct report *report, enum words_id label)
{
    report_line(report, REPORT_TEXT, REPORT_LABEL);
    report_add(report, ROLE_LABEL, words_say(report->arena, label, NULL));
    report_pad(report, REPORT_LABEL, 1);
}

void report_rest(struct report *report, enum role role, struct slice text)
{
    struct slice first, more;
    slice_cut(text, '\n', &first, &more);
    report_add(report, role, first);
    report_text(report, role, REPORT_LABEL, more);
}

void report_gap(struct report *report)
{
    if (report->len && report->at[report->len - 1].len)
        report_line(report, REPORT_TEXT, 0);
}

void report_title_text(struct report *report, struct slice title)
{
    report_gap(report);
    report_line(report, REPORT_TEXT, 0);
    report_add(report, ROLE_TITLE, title);
}

void report_title(struct report *report, enum words_id title)
{
    report_title_text(report, report_say(report, title, NULL));
}

struct slice report_say(struct report *report, enum words_id id, const struct words_args *args)
{
    return words_say(report->arena, id, args);
}

/* ---- Words */

/* $'…' in ASCII: for a word that cannot be shown otherwise. Octal takes at most three digits, so a
 * digit that follows stays apart. */
static struct slice ascii_word(struct report *report, struct slice word)
{
    struct buffer out = {.arena = report->arena};
    buffer_put(&out, S("$'"));
    for (size_t i = 0; i < word.len; i++) {
        unsigned char c = (unsigned char)word.at[i];
        if (c == '\'' || c == '\\')
            buffer_byte(&out, '\\');
        if (c >= ' ' && c < 0x7F) {
            buffer_byte(&out, (char)c);
            continue;
        }
        const char octal[] = {'\\', (char)('0' + (c >> 6)), (char)('0' + (c >> 3 & 7)),
                              (char)('0' + (c & 7))};
        buffer_put(&out, (struct slice){octal, sizeof octal});
    }
    buffer_byte(&out, '\'');
    return buffer_slice(&out);
}

/* Whether a text can be shown byte by byte as it is. */
static bool is_visible(struct slice text)
{
    if (plain_len(text) == text.len)
        return true;
    charset_is_utf8();
    for (size_t at = 0; at < text.len;) {
        struct cluster cluster = cluster_at(text, at);
        if (cluster.kind != CLUSTER_PLAIN)
            return false;
        at += cluster.len;
    }
    return true;
}

struct slice report_shell_word(struct report *report, struct slice word)
{
    struct slice quoted = quoted_shell(report->arena, word);
    return is_visible(quoted) ? quoted : ascii_word(report, word);
}

static void put_json_escape(struct buffer *out, uint32_t rune)
{
    if (rune > 0xFFFF) { /* a surrogate pair */
        put_json_escape(out, 0xD800 + ((rune - 0x10000) >> 10));
        rune = 0xDC00 + ((rune - 0x10000) & 0x3FF);
    }
    buffer_put(out, S("\\u"));
    buffer_hex(out, rune, 4);
}

struct slice report_json_word(struct report *report, struct slice word)
{
    struct buffer json = {.arena = report->arena};
    quote_json(&json, word);
    struct slice text = buffer_slice(&json);
    if (is_visible(text))
        return text;
    struct buffer out = {.arena = report->arena};
    for (size_t at = 0; at < text.len;) {
        struct cluster cluster = cluster_at(text, at);
        struct slice rest = slice_first(slice_after(text, at), cluster.len);
        if (cluster.kind == CLUSTER_PLAIN)
            buffer_put(&out, rest);
        else
            put_json_escape(&out, utf8_next(&rest));
        at += cluster.len;
    }
    return buffer_slice(&out);
}

enum role report_role(enum word_from from)
{
    switch (from) {
    case WORD_ENTRYPOINT: return ROLE_ENTRYPOINT;
    case WORD_CMD: return ROLE_CMD;
    case WORD_RUN: return ROLE_RUN;
    case WORD_OPTION: return ROLE_OPTION;
    case WORD_SHELL: return ROLE_SHELL;
    }
    return ROLE_PLAIN;
}

/* The bytes of a quoted word in front of what the quotes hold: none, ' or $'. An empty word has
 * nothing inside, so its quotes count as its text. */
static size_t quote_len(struct slice quoted)
{
    if (quoted.len <= 2)
        return 0;
    return *quoted.at == '\'' ? 1 : slice_starts(quoted, S("$'")) ? 2 : 0;
}

static struct slice letters(struct report *report, char letter, size_t n)
{
    char *at = arena_take(report->arena, n);
    memset(at, letter, n);
    return (struct slice){at, n};
}

/* One word and its letters, appended to both lines: quotes are no part of the word. */
static void add_word(struct report *report, size_t words, const struct plan_word *word)
{
    struct slice quoted = report_shell_word(report, word->arg.text);
    size_t front = quote_len(quoted), back = front ? 1 : 0;
    struct slice inside = {quoted.at + front, quoted.len - front - back};
    const struct report_piece pieces[] = {
        {slice_first(quoted, front), ROLE_PLAIN},
        {inside, report_role(word->from)},
        {slice_after(quoted, quoted.len - back), ROLE_PLAIN},
    };
    for (size_t i = 0; i < 3; i++)
        if (pieces[i].text.len) {
            unsigned columns = text_columns(pieces[i].text);
            char letter = pieces[i].role == ROLE_PLAIN ? ' ' : (char)word->from;
            *list_add(report->arena, &report->at[words]) = pieces[i];
            *list_add(report->arena, &report->at[words + 1]) =
                (struct report_piece){letters(report, letter, columns), pieces[i].role};
        }
}

void report_vector(struct report *report, const struct plan_word *argv, size_t len)
{
    size_t words = report->len;
    const struct report_piece blank = {S(" "), ROLE_PLAIN};
    report_line(report, REPORT_WORDS, 0);
    report_line(report, REPORT_LETTERS, 0);
    for (size_t i = 0; i < len; i++) {
        if (i) {
            *list_add(report->arena, &report->at[words]) = blank;
            *list_add(report->arena, &report->at[words + 1]) = blank;
        }
        add_word(report, words, &argv[i]);
    }
    report_line(report, REPORT_JSON, 1);
    for (size_t i = 0; i < len; i++) {
        add_raw(report, ROLE_PLAIN, i ? S(",") : S("["));
        add_raw(report, report_role(argv[i].from), report_json_word(report, argv[i].arg.text));
    }
    add_raw(report, ROLE_PLAIN, S("]"));
}

/* ---- Places */

struct slice report_place(struct report *report, const struct place *place)
{
    struct arena *arena = report->arena;
    const struct words_args args = {.file = place->name, .image = place->name, .line = place->line};
    switch (place->source) {
    case SOURCE_DOCKERFILE:
    case SOURCE_FILE: return words_say(arena, WORDS_PLACE_FILE, &args);
    case SOURCE_LINE: return words_say(arena, WORDS_PLACE_TYPED, &args);
    case SOURCE_BASE: return words_say(arena, WORDS_PLACE_BASE, &args);
    case SOURCE_DEFAULT: break;
    }
    return words_say(arena, WORDS_PLACE_DEFAULT, NULL);
}

/* A TAB takes one column in an excerpt, so that carets stand right. */
static struct slice without_tabs(struct report *report, struct slice text)
{
    if (!slice_has(text, '\t'))
        return text;
    struct slice copy = arena_copy(report->arena, text);
    struct buffer out = {.arena = report->arena};
    for (size_t i = 0; i < copy.len; i++)
        buffer_byte(&out, copy.at[i] == '\t' ? ' ' : copy.at[i]);
    return buffer_slice(&out);
}

/* The last part of a text that fits into some columns, whole characters. */
static struct slice text_tail(struct slice text, unsigned columns)
{
    while (text_columns(text) > columns)
        text = slice_after(text, cluster_at(text, 0).len);
    return text;
}

/* Makes the three parts of an excerpt printable and cuts a long one around the middle part. */
static void cut_around(struct report *report, unsigned columns, struct slice parts[3])
{
    for (size_t i = 0; i < 3; i++)
        parts[i] = report_visible(report, without_tabs(report, parts[i]));
    unsigned before = text_columns(parts[0]), at = text_columns(parts[1]);
    if (before + at + text_columns(parts[2]) <= columns)
        return;
    parts[1] = slice_first(parts[1], text_fit(parts[1], columns / 2));
    unsigned left = columns - text_columns(parts[1]);
    if (before > left / 2)
        parts[0] = TEXT(report->arena, S("..."), text_tail(parts[0], left / 2 - 3));
    left -= text_columns(parts[0]);
    if (text_columns(parts[2]) > left)
        parts[2] =
            TEXT(report->arena, slice_first(parts[2], text_fit(parts[2], left - 3)), S("..."));
}

/* An excerpt: the line of a place in three parts, of a very long one only what is near. */
static void find_excerpt(struct slice bytes, struct span span, struct slice parts[3])
{
    enum { NEAR = 2048 };
    size_t from = span.from, start = from;
    while (start && bytes.at[start - 1] != '\n' && from - start < NEAR)
        start--;
    while (start < from && ((unsigned char)bytes.at[start] & 0xC0) == 0x80)
        start++;
    struct slice rest = slice_first(slice_after(bytes, from), (size_t)2 * NEAR);
    size_t to = span.to > from ? span.to : from + 1, end = from + slice_find(rest, '\n');
    while (end > from && (bytes.at[end - 1] == '\r' || bytes.at[end - 1] == ' '))
        end--;
    to = to < end ? to : end;
    parts[0] = (struct slice){bytes.at + start, from - start};
    parts[1] = slice_first((struct slice){bytes.at + from, to - from}, NEAR);
    parts[2] = slice_first((struct slice){bytes.at + to, end - to}, NEAR);
}

void report_carets(struct report *report, struct origin origin, unsigned indent)
{
    if (!origin.text || origin.span.from >= origin.text->bytes.len)
        return;
    struct slice parts[3];
    find_excerpt(origin.text->bytes, origin.span, parts);
    cut_around(report, report->columns > indent + 20 ? report->columns - indent : 160, parts);
    report_line(report, REPORT_TEXT, indent);
    add_raw(report, ROLE_PLAIN, blanks(report, indent));
    for (size_t i = 0; i < 3; i++)
        add_raw(report, ROLE_TYPED, parts[i]);
    unsigned columns = text_columns(parts[1]);
    report_line(report, REPORT_TEXT, indent);
    add_raw(report, ROLE_PLAIN, blanks(report, indent + text_columns(parts[0])));
    add_raw(report, ROLE_CARET, letters(report, '^', columns ? columns : 1));
}
