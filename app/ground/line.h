/* The line editor: libedit, with its keys, its history and the user's ~/.editrc.
 *
 * It works in one of two ways. On the screen libedit sees a terminal that nobody sees, of fixed and
 * huge size, and asks for one key after the other; the whole program runs inside of that question,
 * paints the line from line_look, and answers with the keys that are meant for the line. Plainly,
 * for line mode, libedit reads and echoes on the real terminal, or lines are read from a pipe.
 *
 * On the screen it is opened before term_open and closed after term_close: both use the terminal
 * database, and libedit must come first. */
#ifndef APP_GROUND_LINE_H
#define APP_GROUND_LINE_H

#include "app/ground/key.h"
#include "sim/sim.h"

struct line;

/* The longest line, in characters; libedit's own buffers end soon behind it. */
enum { LINE_MAX_CHARS = 120000, LINE_HISTORY = 1000 };

struct line_setup {
    const char *program; /* the name that lines of ~/.editrc may begin with, "pairing:bind …" */
    bool plain;
    bool cooked; /* plain, on a terminal that cannot move its cursor: it edits the line itself */
    void *context;

    /* On the screen: the next key or paste for the line. Waits; everything that is not for the line
     * is done meanwhile. An event of KEYS_NAMED makes the editor take over what line_replace has
     * set. false ends line_read. */
    bool (*key)(void *context, struct event *event);

    /* Tab: look at the line and call line_insert. true when something was printed (plainly): the
     * line is then shown again. May be null. */
    bool (*complete)(void *context, struct line *line);
};

/* null without memory or without a terminal of its own. */
struct line *line_open(const struct line_setup *setup);
void line_close(struct line *line);

enum line_end {
    LINE_ENTERED, /* Enter */
    LINE_ENDED,   /* end of input, or setup.key said so */
};

/* Edits one line. prompt is shown plainly only, and not on a pipe. start is its first text, the
 * cursor behind it. *text is what was entered, without its line end, valid until the next call. On
 * the screen Enter behind a backslash goes on in a new row instead; ^C clears the line. Plainly ^C
 * starts a new one.
 */
enum line_end line_read(struct line *line, const char *prompt, struct slice start,
                        struct slice *text);

enum line_search { LINE_NO_SEARCH, LINE_SEARCH_BACK, LINE_SEARCH_FORWARD };

/* The line as it stands; while vi's / searches it is empty. */
struct line_look {
    struct slice text;
    size_t cursor; /* a byte of text */
    enum line_search search;
    struct slice pattern; /* of a search in the history, while it is typed */
    bool search_failed;
    bool full; /* the last key was not taken: the line is at its longest */
};

/* Valid until the next key or call. */
void line_look(struct line *line, struct line_look *look);

/* From inside of setup.complete: puts text in at the cursor. */
void line_insert(struct line *line, struct slice text);

/* From inside of setup.key: the line becomes another one, as soon as setup.key returns. */
void line_replace(struct line *line, struct slice text, size_t cursor);

/* Adds a line to the history; the same as the one before is not added again. */
void line_remember(struct line *line, struct slice text);

/* Whether ~/.editrc chose vi's keys. */
bool line_is_vi(struct line *line);

#endif
