/* Looking at an instruction. See instruction.h. */
#include "sim/dockerfile/instruction.h"

const struct flag *instruction_flag(const struct instruction *instruction, struct slice name)
{
    for (size_t i = instruction->flags.len; i-- > 0;)
        if (slice_equal(instruction->flags.at[i].name.text, name))
            return instruction->flags.at + i;
    return NULL;
}
