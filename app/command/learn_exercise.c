/* An exercise in lines: how it is answered, checked, and helped with. See learn.h.
 *
 * Instruction lines are changed one by one until an empty one, or check; where the run line is the
 * answer it is checked at once; where several things are asked they are asked one after the other.
 */
#include "app/command/learn.h"

#include "app/command/look.h"
#include "app/course/said.h"

static bool is_start(const struct learn *learn)
{
    return learn->walk.along == WALK_START;
}

static bool is_said(const struct learn *learn)
{
    return task_is_said(learn->walk.sitting.exercise);
}

/* Whether Enter alone goes on: it was passed, or its answer was shown. */
static bool may_leave(const struct learn *learn)
{
    return !learn->typed_lines && (learn->walk.sitting.passed || learn->walk.sitting.record.shown);
}

/* How many things are asked. */
static size_t asked(const struct task *task)
{
    return task->items.len ? task->items.len : task->asks.len;
}

/* ---- Opening */

static const enum words_id hows[] = {
    [EXERCISE_WRITE] = WORDS_LEARN_HOW_WRITE,   [EXERCISE_REPAIR] = WORDS_LEARN_HOW_REPAIR,
    [EXERCISE_RUN] = WORDS_LEARN_HOW_RUN,       [EXERCISE_PREDICT] = WORDS_LEARN_HOW_PREDICT,
    [EXERCISE_ORIGIN] = WORDS_LEARN_HOW_ORIGIN, [EXERCISE_SORT] = WORDS_LEARN_HOW_SORT,
    [EXERCISE_DESIGN] = WORDS_LEARN_HOW_WRITE,  [EXERCISE_GOLF] = WORDS_LEARN_HOW_WRITE,
};

static void say_how(struct learn *learn)
{
    const struct exercise *exercise = learn->walk.sitting.exercise;
    bool line = task_asks_line(exercise);
    const struct words_args args = {.line = task_lines_before(learn->report.arena,
                                                              &learn->walk.sitting.task,
                                                              learn_standing(learn)) +
                                            1};
    learn_say(learn, line ? WORDS_LEARN_HOW_RUN : hows[exercise->kind], &args);
    if (!learn->told_how && !is_start(learn))
        learn_say(learn, WORDS_LEARN_HOW_MORE, NULL);
    learn->told_how = learn->told_how || !is_start(learn);
}

/* "4 The pairing, exercise 2 of 8", "Review 1 of 3", "Question 1 of 3", and the title; of a plan
 * "Tuesday morning, exercise 2 of 5". */
static void put_head(struct learn *learn)
{
    struct walk *walk = &learn->walk;
    const struct words_args args = {.word = learn_number(learn, walk->place.lesson + 1),
                                    .other = walk_lesson(walk)->title,
                                    .file = learn_number(learn, walk_index(walk) + 1),
                                    .image = learn_number(learn, walk_length(walk))};
    const struct words_args planned = {
        .other = walk->plan ? walk->plan->title : S(""), .file = args.file, .image = args.image};
    static const enum words_id ids[] = {[WALK_LESSON] = WORDS_LEARN_PLACE,
                                        [WALK_START] = WORDS_LEARN_QUESTION,
                                        [WALK_REVIEW] = WORDS_LEARN_REVIEW,
                                        [WALK_PLAN] = WORDS_LEARN_PLAN_PLACE};
    enum walk_along along = walk->detour.on ? WALK_LESSON : walk->along;
    struct slice place =
        words_say(learn->report.arena, ids[along], along == WALK_PLAN ? &planned : &args);
    learn_title(learn, TEXT(learn->report.arena, place, S(": "), walk->sitting.task.title));
    report_gap(&learn->report);
}

void learn_put_again(struct learn *learn)
{
    if (learn->walk.detour.on)
        learn_say(learn, WORDS_LEARN_DETOUR, NULL);
    put_head(learn);
    page_task(&learn->page, &learn->walk.sitting.task);
    report_gap(&learn->report);
    say_how(learn);
    struct slice last = sitting_text(&learn->walk.sitting);
    bool typed = learn->typed_lines || learn->emptied;
    if ((last.len || typed) && !is_said(learn)) {
        learn_title(learn, words_say(learn->report.arena,
                                     typed ? WORDS_LEARN_START : WORDS_LEARN_LAST, NULL));
        learn_put_answer(learn, learn_standing(learn));
    }
}

void learn_put_exercise(struct learn *learn)
{
    learn_forget_typed(learn);
    learn->tried_len = 0;
    learn_put_again(learn);
}

/* What was right the last time is not asked again. */
static void keep_right(struct learn *learn)
{
    const struct sitting *sitting = &learn->walk.sitting;
    size_t n = asked(&sitting->task);
    if (!sitting->has_verdict || sitting->verdict.passes || sitting->verdict.len != n ||
        sitting->record.shown)
        return;
    while (learn->typed_lines < n && sitting->verdict.results[learn->typed_lines].holds) {
        struct slice rest = sitting_text(sitting), line = S("");
        for (size_t i = 0; i <= learn->typed_lines; i++)
            slice_cut(rest, '\n', &line, &rest);
        if (!learn_add_typed(learn, line))
            return;
    }
}

