/* An exercise in lines: how it is answered, checked, and helped with. See learn.h.
 *
 * Instruction lines are gathered until an empty one, or check; a run line is tried at once; where
 * several things are asked they are asked one after the other. */
#include "app/command/learn.h"

#include "app/course/rows.h"

static struct slice number_text(struct learn *learn, size_t n)
{
    struct buffer text = {.arena = learn->report.arena};
    buffer_number(&text, (int64_t)n);
    return buffer_slice(&text);
}

static bool is_start(const struct learn *learn)
{
    return learn->place.lesson == SIZE_MAX;
}

static bool is_said(const struct learn *learn)
{
    return task_is_said(learn->sitting.exercise);
}

/* Whether Enter alone goes on: it was passed, or its answer was shown. */
static bool may_leave(const struct learn *learn)
{
    return !learn->typed_lines && (learn->sitting.passed || learn->sitting.record.shown);
}

/* How many things are asked. */
static size_t asked(const struct task *task)
{
    return task->items.len ? task->items.len : task->asks.len;
}

/* ---- What is typed */

static struct slice typed(const struct learn *learn)
{
    return (struct slice){learn->typed, learn->typed_len};
}

static void forget_typed(struct learn *learn)
{
    learn->typed_len = learn->typed_lines = 0;
}

static bool add_typed(struct learn *learn, struct slice line)
{
    bool first = !learn->typed_lines;
    if (learn->typed_len + line.len + 1 > sizeof learn->typed) {
        learn_say(learn, WORDS_LEARN_TOO_LONG, NULL);
        return false;
    }
    if (!first)
        learn->typed[learn->typed_len++] = '\n';
    if (line.len)
        memcpy(learn->typed + learn->typed_len, line.at, line.len);
    learn->typed_len += line.len;
    learn->typed_lines++;
    return true;
}

/* What stands there: what was typed, else the last answer, else the lines at the start. */
static struct slice standing(const struct learn *learn)
{
    struct slice last = sitting_text(&learn->sitting);
    if (learn->typed_lines)
        return typed(learn);
    return last.len ? last : learn->sitting.task.start;
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
    const struct exercise *exercise = learn->sitting.exercise;
    bool line = task_asks_line(exercise);
    learn_say(learn, line ? WORDS_LEARN_HOW_RUN : hows[exercise->kind], NULL);
    if (!learn->told_how && !is_start(learn))
        learn_say(learn, WORDS_LEARN_HOW_MORE, NULL);
    learn->told_how = learn->told_how || !is_start(learn);
}

/* "4 The pairing, exercise 2 of 8", "Review 1 of 3", "Question 1 of 3", and the title. */
static void put_head(struct learn *learn, const struct lesson *lesson)
{
    bool review = learn->review.len > 0;
    size_t at = review ? learn->review_at : learn->place.exercise;
    const struct words_args args = {
        .word = number_text(learn, learn->place.lesson + 1),
        .other = lesson->title,
        .file = number_text(learn, at + 1),
        .image = number_text(learn, review ? learn->review.len : lesson->exercises.len)};
    enum words_id id = is_start(learn) ? WORDS_LEARN_QUESTION
                       : review        ? WORDS_LEARN_REVIEW
                                       : WORDS_LEARN_PLACE;
    learn_title(learn, TEXT(learn->report.arena, words_say(learn->report.arena, id, &args), S(": "),
                            learn->sitting.task.title));
    report_gap(&learn->report);
}

void learn_exercise(struct learn *learn)
{
    const struct lesson *lesson =
        course_read(&learn->course, course_lesson(&learn->course, learn->place));
    const struct exercise *exercise = learn->place.exercise < lesson->exercises.len
                                          ? &lesson->exercises.at[learn->place.exercise]
                                          : NULL;
    learn_flush(learn); /* what was said may point into the task that goes now */
    learn->at = LEARN_EXERCISE;
    forget_typed(learn);
    if (!exercise || !exercise->usable) {
        const struct words_args args = {.word = exercise ? exercise->title : S("")};
        learn->at = LEARN_PAGE;
        learn_say(learn, WORDS_LEARN_UNUSABLE, &args);
        return;
    }
    sitting_open(&learn->sitting, exercise, learn_now());
    if (!learn->review.len && !is_start(learn))
        store_set(&learn->store, S("place"), exercise->id);
    put_head(learn, lesson);
    page_task(&learn->page, &learn->sitting.task);
    report_gap(&learn->report);
    say_how(learn);
    struct slice last = sitting_text(&learn->sitting);
    if (last.len && !is_said(learn)) {
        learn_title(learn, words_say(learn->report.arena, WORDS_LEARN_LAST, NULL));
        page_lines(&learn->page, last);
    }
}

