/* `pairing show`: the image's pair, the forms it could have, who can change what, notes.
 *
 * In: an image, from the options, by name, or ./Dockerfile. Out: text, or its config as JSON. */
#include "app/command/cli.h"

#include "app/command/print.h"
#include "app/command/subject.h"
#include "app/ground/answer.h"

#include <unistd.h>

static bool print_json(struct cli *cli, struct subject *subject, const struct answer *answer)
{
    struct buffer out = {.arena = &cli->arena};
    answer_put_json(&out, &(struct answer_json){.question = &subject->question,
                                                .answer = answer,
                                                .places = &subject->places});
    buffer_byte(&out, '\n');
    return cli_write(cli, STDOUT_FILENO, buffer_slice(&out));
}

static bool print_text(struct cli *cli, struct subject *subject, const struct answer *answer)
{
    struct paint paint = print_paint(cli);
    struct report report = {.arena = &cli->arena, .columns = paint.columns};
    report_image(&report, &(struct report_view){.question = &subject->question,
                                                .answer = answer,
                                                .places = &subject->places,
                                                .image_source = subject->kind,
                                                .image = subject->image_name,
                                                .want_steps = cli_has(cli, CLI_EXPLAIN)});
    return print_report(cli, &report, &paint);
}

static int show(struct cli *cli, struct subject *subject)
{
    static const struct text line = {SOURCE_LINE, S_INIT("line"), S_INIT("docker run image")};
    struct answer answer;
    struct args words = {0};
    uint32_t at = 0;
    for (struct slice rest = line.bytes, word; rest.len; at += (uint32_t)word.len + 1) {
        slice_cut(rest, ' ', &word, &rest);
        args_add(&cli->held, &words, word, (struct origin){&line, {at, at + (uint32_t)word.len}});
    }
    /* Text says what runs with nothing typed; JSON is the answer to a question without a line. */
    if (!cli_has(cli, CLI_JSON))
        subject->question.words = &words;
    subject->question.want_outcome = true;
    subject->question.want_warnings = subject->question.want_notes = true;
    arena_reset(&cli->arena, subject->dockerfile.bytes.len);
    simulate(&cli->arena, &subject->question, &answer);
    bool printed = cli_has(cli, CLI_JSON) ? print_json(cli, subject, &answer)
                                          : print_text(cli, subject, &answer);
    if (!printed)
        return 2;
    return answer.has_config ? 0 : answer.failure.exit;
}

int show_run(struct cli *cli)
{
    struct subject subject;
    if (cli->words.len > 1) {
        const struct words_args args = {.word = cli->words.at[1]};
        return cli_fail(cli, WORDS_CLI_EXTRA, &args, WORDS_CLI_TRY_HELP);
    }
    int status = subject_open(cli, &subject);
    struct slice name = cli->words.len ? cli->words.at[0] : S("");
    if (!status && !subject_has_image(&subject))
        status = subject_find(&subject, name);
    else if (!status && name.len)
        subject.image_name = name;
    if (!status)
        status = show(cli, &subject);
    subject_close(&subject);
    return status;
}
