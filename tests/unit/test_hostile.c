/* Lessons that somebody wrote to do harm, or without care: huge, deep, of control characters, of
 * broken text. They are shown on the screen and as slides at every size: what is painted can be
 * shown, every key is answered soon, and the other lessons are still there. */
#include "tests/unit/desk.h"

#include "app/ground/charset.h"
#include "app/ground/cluster.h"
#include "app/ground/heap.h"
#include "app/screen/draw.h"
#include "app/screen/present_do.h"
#include "app/screen/view.h"
#include "app/session/learning.h"

#include <time.h>

/* ---- The packs */

struct hostile {
    const char *name;
    const char *before, *piece, *behind; /* the lesson: piece stands there many times */
    size_t times;
    bool numbered;    /* in each piece % is its number */
    const char *file; /* instead of 50-hostile.md */
};

#define EXERCISE(id, title, task)                                                                  \
    "## " title "\n\n```exercise\nid: " id                                                         \
    "\nkind: write\npath: core\ncures: none\nimage: p\n```\n\n" task                               \
    "\n\n```check\ndocker run p => [\"a\"]\n```\n"                                                 \
    "```answer\nCMD [\"a\"]\n```\n```wrong b\nCMD [\"b\"]\n```\n> Which word?\n\n"                 \
    "```hint\nh\n```\n```hint\nh\n```\n```hint\nh\n```\n```solved\nSo.\n```\n\n"
#define LAST EXERCISE("hostile/last", "The last one", "Do it.")
#define PREDICT                                                                                    \
    "## Said\n\n```exercise\nid: hostile/said\nkind: predict\npath: core\ncures: none\nimage: p\n" \
    "```\n\nWhat runs?\n\n```given\nFROM base\nCMD [\"a\"]\n```\n```ask\n"
#define PREDICTED "```\n```hint\nh\n```\n```hint\nh\n```\n```hint\nh\n```\n```solved\nSo.\n```\n\n"

static const struct hostile packs[] = {
    {"too large", "# T\n\n", "word ", "\n\n" LAST, 2000000},
    {"large", "# T\n\n", "word ", "\n\n" LAST, 200000},
    {"a word", "# T\n\n", "x", "\n\n" LAST, 1000000},
    {"a title", "# T", "x", "\n\n" LAST, 400000},
    {"an exercise's title", "# T\n\n## ", "y", "\n\n```exercise\nid: a/b\n```\n" LAST, 400000},
    {"lines", "# T\n\n", "a\n", "\n" LAST, 100000},
    {"paragraphs", "# T\n\n", "a\n\n", LAST, 40000},
    {"headings", "# T\n\n", "### a\n\n", LAST, 80000},
    {"quotes in quotes", "# T\n\n", ">", " a\n\n" LAST, 10000},
    {"lists in lists", "# T\n\n", "- ", " a\n\n" LAST, 10000},
    {"emphasis", "# T\n\n", "*a _b ", "\n\n" LAST, 50000},
    {"links", "# T\n\n", "[a](", "\n\n" LAST, 50000},
    {"marks", "# T\n\n", "e\xCC\x81\xCC\x82\xCC\x83\xCC\x84\xCC\x85", "\n\n" LAST, 40000},
    {"wide", "# T\n\n", "\xE6\xBC\xA2", "\n\n" LAST, 200000},
    {"joined", "# T\n\n", "\xF0\x9F\x91\xA9\xE2\x80\x8D", "\n\n" LAST, 100000},
    {"bad bytes", "# T \xC3( \xFF\n\n", "\xFF\xE2\x82", "\n\n" LAST, 100000},
    {"NUL", "# T\n\n", "\0", "\n\n" LAST, 1000},
    {"escapes", "# \033[31mT\033]0;x\a\n\n", "\033[2J\x9B\x31m\b\a\r\x7F \xC2\x9B\xE2\x80\xAE",
     "\n\n" EXERCISE("hostile/\033x", "A \033[2J title\r", "\033c") LAST, 1000},
    {"code", "# T\n\n```\n", "\t\033[1mx", "\n```\n\n" LAST, 100000},
    {"a long example", "# T\n\n```example\nFROM a\nCMD [\"a\"", ",\"a\"",
     "]\n---\ndocker run a\n```\n\n" LAST, 9000},
    {"examples", "# T\n\n", "```example\nFROM a\nCMD [\"a\"]\n---\ndocker run a b\n```\n\n", LAST,
     3000},
    {"exercises", "# T\n\n", EXERCISE("hostile/e%", "An exercise", "Do it."), LAST, 2400, true},
    {"titles", "# T\n\n", "## E%\n```exercise\nid: hostile/t%\nkind: write\n```\n", LAST, 5000,
     true},
    {"asks", "# T\n\n" PREDICT, "docker run p a\n", PREDICTED LAST, 5000},
    {"a long ask", "# T\n\n" PREDICT "docker run p", " \xE6\xBC\xA2", "\n" PREDICTED LAST, 20000},
    {"a long task", "# T\n\n" EXERCISE("hostile/first", "One", "Do it."), "word ", "\n\n" LAST,
     100000},
    {"blanks", "# T\n\n", " \t", "\n\n" LAST, 200000},
    {"replies", "", "```reply x\ny\n```\n", "", 50000, false, "replies.md"},
    {"start", "# T\n\n" PREDICT "docker run p", " x", "\n" PREDICTED, 50000, false, "start.md"},
};

