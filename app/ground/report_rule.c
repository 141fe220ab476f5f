/* A rule's page: what it says, why it matters, a bad and a good example. See report.h. In: a rule,
 * and its page. Out: lines of a report. */
#include "app/ground/report.h"

#include "app/ground/pages.h"

enum { INSET = 2 };

static void put_example(struct report *report, enum words_id title,
                        const struct page_example *example)
{
    if (!example->dockerfile)
        return;
    report_title(report, title);
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

/* Its lines are as long as a page of 80 columns wants them: where they wrap they are one. */
static void put_prose(struct report *report, const char *prose)
{
    struct slice text = slice_of(prose);
    struct buffer joined = {.arena = report->arena};
    for (size_t i = 0; report->columns && i < text.len; i++)
        buffer_byte(&joined, text.at[i] == '\n' ? ' ' : text.at[i]);
    report_text(report, ROLE_PLAIN, INSET, joined.len ? buffer_slice(&joined) : text);
}

void report_rule(struct report *report, enum rule rule)
{
    const struct page *page = page_of(rule);
    report_line(report, REPORT_TEXT, 0);
    report_add(report, ROLE_TITLE, rule_name(rule));
    report_text(report, ROLE_PLAIN, INSET, words_of_rule(report->arena, rule, WORDS_SUMMARY, NULL));
    if (!page)
        return;
    report_title(report, WORDS_TITLE_WHAT);
    put_prose(report, page->what);
    report_title(report, WORDS_TITLE_WHY);
    put_prose(report, page->why);
    put_example(report, WORDS_TITLE_BAD, &page->bad);
    put_example(report, WORDS_TITLE_GOOD, &page->good);
}
