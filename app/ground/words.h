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
 *     {digits}   the number in digits; of two templates the one for it is taken as well
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
    \
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
    X(LESSON_FAILURE_UNKNOWN) \
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
    X(LEARN_YOU_GET) X(LEARN_GOT_FIXED) X(LEARN_GOT_ANYONE) \
    X(LEARN_WANTED) \
    X(LEARN_AS_WANTED) \
    X(LEARN_OPEN) \
    X(LEARN_NONE_ASKED) /* the line asks docker for no container */ \
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
    /* reasons: a sentence on what happened, one with a rule and a question; `code` is marked */ \
    X(REASON_NO_DOCKER) /* word: the first of the line */ \
    X(REASON_NO_CONTAINER) \
    X(REASON_EXEC)    /* word: the container */ \
    X(REASON_OTHER)   /* word: what runs, other: what is wanted, file: a REASON_IN_ */ \
    X(REASON_PROGRAM) \
    X(REASON_EXTRA)   /* word: all of them, number: how many */ \
    X(REASON_LACKS)   /* other: all of them, number; word stands in front of them */ \
    X(REASON_LACKS_FIRST) /* word stands behind them */ \
    X(REASON_ORDER) X(REASON_TOGETHER) X(REASON_APART) X(REASON_MANY) \
    X(REASON_IN_LIST) /* word: ENTRYPOINT or CMD; line */ \
    X(REASON_IN_BASE) /* word; image */ \
    X(REASON_IN_LINE) X(REASON_IN_OPTION) X(REASON_IN_SHELL) \
    X(REASON_RULE_ENTRYPOINT) X(REASON_RULE_CMD) X(REASON_RULE_TYPED) \
    X(REASON_RULE_ENTRYPOINT_LINE) X(REASON_RULE_CMD_LINE) X(REASON_RULE_TYPED_LINE) \
    X(REASON_RULE_OPTION) X(REASON_RULE_SHELL) \
    X(REASON_RULE_FRONT) X(REASON_RULE_ALL_TYPED) /* where words are missing */ \
    X(REASON_RULE_ORDER) X(REASON_RULE_AS_TYPED) \
    X(REASON_RULE_STRING) X(REASON_RULE_QUOTES)   /* one word holds several */ \
    X(REASON_RULE_STRINGS) X(REASON_USER) X(REASON_WORKDIR) X(REASON_ENV) \
    X(REASON_ENV_UNSET) X(REASON_ENV_SET) X(REASON_RULE_BLANK)   /* several hold one */ \
    X(REASON_SAID_ONE)     /* word: the one that was said and does not run */ \
    X(REASON_SAID_COUNT)   /* word: how many were said, other: how many run */ \
    X(REASON_SAID_NOTHING) X(REASON_SAID_WORDS) /* word: Docker's message */ \
    X(REASON_SHELL_FORM)   /* word: what the step says */ \
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
    /* learn: the hour's path, and what is beside it */ \
    X(LEARN_PATH)    /* word of other: how much of it is passed */ \
    X(LEARN_PATH_THROUGH) \
    X(LEARN_PATH_LEFT) /* number: of the others, in all, or of this lesson */ \
    X(LEARN_PATH_PAGE)    /* number: of the path, word: of the others */ \
    X(LEARN_PATH_ON) X(LEARN_PATH_BESIDE) X(LEARN_NO_PRACTICE) \
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
    X(LEARN_HOW_WRITE) /* line: the first of the learner's own, as in the next */ \
    X(LEARN_HOW_REPAIR) \
    X(LEARN_HOW_RUN) \
    X(LEARN_HOW_PREDICT) \
    X(LEARN_HOW_ORIGIN) \
    X(LEARN_HOW_SORT) \
    X(LEARN_HOW_MORE) \
    X(LEARN_LAST) \
    X(LEARN_LOOK_HIDDEN) /* a prediction was not answered yet */ \
    X(LEARN_SURE) \
    X(LEARN_TOO_LONG) \
    X(LEARN_NO_LINE)    /* word: its number */ \
    X(LEARN_LINE_GIVEN) /* word: its number, line: the first of the learner's own */ \
    X(LEARN_NO_ANSWER) \
    X(LEARN_EMPTY) X(LEARN_NO_INSTRUCTION) /* word: what was typed */ \
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
    X(LEARN_APART)    /* word: an exercise's title */ \
    X(LEARN_DETOUR) \
    X(LEARN_PLANNED) X(LEARN_PLAN_ROW)    /* word: minutes */ \
    X(LEARN_PLAN_PLACE)    /* other: the plan; file, image: two numbers */ \
    X(LEARN_PLAN_MINUTES)    /* word: taken, other: given or empty */ \
    X(LEARN_PLAN_TEXT) X(LEARN_PLAN_THROUGH) X(LEARN_PLAN_PAGE_HOW) \
    X(LEARN_PLAN_LATER)    /* in the place of a state: it is not open yet */ \
    X(LEARN_LOCKED) X(LEARN_NO_SKIP) X(LEARN_NOT_SHOWN) \
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
    X(LEARN_HELP_MORE) \
    X(LEARN_HELP_LIST) \
    X(LEARN_HELP_LESSON) \
    X(LEARN_HELP_SEARCH) \
    X(LEARN_HELP_REVIEW) \
    X(LEARN_HELP_SCRATCH) \
    X(LEARN_HELP_TRY) X(LEARN_HELP_PAD) \
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
    X(STORE_LOST)         /* other: the reason */ \
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
    X(VIEW_QUESTION) X(VIEW_ABOUT) X(VIEW_HOME_KEYS) X(VIEW_HOME_BACK) X(VIEW_MENU_KEY) \
    X(VIEW_ENTER) \
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
    X(VIEW_EMPTY_TEXT) X(VIEW_EMPTY_LINE) X(VIEW_HIDDEN) X(VIEW_PAIR_OLD) X(VIEW_PAIR_HIDDEN) \
    X(VIEW_SAY_HOW) X(VIEW_PAIR_FAILED) \
    X(VIEW_PAIR_UNKNOWN) X(VIEW_NO_STEPS) X(VIEW_NONE_TRIED) X(VIEW_NO_COMPARISON) \
    X(VIEW_GRID_NOTE) \
    X(VIEW_LETTER_E) X(VIEW_LETTER_C) X(VIEW_LETTER_R) X(VIEW_LETTER_O) X(VIEW_LETTER_S) \
    X(VIEW_LETTER_GONE) X(VIEW_LETTER_MARK) \
    /* the course on the screen */ \
    X(VIEW_NUMBERED)     /* word: a lesson's number, other: its title */ \
    X(VIEW_EXERCISE)     /* word of other; file: how many are solved */ \
    X(VIEW_EXERCISE_OF)  /* word of other */ \
    X(VIEW_REVIEW) X(VIEW_PLAN) /* word of other; file: minutes */ \
    X(VIEW_BETWEEN)      /* a question beside the order */ \
    X(VIEW_EXERCISES)    /* number, word its digits */ \
    X(VIEW_YOUR_LINES) X(VIEW_IMAGES) X(VIEW_ONE_GIVEN) X(VIEW_BASE_GIVEN) X(VIEW_CHECKS) \
    X(VIEW_WHY) \
    X(VIEW_HOW_TO) X(VIEW_TASK) /* titles */ \
    X(VIEW_HOLDS) X(VIEW_SAID) X(VIEW_RIGHT) /* word of other */ \
    X(VIEW_AND_ROWS)     /* word: the above; other: "3-9 of 20" */ \
    X(VIEW_WORDS)        /* number, word its digits */ \
    X(VIEW_ASK_RUNS) X(VIEW_ASK_ORIGIN) X(VIEW_CLASSES) /* word, other, file */ \
    X(VIEW_HOW_PREDICT) X(VIEW_HOW_ORIGIN) X(VIEW_HOW_SORT) X(VIEW_HOW_LINES) \
    X(VIEW_SURE) X(VIEW_SURE_HOW) \
    X(VIEW_NO_REPLY) X(VIEW_NOT_YET) \
    X(VIEW_START_GUESS) X(VIEW_START_ABOUT) X(VIEW_START_LETTERS) X(VIEW_LETTER_TYPED) \
    X(VIEW_GOES_ON) X(VIEW_WHAT_STARTS) \
    X(VIEW_TEXT_BEGIN) X(VIEW_TEXT_PATH) X(VIEW_TEXT_BACK) \
    X(VIEW_END_TITLE)    /* word of other */ \
    X(VIEW_END_EXAMPLE) X(VIEW_END_NEXT) /* word, other: the next lesson */ X(VIEW_END_AGAIN) \
    X(LEARN_LAST_AGAIN) X(LEARN_AFTER) X(VIEW_AGAIN_ABOUT) X(SAY_AFTER) \
    X(VIEW_END_LAST) \
    X(VIEW_END_MORE)     /* word, number: exercises beside the hour's path */ \
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
    X(REPL_HELP_DESIGN) X(REPL_WISH) X(REPL_DESIGN) \
    X(REPL_HELP_WHERE) X(REPL_HELP_HOME) X(REPL_HELP_HELP) X(REPL_HELP_QUIT) \
    X(REPL_HELP_HOME_HELP) X(REPL_QUIT) \
    X(REPL_HOME_QUIT) \
    /* line mode: the course in it */ \
    X(REPL_COURSE) X(REPL_HOME_COURSE) X(REPL_HELP_LESSON) X(REPL_ENTERED) X(REPL_BACK) \
    X(REPL_OF_LESSON) \
    X(REPL_WHERE_LESSON) X(REPL_WHERE_NO_LESSON) \
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
    \
    X(DESIGN_CONTRADICTS) /* word: the ENTRYPOINT needed, other: the wish, file: what that needs */ \
    X(DESIGN_NOT_FRONT)   /* a default; other: the wish, file: what that needs */ \
    X(DESIGN_DEFAULTS)    /* other: the wish with the same line */ \
    X(DESIGN_NOT_END)     /* word: the words typed */ \
    X(DESIGN_OPTION)      /* its own --entrypoint decides */ \
    X(DESIGN_POSSIBLE) X(DESIGN_RUNS) X(DESIGN_INSTEAD) \
    X(DESIGN_ALL_HOLD)   /* number; word of other */ \
    X(DESIGN_SOME_HOLD)  /* word of other */ \
    X(DESIGN_NOT_BUILT) X(DESIGN_OWN_NONE) X(DESIGN_LATER) /* a pair that is tried */ \
    /* the page: its name, titles, how many hold (word of other), where a fault is */ \
    X(DESIGN_PAGE) X(DESIGN_WISHES) X(DESIGN_PAIR) X(DESIGN_OLD) X(DESIGN_OLD_SHORT) \
    X(DESIGN_OWN) X(DESIGN_PAIR_SHORT) X(DESIGN_OWN_SHORT) X(DESIGN_HOLD) X(DESIGN_FAULT_LINE) \
    X(DESIGN_HOW) \
    X(DESIGN_START)      /* the first line of the list */ \
    X(DESIGN_NOTHING) \
    /* home of the course; word, other, file, image: see the row */ \
    X(HOME_BEGIN) X(HOME_GO_ON) X(HOME_OPEN) X(HOME_REVIEW) X(HOME_SEARCH) \
    X(HOME_PLACE) X(HOME_EXERCISE) /* word other, exercise file of image */ \
    X(HOME_LESSON)       /* word: its number, other: its title */ \
    X(HOME_EXERCISES)    /* word: how many; number: the same */ \
    X(HOME_SOLVED)       /* word of other */ \
    X(HOME_TEXT_FIRST) /* word, number: how many exercises */ \
    X(HOME_LATER) X(HOME_STATE_LATER) X(HOME_PAIR) /* word, other */ \
    X(HOME_THROUGH)      /* word of other solved, file held */ \
    X(HOME_PLAN_THROUGH) X(HOME_PATH_THROUGH) /* word, number: exercises that are left */ \
    X(HOME_DUE)          /* word: how many, number: the same; other: how long it takes */ \
    X(HOME_DUE_LONG)     /* file: kinds */ \
    X(HOME_NOT_DUE) X(HOME_NOT_DUE_YET) /* word: when the next one comes back, or empty */ \
    X(HOME_MINUTES)      /* word, number */ \
    X(HOME_KIND_WRITE) X(HOME_KIND_REPAIR) X(HOME_KIND_RUN) X(HOME_KIND_PREDICT) /* the same */ \
    X(HOME_KIND_ORIGIN) X(HOME_KIND_SORT) X(HOME_KIND_DESIGN) X(HOME_KIND_GOLF) X(HOME_KIND_MORE) \
    X(HOME_LESSONS) X(HOME_OF) X(HOME_HELD) X(HOME_STATE_SOLVED) /* word: how many */ \
    X(HOME_PLAN)         /* word: its title */ \
    X(HOME_PLAN_TAIL)    /* word, other: minutes taken and given; file of image passed */ \
    X(HOME_PLAN_TAIL_FREE) /* word of other passed */ \
    X(HOME_MORE)         /* word: how many */ \
    X(HOME_SKILLS) X(HOME_SKILL_PREDICT) X(HOME_SKILL_WRITE) X(HOME_SKILL_RUN) \
    X(HOME_SKILL_DESIGN) \
    X(HOME_STARTED) X(HOME_UNAIDED) /* word of other */ \
    X(HOME_AGAIN)        /* word: how many */ \
    X(HOME_UNAIDED_AGAIN) /* word of other; file: how many again */ \
    /* when something comes back; word, number: hours, days */ \
    X(WHEN_NOW) X(WHEN_HOURS) X(WHEN_TOMORROW) X(WHEN_DAYS) \
    /* how long something took; word: the number */ \
    X(TIME_SECONDS) X(TIME_MINUTES) X(TIME_HOURS) /* other: minutes */ \
    /* search */ \
    X(SEARCH_TITLE) X(SEARCH_HOW) \
    X(SEARCH_HITS)       /* word, number: how many */ \
    X(SEARCH_NONE)       /* word: what was typed */ \
    X(SEARCH_LESSON) X(SEARCH_RULE) \
    /* progress as a list */ \
    X(STANDING_ALL) X(STANDING_OPEN) X(STANDING_DUE) X(STANDING_DONE) /* titles */ \
    X(STANDING_NONE_OPEN) X(STANDING_NONE_DUE) X(STANDING_NONE_DONE) \
    X(STANDING_SOLVED)   /* word of other, file held */ \
    X(STANDING_NEW)      /* word: how many */ \
    X(STANDING_TIME)     /* word: how long */ \
    X(STANDING_DUE_NOW)  /* word, number */ \
    X(STANDING_MET)      /* word: a mistaken belief */ \
    X(STANDING_MET_TITLE) X(STANDING_NONE_MET) \
    X(STANDING_TRIES) X(STANDING_HINTS) /* word, number */ \
    X(STANDING_BACK)     /* word: when; empty: it is due */ \
    X(STANDING_HEAD_STATE) X(STANDING_HEAD_TRIES) X(STANDING_HEAD_TIME) X(STANDING_HEAD_HINTS) \
    X(STANDING_HEAD_DUE) X(STANDING_HEAD_KIND) \
    /* names of pages */ \
    X(VIEW_SEARCH_PAGE) X(VIEW_PROGRESS_PAGE) X(VIEW_RULE_PAGE) \
    /* slides for a room */ \
    X(PRESENT_LESSON)    /* word: a position */ \
    X(PRESENT_COUNT)     /* word: slides */ \
    X(PRESENT_COUNTS)    /* word: slides; number: of them ask the room */ \
    X(PRESENT_WHAT_RUNS) X(PRESENT_ORIGINS) X(PRESENT_LETTERS) /* questions to the room */ \
    X(PRESENT_SOME_SAY) X(PRESENT_SOME_WRITE) /* word of other predicted mistakes */ \
    X(PRESENT_BROKEN)    /* the exercise cannot be used */ \
    X(PRESENT_END) X(PRESENT_ALONE) /* word: a lesson as it is typed; other: its title */ \
    X(PRESENT_GO)        /* word: the number of a slide or a lesson that is being typed */ \
    X(PRESENT_NO_SLIDE)  /* word: a number */ \
    X(PRESENT_VALUES)    /* word of other sets of values; file: these */ \
    X(PRESENT_NO_VALUES) X(PRESENT_NO_MERGE) X(PRESENT_NO_WRONGS) X(PRESENT_NO_MORE) \
    X(PRESENT_TOO_LARGE) /* a slide that cannot be shown */ \
    X(PRESENT_CHOOSE) X(PRESENT_LIST_HOW) /* the list of lessons */ \
    X(PRESENT_NO_LESSON) /* word */ \
    X(PRESENT_KEYS) X(PRESENT_LARGER) X(PRESENT_JUMP) /* the page of keys */ \
    /* what the next key shows, in the footer */ \
    X(PRESENT_NEXT_MORE) X(PRESENT_NEXT_RUNS) X(PRESENT_NEXT_MERGE) X(PRESENT_NEXT_STEP) \
    X(PRESENT_NEXT_WHY) X(PRESENT_NEXT_ANSWER) X(PRESENT_NEXT_SLIDE) X(PRESENT_NEXT_LESSONS) \
    X(PRESENT_NEXT_OPEN) X(PRESENT_NEXT_CLOSE) \
    /* the image, built up; line, other: first and last line */ \
    X(VIEW_TOWER_PAGE) X(REPL_HELP_TOWER) \
    X(VIEW_TOWER_TITLE) X(TOWER_FORCE) /* word: "exec + none" */ \
    X(TOWER_SCRATCH) X(TOWER_IMPLIED) \
    X(TOWER_IMAGE)       /* image; empty: it has no name */ \
    X(TOWER_STAGE)       /* word: its name, or other: its number */ \
    X(TOWER_TOP) X(TOWER_TOP_STAGE) /* the last stage; word: its name */ \
    X(TOWER_ASSUMED) X(TOWER_KNOWN) /* word: the date */ \
    X(TOWER_FROM) X(TOWER_FROM_LINE) /* word: what FROM says */ \
    X(TOWER_NEITHER)     /* a stage that sets neither list */ \
    X(TOWER_FIRES)       /* a trigger; file, line: where it stands, or image */ \
    X(TOWER_SHELL) X(TOWER_WORKDIR) X(TOWER_PATH) \
    X(TOWER_ENV)         /* word: the variable */ \
    /* what became of a list; line: of the one before */ \
    X(TOWER_IS_SET) X(TOWER_IS_STAYS) X(TOWER_IS_INHERITED) X(TOWER_IS_REPLACED) \
    X(TOWER_IS_REPLACED_BELOW) X(TOWER_IS_DROPPED) X(TOWER_IS_EMPTIED) X(TOWER_IS_EMPTIED_BELOW) \
    X(TOWER_IS_EMPTY) \
    X(TOWER_OTHERS)      /* word: the list */ \
    X(TOWER_OTHER) X(TOWER_OTHER_LINE) /* word: its name; file: what follows, may be empty */ \
    X(TOWER_FILES)       /* files are taken from it */ \
    /* who can change what: the zones of a line, and callers */ \
    X(VIEW_SURFACE_PAGE) X(REPL_HELP_SURFACE) \
    X(ZONE_DEFAULT) X(ZONE_TYPED) /* labels, as LABEL_FIXED */ \
    X(ZONE_NO_ENTRYPOINT) X(ZONE_NO_CMD) X(ZONE_NOTHING_TYPED) \
    X(ZONE_GONE)         /* ENTRYPOINT, replaced by --entrypoint */ \
    X(ZONE_GIVES_WAY) X(ZONE_REPLACED) X(ZONE_OUT) /* CMD */ \
    X(ZONE_IN_PLACE) X(ZONE_BEHIND) /* what is typed */ \
    X(CALLER_FREE) X(CALLER_COST) /* number: words besides docker run IMAGE */ \
    X(CALLER_NOTHING) X(CALLER_WORD) X(CALLER_MORE) X(CALLER_PROGRAM) X(CALLER_INSIDE) \
    X(CALLER_ENV)        /* titles: what such a caller wants */ \
    X(CALLER_ANYTHING) X(CALLER_BEHIND) /* word: the program */ X(CALLER_ARGUMENT) \
    X(CALLER_ANEW) X(CALLER_GIVES_WAY) X(CALLER_BOTH_GO) X(CALLER_ALL_ANEW) \
    X(CALLER_READS)      /* word: $PORT and the like */ X(CALLER_NO_VARIABLE) X(CALLER_NO_SHELL) \
    /* the session, of itself: one line each. file: of a file, empty where the text has none; \
       other: a reason of the system's, or Docker's message */ \
    X(SAY_NO_MEMORY) X(SAY_TEXT_FULL) X(SAY_LINE_FULL) \
    /* files */ \
    X(SAY_OPENED)           /* file, number of lines */ \
    X(SAY_SAVED)            /* file, number of lines */ \
    X(SAY_NEW_FILE)         /* file */ \
    X(SAY_NOT_OPENED)       /* file, other */ \
    X(SAY_NOT_SAVED)        /* file, other */ \
    /* questions */ \
    X(SAY_ASK_OPEN) \
    X(SAY_ASK_OPEN_KEPT)    /* and there is text without a file to be brought back */ \
    X(SAY_ASK_SAVE_AS) X(SAY_ASK_LINE) \
    X(SAY_ASK_OVERWRITE)    /* file: it changed on disk */ \
    X(SAY_ASK_REPLACE)      /* file: another one of that name exists */ \
    X(SAY_ASK_DISCARD)      /* file: this text's, or empty; so below */ \
    X(SAY_ASK_QUIT) X(SAY_ASK_QUIT_KEPT) X(SAY_ASK_LOAD) X(SAY_NO_NAME) X(SAY_NO_NUMBER) \
    /* what is kept */ \
    X(SAY_RESTORED)         /* file, or empty */ \
    X(SAY_PUT_BY)           /* file, or empty: text of another start that is kept on */ \
    X(SAY_NOT_KEPT)         /* file, or empty; other */ \
    X(SAY_TRIED_NOT_KEPT)   /* file, other */ \
    /* the rest */ \
    X(SAY_NOTHING_TO_UNDO) X(SAY_NOTHING_TO_REDO) \
    X(SAY_NOT_FOUND)        /* file: the pattern */ \
    X(SAY_NO_STEPS) X(SAY_COMPARE_BEGUN) X(SAY_COMPARE_ENDED) X(SAY_SHARED_LINE) \
    X(SAY_SHARED_BLOCK) X(SAY_ASK_WRITE) \
    X(SAY_WRITTEN)          /* file */ \
    X(SAY_LOADED)           /* file */ \
    X(SAY_NOT_WRITTEN)      /* file, other */ \
    X(SAY_NO_BLOCK) \
    X(SAY_BLOCK_NEWER)      /* file: its version */ \
    X(SAY_BLOCK_BAD)        /* number: the line of the block */ \
    X(SAY_PREDICT_ON) X(SAY_PREDICT_OFF) X(SAY_PREDICT_NO_LINE) X(SAY_PREDICT_EMPTY) \
    X(SAY_PREDICT_NOT_JSON) X(SAY_PREDICT_OPEN) \
    X(SAY_AS_SHELL_FORM)    /* file: the instruction */ \
    X(SAY_AS_FAILURE)       /* other: the message */ \
    X(SAY_AS_UNKNOWN) \
    /* the course */ \
    X(SAY_CHECK_PASSES) X(SAY_CHECK_FAILS) X(SAY_CHECK_HINT) /* there is no merge to be seen */ \
    X(SAY_CHECK_SAID) X(SAY_NOTHING_TO_CHECK) \
    X(SAY_PREDICT_HOW) X(SAY_ORIGIN_HOW) X(SAY_SORT_HOW) X(SAY_HINT_MORE) X(SAY_HINT_COUNTS) \
    X(SAY_HINT_LAST) X(SAY_PAD_BACK) X(SAY_SHOWN) X(SAY_NOT_SHOWN) X(SAY_NO_FURTHER) \
    X(SAY_REVIEWED) \
    X(SAY_THROUGH) X(SAY_NOTHING_THERE) X(SAY_UNUSABLE) X(SAY_LOCKED) X(SAY_NO_SKIP) \
    X(SAY_NOT_DUE) X(SAY_NO_PRACTICE) \
    X(SAY_BEGIN)            /* number: of the lesson that the first start chose */ \
    X(SAY_ASK_GIVEN)        /* file: this text's, or empty */ \
    X(SAY_ASK_RESET_ONE)    /* file: the exercise's title */ \
    X(SAY_ASK_RESET_ALL) X(SAY_RESET_WHICH) X(SAY_RESET_NOTHING) \
    X(SAY_RESET)            /* number of events */ \
    X(SAY_RESET_FAILED) \
    X(SAY_RESET_UNDONE)     /* number of events */ \
    X(SAY_NO_RESET) \
    /* design */ \
    X(SAY_DESIGN_TAKEN) X(SAY_DESIGN_SAME) \
    X(SAY_DESIGN_OLD)       /* number: the line that is no wish yet */ \
    X(SAY_DESIGN_NONE) X(SAY_DESIGN_OWN) X(SAY_DESIGN_KIND) \
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

