/* Painting cells. In: text, lines, looks. Out: a frame that term shows and tests dump. See frame.h.
 *
 * Lines between panes are cells of ROLE_RULE that hold a rune of the box drawing block. Ends are
 * stored as half lines (U+2574 to U+2577), so that a later line that meets them makes the right
 * junction; they are shown as whole ones. */
#include "app/screen/frame.h"

#include "app/ground/cluster.h"

#include <stdlib.h>

enum { ARM_LEFT = 1, ARM_RIGHT = 2, ARM_UP = 4, ARM_DOWN = 8 };

enum { ROWS_MAX = 1000, COLS_MAX = 4000 };

/* By arms: what is stored, what is shown, and the same in ASCII. */
static const uint16_t arms_stored[16] = {
    ' ',    0x2574, 0x2576, 0x2500, 0x2575, 0x2518, 0x2514, 0x2534,
    0x2577, 0x2510, 0x250C, 0x252C, 0x2502, 0x2524, 0x251C, 0x253C,
};
static const uint16_t arms_shown[16] = {
    ' ',    0x2500, 0x2500, 0x2500, 0x2502, 0x2518, 0x2514, 0x2534,
    0x2502, 0x2510, 0x250C, 0x252C, 0x2502, 0x2524, 0x251C, 0x253C,
};
static const char arms_ascii[16] = {
    ' ', '-', '-', '-', '|', '+', '+', '+', '|', '+', '+', '+', '|', '+', '+', '+',
};

static const struct cell blank = {.rune = ' ', .role = ROLE_PLAIN};

bool frame_resize(struct frame *frame, int rows, int cols)
{
    rows = rows < 0 ? 0 : rows < ROWS_MAX ? rows : ROWS_MAX;
    cols = cols < 0 ? 0 : cols < COLS_MAX ? cols : COLS_MAX;
    size_t n = (size_t)rows * (size_t)cols;
    if (n > frame->cells_cap) {
        struct cell *cells = realloc(frame->cells, n * sizeof *cells);
        if (!cells) {
            frame->rows = frame->cols = 0;
            return false;
        }
        frame->cells = cells;
        frame->cells_cap = n;
    }
    frame->rows = rows;
    frame->cols = cols;
    frame_clear(frame);
    return true;
}

void frame_free(struct frame *frame)
{
    free(frame->cells);
    free(frame->marks);
    *frame = (struct frame){0};
}

void frame_clear(struct frame *frame)
{
    size_t n = (size_t)frame->rows * (size_t)frame->cols;
    for (size_t i = 0; i < n; i++)
        frame->cells[i] = blank;
    frame->marks_len = 0;
    frame->cursor_shown = false;
}

struct area frame_area(const struct frame *frame)
{
    return (struct area){0, 0, frame->rows, frame->cols};
}

static struct cell *cell_of(const struct frame *frame, int row, int col)
{
    return frame->cells + (size_t)row * (size_t)frame->cols + (size_t)col;
}

/* The part of an area that is inside of the frame. */
static struct area clip(const struct frame *frame, struct area area)
{
    int bottom = area.rows > frame->rows - area.row ? frame->rows : area.row + area.rows;
    int right = area.cols > frame->cols - area.col ? frame->cols : area.col + area.cols;
    area.row = area.row < 0 ? 0 : area.row;
    area.col = area.col < 0 ? 0 : area.col;
    area.rows = bottom > area.row ? bottom - area.row : 0;
    area.cols = right > area.col ? right - area.col : 0;
    return area;
}

/* Keeps the marks of a cluster; gives the number for cell.marks, 0 without marks or memory. */
static uint16_t keep_marks(struct frame *frame, struct slice text)
{
    struct slice rest = text;
    utf8_next(&rest);
    if (!rest.len || frame->marks_len >= UINT16_MAX - 1)
        return 0;
    if (frame->marks_len == frame->marks_cap) {
        size_t cap = frame->marks_cap ? frame->marks_cap * 2 : 32;
        struct marks *marks = realloc(frame->marks, cap * sizeof *marks);
        if (!marks)
            return 0;
        frame->marks = marks;
        frame->marks_cap = cap;
    }
    struct marks *marks = &frame->marks[frame->marks_len++];
    *marks = (struct marks){0};
    for (int i = 0; i < CELL_MARKS && rest.len; i++)
        marks->rune[i] = utf8_next(&rest);
    return (uint16_t)frame->marks_len;
}

