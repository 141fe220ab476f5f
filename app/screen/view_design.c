/* Design: the wishes, being typed, and what gives them. In: the session's wishes and the proposal.
 * Out: two parts, one above the other or, from 100 columns on, side by side. See view_inside.h.
 *
 * A wish that is too long for a row goes on in the next one, from its => on where that helps. In
 * front of it stand its number and whether it holds; below one that cannot be read, carets and why.
 * Where there is no room for that it is said in the last rows of the page. */
#include "app/screen/view_inside.h"

#include "app/course/check.h"
#include "app/ground/cluster.h"
#include "app/session/designing.h"

enum { SIDE_BY_SIDE = 100, MARGIN = 7, LEAST = 3 };

/* A row of the wishes: bytes of a line. */
struct wish_row {
    size_t line, from, to; /* from and to within the line */
};

struct wish_rows {
    struct wish_row *at;
    size_t len, cap;
    size_t cursor, fault; /* rows; fault SIZE_MAX: none, or none that is known */
};

static struct designing *designing_of(const struct view *view)
{
    return view->session->designing;
}

/* ---- Wrapping */

static bool is_remark(struct slice line)
{
    return line.len && *line.at == '#';
}

/* Where the => of a wish stands; the length of a line without one. */
static size_t arrow_of(struct slice line)
{
    return is_remark(line) ? line.len : check_arrow(line);
}

/* Bytes that stand in a row: behind a blank or a comma where there is one in its last half. */
static size_t fit_of(struct slice text, unsigned columns)
{
    size_t fit = text_fit(text, columns), at = fit;
    if (!fit && text.len)
        return cluster_at(text, 0).len;
    if (fit < text.len)
        while (at > fit / 2 && text.at[at - 1] != ' ' && text.at[at - 1] != ',')
            at--;
    return at > fit / 2 ? at : fit;
}

/* Cuts a part of a line into rows. */
static void cut(struct view *view, struct wish_rows *rows, size_t line, struct slice text,
                size_t from, size_t to, unsigned columns)
{
    do {
        size_t fit = fit_of(slice_first(slice_after(text, from), to - from), columns);
        *list_add(view_arena(view), rows) = (struct wish_row){line, from, from + fit};
        from += fit;
    } while (from < to);
}

static struct wish_rows rows_of(struct view *view, int columns)
{
    struct designing *designing = designing_of(view);
    struct lines *lines = &designing->wishes.lines;
    size_t cursor_line = editor_line(&designing->wishes), cursor = designing->wishes.cursor;
    bool placed = designing->old && designing->fault_placed;
    struct wish_rows rows = {.fault = SIZE_MAX};
    unsigned room = columns > 2 ? (unsigned)columns - 1 : 1; /* the cursor behind a full row */
    for (size_t line = 0; line < lines_count(lines); line++) {
        struct slice text = lines_line(lines, line);
        size_t start = lines_start(lines, line), arrow = arrow_of(text), first = rows.len;
        bool parts = arrow && arrow < text.len && text_columns(text) > room;
        cut(view, &rows, line, text, 0, parts ? arrow : text.len, room);
        if (parts)
            cut(view, &rows, line, text, arrow, text.len, room);
        for (size_t i = first; i < rows.len; i++) {
            size_t from = start + rows.at[i].from;
            if (line == cursor_line && from <= cursor)
                rows.cursor = i;
            if (line + 1 == designing->fault.line && designing->old &&
                (!placed || from <= designing->fault_from))
                rows.fault = i;
        }
    }
    return rows;
}

/* ---- Painting the wishes */

static enum role role_at(struct slice line, size_t arrow, size_t at)
{
    if (is_remark(line))
        return ROLE_COMMENT;
    if (at >= arrow)
        return at < arrow + 2 ? ROLE_KEYWORD : ROLE_STRING;
    return slice_starts(line, S("never")) && at < 5 ? ROLE_KEYWORD : ROLE_PLAIN;
}

