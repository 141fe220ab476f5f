/* Byte offsets to lines and columns. See origin.h. */
#include "sim/ground/origin.h"

struct position position_of(struct slice bytes, uint32_t offset)
{
    struct position at = {1, 1};
    size_t end = offset < bytes.len ? offset : bytes.len;
    for (size_t i = 0; i < end; i++) {
        unsigned char c = (unsigned char)bytes.at[i];
        if (c == '\n')
            at = (struct position){at.line + 1, 1};
        else if ((c & 0xC0) != 0x80) /* the later bytes of a rune take no column */
            at.column++;
    }
    return at;
}

bool args_equal(const struct args *a, const struct args *b)
{
    if (a->len != b->len)
        return false;
    for (size_t i = 0; i < a->len; i++)
        if (!slice_equal(a->at[i].text, b->at[i].text))
            return false;
    return true;
}
