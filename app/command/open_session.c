/* From options to a session. In: the options that name an image, --load, a run line as words. Out:
 * an open session. See open_session.h. */
#include "app/command/open_session.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The words of the line as one would type them. */
static struct slice typed_line(struct cli *cli)
{
    struct buffer line = {.arena = &cli->held};
    for (size_t i = 0; i < cli->words.len; i++) {
        if (i)
            buffer_byte(&line, ' ');
        quote_shell(&line, cli->words.at[i]);
    }
    return buffer_slice(&line);
}

/* The lines of -e alone, without a base that nobody wrote down. */
static struct slice instructions(struct cli *cli)
{
    struct buffer text = {.arena = &cli->held};
    for (size_t i = 0; i < cli->given[CLI_INSTRUCTION].len; i++) {
        buffer_put(&text, cli->given[CLI_INSTRUCTION].at[i]);
        buffer_byte(&text, '\n');
    }
    return buffer_slice(&text);
}

/* A file that is not there yet is one to be made: it is not read. Null for any other. */
static const char *take_new_file(struct cli *cli)
{
    if (!cli_has(cli, CLI_FILE) || cli_has(cli, CLI_INSTRUCTION))
        return NULL;
    const char *path = arena_copy(&cli->held, cli_value(cli, CLI_FILE)).at;
    if (!*path || strcmp(path, "-") == 0 || access(path, F_OK) == 0 || errno != ENOENT)
        return NULL;
    cli->given[CLI_FILE].len = 0;
    return path;
}

/* What the options and the directory say about the image. */
static int find_image(struct cli *cli, struct subject *subject, struct session_setup *setup)
{
    const char *new_file = take_new_file(cli);
    int failed = subject_open(cli, subject);
    if (failed)
        return failed;
    setup->bases = subject->question.bases;
    setup->target = subject->question.target;
    setup->build_args = subject->question.build_args;
    setup->build_args_len = subject->question.build_args_len;
    setup->metadata = subject->question.image;
    setup->metadata_name = subject->image_text.name;
    setup->image_name = setup->metadata ? subject->image_name : S("");
    bool has_file = cli_has(cli, CLI_FILE), has_lines = cli_has(cli, CLI_INSTRUCTION);
    if (has_lines)
        setup->text = has_file ? subject->dockerfile.bytes : instructions(cli);
    else if (has_file && slice_equal(subject->dockerfile.name, S("-")))
        setup->text = subject->dockerfile.bytes;
    else if (has_file)
        setup->path = arena_copy(&cli->held, subject->dockerfile.name).at;
    else if (new_file)
        setup->path = new_file;
    else if (!setup->metadata && access("Dockerfile", R_OK) == 0)
        setup->path = "Dockerfile";
    return 0;
}

int opened_read(struct cli *cli, struct opened *opened)
{
    opened->has_session = false;
    opened->setup = (struct session_setup){.line = typed_line(cli)};
    int failed = find_image(cli, &opened->subject, &opened->setup);
    if (!failed && cli_has(cli, CLI_LOAD))
        failed = cli_read(cli, cli_value(cli, CLI_LOAD), &opened->setup.block);
    return failed;
}

int opened_read_beside(struct cli *cli, struct opened *opened)
{
    struct slices words = cli->words;
    cli->words = (struct slices){0};
    int failed = opened_read(cli, opened);
    cli->words = words;
    return failed;
}

int opened_open(struct opened *opened, bool keeps)
{
    struct session_setup *setup = &opened->setup;
    machine_init(&opened->machine);
    setup->host = &opened->machine.host;
    setup->has_sudo = true;
    bool kept = keeps && keep_open(&opened->keep, getenv("XDG_STATE_HOME"), getenv("HOME")) == 0;
    setup->keep = kept ? &opened->keep : NULL;
    opened->has_session = true;
    return session_open(&opened->session, setup);
}

void opened_close(struct opened *opened)
{
    if (opened->has_session) {
        session_close(&opened->session);
        machine_free(&opened->machine);
    }
    opened->has_session = false;
    subject_close(&opened->subject);
}
