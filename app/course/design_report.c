/* A proposed pair, told as lines of text. See design.h. */
#include "app/course/design.h"

#include "app/course/check.h"

enum {
    LIST_COLUMN = 14,
    WORDS_COLUMN = 34,
    NEVER_COLUMN = 31,
    NUMBER_COLUMN = 4,
    COST_COLUMN = 12
};

static struct slice json_list(struct arena *arena, const struct args *words)
{
    struct buffer out = {.arena = arena};
    quote_json_array(&out, words);
    return buffer_slice(&out);
}

static struct slice shell_words(struct report *report, const struct arg *at, size_t len)
{
    struct buffer out = {.arena = report->arena};
    for (size_t i = 0; i < len; i++) {
        buffer_put(&out, i ? S(" ") : S(""));
        buffer_put(&out, report_shell_word(report, at[i].text));
    }
    return out.len ? buffer_slice(&out) : S("");
}

/* ---- The lines, and why */

static void put_lines(struct report *report, const struct design *design)
{
    struct slice line, rest = design->dockerfile;
    while (rest.len) {
        slice_cut(rest, '\n', &line, &rest);
        report_line(report, REPORT_TEXT, 4);
        report_add(report, ROLE_TYPED, line);
    }
    if (design->tried && !design->dockerfile.len)
        report_text(report, ROLE_PLAIN, 0, report_say(report, WORDS_DESIGN_OWN_NONE, NULL));
    else if (!design->tried && !design->split.entrypoint.len)
        report_text(report, ROLE_PLAIN, 0,
                    report_say(report,
                               design->dockerfile.len ? WORDS_DESIGN_BASE : WORDS_DESIGN_NEITHER,
                               NULL));
}

/* Text behind what the line has: at a column, or where the report is too narrow, below it. */
static void put_beside(struct report *report, unsigned below, unsigned column, struct slice text)
{
    enum { NARROW = 72 };
    if (report->columns && report->columns < NARROW) {
        report_line(report, REPORT_TEXT, below);
        report_pad(report, below, below);
    } else {
        report_pad(report, column, 3);
    }
    report_add(report, ROLE_PLAIN, text);
}

/* Words that stand side by side for the same reason share a row. */
static void put_whys(struct report *report, const struct args *words, const enum split_why *why,
                     struct slice list, enum role role)
{
    static const enum words_id sentences[] = {
        [SPLIT_IN_EVERY] = WORDS_DESIGN_IN_EVERY, [SPLIT_PROGRAM] = WORDS_DESIGN_PROGRAM,
        [SPLIT_GUARDS] = WORDS_DESIGN_GUARDS,     [SPLIT_GIVES_WAY] = WORDS_DESIGN_GIVES_WAY,
        [SPLIT_DEFAULT] = WORDS_DESIGN_DEFAULT,
    };
    for (size_t i = 0, end; i < words->len; i = end) {
        for (end = i + 1; end < words->len && why[end] == why[i];)
            end++;
        report_line(report, REPORT_TEXT, LIST_COLUMN);
        report_pad(report, REPORT_INSET, REPORT_INSET);
        report_add(report, ROLE_LABEL, i ? S("") : list);
        report_pad(report, LIST_COLUMN, 1);
        report_add(report, role, shell_words(report, words->at + i, end - i));
        put_beside(report, LIST_COLUMN, WORDS_COLUMN, report_say(report, sentences[why[i]], NULL));
    }
}

static void put_why(struct report *report, const struct design *design)
{
    const struct split *split = &design->split;
    if (!design->dockerfile.len)
        return;
    report_title(report, WORDS_DESIGN_WHY);
    put_whys(report, &split->entrypoint, split->why, S("ENTRYPOINT"), ROLE_ENTRYPOINT);
    put_whys(report, &split->cmd, split->why + split->entrypoint.len, S("CMD"), ROLE_CMD);
}

/* ---- Callers */

static void put_callers(struct report *report, const struct design *design)
{
    struct question question = {0};
    struct places places = {.arena = report->arena};
    bool brief = report->brief;
    report_title(report, WORDS_DESIGN_CALLERS);
    report->brief = true; /* the lines are new, so their places say nothing */
    report_surface(report, &(struct report_view){.question = &question,
                                                 .answer = design->bare,
                                                 .places = &places,
                                                 .image_source = IMAGE_GIVEN,
                                                 .image = design->image});
    report->brief = brief;
    if (!design->bare->has_outcome) {
        const struct words_args args = {.image = design->image};
        report_text(report, ROLE_PLAIN, 0, words_say(report->arena, WORDS_SURFACE_NOTHING, &args));
    }
    for (size_t i = 0; i < design->len; i++) {
        const struct design_wish *wish = &design->at[i];
        if (!wish->never || wish->verdict != WISH_HOLDS)
            continue;
        report_row(report, WORDS_DESIGN_LABEL_NEVER);
        report_add(report, ROLE_PLAIN, shell_words(report, wish->wanted.at, wish->wanted.len));
        put_beside(report, REPORT_LABEL, NEVER_COLUMN,
                   report_say(report, WORDS_DESIGN_NEVER, NULL));
    }
    if (design->split.entrypoint.len) {
        const struct words_args args = {.word = design->split.entrypoint.at[0].text};
        report_text(report, ROLE_PLAIN, 0,
                    words_say(report->arena, WORDS_SURFACE_ENTRYPOINT, &args));
    }
}

