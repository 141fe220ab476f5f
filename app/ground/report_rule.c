/* A rule's page: what it says, why it matters, a bad and a good example. See report.h. In: a rule,
 * and its page. Out: lines of a report. */
#include "app/ground/report.h"

#include "app/ground/pages.h"

enum { INSET = 2 };

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

void report_rule(struct report *report, enum rule rule)
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
