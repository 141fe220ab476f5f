/* The way of a learner through the course: where one is, what comes next, what is due, what is
 * known. Nothing is said here; line mode, the screen and the repl show it each in their way.
 *
 *     home ─▶ page of a lesson ─▶ its exercises ─▶ its end ─▶ the next page
 *
 * Three lists of exercises can be gone through instead: the questions of the first start, what is
 * due for review, and a workshop's plan.
 *
 * Times are seconds since 1970, given by the caller. Texts that are returned live in the arena that
 * is given, those of the walk until walk_close; of the sitting, until the next answer. Every call
 * may reset walk->scratch. */
#ifndef APP_COURSE_WALK_H
#define APP_COURSE_WALK_H

#include "app/course/sitting.h"

enum walk_at {
    WALK_HOME,
    WALK_PAGE,     /* the prose of a lesson */
    WALK_EXERCISE, /* sitting is open; also a question of the first start */
    WALK_END,      /* behind the last exercise of a lesson */
};

/* Along what one goes from exercise to exercise. */
enum walk_along { WALK_LESSON, WALK_START, WALK_REVIEW, WALK_PLAN };

struct walk_places {
    struct course_place *at;
    size_t len, cap;
};

/* The question on which two beliefs differ, where the last prediction fits both. */
struct walk_detour {
    bool sought, found;
    enum belief between[2];    /* that it was sought for */
    struct course_place place; /* the question, when found */
    bool on;                   /* one stands at it */
    struct course_place back;  /* where one came from, while on */
    struct names taken;        /* ids of those that were gone to: each once */
};

struct walk {
    struct arena held, scratch, tasks;
    struct course course;
    struct store store;
    struct sitting sitting;
    enum walk_at at;
    struct course_place
        place; /* its exercise is SIZE_MAX on a page; its lesson SIZE_MAX at start */
    enum walk_along along;
    struct walk_places list; /* of REVIEW and PLAN: what is gone through */
    size_t list_at;
    const struct lesson *plan; /* a workshop's; null without one */
    struct walk_places planned;
    size_t reached; /* the furthest of the plan that was opened, plus one */
    size_t behind;  /* on a page: one more than the exercise that was found unusable; else 0 */
    size_t before;  /* at an end: the exercise that one came from */
    struct walk_detour detour;
    bool again; /* the questions of the first start are asked again, as before and after */
};

/* Records by exercise. */
struct walk_known {
    struct records records;
    struct names index;
};

struct walk_setup {
    const struct memory *memory;
    struct slice lessons;         /* a directory of further lessons, empty: none */
    const char *state;            /* the directory that progress is kept in; null: it is not kept */
    struct slice plan_name, plan; /* a workshop's plan; name empty: none */
    struct slice learner;         /* chooses the variants; empty: as the progress file names one */
};

enum walk_failure { WALK_OPENED, WALK_NO_DIRECTORY, WALK_BAD_PLAN };

/* Opens course and progress, and stands at home. On failure everything is usable but what failed;
 * course.faults tells what is wrong with a plan: its form, or an exercise that is not there. The
 * walk must not be moved. guard: see walk_guard. */
enum walk_failure walk_open(struct walk *walk, const struct walk_setup *setup, jmp_buf *guard);
void walk_close(struct walk *walk);

/* Where the walk's arenas jump to when there is no memory; to be set before each call below. */
void walk_guard(struct walk *walk, jmp_buf *guard);

/* ---- Where one is */

/* The lesson at hand, read; null at home. */
const struct lesson *walk_lesson(struct walk *walk);

/* The title of an exercise, with the values that this learner meets. */
struct slice walk_title(struct walk *walk, struct arena *arena, const struct exercise *exercise,
                        int64_t now);

/* How many exercises one goes along, and which one this is, from 0. At the question of a detour
 * those of its lesson. */
size_t walk_length(const struct walk *walk);
size_t walk_index(const struct walk *walk);

/* ---- Going */

/* How a step went. */
enum walk_step {
    WALK_STEPPED,
    WALK_NO_FURTHER, /* there is nothing before this */
    WALK_REVIEWED,   /* that was the last of what was due: one is at home */
    WALK_THROUGH,    /* nothing of the course is left to go on with */
    WALK_NOTHING,    /* nothing is due, or there is no such place */
    WALK_UNUSABLE,   /* its file has a fault: one stands on the page of its lesson, and what comes
                        next is behind it */
    WALK_LOCKED,     /* the plan wants its order: this comes later, or is not in it */
    WALK_NO_SKIP,    /* the plan wants this one to be passed first */
};

/* Home. Questions of the first start that were left are not asked again. */
void walk_home(struct walk *walk);

/* Makes anew where one is, when memory ran out on the way there: the sitting is opened again. */
enum walk_step walk_stay(struct walk *walk, int64_t now);

/* Goes on where one stopped: at that exercise while it is not passed, then along the core, from
 * its lesson on and round to it; behind the core with what is left, lesson by lesson. */
enum walk_step walk_go_on(struct walk *walk, int64_t now);
/* Where that would be; false when the course is through. An exercise of SIZE_MAX is a page. */
bool walk_next_place(struct walk *walk, struct arena *arena, struct course_place *place);

/* To a place, or one as it is typed (course_place). */
enum walk_step walk_to(struct walk *walk, struct course_place place, int64_t now);
enum walk_step walk_go(struct walk *walk, struct slice text, int64_t now);

