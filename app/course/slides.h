/* A lesson as slides for a room: what stands on each, and what a key adds to it. No terminal here.
 *
 * A slide has steps. The first one asks or tells; the further ones put something below the same
 * lines: what runs, the merge frame by frame, why. Values {{NAME}} are those of one round, so that
 * a second round can have others. Everything is made from the lesson file and the simulator. */
#ifndef APP_COURSE_SLIDES_H
#define APP_COURSE_SLIDES_H

#include "app/course/page.h"

enum slide_kind {
    SLIDE_TITLE,
    SLIDE_PROSE,   /* a few blocks of prose */
    SLIDE_EXAMPLE, /* Dockerfile lines and a run line; then the merge, then what runs */
    SLIDE_OPENING, /* of an exercise that is answered by saying: its prose and images */
    SLIDE_ROUND,   /* one line that is asked of it; then what runs, the merge, and at last why */
    SLIDE_TASK,    /* any other exercise; then the model answer */
    SLIDE_BROKEN,  /* an exercise that cannot be used */
    SLIDE_END,
};

struct slide {
    enum slide_kind kind;
    struct markdown_block *blocks; /* of PROSE; of EXAMPLE its one block */
    size_t blocks_len;
    const struct exercise *exercise;
    size_t ask, asks;           /* of ROUND: which line, of how many */
    unsigned steps;             /* 1 or more */
    unsigned frames;            /* of the merge */
    unsigned wrongs;            /* predicted mistakes that can be shown */
    uint32_t variant, variants; /* which values of how many; 0 of 0 without an exercise */
    bool starts;                /* of EXAMPLE and ROUND: something runs */
};

struct slides {
    const struct lesson *lesson;
    size_t position; /* from 1; 0: start.md */
    struct slide *at;
    size_t len, cap;
    size_t rounds; /* slides that ask the room */
};

/* What a step of a slide shows below its lines. */
enum slide_part {
    SLIDE_FIRST,  /* the question, or nothing more */
    SLIDE_RUNS,   /* what runs, with its letters; or why nothing does */
    SLIDE_MERGE,  /* a frame of the merge */
    SLIDE_SOLVED, /* what runs, and why */
    SLIDE_ANSWER, /* of a task, in its place */
};

/* Cuts a lesson into slides, in the arena; scratch is reset. The lesson must outlive them. */
void slides_make(struct arena *arena, struct arena *scratch, const struct lesson *lesson,
                 size_t position, uint32_t round, struct slides *slides);

/* What a step shows; *frame is the number of a frame of the merge, from 0. */
enum slide_part slide_part(const struct slide *slide, unsigned step, unsigned *frame);

/* The first step of a part; 0 when the slide has none. */
unsigned slide_step(const struct slide *slide, enum slide_part part);

/* What a slide is called: the title of its exercise, or of the lesson. */
struct slice slides_title(struct arena *arena, const struct slides *slides, size_t at);

/* Which line of how many a round asks, " (2 of 3)"; empty where that says nothing. */
struct slice slides_round(struct arena *arena, const struct slides *slides, size_t at);

/* A step of a slide as lines. The result is the first line that this step adds: what should be seen
 * where not all fits. */
size_t slides_report(const struct page_view *view, const struct slides *slides, size_t at,
                     unsigned step);

/* The same with a predicted mistake, from 1 on, and its reply in place of what the step adds. */
size_t slides_wrong(const struct page_view *view, const struct slides *slides, size_t at,
                    unsigned n);

/* A slide with all of its steps at once, as on a handout. */
void slides_handout(const struct page_view *view, const struct slides *slides, size_t at);

#endif
