/* A verdict to lines: what was wanted, what there is instead, what is said to it. See page.h. In: a
 * task and a verdict. Out: lines of a report. */
#include "app/course/page_inside.h"

#include "app/course/reason.h"
#include "app/course/rows.h"
#include "app/ground/cluster.h"

enum { CHECK_INDENT = 4, GOT_INDENT = 6, GOT_LABEL = 12 };

static void open_got(const struct page_view *view, enum words_id label)
{
    page_open(view, GOT_INDENT);
    view->report->at[view->report->len - 1].indent = GOT_INDENT + GOT_LABEL;
    report_add(view->report, ROLE_LABEL, page_say(view, label));
    report_pad(view->report, GOT_INDENT + GOT_LABEL, 1);
}

/* A message up to its first empty line: what follows is Docker's usage. */
static struct slice gist_of(struct slice message)
{
    for (size_t i = 0; i + 1 < message.len; i++)
        if (message.at[i] == '\n' && message.at[i + 1] == '\n')
            return slice_first(message, i);
    return trimmed(message);
}

/* What runs instead, with its letters; or why nothing does, unless that was told. */
static void put_got_argv(const struct page_view *view, const struct result *result, bool own_line,
                         bool told)
{
    struct report *report = view->report;
    const struct answer *answer = result->answer;
    if (answer->has_plan) {
        size_t first = report->len;
        page_vector(view, GOT_INDENT + GOT_LABEL, answer);
        struct report_piece *blanks = &report->at[first].at[0];
        struct slice label = page_say(view, WORDS_LEARN_YOU_GET);
        size_t left = GOT_INDENT + GOT_LABEL - GOT_INDENT - label.len;
        blanks->text = TEXT(report->arena, slice_first(blanks->text, GOT_INDENT), label,
                            slice_first(blanks->text, left));
        return;
    }
    open_got(view, WORDS_LEARN_YOU_GET);
    enum words_id id = own_line && asks_for_none(answer, result->asked) ? WORDS_LEARN_NONE_ASKED
                       : answer->is_unknown                             ? WORDS_LEARN_OPEN
                                                                        : WORDS_NOTHING_STARTS;
    report_add(report, ROLE_PLAIN, page_say(view, id));
    if (!told)
        report_text(report, ROLE_BAD, GOT_INDENT + GOT_LABEL, gist_of(answer->failure.message));
}

static void put_wanted_argv(const struct page_view *view, enum words_id label,
                            const struct result *result)
{
    struct buffer words = {.arena = view->report->arena};
    quote_shell_words(&words, &result->argv);
    open_got(view, label);
    report_add(view->report, ROLE_PLAIN,
               result->argv.len ? buffer_slice(&words) : page_say(view, WORDS_NOTHING_STARTS));
}

/* The check that a result is of; null for what was said. */
static const struct check *check_of(const struct task *task, const struct result *result)
{
    for (size_t i = 0; i < task->checks.len; i++)
        if (task->checks.at[i].line == result->line)
            return &task->checks.at[i];
    return NULL;
}

static void put_made(const struct page_view *view, const struct check *check,
                     const struct result *result, bool told)
{
    bool of_line = check && (check->has_run || check->own_line);
    if (result->holds) {
        if (result->wants_argv) {
            put_wanted_argv(view, WORDS_LEARN_AS_WANTED, result);
        } else if (view->screen && of_line && check->expect != EXPECT_ARGV) {
            open_got(view, WORDS_LEARN_AS_WANTED);
            report_add(view->report, ROLE_PLAIN, page_want(view, check));
        }
        return;
    }
    if (result->wants_argv) {
        put_wanted_argv(view, WORDS_LEARN_WANTED, result);
    } else if (of_line) {
        open_got(view, WORDS_LEARN_WANTED);
        report_add(view->report, ROLE_PLAIN, page_want(view, check));
    }
    bool fails = result->answer->failure.stage != STAGE_NONE || !result->got.len;
    if (fails || result->wants_argv) {
        put_got_argv(view, result, check && check->own_line, told);
        return;
    }
    bool none = slice_equal(result->got, S("[]"));
    const struct words_args args = {.word =
                                        none ? page_say(view, WORDS_VIEW_NOTHING) : result->got};
    bool surface = check && (check->expect == EXPECT_FIXED || check->expect == EXPECT_ANYONE);
    open_got(view, WORDS_LEARN_YOU_GET);
    report_add(view->report, ROLE_PLAIN,
               !surface ? args.word
                        : words_say(view->report->arena,
                                    check->expect == EXPECT_FIXED ? WORDS_LEARN_GOT_FIXED
                                                                  : WORDS_LEARN_GOT_ANYONE,
                                    &args));
}

