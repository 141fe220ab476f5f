/* Explain: the steps as sentences, each tied to the lines that it marks. In: the steps of the shown
 * answer, one of them chosen. Out: a list, and below it or beside it the Dockerfile or the run line
 * with what the chosen step follows from. See view_inside.h. */
#include "app/screen/view_inside.h"

enum { NUMBER = 3, TEXT = 6 };

static void add_words(struct report *report, const struct args *words)
{
    for (size_t i = 0; i < words->len; i++) {
        report_add(report, ROLE_PLAIN, i ? S(" ") : S(""));
        report_add(report, ROLE_PLAIN, report_shell_word(report, words->at[i].text));
    }
    if (!words->len)
        report_add(report, ROLE_FAINT, S("-"));
}

/* A step: its number and sentence, and below it the words before and after. */
void view_add_step(struct report *report, const struct step *step, size_t n, bool chosen,
                   bool with_words)
{
    struct buffer number = {.arena = report->arena};
    buffer_number(&number, (int64_t)n + 1);
    report_line(report, REPORT_TEXT, TEXT);
    report_add(report, ROLE_CARET, chosen ? S(" >") : S(""));
    report_pad(report, NUMBER, 0);
    report_add(report, ROLE_NUMBER, buffer_slice(&number));
    report_pad(report, TEXT, 1);
    report_add(report, chosen ? ROLE_TYPED : ROLE_PLAIN, words_of_step(report->arena, step));
    if (!with_words || args_equal(&step->before, &step->after))
        return;
    report_line(report, REPORT_TEXT, TEXT);
    report_pad(report, TEXT, TEXT);
    if (step->before.len) {
        add_words(report, &step->before);
        report_add(report, ROLE_FAINT, S("  ->  "));
    }
    add_words(report, &step->after);
}

/* The list. It scrolls by rows so that all of the chosen step is seen. */
static void put_steps(struct view *view, struct area area)
{
    struct session *session = view->session;
    const struct step_list *steps = &session->shown->answer.plan.steps;
    struct area nothing = {area.row, area.col, 0, area.cols};
    struct report report = view_report(view, area.cols);
    size_t chosen = session->row[PANE_EXPLAIN];
    int *starts = arena_array(view_arena(view), int, steps->len + 1);
    for (size_t i = 0; i < steps->len; i++) {
        starts[i] = view_text(view, nothing, &report, 0, 0);
        view_add_step(&report, &steps->at[i], i, i == chosen, true);
    }
    starts[steps->len] = view_text(view, nothing, &report, 0, 0);
    if (!steps->len)
        report_text(&report, ROLE_FAINT, NUMBER, view_say(view, WORDS_VIEW_NO_STEPS, NULL));
    int first = steps->len ? starts[chosen] : 0, behind = steps->len ? starts[chosen + 1] : 0;
    int top = behind > area.rows ? behind - area.rows : 0;
    view_text(view, area, &report, top, 0);
    view_list_top(view, PANE_EXPLAIN, area.rows / 2 > 0 ? area.rows / 2 : 1);
    view_part(view, PANE_EXPLAIN, area);
    for (size_t i = 0; i < steps->len; i++)
        view_item(view, PANE_EXPLAIN, area_rows(area, starts[i] - top, starts[i + 1] - starts[i]),
                  i);
    frame_cursor(view->frame, area, first - top, 1);
}

/* What the chosen step follows from. */
static void put_cause(struct view *view, struct area area, const struct step *step)
{
    uint32_t first = 0, last = 0;
    if (!step || view_lines_of(view, step->because, &first, &last) || !step->because.text ||
        step->because.text->source != SOURCE_LINE) {
        view_excerpt(view, area, first, last);
        return;
    }
    struct report report = view_report(view, area.cols);
    report_carets(&report, step->because, NUMBER);
    view_text(view, area, &report, 0, 0);
}

void view_explain(struct view *view, struct area area)
{
    const struct session *session = view->session;
    const struct step_list *steps = &session->shown->answer.plan.steps;
    size_t chosen = session->row[PANE_EXPLAIN];
    const struct step *step = chosen < steps->len ? &steps->at[chosen] : NULL;
    bool line = step && step->because.text && step->because.text->source == SOURCE_LINE;
    struct slice title = view_say(view, line ? WORDS_VIEW_LINE : WORDS_VIEW_DOCKERFILE, NULL);
    struct slice steps_title = view_say(view, WORDS_TITLE_STEPS, NULL);
    struct slice range = view_range(view, chosen, 1, steps->len);
    int last = area.col + area.cols - 1;
    if (area.cols >= 110) {
        int half = area.col + area.cols * 62 / 120, result = area.rows >= 24 ? 9 : 0;
        int rows = area.rows - 1 - (result ? result + 1 : 0), end = area.row + rows + 1;
        frame_across(view->frame, area.row, area.col, last);
        if (result)
            frame_across(view->frame, end, area.col, last);
        frame_down(view->frame, half, area.row, result ? end : end - 1);
        view_title(view, PANE_EXPLAIN, area.row, area.col, half - 1, steps_title, range);
        view_title(view, PANE_COUNT, area.row, half + 1, last, title, S(""));
        put_steps(view, (struct area){area.row + 1, area.col, rows, half - area.col - 1});
        put_cause(view, (struct area){area.row + 1, half + 1, rows, last - half}, step);
        if (result) {
            view_title(view, PANE_COUNT, end, area.col, last, view_result_title(view), S(""));
            view_result(view, (struct area){end + 1, area.col, result, area.cols});
        }
        return;
    }
    int below = area.rows / 2 - 2 > 0 ? area.rows / 2 - 2 : 0;
    view_title(view, PANE_EXPLAIN, area.row, area.col, last, steps_title, range);
    put_steps(view, area_rows(area, 1, area.rows - 2 - below));
    view_title(view, PANE_COUNT, area.row + area.rows - 1 - below, area.col, last, title, S(""));
    put_cause(view, area_rows(area, area.rows - below, below), step);
}
