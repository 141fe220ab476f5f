/* Lessons to lines. See page.h. In: Markdown, a task, a verdict. Out: lines of a report. */
#include "app/course/page.h"

#include "app/course/example.h"
#include "app/course/rows.h"
#include "app/ground/cluster.h"

enum { CODE_INDENT = 4, CHECK_INDENT = 4, GOT_INDENT = 6, GOT_LABEL = 12 };

static struct slice say(const struct page_view *view, enum words_id id)
{
    return words_say(view->report->arena, id, NULL);
}

/* ---- Prose */

static void put_run(const struct page_view *view, const struct markdown_run *run)
{
    bool code = run->style == MARKDOWN_CODE;
    bool quoted = code && !view->coloured && slice_has(run->text, ' ');
    report_add(view->report, ROLE_PLAIN, quoted ? S("`") : S(""));
    report_add(view->report, code ? ROLE_TYPED : ROLE_PLAIN, run->text);
    report_add(view->report, ROLE_PLAIN, quoted ? S("`") : S(""));
}

static void open_line(const struct page_view *view, unsigned indent)
{
    report_line(view->report, REPORT_TEXT, indent);
    if (indent)
        report_pad(view->report, indent, indent);
}

/* Runs of one paragraph; '\n' in a run begins a line. */
static void put_runs(const struct page_view *view, const struct markdown_block *block,
                     unsigned indent)
{
    for (size_t i = 0; i < block->len; i++) {
        struct markdown_run run = block->at[i];
        struct slice rest = run.text;
        for (bool first = true; rest.len || first; first = false) {
            if (!first)
                open_line(view, indent);
            slice_cut(rest, '\n', &run.text, &rest);
            put_run(view, &run);
        }
    }
}

static void put_item(const struct page_view *view, const struct markdown_block *block,
                     unsigned indent)
{
    struct buffer mark = {.arena = view->report->arena};
    if (block->number)
        buffer_number(&mark, block->number);
    buffer_put(&mark, block->number ? S(". ") : S("- "));
    unsigned inner = indent + (unsigned)mark.len;
    open_line(view, indent);
    view->report->at[view->report->len - 1].indent = inner;
    report_add(view->report, ROLE_PLAIN, buffer_slice(&mark));
    put_runs(view, block, inner);
}

static void put_vector(const struct page_view *view, unsigned indent, const struct answer *answer)
{
    struct report *report = view->report;
    if (!answer->has_plan) {
        open_line(view, indent);
        report_add(report, ROLE_BAD, say(view, WORDS_NOTHING_STARTS));
        return;
    }
    size_t words = report->len;
    report_vector(report, answer->plan.argv, answer->plan.argv_len);
    report->len = words + 2; /* quotes tell the boundaries; the array is left out */
    for (size_t i = words; i < report->len && indent; i++) {
        struct report_line *line = &report->at[i];
        struct report_line moved = {.kind = line->kind, .indent = indent};
        *list_add(report->arena, &moved) = (struct report_piece){
            slice_first(S("                                        "), indent), ROLE_PLAIN};
        for (size_t k = 0; k < line->len; k++)
            *list_add(report->arena, &moved) = line->at[k];
        *line = moved;
    }
}

static void put_example(const struct page_view *view, const struct markdown_block *block,
                        unsigned indent)
{
    struct arena *arena = view->report->arena;
    struct faults faults = {.arena = arena};
    struct example example;
    struct scene scene;
    struct scene_images none = {0};
    if (!example_read(arena, &faults, block, &example))
        return;
    report_text(view->report, ROLE_TYPED, indent + CODE_INDENT, example.lines);
    report_text(view->report, ROLE_TYPED, indent + CODE_INDENT, TEXT(arena, S("$ "), example.run));
    scene_open(arena, &none, S(""), example.lines, S(""), &scene);
    put_vector(view, indent + CODE_INDENT, scene_ask(arena, &scene, example.run));
}

