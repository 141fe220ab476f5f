/* What a terminal has to be sent. In: two frames and the terminal's orders. Out: bytes. See draw.h.
 */
#include "app/screen/draw.h"

#include <limits.h>
#include <stdlib.h>

/* Cells of a row that look alike and are written in one go. */
struct draw_run {
    int row, from, to;
    unsigned style;
};

enum {
    GAP = 4,
    BLANKS = 7
}; /* so many cells are rather written again than jumped over; from so
     many on blanks are erased rather than written */

#define OWN_STYLE UINT_MAX /* of a run: each cell is written in its own */

/* ---- Bytes */

static void put(struct draw *draw, const char *at, size_t len)
{
    if (draw->cap - draw->len < len) {
        size_t cap = draw->cap * 2 > draw->len + len ? draw->cap * 2 : draw->len + len + 1024;
        char *bytes = draw->failed ? NULL : realloc(draw->bytes, cap);
        draw->failed = !bytes;
        if (!bytes)
            return;
        draw->bytes = bytes;
        draw->cap = cap;
    }
    memcpy(draw->bytes + draw->len, at, len);
    draw->len += len;
}

static void put_order(struct draw *draw, const char *order)
{
    put(draw, order, strlen(order));
}

static size_t write_number(char *out, int number)
{
    char digits[12];
    size_t n = 0, len = 0;
    do
        digits[n++] = (char)('0' + number % 10);
    while ((number /= 10) > 0);
    while (n)
        out[len++] = digits[--n];
    return len;
}

/* ---- Looks. A style is a colour's slot and LOOK_ bits; 0 is plain. */

void draw_theme(struct draw *draw, const struct theme *theme)
{
    for (int role = 0; role < ROLE_COUNT; role++) {
        int16_t colour = theme->coloured ? theme->style[role].colour : COLOUR_DEFAULT;
        bool shown = colour != COLOUR_DEFAULT && *draw->orders.colour[role];
        int first = 0;
        while (first < role && theme->style[first].colour != colour)
            first++;
        draw->slots[role] = (uint8_t)(shown ? first + 1 : 0);
        draw->looks[role] = theme->style[role].look;
    }
}

static unsigned style_of(const struct draw *draw, const struct cell *cell)
{
    unsigned look = (draw->looks[cell->role] | cell->look) & LOOK_ALL,
             slot = draw->slots[cell->role];
    if (cell->rune == ' ' && !cell->marks && !(look & (LOOK_UNDERLINE | LOOK_REVERSE)))
        return 0; /* a blank shows nothing else */
    if (slot)
        look &= ~(unsigned)draw->orders.not_coloured;
    return slot * DRAW_LOOKS + look;
}

/* Whether a cell may be written in a style: a plain blank shows none of most. */
static bool suits(const struct draw *draw, const struct cell *cell, unsigned style)
{
    unsigned own = style_of(draw, cell);
    return own == style || (!own && cell->rune == ' ' && !cell->marks &&
                            !(style % DRAW_LOOKS & (LOOK_UNDERLINE | LOOK_REVERSE)));
}

static void set_style(struct draw *draw, unsigned style)
{
    if (style == draw->style)
        return;
    if (draw->style)
        put_order(draw, draw->orders.off);
    for (unsigned bit = 0; bit < 4; bit++)
        if (style >> bit & 1)
            put_order(draw, draw->orders.look[bit]);
    if (style >= DRAW_LOOKS)
        put_order(draw, draw->orders.colour[style / DRAW_LOOKS - 1]);
    draw->style = style;
}

static void move(struct draw *draw, int row, int col)
{
    char order[DRAW_ORDER] = "\033[";
    if (draw->row == row && draw->col == col)
        return;
    if (draw->orders.moves_plainly)
        set_style(draw, 0);
    if (draw->orders.move) {
        draw->orders.move(row, col, order);
        put_order(draw, order);
    } else {
        size_t len = 2 + write_number(order + 2, row + 1);
        order[len++] = ';';
        len += write_number(order + len, col + 1);
        order[len++] = 'H';
        put(draw, order, len);
    }
    draw->row = row;
    draw->col = col;
}

