/* The table of keys, and looking things up in it. In: a pane and a key. Out: a command. See
 * keymap.h. */
#include "app/screen/keymap.h"

#include "app/ground/words.h"

#include <stdio.h>

/* Sets of panes: pages of both desks, and those of the scratchpad alone; */
#define PAGES     (IN(GRID) | IN(MERGE) | IN(EXPLAIN) | IN(TOWER) | IN(SURFACE) | IN(HELP))
#define PAD_PAGES (IN(COMPARE) | IN(EXAMPLES) | IN(TRIED) | IN(SHARE))
#define OPENED    (PAGES | PAD_PAGES)
/* the panes of the scratchpad, from which its menu is opened; */
#define PAD                                                                                        \
    (IN(EDITOR) | IN(LINE) | IN(RESULT) | IN(NOTES) | IN(ANSWER) | IN(DESIGN) | IN(PROPOSAL) |     \
     OPENED)
/* the parts of an exercise, and of the course all that has a menu; */
#define EXERCISE     (IN(EDITOR) | IN(LINE) | IN(SAY) | IN(CHECKS) | IN(TASK))
#define COURSE_PAGES (IN(HOME) | IN(TEXT) | IN(END) | IN(SEARCH) | IN(PROGRESS) | IN(RULE))
#define COURSE       (EXERCISE | COURSE_PAGES | PAGES)
/* parts that take turns, and what is read. */
#define PARTS (IN(EDITOR) | IN(LINE) | IN(RESULT) | IN(NOTES) | IN(SAY) | IN(CHECKS) | IN(TASK))
#define LISTS                                                                                      \
    (IN(RESULT) | IN(NOTES) | IN(CHECKS) | IN(TASK) | IN(HOME) | IN(TEXT) | IN(END) |              \
     IN(PROGRESS) | IN(RULE) | IN(PROPOSAL) | (OPENED & ~IN(MERGE)))
#define CHOICES   (IN(NOTES) | IN(EXAMPLES) | IN(TRIED) | IN(HOME) | IN(PROGRESS))
#define READ      (LISTS | IN(MERGE))
#define NO_DIALOG (PANES_ALL & ~PANES_DIALOG)
/* where a text of several lines is typed; and the two parts of a design. */
#define TYPED  (IN(EDITOR) | IN(DESIGN))
#define WISHED (IN(DESIGN) | IN(PROPOSAL))

