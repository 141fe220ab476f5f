/* The images of an exercise in which nothing but an answer is typed: those that it gives by name
 * and its own, or the stages of a long one. In: the task. Out: blocks of numbered lines, side by
 * side as far as there is room, so that all of them are seen with the question. See view_inside.h.
 *
 *      tool                   reset                bare
 *        1 FROM base            1 FROM tool          1 FROM tool
 *        2 ENTRYPOINT ["a"]     2 ENTRYPOINT []      2 ENTRYPOINT */
#include "app/screen/view_inside.h"

#include "app/ground/cluster.h"
#include "app/ground/from.h"

enum { GAP = 3, NUMBER = 4, LONG = 9 };

/* An image, or a stage: its name where it has one, its lines, the number of the first. */
struct image_block {
    struct slice name, lines;
    uint32_t first;
    int row, col, rows, cols; /* its place */
};

struct image_blocks {
    struct image_block *at;
    size_t len, cap;
};

static const struct task *task_of(const struct view *view)
{
    return &view->session->learning->walk.sitting.task;
}

static size_t lines_of(struct slice text)
{
    struct slice line;
    size_t lines = 0;
    for (; text.len; lines++)
        slice_cut(text, '\n', &line, &text);
    return lines;
}

/* The stages of an image, each with the lines up to the next FROM, without blank ones behind. */
static void add_stages(struct arena *arena, struct image_blocks *blocks, struct slice text)
{
    struct slice rest = text, line;
    struct image_block *last = NULL;
    for (uint32_t number = 1; rest.len; number++) {
        const char *start = rest.at;
        slice_cut(rest, '\n', &line, &rest);
        if (line_is_from(line) || !last) {
            last = list_add(arena, blocks);
            *last = (struct image_block){.lines = {start, 0}, .first = number};
        }
        if (utf8_trim(line).len)
            last->lines.len = (size_t)(line.at + line.len - last->lines.at);
    }
}

static struct image_blocks blocks_of(struct view *view)
{
    const struct task *task = task_of(view);
    struct arena *arena = view_arena(view);
    struct image_blocks blocks = {0};
    for (size_t i = 0; i < task->images.len; i++)
        *list_add(arena, &blocks) = (struct image_block){
            .name = task->images.at[i].name, .lines = task->images.at[i].dockerfile, .first = 1};
    if (task->images.len)
        *list_add(arena, &blocks) = (struct image_block){
            .name = task->exercise->image, .lines = learning_given(view->session), .first = 1};
    else
        add_stages(arena, &blocks, learning_given(view->session));
    return blocks;
}

static int width_of(struct slice lines)
{
    struct slice line;
    unsigned widest = 0;
    while (lines.len) {
        slice_cut(lines, '\n', &line, &lines);
        unsigned columns = text_columns(line);
        widest = columns > widest ? columns : widest;
    }
    return widest < 10000 ? (int)widest + NUMBER : 10000;
}

/* The block in so many columns: a line that is longer wraps behind its number. */
static struct report block_report(struct view *view, const struct image_block *block, int columns)
{
    struct report report = view_report(view, columns);
    struct slice rest = block->lines, line;
    if (block->name.len)
        report_text(&report, ROLE_LABEL, 0, block->name);
    for (uint32_t number = block->first; rest.len; number++) {
        slice_cut(rest, '\n', &line, &rest);
        struct slice digits = view_number(view, number);
        report_line(&report, REPORT_TEXT, NUMBER + 4);
        report_pad(&report, digits.len < 3 ? 3 - (unsigned)digits.len : 0, 0);
        report_add(&report, ROLE_NUMBER, digits);
        report_pad(&report, NUMBER, 1);
        view_add_line(&report, line);
    }
    return report;
}

/* Gives each block its place: to the right of the last one, else below it where that makes nothing
 * longer, else below all of them. The rows of all. */
static int place_all(struct view *view, struct image_blocks *blocks, int columns)
{
    int top = 0, row = 0, col = 0, right = 0, high = 0;
    for (size_t i = 0; i < blocks->len; i++) {
        struct image_block *block = &blocks->at[i];
        block->cols = width_of(block->lines);
        block->cols = block->cols < columns ? block->cols : columns;
        struct report report = block_report(view, block, block->cols);
        block->rows = view_text(view, (struct area){0, 0, 0, block->cols}, &report, 0, 0);
        if (right + block->cols <= columns) {
            col = right;
            row = top;
        } else if (col + block->cols > columns || row + block->rows > high) {
            col = right = 0;
            row = top = high;
        }
        block->row = row;
        block->col = col;
        row += block->rows;
        right = col + block->cols + GAP > right ? col + block->cols + GAP : right;
        high = row > high ? row : high;
    }
    return high;
}

bool view_has_images(const struct view *view)
{
    enum { COLUMNS = 72, ROWS = 16 };
    const struct session *session = view->session;
    if (view->frame->cols < COLUMNS || view->frame->rows < ROWS || !learning_has_task(session) ||
        learning_work(session) != PANE_SAY)
        return false;
    const struct task *task = task_of(view);
    return task->images.len || (!task->items.len && lines_of(learning_given(session)) > LONG);
}

int view_images_rows(struct view *view, int columns)
{
    struct image_blocks blocks = blocks_of(view);
    return place_all(view, &blocks, columns - 1);
}

void view_images(struct view *view, struct area area)
{
    struct image_blocks blocks = blocks_of(view);
    area = area_inset(area, 1);
    place_all(view, &blocks, area.cols);
    for (size_t i = 0; i < blocks.len; i++) {
        const struct image_block *block = &blocks.at[i];
        struct report report = block_report(view, block, block->cols);
        struct area at = area_clip(area, block->row, block->rows);
        at.col += block->col;
        at.cols = block->cols;
        if (at.rows > 0)
            view_text(view, at, &report, 0, 0);
    }
    view_part(view, PANE_TASK, area);
}
