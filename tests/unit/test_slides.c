/* Lessons cut into slides, and what keys do to a presentation. */
#include "tests/unit/unit.h"

#include "app/course/slides.h"
#include "app/screen/present_do.h"
#include "tests/support/slides_lesson.h"

static struct lesson *lesson_of(struct arena *arena, const char *text)
{
    struct faults faults = {.arena = arena, .file = S("01-two-lists.md")};
    struct lesson *lesson = arena_new(arena, struct lesson);
    lesson_read(arena, arena, faults.file, slice_of(text), &faults, lesson);
    return lesson;
}

/* Slides want a second arena, to be reset. */
static void make(void **state, const char *text, uint32_t round, struct slides *slides)
{
    struct arena scratch;
    arena_init(&scratch, &unit_memory);
    slides_make(*state, &scratch, lesson_of(*state, text), 1, round, slides);
    arena_free(&scratch);
}

static void cuts(void **state)
{
    static const struct {
        enum slide_kind kind;
        unsigned blocks, steps, wrongs;
        uint32_t variants;
    } rows[] = {
        {SLIDE_TITLE, 0, 1, 0, 0},
        {SLIDE_PROSE, 2, 1, 0, 0}, /* the figure stays with the sentence in front of it */
        {SLIDE_PROSE, 1, 1, 0, 0},
        {SLIDE_EXAMPLE, 1, 6, 0, 0}, /* the question, four frames, what runs */
        {SLIDE_PROSE, 5, 1, 0, 0},   /* short ones together; a colon with its list */
        {SLIDE_OPENING, 0, 1, 0, 2},
        {SLIDE_ROUND, 0, 6, 2, 2},
        {SLIDE_ROUND, 0, 6, 0, 2}, /* the last line: why as well */
        {SLIDE_OPENING, 0, 1, 0, 1},
        {SLIDE_ROUND, 0, 7, 0, 1},
        {SLIDE_OPENING, 0, 1, 0, 1},
        {SLIDE_ROUND, 0, 2, 0, 1}, /* nothing starts: no merge */
        {SLIDE_ROUND, 0, 6, 0, 1},
        {SLIDE_TASK, 0, 2, 1, 1},
        {SLIDE_BROKEN, 0, 1, 0, 1},
        {SLIDE_END, 0, 1, 0, 0},
    };
    struct slides slides;
    make(state, slides_lesson, 0, &slides);
    assert_int_equal(slides.len, sizeof rows / sizeof *rows);
    assert_int_equal(slides.rounds, 5);
    for (size_t i = 0; i < slides.len; i++) {
        const struct slide *slide = &slides.at[i];
        if (slide->kind != rows[i].kind || slide->blocks_len != rows[i].blocks ||
            slide->steps != rows[i].steps || slide->wrongs != rows[i].wrongs ||
            slide->variants != rows[i].variants)
            fail_msg("slide %zu: kind %d, %zu blocks, %u steps, %u wrongs, %u variants", i + 1,
                     slide->kind, slide->blocks_len, slide->steps, slide->wrongs, slide->variants);
    }
}

static void has_parts(void **state)
{
    struct slides slides;
    unsigned frame;
    make(state, slides_lesson, 0, &slides);
    const struct slide *example = &slides.at[3], *last = &slides.at[7], *task = &slides.at[13];
    assert_int_equal(slide_part(example, 0, &frame), SLIDE_FIRST);
    assert_int_equal(slide_part(example, 4, &frame), SLIDE_MERGE);
    assert_int_equal(frame, 3);
    assert_int_equal(slide_part(example, 5, &frame), SLIDE_RUNS);
    assert_int_equal(slide_part(last, 1, &frame), SLIDE_RUNS);
    assert_int_equal(slide_part(last, 2, &frame), SLIDE_MERGE);
    assert_int_equal(slide_part(last, 5, &frame), SLIDE_SOLVED);
    assert_int_equal(slide_step(example, SLIDE_MERGE), 1);
    assert_int_equal(slide_step(last, SLIDE_RUNS), 1);
    assert_int_equal(slide_step(task, SLIDE_ANSWER), 1);
    assert_int_equal(slide_step(task, SLIDE_MERGE), 0);
}

