/* Lessons: their pages, and the way from one exercise to the next. See learn.h. */
#include "app/command/learn.h"

static struct slice number_text(struct learn *learn, size_t n)
{
    struct buffer text = {.arena = learn->report.arena};
    buffer_number(&text, (int64_t)n);
    return buffer_slice(&text);
}

struct slice learn_title_of(struct learn *learn, const struct exercise *exercise)
{
    struct faults faults = {.arena = learn->report.arena};
    struct task task;
    struct record record;
    store_record(&learn->store, learn->report.arena, exercise->id, &record);
    uint32_t variant =
        task_variant_of(exercise, learn->sitting.learner, record_round(&record, learn_now()));
    if (!exercise->usable)
        return exercise->title;
    task_make(learn->report.arena, &faults, exercise, variant, &task);
    return task.title;
}

void learn_page(struct learn *learn)
{
    struct course_lesson *open = course_lesson(&learn->course, learn->place);
    const struct lesson *lesson = course_read(&learn->course, open);
    const struct words_args args = {.word = number_text(learn, learn->place.lesson + 1),
                                    .other = lesson->title,
                                    .number = (uint32_t)lesson->exercises.len};
    learn->at = LEARN_PAGE;
    if (learn->place.lesson != SIZE_MAX)
        store_set(&learn->store, S("place"), open->outline.slug);
    learn_title(learn, words_say(learn->report.arena, WORDS_LEARN_LESSON, &args));
    report_gap(&learn->report);
    page_prose(&learn->page, &lesson->prose, 0);
    report_gap(&learn->report);
    learn_say(learn, WORDS_LEARN_PAGE_HOW, &args);
}

/* The end of a lesson: what was solved, its last example for the shell. */
static void end_lesson(struct learn *learn)
{
    struct course_lesson *open = course_lesson(&learn->course, learn->place);
    const struct lesson *lesson = course_read(&learn->course, open);
    size_t done = 0;
    for (size_t i = 0; i < lesson->exercises.len; i++) {
        struct record record;
        store_record(&learn->store, learn->report.arena, lesson->exercises.at[i].id, &record);
        done += record.state == RECORD_SOLVED || record.state == RECORD_HELD;
    }
    bool last = learn->place.lesson + 1 >= learn->course.len;
    const struct words_args args = {
        .word = number_text(learn, done),
        .other = number_text(learn, lesson->exercises.len),
        .file = lesson->title,
        .image = last ? S("") : learn->course.at[learn->place.lesson + 1].outline.title};
    learn->at = LEARN_END;
    learn->place.exercise = lesson->exercises.len;
    learn_title(learn, words_say(learn->report.arena, WORDS_LEARN_ENDED, &args));
    learn_scratch(learn);
    report_gap(&learn->report);
    learn_say(learn, last ? WORDS_LEARN_LAST_HOW : WORDS_LEARN_END_HOW, &args);
}

/* The next or former one of what is due. */
static void move_review(struct learn *learn, int by)
{
    if (by < 0 && !learn->review_at) {
        learn_say(learn, WORDS_LEARN_NO_FURTHER, NULL);
        return;
    }
    learn->review_at = by < 0 ? learn->review_at - 1 : learn->review_at + 1;
    if (learn->review_at >= learn->review.len) {
        learn_say(learn, WORDS_LEARN_REVIEWED, NULL);
        learn_home(learn);
        return;
    }
    course_find(&learn->course, learn->review.at[learn->review_at], &learn->place);
    learn_exercise(learn);
}

/* From one thing to the next: page, exercises, end, next page. */
static void move_on(struct learn *learn)
{
    struct course_place *place = &learn->place;
    const struct lesson *lesson =
        course_read(&learn->course, course_lesson(&learn->course, *place));
    if (learn->at == LEARN_END) {
        if (place->lesson + 1 >= learn->course.len) {
            learn_home(learn);
            return;
        }
        *place = (struct course_place){place->lesson + 1, SIZE_MAX};
        learn_page(learn);
        return;
    }
    place->exercise = learn->at == LEARN_PAGE ? 0 : place->exercise + 1;
    if (place->exercise < lesson->exercises.len)
        learn_exercise(learn);
    else
        end_lesson(learn);
}

