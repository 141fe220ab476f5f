/* Frames: what is painted against what a dump must show, and random painting against what no frame
 * may hold. */
#include "tests/unit/unit.h"

#include "app/ground/cluster.h"
#include "app/screen/frame.h"

#include <locale.h>

static void assert_dump(const char *name, const struct frame *frame, unsigned what,
                        const char *wanted)
{
    size_t len;
    char *is = frame_dump(frame, what, &len);
    assert_non_null(is);
    assert_slice(name, (struct slice){is, len}, slice_of(wanted));
    free(is);
}

#define HAN "\xE6\xBC\xA2" /* two columns */

static const struct {
    const char *name, *text;
    int col, behind;
    const char *row;
} puts_rows[] = {
    {"plain", "abc", 1, 4, " abc\n"},
    {"cut at the right", "abcdefghij", 4, 8, "    abcd\n"},
    {"scrolled to the left", "abcdef", -3, 3, "def\n"},
    {"wide", HAN HAN, 0, 4, HAN HAN "\n"},
    {"half a wide one at the right", HAN HAN, 5, 9, "     " HAN "\n"},
    {"half a wide one at the left", HAN "a", -1, 2, " a\n"},
    {"marks", "e\xCC\x81x", 0, 2, "e\xCC\x81x\n"},
    {"six marks, four are shown", "e\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81x", 0, 2,
     "e\xCC\x81\xCC\x81\xCC\x81\xCC\x81x\n"},
    {"a mark alone", "\xCC\x81x", 0, 7, "\\u0301x\n"},
    {"escape", "\033[A", 0, 4, "^[[A\n"},
    {"delete, newline", "\x7F\n", 0, 4, "^?^J\n"},
    {"bad bytes", "\xFFz", 0, 5, "\\xffz\n"},
    {"blank that is none", "\xC2\xA0", 0, 6, "\\u00a0\n"},
    {"zero width", "a\xE2\x80\x8B", 0, 7, "a\\u200b\n"},
    {"direction", "\xE2\x80\x8Ez", 0, 7, "\\u200ez\n"},
    {"C1", "\xC2\x9Bm", 0, 7, "\\u009bm\n"},
    {"large rune", "\xF3\xA0\x81\x81", 0, 8, "\\U000e00\n"},
    {"tab", "a\tb", 0, 9, "a\n"},
    {"tab scrolled", "a\tb", -6, 3, "  b\n"},
};

static void puts_are_cut(void **state)
{
    struct frame frame = {0};
    (void)state;
    for (size_t i = 0; i < sizeof puts_rows / sizeof *puts_rows; i++) {
        assert_true(frame_resize(&frame, 1, 8));
        int behind = frame_put(&frame, frame_area(&frame), 0, puts_rows[i].col,
                               slice_of(puts_rows[i].text), (struct pen){ROLE_CMD, 0});
        assert_dump(puts_rows[i].name, &frame, 0, puts_rows[i].row);
        /* what was cut is at least known to reach the border */
        if (behind != puts_rows[i].behind && !(behind >= 8 && puts_rows[i].behind >= 8))
            fail_msg("%s: ends at %d", puts_rows[i].name, behind);
    }
    frame_free(&frame);
}

static void halves_become_blanks(void **state)
{
    struct frame frame = {0};
    (void)state;
    assert_true(frame_resize(&frame, 2, 6));
    struct area all = frame_area(&frame);
    for (int row = 0; row < 2; row++)
        frame_put(&frame, all, row, 1, S(HAN HAN), (struct pen){ROLE_PLAIN, 0});
    frame_put(&frame, all, 0, 2, S("x"), (struct pen){ROLE_PLAIN, 0});
    frame_put(&frame, all, 1, 2, S(HAN), (struct pen){ROLE_PLAIN, 0});
    assert_dump("halves", &frame, 0, "  x" HAN "\n  " HAN "\n");
    frame_free(&frame);
}

static const struct {
    const char *text;
    int cols, indent;
    const char *dump;
} flows[] = {
    {"one two three", 9, 0, "one two\nthree\n\n\n"},
    {"one two three", 7, 2, "one two\n  three\n\n\n"},
    {"one  two", 4, 0, "one\ntwo\n\n\n"},
    {"abcdefgh ij", 3, 1, "abc\n de\n fg\n h\n"},
    {"a\nb", 5, 1, "a\n b\n\n\n"},
    {HAN HAN HAN, 3, 0, HAN "\n" HAN "\n" HAN "\n\n"},
    {HAN, 1, 0, "\n\n\n\n"},
    {"a\tb", 5, 0, "a^Ib\n\n\n\n"},
    {"aaaa bbbb", 4, 0, "aaaa\nbbbb\n\n\n"},
    {"", 4, 0, "\n\n\n\n"},
};

static void flows_wrap(void **state)
{
    struct frame frame = {0};
    (void)state;
    for (size_t i = 0; i < sizeof flows / sizeof *flows; i++) {
        assert_true(frame_resize(&frame, 4, 12));
        struct flow flow = {.area = {0, 0, 4, flows[i].cols}, .indent = flows[i].indent};
        frame_flow(&frame, &flow, slice_of(flows[i].text), (struct pen){ROLE_PLAIN, 0});
        assert_dump(flows[i].text, &frame, 0, flows[i].dump);
    }
    struct flow flow = {.area = {0, 0, 2, 4}};
    frame_flow(&frame, &flow, S("a b c d e f g h"), (struct pen){ROLE_PLAIN, 0});
    assert_int_equal(flow.row, 3); /* rows below the area are counted */
    frame_free(&frame);
}

