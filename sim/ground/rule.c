/* Names of the rules, from the one list in rule.h. */
#include "sim/ground/rule.h"

#define RULE_NAME(name) S_INIT(#name),
static const struct slice names[] = {RULES(RULE_NAME)};
#undef RULE_NAME

struct slice rule_name(enum rule rule)
{
    return rule < RULE_COUNT ? names[rule] : S("");
}

enum rule rule_of(struct slice name)
{
    for (unsigned rule = 0; rule < RULE_COUNT; rule++)
        if (slice_equal(names[rule], name))
            return (enum rule)rule;
    return RULE_COUNT;
}
