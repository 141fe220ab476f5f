/* The session: everything behind the scratchpad and line mode, without a screen.
 *
 * Keys and typed lines become commands; a command changes the state and may leave an effect that
 * only a face can carry out (leave, copy, start an editor). After every change the question is
 * answered anew. Views read the state and paint; nobody else writes it.
 *
 *     command ─▶ session_do ─▶ state ─▶ evaluation (now, shown) ─▶ views
 *
 * Two evaluations are kept: `shown`, the last good one, and `now`, the text exactly as it stands.
 * They differ only while something is half typed (see session.stale). */
#ifndef APP_SESSION_SESSION_H
#define APP_SESSION_SESSION_H

#include "app/ground/place.h"
#include "app/ground/report.h"
#include "app/session/command.h"
#include "app/session/editor.h"
#include "app/session/keep.h"
#include "sim/sim.h"

#include <stdbool.h>
#include <stddef.h>

/* One question with its answer, and copies of the texts that both point into.
 *
 * Lines without FROM stand on an implied one: it then stands in front of dockerfile.bytes, as
 * `places` knows. Line numbers and offsets of the answer count it; evaluation_line takes it off. */
struct scene_images;

struct evaluation {
    struct arena arena;
    jmp_buf guard;
    struct text dockerfile, line;
    struct question question;
    struct answer answer;
    struct places places;
    bool answered;
    uint64_t serial; /* another one for each answer, so that what was made of it can be kept */
    enum image_source
        image_source;        /* IMAGE_KNOWN: the Dockerfile is empty and the line names one */
    struct slice image;      /* the name by which the image goes; empty: none */
    uint32_t implied;        /* bytes in front of the editor's text: the implied FROM, or the lines
                                that an exercise gives; 0 without */
    uint32_t implied_lines;  /* and how many lines these are */
    struct base_image known; /* of IMAGE_KNOWN */
    const struct scene_images *images; /* that an exercise gives; null: none */
    unsigned char *marks; /* a bit for each line of the Dockerfile that has a note or a */
    uint32_t marks_len;   /* warning, for so many lines */
};

/* A line that was tried, newest last. */
struct tried {
    char *line, *result; /* result: the argv quoted for a shell, or the first line of the failure,
                            both printable, cut after some hundred bytes */
    bool failed;
};

struct tried_list {
    struct tried *at;
    size_t len, cap;
};

/* A classic pair to load. */
struct example {
    struct slice title, why, dockerfile, line;
};

extern const struct example examples[];
extern const size_t examples_len;

/* Rows of the first screen. */
enum home_row { HOME_SCRATCHPAD, HOME_EXAMPLES, HOME_OPEN, HOME_HELP, HOME_ROWS };

/* What a face has to carry out after session_do; it is cleared by taking it. */
enum effect {
    EFFECT_NONE,
    EFFECT_QUIT,
    EFFECT_SUSPEND,
    EFFECT_REDRAW,
    EFFECT_EXTERNAL, /* edit a copy of the text in $EDITOR and hand it back: session_external */
    EFFECT_COPY,     /* session.copied to the clipboard */
    EFFECT_LINE,     /* the run line became another: session.line */
    EFFECT_OTHER,    /* go over to session.other, its run line with it */
    EFFECT_HOME,     /* and there to the first screen */
};

/* What a question with a typed answer is for: PANE_FIND, PANE_NAME, PANE_ASK. PANE_NAME takes a
 * name for OPEN, SAVE_AS and WRITE and a number for LINE; session.prompt is the question. */
enum asking {
    ASKING_NOTHING,
    ASKING_OPEN,      /* the name of a file to open */
    ASKING_SAVE_AS,   /* the name of a file to save to */
    ASKING_LINE,      /* the number of a line to jump to */
    ASKING_FIND,      /* what to search for; the editor has the pattern */
    ASKING_OVERWRITE, /* the file changed on disk: overwrite it? */
    ASKING_DISCARD,   /* open another file although this text is not saved? */
    ASKING_QUIT,      /* leave although the text is not saved? */
    ASKING_LOAD,      /* load an example or a tried line over text that is not saved? */
    ASKING_WRITE,     /* the name of a file to write the shared block to */
    ASKING_REWRITE,   /* such a file exists: overwrite it? */
    ASKING_GIVEN,     /* load what the course gives over text that is not saved? */
    ASKING_RESET_ONE, /* forget what was done of one exercise? */
    ASKING_RESET_ALL, /* of all? */
};

enum { NAME_MAX_BYTES = 1024, MESSAGE_MAX = 512, LINE_MAX_BYTES = 1 << 20, TRIED_MAX = 1000 };

/* Predict mode: the result is hidden until one has said what it will be, and again after each
 * change of the question. While it is hidden the part PANE_RESULT is PANE_ANSWER: there one types.
 */
struct prediction {
    bool on, answered; /* on and not answered: the result is hidden */
    char text[NAME_MAX_BYTES];
    size_t len;
    bool right;
    struct args said;  /* the words, in shown's arena */
    bool said_nothing; /* "nothing starts" */
    enum belief beliefs[BELIEF_COUNT];
    size_t beliefs_len;
};

