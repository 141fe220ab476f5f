/* The page of a lesson, and the one behind its last exercise; and the first row of the screen while
 * one is in the course. In: the lesson, what is known of its exercises. Out: rows. See
 * view_inside.h. */
#include "app/screen/view_inside.h"

#include "app/ground/cluster.h"

enum { COLUMN = 76, LEFT = 2 };

static const struct learning_lesson *lesson_of(const struct view *view)
{
    return &view->session->learning->lesson;
}

/* ---- The first row */

static struct slice title_of(struct view *view)
{
    const struct learning_lesson *at = lesson_of(view);
    const struct words_args args = {.word = view_number(view, at->number),
                                    .other = at->lesson->title};
    return at->number ? view_say(view, WORDS_VIEW_NUMBERED, &args) : at->lesson->title;
}

/* "exercise 2 of 5, 1 solved": where one is. */
static struct slice place_text(struct view *view, bool brief)
{
    const struct walk *walk = &view->session->learning->walk;
    const struct learning_lesson *at = lesson_of(view);
    struct words_args args = {.word = view_number(view, walk_index(walk) + 1),
                              .other = view_number(view, walk_length(walk))};
    if (walk->detour.on)
        return view_say(view, WORDS_VIEW_BETWEEN, NULL);
    switch (walk->along) {
    case WALK_REVIEW: return view_say(view, WORDS_VIEW_REVIEW, &args);
    case WALK_PLAN:
        if (at->minutes.given)
            args.file = view_number(view, at->minutes.given);
        return view_say(view, WORDS_VIEW_PLAN, &args);
    default: break;
    }
    args.file = brief ? S("") : view_number(view, at->solved);
    return view_say(view, brief ? WORDS_VIEW_EXERCISE_OF : WORDS_VIEW_EXERCISE, &args);
}

/* What stands behind the lesson's title; the short one where there is little room. */
static struct slice behind(struct view *view, bool brief)
{
    enum pane page = view->session->page;
    if (page == PANE_TEXT || page == PANE_END)
        return view_count(view, WORDS_VIEW_EXERCISES, lesson_of(view)->len);
    return page == PANE_COUNT ? place_text(view, brief)
                              : view_say(view, view_page_name(page), NULL);
}

void view_course_head(struct view *view, struct area row)
{
    if (learning_is_start(view->session)) {
        view_put(view, row, 0, 1, S("pairing"), ROLE_HEAD);
        struct slice question = view_say(view, WORDS_VIEW_QUESTION, NULL);
        if (13 + (int)text_columns(question) <= row.cols)
            view_put(view, row, 0, 13, question, ROLE_HEAD);
        return;
    }
    struct slice title = title_of(view), text = behind(view, false);
    int used = 1 + (int)text_columns(title), gap = row.cols >= 60 ? 5 : 2;
    if (used + gap + (int)text_columns(text) > row.cols)
        text = behind(view, true);
    if (used + gap + (int)text_columns(text) > row.cols) {
        view_put(view, row, 0, 1, view_cut(view, title, row.cols - 1), ROLE_HEAD);
        return;
    }
    view_put(view, row, 0, 1, title, ROLE_HEAD);
    view_put(view, row, 0, used + gap, text, ROLE_HEAD);
}

/* ---- States */

/* The exercises with their states in a row, neighbours of one state together: "1 held  2 solved
 * 3-8 new". */
static void add_states(struct view *view, struct report *report)
{
    const struct learning_lesson *at = lesson_of(view);
    report_line(report, REPORT_TEXT, 0);
    report_add(report, ROLE_LABEL, view_count(view, WORDS_VIEW_EXERCISES, at->len));
    for (size_t i = 0, last; i < at->len; i = last + 1) {
        for (last = i; last + 1 < at->len && at->states[last + 1] == at->states[i];)
            last++;
        report_add(report, ROLE_PLAIN, i ? S("  ") : S("   "));
        report_add(report, ROLE_NUMBER, view_number(view, i + 1));
        if (last > i) {
            report_add(report, ROLE_PLAIN, S("-"));
            report_add(report, ROLE_NUMBER, view_number(view, last + 1));
        }
        report_add(report, ROLE_PLAIN, S(" "));
        report_add(report, view_state_role(at->states[i]), record_state_name(at->states[i]));
    }
}