static void put_block(const struct page_view *view, const struct markdown_block *block,
                      unsigned indent)
{
    unsigned inner = indent + 2 * block->level;
    switch (block->kind) {
    case MARKDOWN_HEADING:
        open_line(view, indent);
        report_add(view->report, ROLE_TITLE, markdown_text(view->report->arena, block));
        break;
    case MARKDOWN_ITEM:
        put_item(view, block, indent + 2 * (block->level ? block->level - 1 : 0));
        break;
    case MARKDOWN_PARAGRAPH:
    case MARKDOWN_QUOTE:
        inner = block->kind == MARKDOWN_QUOTE ? indent : inner;
        open_line(view, inner);
        put_runs(view, block, inner);
        break;
    case MARKDOWN_INDENTED:
        report_text(view->report, ROLE_TYPED, indent + CODE_INDENT, block->text);
        break;
    case MARKDOWN_FENCED: put_example(view, block, indent); break;
    case MARKDOWN_BREAK: break;
    case MARKDOWN_HTML: report_text(view->report, ROLE_PLAIN, indent, block->text); break;
    }
}

void page_prose(const struct page_view *view, const struct markdown *markdown, unsigned indent)
{
    for (size_t i = 0; i < markdown->len; i++) {
        bool in_list =
            i && markdown->at[i].kind == MARKDOWN_ITEM && markdown->at[i - 1].kind == MARKDOWN_ITEM;
        if (i && !in_list)
            report_gap(view->report);
        put_block(view, &markdown->at[i], indent);
    }
}

bool page_last_example(struct arena *arena, const struct markdown *prose, struct slice *lines,
                       struct slice *run)
{
    struct faults faults = {.arena = arena};
    struct example example;
    bool found = false;
    for (size_t i = 0; i < prose->len; i++)
        if (prose->at[i].kind == MARKDOWN_FENCED &&
            example_read(arena, &faults, &prose->at[i], &example)) {
            *lines = example.lines;
            *run = example.run;
            found = true;
        }
    return found;
}

/* ---- A task */

void page_lines(const struct page_view *view, struct slice lines)
{
    struct slice line;
    for (unsigned number = 1; lines.len; number++) {
        struct buffer digits = {.arena = view->report->arena};
        slice_cut(lines, '\n', &line, &lines);
        buffer_put(&digits, number < 10 ? S("  ") : S(" "));
        buffer_number(&digits, number);
        buffer_put(&digits, S(" "));
        report_line(view->report, REPORT_TEXT, CODE_INDENT);
        report_add(view->report, ROLE_NUMBER, buffer_slice(&digits));
        report_add(view->report, ROLE_TYPED, line);
    }
}

static void put_title(const struct page_view *view, enum words_id id, struct slice word)
{
    const struct words_args args = {.word = word};
    report_gap(view->report);
    report_line(view->report, REPORT_TEXT, 0);
    report_add(view->report, ROLE_TITLE, words_say(view->report->arena, id, &args));
}

static bool is_plain_base(struct slice given)
{
    return slice_equal(trimmed(given), S("FROM base"));
}

/* The images: those that are given by name, then the learner's own with its given lines. */
static void put_given(const struct page_view *view, const struct task *task)
{
    for (size_t i = 0; i < task->images.len; i++) {
        put_title(view, WORDS_LEARN_IMAGE, task->images.at[i].name);
        report_text(view->report, ROLE_TYPED, CODE_INDENT, task->images.at[i].text->bytes);
    }
    bool whole = task_asks_line(task->exercise) || task_is_said(task->exercise);
    whole = whole && task->exercise->kind != EXERCISE_SORT;
    if (!task->given.len || (!whole && is_plain_base(task->given)))
        return;
    put_title(view, whole ? WORDS_LEARN_IMAGE : WORDS_LEARN_GIVEN, task->exercise->image);
    report_text(view->report, ROLE_TYPED, CODE_INDENT, task->given);
}

