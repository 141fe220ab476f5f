/* Slides, the list of lessons and the keys, painted. See view_present.h. In: the state of a
 * presentation. Out: a frame. */
#include "app/screen/view_present.h"

#include "app/ground/cluster.h"
#include "app/screen/frame_report.h"

/* Text is at most so wide: longer rows cannot be read from afar. */
enum { PROSE_COLUMNS = 60, CODE_COLUMNS = 64, ROOMY = 60, HEAD = 1, FOOT = 1 };

static struct slice say(struct present *present, enum words_id id, const struct words_args *args)
{
    return words_say(&present->scratch, id, args);
}

static int put(struct frame *frame, struct area area, int col, struct slice text, enum role role)
{
    return frame_put(frame, area, 0, col, text, (struct pen){role, 0});
}

/* ---- The list */

size_t present_list_len(const struct present *present)
{
    return present->course->len + (present->course->start.file != NULL);
}

size_t present_list_lesson(const struct present *present, size_t row)
{
    bool start = present->course->start.file != NULL;
    return start && !row ? SIZE_MAX : row - start;
}

size_t present_list_row(const struct present *present, size_t lesson)
{
    return lesson == SIZE_MAX ? 0 : lesson + (present->course->start.file != NULL);
}

/* A row a lesson; titles that are too long for it are cut. */
static void add_list(struct present *present, struct report *report)
{
    enum { NUMBER = 6, TITLE = 8 };
    for (size_t row = 0; row < present_list_len(present); row++) {
        size_t lesson = present_list_lesson(present, row);
        bool start = lesson == SIZE_MAX, chosen = row == present->row;
        const struct course_lesson *of =
            start ? &present->course->start : &present->course->at[lesson];
        enum role role = chosen ? ROLE_TYPED : ROLE_PLAIN;
        struct slice number = start ? S("start") : words_digits(&present->scratch, lesson + 1);
        struct slice title = of->outline.title.len ? of->outline.title : of->outline.slug;
        title = report_visible(report, title);
        report_line(report, REPORT_TEXT, TITLE);
        report_add(report, ROLE_CARET, chosen ? S(">") : S(" "));
        report_pad(report, number.len < NUMBER ? NUMBER - (unsigned)number.len : 1, 1);
        report_add(report, role, number);
        report_pad(report, TITLE, 2);
        report_add(
            report, role,
            slice_first(
                title, text_fit(title, report->columns > TITLE + 1 ? report->columns - TITLE : 1)));
    }
}

/* ---- Laying out */

/* The page at hand as lines, and where they stand. */
struct layout {
    struct report *report;
    struct area area;
    unsigned how;
    int rows, top;
    bool spread; /* an empty row between two */
};

static int rows_of(struct frame *frame, const struct report *report, size_t lines, int cols,
                   unsigned how)
{
    struct report part = *report;
    part.len = lines;
    return frame_report(frame, (struct area){0, 0, 0, cols}, &part, 0, how);
}

/* The widest line, at most as many columns as the report has. */
static int widest(const struct report *report)
{
    unsigned most = 1;
    for (size_t i = 0; i < report->len; i++) {
        unsigned columns = 0;
        for (size_t k = 0; k < report->at[i].len; k++)
            columns += text_columns(report->at[i].at[k].text);
        most = columns > most ? columns : most;
    }
    return (int)(most < report->columns ? most : report->columns);
}

/* What lies between the first row and the last one. */
static struct area middle(const struct present *present)
{
    struct area area = {HEAD, 0, present->rows - HEAD - FOOT, present->cols};
    if (area.rows < 1)
        area = (struct area){0, 0, present->rows, present->cols};
    return area;
}

static unsigned columns_for(const struct present *present, unsigned most)
{
    int room = present->cols - (present->cols >= ROOMY ? 8 : 2);
    unsigned columns = room > 1 ? (unsigned)room : 1;
    return columns < most ? columns : most;
}

/* Puts a block of rows and columns into the middle, a little above it where there is room. */
static void place(const struct present *present, struct layout *layout, int rows, int cols)
{
    struct area area = middle(present);
    int above = (area.rows - rows) * 2 / 5;
    above = above > 0 ? above : 0;
    layout->area =
        (struct area){area.row + above, (present->cols - cols) / 2, area.rows - above, cols};
}

static bool is_prose(const struct slide *slide)
{
    return slide->kind == SLIDE_PROSE || slide->kind == SLIDE_TITLE || slide->kind == SLIDE_END;
}