static void lines_join(void **state)
{
    struct frame frame = {0};
    struct pen title = {ROLE_TITLE, 0};
    (void)state;
    assert_true(frame_resize(&frame, 6, 24));
    frame_across(&frame, 0, 0, 23);
    frame_across(&frame, 5, 0, 23);
    frame_down(&frame, 12, 0, 5);
    frame_across(&frame, 2, 12, 23);
    frame_across(&frame, 3, 0, 12);
    frame_across(&frame, 4, 0, 23);
    frame_title(&frame, 0, 0, 11, S("Dockerfile, saved"), S(""), title);
    frame_title(&frame, 0, 13, 23, S("Pair"), S(""), title);
    frame_title(&frame, 4, 0, 11, S("A"), S("1 of 2"), title);
    frame_title(&frame, 5, 0, 11, S("Checks"), S("1 of 2 holds"), title);
    static const char wanted[] =
        "\xE2\x94\x80\xE2\x94\x80 Dockerfi \xE2\x94\xAC"
        "\xE2\x94\x80\xE2\x94\x80 Pair \xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\n";
    size_t len;
    char *is = frame_dump(&frame, 0, &len);
    assert_non_null(is);
    assert_slice("junctions", slice_first((struct slice){is, len}, sizeof wanted - 1), S(wanted));
    free(is);
    frame.ascii = true;
    assert_dump("ascii", &frame, 0,
                "-- Dockerfi +-- Pair ---\n"
                "            |\n"
                "            +-----------\n"
                "------------+\n"
                "-- 1 of 2 --+-----------\n"
                "-- Checks --+-----------\n");
    frame_free(&frame);
}

static void dumps_tell_roles(void **state)
{
    struct frame frame = {0};
    (void)state;
    assert_true(frame_resize(&frame, 2, 10));
    struct area all = frame_area(&frame);
    frame_put(&frame, all, 0, 0, S("ping"), (struct pen){ROLE_ENTRYPOINT, 0});
    frame_put(&frame, all, 0, 5, S("a\x01"), (struct pen){ROLE_RUN, LOOK_UNDERLINE});
    frame_look(&frame, (struct area){1, 0, 1, 2}, LOOK_REVERSE);
    frame_cursor(&frame, all, 0, 9);
    assert_dump("roles", &frame, DUMP_ROLES | DUMP_CURSOR,
                "ping a^A\n~EEEE Rxx\n!     uuu\n\n!rr\ncursor 0 9\n");
    frame_cursor(&frame, (struct area){0, 0, 1, 9}, 0, 9);
    assert_dump("hidden", &frame, DUMP_CURSOR, "ping a^A\n\n");
    frame_free(&frame);
}

/* Random texts and places: no cell may hold what must not reach a terminal, and both halves of a
 * wide character are there or none. */
static void random_painting(void **state)
{
    static const char *const texts[] = {
        "abc",
        (HAN HAN HAN),
        "e\xCC\x81\xCC\x81",
        "\033[31m",
        "\xFF\xFE",
        "a\tb\n",
        "\xE2\x80\x8E",
        "long words in a row, and more of them",
        "\xC2\x9B",
        "\xF0\x9F\x98\x80\xE2\x80\x8D",
    };
    struct frame frame = {0};
    unsigned random = 1;
    (void)state;
    for (int round = 0; round < 3000; round++) {
        int n[8];
        for (int i = 0; i < 8; i++)
            n[i] = (int)((random = random * 1664525u + 1013904223u) >> 20) % 30 - 6;
        if (round % 20 == 0)
            assert_true(frame_resize(&frame, n[0] + 6, n[1] + 6));
        struct area area = {n[2], n[3], n[4], n[5]};
        struct slice text = slice_of(texts[(unsigned)(n[6] + 6) % 10]);
        struct flow flow = {.area = area, .row = n[6], .col = n[7], .indent = 1};
        switch (round % 5) {
        case 0: frame_put(&frame, area, n[6], n[7], text, (struct pen){ROLE_RUN, 0}); break;
        case 1: frame_flow(&frame, &flow, text, (struct pen){ROLE_CMD, 0}); break;
        case 2: frame_across(&frame, n[2], n[3], n[4]); break;
        case 3: frame_down(&frame, n[2], n[3], n[4]); break;
        default: frame_title(&frame, n[2], n[3], n[4], text, text, (struct pen){ROLE_TITLE, 0});
        }
        for (int i = 0; i < frame.rows * frame.cols; i++) {
            const struct cell *cell = &frame.cells[i];
            if (cell->look & CELL_RIGHT)
                assert_true(i % frame.cols && cell[-1].look & CELL_WIDE);
            else
                assert_int_equal(rune_columns(cell->rune), cell->look & CELL_WIDE ? 2 : 1);
            if (cell->look & CELL_WIDE)
                assert_true(i % frame.cols < frame.cols - 1 && cell[1].look & CELL_RIGHT);
        }
    }
    frame_free(&frame);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(puts_are_cut),     cmocka_unit_test(halves_become_blanks),
        cmocka_unit_test(flows_wrap),       cmocka_unit_test(lines_join),
        cmocka_unit_test(dumps_tell_roles), cmocka_unit_test(random_painting),
    };
    setlocale(LC_CTYPE, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