static void put_text(struct view *view, struct area area, int row, struct slice line,
                     const struct wish_row *wish_row)
{
    size_t arrow = arrow_of(line);
    unsigned col = 0;
    for (size_t at = wish_row->from; at < wish_row->to;) {
        struct cluster cluster = cluster_at(line, at);
        if (cluster.kind != CLUSTER_TAB)
            view_put(view, area, row, (int)col, slice_first(slice_after(line, at), cluster.len),
                     role_at(line, arrow, at));
        col = cluster_column(cluster, col);
        at += cluster.len;
    }
}

/* Number and verdict; of a wish that cannot be read a mark. */
static void put_margin(struct view *view, struct area area, int row, size_t line)
{
    const struct designing *designing = designing_of(view);
    struct buffer digits = {.arena = view_arena(view)};
    size_t number;
    const struct design_wish *wish = designing_wish(view->session, (uint32_t)line + 1, &number);
    if (designing->old && designing->fault.line == line + 1) {
        view_put(view, area, row, 2, S("!"), ROLE_MARKED);
        return;
    }
    if (!wish)
        return;
    bool holds = wish->verdict == WISH_HOLDS;
    buffer_number(&digits, (int64_t)number);
    view_put(view, area, row, 1, view_say(view, holds ? WORDS_VIEW_OK : WORDS_VIEW_NO, NULL),
             designing->old ? ROLE_OLD
             : holds        ? ROLE_GOOD
                            : ROLE_BAD);
    view_put(view, area, row, MARGIN - 1 - (int)digits.len, buffer_slice(&digits), ROLE_NUMBER);
}

static struct slice fault_text(struct view *view)
{
    const struct design_fault *fault = &designing_of(view)->fault;
    struct report report = view_report(view, 0);
    return report_visible(
        &report,
        words_flat(view_arena(view), words_say(view_arena(view), fault->id, &fault->args)));
}

/* The columns of the fault in its row. */
static void fault_columns(struct view *view, const struct wish_row *row, int *from, int *to)
{
    struct designing *designing = designing_of(view);
    struct slice line = lines_line(&designing->wishes.lines, row->line);
    size_t start = lines_start(&designing->wishes.lines, row->line) + row->from;
    struct slice text = slice_first(slice_after(line, row->from), row->to - row->from);
    size_t first = designing->fault_from - start, behind = designing->fault_to - start;
    *from = (int)text_columns(slice_first(text, first < text.len ? first : text.len));
    *to = (int)text_columns(slice_first(text, behind < text.len ? behind : text.len));
    *to = *to > *from ? *to : *from + 1;
}

/* Carets, and beside or below them why, in the rows of the area. Gives how many it took; *told:
 * whether there was room. */
static int put_fault(struct view *view, struct area area, const struct wish_row *at, bool *told)
{
    struct slice why = fault_text(view);
    int columns = (int)text_columns(why), from = 0, to = -1;
    if (designing_of(view)->fault_placed)
        fault_columns(view, at, &from, &to);
    for (int col = from; col < to; col++)
        view_put(view, area, 0, col, S("^"), ROLE_CARET);
    *told = true;
    if (to + 1 + columns <= area.cols) {
        view_put(view, area, 0, to + 1, why, ROLE_WARN);
        return 1;
    }
    if (columns < from) {
        view_put(view, area, 0, from - 1 - columns, why, ROLE_WARN);
        return 1;
    }
    struct report report = view_report(view, area.cols);
    report_text(&report, ROLE_WARN, 0, why);
    struct area below = area_rows(area, 1, area.rows - 1);
    int rows = view_text(view, area_rows(below, 0, 0), &report, 0, 0);
    *told = rows <= below.rows;
    if (*told)
        view_text(view, below, &report, 0, 0);
    return *told ? rows + 1 : 1;
}

/* The first visible row: as it was, but the cursor and what is said below it are seen. */
static size_t top_row(struct view *view, const struct wish_rows *rows, int visible)
{
    size_t height = visible > 0 ? (size_t)visible : 1;
    size_t all = rows->len + (rows->fault != SIZE_MAX);
    size_t last = rows->cursor + (rows->fault <= rows->cursor);
    size_t top = view_scroll_top(view, PANE_DESIGN, all, visible);
    if (last >= top + height)
        top = last - height + 1;
    if (rows->cursor < top)
        top = rows->cursor;
    return view->session->top[PANE_DESIGN] = top;
}

