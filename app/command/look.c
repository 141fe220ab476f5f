/* Pages of a look at an answer. See look.h.
 *
 * In: a view of an answer, or the name of a rule. Out: lines of a report. */
#include "app/command/look.h"

#include "app/command/cli.h"
#include "app/command/rule_page.h"
#include "app/ground/report_callers.h"
#include "app/ground/report_tower.h"

static void say(struct report *report, enum words_id id, const struct words_args *args)
{
    report_text(report, ROLE_PLAIN, 0, words_say(report->arena, id, args));
}

static bool has_steps(struct report *report, const struct report_view *view)
{
    if (!view->answer->plan.steps.len)
        say(report, WORDS_VIEW_NO_STEPS, NULL);
    return view->answer->plan.steps.len > 0;
}

bool look_merge(struct report *report, const struct report_view *view)
{
    if (!has_steps(report, view))
        return false;
    for (size_t i = 0; i < view->answer->plan.steps.len; i++)
        report_merge_frame(report, view->answer, i);
    return true;
}

bool look_explain(struct report *report, const struct report_view *view)
{
    struct report_view with = *view;
    if (!has_steps(report, view))
        return false;
    with.want_steps = true;
    report_steps(report, &with);
    return true;
}

bool look_grid(struct report *report, const struct report_view *view)
{
    if (!view->answer->has_config) {
        report_failure(report, view);
        return true;
    }
    report_grid(report, view);
    say(report, WORDS_VIEW_GRID_NOTE, NULL);
    return true;
}

bool look_tower(struct report *report, const struct report_view *view)
{
    report_tower(report, view);
    return true;
}

bool look_surface(struct report *report, const struct report_view *view)
{
    report_callers(report, view);
    return true;
}

bool look_notes(struct report *report, const struct report_view *view)
{
    const struct answer *answer = view->answer;
    if (!answer->notes.len && !answer->build.warnings.len)
        say(report, WORDS_LABEL_NONE, NULL);
    report_warnings(report, view, false);
    report_notes(report, view, NULL);
    return true;
}

bool look_rule(struct report *report, struct slice name)
{
    struct slice names[RULE_COUNT];
    enum rule rule = rule_meant(name);
    if (rule != RULE_COUNT) {
        report_rule(report, rule);
        return true;
    }
    rule_names(names);
    const struct words_args args = {.word = name, .other = cli_meant(name, names, RULE_COUNT)};
    say(report, WORDS_CLI_RULE_UNKNOWN, &args);
    if (args.other.len)
        say(report, WORDS_CLI_DID_YOU_MEAN, &args);
    return false;
}

bool look_is_docker(struct slice line)
{
    bool first = true;
    for (size_t from = 0, to; from < line.len; from = to + 1, first = false) {
        for (to = from; to < line.len && !strchr(" \t\n", line.at[to]);)
            to++;
        struct slice word = {line.at + from, to - from};
        if (first && keyword_of(word) != KEYWORD_UNKNOWN)
            return false;
        if (slice_equal(word, S("docker")))
            return true;
    }
    return false;
}
