/* A report's lines become rows of an area. See frame_report.h. In: lines with roles. Out: cells,
 * and how many rows there are.
 *
 * Text wraps at blanks, JSON behind commas, an argv between words with its letters below each row.
 * Nothing is ever left out. */
#include "app/screen/frame_report.h"

#include "app/ground/cluster.h"

/* Where painting stands, in rows and columns of the area. */
struct painter {
    struct frame *frame;
    struct arena *arena;
    struct area area;
    int row, col;
    unsigned how;
    int indent; /* of an argv: where its rows begin */
};

static struct pen pen_of(const struct painter *painter, enum role role)
{
    return (struct pen){painter->how & TEXT_OLD ? ROLE_OLD : role, 0};
}

/* How many bytes of a text fit behind col, at least one character in a row that has nothing yet. */
static size_t fit_of(const struct painter *painter, struct slice text, int start)
{
    int room = painter->area.cols - painter->col;
    size_t fit = text_fit(text, room > 0 ? (unsigned)room : 0);
    return fit || painter->col > start ? fit : cluster_at(text, 0).len;
}

/* A text that is cut where rows end. */
static void put_cut(struct painter *painter, struct slice text, enum role role, int indent)
{
    while (text.len) {
        size_t fit = fit_of(painter, text, indent);
        if (fit)
            painter->col = frame_put(painter->frame, painter->area, painter->row, painter->col,
                                     slice_first(text, fit), pen_of(painter, role));
        text = slice_after(text, fit);
        if (text.len) {
            painter->row++;
            painter->col = indent;
        }
    }
}

/* Whether all that can be seen is painted; never while rows are counted. */
static bool is_full(const struct painter *painter)
{
    return painter->area.rows > 0 && painter->row >= painter->area.rows;
}

static void paint_json(struct painter *painter, const struct report_line *line)
{
    int indent = (int)line->indent < painter->area.cols ? (int)line->indent : 0;
    for (size_t i = 0; i < line->len && !is_full(painter); i++) {
        bool comma = i + 1 < line->len && line->at[i + 1].text.len == 1;
        int columns = (int)text_columns(line->at[i].text) + comma;
        if (line->at[i].text.len > 1 && painter->col > indent &&
            painter->col + columns > painter->area.cols) {
            painter->row++;
            painter->col = indent;
        }
        put_cut(painter, line->at[i].text, line->at[i].role, indent);
    }
    painter->row++;
}

/* A piece of a word and the letters under it. */
static void put_both(struct painter *painter, struct report_piece word, struct report_piece letter)
{
    while (word.text.len) {
        size_t fit = fit_of(painter, word.text, painter->indent);
        struct slice part = slice_first(word.text, fit);
        unsigned columns = text_columns(part);
        int col = painter->col;
        painter->col = frame_put(painter->frame, painter->area, painter->row, col, part,
                                 pen_of(painter, word.role));
        frame_put(painter->frame, painter->area, painter->row + 1, col,
                  slice_first(letter.text, columns), pen_of(painter, letter.role));
        word.text = slice_after(word.text, fit);
        letter.text = slice_after(letter.text, columns);
        if (word.text.len) {
            painter->row += 2;
            painter->col = painter->indent;
        }
    }
}

/* Where rows after the first begin: so much at least is left for text behind it. */
static int indent_of(const struct painter *painter, const struct report_line *line)
{
    enum { ROOM = 16 };
    return (int)line->indent + ROOM <= painter->area.cols ? (int)line->indent : 0;
}

static bool is_between(const struct report_piece *piece)
{
    return piece->role == ROLE_PLAIN && piece->text.len == 1 && *piece->text.at == ' ';
}

static void paint_words(struct painter *painter, const struct report_line *words,
                        const struct report_line *letters)
{
    painter->indent = indent_of(painter, words);
    for (size_t i = 0, end; i < words->len && !is_full(painter); i = end) {
        int columns = 0;
        for (end = i; end < words->len && !is_between(&words->at[end]); end++)
            columns += (int)text_columns(words->at[end].text);
        if (painter->col > painter->indent && painter->col + columns > painter->area.cols) {
            painter->row += 2;
            painter->col = painter->indent;
        }
        for (size_t piece = i; piece < end; piece++)
            put_both(painter, words->at[piece], letters->at[piece]);
        if (end < words->len) {
            painter->col++;
            end++;
        }
    }
    painter->row += 2;
}