/* What each line costs to type; where words alone do not give it, the line that does. */
static void put_costs(struct report *report, const struct design *design)
{
    bool first = true;
    for (size_t i = 0; i < design->len; i++) {
        const struct design_wish *wish = &design->at[i];
        bool holds = wish->verdict == WISH_HOLDS;
        if (wish->never || (!holds && !wish->instead.len))
            continue;
        if (first) {
            report_title(report, WORDS_DESIGN_TYPED);
            report_line(report, REPORT_TEXT, 0);
            report_pad(report, REPORT_INSET, REPORT_INSET);
            report_add(report, ROLE_LABEL, report_say(report, WORDS_DESIGN_HEAD, NULL));
        }
        first = false;
        struct slice number = words_digits(report->arena, i + 1),
                     cost = words_digits(report->arena, wish->cost);
        report_line(report, REPORT_TEXT, COST_COLUMN + 4);
        report_pad(report, NUMBER_COLUMN + 2 - (unsigned)number.len, 1);
        report_add(report, ROLE_PLAIN, number);
        report_pad(report, COST_COLUMN + 2 - (unsigned)cost.len, 1);
        report_add(report, ROLE_PLAIN, cost);
        report_pad(report, COST_COLUMN + 5, 3);
        report_add(report, ROLE_TYPED, holds ? wish->run : wish->instead);
    }
}

/* ---- What does not hold */

static struct slice reason(struct report *report, const struct design *design,
                           const struct design_wish *wish)
{
    struct arena *arena = report->arena;
    const struct design_wish *other = &design->at[wish->other];
    const struct words_args args = {
        .word = wish->verdict == WISH_NEEDS_OPTION
                    ? shell_words(report, wish->typed.at, wish->typed.len)
                : wish->needed.len ? json_list(arena, &wish->needed)
                                   : S(""),
        .other = words_digits(arena, wish->other + 1),
        .file = design->split.entrypoint.len ? json_list(arena, &design->split.entrypoint)
                                             : report_say(report, WORDS_LABEL_NONE, NULL)};
    if (wish->never)
        return report_say(report, WORDS_DESIGN_POSSIBLE, NULL);
    if (wish->refusal.len || design->tried)
        return wish->refusal;
    if (wish->has_option)
        return report_say(report, WORDS_DESIGN_OPTION, NULL);
    if (wish->verdict == WISH_NEEDS_OPTION)
        return words_say(arena, WORDS_DESIGN_NOT_END, &args);
    if (wish->typed.len)
        return words_say(arena, WORDS_DESIGN_CONTRADICTS, &args);
    return words_say(arena, other->typed.len ? WORDS_DESIGN_NOT_FRONT : WORDS_DESIGN_DEFAULTS,
                     &args);
}

static void put_labelled(struct report *report, enum words_id label, enum role role,
                         struct slice text)
{
    report_line(report, REPORT_TEXT, LIST_COLUMN);
    report_pad(report, 5, 5);
    report_add(report, ROLE_LABEL, report_say(report, label, NULL));
    report_pad(report, LIST_COLUMN, 1);
    report_add(report, role, text);
}

static void put_failing(struct report *report, const struct design *design, size_t i)
{
    const struct design_wish *wish = &design->at[i];
    struct slice number = words_digits(report->arena, i + 1);
    report_line(report, REPORT_TEXT, 5);
    report_pad(report, 3 - (unsigned)number.len, 1);
    report_add(report, ROLE_CARET, number);
    report_pad(report, 5, 1);
    report_add(report, ROLE_TYPED, wish->text.bytes);
    report_text(report, ROLE_PLAIN, 5, reason(report, design, wish));
    if (wish->answer && wish->answer->plan.argv_len) {
        struct args argv = plan_words(report->arena, &wish->answer->plan);
        put_labelled(report, WORDS_DESIGN_RUNS, ROLE_PLAIN, shell_words(report, argv.at, argv.len));
    } else if (wish->answer) {
        put_labelled(report, WORDS_DESIGN_RUNS, ROLE_BAD,
                     report_say(report, WORDS_NOTHING_STARTS, NULL));
    }
    if (wish->instead.len)
        put_labelled(report, WORDS_DESIGN_INSTEAD, ROLE_TYPED, wish->instead);
}

static void put_all_failing(struct report *report, const struct design *design)
{
    if (design->holding != design->len)
        report_title(report, WORDS_DESIGN_FAILS);
    for (size_t i = 0; i < design->len; i++)
        if (design->at[i].verdict != WISH_HOLDS)
            put_failing(report, design, i);
}

void design_report(struct report *report, const struct design *design)
{
    struct words_args args = {.number = (uint32_t)design->len,
                              .word = words_digits(report->arena, design->holding),
                              .other = words_digits(report->arena, design->len)};
    bool all = design->holding == design->len;
    put_lines(report, design);
    put_why(report, design);
    put_callers(report, design);
    put_costs(report, design);
    put_all_failing(report, design);
    report_gap(report);
    report_text(
        report, ROLE_PLAIN, 0,
        words_say(report->arena, all ? WORDS_DESIGN_ALL_HOLD : WORDS_DESIGN_SOME_HOLD, &args));
}

void design_page(struct report *report, const struct design *design)
{
    const struct failure *failure = &design->bare->failure;
    if (design->tried && failure->stage == STAGE_BUILD) {
        report_text(report, ROLE_PLAIN, 0, report_say(report, WORDS_DESIGN_NOT_BUILT, NULL));
        report_text(report, ROLE_BAD, REPORT_INSET, failure->message);
        return;
    }
    put_lines(report, design);
    put_all_failing(report, design);
    if (!design->tried)
        put_why(report, design);
    put_callers(report, design);
    put_costs(report, design);
    if (!design->tried)
        return;
    report_gap(report);
    report_text(report, ROLE_FAINT, 0, report_say(report, WORDS_DESIGN_LATER, NULL));
}
