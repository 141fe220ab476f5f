/* The view: what the screen shows, painted from the session into a frame.
 *
 * A view reads the session and changes nothing of it but top[] and height[], as session.h says. It
 * knows no terminal. All of its text comes from the report, from words, and from the table of keys.
 */
#ifndef APP_SCREEN_VIEW_H
#define APP_SCREEN_VIEW_H

#include "app/ground/line.h"
#include "app/screen/frame.h"
#include "app/session/session.h"

struct view_kept;

/* A part of the painted screen, for clicks. */
struct view_part {
    enum pane pane;
    struct area area;
    size_t first; /* the index that its first row shows */
    bool indexed; /* each row has an index: a line of the editor, a row of a list */
};

enum { VIEW_PARTS = 100 };

/* Starts as all zeros with frame, session and look set. */
struct view {
    struct frame *frame; /* sized by the caller; painted over whole */
    struct session *session;
    const struct line_look *look; /* the run line as the line editor has it; null: session.line */
    bool ascii; /* lines between panes are - | +; all text in ASCII is charset's */

    /* The view's own */
    struct view_part parts[VIEW_PARTS];
    size_t parts_len;
    struct view_kept *kept;
    struct slice range; /* of a page that is longer: "1-21 of 35", for the first row */
    bool failed;        /* there was no memory to paint all of it */
};

/* Whose keys count: a desk of keymap.h. */
unsigned view_desk_of(const struct session *session);

/* Paints the whole screen for the session's page, dialog and focus; the frame is cleared first. The
 * hardware cursor is placed on the row in focus. Where there is no memory the rest stays blank. */
void view_paint(struct view *view);

/* What stands at a place of the screen last painted: the part, and in a list or the editor the row
 * or line, from 0 (SIZE_MAX where the part has none there). false: nothing that takes the keyboard.
 */
bool view_at(const struct view *view, int row, int col, enum pane *part, size_t *index);

void view_free(struct view *view);

#endif
