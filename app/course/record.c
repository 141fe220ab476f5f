/* Events to a record. See record.h. In: events in the order of their times. Out: the state. */
#include "app/course/record.h"

enum { HOUR = 3600, DAY = 24 * HOUR, NIGHT = 16 * HOUR, STEPS = 4 };

/* So long after a pass it comes back: a few hours less than the days, so that who comes at the same
 * time of the day finds it. */
static const int64_t waits[STEPS] = {NIGHT, 3 * DAY - DAY + NIGHT, 7 * DAY - DAY + NIGHT,
                                     21 * DAY - DAY + NIGHT};

static int64_t wait_of(uint32_t step)
{
    return waits[step < STEPS ? step : STEPS - 1];
}

/* It came back: a round of its own, whose hints and looks count anew. */
static void begin_round(struct record *record)
{
    record->reviewing = true;
    record->round++;
    record->hints = 0;
    record->shown = false;
}

static void pass(struct record *record, int64_t at)
{
    bool known = record->state == RECORD_SOLVED || record->state == RECORD_HELD;
    bool open = record->reviewing || !record->passed;
    bool unaided = !record->shown && record->hints <= 1;
    record->passed = true;
    if (!open)
        return;
    record->reviewing = false;
    if (unaided) {
        record->step = known ? record->step + 1 : 0;
        record->state = known ? RECORD_HELD : RECORD_SOLVED;
        record->missed = known ? false : record->missed;
        record->due = record->step < STEPS ? at + wait_of(record->step) : 0;
        return;
    }
    if (!known)
        record->state = record->shown ? RECORD_SHOWN : RECORD_WORKING;
    record->step = 0;
    record->due = at + wait_of(0);
}

static void miss(struct record *record, const struct deed *deed)
{
    record->missed = record->missed || deed->sure == 3;
    if (record->state == RECORD_NEW)
        record->state = RECORD_WORKING;
    if (!record->reviewing)
        return;
    record->reviewing = false;
    record->step = 0;
    record->due = deed->at + wait_of(0);
    if (record->state == RECORD_HELD)
        record->state = RECORD_SOLVED;
}

static void show(struct record *record, int64_t at)
{
    bool known = record->state == RECORD_SOLVED || record->state == RECORD_HELD;
    record->shown = true;
    if (known && !record->reviewing)
        return;
    record->state = known ? RECORD_SOLVED : RECORD_SHOWN;
    record->reviewing = false;
    record->passed = true; /* what follows today repeats what was seen */
    record->step = 0;
    record->due = at + wait_of(0);
}

void record_add(struct record *record, const struct deed *deed)
{
    if (record_is_due(record, deed->at) && !record->reviewing)
        begin_round(record);
    record->exercise = deed->exercise;
    record->seconds += deed->seconds > 0 ? deed->seconds : 0;
    record->last = deed->at;
    switch (deed->kind) {
    case DEED_HINT:
        record->hints = deed->hint > record->hints ? deed->hint : record->hints;
        record->state = record->state == RECORD_NEW ? RECORD_WORKING : record->state;
        break;
    case DEED_SHOWN: show(record, deed->at); break;
    case DEED_ATTEMPT:
        record->attempts++;
        record->variant = deed->variant;
        record->answer = deed->answer;
        if (deed->passed)
            pass(record, deed->at);
        else
            miss(record, deed);
        break;
    case DEED_KINDS: break;
    }
}

bool record_is_due(const struct record *record, int64_t now)
{
    return record->reviewing || (record->due && now >= record->due);
}

uint32_t record_round(const struct record *record, int64_t now)
{
    return record->round + (record_is_due(record, now) && !record->reviewing);
}

bool record_is_unaided(const struct record *record, int64_t now)
{
    bool anew = record_is_due(record, now) && !record->reviewing;
    return anew || (!record->shown && record->hints <= 1);
}

struct slice record_state_name(enum record_state state)
{
    static const struct slice names[] = {[RECORD_NEW] = S_INIT("new"),
                                         [RECORD_WORKING] = S_INIT("working"),
                                         [RECORD_SHOWN] = S_INIT("shown"),
                                         [RECORD_SOLVED] = S_INIT("solved"),
                                         [RECORD_HELD] = S_INIT("held")};
    return names[state];
}

struct slice deed_kind_name(enum deed_kind kind)
{
    static const struct slice names[] = {[DEED_ATTEMPT] = S_INIT("attempt"),
                                         [DEED_HINT] = S_INIT("hint"),
                                         [DEED_SHOWN] = S_INIT("shown")};
    return names[kind];
}
