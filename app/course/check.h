/* The check language: one line of a check, read, and tried on what a learner made.
 *
 *     docker run p example.org  =>  ["ping","example.org"]
 *     entrypoint = ["ping"]
 *
 * lessons/README.md lists the forms. */
#ifndef APP_COURSE_CHECK_H
#define APP_COURSE_CHECK_H

#include "app/course/fault.h"
#include "app/course/scene.h"

enum expect {
    EXPECT_ARGV,       /* […] */
    EXPECT_BEGINS,     /* begins […] */
    EXPECT_NOT,        /* not […] */
    EXPECT_WORDS,      /* words N */
    EXPECT_SAME,       /* same */
    EXPECT_FAILS,      /* fails KIND */
    EXPECT_PLACE,      /* place N = script|$0|$1… */
    EXPECT_ENV,        /* env NAME = "…"|unset */
    EXPECT_WORKDIR,    /* workdir = … */
    EXPECT_USER,       /* user = … */
    EXPECT_USES_NO,    /* uses no --OPTION */
    EXPECT_LIST,       /* entrypoint|cmd = […]|unset|empty */
    EXPECT_FORM,       /* form CMD|ENTRYPOINT = exec|shell */
    EXPECT_FIXED,      /* fixed = […] */
    EXPECT_ANYONE,     /* anyone = […] */
    EXPECT_FINDINGS,   /* findings = none|RULE */
    EXPECT_ENTRYPOINT, /* words entrypoint <= N */
};

struct check {
    struct slice text;
    uint32_t line;
    bool hidden;
    bool has_run, own_line; /* a run line stands in front; or the word `line` */
    struct slice run;
    enum expect expect;
    struct slice wanted; /* the expectation as it is written */
    struct args list;    /* its words */
    bool unset, empty;   /* of lists, and unset of ENV */
    uint32_t number;
    int place; /* -1: the script itself, else N of $N */
    enum ending ending;
    bool of_cmd; /* of LIST and FORM: CMD, else ENTRYPOINT */
    enum form form;
    enum rule rule; /* of FINDINGS; RULE_COUNT: none */
    struct slice name, value;
};

struct checks {
    struct check *at;
    size_t len, cap;
};

/* Reads the lines of a block whose fence stands on `line`. With own_line their left side is the
 * word `line`. */
void checks_read(struct arena *arena, struct faults *faults, struct slice text, uint32_t line,
                 bool hidden, bool own_line, struct checks *checks);

/* What came of one check, or of one question of a prediction. */
struct result {
    bool holds, hidden;
    uint32_t line;       /* of the file */
    struct slice asked;  /* the run line, the item, or the check itself */
    struct slice wanted; /* the expectation in words, where it is no argv */
    bool wants_argv;
    struct args argv;   /* the argv that is wanted; empty for "nothing starts" */
    struct args begins; /* the words that it is to begin with, where no more is wanted */
    bool said_argv;
    struct args said; /* predictions: the words that the learner said */
    struct slice got; /* what it is instead of `wanted`, where that is no argv */
    enum ending ending;
    const struct answer *answer; /* what really runs, with origins; null for `items` */
};

struct results {
    struct result *at;
    size_t len, cap;
};

/* Tries one. model is the scene with the model answer, for `same`; null where there is none: then
 * `same` holds. */
void check_try(struct arena *arena, const struct check *check, const struct scene *scene,
               const struct scene *model, struct result *result);

/* The separator of a line: the index of the first => outside quotes, or its length. */
size_t check_arrow(struct slice text);

/* The strings of a JSON array; false when it is none. */
bool words_of_array(struct arena *arena, struct slice text, struct args *words);

/* The words of a plan as a list, and as their letters: EER. */
struct args plan_words(struct arena *arena, const struct exec_plan *plan);
struct slice plan_letters(struct arena *arena, const struct exec_plan *plan);

#endif
