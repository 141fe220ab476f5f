/* What is asked, and the answers being typed: lines of a prediction, of an origin, things to sort.
 * In: the task, and what is said. Out: a block a thing, of which the chosen one is in sight. See
 * view_inside.h.
 *
 *      $ docker run shop migrate
 *      > python manage.py migrate     3 words
 *
 * Behind a right answer, and where the answer is shown, stands what really runs. What is typed is
 * cut where a row ends, so that the place of the cursor is plain. */
#include "app/screen/view_inside.h"

#include "app/course/said.h"
#include "app/ground/cluster.h"

enum { MARK = 1, BODY = 5, TEXT = 7, CLASS = 9 };

/* The blocks, and where each begins; the cursor's place in the chosen one. */
struct asked_list {
    struct report *at;
    int *starts;
    size_t len;
    int cursor_row, cursor_col;
};

static const struct task *task_of(const struct view *view)
{
    return &view->session->learning->walk.sitting.task;
}

static bool is_sort(const struct view *view)
{
    return task_of(view)->items.len > 0;
}

/* ---- One thing */

static void put_mark(struct view *view, struct report *report, size_t i)
{
    enum learning_mark mark = learning_mark(view->session, i);
    report_line(report, REPORT_TEXT, TEXT);
    report_pad(report, MARK, MARK);
    if (mark != MARK_NONE)
        report_add(report, mark == MARK_RIGHT ? ROLE_GOOD : ROLE_BAD,
                   view_say(view, mark == MARK_RIGHT ? WORDS_VIEW_OK : WORDS_VIEW_NO, NULL));
    report_pad(report, BODY, 0);
}

/* How many words were said so far: of an origin, how many letters. */
static bool count_words(struct view *view, struct slice said, size_t *number)
{
    struct args words = {0};
    said = utf8_trim(said);
    *number = 0;
    if (!said.len)
        return false;
    if (view->session->learning->walk.sitting.exercise->kind == EXERCISE_ORIGIN) {
        for (size_t i = 0; i < said.len; i++)
            *number += said.at[i] != ' ' && said.at[i] != ',';
        return true;
    }
    enum said kind = said_read(view_arena(view), said, &words);
    if (kind != SAID_WORDS)
        return false;
    *number = words.len;
    return true;
}

/* What is typed, cut where rows end, and behind it how many words that is. */
static void put_typed(struct view *view, struct report *report, struct slice said, int *row,
                      int *col)
{
    unsigned room = report->columns > TEXT + 8 ? report->columns - TEXT - 1 : 8;
    struct slice text = report_visible(report, said), part;
    size_t words;
    report_line(report, REPORT_WHOLE, TEXT);
    report_pad(report, BODY, BODY);
    report_add(report, ROLE_PROMPT, S("> "));
    for (*row = 0;; ++*row) {
        part = slice_first(text, text_fit(text, room));
        report_add(report, ROLE_TYPED, part);
        text = slice_after(text, part.len);
        if (!text.len)
            break;
        report_line(report, REPORT_WHOLE, TEXT);
        report_pad(report, TEXT, TEXT);
    }
    *col = TEXT + (int)text_columns(part);
    if (!count_words(view, said, &words))
        return;
    struct slice count = view_count(view, WORDS_VIEW_WORDS, words);
    if ((unsigned)*col + 3 + text_columns(count) > report->columns) {
        report_line(report, REPORT_WHOLE, TEXT);
        report_pad(report, TEXT, TEXT);
    } else {
        report_pad(report, 0, 3);
    }
    report_add(report, ROLE_FAINT, count);
}

static void put_ask(struct view *view, struct report *report, size_t i, int *row, int *col)
{
    const struct session *session = view->session;
    struct page_view page = view_page(report);
    bool right = learning_mark(session, i) == MARK_RIGHT, known = learning_may_go_on(session);
    struct slice said = learning_said(session, i);
    put_mark(view, report, i);
    report_add(report, ROLE_PROMPT, S("$ "));
    report_add(report, ROLE_TYPED, learning_asked(session, i));
    size_t above = report->len;
    if (!right && (said.len || !known))
        put_typed(view, report, said, row, col);
    *row += (int)above;
    if (right || known)
        page_run(&page, task_of(view), i, TEXT);
}

/* The class, and the thing that is in it. */
static void put_item(struct view *view, struct report *report, size_t i, int *row, int *col)
{
    const struct item *item = &task_of(view)->items.at[i];
    struct slice said = learning_said(view->session, i);
    bool known = learning_may_go_on(view->session);
    put_mark(view, report, i);
    report_add(report, known ? ROLE_GOOD : ROLE_TYPED,
               known      ? item->class_name
               : said.len ? said
                          : S("-"));
    report_pad(report, BODY + CLASS, 1);
    report->at[report->len - 1].indent = BODY + CLASS;
    report_add(report, ROLE_TYPED, item->text);
    *row = 0;
    *col = BODY;
}

/* ---- All of them */