/* To the next thing or the one before: page, exercises, end, next page; of a list, its exercises.
 * In a lesson its core is gone along: a page leads to the first exercise of the core that was not
 * passed, else to the first of the others, else to the first; one of the core to the next of the
 * core; one of the others to the next in order, over what was passed of the core. A lesson
 * without a core is all core. From home: walk_go_on. Forward from a question of the first start
 * that was not answered: it counts as shown, and walk_start_next is what comes next. */
enum walk_step walk_move(struct walk *walk, int by, int64_t now);

/* The exercise that walk_move(+1) leads to; null where that is something else. */
const struct exercise *walk_ahead(struct walk *walk);

/* Whether walk_move(+1) leads to another question first: a prediction fits two beliefs, and that
 * question, not passed yet, is one on which they differ. From it one goes on in the order. */
bool walk_detours(struct walk *walk);

/* To the first exercise of this lesson besides the core that was not passed; when all were, to the
 * first of them. NOTHING: there is none. */
enum walk_step walk_practise(struct walk *walk, int64_t now);

/* Begins what is due. */
enum walk_step walk_review(struct walk *walk, int64_t now);

/* ---- A workshop's plan (WALK_PLAN)
 *
 * With a plan home lists its exercises, and one goes along them. `lock` holds everything else back:
 * an exercise opens when those before it were passed or, with `skip`, passed over. Without `skip`
 * walk_move(+1) leaves an exercise when it was passed. Pages may always be read. */

/* Whether the model answer may be shown. */
bool walk_may_show(const struct walk *walk);

/* Whether the exercise of the plan is open. */
bool walk_is_open(const struct walk *walk, const struct walk_known *known, size_t index);

/* The minutes that the plan gives, 0 when it does not tell, and those taken for its exercises. */
struct walk_minutes {
    uint32_t given, taken;
};
struct walk_minutes walk_minutes(const struct walk *walk, const struct walk_known *known);

/* ---- The first start */

/* Whether its questions come first: nothing was done yet. */
bool walk_is_first(struct walk *walk);

/* Opens the first of its questions that was not answered. */
enum walk_step walk_start(struct walk *walk, int64_t now);

/* Behind an answered question: opens the next one. False behind the last: then one is at home, and
 * *begin is the index of the lesson to begin with, SIZE_MAX when the course was begun before. */
bool walk_start_next(struct walk *walk, size_t *begin, int64_t now);

/* Whether walk_move(+1), from the end of the last lesson, asks these questions again: the core is
 * passed, and since then they were not all answered. */
bool walk_asks_again(struct walk *walk);

/* How many there are, and to how many the first answer was right, and the last. */
struct walk_before {
    size_t all, first, last;
};
void walk_before_and_after(struct walk *walk, struct arena *arena, struct walk_before *before);

/* What was said to this question the first time, when it is asked again; else empty. */
struct slice walk_said_first(struct walk *walk, struct arena *arena);

/* ---- What is known */

void walk_read_known(struct walk *walk, struct arena *arena, struct walk_known *known);
const struct record *walk_record(const struct walk_known *known, struct slice id);

/* How many exercises of a lesson are in each state. */
struct walk_tally {
    size_t of[RECORD_HELD + 1], total;
};
struct walk_tally walk_count(const struct walk_known *known, const struct outline *outline);

/* The state of a whole lesson: NEW when nothing was done, SOLVED or HELD when all are at least
 * that, else WORKING. */
enum record_state walk_state(const struct walk_tally *tally);

/* How many exercises of the core, and besides it, were not passed: of a lesson by its index, or of
 * all with SIZE_MAX. */
size_t walk_core(const struct walk *walk, const struct walk_known *known, size_t lesson);
size_t walk_more(const struct walk *walk, const struct walk_known *known, size_t lesson);

/* How many there are of the core in all. */
size_t walk_core_length(const struct walk *walk);

/* walk_next_place, with what is known already. */
bool walk_next_known(struct walk *walk, const struct walk_known *known, struct course_place *place);

/* The places of what is due: what one was sure of and wrong about first, then by time. */
void walk_due(struct walk *walk, struct arena *arena, const struct walk_known *known, int64_t now,
              struct walk_places *due);

/* What one can do, by kinds of exercises, a row a skill. */
enum walk_skill { SKILL_PREDICT, SKILL_WRITE, SKILL_RUN, SKILL_DESIGN, SKILL_COUNT };
struct walk_skills {
    struct walk_tally of[SKILL_COUNT];
};
void walk_skills(const struct walk *walk, const struct walk_known *known,
                 struct walk_skills *skills);

/* ---- Search */

/* Where a word stands: on the page of a lesson (exercise SIZE_MAX), in an exercise, or in a rule
 * that `pairing explain` tells (rule below RULE_COUNT). title is a lesson's, an exercise's or the
 * rule's summary; values of exercises stand in it as their {{NAME}}s. */
struct walk_hit {
    struct course_place place;
    enum rule rule;
    struct slice title;
};
struct walk_hits {
    struct walk_hit *at;
    size_t len, cap;
};

/* Letters in any case; titles first, then rules, then texts. Words that stand nowhere together are
 * sought each for itself, in one place. Also finds the rule whose message a pasted error is. */
void walk_search(struct walk *walk, struct arena *arena, struct slice words,
                 struct walk_hits *hits);

#endif
