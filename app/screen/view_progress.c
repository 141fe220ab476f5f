/* Progress: every exercise under its lesson, with state, tries, time, hints and when it comes back.
 * In: the rows and the summary that the session read. Out: a table with as many columns as fit, and
 * the chosen row in full where it is narrow. See view_inside.h. */
#include "app/screen/view_inside.h"

#include "app/ground/cluster.h"

/* Columns behind the title, from the left; each has two blanks in front. */
enum column { KIND, STATE, TRIES, TIME, HINTS, DUE, COLUMNS };

static const struct {
    enum words_id head;
    int width,
        from; /* how many columns it takes, and from which width of the page on it is there */
    bool right;
} columns[COLUMNS] = {
    [KIND] = {WORDS_STANDING_HEAD_KIND, 7, 116, false},
    [STATE] = {WORDS_STANDING_HEAD_STATE, 7, 0, false},
    [TRIES] = {WORDS_STANDING_HEAD_TRIES, 5, 72, true},
    [TIME] = {WORDS_STANDING_HEAD_TIME, 9, 72, true},
    [HINTS] = {WORDS_STANDING_HEAD_HINTS, 5, 90, true},
    [DUE] = {WORDS_STANDING_HEAD_DUE, 10, 60, false},
};

enum { SUMMARY_ROWS = 2, DETAIL_WIDTH = 90, SIDE_WIDTH = 150, GAP = 2 };

static const struct learning *learning_of(const struct view *view)
{
    return view->session->learning;
}

/* ---- The summary */

/* What was done, and most often mistaken, in so many rows at most; gives how many. */
static int put_summary(struct view *view, struct area area, int rows)
{
    const struct progress_summary *summary = &learning_of(view)->summary;
    size_t held = summary->all.of[RECORD_HELD];
    const struct words_args solved = {.word =
                                          view_number(view, held + summary->all.of[RECORD_SOLVED]),
                                      .other = view_number(view, summary->all.total),
                                      .file = view_number(view, held)};
    const struct words_args time = {.word = view_took(view, summary->seconds)};
    int col = area.cols < 60 ? 1 : 3;
    if (summary->all.of[RECORD_NEW] == summary->all.total) {
        struct slice none = view_count(view, WORDS_STANDING_NEW, summary->all.total);
        view_put(view, area, 0, col, none, ROLE_PLAIN);
        return 1;
    }
    int behind =
        view_put(view, area, 0, col, view_say(view, WORDS_STANDING_SOLVED, &solved), ROLE_PLAIN);
    struct slice due = view_count(view, WORDS_STANDING_DUE_NOW, summary->due);
    struct slice took = view_say(view, WORDS_STANDING_TIME, &time);
    struct slice more = TEXT(view_arena(view), due, S("     "), took);
    if (behind + 5 + (int)text_columns(more) <= area.cols)
        view_put(view, area, 0, behind + 5, more, ROLE_PLAIN);
    else if (behind + 3 + (int)text_columns(due) <= area.cols)
        view_put(view, area, 0, behind + 3, due, ROLE_PLAIN);
    if (rows < 2 || !summary->met_len)
        return 1;
    const struct words_args met = {.word = words_of_mistake(view_arena(view), summary->met[0])};
    struct slice text = view_say(view, WORDS_STANDING_MET, &met);
    if (col + (int)text_columns(text) > area.cols)
        return 1;
    view_put(view, area, 1, col, text, ROLE_FAINT);
    return 2;
}

/* The ideas met that do not hold, the most often met first. */
static void put_met(struct view *view, struct area area)
{
    const struct progress_summary *summary = &learning_of(view)->summary;
    struct report report = view_report(view, area.cols);
    if (!summary->met_len)
        report_text(&report, ROLE_FAINT, 3, view_say(view, WORDS_STANDING_NONE_MET, NULL));
    for (size_t i = 0; i < summary->met_len; i++) {
        report_text(&report, ROLE_PLAIN, 3, words_of_mistake(view_arena(view), summary->met[i]));
        report_text(&report, ROLE_FAINT, 5, words_of_belief(view_arena(view), summary->met[i]));
    }
    view_text(view, area, &report, 0, 0);
}

/* ---- The table */

static struct slice number_or_dash(struct view *view, size_t n)
{
    return n ? view_number(view, n) : S("-");
}

static struct slice back_text(struct view *view, const struct record *record)
{
    int64_t now = learning_of(view)->summary.now;
    if (record_is_due(record, now))
        return view_say(view, WORDS_WHEN_NOW, NULL);
    return record->due ? view_when(view, record->due, now) : S("-");
}

