/* The commands of the editor. In: commands. Out: a text and a cursor. See editor.h; searching is in
 * editor_search.c. */
#include "app/session/editor.h"

#include "app/ground/cluster.h"

#include <stdlib.h>

void editor_free(struct editor *editor)
{
    lines_free(&editor->lines);
    undo_free(&editor->undo);
    free(editor->cut);
    *editor = (struct editor){0};
}

/* FNV-1a, turned so that an empty text has 0, as an editor has that was never opened. */
static uint64_t hash(struct slice text)
{
    const uint64_t empty = 0xCBF29CE484222325u;
    uint64_t value = empty;
    for (size_t i = 0; i < text.len; i++)
        value = (value ^ (unsigned char)text.at[i]) * 0x100000001B3u;
    return value ^ empty;
}

bool editor_open(struct editor *editor, struct slice text)
{
    if (!lines_replace(&editor->lines, 0, editor->lines.len, text))
        return false;
    editor->cursor = 0;
    editor->run = RUN_NONE;
    editor->search.on = false;
    undo_clear(&editor->undo);
    editor_saved(editor);
    return true;
}

void editor_saved(struct editor *editor)
{
    undo_saved(&editor->undo);
    editor->run = RUN_NONE;
    editor->saved_len = editor->lines.len;
    editor->saved_hash = hash(editor_text(editor));
}

bool editor_dirty(struct editor *editor)
{
    if (undo_is_saved(&editor->undo))
        return false;
    return editor->lines.len != editor->saved_len ||
           hash(editor_text(editor)) != editor->saved_hash;
}

struct slice editor_text(struct editor *editor)
{
    return lines_all(&editor->lines);
}

size_t editor_line(const struct editor *editor)
{
    return lines_at(&editor->lines, editor->cursor);
}

unsigned editor_column(struct editor *editor)
{
    size_t start = lines_start(&editor->lines, editor_line(editor));
    return text_columns(lines_part(&editor->lines, start, editor->cursor));
}

/* ---- Moving */

/* One cluster to the left or right; over a line's end to the other line. */
static size_t step_left(struct editor *editor, size_t from)
{
    size_t start = lines_start(&editor->lines, lines_at(&editor->lines, from));
    if (from == start)
        return from ? from - 1 : 0;
    return start + cluster_before(lines_part(&editor->lines, start, from), from - start);
}

static size_t step_right(struct editor *editor, size_t from)
{
    size_t line = lines_at(&editor->lines, from), end = lines_end(&editor->lines, line);
    if (from == end)
        return from < editor->lines.len ? from + 1 : from;
    return from + cluster_at(lines_part(&editor->lines, from, end), 0).len;
}

/* Letters, digits, the underscore and all beyond ASCII make words. */
static bool in_word(const struct editor *editor, size_t at)
{
    unsigned char c = (unsigned char)lines_byte(&editor->lines, at);
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           c >= 0x80;
}

static size_t word_left(const struct editor *editor, size_t at)
{
    while (at && !in_word(editor, at - 1))
        at--;
    while (at && in_word(editor, at - 1))
        at--;
    return at;
}

static size_t word_right(const struct editor *editor, size_t at)
{
    while (at < editor->lines.len && !in_word(editor, at))
        at++;
    while (at < editor->lines.len && in_word(editor, at))
        at++;
    return at;
}

static size_t line_start(const struct editor *editor)
{
    size_t line = editor_line(editor), start = lines_start(&editor->lines, line);
    size_t end = lines_end(&editor->lines, line), text = start;
    while (text < end &&
           (lines_byte(&editor->lines, text) == ' ' || lines_byte(&editor->lines, text) == '\t'))
        text++;
    return editor->cursor == start ? text : start;
}

/* Where a move leads. */
static size_t target(struct editor *editor, enum editor_move move)
{
    switch (move) {
    case EDITOR_LEFT: return step_left(editor, editor->cursor);
    case EDITOR_RIGHT: return step_right(editor, editor->cursor);
    case EDITOR_WORD_LEFT: return word_left(editor, editor->cursor);
    case EDITOR_WORD_RIGHT: return word_right(editor, editor->cursor);
    case EDITOR_LINE_START: return line_start(editor);
    case EDITOR_LINE_END: return lines_end(&editor->lines, editor_line(editor));
    case EDITOR_TOP: return 0;
    case EDITOR_BOTTOM: return editor->lines.len;
    case EDITOR_UP:
    case EDITOR_DOWN: break;
    }
    return editor->cursor;
}

void editor_move(struct editor *editor, enum editor_move move)
{
    if (move == EDITOR_UP || move == EDITOR_DOWN) {
        editor_move_lines(editor, move == EDITOR_UP ? -1 : 1);
        return;
    }
    editor->run = RUN_NONE;
    editor->cursor = target(editor, move);
}

void editor_move_lines(struct editor *editor, long lines)
{
    if (editor->run != RUN_UP_DOWN)
        editor->goal = editor_column(editor);
    size_t line = editor_line(editor), last = lines_count(&editor->lines) - 1;
    size_t up = lines < 0 ? 0 - (size_t)lines : 0, down = lines > 0 ? (size_t)lines : 0;
    editor_go(editor, line < up ? 0 : last - line < down ? last : line - up + down, editor->goal);
    editor->run = RUN_UP_DOWN;
}

