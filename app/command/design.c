/* `pairing design [WISH…]`: which ENTRYPOINT and CMD give what these lines are to run?
 *
 * In: wishes, LINE => ["word",…] or never => ["word",…], as words or else as lines of standard
 * input. Out: the pair as Dockerfile lines, with reasons, or as JSON; exit status 1 where some wish
 * does not hold. A wish that cannot be read is said with the place at fault. */
#include "app/command/cli.h"

#include "app/command/print.h"
#include "app/course/design.h"
#include "app/ground/host.h"

#include <unistd.h>

/* All wishes as one text. */
static int read_lines(struct cli *cli, struct slice *lines)
{
    struct buffer out = {.arena = &cli->held};
    bool dash = cli->words.len == 1 && slice_equal(cli->words.at[0], S("-"));
    if (!cli->words.len && isatty(STDIN_FILENO))
        return cli_fail(cli, WORDS_DESIGN_NONE, NULL, WORDS_CLI_TRY_HELP);
    if (!cli->words.len || dash)
        return cli_read(cli, S("-"), lines);
    for (size_t i = 0; i < cli->words.len; i++) {
        buffer_put(&out, cli->words.at[i]);
        buffer_byte(&out, '\n');
    }
    *lines = buffer_slice(&out);
    return 0;
}

/* One line, and below it the wish with carets. */
static int fail_wish(struct cli *cli, const struct design_fault *fault)
{
    struct words_args args = {0};
    if (!fault->number)
        return cli_fail(cli, fault->id, &fault->args,
                        fault->id == WORDS_DESIGN_NONE ? WORDS_CLI_TRY_HELP : WORDS_COUNT);
    struct buffer out = {.arena = &cli->held};
    struct report report = {.arena = &cli->held};
    args.word = words_digits(&cli->held, fault->number);
    args.other = words_say(&cli->held, fault->id, &fault->args);
    cli_fail(cli, WORDS_DESIGN_FAULT, &args, WORDS_COUNT);
    report_carets(&report, fault->at, REPORT_INSET);
    paint_report(&out, &report, &(struct paint){0});
    cli_write(cli, STDERR_FILENO, buffer_slice(&out));
    return 2;
}

static bool print_design(struct cli *cli, const struct design *design)
{
    struct buffer out = {.arena = &cli->arena};
    struct paint paint = print_paint(cli);
    struct report report = {.arena = &cli->arena, .columns = paint.columns};
    if (!cli_has(cli, CLI_JSON)) {
        design_report(&report, design);
        return print_report(cli, &report, &paint);
    }
    design_put_json(&out, design);
    buffer_byte(&out, '\n');
    return cli_write(cli, STDOUT_FILENO, buffer_slice(&out));
}

int design_run(struct cli *cli)
{
    struct slice lines;
    struct design design;
    struct design_fault fault;
    struct machine machine;
    int status = read_lines(cli, &lines);
    if (status)
        return status;
    machine_init(&machine);
    arena_reset(&cli->arena, lines.len);
    if (!design_read(&cli->arena, &machine.host, lines, &design, &fault)) {
        status = fail_wish(cli, &fault);
    } else {
        design_find(&cli->arena, &machine.host, &design);
        status = !print_design(cli, &design) ? 2 : design.holding == design.len ? 0 : 1;
    }
    machine_free(&machine);
    return status;
}