/* All of a report as one text. */
static struct slice text_of(struct arena *arena, const struct report *report)
{
    struct buffer out = {.arena = arena};
    for (size_t i = 0; i < report->len; i++) {
        for (size_t k = 0; k < report->at[i].len; k++)
            buffer_put(&out, report->at[i].at[k].text);
        buffer_byte(&out, '\n');
    }
    return out.len ? buffer_slice(&out) : S("");
}

static bool holds(struct slice text, const char *what)
{
    struct slice part = slice_of(what);
    for (size_t i = 0; i + part.len <= text.len; i++)
        if (memcmp(text.at + i, part.at, part.len) == 0)
            return true;
    return false;
}

static struct slice step_of(struct arena *arena, const struct slides *slides, size_t slide,
                            unsigned step)
{
    struct report report = {.arena = arena, .columns = 60};
    const struct page_view view = {&report, true};
    slides_report(&view, slides, slide, step);
    return text_of(arena, &report);
}

/* What is asked says nothing of what runs; other values in another round. */
static void asks(void **state)
{
    struct slides slides;
    struct arena *arena = *state;
    make(state, slides_lesson, 0, &slides);
    assert_false(holds(step_of(arena, &slides, 6, 0), "git bash"));
    assert_false(holds(step_of(arena, &slides, 6, 0), "subcommand"));
    assert_true(holds(step_of(arena, &slides, 6, 1), "git bash"));
    assert_true(holds(step_of(arena, &slides, 7, 5), "subcommand"));
    assert_true(holds(step_of(arena, &slides, 11, 1), "nothing starts"));
    assert_true(holds(step_of(arena, &slides, 12, 0), "FROM below"));
    assert_true(holds(step_of(arena, &slides, 12, 0), "[\"ls\"]"));
    assert_false(holds(step_of(arena, &slides, 12, 0), "neither"));
    assert_false(holds(step_of(arena, &slides, 13, 0), "\"CMD"));
    assert_true(holds(step_of(arena, &slides, 13, 1), "CMD [\"--listen\", \":9100\"]"));
    make(state, slides_lesson, 1, &slides);
    assert_true(holds(step_of(arena, &slides, 6, 1), "git sh"));
}

/* No byte of a lesson's reaches a terminal as it is. */
static void is_safe(void **state)
{
    struct slides slides;
    struct arena *arena = *state;
    make(state, slides_hostile, 0, &slides);
    assert_true(slides.len >= 6);
    for (size_t i = 0; i < slides.len; i++) {
        struct report report = {.arena = arena, .columns = 60};
        const struct page_view view = {&report, true};
        slides_handout(&view, &slides, i);
        for (unsigned wrong = 1; wrong <= slides.at[i].wrongs; wrong++)
            slides_wrong(&view, &slides, i, wrong);
        struct slice text = text_of(arena, &report);
        for (size_t k = 0; k < text.len; k++)
            if (((unsigned char)text.at[k] < ' ' && text.at[k] != '\n') || text.at[k] == 0x7F)
                fail_msg("slide %zu holds the byte %02x", i + 1, (unsigned char)text.at[k]);
        assert_false(holds(text, "\xC2\x9B"));
        assert_false(holds(text, "\xE2\x80\xAE"));
    }
}

/* ---- Keys */

static void has_one_row_a_key(void **state)
{
    (void)state;
    for (size_t i = 0; i < present_rows_len; i++)
        for (size_t k = 0; k < i; k++)
            if (present_rows[i].key == present_rows[k].key)
                assert_int_equal(present_rows[i].pages & present_rows[k].pages, 0);
}

struct room {
    struct arena held, scratch;
    struct course course;
    struct present present;
    struct frame frame;
};

