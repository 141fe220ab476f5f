/* Compare: the situation that was put aside and the one at hand, side by side. In: two evaluations.
 * Out: for each its line, what runs, and its Dockerfile; what differs is marked by its look and by
 * a star in front of the row. See view_inside.h. */
#include "app/screen/view_inside.h"

#include "app/ground/cluster.h"
#include "app/session/compare.h"

enum { TEXT_COLUMN = 3 };

/* The two sides of one thing. */
struct both {
    struct compared side[2];
};

static struct both split(struct view *view, struct slice left, struct slice right, char by)
{
    struct both both = {
        {compare_split(view_arena(view), left, by), compare_split(view_arena(view), right, by)}};
    compare_mark(view_arena(view), &both.side[0], &both.side[1]);
    return both;
}

static bool any_differs(const struct compared *compared)
{
    for (size_t i = 0; i < compared->len; i++)
        if (compared->differs[i])
            return true;
    return false;
}

static void open_row(struct report *report, bool differs)
{
    report_line(report, REPORT_TEXT, TEXT_COLUMN);
    report_add(report, ROLE_CARET, differs ? S(" *") : S(""));
    report_pad(report, TEXT_COLUMN, 0);
}

static void add_title(struct view *view, struct report *report, enum words_id id)
{
    report_gap(report);
    report_line(report, REPORT_TEXT, 0);
    report_add(report, ROLE_LABEL, S(" "));
    report_add(report, ROLE_LABEL, view_say(view, id, NULL));
}

static void add_words(struct report *report, const struct compared *words, bool quoted)
{
    open_row(report, any_differs(words));
    for (size_t i = 0; i < words->len; i++) {
        report_add(report, ROLE_PLAIN, i ? S(" ") : S(""));
        report_add(report, words->differs[i] ? ROLE_DIFFER : ROLE_PLAIN,
                   quoted ? report_shell_word(report, words->at[i])
                          : report_visible(report, words->at[i]));
    }
}

/* What a side runs, or the first line of why it does not. */
static void add_runs(struct view *view, struct report *report, const struct answer *answer,
                     const struct compared *words)
{
    if (answer->has_plan && !answer->is_unknown) {
        add_words(report, words, true);
        return;
    }
    struct slice line = S(""), rest = answer->failure.message;
    while (rest.len && !line.len)
        slice_cut(rest, '\n', &line, &rest);
    open_row(report, false);
    report_add(report, ROLE_BAD,
               answer->is_unknown ? view_say(view, WORDS_UNKNOWN_TITLE, NULL)
               : line.len         ? line
                                  : view_say(view, WORDS_GRID_NOTHING, NULL));
}

static void add_lines(struct report *report, const struct compared *lines)
{
    for (size_t i = 0; i < lines->len; i++) {
        open_row(report, lines->differs[i]);
        report_add(report, lines->differs[i] ? ROLE_DIFFER : ROLE_PLAIN, lines->at[i]);
    }
}

static struct slice dockerfile_of(const struct evaluation *evaluation)
{
    return evaluation->question.dockerfile
               ? slice_after(evaluation->dockerfile.bytes, evaluation->implied)
               : S("");
}

static struct compared argv_of(struct view *view, const struct answer *answer)
{
    bool has = answer->has_plan && !answer->is_unknown;
    return compare_argv(view_arena(view), has ? answer->plan.argv : NULL,
                        has ? answer->plan.argv_len : 0);
}

/* One side as a report. */
static struct report side_report(struct view *view, int side, int columns, const struct both *line,
                                 const struct both *argv, const struct both *text)
{
    struct session *session = view->session;
    const struct evaluation *of = side ? session->shown : &session->comparison.other;
    struct report report = view_report(view, columns);
    bool titles = view->frame->rows >= 20 || view->frame->cols >= 72; /* else there is no room */
    if (titles)
        add_title(view, &report, WORDS_VIEW_LINE);
    add_words(&report, &line->side[side], false);
    if (titles)
        add_title(view, &report, WORDS_VIEW_WHAT_RUNS);
    add_runs(view, &report, &of->answer, &argv->side[side]);
    if (titles)
        add_title(view, &report, WORDS_VIEW_DOCKERFILE);
    add_lines(&report, &text->side[side]);
    return report;
}

static void put_sides(struct view *view, struct area area)
{
    struct session *session = view->session;
    const struct evaluation *other = &session->comparison.other, *shown = session->shown;
    struct both line = split(view, other->line.bytes, shown->line.bytes, ' ');
    struct both text = split(view, dockerfile_of(other), dockerfile_of(shown), '\n');
    struct both argv = {{argv_of(view, &other->answer), argv_of(view, &shown->answer)}};
    compare_mark(view_arena(view), &argv.side[0], &argv.side[1]);
    bool stacked = area.cols < 72;
    int half = stacked ? area.cols : area.cols / 2, last = area.col + area.cols - 1, rows = 0;
    struct area sides[2] = {area_rows(area, 1, area.rows - 1), area_rows(area, 1, area.rows - 1)};
    sides[0].cols = half;
    if (stacked) {
        sides[0].rows = area.rows / 2 - 1;
        sides[1] = area_rows(area, area.rows / 2 + 1, area.rows - area.rows / 2 - 1);
    } else {
        sides[1] = area_inset(sides[1], half + 1);
        frame_across(view->frame, area.row, area.col, last);
        frame_down(view->frame, area.col + half, area.row, area.row + area.rows - 1);
    }
    struct report reports[2];
    for (int i = 0; i < 2; i++) {
        struct area nothing = {0, 0, 0, sides[i].cols};
        reports[i] = side_report(view, i, sides[i].cols, &line, &argv, &text);
        int n = view_text(view, nothing, &reports[i], 0, 0);
        rows = n > rows ? n : rows;
        view_title(view, i ? PANE_COMPARE : PANE_COUNT, sides[i].row - 1, sides[i].col,
                   sides[i].col + sides[i].cols - 1,
                   view_say(view, i ? WORDS_VIEW_HERE : WORDS_VIEW_ASIDE, NULL), S(""));
    }
    size_t top = view_scroll_top(view, PANE_COMPARE, (size_t)rows, sides[0].rows);
    for (int i = 0; i < 2; i++)
        view_text(view, sides[i], &reports[i], (int)top, 0);
    view_part(view, PANE_COMPARE, area);
    frame_cursor(view->frame, sides[0], 0, 0);
}

void view_compare(struct view *view, struct area area)
{
    if (view->session->comparison.on) {
        put_sides(view, area);
        return;
    }
    struct report report = view_report(view, area.cols);
    report_text(&report, ROLE_PLAIN, 3, view_say(view, WORDS_VIEW_NO_COMPARISON, NULL));
    view_text(view, area, &report, 0, 0);
    view_part(view, PANE_COMPARE, area);
    frame_cursor(view->frame, area, 0, 3);
}