/* The sentence for what a check wants, and which of its values it names. */
static enum words_id want_of(const struct page_view *view, const struct check *check,
                             struct words_args *args)
{
    struct buffer words = {.arena = view->report->arena}, number = {.arena = view->report->arena};
    struct buffer place = {.arena = view->report->arena};
    quote_shell_words(&words, &check->list);
    buffer_number(&number, check->number);
    buffer_put(&place, S("$"));
    buffer_number(&place, check->place);
    struct slice list = check->of_cmd ? S("CMD") : S("ENTRYPOINT");
    args->word = buffer_slice(&words);
    switch (check->expect) {
    case EXPECT_ARGV: return WORDS_WANT_RUNS;
    case EXPECT_BEGINS: return WORDS_WANT_BEGINS;
    case EXPECT_NOT: return WORDS_WANT_NOT;
    case EXPECT_FIXED: return WORDS_WANT_FIXED;
    case EXPECT_ANYONE: return WORDS_WANT_ANYONE;
    case EXPECT_SAME: return WORDS_WANT_SAME;
    case EXPECT_WORDS:
        *args = (struct words_args){.word = buffer_slice(&number)};
        return WORDS_WANT_WORDS;
    case EXPECT_ENTRYPOINT: args->word = buffer_slice(&number); return WORDS_WANT_ENTRYPOINT;
    case EXPECT_FAILS: args->word = ending_name(check->ending); return WORDS_WANT_FAILS;
    case EXPECT_PLACE:
        *args = (struct words_args){.word = buffer_slice(&number), .other = buffer_slice(&place)};
        return check->place < 0 ? WORDS_WANT_SCRIPT : WORDS_WANT_PLACE;
    case EXPECT_ENV:
        *args = (struct words_args){.word = check->name, .other = check->value};
        return check->unset ? WORDS_WANT_NO_ENV : WORDS_WANT_ENV;
    case EXPECT_WORKDIR: args->word = check->value; return WORDS_WANT_WORKDIR;
    case EXPECT_USER: args->word = check->value; return WORDS_WANT_USER;
    case EXPECT_USES_NO: args->word = check->name; return WORDS_WANT_USES_NO;
    case EXPECT_LIST:
        *args = (struct words_args){.word = list, .other = buffer_slice(&words)};
        return check->unset ? WORDS_WANT_UNSET : check->empty ? WORDS_WANT_EMPTY : WORDS_WANT_LIST;
    case EXPECT_FORM:
        *args = (struct words_args){.word = list,
                                    .other = check->form == FORM_SHELL ? S("shell") : S("exec")};
        return WORDS_WANT_FORM;
    case EXPECT_FINDINGS:
        args->word = check->rule == RULE_COUNT ? S("") : rule_name(check->rule);
        return check->rule == RULE_COUNT ? WORDS_WANT_NO_FINDINGS : WORDS_WANT_FINDING;
    }
    return WORDS_WANT_SAME;
}

static struct slice wanted(const struct page_view *view, const struct check *check)
{
    struct words_args args = {.number = 0};
    enum words_id id = want_of(view, check, &args);
    return words_say(view->report->arena, id, &args);
}

static unsigned widest_run(const struct task *task)
{
    unsigned widest = 0;
    for (size_t i = 0; i < task->visible; i++) {
        unsigned columns = text_columns(task->checks.at[i].run);
        widest = columns > widest && columns <= 36 ? columns : widest;
    }
    return widest;
}

static void put_checks(const struct page_view *view, const struct task *task)
{
    unsigned column = CODE_INDENT + widest_run(task) + 3;
    if (!task->visible)
        return;
    put_title(view, WORDS_LEARN_CHECKS, S(""));
    for (size_t i = 0; i < task->visible; i++) {
        const struct check *check = &task->checks.at[i];
        open_line(view, CODE_INDENT);
        view->report->at[view->report->len - 1].indent = column;
        if (check->own_line)
            report_add(view->report, ROLE_PLAIN, say(view, WORDS_LEARN_YOUR_LINE));
        else if (check->has_run)
            report_add(view->report, ROLE_TYPED, check->run);
        if (check->has_run || check->own_line)
            report_pad(view->report, check->own_line ? 0 : column, 2);
        report_add(view->report, ROLE_PLAIN, wanted(view, check));
    }
}

static void put_items(const struct page_view *view, const struct task *task)
{
    const struct slice *classes = sort_classes(task->items.by);
    const struct words_args args = {.word = classes[0], .other = classes[1], .file = classes[2]};
    if (!task->items.len)
        return;
    report_gap(view->report);
    report_line(view->report, REPORT_TEXT, 0);
    report_add(view->report, ROLE_TITLE,
               words_say(view->report->arena, WORDS_LEARN_CLASSES, &args));
    for (size_t i = 0; i < task->items.len; i++)
        report_text(view->report, ROLE_TYPED, CODE_INDENT, task->items.at[i].text);
}

static void put_asks(const struct page_view *view, const struct task *task)
{
    if (!task->asks.len)
        return;
    put_title(view, WORDS_LEARN_TYPED, S(""));
    for (size_t i = 0; i < task->asks.len; i++)
        report_text(view->report, ROLE_TYPED, CODE_INDENT, task->asks.at[i].text);
}

