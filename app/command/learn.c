/* `pairing learn [LESSON[/EXERCISE]] [--lessons DIR]`. See learn.h.
 *
 * In: lines of a terminal or a pipe. Out: lessons, exercises, verdicts. The exit status is 0; where
 * an exercise was named and lines come from a pipe, 1 when its last answer did not pass. */
#include "app/command/learn.h"

#include "app/session/keep.h"

#include <stdlib.h>
#include <time.h>
#include <unistd.h>

enum { WIDTH = 76 };

int64_t learn_now(void)
{
    return (int64_t)time(NULL);
}

/* ---- Saying and reading */

void learn_say(struct learn *learn, enum words_id id, const struct words_args *args)
{
    report_text(&learn->report, ROLE_PLAIN, 0, words_say(learn->report.arena, id, args));
}

void learn_title(struct learn *learn, struct slice text)
{
    report_gap(&learn->report);
    report_line(&learn->report, REPORT_TEXT, 0);
    report_add(&learn->report, ROLE_TITLE, text);
}

void learn_flush(struct learn *learn)
{
    struct report *report = &learn->report;
    if (report->len) {
        report_line(report, REPORT_TEXT, 0);
        learn->leave |= !print_report(learn->cli, report, &learn->paint);
    }
    arena_reset(&learn->cli->arena, 4 * SITTING_TEXT);
    *report = (struct report){.arena = &learn->cli->arena, .columns = learn->paint.columns};
}

bool learn_read(struct learn *learn, const char *prompt, struct slice *text)
{
    learn_flush(learn);
    if (learn->leave)
        return false;
    if (learn->ahead.at) {
        *text = learn->ahead;
        learn->ahead = (struct slice){0};
        return true;
    }
    if (line_read(learn->line, prompt, S(""), text) != LINE_ENTERED) {
        if (learn->terminal)
            cli_write(learn->cli, STDOUT_FILENO, S("\n"));
        learn->leave = true;
        return false;
    }
    if (learn->terminal) {
        line_remember(learn->line, *text);
        learn->leave |= !cli_write(learn->cli, STDOUT_FILENO, S("\n"));
    }
    *text = utf8_trim(*text);
    return true;
}

/* ---- The store */

void learn_tell_store(struct cli *cli, struct store *store)
{
    static const enum words_id ids[] = {
        [STORE_NO_PLACE] = WORDS_STORE_NO_PLACE,   [STORE_UNUSABLE] = WORDS_STORE_UNUSABLE,
        [STORE_READ_ONLY] = WORDS_STORE_READ_ONLY, [STORE_BUSY] = WORDS_STORE_BUSY,
        [STORE_NEWER] = WORDS_STORE_NEWER,         [STORE_SET_ASIDE] = WORDS_STORE_SET_ASIDE,
        [STORE_BROKEN] = WORDS_STORE_BROKEN,       [STORE_NOT_SAVED] = WORDS_STORE_NOT_SAVED,
        [STORE_NO_MEMORY] = WORDS_CLI_NO_MEMORY};
    enum store_trouble trouble = store_trouble(store);
    const struct words_args args = {.file = slice_of(store->path),
                                    .word = slice_of(store->aside),
                                    .other = slice_of(store->why)};
    if (trouble != STORE_FINE)
        cli_fail(cli, ids[trouble], &args, WORDS_COUNT);
}

void learn_open_store(struct cli *cli, struct store *store)
{
    struct keep keep;
    bool placed = keep_open(&keep, getenv("XDG_STATE_HOME"), getenv("HOME")) == 0;
    store_open(store, placed ? keep.directory : NULL);
    learn_tell_store(cli, store);
}

/* ---- Commands */

static void help(struct learn *learn, struct slice rest)
{
    static const struct {
        struct slice name;
        enum words_id id;
    } rows[] = {{S_INIT("check"), WORDS_LEARN_HELP_CHECK},
                {S_INIT("hint"), WORDS_LEARN_HELP_HINT},
                {S_INIT("again"), WORDS_LEARN_HELP_AGAIN},
                {S_INIT("show answer"), WORDS_LEARN_HELP_SHOW},
                {S_INIT("reset"), WORDS_LEARN_HELP_RESET},
                {S_INIT("text"), WORDS_LEARN_HELP_TEXT},
                {S_INIT("where"), WORDS_LEARN_HELP_WHERE},
                {S_INIT("next"), WORDS_LEARN_HELP_NEXT},
                {S_INIT("back"), WORDS_LEARN_HELP_BACK},
                {S_INIT("list"), WORDS_LEARN_HELP_LIST},
                {S_INIT("lesson 4"), WORDS_LEARN_HELP_LESSON},
                {S_INIT("search WORD"), WORDS_LEARN_HELP_SEARCH},
                {S_INIT("review"), WORDS_LEARN_HELP_REVIEW},
                {S_INIT("scratch"), WORDS_LEARN_HELP_SCRATCH},
                {S_INIT("home"), WORDS_LEARN_HELP_HOME},
                {S_INIT("quit"), WORDS_LEARN_HELP_QUIT}};
    (void)rest;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        report_line(&learn->report, REPORT_TEXT, 16);
        report_add(&learn->report, ROLE_PLAIN, S("  "));
        report_add(&learn->report, ROLE_TYPED, rows[i].name);
        report_pad(&learn->report, 16, 1);
        report_add(&learn->report, ROLE_PLAIN, words_say(learn->report.arena, rows[i].id, NULL));
    }
    learn_say(learn, WORDS_LEARN_HELP_ANSWER, NULL);
}

