/* What is known of a learner and one exercise: events, and the record that they add up to.
 *
 * Events are the truth: an answer, a hint, a look at the model answer. A record is made of them,
 * one after the other in the order of their times, so that events of two machines can be put
 * together. Times are seconds since 1970, given by the caller.
 *
 *     solved   unaided: with the first hint at most, and the answer was not shown
 *     held     solved again, unaided, when it came back for review, in another variant
 *
 * What was passed comes back after 1, 3, 7 and 21 days. A day is over after a night: 16 hours. */
#ifndef APP_COURSE_RECORD_H
#define APP_COURSE_RECORD_H

#include "sim/sim.h"

enum deed_kind { DEED_ATTEMPT, DEED_HINT, DEED_SHOWN, DEED_KINDS };

struct deed {
    struct slice exercise; /* its id */
    int64_t at;
    enum deed_kind kind;
    bool passed;     /* of an attempt, as the rest */
    uint32_t sure;   /* 1 a guess, 2 fairly sure, 3 certain; 0: not asked */
    uint32_t hint;   /* of a hint: which one, 1 to 3 */
    int64_t seconds; /* since the event before, or since the exercise was opened */
    uint32_t variant;
    struct slice answer;  /* as it was typed; several lines */
    struct slice reply;   /* the name of the reply that it drew */
    struct slice beliefs; /* names of the beliefs that it fits, with blanks between */
};

struct deeds {
    struct deed *at;
    size_t len, cap;
};

enum record_state { RECORD_NEW, RECORD_WORKING, RECORD_SHOWN, RECORD_SOLVED, RECORD_HELD };

struct record {
    struct slice exercise;
    enum record_state state;
    uint32_t attempts;
    uint32_t hints; /* the furthest one in this round */
    int64_t seconds;
    int64_t due;    /* when it comes back; 0: not */
    uint32_t step;  /* reviews passed in a row */
    uint32_t round; /* rounds begun after the first; chooses the variant */
    bool passed;    /* at least once, however */
    bool shown;     /* the answer, in this round */
    bool reviewing; /* it came back, and was not answered yet */
    bool missed;    /* one was certain, and it came out otherwise */
    int64_t last;   /* time of the last event */
    uint32_t variant;
    struct slice answer; /* the last one */
};

struct records {
    struct record *at;
    size_t len, cap;
};

/* Adds an event to a record, which starts as zeros. Its answer is borrowed from the event. */
void record_add(struct record *record, const struct deed *deed);

/* Whether it has come back, or was not answered since it did. */
bool record_is_due(const struct record *record, int64_t now);

/* The round that an answer given now belongs to. */
uint32_t record_round(const struct record *record, int64_t now);

/* Whether an answer given now would be unaided. */
bool record_is_unaided(const struct record *record, int64_t now);

/* "new", "working", "shown", "solved", "held": as files have it. */
struct slice record_state_name(enum record_state state);
struct slice deed_kind_name(enum deed_kind kind);

#endif