/* ---- The pages */

static struct area column_of(struct area area)
{
    int columns = area.cols - LEFT - 1 < COLUMN ? area.cols - LEFT - 1 : COLUMN;
    return (struct area){area.row, area.col + LEFT, area.rows, columns};
}

/* A page of text below its title, which tells what part of it is seen. */
static void put_page(struct view *view, struct area area, enum pane pane, struct slice title,
                     const struct report *report)
{
    struct area in = column_of(area_rows(area, 1, area.rows - 1));
    int rows = view_text(view, area_rows(in, 0, 0), report, 0, 0);
    view_scrolled_rows(view, pane, in, report, 0, rows);
    size_t top = view->session->top[pane];
    view_title(view, pane, area.row, area.col, area.col + area.cols - 1, title,
               view_range(view, top, in.rows > 0 ? (size_t)in.rows : 0, (size_t)rows));
    frame_cursor(view->frame, in, 0, 0);
}

void view_lesson(struct view *view, struct area area)
{
    struct report report = view_report(view, column_of(area).cols);
    struct page_view page = view_page(&report);
    page_prose(&page, &lesson_of(view)->lesson->prose, 0);
    report_gap(&report);
    if (!learning_has_task(view->session))
        add_states(view, &report);
    bool path = lesson_of(view)->core && lesson_of(view)->more;
    enum words_id how = learning_has_task(view->session) ? WORDS_VIEW_TEXT_BACK
                        : path                           ? WORDS_VIEW_TEXT_PATH
                                                         : WORDS_VIEW_TEXT_BEGIN;
    report_text(&report, ROLE_PLAIN, 0, view_say(view, how, NULL));
    put_page(view, area, PANE_TEXT, lesson_of(view)->lesson->title, &report);
}

/* One exercise of the list: number, state, title. */
static void add_exercise(struct view *view, struct report *report, size_t i)
{
    enum { STATE = 5, TITLE = 14 };
    const struct learning_lesson *at = lesson_of(view);
    struct slice number = view_number(view, i + 1);
    report_line(report, REPORT_TEXT, TITLE);
    report_pad(report, number.len < 3 ? 3 - (unsigned)number.len : 0, 0);
    report_add(report, ROLE_NUMBER, number);
    report_pad(report, STATE, 1);
    report_add(report, view_state_role(at->states[i]), record_state_name(at->states[i]));
    report_pad(report, TITLE, 1);
    report_add(report, ROLE_PLAIN, at->titles[i]);
}

void view_end(struct view *view, struct area area)
{
    const struct learning_lesson *at = lesson_of(view);
    struct report report = view_report(view, column_of(area).cols);
    struct slice lines, run;
    const struct words_args solved = {.word = view_number(view, at->solved),
                                      .other = view_number(view, at->len)};
    const struct words_args next = {.word = view_number(view, at->number + 1),
                                    .other = at->next_title};
    for (size_t i = 0; i < at->len; i++)
        add_exercise(view, &report, i);
    if (page_last_example(view_arena(view), &at->lesson->prose, &lines, &run)) {
        report_gap(&report);
        report_text(&report, ROLE_LABEL, 0, view_say(view, WORDS_VIEW_END_EXAMPLE, NULL));
        report_gap(&report);
        report_text(&report, ROLE_TYPED, 4, lines);
        report_text(&report, ROLE_TYPED, 4, TEXT(view_arena(view), S("$ "), run));
    }
    report_gap(&report);
    if (at->more)
        report_text(&report, ROLE_PLAIN, 0, view_count(view, WORDS_VIEW_END_MORE, at->more));
    report_text(&report, ROLE_PLAIN, 0,
                view_say(view,
                         at->next_title.len ? WORDS_VIEW_END_NEXT
                         : at->asks_again   ? WORDS_VIEW_END_AGAIN
                                            : WORDS_VIEW_END_LAST,
                         &next));
    put_page(view, area, PANE_END, view_say(view, WORDS_VIEW_END_TITLE, &solved), &report);
}
