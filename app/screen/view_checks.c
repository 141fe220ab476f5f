/* The checks: what is to hold, what holds and what there is instead, and what is said to it: the
 * reply, a hint, the model answer. In: the task and the last verdict. Out: one part, which is a
 * list of checks (session.h). See view_inside.h.
 *
 * Where there is room both stand side by side. Else a reply stands below the checks and stays in
 * sight while they scroll, and a hint or an answer, which was asked for, stands above them. Where
 * something is said the checks are all there is to list: each is told with its marks at the left.
 */
#include "app/screen/view_inside.h"

enum { BESIDE = 100, LEAST = 2, LOW = 7 };

/* The checks as blocks, and what is said aside of them. */
struct told {
    struct report *at;
    int *starts; /* the row of each, and behind the last the rows of all */
    size_t len;
    bool aside, first; /* there is something aside; it stands above the checks */
    enum words_id title;
    struct report said;
    int said_rows;
};

static const struct learning *learning_of(const struct view *view)
{
    return view->session->learning;
}

static const struct task *task_of(const struct view *view)
{
    return &learning_of(view)->walk.sitting.task;
}

static int rows_of(struct view *view, const struct report *report)
{
    return view_text(view, (struct area){0, 0, 0, (int)report->columns}, report, 0, TEXT_RULED);
}

/* ---- What is said */

static enum words_id how_to(const struct view *view)
{
    return task_of(view)->items.len                           ? WORDS_VIEW_HOW_SORT
           : task_of(view)->exercise->kind == EXERCISE_ORIGIN ? WORDS_VIEW_HOW_ORIGIN
                                                              : WORDS_VIEW_HOW_PREDICT;
}

static void say_verdict(struct view *view, struct told *checks, struct page_view *page)
{
    const struct verdict *verdict = &learning_of(view)->walk.sitting.verdict;
    checks->aside = true;
    checks->title = verdict->passes ? WORDS_VIEW_WHY : WORDS_LEARN_HAPPENED;
    if (verdict->passes)
        page_prose(page, &task_of(view)->solved, 1);
    else
        page_reply(page, task_of(view), verdict, 1);
}

static void say_aside(struct view *view, struct told *checks, int columns)
{
    const struct learning *learning = learning_of(view);
    const struct task *task = task_of(view);
    bool said = task_is_said(task->exercise);
    checks->said = view_report(view, columns);
    struct page_view page = view_page(&checks->said);
    switch (learning->shows) {
    case SHOWS_WANTED:
        checks->aside = said;
        checks->title = WORDS_VIEW_HOW_TO;
        if (said)
            report_text(&checks->said, ROLE_PLAIN, 1, view_say(view, how_to(view), NULL));
        if (said && !task->items.len && learning->asked > 1)
            report_text(&checks->said, ROLE_PLAIN, 1, view_say(view, WORDS_VIEW_HOW_LINES, NULL));
        break;
    case SHOWS_VERDICT: say_verdict(view, checks, &page); break;
    case SHOWS_HINT:
        checks->aside = checks->first = true;
        checks->title = WORDS_LEARN_HINT;
        page_prose(&page, &task->hints[learning->hint ? learning->hint - 1 : 0], 1);
        break;
    case SHOWS_ANSWER:
        checks->aside = checks->first = true;
        checks->title = said ? WORDS_VIEW_WHY : WORDS_LEARN_ANSWER;
        if (said)
            page_prose(&page, &task->solved, 1);
        else
            page_model(&page, task);
        break;
    }
    checks->said_rows = checks->aside ? rows_of(view, &checks->said) : 0;
}

static struct slice aside_title(struct view *view, const struct told *checks)
{
    const struct words_args args = {.word = view_number(view, learning_of(view)->hint)};
    return view_say(view, checks->title, &args);
}

/* ---- The list */

static bool has_verdict(const struct view *view)
{
    return learning_of(view)->walk.sitting.has_verdict;
}

