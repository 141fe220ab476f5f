/* A rule's page, and the list of rules. In: a rule. Out: lines of a report. See rule_page.h. */
#include "app/command/rule_page.h"

#include "app/ground/pages.h"

enum { INSET = 2, NAME_COLUMN = 35 };

static void put_title(struct report *report, enum words_id id)
{
    report_gap(report);
    report_line(report, REPORT_TEXT, 0);
    report_add(report, ROLE_TITLE, words_say(report->arena, id, NULL));
}

static void put_example(struct report *report, enum words_id title,
                        const struct page_example *example)
{
    if (!example->dockerfile)
        return;
    put_title(report, title);
    report_text(report, ROLE_TYPED, INSET, slice_of(example->dockerfile));
    if (example->line) {
        report_line(report, REPORT_TEXT, INSET);
        report_add(report, ROLE_PLAIN, S("  $ "));
        report_add(report, ROLE_TYPED, slice_of(example->line));
    }
    if (example->argv) {
        report_line(report, REPORT_JSON, 2 * INSET + 3);
        report_pad(report, INSET, INSET);
        report_add(report, ROLE_LABEL, words_say(report->arena, WORDS_TITLE_RUNS, NULL));
        report_add(report, ROLE_PLAIN, S(" "));
        report_add(report, ROLE_PLAIN, slice_of(example->argv));
    }
}

void rule_put_page(struct report *report, enum rule rule)
{
    const struct page *page = page_of(rule);
    report_line(report, REPORT_TEXT, 0);
    report_add(report, ROLE_TITLE, rule_name(rule));
    report_text(report, ROLE_PLAIN, INSET, words_of_rule(report->arena, rule, WORDS_SUMMARY, NULL));
    if (!page)
        return;
    put_title(report, WORDS_TITLE_WHAT);
    report_text(report, ROLE_PLAIN, INSET, slice_of(page->what));
    put_title(report, WORDS_TITLE_WHY);
    report_text(report, ROLE_PLAIN, INSET, slice_of(page->why));
    put_example(report, WORDS_TITLE_BAD, &page->bad);
    put_example(report, WORDS_TITLE_GOOD, &page->good);
}

/* The rules of one group, by the range of their ids. */
static void put_rules(struct report *report, enum words_id title, unsigned first, unsigned last)
{
    put_title(report, title);
    for (unsigned rule = first; rule <= last; rule++) {
        report_line(report, REPORT_TEXT, NAME_COLUMN);
        report_pad(report, INSET, INSET);
        report_add(report, ROLE_LABEL, rule_name((enum rule)rule));
        report_pad(report, NAME_COLUMN, 1);
        report_add(report, ROLE_PLAIN,
                   words_of_rule(report->arena, (enum rule)rule, WORDS_SUMMARY, NULL));
    }
}

void rule_put_list(struct report *report)
{
    put_rules(report, WORDS_TITLE_RULES_PAIRING, RULE_ArrayNotJSON, RULE_LineCutShort);
    put_rules(report, WORDS_TITLE_RULES_MERGE, RULE_EntrypointExecForm, RULE_InitInFront);
    put_rules(report, WORDS_TITLE_RULES_BUILDKIT, RULE_ConsistentInstructionCasing,
              RULE_WorkdirRelativePath);
}

enum rule rule_meant(struct slice name)
{
    for (unsigned rule = 0; rule < RULE_COUNT; rule++)
        if (slice_equal_fold(rule_name((enum rule)rule), name))
            return (enum rule)rule;
    return RULE_COUNT;
}

void rule_names(struct slice *names)
{
    for (unsigned rule = 0; rule < RULE_COUNT; rule++)
        names[rule] = rule_name((enum rule)rule);
}
