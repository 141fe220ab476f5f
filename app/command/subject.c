/* The image of a question. See subject.h.
 *
 * In: options and files. Out: the Dockerfile or metadata that a question points to, and what the
 * places of lines that came from -e are called. */
#include "app/command/subject.h"

#include "app/ground/bases.h"
#include "app/ground/from.h"

#include <unistd.h>

/* ---- Base images given with --base */

static enum base_answer find_base(const void *context, struct arena *arena, struct slice reference,
                                  struct base_image *image)
{
    const struct subject *subject = context;
    uint32_t index = base_find(arena, &subject->base_names, reference);
    if (index == NAMES_NONE)
        return known_bases.find(known_bases.context, arena, reference, image);
    *image = subject->base_images[index];
    return BASE_FOUND;
}

static bool open_reader(struct subject *subject)
{
    if (!subject->has_reader)
        subject->has_reader = json_reader_init(&subject->reader, subject->cli->held.memory);
    return subject->has_reader;
}

/* Reads metadata into image; text gets its name. */
static int read_metadata(struct subject *subject, struct slice path, struct text *text,
                         struct base_image *image)
{
    struct cli *cli = subject->cli;
    struct json_problem problem;
    struct slice bytes;
    int failed = cli_read(cli, path, &bytes);
    if (failed)
        return failed;
    if (!open_reader(subject))
        return cli_fail(cli, WORDS_CLI_NO_MEMORY, NULL, WORDS_COUNT);
    *text = (struct text){SOURCE_BASE, path, S("")};
    if (json_metadata_read(&subject->reader, &cli->held, bytes, text, image, &problem))
        return 0;
    return cli_fail(cli, problem.id, &problem.args, WORDS_COUNT);
}

static int read_bases(struct subject *subject)
{
    struct cli *cli = subject->cli;
    const struct cli_values *given = &cli->given[CLI_BASE];
    subject->base_images = arena_array(&cli->held, struct base_image, given->len);
    for (size_t i = 0; i < given->len; i++) {
        struct slice name, path;
        if (!slice_cut(given->at[i], '=', &name, &path) || !name.len || !path.len) {
            const struct words_args args = {.word = given->at[i]};
            return cli_fail(cli, WORDS_CLI_BASE, &args, WORDS_COUNT);
        }
        struct text *text = arena_new(&cli->held, struct text);
        int failed = read_metadata(subject, path, text, &subject->base_images[i]);
        if (failed)
            return failed;
        text->name = name;
        base_add(&cli->held, &subject->base_names, name, (uint32_t)i);
    }
    subject->bases = (struct bases){subject, find_base};
    subject->question.bases = &subject->bases;
    return 0;
}

static int read_build_args(struct subject *subject)
{
    struct cli *cli = subject->cli;
    const struct cli_values *given = &cli->given[CLI_BUILD_ARG];
    struct build_arg *args = arena_array(&cli->held, struct build_arg, given->len);
    for (size_t i = 0; i < given->len; i++)
        if (!slice_cut(given->at[i], '=', &args[i].name, &args[i].value) || !args[i].name.len) {
            const struct words_args bad = {.word = given->at[i]};
            return cli_fail(cli, WORDS_CLI_BUILD_ARG, &bad, WORDS_COUNT);
        }
    subject->question.build_args = args;
    subject->question.build_args_len = given->len;
    return 0;
}

/* ---- The Dockerfile, and lines of -e */

static uint32_t count_lines(struct slice text)
{
    uint32_t lines = 0;
    struct slice line;
    while (text.len) {
        slice_cut(text, '\n', &line, &text);
        lines++;
    }
    return lines;
}

/* Puts the lines of -e behind the Dockerfile, or on an implied base when nothing is in front of
 * them and none is a FROM. */
static void add_instructions(struct subject *subject, bool has_file)
{
    struct cli *cli = subject->cli;
    const struct cli_values *lines = &cli->given[CLI_INSTRUCTION];
    struct buffer text = {.arena = &cli->held};
    bool has_from = has_file;
    for (size_t i = 0; i < lines->len; i++)
        has_from |= line_is_from(lines->at[i]);
    buffer_put(&text, has_file   ? subject->dockerfile.bytes
                      : has_from ? S("")
                                 : S("FROM scratch\n"));
    if (text.len && text.at[text.len - 1] != '\n')
        buffer_byte(&text, '\n');
    subject->places.has_added = true;
    subject->places.added_name = S("-e");
    subject->places.implied = !has_from;
    subject->places.own_lines = count_lines(buffer_slice(&text));
    for (size_t i = 0; i < lines->len; i++) {
        buffer_put(&text, lines->at[i]);
        buffer_byte(&text, '\n');
    }
    subject->dockerfile.bytes = buffer_slice(&text);
    subject->dockerfile.implied_lines = has_from ? 0 : 1;
    subject->kind = has_from ? IMAGE_GIVEN : IMAGE_IMPLIED;
}

static int read_dockerfile(struct subject *subject, struct slice path)
{
    subject->dockerfile = (struct text){SOURCE_DOCKERFILE, path, S("")};
    subject->question.dockerfile = &subject->dockerfile;
    return cli_read(subject->cli, path, &subject->dockerfile.bytes);
}

int subject_open(struct cli *cli, struct subject *subject)
{
    memset(subject, 0, sizeof *subject);
    subject->cli = cli;
    subject->places.arena = &cli->held;
    subject->question.target = cli_value(cli, CLI_TARGET);
    subject->question.bases = &known_bases;
    int failed = 0;
    if (cli_has(cli, CLI_BASE))
        failed = read_bases(subject);
    if (!failed && cli_has(cli, CLI_BUILD_ARG))
        failed = read_build_args(subject);
    if (!failed && cli_has(cli, CLI_FILE))
        failed = read_dockerfile(subject, cli_value(cli, CLI_FILE));
    if (!failed && cli_has(cli, CLI_IMAGE)) {
        struct slice path = cli_value(cli, CLI_IMAGE);
        failed = read_metadata(subject, path, &subject->image_text, &subject->image);
        subject->image_name = subject->image_text.name;
        subject->question.image = &subject->image;
    }
    if (!failed && cli_has(cli, CLI_INSTRUCTION)) {
        add_instructions(subject, cli_has(cli, CLI_FILE));
        if (!cli_has(cli, CLI_FILE))
            subject->dockerfile.name = S("-e");
        subject->dockerfile.source = SOURCE_DOCKERFILE;
        subject->question.dockerfile = &subject->dockerfile;
    }
    return failed;
}

/* ---- By name */

int subject_find(struct subject *subject, struct slice name)
{
    struct cli *cli = subject->cli;
    enum known_shell shell;
    subject->image_name = name;
    if (name.len && known_image(&cli->held, name, &subject->image, &shell)) {
        subject->question.image = &subject->image;
        subject->kind = IMAGE_KNOWN;
        return 0;
    }
    if (access("Dockerfile", F_OK) == 0) {
        subject->kind = IMAGE_DOCKERFILE;
        return read_dockerfile(subject, S("Dockerfile"));
    }
    const struct words_args args = {.image = name};
    return cli_fail(cli, name.len ? WORDS_CLI_IMAGE_UNKNOWN : WORDS_CLI_IMAGE_NONE, &args,
                    WORDS_COUNT);
}

void subject_close(struct subject *subject)
{
    if (subject->has_reader)
        json_reader_free(&subject->reader);
    subject->has_reader = false;
}
