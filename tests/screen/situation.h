/* A situation of a golden screen: what is opened, what is done then, and how large the screens are
 * that are looked at. */
#ifndef TESTS_SCREEN_SITUATION_H
#define TESTS_SCREEN_SITUATION_H

#include "app/session/session.h"
#include "tests/support/learner.h"

enum size { S80 = 1, S100 = 2, S120 = 4, S40 = 8, S200 = 16, S60 = 32, USUAL = S80 | S100 | S120 };

/* What is done before the screen is looked at. */
enum act {
    ACT_END,
    ACT_DO,
    ACT_TYPE,
    ACT_LINE,
    ACT_FOCUS,
    ACT_SEARCH,
    ACT_GO,
    ACT_MANY,
    ACT_DAYS, /* so many days pass */
};

struct action {
    enum act act;
    int number;       /* a command, a part, a line */
    const char *text; /* typed, or the run line */
};

#define DO(name)                                                                                   \
    {                                                                                              \
        ACT_DO, COMMAND_##name, NULL                                                               \
    }
#define TYPE(text)                                                                                 \
    {                                                                                              \
        ACT_TYPE, 0, text                                                                          \
    }
#define LINE(text)                                                                                 \
    {                                                                                              \
        ACT_LINE, 0, text                                                                          \
    }
#define FOCUS(part)                                                                                \
    {                                                                                              \
        ACT_FOCUS, PANE_##part, NULL                                                               \
    }
#define SEARCH(text)                                                                               \
    {                                                                                              \
        ACT_SEARCH, 0, text                                                                        \
    }
#define GO(line)                                                                                   \
    {                                                                                              \
        ACT_GO, line, NULL                                                                         \
    }
#define MANY(text)                                                                                 \
    {                                                                                              \
        ACT_MANY, 40, text                                                                         \
    } /* as so many words at the end of the line */
#define DAYS(number)                                                                               \
    {                                                                                              \
        ACT_DAYS, number, NULL                                                                     \
    }

/* Of the course: a session that keeps nothing, opened at a place as it is typed ("4/2"; empty: as
 * somebody who is new meets it), on a fixed day, with the variants of a fixed learner. */
struct course_situation {
    const char *name;
    unsigned sizes;
    const char *place;
    struct action actions[16];
    bool roles;
    enum learner learner; /* what was done before; not new: begins at home */
    const char *plan;     /* a workshop's; null: none */
};

extern const struct course_situation course_situations[];
extern const size_t course_situations_len;

#endif
