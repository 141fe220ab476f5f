/* BuildKit's lint: what `docker build --check` says beside the build's own errors.
 *
 * The rules themselves are called where the build meets what they are about; here are the options
 * of a `# check=` line, the list of warnings, and the rules that need nothing but instructions. */
#ifndef SIM_IMAGE_CHECK_H
#define SIM_IMAGE_CHECK_H

#include "sim/dockerfile/parse.h"
#include "sim/ground/finding.h"

#include <stdbool.h>
#include <stdint.h>

/* How often a hint ("did you mean") may compare a name in one question; beyond it there is none. */
enum { HINT_COMPARISONS = 1 << 19 };

struct check {
    struct arena *arena;
    bool on;   /* warnings are wanted, or decide whether the build fails */
    bool fail; /* error=true: any warning fails the build */
    bool skip_all;
    uint32_t skipped; /* a bit a rule of BuildKit */
    uint32_t enabled; /* the same: experimental rules that were asked for */
    uint32_t called;  /* the same: rules that warned */
    size_t hints_left;
    struct warning_list warnings;
};

/* Reads the options of a file. On failure false and *message is BuildKit's text. */
bool check_open(struct check *check, struct arena *arena, const struct dockerfile *file,
                bool wanted, struct slice *message);

/* Whether a rule is looked at: ask before making a message. */
static inline bool check_wants(const struct check *check, enum rule rule)
{
    return check->on && !((check->skipped >> rule) & 1);
}

/* Appends a warning, unless the rule is skipped. */
void check_warn(struct check *check, enum rule rule, uint32_t line, struct slice message);

/* The rules that look at instructions alone: of the parser, of the instruction pass as far as it
 * came, and, when nothing failed, of stage names and letter case. */
void check_instructions(struct check *check, const struct dockerfile *file);

/* SecretsUsedInArgOrEnv for a name set by ARG or ENV. */
void check_secret(struct check *check, struct slice instruction, struct slice name, uint32_t line);

/* The candidate that a hint would name; empty without one. */
struct slice check_hint(struct check *check, struct slice word, const struct slice *candidates,
                        size_t n);

/* With error=true and a warning: BuildKit's message; else empty. */
struct slice check_verdict(const struct check *check);

#endif
