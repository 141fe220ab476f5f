/* How an image was built up, as text: floors that stand on one another, and on top the pair in
 * force. The screen draws a box a floor; lines tell the same from the ground up. */
#ifndef APP_GROUND_REPORT_TOWER_H
#define APP_GROUND_REPORT_TOWER_H

#include "app/ground/trial.h"

/* What is shown; made by report_tower_find. */
struct report_tower {
    struct tower tower;
    const struct text **files; /* for each floor, the Dockerfile that it stands in */
    struct slice *images;      /* the image that a floor completes, where it is not the one asked
                                  about; else empty */
    struct trial bare;         /* docker run IMAGE */
    struct names counting; /* variables on which the words or the search for the program depend */
    bool **shows;          /* for each floor, for each of its steps, whether it is worth telling */
};

/* Builds the image of an answer once more. False: it has none. All lives in the report's arena. */
bool report_tower_find(struct report *report, const struct report_view *view,
                       struct report_tower *found);

/* The top: the forms of the pair in force, and what runs with nothing typed. */
struct slice report_tower_force(struct report *report, const struct report_view *view);
void report_tower_top(struct report *report, const struct report_view *view,
                      const struct report_tower *found);

/* Floor i, from the ground: what it is, where it stands (may be empty), and what happens on it. */
struct slice report_floor_title(struct report *report, const struct report_view *view,
                                const struct report_tower *found, size_t i);
struct slice report_floor_tail(struct report *report, const struct report_view *view,
                               const struct report_tower *found, size_t i);
void report_floor(struct report *report, const struct report_view *view,
                  const struct report_tower *found, size_t i);

/* The stages that are no part of it, in a sentence; no line when there are none. */
void report_tower_others(struct report *report, const struct report_view *view,
                         const struct report_tower *found);

/* All of it, the ground first. */
void report_tower(struct report *report, const struct report_view *view);

#endif