void learn_ask(struct learn *learn)
{
    const struct sitting *sitting = &learn->walk.sitting;
    if (learn->walk.at != WALK_EXERCISE || !is_said(learn) || learn->ahead.at)
        return;
    keep_right(learn);
    size_t i = learn->typed_lines, n = asked(&sitting->task);
    if (n < 2 || i >= n || may_leave(learn))
        return;
    struct slice text =
        sitting->task.items.len ? sitting->task.items.at[i].text : sitting->task.asks.at[i].text;
    report_gap(&learn->report);
    report_text(&learn->report, ROLE_TYPED, 2, text);
}

/* ---- Verdicts */

/* The title of what Enter leads to. */
static struct slice ahead_title(struct learn *learn, const struct exercise *ahead)
{
    return ahead ? walk_title(&learn->walk, learn->report.arena, ahead, learn_now()) : S("");
}

static void say_enter(struct learn *learn)
{
    const struct exercise *ahead = walk_ahead(&learn->walk);
    const struct words_args args = {.word = ahead_title(learn, ahead)};
    enum walk_along along = learn->walk.along;
    bool list = along == WALK_REVIEW || along == WALK_PLAN;
    if (along == WALK_REVIEW && ahead && !walk_detours(&learn->walk))
        learn_say(learn, WORDS_LEARN_ENTER_REVIEW, NULL);
    else if (ahead)
        learn_say(learn, WORDS_LEARN_ENTER_NEXT, &args);
    else
        learn_say(learn, list ? WORDS_LEARN_ENTER_LAST : WORDS_LEARN_ENTER_END, NULL);
}

/* How a pass counts, and when it comes back. */
static void say_passed(struct learn *learn, bool known)
{
    const struct record *record = &learn->walk.sitting.record;
    int64_t days = record->due ? (record->due - learn_now() + 8 * 3600 + 43200) / 86400 : 0;
    const struct words_args args = {.number = days < 1 ? 1 : (uint32_t)days};
    enum words_id id = record->state == RECORD_HELD     ? WORDS_LEARN_HELD
                       : record->state == RECORD_SOLVED ? WORDS_LEARN_SOLVED
                       : record->state == RECORD_SHOWN  ? WORDS_LEARN_SHOWN
                                                        : WORDS_LEARN_HELPED;
    report_gap(&learn->report);
    if (!known && record->due)
        learn_say(learn, id, &args);
    say_enter(learn);
}

/* Where two beliefs fit what was said last, the question that tells them apart comes next. */
static void say_apart(struct learn *learn)
{
    if (!walk_detours(&learn->walk))
        return;
    const struct words_args args = {.word = ahead_title(learn, walk_ahead(&learn->walk))};
    report_gap(&learn->report);
    learn_say(learn, WORDS_LEARN_APART, &args);
}

static void put_verdict(struct learn *learn)
{
    page_verdict(&learn->page, &learn->walk.sitting.task, &learn->walk.sitting.verdict);
    if (!learn->walk.sitting.verdict.passes)
        say_apart(learn);
}

/* ---- Answers */

/* "How sure?" behind a prediction; any other line belongs to what follows. */
static uint32_t ask_sure(struct learn *learn)
{
    struct slice line;
    if (learn->walk.sitting.exercise->kind != EXERCISE_PREDICT ||
        (!is_start(learn) && learn->walk.sitting.record.attempts))
        return 0;
    learn_say(learn, WORDS_LEARN_SURE, NULL);
    if (!learn_read(learn, "> ", &line))
        return 0;
    if (line.len == 1 && *line.at >= '1' && *line.at <= '3')
        return (uint32_t)(*line.at - '0');
    if (line.len)
        learn->ahead = arena_copy(&learn->cli->held, line);
    return 0;
}

/* Tries what stands there. */
static enum learn_then submit(struct learn *learn)
{
    struct sitting *sitting = &learn->walk.sitting;
    bool known = sitting->passed;
    uint32_t sure = ask_sure(learn);
    struct slice text = arena_copy(learn->report.arena, learn_standing(learn));
    learn_forget_typed(learn);
    if (!sitting_answer(sitting, text, sure, learn_now())) {
        learn_say(learn, WORDS_LEARN_TOO_LONG, NULL);
        return THEN_STAY;
    }
    learn_tell_store(learn->cli, &learn->walk.store);
    learn->passed = sitting->verdict.passes;
    if (is_start(learn))
        return THEN_START_NEXT;
    put_verdict(learn);
    if (sitting->verdict.passes)
        say_passed(learn, known);
    return THEN_STAY;
}

