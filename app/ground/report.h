/* What an answer says to people: facts become lines of text with roles.
 *
 * One renderer serves every face: ask paints the lines on a terminal or a pipe, line mode and the
 * screen's panes take the same ones. Text in a line is printable whatever the input was: control
 * characters, bad bytes and invisible or direction-changing characters stand as escapes, and where
 * only ASCII can be shown so does everything else. */
#ifndef APP_GROUND_REPORT_H
#define APP_GROUND_REPORT_H

#include "app/ground/place.h"
#include "app/ground/role.h"
#include "app/ground/words.h"
#include "sim/sim.h"

struct report_piece {
    struct slice text;
    enum role role;
};

/* Columns: what stands behind a label, and what is set in. */
enum { REPORT_LABEL = 9, REPORT_INSET = 2 };

enum report_kind {
    REPORT_TEXT,  /* wraps at blanks */
    REPORT_JSON,  /* wraps behind commas too */
    REPORT_WORDS, /* an argv; the next line has its letters, segment under segment */
    REPORT_LETTERS,
    REPORT_WHOLE, /* never wraps: to be copied */
};

struct report_line {
    enum report_kind kind;
    unsigned indent; /* columns in front of what wraps */
    struct report_piece *at;
    size_t len, cap;
};

/* Starts as {.arena = …, .columns = …}. */
struct report {
    struct arena *arena;
    unsigned columns; /* of the terminal; 0: a pipe, nothing is cut */
    bool brief;       /* places and replaced words stand beside it: the surface leaves them out,
                         and sentences have the whole width */
    struct report_line *at;
    size_t len, cap;
};

/* ---- Building */

/* Opens a new line. */
struct report_line *report_line(struct report *report, enum report_kind kind, unsigned indent);

/* A line of its own for a title, apart from what stands above it. */
void report_title(struct report *report, enum words_id title);
void report_title_text(struct report *report, struct slice title);

/* Appends text to the last line, made printable. Line ends in it are shown as escapes. */
void report_add(struct report *report, enum role role, struct slice text);

/* Appends blanks up to a column of the last line, at least `least` of them. */
void report_pad(struct report *report, unsigned column, unsigned least);

/* Appends a text of several lines, one line each, all indented; no line for an empty text. */
void report_text(struct report *report, enum role role, unsigned indent, struct slice text);

/* Opens a row of a section: a label, and behind it what is added next. */
void report_row(struct report *report, enum words_id label);

/* The text of a row, behind what it has already: further lines of it stand below. */
void report_rest(struct report *report, enum role role, struct slice text);

/* An empty line, unless there is none yet to stand apart from. */
void report_gap(struct report *report);

/* A sentence, in the report's arena; args may be null. */
struct slice report_say(struct report *report, enum words_id id, const struct words_args *args);

/* How words of an argv are shown, by where they come from. */
enum role report_role(enum word_from from);

/* A word as a shell would have to be given it, and as an element of JSON: both printable. */
struct slice report_shell_word(struct report *report, struct slice word);
struct slice report_json_word(struct report *report, struct slice word);

/* The text as it may be shown. */
struct slice report_visible(struct report *report, struct slice text);

/* An argv in three lines: the words, a letter under each of their characters, and JSON. */
void report_vector(struct report *report, const struct plan_word *argv, size_t len);

/* The words and letters alone, set in, in as many pairs of lines as the report's columns want. */
void report_words(struct report *report, unsigned indent, const struct plan_word *argv, size_t len);

/* The line that a place stands in, with carets under the place. */
void report_carets(struct report *report, struct origin origin, unsigned indent);

/* "Dockerfile:4", "typed here", "from postgres". */
struct slice report_place(struct report *report, const struct place *place);

/* ---- Answers */

/* How the image of a question was found. */
enum image_source {
    IMAGE_GIVEN,      /* -f or -i said so */
    IMAGE_IMPLIED,    /* lines without FROM */
    IMAGE_DOCKERFILE, /* ./Dockerfile, which nobody named */
    IMAGE_KNOWN,      /* the table of known images */
};

struct report_view {
    const struct question *question;
    const struct answer *answer;
    struct places *places;
    enum image_source image_source;
    struct slice image; /* its name, where it has one */
    bool want_steps;
    /* The Dockerfile of an image that was found by its name, null where it is not at hand; images
     * is given to it. Null: of none it is. */
    const struct text *(*file_of)(const void *images, struct arena *arena, struct slice name);
    const void *images;
};

/* What would run, and everything that is to be said about it. */
void report_answer(struct report *report, const struct report_view *view);

/* The image alone: the pair, the grid, who can change what, notes. */
void report_image(struct report *report, const struct report_view *view);

/* Parts of the above. */
void report_surface(struct report *report, const struct report_view *view);
void report_failure(struct report *report, const struct report_view *view);
void report_basis(struct report *report, const struct report_view *view);
void report_warnings(struct report *report, const struct report_view *view, bool pair_only);
/* What to do about a finding: a verb as a label, and what stands behind it. */
void report_fix(struct report *report, const struct finding *note);
void report_notes(struct report *report, const struct report_view *view,
                  const struct finding *already_said);
void report_steps(struct report *report, const struct report_view *view);
/* Step n of the merge, counted from 0, as a frame: a title, and below it the lists as they are
 * after it, or the argv once they are laid end to end. */
void report_merge_frame(struct report *report, const struct answer *answer, size_t n);
void report_note(struct report *report, const struct report_view *view, const struct finding *note);
void report_warning(struct report *report, const struct report_view *view,
                    const struct warning *warning);
/* The nine forms, each with what it would run. */
void report_grid(struct report *report, const struct report_view *view);
/* What follows the argv of a plan: PID 1 and who can change what, or why it does not start. */
void report_start(struct report *report, const struct report_view *view);

/* The finding about argv[0], when the start depends on whether such a file exists; else null. And
 * the place of that word in the line. */
const struct finding *report_doubt_of(const struct answer *answer);
struct origin report_doubt_at(const struct answer *answer);
/* The clause of Docker's message that tells what failed: exec: "x": executable file not found. */
struct slice report_clause(struct slice message);

/* What a rule says, why it matters, a bad and a good example. */
void report_rule(struct report *report, enum rule rule);

#endif