static struct slice cell_text(struct view *view, const struct progress_row *row, enum column column)
{
    const struct record *record = &row->record;
    const struct outline *outline = &learning_of(view)->walk.course.at[row->place.lesson].outline;
    enum exercise_kind kind = outline->at[row->place.exercise].kind;
    switch (column) {
    case KIND: return kind < EXERCISE_KIND_COUNT ? exercise_kind_name(kind) : S("-");
    case STATE: return record_state_name(record->state);
    case TRIES: return number_or_dash(view, record->attempts);
    case TIME: return record->seconds > 0 ? view_took(view, record->seconds) : S("-");
    case HINTS: return number_or_dash(view, record->hints);
    case DUE: return back_text(view, record);
    default: return S("");
    }
}

/* Where columns begin, right to left; -1: it is not there. Gives the column behind the title. */
static int lay_out(int width, int page, int at[COLUMNS])
{
    for (int column = COLUMNS - 1; column >= 0; column--) {
        at[column] = -1;
        if (page < columns[column].from)
            continue;
        width -= columns[column].width;
        at[column] = width;
        width -= GAP;
    }
    return width;
}

static void put_cell(struct view *view, struct area area, int row, int at, enum column column,
                     struct slice text, enum role role)
{
    int shift = columns[column].right ? columns[column].width - (int)text_columns(text) : 0;
    if (at >= 0)
        view_put(view, area, row, at + (shift > 0 ? shift : 0), text, role);
}

/* "4", "4/2". */
static struct slice place_text(struct view *view, struct course_place place)
{
    struct slice lesson = view_number(view, place.lesson + 1);
    return place.exercise == SIZE_MAX
               ? lesson
               : TEXT(view_arena(view), lesson, S("/"), view_number(view, place.exercise + 1));
}

static void put_row(struct view *view, struct area area, int at, const int starts[COLUMNS],
                    int behind, size_t index)
{
    const struct progress_row *row = &learning_of(view)->progress.at[index];
    bool lesson = row->place.exercise == SIZE_MAX;
    bool chosen = index == view->session->row[PANE_PROGRESS];
    int number = area.cols < 60 ? 2 : 3, lessons = (int)learning_of(view)->walk.course.len;
    int title = number + 4 + (int)view_number(view, (size_t)lessons).len;
    if (chosen) {
        view_put(view, area, at, 1 - (number < 3), S(">"), ROLE_CARET);
        frame_cursor(view->frame, area, at, 1 - (number < 3));
    }
    view_put(view, area, at, number, place_text(view, row->place), ROLE_NUMBER);
    if (lesson)
        behind = area.cols;
    view_put(view, area, at, title, view_cut(view, row->title, behind - title),
             chosen   ? ROLE_TYPED
             : lesson ? ROLE_TITLE
                      : ROLE_PLAIN);
    for (int column = 0; !lesson && column < COLUMNS; column++)
        put_cell(view, area, at, starts[column], (enum column)column,
                 cell_text(view, row, (enum column)column),
                 column == STATE ? view_state_role(row->record.state)
                 : column == DUE && record_is_due(&row->record, learning_of(view)->summary.now)
                     ? ROLE_WARN
                     : ROLE_PLAIN);
}

static void put_nothing(struct view *view, struct area area)
{
    static const enum words_id nothing[FILTER_COUNT] = {[FILTER_ALL] = WORDS_STANDING_NONE_DONE,
                                                        [FILTER_OPEN] = WORDS_STANDING_NONE_OPEN,
                                                        [FILTER_DUE] = WORDS_STANDING_NONE_DUE,
                                                        [FILTER_DONE] = WORDS_STANDING_NONE_DONE};
    struct report report = view_report(view, area.cols);
    report_text(&report, ROLE_FAINT, 3, view_say(view, nothing[learning_of(view)->filter], NULL));
    view_text(view, area, &report, 0, 0);
    frame_cursor(view->frame, area, 0, 1);
}

static void put_table(struct view *view, struct area area, int page)
{
    const struct progress_rows *rows = &learning_of(view)->progress;
    int starts[COLUMNS], behind = lay_out(area.cols - 1, page, starts);
    bool heads = page >= 60 && area.rows >= 4;
    if (!rows->len) {
        put_nothing(view, area);
        return;
    }
    for (int column = 0; heads && column < COLUMNS; column++)
        put_cell(view, area, 0, starts[column], (enum column)column,
                 view_say(view, columns[column].head, NULL), ROLE_LABEL);
    struct area list = area_rows(area, heads, area.rows - heads);
    size_t top = view_list_top(view, PANE_PROGRESS, list.rows);
    for (int row = 0; row < list.rows && top + (size_t)row < rows->len; row++)
        put_row(view, list, row, starts, behind, top + (size_t)row);
    view_list(view, PANE_PROGRESS, list, top);
}

