/* `pairing show`: the image's pair, the forms it could have, who can change what, notes.
 *
 * In: an image, from the options, by name, or ./Dockerfile. Out: text, or its config as JSON. */
#include "app/command/cli.h"

#include "app/command/print.h"
#include "app/command/subject.h"

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
    if (!print_answer(subject, &answer, report_image))
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
