/* The keys of a presentation: what a key does, what the footer and the page of keys say of it, all
 * from one row. Clickers for presentations send Page Up, Page Down, b and full stop. */
#ifndef APP_SCREEN_PRESENT_KEYS_H
#define APP_SCREEN_PRESENT_KEYS_H

#include "app/ground/key.h"

enum present_page { PRESENT_SLIDE, PRESENT_LIST, PRESENT_HELP };

enum present_command {
    PRESENT_NEXT,
    PRESENT_BACK,
    PRESENT_REVEAL,
    PRESENT_MERGE,
    PRESENT_WRONG,
    PRESENT_VALUES,
    PRESENT_BLANK,
    PRESENT_FIRST,
    PRESENT_LAST,
    PRESENT_LESSONS,
    PRESENT_KEYS,
    PRESENT_ROW_UP,
    PRESENT_ROW_DOWN,
    PRESENT_REDRAW,
    PRESENT_SUSPEND,
    PRESENT_CLOSE, /* the page that lies over a slide, else all */
    PRESENT_QUIT,
};

struct present_row {
    unsigned pages; /* bits of enum present_page */
    uint32_t key;
    enum present_command command;
    const char *footer; /* "": what comes next is said in its place; null: not in the footer */
    const char *help;   /* null: another key of the same command, shown beside the first */
};

extern const struct present_row present_rows[];
extern const size_t present_rows_len;

/* The row of a key on a page; null when it has none. */
const struct present_row *present_row_of(enum present_page page, uint32_t key);

/* All keys of a row's command on a page, "Space, Right, Enter". */
struct slice present_keys_of(struct arena *arena, enum present_page page,
                             const struct present_row *row);

#endif
