/* Lessons: their pages, and the way from one exercise to the next. See learn.h. */
#include "app/command/learn.h"

void learn_put_page(struct learn *learn)
{
    const struct lesson *lesson = walk_lesson(&learn->walk);
    const struct words_args args = {.word = learn_number(learn, learn->walk.place.lesson + 1),
                                    .other = lesson->title,
                                    .number = (uint32_t)lesson->exercises.len};
    learn_title(learn, words_say(learn->report.arena, WORDS_LEARN_LESSON, &args));
    report_gap(&learn->report);
    page_prose(&learn->page, &lesson->prose, 0);
    report_gap(&learn->report);
    bool locked = learn->walk.plan && learn->walk.plan->plan.lock;
    const struct outline *outline = &course_lesson(&learn->walk.course, learn->walk.place)->outline;
    const struct words_args path = {.number = (uint32_t)outline->core,
                                    .word = learn_number(learn, outline->len - outline->core)};
    if (locked)
        learn_say(learn, WORDS_LEARN_PLAN_PAGE_HOW, NULL);
    else if (outline->core && outline->core < outline->len)
        learn_say(learn, WORDS_LEARN_PATH_PAGE, &path);
    else
        learn_say(learn, WORDS_LEARN_PAGE_HOW, &args);
}

/* What was solved, and the last example for the shell. */
void learn_put_end(struct learn *learn)
{
    struct walk *walk = &learn->walk;
    struct walk_known known;
    const struct course *course = &walk->course;
    const struct course_lesson *lesson = course_lesson(&walk->course, walk->place);
    walk_read_known(walk, learn->report.arena, &known);
    const struct walk_tally tally = walk_count(&known, &lesson->outline);
    bool last = walk->place.lesson + 1 >= course->len;
    const struct words_args args = {
        .word = learn_number(learn, tally.of[RECORD_SOLVED] + tally.of[RECORD_HELD]),
        .other = learn_number(learn, tally.total),
        .file = lesson->outline.title,
        .image = last ? S("") : course->at[walk->place.lesson + 1].outline.title};
    learn_title(learn, words_say(learn->report.arena, WORDS_LEARN_ENDED, &args));
    learn_scratch(learn);
    report_gap(&learn->report);
    const struct words_args more = {.number =
                                        (uint32_t)walk_more(walk, &known, walk->place.lesson)};
    if (more.number)
        learn_say(learn, WORDS_LEARN_PATH_LEFT, &more);
    learn_say(learn,
              !last                   ? WORDS_LEARN_END_HOW
              : walk_asks_again(walk) ? WORDS_LEARN_LAST_AGAIN
                                      : WORDS_LEARN_LAST_HOW,
              &args);
}

void learn_text(struct learn *learn)
{
    struct walk *walk = &learn->walk;
    const struct lesson *lesson = walk->at == WALK_HOME ? walk->plan : walk_lesson(walk);
    if (!lesson) {
        learn_say(learn, WORDS_LEARN_NOT_HERE, NULL);
        return;
    }
    learn_title(learn, lesson->title);
    report_gap(&learn->report);
    page_prose(&learn->page, &lesson->prose, 0);
}

/* ---- Where one is */

void learn_put_minutes(struct learn *learn, const struct walk_known *known)
{
    const struct walk_minutes minutes = walk_minutes(&learn->walk, known);
    const struct words_args args = {.word = learn_number(learn, minutes.taken),
                                    .other =
                                        minutes.given ? learn_number(learn, minutes.given) : S("")};
    report_gap(&learn->report);
    learn_say(learn, WORDS_LEARN_PLAN_MINUTES, &args);
}

/* A lesson, "exercise 2 of 5" of it or of the plan, a question. */
static void say_place(struct learn *learn)
{
    const struct walk *walk = &learn->walk;
    const struct course_lesson *lesson = course_lesson(&learn->walk.course, walk->place);
    bool inside = walk->at == WALK_EXERCISE;
    const struct words_args args = {.word = learn_number(learn, walk->place.lesson + 1),
                                    .other = lesson->outline.title,
                                    .file = inside ? learn_number(learn, walk->place.exercise + 1)
                                                   : S(""),
                                    .image = learn_number(learn, lesson->outline.len)};
    learn_say(learn,
              !inside                     ? WORDS_LEARN_LESSON
              : walk->along == WALK_START ? WORDS_LEARN_QUESTION
                                          : WORDS_LEARN_PLACE,
              &args);
    if (inside && walk->along == WALK_PLAN && !walk->detour.on) {
        const struct words_args planned = {.other = walk->plan->title,
                                           .file = learn_number(learn, walk_index(walk) + 1),
                                           .image = learn_number(learn, walk_length(walk))};
        learn_say(learn, WORDS_LEARN_PLAN_PLACE, &planned);
    }
}

