/* Warnings, notes and the steps of the merge, as text. See report.h.
 *
 * In: findings, which carry ids and values. Out: a block of lines each: what it is about and where,
 * the line with carets, the reason, what to do. */
#include "app/ground/report.h"

/* ---- Warnings and notes */

/* So many warnings, and so many notes, are told one by one; JSON has them all. */
enum { MOST = 20 };

/* How many more there are, and where. */
static void report_more(struct report *report, enum words_id label, size_t more)
{
    struct buffer count = {.arena = report->arena};
    if (!more)
        return;
    buffer_byte(&count, '+');
    buffer_number(&count, (int64_t)more);
    report_row(report, label);
    report_add(report, ROLE_WARN, buffer_slice(&count));
    report_pad(report, 0, 3);
    report_add(report, ROLE_FAINT, S("--json"));
}

/* Whether a warning of BuildKit is about the pair, so that it concerns what runs. */
static bool bears_on_pair(const struct warning *warning)
{
    return warning->rule == RULE_JSONArgsRecommended ||
           (warning->rule == RULE_MultipleInstructionsDisallowed &&
            !slice_starts(warning->message, S("Multiple HEALTHCHECK")));
}

void report_warning(struct report *report, const struct report_view *view,
                    const struct warning *warning)
{
    struct place place = place_of_line(view->places, view->question->dockerfile, warning->line);
    report_row(report, WORDS_LABEL_WARNING);
    report_add(report, ROLE_WARN, rule_name(warning->rule));
    report_pad(report, 0, 3);
    report_add(report, ROLE_FAINT, report_place(report, &place));
    report_line(report, REPORT_TEXT, REPORT_LABEL);
    report_pad(report, REPORT_LABEL, REPORT_LABEL);
    report_add(report, ROLE_PLAIN, warning->message);
}

void report_warnings(struct report *report, const struct report_view *view, bool pair_only)
{
    const struct warning_list *warnings = &view->answer->build.warnings;
    size_t told = 0;
    for (size_t i = 0; i < warnings->len; i++)
        if ((!pair_only || bears_on_pair(&warnings->at[i])) && told++ < MOST)
            report_warning(report, view, &warnings->at[i]);
    report_more(report, WORDS_LABEL_WARNING, told > MOST ? told - MOST : 0);
}

void report_fix(struct report *report, const struct finding *note)
{
    struct slice verb, rest, text = words_of_finding(report->arena, note, WORDS_FIX);
    if (!text.len)
        return;
    slice_cut(text, ' ', &verb, &rest);
    report_line(report, REPORT_TEXT, REPORT_INSET + REPORT_LABEL);
    report_pad(report, REPORT_INSET, REPORT_INSET);
    report_add(report, ROLE_LABEL, verb);
    report_pad(report, REPORT_INSET + REPORT_LABEL, 1);
    struct slice first, more;
    slice_cut(rest, '\n', &first, &more);
    report_add(report, ROLE_TYPED, first);
    report_text(report, ROLE_TYPED, REPORT_INSET + REPORT_LABEL, more);
}

void report_note(struct report *report, const struct report_view *view, const struct finding *note)
{
    report_gap(report);
    report_row(report, WORDS_LABEL_NOTE);
    report_add(report, ROLE_WARN, rule_name(note->rule));
    if (note->at.text) {
        report_pad(report, 0, 3);
        struct place place = place_of(view->places, note->at);
        report_add(report, ROLE_FAINT, report_place(report, &place));
    }
    report_carets(report, note->at, REPORT_INSET);
    report_text(report, ROLE_PLAIN, REPORT_INSET,
                words_of_finding(report->arena, note, WORDS_REASON));
    report_fix(report, note);
}

void report_notes(struct report *report, const struct report_view *view,
                  const struct finding *already_said)
{
    const struct finding_list *notes = &view->answer->notes;
    size_t told = 0;
    for (size_t i = 0; i < notes->len; i++) {
        bool said = already_said &&
                    (&notes->at[i] == already_said || notes->at[i].rule == RULE_EntrypointDropsCmd);
        if (!said && told++ < MOST)
            report_note(report, view, &notes->at[i]);
    }
    if (told > MOST)
        report_gap(report);
    report_more(report, WORDS_LABEL_NOTE, told > MOST ? told - MOST : 0);
}

/* ---- The steps of the merge */

static void put_words(struct report *report, const struct args *words)
{
    for (size_t i = 0; i < words->len; i++) {
        report_add(report, ROLE_PLAIN, i ? S(" ") : S(""));
        report_add(report, ROLE_PLAIN, report_shell_word(report, words->at[i].text));
    }
    if (!words->len)
        report_add(report, ROLE_FAINT, S("-"));
}

void report_steps(struct report *report, const struct report_view *view)
{
    const struct step_list *steps = &view->answer->plan.steps;
    if (!view->want_steps || !steps->len)
        return;
    report_title(report, WORDS_TITLE_STEPS);
    for (size_t i = 0; i < steps->len; i++) {
        const struct step *step = &steps->at[i];
        report_line(report, REPORT_TEXT, 6);
        report_pad(report, REPORT_INSET, REPORT_INSET);
        report_add(report, ROLE_NUMBER, words_digits(report->arena, i + 1));
        report_pad(report, 5, 1);
        report_add(report, ROLE_PLAIN, words_of_step(report->arena, step));
        if (args_equal(&step->before, &step->after))
            continue;
        report_line(report, REPORT_TEXT, 6);
        report_pad(report, 5, 5);
        if (step->before.len) {
            put_words(report, &step->before);
            report_add(report, ROLE_FAINT, S("  ->  "));
        }
        put_words(report, &step->after);
    }
}
