/* The scratchpad's composition: which parts stand where, for every size. In: the area between
 * header and footer. Out: the parts, each painted into its place. See view_inside.h.
 *
 * From 72 columns on the Dockerfile stands beside the pair, below them the line, the result, the
 * notes. From 100x30 on the nine forms stand below the pair, from 100x36 on the steps below the
 * result, from 120 on beside them the lines tried before, from 160 on the forms beside the pair.
 * Narrower or lower, one part is shown at a time, and what runs stays in sight below it. */
#include "app/screen/view_inside.h"

enum { WIDE_ENOUGH = 72, HIGH_ENOUGH = 14, FORMS_ROWS = 5 };

/* Rows of each part and where the dividers are, without titles. */
struct layout {
    struct area area;
    int top, line, result, steps, notes; /* rows */
    int divider, forms_divider;          /* columns; forms_divider 0: the forms stand below */
    bool forms, tried;
};

static int at_least(int n, int least)
{
    return n > least ? n : least;
}

/* ---- Composing */

static int divider_of(int columns)
{
    if (columns >= 160)
        return columns - 109;
    if (columns >= 120)
        return 58 + (columns - 120) / 2;
    if (columns >= 100)
        return columns - 54 - (columns - 100) * 8 / 20;
    return columns * 49 / 80;
}

/* The part in focus takes rows from the others, when it needs them. */
static void favour_focus(struct view *view, struct layout *layout)
{
    const struct session *session = view->session;
    int result = layout->result, notes = layout->notes;
    if (session->focus == PANE_RESULT) {
        int wanted = view_result_rows(view, layout->area.cols) - result;
        int room = layout->top - 4 > 0 ? layout->top - 4 : 0;
        int taken = wanted < 0 ? 0 : wanted < room ? wanted : room;
        layout->top -= taken;
        layout->result += taken;
    }
    if (session->focus == PANE_NOTES && session->rows[PANE_NOTES]) {
        int most = session->rows[PANE_NOTES] < 8 ? (int)session->rows[PANE_NOTES] : 8;
        int wanted = (session->note_open ? 8 : most) - notes;
        int room = result - 2 > 0 ? result - 2 : 0, taken = wanted < room ? wanted : room;
        taken = taken > 0 ? taken : 0;
        int above = layout->top - 5 > 0 ? layout->top - 5 : 0, rest = wanted - taken;
        rest = !session->note_open || rest < 0 ? 0 : rest < above ? rest : above;
        layout->result -= taken;
        layout->top -= rest;
        layout->notes += taken + rest;
    }
}

static struct layout compose(struct view *view, struct area area)
{
    struct layout layout = {.area = area, .notes = 1, .divider = divider_of(area.cols)};
    int rows = area.rows + 2; /* of the screen, with header and footer */
    layout.forms = area.cols >= 100 && rows >= 30;
    layout.forms_divider = layout.forms && area.cols >= 160 ? layout.divider + 47 : 0;
    layout.steps = area.cols >= 100 && rows >= 36 ? 5 : 0;
    layout.tried = layout.steps && area.cols >= 120;
    /* titles: the top, line, result, notes, and steps */
    int left = area.rows - 4 - 1 - layout.notes - (layout.steps ? layout.steps + 1 : 0);
    int more = rows > 36 ? rows - 36 : 0;
    layout.steps += layout.steps ? more / 6 : 0;
    layout.notes += more / 8;
    left -= (layout.steps ? more / 6 : 0) + more / 8;
    layout.result = rows >= 36 ? 8 + more / 6 : rows >= 30 ? 8 : rows >= 24 ? 7 : left * 7 / 16;
    layout.result = layout.steps || rows < 36 ? layout.result : left - at_least(left * 9 / 16, 14);
    layout.top = left - layout.result;
    layout.line = view_line_rows(view, area.cols, rows < 24 ? 2 : rows < 36 ? 3 : 6);
    layout.result -= layout.line - 1;
    favour_focus(view, &layout);
    return layout;
}

/* ---- Painting */

/* The forms beside the pair: symbols, and below them what each would run. */
static void put_forms(struct view *view, struct area area)
{
    struct area at = area_rows(area, 1, area.rows - 1);
    struct report report = view_report(view, at.cols - 1);
    view_title(view, PANE_COUNT, area.row, area.col, area.col + area.cols - 1,
               view_say(view, WORDS_TITLE_GRID, NULL), S(""));
    view_symbols(view, area_rows(at, 0, SYMBOL_ROWS));
    if (!view_hides(view))
        view_forms(view, &report);
    view_text(view, area_inset(area_rows(at, FORMS_ROWS, at.rows - FORMS_ROWS), 1), &report, 0,
              view->session->stale ? TEXT_OLD : 0);
}

/* The upper half: Dockerfile, pair, forms. Lines first, titles over them. */
static void put_top(struct view *view, const struct layout *layout)
{
    struct area area = layout->area;
    int last = area.col + area.cols - 1, row = area.row, end = row + layout->top + 1;
    int right = area.col + layout->divider, forms = area.col + layout->forms_divider;
    bool below = layout->forms && !layout->forms_divider;
    int pair_rows = layout->top - (below ? FORMS_ROWS : 0);
    frame_across(view->frame, row, area.col, last);
    frame_across(view->frame, end, area.col, last);
    frame_down(view->frame, right, row, end);
    if (below)
        frame_across(view->frame, row + 1 + pair_rows, right, last);
    if (layout->forms_divider)
        frame_down(view->frame, forms, row, end);
    int pair_last = layout->forms_divider ? forms - 1 : last;
    view_title(view, PANE_EDITOR, row, area.col, right - 1,
               view_say(view, WORDS_VIEW_DOCKERFILE, NULL),
               view_editor_range(view, (struct area){0, 0, layout->top, layout->divider}));
    view_title(view, PANE_COUNT, row, right + 1, pair_last, view_pair_title(view), S(""));
    view_editor(view, (struct area){row + 1, area.col, layout->top, layout->divider});
    view_pair(view, (struct area){row + 1, right + 1, pair_rows,
                                  pair_last - right - (layout->forms_divider ? 1 : 0)});
    if (below) {
        struct slice title = view_say(view, WORDS_TITLE_GRID, NULL);
        view_title(view, PANE_COUNT, row + 1 + pair_rows, right + 1, last, title, S(""));
        view_symbols(view,
                     (struct area){row + 2 + pair_rows, right + 1, FORMS_ROWS - 1, last - right});
    }
    if (layout->forms_divider)
        put_forms(view, (struct area){row, forms + 1, layout->top + 1, last - forms});
}

