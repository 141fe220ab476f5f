/* Words of an argv sorted by who may replace them. See surface.h. */
#include "sim/pairing/surface.h"

void surface_of(struct arena *arena, const struct exec_plan *plan, struct surface *surface)
{
    *surface = (struct surface){.anything = plan->entrypoint.len == 0};
    for (size_t i = 0; i < plan->argv_len; i++) {
        const struct plan_word *word = plan->argv + i;
        struct args *list = &surface->anyone;
        if (word->from == WORD_OPTION)
            list = &surface->entrypoint_flag;
        else if (i < plan->entrypoint.len) /* the shell in front of a shell form included */
            list = &surface->fixed;
        args_add(arena, list, word->arg.text, word->arg.origin);
    }
}