static void add_checks(struct view *view, struct told *checks, int columns, bool brief)
{
    const struct task *task = task_of(view);
    const struct verdict *verdict = &learning_of(view)->walk.sitting.verdict;
    int row = 0;
    if (task_is_said(task->exercise)) {
        checks->starts = arena_array(view_arena(view), int, 1);
        checks->starts[0] = 0;
        return;
    }
    checks->len = has_verdict(view) ? verdict->len : task->visible;
    checks->at = arena_array(view_arena(view), struct report, checks->len);
    checks->starts = arena_array(view_arena(view), int, checks->len + 1);
    for (size_t i = 0; i < checks->len; i++) {
        checks->starts[i] = row;
        checks->at[i] = view_report(view, columns);
        struct page_view page = view_page(&checks->at[i]);
        if (has_verdict(view))
            page_result(&page, task, verdict, i, brief);
        else
            page_wanted(&page, task, i);
        row += rows_of(view, &checks->at[i]);
    }
    checks->starts[checks->len] = row;
}

static struct told checks_of(struct view *view, int columns, int aside, bool brief)
{
    struct told checks = {.len = 0};
    add_checks(view, &checks, columns, brief);
    say_aside(view, &checks, aside);
    return checks;
}

static int list_rows(const struct told *checks)
{
    return checks->starts[checks->len];
}

static struct slice list_title(struct view *view)
{
    return view_say(view, has_verdict(view) ? WORDS_VIEW_CHECKS : WORDS_LEARN_CHECKS, NULL);
}

/* "1 of 2 holds", and which rows are seen when those are not all. */
static struct slice list_tail(struct view *view, const struct told *checks, int top, int rows)
{
    const struct verdict *verdict = &learning_of(view)->walk.sitting.verdict;
    struct slice range =
        view_range(view, (size_t)top, rows > 0 ? (size_t)rows : 0, (size_t)list_rows(checks));
    if (!has_verdict(view))
        return range;
    const struct words_args args = {.word = view_number(view, verdict->hold),
                                    .other = view_number(view, verdict->visible),
                                    .number = verdict->visible == 1 ? 1 : (uint32_t)verdict->hold};
    struct slice hold = view_say(view, WORDS_VIEW_HOLDS, &args);
    const struct words_args both = {.word = hold, .other = range};
    return range.len ? view_say(view, WORDS_VIEW_AND_ROWS, &both) : hold;
}

static void put_title(struct view *view, enum pane pane, struct area area, struct slice title,
                      struct slice tail)
{
    view_title(view, pane, area.row, area.col, area.col + area.cols - 1, title,
               view_tail(title, tail, area.cols));
}

/* The list below its title. The chosen check is marked, its run line is the one that the pair
 * shows.
 */
static void put_list(struct view *view, const struct told *checks, struct area area)
{
    struct session *session = view->session;
    size_t chosen = session->row[PANE_CHECKS];
    struct area in = area_rows(area, 1, area.rows - 1);
    bool listed = learning_lists(session);
    int top = checks->len && listed
                  ? view_block_top(view, PANE_CHECKS, checks->starts, checks->len, chosen, in.rows)
                  : 0;
    put_title(view, listed ? PANE_CHECKS : PANE_COUNT, area, list_title(view),
              list_tail(view, checks, top, in.rows));
    for (size_t i = 0; i < checks->len; i++) {
        int row = checks->starts[i] - top, rows = checks->starts[i + 1] - checks->starts[i];
        view_text(view, in, &checks->at[i], -row, 0);
        view_item(view, PANE_CHECKS, area_clip(in, row, rows), i);
        if (i == chosen && checks->len > 1 && row >= 0)
            view_put(view, in, row, 0, S(">"), ROLE_CARET);
    }
    if (view->kept->pane == PANE_CHECKS && listed && chosen < checks->len)
        frame_cursor(view->frame, in, checks->starts[chosen] - top, 0);
}

