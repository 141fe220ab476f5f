/* Line mode: an exercise looked at as the screen does, with what stands there. See learn.h.
 *
 * In: a docker line, or the name of a page. Out: what it runs, or that page about it. */
#include "app/command/learn.h"

#include "app/command/look.h"

bool learn_hides(const struct learn *learn)
{
    const struct sitting *sitting = &learn->walk.sitting;
    return learn->walk.at == WALK_EXERCISE && task_is_said(sitting->exercise) && !sitting->passed &&
           !sitting->record.shown;
}

/* A question, its answer, and what they point to. */
struct asked {
    struct scene scene;
    struct text line;
    struct question question;
    struct answer answer;
    struct places places;
};

static struct report_view ask(struct learn *learn, struct slice run)
{
    struct arena *arena = learn->report.arena;
    const struct task *task = &learn->walk.sitting.task;
    struct asked *asked = arena_new(arena, struct asked);
    bool own = !task_is_said(task->exercise) && !task_asks_line(task->exercise);
    scene_open(arena, &task->images, task->exercise->image, task->given,
               own ? arena_copy(arena, learn_standing(learn)) : S(""), &asked->scene);
    asked->line = (struct text){SOURCE_LINE, S("line"), arena_copy(arena, run)};
    asked->places = (struct places){.arena = arena};
    scene_question(arena, &asked->scene, &asked->line, &asked->question);
    asked->question.want_warnings = true;
    scene_put(arena, &asked->scene, &asked->question, &asked->answer);
    asked->question.image_name = scene_image_of(arena, &asked->scene, &asked->answer);
    return (struct report_view){.question = &asked->question,
                                .answer = &asked->answer,
                                .places = &asked->places,
                                .image_source = IMAGE_GIVEN,
                                .image = asked->question.image_name,
                                .file_of = scene_file,
                                .images = &task->images};
}

struct slice learn_asked(struct learn *learn)
{
    const struct sitting *sitting = &learn->walk.sitting;
    const struct task *task = &sitting->task;
    struct slice last = sitting_text(sitting);
    if (learn->tried_len)
        return (struct slice){learn->tried, learn->tried_len};
    if (task_asks_line(task->exercise) && last.len)
        return last;
    if (task->asks.len)
        return task->asks.at[0].text;
    for (size_t i = 0; i < task->visible && !task_asks_line(task->exercise); i++)
        if (task->checks.at[i].has_run)
            return task->checks.at[i].run;
    return TEXT(learn->report.arena, S("docker run "), task->exercise->image);
}

static void put_line(struct learn *learn, struct slice run)
{
    report_line(&learn->report, REPORT_TEXT, 2);
    report_add(&learn->report, ROLE_PROMPT, S("$ "));
    report_add(&learn->report, ROLE_TYPED, words_flat(learn->report.arena, run));
    report_gap(&learn->report);
}

static void add_page(struct learn *learn, const struct report *page)
{
    for (size_t i = 0; i < page->len; i++) {
        if (learn->unwrapped && page->at[i].kind == REPORT_TEXT)
            page->at[i].kind = REPORT_WHOLE;
        *list_add(page->arena, &learn->report) = page->at[i];
    }
}

/* A report of its own, so that its parts stand apart as they do alone. */
static void put_page(struct learn *learn, const struct report_view *view,
                     bool (*look)(struct report *report, const struct report_view *view))
{
    struct report page = {.arena = learn->report.arena,
                          .columns = learn->unwrapped ? 0 : learn->report.columns};
    look(&page, view);
    add_page(learn, &page);
}

static bool look_answer(struct report *report, const struct report_view *view)
{
    report_answer(report, view);
    return true;
}

void learn_try(struct learn *learn, struct slice text)
{
    learn->tried_len = text.len <= sizeof learn->tried ? text.len : 0;
    memcpy(learn->tried, text.at, learn->tried_len);
    const struct report_view view = ask(learn, text);
    put_page(learn, &view, look_answer);
}

void learn_rule(struct learn *learn, struct slice name)
{
    struct report page = {.arena = learn->report.arena,
                          .columns = learn->unwrapped ? 0 : learn->report.columns};
    look_rule(&page, name);
    add_page(learn, &page);
}

void learn_look(struct learn *learn,
                bool (*look)(struct report *report, const struct report_view *view), bool of_line)
{
    if (learn_hides(learn)) {
        learn_say(learn, WORDS_LEARN_LOOK_HIDDEN, NULL);
        return;
    }
    struct slice run = learn_asked(learn);
    const struct report_view view = ask(learn, run);
    if (of_line)
        put_line(learn, run);
    put_page(learn, &view, look);
}
