/* `pairing progress [export [FILE] | import FILE | reset [EXERCISE|all] | undo]`.
 *
 * In: the store. Out: a table of lessons and what was believed; or a file; or a change of the
 * store, in one line. Resetting all asks, where somebody is there to be asked. */
#include "app/command/learn.h"

#include "app/course/exchange.h"
#include "app/course/met.h"
#include "app/session/keep.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

struct progress {
    struct cli *cli;
    struct store store;
    struct slice word; /* behind export, import, reset */
    struct report report;
};

static int say(struct progress *progress, enum words_id id, const struct words_args *args)
{
    struct slice text = words_say(&progress->cli->arena, id, args);
    return cli_write(progress->cli, STDOUT_FILENO, TEXT(&progress->cli->arena, text, S("\n"))) ? 0
                                                                                               : 2;
}

static int fail_change(struct progress *progress)
{
    const struct words_args args = {.other = slice_of(progress->store.why)};
    cli_fail(progress->cli, WORDS_PROGRESS_FAILED, &args, WORDS_COUNT);
    return 2;
}

/* ---- The table */

static void put_cell(struct progress *progress, unsigned column, struct slice text)
{
    report_pad(&progress->report, column, 1);
    report_add(&progress->report, ROLE_PLAIN, text);
}

struct states {
    size_t of[RECORD_HELD + 1], total, due;
};

static void put_lesson(struct progress *progress, const struct course_lesson *lesson,
                       const struct names *index, const struct records *records, struct states *all)
{
    struct states states = {.total = lesson->outline.len};
    int64_t now = learn_now();
    for (size_t i = 0; i < lesson->outline.len; i++) {
        uint32_t at = names_get(index, lesson->outline.at[i].id);
        enum record_state state = at == NAMES_NONE ? RECORD_NEW : records->at[at].state;
        states.of[state]++;
        states.due += at != NAMES_NONE && record_is_due(&records->at[at], now);
    }
    report_line(&progress->report, REPORT_TEXT, 0);
    report_add(&progress->report, ROLE_PLAIN, lesson->outline.title);
    for (unsigned state = RECORD_NEW; state <= RECORD_HELD; state++) {
        struct slice number =
            states.of[state] ? words_digits(progress->report.arena, states.of[state]) : S("-");
        put_cell(progress, 40 + 8 * state, number);
        all->of[state] += states.of[state];
    }
    all->total += states.total;
    all->due += states.due;
}

/* How often each belief was met, and the sentence that cures it. */
static void put_beliefs(struct progress *progress)
{
    struct deeds events = {0};
    struct met met[BELIEF_COUNT];
    struct arena *arena = progress->report.arena;
    store_deeds(&progress->store, arena, &events);
    size_t len = beliefs_counted(&events, met);
    if (!len)
        return;
    report_title(&progress->report, WORDS_PROGRESS_BELIEFS);
    for (size_t i = 0; i < len; i++) {
        const struct words_args args = {.number = (uint32_t)met[i].times};
        report_line(&progress->report, REPORT_TEXT, 2);
        put_cell(progress, 2, belief_name(met[i].belief));
        put_cell(progress, 28, words_say(arena, WORDS_PROGRESS_ROW, &args));
        report_text(&progress->report, ROLE_FAINT, 4, words_of_belief(arena, met[i].belief));
    }
}

static void put_heads(struct progress *progress)
{
    report_line(&progress->report, REPORT_TEXT, 0);
    for (unsigned state = RECORD_NEW; state <= RECORD_HELD; state++) {
        report_pad(&progress->report, 40 + 8 * state, 1);
        report_add(&progress->report, ROLE_LABEL, record_state_name((enum record_state)state));
    }
}

static int show(struct progress *progress)
{
    struct cli *cli = progress->cli;
    struct course course;
    struct records records = {0};
    struct names index = {0};
    struct states all = {.total = 0};
    const struct paint paint = print_paint(cli);
    course_open(&cli->held, &cli->arena, cli_value(cli, CLI_LESSONS), &course);
    progress->report = (struct report){.arena = &cli->held, .columns = paint.columns};
    store_records(&progress->store, &cli->held, &records);
    for (size_t i = 0; i < records.len; i++)
        names_set(&cli->held, &index, records.at[i].exercise, (uint32_t)i);
    if (!records.len)
        return say(progress, WORDS_PROGRESS_NONE, NULL);
    put_heads(progress);
    for (size_t i = 0; i < course.len; i++)
        put_lesson(progress, &course.at[i], &index, &records, &all);
    const struct words_args args = {
        .word = words_digits(&cli->held, (all.of[RECORD_SOLVED] + all.of[RECORD_HELD])),
        .other = words_digits(&cli->held, all.total),
        .file = words_digits(&cli->held, all.of[RECORD_HELD]),
        .number = (uint32_t)all.due};
    report_gap(&progress->report);
    report_text(&progress->report, ROLE_PLAIN, 0,
                words_say(&cli->held, WORDS_PROGRESS_TITLE, &args));
    if (all.due)
        report_text(&progress->report, ROLE_PLAIN, 0,
                    words_say(&cli->held, WORDS_PROGRESS_DUE, &args));
    put_beliefs(progress);
    return print_report(cli, &progress->report, &paint) ? 0 : 2;
}

/* ---- Files */

