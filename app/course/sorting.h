/* Things to sort: the items of a sort exercise and the class that the simulator finds for each.
 *
 *     form    an instruction: exec, shell or error
 *     phase   an instruction, when it does its work: build, start or other
 *     zone    a run line with one word in { }: option, image or word */
#ifndef APP_COURSE_SORTING_H
#define APP_COURSE_SORTING_H

#include "app/course/fault.h"
#include "app/course/scene.h"

enum sort_by { SORT_FORM, SORT_PHASE, SORT_ZONE };

/* A thing to sort and where it belongs. */
struct item {
    struct slice text; /* as written; of a zone with the asked word in { } */
    struct slice class_name;
    uint32_t line;
};

struct items {
    enum sort_by by;
    struct item *at;
    size_t len, cap;
};

/* What the items stand on. */
struct sorting {
    const struct scene_images *images;
    struct slice given, image;
};

/* Reads the block `items`, whose fence stands on line: first `by: …`, then an item a line. */
void items_read(struct arena *arena, struct faults *faults, const struct sorting *sorting,
                struct slice text, uint32_t line, struct items *items);

/* The three classes, in the order in which they are offered. */
const struct slice *sort_classes(enum sort_by by);

#endif
