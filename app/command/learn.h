/* `pairing learn`: the course in plain lines, for a terminal, a screen reader or a pipe.
 *
 * One line in, plain lines out: nothing is drawn. Where one is decides what a line means; commands
 * are the same everywhere, and whatever is none is an answer. */
#ifndef APP_COMMAND_LEARN_H
#define APP_COMMAND_LEARN_H

#include "app/command/print.h"
#include "app/course/page.h"
#include "app/course/sitting.h"
#include "app/ground/line.h"

enum learn_at {
    LEARN_HOME,
    LEARN_PAGE,     /* the prose of a lesson; Enter begins its exercises */
    LEARN_EXERCISE, /* place, also of start.md */
    LEARN_END,      /* behind the last exercise of a lesson */
};

struct learn {
    struct cli *cli;
    struct course course;
    struct store store;
    struct sitting sitting;
    struct arena tasks, scratch;
    struct line *line;
    bool terminal, leave;
    bool named;    /* the command line named an exercise: the exit status tells how it went */
    bool passed;   /* the last answer */
    bool told_how; /* how an exercise is answered was told in full */
    struct paint paint;
    struct report report;
    struct page_view page;
    enum learn_at at;
    struct course_place place;
    struct slices review; /* ids of what is due, while it is gone through */
    size_t review_at;
    struct slice ahead; /* a line that was read and belongs to what follows */
    size_t typed_len;   /* lines typed so far of an answer */
    unsigned typed_lines;
    char typed[SITTING_TEXT];
};

int64_t learn_now(void);

/* Says a sentence; a title; and writes what was said. */
void learn_say(struct learn *learn, enum words_id id, const struct words_args *args);
void learn_title(struct learn *learn, struct slice text);
void learn_flush(struct learn *learn);

/* The next line without blanks at its ends; false at the end of input. */
bool learn_read(struct learn *learn, const char *prompt, struct slice *text);

/* Opens the store of this user, and tells what is wrong with it. */
void learn_open_store(struct cli *cli, struct store *store);
void learn_tell_store(struct cli *cli, struct store *store);

/* ---- Where one is (learn_home.c, learn_lesson.c) */

void learn_home(struct learn *learn);
void learn_list(struct learn *learn); /* the lessons, or the exercises of this one */
void learn_search(struct learn *learn, struct slice words);
void learn_review(struct learn *learn);

/* Goes on where one stopped; to a place as it is typed. */
void learn_go_on(struct learn *learn);
bool learn_go(struct learn *learn, struct slice text);

void learn_page(struct learn *learn);
void learn_move(struct learn *learn, int by); /* next: 1, back: -1 */
void learn_where(struct learn *learn);
void learn_scratch(struct learn *learn);

/* ---- An exercise (learn_exercise.c) */

/* Opens the exercise at place and prints it. */
void learn_exercise(struct learn *learn);
/* A line that is no command. */
void learn_answer(struct learn *learn, struct slice text);
void learn_check(struct learn *learn);
void learn_hint(struct learn *learn);
void learn_again(struct learn *learn);
void learn_show(struct learn *learn);
void learn_reset(struct learn *learn);
/* What is asked next, before a line is read. */
void learn_ask(struct learn *learn);

/* ---- The first start (learn_start.c) */

/* Whether the three questions come first. */
bool learn_is_first(struct learn *learn);
void learn_start(struct learn *learn);
/* Behind an answer of start.md: what runs, and the next question or the lesson to begin with. */
void learn_started(struct learn *learn);

/* The title of an exercise with values in place of its {{NAME}}s. */
struct slice learn_title_of(struct learn *learn, const struct exercise *exercise);

#endif
