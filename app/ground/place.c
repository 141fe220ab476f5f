/* Byte offsets to lines and columns. See place.h.
 *
 * A text gets a mark every few thousand bytes, with line and column there, so that a place costs a
 * short count and all places together stay linear in text plus places. */
#include "app/ground/place.h"

enum { STEP = 2048 };

struct place_text {
    const struct text *text;
    struct position *marks; /* marks[i] is the position of offset i * STEP */
    size_t marks_len;
};

/* Moves a position over some bytes. */
static struct position move_over(struct position at, const char *from, const char *to)
{
    for (; from < to; from++) {
        unsigned char c = (unsigned char)*from;
        if (c == '\n')
            at = (struct position){at.line + 1, 1};
        else if ((c & 0xC0) != 0x80) /* the later bytes of a character take no column */
            at.column++;
    }
    return at;
}

static const struct place_text *text_of(struct places *places, const struct text *text)
{
    for (size_t i = 0; i < places->texts.len; i++)
        if (places->texts.at[i].text == text)
            return &places->texts.at[i];
    size_t len = text->bytes.len / STEP + 1;
    struct position *marks = arena_array(places->arena, struct position, len);
    marks[0] = (struct position){1, 1};
    for (size_t i = 1; i < len; i++)
        marks[i] =
            move_over(marks[i - 1], text->bytes.at + (i - 1) * STEP, text->bytes.at + i * STEP);
    struct place_text *added = list_add(places->arena, &places->texts);
    *added = (struct place_text){text, marks, len};
    return added;
}

static struct position position_in(const struct place_text *text, uint32_t offset)
{
    size_t end = offset < text->text->bytes.len ? offset : text->text->bytes.len;
    size_t mark = end / STEP;
    const char *bytes = text->text->bytes.at;
    return end ? move_over(text->marks[mark], bytes + mark * STEP, bytes + end) : text->marks[0];
}

/* Renames a place that stands in lines added to a Dockerfile. */
static void apply_added(const struct places *places, struct place *place)
{
    if (!places->has_added || place->source != SOURCE_DOCKERFILE)
        return;
    if (place->line > places->own_lines) {
        place->name = places->added_name;
        place->line -= places->own_lines;
        place->end_line -= places->own_lines;
    } else if (places->implied) {
        *place = (struct place){.source = SOURCE_BASE};
    }
}

struct place place_of(struct places *places, struct origin origin)
{
    if (!origin.text)
        return (struct place){.source = SOURCE_DEFAULT};
    struct place place = {.source = origin.text->source, .name = origin.text->name};
    if (place.source == SOURCE_DEFAULT || place.source == SOURCE_BASE)
        return place;
    const struct place_text *text = text_of(places, origin.text);
    struct position from = position_in(text, origin.span.from);
    struct position to = position_in(text, origin.span.to);
    place.line = from.line;
    place.column = from.column;
    place.end_line = to.line;
    place.end_column = to.column;
    apply_added(places, &place);
    return place;
}

struct place place_of_line(struct places *places, const struct text *dockerfile, uint32_t line)
{
    struct place place = {.source = SOURCE_DOCKERFILE,
                          .name = dockerfile->name,
                          .line = line,
                          .column = 1,
                          .end_line = line,
                          .end_column = 1};
    apply_added(places, &place);
    return place;
}

struct slice place_line_bytes(struct places *places, const struct text *text, uint32_t line)
{
    const struct place_text *marked = text_of(places, text);
    struct slice bytes = text->bytes;
    size_t mark = 0;
    while (mark + 1 < marked->marks_len && marked->marks[mark + 1].line < line)
        mark++;
    uint32_t at = marked->marks[mark].line;
    size_t start = mark * STEP;
    while (at < line && start < bytes.len) {
        struct slice rest = slice_after(bytes, start);
        start += slice_find(rest, '\n') + 1;
        at++;
    }
    struct slice found = slice_after(bytes, start);
    found = slice_first(found, slice_find(found, '\n'));
    return slice_ends(found, S("\r")) ? slice_first(found, found.len - 1) : found;
}
