/* A lesson file: what an author wrote, before a variant is chosen.
 *
 * The format stands in lessons/README.md. Reading appends faults and goes on; what is read lives in
 * the arena. The texts of parts still hold their {{NAME}}s; task.h puts values in their place. */
#ifndef APP_COURSE_LESSON_H
#define APP_COURSE_LESSON_H

#include "app/course/fault.h"
#include "app/course/parts.h"
#include "app/course/scene.h"

enum lesson_role {
    LESSON_NUMBERED, /* NN-slug.md: has a place in the order */
    LESSON_START,    /* start.md: the first start */
    LESSON_REPLIES,  /* replies.md: a heading a rule or a failure, and one quote */
    LESSON_PLAN,     /* anything else: a workshop's plan */
    LESSON_NO_ROLE,  /* README.md: not read */
};

/* A reply that holds in the whole course: of a finding, or of a failure, `fails KIND`. */
struct course_reply {
    enum rule rule;      /* RULE_COUNT: of a failure */
    enum ending failure; /* ENDS_RUNS: of a finding */
    uint32_t line;
    struct markdown reply;
};

struct course_replies {
    struct course_reply *at;
    size_t len, cap;
};

struct lesson {
    struct slice file, slug, title;
    enum lesson_role role;
    unsigned number;       /* NN of the file name */
    struct markdown prose; /* `example` blocks stand in it, as MARKDOWN_FENCED */
    struct exercises exercises;
    struct course_replies replies; /* of replies.md */
    struct plan plan;              /* of a plan */
    bool has_plan;
};

/* What it is about, as its heading says: "BlankInWord", "fails pull". */
struct slice course_reply_name(struct arena *arena, const struct course_reply *reply);

/* What a file is, by its name without directories. */
enum lesson_role lesson_role_of(struct slice file);

/* The same with its NN (0 without) and its slug: 04-the-pairing.md is number 4, the-pairing. */
void lesson_name(struct slice file, enum lesson_role *role, unsigned *number, struct slice *slug);

/* Reads a file. faults->file must be set to its name as it is to be shown. */
void lesson_read(struct arena *arena, struct arena *scratch, struct slice file, struct slice bytes,
                 struct faults *faults, struct lesson *lesson);

#endif
