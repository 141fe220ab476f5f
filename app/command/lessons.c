/* `pairing lessons list | new [FILE] | check [PATH…]`, for authors.
 *
 * In: the lessons of the program and those of --lessons; for check files and directories instead,
 * when any are named. Out: a list; a lesson to begin with; or every fault with its file and line,
 * and exit status 1. */
#include "app/command/cli.h"

#include "app/course/course.h"
#include "app/ground/report.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

/* The lessons of the program, then those of --lessons. */
static void add_course(struct cli *cli, struct faults *faults, struct shelf *shelf)
{
    shelf_add_embedded(&cli->held, shelf);
    if (cli_has(cli, CLI_LESSONS))
        shelf_add_directory(&cli->held, faults, cli_value(cli, CLI_LESSONS), shelf);
}

/* ---- check */

/* What was checked, over all packs. */
struct checked {
    struct faults faults;
    struct buffer predictions;
    struct pack_count count;
};

/* Adds those of one file. */
static void take_faults(struct cli *cli, struct faults *to, const struct faults *from,
                        struct slice only)
{
    for (size_t i = 0; i < from->len; i++) {
        const struct fault *fault = &from->at[i];
        if (only.len && !slice_equal(fault->file, only))
            continue;
        *list_add(&cli->held, to) = *fault;
        *(fault->warning ? &to->warnings : &to->errors) += 1;
    }
}

/* A plan may name exercises of the program and of --lessons, too. Where one file is asked for, what
 * is to be said of those around it is not told. */
static void check_shelf(struct cli *cli, struct checked *checked, const struct shelf *shelf,
                        struct slice only)
{
    struct pack pack;
    struct faults faults = {.arena = &cli->held};
    struct course course;
    course_open(&cli->held, &cli->arena, cli_value(cli, CLI_LESSONS), &course);
    pack_read(&cli->held, &cli->arena, &faults, shelf, &pack);
    pack.elsewhere = course.ids;
    pack_check(&cli->held, &cli->arena, &faults, &pack, only, &checked->predictions,
               &checked->count);
    take_faults(cli, &checked->faults, &faults, only);
}

static struct slice directory_of(struct slice path)
{
    for (size_t i = path.len; i > 0; i--)
        if (path.at[i - 1] == '/')
            return slice_first(path, i);
    return S(".");
}

/* A directory is a pack; a file is proved within the pack of its directory. */
static int check_path(struct cli *cli, struct checked *checked, struct slice path)
{
    struct shelf shelf = {0};
    struct faults *faults = &checked->faults;
    if (shelf_is_directory(&cli->held, path)) {
        if (shelf_add_directory(&cli->held, faults, path, &shelf))
            check_shelf(cli, checked, &shelf, S(""));
        return 0;
    }
    struct slice directory = directory_of(path), only = path, bytes;
    if (slice_equal(directory, S(".")))
        only = TEXT(&cli->held, S("./"), path);
    struct faults others = {.arena = &cli->held};
    shelf_add_directory(&cli->held, &others, directory, &shelf);
    bool found = false;
    for (size_t i = 0; i < shelf.len; i++)
        found = found || slice_equal(shelf.at[i].name, only);
    if (!found) {
        int status = cli_read(cli, path, &bytes);
        if (status)
            return status;
        *list_add(&cli->held, &shelf) = (struct shelf_file){only, bytes};
    }
    check_shelf(cli, checked, &shelf, only);
    return 0;
}

static int print_checked(struct cli *cli, struct checked *checked)
{
    const struct faults *faults = &checked->faults;
    struct buffer out = {.arena = &cli->held};
    const struct words_args args = {
        .word = words_digits(&cli->held, checked->count.files),
        .file = words_digits(&cli->held, checked->count.exercises),
        .image =
            words_digits(&cli->held, faults->errors ? faults->errors : checked->count.variants),
        .other = words_digits(&cli->held, faults->warnings)};
    struct report report = {.arena = &cli->held};
    if (!cli_has(cli, CLI_QUIET))
        buffer_put(&out, buffer_slice(&checked->predictions));
    faults_put(&out, faults);
    buffer_put(
        &out,
        words_say(&cli->held, faults->errors ? WORDS_LESSON_REFUSED : WORDS_LESSON_CHECKED, &args));
    buffer_byte(&out, '\n');
    for (struct slice line, rest = buffer_slice(&out); rest.len;) {
        slice_cut(rest, '\n', &line, &rest);
        if (!cli_write(cli, STDOUT_FILENO,
                       TEXT(&cli->held, report_visible(&report, line), S("\n"))))
            return 2;
    }
    return faults->errors ? 1 : 0;
}