/* The order is that of footers and of the help: what one wants most comes first. */
const struct keymap_row keymap[] = {
    /* ---- wishes and what gives them */
    {WISHED, CONTROL('S'), COMMAND_TAKE, 'w', "take", "these lines into the Dockerfile"},
    {IN(DESIGN), CONTROL('O'), COMMAND_NEXT_PART, 0, "pair", "to the pair, to read on in it"},
    {IN(PROPOSAL), CONTROL('O'), COMMAND_NEXT_PART, 0, "wishes", "back to the wishes"},
    {WISHED, KEYS_TAB, COMMAND_NEXT_PART, 0, 0, 0},
    {WISHED, KEYS_F1 + 5, COMMAND_NEXT_PART, 0, 0, 0},
    {WISHED, KEYS_BACKTAB, COMMAND_PREVIOUS_PART, 0, 0, "go back to the part before"},
    {IN(DESIGN), KEYS_ESC, COMMAND_BACK, 0, "back", "back to where you came from"},

    /* ---- the editor */
    {TYPED, KEYS_LEFT, COMMAND_LEFT, 0, 0, "one character to the left"},
    {TYPED, CONTROL('B'), COMMAND_LEFT, 0, 0, 0},
    {TYPED, KEYS_RIGHT, COMMAND_RIGHT, 0, 0, "one character to the right"},
    {TYPED, CONTROL('F'), COMMAND_RIGHT, 0, 0, 0},
    {TYPED, KEYS_UP, COMMAND_UP, 0, 0, "a line up"},
    {TYPED, CONTROL('P'), COMMAND_UP, 0, 0, 0},
    {TYPED, KEYS_DOWN, COMMAND_DOWN, 0, 0, "a line down"},
    {TYPED, CONTROL('N'), COMMAND_DOWN, 0, 0, 0},
    {TYPED, KEYS_LEFT | KEYS_CTRL, COMMAND_WORD_LEFT, 0, 0, "a word to the left"},
    {TYPED, META('b'), COMMAND_WORD_LEFT, 0, 0, 0},
    {TYPED, KEYS_RIGHT | KEYS_CTRL, COMMAND_WORD_RIGHT, 0, 0, "a word to the right"},
    {TYPED, META('f'), COMMAND_WORD_RIGHT, 0, 0, 0},
    {TYPED, KEYS_HOME, COMMAND_LINE_START, 0, 0, "the start of the line"},
    {TYPED, CONTROL('A'), COMMAND_LINE_START, 0, 0, 0},
    {TYPED, KEYS_END, COMMAND_LINE_END, 0, 0, "the end of the line"},
    {TYPED, CONTROL('E'), COMMAND_LINE_END, 0, 0, 0},
    {TYPED, KEYS_HOME | KEYS_CTRL, COMMAND_TOP, 0, 0, "the first line"},
    {TYPED, META('<'), COMMAND_TOP, 0, 0, 0},
    {TYPED, KEYS_END | KEYS_CTRL, COMMAND_BOTTOM, 0, 0, "the end of the text"},
    {TYPED, META('>'), COMMAND_BOTTOM, 0, 0, 0},
    {TYPED, KEYS_ENTER, COMMAND_NEWLINE, 0, 0, "a new line"},
    {TYPED, CONTROL('J'), COMMAND_NEWLINE, 0, 0, 0},
    {TYPED, KEYS_ERASE, COMMAND_ERASE_LEFT, 0, 0, "remove the character to the left"},
    {TYPED, CONTROL('H'), COMMAND_ERASE_LEFT, 0, 0, 0},
    {TYPED, KEYS_DELETE, COMMAND_ERASE_RIGHT, 0, 0, "remove the character under the cursor"},
    {TYPED, CONTROL('D'), COMMAND_ERASE_RIGHT, 0, 0, 0},
    {TYPED, CONTROL('W'), COMMAND_ERASE_WORD_LEFT, 0, 0, "remove the word to the left"},
    {TYPED, KEYS_ERASE | KEYS_ALT, COMMAND_ERASE_WORD_LEFT, 0, 0, 0},
    {TYPED, META('d'), COMMAND_ERASE_WORD_RIGHT, 0, 0, "remove the word to the right"},
    {TYPED, CONTROL('U'), COMMAND_CUT_LINE, 0, "cut line", "cut the line", ON_PAD},
    {TYPED, CONTROL('U'), COMMAND_CUT_LINE, 0, 0, "cut the line", ON_COURSE},
    {TYPED, CONTROL('K'), COMMAND_CUT_REST, 0, 0, "cut the rest of the line"},
    {TYPED, CONTROL('Y'), COMMAND_PUT_BACK, 0, "put back", "put back what was cut", ON_PAD},
    {TYPED, CONTROL('Y'), COMMAND_PUT_BACK, 0, 0, "put back what was cut", ON_COURSE},
    {TYPED, CONTROL('_'), COMMAND_UNDO, 0, "undo", "take the last change back", ON_PAD},
    {TYPED, CONTROL('_'), COMMAND_UNDO, 0, 0, "take the last change back", ON_COURSE},
    {TYPED, META('u'), COMMAND_UNDO, 0, 0, 0},
    {TYPED, META('r'), COMMAND_REDO, 0, 0, "do it again"},
    {TYPED, META('e'), COMMAND_REDO, 0, 0, 0},
    {IN(EDITOR), CONTROL('T'), COMMAND_FIND, 0, "find", "search downwards", ON_PAD},
    {IN(EDITOR), CONTROL('T'), COMMAND_FIND, 0, 0, "search downwards", ON_COURSE},
    {IN(EDITOR), CONTROL('R'), COMMAND_FIND_BACK, 0, 0, "search upwards"},
    {IN(EDITOR), META('g'), COMMAND_GO_LINE, 0, 0, "jump to a line by its number"},
    {TYPED, CONTROL('C'), COMMAND_CANCEL, 0, 0, "take a message away"},

    /* ---- an exercise */
    {IN(SAY), KEYS_ENTER, COMMAND_ACCEPT, 0, "answer", "this is my answer"},
    {IN(CHECKS) | IN(TASK), KEYS_ENTER, COMMAND_CHOOSE, 0, "go on",
     "go on: to the answer, or behind a pass to the next", ON_COURSE | ON_START},
    {EXERCISE, CONTROL('S'), COMMAND_CHECK, 'c', "check", "check it; behind a pass: go on",
     ON_COURSE},
    {IN(SAY) | IN(CHECKS), CONTROL('S'), COMMAND_CHECK, 'c', 0, "this is my answer", ON_START},
    {IN(SAY), KEYS_UP, COMMAND_ROW_UP, 0, 0, "the answer above"},
    {IN(SAY), KEYS_DOWN, COMMAND_ROW_DOWN, 0, 0, "the answer below"},
    {IN(SAY), KEYS_ERASE, COMMAND_ERASE_LEFT, 0, 0, "remove the last character"},
    {IN(SAY), CONTROL('H'), COMMAND_ERASE_LEFT, 0, 0, 0},
    {IN(SURE), '1', COMMAND_SURE_1, 0, "a guess", "a guess"},
    {IN(SURE), '2', COMMAND_SURE_2, 0, "fairly sure", "fairly sure"},
    {IN(SURE), '3', COMMAND_SURE_3, 0, "certain", "certain"},
    {IN(SURE), KEYS_ENTER, COMMAND_SURE_NOT, 0, "skip", "answer without saying"},
    {IN(SURE), KEYS_ESC, COMMAND_CANCEL, 0, "change it", "back to the answer"},

    /* ---- everywhere, or in several panes */
    {PARTS, CONTROL('O'), COMMAND_NEXT_PART, 0, "other part", "go on to the next part", ON_BOTH},
    {OPENED | IN(HOME) | IN(ANSWER) | IN(TEXT), CONTROL('O'), COMMAND_NEXT_PART, 0, 0, 0},
    {PARTS & ~IN(LINE), KEYS_TAB, COMMAND_NEXT_PART, 0, 0, 0},
    {PARTS, KEYS_F1 + 5, COMMAND_NEXT_PART, 0, 0, 0},
    {PARTS, KEYS_BACKTAB, COMMAND_PREVIOUS_PART, 0, 0, "go back to the part before"},

    /* ---- the line: libedit's keys, named here to be shown */
    {IN(LINE), KEYS_TAB, COMMAND_LINE_COMPLETE, 0, "complete", "complete the word"},
    {IN(LINE), CONTROL('R'), COMMAND_LINE_HISTORY, 0, "history",
     "search in the lines tried before"},
    {IN(LINE), KEYS_UP, COMMAND_LINE_RECALL, 0, 0, "the line tried before"},
    {IN(LINE), KEYS_DOWN, COMMAND_LINE_RECALL, 0, 0, "the line tried after it"},
    {IN(LINE), KEYS_ENTER, COMMAND_LINE_TRY, 0, 0, "keep the line among those that were tried",
     ON_PAD},
    {IN(LINE), KEYS_ENTER, COMMAND_LINE_TRY, 0, 0, "check the line", ON_COURSE},
    {IN(LINE), CONTROL('C'), COMMAND_LINE_CLEAR, 0, 0, "clear the line"},

    /* ---- home and progress of the course */
    {IN(HOME) | IN(PROGRESS), KEYS_ENTER, COMMAND_CHOOSE, 0, "open",
     "open what the cursor stands on"},
    {IN(PROGRESS), 'q', COMMAND_BACK, 0, 0, "back to where you came from"},
    {IN(PROGRESS), KEYS_ESC, COMMAND_BACK, 0, "back", 0},
    {IN(PROGRESS), 'f', COMMAND_FILTER, 0, "filter", "show all, what is open, due, done"},
    {IN(HOME) | IN(PROGRESS), '/', COMMAND_SEARCH, 0, "search",
     "search: a word, a rule, an error message", ON_COURSE},
    {IN(HOME), 's', COMMAND_SCRATCHPAD, 0, "scratchpad", "the scratchpad", ON_COURSE},
    {IN(HOME), 'p', COMMAND_PROGRESS, 0, "progress", "every exercise with its state", ON_COURSE},
    {IN(HOME), 'd', COMMAND_FILTER, 0, "what is open", "the exercises that are open", ON_COURSE},
    {IN(HOME), 'v', COMMAND_REVIEW, 0, "review", "what is due for review", ON_COURSE},
    {IN(PROGRESS), 'r', COMMAND_RESET_ONE, 0, "forget", "forget what was done of this exercise"},
    {IN(PROGRESS), 'u', COMMAND_UNDO_RESET, 0, "bring back", "bring back what was forgotten"},
    {IN(PROGRESS), 'R', COMMAND_RESET_ALL, 0, "forget all", "forget all that was done"},
    {IN(HOME), KEYS_LEFT, COMMAND_ROW_LEFT, 0, 0, "the column on the left", ON_COURSE},
    {IN(HOME), KEYS_RIGHT, COMMAND_ROW_RIGHT, 0, 0, "the column on the right", ON_COURSE},

    /* ---- lists, and pages to read */
    {LISTS, KEYS_UP, COMMAND_ROW_UP, 0, 0, "a row up"},
    {LISTS, 'k', COMMAND_ROW_UP, 0, 0, 0},
    {LISTS, KEYS_DOWN, COMMAND_ROW_DOWN, 0, 0, "a row down"},
    {LISTS, 'j', COMMAND_ROW_DOWN, 0, 0, 0},
    {LISTS | TYPED, KEYS_PAGE_UP, COMMAND_PAGE_UP, 0, 0, "a page up"},
    {LISTS | TYPED, KEYS_PAGE_DOWN, COMMAND_PAGE_DOWN, 0, 0, "a page down"},
    {LISTS, KEYS_HOME, COMMAND_FIRST, 0, 0, "the first row"},
    {LISTS, KEYS_END, COMMAND_LAST, 0, 0, "the last row"},
    {CHOICES & ~(IN(HOME) | IN(PROGRESS)), KEYS_ENTER, COMMAND_CHOOSE, 0, "open",
     "open what the cursor stands on"},
    {IN(SEARCH), KEYS_ENTER, COMMAND_CHOOSE, 0, "open", "open what the cursor stands on"},
    {IN(TEXT) | IN(END), KEYS_ENTER, COMMAND_CHOOSE, 0, "go on", "go on to what comes next"},
    {READ & ~IN(PROGRESS), 'q', COMMAND_BACK, 0, 0, "back to where you came from"},
    {READ & ~(IN(HOME) | IN(PROGRESS) | IN(CHECKS) | IN(TASK)), KEYS_ESC, COMMAND_BACK, 0, "back",
     0},
    {IN(CHECKS) | IN(TASK), KEYS_ESC, COMMAND_BACK, 0, 0, 0},
    {IN(HOME), KEYS_ESC, COMMAND_BACK, 0, "back", 0, ON_PAD},
    {IN(HOME), KEYS_ESC, COMMAND_CANCEL, 0, 0, 0, ON_COURSE}, /* one Esc too many ends nothing */
    {LISTS | TYPED, KEYS_WHEEL_UP, COMMAND_ROW_UP, 0, 0, 0},
    {LISTS | TYPED, KEYS_WHEEL_DOWN, COMMAND_ROW_DOWN, 0, 0, 0},
    {IN(TEXT) | IN(TASK) | IN(CHECKS) | IN(END) | IN(RULE) | (PAGES & ~IN(MERGE)), ' ',
     COMMAND_PAGE_DOWN, 0, 0, 0},
    {IN(TEXT) | IN(END), 's', COMMAND_SCRATCHPAD, 0, "try the example",
     "the last example, in the scratchpad"},
    {IN(END), 'm', COMMAND_MORE, 0, "more practice", "the exercises beside the hour's path"},
    {IN(TEXT) | IN(END), 'n', COMMAND_NEXT, 0, 0, "what comes next"},
    {IN(TEXT) | IN(END), 'p', COMMAND_PREVIOUS, 0, 0, "what came before"},
    {IN(SEARCH), KEYS_UP, COMMAND_ROW_UP, 0, 0, "a row up"},
    {IN(SEARCH), KEYS_DOWN, COMMAND_ROW_DOWN, 0, 0, "a row down"},
    {IN(SEARCH), KEYS_PAGE_UP, COMMAND_PAGE_UP, 0, 0, "a page up"},
    {IN(SEARCH), KEYS_PAGE_DOWN, COMMAND_PAGE_DOWN, 0, 0, "a page down"},
    {IN(SEARCH), KEYS_ERASE, COMMAND_ERASE_LEFT, 0, 0, "remove the last character"},
    {IN(SEARCH), CONTROL('H'), COMMAND_ERASE_LEFT, 0, 0, 0},
    {IN(SEARCH), KEYS_ESC, COMMAND_BACK, 0, "back", "back to where you came from"},
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
    {IN(SAY), CONTROL('U'), COMMAND_CUT_LINE, 0, 0, "remove all that was typed"},
    {IN(FIND) | IN(NAME) | IN(ANSWER) | IN(SEARCH), CONTROL('U'), COMMAND_CUT_LINE, 0, "clear",
     "remove all that was typed"},
    {PANES_DIALOG & ~IN(SURE), KEYS_ESC, COMMAND_CANCEL, 0, "leave", "leave, nothing is changed"},
    {PANES_DIALOG, CONTROL('C'), COMMAND_CANCEL, 0, 0, 0},
    {PANES_DIALOG, CONTROL('G'), COMMAND_CANCEL, 0, 0, 0},
    {IN(ASK), 'y', COMMAND_YES, 0, "yes", "yes"},
    {IN(ASK), 'n', COMMAND_NO, 0, "no", "no"},

    /* ---- everywhere else */
    {PAD & ~(IN(HELP) | WISHED), CONTROL('S'), COMMAND_SAVE, 'w', "save", "save the Dockerfile",
     ON_PAD},
    {NO_DIALOG, CONTROL('G'), COMMAND_MENU, 0, 0, "the menu: every command with its letter"},
    {NO_DIALOG, KEYS_F1 + 9, COMMAND_MENU, 0, 0, 0},
    {NO_DIALOG, CONTROL('Z'), COMMAND_SUSPEND, 0, 0, "back to the shell; fg returns"},
    {PANES_ALL, CONTROL('L'), COMMAND_REDRAW, 0, 0, "paint everything again"},
    {IN(SAY), 0, COMMAND_SHOW_ANSWER, 'h', "no idea, show me", "no idea: show me what runs",
     ON_START},
    {EXERCISE, 0, COMMAND_HINT, 'h', "hint", "a hint: nudge, rule, example", ON_COURSE},
    {EXERCISE | PAGES | WISHED, 0, COMMAND_TEXT, 't', "text", "the page of this lesson", ON_COURSE},
    {EXERCISE | PAGES | COURSE_PAGES | WISHED, 0, COMMAND_SCRATCHPAD, 's', "scratchpad",
     "this in the scratchpad", ON_COURSE},
    {IN(SAY) | IN(CHECKS), 0, COMMAND_SCRATCHPAD, 's', "scratchpad", "the scratchpad", ON_START},
    {EXERCISE, 0, COMMAND_START_OVER, 'r', "start over", "the lines at the start again", ON_COURSE},
    {EXERCISE, 0, COMMAND_SHOW_ANSWER, 'a', "answer", "show the model answer", ON_COURSE},
    {EXERCISE, 0, COMMAND_NEXT, 'n', "next", "the next exercise", ON_COURSE},
    {EXERCISE, 0, COMMAND_PREVIOUS, 'b', "before", "the exercise before", ON_COURSE},
    {(COURSE | WISHED) & ~IN(HOME), 0, COMMAND_HOME, 'l', "lessons", "home: all lessons",
     ON_COURSE | ON_START},
    {COURSE & ~IN(SEARCH), 0, COMMAND_SEARCH, '/', 0, "search lessons, rules, error messages",
     ON_COURSE},
    {COURSE & ~IN(PROGRESS), 0, COMMAND_PROGRESS, 'p', 0, "every exercise with its state",
     ON_COURSE},
    {PAD | EXERCISE, 0, COMMAND_GRID, 'g', "grid", "the nine forms of a pair, for this image",
     ON_BOTH},
    {PAD | EXERCISE, 0, COMMAND_EXPLAIN, 'e', "explain", "the steps as sentences", ON_BOTH},
    {PAD | EXERCISE, 0, COMMAND_MERGE, 'm', "merge", "the merge, step by step", ON_BOTH},
    {PAD, 0, COMMAND_COMPARE, 'c', "compare", "two Dockerfiles or two lines side by side", ON_PAD},
    {PAD | IN(HOME), 0, COMMAND_EXAMPLES, 'x', "examples", "the classic pairs, to load", ON_PAD},
    {PAD, 0, COMMAND_PREDICT, 'p', "predict", "say what runs before it is shown", ON_PAD},
    {PAD | EXERCISE, 0, COMMAND_SURFACE, 'k', "who may", "who can change what", ON_BOTH},
    {PAD | EXERCISE, 0, COMMAND_TOWER, 'i', "image", "the image built up: base, stages, child",
     ON_BOTH},
    {PAD | EXERCISE, 0, COMMAND_DESIGN, 'd', "design", "from wished lines to a pair", ON_BOTH},
    {PAD, 0, COMMAND_TRIED, 'b', "tried before", "the lines tried before, with their results",
     ON_PAD},
    {PAD, 0, COMMAND_NOTES, 'n', "notes", "the notes, each in full", ON_PAD},
    {PAD, 0, COMMAND_UNDO, 'u', "undo", "take the last change back"},
    {PAD, 0, COMMAND_REDO, 'r', "redo", "do it again", ON_PAD},
    {PAD, 0, COMMAND_FIND, 'f', "find", "search in the Dockerfile"},
    {PAD, 0, COMMAND_GO_LINE, 'j', "jump", "jump to a line by its number"},
    {PAD | IN(HOME), 0, COMMAND_OPEN, 'o', "open", "open a Dockerfile", ON_PAD},
    {PAD, 0, COMMAND_SAVE_AS, 'a', "save as", "save the Dockerfile as another file", ON_PAD},
    {PAD, 0, COMMAND_EXTERNAL, 'v', "$EDITOR", "edit the Dockerfile in $EDITOR"},
    {PAD, 0, COMMAND_SHARE, 'y', "share", "share: the situation as text to copy", ON_PAD},
    {OPENED | IN(HOME) | WISHED, 0, COMMAND_SCRATCHPAD, 's', 0, "the scratchpad", ON_PAD},
    {PAD, 0, COMMAND_LESSON, 'l', "lesson", "the course, as you left it", ON_PAD},
    {PAD, 0, COMMAND_HOME, 'h', "home", "the first screen", ON_PAD},
    {READ & ~IN(HELP), '?', COMMAND_HELP, '?', 0, "help"},
    {PANES_TEXT & ~(IN(FIND) | IN(NAME)), KEYS_F1, COMMAND_HELP, '?', 0, "help"},
    {READ & ~IN(HELP), KEYS_F1, COMMAND_HELP, 0, 0, 0},
    {NO_DIALOG, 0, COMMAND_QUIT, 'q', "quit", "leave pairing"},
};

