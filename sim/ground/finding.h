/* What can be said of a place in a text: BuildKit's warnings, our own notes, and what is not known.
 */
#ifndef SIM_GROUND_FINDING_H
#define SIM_GROUND_FINDING_H

#include "sim/ground/origin.h"
#include "sim/ground/rule.h"

/* A warning of BuildKit: rule, first line of the instruction, and BuildKit's message. */
struct warning {
    enum rule rule;
    uint32_t line;
    struct slice message;
};

struct warning_list {
    struct warning *at;
    size_t len, cap;
};

/* A note of ours. `word` and `other` are what the sentence names (the text at fault, what would be
 * right or what it becomes); which is which stands beside each rule in app/ground/words. */
struct finding {
    enum rule rule;
    struct origin at;
    struct slice word, other;
    uint32_t number;
};

struct finding_list {
    struct finding *at;
    size_t len, cap;
};

/* Why something is not known. */
enum unknown_why {
    UNKNOWN_COMMAND_OUTPUT, /* $(command): what it prints */
    UNKNOWN_SYNTAX,         /* valid bash that is not simulated */
    UNKNOWN_VARIABLE,       /* a variable that the host does not tell */
    UNKNOWN_FILE,           /* a file that the host does not tell */
    UNKNOWN_FRONTEND,       /* # syntax= names another frontend */
    UNKNOWN_SYSTEM,         /* the image is for another system than linux */
};

struct unknown {
    struct slice text;
    enum unknown_why why;
    struct origin at;
};

struct unknown_list {
    struct unknown *at;
    size_t len, cap;
};

#endif
