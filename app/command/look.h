/* Looking at an answer in lines: what line mode's image and the course's exercises print alike.
 *
 * Each adds lines to a report. Where there is nothing to look at, that is what they say, and they
 * give false. */
#ifndef APP_COMMAND_LOOK_H
#define APP_COMMAND_LOOK_H

#include "app/ground/report.h"

/* All frames of the merge. */
bool look_merge(struct report *report, const struct report_view *view);

/* The steps as sentences. */
bool look_explain(struct report *report, const struct report_view *view);

/* The nine forms for this image; the build's failure where there is none. */
bool look_grid(struct report *report, const struct report_view *view);

/* The image built up, and who can change what. */
bool look_tower(struct report *report, const struct report_view *view);
bool look_surface(struct report *report, const struct report_view *view);

/* The notes, each in full, and BuildKit's warnings. */
bool look_notes(struct report *report, const struct report_view *view);

/* What a rule says, by its name. */
bool look_rule(struct report *report, struct slice name);

/* Whether a line is one for a shell with docker in it: not an instruction, nor a word alone. */
bool look_is_docker(struct slice line);

#endif
