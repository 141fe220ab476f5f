/* The loop: the one place that knows both the terminal and the line editor.
 *
 *     event ─▶ keymap ─▶ command ─▶ session ─▶ view ─▶ frame ─▶ terminal
 *
 * libedit asks for one key after the other; inside of that question everything else happens. A key
 * of the run line's pane that is no command goes to libedit, all others to the session. */
#ifndef APP_SCREEN_LOOP_H
#define APP_SCREEN_LOOP_H

#include "app/screen/term.h"
#include "app/session/session.h"

struct loop_setup {
    struct session *session;
    bool mouse, ascii;
    bool plain;                 /* no colour */
    enum background background; /* of the terminal, as far as it tells */
    const char *editor;         /* $VISUAL or $EDITOR; null: vi */

    /* Opens the course's session for the scratchpad when it is first wanted; null: there is none.
     * The other of both is set by the loop. */
    struct session *(*course)(void *context, struct session *pad);
    void *context;
};

/* Runs the screen until one leaves. 0, or 1 with *failure filled when no screen could be opened.
 * The session is left as it is; the caller closes it. */
int loop_run(const struct loop_setup *setup, enum term_failure *failure);

#endif
