/* How the operands of an instruction are read: the parser's half of an instruction. */
#ifndef SIM_DOCKERFILE_OPERAND_H
#define SIM_DOCKERFILE_OPERAND_H

#include "sim/dockerfile/instruction.h"

/* Reads a logical line into keyword, flags and operands, as BuildKit's parser does. Leaves lines,
 * comment and heredoc bodies to the caller. On a parser error (array of something else than
 * strings, ENV without value) false, and *message says it. */
bool instruction_read(struct arena *arena, const struct logical_line *line, char escape,
                      struct instruction *instruction, struct slice *message);

#endif
