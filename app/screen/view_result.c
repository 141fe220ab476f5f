/* The result: what runs, or why nothing does. In: the shown answer. Out: rows, read downwards: the
 * argv with its letters, what becomes PID 1, who can change what. See view_inside.h.
 *
 * While the text is half typed the last good result stays, is called old, and the last row says
 * what the text would be as it stands. While a prediction is asked for, nothing of it is shown. */
#include "app/screen/view_inside.h"

#include "app/ground/cluster.h"

enum { INSET = 3 };

bool view_hides(const struct view *view)
{
    return learning_hides(view->session) ||
           (view->session->prediction.on && !view->session->prediction.answered);
}

/* ---- A doubtful start */

static void add_dropped(struct view *view, struct report *report)
{
    const struct finding_list *notes = &view->session->shown->answer.notes;
    for (size_t i = 0; i < notes->len; i++)
        if (notes->at[i].rule == RULE_EntrypointDropsCmd)
            report_text(report, ROLE_PLAIN, 0,
                        words_of_finding(report->arena, &notes->at[i], WORDS_REASON));
}

static void add_doubt(struct view *view, struct report *report, const struct finding *doubt)
{
    const struct condition *condition = &view->session->shown->answer.outcome.conditions.at[0];
    struct slice clause = report_clause(condition->message);
    const struct words_args args = {
        .exit = condition->exit,
        .other = clause.len
                     ? clause
                     : slice_first(condition->message, slice_find(condition->message, '\n'))};
    report_text(report, ROLE_BAD, 0, view_say(view, WORDS_ELSE_EXIT, &args));
    report_text(report, ROLE_PLAIN, 0,
                doubt->rule == RULE_EntrypointBlank ? view_say(view, WORDS_VIEW_ONE_WORD, NULL)
                : doubt->rule == RULE_EntrypointJSON
                    ? view_say(view, WORDS_VIEW_NO_ARRAY, NULL)
                    : words_of_finding(report->arena, doubt, WORDS_REASON));
    add_dropped(view, report);
    struct slice verb, rest, fix = words_of_finding(report->arena, doubt, WORDS_FIX);
    if (!fix.len)
        return;
    slice_cut(fix, ' ', &verb, &rest);
    report_line(report, REPORT_TEXT, REPORT_LABEL);
    report_add(report, ROLE_LABEL, verb);
    report_pad(report, REPORT_LABEL, 1);
    report_rest(report, ROLE_TYPED, rest);
}

/* ---- Predictions */

static void add_said(struct view *view, struct report *report)
{
    const struct prediction *prediction = &view->session->prediction;
    struct buffer said = {.arena = report->arena};
    if (prediction->said_nothing)
        buffer_put(&said, view_say(view, WORDS_NOTHING_STARTS, NULL));
    for (size_t i = 0; !prediction->said_nothing && i < prediction->said.len; i++) {
        buffer_put(&said, i ? S(" ") : S(""));
        buffer_put(&said, report_shell_word(report, prediction->said.at[i].text));
    }
    bool right = prediction->right;
    report_line(report, REPORT_TEXT, 4);
    report_add(report, right ? ROLE_GOOD : ROLE_BAD,
               view_say(view, right ? WORDS_VIEW_OK : WORDS_VIEW_NO, NULL));
    report_pad(report, 4, 1);
    report_add(report, ROLE_PLAIN, view_say(view, WORDS_VIEW_YOU_SAID, NULL));
    report_add(report, ROLE_PLAIN, S(" "));
    report_add(report, ROLE_TYPED, buffer_slice(&said));
    if (prediction->beliefs_len)
        report_text(report, ROLE_PLAIN, 4, words_of_belief(report->arena, prediction->beliefs[0]));
}

