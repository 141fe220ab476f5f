/* A frame as text, for golden screens. In: a frame. Out: its rows as UTF-8, on request with the
 * letters of roles and looks. See frame.h. */
#include "app/screen/frame.h"

#include <stdio.h>
#include <stdlib.h>

#define ROLE_LETTER(name, letter) letter,
static const char role_letters[] = {ROLES(ROLE_LETTER)};
#undef ROLE_LETTER

/* A text that is long enough for all that is put into it: dump_size counts before. */
struct dump {
    char *at;
    size_t len;
};

static void dump_rune(struct dump *dump, uint32_t rune)
{
    char *at = dump->at + dump->len;
    size_t len = rune < 0x80 ? 1 : rune < 0x800 ? 2 : rune < 0x10000 ? 3 : 4;
    static const unsigned char lead[] = {0, 0, 0xC0, 0xE0, 0xF0};
    for (size_t i = len - 1; i > 0; i--, rune >>= 6)
        at[i] = (char)(0x80 | (rune & 0x3F));
    at[0] = (char)(lead[len] | rune);
    dump->len += len;
}

/* Ends a line, without its blanks. */
static void dump_end(struct dump *dump, size_t from)
{
    while (dump->len > from && dump->at[dump->len - 1] == ' ')
        dump->len--;
    dump->at[dump->len++] = '\n';
}

static void dump_row(struct dump *dump, const struct frame *frame, const struct cell *row)
{
    size_t from = dump->len;
    for (int col = 0; col < frame->cols; col++) {
        if (row[col].look & CELL_RIGHT)
            continue;
        dump_rune(dump, frame_rune(frame, &row[col]));
        for (int i = 0; row[col].marks && i < CELL_MARKS; i++)
            if (frame->marks[row[col].marks - 1].rune[i])
                dump_rune(dump, frame->marks[row[col].marks - 1].rune[i]);
    }
    dump_end(dump, from);
}

static char look_letter(uint8_t look)
{
    return look & LOOK_REVERSE     ? 'r'
           : look & LOOK_UNDERLINE ? 'u'
           : look & LOOK_BOLD      ? 'b'
           : look & LOOK_DIM       ? 'd'
                                   : ' ';
}

/* A line of letters behind its sign, or nothing when all of them are blanks. */
static void dump_letters(struct dump *dump, const struct frame *frame, const struct cell *row,
                         char sign)
{
    size_t from = dump->len;
    bool any = false;
    dump->at[dump->len++] = sign;
    for (int col = 0; col < frame->cols; col++) {
        char letter = sign == '~' ? role_letters[row[col].role] : look_letter(row[col].look);
        any = any || letter != ' ';
        dump->at[dump->len++] = letter;
    }
    if (any)
        dump_end(dump, from);
    else
        dump->len = from;
}

/* Bytes that are enough: four a rune, and two lines of letters a row. */
static size_t dump_size(const struct frame *frame)
{
    size_t rows = (size_t)frame->rows, cols = (size_t)frame->cols;
    return rows * (cols * 4 + 1 + 2 * (cols + 2)) + frame->marks_len * CELL_MARKS * 4 + 64;
}

char *frame_dump(const struct frame *frame, unsigned what, size_t *len)
{
    struct dump dump = {malloc(dump_size(frame)), 0};
    if (!dump.at)
        return NULL;
    for (int i = 0; i < frame->rows; i++) {
        const struct cell *row = frame->cells + (size_t)i * (size_t)frame->cols;
        dump_row(&dump, frame, row);
        if (what & DUMP_ROLES) {
            dump_letters(&dump, frame, row, '~');
            dump_letters(&dump, frame, row, '!');
        }
    }
    if (what & DUMP_CURSOR && frame->cursor_shown)
        dump.len += (size_t)snprintf(dump.at + dump.len, 48, "cursor %d %d\n", frame->cursor_row,
                                     frame->cursor_col);
    dump.at[dump.len] = '\0';
    *len = dump.len;
    return dump.at;
}
