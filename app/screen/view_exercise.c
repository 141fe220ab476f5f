/* An exercise: the workspace of the course. In: the task, what the learner has, the verdict. Out:
 * the parts, composed for every size. See view_inside.h.
 *
 * Read downwards: what is wanted; the lines or the image beside the pair; the run line, or what is
 * asked with its answers; the checks. From 72 columns and 14 rows on all of it is seen. What needs
 * more rows gets them from what needs less: before a check the task goes first, behind it the
 * verdict, and always the part that has the keyboard. Narrower or lower, the part in focus is
 * shown, and below it what one looks at next. */
#include "app/screen/view_inside.h"

enum { WIDE_ENOUGH = 72, HIGH_ENOUGH = 14, FORMS_ROWS = 5, PROSE_COLUMNS = 100 };

static const struct task *task_of(const struct view *view)
{
    return &view->session->learning->walk.sitting.task;
}

/* ---- The task */

static struct report task_report(struct view *view, int columns)
{
    struct report report = view_report(view, columns);
    struct page_view page = view_page(&report);
    if (view_has_images(view))
        page_prose(&page, &task_of(view)->prose, 0);
    else
        page_situation(&page, task_of(view));
    return report;
}

static int prose_columns(int columns)
{
    return columns - 2 < PROSE_COLUMNS ? columns - 2 : PROSE_COLUMNS;
}

int view_task_rows(struct view *view, int columns)
{
    struct report report = task_report(view, prose_columns(columns));
    return view_text(view, (struct area){0, 0, 0, prose_columns(columns)}, &report, 0, 0);
}

/* The area has the title, which is the exercise's. */
void view_task(struct view *view, struct area area)
{
    struct area in = {area.row + 1, area.col + 1, area.rows - 1, prose_columns(area.cols)};
    int rows = view_task_rows(view, area.cols);
    struct report report = task_report(view, in.cols);
    size_t top = view_scroll_top(view, PANE_TASK, (size_t)rows, in.rows);
    view_text(view, in, &report, (int)top, 0);
    struct slice title = task_of(view)->title;
    struct slice tail = view_range(view, top, in.rows > 0 ? (size_t)in.rows : 0, (size_t)rows);
    view_title(view, PANE_TASK, area.row, area.col, area.col + area.cols - 1, title,
               view_tail(title, tail, area.cols));
    view_part(view, PANE_TASK, area);
    if (view->kept->pane == PANE_TASK)
        frame_cursor(view->frame, in, 0, 0);
}

/* ---- Sharing rows out */

enum share { SHARE_TASK, SHARE_TOP, SHARE_WORK, SHARE_CHECKS, SHARES };

/* What a part has to have, what it has to have with the keyboard, what it would like to have, what
 * it gets: rows without titles. */
struct shares {
    int least[SHARES], in_focus[SHARES], wanted[SHARES], got[SHARES];
    bool there[SHARES];
    int pair; /* what the pair would fill, a row a word */
    int left;
};

static void give(struct shares *shares, enum share to, int up_to)
{
    int more = up_to - shares->got[to];
    more = more < shares->left ? more : shares->left;
    if (shares->there[to] && more > 0) {
        shares->got[to] += more;
        shares->left -= more;
    }
}

static enum share share_of(enum pane pane)
{
    switch (pane) {
    case PANE_TASK: return SHARE_TASK;
    case PANE_EDITOR: return SHARE_TOP;
    case PANE_CHECKS: return SHARE_CHECKS;
    default: return SHARE_WORK;
    }
}

static void share_out(struct view *view, struct shares *shares)
{
    static const enum share before[] = {SHARE_WORK, SHARE_TASK, SHARE_CHECKS, SHARE_TOP};
    static const enum share behind[] = {SHARE_WORK, SHARE_CHECKS, SHARE_TOP, SHARE_TASK};
    const struct session *session = view->session;
    const enum share *order = session->learning->shows == SHOWS_WANTED ? before : behind;
    for (int i = 0; i < SHARES; i++)
        give(shares, order[i], shares->least[order[i]]);
    give(shares, share_of(session->focus), shares->in_focus[share_of(session->focus)]);
    for (int i = 0; i < SHARES; i++)
        give(shares, order[i], shares->wanted[order[i]]);
    /* before a check there will be more to show in both */
    if (order == before && shares->there[SHARE_TOP] && !learning_hides(session))
        give(shares, SHARE_TOP, shares->got[SHARE_TOP] + shares->left / 2);
    give(shares, SHARE_TOP, shares->pair);
    shares->got[SHARE_CHECKS] += shares->left;
}