struct learning;
struct designing;

/* The other side of a comparison: a Dockerfile and a line that were put aside. */
struct comparison {
    bool on;
    struct evaluation other; /* has copies of the texts, evaluated once */
};

/* Unsaved text that former programs left behind, for another file than this session's: kept on, and
 * given back when its file is opened. */
struct found {
    char *path; /* absolute; empty: it had no file */
    char *text, *line;
    size_t text_len, line_len;
    struct file_stamp stamp;
};

struct found_list {
    struct found *at;
    size_t len;
};

struct session {
    /* What is asked */
    struct editor editor;    /* the Dockerfile */
    char *path;              /* its file; null: none yet */
    struct file_stamp stamp; /* of the file when it was read or saved */
    const struct base_image
        *metadata;              /* an image's, which counts while the text is empty; or null */
    struct slice metadata_name; /* the file it came from, empty: none */
    struct slice target;        /* --target, --build-arg */
    const struct build_arg *build_args;
    size_t build_args_len;
    struct slice image_name; /* under which the image runs; empty: any name */
    char *line;              /* the run line, as the line editor has it; a NUL behind it */
    size_t line_len, line_cap, line_cursor;
    const struct host *host;
    bool has_sudo;
    const struct bases *bases;

    /* What is answered. Paint under session_guard. */
    struct evaluation evaluations[2];
    struct evaluation *shown; /* the last good answer, which views show */
    struct evaluation *now;   /* as it stands; the same as shown unless stale */
    bool stale;               /* shown is called old: the cursor is on something half typed */

    /* What is looked at */
    enum pane focus;  /* the part with the keyboard: EDITOR, LINE, RESULT or NOTES */
    enum pane page;   /* an opened page (GRID, MERGE, … HOME), PANE_COUNT: the workspace itself */
    enum pane dialog; /* MENU, FIND, NAME or ASK; PANE_COUNT: none */
    enum asking asking;
    enum pane help_for; /* HELP: the pane whose keys are told */
    size_t step;        /* MERGE: the step shown, from 0 */

    /* Lists are NOTES, EXPLAIN (rows are steps), EXAMPLES, TRIED and HOME: row is the chosen one of
     * rows, kept in range here. Everything else that scrolls (EDITOR, RESULT, GRID, COMPARE, HELP,
     * an open note) has no rows: commands move top by one, or by height, beyond the end too. Views
     * set height, and bring top into range (in a list so that row is seen); nothing else. */
    size_t row[PANE_COUNT], rows[PANE_COUNT];
    size_t top[PANE_COUNT];    /* first visible row */
    size_t height[PANE_COUNT]; /* visible rows, what a page is; 0: not painted yet */

    bool note_open;            /* NOTES: the chosen one in full; CHOOSE then jumps to its line */
    char name[NAME_MAX_BYTES]; /* what is typed for PANE_NAME */
    size_t name_len;
    char prompt[MESSAGE_MAX];  /* what PANE_NAME or PANE_ASK asks for, printable */
    char message[MESSAGE_MAX]; /* one line to be said, until the next key; empty: none. Printable */

    struct tried_list tried;
    struct prediction prediction;
    struct comparison comparison;
    struct designing *designing; /* wishes (designing.h); null: never opened */
    struct keep *keep;           /* where history and the unsaved text are kept; null: nowhere */
    struct learning *learning;   /* the course's session (learning.h); null: the scratchpad */
    struct session *other; /* the scratchpad of the course, the course of the scratchpad; null:
                              there is none, or it is opened when it is first wanted */
    bool has_course;       /* of the scratchpad: there can be another */
    enum effect effect;
    char *copied;                        /* text of EFFECT_COPY, until the next one */
    char *shared_command, *shared_block; /* SHARE: what the page shows; null without memory */

    /* The session's own */
    enum pane under[PANE_COUNT]; /* what BACK on a page leads to; the page itself: out of pairing */
    enum pane last_text;         /* the part with text that had the keyboard last */
    enum command last;           /* the command before */
    enum pane unsettled;   /* EDITOR or LINE: where something was typed since `now` counted last */
    size_t edited_line;    /* the line of the editor where, from 0 */
    bool asks_anew;        /* the question changed since `now` was evaluated */
    uint64_t serial;       /* of the last evaluation */
    uint64_t changes;      /* how often the Dockerfile's text changed */
    uint64_t kept_changes; /* and how often when it was kept last */
    bool has_kept, keep_failed; /* there is something kept; keeping failed, and it was said */
    struct found_list found;
    struct slice given_text, given_line; /* what ASKING_GIVEN is about, in the other's arena */
};

