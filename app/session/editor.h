/* The Dockerfile editor without its screen: a text, a cursor, and what can be done with them.
 *
 * The cursor stands on a byte between two clusters (cluster.h). Text may hold any bytes. Nothing
 * that is called here costs more than the change and the way of the cursor, but a look at the whole
 * text after a change in its middle moves what stands behind the change once. Where a change needs
 * memory that is not there it does not happen, and false tells so. */
#ifndef APP_SESSION_EDITOR_H
#define APP_SESSION_EDITOR_H

#include "app/session/lines.h"
#include "app/session/undo.h"

enum editor_move {
    EDITOR_LEFT,
    EDITOR_RIGHT,
    EDITOR_WORD_LEFT,
    EDITOR_WORD_RIGHT,
    EDITOR_LINE_START, /* from there to the line's first character that is no blank */
    EDITOR_LINE_END,
    EDITOR_UP, /* keeps the column that a row of such moves began in */
    EDITOR_DOWN,
    EDITOR_TOP,
    EDITOR_BOTTOM,
};

enum { EDITOR_PATTERN_MAX = 256 };

/* A search as it is typed. Small letters also find capitals. */
struct editor_search {
    bool on, found;
    size_t at;     /* of what was found */
    size_t origin; /* where the cursor stood before */
    bool backward;
    size_t len;
    char pattern[EDITOR_PATTERN_MAX];
};

/* What the last command was, as far as the next one goes on with it. */
enum editor_run { RUN_NONE, RUN_TYPE, RUN_ERASE, RUN_DELETE, RUN_CUT, RUN_UP_DOWN };

/* Starts as all zeros: an empty text that counts as saved. */
struct editor {
    struct lines lines;
    size_t cursor;
    struct undo undo;
    enum editor_run run;
    unsigned goal; /* column that up and down go for */
    char *cut;     /* what was cut, to be put back */
    size_t cut_len, cut_cap;
    struct editor_search search;
    uint64_t saved_hash;
    size_t saved_len;
};

void editor_free(struct editor *editor);

/* A new text: the cursor at its start, nothing to undo, counts as saved. */
bool editor_open(struct editor *editor, struct slice text);

/* The text is saved as it is now; and whether it differs from what was saved last. A text that was
 * typed back to what it was does not differ. */
void editor_saved(struct editor *editor);
bool editor_dirty(struct editor *editor);

/* The whole text, valid until the next change. */
struct slice editor_text(struct editor *editor);

/* The cursor's line from 0, and its column on the screen as if the line began in column 0. */
size_t editor_line(const struct editor *editor);
unsigned editor_column(struct editor *editor);

/* ---- Moving. Each ends a run of typing. */

void editor_move(struct editor *editor, enum editor_move move);

/* Many lines up or down, as a page. */
void editor_move_lines(struct editor *editor, long lines);

/* To a line from 0 (beyond the end the last one) and a column of the screen. */
void editor_go(struct editor *editor, size_t line, unsigned column);

/* To a byte; inside of a cluster to its start. */
void editor_go_byte(struct editor *editor, size_t at);

/* ---- Changing */

/* Text as it is typed: a run of it is one step of undo, up to the next word or line. */
bool editor_type(struct editor *editor, struct slice text);

/* Text that comes at once; one step of undo. */
bool editor_paste(struct editor *editor, struct slice text);

/* Removes what a move would go over; a run of them is one step. */
bool editor_erase(struct editor *editor, enum editor_move move);

/* The whole text becomes another, as one step. The cursor stays where it can. */
bool editor_replace(struct editor *editor, struct slice text);

/* Cuts the cursor's line with its end, or the rest of the line (at its end, the line's end). Cuts
 * in a row are put back together. */
bool editor_cut_line(struct editor *editor);
bool editor_cut_rest(struct editor *editor);
bool editor_put_back(struct editor *editor);

bool editor_undo(struct editor *editor);
bool editor_redo(struct editor *editor);

/* ---- Searching. The cursor stands on what was found; where nothing is, on the place before. */

void editor_search_start(struct editor *editor, bool backward);
void editor_search_type(struct editor *editor, struct slice text);
void editor_search_erase(struct editor *editor);

/* The next one in a direction, round the end of the text. */
void editor_search_again(struct editor *editor, bool backward);

/* Ends the search where it is, or goes back to where it began. */
void editor_search_end(struct editor *editor, bool stay);

#endif
