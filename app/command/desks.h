/* The screen and its two desks: the scratchpad and the course, each a session that leads to the
 * other. */
#ifndef APP_COMMAND_DESKS_H
#define APP_COMMAND_DESKS_H

#include "app/command/open_session.h"
#include "app/session/learning.h"

/* Large, and must not move. */
struct desks {
    struct cli *cli;
    struct opened pad; /* read by opened_read */
    struct session course;
    struct walk_setup walk;
    bool has_course;
};

/* Whether there is a terminal to draw on, and drawing is wanted. */
bool desks_can_draw(const struct cli *cli);

/* Opens the course's desk: begins at the place that is named, as it is typed; empty: home, or the
 * first start. Gives 0, or says what is wrong and gives 2. */
int desks_open_course(struct desks *desks, struct slice place);

/* Shows the course when it is open, else the scratchpad, until one leaves. Gives the exit status;
 * -1 when the terminal is one on which nothing can be drawn: then lines are to be read. */
int desks_show(struct desks *desks);

/* Frees everything. */
void desks_close(struct desks *desks);

#endif