/* Puts one character into its cells, which are inside of the frame. Where it covers half of a wide
 * one, the other half becomes a blank. */
static void set_cell(struct frame *frame, int row, int col, unsigned columns, struct cell cell)
{
    struct cell *at = cell_of(frame, row, col), *last = at + columns - 1;
    if (at->look & CELL_RIGHT) {
        at[-1].rune = ' ';
        at[-1].look &= LOOK_ALL;
    }
    if (last->look & CELL_WIDE) {
        last[1].rune = ' ';
        last[1].look &= LOOK_ALL;
    }
    *at = cell;
    if (columns == 2) {
        at->look |= CELL_WIDE;
        *last = (struct cell){.role = cell.role, .look = (uint8_t)(cell.look | CELL_RIGHT)};
    }
}

/* Where painting stands: a row of the frame and the columns from left up to right. */
struct brush {
    struct frame *frame;
    int row, col, left, right;
    struct pen pen;
};

/* A character of one column, or nothing outside of the borders. */
static void paint(struct brush *brush, uint32_t rune, struct pen pen)
{
    if (brush->col >= brush->left && brush->col < brush->right)
        set_cell(brush->frame, brush->row, brush->col, 1,
                 (struct cell){.rune = rune, .role = (uint8_t)pen.role, .look = pen.look});
    brush->col++;
}

static void paint_plain(struct brush *brush, struct cluster cluster, struct slice text)
{
    if (brush->col < brush->left || brush->col + (int)cluster.columns > brush->right) {
        for (unsigned i = 0; i < cluster.columns; i++)
            paint(brush, ' ', brush->pen);
        return;
    }
    struct cell cell = {.rune = cluster.rune,
                        .marks = keep_marks(brush->frame, text),
                        .role = (uint8_t)brush->pen.role,
                        .look = brush->pen.look};
    set_cell(brush->frame, brush->row, brush->col, cluster.columns, cell);
    brush->col += (int)cluster.columns;
}

static void paint_escape(struct brush *brush, struct slice text, size_t at)
{
    char escape[CLUSTER_ESCAPE_SIZE];
    size_t n = cluster_escape(text, at, escape);
    for (size_t i = 0; i < n; i++)
        paint(brush, (unsigned char)escape[i], (struct pen){ROLE_ESCAPE, brush->pen.look});
}

/* Whether a printable ASCII character stands there, without marks: most do. */
static inline bool is_simple(struct slice text, size_t at)
{
    unsigned char c = (unsigned char)text.at[at];
    return c >= ' ' && c < 0x7F && (at + 1 == text.len || (unsigned char)text.at[at + 1] < 0x80);
}

/* Paints simple characters from `at` on, as many as stand there and fit between the borders; gives
 * how many. Cells that hold half of a wide character are left to set_cell. */
static size_t paint_simple(struct brush *brush, struct slice text, size_t at)
{
    struct cell cell = {.role = (uint8_t)brush->pen.role, .look = brush->pen.look};
    if (brush->col < brush->left || brush->col >= brush->right)
        return 0;
    size_t n = 0, room = (size_t)(brush->right - brush->col);
    struct cell *to = cell_of(brush->frame, brush->row, brush->col);
    while (n < room && at + n < text.len && is_simple(text, at + n) &&
           !(to[n].look & (CELL_WIDE | CELL_RIGHT))) {
        cell.rune = (unsigned char)text.at[at + n];
        to[n++] = cell;
    }
    brush->col += (int)n;
    return n;
}

/* Text up to the right border. tabs: TABs go to their stops, counted from the start; else ^I. */
static void paint_text(struct brush *brush, struct slice text, bool tabs)
{
    int start = brush->col;
    for (size_t at = 0; at < text.len && brush->col < brush->right;) {
        size_t simple = paint_simple(brush, text, at);
        if (simple) {
            at += simple;
            continue;
        }
        struct cluster cluster = cluster_at(text, at);
        if (cluster.kind == CLUSTER_PLAIN) {
            paint_plain(brush, cluster, slice_first(slice_after(text, at), cluster.len));
        } else if (cluster.kind == CLUSTER_TAB && tabs) {
            int stop = start + (int)cluster_column(cluster, (unsigned)(brush->col - start));
            while (brush->col < stop)
                paint(brush, ' ', brush->pen);
        } else {
            paint_escape(brush, text, at);
        }
        at += cluster.len;
    }
}

