/* The sentences: id and values in, text out. The only place where the program's own prose stands,
 * so that a translation is a second table and nothing else.
 *
 * A sentence is a template with {names}. The value of a name is put in
 *
 *     {word}     as it stands, made printable, cut after 60 columns
 *     {word:w}   whole: for what is to be copied, such as a line to type, with its line ends
 *     {word:q}   as a JSON string, "--port 80"
 *     {word:s}   as a shell would have to be given it, '--port 80'
 *     {number}   spelled out up to twelve; of two templates the one for that number is taken
 *     {line} {exit}  in digits
 *     {at}       ", line 4," where there is a line, else nothing
 *
 * Where a template names a value that is empty, the row's plain template takes its place. A result
 * has one to three lines with '\n' between them and none at the end, no control character else, and
 * lives in the arena. Where it holds only values of ours it is at most 80 columns wide. */
#ifndef APP_GROUND_WORDS_H
#define APP_GROUND_WORDS_H

#include "sim/sim.h"

/* What a sentence may name. Leave out what it does not name. */
struct words_args {
    struct slice word, other; /* see the row; for findings, finding.word and finding.other */
    struct slice file, image;
    uint32_t number, line; /* line 0: no line */
    int exit;
};

/* Sentences that belong together stand in one line. */
/* clang-format off */
#define WORDS(X) \
    /* labels, at most 8 columns */ \
    X(LABEL_PID1)        /* PID 1 */ \
    X(LABEL_FIXED)       /* fixed */ \
    X(LABEL_ANYONE)      /* anyone */ \
    X(LABEL_OPTION)      /* option: the words of this line's --entrypoint */ \
    X(LABEL_UNKNOWN)     /* unknown */ \
    X(LABEL_ASSUMED)     /* assumed */ \
    X(LABEL_NOTE)        /* note */ \
    X(LABEL_WARNING)     /* warning */ \
    X(LABEL_NONE)        /* none */ \
    /* places */ \
    X(AT_LINE)           /* {at} itself: ", line 4," */ \
    X(PLACE_FILE)        /* Dockerfile:4, from file and line */ \
    X(PLACE_TYPED)       /* typed here */ \
    X(PLACE_BASE)        /* from the image {image} */ \
    X(PLACE_DEFAULT)     /* Docker's default */ \
    /* who can change what */ \
    X(SURFACE_FIXED)     /* only --entrypoint can change it */ \
    X(SURFACE_ANYONE)    /* every caller may put other words here */ \
    X(SURFACE_OPTION)    /* --entrypoint on this line gave it */ \
    X(SURFACE_REPLACES)  /* replaces CMD, file:line: other, the old words quoted for a shell; \
                            without file and line: replaces CMD: other */ \
    X(SURFACE_DROPPED)   /* CMD is out of force, other its words (--entrypoint) */ \
    X(SURFACE_ANYTHING)  /* no ENTRYPOINT: whoever runs image decides what runs */ \
    X(SURFACE_ENTRYPOINT) /* there is an ENTRYPOINT, its program is word: what it holds back */ \
    X(SURFACE_NOTHING)   /* neither ENTRYPOINT nor CMD */ \
    /* what happens then; word is the program, other the signal of docker stop */ \
    X(PID1_PROGRAM)      /* word; docker stop sends it other */ \
    X(PID1_SHELL)        /* word is a shell that shell form put in front; other */ \
    X(PID1_SHELL_STAYS)  /* the line below it: what the shell may do with the signal */ \
    X(PID1_INIT)         /* --init: docker-init in front of word */ \
    X(PID1_EXEC)         /* docker exec: word runs beside PID 1 */ \
    X(STARTS_IF)         /* title: starts only if the image has a file of this name */ \
    X(IF_NAME)           /* If the image has no file of that name, Docker says, and exits {exit}: */ \
    X(IF_FILE)           /* the same of file */ \
    X(IF_USER)           /* the same of a name that is looked for in file, /etc/passwd */ \
    X(ELSE_EXIT)         /* else exit {exit}: other */ \
    X(NOTHING_STARTS)    /* nothing starts */ \
    X(EXITS)             /* exit status {exit} */ \
    X(NO_CONTAINER)      /* the line makes no container */ \
    X(LINE_ENDS_WELL)    /* docker fails, the whole line ends with 0 */ \
    /* what an answer rests on */ \
    X(ASSUMED_BASE)      /* nothing is known of image, taken to set neither */ \
    X(ASSUMED_GIVE)      /* how to tell what image sets: --base */ \
    X(IMPLIED_BASE)      /* lines without FROM */ \
    X(USED_DOCKERFILE)   /* image is read from file, nobody said so */ \
    X(USED_KNOWN)        /* image as recorded in word, a date */ \
    X(USED_METADATA)     /* image as file tells */ \
    X(RESTS_FRONTEND)    /* the frontend word of # syntax= is taken to be BuildKit's own */ \
    X(RESTS_SYSTEM)      /* the image is for the system word */ \
    /* unknown */ \
    X(UNKNOWN_TITLE)     /* title: what runs is not known */ \
    X(UNKNOWN_PARTLY)    /* title: known but for what is listed */ \
    X(WHY_COMMAND_OUTPUT) X(WHY_SYNTAX) X(WHY_VARIABLE) X(WHY_FILE) X(WHY_FRONTEND) X(WHY_SYSTEM) \
    /* titles of show, explain and --explain */ \
    X(TITLE_PAIR) X(TITLE_GRID) X(TITLE_SURFACE) X(TITLE_NOTES) X(TITLE_WARNINGS) X(TITLE_STEPS) \
    X(TITLE_CONFIG) X(TITLE_WHAT) X(TITLE_WHY) X(TITLE_BAD) X(TITLE_GOOD) X(TITLE_RUNS) \
    X(TITLE_RULES_BUILDKIT) X(TITLE_RULES_PAIRING) X(TITLE_RULES_MERGE) \
    /* forms and the grid */ \
    X(FORM_NONE) X(FORM_EXEC) X(FORM_SHELL) \
    X(FORM_PAIR)         /* word + other, two forms */ \
    X(GRID_NO_CMD) X(GRID_EXEC_CMD) X(GRID_SHELL_CMD) \
    X(GRID_NO_ENTRYPOINT) X(GRID_EXEC_ENTRYPOINT) X(GRID_SHELL_ENTRYPOINT) \
    X(GRID_NOTHING)      /* nothing starts */ \
    X(PAIR_STAYS) X(PAIR_REPLACED) X(PAIR_DROPPED) X(PAIR_YOURS) \
    /* variants of steps, chosen by words_of_step */ \
    X(STEP_RUN_NO_CMD) X(STEP_GIVEN_NO_ENTRYPOINT) \
    /* the command line; after "pairing: " */ \
    X(CLI_IMAGE_UNKNOWN) /* image: the three ways */ \
    X(CLI_IMAGE_NONE)    /* no image was given (show) */ \
    X(CLI_FILE_MISSING) X(CLI_FILE_DIRECTORY) X(CLI_FILE_UNREADABLE) /* file; other: the reason */ \
    X(CLI_FILE_TOO_LARGE) /* file; other: the limit, "64 MiB" */ \
    X(CLI_STDIN_TWICE)   /* - was given twice */ \
    X(CLI_METADATA_BAD)  /* file; other: what is wrong */ \
    X(CLI_COMMAND_UNKNOWN) X(CLI_COMMAND_NONE) /* word */ \
    X(CLI_OPTION_UNKNOWN) X(CLI_OPTION_VALUE) X(CLI_OPTION_NO_VALUE) /* word: the option */ \
    X(CLI_OPTION_BAD)    /* word: the option, other: the value given, file: what it takes */ \
    X(CLI_OPTION_TWICE)  /* word: the option */ \
    X(CLI_OPTION_NOT_HERE) /* word: the option, other: the command */ \
    X(CLI_BUILD_ARG) X(CLI_BASE) /* word: what was given */ \
    X(CLI_SOURCES)       /* word and other, two options that exclude each other */ \
    X(CLI_EXTRA)         /* word is one too many */ \
    X(CLI_NOT_DOCKER)    /* word: behind sudo stands no docker */ \
    X(CLI_RULE_UNKNOWN)  /* word */ \
    X(CLI_RULE_NONE)     /* explain without a rule */ \
    X(CLI_DID_YOU_MEAN)  /* other */ \
    X(CLI_TRY_HELP)      /* where help is */ \
    X(CLI_WRITE_FAILED)  /* other: the reason */ \
    X(CLI_TOO_LARGE)     /* other: what */ \
    X(CLI_NO_TERMINAL) X(CLI_TERM_DUMB) /* the screen cannot be drawn */                           \
    X(CLI_NO_MEMORY) \
    /* lessons: the file and bytes */ \
    X(LESSON_NOT_READ) /* other: the reason */ \
    X(LESSON_TOO_LARGE) \
    X(LESSON_NOT_UTF8) \
    X(LESSON_CONTROL) \
    X(LESSON_FILE_NAME) \
    X(LESSON_NO_TITLE) \
    X(LESSON_TITLE_TWICE) \
    X(LESSON_NO_EXERCISE) \
    /* lessons: blocks; word: the block, other: the kind */ \
    X(LESSON_BLOCK_UNKNOWN) /* other: the near one */ \
    X(LESSON_BLOCK_UNNAMED) \
    X(LESSON_BLOCK_OUTSIDE) \
    X(LESSON_BLOCK_INSIDE) \
    X(LESSON_BLOCK_BEFORE) \
    X(LESSON_BLOCK_WORDS) \
    X(LESSON_BLOCK_NOT_HERE) \
    X(LESSON_BLOCK_FEW) /* number: how many */ \
    X(LESSON_BLOCK_MANY) \
    X(LESSON_NO_FIELDS) \
    X(LESSON_NO_TASK) \
    X(LESSON_NAME_MISSING) \
    X(LESSON_NAME_TWICE) /* word: the name, other: the block */ \
    /* lessons: lines of exercise, vary and plan; word: the name, other: the value, file: what it takes */ \
    X(LESSON_FIELD_LINE) \
    X(LESSON_FIELD_UNKNOWN) \
    X(LESSON_FIELD_TWICE) \
    X(LESSON_FIELD_BAD) \
    X(LESSON_FIELD_MISSING) \
    X(LESSON_FIELD_GOLF) \
    X(LESSON_VARY_LINE) \
    X(LESSON_VARY_ONE) \
    X(LESSON_VARY_UNKNOWN) \
    X(LESSON_VARY_UNUSED) \
    X(LESSON_VARY_MANY) \
    X(LESSON_PLAN_LINE) \
    X(LESSON_PLAN_ID) \
    X(LESSON_LEADS) \
    /* lessons: checks and the like; word: the text at fault */ \
    X(LESSON_CHECK_UNKNOWN) \
    X(LESSON_CHECK_BAD) \
    X(LESSON_CHECK_NEEDS_RUN) \
    X(LESSON_CHECK_NO_RUN) \
    X(LESSON_CHECK_LEFT) \
    X(LESSON_CHECK_OPEN) \
    X(LESSON_ITEMS_BY) \
    X(LESSON_ITEM_BAD) \
    X(LESSON_CLAIM_LINE) \
    X(LESSON_CLAIM_NOT_ASKED) \
    X(LESSON_CLAIM_TRUE) \
    X(LESSON_GIVEN_FAILS) \
    X(LESSON_BASE_UNKNOWN) \
    X(LESSON_EXAMPLE_PARTS) \
    X(LESSON_EXAMPLE_FAILS) \
    /* lessons: replies; word: the name of a wrong or a rule */ \
    X(LESSON_WRONG_NO_REPLY) \
    X(LESSON_RULE_UNKNOWN) \
    X(LESSON_RULE_NO_REPLY) \
    X(LESSON_RULE_TWICE) \
    X(LESSON_REPLY_LONG) \
    X(LESSON_REPLY_QUOTES) \
    X(LESSON_REPLY_SCOLDS) \
    /* lessons: what the simulator says of the exercise; word: the line or the name */ \
    X(LESSON_ANSWER_FAILS) /* file: what it gives */ \
    X(LESSON_ANSWERS_SAME) \
    X(LESSON_PAR) \
    X(LESSON_SOLVED_EARLY) \
    X(LESSON_WRONG_PASSES) \
    X(LESSON_WRONG_SAME) \
    X(LESSON_WRONG_OTHER) \
    X(LESSON_WHEN_HOLDS) \
    X(LESSON_ID_TWICE) \
    X(LESSON_SLUG_TWICE) \
    X(LESSON_MISTAKE_UNKNOWN) \
    X(LESSON_LINK_DEAD) \
    X(LESSON_BELIEFS_ALIKE) \
    X(LESSON_VARIANT) \
    X(LESSON_WHEN_SAID) \
    X(LESSON_TOO_MANY)   /* number: the most */ \
    X(LESSON_HINT_QUOTES) /* word: the hidden line */ \
    X(LESSON_CHECKED)    /* word: files, file: exercises, image: variants, other: warnings */ \
    X(LESSON_REFUSED)    /* the same, with errors */ \
    X(LESSON_NEW_EXISTS) /* file */ \
    X(LESSON_WORD)       /* word: what may stand behind pairing lessons */ \
    /* titles and rows of a lesson; word: the image */ \
    X(LEARN_IMAGE)    /* word: its name */ \
    X(LEARN_GIVEN) \
    X(LEARN_YOUR_LINE) \
    /* what a check wants, behind its line; word: words, a name, or a number */ \
    X(WANT_RUNS) X(WANT_BEGINS) X(WANT_NOT) X(WANT_WORDS) X(WANT_SAME) X(WANT_FAILS) \
    X(WANT_SCRIPT) X(WANT_PLACE) /* word: which one, other: $0 */ \
    X(WANT_ENV) X(WANT_NO_ENV)   /* word: the name, other: the value */ \
    X(WANT_WORKDIR) X(WANT_USER) X(WANT_USES_NO) \
    X(WANT_LIST) X(WANT_UNSET) X(WANT_EMPTY) X(WANT_FORM) /* word: CMD, other: what it is */ \
    X(WANT_FIXED) X(WANT_ANYONE) X(WANT_NO_FINDINGS) X(WANT_FINDING) X(WANT_ENTRYPOINT) \
    X(LEARN_CHECKS) \
    X(LEARN_CLASSES)    /* word, other, file: the classes */ \
    X(LEARN_TYPED) \
    X(LEARN_START) \
    X(LEARN_PAR_WORDS)    /* number */ \
    X(LEARN_PAR_LINE)    /* number */ \
    X(LEARN_YOU_GET) \
    X(LEARN_WANTED) \
    X(LEARN_AS_WANTED) \
    X(LEARN_OPEN) \
    X(LEARN_ANOTHER) \
    X(LEARN_ALSO) \
    X(LEARN_HOLD)    /* word, other: two numbers */ \
    X(LEARN_SAID)    /* the same */ \
    X(LEARN_HAPPENED) \
    X(LEARN_WHAT_RUNS) \
    X(LEARN_OVER_WORDS)    /* number */ \
    X(LEARN_OVER_LINE)    /* number */ \
    X(LEARN_SLIP)    /* other: the word that was meant */ \
    X(LEARN_STATE_PLAIN) /* LEARN_STATE without hints */ \
    X(LEARN_NO_REPLY) X(LEARN_NOT_YET) /* no reply fits: of what was said, of what was made */ \
    X(LEARN_ANSWER) \
    /* learn: where one is; word: the lesson, other: its title, file: the exercise, image: of how many */ \
    X(LEARN_HOME) \
    X(LEARN_LESSON) \
    X(LEARN_PLACE) \
    X(LEARN_REVIEW) \
    X(LEARN_QUESTION) \
    X(LEARN_STATE)    /* word: the title, other: the state, number: of hints */ \
    X(LEARN_LESSONS) \
    X(LEARN_DUE)    /* number */ \
    X(LEARN_NOT_DUE) \
    X(LEARN_SEARCH) \
    X(LEARN_MORE) \
    X(LEARN_THROUGH) \
    X(LEARN_LIST_HOW) \
    X(LEARN_PAGE_HOW)    /* number */ \
    X(LEARN_ENDED)    /* word, other: two numbers, file: the lesson */ \
    X(LEARN_END_HOW)    /* image: its title */ \
    X(LEARN_LAST_HOW) \
    X(LEARN_NO_FURTHER) \
    X(LEARN_REVIEWED) \
    X(LEARN_NO_LESSON)    /* word */ \
    X(LEARN_UNUSABLE) \
    X(LEARN_SCRATCH) \
    X(LEARN_UNKNOWN)    /* word */ \
    X(LEARN_NOT_HERE) \
    X(LEARN_FOUND_HOW) \
    X(LEARN_NOT_FOUND)    /* word */ \
    X(LEARN_SEARCH_WHAT) \
    /* learn: how exercises are answered */ \
    X(LEARN_HOW_WRITE) \
    X(LEARN_HOW_REPAIR) \
    X(LEARN_HOW_RUN) \
    X(LEARN_HOW_PREDICT) \
    X(LEARN_HOW_ORIGIN) \
    X(LEARN_HOW_SORT) \
    X(LEARN_HOW_MORE) \
    X(LEARN_LAST) \
    X(LEARN_SURE) \
    X(LEARN_TOO_LONG) \
    X(LEARN_NO_LINE)    /* word: its number */ \
    X(LEARN_NO_ANSWER) \
    X(LEARN_EMPTY) \
    /* learn: how it went */ \
    X(LEARN_SOLVED)    /* number: of days */ \
    X(LEARN_HELD)    /* number: of days */ \
    X(LEARN_HELPED) \
    X(LEARN_SHOWN) \
    X(LEARN_SHOWN_NOW) \
    X(LEARN_ENTER_NEXT)    /* word: a title */ \
    X(LEARN_ENTER_END) \
    X(LEARN_ENTER_REVIEW) \
    X(LEARN_ENTER_LAST) \
    X(LEARN_APART)    /* word: an exercise */ \
    X(LEARN_HINT)    /* word */ \
    X(LEARN_HINT_COUNTS) \
    /* learn: the first start */ \
    X(LEARN_START_HOW) \
    X(LEARN_BEFORE)    /* word */ \
    X(LEARN_BEGIN)    /* word, other */ \
    X(LEARN_BEGIN_LATER)    /* word, other */ \
    /* learn: its commands */ \
    X(LEARN_HELP_CHECK) \
    X(LEARN_HELP_HINT) \
    X(LEARN_HELP_AGAIN) \
    X(LEARN_HELP_SHOW) \
    X(LEARN_HELP_RESET) \
    X(LEARN_HELP_TEXT) \
    X(LEARN_HELP_WHERE) \
    X(LEARN_HELP_NEXT) \
    X(LEARN_HELP_BACK) \
    X(LEARN_HELP_LIST) \
    X(LEARN_HELP_LESSON) \
    X(LEARN_HELP_SEARCH) \
    X(LEARN_HELP_REVIEW) \
    X(LEARN_HELP_SCRATCH) \
    X(LEARN_HELP_HOME) \
    X(LEARN_HELP_QUIT) \
    X(LEARN_HELP_ANSWER) \
    /* progress; file: of the store */ \
    X(STORE_NO_PLACE) \
    X(STORE_UNUSABLE)    /* other: the reason */ \
    X(STORE_READ_ONLY) \
    X(STORE_BUSY) \
    X(STORE_NEWER) \
    X(STORE_SET_ASIDE)    /* word: its new name */ \
    X(STORE_BROKEN) \
    X(STORE_NOT_SAVED)    /* other: the reason */ \
    X(CLASS_NONE) X(CLASS_TITLE) X(CLASS_BELIEFS) X(CLASS_STUCK) \
    X(CLASS_UNBORNE) X(CLASS_UNTOUCHED) /* number */ \
    X(PROGRESS_WORD)    /* word */ \
    X(PROGRESS_NONE) \
    X(PROGRESS_TITLE)    /* word, other, file: numbers */ \
    X(PROGRESS_DUE)    /* number */ \
    X(PROGRESS_BELIEFS) \
    X(PROGRESS_ROW)    /* number */ \
    X(PROGRESS_FAILED)    /* other: the reason */ \
    X(PROGRESS_RESET)    /* number */ \
    X(PROGRESS_NO_RESET) \
    X(PROGRESS_SURE) \
    X(PROGRESS_KEPT) \
    X(PROGRESS_UNDONE)    /* number */ \
    X(PROGRESS_NO_UNDO) \
    X(PROGRESS_IMPORTED)    /* number */ \
    X(PROGRESS_NO_IMPORT) \
    X(PROGRESS_BAD)    /* file; other: the reason */ \
    X(PROGRESS_EXPORTED)    /* word: how many */ \
    /* error.message of a batch request that is none */ \
    X(REQUEST_NOT_JSON)  /* other: the reason */ \
    X(REQUEST_NOT_OBJECT) X(REQUEST_NO_IMAGE) X(REQUEST_IMAGES) X(REQUEST_BASE64) X(REQUEST_ID) \
    X(REQUEST_TYPE)      /* word, a key, must be other */ \
    X(REQUEST_TOO_LARGE) /* other: what */ \
    X(REQUEST_NO_MEMORY) \
    /* the screen: parts and titles */ \
    X(VIEW_DOCKERFILE) X(VIEW_LINE) X(VIEW_WHAT_RUNS) X(VIEW_WHAT_RAN) X(VIEW_SAY_FIRST) \
    X(VIEW_BUILD_FAILS) X(VIEW_SHELL_FAILS) X(VIEW_CLIENT_FAILS) X(VIEW_ENGINE_FAILS) \
    X(VIEW_REFUSED)      /* the question is too large */ \
    X(VIEW_TRIED) X(VIEW_EXAMPLES) X(VIEW_MENU) X(VIEW_KEYS) X(VIEW_MENU_KEYS) X(VIEW_LETTERS) \
    X(VIEW_ASIDE) X(VIEW_HERE) /* the two sides of a comparison */ \
    /* the screen: names of pages, and rows of the first screen with what they are */ \
    X(VIEW_PAD) X(VIEW_GRID_PAGE) X(VIEW_MERGE_PAGE) X(VIEW_EXPLAIN_PAGE) X(VIEW_COMPARE_PAGE) \
    X(VIEW_EXAMPLES_PAGE) X(VIEW_TRIED_PAGE) X(VIEW_SHARE_PAGE) X(VIEW_SHARE_LINE) \
    X(VIEW_SHARE_BLOCK) X(VIEW_SHARE_HOW) X(VIEW_HELP) X(VIEW_OPEN) \
    X(VIEW_HOME_PAD) X(VIEW_HOME_EXAMPLES) X(VIEW_HOME_OPEN) X(VIEW_HOME_HELP) \
    X(VIEW_QUESTION) X(VIEW_ABOUT) X(VIEW_HOME_KEYS) X(VIEW_HOME_BACK) X(VIEW_MENU_KEY) X(VIEW_ENTER) \
    /* the screen: short texts */ \
    X(VIEW_NOT_SAVED)    /* file */ \
    X(VIEW_IMAGE)        /* image */ \
    X(VIEW_OF)           /* word of other: "2 of 5", "3-9 of 20" */ \
    X(VIEW_AT_LINE)      /* line */ \
    X(VIEW_THE_LINE)     /* a note's place: the run line */ \
    X(VIEW_THE_CALL)     /* word, docker run, and image: the words of the line come from there */ \
    X(VIEW_MORE)         /* not all of it is seen */ \
    X(VIEW_ENTER_OPENS) X(VIEW_MENU_OPENS) X(VIEW_OUT) X(VIEW_NOTHING) \
    X(VIEW_ONE_WORD) X(VIEW_NO_ARRAY) /* of --entrypoint */ \
    X(VIEW_SAY_SHORT) X(VIEW_OLD_SHORT) X(VIEW_UNKNOWN_SHORT) X(VIEW_IF_SHORT) /* titles */ \
    X(VIEW_OK) X(VIEW_NO) X(VIEW_YOU_SAID) X(VIEW_FIND) X(VIEW_FIND_BACK) X(VIEW_NOT_FOUND) \
    X(VIEW_LINE_BACK) X(VIEW_LINE_FORWARD) X(VIEW_LINE_MISSED) /* word: what is searched for */ \
    X(VIEW_LINE_FULL) \
    /* the screen: what stands where there is nothing to show */ \
    X(VIEW_EMPTY_TEXT) X(VIEW_EMPTY_LINE) X(VIEW_HIDDEN) X(VIEW_SAY_HOW) X(VIEW_PAIR_FAILED) \
    X(VIEW_PAIR_UNKNOWN) X(VIEW_NO_STEPS) X(VIEW_NONE_TRIED) X(VIEW_NO_COMPARISON) \
    X(VIEW_GRID_NOTE) \
    X(VIEW_LETTER_E) X(VIEW_LETTER_C) X(VIEW_LETTER_R) X(VIEW_LETTER_O) X(VIEW_LETTER_S) \
    X(VIEW_LETTER_GONE) X(VIEW_LETTER_MARK) \
    /* line mode: asking, and what is not understood */ \
    X(REPL_TITLE) X(REPL_YES_OR_NO) X(REPL_YES) X(REPL_NO) X(REPL_FILE) \
    X(REPL_YOU_SAY) X(REPL_CHOOSE) \
    X(REPL_UNKNOWN)      /* word: the first of the line */ \
    X(REPL_TRY_HELP) \
    X(REPL_NEEDS)        /* word: a command, other: what must stand behind it */ \
    X(REPL_NO_LIST)      /* word: a number, and there is no list to choose from */ \
    X(REPL_NO_ROW)       /* word: a number, not in the list */ \
    X(REPL_NO_SUCH_LINE) /* word: a number; number: lines that there are */ \
    X(REPL_NO_SUCH_WORD) /* word: what was asked for; number: words that there are */ \
    X(REPL_NO_TEXT) X(REPL_NO_LINE) X(REPL_NO_WORDS) \
    X(REPL_IS_METADATA)  /* file */ \
    X(REPL_COMPARE_WORDS) \
    /* line mode: what became of the Dockerfile, in front of a line's text */ \
    X(REPL_LINE_NEW) X(REPL_LINE_GONE) X(REPL_LINE_WAS) X(REPL_LINE_NOW) /* line */ \
    X(REPL_MORE_LINES)   /* number */ \
    X(REPL_NEW_STAGE) X(REPL_RUN_BUILDS) X(REPL_UNCHANGED) \
    X(REPL_MARKED)       /* what * in front of a line means */ \
    /* line mode: the rest */ \
    X(REPL_ASIDE) X(REPL_HERE) /* labels: the two sides of a comparison */ \
    X(REPL_SAME_LINE) X(REPL_SAME_ARGV) X(REPL_SAME_TEXT) \
    X(REPL_AS_LINE) X(REPL_AS_BLOCK) X(REPL_KEPT) X(REPL_PREDICT) \
    X(REPL_WHERE_SAVED) X(REPL_WHERE_CHANGED) /* file, number of lines */ \
    X(REPL_WHERE_TARGET) /* word: the stage */ \
    X(REPL_WHERE_ASIDE) X(REPL_NOT_ASIDE) X(REPL_NOT_ANSWERED) \
    /* line mode: help */ \
    X(REPL_HELP_LINES) X(REPL_HELP_COMMANDS) X(REPL_HELP_DOCKER) X(REPL_HELP_INSTRUCTION) \
    X(REPL_HELP_SHOW) X(REPL_HELP_LIST) X(REPL_HELP_UNDO) X(REPL_HELP_REDO) X(REPL_HELP_DELETE) \
    X(REPL_HELP_LOAD) X(REPL_HELP_EXAMPLES) X(REPL_HELP_SAVE) X(REPL_HELP_AGAIN) \
    X(REPL_HELP_EXPLAIN) X(REPL_HELP_WHY) X(REPL_HELP_MERGE) X(REPL_HELP_GRID) X(REPL_HELP_NOTES) \
    X(REPL_HELP_COMPARE) X(REPL_HELP_PREDICT) X(REPL_HELP_TRIED) X(REPL_HELP_SHARE) \
    X(REPL_HELP_WHERE) X(REPL_HELP_HOME) X(REPL_HELP_HELP) X(REPL_HELP_QUIT) X(REPL_HELP_HOME_HELP) X(REPL_QUIT) \
    X(REPL_HOME_QUIT) \
    /* design: wishes that cannot be read; after "pairing: wish 2: ", word: what is at fault */ \
    X(DESIGN_FAULT)      /* word: the number of the wish; other: what follows */ \
    X(DESIGN_NONE)       /* no wish at all */ \
    X(DESIGN_ONLY_NEVER) X(DESIGN_NO_ARROW) X(DESIGN_NO_LINE) X(DESIGN_NO_LIST) X(DESIGN_EMPTY) \
    X(DESIGN_NOT_RUN)    /* the line makes no container */ \
    X(DESIGN_EXEC) \
    X(DESIGN_REFUSED)    /* other: Docker's message, or why it is not known */ \
    X(DESIGN_TOO_MANY)   /* word: the most */ \
    /* design: titles, the first three above rows of their own */ \
    X(DESIGN_WHY) X(DESIGN_CALLERS) X(DESIGN_TYPED) X(DESIGN_FAILS) X(DESIGN_HEAD) \
    X(DESIGN_BASE)       /* neither list, or no ENTRYPOINT: what a base may bring */ \
    X(DESIGN_NEITHER)    /* no line is needed */ \
    /* design: why a word went where, by enum split_why */ \
    X(DESIGN_IN_EVERY) X(DESIGN_PROGRAM) X(DESIGN_GUARDS) X(DESIGN_GIVES_WAY) X(DESIGN_DEFAULT) \
    /* design: what callers cannot do, and what does not hold */ \
    X(DESIGN_LABEL_NEVER) X(DESIGN_NEVER) \
    X(DESIGN_CONTRADICTS) /* word: the ENTRYPOINT needed, other: the wish, file: what that needs */ \
    X(DESIGN_NOT_FRONT)   /* a default; other: the wish, file: what that needs */ \
    X(DESIGN_DEFAULTS)    /* other: the wish with the same line */ \
    X(DESIGN_NOT_END)     /* word: the words typed */ \
    X(DESIGN_OPTION)      /* its own --entrypoint decides */ \
    X(DESIGN_POSSIBLE) X(DESIGN_RUNS) X(DESIGN_INSTEAD) \
    X(DESIGN_ALL_HOLD)   /* number; word of other */ \
    X(DESIGN_SOME_HOLD)  /* word of other */ \
    /* card: titles, letters, the three zones, rules in a line each */ \
    X(CARD_TITLE) X(CARD_ZONES) X(CARD_GRID) X(CARD_LETTERS) X(CARD_RULES) \
    X(CARD_YOURS) X(CARD_MANY) \
    X(CARD_ZONE_OPTIONS) X(CARD_ZONE_IMAGE) X(CARD_ZONE_WORDS) \
    X(CARD_ONE) X(CARD_REPLACE) X(CARD_OPTION) X(CARD_CLEAR) X(CARD_END) X(CARD_EXEC) \
    X(CARD_SHELL) X(CARD_PLACES) X(CARD_LAST) X(CARD_CHILD) X(CARD_SPLIT) X(CARD_FORMS)
