/* What an exercise is played on: the images that there are, the learner's own among them, and the
 * fixed typing shell of the recorded cases. Nothing here depends on the machine. */
#ifndef APP_COURSE_SCENE_H
#define APP_COURSE_SCENE_H

#include "sim/sim.h"

/* A further image, `given NAME`: built once, may stand on those before it. */
struct scene_image {
    struct slice name;
    struct slice dockerfile; /* its lines, as they are shown */
    const struct text *file; /* the same, as the source of places */
    const struct text *text; /* the image as the source of its values */
    struct image_config config;
    bool built;
    struct failure failure; /* why it is not */
};

/* The image `base` and those of an exercise, in the order of the file. */
struct scene_images {
    struct scene_image *at;
    size_t len, cap;
};

/* One question's surroundings. Lives as long as what it points to; must not be moved once asked. */
struct scene {
    const struct scene_images *images; /* null: none */
    struct slice image;                /* the name of the learner's image */
    struct text dockerfile;
    struct slice line; /* the run line that the learner typed, where that is what is asked for */
};

/* How a question ended. */
enum ending {
    ENDS_RUNS,
    ENDS_NO_COMMAND, /* no ENTRYPOINT, no CMD, no words */
    ENDS_BUILD,
    ENDS_SHELL,
    ENDS_CLIENT,
    ENDS_DAEMON,
    ENDS_PULL,
    ENDS_NO_CONTAINER, /* help, and docker commands that make none */
    ENDS_UNKNOWN,      /* nothing that could be vouched for */
    ENDS_TOO_LARGE,
};

/* Adds an image and builds it. */
void scene_add(struct arena *arena, struct scene_images *images, struct slice name,
               struct slice dockerfile);

/* The image that an answer is about: a given one that the line names, else the learner's. */
struct slice scene_image_of(struct arena *arena, const struct scene *scene,
                            const struct answer *answer);

/* The lines of a given image by its name, null for another; images is a struct scene_images. */
const struct text *scene_file(const void *images, struct arena *arena, struct slice name);

/* The image that a line asks about as a Dockerfile by itself: the given images that it stands on
 * are stages in front of it. */
struct slice scene_alone(struct arena *arena, const struct scene *scene, struct slice line);

/* What stands in front of a learner's lines: the given ones, and FROM base where nobody wrote a
 * FROM. Ends with its last line's end. */
struct slice scene_front(struct arena *arena, struct slice given, struct slice lines);

/* A Dockerfile of locked lines and the learner's; without any FROM it stands on `base`. */
void scene_open(struct arena *arena, const struct scene_images *images, struct slice image,
                struct slice given, struct slice lines, struct scene *scene);

/* The question that a run line is, to be put by scene_put: for a caller who keeps its parts. The
 * line's text must live as long as the answer. */
void scene_question(struct arena *arena, const struct scene *scene, const struct text *line,
                    struct question *question);
void scene_put(struct arena *arena, const struct scene *scene, const struct question *question,
               struct answer *answer);

/* Asks what a run line does. The answer lives in the arena. Of several images the line names one:
 * the learner's, a given one, or none that there is (ENDS_PULL). */
const struct answer *scene_ask(struct arena *arena, const struct scene *scene, struct slice run);

enum ending answer_ending(const struct answer *answer);

/* The ending as the check language names it: "no-command"; empty for ENDS_RUNS. */
struct slice ending_name(enum ending ending);

/* The failure of that name, as a check may want it; ENDS_RUNS when none is called so. */
enum ending failure_named(struct slice name);

/* What belief_expects wants to know of an answer that has a request. */
struct belief_input scene_belief(const struct answer *answer);

#endif
