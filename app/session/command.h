/* Commands: what a person can want. Keys, menu letters and lines of line mode become commands;
 * commands change the session. And panes: where a key is pressed. */
#ifndef APP_SESSION_COMMAND_H
#define APP_SESSION_COMMAND_H

/* clang-format off */
#define COMMANDS(X)                                                                                \
    X(NONE)                                                                                        \
    /* everywhere */                                                                               \
    X(MENU) X(HELP) X(QUIT) X(SUSPEND) X(REDRAW) X(BACK) X(NEXT_PART) X(PREVIOUS_PART)             \
    /* lists and pages that are read */                                                            \
    X(ROW_UP) X(ROW_DOWN) X(ROW_LEFT) X(ROW_RIGHT) X(PAGE_UP) X(PAGE_DOWN) X(FIRST) X(LAST)        \
    X(CHOOSE)                                                                                      \
    /* where one goes */                                                                           \
    X(HOME) X(SCRATCHPAD) X(GRID) X(MERGE) X(EXPLAIN) X(COMPARE) X(EXAMPLES) X(PREDICT) X(TRIED)   \
    X(NOTES) X(TOWER) X(SURFACE) X(DESIGN)                                                         \
    /* the course */                                                                               \
    X(LESSON) X(TEXT) X(CHECK) X(HINT) X(SHOW_ANSWER) X(START_OVER) X(NEXT) X(PREVIOUS) X(MORE)    \
    X(REVIEW)                                                                                      \
    X(SEARCH) X(PROGRESS) X(FILTER) X(RESET_ONE) X(RESET_ALL) X(UNDO_RESET)                        \
    X(SURE_1) X(SURE_2) X(SURE_3) X(SURE_NOT)                                                      \
    /* files and sharing */                                                                        \
    X(OPEN) X(SAVE) X(SAVE_AS) X(EXTERNAL) X(SHARE) X(SHARE_LINE) X(SHARE_BLOCK) X(SHARE_WRITE)    \
    /* the editor */                                                                               \
    X(LEFT) X(RIGHT) X(UP) X(DOWN) X(WORD_LEFT) X(WORD_RIGHT) X(LINE_START) X(LINE_END) X(TOP)     \
    X(BOTTOM) X(NEWLINE) X(ERASE_LEFT) X(ERASE_RIGHT) X(ERASE_WORD_LEFT) X(ERASE_WORD_RIGHT)       \
    X(CUT_LINE) X(CUT_REST) X(PUT_BACK) X(TAKE) X(UNDO) X(REDO) X(FIND) X(FIND_BACK) X(GO_LINE)            \
    /* a search or a question that is being typed */                                               \
    X(FIND_NEXT) X(FIND_PREVIOUS) X(ACCEPT) X(CANCEL) X(YES) X(NO)                                 \
    /* the steps of the merge */                                                                   \
    X(STEP_ON) X(STEP_BACK)                                                                        \
    /* the line editor's own; in the table to be shown in footers and help */                      \
    X(LINE_COMPLETE) X(LINE_HISTORY) X(LINE_RECALL) X(LINE_TRY) X(LINE_CLEAR)
/* clang-format on */

#define COMMAND_ID(name) COMMAND_##name,
enum command { COMMANDS(COMMAND_ID) COMMAND_COUNT };
#undef COMMAND_ID

enum pane {
    PANE_EDITOR, /* the Dockerfile */
    PANE_LINE,   /* the run line */
    PANE_RESULT, /* what runs, and below it */
    PANE_NOTES,  /* the list of notes, and one of them in full */
    PANE_GRID,
    PANE_MERGE,
    PANE_EXPLAIN,
    PANE_COMPARE,
    PANE_EXAMPLES,
    PANE_TRIED, /* lines tried before */
    PANE_SHARE, /* the situation as text for others */
    PANE_HELP,
    PANE_MENU, /* after ^G; a letter is a command */
    PANE_HOME,
    PANE_ANSWER, /* a prediction is being typed */
    PANE_FIND,   /* what to search for is being typed */
    PANE_NAME,   /* the name of a file, or a number of a line, is being typed */
    PANE_ASK,    /* a question: yes or no */
    /* the course */
    PANE_TASK,     /* what an exercise wants, and the images that it gives */
    PANE_CHECKS,   /* what is to hold, what holds, what happened */
    PANE_SAY,      /* answers being typed, one for each thing that is asked */
    PANE_TEXT,     /* the page of a lesson */
    PANE_END,      /* behind its last exercise */
    PANE_SEARCH,   /* a word being typed, and where it stands */
    PANE_PROGRESS, /* all exercises with their states */
    PANE_RULE,     /* what a rule says */
    PANE_SURE,     /* "how sure are you?" */
    /* more pages */
    PANE_TOWER,    /* the image built up: base, stage, child */
    PANE_SURFACE,  /* who can change what */
    PANE_DESIGN,   /* wished run lines, being typed */
    PANE_PROPOSAL, /* beside them: the pair that gives them */
    PANE_COUNT,
};

#endif
