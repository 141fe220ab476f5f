/* `pairing learn [LESSON[/EXERCISE]] [--lessons DIR] [--plan FILE]`. See learn.h.
 *
 * In: lines of a terminal or a pipe. Out: lessons, exercises, verdicts. The exit status is 0; where
 * an exercise was named and lines come from a pipe, 1 when its last answer did not pass. */
#include "app/command/learn.h"

#include "app/command/desks.h"
#include "app/command/look.h"
#include "app/command/open_walk.h"

#include <unistd.h>

enum { WIDTH = 76, HELP_COLUMN = 18 };

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
                {S_INIT("more"), WORDS_LEARN_HELP_MORE},
                {S_INIT("list"), WORDS_LEARN_HELP_LIST},
                {S_INIT("lesson 4"), WORDS_LEARN_HELP_LESSON},
                {S_INIT("search WORD"), WORDS_LEARN_HELP_SEARCH},
                {S_INIT("review"), WORDS_LEARN_HELP_REVIEW},
                {S_INIT("docker run ..."), WORDS_LEARN_HELP_TRY},
                {S_INIT("merge"), WORDS_REPL_HELP_MERGE},
                {S_INIT("explain [RULE]"), WORDS_REPL_HELP_EXPLAIN},
                {S_INIT("grid"), WORDS_REPL_HELP_GRID},
                {S_INIT("tower"), WORDS_REPL_HELP_TOWER},
                {S_INIT("surface"), WORDS_REPL_HELP_SURFACE},
                {S_INIT("notes"), WORDS_REPL_HELP_NOTES},
                {S_INIT("scratch"), WORDS_LEARN_HELP_SCRATCH},
                {S_INIT("home"), WORDS_LEARN_HELP_HOME},
                {S_INIT("quit"), WORDS_LEARN_HELP_QUIT}};
    (void)rest;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        report_line(&learn->report, REPORT_TEXT, HELP_COLUMN);
        report_add(&learn->report, ROLE_PLAIN, S("  "));
        report_add(&learn->report, ROLE_TYPED, rows[i].name);
        report_pad(&learn->report, HELP_COLUMN, 1);
        enum words_id id = rows[i].id;
        if (learn->inside && id == WORDS_LEARN_HELP_SCRATCH)
            id = WORDS_LEARN_HELP_PAD;
        report_add(&learn->report, ROLE_PLAIN, words_say(learn->report.arena, id, NULL));
    }
    learn_say(learn, WORDS_LEARN_HELP_ANSWER, NULL);
}

