/* Lines, words, numbers. See rows.h. */
#include "app/course/rows.h"

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

struct slice trimmed(struct slice s)
{
    while (s.len && is_blank(s.at[0]))
        s = slice_after(s, 1);
    while (s.len && is_blank(s.at[s.len - 1]))
        s.len--;
    return s;
}

struct slice next_word(struct slice *s)
{
    struct slice text = trimmed(*s);
    size_t len = 0;
    while (len < text.len && !is_blank(text.at[len]))
        len++;
    *s = trimmed(slice_after(text, len));
    return slice_first(text, len);
}

bool number_of(struct slice text, uint32_t *number)
{
    *number = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] < '0' || text.at[i] > '9')
            return false;
        *number = *number * 10 + (uint32_t)(text.at[i] - '0');
    }
    return text.len > 0 && text.len <= 6;
}

bool walk_line(struct arena *arena, struct line_walk *walk, struct slice *text, uint32_t *line)
{
    struct buffer joined = {.arena = arena};
    while (walk->rest.len || joined.len) {
        struct slice row;
        slice_cut(walk->rest, '\n', &row, &walk->rest);
        walk->next++;
        row = trimmed(row);
        if (!joined.len)
            *line = walk->next - 1;
        if (slice_ends(row, S("\\"))) {
            buffer_put(&joined, slice_first(row, row.len - 1));
            buffer_byte(&joined, ' ');
            if (walk->rest.len)
                continue;
            row.len = 0;
        }
        buffer_put(&joined, joined.len ? row : S(""));
        *text = joined.len ? trimmed(buffer_slice(&joined)) : row;
        if (text->len)
            return true;
        joined.len = 0;
    }
    return false;
}
