/* The command line: words in, a command run, an exit status out. See cli.h.
 *
 * Options stand before the command, and for commands of our own behind it as well. From the word
 * `docker` or `sudo` on everything belongs to docker. */
#include "app/command/cli.h"

#include "app/ground/charset.h"
#include "app/ground/heap.h"
#include "app/ground/report.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define CLI_OPTION_ROW(id, name, letter, argument, help)                                           \
    [CLI_##id] = {name, argument, help, letter},
const struct cli_option cli_options[CLI_COUNT] = {CLI_OPTIONS(CLI_OPTION_ROW)};
#undef CLI_OPTION_ROW

enum { TEXT_MAX = 64 << 20 };

struct slice cli_value(const struct cli *cli, enum cli_option_id id)
{
    const struct cli_values *values = &cli->given[id];
    return values->len ? values->at[values->len - 1] : S("");
}

/* ---- Output */

static bool write_all(int fd, struct slice text)
{
    while (text.len) {
        ssize_t n = write(fd, text.at, text.len);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return false;
        text = slice_after(text, (size_t)n);
    }
    return true;
}

bool cli_write(struct cli *cli, int fd, struct slice text)
{
    if (write_all(fd, text))
        return true;
    const struct words_args args = {.other = slice_of(strerror(errno))};
    if (fd == STDOUT_FILENO && errno != EPIPE)
        cli_fail(cli, WORDS_CLI_WRITE_FAILED, &args, WORDS_COUNT);
    return false;
}

int cli_fail(struct cli *cli, enum words_id id, const struct words_args *args, enum words_id hint)
{
    struct report report = {.arena = &cli->held};
    struct buffer line = {.arena = &cli->held};
    struct slice text = words_say(&cli->held, id, args);
    buffer_put(&line, S("pairing: "));
    for (bool first = true; text.len; first = false) {
        struct slice part;
        slice_cut(text, '\n', &part, &text);
        buffer_put(&line, first ? S("") : S("\n"));
        buffer_put(&line, report_visible(&report, part));
    }
    if (hint != WORDS_COUNT) {
        buffer_put(&line, S("; "));
        buffer_put(&line, report_visible(&report, words_say(&cli->held, hint, args)));
    }
    buffer_byte(&line, '\n');
    cli_write(cli, STDERR_FILENO, buffer_slice(&line));
    return 2;
}

struct slice cli_meant(struct slice word, const struct slice *names, size_t n)
{
    struct slice near = nearest(word, names, n, true), found = S("");
    for (size_t i = 0; !near.len && word.len > 1 && i < n; i++)
        if (slice_equal_fold(slice_first(names[i], word.len), word)) {
            if (found.len)
                return S("");
            found = names[i];
        }
    return near.len ? near : found;
}

/* ---- Input */

/* Reads a descriptor to its end into cli->held; false with errno, EFBIG where it is too large.
 * `size` is how much is expected. */
static bool read_all(struct cli *cli, int fd, size_t size, struct slice *bytes)
{
    struct buffer buffer = {.arena = &cli->held};
    cli->held.ceiling += 4 * size;
    buffer_reserve(&buffer, size + 1);
    for (;;) {
        ssize_t n = read(fd, buffer.at + buffer.len, buffer.cap - buffer.len);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return false;
        buffer.len += (size_t)n;
        *bytes = buffer_slice(&buffer);
        if (n == 0)
            return true;
        if (buffer.len > TEXT_MAX)
            return errno = EFBIG, false;
        if (buffer.len == buffer.cap) {
            cli->held.ceiling += 4 * buffer.cap;
            buffer_reserve(&buffer, buffer.cap);
        }
    }
}

static int fail_to_read(struct cli *cli, struct slice path, int error)
{
    const struct words_args args = {
        .file = path, .other = error == EFBIG ? S("64 MiB") : slice_of(strerror(error))};
    enum words_id id = error == ENOENT || error == ENOTDIR ? WORDS_CLI_FILE_MISSING
                       : error == EISDIR                   ? WORDS_CLI_FILE_DIRECTORY
                       : error == EFBIG                    ? WORDS_CLI_FILE_TOO_LARGE
                                                           : WORDS_CLI_FILE_UNREADABLE;
    return cli_fail(cli, id, &args, WORDS_COUNT);
}

int cli_read(struct cli *cli, struct slice path, struct slice *bytes)
{
    bool is_stdin = slice_equal(path, S("-"));
    struct stat about;
    if (is_stdin && cli->stdin_taken)
        return cli_fail(cli, WORDS_CLI_STDIN_TWICE, NULL, WORDS_COUNT);
    cli->stdin_taken |= is_stdin;
    int fd = is_stdin ? STDIN_FILENO : open(arena_copy(&cli->held, path).at, O_RDONLY | O_CLOEXEC);
    if (fd < 0 || fstat(fd, &about) != 0)
        return fail_to_read(cli, path, errno);
    int error = 0;
    size_t size = S_ISREG(about.st_mode) && about.st_size > 0 ? (size_t)about.st_size : 4095;
    if (S_ISREG(about.st_mode) && about.st_size > TEXT_MAX)
        error = EFBIG;
    else if (S_ISDIR(about.st_mode))
        error = EISDIR;
    else if (!read_all(cli, fd, size, bytes))
        error = errno;
    if (!is_stdin)
        close(fd);
    return error ? fail_to_read(cli, path, error) : 0;
}

/* ---- Options */

/* What is still to be read. */
struct cli_reading {
    struct cli *cli;
    char **argv;
    int argc, next;
    bool ended; /* -- was met: no options follow */
};

static void give_value(struct cli *cli, enum cli_option_id id, struct slice value)
{
    *list_add(&cli->held, &cli->given[id]) = value;
}

static int fail_option(struct cli *cli, enum words_id id, struct slice word, enum words_id hint)
{
    const struct words_args args = {.word = word};
    return cli_fail(cli, id, &args, hint);
}

/* The option that was meant by a name that there is not. */
static int fail_unknown(struct cli *cli, struct slice word)
{
    struct slice names[CLI_COUNT], name = slice_first(word, slice_find(word, '='));
    for (size_t i = 0; i < CLI_COUNT; i++)
        names[i] = TEXT(&cli->held, S("--"), slice_of(cli_options[i].name));
    const struct words_args args = {.word = name, .other = cli_meant(name, names, CLI_COUNT)};
    return cli_fail(cli, WORDS_CLI_OPTION_UNKNOWN, &args,
                    args.other.len ? WORDS_CLI_DID_YOU_MEAN : WORDS_CLI_TRY_HELP);
}

/* Takes an option; value is null where none was joined to it. Gives 0 or fails. */
static int take_option(struct cli_reading *reading, enum cli_option_id id, struct slice word,
                       const struct slice *value)
{
    struct cli *cli = reading->cli;
    const struct cli_option *option = &cli_options[id];
    if (!option->argument) {
        if (value)
            return fail_option(cli, WORDS_CLI_OPTION_NO_VALUE, word, WORDS_COUNT);
        give_value(cli, id, S(""));
        return 0;
    }
    if (!value && reading->next == reading->argc)
        return fail_option(cli, WORDS_CLI_OPTION_VALUE, word, WORDS_CLI_TRY_HELP);
    if (cli_has(cli, id) && !(CLI_REPEATED >> id & 1))
        return fail_option(cli, WORDS_CLI_OPTION_TWICE, word, WORDS_COUNT);
    give_value(cli, id, value ? *value : slice_of(reading->argv[reading->next++]));
    return 0;
}

/* --name, --name=value, --name value. */
static int read_long(struct cli_reading *reading, struct slice word)
{
    struct slice name, value;
    bool has_value = slice_cut(slice_after(word, 2), '=', &name, &value);
    for (enum cli_option_id id = 0; id < CLI_COUNT; id++)
        if (slice_equal(slice_of(cli_options[id].name), name))
            return take_option(reading, id, slice_first(word, name.len + 2),
                               has_value ? &value : NULL);
    return fail_unknown(reading->cli, word);
}

/* -q, -fFILE, -f FILE, -qf FILE. */
static int read_letters(struct cli_reading *reading, struct slice word)
{
    for (size_t i = 1; i < word.len; i++) {
        enum cli_option_id id = 0;
        while (id < CLI_COUNT && (!cli_options[id].letter || cli_options[id].letter != word.at[i]))
            id++;
        if (id == CLI_COUNT)
            return fail_unknown(reading->cli,
                                i == 1 ? word
                                       : TEXT(&reading->cli->held, S("-"), slice_after(word, i)));
        struct slice rest = slice_after(word, i + 1);
        bool joined = cli_options[id].argument && rest.len;
        const char shown[] = {'-', word.at[i]};
        int failed =
            take_option(reading, id, arena_copy(&reading->cli->held, (struct slice){shown, 2}),
                        joined ? &rest : NULL);
        if (failed || cli_options[id].argument)
            return failed;
    }
    return 0;
}

static bool is_option(const struct cli_reading *reading, struct slice word)
{
    return !reading->ended && word.len > 1 && *word.at == '-';
}

/* The command of that name, null when there is none. */
static const struct cli_command *command_named(const struct cli *cli, struct slice name)
{
    for (size_t i = 0; i < cli->commands.len; i++)
        if (slice_equal(slice_of(cli->commands.at[i].name), name))
            return &cli->commands.at[i];
    return NULL;
}

static int fail_command(struct cli *cli, struct slice word)
{
    struct slice *names = arena_array(&cli->held, struct slice, cli->commands.len);
    for (size_t i = 0; i < cli->commands.len; i++)
        names[i] = slice_of(cli->commands.at[i].name);
    const struct words_args args = {.word = word,
                                    .other = cli_meant(word, names, cli->commands.len)};
    return cli_fail(cli, WORDS_CLI_COMMAND_UNKNOWN, &args,
                    args.other.len ? WORDS_CLI_DID_YOU_MEAN : WORDS_CLI_TRY_HELP);
}

static void take_rest(struct cli_reading *reading)
{
    while (reading->next < reading->argc)
        *list_add(&reading->cli->held, &reading->cli->words) =
            slice_of(reading->argv[reading->next++]);
}

/* One word that is no option: the command, or a word for it. */
static int read_word(struct cli_reading *reading, struct slice word)
{
    struct cli *cli = reading->cli;
    if (cli->command) {
        *list_add(&cli->held, &cli->words) = word;
        if (cli->command->rest == REST_LINE &&
            (slice_equal(word, S("docker")) || slice_equal(word, S("sudo"))))
            take_rest(reading);
        return 0;
    }
    cli->command = command_named(cli, word);
    if (!cli->command)
        return fail_command(cli, word);
    if (cli->command->rest == REST_ITS) {
        *list_add(&cli->held, &cli->words) = word;
        take_rest(reading);
    }
    return 0;
}

static int read_arguments(struct cli_reading *reading)
{
    int failed = 0;
    while (!failed && reading->next < reading->argc) {
        struct slice word = slice_of(reading->argv[reading->next++]);
        if (!reading->ended && slice_equal(word, S("--")))
            reading->ended = true;
        else if (is_option(reading, word))
            failed = slice_starts(word, S("--")) ? read_long(reading, word)
                                                 : read_letters(reading, word);
        else
            failed = read_word(reading, word);
    }
    return failed;
}

/* ---- What does not go together */

/* The way an option is written in messages: with its letter where it has one. */
static struct slice shown_option(struct cli *cli, enum cli_option_id id)
{
    const struct cli_option *option = &cli_options[id];
    const char letter[] = {'-', option->letter};
    return option->letter ? arena_copy(&cli->held, (struct slice){letter, 2})
                          : TEXT(&cli->held, S("--"), slice_of(option->name));
}

static int check_pairs(struct cli *cli)
{
    static const enum cli_option_id pairs[][2] = {
        {CLI_FILE, CLI_IMAGE}, {CLI_INSTRUCTION, CLI_IMAGE}, {CLI_QUIET, CLI_JSON},
        {CLI_JSON, CLI_CSV},   {CLI_TARGET, CLI_IMAGE},      {CLI_BUILD_ARG, CLI_IMAGE},
        {CLI_BASE, CLI_IMAGE},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (cli_has(cli, pairs[i][0]) && cli_has(cli, pairs[i][1])) {
            const struct words_args args = {.word = shown_option(cli, pairs[i][0]),
                                            .other = shown_option(cli, pairs[i][1])};
            return cli_fail(cli, WORDS_CLI_SOURCES, &args, WORDS_COUNT);
        }
    return 0;
}

static int check_options(struct cli *cli)
{
    for (enum cli_option_id id = 0; cli->command && id < CLI_COUNT; id++)
        if (cli_has(cli, id) && !(cli->command->options >> id & 1)) {
            const struct words_args args = {.word = shown_option(cli, id),
                                            .other = slice_of(cli->command->name)};
            return cli_fail(cli, WORDS_CLI_OPTION_NOT_HERE, &args, WORDS_COUNT);
        }
    struct slice when = cli_value(cli, CLI_COLOR);
    if (when.len && !slice_equal(when, S("auto")) && !slice_equal(when, S("always")) &&
        !slice_equal(when, S("never"))) {
        const struct words_args args = {
            .word = S("--color"), .other = when, .file = S("auto, always or never")};
        return cli_fail(cli, WORDS_CLI_OPTION_BAD, &args, WORDS_COUNT);
    }
    return check_pairs(cli);
}

/* ---- The whole */

/* Whether no option says what to answer, only how it is shown: the first screen takes those. */
static bool only_looks(const struct cli *cli)
{
    for (enum cli_option_id id = 0; id < CLI_COUNT; id++)
        if (cli_has(cli, id) && !(CLI_LOOKS >> id & 1))
            return false;
    return true;
}

static int run(struct cli *cli, int argc, char **argv)
{
    struct cli_reading reading = {.cli = cli, .argv = argv, .argc = argc, .next = argc ? 1 : 0};
    int failed = read_arguments(&reading);
    if (failed)
        return failed;
    if (cli_has(cli, CLI_ASCII))
        charset_use_ascii();
    if (cli_has(cli, CLI_HELP))
        return cli->commands.help(cli);
    if (cli_has(cli, CLI_VERSION))
        return cli->commands.version(cli);
    if (cli_has(cli, CLI_MAN))
        return cli->commands.man(cli);
    if (!cli->command && !only_looks(cli))
        return cli_fail(cli, WORDS_CLI_COMMAND_NONE, NULL, WORDS_CLI_TRY_HELP);
    failed = check_options(cli);
    if (failed)
        return failed;
    return cli->command ? cli->command->run(cli) : cli->commands.home(cli);
}

/* Out of memory, or over a ceiling, outside of the simulator. */
static int run_out(const struct arena *arena)
{
    bool too_large = arena->stopped == ARENA_TOO_LARGE;
    write_all(STDERR_FILENO, S("pairing: "));
    write_all(STDERR_FILENO, too_large ? S("too large: ") : S(""));
    write_all(STDERR_FILENO, slice_of(arena->why));
    write_all(STDERR_FILENO, S("\n"));
    return 1;
}

int cli_main(int argc, char **argv, struct commands commands)
{
    struct cli cli;
    memset(&cli, 0, sizeof cli);
    cli.commands = commands;
    arena_init(&cli.held, &heap);
    arena_init(&cli.arena, &heap);
    cli.held.guard = cli.arena.guard = &cli.guard;
    int status = setjmp(cli.guard) == 0 ? run(&cli, argc, argv)
                                        : run_out(cli.held.stopped ? &cli.held : &cli.arena);
    arena_free(&cli.held);
    arena_free(&cli.arena);
    return status;
}
