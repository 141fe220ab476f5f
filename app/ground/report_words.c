/* An argv within a text: words and letters below them, broken into rows here, since what stands
 * around them is set in. See report.h.
 *
 * In: words. Out: pairs of lines, none wider than the report. A row ends at a blank between words;
 * within a word only where that is wider than a row. */
#include "app/ground/report.h"

#include "app/ground/cluster.h"

#include <limits.h>

enum { ROOM_MIN = 8 }; /* fewer columns than that are no room: the row is not broken */

struct rows {
    struct report *report;
    unsigned indent, room, used;
};

static void open_row(struct rows *rows)
{
    static const enum report_kind kinds[] = {REPORT_WORDS, REPORT_LETTERS};
    for (size_t i = 0; i < 2; i++) {
        report_line(rows->report, kinds[i], rows->indent);
        if (rows->indent)
            report_pad(rows->report, rows->indent, rows->indent);
    }
    rows->used = 0;
}

static void add_both(struct rows *rows, struct report_piece word, struct report_piece letter)
{
    struct report *report = rows->report;
    if (!word.text.len)
        return;
    *list_add(report->arena, &report->at[report->len - 2]) = word;
    *list_add(report->arena, &report->at[report->len - 1]) = letter;
    rows->used += text_columns(word.text);
}

/* A piece, cut where it is wider than what is left of the row. */
static void add_piece(struct rows *rows, struct report_piece word, struct report_piece letter)
{
    while (rows->used + text_columns(word.text) > rows->room) {
        size_t fit = text_fit(word.text, rows->room - rows->used);
        unsigned columns = text_columns(slice_first(word.text, fit));
        add_both(rows, (struct report_piece){slice_first(word.text, fit), word.role},
                 (struct report_piece){slice_first(letter.text, columns), letter.role});
        word.text = slice_after(word.text, fit);
        letter.text = slice_after(letter.text, columns);
        open_row(rows);
    }
    add_both(rows, word, letter);
}

static bool is_between(const struct report_piece *piece)
{
    return piece->role == ROLE_PLAIN && slice_equal(piece->text, S(" "));
}

void report_words(struct report *report, unsigned indent, const struct plan_word *argv, size_t len)
{
    size_t first = report->len;
    report_vector(report, argv, len);
    const struct report_line words = report->at[first], letters = report->at[first + 1];
    struct rows rows = {report, indent, UINT_MAX, 0};
    report->len = first;
    if (report->columns > indent + ROOM_MIN)
        rows.room = report->columns - indent;
    open_row(&rows);
    for (size_t i = 0, end; i < words.len; i = end) {
        bool blank = is_between(&words.at[i]);
        unsigned columns = 0;
        for (end = i; end < words.len && (end == i || !is_between(&words.at[end])); end++)
            columns += text_columns(words.at[end].text);
        if (rows.used && rows.used + columns > rows.room) {
            open_row(&rows);
            i += blank;
        }
        for (; i < end; i++)
            add_piece(&rows, words.at[i], letters.at[i]);
    }
}
