/* What a terminal is sent: a small terminal that obeys it shows the frame, whatever it showed
 * before, and few bytes are enough for a small change. */
#include "tests/unit/unit.h"

#include "app/screen/draw.h"

#include <locale.h>

enum { ROWS = 6, COLS = 20 };

/* A terminal: ESC [ r ; c H, ESC [ n X, ESC [ … m, UTF-8; at the right border it waits. */
struct screen {
    uint32_t rune[ROWS][COLS];
    unsigned style[ROWS][COLS];
    int row, col;
    unsigned style_now;
    bool no_wrap;
};

static void put_rune(struct screen *screen, uint32_t rune)
{
    int columns = rune >= 0x300 && rune < 0x370 ? 0 : rune >= 0x4E00 && rune < 0xA000 ? 2 : 1;
    if (!columns)
        return;
    assert_true(screen->row < ROWS && screen->col + columns <= COLS);
    uint32_t *at = &screen->rune[screen->row][screen->col];
    if (screen->col && at[-1] >= 0x4E00 && !at[0]) /* half of a wide one is taken away */
        at[-1] = ' ';
    if (at[columns - 1] >= 0x4E00)
        at[columns] = ' ';
    at[0] = rune;
    screen->style[screen->row][screen->col] = screen->style_now;
    if (columns == 2)
        at[1] = 0;
    if (screen->row == ROWS - 1 && screen->col + columns == COLS)
        assert_true(screen->no_wrap);
    screen->col += columns;
}

static size_t obey(struct screen *screen, const char *at)
{
    const char *end = at + 2 + strspn(at + 2, "0123456789;?");
    int first = atoi(at + 2),
        second = memchr(at, ';', (size_t)(end - at)) ? atoi(strchr(at, ';') + 1) : 1;
    switch (*end) {
    case 'H':
        screen->row = first - 1;
        screen->col = second - 1;
        break;
    case 'X':
        for (int i = 0; i < first; i++) {
            screen->rune[screen->row][screen->col + i] = ' ';
            screen->style[screen->row][screen->col + i] = 0;
        }
        break;
    case 'm': screen->style_now = first ? screen->style_now | 1u << first : 0; break;
    case 'l': screen->no_wrap = true; break;
    case 'h': screen->no_wrap = false; break;
    default: fail_msg("an order that is not known");
    }
    return (size_t)(end - at) + 1;
}

static void take(struct screen *screen, const struct draw *draw)
{
    struct slice rest = {draw->bytes, draw->len};
    while (rest.len) {
        if (*rest.at == '\033')
            rest = slice_after(rest, obey(screen, rest.at));
        else
            put_rune(screen, utf8_next(&rest));
    }
}

static void shows(const struct screen *screen, const struct frame *frame)
{
    for (int row = 0; row < ROWS; row++) {
        for (int col = 0; col < COLS; col++) {
            const struct cell *cell = &frame->cells[row * COLS + col];
            if (screen->rune[row][col] != frame_rune(frame, cell))
                fail_msg("row %d, column %d: %x is shown, not %x", row, col, screen->rune[row][col],
                         frame_rune(frame, cell));
            bool bold = cell->role == ROLE_TITLE, reverse = cell->look & LOOK_REVERSE;
            unsigned style = (bold ? 1u << 1 : 0u) | (reverse ? 1u << 7 : 0u) |
                             (cell->role == ROLE_CMD ? 1u << 9 : 0u);
            if (cell->rune != ' ' && cell->rune && screen->style[row][col] != style)
                fail_msg("row %d, column %d: another look", row, col);
            if (cell->rune == ' ' && ((screen->style[row][col] ^ style) >> 7 & 1))
                fail_msg("row %d, column %d: a blank of another look", row, col);
        }
    }
}

