/* What an exercise is made of: its kind, its blocks, its fields. lesson.h reads them from a file.
 */
#ifndef APP_COURSE_PARTS_H
#define APP_COURSE_PARTS_H

#include "app/course/markdown.h"
#include "sim/sim.h"

/* The kinds of exercises. The columns say how often each block stands in one (see lesson.c). */
#define EXERCISE_KINDS(X)                                                                          \
    /*  given start ask items check answer solved hint wrong vary; 2: two or more */               \
    X(WRITE, "write", "? ? - - + 2 1 3 + ?")                                                       \
    X(REPAIR, "repair", "? 1 - - + 2 1 3 + ?")                                                     \
    X(RUN, "run", "1 - - - + 2 1 3 + ?")                                                           \
    X(PREDICT, "predict", "1 - + - - - 1 3 * ?")                                                   \
    X(ORIGIN, "origin", "1 - + - - - 1 3 * ?")                                                     \
    X(SORT, "sort", "? - - 1 - - 1 3 * ?")                                                         \
    X(DESIGN, "design", "? ? - - + 2 1 3 + ?")                                                     \
    X(GOLF, "golf", "? ? - - + + 1 3 * ?")

#define EXERCISE_KIND_ID(id, name, blocks) EXERCISE_##id,
enum exercise_kind { EXERCISE_KINDS(EXERCISE_KIND_ID) EXERCISE_KIND_COUNT };
#undef EXERCISE_KIND_ID

/* Fenced blocks by the first word of their info string; the first ten are the columns above. */
#define BLOCKS(X)                                                                                  \
    X(GIVEN, "given")                                                                              \
    X(START, "start")                                                                              \
    X(ASK, "ask")                                                                                  \
    X(ITEMS, "items")                                                                              \
    X(CHECK, "check")                                                                              \
    X(ANSWER, "answer")                                                                            \
    X(SOLVED, "solved")                                                                            \
    X(HINT, "hint")                                                                                \
    X(WRONG, "wrong")                                                                              \
    X(VARY, "vary")                                                                                \
    X(EXERCISE, "exercise")                                                                        \
    X(EXAMPLE, "example")                                                                          \
    X(PLAN, "plan")

#define BLOCK_ID(id, name) BLOCK_##id,
enum block { BLOCKS(BLOCK_ID) BLOCK_COUNT };
#undef BLOCK_ID

/* More blocks of all sorts, and more lines in a block, no exercise has: its cost stays bounded. */
enum { PARTS_MAX = 60, PART_LINES_MAX = 40 };

/* Nor has a plan more exercises. */
enum { PLAN_ROWS_MAX = 400 };

/* A machine-read part. */
struct part {
    enum block block;
    struct slice name; /* given NAME, wrong NAME; else empty */
    bool hidden;       /* check hidden */
    bool when;         /* wrong NAME when */
    struct slice text;
    uint32_t line;         /* of the fence; the text begins one line below */
    struct markdown reply; /* the quote behind a wrong */
};

struct parts {
    struct part *at;
    size_t len, cap;
};

/* NAME = a | b | c */
struct vary {
    struct slice name;
    uint32_t line;
    struct slice *at;
    size_t len, cap;
};

struct varies {
    struct vary *at;
    size_t len, cap;
};

struct names_list {
    struct slice *at;
    size_t len, cap;
};

enum measure { MEASURE_NONE, MEASURE_WORDS_ENTRYPOINT, MEASURE_CHARACTERS_LINE };

struct lesson;

/* An exercise as its author wrote it. */
struct exercise {
    const struct lesson *lesson;
    struct slice title, id;
    uint32_t line; /* of its heading */
    enum exercise_kind kind;
    bool core;
    struct names_list cures; /* M28 … */
    struct slice image;      /* the learner's image: p unless told otherwise */
    enum measure measure;
    uint32_t par;
    struct slice leads; /* of start.md: a lesson's slug */
    struct markdown prose;
    struct parts parts;
    struct varies varies;
    bool usable; /* its blocks are as its kind wants them: a task can be made */
};

struct exercises {
    struct exercise *at;
    size_t len, cap;
};

/* A line of a workshop's plan. */
struct plan_row {
    struct slice id;
    uint32_t minutes; /* 0: not told */
    uint32_t line;
};

struct plan {
    struct plan_row *at;
    size_t len, cap;
    uint32_t minutes;
    bool lock, skip, shown; /* in this order; may be skipped; answers may be shown */
};

/* The name of a kind: "write". */
struct slice exercise_kind_name(enum exercise_kind kind);
struct slice block_name(enum block block);

/* The next part of a sort at or behind *i, which moves behind it; null at the end. */
const struct part *exercise_part(const struct exercise *exercise, enum block block, size_t *i);

/* How often a block may stand in an exercise of that kind. most is SIZE_MAX where it does not
 * matter. */
void block_counts(enum exercise_kind kind, enum block block, size_t *least, size_t *most);

#endif
