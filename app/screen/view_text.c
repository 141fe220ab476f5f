/* Text for views: a report's lines become rows of an area. In: lines with roles. Out: cells, and
 * how many rows there are. See view_inside.h.
 *
 * Text wraps at blanks, JSON behind commas, an argv between words with its letters below each row.
 * Nothing is ever left out. */
#include "app/screen/view_inside.h"

#include "app/ground/cluster.h"

/* ---- Small things */

struct slice view_say(struct view *view, enum words_id id, const struct words_args *args)
{
    return words_say(view_arena(view), id, args);
}

struct report view_report(struct view *view, int columns)
{
    return (struct report){.arena = view_arena(view),
                           .columns = columns > 0 ? (unsigned)columns : 1};
}

int view_put(struct view *view, struct area area, int row, int col, struct slice text,
             enum role role)
{
    return frame_put(view->frame, area, row, col, text, (struct pen){role, 0});
}

static void add_part(struct view *view, struct view_part part)
{
    if (view->parts_len < VIEW_PARTS)
        view->parts[view->parts_len++] = part;
}

void view_title(struct view *view, enum pane pane, int row, int from, int to, struct slice title,
                struct slice tail)
{
    bool focus = pane != PANE_COUNT && view->kept->pane == pane;
    frame_across(view->frame, row, from, to);
    frame_title(view->frame, row, from, to, title, tail,
                (struct pen){focus ? ROLE_FOCUS : ROLE_TITLE, 0});
    if (focus && title.len) /* seen also where neither bold nor a cursor is */
        view_put(view, (struct area){row, from, 1, to - from + 1}, 0, 1, S(">"), ROLE_FOCUS);
    if (pane != PANE_COUNT)
        add_part(view, (struct view_part){.pane = pane == PANE_ANSWER ? PANE_RESULT : pane,
                                          .area = {row, from, 1, to - from + 1}});
}

void view_part(struct view *view, enum pane pane, struct area area)
{
    add_part(view, (struct view_part){.pane = pane, .area = area});
}

void view_list(struct view *view, enum pane pane, struct area area, size_t first)
{
    add_part(view, (struct view_part){pane, area, first, true});
}

void view_item(struct view *view, enum pane pane, struct area area, size_t index)
{
    for (int row = 0; row < area.rows; row++)
        add_part(view, (struct view_part){pane, area_rows(area, row, 1), index, true});
}

size_t view_scroll_top(struct view *view, enum pane pane, size_t rows, int visible)
{
    struct session *session = view->session;
    size_t height = visible > 0 ? (size_t)visible : 0;
    size_t last = rows > height ? rows - height : 0;
    session->height[pane] = height;
    if (session->top[pane] > last)
        session->top[pane] = last;
    return session->top[pane];
}

size_t view_list_top(struct view *view, enum pane pane, int visible)
{
    struct session *session = view->session;
    size_t row = session->row[pane], height = visible > 0 ? (size_t)visible : 1;
    size_t top = view_scroll_top(view, pane, session->rows[pane], visible);
    if (row < top)
        top = row;
    if (row >= top + height)
        top = row - height + 1;
    return session->top[pane] = top;
}

struct slice view_range(struct view *view, size_t first, size_t visible, size_t all)
{
    if (all <= visible)
        return S("");
    struct buffer from = {.arena = view_arena(view)}, of = {.arena = view_arena(view)};
    size_t last = first + visible < all ? first + visible : all;
    buffer_number(&from, (int64_t)first + 1);
    if (last > first + 1) {
        buffer_byte(&from, '-');
        buffer_number(&from, (int64_t)last);
    }
    buffer_number(&of, (int64_t)all);
    const struct words_args args = {.word = buffer_slice(&from), .other = buffer_slice(&of)};
    return view_say(view, WORDS_VIEW_OF, &args);
}

/* ---- A report in an area */