void page_task(const struct page_view *view, const struct task *task)
{
    const struct exercise *exercise = task->exercise;
    page_prose(view, &task->prose, 0);
    put_given(view, task);
    if (task->start.len) {
        put_title(view, WORDS_LEARN_START, S(""));
        page_lines(view, task->start);
    }
    put_checks(view, task);
    put_items(view, task);
    put_asks(view, task);
    if (exercise->kind == EXERCISE_GOLF) {
        const struct words_args args = {.number = exercise->par};
        report_gap(view->report);
        report_text(view->report, ROLE_PLAIN, 0,
                    words_say(view->report->arena,
                              exercise->measure == MEASURE_CHARACTERS_LINE ? WORDS_LEARN_PAR_LINE
                                                                           : WORDS_LEARN_PAR_WORDS,
                              &args));
    }
}

/* ---- A verdict */

static void open_got(const struct page_view *view, enum words_id label)
{
    open_line(view, GOT_INDENT);
    view->report->at[view->report->len - 1].indent = GOT_INDENT + GOT_LABEL;
    report_add(view->report, ROLE_LABEL, say(view, label));
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
static void put_got_argv(const struct page_view *view, const struct answer *answer, bool told)
{
    struct report *report = view->report;
    if (answer->has_plan) {
        put_vector(view, GOT_INDENT + GOT_LABEL, answer);
        struct report_piece *blanks = &report->at[report->len - 2].at[0];
        struct slice label = say(view, WORDS_LEARN_YOU_GET);
        size_t left = GOT_INDENT + GOT_LABEL - GOT_INDENT - label.len;
        blanks->text = TEXT(report->arena, slice_first(blanks->text, GOT_INDENT), label,
                            slice_first(blanks->text, left));
        return;
    }
    open_got(view, WORDS_LEARN_YOU_GET);
    bool open = answer->is_unknown;
    report_add(report, ROLE_PLAIN, say(view, open ? WORDS_LEARN_OPEN : WORDS_NOTHING_STARTS));
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
               result->argv.len ? buffer_slice(&words) : say(view, WORDS_NOTHING_STARTS));
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
    if (result->holds) {
        if (result->wants_argv)
            put_wanted_argv(view, WORDS_LEARN_AS_WANTED, result);
        return;
    }
    if (result->wants_argv) {
        put_wanted_argv(view, WORDS_LEARN_WANTED, result);
    } else if (check && (check->has_run || check->own_line)) {
        open_got(view, WORDS_LEARN_WANTED);
        report_add(view->report, ROLE_PLAIN, wanted(view, check));
    }
    bool fails = result->answer->failure.stage != STAGE_NONE || !result->got.len;
    if (fails || result->wants_argv) {
        put_got_argv(view, result->answer, told);
        return;
    }
    open_got(view, WORDS_LEARN_YOU_GET);
    report_add(view->report, ROLE_PLAIN,
               slice_equal(result->got, S("[]")) ? say(view, WORDS_VIEW_NOTHING) : result->got);
}

/* What was said of a line: of a right saying what runs, of another one what was said. */
static void put_said(const struct page_view *view, const struct result *result)
{
    struct buffer words = {.arena = view->report->arena};
    if (result->holds && result->answer) {
        put_vector(view, GOT_INDENT, result->answer);
        return;
    }
    quote_shell_words(&words, &result->said);
    bool nothing = result->said_argv && !result->said.len;
    struct slice said = nothing             ? say(view, WORDS_NOTHING_STARTS)
                        : result->said_argv ? buffer_slice(&words)
                        : result->got.len   ? result->got
                                            : say(view, WORDS_VIEW_NOTHING);
    if (result->holds)
        said = result->wanted;
    open_got(view, WORDS_VIEW_YOU_SAID);
    report_add(view->report, ROLE_PLAIN, said);
}

