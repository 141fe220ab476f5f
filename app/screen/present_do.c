/* Keys to a presentation's state. See present_do.h. In: keys. Out: another slide, step, page. */
#include "app/screen/present_do.h"

#include "app/ground/heap.h"

#include <stdio.h>

enum { NUMBER_MOST = 9999 };

/* ---- Saying something in the last row */

static void message(struct present *present, enum words_id id, const struct words_args *args)
{
    struct slice text = words_say(&present->scratch, id, args);
    snprintf(present->message, sizeof present->message, "%.*s", (int)text.len, text.at);
}

/* ---- Opening */

void present_open(struct present *present, struct course *course)
{
    *present = (struct present){.course = course, .page = PRESENT_LIST};
    arena_init(&present->held, &heap);
    arena_init(&present->scratch, &heap);
}

void present_close(struct present *present)
{
    arena_free(&present->held);
    arena_free(&present->scratch);
}

void present_guard(struct present *present, jmp_buf *guard)
{
    present->held.guard = present->scratch.guard = guard;
    present->course->arena->guard = present->course->scratch->guard = guard;
}

static void make_slides(struct present *present)
{
    struct course *course = present->course;
    struct course_lesson *lesson =
        present->lesson == SIZE_MAX ? &course->start : &course->at[present->lesson];
    size_t position = present->lesson == SIZE_MAX ? 0 : present->lesson + 1;
    const struct lesson *read = course_read(course, lesson);
    present->has_lesson = false;
    arena_reset(&present->held, lesson->file->bytes.len);
    slides_make(&present->held, &present->scratch, read, position, present->round,
                &present->slides);
    present->has_lesson = true;
}

void present_lesson(struct present *present, size_t lesson)
{
    present->lesson = lesson;
    present->row = present_list_row(present, lesson);
    present->slide = 0;
    present->step = present->wrong = 0;
    present->round = 0;
    present->scroll = 0;
    make_slides(present);
    present->page = PRESENT_SLIDE;
}

void present_resize(struct present *present, int rows, int cols)
{
    if (present->rows != rows || present->cols != cols)
        present->scroll = 0;
    present->rows = rows;
    present->cols = cols;
}

/* ---- Going about */

static const struct slide *slide_of(const struct present *present)
{
    return &present->slides.at[present->slide];
}

static void go(struct present *present, size_t slide, unsigned step)
{
    present->slide = slide;
    present->step = step;
    present->wrong = 0;
    present->scroll = 0;
}

static void show_list(struct present *present)
{
    present->page = PRESENT_LIST;
    present->scroll = 0;
    present->row = present_list_row(present, present->lesson);
}

static void close_page(struct present *present)
{
    if (present->page == PRESENT_SLIDE || !present->has_lesson)
        present->leave = present->page != PRESENT_HELP;
    present->page = present->has_lesson ? PRESENT_SLIDE : PRESENT_LIST;
    present->scroll = 0;
}

static void next(struct present *present, struct frame *frame)
{
    if (present->page == PRESENT_LIST) {
        if (present->row < present_list_len(present))
            present_lesson(present, present_list_lesson(present, present->row));
        return;
    }
    if (present_below(present, frame) > 0) {
        present->scroll += present_page_rows(present);
        return;
    }
    if (present->page == PRESENT_HELP) {
        close_page(present);
        return;
    }
    if (present->step + 1 < slide_of(present)->steps)
        go(present, present->slide, present->step + 1);
    else if (present->slide + 1 < present->slides.len)
        go(present, present->slide + 1, 0);
    else { /* from the end of a lesson the list, with the next one chosen */
        show_list(present);
        present->row += present->row + 1 < present_list_len(present);
    }
}

static void back(struct present *present)
{
    if (present->scroll > 0) {
        int rows = present_page_rows(present);
        present->scroll = present->scroll > rows ? present->scroll - rows : 0;
        return;
    }
    if (present->page != PRESENT_SLIDE) {
        if (present->has_lesson)
            close_page(present);
        return;
    }
    if (present->wrong)
        go(present, present->slide, present->step);
    else if (present->step)
        go(present, present->slide, present->step - 1);
    else if (present->slide)
        go(present, present->slide - 1, present->slides.at[present->slide - 1].steps - 1);
}

static void end(struct present *present, bool last)
{
    if (present->page == PRESENT_LIST) {
        size_t len = present_list_len(present);
        present->row = last && len ? len - 1 : 0;
    } else {
        go(present, last ? present->slides.len - 1 : 0, 0);
    }
}

static void row_by(struct present *present, bool down)
{
    size_t len = present_list_len(present);
    if (down && present->row + 1 < len)
        present->row++;
    else if (!down && present->row)
        present->row--;
}