/* Some text somewhere, in some look. */
static void scribble(struct frame *frame, uint32_t *random)
{
    static const char *const texts[] = {
        "word",         "  ", "a b  c",     "\xE4\xBD\xA0\xE5\xA5\xBD",
        "e\xCC\x81",    "x",  "          ", "\xE2\x94\x80\xE2\x94\x80",
        "y\xE4\xBD\xA0"};
    static const enum role roles[] = {ROLE_PLAIN, ROLE_TITLE, ROLE_CMD};
    uint32_t n = *random = *random * 1664525u + 1013904223u;
    const char *text = texts[(n >> 8) % (sizeof texts / sizeof *texts)];
    struct pen pen = {roles[(n >> 12) % 3], (n >> 16) % 5 ? 0 : LOOK_REVERSE};
    frame_put(frame, frame_area(frame), (int)((n >> 20) % ROWS), (int)((n >> 24) % COLS),
              slice_of(text), pen);
}

static void prepare(struct draw *draw)
{
    struct theme theme = {.coloured = true};
    for (int role = 0; role < ROLE_COUNT; role++)
        theme.style[role].colour = role == ROLE_CMD ? 3 : COLOUR_DEFAULT;
    theme.style[ROLE_TITLE].look = LOOK_BOLD;
    *draw = (struct draw){.orders = {.off = "\033[m",
                                     .look = {"\033[1m", "\033[4m", "\033[7m", "\033[2m"},
                                     .no_wrap = "\033[?7l",
                                     .wrap = "\033[?7h",
                                     .erases = true}};
    strcpy(draw->orders.colour[ROLE_CMD], "\033[9m");
    draw_theme(draw, &theme);
}

static void a_terminal_shows_what_was_painted(void **state)
{
    (void)state;
    struct frame frames[2] = {{0}, {0}};
    struct draw draw;
    struct screen screen = {.row = 0};
    uint32_t random = 1;
    prepare(&draw);
    for (int round = 0; round < 3000; round++) {
        struct frame *frame = &frames[round % 2],
                     *shown = round % 7 ? &frames[1 - round % 2] : NULL;
        assert_true(frame_resize(frame, ROWS, COLS));
        if (round % 3 && shown) { /* a small change */
            memcpy(frame->cells, shown->cells, ROWS * COLS * sizeof *frame->cells);
            for (int i = 0; i < ROWS * COLS; i++)
                frame->cells[i].marks = 0;
            frame->marks_len = 0;
        }
        for (int i = 0; i < 1 + round % 5 * 4; i++)
            scribble(frame, &random);
        if (!shown)
            for (int i = 0; i < ROWS * COLS; i++) {
                screen.rune[i / COLS][i % COLS] = ' ';
                screen.style[i / COLS][i % COLS] = 0;
            }
        assert_true(draw_frame(&draw, frame, shown, ROWS, COLS));
        take(&screen, &draw);
        assert_int_equal(screen.style_now, 0);
        shows(&screen, frame);
    }
    draw_free(&draw);
    frame_free(&frames[0]);
    frame_free(&frames[1]);
}

static void a_small_change_is_few_bytes(void **state)
{
    (void)state;
    struct frame before = {0}, after = {0};
    struct draw draw;
    prepare(&draw);
    assert_true(frame_resize(&before, ROWS, COLS) && frame_resize(&after, ROWS, COLS));
    frame_put(&before, frame_area(&before), 1, 2, S("one two"), (struct pen){ROLE_CMD, 0});
    frame_put(&after, frame_area(&after), 1, 2, S("one twoo"), (struct pen){ROLE_CMD, 0});
    frame_cursor(&after, frame_area(&after), 1, 10);
    assert_true(draw_frame(&draw, &after, &before, ROWS, COLS));
    assert_slice("a letter", ((struct slice){draw.bytes, draw.len}), S("\033[9m\033[2;10Ho\033[m"));
    assert_true(draw_frame(&draw, &after, &after, ROWS, COLS));
    assert_slice("nothing", ((struct slice){draw.bytes, draw.len}), S("\033[2;11H"));
    draw_free(&draw);
    frame_free(&before);
    frame_free(&after);
}

int main(void)
{
    setlocale(LC_CTYPE, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_terminal_shows_what_was_painted),
        cmocka_unit_test(a_small_change_is_few_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
