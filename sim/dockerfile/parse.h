/* A Dockerfile becomes a list of instructions.
 *
 * Follows BuildKit: the parser first, over the whole file; then the instruction pass, in order,
 * reachable or not. What depends on stages, arguments and base images comes later, in sim/image.
 *
 * Which of BuildKit's warnings were made when an error stops the work follows from `reached`:
 *   REACHED_NOTHING       the parser failed, or the file is empty: none at all.
 *   REACHED_INSTRUCTION   the instruction pass failed: NoEmptyContinuation for every entry of
 *                         empty_continuations; and for instructions[0] up to and with
 *                         instructions[failed] the warnings of that pass. For the failed one only
 *                         those that come before its own check: MaintainerDeprecated, FromAsCasing
 *                         (three or more words), StageNameCasing (exactly three words); its
 *                         keyword, name, words and lines are filled for that.
 *                         InvalidDefinitionDescription comes after the check: for those before it.
 *   REACHED_END           nothing failed, or there is no stage: all of the above for all. */
#ifndef SIM_DOCKERFILE_PARSE_H
#define SIM_DOCKERFILE_PARSE_H

#include "sim/dockerfile/instruction.h"
#include "sim/ground/arena.h"
#include "sim/ground/failure.h"
#include "sim/ground/origin.h"

enum reached { REACHED_NOTHING, REACHED_INSTRUCTION, REACHED_END };

struct line_list {
    uint32_t *at;
    size_t len, cap;
};

struct dockerfile {
    /* Those of the whole file, in order. After a parser error: those before it, unchecked. After an
     * error of the instruction pass: all; from `failed` on they are unchecked (stage_name,
     * destination, healthcheck are not filled). */
    struct instruction *instructions;
    size_t len, cap;

    char escape;    /* backslash or backtick */
    bool has_check; /* a `# check=` line: its whole value, uninterpreted; it is
                       looked at before the parser runs, so it is filled also
                       when the parser failed, and its errors come first. Only
                       the value up to its first blank (U+0020) counts */
    struct slice check;
    struct slice syntax;                  /* the value of a `# syntax=` line, up to its first blank;
                                             empty without one */
    struct line_list empty_continuations; /* the lines of NoEmptyContinuation */

    enum reached reached;
    size_t failed;          /* REACHED_INSTRUCTION: index of the instruction at fault */
    struct failure failure; /* stage STAGE_NONE, or STAGE_BUILD with BuildKit's text */
};

/* Reads a Dockerfile. *dockerfile is written whole. Everything in it points into text->bytes or
 * lives in the arena. At least one FROM is there when nothing failed, and only ARG before it. */
void parse_dockerfile(struct arena *arena, const struct text *text, struct dockerfile *dockerfile);

/* Reads and checks an ONBUILD trigger as a child image meets it: one instruction, escape character
 * backslash, directives and comments as in a file of its own; every part of it has the origin `at`,
 * and the lines first_line to last_line. On an error false: failure is STAGE_BUILD with BuildKit's
 * text (no prefix) and those lines. FROM and further instructions are errors, as in BuildKit. */
bool parse_trigger(struct arena *arena, struct slice text, struct origin at, uint32_t first_line,
                   uint32_t last_line, struct instruction *instruction, struct failure *failure);

#endif