/* ---- On a slide */

/* All that the slide is about: of a task its answer, else what runs. */
static void reveal(struct present *present)
{
    const struct slide *slide = slide_of(present);
    unsigned step = slide_step(slide, slide->kind == SLIDE_TASK ? SLIDE_ANSWER : SLIDE_RUNS);
    if (step && step != present->step)
        go(present, present->slide, step);
    else
        message(present, WORDS_PRESENT_NO_MORE, NULL);
}

static void merge(struct present *present)
{
    unsigned step = slide_step(slide_of(present), SLIDE_MERGE);
    if (step)
        go(present, present->slide, step);
    else
        message(present, WORDS_PRESENT_NO_MERGE, NULL);
}

/* The next predicted mistake; behind the last one the slide as it was. */
static void wrong(struct present *present)
{
    const struct slide *slide = slide_of(present);
    if (!slide->wrongs)
        message(present, WORDS_PRESENT_NO_WRONGS, NULL);
    present->wrong = present->wrong < slide->wrongs ? present->wrong + 1 : 0;
    present->scroll = 0;
}

/* Other values: the slide begins anew with them. */
static void values(struct present *present)
{
    if (slide_of(present)->variants < 2) {
        message(present, WORDS_PRESENT_NO_VALUES, NULL);
        return;
    }
    present->round++;
    make_slides(present);
    go(present, present->slide < present->slides.len ? present->slide : 0, 0);
    const struct slide *slide = slide_of(present);
    const struct words_args args = {
        .word = words_digits(&present->scratch, slide->variant + 1),
        .other = words_digits(&present->scratch, slide->variants),
        .file = task_variant_name(&present->scratch, slide->exercise, slide->variant)};
    message(present, WORDS_PRESENT_VALUES, &args);
}

/* ---- Numbers */

static void jump(struct present *present)
{
    size_t number = present->number;
    bool list = present->page == PRESENT_LIST;
    const struct words_args args = {.word = words_digits(&present->scratch, number)};
    present->number = 0;
    if (number > (list ? present->course->len : present->slides.len))
        message(present, WORDS_PRESENT_NO_SLIDE, &args);
    else if (list)
        present_lesson(present, number - 1);
    else
        go(present, number - 1, 0);
}

/* A key while a number is typed, or its first digit. False when it is another key's turn. */
static bool take_digit(struct present *present, uint32_t key)
{
    if (present->page == PRESENT_HELP)
        return false;
    if (key >= '0' && key <= '9') {
        unsigned number = present->number * 10 + (key - '0');
        present->number = number > NUMBER_MOST ? present->number : number;
        return true;
    }
    if (!present->number)
        return false;
    if (key == KEYS_ENTER) {
        jump(present);
        return true;
    }
    bool erase = key == KEYS_ERASE || key == CONTROL('H');
    present->number = erase ? present->number / 10 : 0;
    return erase || key == KEYS_ESC;
}

/* ---- The table's commands */

static void carry_out(struct present *present, struct frame *frame, enum present_command command)
{
    switch (command) {
    case PRESENT_NEXT: next(present, frame); break;
    case PRESENT_BACK: back(present); break;
    case PRESENT_REVEAL: reveal(present); break;
    case PRESENT_MERGE: merge(present); break;
    case PRESENT_WRONG: wrong(present); break;
    case PRESENT_VALUES: values(present); break;
    case PRESENT_BLANK: present->blank = true; break;
    case PRESENT_FIRST: end(present, false); break;
    case PRESENT_LAST: end(present, true); break;
    case PRESENT_LESSONS: show_list(present); break;
    case PRESENT_KEYS:
        present->page = PRESENT_HELP;
        present->scroll = 0;
        break;
    case PRESENT_ROW_UP: row_by(present, false); break;
    case PRESENT_ROW_DOWN: row_by(present, true); break;
    case PRESENT_REDRAW: present->effect = PRESENT_DO_REDRAW; break;
    case PRESENT_SUSPEND: present->effect = PRESENT_DO_SUSPEND; break;
    case PRESENT_CLOSE: close_page(present); break;
    case PRESENT_QUIT: present->leave = true; break;
    }
}

void present_key(struct present *present, struct frame *frame, uint32_t key)
{
    present->message[0] = '\0';
    arena_reset(&present->scratch, 0);
    if (present->blank && key != CONTROL('C') && key != CONTROL('Z') && key != CONTROL('L')) {
        present->blank = false;
        return;
    }
    if (take_digit(present, key))
        return;
    const struct present_row *row = present_row_of(present->page, key);
    if (row)
        carry_out(present, frame, row->command);
}
