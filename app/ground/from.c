/* Lines that are FROM. See from.h. In: text as it was typed. Out: yes or no. */
#include "app/ground/from.h"

bool line_is_from(struct slice line)
{
    while (line.len && (*line.at == ' ' || *line.at == '\t'))
        line = slice_after(line, 1);
    return line.len > 4 && slice_equal_fold(slice_first(line, 4), S("FROM")) &&
           (line.at[4] == ' ' || line.at[4] == '\t');
}

bool text_has_from(struct slice text)
{
    struct slice line;
    while (text.len) {
        slice_cut(text, '\n', &line, &text);
        if (line_is_from(line))
            return true;
    }
    return false;
}