void editor_go(struct editor *editor, size_t line, unsigned column)
{
    size_t last = lines_count(&editor->lines) - 1;
    line = line < last ? line : last;
    editor->run = RUN_NONE;
    editor->cursor =
        lines_start(&editor->lines, line) + text_fit(lines_line(&editor->lines, line), column);
}

void editor_go_byte(struct editor *editor, size_t at)
{
    at = at < editor->lines.len ? at : editor->lines.len;
    size_t line = lines_at(&editor->lines, at), start = lines_start(&editor->lines, line);
    struct slice text = lines_line(&editor->lines, line);
    size_t i = 0;
    while (i < at - start) {
        size_t len = cluster_at(text, i).len;
        if (i + len > at - start)
            break;
        i += len;
    }
    editor->run = RUN_NONE;
    editor->cursor = start + i;
}

/* ---- Changing */

/* The one way in which the text changes. */
static bool change(struct editor *editor, size_t at, size_t len, struct slice by,
                   enum editor_run run, bool extend)
{
    if (!len && !by.len)
        return true;
    if (!undo_reserve(&editor->undo, len + by.len) || !lines_reserve(&editor->lines, len, by))
        return false;
    struct change noted = {.at = (uint32_t)at,
                           .cursor = (uint32_t)editor->cursor,
                           .joined = run != RUN_NONE && run != RUN_TYPE && editor->run == run};
    undo_note(&editor->undo, noted, lines_part(&editor->lines, at, at + len), by, extend);
    lines_replace(&editor->lines, at, len, by);
    editor->cursor = at + by.len;
    editor->run = run;
    return true;
}

/* Whether typed text goes on with the last change: not when a new word or line begins. */
static bool goes_on(const struct editor *editor, struct slice text)
{
    if (editor->run != RUN_TYPE || !editor->cursor || *text.at == '\n')
        return false;
    char before = lines_byte(&editor->lines, editor->cursor - 1);
    return before != '\n' && !(before == ' ' && *text.at != ' ');
}

bool editor_type(struct editor *editor, struct slice text)
{
    return !text.len || change(editor, editor->cursor, 0, text, RUN_TYPE, goes_on(editor, text));
}

bool editor_paste(struct editor *editor, struct slice text)
{
    return change(editor, editor->cursor, 0, text, RUN_NONE, false);
}

bool editor_erase(struct editor *editor, enum editor_move move)
{
    size_t to = target(editor, move), from = editor->cursor;
    if (to < from)
        return change(editor, to, from - to, S(""), RUN_ERASE, false);
    return change(editor, from, to - from, S(""), RUN_DELETE, false);
}

bool editor_replace(struct editor *editor, struct slice text)
{
    struct slice old = editor_text(editor);
    size_t shorter = old.len < text.len ? old.len : text.len, head = 0, tail = 0;
    while (head < shorter && old.at[head] == text.at[head])
        head++;
    while (tail < shorter - head && old.at[old.len - 1 - tail] == text.at[text.len - 1 - tail])
        tail++;
    size_t cursor = editor->cursor;
    struct slice middle = {text.at + head, text.len - head - tail};
    if (!change(editor, head, old.len - head - tail, middle, RUN_NONE, false))
        return false;
    editor_go_byte(editor, cursor);
    return true;
}

/* Keeps what is cut; a cut that follows another is added to it. */
static bool keep_cut(struct editor *editor, size_t from, size_t to)
{
    if (editor->run != RUN_CUT)
        editor->cut_len = 0;
    size_t len = editor->cut_len + (to - from);
    if (len > editor->cut_cap) {
        size_t cap = editor->cut_cap * 2 > len ? editor->cut_cap * 2 : len;
        char *cut = realloc(editor->cut, cap);
        if (!cut)
            return false;
        editor->cut = cut;
        editor->cut_cap = cap;
    }
    if (to > from)
        memcpy(editor->cut + editor->cut_len, lines_part(&editor->lines, from, to).at, to - from);
    editor->cut_len = len;
    return change(editor, from, to - from, S(""), RUN_CUT, false);
}

bool editor_cut_line(struct editor *editor)
{
    size_t line = editor_line(editor), end = lines_end(&editor->lines, line);
    return keep_cut(editor, lines_start(&editor->lines, line),
                    end < editor->lines.len ? end + 1 : end);
}

bool editor_cut_rest(struct editor *editor)
{
    size_t end = lines_end(&editor->lines, editor_line(editor));
    if (end == editor->cursor && end < editor->lines.len)
        end++;
    return keep_cut(editor, editor->cursor, end);
}

bool editor_put_back(struct editor *editor)
{
    return editor_paste(editor, (struct slice){editor->cut, editor->cut_len});
}

bool editor_undo(struct editor *editor)
{
    editor->run = RUN_NONE;
    return undo_back(&editor->undo, &editor->lines, &editor->cursor);
}

bool editor_redo(struct editor *editor)
{
    editor->run = RUN_NONE;
    return undo_again(&editor->undo, &editor->lines, &editor->cursor);
}