/* Where the answer is typed. It may be longer than a row: the end, with the cursor, is seen. */
static void ask(struct view *view, struct area area)
{
    const struct prediction *prediction = &view->session->prediction;
    struct slice text = {prediction->text, prediction->len};
    struct report report = view_report(view, area.cols - INSET);
    int col = INSET + 2, room = area.cols - col - 1;
    while (text.len && (int)text_columns(text) > (room > 0 ? room : 0))
        text = slice_after(text, cluster_at(text, 0).len);
    view_put(view, area, 0, INSET, S(">"), ROLE_PROMPT);
    col = view_put(view, area, 0, col, text, ROLE_TYPED);
    if (view->kept->pane == PANE_ANSWER)
        frame_cursor(view->frame, area, 0, col);
    report_text(&report, ROLE_FAINT, 0, view_say(view, WORDS_VIEW_SAY_HOW, NULL));
    view_text(view, area_rows(area_inset(area, INSET), 2, area.rows - 2), &report, 0, 0);
    view_part(view, PANE_RESULT, area);
}

/* ---- Titles */

/* On a narrow screen a title is short, and the whole sentence stands below it. */
static bool is_narrow(const struct view *view)
{
    return view->frame->cols < 60;
}

static enum words_id failure_title(enum stage stage)
{
    switch (stage) {
    case STAGE_NONE: break;
    case STAGE_REQUEST: return WORDS_VIEW_REFUSED;
    case STAGE_BUILD: return WORDS_VIEW_BUILD_FAILS;
    case STAGE_SHELL: return WORDS_VIEW_SHELL_FAILS;
    case STAGE_CLIENT: return WORDS_VIEW_CLIENT_FAILS;
    case STAGE_DAEMON_CREATE:
    case STAGE_PULL:
    case STAGE_START: return WORDS_VIEW_ENGINE_FAILS;
    }
    return WORDS_VIEW_WHAT_RUNS;
}

static enum words_id title_id(const struct view *view)
{
    const struct answer *answer = &view->session->shown->answer;
    if (view_hides(view))
        return WORDS_VIEW_SAY_FIRST;
    if (view->session->stale && view->session->shown->question.line)
        return WORDS_VIEW_WHAT_RAN;
    if (answer->is_unknown)
        return WORDS_UNKNOWN_TITLE;
    if (!answer->has_plan)
        return failure_title(answer->failure.stage);
    if (report_doubt_of(answer))
        return WORDS_STARTS_IF;
    return answer->outcome.starts == STARTS_NO ? WORDS_VIEW_ENGINE_FAILS : WORDS_VIEW_WHAT_RUNS;
}

static enum words_id short_title(enum words_id id)
{
    static const enum words_id shorts[][2] = {
        {WORDS_VIEW_SAY_FIRST, WORDS_VIEW_SAY_SHORT},
        {WORDS_VIEW_WHAT_RAN, WORDS_VIEW_OLD_SHORT},
        {WORDS_UNKNOWN_TITLE, WORDS_VIEW_UNKNOWN_SHORT},
        {WORDS_STARTS_IF, WORDS_VIEW_IF_SHORT},
        {WORDS_VIEW_SHELL_FAILS, WORDS_VIEW_ENGINE_FAILS},
        {WORDS_VIEW_CLIENT_FAILS, WORDS_VIEW_ENGINE_FAILS},
    };
    for (size_t i = 0; i < sizeof shorts / sizeof *shorts; i++)
        if (shorts[i][0] == id)
            return shorts[i][1];
    return id;
}

struct slice view_result_title(struct view *view)
{
    enum words_id id = title_id(view);
    return view_say(view, is_narrow(view) ? short_title(id) : id, NULL);
}

static void add_long_title(struct view *view, struct report *report)
{
    enum words_id id = title_id(view);
    if (id == WORDS_STARTS_IF || id == WORDS_UNKNOWN_TITLE)
        report_text(report, ROLE_LABEL, 0, view_say(view, id, NULL));
}

/* ---- The report */

static void add_plan(struct view *view, struct report *report, struct report_view *answer)
{
    const struct finding *doubt = report_doubt_of(answer->answer);
    size_t json = report->len + 2;
    report_vector(report, answer->answer->plan.argv, answer->answer->plan.argv_len);
    if (doubt) {
        report->len = json; /* said by the quotes already */
        add_doubt(view, report, doubt);
        return;
    }
    report_gap(report);
    report_start(report, answer);
}

