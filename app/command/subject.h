/* Which image a question is about, from the options or from the name on the line.
 *
 *     -f, -e, -i     as they say; -e adds to -f or stands on an implied base
 *     none of them   a known image of that name, else ./Dockerfile, else an error with the ways */
#ifndef APP_COMMAND_SUBJECT_H
#define APP_COMMAND_SUBJECT_H

#include "app/command/cli.h"
#include "app/ground/json.h"
#include "app/ground/report.h"

/* A question with its image, and everything that it points to. Must not be moved. */
struct subject {
    struct cli *cli;
    struct question question;
    struct text dockerfile, image_text;
    struct base_image image;
    struct places places;
    enum image_source kind;
    struct slice image_name; /* the name it goes by on the line or in its metadata */
    struct bases bases;
    struct names base_names; /* of --base, to indices into base_images */
    struct base_image *base_images;
    struct json_reader reader;
    bool has_reader;
};

/* Reads what the options name. Gives 0, or says what is wrong and gives 2.
 * subject->question.dockerfile and .image are null when no option named an image. */
int subject_open(struct cli *cli, struct subject *subject);

/* Finds an image by its name on the line; an empty name, as for docker exec, can only be
 * ./Dockerfile. Gives 0, or says what is wrong and gives 2. */
int subject_find(struct subject *subject, struct slice name);

static inline bool subject_has_image(const struct subject *subject)
{
    return subject->question.dockerfile || subject->question.image;
}

/* Frees what is not arena memory. */
void subject_close(struct subject *subject);

#endif