/* ---- Composing */

struct desk {
    struct area area;
    enum pane work;
    int rows[SHARES]; /* 0: the part is not there */
    int divider;
    bool forms;
    bool tight; /* the pair is counted with the words of a list in one row */
};

static int divider_of(int columns)
{
    return columns >= 120   ? 58 + (columns - 120) / 2
           : columns >= 100 ? columns - 54
                            : columns * 49 / 80;
}

static int larger(int a, int b)
{
    return a > b ? a : b;
}

static int smaller(int a, int b)
{
    return a < b ? a : b;
}

/* Whether there is an image to be seen: things to sort may stand on none. */
static bool has_image(const struct view *view)
{
    const struct task *task = task_of(view);
    bool base = task->items.len && slice_equal(utf8_trim(task->given), S("FROM base"));
    return learning_work(view->session) == PANE_EDITOR || (task->given.len && !base);
}

/* The rows of the lines, or of the image. */
static int top_lines(struct view *view, const struct desk *desk)
{
    return desk->work == PANE_EDITOR ? view_editor_rows(view, desk->divider)
           : view_has_images(view)   ? view_images_rows(view, desk->divider)
                                     : view_image_rows(view, desk->divider);
}

static void want(struct view *view, const struct desk *desk, struct shares *shares)
{
    const struct session *session = view->session;
    int columns = desk->area.cols, lines = top_lines(view, desk);
    bool begun = session->learning->shows != SHOWS_WANTED, editor = desk->work == PANE_EDITOR;
    int pair = desk->divider < columns
                   ? view_pair_rows(view, columns - desk->divider - 1, desk->tight)
                   : 0;
    int task = view_task_rows(view, columns);
    shares->there[SHARE_TASK] = shares->there[SHARE_CHECKS] = true;
    shares->there[SHARE_TOP] = has_image(view);
    shares->there[SHARE_WORK] = !editor;
    shares->wanted[SHARE_TASK] = task;
    shares->least[SHARE_TASK] = smaller(task, begun ? 2 : 3);
    shares->least[SHARE_TOP] = editor ? 4 : smaller(lines, view_has_images(view) ? 9 : 4);
    if (!begun && !learning_hides(session))
        pair = larger(pair, 8); /* so that nothing moves while one types */
    shares->wanted[SHARE_TOP] = larger(lines + editor, smaller(pair, 10));
    shares->pair =
        desk->tight ? smaller(view_pair_rows(view, columns - desk->divider - 1, false), 10) : 0;
    if (desk->forms)
        shares->wanted[SHARE_TOP] = larger(shares->wanted[SHARE_TOP], 4) + FORMS_ROWS;
    shares->least[SHARE_CHECKS] = desk->work == PANE_SAY ? 2 : 6;
    shares->wanted[SHARE_CHECKS] = view_checks_rows(view, columns);
    if (desk->work == PANE_SAY) {
        shares->wanted[SHARE_WORK] = view_said_rows(view, columns) + !begun;
        shares->least[SHARE_WORK] = smaller(shares->wanted[SHARE_WORK], 4);
    } else if (!editor) {
        shares->least[SHARE_WORK] = view_line_rows(view, columns, 3);
        shares->wanted[SHARE_WORK] = view_line_rows(view, columns, 6);
    }
}

static void want_in_focus(struct view *view, const struct desk *desk, struct shares *shares)
{
    memcpy(shares->in_focus, shares->wanted, sizeof shares->in_focus);
    shares->in_focus[SHARE_TOP] = top_lines(view, desk) + 1;
}

static struct desk compose(struct view *view, struct area area)
{
    struct desk desk = {.area = area, .work = learning_work(view->session)};
    bool images = view_has_images(view);
    desk.forms = area.cols >= 100 && area.rows >= 28 && has_image(view) && !images;
    for (int again = 0; again < 3; again++) {
        /* as long as there is no pair to be seen, an image has the whole width */
        desk.divider = images || (learning_hides(view->session) && !desk.forms)
                           ? area.cols
                           : divider_of(area.cols);
        struct shares shares = {.left = area.rows};
        want(view, &desk, &shares);
        want_in_focus(view, &desk, &shares);
        for (int i = 0; i < SHARES; i++)
            shares.left -= shares.there[i];
        share_out(view, &shares);
        memcpy(desk.rows, shares.got, sizeof desk.rows);
        bool cut = shares.got[SHARE_TASK] < shares.wanted[SHARE_TASK];
        if (desk.forms && shares.got[SHARE_TOP] < 4 + FORMS_ROWS)
            desk.forms = false;
        else if (cut && !desk.tight)
            desk.tight = true;
        else
            break;
    }
    return desk;
}

