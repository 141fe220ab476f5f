/* Notes: a row each, or the chosen one in full. In: the findings and warnings of the shown answer.
 * Out: rows. See view_inside.h. */
#include "app/screen/view_inside.h"

#include "app/ground/cluster.h"

enum { COUNT_COLUMN = 1 };

/* The n-th note of the list. */
static struct session_note note_at(struct view *view, size_t n)
{
    const struct answer *answer = &view->session->shown->answer;
    if (n < answer->notes.len)
        return (struct session_note){&answer->notes.at[n], NULL};
    return (struct session_note){NULL, &answer->build.warnings.at[n - answer->notes.len]};
}

/* Where it is: the run line, or a line of the Dockerfile. */
static struct slice place_text(struct view *view, const struct session_note *note)
{
    struct evaluation *shown = view->session->shown;
    uint32_t first = 0, last;
    struct words_args args = {.file = view_say(view, WORDS_VIEW_DOCKERFILE, NULL)};
    if (note->warning)
        first = evaluation_line(shown, note->warning->line);
    else if (note->finding->at.text && note->finding->at.text->source == SOURCE_LINE)
        return view_say(view, WORDS_VIEW_THE_LINE, NULL);
    else if (!evaluation_lines(shown, note->finding->at, &first, &last))
        first = 0;
    args.line = first;
    return first ? view_say(view, WORDS_PLACE_FILE, &args) : S("");
}

static enum rule note_rule(const struct session_note *note)
{
    return note->finding ? note->finding->rule : note->warning->rule;
}

/* One row: which of how many, where, what about; behind it how to open it. */
static void put_row(struct view *view, struct area area, int row, size_t n, int place_columns)
{
    struct session *session = view->session;
    struct session_note note = note_at(view, n);
    bool focus = view->kept->pane == PANE_NOTES, chosen = n == session->row[PANE_NOTES];
    struct slice range = view_range(view, n, 1, session->rows[PANE_NOTES]);
    const struct words_args one = {.word = S("1"), .other = S("1")};
    int col = area.cols < 60 /* "1 of 2" would take the room of the text */
                  ? COUNT_COLUMN - 3
                  : view_put(view, area, row, COUNT_COLUMN,
                             range.len ? range : view_say(view, WORDS_VIEW_OF, &one), ROLE_LABEL);
    int place = col + 3, text = place + place_columns + (place_columns ? 2 : 0);
    view_put(view, area, row, place, place_text(view, &note), ROLE_FAINT);
    col = view_put(view, area, row, text,
                   words_of_rule(view_arena(view), note_rule(&note), WORDS_SUMMARY, NULL),
                   ROLE_PLAIN);
    if (focus && chosen) {
        view_put(view, area, row, 0, S(">"), ROLE_CARET);
        frame_cursor(view->frame, area, row, 0);
    }
    struct slice opens =
        view_say(view, focus ? WORDS_VIEW_ENTER_OPENS : WORDS_VIEW_MENU_OPENS, NULL);
    int opens_at = area.cols - 1 - (int)text_columns(opens);
    if (chosen && opens_at > col + 1)
        view_put(view, area, row, opens_at, opens, ROLE_FAINT);
}

static void put_list(struct view *view, struct area area)
{
    size_t notes = view->session->rows[PANE_NOTES];
    size_t top = view_list_top(view, PANE_NOTES, area.rows);
    int columns = 0;
    for (int row = 0; row < area.rows && top + (size_t)row < notes; row++) {
        struct session_note note = note_at(view, top + (size_t)row);
        int place = (int)text_columns(place_text(view, &note));
        columns = place > columns ? place : columns;
    }
    for (int row = 0; row < area.rows && top + (size_t)row < notes; row++)
        put_row(view, area, row, top + (size_t)row, columns);
    view_list(view, PANE_NOTES, area, top);
}

/* The chosen one: what it is about and where, carets, the reason, what to do. */
static void put_open(struct view *view, struct area area)
{
    struct session_note note = note_at(view, view->session->row[PANE_NOTES]);
    struct report_view answer = evaluation_view(view->session->shown);
    struct area text = area_inset(area, 1);
    struct report report = view_report(view, text.cols);
    if (note.finding) {
        report_note(&report, &answer, note.finding);
    } else {
        enum rule rule = note.warning->rule;
        report_warning(&report, &answer, note.warning);
        report_text(&report, ROLE_PLAIN, REPORT_INSET,
                    words_of_rule(view_arena(view), rule, WORDS_REASON, NULL));
        report_text(&report, ROLE_TYPED, REPORT_INSET,
                    words_of_rule(view_arena(view), rule, WORDS_FIX, NULL));
    }
    view_scrolled(view, PANE_NOTES, text, &report, 0);
    if (view->kept->pane == PANE_NOTES)
        frame_cursor(view->frame, area, 0, 1);
}

void view_notes(struct view *view, struct area area)
{
    struct session *session = view->session;
    bool focus = view->kept->pane == PANE_NOTES;
    bool blank = !session->editor.lines.len && !session->shown->question.line;
    if (view_hides(view) || !session->rows[PANE_NOTES] || (blank && !session->note_open)) {
        view_put(view, area, 0, 3,
                 view_say(view, view_hides(view) ? WORDS_VIEW_HIDDEN : WORDS_LABEL_NONE, NULL),
                 ROLE_FAINT);
        view_part(view, PANE_NOTES, area);
        if (focus)
            frame_cursor(view->frame, area, 0, 3);
    } else if (session->note_open) {
        put_open(view, area);
    } else {
        put_list(view, area);
    }
}

struct slice view_notes_tail(struct view *view)
{
    const struct session *session = view->session;
    size_t height = session->height[PANE_NOTES];
    if (view_hides(view) || session->note_open || height < 2)
        return S("");
    return view_range(view, session->top[PANE_NOTES], height, session->rows[PANE_NOTES]);
}