/* Where painting stands, in rows and columns of the area. */
struct painter {
    struct view *view;
    struct area area;
    int row, col;
    unsigned how;
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
            painter->col = frame_put(painter->view->frame, painter->area, painter->row,
                                     painter->col, slice_first(text, fit), pen_of(painter, role));
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
        size_t fit = fit_of(painter, word.text, 0);
        struct slice part = slice_first(word.text, fit);
        unsigned columns = text_columns(part);
        int col = painter->col;
        painter->col = frame_put(painter->view->frame, painter->area, painter->row, col, part,
                                 pen_of(painter, word.role));
        frame_put(painter->view->frame, painter->area, painter->row + 1, col,
                  slice_first(letter.text, columns), pen_of(painter, letter.role));
        word.text = slice_after(word.text, fit);
        letter.text = slice_after(letter.text, columns);
        if (word.text.len) {
            painter->row += 2;
            painter->col = 0;
        }
    }
}

static bool is_between(const struct report_piece *piece)
{
    return piece->role == ROLE_PLAIN && piece->text.len == 1 && *piece->text.at == ' ';
}

static void paint_words(struct painter *painter, const struct report_line *words,
                        const struct report_line *letters)
{
    for (size_t i = 0, end; i < words->len && !is_full(painter); i = end) {
        int columns = 0;
        for (end = i; end < words->len && !is_between(&words->at[end]); end++)
            columns += (int)text_columns(words->at[end].text);
        if (painter->col && painter->col + columns > painter->area.cols) {
            painter->row += 2;
            painter->col = 0;
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
        col = frame_put(painter->view->frame, painter->area, row, col, line->at[i].text,
                        pen_of(painter, line->at[i].role));
    return true;
}

static void paint_flow(struct painter *painter, const struct report_line *line)
{
    if (paint_short(painter, line))
        return;
    enum { ROOM = 16 }; /* so much at least is left for text behind an indent */
    int indent = (int)line->indent + ROOM <= painter->area.cols ? (int)line->indent : 0;
    struct flow flow = {painter->area, painter->row, 0, indent};
    for (size_t i = 0; i < line->len; i++)
        frame_flow(painter->view->frame, &flow, line->at[i].text,
                   pen_of(painter, line->at[i].role));
    painter->row = flow.row + 1;
}

static bool is_title(const struct report_line *line)
{
    return line->len && line->at[0].role == ROLE_TITLE;
}

/* A title over the whole width; of a long one the first piece. */
static void paint_title(struct painter *painter, const struct report_line *line)
{
    struct area area = painter->area;
    struct buffer title = {.arena = view_arena(painter->view)};
    unsigned columns = 4;
    for (size_t i = 0; i < line->len; i++)
        columns += text_columns(line->at[i].text);
    bool fits = columns <= (unsigned)area.cols || line->len == 1;
    for (size_t i = 0; i < (fits ? line->len : 1); i++)
        buffer_put(&title, line->at[i].text);
    if (painter->row >= 0 && painter->row < area.rows)
        view_title(painter->view, PANE_COUNT, area.row + painter->row, area.col,
                   area.col + area.cols - 1, buffer_slice(&title), S(""));
    painter->row++;
    if (!fits) { /* the rest stands below it */
        struct report_line rest = {.indent = 3, .at = line->at + 1, .len = line->len - 1};
        paint_flow(painter, &rest);
    }
}

int view_text(struct view *view, struct area area, const struct report *report, int top,
              unsigned how)
{
    struct painter painter = {view, area, -top, 0, how};
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

int view_scrolled(struct view *view, enum pane pane, struct area area, const struct report *report,
                  unsigned how)
{
    struct area nothing = {area.row, area.col, 0, area.cols};
    int rows = view_text(view, nothing, report, 0, how);
    view_scrolled_rows(view, pane, area, report, how, rows);
    return rows;
}

void view_scrolled_rows(struct view *view, enum pane pane, struct area area,
                        const struct report *report, unsigned how, int rows)
{
    size_t top = view_scroll_top(view, pane, rows > 0 ? (size_t)rows : 0, area.rows);
    if (area.rows > 0)
        view_text(view, area, report, (int)top, how);
    view_part(view, pane, area);
}
