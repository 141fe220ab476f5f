/* `pairing docker run …`: what would this line run?
 *
 * In: words that the user's own shell has split, and an image. Out: the answer as text or JSON, or
 * the argv alone; the exit status that docker would give. */
#include "app/command/cli.h"

#include "app/command/print.h"
#include "app/command/subject.h"
#include "app/command/sudo.h"
#include "app/ground/host.h"

#include <unistd.h>

/* The words from `docker` on, each with its place in a text in which they stand quoted. */
struct typed {
    struct text text;
    struct args words;
};

static void type_words(struct cli *cli, size_t first, struct typed *typed)
{
    struct buffer text = {.arena = &cli->held};
    *typed = (struct typed){.text = {SOURCE_LINE, S("line"), S("")}};
    for (size_t i = first; i < cli->words.len; i++) {
        if (i > first)
            buffer_byte(&text, ' ');
        uint32_t from = (uint32_t)text.len;
        quote_shell(&text, cli->words.at[i]);
        args_add(&cli->held, &typed->words, cli->words.at[i],
                 (struct origin){&typed->text, {from, (uint32_t)text.len}});
    }
    typed->text.bytes = buffer_slice(&text);
}

/* ---- How the answer is given */

/* The argv alone on standard output; why there is none on standard error. */
static bool print_quiet(struct cli *cli, struct subject *subject, const struct answer *answer)
{
    struct buffer out = {.arena = &cli->arena};
    struct report report = {.arena = &cli->arena};
    bool runs = answer->has_plan && !answer->is_unknown;
    if (!runs) {
        report_answer(&report, &(struct report_view){.question = &subject->question,
                                                     .answer = answer,
                                                     .places = &subject->places,
                                                     .image_source = IMAGE_GIVEN});
        paint_report(&out, &report, &(struct paint){0});
        return cli_write(cli, STDERR_FILENO, buffer_slice(&out));
    }
    for (size_t i = 0; i < answer->plan.argv_len; i++) {
        buffer_put(&out, i ? S(" ") : S(""));
        buffer_put(&out, report_shell_word(&report, answer->plan.argv[i].arg.text));
    }
    buffer_byte(&out, '\n');
    return cli_write(cli, STDOUT_FILENO, buffer_slice(&out));
}

/* ---- The question */

/* The empty image that was asked with is nobody's: that it runs nothing is no news. */
static void drop_note(struct finding_list *notes, enum rule rule)
{
    size_t kept = 0;
    for (size_t i = 0; i < notes->len; i++)
        if (notes->at[i].rule != rule)
            notes->at[kept++] = notes->at[i];
    notes->len = kept;
}

/* Asks with an image that says nothing, to see which image the line names. True when the answer
 * needs no image: docker refuses the line, or it makes no container. */
static bool answered_without_image(struct subject *subject, struct answer *answer)
{
    static const struct text nothing = {SOURCE_BASE, S_INIT(""), S_INIT("")};
    static const struct base_image empty = {.text = &nothing};
    struct question question = subject->question;
    question.image = &empty;
    simulate(&subject->cli->arena, &question, answer);
    drop_note(&answer->notes, RULE_NothingToRun);
    if (answer->has_request && answer->failure.stage != STAGE_REQUEST)
        return false;
    subject->question.image = &empty;
    return true;
}

/* Finds the image and asks. Gives 0 with an answer, or 2 when it was said what is wrong. */
static int ask(struct subject *subject, const struct typed *typed, struct answer *answer)
{
    struct cli *cli = subject->cli;
    bool quiet = cli_has(cli, CLI_QUIET);
    subject->question.words = &typed->words;
    subject->question.want_outcome = true;
    subject->question.want_warnings = subject->question.want_notes = !quiet;
    size_t size = subject->dockerfile.bytes.len + typed->text.bytes.len;
    arena_reset(&cli->arena, size);
    bool named = subject_has_image(subject);
    if (!named && answered_without_image(subject, answer))
        return 0;
    if (!named) {
        bool exec = answer->request.verb == VERB_EXEC;
        int failed = subject_find(subject, exec ? S("") : answer->request.image.text);
        if (failed)
            return failed;
    }
    simulate(&cli->arena, &subject->question, answer);
    if (answer->has_request)
        subject->image_name = answer->request.image.text;
    return 0;
}

static int give_answer(struct subject *subject, const struct answer *answer)
{
    struct cli *cli = subject->cli;
    bool printed;
    if (answer->failure.stage == STAGE_REQUEST && !cli_has(cli, CLI_JSON)) {
        struct slice why = answer->failure.message, too_large = S("too large: ");
        bool large = slice_starts(why, too_large);
        const struct words_args args = {.other = slice_after(why, large ? too_large.len : 0)};
        cli_fail(cli, large ? WORDS_CLI_TOO_LARGE : WORDS_CLI_NO_MEMORY, &args, WORDS_COUNT);
        return answer->failure.exit;
    }
    if (cli_has(cli, CLI_QUIET) && !cli_has(cli, CLI_JSON))
        printed = print_quiet(cli, subject, answer);
    else
        printed = print_answer(subject, answer, report_answer);
    return printed ? print_status(answer) : 2;
}

int ask_run(struct cli *cli)
{
    struct subject subject;
    struct typed typed;
    struct machine machine;
    struct sudo sudo;
    struct answer answer;
    sudo_read(&cli->words, &sudo);
    if (sudo.docker == cli->words.len) {
        const struct words_args args = {.word = cli->words.at[0]};
        return cli_fail(cli, WORDS_CLI_NOT_DOCKER, &args, WORDS_COUNT);
    }
    int status = subject_open(cli, &subject);
    if (!status) {
        type_words(cli, sudo.docker, &typed);
        machine_init(&machine);
        const struct host host = sudo_host(&sudo, &machine.host);
        subject.question.host = &host;
        status = ask(&subject, &typed, &answer);
        status = status ? status : give_answer(&subject, &answer);
        machine_free(&machine);
    }
    subject_close(&subject);
    return status;
}
