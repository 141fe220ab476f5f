/* Printing reports and answers on standard output, as the options and the terminal want it. */
#ifndef APP_COMMAND_PRINT_H
#define APP_COMMAND_PRINT_H

#include "app/command/cli.h"
#include "app/command/subject.h"
#include "app/ground/paint.h"

/* What standard output can show: its width and colours, from --color, --plain, NO_COLOR, TERM. */
struct paint print_paint(const struct cli *cli);

/* Paints and writes a report; false when it could not be written. */
bool print_report(struct cli *cli, const struct report *report, const struct paint *paint);

/* An answer about a subject on standard output: as JSON where the options say so, else as the lines
 * that `tell` makes of it, report_answer or report_image. False when it could not be written. */
bool print_answer(struct subject *subject, const struct answer *answer,
                  void (*tell)(struct report *report, const struct report_view *view));

/* The exit status that an answer leads to: what docker, its build or the shell would exit with; 0
 * where it would run, where it is unknown and where there is nothing to run. */
int print_status(const struct answer *answer);

#endif