static void quit(struct learn *learn, struct slice rest)
{
    (void)rest;
    learn->leave = true;
}

static void text(struct learn *learn, struct slice rest)
{
    (void)rest;
    enum learn_at at = learn->at;
    struct course_lesson *lesson = course_lesson(&learn->course, learn->place);
    if (at == LEARN_HOME || !lesson->file) {
        learn_say(learn, WORDS_LEARN_NOT_HERE, NULL);
        return;
    }
    learn_title(learn, lesson->outline.title);
    report_gap(&learn->report);
    page_prose(&learn->page, &course_read(&learn->course, lesson)->prose, 0);
}

static void go(struct learn *learn, struct slice rest)
{
    const struct words_args args = {.word = rest};
    if (!learn_go(learn, rest))
        learn_say(learn, WORDS_LEARN_NO_LESSON, &args);
}

static void next(struct learn *learn, struct slice rest)
{
    (void)rest;
    learn_move(learn, 1);
}

static void back(struct learn *learn, struct slice rest)
{
    (void)rest;
    learn_move(learn, -1);
}

#define WITHOUT_REST(name)                                                                         \
    static void name##_(struct learn *learn, struct slice rest)                                    \
    {                                                                                              \
        (void)rest;                                                                                \
        learn_##name(learn);                                                                       \
    }
WITHOUT_REST(home)
WITHOUT_REST(list)
WITHOUT_REST(review)
WITHOUT_REST(where)
WITHOUT_REST(scratch)
WITHOUT_REST(check)
WITHOUT_REST(hint)
WITHOUT_REST(again)
WITHOUT_REST(show)
WITHOUT_REST(reset)
#undef WITHOUT_REST

enum { ANYWHERE, OF_EXERCISE };

static const struct learn_command {
    struct slice name;
    bool has_rest; /* words stand behind it */
    int place;
    void (*run)(struct learn *learn, struct slice rest);
} commands[] = {
    {S_INIT("check"), false, OF_EXERCISE, check_},
    {S_INIT("hint"), false, OF_EXERCISE, hint_},
    {S_INIT("again"), false, OF_EXERCISE, again_},
    {S_INIT("show answer"), false, OF_EXERCISE, show_},
    {S_INIT("reset"), false, OF_EXERCISE, reset_},
    {S_INIT("text"), false, ANYWHERE, text},
    {S_INIT("where"), false, ANYWHERE, where_},
    {S_INIT("next"), false, ANYWHERE, next},
    {S_INIT("back"), false, ANYWHERE, back},
    {S_INIT("list"), false, ANYWHERE, list_},
    {S_INIT("lessons"), false, ANYWHERE, home_},
    {S_INIT("home"), false, ANYWHERE, home_},
    {S_INIT("lesson"), true, ANYWHERE, go},
    {S_INIT("search"), true, ANYWHERE, learn_search},
    {S_INIT("review"), false, ANYWHERE, review_},
    {S_INIT("scratch"), false, ANYWHERE, scratch_},
    {S_INIT("help"), false, ANYWHERE, help},
    {S_INIT("?"), false, ANYWHERE, help},
    {S_INIT("quit"), false, ANYWHERE, quit},
};

/* The command that a line is, and what stands behind its name. */
static const struct learn_command *command_of(struct slice line, struct slice *rest)
{
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
        const struct learn_command *command = &commands[i];
        *rest = S("");
        if (!command->has_rest && slice_equal_fold(line, command->name))
            return command;
        bool begins = line.len > command->name.len && line.at[command->name.len] == ' ' &&
                      slice_equal_fold(slice_first(line, command->name.len), command->name);
        *rest = begins ? utf8_trim(slice_after(line, command->name.len)) : S("");
        if (command->has_rest && begins)
            return command;
    }
    return NULL;
}

/* A word that is nearly a command: said, instead of being taken for an answer. */
static bool is_slip(struct learn *learn, struct slice line)
{
    struct slice names[sizeof commands / sizeof *commands];
    bool words = learn->at == LEARN_EXERCISE && task_is_said(learn->sitting.exercise);
    if (words || slice_has(line, ' ') || line.len < 3)
        return false;
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        names[i] = commands[i].name;
    const struct words_args args = {
        .other = nearest(line, names, sizeof commands / sizeof *commands, true)};
    if (args.other.len)
        learn_say(learn, WORDS_LEARN_SLIP, &args);
    return args.other.len != 0;
}