/* Docker's words; the carets stand under the run line already. */
static void add_failure(struct view *view, struct report *report, const struct report_view *answer)
{
    const struct failure *failure = &answer->answer->failure;
    const struct words_args args = {.exit = failure->exit};
    if (failure->stage == STAGE_BUILD || !failure->at.text ||
        failure->at.text->source != SOURCE_LINE) {
        report_failure(report, answer);
        return;
    }
    report_text(report, ROLE_BAD, 0, failure->message);
    report_gap(report);
    report_line(report, REPORT_TEXT, 0);
    report_add(report, ROLE_LABEL, view_say(view, WORDS_EXITS, &args));
}

/* The line is empty, or makes no container. */
static void add_hint(struct view *view, struct report *report)
{
    const struct answer *answer = &view->session->shown->answer;
    report_text(
        report, ROLE_PLAIN, 0,
        view_say(view, answer->no_container ? WORDS_NO_CONTAINER : WORDS_VIEW_EMPTY_LINE, NULL));
}

/* What the shown answer says, notes aside: they have a part of their own. */
static struct report result_report(struct view *view, int columns)
{
    struct evaluation *shown = view->session->shown;
    struct report report = view_report(view, columns);
    struct report_view answer = evaluation_view(shown);
    report.brief = true;
    if (is_narrow(view))
        add_long_title(view, &report);
    if (view->session->prediction.on && view->session->prediction.answered)
        add_said(view, &report);
    if (answer.answer->is_unknown)
        ;
    else if (answer.answer->has_plan)
        add_plan(view, &report, &answer);
    else if (answer.answer->failure.stage != STAGE_NONE)
        add_failure(view, &report, &answer);
    else
        add_hint(view, &report);
    if (shown->question.line)
        report_basis(&report, &answer);
    return report;
}

/* Without its empty rows; gives how many they were. */
static int close_up(struct report *report)
{
    size_t len = 0;
    for (size_t i = 0; i < report->len; i++)
        if (report->at[i].len || report->at[i].kind != REPORT_TEXT)
            report->at[len++] = report->at[i];
    int gone = (int)(report->len - len);
    report->len = len;
    return gone;
}

static int rows_of(struct view *view, const struct report *report, int columns)
{
    return view_text(view, (struct area){0, 0, 0, columns}, report, 0, 0);
}

int view_result_rows(struct view *view, int columns)
{
    if (view_hides(view))
        return 4;
    struct report report = result_report(view, columns - INSET);
    return rows_of(view, &report, columns - INSET) + (view->session->stale ? 1 : 0);
}

/* ---- The part */

/* What the text would be as it stands, in the last rows of the area; gives how many. */
static int put_as_it_stands(struct view *view, struct area area)
{
    struct report report = view_report(view, area.cols - INSET);
    report_line(&report, REPORT_TEXT, 2);
    report_add(&report, ROLE_WARN, session_as_it_stands(view->session));
    int rows = rows_of(view, &report, area.cols - INSET);
    int most = area.rows > 2 ? area.rows * 2 / 3 : 1;
    rows = rows < most ? rows : most;
    struct area last = area_rows(area_inset(area, INSET), area.rows - rows, rows);
    view_text(view, last, &report, 0, 0);
    return rows;
}

int view_result(struct view *view, struct area area)
{
    if (view_hides(view)) {
        ask(view, area);
        return 0;
    }
    bool stale = view->session->stale;
    struct area above = area;
    if (stale)
        above.rows -= put_as_it_stands(view, area);
    struct report report = result_report(view, area.cols - INSET);
    int rows = rows_of(view, &report, area.cols - INSET);
    if (rows > above.rows)
        rows -= close_up(&report);
    view_scrolled_rows(view, PANE_RESULT, area_inset(above, INSET), &report, stale ? TEXT_OLD : 0,
                       rows);
    view_part(view, PANE_RESULT, area);
    if (view->kept->pane == PANE_RESULT)
        frame_cursor(view->frame, area, 0, INSET);
    return rows;
}