static struct asked_list blocks_of(struct view *view, int columns)
{
    const struct session *session = view->session;
    size_t len = session->learning->asked, chosen = session->row[PANE_SAY];
    struct asked_list said = {.at = arena_array(view_arena(view), struct report, len),
                              .starts = arena_array(view_arena(view), int, len + 1),
                              .len = len};
    struct area nothing = {0, 0, 0, columns};
    int row = 0;
    for (size_t i = 0; i < len; i++) {
        int at_row = 0, at_col = BODY;
        said.at[i] = view_report(view, columns);
        said.starts[i] = row;
        if (is_sort(view))
            put_item(view, &said.at[i], i, &at_row, &at_col);
        else
            put_ask(view, &said.at[i], i, &at_row, &at_col);
        if (i == chosen) {
            said.cursor_row = row + at_row;
            said.cursor_col = at_col;
        }
        row += view_text(view, nothing, &said.at[i], 0, 0);
    }
    said.starts[len] = row;
    return said;
}

int view_said_rows(struct view *view, int columns)
{
    struct asked_list said = blocks_of(view, columns);
    return said.starts[said.len];
}

/* The first row in sight: the chosen one is seen, and the cursor. */
static int top_of(struct view *view, const struct asked_list *said, int rows)
{
    struct session *session = view->session;
    size_t chosen = session->row[PANE_SAY];
    int top = said->len ? view_block_top(view, PANE_SAY, said->starts, said->len, chosen, rows) : 0;
    if (said->cursor_row - top >= rows)
        session->top[PANE_SAY] = (size_t)(top = said->cursor_row - rows + 1);
    return top;
}

void view_said(struct view *view, struct area area)
{
    struct session *session = view->session;
    struct asked_list said = blocks_of(view, area.cols);
    size_t chosen = session->row[PANE_SAY];
    int top = top_of(view, &said, area.rows);
    view_part(view, PANE_SAY, area);
    for (size_t i = 0; i < said.len; i++) {
        int row = said.starts[i] - top, rows = said.starts[i + 1] - said.starts[i];
        view_text(view, area, &said.at[i], -row, 0);
        view_item(view, PANE_SAY, area_clip(area, row, rows), i);
    }
    if (is_sort(view) && said.len && !learning_may_go_on(session))
        view_put(view, area, said.starts[chosen] - top, 0, S(">"), ROLE_CARET);
    if (view->kept->pane == PANE_SAY)
        frame_cursor(view->frame, area, said.cursor_row - top, said.cursor_col);
}

struct slice view_said_title(struct view *view, int columns)
{
    const struct task *task = task_of(view);
    if (!task->items.len)
        return view_say(view,
                        task->exercise->kind == EXERCISE_ORIGIN ? WORDS_VIEW_ASK_ORIGIN
                                                                : WORDS_VIEW_ASK_RUNS,
                        NULL);
    const struct slice *classes = sort_classes(task->items.by);
    const struct words_args args = {.word = classes[0], .other = classes[1], .file = classes[2]};
    struct slice title = view_say(view, WORDS_LEARN_CLASSES, &args);
    return (int)text_columns(title) + 5 <= columns ? title
                                                   : view_say(view, WORDS_VIEW_CLASSES, &args);
}

static struct slice count_tail(struct view *view)
{
    const struct session *session = view->session;
    const struct sitting *sitting = &session->learning->walk.sitting;
    size_t said = 0, right = 0;
    if (!sitting->has_verdict && learning_may_go_on(session))
        return S("");
    for (size_t i = 0; i < session->learning->asked; i++) {
        said += utf8_trim(learning_said(session, i)).len > 0;
        right += learning_mark(session, i) == MARK_RIGHT;
    }
    const struct words_args args = {.word = view_number(view, sitting->has_verdict ? right : said),
                                    .other = view_number(view, session->learning->asked)};
    return view_say(view, sitting->has_verdict ? WORDS_VIEW_RIGHT : WORDS_VIEW_SAID, &args);
}

struct slice view_said_tail(struct view *view, struct area area, struct slice title)
{
    struct asked_list said = blocks_of(view, area.cols);
    size_t all = (size_t)said.starts[said.len], rows = area.rows > 0 ? (size_t)area.rows : 0;
    struct slice range = view_range(view, (size_t)top_of(view, &said, area.rows), rows, all);
    struct slice count = count_tail(view);
    const struct words_args args = {.word = count, .other = range};
    struct slice both = count.len && range.len ? view_say(view, WORDS_VIEW_AND_ROWS, &args)
                        : count.len            ? count
                                               : range;
    return view_tail(title, view_tail(title, both, area.cols).len ? both : count, area.cols);
}

void view_sure(struct view *view, struct area area)
{
    struct slice all = view_say(view, WORDS_VIEW_SURE, NULL);
    bool fits = (int)text_columns(all) + 1 <= area.cols;
    struct slice text = fits ? all : view_say(view, WORDS_VIEW_SURE_HOW, NULL);
    int col = view_put(view, area, 0, 1, text, ROLE_PROMPT);
    frame_cursor(view->frame, area, 0, col + 1 < area.cols ? col + 1 : area.cols - 1);
}
