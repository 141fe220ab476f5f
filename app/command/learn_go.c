/* Line mode: from one place to the next, and what is said on arriving. See learn.h. */
#include "app/command/learn.h"

#include "app/course/rows.h"

/* ---- Arriving */

static void put_unusable(struct learn *learn)
{
    const struct walk *walk = &learn->walk;
    const struct outline *outline = &course_lesson(&learn->walk.course, walk->place)->outline;
    size_t at = walk->behind - 1;
    const struct words_args args = {.word = at < outline->len ? outline->at[at].title : S("")};
    learn_say(learn, WORDS_LEARN_UNUSABLE, &args);
}

void learn_put_place(struct learn *learn)
{
    switch (learn->walk.at) {
    case WALK_HOME: learn_put_home(learn); break;
    case WALK_PAGE: learn_put_page(learn); break;
    case WALK_EXERCISE: learn_put_exercise(learn); break;
    case WALK_END: learn_put_end(learn); break;
    }
}

/* Says what a step led to. */
static void arrive(struct learn *learn, enum walk_step step)
{
    static const enum words_id ids[] = {[WALK_NO_FURTHER] = WORDS_LEARN_NO_FURTHER,
                                        [WALK_REVIEWED] = WORDS_LEARN_REVIEWED,
                                        [WALK_THROUGH] = WORDS_LEARN_THROUGH,
                                        [WALK_LOCKED] = WORDS_LEARN_LOCKED,
                                        [WALK_NO_SKIP] = WORDS_LEARN_NO_SKIP};
    bool plan = step == WALK_THROUGH && learn->walk.plan;
    bool came = step == WALK_STEPPED || step == WALK_REVIEWED;
    if (step == WALK_UNUSABLE)
        put_unusable(learn);
    else if (step != WALK_STEPPED && step != WALK_NOTHING)
        learn_say(learn, plan ? WORDS_LEARN_PLAN_THROUGH : ids[step], NULL);
    if (came)
        learn_put_place(learn);
}

void learn_home(struct learn *learn)
{
    walk_home(&learn->walk);
    learn_put_home(learn);
}

void learn_review(struct learn *learn)
{
    enum walk_step step = walk_review(&learn->walk, learn_now());
    if (step == WALK_NOTHING)
        learn_say(learn, WORDS_LEARN_NOT_DUE, NULL);
    arrive(learn, step);
}

void learn_more(struct learn *learn)
{
    bool home = learn->walk.at == WALK_HOME || learn->walk.along == WALK_START;
    enum walk_step step = walk_practise(&learn->walk, learn_now());
    if (step == WALK_NOTHING)
        learn_say(learn, home ? WORDS_LEARN_NOT_HERE : WORDS_LEARN_NO_PRACTICE, NULL);
    arrive(learn, step);
}

void learn_go_on(struct learn *learn)
{
    arrive(learn, walk_go_on(&learn->walk, learn_now()));
}

bool learn_go(struct learn *learn, struct slice text)
{
    enum walk_step step = walk_go(&learn->walk, text, learn_now());
    arrive(learn, step);
    return step != WALK_NOTHING;
}

bool learn_go_number(struct learn *learn, struct slice text)
{
    uint32_t number;
    if (!learn->walk.plan || !number_of(text, &number) || !number ||
        number > learn->walk.planned.len)
        return false;
    arrive(learn, walk_to(&learn->walk, learn->walk.planned.at[number - 1], learn_now()));
    return true;
}

void learn_move(struct learn *learn, int by)
{
    bool home = learn->walk.at == WALK_HOME;
    bool question = learn->walk.at == WALK_EXERCISE && learn->walk.along == WALK_START;
    if (question) {
        if (learn_show(learn) == THEN_START_NEXT)
            learn_start_next(learn);
        return;
    }
    enum walk_step step = walk_move(&learn->walk, by, learn_now());
    arrive(learn, step);
    if (step == WALK_THROUGH && !home && learn->walk.at == WALK_HOME)
        learn_put_home(learn);
}

/* ---- The first start */

void learn_start(struct learn *learn)
{
    enum walk_step step = walk_start(&learn->walk, learn_now());
    if (step == WALK_STEPPED) {
        const struct lesson *lesson = walk_lesson(&learn->walk);
        learn_title(learn, lesson->title);
        report_gap(&learn->report);
        page_prose(&learn->page, &lesson->prose, 0);
        report_gap(&learn->report);
        learn_say(learn, WORDS_LEARN_START_HOW, NULL);
    }
    arrive(learn, step);
}

/* What runs, why, and what was said at first, when a question is asked again. */
static void put_started(struct learn *learn)
{
    const struct sitting *sitting = &learn->walk.sitting;
    bool missed = sitting->has_verdict && !sitting->verdict.passes;
    const struct words_args args = {.word = walk_said_first(&learn->walk, learn->report.arena)};
    page_runs(&learn->page, &sitting->task);
    report_gap(&learn->report);
    if (missed && sitting->verdict.reply.from != REPLY_NONE)
        page_reply(&learn->page, &sitting->task, &sitting->verdict, 0);
    else
        page_prose(&learn->page, &sitting->task.solved, 0);
    if (args.word.len) {
        report_gap(&learn->report);
        learn_say(learn, WORDS_LEARN_BEFORE, &args);
    }
}

/* How many of the questions were right at the beginning, and now. */
static void put_after(struct learn *learn)
{
    struct walk_before before;
    walk_before_and_after(&learn->walk, learn->report.arena, &before);
    const struct words_args args = {.word = learn_number(learn, before.first),
                                    .other = learn_number(learn, before.last),
                                    .file = learn_number(learn, before.all)};
    report_gap(&learn->report);
    learn_say(learn, WORDS_LEARN_AFTER, &args);
}

void learn_start_next(struct learn *learn)
{
    size_t begin;
    put_started(learn);
    learn_flush(learn); /* it may point into the task that goes now */
    bool again = learn->walk.again;
    if (walk_start_next(&learn->walk, &begin, learn_now()) || begin == SIZE_MAX) {
        if (again && learn->walk.at == WALK_HOME)
            put_after(learn);
        learn_put_place(learn);
    } else {
        const struct words_args args = {.word = learn_number(learn, begin + 1),
                                        .other = learn->walk.course.at[begin].outline.title};
        report_gap(&learn->report);
        learn_say(learn, begin ? WORDS_LEARN_BEGIN_LATER : WORDS_LEARN_BEGIN, &args);
    }
}