static void put_result(const struct page_view *view, const struct task *task,
                       const struct result *result, bool hidden, bool told)
{
    const struct check *check = check_of(task, result);
    if (hidden)
        put_title(view, check && check->has_run ? WORDS_LEARN_ANOTHER : WORDS_LEARN_ALSO, S(""));
    open_line(view, 1);
    view->report->at[view->report->len - 1].indent = CHECK_INDENT + 1;
    report_add(view->report, result->holds ? ROLE_GOOD : ROLE_BAD,
               say(view, result->holds ? WORDS_VIEW_OK : WORDS_VIEW_NO));
    report_pad(view->report, CHECK_INDENT + 1, 2);
    bool of_image = check && !check->has_run && !check->own_line;
    if (of_image)
        report_add(view->report, ROLE_PLAIN, wanted(view, check));
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
    struct buffer total = {.arena = view->report->arena};
    buffer_number(&total, (int64_t)verdict->visible);
    bool said = task_is_said(task->exercise);
    struct buffer hold = {.arena = view->report->arena};
    buffer_number(&hold, (int64_t)verdict->hold);
    const struct words_args args = {.word = buffer_slice(&hold), .other = buffer_slice(&total)};
    report_gap(view->report);
    report_line(view->report, REPORT_TEXT, 0);
    report_add(view->report, ROLE_TITLE,
               words_say(view->report->arena, said ? WORDS_LEARN_SAID : WORDS_LEARN_HOLD, &args));
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

void page_reply(const struct page_view *view, const struct task *task,
                const struct verdict *verdict, unsigned indent)
{
    const struct words_args args = {.number = verdict->score};
    bool characters = task->exercise->measure == MEASURE_CHARACTERS_LINE;
    enum words_id id = task_is_said(task->exercise) ? WORDS_LEARN_NO_REPLY : WORDS_LEARN_NOT_YET;
    const struct reply *reply = &verdict->reply;
    if (reply->from == REPLY_PAR)
        id = characters ? WORDS_LEARN_OVER_LINE : WORDS_LEARN_OVER_WORDS;
    if (reply->from == REPLY_NONE || reply->from == REPLY_PAR)
        report_text(view->report, ROLE_PLAIN, indent, words_say(view->report->arena, id, &args));
    else if (reply->from == REPLY_EXPLAIN && reply->rule != RULE_COUNT)
        put_step(view, &reply->text, indent);
    else
        page_prose(view, &reply->text, indent);
}

void page_verdict(const struct page_view *view, const struct task *task,
                  const struct verdict *verdict)
{
    put_count(view, task, verdict);
    struct slice told = S("");
    for (size_t i = 0; i < verdict->len; i++) {
        const struct result *result = &verdict->results[i];
        struct slice why = result->answer ? result->answer->failure.message : S("");
        put_result(view, task, result, i >= verdict->visible, told.len && slice_equal(why, told));
        told = !result->holds && why.len ? why : told;
    }
    if (!verdict->passes) {
        put_title(view, WORDS_LEARN_HAPPENED, S(""));
        page_reply(view, task, verdict, 1);
        return;
    }
    report_gap(view->report);
    page_prose(view, &task->solved, 1);
}

void page_runs(const struct page_view *view, const struct task *task)
{
    put_title(view, WORDS_LEARN_WHAT_RUNS, S(""));
    for (size_t i = 0; i < task->asks.len; i++)
        put_vector(view, CODE_INDENT, task_ask(view->report->arena, task, task->asks.at[i].text));
}

void page_answer(const struct page_view *view, const struct task *task)
{
    struct arena *arena = view->report->arena;
    put_title(view, WORDS_LEARN_ANSWER, S(""));
    for (size_t i = 0; i < task->items.len; i++) {
        open_line(view, 1);
        report_add(view->report, ROLE_GOOD, task->items.at[i].class_name);
        report_pad(view->report, 9, 1);
        report_add(view->report, ROLE_TYPED, task->items.at[i].text);
    }
    for (size_t i = 0; i < task->asks.len; i++) {
        report_text(view->report, ROLE_TYPED, 1, task->asks.at[i].text);
        put_vector(view, GOT_INDENT, task_ask(arena, task, task->asks.at[i].text));
    }
    if (task->answers.len)
        report_text(view->report, ROLE_TYPED, CODE_INDENT, task->answers.at[0].text);
    report_gap(view->report);
    page_prose(view, &task->solved, 1);
}

/* ---- To the shell */

struct slice page_command(struct arena *arena, struct slice lines, struct slice run)
{
    struct buffer out = {.arena = arena};
    struct slice line;
    buffer_put(&out, S("pairing"));
    while (lines.len) {
        slice_cut(lines, '\n', &line, &lines);
        if (!trimmed(line).len || is_plain_base(line))
            continue;
        buffer_put(&out, S(" -e "));
        quote_shell(&out, line);
    }
    buffer_put(&out, S(" "));
    buffer_put(&out, run.len ? run : S("show"));
    return buffer_slice(&out);
}