/* Enter alone, or what is neither a command nor an answer. */
static void other_line(struct learn *learn, struct slice line)
{
    const struct words_args args = {.word = line};
    if (learn->at == LEARN_EXERCISE) {
        learn_answer(learn, line);
        return;
    }
    if (!line.len && learn->at == LEARN_HOME)
        learn_go_on(learn);
    else if (!line.len)
        learn_move(learn, 1);
    else if (slice_starts(line, S("/")))
        learn_search(learn, utf8_trim(slice_after(line, 1)));
    else if (!learn_go(learn, line) && !is_slip(learn, line))
        learn_say(learn, WORDS_LEARN_UNKNOWN, &args);
}

static void take_line(struct learn *learn, struct slice line)
{
    struct slice rest;
    const struct learn_command *command = command_of(line, &rest);
    if (!command && learn->at == LEARN_EXERCISE && line.len && is_slip(learn, line))
        return;
    if (!command)
        other_line(learn, line);
    else if (command->place == OF_EXERCISE && learn->at != LEARN_EXERCISE)
        learn_say(learn, WORDS_LEARN_NOT_HERE, NULL);
    else
        command->run(learn, rest);
}

/* ---- The whole */

static void set_paint(struct learn *learn)
{
    learn->paint = print_paint(learn->cli);
    if (!learn->paint.columns)
        learn->paint.columns = WIDTH;
    learn->page = (struct page_view){&learn->report, learn->paint.colours != PAINT_NONE};
    learn->report = (struct report){.arena = &learn->cli->arena, .columns = learn->paint.columns};
}

/* Where the first line is read: what was named, the first start, or home. False: no such place. */
static bool begin(struct learn *learn)
{
    struct slice place = learn->cli->words.len ? learn->cli->words.at[0] : S("");
    if (slice_equal(place, S("start")) && learn->course.start.file)
        learn_start(learn);
    else if (place.len && !learn_go(learn, place))
        return false;
    else if (place.len)
        learn->named = learn->at == LEARN_EXERCISE && !learn->terminal;
    else if (learn_is_first(learn))
        learn_start(learn);
    else
        learn_home(learn);
    return true;
}

static void read_lines(struct learn *learn)
{
    struct slice line;
    while (!learn->leave) {
        learn_ask(learn);
        if (!learn_read(learn, "> ", &line))
            break;
        take_line(learn, arena_copy(&learn->cli->arena, line));
    }
    learn_flush(learn);
}

static int fail_place(struct learn *learn)
{
    const struct words_args args = {.word = learn->cli->words.at[0]};
    return cli_fail(learn->cli, WORDS_LEARN_NO_LESSON, &args, WORDS_COUNT);
}

static int run(struct learn *learn)
{
    struct cli *cli = learn->cli;
    const struct line_setup setup = {.program = "pairing", .plain = true};
    if (!course_open(&cli->held, &learn->scratch, cli_value(cli, CLI_LESSONS), &learn->course)) {
        const struct words_args args = {.file = cli_value(cli, CLI_LESSONS)};
        return cli_fail(cli, WORDS_CLI_FILE_UNREADABLE, &args, WORDS_COUNT);
    }
    learn->line = line_open(&setup);
    if (!learn->line)
        return cli_fail(cli, WORDS_CLI_NO_MEMORY, NULL, WORDS_COUNT);
    learn_open_store(cli, &learn->store);
    learn->sitting.learner = store_learner(&learn->store, &cli->held);
    int status = 0;
    if (begin(learn))
        read_lines(learn);
    else
        status = fail_place(learn);
    if (!status && learn->named && !learn->passed)
        status = 1;
    line_close(learn->line);
    return status;
}

int learn_run(struct cli *cli)
{
    static struct learn learn;
    learn.cli = cli;
    learn.terminal = isatty(STDIN_FILENO);
    if (cli->words.len > 1) {
        const struct words_args args = {.word = cli->words.at[1]};
        return cli_fail(cli, WORDS_CLI_EXTRA, &args, WORDS_CLI_TRY_HELP);
    }
    arena_init(&learn.tasks, cli->held.memory);
    arena_init(&learn.scratch, cli->held.memory);
    learn.tasks.guard = learn.scratch.guard = &cli->guard;
    learn.sitting.course = &learn.course;
    learn.sitting.store = &learn.store;
    learn.sitting.arena = &learn.tasks;
    set_paint(&learn);
    int status = run(&learn);
    store_close(&learn.store);
    learn_tell_store(cli, &learn.store);
    arena_free(&learn.tasks);
    arena_free(&learn.scratch);
    return status;
}
