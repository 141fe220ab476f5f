/* Lessons at a glance. See outline.h.
 *
 * In: the bytes of a file. Out: its headings of level one and two outside of fences, and the fields
 * of each block `exercise`. For a lesson that lesson_read takes without a fault it says the same.
 */
#include "app/course/outline.h"

#include "app/course/rows.h"

#include <limits.h>

struct outlining {
    struct arena *arena, *scratch;
    struct outline *outline;
    char fence; /* 0: outside of one */
    size_t fence_len;
    bool in_fields;
};

/* A title as Markdown means it. */
static struct slice title_of(struct outlining *outlining, struct slice text)
{
    static const bool marks[UCHAR_MAX + 1] = {
        ['`'] = true, ['*'] = true, ['_'] = true, ['['] = true, [']'] = true, ['\\'] = true,
        ['&'] = true, ['<'] = true, ['>'] = true, ['!'] = true, ['#'] = true};
    text = trimmed(text);
    bool marked = false;
    for (size_t i = 0; i < text.len && !marked; i++)
        marked = marks[(unsigned char)text.at[i]];
    if (!marked)
        return text;
    struct markdown markdown;
    markdown_read(outlining->arena, outlining->scratch, TEXT(outlining->scratch, S("# "), text),
                  &markdown);
    return markdown.len ? markdown_text(outlining->arena, &markdown.at[0]) : text;
}

/* How many of the same fence character a line begins with, blanks in front skipped. */
static size_t fence_at(struct slice *line)
{
    size_t blanks = 0, len = 0;
    while (blanks < 4 && blanks < line->len && line->at[blanks] == ' ')
        blanks++;
    struct slice rest = slice_after(*line, blanks);
    char fence = rest.len ? rest.at[0] : 0;
    if (blanks > 3 || (fence != '`' && fence != '~'))
        return 0;
    while (len < rest.len && rest.at[len] == fence)
        len++;
    *line = rest;
    return len >= 3 ? len : 0;
}

static void read_path(struct outline *outline, struct outline_exercise *exercise, bool core)
{
    outline->core -= exercise->core;
    outline->core += core;
    exercise->core = core;
}

static void read_field(struct outlining *outlining, struct slice line)
{
    struct slice name, value;
    struct outline_exercise *exercise = &outlining->outline->at[outlining->outline->len - 1];
    slice_cut(line, ':', &name, &value);
    name = trimmed(name);
    value = trimmed(value);
    if (slice_equal(name, S("id")))
        exercise->id = value;
    else if (slice_equal(name, S("path")))
        read_path(outlining->outline, exercise, slice_equal(value, S("core")));
    else if (slice_equal(name, S("kind")))
        for (unsigned kind = 0; kind < EXERCISE_KIND_COUNT; kind++)
            if (slice_equal(exercise_kind_name((enum exercise_kind)kind), value))
                exercise->kind = (enum exercise_kind)kind;
}

static void read_inside(struct outlining *outlining, struct slice line)
{
    struct slice fence = line;
    size_t len = fence_at(&fence);
    if (len >= outlining->fence_len && fence.at[0] == outlining->fence &&
        !trimmed(slice_after(fence, len)).len)
        outlining->fence = 0;
    else if (outlining->in_fields)
        read_field(outlining, line);
}

static void read_outside(struct outlining *outlining, struct slice line, size_t at)
{
    struct outline *outline = outlining->outline;
    struct slice fence = line;
    size_t len = fence_at(&fence);
    if (len) {
        struct slice info = trimmed(slice_after(fence, len));
        outlining->fence = fence.at[0];
        outlining->fence_len = len;
        outlining->in_fields = outline->len && slice_starts(info, S("exercise")) &&
                               slice_equal(next_word(&info), S("exercise"));
    } else if (slice_starts(line, S("# ")) && !outline->title.len) {
        outline->title = title_of(outlining, slice_after(line, 2));
    } else if (slice_starts(line, S("## "))) {
        *list_add(outlining->arena, outline) =
            (struct outline_exercise){.title = title_of(outlining, slice_after(line, 3)),
                                      .at = at,
                                      .kind = EXERCISE_KIND_COUNT};
    }
}

/* Inside of a fence nothing matters but what may close it: the next line with its character after
 * blanks. From the beginning of a line to the beginning of that one. */
static const char *skip_inside(char fence, const char *at, const char *end)
{
    for (const char *found = at; (found = memchr(found, fence, (size_t)(end - found))); found++) {
        const char *start = found;
        while (start > at && start[-1] == ' ')
            start--;
        if (start == at || start[-1] == '\n')
            return start;
        while (found + 1 < end && found[1] == fence)
            found++;
    }
    return end;
}

void outline_read(struct arena *arena, struct arena *scratch, struct slice file, struct slice bytes,
                  struct outline *outline)
{
    struct outlining outlining = {.arena = arena, .scratch = scratch, .outline = outline};
    *outline = (struct outline){.file = file};
    lesson_name(file, &outline->role, &outline->number, &outline->slug);
    const char *at = bytes.at, *end = bytes.at + bytes.len;
    while (at < end) {
        if (outlining.fence && !outlining.in_fields &&
            (at = skip_inside(outlining.fence, at, end)) == end)
            break;
        char first = *at;
        if (first == '\n') {
            at++;
            continue;
        }
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        struct slice line = {at, (size_t)((stop ? stop : end) - at)};
        /* Nearly all lines say by their first byte that they mean nothing here. */
        if (outlining.fence)
            read_inside(&outlining, line);
        else if (first == '#' || first == '`' || first == '~' || first == ' ')
            read_outside(&outlining, line, (size_t)(at - bytes.at));
        at = stop ? stop + 1 : end;
    }
    list_trim(arena, outline);
}
