/* What was changed in a text, so that it can be taken back and done again, step by step. */
#ifndef APP_SESSION_UNDO_H
#define APP_SESSION_UNDO_H

#include "app/session/lines.h"

/* Older steps are forgotten when the bytes of all exceed this. The last step is always kept. */
enum { UNDO_MAX = 8 << 20 };

/* Bytes from `at` on were replaced. The removed and then the inserted bytes stand in the log. */
struct change {
    uint32_t at, removed, inserted;
    uint32_t cursor; /* where it stood before */
    size_t log_at;
    bool joined; /* belongs to one step with the change before */
};

/* Starts as all zeros, with saved 0. */
struct undo {
    struct change *changes;
    size_t len, cap;
    size_t done; /* changes before this one are in the text, the others can be done again */
    char *log;
    size_t log_len, log_cap;
    size_t saved;    /* the value of done at which the text was saved */
    bool saved_lost; /* there is no such value any more */
};

void undo_free(struct undo *undo);

/* Forgets all steps; the text as it is counts as saved. */
void undo_clear(struct undo *undo);

/* Makes room for a change of so many bytes; false without memory. After it undo_note succeeds. */
bool undo_reserve(struct undo *undo, size_t bytes);

/* Notes a change; what could be done again is forgotten. extend: `change` only inserts behind what
 * the last one inserted, and becomes a part of it. */
void undo_note(struct undo *undo, struct change change, struct slice removed, struct slice inserted,
               bool extend);

/* Takes the last step back, or does the next one again, and sets the cursor. false when there is
 * none, or no memory. */
bool undo_back(struct undo *undo, struct lines *lines, size_t *cursor);
bool undo_again(struct undo *undo, struct lines *lines, size_t *cursor);

/* The text as it is now was saved; and whether it still is as it was then. */
void undo_saved(struct undo *undo);
bool undo_is_saved(const struct undo *undo);

#endif
