/* The course in the session: an exercise is worked on with the same editor, run line and pages as
 * the scratchpad.
 *
 * A session with `learning` set is the course's: its home is the list of lessons, its workspace an
 * exercise, its question the exercise's images with the learner's lines and the run line that the
 * chosen check asks. The scratchpad is another session; each leads to the other (session.other).
 *
 *     walk (where one is) ─▶ task ─▶ editor, line or answers ─▶ check ─▶ verdict */
#ifndef APP_SESSION_LEARNING_H
#define APP_SESSION_LEARNING_H

#include "app/course/walk.h"
#include "app/session/session.h"

/* What the part PANE_CHECKS shows. */
enum learning_shows {
    SHOWS_WANTED,  /* what is to hold; nothing was checked yet */
    SHOWS_VERDICT, /* of the last answer: sitting.verdict */
    SHOWS_HINT,    /* sitting.task.hints[hint - 1] */
    SHOWS_ANSWER,  /* the model answer */
};

enum { SAID_LINES = 40, SAID_BYTES_MAX = 1024, SEARCH_BYTES = 1000, LEARNING_DEEP = 8 };

/* The lesson at hand, and what is known of its exercises: made when one arrives, kept up with every
 * answer. */
struct learning_lesson {
    const struct lesson *lesson; /* null at home */
    size_t number;               /* from 1; 0: of the first start */
    enum record_state *states;   /* an exercise each */
    struct slice *titles;        /* the same, in this learner's variants; null before the end */
    size_t len, solved;
    size_t core, more;       /* of the core, and besides it: not passed when one arrived */
    struct slice next_title; /* of the lesson behind it; empty: there is none */
    bool asks_again; /* at the end of the last one: the questions of the beginning come next */
    struct walk_minutes minutes; /* of a plan */
    struct slice said_first;     /* to a question of the first start that is asked again */
};

/* Which exercises the list of progress shows. */
enum learning_filter { FILTER_ALL, FILTER_OPEN, FILTER_DUE, FILTER_DONE, FILTER_COUNT };

/* A row of the list of progress. */
struct progress_row {
    struct course_place place;
    struct slice title; /* of a lesson where place.exercise is SIZE_MAX */
    struct record record;
};

struct progress_rows {
    struct progress_row *at;
    size_t len, cap;
};

/* What stands above that list. */
struct progress_summary {
    int64_t now; /* when it was read */
    struct walk_tally all;
    size_t due;
    int64_t seconds;               /* that were taken in all */
    enum belief met[BELIEF_COUNT]; /* as beliefs_met has them */
    size_t met_len;
};

/* What home shows, made when it is opened. Its rows are lessons, with a plan the plan's exercises.
 */
struct learning_home {
    int64_t now;              /* when that was */
    struct course_place next; /* where one goes on */
    bool has_next;
    size_t next_row;         /* its row; SIZE_MAX without one */
    struct slice next_title; /* of its exercise */
    size_t due;              /* exercises that are due */
    size_t due_of[EXERCISE_KIND_COUNT];
    int64_t due_seconds; /* what they take, by what an answer took before */
    int64_t back;        /* when the next of the others comes back; 0: none does */
    struct walk_known known;
    struct walk_tally *tallies; /* a lesson each */
    struct walk_tally all;      /* exercises of the course */
    size_t core, more;          /* of the core, and besides it: those not passed */
    size_t held, solved;        /* lessons of that state */
    struct walk_skills skills;
    struct walk_minutes minutes; /* of a plan, as the rest */
    bool *open;                  /* which of its exercises may be opened */
    size_t passed;
    size_t column; /* where lessons stand in two columns: the rows of one, as painted last; else 0
                    */
};

struct learning {
    struct walk walk;
    int64_t (*clock)(void);
    jmp_buf guards[LEARNING_DEEP], *guard; /* guard: of the innermost call, null outside of all */
    bool short_of_memory;                  /* since the outermost one began */

    /* The exercise at hand */
    const struct exercise *shown; /* whose answer stands in editor, line or said */
    struct learning_lesson lesson;
    enum learning_shows shows;
    unsigned hint;
    size_t asked; /* things that are asked: lines of a prediction, items to sort; 0: none */
    struct {
        char text[SAID_BYTES_MAX];
        size_t len;
        bool right; /* the last check found it right: it stays */
    } said[SAID_LINES];
    struct slice draft; /* what is kept of an answer that was not checked; see draft.c */

    /* Pages; the texts of each live in an arena of its own until it is opened anew */
    struct arena arena;               /* of the exercise and its lesson, until one is at home */
    struct arena start, lists, found; /* of home, of progress, of the search */
    struct learning_home home;
    char words[SEARCH_BYTES]; /* of the search */
    size_t words_len;
    struct walk_hits hits;
    enum rule rule; /* that PANE_RULE tells */
    enum learning_filter filter;
    struct progress_rows progress;
    struct progress_summary summary;
};

struct learning_setup {
    struct walk_setup walk;
    int64_t (*clock)(void); /* seconds since 1970 */
    struct slice place;     /* where to begin, as it is typed; empty: home, or the first start */
};

/* Makes an opened session the course's. WALK_OPENED, or what failed; *step is how going to the
 * place went. ENOMEM leaves session.learning null. */
enum walk_failure learning_open(struct session *session, const struct learning_setup *setup,
                                enum walk_step *step);
/* Called by session_close. */
void learning_close(struct session *session);

/* ---- Looking */

/* Whether an exercise is the workspace. */
bool learning_has_task(const struct session *session);

/* Whether it is one of the first start's questions. */
bool learning_is_start(const struct session *session);

/* Whether what runs is not to be seen yet: a prediction that was neither passed nor shown. */
bool learning_hides(const struct session *session);

/* The part in which its answer is made: EDITOR, LINE or SAY; without an exercise PANE_COUNT. */
enum pane learning_work(const struct session *session);

/* Whether the answer passed, or was shown, and going on is what comes next. */
bool learning_may_go_on(const struct session *session);

/* Whether the part of the checks is a list, whose rows are the checks and, behind a verdict, what
 * is said to it; else it only scrolls. */
bool learning_lists(const struct session *session);

/* What was said to the i-th thing that is asked, and how that came out: nothing was checked, or it
 * was changed since. */
enum learning_mark { MARK_NONE, MARK_RIGHT, MARK_WRONG };
struct slice learning_said(const struct session *session, size_t i);
enum learning_mark learning_mark(const struct session *session, size_t i);

/* The text of the i-th thing that is asked: a run line, or an item. */
struct slice learning_asked(const struct session *session, size_t i);

/* The lines that stand in front of the learner's, as the exercise gives them; with its implied FROM
 * line. Lives as long as session.now's answer. */
struct slice learning_given(const struct session *session);

/* The place that a row of home stands for; of a lesson without exercise. */
struct course_place learning_home_place(const struct session *session, size_t row);

/* Whether Enter on a row of home goes on there; else it opens that lesson or exercise. */
bool learning_home_goes_on(const struct session *session, size_t row);

/* The state of a skill. WORKING: some of it was tried. SOLVED, HELD: at least three exercises of
 * it, or all there are, are that or more, and nothing that was tried is left unsolved. */
enum record_state learning_skill_state(const struct walk_tally *tally);

#endif