/* Under valgrind, which sets SMALL, a part of it has to do. */
static size_t times_of(const struct hostile *pack)
{
    size_t part = pack->times / 50 > 200 ? pack->times / 50 : 200;
    return getenv("SMALL") && part < pack->times ? part : pack->times;
}

enum { PACKS = sizeof packs / sizeof *packs };

static void put_piece(FILE *file, const struct hostile *pack, size_t i)
{
    if (!*pack->piece)
        putc('\0', file);
    for (const char *at = pack->piece; *at; at++)
        if (*at == '%' && pack->numbered)
            fprintf(file, "%zu", i);
        else
            putc(*at, file);
}

static void write_pack(const struct desk *desk, const struct hostile *pack, bool there)
{
    char path[300];
    snprintf(path, sizeof path, "%s/%s", desk->path, pack->file ? pack->file : "50-hostile.md");
    if (!there) {
        assert_int_equal(remove(path), 0);
        return;
    }
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(pack->before, file);
    for (size_t i = 0; i < times_of(pack); i++)
        put_piece(file, pack, i);
    fputs(pack->behind, file);
    assert_int_equal(fclose(file), 0);
}

/* ---- Looking */

static const char *name; /* of what is being done */

static int64_t noon(void)
{
    return 1750000000;
}

/* Processor time in milliseconds. */
static double spent(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

/* Most take under a millisecond, the slowest 200 ms, under valgrind forty times that; what is not
 * linear takes minutes. */
enum { SLOW_MS = 10000 };

static void note(const char *what, double began)
{
    double took = spent() - began;
    if (getenv("SHOW") && took > 30)
        print_message("%s: %s: %.0f ms\n", name, what, took);
    if (took > SLOW_MS)
        fail_msg("%s: %s takes %.0f ms", name, what, took);
}

static void check_frame(const struct frame *frame)
{
    for (int i = 0; i < frame->rows * frame->cols; i++) {
        const struct cell *cell = &frame->cells[i];
        if (cell->look & CELL_RIGHT ? cell->rune != 0 : !rune_is_print(cell->rune))
            fail_msg("%s: a cell holds U+%04X", name, (unsigned)cell->rune);
    }
}

/* ---- The screen */

static const int sizes[][2] = {{24, 80}, {12, 40}, {1, 1}, {60, 200}, {5, 7}};

enum { SIZES = sizeof sizes / sizeof *sizes };

static void paint(struct view *view, const int size[2], const char *what)
{
    assert_true(frame_resize(view->frame, size[0], size[1]));
    double began = spent();
    view_paint(view);
    note(what, began);
    check_frame(view->frame);
}

/* Commands of the names that a failure tells, and texts behind "type". */
static const struct {
    const char *what;
    enum command command;
    const char *text;
} acts[] = {
    {"home", COMMAND_HOME, NULL},           {"last", COMMAND_LAST, NULL},
    {"choose", COMMAND_CHOOSE, NULL},       {"page down", COMMAND_PAGE_DOWN, NULL},
    {"last row", COMMAND_LAST, NULL},       {"next", COMMAND_NEXT, NULL},
    {"type", COMMAND_NONE, "CMD [\"b\"]"},  {"check", COMMAND_CHECK, NULL},
    {"hint", COMMAND_HINT, NULL},           {"merge", COMMAND_MERGE, NULL},
    {"back", COMMAND_BACK, NULL},           {"text", COMMAND_TEXT, NULL},
    {"back", COMMAND_BACK, NULL},           {"answer", COMMAND_SHOW_ANSWER, NULL},
    {"next", COMMAND_NEXT, NULL},           {"next", COMMAND_NEXT, NULL},
    {"search", COMMAND_SEARCH, NULL},       {"words", COMMAND_NONE, "word a"},
    {"page down", COMMAND_PAGE_DOWN, NULL}, {"choose", COMMAND_CHOOSE, NULL},
    {"home", COMMAND_HOME, NULL},           {"progress", COMMAND_PROGRESS, NULL},
    {"last row", COMMAND_LAST, NULL},       {"home", COMMAND_HOME, NULL},
};

static void on_the_screen(struct desk *desk)
{
    static struct session session;
    struct frame frame = {0};
    struct view view = {.frame = &frame, .session = &session};
    enum walk_step step;
    const struct session_setup setup = {.host = &desk->host};
    const struct learning_setup course = {
        .walk = {.memory = &heap, .learner = S("someone"), .lessons = slice_of(desk->path)},
        .clock = noon,
        .place = S("4"),
    };
    double began = spent();
    session_open(&session, &setup);
    assert_int_equal(learning_open(&session, &course, &step), WALK_OPENED);
    note("opening", began);
    for (size_t i = 0; i < sizeof acts / sizeof *acts; i++) {
        began = spent();
        if (acts[i].text)
            session_type(&session, slice_of(acts[i].text), true);
        else
            session_do(&session, acts[i].command);
        note(acts[i].what, began);
        paint(&view, sizes[i % SIZES], acts[i].what);
    }
    if (session.rows[PANE_HOME] < 12)
        fail_msg("%s: the other lessons are gone", name);
    session_close(&session);
    view_free(&view);
    frame_free(&frame);
}

/* ---- Slides */

static void press_key(struct present *present, struct frame *frame, jmp_buf *guard, uint32_t key)
{
    if (setjmp(*guard) == 0)
        present_key(present, frame, key);
}

static void paint_slide(struct present *present, struct frame *frame, jmp_buf *guard)
{
    if (setjmp(*guard) == 0)
        present_paint(present, frame);
}

static void press_keys(struct present *present, struct frame *frame, jmp_buf *guard)
{
    static const uint32_t keys[] = {KEYS_END, KEYS_ENTER, KEYS_PAGE_DOWN, ' ',      ' ',      'r',
                                    'v',      KEYS_END,   KEYS_HOME,      KEYS_END, KEYS_DOWN};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        double began = spent();
        press_key(present, frame, guard, keys[i]);
        note("a slide", began);
        const int *size = sizes[i % SIZES];
        present_resize(present, size[0], size[1]);
        assert_true(frame_resize(frame, size[0], size[1]));
        began = spent();
        paint_slide(present, frame, guard);
        note("a slide painted", began);
        check_frame(frame);
    }
}

static void as_slides(struct desk *desk)
{
    static struct present present;
    static struct course course;
    struct arena held, scratch;
    struct frame frame = {0};
    jmp_buf guard;
    arena_init(&held, &heap);
    arena_init(&scratch, &heap);
    held.guard = scratch.guard = &guard;
    if (setjmp(guard) == 0) {
        course_open(&held, &scratch, slice_of(desk->path), &course);
        present_open(&present, &course);
        present_guard(&present, &guard);
        present_resize(&present, 24, 80);
        press_keys(&present, &frame, &guard);
    }
    present_close(&present);
    frame_free(&frame);
    arena_free(&held);
    arena_free(&scratch);
}

static void are_shown_or_refused(void **state)
{
    struct desk *desk = *state;
    for (size_t i = 0; i < PACKS; i++) {
        name = packs[i].name;
        write_pack(desk, &packs[i], true);
        on_the_screen(desk);
        as_slides(desk);
        write_pack(desk, &packs[i], false);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(are_shown_or_refused, open_desk, close_desk),
    };
    charset_is_utf8();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
