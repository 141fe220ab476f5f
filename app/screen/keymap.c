/* The table of keys, and looking things up in it. In: a pane and a key. Out: a command. See
 * keymap.h. */
#include "app/screen/keymap.h"

#include <stdio.h>

enum {
    /* the panes of the scratchpad, from which its menu is opened */
    PAD = 1 << PANE_EDITOR | 1 << PANE_LINE | 1 << PANE_RESULT | 1 << PANE_NOTES | 1 << PANE_GRID |
          1 << PANE_MERGE | 1 << PANE_EXPLAIN | 1 << PANE_COMPARE | 1 << PANE_EXAMPLES |
          1 << PANE_TRIED | 1 << PANE_SHARE | 1 << PANE_HELP | 1 << PANE_ANSWER,
    PARTS = 1 << PANE_EDITOR | 1 << PANE_LINE | 1 << PANE_RESULT | 1 << PANE_NOTES,
    OPENED = 1 << PANE_GRID | 1 << PANE_MERGE | 1 << PANE_EXPLAIN | 1 << PANE_COMPARE |
             1 << PANE_EXAMPLES | 1 << PANE_TRIED | 1 << PANE_SHARE | 1 << PANE_HELP,
    LISTS = 1 << PANE_RESULT | 1 << PANE_NOTES | 1 << PANE_GRID | 1 << PANE_EXPLAIN |
            1 << PANE_COMPARE | 1 << PANE_EXAMPLES | 1 << PANE_TRIED | 1 << PANE_SHARE |
            1 << PANE_HELP | 1 << PANE_HOME,
    CHOICES = 1 << PANE_NOTES | 1 << PANE_EXAMPLES | 1 << PANE_TRIED | 1 << PANE_HOME,
    READ = LISTS | 1 << PANE_MERGE,
    NO_DIALOG = PANES_ALL & ~PANES_DIALOG,
};

