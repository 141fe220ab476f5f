/* Golden screens of a presentation: keys pressed in process, the screen as text. See golden.h. */
#include "tests/screen/golden.h"

#include "app/ground/heap.h"
#include "app/screen/present_do.h"
#include "tests/support/slides_lesson.h"

#include <stdio.h>
#include <stdlib.h>

/* What is pressed; uppercase letters stand for the keys that are no text. */
static const struct {
    const char *name, *keys;
    bool roles, wide, hostile;
} situations[] = {
    {"slides_list", "l", false, false, false},
    {"slides_title", "", false, true, false},
    {"slides_figure", "2E", false, false, false},
    {"slides_prose", "3E", false, true, false},
    {"slides_points", "5E", false, false, false},
    {"slides_example", "4E", false, false, false},
    {"slides_merge", "4EDDD", true, true, false},
    {"slides_runs", "4Er", true, false, false},
    {"slides_opening", "6E", false, false, false},
    {"slides_question", "7E", false, false, false},
    {"slides_revealed", "7ED", false, false, false},
    {"slides_some_say", "7Eww", true, true, false},
    {"slides_why", "8EDDDDD", false, false, false},
    {"slides_values", "7Ev", false, false, false},
    {"slides_letters", "10E", false, false, false},
    {"slides_nothing", "12ED", true, false, false},
    {"slides_above", "13E", false, false, false},
    {"slides_task", "14E", false, true, false},
    {"slides_answer", "14Er", false, false, false},
    {"slides_some_write", "14Ew", false, false, false},
    {"slides_broken", "15E", false, false, false},
    {"slides_end", "Z", false, false, false},
    {"slides_jump", "12", false, false, false},
    {"slides_blank", "7E.", false, false, false},
    {"slides_keys", "?", false, true, false},
    {"slides_hostile_prose", "2E", true, false, true},
    {"slides_hostile_run", "5EDDwww", false, false, true},
};

enum { SITUATIONS = sizeof situations / sizeof *situations };

static uint32_t key_of(char letter)
{
    switch (letter) {
    case 'E': return KEYS_ENTER;
    case 'D': return KEYS_PAGE_DOWN;
    case 'U': return KEYS_PAGE_UP;
    case 'Z': return KEYS_END;
    default: return (uint32_t)letter;
    }
}

/* A course of one lesson, and start.md in front of it. */
struct room {
    struct arena held, scratch;
    struct course course;
    struct shelf_file file;
    struct present present;
    struct frame frame;
};

static void open_room(struct room *room, const char *text)
{
    *room = (struct room){.file = {S("01-two-lists.md"), slice_of(text)}};
    arena_init(&room->held, &heap);
    arena_init(&room->scratch, &heap);
    course_open(&room->held, &room->scratch, S(""), &room->course);
    room->course.len = 1;
    room->course.at[0].file = &room->file;
    room->course.at[0].outline.title = S("Two lists");
    present_open(&room->present, &room->course);
}

static void close_room(struct room *room)
{
    present_close(&room->present);
    frame_free(&room->frame);
    arena_free(&room->held);
    arena_free(&room->scratch);
}

static void press_all(struct room *room, const char *keys, int rows, int cols)
{
    frame_resize(&room->frame, rows, cols);
    present_resize(&room->present, rows, cols);
    present_lesson(&room->present, 0);
    room->present.page = PRESENT_SLIDE;
    room->present.blank = false;
    for (; *keys; keys++)
        present_key(&room->present, &room->frame, key_of(*keys));
    present_paint(&room->present, &room->frame);
    room->present.number = 0;
}

/* No cell holds what must not reach a terminal. */
static bool is_clean(const struct frame *frame)
{
    for (int i = 0; i < frame->rows * frame->cols; i++) {
        uint32_t rune = frame->cells[i].rune;
        bool right = frame->cells[i].look & CELL_RIGHT;
        if (!right && (rune < ' ' || (rune >= 0x7F && rune < 0xA0) || rune == 0x202E))
            return false;
    }
    return true;
}

void slides_screens(const char *folder, const char *only, int *passed, int *failed)
{
    static const struct {
        int rows, cols;
    } sizes[] = {{24, 80}, {36, 120}, {12, 40}},
      odd[] = {{1, 1}, {2, 80}, {3, 3}, {60, 200}, {9, 17}};
    static struct room room;
    for (size_t i = 0; i < SITUATIONS; i++) {
        if (only && strcmp(only, situations[i].name) != 0)
            continue;
        bool good = true;
        open_room(&room, situations[i].hostile ? slides_hostile : slides_lesson);
        for (size_t size = 0; size < sizeof sizes / sizeof *sizes; size++) {
            bool roles = situations[i].roles && sizes[size].cols == 80;
            if (sizes[size].cols == 120 && !situations[i].wide)
                continue;
            press_all(&room, situations[i].keys, sizes[size].rows, sizes[size].cols);
            bool same = golden_is(folder, situations[i].name, &room.frame,
                                  DUMP_CURSOR | (roles ? DUMP_ROLES : 0U));
            *passed += same;
            *failed += !same;
            good = good && is_clean(&room.frame);
        }
        for (size_t size = 0; size < sizeof odd / sizeof *odd; size++) {
            press_all(&room, situations[i].keys, odd[size].rows, odd[size].cols);
            good = good && is_clean(&room.frame);
        }
        if (!good)
            printf("FAILED: %s shows what must not be shown\n", situations[i].name);
        *passed += good;
        *failed += !good;
        close_room(&room);
    }
}