struct session_setup {
    const struct host *host;
    bool has_sudo;
    const struct bases *bases;         /* null: known images */
    struct keep *keep;                 /* opened; null: nothing is kept */
    const char *path;                  /* Dockerfile to open; null: none */
    struct slice text;                 /* Dockerfile text where path is null */
    struct slice block;                /* a shared block to load, instead of path, text and line */
    const struct base_image *metadata; /* must outlive the session, as must what follows */
    struct slice metadata_name, target;
    const struct build_arg *build_args;
    size_t build_args_len;
    struct slice image_name, line; /* copied */
    bool home;                     /* begin on the first screen */
};

/* Fills *session, which must not move afterwards. 0, or an errno number when path cannot be read
 * (session.message says it; the session is usable, and a file that is not there is made by saving)
 * or EINVAL when the block is none. Restores an unsaved text that a former program left behind for
 * this file, or without a file where nothing else is given, and says so. */
int session_open(struct session *session, const struct session_setup *setup);

/* Keeps what is not saved and frees everything. */
void session_close(struct session *session);

/* ---- Keys and text */

/* The pane that gets the next key: dialog, page or focus; ANSWER in place of RESULT while a
 * prediction is asked for. And the same without the dialog: from there the menu was opened. */
enum pane session_pane(const struct session *session);
enum pane session_pane_below(const struct session *session);

/* Carries out a command in that pane. An open menu is closed first, and the command is one of the
 * pane below it. */
void session_do(struct session *session, enum command command);

/* Text typed or pasted into the pane, where it takes text: editor, search, name, prediction. */
void session_type(struct session *session, struct slice text, bool pasted);

/* The run line changed, under the line editor's hands. */
void session_line(struct session *session, struct slice line, size_t cursor);

/* A click or a jump: gives a part the keyboard. And the same to a line of the editor or a row of a
 * list, also of a page that is open, counted from 0; SIZE_MAX: none. */
void session_focus(struct session *session, enum pane part);
void session_point(struct session *session, enum pane part, size_t index);

/* The text becomes another one, as one step that can be taken back: what $EDITOR left, or what line
 * mode's instructions made. */
void session_external(struct session *session, struct slice text);

/* What stands counts, as if the cursor had left it: `now` becomes shown. */
void session_settle(struct session *session);

/* Time to keep the unsaved text, if it changed since; called when nothing is typed for a moment. */
void session_idle(struct session *session);

/* Takes the effect that is to be carried out. */
enum effect session_effect(struct session *session);

/* Says one line until the next key; it is made printable and cut. */
void session_say(struct session *session, struct slice message);

/* ---- Files, for line mode; commands ask for the names themselves. 0 or a number of errno.h, and
 * message says how it went. */

/* Opens a file in place of the text, saved or not. A shared block is loaded (EINVAL: a bad one). */
int session_open_file(struct session *session, const char *path);

/* Saves; null: to session.path. EEXIST, and nothing said, where it would overwrite what somebody
 * else wrote and overwrite is not set; ENOENT without a name. */
int session_save_file(struct session *session, const char *path, bool overwrite);

/* Whether the text differs from what was saved. */
bool session_dirty(struct session *session);

/* ---- Looking */

/* Where a place that finds no memory jumps to, while views paint: set before, null behind. The
 * arenas of all evaluations get it. */
void session_guard(struct session *session, jmp_buf *guard);

/* An evaluation as reports take it. */
struct report_view evaluation_view(struct evaluation *evaluation);

/* A line number of an answer (a warning's, a failure's, an instruction's) as a line of the editor,
 * from 1; 0 for the implied FROM. And the lines, first to last, that an origin stands in; false
 * when it is not in the Dockerfile. Takes time as place_of does. */
uint32_t evaluation_line(const struct evaluation *evaluation, uint32_t line);
bool evaluation_lines(struct evaluation *evaluation, struct origin origin, uint32_t *first,
                      uint32_t *last);

/* The notes of the shown answer, BuildKit's warnings behind ours, as one list for NOTES: the whole
 * number, of which max are filled. */
struct session_note {
    const struct finding *finding; /* or */
    const struct warning *warning;
};
size_t session_notes(const struct session *session, struct session_note *notes, size_t max);

/* Whether a line of the Dockerfile, from 1, has a note or a warning. */
bool session_marks(const struct session *session, uint32_t line);

/* What `now` would be, in one short line, where it differs from shown; "" otherwise. In now's
 * arena; printable. */
struct slice session_as_it_stands(struct session *session);

/* ---- Between scratchpad and course */

/* Loads a situation in place of the text and goes to the run line; text that is not saved is asked
 * for first. The slices must live until the question is answered. */
void session_take(struct session *session, struct slice text, struct slice line);

/* ---- Sharing */

/* The situation as one shell command line, and as a block that session_load reads back, whatever
 * bytes it holds. To be freed; null without memory. */
char *session_share_line(struct session *session);
char *session_share_rows(struct session *session); /* the same command, a row an instruction */
char *session_share_block(struct session *session);

/* Reads a block. false, with message set and nothing changed, when it is none. A text that was not
 * saved is put by, and kept. */
bool session_load(struct session *session, struct slice block);

#endif
