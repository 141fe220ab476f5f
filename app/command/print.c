/* From options and environment to a way of painting. See print.h.
 *
 * NO_COLOR as no-color.org has it: set and not empty. An explicit --color wins over it. */
#include "app/command/print.h"

#include "app/ground/answer.h"

#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { NARROWEST = 20, USUAL = 80 };

static bool is_set(const char *name)
{
    const char *value = getenv(name);
    return value && *value;
}

static enum paint_colours colours_of(const struct cli *cli, bool terminal)
{
    const char *term = getenv("TERM");
    struct slice when = cli_value(cli, CLI_COLOR), name = slice_of(term ? term : "");
    bool wanted = slice_equal(when, S("always"));
    bool dumb = !name.len || slice_equal(name, S("dumb"));
    if (slice_equal(when, S("never")))
        return PAINT_NONE;
    if (!wanted && (!terminal || dumb || is_set("NO_COLOR") || cli_has(cli, CLI_PLAIN)))
        return PAINT_NONE;
    return slice_ends(name, S("256color")) || is_set("COLORTERM") ? PAINT_256 : PAINT_8;
}

static unsigned columns_of_terminal(void)
{
    struct winsize size;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
        return USUAL;
    return size.ws_col < NARROWEST ? NARROWEST : size.ws_col;
}

struct paint print_paint(const struct cli *cli)
{
    bool terminal = isatty(STDOUT_FILENO);
    return (struct paint){.columns =
                              terminal && !cli_has(cli, CLI_PLAIN) ? columns_of_terminal() : 0,
                          .colours = colours_of(cli, terminal)};
}

bool print_report(struct cli *cli, const struct report *report, const struct paint *paint)
{
    struct buffer out = {.arena = report->arena};
    paint_report(&out, report, paint);
    return cli_write(cli, STDOUT_FILENO, buffer_slice(&out));
}

static bool print_json(struct subject *subject, const struct answer *answer)
{
    struct cli *cli = subject->cli;
    struct buffer out = {.arena = &cli->arena};
    bool has_line = subject->question.words != NULL;
    answer_put_json(&out,
                    &(struct answer_json){.question = &subject->question,
                                          .answer = answer,
                                          .places = &subject->places,
                                          .want_steps = has_line && cli_has(cli, CLI_EXPLAIN)});
    buffer_byte(&out, '\n');
    return cli_write(cli, STDOUT_FILENO, buffer_slice(&out));
}

bool print_answer(struct subject *subject, const struct answer *answer,
                  void (*tell)(struct report *report, const struct report_view *view))
{
    struct cli *cli = subject->cli;
    struct paint paint = print_paint(cli);
    struct report report = {.arena = &cli->arena, .columns = paint.columns};
    if (cli_has(cli, CLI_JSON))
        return print_json(subject, answer);
    tell(&report, &(struct report_view){.question = &subject->question,
                                        .answer = answer,
                                        .places = &subject->places,
                                        .image_source = subject->kind,
                                        .image = subject->image_name,
                                        .want_steps = cli_has(cli, CLI_EXPLAIN)});
    return print_report(cli, &report, &paint);
}

int print_status(const struct answer *answer)
{
    if (answer->is_unknown)
        return 0;
    if (answer->failure.stage != STAGE_NONE)
        return answer->failure.exit;
    bool never = answer->has_outcome && answer->outcome.starts == STARTS_NO;
    return never && answer->outcome.exit_known ? answer->outcome.exit : 0;
}