/* ---- The chosen row in full */

static void put_detail(struct view *view, struct area area)
{
    const struct progress_row *row =
        &learning_of(view)->progress.at[view->session->row[PANE_PROGRESS]];
    const struct record *record = &row->record;
    struct report report = view_report(view, area.cols);
    int indent = area.cols < 60 ? 1 : 3;
    report_line(&report, REPORT_TEXT, (unsigned)indent);
    report_pad(&report, (unsigned)indent, 0);
    if (row->place.exercise == SIZE_MAX) {
        const struct walk *walk = &learning_of(view)->walk;
        report_add(
            &report, ROLE_PLAIN,
            view_count(view, WORDS_HOME_EXERCISES, walk->course.at[row->place.lesson].outline.len));
        view_text(view, area, &report, 0, 0);
        return;
    }
    bool due = record_is_due(record, learning_of(view)->summary.now);
    const struct words_args back = {.word = due ? S("") : back_text(view, record)};
    report_add(&report, ROLE_PLAIN, record_state_name(record->state));
    struct slice parts[] = {
        record->attempts ? view_count(view, WORDS_STANDING_TRIES, record->attempts) : S(""),
        record->seconds > 0 ? view_took(view, record->seconds) : S(""),
        record->hints ? view_count(view, WORDS_STANDING_HINTS, record->hints) : S(""),
        record->due || due ? view_say(view, WORDS_STANDING_BACK, &back) : S(""),
    };
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        report_add(&report, ROLE_PLAIN, parts[i].len ? S(", ") : S(""));
        report_add(&report, ROLE_PLAIN, parts[i]);
    }
    view_text(view, area, &report, 0, 0);
}

/* ---- The page */

static struct slice list_title(struct view *view)
{
    static const enum words_id titles[FILTER_COUNT] = {
        [FILTER_ALL] = WORDS_STANDING_ALL,
        [FILTER_OPEN] = WORDS_STANDING_OPEN,
        [FILTER_DUE] = WORDS_STANDING_DUE,
        [FILTER_DONE] = WORDS_STANDING_DONE,
    };
    return view_say(view, titles[learning_of(view)->filter], NULL);
}

/* The table with its title, and below it the chosen row where columns are missing. */
static void put_list(struct view *view, struct area area, int page)
{
    const struct session *session = view->session;
    const struct progress_rows *rows = &learning_of(view)->progress;
    int last = area.col + area.cols - 1;
    int detail = page < DETAIL_WIDTH && area.rows >= 7 && rows->len ? (page < 60 ? 3 : 2) : 0;
    struct area table = area_rows(area, 1, area.rows - 1 - detail);
    put_table(view, table, page);
    view_title(
        view, PANE_PROGRESS, area.row, area.col, last, list_title(view),
        view_range(view, session->top[PANE_PROGRESS], session->height[PANE_PROGRESS], rows->len));
    if (!detail)
        return;
    int row = area.rows - detail;
    view_title(view, PANE_COUNT, area.row + row, area.col, last,
               rows->at[session->row[PANE_PROGRESS]].title, S(""));
    put_detail(view, area_rows(area, row + 1, detail - 1));
}

void view_progress(struct view *view, struct area area)
{
    int last = area.col + area.cols - 1, row = 0;
    if (area.rows >= 14)
        frame_across(view->frame, area.row + row++, area.col, last);
    if (area.rows >= 7)
        row += put_summary(view, area_rows(area, row, 2), area.rows >= 14 ? SUMMARY_ROWS : 1);
    struct area list = area_rows(area, row, area.rows - row);
    if (area.cols < SIDE_WIDTH) {
        put_list(view, list, area.cols);
        return;
    }
    int half = area.cols * 64 / 100, side = area.col + half + 1;
    list.cols = half;
    frame_across(view->frame, list.row, area.col, last);
    frame_down(view->frame, area.col + half, list.row, area.row + area.rows - 1);
    put_list(view, list, list.cols);
    view_title(view, PANE_COUNT, list.row, side, last,
               view_say(view, WORDS_STANDING_MET_TITLE, NULL), S(""));
    put_met(view, (struct area){list.row + 1, side, list.rows - 1, last - side + 1});
}
