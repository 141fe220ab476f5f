/* The run line: prompt, text, and carets under what a finding or a failure points to. In: the line
 * as the line editor has it. Out: rows, and the cursor. See view_inside.h.
 *
 * A line that is longer than a row goes on in the next one, cut anywhere, so that a cursor's place
 * is plain; of very many rows those around the cursor are seen. */
#include "app/screen/view_inside.h"

#include "app/ground/cluster.h"

enum { PROMPT = 3, ROWS_MAX = 200000 };

/* The rows of a line: where each starts. */
struct rows {
    size_t *at;
    size_t len, cap;
};

static struct slice line_text(const struct view *view, size_t *cursor)
{
    const struct session *session = view->session;
    if (view->look) {
        *cursor =
            view->look->cursor < view->look->text.len ? view->look->cursor : view->look->text.len;
        return view->look->text;
    }
    *cursor = session->line_cursor < session->line_len ? session->line_cursor : session->line_len;
    return (struct slice){session->line, session->line_len};
}

/* A TAB is shown as ^I, so that columns do not depend on where a row starts. */
static int columns_of(struct slice text)
{
    int columns = 0;
    for (size_t at = 0; at < text.len;) {
        struct cluster cluster = cluster_at(text, at);
        columns += (int)cluster.columns;
        at += cluster.len;
    }
    return columns;
}

static struct rows rows_of(struct view *view, struct slice text, int columns)
{
    struct rows rows = {0};
    int col = 0;
    columns = columns > 2 ? columns : 2;
    *list_add(view_arena(view), &rows) = 0;
    for (size_t at = 0; at < text.len;) {
        unsigned char c = (unsigned char)text.at[at], next = 0;
        next = at + 1 < text.len ? (unsigned char)text.at[at + 1] : 0;
        struct cluster cluster = {.columns = 1, .len = 1};
        if (c < ' ' || c >= 0x7F || next >= 0x80)
            cluster = cluster_at(text, at);
        if (c == '\n') {
            *list_add(view_arena(view), &rows) = at + 1;
            col = 0;
            at++;
            continue;
        }
        if (col + (int)cluster.columns > columns) {
            *list_add(view_arena(view), &rows) = at;
            col = 0;
        }
        col += (int)cluster.columns;
        at += cluster.len;
    }
    if (col >= columns) /* the cursor behind a full row */
        *list_add(view_arena(view), &rows) = text.len;
    return rows;
}

static struct slice row_text(const struct rows *rows, struct slice text, size_t row)
{
    size_t end = row + 1 < rows->len ? rows->at[row + 1] : text.len;
    struct slice at = {text.at + rows->at[row], end - rows->at[row]};
    return slice_ends(at, S("\n")) ? slice_first(at, at.len - 1) : at;
}

