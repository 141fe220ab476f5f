/* Report lines to the bytes of a plain terminal or a pipe.
 *
 * On a terminal lines are wrapped and roles have colours; on a pipe neither. The first line of an
 * argv is never wrapped, so that it can be copied; where it is wider than the terminal its words
 * follow once more in rows with their letters under them. */
#ifndef APP_GROUND_PAINT_H
#define APP_GROUND_PAINT_H

#include "app/ground/report.h"
#include "sim/sim.h"

enum paint_colours { PAINT_NONE, PAINT_8, PAINT_256 };

struct paint {
    unsigned columns; /* of the terminal; 0: never wrapped */
    enum paint_colours colours;
};

/* Appends all lines of a report, each with its line end. */
void paint_report(struct buffer *out, const struct report *report, const struct paint *paint);

#endif