/* A brush at a place of an area; on a row outside of it all is cut off. */
static struct brush brush_at(struct frame *frame, struct area area, int row, int col,
                             struct pen pen)
{
    struct area in = clip(frame, area);
    int at = area.row + row;
    bool visible = row >= 0 && row < area.rows && at >= in.row && at < in.row + in.rows;
    int left = in.col, right = visible ? in.col + in.cols : in.col;
    return (struct brush){frame, at, area.col + col, left, right, pen};
}

int frame_put(struct frame *frame, struct area area, int row, int col, struct slice text,
              struct pen pen)
{
    struct brush brush = brush_at(frame, area, row, col, pen);
    if (brush.right == brush.left)
        return col + (int)text_columns(text);
    paint_text(&brush, text, true);
    return brush.col - area.col;
}

/* How far a run of blanks, or of what is none, goes. */
static size_t word_end(struct slice text, size_t at)
{
    bool blanks = text.at[at] == ' ';
    while (at < text.len && text.at[at] != '\n' && (text.at[at] == ' ') == blanks)
        at++;
    return at;
}

/* The columns of a text in which a TAB is shown as ^I, counted no further than limit. */
static int flow_columns(struct slice text, int limit)
{
    int columns = 0;
    for (size_t at = 0; at < text.len && columns <= limit;) {
        if (is_simple(text, at)) {
            columns++;
            at++;
            continue;
        }
        struct cluster cluster = cluster_at(text, at);
        columns += (int)cluster.columns;
        at += cluster.len;
    }
    return columns;
}

static void flow_row(struct flow *flow)
{
    flow->row++;
    flow->col = flow->indent < flow->area.cols ? flow->indent : 0;
}

/* A word that is longer than a row, cut where rows end. */
static void flow_long(struct frame *frame, struct flow *flow, struct slice word, struct pen pen)
{
    for (size_t at = 0; at < word.len;) {
        struct cluster cluster = cluster_at(word, at);
        int start = flow->indent < flow->area.cols ? flow->indent : 0;
        if (flow->col + (int)cluster.columns > flow->area.cols && flow->col > start)
            flow_row(flow);
        struct brush brush = brush_at(frame, flow->area, flow->row, flow->col, pen);
        paint_text(&brush, slice_first(slice_after(word, at), cluster.len), false);
        flow->col += (int)cluster.columns;
        at += cluster.len;
    }
}

void frame_flow(struct frame *frame, struct flow *flow, struct slice text, struct pen pen)
{
    if (flow->area.cols <= 0)
        return;
    for (size_t at = 0; at < text.len;) {
        if (text.at[at] == '\n') {
            flow_row(flow);
            at++;
            continue;
        }
        size_t end = word_end(text, at);
        struct slice word = slice_first(slice_after(text, at), end - at);
        int columns = flow_columns(word, flow->area.cols), room = flow->area.cols - flow->col;
        int start = flow->indent < flow->area.cols ? flow->indent : 0;
        if (*word.at == ' ') {
            /* blanks at a row's end need no place; the next word goes to the next row */
            if (columns > room)
                word.len = room > 0 ? (size_t)room : 0, columns = room;
        } else if (columns > room && flow->col > start) {
            flow_row(flow);
            room = flow->area.cols - flow->col;
        }
        at = end;
        if (columns > room) {
            flow_long(frame, flow, word, pen);
            continue;
        }
        struct brush brush = brush_at(frame, flow->area, flow->row, flow->col, pen);
        paint_text(&brush, word, false);
        flow->col += columns > 0 ? columns : 0;
    }
}

void frame_fill(struct frame *frame, struct area area, struct pen pen)
{
    struct area in = clip(frame, area);
    for (int row = in.row; row < in.row + in.rows; row++)
        for (int col = in.col; col < in.col + in.cols; col++)
            set_cell(frame, row, col, 1,
                     (struct cell){.rune = ' ', .role = (uint8_t)pen.role, .look = pen.look});
}

void frame_look(struct frame *frame, struct area area, uint8_t look)
{
    struct area in = clip(frame, area);
    for (int row = in.row; row < in.row + in.rows; row++)
        for (int col = in.col; col < in.col + in.cols; col++)
            cell_of(frame, row, col)->look |= look & LOOK_ALL;
}