/* What is said, below its title. Where it is the part's own text it scrolls. */
static void put_aside(struct view *view, const struct told *checks, struct area area,
                      struct slice tail)
{
    struct session *session = view->session;
    struct area in = area_rows(area, 1, area.rows - 1);
    bool listed = learning_lists(session) && checks->len;
    int top =
        listed ? 0 : (int)view_scroll_top(view, PANE_CHECKS, (size_t)checks->said_rows, in.rows);
    bool all = checks->said_rows <= in.rows;
    put_title(view, all && listed ? PANE_COUNT : PANE_CHECKS, area, aside_title(view, checks),
              tail.len ? tail
                       : view_range(view, (size_t)top, in.rows > 0 ? (size_t)in.rows : 0,
                                    (size_t)checks->said_rows));
    view_text(view, in, &checks->said, top, TEXT_RULED);
    view_item(view, PANE_CHECKS, in, checks->len);
    if (view->kept->pane == PANE_CHECKS && (!listed || session->row[PANE_CHECKS] >= checks->len))
        frame_cursor(view->frame, in, 0, 0);
}

/* ---- Composing */

static int at_least(int n, int least)
{
    return n > least ? n : least;
}

static bool put_beside(struct view *view, struct area area)
{
    int divider = area.cols / 2 + (area.cols - 100) / 20;
    struct told checks = checks_of(view, divider, area.cols - divider - 2, false);
    if (area.cols < BESIDE || !checks.aside || !checks.len || checks.said_rows > area.rows - 1)
        return false;
    frame_across(view->frame, area.row, area.col, area.col + area.cols - 1);
    /* down to the line of a part below it */
    bool last = area.row + area.rows + 1 >= view->frame->rows;
    frame_down(view->frame, area.col + divider, area.row, area.row + area.rows - last);
    put_list(view, &checks, (struct area){area.row, area.col, area.rows, divider});
    put_aside(view, &checks,
              (struct area){area.row, area.col + divider + 1, area.rows, area.cols - divider - 1},
              S(""));
    return true;
}

/* What was asked for stands above, and the checks where there is room left. */
static void put_above(struct view *view, const struct told *checks, struct area area)
{
    int rows = checks->said_rows + 1;
    bool list = checks->len && learning_of(view)->shows == SHOWS_HINT && area.rows - rows > LEAST;
    rows = list ? rows : area.rows;
    put_aside(view, checks, area_rows(area, 0, rows), S(""));
    if (list)
        put_list(view, checks, area_rows(area, rows, area.rows - rows));
}

/* The reply stays in sight below the checks, so far as both have room. */
static void put_below(struct view *view, const struct told *checks, struct area area)
{
    int list = list_rows(checks) + 1, said = checks->said_rows + 1;
    if (list + said > area.rows && area.rows < LOW) { /* the list is what ^O leads to */
        put_aside(view, checks, area, list_tail(view, checks, 0, list));
        return;
    }
    if (list + said > area.rows)
        list = at_least(area.rows - said, 1 + LEAST);
    list = list < area.rows ? list : area.rows;
    put_list(view, checks, area_rows(area, 0, list));
    if (area.rows - list >= LEAST)
        put_aside(view, checks, area_rows(area, list, area.rows - list), S(""));
}

void view_checks(struct view *view, struct area area)
{
    view_part(view, PANE_CHECKS, area);
    if (put_beside(view, area))
        return;
    struct told checks = checks_of(view, area.cols, area.cols, false);
    if (list_rows(&checks) + checks.said_rows + 2 > area.rows)
        checks = checks_of(view, area.cols, area.cols, true);
    if (checks.aside && (checks.first || !checks.len))
        put_above(view, &checks, area);
    else if (checks.aside)
        put_below(view, &checks, area);
    else
        put_list(view, &checks, area);
}

int view_checks_rows(struct view *view, int columns)
{
    struct told checks = checks_of(view, columns, columns, false);
    int rows = list_rows(&checks);
    if (checks.aside && columns >= BESIDE && checks.len)
        return at_least(rows, 2 * checks.said_rows + 1);
    if (checks.aside && checks.len && learning_of(view)->shows != SHOWS_ANSWER)
        return rows + 1 + checks.said_rows;
    return checks.aside ? checks.said_rows : rows;
}

struct slice view_checks_title(struct view *view)
{
    struct told checks = checks_of(view, 80, 80, true);
    return checks.aside && (checks.first || !checks.len) ? aside_title(view, &checks)
                                                         : list_title(view);
}
