/* The table of keys. What a key does, what the footer, the menu and the help say of it, all come
 * from one row, so they cannot differ.
 *
 * In a pane in which text is typed every printable key belongs to the text: no row may take one
 * away. A pane and a key have one row at most; so have a pane and a menu letter. The unit test
 * refuses anything else. */
#ifndef APP_SCREEN_KEYMAP_H
#define APP_SCREEN_KEYMAP_H

#include "app/ground/key.h"
#include "app/session/command.h"

#include <stdbool.h>
#include <stdint.h>

/* Sets of panes. */
#define IN(pane)  (UINT64_C(1) << PANE_##pane)
#define PANES_ALL ((UINT64_C(1) << PANE_COUNT) - 1)
#define PANES_TEXT                                                                                 \
    (IN(EDITOR) | IN(LINE) | IN(ANSWER) | IN(FIND) | IN(NAME) | IN(SAY) | IN(SEARCH) | IN(DESIGN))
#define PANES_DIALOG (IN(MENU) | IN(FIND) | IN(NAME) | IN(ASK) | IN(SURE))

/* Sets of desks: the scratchpad, the course, the questions of its first start. */
enum { ON_PAD = 1, ON_COURSE = 2, ON_START = 4, ON_BOTH = ON_PAD | ON_COURSE, ON_ALL = 7 };

struct keymap_row {
    uint64_t panes; /* IN() bits */
    uint32_t key;   /* 0: only through the menu */
    enum command command;
    char letter;        /* behind ^G; 0: not in the menu */
    const char *footer; /* one or two words; null: not shown in the footer */
    const char *help;   /* a line; null: another key of the same command, shown beside the first */
    unsigned desks;     /* 0: all */
};

static inline unsigned keymap_desks(const struct keymap_row *row)
{
    return row->desks ? row->desks : ON_ALL;
}

/* Whether a row counts in a pane of a desk (one of the above). */
static inline bool keymap_counts(const struct keymap_row *row, enum pane pane, unsigned desk)
{
    return row->panes >> pane & 1 && keymap_desks(row) & desk;
}

extern const struct keymap_row keymap[];
extern const size_t keymap_len;

/* The row of a key in a pane, null when it has none: in a pane of text the key is then text or the
 * line editor's. */
const struct keymap_row *keymap_find(enum pane pane, unsigned desk, uint32_t key);

/* The row of a menu letter in the pane from which the menu was opened. */
const struct keymap_row *keymap_letter(enum pane pane, unsigned desk, char letter);

/* What a footer shows, in its order. */
struct footer_item {
    char key[KEY_NAME_SIZE]; /* "^O", or the menu letter */
    const char *words;
    bool menu; /* the letter follows ^G */
};

/* The text between the keys of a footer and its menu letters. */
#define FOOTER_MENU "^G then:"

/* Chooses what fits into so many columns: first keys, then menu letters, at the end always help.
 * One blank stands in front, two between items, one between a key and its words and behind
 * FOOTER_MENU. Returns how many. */
size_t keymap_footer(enum pane pane, unsigned desk, unsigned columns, struct footer_item *items,
                     size_t max);

#endif