static int check(struct cli *cli)
{
    struct checked checked = {.faults = {.arena = &cli->held},
                              .predictions = {.arena = &cli->held}};
    struct shelf shelf = {0};
    int status = 0;
    for (size_t i = 1; !status && i < cli->words.len; i++)
        status = check_path(cli, &checked, cli->words.at[i]);
    if (cli->words.len == 1) {
        add_course(cli, &checked.faults, &shelf);
        check_shelf(cli, &checked, &shelf, S(""));
    }
    return status ? status : print_checked(cli, &checked);
}

/* ---- list */

static void put_exercise(struct report *report, const struct exercise *exercise)
{
    report_line(report, REPORT_TEXT, 4);
    report_pad(report, 4, 4);
    report_add(report, ROLE_PLAIN, exercise->id);
    report_pad(report, 36, 1);
    report_add(report, ROLE_LABEL, exercise_kind_name(exercise->kind));
    report_pad(report, 45, 1);
    report_add(report, ROLE_PLAIN, exercise->core ? S("core") : S("more"));
    report_pad(report, 51, 1);
    for (size_t i = 0; i < exercise->cures.len; i++) {
        report_add(report, ROLE_FAINT, i ? S(" ") : S(""));
        report_add(report, ROLE_FAINT, exercise->cures.at[i]);
    }
}

static void put_lesson(struct report *report, const struct lesson *lesson, unsigned position)
{
    struct buffer title = {.arena = report->arena};
    if (position) {
        buffer_put(&title, position < 10 ? S(" ") : S(""));
        buffer_number(&title, position);
    } else {
        buffer_put(&title, S(" -"));
    }
    buffer_put(&title, S("  "));
    buffer_put(&title, lesson->title);
    report_line(report, REPORT_TEXT, 4);
    report_add(report, ROLE_TITLE, buffer_slice(&title));
    report_pad(report, 36, 1);
    report_add(report, ROLE_FAINT, lesson->slug);
    for (size_t i = 0; i < lesson->exercises.len; i++)
        put_exercise(report, &lesson->exercises.at[i]);
}

static int list(struct cli *cli)
{
    struct shelf shelf = {0};
    struct pack pack;
    struct faults faults = {.arena = &cli->held};
    struct report report = {.arena = &cli->held};
    struct buffer out = {.arena = &cli->held};
    unsigned position = 0;
    add_course(cli, &faults, &shelf);
    pack_read(&cli->held, &cli->arena, &faults, &shelf, &pack);
    for (size_t i = 0; i < pack.len; i++) {
        bool numbered = pack.at[i]->role == LESSON_NUMBERED;
        if (pack.at[i]->role != LESSON_REPLIES)
            put_lesson(&report, pack.at[i], numbered ? ++position : 0);
    }
    for (size_t i = 0; i < report.len; i++) {
        for (size_t k = 0; k < report.at[i].len; k++)
            buffer_put(&out, report.at[i].at[k].text);
        buffer_byte(&out, '\n');
    }
    faults_put(&out, &faults);
    return cli_write(cli, STDOUT_FILENO, buffer_slice(&out)) ? (faults.errors ? 1 : 0) : 2;
}

/* ---- new */