/* The order is that of footers and of the help: what one wants most comes first. */
const struct keymap_row keymap[] = {
    /* ---- the editor */
    {IN(EDITOR), KEYS_LEFT, COMMAND_LEFT, 0, 0, "one character to the left"},
    {IN(EDITOR), CONTROL('B'), COMMAND_LEFT, 0, 0, 0},
    {IN(EDITOR), KEYS_RIGHT, COMMAND_RIGHT, 0, 0, "one character to the right"},
    {IN(EDITOR), CONTROL('F'), COMMAND_RIGHT, 0, 0, 0},
    {IN(EDITOR), KEYS_UP, COMMAND_UP, 0, 0, "a line up"},
    {IN(EDITOR), CONTROL('P'), COMMAND_UP, 0, 0, 0},
    {IN(EDITOR), KEYS_DOWN, COMMAND_DOWN, 0, 0, "a line down"},
    {IN(EDITOR), CONTROL('N'), COMMAND_DOWN, 0, 0, 0},
    {IN(EDITOR), KEYS_LEFT | KEYS_CTRL, COMMAND_WORD_LEFT, 0, 0, "a word to the left"},
    {IN(EDITOR), META('b'), COMMAND_WORD_LEFT, 0, 0, 0},
    {IN(EDITOR), KEYS_RIGHT | KEYS_CTRL, COMMAND_WORD_RIGHT, 0, 0, "a word to the right"},
    {IN(EDITOR), META('f'), COMMAND_WORD_RIGHT, 0, 0, 0},
    {IN(EDITOR), KEYS_HOME, COMMAND_LINE_START, 0, 0, "the start of the line"},
    {IN(EDITOR), CONTROL('A'), COMMAND_LINE_START, 0, 0, 0},
    {IN(EDITOR), KEYS_END, COMMAND_LINE_END, 0, 0, "the end of the line"},
    {IN(EDITOR), CONTROL('E'), COMMAND_LINE_END, 0, 0, 0},
    {IN(EDITOR), KEYS_HOME | KEYS_CTRL, COMMAND_TOP, 0, 0, "the first line"},
    {IN(EDITOR), META('<'), COMMAND_TOP, 0, 0, 0},
    {IN(EDITOR), KEYS_END | KEYS_CTRL, COMMAND_BOTTOM, 0, 0, "the end of the text"},
    {IN(EDITOR), META('>'), COMMAND_BOTTOM, 0, 0, 0},
    {IN(EDITOR), KEYS_ENTER, COMMAND_NEWLINE, 0, 0, "a new line"},
    {IN(EDITOR), CONTROL('J'), COMMAND_NEWLINE, 0, 0, 0},
    {IN(EDITOR), KEYS_ERASE, COMMAND_ERASE_LEFT, 0, 0, "remove the character to the left"},
    {IN(EDITOR), CONTROL('H'), COMMAND_ERASE_LEFT, 0, 0, 0},
    {IN(EDITOR), KEYS_DELETE, COMMAND_ERASE_RIGHT, 0, 0, "remove the character under the cursor"},
    {IN(EDITOR), CONTROL('D'), COMMAND_ERASE_RIGHT, 0, 0, 0},
    {IN(EDITOR), CONTROL('W'), COMMAND_ERASE_WORD_LEFT, 0, 0, "remove the word to the left"},
    {IN(EDITOR), KEYS_ERASE | KEYS_ALT, COMMAND_ERASE_WORD_LEFT, 0, 0, 0},
    {IN(EDITOR), META('d'), COMMAND_ERASE_WORD_RIGHT, 0, 0, "remove the word to the right"},
    {IN(EDITOR), CONTROL('U'), COMMAND_CUT_LINE, 0, "cut line", "cut the line"},
    {IN(EDITOR), CONTROL('K'), COMMAND_CUT_REST, 0, 0, "cut the rest of the line"},
    {IN(EDITOR), CONTROL('Y'), COMMAND_PUT_BACK, 0, "put back", "put back what was cut"},
    {IN(EDITOR), CONTROL('_'), COMMAND_UNDO, 0, "undo", "take the last change back"},
    {IN(EDITOR), META('u'), COMMAND_UNDO, 0, 0, 0},
    {IN(EDITOR), META('r'), COMMAND_REDO, 0, 0, "do it again"},
    {IN(EDITOR), META('e'), COMMAND_REDO, 0, 0, 0},
    {IN(EDITOR), CONTROL('T'), COMMAND_FIND, 0, "find", "search downwards"},
    {IN(EDITOR), CONTROL('R'), COMMAND_FIND_BACK, 0, 0, "search upwards"},
    {IN(EDITOR), META('g'), COMMAND_GO_LINE, 0, 0, "jump to a line by its number"},
    {IN(EDITOR), CONTROL('C'), COMMAND_CANCEL, 0, 0, "take a message away"},

    /* ---- everywhere, or in several panes */
    {PARTS, CONTROL('O'), COMMAND_NEXT_PART, 0, "other part", "go on to the next part"},
    {OPENED | IN(HOME) | IN(ANSWER), CONTROL('O'), COMMAND_NEXT_PART, 0, 0, 0},
    {PARTS & ~IN(LINE), KEYS_TAB, COMMAND_NEXT_PART, 0, 0, 0},
    {PARTS, KEYS_F1 + 5, COMMAND_NEXT_PART, 0, 0, 0},
    {PARTS, KEYS_BACKTAB, COMMAND_PREVIOUS_PART, 0, 0, "go back to the part before"},

    /* ---- the line: libedit's keys, named here to be shown */
    {IN(LINE), KEYS_TAB, COMMAND_LINE_COMPLETE, 0, "complete", "complete the word"},
    {IN(LINE), CONTROL('R'), COMMAND_LINE_HISTORY, 0, "history",
     "search in the lines tried before"},
    {IN(LINE), KEYS_UP, COMMAND_LINE_RECALL, 0, 0, "the line tried before"},
    {IN(LINE), KEYS_DOWN, COMMAND_LINE_RECALL, 0, 0, "the line tried after it"},
    {IN(LINE), KEYS_ENTER, COMMAND_LINE_TRY, 0, 0, "keep the line among those that were tried"},
    {IN(LINE), CONTROL('C'), COMMAND_LINE_CLEAR, 0, 0, "clear the line"},

    /* ---- lists, and pages to read */
    {LISTS, KEYS_UP, COMMAND_ROW_UP, 0, 0, "a row up"},
    {LISTS, 'k', COMMAND_ROW_UP, 0, 0, 0},
    {LISTS, KEYS_DOWN, COMMAND_ROW_DOWN, 0, 0, "a row down"},
    {LISTS, 'j', COMMAND_ROW_DOWN, 0, 0, 0},
    {LISTS | IN(EDITOR), KEYS_PAGE_UP, COMMAND_PAGE_UP, 0, 0, "a page up"},
    {LISTS | IN(EDITOR), KEYS_PAGE_DOWN, COMMAND_PAGE_DOWN, 0, 0, "a page down"},
    {LISTS, KEYS_HOME, COMMAND_FIRST, 0, 0, "the first row"},
    {LISTS, KEYS_END, COMMAND_LAST, 0, 0, "the last row"},
    {CHOICES, KEYS_ENTER, COMMAND_CHOOSE, 0, "open", "open what the cursor stands on"},
    {READ, 'q', COMMAND_BACK, 0, 0, "back to where you came from"},
    {READ, KEYS_ESC, COMMAND_BACK, 0, "back", 0},
    {LISTS | IN(EDITOR), KEYS_WHEEL_UP, COMMAND_ROW_UP, 0, 0, 0},
    {LISTS | IN(EDITOR), KEYS_WHEEL_DOWN, COMMAND_ROW_DOWN, 0, 0, 0},
    {IN(MERGE), ' ', COMMAND_STEP_ON, 0, "next step", "the next step"},
    {IN(MERGE), KEYS_RIGHT, COMMAND_STEP_ON, 0, 0, 0},
    {IN(MERGE), KEYS_DOWN, COMMAND_STEP_ON, 0, 0, 0},
    {IN(MERGE), KEYS_ENTER, COMMAND_STEP_ON, 0, 0, 0},
    {IN(MERGE), KEYS_LEFT, COMMAND_STEP_BACK, 0, "step back", "the step before"},
    {IN(MERGE), KEYS_UP, COMMAND_STEP_BACK, 0, 0, 0},
    {IN(MERGE), KEYS_ERASE, COMMAND_STEP_BACK, 0, 0, 0},
    {IN(SHARE), 'l', COMMAND_SHARE_LINE, 0, "copy line", "copy the command line"},
    {IN(SHARE), 'b', COMMAND_SHARE_BLOCK, 0, "copy block", "copy the block"},
    {IN(SHARE), 'w', COMMAND_SHARE_WRITE, 0, "write block", "write the block to a file"},
    {IN(ANSWER), KEYS_ENTER, COMMAND_ACCEPT, 0, "answer", "this is what runs"},
    {IN(ANSWER), KEYS_ERASE, COMMAND_ERASE_LEFT, 0, 0, "remove the last character"},
    {IN(ANSWER), CONTROL('H'), COMMAND_ERASE_LEFT, 0, 0, 0},

    /* ---- searches and questions */
    {IN(FIND), CONTROL('T'), COMMAND_FIND_NEXT, 0, "next", "the next one"},
    {IN(FIND), KEYS_DOWN, COMMAND_FIND_NEXT, 0, 0, 0},
    {IN(FIND), CONTROL('R'), COMMAND_FIND_PREVIOUS, 0, "before", "the one before"},
    {IN(FIND), KEYS_UP, COMMAND_FIND_PREVIOUS, 0, 0, 0},
    {IN(FIND) | IN(NAME), KEYS_ENTER, COMMAND_ACCEPT, 0, "take it", "end the typing and stay"},
    {IN(FIND) | IN(NAME), KEYS_ERASE, COMMAND_ERASE_LEFT, 0, 0, "remove the last character"},
    {IN(FIND) | IN(NAME), CONTROL('H'), COMMAND_ERASE_LEFT, 0, 0, 0},
    {IN(FIND) | IN(NAME) | IN(ANSWER), CONTROL('U'), COMMAND_CUT_LINE, 0, "clear",
     "remove all that was typed"},
    {PANES_DIALOG, KEYS_ESC, COMMAND_CANCEL, 0, "leave", "leave, nothing is changed"},
    {PANES_DIALOG, CONTROL('C'), COMMAND_CANCEL, 0, 0, 0},
    {PANES_DIALOG, CONTROL('G'), COMMAND_CANCEL, 0, 0, 0},
    {IN(ASK), 'y', COMMAND_YES, 0, "yes", "yes"},
    {IN(ASK), 'n', COMMAND_NO, 0, "no", "no"},

    /* ---- everywhere else */
    {PAD & ~IN(HELP), CONTROL('S'), COMMAND_SAVE, 'w', "save", "save the Dockerfile"},
    {NO_DIALOG, CONTROL('G'), COMMAND_MENU, 0, 0, "the menu: every command with its letter"},
    {NO_DIALOG, KEYS_F1 + 9, COMMAND_MENU, 0, 0, 0},
    {NO_DIALOG, CONTROL('Z'), COMMAND_SUSPEND, 0, 0, "back to the shell; fg returns"},
    {PANES_ALL, CONTROL('L'), COMMAND_REDRAW, 0, 0, "paint everything again"},
    {PAD, 0, COMMAND_GRID, 'g', "grid", "the nine forms of a pair, for this image"},
    {PAD, 0, COMMAND_EXPLAIN, 'e', "explain", "the steps as sentences"},
    {PAD, 0, COMMAND_MERGE, 'm', "merge", "the merge, step by step"},
    {PAD, 0, COMMAND_COMPARE, 'c', "compare", "two Dockerfiles or two lines side by side"},
    {PAD | IN(HOME), 0, COMMAND_EXAMPLES, 'x', "examples", "the classic pairs, to load"},
    {PAD, 0, COMMAND_PREDICT, 'p', "predict", "say what runs before it is shown"},
    {PAD, 0, COMMAND_TRIED, 'b', "tried before", "the lines tried before, with their results"},
    {PAD, 0, COMMAND_NOTES, 'n', "notes", "the notes, each in full"},
    {PAD, 0, COMMAND_UNDO, 'u', "undo", "take the last change back"},
    {PAD, 0, COMMAND_REDO, 'r', "redo", "do it again"},
    {PAD, 0, COMMAND_FIND, 'f', "find", "search in the Dockerfile"},
    {PAD, 0, COMMAND_GO_LINE, 'j', "jump", "jump to a line by its number"},
    {PAD | IN(HOME), 0, COMMAND_OPEN, 'o', "open", "open a Dockerfile"},
    {PAD, 0, COMMAND_SAVE_AS, 'a', "save as", "save the Dockerfile as another file"},
    {PAD, 0, COMMAND_EXTERNAL, 'v', "$EDITOR", "edit the Dockerfile in $EDITOR"},
    {PAD, 0, COMMAND_SHARE, 'y', "share", "share: the situation as text to copy"},
    {OPENED | IN(HOME), 0, COMMAND_SCRATCHPAD, 's', 0, "the scratchpad"},
    {PAD, 0, COMMAND_HOME, 'h', "home", "the first screen"},
    {READ & ~IN(HELP), '?', COMMAND_HELP, '?', 0, "help"},
    {PANES_TEXT & ~(IN(FIND) | IN(NAME)), KEYS_F1, COMMAND_HELP, '?', 0, "help"},
    {READ & ~IN(HELP), KEYS_F1, COMMAND_HELP, 0, 0, 0},
    {NO_DIALOG, 0, COMMAND_QUIT, 'q', "quit", "leave pairing"},
};

