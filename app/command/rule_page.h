/* Rules by their names: what `pairing explain` lists, and line mode. report_rule tells one. */
#ifndef APP_COMMAND_RULE_PAGE_H
#define APP_COMMAND_RULE_PAGE_H

#include "app/ground/report.h"

/* The rule of a name, in any case; RULE_COUNT when there is none. */
enum rule rule_meant(struct slice name);

/* The names of all rules, RULE_COUNT of them. */
void rule_names(struct slice *names);

/* All rules, a line each. */
void rule_put_list(struct report *report);

#endif