/* ---- Painting */

/* The lines or the image, the pair, and below it the forms. The line across below it is the title
 * of the next part. */
static void put_top(struct view *view, const struct desk *desk, int row)
{
    struct area area = desk->area;
    int rows = desk->rows[SHARE_TOP], right = area.col + desk->divider;
    int last = area.col + area.cols - 1, pair = rows - (desk->forms ? FORMS_ROWS : 0);
    bool editor = desk->work == PANE_EDITOR;
    struct area left = {row + 1, area.col, rows, desk->divider};
    const struct words_args args = {.word = task_of(view)->exercise->image};
    frame_across(view->frame, row, area.col, last);
    frame_across(view->frame, row + rows + 1, area.col, last);
    if (right > last) {
        bool images = view_has_images(view), several = task_of(view)->images.len > 0;
        struct slice title = view_say(view, several ? WORDS_VIEW_IMAGES : WORDS_LEARN_IMAGE, &args);
        struct slice tail =
            learning_hides(view->session) ? view_say(view, WORDS_VIEW_PAIR_HIDDEN, NULL) : S("");
        view_title(view, PANE_COUNT, row, area.col, last, title, view_tail(title, tail, area.cols));
        if (images)
            view_images(view, left);
        else
            view_image(view, left);
        return;
    }
    frame_down(view->frame, right, row, row + rows + 1);
    if (desk->forms)
        frame_across(view->frame, row + 1 + pair, right, last);
    view_title(view, editor ? PANE_EDITOR : PANE_COUNT, row, area.col, right - 1,
               editor ? view_say(view, WORDS_VIEW_YOUR_LINES, NULL)
                      : view_say(view, WORDS_LEARN_IMAGE, &args),
               editor ? view_editor_range(view, left) : S(""));
    view_title(view, PANE_COUNT, row, right + 1, last, view_pair_title(view), S(""));
    if (editor)
        view_editor(view, left);
    else
        view_image(view, left);
    view_pair(view, (struct area){row + 1, right + 1, pair, last - right});
    if (!desk->forms)
        return;
    view_title(view, PANE_COUNT, row + 1 + pair, right + 1, last,
               view_say(view, WORDS_TITLE_GRID, NULL), S(""));
    view_symbols(view, (struct area){row + 2 + pair, right + 1, FORMS_ROWS - 1, last - right});
}

/* The run line, or what is asked; and how sure one is. The area has the title. */
static void put_work(struct view *view, struct area area)
{
    struct area in = area_rows(area, 1, area.rows - 1);
    int last = area.col + area.cols - 1;
    if (learning_work(view->session) == PANE_LINE) {
        view_title(view, PANE_LINE, area.row, area.col, last, view_line_title(view),
                   view_line_tail(view, in));
        view_line(view, in);
        return;
    }
    bool sure = view->session->dialog == PANE_SURE && in.rows > 1;
    struct area said = area_rows(in, 0, in.rows - sure);
    struct slice title = view_said_title(view, area.cols);
    view_title(view, PANE_SAY, area.row, area.col, last, title, view_said_tail(view, said, title));
    view_said(view, said);
    if (sure)
        view_sure(view, area_rows(area_inset(in, 4), in.rows - 1, 1));
}

/* On a large screen, below the checks: how what runs came about, if there is room for all of it.
 * The title is among its rows. */
static int steps_rows(struct view *view, struct area area)
{
    int steps = (int)view->session->shown->answer.plan.steps.len;
    bool large = view->frame->rows >= 36 && area.cols >= 100;
    int room = area.rows - 2 - view_checks_rows(view, area.cols);
    return large && !view_hides(view) && steps && room > steps ? steps + 2 : 0;
}

static void put_steps(struct view *view, struct area area)
{
    view_title(view, PANE_COUNT, area.row, area.col, area.col + area.cols - 1,
               view_say(view, WORDS_TITLE_STEPS, NULL), S(""));
    view_steps(view, area_rows(area, 1, area.rows - 1));
}

