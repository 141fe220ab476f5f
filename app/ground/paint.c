/* Lines with roles to bytes: wrapping and colours. See paint.h.
 *
 * Colours are SGR sequences (ECMA-48), written here and nowhere else. A colour only doubles what a
 * letter or a word says; those of the five origins are told apart by people who see no red or no
 * green, on dark and on light. */
#include "app/ground/paint.h"

#include "app/ground/cluster.h"

/* What is written in front of a piece: with 8 colours and with 256, where those are chosen that can
 * be read on any background. */
struct look {
    const char *few, *many;
};

static const struct look looks[ROLE_COUNT] = {
    [ROLE_ENTRYPOINT] = {"1;36", "1;38;5;68"},
    [ROLE_CMD] = {"33", "38;5;166"},
    [ROLE_RUN] = {"1;32", "1;38;5;65"},
    [ROLE_OPTION] = {"1;35", "1;38;5;163"},
    [ROLE_SHELL] = {NULL, "38;5;241"},
    [ROLE_LABEL] = {"1", "1"},
    [ROLE_FAINT] = {NULL, "38;5;243"},
    [ROLE_BAD] = {"1;31", "1;38;5;167"},
    [ROLE_WARN] = {"31", "38;5;167"},
    [ROLE_CARET] = {"1;31", "1;38;5;167"},
    [ROLE_TYPED] = {"1", "1"},
    [ROLE_TITLE] = {"1", "1"},
    [ROLE_KEYWORD] = {"1", "1"},
    [ROLE_NUMBER] = {NULL, "38;5;243"},
};

struct painting {
    struct buffer *out;
    const struct paint *paint;
    struct arena *arena;
};

/* One piece in its colour. Blanks need none. */
static void put_piece(const struct painting *painting, enum role role, struct slice text)
{
    const struct look *look = &looks[role];
    const char *sgr = painting->paint->colours == PAINT_NONE  ? NULL
                      : painting->paint->colours == PAINT_256 ? look->many
                                                              : look->few;
    if (!sgr || !text.len || (text.len == 1 && *text.at == ' ')) {
        buffer_put(painting->out, text);
        return;
    }
    buffer_put(painting->out, S("\x1b["));
    buffer_string(painting->out, sgr);
    buffer_byte(painting->out, 'm');
    buffer_put(painting->out, text);
    buffer_put(painting->out, S("\x1b[0m"));
}

static unsigned line_columns(const struct report_line *line)
{
    unsigned columns = 0;
    for (size_t i = 0; i < line->len; i++)
        columns += text_columns(line->at[i].text);
    return columns;
}

static bool is_blank(struct slice text)
{
    for (size_t i = 0; i < text.len; i++)
        if (text.at[i] != ' ')
            return false;
    return true;
}

/* A line as it is, without blanks at its end. */
static void put_line(const struct painting *painting, const struct report_line *line)
{
    size_t len = line->len;
    while (len && is_blank(line->at[len - 1].text))
        len--;
    for (size_t i = 0; i < len; i++)
        put_piece(painting, line->at[i].role, line->at[i].text);
    buffer_byte(painting->out, '\n');
}

static void put_blanks(const struct painting *painting, unsigned n)
{
    while (n--)
        buffer_byte(painting->out, ' ');
}

/* ---- Wrapping text */

/* The line's pieces laid end to end, and where each ends. */
struct flat {
    struct slice text;
    const struct report_line *line;
    size_t piece, piece_end; /* the piece at the place where painting stands, and its end */
};

static struct flat flatten(struct arena *arena, const struct report_line *line)
{
    struct buffer text = {.arena = arena};
    for (size_t i = 0; i < line->len; i++)
        buffer_put(&text, line->at[i].text);
    return (struct flat){buffer_slice(&text), line, 0, line->len ? line->at[0].text.len : 0};
}

/* Paints bytes from up to to, each with the role of its piece. Called with rising ranges. */
static void put_range(const struct painting *painting, struct flat *flat, size_t from, size_t to)
{
    while (from < to) {
        while (flat->piece_end <= from)
            flat->piece_end += flat->line->at[++flat->piece].text.len;
        size_t end = flat->piece_end < to ? flat->piece_end : to;
        put_piece(painting, flat->line->at[flat->piece].role,
                  (struct slice){flat->text.at + from, end - from});
        from = end;
    }
}

