/* Who can change what, as text: the three zones of the words that run, and what each caller has to
 * type to change which of them. */
#ifndef APP_GROUND_REPORT_CALLERS_H
#define APP_GROUND_REPORT_CALLERS_H

#include "app/ground/trial.h"

/* Fixed: ENTRYPOINT's words. Default: CMD's. Typed: those of the line at hand. */
enum zone { ZONE_FIXED, ZONE_DEFAULT, ZONE_TYPED, ZONE_COUNT };

/* Somebody who runs the image, and what comes of it. */
struct caller {
    enum words_id title, says; /* says: what follows from it; WORDS_COUNT: nothing */
    struct words_args args;    /* of says */
    struct trial trial;
};

struct report_callers {
    struct trial bare;
    const struct answer *line; /* the line at hand, or the bare one where that starts nothing */
    struct caller *at;
    size_t len, cap;
};

/* False: there is no image. All lives in the report's arena. */
bool report_callers_find(struct report *report, const struct report_view *view,
                         struct report_callers *found);

/* The words that run now: the line and its argv. */
void report_callers_now(struct report *report, const struct report_view *view,
                        const struct report_callers *found);

/* A zone: its name, and its words with what can be done about them. */
struct slice report_zone_title(struct report *report, enum zone zone);
void report_zone(struct report *report, const struct report_view *view,
                 const struct report_callers *found, enum zone zone);

/* A caller: who, what it costs, and the line with what it runs. */
struct slice report_caller_title(struct report *report, const struct caller *caller);
struct slice report_caller_cost(struct report *report, const struct caller *caller);
void report_caller(struct report *report, const struct caller *caller);

/* All of it. */
void report_callers(struct report *report, const struct report_view *view);

#endif
