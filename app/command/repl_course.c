/* The course in line mode: lessons in the same prompt, with the same line editor. See learn.h.
 *
 * In: `lesson`, and then the lines of line mode's course. Out: what those give; with `scratch` the
 * image becomes what was at hand, and lines are those of the image again. Progress is kept as
 * `pairing learn` keeps it. */
#include "app/command/repl_inside.h"

#include "app/command/learn.h"
#include "app/course/rows.h"

/* Opens the course, the first time. */
static bool open_course(struct repl *repl)
{
    static struct learn learn;
    if (repl->course)
        return true;
    if (learn_open(&learn, repl->cli, repl->line, &repl->guard) != 0) {
        learn_close(&learn);
        return false;
    }
    learn.paint.colours = repl->paint.colours;
    learn.page.coloured = repl->paint.colours != PAINT_NONE;
    repl->course = &learn;
    return true;
}

void repl_course_close(struct repl *repl)
{
    if (repl->course)
        learn_close(repl->course);
    repl->course = NULL;
    repl->in_course = false;
}

static void begin_report(struct repl *repl)
{
    struct learn *learn = repl->course;
    learn_guard(learn, &repl->guard);
    learn->report = (struct report){.arena = &repl->cli->arena, .columns = learn->paint.columns};
}

bool repl_lesson(struct repl *repl, struct slice rest)
{
    const struct words_args args = {.word = rest};
    if (!open_course(repl))
        return false;
    begin_report(repl);
    learn_say(repl->course, WORDS_REPL_ENTERED, NULL);
    repl->in_course = learn_enter(repl->course, rest);
    if (!repl->in_course)
        return repl_fail(repl, WORDS_LEARN_NO_LESSON, &args);
    learn_flush(repl->course);
    return true;
}

bool repl_of_lesson(struct repl *repl, struct slice rest)
{
    (void)rest;
    return repl_fail(repl, WORDS_REPL_OF_LESSON, NULL);
}

void repl_course_where(struct repl *repl)
{
    if (!repl->course) {
        repl_say(repl, WORDS_REPL_WHERE_NO_LESSON, NULL);
        return;
    }
    begin_report(repl);
    repl_say(repl, WORDS_REPL_WHERE_LESSON, NULL);
    learn_where(repl->course);
    for (size_t i = 0; i < repl->course->report.len; i++)
        *list_add(repl->report.arena, &repl->report) = repl->course->report.at[i];
}

/* ---- Back to the image */

/* Lines of an exercise as the prompt has them: without the FROM that is meant where none stands. */
static struct slice own_lines(struct slice lines)
{
    struct slice line, rest;
    slice_cut(lines, '\n', &line, &rest);
    return slice_equal(trimmed(line), S("FROM base")) || !trimmed(line).len ? rest : lines;
}

/* Loads what is at hand, where there is something. What a prediction asks for is not answered. */
static void go_back(struct repl *repl)
{
    struct slice lines, run;
    bool hides = learn_hides(repl->course);
    repl->in_course = false;
    begin_report(repl);
    repl_say(repl, WORDS_REPL_BACK, NULL);
    if (!learn_situation(repl->course, &lines, &run))
        return;
    session_take(repl->session, own_lines(lines), run);
    if (repl_answer_session(repl))
        repl_answer_loaded(repl, hides);
}

void repl_course_line(struct repl *repl)
{
    struct learn *learn = repl->course;
    begin_report(repl);
    learn_line(learn);
    learn_flush(learn);
    if (learn->leave)
        repl_quit(repl, S(""));
    else if (learn->to_pad)
        go_back(repl);
    learn->leave = learn->to_pad = false;
}