/* A line that needs no wrapping, as most do not. false: it does. */
static bool paint_short(struct painter *painter, const struct report_line *line)
{
    int columns = 0;
    for (size_t i = 0; i < line->len; i++) {
        struct slice text = line->at[i].text;
        columns += (int)text_columns(text);
        if (columns > painter->area.cols || slice_has(text, '\n') || slice_has(text, '\t'))
            return false;
    }
    int row = painter->row++, col = 0;
    if (row < 0 || row >= painter->area.rows)
        return true;
    for (size_t i = 0; i < line->len; i++)
        col = frame_put(painter->frame, painter->area, row, col, line->at[i].text,
                        pen_of(painter, line->at[i].role));
    return true;
}

/* The bytes of a text up to its first blank, and those up to the end of its last one. */
static size_t head_of(struct slice text)
{
    size_t at = 0;
    while (at < text.len && text.at[at] != ' ' && text.at[at] != '\n')
        at++;
    return at;
}

static size_t before_tail(struct slice text)
{
    size_t at = text.len;
    while (at && text.at[at - 1] != ' ' && text.at[at - 1] != '\n')
        at--;
    return at;
}

/* The columns of the word that goes on through pieces from i on. */
static int columns_behind(const struct report_line *line, size_t i)
{
    int columns = 0;
    for (; i < line->len; i++) {
        struct slice text = line->at[i].text;
        size_t head = head_of(text);
        columns += (int)text_columns(slice_first(text, head));
        if (head < text.len)
            break;
    }
    return columns;
}

/* Pieces that follow without a blank are one word, and stay together. */
static void flow_piece(struct painter *painter, struct flow *flow, const struct report_line *line,
                       size_t i, bool *joined)
{
    struct slice text = line->at[i].text;
    struct pen pen = pen_of(painter, line->at[i].role);
    size_t tail = before_tail(text);
    struct slice word = slice_after(text, tail);
    int behind = word.len ? columns_behind(line, i + 1) : 0;
    int columns = (int)text_columns(word) + behind;
    frame_flow(painter->frame, flow, slice_first(text, tail), pen);
    if (behind && (!*joined || tail) && flow->col > flow->indent &&
        flow->col + columns > flow->area.cols && columns <= flow->area.cols - flow->indent) {
        flow->row++;
        flow->col = flow->indent;
    }
    frame_flow(painter->frame, flow, word, pen);
    *joined = word.len > 0;
}

static void paint_flow(struct painter *painter, const struct report_line *line)
{
    if (paint_short(painter, line))
        return;
    int indent = indent_of(painter, line);
    struct flow flow = {painter->area, painter->row, 0, indent};
    bool joined = false;
    for (size_t i = 0; i < line->len; i++)
        flow_piece(painter, &flow, line, i, &joined);
    painter->row = flow.row + 1;
}

static bool is_title(const struct report_line *line)
{
    return line->len && line->at[0].role == ROLE_TITLE;
}

static void put_title(struct painter *painter, int row, struct slice title)
{
    int from = painter->area.col, to = from + painter->area.cols - 1;
    frame_across(painter->frame, row, from, to);
    frame_title(painter->frame, row, from, to, title, S(""), (struct pen){ROLE_TITLE, 0});
}

/* A title over the whole width; of a long one the first piece. */
static void paint_title(struct painter *painter, const struct report_line *line)
{
    struct area area = painter->area;
    struct buffer title = {.arena = painter->arena};
    unsigned columns = 4;
    for (size_t i = 0; i < line->len; i++)
        columns += text_columns(line->at[i].text);
    bool fits = columns <= (unsigned)area.cols || line->len == 1;
    for (size_t i = 0; i < (fits ? line->len : 1); i++)
        buffer_put(&title, line->at[i].text);
    if (painter->row >= 0 && painter->row < area.rows)
        put_title(painter, area.row + painter->row, buffer_slice(&title));
    painter->row++;
    if (!fits) { /* the rest stands below it */
        struct report_line rest = {.indent = 3, .at = line->at + 1, .len = line->len - 1};
        paint_flow(painter, &rest);
    }
}

int frame_report(struct frame *frame, struct area area, const struct report *report, int top,
                 unsigned how)
{
    struct painter painter = {frame, report->arena, area, -top, 0, how, 0};
    if (area.cols <= 0)
        return 0;
    for (size_t i = 0; i < report->len && !is_full(&painter); i++) {
        const struct report_line *line = &report->at[i];
        painter.col = 0;
        if (line->kind == REPORT_WORDS)
            paint_words(&painter, line, &report->at[++i]);
        else if (line->kind == REPORT_JSON)
            paint_json(&painter, line);
        else if (how & TEXT_RULED && is_title(line))
            paint_title(&painter, line);
        else
            paint_flow(&painter, line);
    }
    return painter.row + top;
}