/* A class as it was typed: its number, or how its name begins. */
static struct slice class_of(const struct task *task, struct slice text)
{
    const struct slice *classes = sort_classes(task->items.by);
    struct slice found = S("");
    size_t n = 0;
    if (text.len == 1 && *text.at >= '1' && *text.at <= '3')
        return classes[*text.at - '1'];
    for (size_t i = 0; i < 3; i++)
        if (slice_equal_fold(slice_first(classes[i], text.len), text)) {
            found = classes[i];
            n++;
        }
    return n == 1 ? found : S("");
}

static enum learn_then answer_said(struct learn *learn, struct slice text)
{
    const struct task *task = &learn->walk.sitting.task;
    bool sort = task->items.len > 0;
    struct args words;
    if (!text.len && may_leave(learn))
        return THEN_GO_ON;
    keep_right(learn);
    if (sort)
        text = class_of(task, text);
    bool readable = text.len && (learn->walk.sitting.exercise->kind != EXERCISE_PREDICT ||
                                 said_is_answer(said_read(learn->report.arena, text, &words)));
    if (!readable) {
        learn_say(learn, hows[learn->walk.sitting.exercise->kind], NULL);
        return THEN_STAY;
    }
    if (!learn_add_typed(learn, text))
        return THEN_STAY;
    keep_right(learn);
    return learn->typed_lines >= asked(task) ? submit(learn) : THEN_STAY;
}

/* Enter alone, where nothing is typed yet: on, or how it is answered. */
static enum learn_then go_on(struct learn *learn)
{
    if (may_leave(learn))
        return THEN_GO_ON;
    say_how(learn);
    return THEN_STAY;
}

static enum learn_then answer_line(struct learn *learn, struct slice text)
{
    if (!text.len)
        return go_on(learn);
    text = learn_whole(learn, text);
    return text.len && learn_add_typed(learn, text) ? submit(learn) : THEN_STAY;
}

static enum learn_then answer_lines(struct learn *learn, struct slice text)
{
    if (!text.len)
        return learn->typed_lines ? submit(learn) : go_on(learn);
    text = learn_whole(learn, text);
    if (!text.len)
        return THEN_STAY;
    if (look_is_docker(text))
        learn_try(learn, text);
    else
        learn_take_line(learn, text);
    return THEN_STAY;
}

enum learn_then learn_answer(struct learn *learn, struct slice text)
{
    if (is_said(learn))
        return answer_said(learn, text);
    return task_asks_line(learn->walk.sitting.exercise) ? answer_line(learn, text)
                                                        : answer_lines(learn, text);
}

/* ---- Commands */

enum learn_then learn_check(struct learn *learn)
{
    bool ready = is_said(learn) ? learn->typed_lines >= asked(&learn->walk.sitting.task)
                                : learn_standing(learn).len > 0;
    if (ready)
        return submit(learn);
    say_how(learn);
    return THEN_STAY;
}

void learn_hint(struct learn *learn)
{
    unsigned number;
    const struct markdown *hint = sitting_hint(&learn->walk.sitting, learn_now(), &number);
    const struct words_args args = {.word = learn_number(learn, number)};
    learn_title(learn, words_say(learn->report.arena, WORDS_LEARN_HINT, &args));
    page_prose(&learn->page, hint, 1);
    if (number == 2)
        learn_say(learn, WORDS_LEARN_HINT_COUNTS, NULL);
}

void learn_again(struct learn *learn)
{
    struct slice last = sitting_text(&learn->walk.sitting);
    if (!last.len) {
        learn_say(learn, WORDS_LEARN_NO_ANSWER, NULL);
        return;
    }
    learn_forget_typed(learn);
    learn_title(learn, words_say(learn->report.arena, WORDS_LEARN_LAST, NULL));
    learn_put_answer(learn, last);
    sitting_repeat(&learn->walk.sitting);
    put_verdict(learn);
}

enum learn_then learn_show(struct learn *learn)
{
    bool passed = learn->walk.sitting.passed;
    if (!walk_may_show(&learn->walk)) {
        learn_say(learn, WORDS_LEARN_NOT_SHOWN, NULL);
        return THEN_STAY;
    }
    learn_forget_typed(learn);
    sitting_show(&learn->walk.sitting, learn_now());
    learn_tell_store(learn->cli, &learn->walk.store);
    if (is_start(learn))
        return THEN_START_NEXT;
    page_answer(&learn->page, &learn->walk.sitting.task);
    report_gap(&learn->report);
    if (!passed)
        learn_say(learn, WORDS_LEARN_SHOWN_NOW, NULL);
    return THEN_STAY;
}

void learn_reset(struct learn *learn)
{
    struct sitting *sitting = &learn->walk.sitting;
    learn_forget_typed(learn);
    sitting->text_len = 0;
    if (is_said(learn))
        sitting->has_verdict = false; /* nothing of it is right any more */
    if (sitting->task.start.len)
        learn_put_answer(learn, sitting->task.start);
    else if (is_said(learn))
        learn_say(learn, hows[sitting->exercise->kind], NULL);
    else
        learn_say(learn, WORDS_LEARN_EMPTY, NULL);
}