/* ---- Cells */

static void put_rune(struct draw *draw, uint32_t rune)
{
    char bytes[4];
    if (rune < 0x80) {
        *bytes = (char)rune;
        put(draw, bytes, 1);
        return;
    }
    size_t len = rune < 0x800 ? 2 : rune < 0x10000 ? 3 : 4;
    for (size_t i = len; i-- > 1; rune >>= 6)
        bytes[i] = (char)(0x80 | (rune & 0x3F));
    bytes[0] = (char)((len == 2 ? 0xC0 : len == 3 ? 0xE0 : 0xF0) | rune);
    put(draw, bytes, len);
}

/* A cell where the cursor is. Terminals do not agree on how wide unusual text is, so behind it the
 * place of the cursor is not relied on. */
static void put_cell(struct draw *draw, const struct frame *frame, const struct cell *cell)
{
    put_rune(draw, frame_rune(frame, cell));
    const uint32_t *mark = cell->marks ? frame->marks[cell->marks - 1].rune : NULL;
    for (int i = 0; mark && i < CELL_MARKS && mark[i]; i++)
        put_rune(draw, mark[i]);
    draw->col++;
    if (mark || cell->look & CELL_WIDE || draw->col >= draw->cols)
        draw->row = -1;
}

/* Blanks up to the end of a run, in one order where that is shorter. Gives how many. */
static int put_blanks(struct draw *draw, const struct frame *frame, struct draw_run run, int col)
{
    const struct cell *cells = frame->cells + (size_t)run.row * (size_t)frame->cols;
    char order[DRAW_ORDER] = "\033[";
    int n = 0;
    while (draw->orders.erases && col + n < run.to && cells[col + n].rune == ' ' &&
           !cells[col + n].marks && style_of(draw, &cells[col + n]) == 0)
        n++;
    if (n < BLANKS || (draw->style && n < 3 * BLANKS))
        return 0;
    set_style(draw, 0);
    move(draw, run.row, col);
    size_t len = 2 + write_number(order + 2, n);
    order[len++] = 'X';
    put(draw, order, len);
    return n;
}

static void put_cells(struct draw *draw, const struct frame *frame, struct draw_run run, bool last)
{
    const struct cell *cells = frame->cells + (size_t)run.row * (size_t)frame->cols;
    for (int col = run.from; col < run.to; col++) {
        const struct cell *cell = &cells[col];
        int blanks = cell->rune == ' ' ? put_blanks(draw, frame, run, col) : 0;
        if (blanks) {
            col += blanks - 1;
            continue;
        }
        bool corner = last && col + (cell->look & CELL_WIDE ? 2 : 1) == run.to;
        if (cell->look & CELL_RIGHT ||
            (corner && !*draw->orders.no_wrap && !draw->orders.never_wraps))
            continue;
        set_style(draw, run.style == OWN_STYLE ? style_of(draw, cell) : run.style);
        move(draw, run.row, col);
        put_order(draw, corner ? draw->orders.no_wrap : "");
        put_cell(draw, frame, cell);
        put_order(draw, corner ? draw->orders.wrap : "");
    }
}

/* ---- What changed */

static const struct cell blank = {.rune = ' '};

/* What the terminal shows at a place. */
static const struct cell *shown_at(const struct frame *shown, size_t at)
{
    return shown ? &shown->cells[at] : &blank;
}

static bool is_odd(const struct cell *cell)
{
    return cell->marks || cell->look & (CELL_WIDE | CELL_RIGHT);
}

static bool same(const struct draw *draw, const struct frame *frame, const struct frame *shown,
                 size_t at)
{
    const struct cell *now = &frame->cells[at], *before = shown_at(shown, at);
    if (now->rune == before->rune && now->role == before->role && now->look == before->look &&
        !now->marks && !before->marks)
        return true;
    if (is_odd(now) || is_odd(before))
        return shown && cell_equal(frame, now, shown, before);
    return frame_rune(frame, now) == frame_rune(frame, before) &&
           style_of(draw, now) == style_of(draw, before);
}

