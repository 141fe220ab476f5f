/* Items and their classes. See sorting.h.
 *
 * In: lines of a block. Out: items, each with the class that the simulator finds: the form that the
 * parser read, the keyword, the place of a word in the request. */
#include "app/course/sorting.h"

#include "app/course/parts.h"
#include "app/course/rows.h"

static const struct {
    struct slice name;
    struct slice classes[3];
} orders[] = {
    [SORT_FORM] = {S_INIT("form"), {S_INIT("exec"), S_INIT("shell"), S_INIT("error")}},
    [SORT_PHASE] = {S_INIT("phase"), {S_INIT("build"), S_INIT("start"), S_INIT("other")}},
    [SORT_ZONE] = {S_INIT("zone"), {S_INIT("option"), S_INIT("image"), S_INIT("word")}},
};

const struct slice *sort_classes(enum sort_by by)
{
    return orders[by].classes;
}

struct sorter {
    struct arena *arena;
    const struct sorting *sorting;
    enum sort_by by;
};

static struct slice named(const struct sorter *sorter, unsigned index)
{
    return orders[sorter->by].classes[index];
}

/* The form that BuildKit would read, or error. */
static struct slice form_class(const struct sorter *sorter, struct slice text)
{
    struct scene scene;
    const struct sorting *sorting = sorter->sorting;
    scene_open(sorter->arena, sorting->images, sorting->image, sorting->given, text, &scene);
    const struct answer *answer =
        scene_ask(sorter->arena, &scene, TEXT(sorter->arena, S("docker run "), sorting->image));
    if (!answer->has_config)
        return named(sorter, 2);
    const struct instruction *last =
        &answer->build.instructions[answer->build.instructions_len - 1];
    bool has_form = last->keyword == KEYWORD_CMD || last->keyword == KEYWORD_ENTRYPOINT ||
                    last->keyword == KEYWORD_RUN;
    return has_form ? named(sorter, last->exec_form ? 0 : 1) : S("");
}

/* RUN and what copies files do their work while building, CMD and ENTRYPOINT at the start; the
 * others only say something of the image. */
static struct slice phase_class(const struct sorter *sorter, struct slice text)
{
    struct slice rest = text;
    switch (keyword_of(next_word(&rest))) {
    case KEYWORD_UNKNOWN: return S("");
    case KEYWORD_ADD:
    case KEYWORD_ARG:
    case KEYWORD_COPY:
    case KEYWORD_FROM:
    case KEYWORD_RUN: return named(sorter, 0);
    case KEYWORD_CMD:
    case KEYWORD_ENTRYPOINT: return named(sorter, 1);
    default: return named(sorter, 2);
    }
}

static bool lies_in(struct origin origin, struct span span)
{
    return origin.text && origin.span.from <= span.from && span.to <= origin.span.to;
}

/* Where docker's client reads the word in braces. */
static struct slice zone_class(const struct sorter *sorter, struct slice text)
{
    struct scene scene;
    struct slice before, word, rest;
    const struct sorting *sorting = sorter->sorting;
    if (!slice_cut(text, '{', &before, &rest) || !slice_cut(rest, '}', &word, &rest) || !word.len)
        return S("");
    struct span span = {(uint32_t)before.len, (uint32_t)(before.len + word.len)};
    scene_open(sorter->arena, sorting->images, sorting->image, sorting->given, S(""), &scene);
    const struct answer *answer =
        scene_ask(sorter->arena, &scene, TEXT(sorter->arena, before, word, rest));
    if (!answer->has_request)
        return S("");
    if (lies_in(answer->request.image.origin, span))
        return named(sorter, 1);
    for (size_t i = 0; i < answer->request.cmd.len; i++)
        if (lies_in(answer->request.cmd.at[i].origin, span))
            return named(sorter, 2);
    return named(sorter, 0);
}

static struct slice class_of(const struct sorter *sorter, struct slice text)
{
    switch (sorter->by) {
    case SORT_FORM: return form_class(sorter, text);
    case SORT_PHASE: return phase_class(sorter, text);
    case SORT_ZONE: return zone_class(sorter, text);
    }
    return S("");
}

static bool read_by(struct slice row, enum sort_by *by)
{
    struct slice name, value;
    if (!slice_cut(row, ':', &name, &value) || !slice_equal(trimmed(name), S("by")))
        return false;
    for (unsigned i = 0; i < sizeof orders / sizeof *orders; i++)
        if (slice_equal(orders[i].name, trimmed(value))) {
            *by = (enum sort_by)i;
            return true;
        }
    return false;
}

void items_read(struct arena *arena, struct faults *faults, const struct sorting *sorting,
                struct slice text, uint32_t line, struct items *items)
{
    struct line_walk walk = {text, line + 1};
    struct slice row = S("");
    if (!walk_line(arena, &walk, &row, &line) || !read_by(row, &items->by)) {
        fault_word(faults, line, WORDS_LESSON_ITEMS_BY, row, S(""));
        return;
    }
    const struct sorter sorter = {arena, sorting, items->by};
    while (walk_line(arena, &walk, &row, &line) &&
           !fault_if_full(faults, line, items->len, PART_LINES_MAX)) {
        struct item item = {row, class_of(&sorter, row), line};
        *list_add(arena, items) = item;
        if (!item.class_name.len)
            fault_word(faults, line, WORDS_LESSON_ITEM_BAD, row, S(""));
    }
}