static void put_whole(struct view *view, struct area area)
{
    struct desk desk = compose(view, area);
    int row = desk.rows[SHARE_TASK] + 1;
    view_task(view, area_rows(area, 0, row));
    if (desk.rows[SHARE_TOP]) {
        put_top(view, &desk, area.row + row);
        row += desk.rows[SHARE_TOP] + 1;
    }
    if (desk.rows[SHARE_WORK]) {
        put_work(view, area_rows(area, row, desk.rows[SHARE_WORK] + 1));
        row += desk.rows[SHARE_WORK] + 1;
    }
    area = area_rows(area, row, area.rows - row);
    int steps = steps_rows(view, area);
    view_checks(view, area_rows(area, 0, area.rows - steps));
    if (steps)
        put_steps(view, area_rows(area, area.rows - steps, steps));
}

/* ---- One part at a time */

/* The editor, or the image in a few rows with the run line or the questions below it. */
static void put_own(struct view *view, struct area area)
{
    enum pane work = learning_work(view->session);
    int image = !has_image(view) || work == PANE_EDITOR ? 0 : view_image_rows(view, area.cols);
    int last = area.col + area.cols - 1;
    image = smaller(image, (area.rows - 1) / 3);
    const struct words_args args = {.word = task_of(view)->exercise->image};
    if (work == PANE_EDITOR) {
        view_title(view, PANE_EDITOR, area.row, area.col, last,
                   view_say(view, WORDS_VIEW_YOUR_LINES, NULL),
                   view_editor_range(view, area_rows(area, 1, area.rows - 1)));
        view_editor(view, area_rows(area, 1, area.rows - 1));
        return;
    }
    if (image > 0) {
        view_title(view, PANE_COUNT, area.row, area.col, last,
                   view_say(view, WORDS_LEARN_IMAGE, &args), S(""));
        view_image(view, area_rows(area, 1, image));
        area = area_rows(area, image + 1, area.rows - image - 1);
    }
    put_work(view, area);
}

/* Whether an answer was begun: things that are asked, the run line. */
static bool has_typed(const struct view *view)
{
    const struct session *session = view->session;
    for (size_t i = 0; i < session->learning->asked; i++)
        if (session->learning->said[i].len)
            return true;
    return session->line_len > 0;
}

/* The rows of the part that is worked on, its title among them. */
static int own_rows(struct view *view, int columns)
{
    int image = has_image(view) && learning_work(view->session) != PANE_EDITOR
                    ? view_image_rows(view, columns) + 1
                    : 0;
    switch (learning_work(view->session)) {
    case PANE_EDITOR: return view_editor_rows(view, columns) + 2;
    case PANE_LINE: return image + 1 + view_line_rows(view, columns, 3);
    default: return image + 1 + view_said_rows(view, columns);
    }
}

/* The part in focus, and below it what comes next: before a check what is wanted, then the verdict.
 */
static void put_stacked(struct view *view, struct area area)
{
    enum pane focus = view->session->focus;
    bool begun = view->session->learning->shows != SHOWS_WANTED;
    int own = own_rows(view, area.cols),
        wanted = 1 + (begun ? view_checks_rows(view, area.cols) : view_task_rows(view, area.cols));
    int below = smaller(area.rows - own, wanted);
    if (begun || !has_typed(view)) /* there is something to be read first */
        below = larger(below, area.rows >= 7 ? area.rows * 4 / 10 : 0);
    below = below > 1 ? below : 0;
    struct area first = area_rows(area, 0, area.rows - below);
    struct area second = area_rows(area, area.rows - below, below);
    if (focus == PANE_TASK) {
        int rows = view_task_rows(view, area.cols) + 1;
        below = area.rows - rows >= 4 ? area.rows - rows : 0;
        view_task(view, area_rows(area, 0, area.rows - below));
        if (below)
            view_checks(view, area_rows(area, area.rows - below, below));
        return;
    }
    if (focus == PANE_CHECKS) {
        view_checks(view, area);
        return;
    }
    put_own(view, first);
    if (below && begun)
        view_checks(view, second);
    else if (below)
        view_task(view, second);
}

void view_exercise(struct view *view, struct area area)
{
    if (area.cols >= WIDE_ENOUGH && area.rows >= HIGH_ENOUGH)
        put_whole(view, area);
    else
        put_stacked(view, area);
}
