/* `pairing learn`: the course in plain lines, for a terminal, a screen reader or a pipe.
 *
 * One line in, plain lines out: nothing is drawn. Where one is (app/course/walk.h) decides what a
 * line means; commands are the same everywhere, and whatever is none is an answer. */
#ifndef APP_COMMAND_LEARN_H
#define APP_COMMAND_LEARN_H

#include "app/command/print.h"
#include "app/course/page.h"
#include "app/course/walk.h"
#include "app/ground/line.h"

struct learn {
    struct cli *cli;
    struct walk walk;
    struct line *line;
    bool terminal, leave;
    bool inside; /* of another prompt: scratch leads to it */
    bool to_pad; /* that was typed */
    bool entered;
    bool unwrapped; /* what the simulator says, as pairing docker says it where nothing is drawn */
    bool named;     /* the command line named an exercise: the exit status tells how it went */
    bool passed;    /* the last answer */
    bool told_how;  /* how an exercise is answered was told in full */
    struct paint paint;
    struct report report;
    struct page_view page;
    struct slice ahead; /* a line that was read and belongs to what follows */
    size_t typed_len;   /* lines typed so far of an answer */
    unsigned typed_lines;
    bool emptied; /* the last of the learner's lines was taken out */
    char typed[SITTING_TEXT];
    size_t tried_len; /* the docker line tried last in this exercise */
    char tried[4 << 10];
    size_t open_len; /* a line with those that it goes on in, while it is read */
    char open[SITTING_TEXT];
};

/* ---- Saying and reading (learn_say.c) */

int64_t learn_now(void);

/* Says a sentence; a title; and writes what was said. */
void learn_say(struct learn *learn, enum words_id id, const struct words_args *args);
void learn_title(struct learn *learn, struct slice text);
void learn_flush(struct learn *learn);

/* A key or a name, and what it stands for, in a row. */
void learn_choice(struct learn *learn, struct slice key, struct slice text);

/* A number in digits, in the report's arena. */
struct slice learn_number(struct learn *learn, size_t n);

/* The next line without blanks at its ends; false at the end of input. */
bool learn_read(struct learn *learn, const char *prompt, struct slice *text);

/* The directory that progress of this user is kept in; null when there is none. */
const char *learn_state(struct cli *cli);

/* ---- Inside of another prompt (learn.c) */

/* Opens the course; gives 0, or says what is wrong and gives 2. Lines come from the caller's
 * editor, memory that is missing goes to guard, which learn_guard sets anew. */
int learn_open(struct learn *learn, struct cli *cli, struct line *line, jmp_buf *guard);
void learn_guard(struct learn *learn, jmp_buf *guard);
void learn_close(struct learn *learn);

/* To a place as it is typed; empty: where one was, else where one stopped, else the list. False:
 * there is no such place. */
bool learn_enter(struct learn *learn, struct slice place);

/* Reads a line and carries it out, and prints what it gives. Then leave or to_pad may be set. */
void learn_line(struct learn *learn);

/* The names of its commands; null behind the last. */
const struct slice *learn_command_name(size_t i);

/* Opens the store of this user, and tells what is wrong with it. */
void learn_open_store(struct cli *cli, struct store *store);
void learn_tell_store(struct cli *cli, struct store *store);

/* ---- Where one is, printed (learn_home.c, learn_lesson.c) */

void learn_put_home(struct learn *learn);
void learn_list(struct learn *learn); /* the lessons, or the exercises of this one */
void learn_search(struct learn *learn, struct slice words);
void learn_put_page(struct learn *learn);
void learn_put_end(struct learn *learn);
void learn_where(struct learn *learn);
void learn_text(struct learn *learn); /* what the lesson or the plan says */
void learn_scratch(struct learn *learn);
/* What is at hand: lines, given ones in front, and a run line; false where there is nothing. */
bool learn_situation(struct learn *learn, struct slice *lines, struct slice *run);
/* How far one is along the core; nothing when all is passed. */
void learn_put_path(struct learn *learn, const struct walk_known *known);
/* "12 of 25 minutes", with a plan. */
void learn_put_minutes(struct learn *learn, const struct walk_known *known);

/* ---- An exercise (learn_exercise.c) */

/* What is to be done behind a line. */
enum learn_then { THEN_STAY, THEN_GO_ON, THEN_START_NEXT };

void learn_put_exercise(struct learn *learn); /* opened anew */
void learn_put_again(struct learn *learn);    /* once more, with what was typed */
/* A line that is no command. */
enum learn_then learn_answer(struct learn *learn, struct slice text);
enum learn_then learn_check(struct learn *learn);
enum learn_then learn_show(struct learn *learn);
void learn_hint(struct learn *learn);
void learn_again(struct learn *learn);
void learn_reset(struct learn *learn);
/* What is asked next, before a line is read. */
void learn_ask(struct learn *learn);

/* ---- What is typed of an answer (learn_edit.c) */

struct slice learn_typed(const struct learn *learn);
void learn_forget_typed(struct learn *learn);
/* One more line of it; says that it is too long, and gives false. */
bool learn_add_typed(struct learn *learn, struct slice line);

/* What stands there: what was typed, else the last answer, else the lines at the start. */
struct slice learn_standing(const struct learn *learn);

/* An answer with numbers: instruction lines as they stand behind the given ones. */
void learn_put_answer(struct learn *learn, struct slice text);

/* A line with those that it goes on in, which are read; valid until the next line is. Empty when
 * that is too long, which is said. */
struct slice learn_whole(struct learn *learn, struct slice text);

/* An instruction, or a line behind its number: changes the learner's lines, and prints them. */
void learn_take_line(struct learn *learn, struct slice text);

/* ---- Looking at what runs (learn_look.c) */

/* Whether what runs is not to be seen yet: a prediction that was neither passed nor shown. */
bool learn_hides(const struct learn *learn);

/* The run line that is looked at: the one tried last, the learner's answer where that is one, else
 * the first that is asked. */
struct slice learn_asked(struct learn *learn);

/* Tries a docker line on the lines as they stand; nothing of it is kept. */
void learn_try(struct learn *learn, struct slice text);

/* A page of look.h, about the line tried last, or the first that is asked; of_line: it is told
 * which. Refused while a prediction is not answered. */
void learn_look(struct learn *learn,
                bool (*look)(struct report *report, const struct report_view *view), bool of_line);

/* What a rule says, by its name. */
void learn_rule(struct learn *learn, struct slice name);

/* ---- Going (learn_go.c): each prints where one arrives */

void learn_put_place(struct learn *learn); /* what one sees there, once more */
void learn_home(struct learn *learn);
void learn_review(struct learn *learn);
void learn_go_on(struct learn *learn);
bool learn_go(struct learn *learn, struct slice text);
bool learn_go_number(struct learn *learn, struct slice text); /* of the plan's exercises */
void learn_move(struct learn *learn, int by);                 /* next: 1, back: -1 */
void learn_more(struct learn *learn);                         /* exercises besides the core */
void learn_start(struct learn *learn);
/* Behind an answer of start.md: what runs, and the next question or the lesson to begin with. */
void learn_start_next(struct learn *learn);

#endif
