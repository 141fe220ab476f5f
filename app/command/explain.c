/* `pairing explain RULE`: what a rule says, why it matters, a bad and a good example. Without a
 * rule all of them, a line each. */
#include "app/command/cli.h"

#include "app/command/print.h"
#include "app/command/rule_page.h"

static int fail_rule(struct cli *cli, struct slice word)
{
    struct slice names[RULE_COUNT];
    rule_names(names);
    const struct words_args args = {.word = word, .other = cli_meant(word, names, RULE_COUNT)};
    return cli_fail(cli, WORDS_CLI_RULE_UNKNOWN, &args,
                    args.other.len ? WORDS_CLI_DID_YOU_MEAN : WORDS_COUNT);
}

int explain_run(struct cli *cli)
{
    struct paint paint = print_paint(cli);
    struct report report = {.arena = &cli->held, .columns = paint.columns};
    if (cli->words.len > 1) {
        const struct words_args args = {.word = cli->words.at[1]};
        return cli_fail(cli, WORDS_CLI_EXTRA, &args, WORDS_CLI_TRY_HELP);
    }
    if (cli->words.len) {
        enum rule rule = rule_meant(cli->words.at[0]);
        if (rule == RULE_COUNT)
            return fail_rule(cli, cli->words.at[0]);
        report_rule(&report, rule);
    } else {
        report_text(&report, ROLE_PLAIN, 0, words_say(report.arena, WORDS_CLI_RULE_NONE, NULL));
        rule_put_list(&report);
    }
    return print_report(cli, &report, &paint) ? 0 : 2;
}
