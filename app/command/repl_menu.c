/* Help, numbered lists, and the way out. In: the tables of commands and examples. Out: lines, and
 * for a number what stands beside it. */
#include "app/command/repl_inside.h"

enum { HELP_COLUMN = 24, HOME_COLUMN = 18 };

/* ---- Help */

static void put_row(struct report *report, struct slice name, struct slice words,
                    enum words_id help)
{
    report_line(report, REPORT_TEXT, HELP_COLUMN);
    report_pad(report, 2, 2);
    report_add(report, ROLE_TYPED, name);
    report_add(report, ROLE_PLAIN, words.len ? TEXT(report->arena, S(" "), words) : S(""));
    report_pad(report, HELP_COLUMN, 2);
    report_add(report, ROLE_PLAIN, words_say(report->arena, help, NULL));
}

static void put_letters(struct report *report)
{
    static const struct {
        struct slice letter;
        enum words_id id;
    } rows[] = {
        {S_INIT("E"), WORDS_VIEW_LETTER_E}, {S_INIT("C"), WORDS_VIEW_LETTER_C},
        {S_INIT("R"), WORDS_VIEW_LETTER_R}, {S_INIT("O"), WORDS_VIEW_LETTER_O},
        {S_INIT("S"), WORDS_VIEW_LETTER_S},
    };
    report_title(report, WORDS_VIEW_LETTERS);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        put_row(report, rows[i].letter, S(""), rows[i].id);
}

bool repl_help(struct repl *repl, struct slice rest)
{
    struct report *report = &repl->report;
    bool any = !rest.len;
    if (!rest.len) {
        report_title(report, WORDS_REPL_HELP_LINES);
        put_row(report, S("docker run ..."), S(""), WORDS_REPL_HELP_DOCKER);
        put_row(report, S("CMD ..."), S(""), WORDS_REPL_HELP_INSTRUCTION);
        report_title(report, WORDS_REPL_HELP_COMMANDS);
    }
    for (size_t i = 0; i < repl_commands_len; i++) {
        const struct repl_command *command = &repl_commands[i];
        if (command->help == WORDS_COUNT || (rest.len && !slice_equal_fold(command->name, rest)))
            continue;
        put_row(report, command->name, command->words, command->help);
        any = true;
    }
    if (!rest.len)
        put_letters(report);
    const struct words_args args = {.word = rest};
    return any || repl_fail(repl, WORDS_CLI_COMMAND_UNKNOWN, &args);
}

/* ---- Numbered lists */

static struct slice numbered(struct report *report, size_t number)
{
    struct buffer text = {.arena = report->arena};
    buffer_string(&text, number < 10 ? "  " : " ");
    buffer_number(&text, (int64_t)number);
    buffer_string(&text, "  ");
    return buffer_slice(&text);
}

bool repl_examples(struct repl *repl, struct slice rest)
{
    struct report *report = &repl->report;
    (void)rest;
    for (size_t i = 0; i < examples_len; i++) {
        report_line(report, REPORT_TEXT, 5);
        report_add(report, ROLE_NUMBER, numbered(report, i + 1));
        report_add(report, ROLE_PLAIN, examples[i].title);
    }
    repl_say(repl, WORDS_REPL_CHOOSE, NULL);
    repl->list = LIST_EXAMPLES;
    return true;
}

static bool start(struct repl *repl, struct slice rest)
{
    (void)rest;
    repl_say(repl, WORDS_REPL_TITLE, NULL);
    return true;
}

static bool ask_file(struct repl *repl, struct slice rest)
{
    (void)rest;
    return !repl_ask(repl, WORDS_REPL_FILE, &rest) || !utf8_trim(rest).len ||
           repl_load(repl, arena_copy(&repl->cli->arena, utf8_trim(rest)));
}

static const struct {
    enum words_id name, what;
    bool (*run)(struct repl *repl, struct slice rest);
} home_rows[] = {
    {WORDS_VIEW_PAD, WORDS_VIEW_HOME_PAD, start},
    {WORDS_REPL_COURSE, WORDS_REPL_HOME_COURSE, repl_lesson},
    {WORDS_VIEW_EXAMPLES_PAGE, WORDS_VIEW_HOME_EXAMPLES, repl_examples},
    {WORDS_VIEW_OPEN, WORDS_VIEW_HOME_OPEN, ask_file},
    {WORDS_VIEW_HELP, WORDS_REPL_HELP_HOME_HELP, repl_help},
    {WORDS_REPL_QUIT, WORDS_REPL_HOME_QUIT, repl_quit},
};
enum { HOME_LINES = sizeof home_rows / sizeof *home_rows };

bool repl_home(struct repl *repl, struct slice rest)
{
    struct report *report = &repl->report;
    (void)rest;
    report_line(report, REPORT_TEXT, 0);
    report_add(report, ROLE_TITLE, S("pairing: "));
    report_add(report, ROLE_TITLE, words_say(report->arena, WORDS_VIEW_QUESTION, NULL));
    for (size_t i = 0; i < HOME_LINES; i++) {
        report_line(report, REPORT_TEXT, HOME_COLUMN);
        report_add(report, ROLE_NUMBER, numbered(report, i + 1));
        report_add(report, ROLE_TYPED, words_say(report->arena, home_rows[i].name, NULL));
        report_pad(report, HOME_COLUMN, 2);
        report_add(report, ROLE_PLAIN, words_say(report->arena, home_rows[i].what, NULL));
    }
    repl_say(repl, WORDS_REPL_CHOOSE, NULL);
    repl->list = LIST_HOME;
    return true;
}

bool repl_choose(struct repl *repl, uint32_t number)
{
    enum repl_list list = repl->list;
    struct buffer word = {.arena = repl->report.arena};
    buffer_number(&word, number);
    const struct words_args args = {.word = buffer_slice(&word)};
    if (list == LIST_NONE)
        return repl_fail(repl, WORDS_REPL_NO_LIST, &args);
    if (list == LIST_EXAMPLES)
        return repl_load_example(repl, number);
    if (list == LIST_TRIED)
        return repl_try_again(repl, number);
    if (!number || number > HOME_LINES)
        return repl_fail(repl, WORDS_REPL_NO_ROW, &args);
    return home_rows[number - 1].run(repl, S(""));
}

/* ---- The way out */

/* What is not saved is kept for the next start where that can be; where it cannot, and somebody is
 * there, it is asked. */
bool repl_quit(struct repl *repl, struct slice rest)
{
    struct session *session = repl->session;
    (void)rest;
    repl->leave = true;
    if (!repl->terminal || !session_dirty(session))
        return true;
    session_idle(session);
    if (session->keep && session->has_kept && !session->keep_failed) {
        repl_say(repl, WORDS_REPL_KEPT, NULL);
        return true;
    }
    session_do(session, COMMAND_QUIT);
    session->message[0] = '\0';
    repl->leave = false; /* for the answer */
    repl->leave = session->dialog != PANE_ASK || repl_answer_session(repl);
    return true;
}