static int export(struct progress *progress)
{
    struct cli *cli = progress->cli;
    struct deeds events = {0};
    struct buffer out = {.arena = &cli->held};
    store_deeds(&progress->store, &cli->held, &events);
    for (size_t i = 0; i < events.len; i++)
        cli->held.ceiling += 1024 + 8 * events.at[i].answer.len;
    exchange_put(&out, store_learner(&progress->store, &cli->held), &events);
    struct slice file = progress->word;
    if (!file.len || slice_equal(file, S("-")))
        return cli_write(cli, STDOUT_FILENO, buffer_slice(&out)) ? 0 : 2;
    int error = file_replace(arena_copy(&cli->held, file).at, NULL, buffer_slice(&out), 0666, NULL);
    const struct words_args args = {.file = file,
                                    .word = words_digits(&cli->held, events.len),
                                    .other = slice_of(strerror(error))};
    if (error)
        return cli_fail(cli, WORDS_CLI_WRITE_FAILED, &args, WORDS_COUNT);
    return say(progress, WORDS_PROGRESS_EXPORTED, &args);
}

static int take_in(struct progress *progress, struct json_reader *reader, struct slice bytes)
{
    struct cli *cli = progress->cli;
    struct deeds events = {0};
    struct json_problem problem;
    struct slice learner = S("");
    cli->held.ceiling += 64 * bytes.len;
    if (!exchange_read(reader, &cli->held, bytes, &learner, &events, &problem)) {
        const struct words_args args = {.file = progress->word,
                                        .other = words_say(&cli->held, problem.id, &problem.args)};
        return cli_fail(cli, WORDS_PROGRESS_BAD, &args, WORDS_COUNT);
    }
    struct records before = {0};
    store_records(&progress->store, &cli->held, &before);
    int64_t n = store_import(&progress->store, &events);
    if (n < 0)
        return fail_change(progress);
    /* on a new machine the variants stay those of the old one */
    if (!before.len && learner.len && learner.len <= 64)
        store_set(&progress->store, S("learner"), learner);
    const struct words_args args = {.number = (uint32_t)n};
    return say(progress, n ? WORDS_PROGRESS_IMPORTED : WORDS_PROGRESS_NO_IMPORT, &args);
}

static int import(struct progress *progress)
{
    struct json_reader reader;
    struct slice bytes;
    const struct words_args args = {.word = S("import")};
    if (!progress->word.len)
        return cli_fail(progress->cli, WORDS_CLI_OPTION_VALUE, &args, WORDS_CLI_TRY_HELP);
    int status = cli_read(progress->cli, progress->word, &bytes);
    if (status)
        return status;
    if (!json_reader_init(&reader, progress->cli->held.memory))
        return cli_fail(progress->cli, WORDS_CLI_NO_MEMORY, NULL, WORDS_COUNT);
    status = take_in(progress, &reader, bytes);
    json_reader_free(&reader);
    return status;
}

/* ---- Reset and its undo */

/* Asked on a terminal; elsewhere who says `all` means it. */
static bool confirmed(struct progress *progress)
{
    const struct line_setup setup = {.program = "pairing", .plain = true};
    struct slice answer = S("");
    if (!isatty(STDIN_FILENO))
        return true;
    say(progress, WORDS_PROGRESS_SURE, NULL);
    struct line *line = line_open(&setup);
    bool yes = line && line_read(line, "> ", S(""), &answer) == LINE_ENTERED &&
               (slice_equal_fold(answer, S("yes")) || slice_equal_fold(answer, S("y")));
    line_close(line);
    return yes;
}

static int reset(struct progress *progress)
{
    struct course course;
    struct course_place place;
    struct cli *cli = progress->cli;
    struct slice id = progress->word;
    if (!id.len || slice_equal(id, S("all"))) {
        if (!confirmed(progress))
            return say(progress, WORDS_PROGRESS_KEPT, NULL);
        id = S("");
    } else {
        course_open(&cli->held, &cli->arena, cli_value(cli, CLI_LESSONS), &course);
        const struct words_args args = {.word = id};
        if (!course_place(&course, id, &place) || place.exercise == SIZE_MAX)
            return cli_fail(cli, WORDS_LEARN_NO_LESSON, &args, WORDS_COUNT);
        id = course_lesson(&course, place)->outline.at[place.exercise].id;
    }
    int64_t n = store_reset(&progress->store, id);
    if (n < 0)
        return fail_change(progress);
    if (!id.len)
        store_set(&progress->store, S("start"), S(""));
    const struct words_args args = {.number = (uint32_t)n};
    return say(progress, n ? WORDS_PROGRESS_RESET : WORDS_PROGRESS_NO_RESET, &args);
}

static int undo(struct progress *progress)
{
    int64_t n = store_undo(&progress->store);
    if (n < 0)
        return fail_change(progress);
    const struct words_args args = {.number = (uint32_t)n};
    return say(progress, n ? WORDS_PROGRESS_UNDONE : WORDS_PROGRESS_NO_UNDO, &args);
}

int progress_run(struct cli *cli)
{
    static const struct {
        struct slice name;
        size_t words;
        int (*run)(struct progress *progress);
    } rows[] = {{S_INIT(""), 0, show},
                {S_INIT("export"), 1, export},
                {S_INIT("import"), 1, import},
                {S_INIT("reset"), 1, reset},
                {S_INIT("undo"), 0, undo}};
    static struct progress progress;
    struct slice word = cli->words.len ? cli->words.at[0] : S("");
    progress.cli = cli;
    progress.word = cli->words.len > 1 ? cli->words.at[1] : S("");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (!slice_equal(rows[i].name, word))
            continue;
        if (cli->words.len > 1 + rows[i].words) {
            const struct words_args args = {.word = cli->words.at[1 + rows[i].words]};
            return cli_fail(cli, WORDS_CLI_EXTRA, &args, WORDS_CLI_TRY_HELP);
        }
        learn_open_store(cli, &progress.store);
        int status = rows[i].run(&progress);
        store_close(&progress.store);
        return status;
    }
    const struct words_args args = {.word = word};
    return cli_fail(cli, WORDS_PROGRESS_WORD, &args, WORDS_CLI_TRY_HELP);
}