/* Where a row that may take `fit` bytes ends: behind the last word or comma that fits. `rest` is
 * what is left of the line; its first `first` bytes, a label, and blanks are no place to break. */
static size_t break_at(struct slice rest, size_t fit, size_t first, bool commas)
{
    while (first < rest.len && rest.at[first] == ' ')
        first++;
    for (size_t i = fit; i > first; i--) {
        if (rest.at[i] == ' ')
            return i;
        if (commas && rest.at[i - 1] == ',')
            return i;
    }
    return fit;
}

static void put_wrapped(const struct painting *painting, const struct report_line *line)
{
    unsigned columns = painting->paint->columns;
    enum { ROOM = 20 }; /* so much at least is left for text behind an indent */
    unsigned indent = line->indent + ROOM <= columns ? line->indent : 0, room = columns;
    struct flat flat = flatten(painting->arena, line);
    size_t at = 0;
    for (;;) {
        struct slice rest = slice_after(flat.text, at);
        size_t fit = text_fit(rest, room);
        if (fit == 0 && rest.len) /* a character wider than the room: shown all the same */
            fit = cluster_at(rest, 0).len;
        size_t row = fit < rest.len
                         ? break_at(rest, fit, at ? 0 : indent, line->kind == REPORT_JSON)
                         : rest.len;
        size_t end = row;
        while (end && rest.at[end - 1] == ' ')
            end--;
        put_range(painting, &flat, at, at + end);
        buffer_byte(painting->out, '\n');
        at += row;
        while (at < flat.text.len && flat.text.at[at] == ' ')
            at++;
        if (at >= flat.text.len)
            return;
        put_blanks(painting, indent);
        room = columns - indent;
    }
}

/* ---- Words with their letters, in rows */

/* Two rows being filled, one above the other. */
struct rows {
    struct report_line words, letters;
    unsigned columns;
};

static void end_rows(const struct painting *painting, struct rows *rows)
{
    if (!rows->columns)
        return;
    put_blanks(painting, 2);
    put_line(painting, &rows->words);
    put_blanks(painting, 2);
    put_line(painting, &rows->letters);
    rows->words.len = rows->letters.len = 0;
    rows->columns = 0;
}

static void add_both(const struct painting *painting, struct rows *rows, struct report_piece word,
                     struct report_piece letter)
{
    *list_add(painting->arena, &rows->words) = word;
    *list_add(painting->arena, &rows->letters) = letter;
    rows->columns += text_columns(word.text);
}

/* A piece that is wider than a row goes over several. */
static void add_piece(const struct painting *painting, struct rows *rows, struct report_piece word,
                      struct report_piece letter)
{
    unsigned room = painting->paint->columns - 2;
    if (rows->columns == 0 && is_blank(word.text))
        return;
    if (rows->columns && rows->columns + text_columns(word.text) > room)
        end_rows(painting, rows);
    while (text_columns(word.text) > room) {
        size_t fit = text_fit(word.text, room);
        fit = fit ? fit : cluster_at(word.text, 0).len;
        struct slice part = slice_first(word.text, fit);
        unsigned columns = text_columns(part);
        add_both(painting, rows, (struct report_piece){part, word.role},
                 (struct report_piece){slice_first(letter.text, columns), letter.role});
        end_rows(painting, rows);
        word.text = slice_after(word.text, fit);
        letter.text = slice_after(letter.text, columns);
    }
    if (word.text.len && !(rows->columns == 0 && is_blank(word.text)))
        add_both(painting, rows, word, letter);
}

static void put_words(const struct painting *painting, const struct report_line *words,
                      const struct report_line *letters)
{
    put_line(painting, words);
    if (!painting->paint->columns || line_columns(words) <= painting->paint->columns) {
        put_line(painting, letters);
        return;
    }
    struct rows rows = {0};
    for (size_t i = 0; i < words->len; i++)
        add_piece(painting, &rows, words->at[i], letters->at[i]);
    end_rows(painting, &rows);
}

void paint_report(struct buffer *out, const struct report *report, const struct paint *paint)
{
    const struct painting painting = {out, paint, report->arena};
    for (size_t i = 0; i < report->len; i++) {
        const struct report_line *line = &report->at[i];
        if (line->kind == REPORT_WORDS)
            put_words(&painting, line, &report->at[++i]);
        else if (paint->columns && line->kind != REPORT_WHOLE &&
                 line_columns(line) > paint->columns)
            put_wrapped(&painting, line);
        else
            put_line(&painting, line);
    }
}
