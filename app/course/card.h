/* The card: one page, 80 columns and at most 66 rows, with all that one needs beside the keyboard.
 */
#ifndef APP_COURSE_CARD_H
#define APP_COURSE_CARD_H

#include "app/ground/report.h"
#include "sim/sim.h"

enum { CARD_COLUMNS = 80, CARD_ROWS = 66, CARD_MISTAKES = 5 };

/* The page: the zones of a run line, the grid of forms, the rules, and five mistakes with their
 * cures. Those that the learner made come first, `met` of them; what many make fills the rest. */
void card_report(struct report *report, const enum belief *beliefs, size_t met);

#endif