/* A text that stands in English in a table of its own, beside what it is about: a key, an option.
 */
struct words_text {
    const char *english, *text;
};

/* A language: its tables, number words, and which numbers are of the first plural class. A row
 * without text falls back to English. */
struct words_language {
    const char *tag;                  /* "en" */
    const struct words_row *rows;     /* WORDS_COUNT of them */
    const struct words_rule *rules;   /* RULE_COUNT of them */
    const struct words_row *beliefs;  /* BELIEF_COUNT of them */
    const struct words_row *mistakes; /* the same */
    const struct words_text *texts;   /* texts_len of them; null: none */
    size_t texts_len;
    const char *numbers[13]; /* zero to twelve */
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

/* Such a text in the language in use, the English one where that has none. */
const char *words_text(const char *english);

/* A number in digits: a value for {word} and the like. */
struct slice words_digits(struct arena *arena, uint64_t number);

/* The {names} that a template may hold; those up to image are texts. */
enum words_value {
    WORDS_VALUE_WORD,
    WORDS_VALUE_OTHER,
    WORDS_VALUE_FILE,
    WORDS_VALUE_IMAGE,
    WORDS_VALUE_NUMBER,
    WORDS_VALUE_DIGITS,
    WORDS_VALUE_LINE,
    WORDS_VALUE_EXIT,
    WORDS_VALUE_AT,
    WORDS_VALUE_NONE
};

/* A token of a template: text, and behind it a value that is named, or none. */
struct words_token {
    struct slice text;
    enum words_value value;
    struct slice modes; /* of the letters w, q, s */
};

/* The template of a sentence, chosen for its values: for who says it without an arena. */
struct slice words_template(enum words_id id, const struct words_args *args);

/* Takes the next token off a template; false at its end. What is in braces and names no value stays
 * text. */
bool words_next(struct slice *rest, struct words_token *token);

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