static void say_state(struct learn *learn)
{
    const struct sitting *sitting = &learn->walk.sitting;
    const struct record *record = &sitting->record;
    const struct words_args state = {
        .word = sitting->task.title,
        .other = record_state_name(record->state),
        .number = record_round(record, learn_now()) == record->round ? record->hints : 0};
    learn_say(learn, state.number ? WORDS_LEARN_STATE : WORDS_LEARN_STATE_PLAIN, &state);
}

/* Whether the exercise at hand is of the core, where there are others. */
static void say_on_path(struct learn *learn)
{
    const struct walk *walk = &learn->walk;
    const struct outline *outline = &course_lesson(&learn->walk.course, walk->place)->outline;
    if (outline->core && walk->place.exercise < outline->len)
        learn_say(learn,
                  outline_is_core(outline, walk->place.exercise) ? WORDS_LEARN_PATH_ON
                                                                 : WORDS_LEARN_PATH_BESIDE,
                  NULL);
}

void learn_put_path(struct learn *learn, const struct walk_known *known)
{
    const struct walk *walk = &learn->walk;
    size_t all = walk_core_length(walk), left = walk_core(walk, known, SIZE_MAX);
    size_t more = walk_more(walk, known, SIZE_MAX);
    const struct words_args args = {.word = learn_number(learn, all - left),
                                    .other = learn_number(learn, all),
                                    .number = (uint32_t)more};
    if (left)
        learn_say(learn, WORDS_LEARN_PATH, &args);
    else if (more)
        learn_say(learn, WORDS_LEARN_PATH_THROUGH, &args);
}

void learn_where(struct learn *learn)
{
    struct walk *walk = &learn->walk;
    if (walk->at != WALK_HOME)
        say_place(learn);
    else if (walk->plan)
        report_text(&learn->report, ROLE_PLAIN, 0, walk->plan->title);
    else
        learn_say(learn, WORDS_LEARN_HOME, NULL);
    if (walk->at == WALK_EXERCISE)
        say_state(learn);
    if (walk->at == WALK_EXERCISE && walk->along == WALK_LESSON)
        say_on_path(learn);
    struct walk_known known;
    walk_read_known(walk, learn->report.arena, &known);
    if (walk->plan)
        learn_put_minutes(learn, &known);
    else
        learn_put_path(learn, &known);
}

bool learn_situation(struct learn *learn, struct slice *lines, struct slice *run)
{
    struct arena *arena = learn->report.arena;
    const struct task *task = &learn->walk.sitting.task;
    if (learn->walk.at == WALK_HOME)
        return false;
    if (learn->walk.at != WALK_EXERCISE)
        return page_last_example(arena, &walk_lesson(&learn->walk)->prose, lines, run);
    bool own = !task_asks_line(task->exercise) && !task_is_said(task->exercise);
    *run = learn_asked(learn);
    if (task->images.len) {
        *lines = task_alone(arena, task, own ? learn_standing(learn) : S(""), *run);
        return true;
    }
    *lines = TEXT(arena, task->given, S("\n"), own ? learn_standing(learn) : S(""));
    return true;
}

/* Hands what is at hand to the shell, a line to type; or to the prompt that the course was opened
 * from. */
void learn_scratch(struct learn *learn)
{
    struct arena *arena = learn->report.arena;
    struct slice lines, run;
    learn->to_pad = learn->inside;
    if (learn->inside)
        return;
    if (!learn_situation(learn, &lines, &run)) {
        if (learn->walk.at == WALK_HOME)
            learn_say(learn, WORDS_LEARN_NOT_HERE, NULL);
        return;
    }
    report_gap(&learn->report);
    learn_say(learn, WORDS_LEARN_SCRATCH, NULL);
    report_line(&learn->report, REPORT_WHOLE, 0);
    report_add(&learn->report, ROLE_PLAIN, S("    "));
    report_add(&learn->report, ROLE_TYPED, page_command(arena, lines, run));
}
