/* How a build says that it failed: the message, the lines it points to, and what may have been
 * meant.
 *
 * BuildKit wraps an error with the places of the instructions it passes through
 * (parser.WithLocation); the client shows those lines. */
#include "sim/image/stage.h"

/* Adds a range of lines to those that the failure points to. A circle may have very many. */
static void add_lines(struct build *build, uint32_t first, uint32_t last)
{
    struct failure *failure = build->failure;
    for (uint32_t line = first; line <= last; line++) {
        if (failure->lines_len == build->lines_cap)
            failure->lines = arena_grow(build->arena, failure->lines, failure->lines_len,
                                        &build->lines_cap, sizeof line);
        failure->lines[failure->lines_len++] = line;
    }
}

bool build_fail(struct build *build, const struct instruction *at, struct slice message)
{
    *build->failure = (struct failure){.stage = STAGE_BUILD, .exit = 1, .message = message};
    build->lines_cap = 0;
    if (at) {
        build->failure->at = at->at;
        add_lines(build, at->first_line, at->last_line);
    }
    return false;
}

void build_fail_also(struct build *build, const struct instruction *at)
{
    add_lines(build, at->first_line, at->last_line);
}

struct slice with_hint(struct build *build, struct slice message, struct slice word,
                       const struct slice *candidates, size_t n)
{
    struct slice near = check_hint(&build->check, word, candidates, n);
    if (!near.len)
        return message;
    return TEXT(build->arena, message, S(" (did you mean "), near, S("?)"));
}

struct slice *hint_candidates(struct build *build, size_t n)
{
    if (n > build->candidates_cap) {
        build->candidates_cap = 2 * n;
        build->candidates = arena_array(build->arena, struct slice, 2 * n);
    }
    return build->candidates;
}