static void move_back(struct learn *learn)
{
    struct course_place *place = &learn->place;
    if (learn->at == LEARN_PAGE && place->lesson == 0) {
        learn_home(learn);
    } else if (learn->at == LEARN_PAGE) {
        place->lesson--;
        learn_page(learn);
    } else if (place->exercise == 0) {
        place->exercise = SIZE_MAX;
        learn_page(learn);
    } else {
        place->exercise--;
        learn_exercise(learn);
    }
}

void learn_move(struct learn *learn, int by)
{
    if (learn->at == LEARN_HOME)
        learn_go_on(learn);
    else if (learn->at == LEARN_EXERCISE && learn->place.lesson == SIZE_MAX)
        learn_show(learn);
    else if (learn->at == LEARN_EXERCISE && learn->review.len)
        move_review(learn, by);
    else if (by > 0)
        move_on(learn);
    else
        move_back(learn);
}

bool learn_go(struct learn *learn, struct slice text)
{
    struct course_place place;
    if (!course_place(&learn->course, text, &place) || place.lesson == SIZE_MAX)
        return false;
    learn->place = place;
    learn->review.len = 0;
    if (place.exercise == SIZE_MAX)
        learn_page(learn);
    else
        learn_exercise(learn);
    return true;
}

void learn_where(struct learn *learn)
{
    if (learn->at == LEARN_HOME) {
        learn_say(learn, WORDS_LEARN_HOME, NULL);
        return;
    }
    const struct course_lesson *lesson = course_lesson(&learn->course, learn->place);
    bool start = learn->place.lesson == SIZE_MAX, inside = learn->at == LEARN_EXERCISE;
    const struct words_args args = {.word = number_text(learn, learn->place.lesson + 1),
                                    .other = lesson->outline.title,
                                    .file = inside ? number_text(learn, learn->place.exercise + 1)
                                                   : S(""),
                                    .image = number_text(learn, lesson->outline.len)};
    learn_say(learn,
              !inside ? WORDS_LEARN_LESSON
              : start ? WORDS_LEARN_QUESTION
                      : WORDS_LEARN_PLACE,
              &args);
    if (!inside)
        return;
    const struct record *record = &learn->sitting.record;
    const struct words_args state = {
        .word = learn->sitting.task.title,
        .other = record_state_name(record->state),
        .number = record_round(record, learn_now()) == record->round ? record->hints : 0};
    learn_say(learn, state.number ? WORDS_LEARN_STATE : WORDS_LEARN_STATE_PLAIN, &state);
}

/* Hands what is at hand to the shell: a line to type. */
void learn_scratch(struct learn *learn)
{
    struct arena *arena = learn->report.arena;
    struct slice lines, run = S("");
    const struct sitting *sitting = &learn->sitting;
    if (learn->at == LEARN_HOME) {
        learn_say(learn, WORDS_LEARN_NOT_HERE, NULL);
        return;
    }
    if (learn->at == LEARN_EXERCISE) {
        const struct task *task = &sitting->task;
        bool line = task_asks_line(sitting->exercise), said = task_is_said(sitting->exercise);
        struct slice own = line || said ? S("") : sitting_text(sitting);
        own = own.len || line || said ? own : task->start;
        lines = TEXT(arena, task->given, S("\n"), own);
        run = task->asks.len                                   ? task->asks.at[0].text
              : line                                           ? sitting_text(sitting)
              : task->checks.len && task->checks.at[0].has_run ? task->checks.at[0].run
                                                               : S("");
    } else {
        const struct lesson *lesson =
            course_read(&learn->course, course_lesson(&learn->course, learn->place));
        if (!page_last_example(arena, &lesson->prose, &lines, &run))
            return;
    }
    report_gap(&learn->report);
    learn_say(learn, WORDS_LEARN_SCRATCH, NULL);
    report_line(&learn->report, REPORT_WHOLE, 0);
    report_add(&learn->report, ROLE_PLAIN, S("    "));
    report_add(&learn->report, ROLE_TYPED, page_command(arena, lines, run));
}