/* How wide a slide's text may be: figures are not to be broken, so a wide one widens it. */
static unsigned widest_text(const struct slide *slide)
{
    enum { FIGURE_INDENT = 4 };
    unsigned most = is_prose(slide) ? PROSE_COLUMNS : CODE_COLUMNS;
    for (size_t i = 0; i < slide->blocks_len; i++) {
        struct slice line, rest = slide->blocks[i].text;
        while (slide->blocks[i].kind == MARKDOWN_INDENTED && rest.len) {
            slice_cut(rest, '\n', &line, &rest);
            unsigned columns = FIGURE_INDENT + text_columns(line);
            most = columns > most ? columns : most;
        }
    }
    return most;
}

/* Nothing but running text. */
static bool is_text(const struct slide *slide)
{
    for (size_t i = 0; i < slide->blocks_len; i++)
        if (slide->blocks[i].kind == MARKDOWN_INDENTED || slide->blocks[i].kind == MARKDOWN_HTML)
            return false;
    return slide->kind == SLIDE_PROSE;
}

static void lay_slide(struct present *present, struct frame *frame, struct layout *layout)
{
    const struct slide *slide = &present->slides.at[present->slide];
    unsigned n = slide->steps + (present->wrong != 0);
    unsigned current = present->wrong ? slide->steps : present->step;
    unsigned columns = columns_for(present, widest_text(slide));
    struct report *reports = arena_take_zero(&present->scratch, n, sizeof *reports);
    int cols = 1, rows = 0;
    size_t focus = 0;
    layout->how = is_prose(slide) ? 0 : TEXT_RULED;
    for (unsigned i = 0; i < n; i++) {
        reports[i] = (struct report){.arena = &present->scratch, .columns = columns};
        const struct page_view view = {.report = &reports[i], .screen = true};
        size_t first = i < slide->steps
                           ? slides_report(&view, &present->slides, present->slide, i)
                           : slides_wrong(&view, &present->slides, present->slide, present->wrong);
        focus = i == current ? first : focus;
        cols = widest(&reports[i]) > cols ? widest(&reports[i]) : cols;
    }
    for (unsigned i = 0; i < n; i++) {
        int of = rows_of(frame, &reports[i], reports[i].len, cols, layout->how);
        rows = of > rows ? of : rows;
        layout->rows = i == current ? of : layout->rows;
    }
    layout->report = &reports[current];
    layout->spread = is_text(slide) && 2 * rows - 1 <= middle(present).rows;
    place(present, layout, layout->spread ? 2 * rows - 1 : rows, cols);
    /* what this step adds is seen, and as much of what stands above it as there is room for */
    int first = rows_of(frame, layout->report, focus, cols, layout->how);
    int top = layout->rows - layout->area.rows;
    layout->top = top < 0 ? 0 : top < first ? top : first;
}

static void lay_list(struct present *present, struct layout *layout)
{
    struct report *report = arena_new(&present->scratch, struct report);
    *report =
        (struct report){.arena = &present->scratch, .columns = columns_for(present, CODE_COLUMNS)};
    add_list(present, report);
    layout->report = report;
    layout->rows = (int)report->len;
    place(present, layout, layout->rows, widest(report));
    int row = (int)present->row, visible = layout->area.rows;
    layout->top = row < visible / 2 ? 0 : row - visible / 2;
    int last = layout->rows > visible ? layout->rows - visible : 0;
    layout->top = layout->top < last ? layout->top : last;
}

/* Keys, and behind them what they do; below them where they are too many. */
static void add_key(struct report *report, struct slice keys, struct slice help)
{
    unsigned column = report->columns < 60 ? 8 : 34;
    report_line(report, REPORT_TEXT, column);
    report_add(report, ROLE_KEY, keys);
    if (text_columns(keys) + 2 > column)
        report_line(report, REPORT_TEXT, column);
    report_pad(report, column, 0);
    report_add(report, ROLE_PLAIN, help);
}

static void lay_keys(struct present *present, struct frame *frame, struct layout *layout)
{
    struct report *report = arena_new(&present->scratch, struct report);
    unsigned columns = columns_for(present, CODE_COLUMNS + 8);
    *report = (struct report){.arena = &present->scratch, .columns = columns};
    report_text(report, ROLE_PLAIN, 0, say(present, WORDS_PRESENT_LARGER, NULL));
    report_gap(report);
    for (size_t i = 0; i < present_rows_len; i++) {
        const struct present_row *row = &present_rows[i];
        if (!row->help || !(row->pages >> PRESENT_SLIDE & 1))
            continue;
        add_key(report, present_keys_of(&present->scratch, PRESENT_SLIDE, row),
                slice_of(words_text(row->help)));
    }
    add_key(report, S("12 Enter"), say(present, WORDS_PRESENT_JUMP, NULL));
    layout->report = report;
    int cols = widest(report);
    layout->rows = rows_of(frame, report, report->len, cols, 0);
    place(present, layout, layout->rows, cols);
}