/* What was said of a line: of a right saying what runs, of another one what was said. */
static void put_said(const struct page_view *view, const struct result *result)
{
    struct buffer words = {.arena = view->report->arena};
    if (result->holds && result->answer) {
        page_vector(view, GOT_INDENT, result->answer);
        return;
    }
    if (result->holds) /* sorted rightly: the row says so */
        return;
    quote_shell_words(&words, &result->said);
    bool nothing = result->said_argv && !result->said.len;
    struct slice said = nothing             ? page_say(view, WORDS_NOTHING_STARTS)
                        : result->said_argv ? buffer_slice(&words)
                        : result->got.len   ? result->got
                                            : page_say(view, WORDS_VIEW_NOTHING);
    open_got(view, WORDS_VIEW_YOU_SAID);
    report_add(view->report, ROLE_PLAIN, said);
}

static void put_hidden_title(const struct page_view *view, const struct check *check)
{
    enum words_id id = check && check->has_run ? WORDS_LEARN_ANOTHER : WORDS_LEARN_ALSO;
    if (view->screen)
        report_text(view->report, ROLE_LABEL, 1, page_say(view, id));
    else
        page_title(view, id, S(""));
}

static void put_result(const struct page_view *view, const struct task *task,
                       const struct result *result, bool hidden, bool told)
{
    const struct check *check = check_of(task, result);
    if (hidden)
        put_hidden_title(view, check);
    page_open(view, 1);
    view->report->at[view->report->len - 1].indent = CHECK_INDENT + 1;
    report_add(view->report, result->holds ? ROLE_GOOD : ROLE_BAD,
               page_say(view, result->holds ? WORDS_VIEW_OK : WORDS_VIEW_NO));
    report_pad(view->report, CHECK_INDENT + 1, 2);
    bool of_image = check && !check->has_run && !check->own_line;
    if (of_image)
        report_add(view->report, ROLE_PLAIN, page_want(view, check));
    else
        report_add(view->report, ROLE_TYPED, result->asked);
    if (task_is_said(task->exercise))
        put_said(view, result);
    else
        put_made(view, check, result, told);
}

static void put_count(const struct page_view *view, const struct task *task,
                      const struct verdict *verdict)
{
    struct report *report = view->report;
    const struct words_args args = {.word = words_digits(report->arena, verdict->hold),
                                    .other = words_digits(report->arena, verdict->visible)};
    enum words_id id = task_is_said(task->exercise) ? WORDS_LEARN_SAID : WORDS_LEARN_HOLD;
    report_title_text(report, report_say(report, id, &args));
}

/* A step of the merge as a sentence. */
static void put_step(const struct page_view *view, const struct markdown *text, unsigned indent)
{
    struct buffer out = {.arena = view->report->arena};
    for (size_t i = 0; i < text->len; i++)
        buffer_put(&out, markdown_text(view->report->arena, &text->at[i]));
    if (out.len && out.at[0] >= 'a' && out.at[0] <= 'z')
        out.at[0] = (char)(out.at[0] - 'a' + 'A');
    buffer_byte(&out, '.');
    report_text(view->report, ROLE_PLAIN, indent, buffer_slice(&out));
}

/* Which of several lines that are not right the reply speaks of. */
static void put_about(const struct page_view *view, const struct verdict *verdict, unsigned indent)
{
    size_t missed = 0, about = verdict->reply.about;
    for (size_t i = 0; i < verdict->len; i++)
        missed += !verdict->results[i].holds;
    if (!about || about > verdict->len || missed < 2)
        return;
    report_line(view->report, REPORT_TEXT, indent);
    report_pad(view->report, indent, 0);
    report_add(view->report, ROLE_TYPED, verdict->results[about - 1].asked);
    report_add(view->report, ROLE_PLAIN, S(":"));
}

