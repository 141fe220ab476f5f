/* The line editor as the screen uses it: keys as a terminal sends them against the line that is
 * shown. No terminal is needed: libedit has its own. */
#include "tests/unit/unit.h"

#include "app/ground/line.h"
#include "app/screen/input.h"

#include <locale.h>
#include <unistd.h>

/* What the callbacks work on: the keys that are left, and how the line looked when they were over.
 */
struct typist {
    struct input input;
    struct line *line;
    char look[512];
    size_t cursor;
    bool replace;
};

static bool next_key(void *context, struct event *event)
{
    struct typist *typist = context;
    if (typist->replace) {
        typist->replace = false;
        line_replace(typist->line, S("replaced line"), 8);
        event->key = KEYS_NAMED;
        return true;
    }
    if (input_next(&typist->input, true, event) == INPUT_EVENT) {
        if (event->key != CONTROL('G'))
            return true;
        line_replace(typist->line, S("replaced line"), 8);
        event->key = KEYS_NAMED;
        return true;
    }
    struct line_look look;
    line_look(typist->line, &look);
    typist->cursor = look.cursor;
    snprintf(typist->look, sizeof typist->look, "%.*s_%.*s%s%.*s%s", (int)look.cursor, look.text.at,
             (int)(look.text.len - look.cursor), look.text.at + look.cursor,
             look.search ? " search:" : "", (int)look.pattern.len, look.pattern.at,
             look.search_failed ? " failed" : "");
    return false;
}

static bool complete(void *context, struct line *line)
{
    (void)context;
    line_insert(line, S("<completed \xC3\xA9>"));
    return false;
}

static const char vi[] = "bind -v\n";
static const char binds[] =
    "bind \"\\e[1;5D\" ed-move-to-beg\nbind \"\\e[A\" ed-move-to-beg\nedit off\n";

/* ^G asks for a replacement; Enter ends a line, the next one starts with what was entered. */
static const struct {
    const char *editrc, *keys, *look;
} rows[] = {
    {"", "abc", "abc_"},
    {"", "abc\x01x", "x_abc"},
    {"", "abc\033[D\033[Dx", "ax_bc"},
    {"", "abc\033OD\033OHx\033OFy", "xabcy_"},
    {"", "abc def\033bx", "abc x_def"},
    {"", "abc def\033[1;5Dx", "abc x_def"},
    {"", "abc\033[D\033[D\033[3~", "a_c"},
    {"",
     "abc\x03"
     "d",
     "d_"},
    {"", "abc\x01\x04\x04\x04\x04", "_"}, /* ^D never ends the input */
    {"",
     "\xC3\xA9\xE6\xBC\xA2"
     "e\xCC\x81",
     "\xC3\xA9\xE6\xBC\xA2"
     "e\xCC\x81_"},
    {"",
     "a\xFF"
     "b",
     "a\xFF"
     "b_"},
    {"", "ab\033[D\033[200~x\r\ny\033[201~", "ax\ny_b"},
    {"", "ab\t", "ab<completed \xC3\xA9>_"},
    {"", "ab\x07", "replaced_ line"},
    {"", "ab\\\rcd", "ab\\\ncd_"},
    {"", "ab\\\\\rcd", "ab\\\\cd_"},
    {"", "one\r\x03two\r\x03\033[A\033[A", "one_"},
    {"", "one\r\x03two\r\x03\033[A\033[A\033[B", "two_"},
    {"", "one\r\x03two\r\x03\x12on", "_one search:on"},
    {"", "one\r\x03two\r\x03\x12onx", "_one search:onx failed"},
    {"", "one\r\x03two\r\x03\x12on\033[C", "o_ne"},
    {"", "one\r\x03\x12on\x07", "replaced_ line"},
    {"", "\033[200~a\nbck:x\033[201~c", "a\nbck:xc_"}, /* no search */
    {"", "ab\033x\033[99~\033[<0;1;1mc\033[15~", "abc_"},
    {"", "\x16\x07", "replaced_ line"},
    {vi, "abc\033xi\033[Dy", "y_ab"},
    {vi, "abc\033[D\033[Dx", "ax_bc"},
    {vi, "abc def\0330cwx\033", "_x def"},
    {vi, "abc\033v:0ix", "x_abc"},
    {vi, "\033$iA", "A_"},
    {vi, "one\r\x03two\r\x03\033/on", "_ search:on"},
    {vi, "one\r\x03two\r\x03\033/on\r", "_one"},
    {vi, "one\r\x03two\r\x03\033/on\x07", "replaced_ line"},
    {vi, "one\r\x03\033/on\033[D\033[200~x\033[201~", "_x"},
    {vi, "one\r\x03\033/on\x03ix", "ix_"},
    {binds, "abc def\033[1;5Dx", "x_abc def"},
    {binds, "abc def\033OAx", "x_abc def"},
};

static void key_rows(void **state)
{
    char path[] = "/tmp/pairing-editrc-XXXXXX";
    int fd = mkstemp(path);
    (void)state;
    assert_true(fd >= 0);
    setenv("EDITRC", path, 1);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct typist typist = {0};
        struct line_setup setup = {
            .program = "pairing", .context = &typist, .key = next_key, .complete = complete};
        size_t len = strlen(rows[i].editrc);
        assert_int_equal(pwrite(fd, rows[i].editrc, len, 0), (ssize_t)len);
        assert_int_equal(ftruncate(fd, (off_t)len), 0);
        assert_true(input_feed(&typist.input, rows[i].keys, strlen(rows[i].keys)));
        typist.line = line_open(&setup);
        assert_non_null(typist.line);
        assert_int_equal(line_is_vi(typist.line), rows[i].editrc == vi);
        char entered[256] = "";
        struct slice text;
        while (line_read(typist.line, "", slice_of(entered), &text) == LINE_ENTERED) {
            line_remember(typist.line, text);
            snprintf(entered, sizeof entered, "%.*s", (int)text.len, text.at);
        }
        if (strcmp(typist.look, rows[i].look) != 0)
            fail_msg("row %zu: %s\n  wanted  %s\n  is      %s", i, rows[i].keys, rows[i].look,
                     typist.look);
        line_close(typist.line);
        input_free(&typist.input);
    }
    close(fd);
    unlink(path);
}

/* As much as a line may hold, and no more. */
static void long_lines(void **state)
{
    enum { SIZE = LINE_MAX_CHARS + 1000 };
    static char text[SIZE + 32];
    struct typist typist = {0};
    struct line_setup setup = {.program = "pairing", .context = &typist, .key = next_key};
    struct slice entered;
    struct line_look look;
    (void)state;
    setenv("EDITRC", "/dev/null", 1);
    memset(text, 'x', sizeof text);
    memcpy(text, "\033[200~", 6);
    memcpy(text + 6 + SIZE, "\033[201~yy\001zz", 11);
    assert_true(input_feed(&typist.input, text, 6 + SIZE + 11));
    typist.line = line_open(&setup);
    assert_non_null(typist.line);
    assert_int_equal(line_read(typist.line, "", S(""), &entered), LINE_ENDED);
    line_look(typist.line, &look);
    assert_true(look.full);
    assert_int_equal(look.text.len, LINE_MAX_CHARS);
    line_close(typist.line);
    input_free(&typist.input);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(key_rows), cmocka_unit_test(long_lines)};
    setlocale(LC_CTYPE, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
