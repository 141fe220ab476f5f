/* The table of keys of a presentation. See present_keys.h. In: a page and a key. Out: a command. */
#include "app/screen/present_keys.h"

enum {
    ON_SLIDE = 1 << PRESENT_SLIDE,
    ON_LIST = 1 << PRESENT_LIST,
    ON_HELP = 1 << PRESENT_HELP,
    ALL = ON_SLIDE | ON_LIST | ON_HELP,
};

/* The order is that of the footer and of the page of keys. */
const struct present_row present_rows[] = {
    {ALL, ' ', PRESENT_NEXT, "", "go on, to what comes next"},
    {ALL, KEYS_PAGE_DOWN, PRESENT_NEXT, 0, 0},
    {ALL, KEYS_RIGHT, PRESENT_NEXT, 0, 0},
    {ALL, KEYS_ENTER, PRESENT_NEXT, 0, 0},
    {ON_SLIDE, KEYS_DOWN, PRESENT_NEXT, 0, 0},
    {ALL, KEYS_PAGE_UP, PRESENT_BACK, 0, "back"},
    {ALL, KEYS_LEFT, PRESENT_BACK, 0, 0},
    {ALL, KEYS_ERASE, PRESENT_BACK, 0, 0},
    {ALL, CONTROL('H'), PRESENT_BACK, 0, 0},
    {ON_SLIDE, KEYS_UP, PRESENT_BACK, 0, 0},
    {ON_LIST, KEYS_UP, PRESENT_ROW_UP, 0, "a lesson up"},
    {ON_LIST, 'k', PRESENT_ROW_UP, 0, 0},
    {ON_LIST, KEYS_DOWN, PRESENT_ROW_DOWN, 0, "a lesson down"},
    {ON_LIST, 'j', PRESENT_ROW_DOWN, 0, 0},
    {ON_SLIDE, 'r', PRESENT_REVEAL, "reveal", "reveal the answer at once"},
    {ON_SLIDE, 'm', PRESENT_MERGE, "merge", "the merge from its first step on"},
    {ON_SLIDE, 'w', PRESENT_WRONG, "some say", "what some say, one after the other"},
    {ON_SLIDE, 'v', PRESENT_VALUES, "other values", "the same exercises with other values"},
    {ON_SLIDE | ON_LIST, 'b', PRESENT_BLANK, "blank", "blank; any key brings it back"},
    {ON_SLIDE | ON_LIST, '.', PRESENT_BLANK, 0, 0},
    {ON_SLIDE | ON_LIST, KEYS_HOME, PRESENT_FIRST, 0, "the first slide"},
    {ON_SLIDE | ON_LIST, KEYS_END, PRESENT_LAST, 0, "the last slide"},
    {ON_SLIDE, 'l', PRESENT_LESSONS, 0, "the list of lessons"},
    {ALL, CONTROL('L'), PRESENT_REDRAW, 0, "paint everything again"},
    {ALL, CONTROL('Z'), PRESENT_SUSPEND, 0, "to the shell; fg comes back"},
    {ALL, 'q', PRESENT_CLOSE, 0, "leave"},
    {ALL, KEYS_ESC, PRESENT_CLOSE, 0, 0},
    {ALL, CONTROL('C'), PRESENT_QUIT, 0, "leave at once"},
    {ON_SLIDE | ON_LIST, '?', PRESENT_KEYS, "keys", "these keys"},
    {ON_SLIDE | ON_LIST, KEYS_F1, PRESENT_KEYS, 0, 0},
    {ON_HELP, '?', PRESENT_CLOSE, 0, 0},
};

const size_t present_rows_len = sizeof present_rows / sizeof *present_rows;

const struct present_row *present_row_of(enum present_page page, uint32_t key)
{
    for (size_t i = 0; i < present_rows_len; i++)
        if (present_rows[i].key == key && present_rows[i].pages >> page & 1)
            return &present_rows[i];
    return NULL;
}

struct slice present_keys_of(struct arena *arena, enum present_page page,
                             const struct present_row *row)
{
    struct buffer keys = {.arena = arena};
    char name[KEY_NAME_SIZE];
    for (size_t i = 0; i < present_rows_len; i++) {
        const struct present_row *other = &present_rows[i];
        bool same = other->command == row->command && other->pages >> page & 1;
        if (!same || (other != row && other->help) || other->key == CONTROL('H'))
            continue;
        buffer_string(&keys, keys.len ? ", " : "");
        buffer_string(&keys, key_words(other->key, name));
    }
    return buffer_slice(&keys);
}
