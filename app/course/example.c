/* Examples of lessons, read and run. See example.h. */
#include "app/course/example.h"

#include "app/course/rows.h"

/* What stands before and behind the line ---. */
static bool halves(struct slice text, struct slice *lines, struct slice *rest, uint32_t *row)
{
    struct slice left = text;
    for (*row = 1; left.len; ++*row) {
        struct slice line;
        size_t from = text.len - left.len;
        slice_cut(left, '\n', &line, &left);
        if (slice_equal(trimmed(line), S("---"))) {
            *lines = slice_first(text, from);
            *rest = left;
            return true;
        }
    }
    return false;
}

bool example_read(struct arena *arena, struct faults *faults, const struct markdown_block *block,
                  struct example *example)
{
    struct checks checks = {0};
    struct slice rest, more;
    uint32_t row, line;
    *example = (struct example){0};
    struct line_walk walk = {S(""), 0};
    if (halves(block->text, &example->lines, &rest, &row)) {
        walk = (struct line_walk){rest, block->line + row + 1};
        if (walk_line(arena, &walk, &example->run, &line) &&
            !walk_line(arena, &walk, &more, &line)) {
            size_t arrow = check_arrow(example->run);
            if (arrow == example->run.len)
                return true;
            checks_read(arena, faults, example->run, line - 1, false, false, &checks);
            example->run = trimmed(slice_first(example->run, arrow));
            example->has_check = checks.len == 1;
            if (example->has_check)
                example->check = checks.at[0];
            return example->has_check;
        }
    }
    fault_word(faults, block->line, WORDS_LESSON_EXAMPLE_PARTS, S(""), S(""));
    return false;
}

void example_prove(struct arena *arena, struct faults *faults, const struct markdown_block *block)
{
    struct example example;
    struct scene scene;
    struct scene_images none = {0};
    if (!example_read(arena, faults, block, &example))
        return;
    scene_open(arena, &none, S(""), example.lines, S(""), &scene);
    const struct answer *answer = scene_ask(arena, &scene, example.run);
    enum ending ending = answer_ending(answer);
    if (ending == ENDS_UNKNOWN || ending == ENDS_TOO_LARGE) {
        fault_word(faults, block->line, WORDS_LESSON_CHECK_OPEN, example.run, S(""));
        return;
    }
    struct result result = {.holds = example.has_check || ending != ENDS_BUILD};
    if (example.has_check)
        check_try(arena, &example.check, &scene, NULL, &result);
    struct buffer got = {.arena = arena};
    struct args words = plan_words(arena, &answer->plan);
    quote_json_array(&got, &words);
    if (!result.holds)
        fault_word(faults, example.has_check ? example.check.line : block->line,
                   WORDS_LESSON_EXAMPLE_FAILS, example.run,
                   answer->has_plan ? buffer_slice(&got) : answer->failure.message);
}