/* clang-format on */

#define WORDS_ID(name) WORDS_##name,
enum words_id { WORDS(WORDS_ID) WORDS_COUNT };
#undef WORDS_ID

/* The three things that are said of a rule. */
enum words_part {
    WORDS_SUMMARY, /* one line, names no value: what the rule is about */
    WORDS_REASON,  /* why it was raised here; of a rule of the merge, the sentence of its step */
    WORDS_FIX,     /* what to do: its first word is a verb of at most 8 letters, a label ("write"),
                      what follows stands behind it; empty for rules of the merge */
};

/* A template and its variants; a null pointer means there is none. */
struct words_row {
    const char *text;  /* for any number */
    const char *one;   /* for numbers of the first plural class, 1 in English */
    const char *plain; /* where a value that the chosen one names is empty */
};

struct words_rule {
    struct words_row summary, reason, fix;
};

/* A language: its tables, number words, and which numbers are of the first plural class. A row
 * without text falls back to English. */
struct words_language {
    const char *tag;                  /* "en" */
    const struct words_row *rows;     /* WORDS_COUNT of them */
    const struct words_rule *rules;   /* RULE_COUNT of them */
    const struct words_row *beliefs;  /* BELIEF_COUNT of them */
    const struct words_row *mistakes; /* the same */
    const char *numbers[13];          /* zero to twelve */
    bool (*is_one)(uint32_t number);
};

