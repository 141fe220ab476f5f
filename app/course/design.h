/* The reverse question, asked in lines: what must run for which line, and which pair gives that.
 *
 *     docker run p             => ["ping","-c","3","localhost"]
 *     docker run p example.org => ["ping","example.org"]
 *     never                    => ["sh"]
 *
 * The right side is the argv that a line must give; behind `never` one that nobody may get by
 * typing words. Lines are read as Docker reads them, whatever the image is called, and what is
 * proposed is put to the simulator before it is told: a verdict is what the simulator says. So is a
 * pair that is there already, where one asks what callers get from it. */
#ifndef APP_COURSE_DESIGN_H
#define APP_COURSE_DESIGN_H

#include "app/course/scene.h"
#include "app/ground/report.h"
#include "sim/sim.h"

enum { DESIGN_WISHES_MAX = 200 };

struct design_wish {
    struct text text; /* the wish as it was written, on one line */
    uint32_t line;    /* in which it begins, from 1 */
    struct slice run; /* its line; empty for a never */
    struct arg image; /* the image's name in it */
    bool never;
    bool has_option; /* the line has an --entrypoint: the pair does not decide */
    struct args typed, wanted;

    /* Found by design_find or design_try. other is an index of wishes. */
    enum wish_verdict verdict;
    size_t other;
    struct args needed;          /* the ENTRYPOINT that this wish alone would need */
    const struct answer *answer; /* what the line runs with the pair proposed; null for a never */
    struct slice refusal;        /* why nothing starts, in a line; empty where something does */
    struct slice instead; /* a line that gives the argv: with --entrypoint, or of a never that is
                             possible; empty without one */
    size_t cost; /* words to type behind the image; one of --entrypoint counts, and so does it */
};

struct design {
    struct design_wish *at;
    size_t len, cap;

    /* Found by design_find or design_try. */
    bool tried;                /* the pair was there already */
    struct split split;        /* of a tried pair its two lists alone */
    struct slice dockerfile;   /* the lines proposed, each with its end; empty: none is needed. Of a
                                  tried pair its lists, empty where it has none */
    const struct answer *bare; /* docker run IMAGE with the pair: who can change what */
    struct slice image;        /* the name in the first line */
    size_t holding;            /* wishes that hold */
};

/* Why wishes cannot be read. at is in the wish's text; its text is null where no wish is at fault.
 */
struct design_fault {
    enum words_id id;
    struct words_args args;
    size_t number; /* of the wish, from 1; 0: none */
    uint32_t line; /* in which it begins, from 1 */
    struct origin at;
};

/* Reads wishes, one a line; blank lines and those that begin with # are passed over. host is the
 * typing shell, null for the recorded cases' one. False with a fault. */
bool design_read(struct arena *arena, const struct host *host, struct slice lines,
                 struct design *design, struct design_fault *fault);

/* Proposes a pair, and tries every wish with it. */
void design_find(struct arena *arena, const struct host *host, struct design *design);

/* Tries every wish with the pair of a scene instead; nothing is proposed. The scene must stay. */
void design_try(struct arena *arena, const struct scene *scene, struct design *design);

/* The proposal as text: the lines, why, what callers can do, what they type, what does not hold. */
void design_report(struct report *report, const struct design *design);

/* The same, or what a tried pair gives, for a page that shows the wishes with their verdicts beside
 * it: what does not hold comes first. */
void design_page(struct report *report, const struct design *design);

/* The same as a JSON object, without a line end. */
void design_put_json(struct buffer *out, const struct design *design);

#endif
