/* `pairing present [LESSON] [--lessons DIR]`: a lesson as slides, for a room.
 *
 * In: a lesson by its position, its slug or how that begins, or start. Out: on a terminal a screen
 * of slides until one leaves; else all slides as text, as a handout. Without a lesson the list. */
#include "app/screen/present.h"
#include "app/command/print.h"
#include "app/command/repl.h"
#include "app/course/course.h"
#include "app/course/slides.h"
#include "app/ground/charset.h"

#include <stdlib.h>
#include <unistd.h>

enum { WIDTH = 76 };

/* ---- Plain text */

static int print_list(struct cli *cli, const struct course *course)
{
    const struct paint paint = print_paint(cli);
    struct report report = {.arena = &cli->arena, .columns = paint.columns};
    for (size_t i = 0; i < course->len; i++) {
        struct slice number = words_digits(&cli->arena, i + 1);
        report_line(&report, REPORT_TEXT, 6);
        report_pad(&report, number.len < 4 ? 4 - (unsigned)number.len : 1, 1);
        report_add(&report, ROLE_PLAIN, number);
        report_pad(&report, 6, 2);
        report_add(&report, ROLE_PLAIN, course->at[i].outline.title);
    }
    report_text(&report, ROLE_PLAIN, 0, words_say(&cli->arena, WORDS_PRESENT_LIST_HOW, NULL));
    return print_report(cli, &report, &paint) ? 0 : 2;
}

/* One slide, with its number and its title in front. */
static bool print_slide(struct cli *cli, const struct slides *slides, size_t at,
                        const struct paint *paint)
{
    struct arena *arena = &cli->arena;
    arena_reset(arena, 0);
    struct report report = {.arena = arena, .columns = paint->columns};
    const struct page_view view = {&report, paint->colours != PAINT_NONE};
    const struct words_args args = {.word = words_digits(arena, at + 1),
                                    .other = words_digits(arena, slides->len)};
    if (at)
        report_text(&report, ROLE_PLAIN, 0, S("---"));
    report_line(&report, REPORT_TEXT, 0);
    report_add(&report, ROLE_FAINT, words_say(arena, WORDS_VIEW_OF, &args));
    report_pad(&report, 0, 3);
    report_add(&report, ROLE_TITLE, slides_title(arena, slides, at));
    report_add(&report, ROLE_TITLE, slides_round(arena, slides, at));
    report_gap(&report);
    slides_handout(&view, slides, at);
    report_gap(&report);
    return print_report(cli, &report, paint);
}

static int print_slides(struct cli *cli, struct course *course, size_t lesson)
{
    struct slides slides;
    struct paint paint = print_paint(cli);
    struct course_lesson *of = lesson == SIZE_MAX ? &course->start : &course->at[lesson];
    if (!paint.columns || paint.columns > WIDTH)
        paint.columns = WIDTH;
    const struct lesson *read = course_read(course, of);
    slides_make(&cli->held, &cli->arena, read, lesson == SIZE_MAX ? 0 : lesson + 1, 0, &slides);
    for (size_t i = 0; i < slides.len; i++)
        if (!print_slide(cli, &slides, i, &paint))
            return 2;
    return 0;
}

/* ---- The screen */

/* Draws; false where it cannot, and lines are to be printed instead. */
static bool draw(struct cli *cli, struct course *course, bool named, size_t lesson, int *status)
{
    const char *no_color = getenv("NO_COLOR");
    const struct present_setup setup = {
        .course = course,
        .named = named,
        .lesson = lesson,
        .ascii = !charset_is_utf8(),
        .plain = (no_color && *no_color) || slice_equal(cli_value(cli, CLI_COLOR), S("never")),
        .background = theme_background(slice_of(getenv("COLORFGBG"))),
    };
    *status = 0;
    switch (present_run(&setup)) {
    case TERM_OPENED: return true;
    case TERM_NO_MEMORY:
        *status = cli_fail(cli, WORDS_CLI_NO_MEMORY, NULL, WORDS_COUNT);
        return true;
    case TERM_NO_TERMINAL:
    case TERM_DUMB: break;
    }
    return false;
}

/* The lesson that is named; false when there is none of that name. */
static bool find_lesson(struct cli *cli, const struct course *course, bool *named, size_t *lesson)
{
    *named = cli->words.len != 0;
    *lesson = SIZE_MAX;
    if (!*named)
        return true;
    if (slice_equal(cli->words.at[0], S("start")) && course->start.file)
        return true;
    *lesson = course_named(course, cli->words.at[0]);
    return *lesson != SIZE_MAX;
}

int present_command_run(struct cli *cli)
{
    struct course course;
    bool named;
    size_t lesson;
    int status;
    if (cli->words.len > 1) {
        const struct words_args args = {.word = cli->words.at[1]};
        return cli_fail(cli, WORDS_CLI_EXTRA, &args, WORDS_CLI_TRY_HELP);
    }
    if (!course_open(&cli->held, &cli->arena, cli_value(cli, CLI_LESSONS), &course)) {
        const struct words_args args = {.file = cli_value(cli, CLI_LESSONS)};
        return cli_fail(cli, WORDS_CLI_FILE_UNREADABLE, &args, WORDS_COUNT);
    }
    if (!find_lesson(cli, &course, &named, &lesson)) {
        const struct words_args args = {.word = cli->words.at[0]};
        return cli_fail(cli, WORDS_PRESENT_NO_LESSON, &args, WORDS_COUNT);
    }
    bool lines = repl_is_wanted(cli) || !isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO);
    if (!lines && draw(cli, &course, named, lesson, &status))
        return status;
    return named ? print_slides(cli, &course, lesson) : print_list(cli, &course);
}