static void add_run(struct draw *draw, struct draw_run run)
{
    if (draw->runs_len == draw->runs_cap) {
        size_t cap = draw->runs_cap ? draw->runs_cap * 2 : 64;
        struct draw_run *runs = realloc(draw->runs, cap * sizeof *runs);
        draw->failed = draw->failed || !runs;
        if (!runs)
            return;
        draw->runs = runs;
        draw->runs_cap = cap;
    }
    draw->runs[draw->runs_len++] = run;
}

/* One cell that changed: goes on with the last run, or begins another. */
static void add_cell(struct draw *draw, const struct frame *frame, int row, int col)
{
    const struct cell *cells = frame->cells + (size_t)row * (size_t)frame->cols;
    struct draw_run *last = draw->runs_len ? &draw->runs[draw->runs_len - 1] : NULL;
    bool near = last && last->row == row && col - last->to <= GAP;
    for (int between = near ? last->to : col; between <= col && near; between++)
        near = suits(draw, &cells[between], last->style);
    if (near)
        last->to = col + 1;
    else
        add_run(draw, (struct draw_run){row, col, col + 1, style_of(draw, &cells[col])});
}

/* Notes what changed in a row. A row with unusual characters is written at once and from the left,
 * since halves of wide characters take each other away. */
static void look_at_row(struct draw *draw, const struct frame *frame, const struct frame *shown,
                        int row, int cols, bool last)
{
    size_t at = (size_t)row * (size_t)frame->cols;
    bool odd = false;
    int from = cols, to = 0;
    if (shown && !frame->marks_len && !shown->marks_len &&
        memcmp(frame->cells + at, shown->cells + at, (size_t)cols * sizeof *frame->cells) == 0)
        return;
    for (int col = 0; col < cols && !odd; col++)
        odd = is_odd(&frame->cells[at + (size_t)col]) || is_odd(shown_at(shown, at + (size_t)col));
    for (int col = 0; col < cols; col++) {
        if (same(draw, frame, shown, at + (size_t)col))
            continue;
        from = col < from ? col : from;
        to = col + 1;
        if (!odd)
            add_cell(draw, frame, row, col);
    }
    if (!odd || from >= to)
        return;
    while (from > 0 && frame->cells[at + (size_t)from].look & CELL_RIGHT)
        from--;
    if (to < cols && frame->cells[at + (size_t)to].look & CELL_RIGHT)
        to++;
    put_cells(draw, frame, (struct draw_run){row, from, to, OWN_STYLE}, last && to == cols);
}

/* Writes the runs, those of one look together; each look when it is first met. */
static void put_runs(struct draw *draw, const struct frame *frame, int rows, int cols)
{
    for (size_t i = 0; i < draw->runs_len && !draw->failed; i++) {
        unsigned style = draw->runs[i].style;
        for (size_t k = i; k < draw->runs_len; k++) {
            struct draw_run *run = &draw->runs[k];
            if (run->style != style || run->from == run->to)
                continue;
            put_cells(draw, frame, *run, run->row + 1 == rows && run->to == cols);
            run->to = run->from;
        }
    }
}

bool draw_frame(struct draw *draw, const struct frame *frame, const struct frame *shown, int rows,
                int cols)
{
    int seen_rows = rows < frame->rows ? rows : frame->rows;
    int seen_cols = cols < frame->cols ? cols : frame->cols;
    draw->len = draw->runs_len = 0;
    draw->row = -1;
    draw->cols = cols;
    draw->style = 0;
    draw->failed = false;
    for (int row = 0; row < seen_rows; row++)
        look_at_row(draw, frame, shown, row, seen_cols, row + 1 == rows && seen_cols == cols);
    put_runs(draw, frame, rows, cols);
    set_style(draw, 0);
    if (frame->cursor_shown && frame->cursor_row < rows && frame->cursor_col < cols)
        move(draw, frame->cursor_row, frame->cursor_col);
    if (draw->failed)
        draw->len = 0;
    return !draw->failed;
}

void draw_free(struct draw *draw)
{
    free(draw->bytes);
    free(draw->runs);
    draw->bytes = NULL;
    draw->runs = NULL;
    draw->cap = draw->runs_cap = draw->len = 0;
}