static void lay_out(struct present *present, struct frame *frame, struct layout *layout)
{
    *layout = (struct layout){0};
    switch (present->page) {
    case PRESENT_SLIDE: lay_slide(present, frame, layout); break;
    case PRESENT_LIST: lay_list(present, layout); break;
    case PRESENT_HELP: lay_keys(present, frame, layout); break;
    }
    int last = layout->rows > layout->area.rows ? layout->rows - layout->area.rows : 0;
    layout->top += present->scroll;
    layout->top = layout->top < last ? layout->top : last;
}

static int below(const struct layout *layout)
{
    int rows = layout->rows - layout->top - layout->area.rows;
    return rows > 0 ? rows : 0;
}

/* ---- Head and foot */

/* What stands in the corner: which slide of how many. */
static struct slice corner(struct present *present)
{
    const struct words_args args = {.word = words_digits(&present->scratch, present->slide + 1),
                                    .other = words_digits(&present->scratch, present->slides.len)};
    return present->page == PRESENT_SLIDE ? say(present, WORDS_VIEW_OF, &args) : S("");
}

/* "4 The pairing", or the title of an exercise. */
static struct slice heading_of_slide(struct present *present)
{
    struct slice title = slides_title(&present->scratch, &present->slides, present->slide);
    size_t position = present->slides.position;
    if (!position || present->slides.at[present->slide].exercise)
        return title;
    return TEXT(&present->scratch, words_digits(&present->scratch, position), S(" "), title);
}

static struct slice heading(struct present *present)
{
    switch (present->page) {
    case PRESENT_SLIDE: return heading_of_slide(present);
    case PRESENT_LIST: return say(present, WORDS_PRESENT_CHOOSE, NULL);
    case PRESENT_HELP: break;
    }
    return say(present, WORDS_PRESENT_KEYS, NULL);
}

static void put_head(struct present *present, struct frame *frame)
{
    struct area row = {0, 0, 1, present->cols}, left = row;
    struct report report = {.arena = &present->scratch};
    struct slice number = corner(present);
    int columns = (int)text_columns(number);
    frame_fill(frame, row, (struct pen){ROLE_HEAD, 0});
    left.cols -= columns + 3;
    struct slice round = present->page == PRESENT_SLIDE
                             ? slides_round(&present->scratch, &present->slides, present->slide)
                             : S("");
    left.cols -= (int)text_columns(round); /* the title gives way to it */
    int col = put(frame, left, 1, report_visible(&report, heading(present)), ROLE_HEAD);
    put(frame, row, col < left.cols ? col : left.cols, round, ROLE_HEAD);
    put(frame, row, row.cols - columns - 1, number, ROLE_HEAD);
}

/* What the next key shows. */
static enum words_id next_words(const struct present *present, bool more)
{
    unsigned frame;
    if (more)
        return WORDS_PRESENT_NEXT_MORE;
    if (present->page == PRESENT_HELP)
        return WORDS_PRESENT_NEXT_CLOSE;
    if (present->page == PRESENT_LIST)
        return WORDS_PRESENT_NEXT_OPEN;
    const struct slide *slide = &present->slides.at[present->slide];
    if (present->step + 1 >= slide->steps)
        return present->slide + 1 < present->slides.len ? WORDS_PRESENT_NEXT_SLIDE
                                                        : WORDS_PRESENT_NEXT_LESSONS;
    switch (slide_part(slide, present->step + 1, &frame)) {
    case SLIDE_FIRST: break;
    case SLIDE_RUNS: return WORDS_PRESENT_NEXT_RUNS;
    case SLIDE_MERGE: return frame ? WORDS_PRESENT_NEXT_STEP : WORDS_PRESENT_NEXT_MERGE;
    case SLIDE_SOLVED: return WORDS_PRESENT_NEXT_WHY;
    case SLIDE_ANSWER: return WORDS_PRESENT_NEXT_ANSWER;
    }
    return WORDS_PRESENT_NEXT_SLIDE;
}

/* Whether a key has something to do on the slide at hand. */
static bool has_use(const struct present *present, enum present_command command)
{
    if (present->page != PRESENT_SLIDE)
        return true;
    const struct slide *slide = &present->slides.at[present->slide];
    switch (command) {
    case PRESENT_REVEAL: return slide->steps > 1;
    case PRESENT_MERGE: return slide->frames != 0;
    case PRESENT_WRONG: return slide->wrongs != 0;
    case PRESENT_VALUES: return slide->variants > 1;
    default: return true;
    }
}