/* The part; whether the fault, if any, is told in it. */
static bool put_wishes(struct view *view, struct area area, const struct wish_rows *rows)
{
    struct designing *designing = designing_of(view);
    struct lines *lines = &designing->wishes.lines;
    struct area text = area_inset(area, MARGIN);
    size_t top = top_row(view, rows, area.rows), i = top;
    bool told = false;
    view_part(view, PANE_DESIGN, area);
    for (int row = 0; row < area.rows && i < rows->len; row++, i++) {
        const struct wish_row *at = &rows->at[i];
        struct slice line = lines_line(lines, at->line);
        if (!at->from)
            put_margin(view, area, row, at->line);
        put_text(view, text, row, line, at);
        view_item(view, PANE_DESIGN, area_rows(area, row, 1), at->line);
        if (i == rows->cursor && view->kept->pane == PANE_DESIGN) {
            size_t in = designing->wishes.cursor - lines_start(lines, at->line) - at->from;
            struct slice left = slice_first(slice_after(line, at->from), in);
            frame_cursor(view->frame, text, row, (int)text_columns(left));
        }
        if (i == rows->fault && row + 1 < area.rows) {
            int behind = (int)(rows->len - i - 1), room = area.rows - row - 1;
            room = room > behind + 1 ? room - behind : 1;
            row += put_fault(view, area_rows(text, row + 1, room), at, &told);
        }
    }
    if (!lines->len) {
        struct report report = view_report(view, text.cols);
        report_text(&report, ROLE_FAINT, 0, view_say(view, WORDS_DESIGN_HOW, NULL));
        view_text(view, area_rows(text, 1, text.rows - 1), &report, 0, 0);
        return true;
    }
    return told;
}

/* ---- The proposal */

/* Sets text in by a column, and leaves out empty rows: titles stand on lines. */
static void set_in(struct report *report)
{
    size_t len = 0;
    for (size_t i = 0; i < report->len; i++) {
        struct report_line line = report->at[i];
        if (!line.len)
            continue;
        if (line.at[0].role != ROLE_TITLE) {
            list_add(report->arena, &line);
            memmove(line.at + 1, line.at, (line.len - 1) * sizeof *line.at);
            line.at[0] = (struct report_piece){S(" "), ROLE_PLAIN};
            line.indent++;
        }
        report->at[len++] = line;
    }
    report->len = len;
}

/* A fault that is told nowhere else, in the last rows; gives how many. */
static int put_foot(struct view *view, struct area area)
{
    const struct designing *designing = designing_of(view);
    struct report report = view_report(view, area.cols - 1);
    const struct words_args args = {.word = view_number(view, designing->fault.line),
                                    .other = fault_text(view)};
    report_line(&report, REPORT_TEXT, 2);
    report_add(&report, ROLE_WARN,
               designing->fault.line ? view_say(view, WORDS_DESIGN_FAULT_LINE, &args) : args.other);
    struct area at = area_inset(area, 1);
    int rows = view_text(view, area_rows(at, 0, 0), &report, 0, 0);
    int most = area.rows > 2 ? area.rows * 2 / 3 : 1;
    rows = rows < most ? rows : most;
    view_text(view, area_rows(at, area.rows - rows, rows), &report, 0, 0);
    return rows;
}

static struct slice proposal_title(struct view *view, bool narrow)
{
    const struct designing *designing = designing_of(view);
    bool own = designing->shown ? designing->shown->design.tried : designing_tries(view->session);
    bool old = designing->old && designing->shown;
    return view_say(view,
                    narrow && old ? WORDS_DESIGN_OLD_SHORT
                    : narrow      ? own ? WORDS_DESIGN_OWN_SHORT : WORDS_DESIGN_PAIR_SHORT
                    : old         ? WORDS_DESIGN_OLD
                    : own         ? WORDS_DESIGN_OWN
                                  : WORDS_DESIGN_PAIR,
                    NULL);
}

/* "2 of 3 hold", and which rows are seen. */
static struct slice proposal_tail(struct view *view, int rows)
{
    const struct session *session = view->session;
    const struct proposal *shown = designing_of(view)->shown;
    if (!shown)
        return S("");
    const struct words_args args = {.word = view_number(view, shown->design.holding),
                                    .other = view_number(view, shown->design.len)};
    struct slice range = view_range(view, session->top[PANE_PROPOSAL],
                                    session->height[PANE_PROPOSAL], rows > 0 ? (size_t)rows : 0);
    struct slice hold = view_say(view, WORDS_DESIGN_HOLD, &args);
    return range.len ? TEXT(view_arena(view), range, S("   "), hold) : hold;
}