/* The arms of a cell; 0 when it holds no line. */
static unsigned arms_of(const struct cell *cell)
{
    for (unsigned arms = 1; cell->role == ROLE_RULE && arms < 16; arms++)
        if (arms_stored[arms] == cell->rune)
            return arms;
    return 0;
}

/* Adds arms to a cell. An end that meets text leaves the text alone. */
static void add_arms(struct frame *frame, int row, int col, unsigned arms, bool end)
{
    if (row < 0 || row >= frame->rows || col < 0 || col >= frame->cols)
        return;
    struct cell *cell = cell_of(frame, row, col);
    unsigned before = arms_of(cell);
    if (end && !before && cell->rune != ' ')
        return;
    set_cell(frame, row, col, 1,
             (struct cell){.rune = arms_stored[before | arms], .role = ROLE_RULE});
}

void frame_across(struct frame *frame, int row, int from_col, int to_col)
{
    const struct cell line = {.rune = arms_stored[ARM_LEFT | ARM_RIGHT], .role = ROLE_RULE};
    if (row < 0 || row >= frame->rows)
        return;
    for (int col = from_col < 0 ? 0 : from_col; col <= to_col && col < frame->cols; col++) {
        struct cell *cell = cell_of(frame, row, col);
        if (col > from_col && col < to_col && !cell->look && cell->role != ROLE_RULE)
            *cell = line; /* nothing to be joined with */
        else
            add_arms(frame, row, col,
                     (col > from_col ? ARM_LEFT : 0u) | (col < to_col ? ARM_RIGHT : 0u),
                     col == from_col || col == to_col);
    }
}

void frame_down(struct frame *frame, int col, int from_row, int to_row)
{
    for (int row = from_row < 0 ? 0 : from_row; row <= to_row && row < frame->rows; row++)
        add_arms(frame, row, col, (row > from_row ? ARM_UP : 0u) | (row < to_row ? ARM_DOWN : 0u),
                 row == from_row || row == to_row);
}

/* A text with a blank on both sides. */
static void put_label(struct frame *frame, struct area area, int col, struct slice text,
                      struct pen pen)
{
    struct pen rule = {ROLE_RULE, 0};
    frame_put(frame, area, 0, col, S(" "), rule);
    frame_put(frame, area, 0, frame_put(frame, area, 0, col + 1, text, pen), S(" "), rule);
}

void frame_title(struct frame *frame, int row, int from, int to, struct slice title,
                 struct slice tail, struct pen pen)
{
    int cols = to - from + 1, tail_cols = (int)text_columns(tail);
    int tail_at = cols - tail_cols - 4;
    bool with_tail = tail.len && tail_at >= 2;
    int room = (with_tail ? tail_at : cols) - 4;
    if (room > 0 && title.len) {
        struct slice text = slice_first(title, text_fit(title, (unsigned)room));
        put_label(frame, (struct area){row, from, 1, cols}, 2, text, pen);
    }
    if (with_tail)
        put_label(frame, (struct area){row, from, 1, cols}, tail_at, tail, pen);
}

void frame_cursor(struct frame *frame, struct area area, int row, int col)
{
    struct area in = clip(frame, area);
    frame->cursor_row = area.row + row;
    frame->cursor_col = area.col + col;
    frame->cursor_shown = frame->cursor_row >= in.row && frame->cursor_row < in.row + in.rows &&
                          frame->cursor_col >= in.col && frame->cursor_col < in.col + in.cols;
}

uint32_t frame_rune(const struct frame *frame, const struct cell *cell)
{
    if (cell->role != ROLE_RULE || cell->rune < 0x80)
        return cell->rune;
    unsigned arms = arms_of(cell);
    return frame->ascii ? (unsigned char)arms_ascii[arms] : arms_shown[arms];
}

bool cell_equal(const struct frame *a, const struct cell *x, const struct frame *b,
                const struct cell *y)
{
    if (x->rune != y->rune || x->role != y->role || x->look != y->look)
        return false;
    if (!x->marks || !y->marks)
        return x->marks == y->marks;
    return memcmp(&a->marks[x->marks - 1], &b->marks[y->marks - 1], sizeof(struct marks)) == 0;
}