/* What was right the last time is not asked again. */
static void keep_right(struct learn *learn)
{
    const struct sitting *sitting = &learn->sitting;
    size_t n = asked(&sitting->task);
    if (!sitting->has_verdict || sitting->verdict.passes || sitting->verdict.len != n ||
        sitting->record.shown)
        return;
    while (learn->typed_lines < n && sitting->verdict.results[learn->typed_lines].holds) {
        struct slice rest = sitting_text(sitting), line = S("");
        for (size_t i = 0; i <= learn->typed_lines; i++)
            slice_cut(rest, '\n', &line, &rest);
        if (!add_typed(learn, line))
            return;
    }
}

void learn_ask(struct learn *learn)
{
    const struct sitting *sitting = &learn->sitting;
    if (learn->at != LEARN_EXERCISE || !is_said(learn) || learn->ahead.at)
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

static const struct exercise *next_exercise(struct learn *learn)
{
    const struct lesson *lesson =
        course_read(&learn->course, course_lesson(&learn->course, learn->place));
    size_t next = learn->place.exercise + 1;
    return next < lesson->exercises.len ? &lesson->exercises.at[next] : NULL;
}

static void say_enter(struct learn *learn)
{
    const struct exercise *next = next_exercise(learn);
    const struct words_args args = {.word = next ? learn_title_of(learn, next) : S("")};
    if (learn->review.len)
        learn_say(learn,
                  learn->review_at + 1 < learn->review.len ? WORDS_LEARN_ENTER_REVIEW
                                                           : WORDS_LEARN_ENTER_LAST,
                  NULL);
    else
        learn_say(learn, next ? WORDS_LEARN_ENTER_NEXT : WORDS_LEARN_ENTER_END, &args);
}

/* How a pass counts, and when it comes back. */
static void say_passed(struct learn *learn, bool known)
{
    const struct record *record = &learn->sitting.record;
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

/* Where two beliefs fit: the question that tells them apart. */
static void say_apart(struct learn *learn)
{
    const struct reply *reply = &learn->sitting.verdict.reply;
    if (reply->from != REPLY_BELIEF || reply->beliefs_len < 2 ||
        learn->sitting.exercise->kind != EXERCISE_PREDICT)
        return;
    const struct words_args args = {
        .word = course_apart(&learn->course, reply->beliefs[0], reply->beliefs[1])};
    if (args.word.len && !slice_equal(args.word, learn->sitting.exercise->id)) {
        report_gap(&learn->report);
        learn_say(learn, WORDS_LEARN_APART, &args);
    }
}

static void put_verdict(struct learn *learn)
{
    page_verdict(&learn->page, &learn->sitting.task, &learn->sitting.verdict);
    if (!learn->sitting.verdict.passes)
        say_apart(learn);
}

/* ---- Answers */

/* "How sure?" behind a prediction; any other line belongs to what follows. */
static uint32_t ask_sure(struct learn *learn)
{
    struct slice line;
    if (learn->sitting.exercise->kind != EXERCISE_PREDICT ||
        (!is_start(learn) && learn->sitting.record.attempts))
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
static void submit(struct learn *learn)
{
    struct sitting *sitting = &learn->sitting;
    bool known = sitting->passed;
    uint32_t sure = ask_sure(learn);
    struct slice text = arena_copy(learn->report.arena, standing(learn));
    forget_typed(learn);
    if (!sitting_answer(sitting, text, sure, learn_now())) {
        learn_say(learn, WORDS_LEARN_TOO_LONG, NULL);
        return;
    }
    learn_tell_store(learn->cli, &learn->store);
    learn->passed = sitting->verdict.passes;
    if (is_start(learn)) {
        learn_started(learn);
        return;
    }
    put_verdict(learn);
    if (sitting->verdict.passes)
        say_passed(learn, known);
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

static void answer_said(struct learn *learn, struct slice text)
{
    const struct task *task = &learn->sitting.task;
    bool sort = task->items.len > 0;
    struct args words;
    bool nothing;
    if (!text.len && may_leave(learn)) {
        learn_move(learn, 1);
        return;
    }
    keep_right(learn);
    if (sort)
        text = class_of(task, text);
    bool readable = text.len && (learn->sitting.exercise->kind != EXERCISE_PREDICT ||
                                 said_read(learn->report.arena, text, &words, &nothing));
    if (!readable) {
        learn_say(learn, hows[learn->sitting.exercise->kind], NULL);
        return;
    }
    if (!add_typed(learn, text))
        return;
    keep_right(learn);
    if (learn->typed_lines >= asked(task))
        submit(learn);
}

static bool ends_open(struct slice line)
{
    size_t slashes = 0;
    while (slashes < line.len && line.at[line.len - 1 - slashes] == '\\')
        slashes++;
    return slashes % 2 == 1;
}

static void answer_line(struct learn *learn, struct slice text)
{
    if (!text.len && !learn->typed_lines) {
        if (may_leave(learn))
            learn_move(learn, 1);
        else
            say_how(learn);
        return;
    }
    if (!text.len || (add_typed(learn, text) && !ends_open(text)))
        submit(learn);
}

/* "2 CMD …" changes line 2, "2" takes it out, one number more adds a line. */
static bool edit_line(struct learn *learn, struct slice text)
{
    struct slice rest = text, line, word = next_word(&rest);
    uint32_t number, at = 0;
    if (!number_of(word, &number) || ends_open(typed(learn)))
        return false;
    struct slice old = arena_copy(learn->report.arena, standing(learn));
    bool done = false;
    forget_typed(learn);
    while (old.len) {
        slice_cut(old, '\n', &line, &old);
        bool this_one = ++at == number;
        done = done || this_one;
        if (!this_one || rest.len)
            add_typed(learn, this_one ? rest : line);
    }
    const struct words_args args = {.word = word, .number = at};
    if (!done && number == at + 1 && rest.len)
        add_typed(learn, rest);
    else if (!done)
        learn_say(learn, WORDS_LEARN_NO_LINE, &args);
    page_lines(&learn->page, typed(learn));
    return true;
}

static void answer_lines(struct learn *learn, struct slice text)
{
    if (text.len) {
        if (!edit_line(learn, text))
            add_typed(learn, text);
    } else if (learn->typed_lines) {
        submit(learn);
    } else if (may_leave(learn)) {
        learn_move(learn, 1);
    } else {
        say_how(learn);
    }
}

void learn_answer(struct learn *learn, struct slice text)
{
    if (is_said(learn))
        answer_said(learn, text);
    else if (task_asks_line(learn->sitting.exercise))
        answer_line(learn, text);
    else
        answer_lines(learn, text);
}

/* ---- Commands */

void learn_check(struct learn *learn)
{
    if (is_said(learn) ? learn->typed_lines < asked(&learn->sitting.task) : !standing(learn).len)
        say_how(learn);
    else
        submit(learn);
}

void learn_hint(struct learn *learn)
{
    unsigned number;
    const struct markdown *hint = sitting_hint(&learn->sitting, learn_now(), &number);
    const struct words_args args = {.word = number_text(learn, number)};
    learn_title(learn, words_say(learn->report.arena, WORDS_LEARN_HINT, &args));
    page_prose(&learn->page, hint, 1);
    if (number == 2)
        learn_say(learn, WORDS_LEARN_HINT_COUNTS, NULL);
}

void learn_again(struct learn *learn)
{
    struct slice last = sitting_text(&learn->sitting);
    if (!last.len) {
        learn_say(learn, WORDS_LEARN_NO_ANSWER, NULL);
        return;
    }
    forget_typed(learn);
    learn_title(learn, words_say(learn->report.arena, WORDS_LEARN_LAST, NULL));
    page_lines(&learn->page, last);
    sitting_repeat(&learn->sitting);
    put_verdict(learn);
}

void learn_show(struct learn *learn)
{
    bool passed = learn->sitting.passed;
    forget_typed(learn);
    sitting_show(&learn->sitting, learn_now());
    learn_tell_store(learn->cli, &learn->store);
    if (is_start(learn)) {
        learn_started(learn);
        return;
    }
    page_answer(&learn->page, &learn->sitting.task);
    report_gap(&learn->report);
    if (!passed)
        learn_say(learn, WORDS_LEARN_SHOWN_NOW, NULL);
}

void learn_reset(struct learn *learn)
{
    forget_typed(learn);
    learn->sitting.text_len = 0;
    if (learn->sitting.task.start.len)
        page_lines(&learn->page, learn->sitting.task.start);
    else
        learn_say(learn, WORDS_LEARN_EMPTY, NULL);
}