static void open_room(struct room *room, size_t lesson)
{
    *room = (struct room){.frame = {0}};
    arena_init(&room->held, &unit_memory);
    arena_init(&room->scratch, &unit_memory);
    course_open(&room->held, &room->scratch, S(""), &room->course);
    present_open(&room->present, &room->course);
    frame_resize(&room->frame, 24, 80);
    present_resize(&room->present, 24, 80);
    if (lesson != SIZE_MAX)
        present_lesson(&room->present, lesson);
}

static void close_room(struct room *room)
{
    present_close(&room->present);
    frame_free(&room->frame);
    arena_free(&room->held);
    arena_free(&room->scratch);
}

static void press(struct room *room, const char *keys)
{
    for (; *keys; keys++)
        present_key(&room->present, &room->frame, (unsigned char)*keys);
}

/* Through every lesson of the course to its end and back again, at a size at which not all fits. */
static void goes_through(void **state)
{
    static struct room room;
    (void)state;
    open_room(&room, SIZE_MAX);
    frame_resize(&room.frame, 12, 40);
    for (size_t lesson = 0; lesson < room.course.len; lesson++) {
        size_t there = 0, back = 0;
        present_lesson(&room.present, lesson);
        present_resize(&room.present, 12, 40);
        for (; room.present.page == PRESENT_SLIDE && there < 5000; there++)
            present_key(&room.present, &room.frame, KEYS_PAGE_DOWN);
        assert_int_equal(room.present.page, PRESENT_LIST);
        press(&room, "q");
        for (; (room.present.slide || room.present.step) && back < 5000; back++)
            present_key(&room.present, &room.frame, KEYS_PAGE_UP);
        assert_int_equal(room.present.slide, 0);
        assert_true(back <= there);
    }
    close_room(&room);
}

static void obeys(void **state)
{
    static const struct {
        const char *keys;
        size_t slide;
        bool blank, leave;
        enum present_page page;
    } rows[] = {
        {" ", 1, false, false, PRESENT_SLIDE},        {" \x7f", 0, false, false, PRESENT_SLIDE},
        {"b", 0, true, false, PRESENT_SLIDE},         {".", 0, true, false, PRESENT_SLIDE},
        {"b ", 0, false, false, PRESENT_SLIDE},       {"bq", 0, false, false, PRESENT_SLIDE},
        {"b\x03", 0, true, true, PRESENT_SLIDE},      {"7\r", 6, false, false, PRESENT_SLIDE},
        {"70\x7f\r", 6, false, false, PRESENT_SLIDE}, {"7\x1b", 0, false, false, PRESENT_SLIDE},
        {"7 ", 1, false, false, PRESENT_SLIDE},       {"9999\r", 0, false, false, PRESENT_SLIDE},
        {"?", 0, false, false, PRESENT_HELP},         {"? ", 0, false, false, PRESENT_SLIDE},
        {"?q", 0, false, false, PRESENT_SLIDE},       {"l", 0, false, false, PRESENT_LIST},
        {"lq", 0, false, false, PRESENT_SLIDE},       {"l2\r", 0, false, false, PRESENT_SLIDE},
        {"q", 0, false, true, PRESENT_SLIDE},         {"\x1b", 0, false, true, PRESENT_SLIDE},
        {"?\x03", 0, false, true, PRESENT_HELP},      {"rmwv", 0, false, false, PRESENT_SLIDE},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        static struct room room;
        open_room(&room, 3);
        press(&room, rows[i].keys);
        const struct present *present = &room.present;
        if (present->slide != rows[i].slide || present->blank != rows[i].blank ||
            present->leave != rows[i].leave || present->page != rows[i].page)
            fail_msg("row %zu: slide %zu, page %d", i, present->slide, present->page);
        close_room(&room);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_test_with_arena(cuts),
        unit_test_with_arena(has_parts),
        unit_test_with_arena(asks),
        unit_test_with_arena(is_safe),
        cmocka_unit_test(has_one_row_a_key),
        cmocka_unit_test(goes_through),
        cmocka_unit_test(obeys),
    };
    return cmocka_run_group_tests_name("slides", tests, NULL, NULL);
}