const size_t keymap_len = sizeof keymap / sizeof *keymap;

const struct keymap_row *keymap_find(enum pane pane, uint32_t key)
{
    for (size_t i = 0; key && i < keymap_len; i++)
        if (keymap[i].key == key && keymap[i].panes >> pane & 1)
            return &keymap[i];
    return NULL;
}

const struct keymap_row *keymap_letter(enum pane pane, char letter)
{
    for (size_t i = 0; letter && i < keymap_len; i++)
        if (keymap[i].letter == letter && keymap[i].panes >> pane & 1)
            return &keymap[i];
    return NULL;
}

/* The columns of an item with the two blanks in front of it. */
static unsigned item_columns(const struct footer_item *item)
{
    return (unsigned)(2 + strlen(item->key) + (*item->words ? 1 : 0) + strlen(item->words));
}

/* Adds the items of one kind as far as they fit; *used counts columns. */
static size_t add_items(enum pane pane, bool menu, unsigned columns, unsigned *used,
                        struct footer_item *items, size_t max)
{
    size_t n = 0;
    for (size_t i = 0; i < keymap_len && n < max; i++) {
        const struct keymap_row *row = &keymap[i];
        bool by_letter = !row->key && row->letter;
        if (!(row->panes >> pane & 1) || !row->footer || by_letter != menu)
            continue;
        struct footer_item item = {.words = row->footer, .menu = menu};
        if (menu)
            item.key[0] = row->letter;
        else
            key_words(row->key, item.key);
        if (*used + item_columns(&item) > columns)
            break;
        *used += item_columns(&item);
        items[n++] = item;
    }
    return n;
}

size_t keymap_footer(enum pane pane, unsigned columns, struct footer_item *items, size_t max)
{
    /* Two blanks stand in front of an item, but for the first: one, and the first letter: one,
     * behind the words, which have two in front of them. Room is kept for these words and for help.
     */
    const struct keymap_row *help = keymap_letter(pane, '?');
    bool letters = help && help->key != '?';
    unsigned used = (help ? 3 : 0) + (letters ? (unsigned)sizeof FOOTER_MENU : 0);
    columns++;
    if (!max || columns < used)
        return 0;
    size_t n = add_items(pane, false, columns, &used, items, max - 1);
    if (letters)
        n += add_items(pane, true, columns, &used, items + n, max - 1 - n);
    if (help)
        items[n++] = (struct footer_item){.key = "?", .words = "", .menu = letters};
    return n;
}
