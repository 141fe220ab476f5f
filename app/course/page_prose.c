/* Lessons to lines. See page.h. In: Markdown, a task, a verdict. Out: lines of a report. */
#include "app/course/page_inside.h"

#include "app/course/example.h"
#include "app/course/rows.h"
#include "app/ground/cluster.h"

struct slice page_say(const struct page_view *view, enum words_id id)
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

void page_open(const struct page_view *view, unsigned indent)
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
                page_open(view, indent);
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
    page_open(view, indent);
    view->report->at[view->report->len - 1].indent = inner;
    report_add(view->report, ROLE_PLAIN, buffer_slice(&mark));
    put_runs(view, block, inner);
}

void page_vector(const struct page_view *view, unsigned indent, const struct answer *answer)
{
    struct report *report = view->report;
    if (!answer->has_plan) {
        page_open(view, indent);
        report_add(report, ROLE_BAD, page_say(view, WORDS_NOTHING_STARTS));
        return;
    }
    report_words(report, indent, answer->plan.argv, answer->plan.argv_len);
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
    page_vector(view, indent + CODE_INDENT, scene_ask(arena, &scene, example.run));
}

static void put_block(const struct page_view *view, const struct markdown_block *block,
                      unsigned indent)
{
    unsigned inner = indent + 2 * block->level;
    switch (block->kind) {
    case MARKDOWN_HEADING:
        page_open(view, indent);
        report_add(view->report, ROLE_TITLE, markdown_text(view->report->arena, block));
        break;
    case MARKDOWN_ITEM:
        put_item(view, block, indent + 2 * (block->level ? block->level - 1 : 0));
        break;
    case MARKDOWN_PARAGRAPH:
    case MARKDOWN_QUOTE:
        inner = block->kind == MARKDOWN_QUOTE ? indent : inner;
        page_open(view, inner);
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

/* Numbers stand in two columns; behind 99 they take more. */
static void put_lines(const struct page_view *view, struct slice lines, uint32_t number)
{
    struct slice line;
    for (; lines.len; number++) {
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

void page_lines(const struct page_view *view, struct slice lines)
{
    put_lines(view, lines, 1);
}

void page_own_lines(const struct page_view *view, const struct task *task, struct slice lines)
{
    put_lines(view, lines, task_lines_before(view->report->arena, task, lines) + 1);
}

void page_title(const struct page_view *view, enum words_id id, struct slice word)
{
    const struct words_args args = {.word = word};
    report_title_text(view->report, report_say(view->report, id, &args));
}

static bool is_plain_base(struct slice given)
{
    return slice_equal(trimmed(given), S("FROM base"));
}

/* The images that are given by name. */
static void put_images(const struct page_view *view, const struct task *task)
{
    for (size_t i = 0; i < task->images.len; i++) {
        page_title(view, WORDS_LEARN_IMAGE, task->images.at[i].name);
        report_text(view->report, ROLE_TYPED, CODE_INDENT, task->images.at[i].dockerfile);
    }
}

/* And the learner's own with its given lines: the whole image, or what stands in front of the
 * learner's lines, numbered as they will be. */
static void put_given(const struct page_view *view, const struct task *task)
{
    struct slice front = scene_front(view->report->arena, task->given, task->start);
    bool sort = task->exercise->kind == EXERCISE_SORT;
    bool whole = task_asks_line(task->exercise) || task_is_said(task->exercise);
    put_images(view, task);
    if (!front.len || (sort && (!task->given.len || is_plain_base(task->given))))
        return;
    page_title(view, whole && !sort ? WORDS_LEARN_IMAGE : WORDS_LEARN_GIVEN, task->exercise->image);
    if (whole)
        report_text(view->report, ROLE_TYPED, CODE_INDENT, front);
    else
        page_lines(view, front);
}

/* The sentence for what a check wants, and which of its values it names. */
static enum words_id want_of(const struct page_view *view, const struct check *check,
                             struct words_args *args)
{
    struct buffer words = {.arena = view->report->arena};
    struct buffer place = {.arena = view->report->arena};
    quote_shell_words(&words, &check->list);
    buffer_put(&place, S("$"));
    buffer_number(&place, check->place);
    struct slice number = words_digits(view->report->arena, check->number);
    struct slice list = check->of_cmd ? S("CMD") : S("ENTRYPOINT");
    args->word = buffer_slice(&words);
    switch (check->expect) {
    case EXPECT_ARGV: return WORDS_WANT_RUNS;
    case EXPECT_BEGINS: return WORDS_WANT_BEGINS;
    case EXPECT_NOT: return WORDS_WANT_NOT;
    case EXPECT_FIXED: return WORDS_WANT_FIXED;
    case EXPECT_ANYONE: return WORDS_WANT_ANYONE;
    case EXPECT_SAME: return WORDS_WANT_SAME;
    case EXPECT_WORDS: *args = (struct words_args){.word = number}; return WORDS_WANT_WORDS;
    case EXPECT_ENTRYPOINT: args->word = number; return WORDS_WANT_ENTRYPOINT;
    case EXPECT_FAILS: args->word = ending_name(check->ending); return WORDS_WANT_FAILS;
    case EXPECT_PLACE:
        *args = (struct words_args){.word = number, .other = buffer_slice(&place)};
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

struct slice page_want(const struct page_view *view, const struct check *check)
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

/* A run line, and behind it what it is to do; below it where both need more than a row. */
static void put_check(const struct page_view *view, const struct task *task, size_t i,
                      unsigned indent)
{
    unsigned column = indent + widest_run(task) + 3;
    const struct check *check = &task->checks.at[i];
    struct slice sentence = page_want(view, check);
    unsigned run = indent + text_columns(check->run) + 2, from = run > column ? run : column;
    bool below =
        view->screen && check->has_run && from + text_columns(sentence) > view->report->columns;
    page_open(view, indent);
    view->report->at[view->report->len - 1].indent = below ? indent + 2 : column;
    if (check->own_line)
        report_add(view->report, ROLE_PLAIN, page_say(view, WORDS_LEARN_YOUR_LINE));
    else if (check->has_run)
        report_add(view->report, ROLE_TYPED, check->run);
    if (below)
        page_open(view, indent + 2);
    else if (check->has_run || check->own_line)
        report_pad(view->report, check->own_line ? 0 : column, 2);
    report_add(view->report, ROLE_PLAIN, sentence);
}

static void put_checks(const struct page_view *view, const struct task *task)
{
    if (task->visible)
        page_title(view, WORDS_LEARN_CHECKS, S(""));
    for (size_t i = 0; i < task->visible; i++)
        put_check(view, task, i, CODE_INDENT);
}

void page_wanted(const struct page_view *view, const struct task *task, size_t i)
{
    put_check(view, task, i, 1);
}

static void put_items(const struct page_view *view, const struct task *task)
{
    const struct slice *classes = sort_classes(task->items.by);
    const struct words_args args = {.word = classes[0], .other = classes[1], .file = classes[2]};
    if (!task->items.len)
        return;
    report_title_text(view->report, report_say(view->report, WORDS_LEARN_CLASSES, &args));
    for (size_t i = 0; i < task->items.len; i++)
        report_text(view->report, ROLE_TYPED, CODE_INDENT, task->items.at[i].text);
}

static void put_asks(const struct page_view *view, const struct task *task)
{
    if (!task->asks.len)
        return;
    page_title(view, WORDS_LEARN_TYPED, S(""));
    for (size_t i = 0; i < task->asks.len; i++)
        report_text(view->report, ROLE_TYPED, CODE_INDENT, task->asks.at[i].text);
}

static void put_par(const struct page_view *view, const struct task *task)
{
    const struct exercise *exercise = task->exercise;
    const struct words_args args = {.number = exercise->par};
    bool characters = exercise->measure == MEASURE_CHARACTERS_LINE;
    if (exercise->kind != EXERCISE_GOLF)
        return;
    report_gap(view->report);
    report_text(view->report, ROLE_PLAIN, 0,
                words_say(view->report->arena,
                          characters ? WORDS_LEARN_PAR_LINE : WORDS_LEARN_PAR_WORDS, &args));
}

void page_situation(const struct page_view *view, const struct task *task)
{
    page_prose(view, &task->prose, 0);
    put_images(view, task);
    put_par(view, task);
}

void page_task(const struct page_view *view, const struct task *task)
{
    page_prose(view, &task->prose, 0);
    put_given(view, task);
    if (task->start.len) {
        page_title(view, WORDS_LEARN_START, S(""));
        page_own_lines(view, task, task->start);
    }
    put_checks(view, task);
    put_items(view, task);
    put_asks(view, task);
    put_par(view, task);
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