static void put_foot(struct present *present, struct frame *frame, bool more)
{
    struct area row = {present->rows - 1, 0, 1, present->cols};
    const struct words_args go = {.word = words_digits(&present->scratch, present->number)};
    struct slice said =
        present->number ? say(present, WORDS_PRESENT_GO, &go) : slice_of(present->message);
    int col = 1;
    if (said.len) {
        put(frame, row, 1, said, ROLE_TYPED);
        return;
    }
    const struct present_row *keys = present_row_of(present->page, '?');
    int kept = keys && keys->footer ? 8 : 0; /* for the way to all other keys */
    for (size_t i = 0; i < present_rows_len; i++) {
        const struct present_row *at = &present_rows[i];
        char name[KEY_NAME_SIZE];
        if (!(at->pages >> present->page & 1) || !at->footer || !has_use(present, at->command))
            continue;
        struct slice words = *at->footer ? slice_of(words_text(at->footer))
                                         : say(present, next_words(present, more), NULL);
        key_words(at->key, name);
        int columns = (int)(strlen(name) + 1 + words.len);
        if (col + columns + (at == keys ? 0 : kept) >= row.cols) /* the corner stays empty */
            continue;
        col = put(frame, row, col, slice_of(name), ROLE_KEY);
        col = put(frame, row, col + 1, words, ROLE_FOOT) + 2;
    }
}

/* ---- The whole */

/* In a room faint text cannot be read, and titles are to be seen. */
static void make_plain(struct frame *frame, struct area area)
{
    for (int row = area.row; row < area.row + area.rows; row++)
        for (int col = area.col; col < area.col + area.cols; col++) {
            if (row < 0 || row >= frame->rows || col < 0 || col >= frame->cols)
                continue;
            struct cell *cell = &frame->cells[(size_t)row * (size_t)frame->cols + (size_t)col];
            if (cell->role == ROLE_TITLE)
                cell->look |= LOOK_BOLD;
            cell->role = cell->role == ROLE_FAINT  ? ROLE_PLAIN
                         : cell->role == ROLE_GONE ? ROLE_FAINT
                                                   : cell->role;
        }
}

/* Moves the painted rows of a text apart. */
static void spread(struct frame *frame, const struct layout *layout)
{
    size_t cols = (size_t)frame->cols;
    struct cell *first = &frame->cells[(size_t)layout->area.row * cols];
    for (int row = layout->rows - 1; row > 0; row--) {
        memcpy(first + 2 * (size_t)row * cols, first + (size_t)row * cols, cols * sizeof *first);
        struct area old = {layout->area.row + row, 0, 1, frame->cols};
        frame_fill(frame, old, (struct pen){ROLE_PLAIN, 0});
    }
}

static void paint(struct present *present, struct frame *frame)
{
    struct layout layout;
    bool whole = present->rows > HEAD + FOOT;
    lay_out(present, frame, &layout);
    frame_report(frame, layout.area, layout.report, layout.top, layout.how);
    make_plain(frame, layout.area);
    if (layout.spread)
        spread(frame, &layout);
    if (!whole)
        return;
    put_head(present, frame);
    put_foot(present, frame, below(&layout) > 0 && present->page != PRESENT_LIST);
    if (present->page == PRESENT_LIST)
        frame_cursor(frame, layout.area, (int)present->row - layout.top, 0);
}

/* What is shown of a slide that there was no memory for, or that is too large. */
static void paint_failed(struct present *present, struct frame *frame)
{
    arena_reset(&present->scratch, 0);
    frame_clear(frame);
    frame_put(frame, middle(present), 0, 1, say(present, WORDS_PRESENT_TOO_LARGE, NULL),
              (struct pen){ROLE_BAD, 0});
}

/* Does work that takes memory. False when there was none, or it would be too much. */
static bool attempt(struct present *present, struct frame *frame,
                    void (*work)(struct present *present, struct frame *frame))
{
    jmp_buf guard, *outer = present->scratch.guard;
    volatile bool done = false;
    arena_reset(&present->scratch, 0);
    present->scratch.guard = &guard;
    if (setjmp(guard) == 0) {
        work(present, frame);
        done = true;
    }
    present->scratch.guard = outer;
    return done;
}

void present_paint(struct present *present, struct frame *frame)
{
    frame_clear(frame);
    if (!present->blank && present->rows > 0 && present->cols > 0 &&
        !attempt(present, frame, paint))
        paint_failed(present, frame);
}

static void count_below(struct present *present, struct frame *frame)
{
    struct layout layout;
    lay_out(present, frame, &layout);
    present->below = below(&layout);
}

int present_below(struct present *present, struct frame *frame)
{
    present->below = 0;
    attempt(present, frame, count_below);
    return present->below;
}

int present_page_rows(const struct present *present)
{
    int rows = middle(present).rows - 1;
    return rows > 0 ? rows : 1;
}
