/* `design` in line mode: wishes, line by line, and the pair that gives them. In: lines up to an
 * empty one. Out: the proposal as `pairing design` tells it. A line that is no wish is said, and is
 * not counted: it can be typed again. */
#include "app/command/repl_inside.h"

#include "app/course/design.h"

/* Whether lines are a wish, or a remark; says what is wrong with it. number: which it would be. */
static bool is_wish(struct repl *repl, struct slice lines, size_t number)
{
    struct design design;
    struct design_fault fault;
    struct words_args args = {0};
    bool read = design_read(repl->report.arena, repl->session->host, lines, &design, &fault);
    if (read || fault.id == WORDS_DESIGN_NONE || fault.id == WORDS_DESIGN_ONLY_NEVER)
        return true;
    args.word = words_digits(repl->report.arena, number);
    args.other = words_say(repl->report.arena, fault.id, &fault.args);
    repl_say(repl, WORDS_DESIGN_FAULT, &args);
    report_carets(&repl->report, fault.at, REPORT_INSET);
    return false;
}

/* Reads up to an empty line, or the end. False where a line was none. */
static bool read_wishes(struct repl *repl, struct buffer *list)
{
    struct slice text;
    bool all = true;
    size_t start = 0, number = 1; /* of the wish at hand: where it begins, and which it is */
    while (repl_ask(repl, WORDS_REPL_WISH, &text) && utf8_trim(text).len) {
        buffer_put(list, text);
        buffer_byte(list, '\n');
        if (slice_ends(utf8_trim_right(text), S("\\"))) /* it goes on */
            continue;
        if (is_wish(repl, slice_after(buffer_slice(list), start), number)) {
            number += *utf8_trim_left(slice_after(buffer_slice(list), start)).at != '#';
        } else {
            list->len = start;
            all = false;
        }
        start = list->len;
    }
    return all;
}

bool repl_design(struct repl *repl, struct slice rest)
{
    struct arena *arena = repl->report.arena;
    struct buffer list = {.arena = arena};
    struct design design;
    struct design_fault fault;
    (void)rest;
    buffer_reserve(&list, 1);
    repl_say(repl, WORDS_REPL_DESIGN, NULL);
    bool all = read_wishes(repl, &list);
    struct slice lines = buffer_slice(&list);
    if (!design_read(arena, repl->session->host, lines, &design, &fault))
        return repl_fail(repl, fault.id, &fault.args);
    design_find(arena, repl->session->host, &design);
    design_report(&repl->report, &design);
    return all;
}