static const char template[] =
    "# The title\n"
    "\n"
    "One idea, in short sentences. What is only shown is indented:\n"
    "\n"
    "    ENTRYPOINT [\"date\"]\n"
    "\n"
    "```example\n"
    "ENTRYPOINT [\"date\"]\n"
    "CMD [\"-u\"]\n"
    "---\n"
    "docker run p => [\"date\",\"-u\"]\n"
    "```\n"
    "\n"
    "## The title of an exercise\n"
    "\n"
    "```exercise\n"
    "id: new/utc\n" /* the slug takes the place of new */
    "kind: write\n"
    "path: more\n"
    "cures: M01\n"
    "```\n"
    "\n"
    "The image shows the time, in UTC unless somebody asks for another format.\n"
    "\n"
    "```given\n"
    "FROM base\n"
    "```\n"
    "\n"
    "```check\n"
    "docker run p     => [\"date\",\"-u\"]\n"
    "docker run p +%s => [\"date\",\"+%s\"]\n"
    "```\n"
    "\n"
    "```check hidden\n"
    "docker run p -R  => [\"date\",\"-R\"]\n"
    "```\n"
    "\n"
    "```hint\n"
    "Which word does every caller need?\n"
    "```\n"
    "```hint\n"
    "What a caller may leave out stands in CMD, all of it.\n"
    "```\n"
    "```hint\n"
    "Another program, the same shape: `ENTRYPOINT [\"uname\"]` and `CMD [\"-a\"]`.\n"
    "```\n"
    "\n"
    "```answer\n"
    "ENTRYPOINT [\"date\"]\n"
    "CMD [\"-u\"]\n"
    "```\n"
    "```answer\n"
    "CMD [ \"-u\" ]\n"
    "ENTRYPOINT [ \"date\" ]\n"
    "```\n"
    "\n"
    "```solved\n"
    "The program stays, the format gives way.\n"
    "```\n"
    "\n"
    "```wrong all-in-entrypoint\n"
    "ENTRYPOINT [\"date\", \"-u\"]\n"
    "```\n"
    "> `-u` is still there when a format is asked for: ENTRYPOINT stays. May a caller leave `-u` "
    "out?\n";

static int new_lesson(struct cli *cli)
{
    struct slice text = slice_of(template);
    if (cli->words.len == 1)
        return cli_write(cli, STDOUT_FILENO, text) ? 0 : 2;
    struct slice path = cli->words.at[1], slug;
    enum lesson_role role;
    unsigned position;
    size_t at = (size_t)(strstr(template, "new/") - template);
    lesson_name(path, &role, &position, &slug);
    text = TEXT(&cli->held, slice_first(text, at), slug, slice_after(text, at + 3));
    int fd = open(arena_copy(&cli->held, path).at, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    const struct words_args args = {.file = path, .other = slice_of(strerror(errno))};
    if (fd < 0)
        return cli_fail(cli, errno == EEXIST ? WORDS_LESSON_NEW_EXISTS : WORDS_CLI_WRITE_FAILED,
                        &args, WORDS_COUNT);
    bool written = cli_write(cli, fd, text);
    const struct words_args failed = {.other = slice_of(strerror(errno))};
    if (close(fd) != 0 || !written)
        return cli_fail(cli, WORDS_CLI_WRITE_FAILED, &failed, WORDS_COUNT);
    return 0;
}

int lessons_run(struct cli *cli)
{
    static const struct {
        struct slice name;
        size_t words; /* behind it, at most */
        int (*run)(struct cli *cli);
    } rows[] = {{S_INIT("list"), 0, list},
                {S_INIT("new"), 1, new_lesson},
                {S_INIT("check"), SIZE_MAX - 1, check}};
    struct slice word = cli->words.len ? cli->words.at[0] : S("list");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (!slice_equal(rows[i].name, word))
            continue;
        const struct words_args args = {
            .word = cli->words.len > 1 + rows[i].words ? cli->words.at[1 + rows[i].words] : S("")};
        if (args.word.at && cli->words.len > 1 + rows[i].words)
            return cli_fail(cli, WORDS_CLI_EXTRA, &args, WORDS_CLI_TRY_HELP);
        return rows[i].run(cli);
    }
    const struct words_args args = {.word = word};
    return cli_fail(cli, WORDS_LESSON_WORD, &args, WORDS_CLI_TRY_HELP);
}