/* The row of a byte: the last one that starts at or in front of it. */
static size_t row_of(const struct rows *rows, size_t at)
{
    size_t low = 0, high = rows->len;
    while (low + 1 < high) {
        size_t middle = low + (high - low) / 2;
        if (rows->at[middle] <= at)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* ---- What the carets point to */

static bool in_line(const struct view *view, struct origin origin)
{
    return origin.text && origin.text == view->session->shown->question.line &&
           origin.span.to > origin.span.from;
}

/* The chosen note's place, else what Docker failed at, else the first note's. */
static struct origin find_place(const struct view *view)
{
    const struct session *session = view->session;
    const struct answer *answer = &session->shown->answer;
    size_t chosen = session->row[PANE_NOTES];
    if (view_hides(view))
        return (struct origin){0};
    if (session->focus == PANE_NOTES && chosen < answer->notes.len)
        return answer->notes.at[chosen].at;
    const struct finding *doubt = answer->is_unknown ? NULL : report_doubt_of(answer);
    if (doubt)
        return report_doubt_at(answer);
    if (in_line(view, answer->failure.at))
        return answer->failure.at;
    for (size_t i = 0; i < answer->unknown.len; i++)
        if (in_line(view, answer->unknown.at[i].at))
            return answer->unknown.at[i].at;
    for (size_t i = 0; i < answer->notes.len; i++)
        if (in_line(view, answer->notes.at[i].at))
            return answer->notes.at[i].at;
    return (struct origin){0};
}

/* The place of the carets in the line that is seen; none while it differs from the answered one. */
static struct span caret_span(const struct view *view, struct slice text)
{
    struct origin place = find_place(view);
    if (!in_line(view, place) || place.span.to > text.len ||
        !slice_equal(text, view->session->shown->line.bytes))
        return (struct span){0, 0};
    return place.span;
}

int view_line_rows(struct view *view, int columns, int most)
{
    size_t cursor;
    struct slice text = line_text(view, &cursor);
    struct rows rows = rows_of(view, text, columns - PROMPT);
    int n = rows.len < ROWS_MAX ? (int)rows.len : ROWS_MAX;
    if (n == 1 && most > 1 && caret_span(view, text).to)
        return 2;
    return n < most ? n : most;
}

/* ---- Painting */

/* A part of a row, TABs as escapes. */
static int put_part(struct view *view, struct area area, int row, int col, struct slice text,
                    uint8_t look)
{
    struct slice part;
    while (text.len) {
        bool tab = slice_cut(text, '\t', &part, &text);
        col = frame_put(view->frame, area, row, col, part, (struct pen){ROLE_PLAIN, look});
        if (tab)
            col = frame_put(view->frame, area, row, col, S("^I"), (struct pen){ROLE_ESCAPE, look});
    }
    return col;
}

/* One row; what the carets mean is underlined as well. */
static void put_row(struct view *view, struct area area, int row, struct slice text, size_t start,
                    struct span marked)
{
    size_t from = marked.from > start ? marked.from - start : 0;
    size_t to = marked.to > start ? marked.to - start : 0;
    from = from < text.len ? from : text.len;
    to = to < text.len ? to : text.len;
    int col = put_part(view, area, row, PROMPT, slice_first(text, from), 0);
    if (to > from)
        col = put_part(view, area, row, col, (struct slice){text.at + from, to - from},
                       LOOK_UNDERLINE);
    put_part(view, area, row, col, slice_after(text, to > from ? to : from), 0);
}

static void put_carets(struct view *view, struct area area, struct slice text, struct span marked)
{
    struct slice under = {text.at + marked.from, marked.to - marked.from};
    int col = PROMPT + columns_of(slice_first(text, marked.from));
    for (int n = columns_of(under); n > 0; n--)
        col = view_put(view, area, 1, col, S("^"), ROLE_CARET);
}

void view_line(struct view *view, struct area area)
{
    size_t cursor;
    struct slice text = line_text(view, &cursor);
    struct rows rows = rows_of(view, text, area.cols - PROMPT);
    struct span marked = caret_span(view, text);
    size_t at = row_of(&rows, cursor), height = area.rows > 0 ? (size_t)area.rows : 1;
    size_t top = at >= height ? at - height + 1 : 0;
    if (!top)
        view_put(view, area, 0, 1, S("$"), ROLE_PROMPT);
    for (size_t i = 0; i < height && top + i < rows.len; i++)
        put_row(view, area, (int)i, row_text(&rows, text, top + i), rows.at[top + i], marked);
    if (rows.len == 1 && marked.to && area.rows > 1)
        put_carets(view, area, text, marked);
    if (view->kept->pane == PANE_LINE) {
        struct slice before = {text.at + rows.at[at], cursor - rows.at[at]};
        frame_cursor(view->frame, area, (int)(at - top), PROMPT + columns_of(before));
    }
    view_part(view, PANE_LINE, area);
}

struct slice view_line_tail(struct view *view, struct area area)
{
    size_t cursor, height = area.rows > 0 ? (size_t)area.rows : 1;
    struct slice text = line_text(view, &cursor);
    struct rows rows = rows_of(view, text, area.cols - PROMPT);
    size_t at = row_of(&rows, cursor);
    return view_range(view, at >= height ? at - height + 1 : 0, height, rows.len);
}

struct slice view_line_title(struct view *view)
{
    const struct line_look *look = view->look;
    if (!look || look->search == LINE_NO_SEARCH)
        return view_say(view, look && look->full ? WORDS_VIEW_LINE_FULL : WORDS_VIEW_LINE, NULL);
    const struct words_args args = {.word = look->pattern};
    bool back = look->search == LINE_SEARCH_BACK;
    return view_say(view,
                    look->search_failed ? WORDS_VIEW_LINE_MISSED
                    : back              ? WORDS_VIEW_LINE_BACK
                                        : WORDS_VIEW_LINE_FORWARD,
                    &args);
}