static void put_result(struct view *view, int row, struct area area)
{
    const struct session *session = view->session;
    int rows = view_result(view, area);
    enum pane pane = view_hides(view) ? PANE_ANSWER : PANE_RESULT;
    struct slice tail = view_range(view, session->top[PANE_RESULT], session->height[PANE_RESULT],
                                   rows > 0 ? (size_t)rows : 0);
    view_title(view, pane, row, area.col, area.col + area.cols - 1, view_result_title(view), tail);
}

static void put_steps(struct view *view, const struct layout *layout, int row)
{
    struct area area = layout->area;
    int last = area.col + area.cols - 1, divider = layout->tried ? area.cols * 74 / 120 : area.cols;
    frame_across(view->frame, row, area.col, last);
    frame_across(view->frame, row + layout->steps + 1, area.col, last);
    if (layout->tried) {
        frame_down(view->frame, area.col + divider, row, row + layout->steps + 1);
        view_title(view, PANE_COUNT, row, area.col + divider + 1, last,
                   view_say(view, WORDS_VIEW_TRIED, NULL), S(""));
        view_tried_list(
            view,
            (struct area){row + 1, area.col + divider + 1, layout->steps, area.cols - divider - 1},
            area.cols >= 160);
    }
    view_title(view, PANE_COUNT, row, area.col, area.col + divider - 1,
               view_say(view, WORDS_TITLE_STEPS, NULL), S(""));
    view_steps(view, (struct area){row + 1, area.col, layout->steps, divider});
}

static void put_notes(struct view *view, int row, struct area area)
{
    view_notes(view, area);
    view_title(view, PANE_NOTES, row, area.col, area.col + area.cols - 1,
               view_say(view, WORDS_TITLE_NOTES, NULL), view_notes_tail(view));
}

static void put_whole(struct view *view, struct area area)
{
    struct layout layout = compose(view, area);
    int row = area.row + layout.top + 1;
    put_top(view, &layout);
    struct area line = {row + 1, area.col, layout.line, area.cols};
    view_title(view, PANE_LINE, row, area.col, area.col + area.cols - 1, view_line_title(view),
               view_line_tail(view, line));
    view_line(view, line);
    row += layout.line + 1;
    put_result(view, row, (struct area){row + 1, area.col, layout.result, area.cols});
    row += layout.result + 1;
    if (layout.steps) {
        put_steps(view, &layout, row);
        row += layout.steps + 1;
    }
    put_notes(view, row, (struct area){row + 1, area.col, layout.notes, area.cols});
}

/* ---- One part at a time */

static struct slice part_title(struct view *view, enum pane part)
{
    switch (part) {
    case PANE_EDITOR: return view_say(view, WORDS_VIEW_DOCKERFILE, NULL);
    case PANE_LINE: return view_line_title(view);
    case PANE_NOTES: return view_say(view, WORDS_TITLE_NOTES, NULL);
    default: return view_result_title(view);
    }
}

/* "2 of 4": which of the parts that take turns. */
static struct slice which_of(struct view *view, enum pane part)
{
    size_t n = part == PANE_EDITOR ? 0 : part == PANE_LINE ? 1 : part == PANE_NOTES ? 3 : 2;
    return view_range(view, n, 1, 4);
}

static void put_part(struct view *view, enum pane part, struct area area)
{
    int last = area.col + area.cols - 1;
    enum pane focus = part == PANE_RESULT && view_hides(view) ? PANE_ANSWER : part;
    if (area.rows >= 2) {
        view_title(view, focus, area.row, area.col, last, part_title(view, part),
                   which_of(view, part));
        area = area_rows(area, 1, area.rows - 1);
    }
    if (part == PANE_EDITOR)
        view_editor(view, area);
    else if (part == PANE_LINE)
        view_line(view, area);
    else if (part == PANE_NOTES)
        view_notes(view, area);
    else
        view_result(view, area);
}

/* The part in focus, and below it the result where there is room: it is what one looks at. */
static void put_stacked(struct view *view, struct area area)
{
    enum pane part = view->session->focus;
    int result = 0;
    if (part == PANE_LINE) {
        int line = view_line_rows(view, area.cols, at_least(area.rows / 3, 1)) + 1;
        result = area.rows - line >= 3 ? area.rows - line : 0;
    } else if (part == PANE_EDITOR) {
        result = area.rows >= 12  ? area.rows * 2 / 5 + 1
                 : area.rows >= 9 ? 4
                 : area.rows >= 7 ? 3
                                  : 0;
    }
    put_part(view, part, area_rows(area, 0, area.rows - result));
    if (result) {
        int row = area.row + area.rows - result;
        put_result(view, row, (struct area){row + 1, area.col, result - 1, area.cols});
    }
}

void view_scratch(struct view *view, struct area area)
{
    if (area.cols >= WIDE_ENOUGH && area.rows >= HIGH_ENOUGH)
        put_whole(view, area);
    else
        put_stacked(view, area);
}