const size_t keymap_len = sizeof keymap / sizeof *keymap;

const struct keymap_row *keymap_find(enum pane pane, unsigned desk, uint32_t key)
{
    for (size_t i = 0; key && i < keymap_len; i++)
        if (keymap[i].key == key && keymap_counts(&keymap[i], pane, desk))
            return &keymap[i];
    return NULL;
}

const struct keymap_row *keymap_letter(enum pane pane, unsigned desk, char letter)
{
    for (size_t i = 0; letter && i < keymap_len; i++)
        if (keymap[i].letter == letter && keymap_counts(&keymap[i], pane, desk))
            return &keymap[i];
    return NULL;
}

/* The columns of an item with the two blanks in front of it. */
static unsigned item_columns(const struct footer_item *item)
{
    return (unsigned)(2 + strlen(item->key) + (*item->words ? 1 : 0) + strlen(item->words));
}

/* Adds the items of one kind as far as they fit; *used counts columns. */
static size_t add_items(enum pane pane, unsigned desk, bool menu, unsigned columns, unsigned *used,
                        struct footer_item *items, size_t max)
{
    size_t n = 0;
    for (size_t i = 0; i < keymap_len && n < max; i++) {
        const struct keymap_row *row = &keymap[i];
        bool by_letter = !row->key && row->letter;
        if (!keymap_counts(row, pane, desk) || !row->footer || by_letter != menu)
            continue;
        struct footer_item item = {.words = words_text(row->footer), .menu = menu};
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

size_t keymap_footer(enum pane pane, unsigned desk, unsigned columns, struct footer_item *items,
                     size_t max)
{
    /* Two blanks stand in front of an item, but for the first: one, and the first letter: one,
     * behind the words, which have two in front of them. Room is kept for these words and for help.
     */
    /* In the parts of an exercise that are read the letters are those of its other parts. */
    const struct keymap_row *help = keymap_letter(pane, desk, '?');
    bool read = IN(CHECKS) >> pane & 1 || IN(TASK) >> pane & 1;
    bool letters = help && (help->key != '?' || read);
    unsigned used = (help ? 3 : 0) + (letters ? (unsigned)sizeof FOOTER_MENU : 0);
    columns++;
    if (!max || columns < used)
        return 0;
    size_t n = add_items(pane, desk, false, columns, &used, items, max - 1);
    if (letters)
        n += add_items(pane, desk, true, columns, &used, items + n, max - 1 - n);
    if (help)
        items[n++] = (struct footer_item){.key = "?", .words = "", .menu = letters};
    return n;
}