/* The part below its title; gives how many rows there are. */
static int put_proposal(struct view *view, struct area area, bool told)
{
    struct designing *designing = designing_of(view);
    struct report report = view_report(view, area.cols);
    if (designing->old && !told && area.rows > 0)
        area.rows -= put_foot(view, area);
    if (designing->shown)
        design_page(&report, &designing->shown->design);
    else
        report_text(&report, ROLE_FAINT, 0, view_say(view, WORDS_DESIGN_NOTHING, NULL));
    set_in(&report);
    if (view->kept->pane == PANE_PROPOSAL)
        frame_cursor(view->frame, area, 0, 1);
    return view_scrolled(view, PANE_PROPOSAL, area, &report,
                         TEXT_RULED | (designing->old ? TEXT_OLD : 0u));
}

/* ---- Both */

static void put_title_of_wishes(struct view *view, struct area area, const struct wish_rows *rows)
{
    const struct session *session = view->session;
    struct slice range = view_range(view, session->top[PANE_DESIGN], session->height[PANE_DESIGN],
                                    rows->len + (rows->fault != SIZE_MAX));
    view_title(view, PANE_DESIGN, area.row, area.col, area.col + area.cols - 1,
               view_say(view, WORDS_DESIGN_WISHES, NULL), range);
}

/* A part with its title on its first row. */
static bool put_upper(struct view *view, struct area area)
{
    struct wish_rows rows = rows_of(view, area.cols - MARGIN);
    bool told = put_wishes(view, area_rows(area, 1, area.rows - 1), &rows);
    put_title_of_wishes(view, area, &rows);
    return told;
}

static void put_lower(struct view *view, struct area area, bool told)
{
    int rows = put_proposal(view, area_rows(area, 1, area.rows - 1), told);
    struct slice title = proposal_title(view, false), tail = proposal_tail(view, rows);
    enum { RULES = 10 }; /* the line around title and tail */
    if ((int)(text_columns(title) + text_columns(tail)) + RULES > area.cols)
        title = proposal_title(view, true);
    view_title(view, PANE_PROPOSAL, area.row, area.col, area.col + area.cols - 1, title, tail);
}

/* How many rows the wishes get with their title: what they need, but the part that has the keyboard
 * gets the larger half. */
static int upper_rows(struct view *view, struct area area)
{
    struct wish_rows rows = rows_of(view, area.cols - MARGIN);
    bool reads = view->session->page == PANE_PROPOSAL;
    int most = reads ? area.rows / 4 : area.rows / 2;
    enum { MORE = 3, HOW = 3 }; /* its title and a fault in the last one; how a wish is written */
    int wanted = rows.len < (size_t)area.rows ? (int)rows.len + MORE : area.rows;
    wanted += designing_of(view)->wishes.lines.len ? 0 : HOW;
    most = most > LEAST ? most : LEAST;
    wanted = wanted < most ? wanted : most;
    return wanted > LEAST ? wanted : LEAST;
}

void view_design(struct view *view, struct area area)
{
    if (!designing_of(view))
        return;
    if (area.cols >= SIDE_BY_SIDE && area.rows >= 2 * LEAST) {
        struct area left = area, right;
        left.cols = area.cols * 46 / 100;
        right = area_inset(area, left.cols + 1);
        frame_across(view->frame, area.row, area.col, area.col + area.cols - 1);
        frame_down(view->frame, area.col + left.cols, area.row, area.row + area.rows - 1);
        put_lower(view, right, put_upper(view, left));
    } else if (area.rows >= 2 * LEAST) {
        int upper = upper_rows(view, area);
        bool told = put_upper(view, area_rows(area, 0, upper));
        put_lower(view, area_rows(area, upper, area.rows - upper), told);
    } else if (view->session->page == PANE_PROPOSAL) {
        put_lower(view, area, false);
    } else {
        put_upper(view, area);
    }
}
