/* The list of rules, and finding one. In: a name. Out: a rule; lines of a report. See rule_page.h.
 */
#include "app/command/rule_page.h"

enum { INSET = 2, NAME_COLUMN = 35 };

/* The rules of one group, by the range of their ids. */
static void put_rules(struct report *report, enum words_id title, unsigned first, unsigned last)
{
    report_title(report, title);
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
