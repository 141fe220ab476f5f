/* The first start: one question a page, no menu. In: the question, the answer being typed. Out: the
 * image, the line, the answer; behind it what really runs and what is said to it. See
 * view_inside.h.
 *
 * Where not all of it fits the answer stays in sight, and behind it what is said. */
#include "app/screen/view_inside.h"

enum { LEFT = 3, CODE = 7, SAID = 2, COLUMNS = 80, ABOUT_FROM = 20 };

static const struct sitting *sitting_of(const struct view *view)
{
    return &view->session->learning->walk.sitting;
}

/* The lines of the image without the base that sets nothing. */
static struct slice image_lines(const struct task *task)
{
    struct slice first, rest;
    if (slice_cut(task->given, '\n', &first, &rest) &&
        slice_equal(utf8_trim(first), S("FROM base")))
        return rest;
    return task->given;
}

static struct report question_report(struct view *view, int columns)
{
    const struct task *task = &sitting_of(view)->task;
    struct report report = view_report(view, columns);
    struct page_view page = view_page(&report);
    page_prose(&page, &task->prose, LEFT);
    report_gap(&report);
    report_text(&report, ROLE_TYPED, CODE, image_lines(task));
    report_gap(&report);
    return report;
}

/* What the letters below the words mean, of those that are there. */
static void add_letters(struct view *view, struct report *report)
{
    const struct exec_plan *plan = &view->session->shown->answer.plan;
    const struct {
        enum word_from from;
        struct slice name;
    } letters[] = {
        {WORD_ENTRYPOINT, S("E ENTRYPOINT")},
        {WORD_CMD, S("C CMD")},
        {WORD_OPTION, S("O --entrypoint")},
        {WORD_RUN, view_say(view, WORDS_VIEW_LETTER_TYPED, NULL)},
    };
    struct buffer names = {.arena = view_arena(view)};
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
        bool there = false;
        for (size_t word = 0; word < plan->argv_len; word++)
            there = there || plan->argv[word].from == letters[i].from;
        buffer_put(&names, there && names.len ? S(", ") : S(""));
        buffer_put(&names, there ? letters[i].name : S(""));
    }
    const struct words_args args = {.word = buffer_slice(&names)};
    if (!names.len)
        return;
    report_text(report, ROLE_FAINT, LEFT, view_say(view, WORDS_VIEW_START_LETTERS, &args));
    report_gap(report);
}

/* What is said behind the answer, or to it. */
static struct report reply_report(struct view *view, int columns)
{
    const struct sitting *sitting = sitting_of(view);
    const struct learning *learning = view->session->learning;
    struct report report = view_report(view, columns);
    struct page_view page = view_page(&report);
    report_line(&report, REPORT_TEXT, 0);
    if (!learning_may_go_on(view->session)) {
        report_text(&report, ROLE_FAINT, LEFT, view_say(view, WORDS_VIEW_START_GUESS, NULL));
        return report;
    }
    add_letters(view, &report);
    if (learning->shows == SHOWS_VERDICT && !sitting->verdict.passes)
        page_reply(&page, &sitting->task, &sitting->verdict, LEFT);
    else
        page_prose(&page, &sitting->task.solved, LEFT);
    if (learning->lesson.said_first.len) {
        const struct words_args args = {.word = learning->lesson.said_first};
        report_gap(&report);
        report_text(&report, ROLE_PLAIN, LEFT, view_say(view, WORDS_LEARN_BEFORE, &args));
    }
    report_gap(&report);
    report_text(&report, ROLE_PLAIN, LEFT, view_say(view, WORDS_VIEW_GOES_ON, NULL));
    return report;
}

/* "Question 1 of 3", and what the questions are for. */
static void put_about(struct view *view, struct area area)
{
    const struct walk *walk = &view->session->learning->walk;
    const struct words_args args = {.file = view_number(view, walk_index(walk) + 1),
                                    .image = view_number(view, walk_length(walk))};
    struct report report = view_report(view, area.cols);
    report_text(
        &report, ROLE_PLAIN, LEFT,
        view_say(view, walk->again ? WORDS_VIEW_AGAIN_ABOUT : WORDS_VIEW_START_ABOUT, NULL));
    view_title(view, PANE_COUNT, area.row, area.col, area.col + area.cols - 1,
               view_say(view, WORDS_LEARN_QUESTION, &args), S(""));
    view_text(view, area_rows(area, 1, area.rows - 1), &report, 0, 0);
}

static int rows_of(struct view *view, const struct report *report, int columns)
{
    return view_text(view, (struct area){0, 0, 0, columns}, report, 0, 0);
}

/* Where the page begins: of one that is too long, at a row above the area. */
static int first_row(const struct view *view, int rows, int above, int said, int below)
{
    bool known = learning_may_go_on(view->session);
    int gap = rows >= ABOUT_FROM - 4, all = gap + above + said + below;
    if (all <= rows)
        return gap;
    if (known)
        return rows - all > -above ? rows - all : -above;
    return above + said > rows ? rows - above - said : 0;
}

void view_start(struct view *view, struct area area)
{
    bool known = learning_may_go_on(view->session), sure = view->session->dialog == PANE_SURE;
    frame_across(view->frame, area.row, area.col, area.col + area.cols - 1);
    area = area_rows(area, 1, area.rows - 1);
    int about = area.rows < ABOUT_FROM ? 0 : area.cols >= 72 ? 3 : 5;
    if (about)
        put_about(view, area_rows(area, area.rows - about, about));
    area.rows -= about;
    area.cols = area.cols < COLUMNS ? area.cols - 1 : COLUMNS;
    struct report question = question_report(view, area.cols),
                  reply = reply_report(view, area.cols);
    int above = rows_of(view, &question, area.cols);
    int said = view_said_rows(view, area.cols - SAID) + sure;
    int row = first_row(view, area.rows, above, said, rows_of(view, &reply, area.cols));
    view_text(view, area, &question, -row, 0);
    struct area at = area_clip(area_inset(area, SAID), row + above, said);
    view_said(view, area_rows(at, 0, at.rows - sure));
    if (sure)
        view_sure(view, area_rows(area_inset(at, 4), at.rows - 1, 1));
    view_text(view, area, &reply, -(row + above + said), 0);
    if (view->kept->pane == PANE_CHECKS)
        frame_cursor(view->frame, area, row + above + said + 1, LEFT);
    view_part(view, known ? PANE_CHECKS : PANE_SAY, area);
}