static void quit(struct learn *learn, struct slice rest)
{
    (void)rest;
    learn->leave = true;
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

/* ---- Answers */

static void go_then(struct learn *learn, enum learn_then then)
{
    if (then == THEN_GO_ON)
        learn_move(learn, 1);
    else if (then == THEN_START_NEXT)
        learn_start_next(learn);
}

static void check(struct learn *learn, struct slice rest)
{
    (void)rest;
    go_then(learn, learn_check(learn));
}

static void show(struct learn *learn, struct slice rest)
{
    (void)rest;
    go_then(learn, learn_show(learn));
}

#define WITHOUT_REST(name)                                                                         \
    static void name##_(struct learn *learn, struct slice rest)                                    \
    {                                                                                              \
        (void)rest;                                                                                \
        learn_##name(learn);                                                                       \
    }
WITHOUT_REST(home)
WITHOUT_REST(list)
WITHOUT_REST(more)
WITHOUT_REST(review)
WITHOUT_REST(where)
WITHOUT_REST(text)
WITHOUT_REST(scratch)
WITHOUT_REST(hint)
WITHOUT_REST(again)
WITHOUT_REST(reset)
#undef WITHOUT_REST

#define LOOK(name, of_line)                                                                        \
    static void name##_(struct learn *learn, struct slice rest)                                    \
    {                                                                                              \
        (void)rest;                                                                                \
        learn_look(learn, look_##name, of_line);                                                   \
    }
LOOK(merge, true)
LOOK(explain, true)
LOOK(grid, false)
LOOK(tower, false)
LOOK(surface, false)
LOOK(notes, true)
#undef LOOK

enum { ANYWHERE, OF_EXERCISE };

static const struct learn_command {
    struct slice name;
    bool has_rest; /* words stand behind it */
    int place;
    void (*run)(struct learn *learn, struct slice rest);
} commands[] = {
    {S_INIT("check"), false, OF_EXERCISE, check},
    {S_INIT("hint"), false, OF_EXERCISE, hint_},
    {S_INIT("again"), false, OF_EXERCISE, again_},
    {S_INIT("show answer"), false, OF_EXERCISE, show},
    {S_INIT("reset"), false, OF_EXERCISE, reset_},
    {S_INIT("text"), false, ANYWHERE, text_},
    {S_INIT("where"), false, ANYWHERE, where_},
    {S_INIT("next"), false, ANYWHERE, next},
    {S_INIT("back"), false, ANYWHERE, back},
    {S_INIT("more"), false, ANYWHERE, more_},
    {S_INIT("list"), false, ANYWHERE, list_},
    {S_INIT("lessons"), false, ANYWHERE, home_},
    {S_INIT("home"), false, ANYWHERE, home_},
    {S_INIT("lesson"), false, ANYWHERE, home_},
    {S_INIT("lesson"), true, ANYWHERE, go},
    {S_INIT("search"), true, ANYWHERE, learn_search},
    {S_INIT("review"), false, ANYWHERE, review_},
    {S_INIT("merge"), false, OF_EXERCISE, merge_},
    {S_INIT("explain"), false, OF_EXERCISE, explain_},
    {S_INIT("explain"), true, ANYWHERE, learn_rule},
    {S_INIT("grid"), false, OF_EXERCISE, grid_},
    {S_INIT("tower"), false, OF_EXERCISE, tower_},
    {S_INIT("surface"), false, OF_EXERCISE, surface_},
    {S_INIT("notes"), false, OF_EXERCISE, notes_},
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

/* What people type for a command. */
static const struct {
    struct slice typed, meant;
} slips[] = {
    {S_INIT("answer"), S_INIT("show answer")},
    {S_INIT("show"), S_INIT("show answer")},
    {S_INIT("solution"), S_INIT("show answer")},
    {S_INIT("skip"), S_INIT("next")},
    {S_INIT("exit"), S_INIT("quit")},
    {S_INIT("q"), S_INIT("quit")},
};

/* Whether an answer in words may be meant: the word stands in the exercise. */
static bool is_of_task(struct learn *learn, struct slice word)
{
    const struct task *task = &learn->walk.sitting.task;
    struct buffer text = {.arena = learn->report.arena};
    buffer_put(&text, task->given);
    for (size_t i = 0; i < task->images.len; i++)
        buffer_put(&text, task->images.at[i].dockerfile);
    for (size_t i = 0; i < task->asks.len; i++)
        buffer_put(&text, TEXT(text.arena, S(" "), task->asks.at[i].text));
    for (size_t from = 0, to; from < text.len; from = to + 1) {
        for (to = from; to < text.len && !strchr(" \n\t\"',[]", text.at[to]);)
            to++;
        if (slice_equal_fold((struct slice){text.at + from, to - from}, word))
            return true;
    }
    return false;
}

/* The command that a line is nearly; where words are said only of those that nobody would say. */
static struct slice meant(struct learn *learn, struct slice line)
{
    struct slice names[sizeof commands / sizeof *commands];
    bool words = learn->walk.at == WALK_EXERCISE && task_is_said(learn->walk.sitting.exercise);
    if (slice_has(line, ' ') || (words && is_of_task(learn, line)))
        return S("");
    for (size_t i = 0; i < sizeof slips / sizeof *slips; i++)
        if (slice_equal_fold(line, slips[i].typed))
            return slips[i].meant;
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        names[i] = commands[i].name;
    return words || line.len < 3 ? S("")
                                 : nearest(line, names, sizeof commands / sizeof *commands, true);
}

/* A word that is nearly a command: said, instead of being taken for an answer. */
static bool is_slip(struct learn *learn, struct slice line)
{
    static const struct slice nods[] = {S_INIT("y"), S_INIT("n"), S_INIT("yes"), S_INIT("no")};
    const struct words_args args = {.other = meant(learn, line)};
    bool predicts =
        learn->walk.at == WALK_EXERCISE && learn->walk.sitting.exercise->kind == EXERCISE_PREDICT;
    for (size_t i = 0; predicts && i < sizeof nods / sizeof *nods; i++)
        if (slice_equal_fold(line, nods[i]) && !is_of_task(learn, line)) {
            learn_say(learn, WORDS_LEARN_HOW_PREDICT, NULL);
            return true;
        }
    if (args.other.len)
        learn_say(learn, WORDS_LEARN_SLIP, &args);
    return args.other.len != 0;
}

/* Enter alone, or what is neither a command nor an answer. */
static void other_line(struct learn *learn, struct slice line)
{
    const struct words_args args = {.word = line};
    if (learn->walk.at == WALK_EXERCISE) {
        go_then(learn, learn_answer(learn, line));
        return;
    }
    if (!line.len && learn->walk.at == WALK_HOME)
        learn_go_on(learn);
    else if (!line.len)
        learn_move(learn, 1);
    else if (slice_starts(line, S("/")))
        learn_search(learn, utf8_trim(slice_after(line, 1)));
    else if (!learn_go_number(learn, line) && !learn_go(learn, line) && !is_slip(learn, line))
        learn_say(learn, WORDS_LEARN_UNKNOWN, &args);
}

static void take_line(struct learn *learn, struct slice line)
{
    struct slice rest;
    const struct learn_command *command = command_of(line, &rest);
    if (!command && learn->walk.at == WALK_EXERCISE && line.len && is_slip(learn, line))
        return;
    if (!command)
        other_line(learn, line);
    else if (command->place == OF_EXERCISE && learn->walk.at != WALK_EXERCISE)
        learn_say(learn, WORDS_LEARN_NOT_HERE, NULL);
    else
        command->run(learn, rest);
}

/* ---- The whole */

static void set_paint(struct learn *learn)
{
    learn->paint = print_paint(learn->cli);
    learn->unwrapped = !learn->paint.columns;
    if (learn->unwrapped)
        learn->paint.columns = WIDTH;
    learn->page = (struct page_view){&learn->report, learn->paint.colours != PAINT_NONE};
    learn->report = (struct report){.arena = &learn->cli->arena, .columns = learn->paint.columns};
}

/* Where the first line is read: what was named, the first start, or home. False: no such place. */
static bool begin(struct learn *learn)
{
    struct slice place = learn->cli->words.len ? learn->cli->words.at[0] : S("");
    if (slice_equal(place, S("start")) && learn->walk.course.start.file)
        learn_start(learn);
    else if (place.len && !learn_go(learn, place))
        return false;
    else if (place.len)
        learn->named = learn->walk.at == WALK_EXERCISE && !learn->terminal;
    else if (walk_is_first(&learn->walk))
        learn_start(learn);
    else
        learn_home(learn);
    return true;
}

void learn_line(struct learn *learn)
{
    struct slice line;
    learn_ask(learn);
    if (learn_read(learn, learn->inside ? "lesson> " : "> ", &line))
        take_line(learn, arena_copy(&learn->cli->arena, line));
}

static int fail_place(struct learn *learn)
{
    const struct words_args args = {.word = learn->cli->words.at[0]};
    return cli_fail(learn->cli, WORDS_LEARN_NO_LESSON, &args, WORDS_COUNT);
}

static int run(struct learn *learn)
{
    const struct line_setup setup = {.program = "pairing", .plain = true};
    int status = 0;
    learn->line = line_open(&setup);
    if (!learn->line)
        return cli_fail(learn->cli, WORDS_CLI_NO_MEMORY, NULL, WORDS_COUNT);
    learn_tell_store(learn->cli, &learn->walk.store);
    if (begin(learn))
        while (!learn->leave)
            learn_line(learn);
    else
        status = fail_place(learn);
    learn_flush(learn);
    if (!status && learn->named && !learn->passed)
        status = 1;
    line_close(learn->line);
    return status;
}

/* ---- Inside of another prompt */

int learn_open(struct learn *learn, struct cli *cli, struct line *line, jmp_buf *guard)
{
    struct walk_setup setup;
    memset(learn, 0, sizeof *learn);
    learn->cli = cli;
    learn->line = line;
    learn->inside = true;
    learn->terminal = isatty(STDIN_FILENO);
    set_paint(learn);
    if (open_walk_read(cli, &setup) != 0)
        return 2;
    enum walk_failure failure = walk_open(&learn->walk, &setup, guard);
    learn_tell_store(cli, &learn->walk.store);
    return failure == WALK_OPENED ? 0 : open_walk_fail(cli, &setup, &learn->walk, failure);
}

void learn_guard(struct learn *learn, jmp_buf *guard)
{
    walk_guard(&learn->walk, guard);
}

void learn_close(struct learn *learn)
{
    walk_close(&learn->walk);
    learn_tell_store(learn->cli, &learn->walk.store);
}

bool learn_enter(struct learn *learn, struct slice place)
{
    learn->to_pad = false;
    if (place.len)
        return learn_go(learn, place);
    if (learn->walk.at == WALK_EXERCISE)
        learn_put_again(learn);
    else if (learn->walk.at != WALK_HOME)
        learn_put_place(learn);
    else if (walk_is_first(&learn->walk) || learn->entered)
        learn_home(learn);
    else
        learn_go_on(learn);
    learn->entered = true;
    return true;
}

const struct slice *learn_command_name(size_t i)
{
    return i < sizeof commands / sizeof *commands ? &commands[i].name : NULL;
}

/* ---- A program of its own */

static int open_walk(struct learn *learn)
{
    struct cli *cli = learn->cli;
    struct walk_setup setup;
    if (open_walk_read(cli, &setup) != 0)
        return 2;
    enum walk_failure failure = walk_open(&learn->walk, &setup, &cli->guard);
    int status =
        failure == WALK_OPENED ? run(learn) : open_walk_fail(cli, &setup, &learn->walk, failure);
    walk_close(&learn->walk);
    learn_tell_store(cli, &learn->walk.store);
    return status;
}

/* On the screen, where there is one. */
static int draw(struct cli *cli)
{
    static struct desks desks;
    desks.cli = cli;
    int status = opened_read_beside(cli, &desks.pad);
    if (!status)
        status = desks_open_course(&desks, cli->words.len ? cli->words.at[0] : S(""));
    if (!status)
        status = desks_show(&desks);
    desks_close(&desks);
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
    int status = desks_can_draw(cli) ? draw(cli) : -1;
    if (status >= 0)
        return status;
    set_paint(&learn);
    return open_walk(&learn);
}