void page_reply(const struct page_view *view, const struct task *task,
                const struct verdict *verdict, unsigned indent)
{
    const struct words_args args = {.number = verdict->score};
    bool characters = task->exercise->measure == MEASURE_CHARACTERS_LINE;
    bool said = task_is_said(task->exercise);
    enum words_id id = view->screen && said ? WORDS_VIEW_NO_REPLY
                       : view->screen       ? WORDS_VIEW_NOT_YET
                       : said               ? WORDS_LEARN_NO_REPLY
                                            : WORDS_LEARN_NOT_YET;
    const struct reply *reply = &verdict->reply;
    if (said)
        put_about(view, verdict, indent);
    if (reply->from == REPLY_PAR)
        id = characters ? WORDS_LEARN_OVER_LINE : WORDS_LEARN_OVER_WORDS;
    if (reply->from == REPLY_NONE || reply->from == REPLY_PAR)
        report_text(view->report, ROLE_PLAIN, indent, words_say(view->report->arena, id, &args));
    else if (reply->from == REPLY_EXPLAIN && reply->rule != RULE_COUNT)
        put_step(view, &reply->text, indent);
    else
        page_prose(view, &reply->text, indent);
}

static struct slice failure_of(const struct result *result)
{
    return result->answer ? result->answer->failure.message : S("");
}

/* Whether the last result above that failed with words of Docker's had the same ones. */
static bool is_told(const struct verdict *verdict, size_t i)
{
    struct slice why = failure_of(&verdict->results[i]);
    for (size_t k = i; why.len && k-- > 0;)
        if (!verdict->results[k].holds && failure_of(&verdict->results[k]).len)
            return slice_equal(why, failure_of(&verdict->results[k]));
    return false;
}

void page_result(const struct page_view *view, const struct task *task,
                 const struct verdict *verdict, size_t i, bool brief)
{
    struct result result = verdict->results[i];
    result.wants_argv = result.wants_argv && !(brief && result.holds);
    put_result(view, task, &result, i >= verdict->visible, is_told(verdict, i));
}

void page_verdict(const struct page_view *view, const struct task *task,
                  const struct verdict *verdict)
{
    put_count(view, task, verdict);
    for (size_t i = 0; i < verdict->len; i++)
        page_result(view, task, verdict, i, false);
    if (!verdict->passes) {
        page_title(view, WORDS_LEARN_HAPPENED, S(""));
        page_reply(view, task, verdict, 1);
        return;
    }
    report_gap(view->report);
    page_prose(view, &task->solved, 1);
}

void page_runs(const struct page_view *view, const struct task *task)
{
    page_title(view, WORDS_LEARN_WHAT_RUNS, S(""));
    for (size_t i = 0; i < task->asks.len; i++)
        page_vector(view, CODE_INDENT, task_ask(view->report->arena, task, task->asks.at[i].text));
}

void page_run(const struct page_view *view, const struct task *task, size_t i, unsigned indent)
{
    page_vector(view, indent, task_ask(view->report->arena, task, task->asks.at[i].text));
}

void page_model(const struct page_view *view, const struct task *task)
{
    for (size_t i = 0; i < task->items.len; i++) {
        page_open(view, 1);
        report_add(view->report, ROLE_GOOD, task->items.at[i].class_name);
        report_pad(view->report, 9, 1);
        report_add(view->report, ROLE_TYPED, task->items.at[i].text);
    }
    for (size_t i = 0; i < task->asks.len; i++) {
        report_text(view->report, ROLE_TYPED, 1, task->asks.at[i].text);
        page_run(view, task, i, GOT_INDENT);
    }
    if (task->answers.len)
        report_text(view->report, ROLE_TYPED, CODE_INDENT, task->answers.at[0].text);
    report_gap(view->report);
    page_prose(view, &task->solved, 1);
}

void page_answer(const struct page_view *view, const struct task *task)
{
    page_title(view, WORDS_LEARN_ANSWER, S(""));
    page_model(view, task);
}