extern const struct words_language words_english;

/* Chooses the language of all that is said from now on: once, at the start of the program. */
void words_use(const struct words_language *language);

/* The sentence of an id. args may be null where nothing is named. */
struct slice words_say(struct arena *arena, enum words_id id, const struct words_args *args);

/* A part of a rule. args may be null for the summary. */
struct slice words_of_rule(struct arena *arena, enum rule rule, enum words_part part,
                           const struct words_args *args);

/* Reason or fix of a finding of ours. */
struct slice words_of_finding(struct arena *arena, const struct finding *finding,
                              enum words_part part);

/* The sentence that cures a mistaken belief about the merge; names no value. */
struct slice words_of_belief(struct arena *arena, enum belief belief);

/* The belief itself, as somebody who holds it would say it; names no value. */
struct slice words_of_mistake(struct arena *arena, enum belief belief);

/* The sentence of a step of the merge, its line, words and image taken from the step. */
struct slice words_of_step(struct arena *arena, const struct step *step);

/* Why something is not known. */
struct slice words_of_unknown(struct arena *arena, const struct unknown *unknown);

/* A text with its line ends, and a backslash in front of one, turned into blanks, for JSON. */
struct slice words_flat(struct arena *arena, struct slice text);

/* A piece of a sentence: the table's own text or a value, for a face that marks values. */
struct words_piece {
    struct slice text;
    bool is_value;
};

struct words_pieces {
    struct words_piece *at;
    size_t len, cap;
};

/* The same as words_say and words_of_rule, in pieces that are appended to a list. */
void words_say_pieces(struct arena *arena, enum words_id id, const struct words_args *args,
                      struct words_pieces *pieces);
void words_of_rule_pieces(struct arena *arena, enum rule rule, enum words_part part,
                          const struct words_args *args, struct words_pieces *pieces);

#endif
