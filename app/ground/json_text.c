/* Cutting one value out of the text of a JSON object. See json_text.h.
 *
 * Only strings and brackets are looked at, so it costs a fraction of parsing. */
#include "app/ground/json_text.h"

/* The end of the JSON value at the start of s, roughly: it need not be valid inside. */
static size_t value_len(struct slice s)
{
    size_t depth = 0;
    for (size_t i = 0; i < s.len; i++) {
        char c = s.at[i];
        if (c == '"') {
            for (i++; i < s.len && s.at[i] != '"'; i++)
                i += s.at[i] == '\\';
            if (depth == 0)
                return i < s.len ? i + 1 : s.len;
        } else if (c == '{' || c == '[') {
            depth++;
        } else if (c == '}' || c == ']') {
            if (depth <= 1)
                return depth ? i + 1 : i;
            depth--;
        } else if (c == ',' && depth == 0) {
            return i;
        }
    }
    return s.len;
}

static struct slice skip_blanks(struct slice s)
{
    size_t i = 0;
    while (i < s.len && (s.at[i] == ' ' || s.at[i] == '\t' || s.at[i] == '\n' || s.at[i] == '\r'))
        i++;
    return slice_after(s, i);
}

bool json_find_value(struct slice text, struct slice key, struct slice last, struct slice *value)
{
    text = skip_blanks(text);
    if (!slice_starts(text, S("{")))
        return false;
    for (text = slice_after(text, 1);; text = slice_after(text, 1)) {
        text = skip_blanks(text);
        struct slice name = slice_first(text, value_len(text));
        text = skip_blanks(slice_after(text, name.len));
        if (!slice_starts(name, S("\"")) || !slice_starts(text, S(":")))
            return false;
        text = skip_blanks(slice_after(text, 1));
        bool wanted = slice_equal(name, key);
        bool same = wanted && last.len && slice_starts(text, last) &&
                    (last.at[last.len - 1] == '}' || last.at[last.len - 1] == ']');
        *value = slice_first(text, same ? last.len : value_len(text));
        if (wanted)
            return true;
        text = skip_blanks(slice_after(text, value->len));
        if (!slice_starts(text, S(",")))
            return false;
    }
}
