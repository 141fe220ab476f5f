/* Lessons at a glance. See outline.h.
 *
 * In: the bytes of a file. Out: its headings of level one and two outside of fences, and the fields
 * of each block `exercise`. For a lesson that lesson_read takes without a fault it says the same.
 */
#include "app/course/outline.h"

#include "app/course/rows.h"

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
    static const char marks[] = "`*_[]\\&<>!#";
    text = trimmed(text);
    bool marked = false;
    for (size_t i = 0; i < text.len && !marked; i++)
        marked = memchr(marks, text.at[i], sizeof marks - 1) != NULL;
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
    if (blanks > 3 || !rest.len || (rest.at[0] != '`' && rest.at[0] != '~'))
        return 0;
    while (len < rest.len && rest.at[len] == rest.at[0])
        len++;
    *line = rest;
    return len >= 3 ? len : 0;
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
        exercise->core = slice_equal(value, S("core"));
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

static void read_outside(struct outlining *outlining, struct slice line, uint32_t number)
{
    struct outline *outline = outlining->outline;
    struct slice fence = line;
    size_t len = fence_at(&fence);
    if (len) {
        struct slice info = slice_after(fence, len);
        outlining->fence = fence.at[0];
        outlining->fence_len = len;
        outlining->in_fields = outline->len && slice_equal(next_word(&info), S("exercise"));
    } else if (slice_starts(line, S("# ")) && !outline->title.len) {
        outline->title = title_of(outlining, slice_after(line, 2));
    } else if (slice_starts(line, S("## "))) {
        *list_add(outlining->arena, outline) =
            (struct outline_exercise){.title = title_of(outlining, slice_after(line, 3)),
                                      .line = number,
                                      .kind = EXERCISE_KIND_COUNT};
    }
}

void outline_read(struct arena *arena, struct arena *scratch, struct slice file, struct slice bytes,
                  struct outline *outline)
{
    struct outlining outlining = {.arena = arena, .scratch = scratch, .outline = outline};
    *outline = (struct outline){.file = file};
    lesson_name(file, &outline->role, &outline->number, &outline->slug);
    uint32_t number = 1;
    for (struct slice line; bytes.len; number++) {
        slice_cut(bytes, '\n', &line, &bytes);
        if (outlining.fence)
            read_inside(&outlining, line);
        else if (line.len &&
                 (line.at[0] == '#' || line.at[0] == '`' || line.at[0] == '~' || line.at[0] == ' '))
            read_outside(&outlining, line, number);
    }
}
