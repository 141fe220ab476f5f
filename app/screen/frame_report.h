/* A report painted into an area of a frame: the same lines wrap in the same way everywhere. */
#ifndef APP_SCREEN_FRAME_REPORT_H
#define APP_SCREEN_FRAME_REPORT_H

#include "app/ground/report.h"
#include "app/screen/frame.h"

/* How text is painted. */
enum { TEXT_OLD = 1, TEXT_RULED = 2 }; /* all in ROLE_OLD; titles stand on a line across */

/* Paints a report so that its row `top` is the first of the area. In an area without rows nothing
 * is painted, and the result is how many rows the report has. Where titles are joined their text is
 * taken from the report's arena. */
int frame_report(struct frame *frame, struct area area, const struct report *report, int top,
                 unsigned how);

#endif
