/* `pairing repl`: reads lines, one after the other, and prints what each gives. See repl.h.
 *
 * In: a terminal or a pipe. Out: plain lines. A line goes on in the next one as it does in a shell
 * and in a Dockerfile: behind a backslash, and up to the end of a heredoc. */
#include "app/command/repl_inside.h"

#include "app/ground/charset.h"
#include "app/ground/signals.h"

#include <stdlib.h>
#include <unistd.h>

#define HISTORY "lines"
enum { HISTORY_BYTES = 256 << 10, HISTORY_LINE = 8 << 10 };

/* ---- Saying */

void repl_say(struct repl *repl, enum words_id id, const struct words_args *args)
{
    report_text(&repl->report, ROLE_PLAIN, 0, words_say(repl->report.arena, id, args));
}

bool repl_fail(struct repl *repl, enum words_id id, const struct words_args *args)
{
    repl_say(repl, id, args);
    return false;
}

void repl_message(struct repl *repl)
{
    if (repl->session->message[0])
        report_text(&repl->report, ROLE_PLAIN, 0,
                    arena_copy(repl->report.arena, slice_of(repl->session->message)));
    repl->session->message[0] = '\0';
}

void repl_look(struct repl *repl)
{
    session_guard(repl->session, &repl->guard);
}

static void begin_report(struct repl *repl)
{
    repl->report = (struct report){.arena = &repl->cli->arena, .columns = repl->paint.columns};
}

/* Behind several lines an empty one stands, so that answers stay apart. */
void repl_flush(struct repl *repl)
{
    struct report *report = &repl->report;
    bool rests = !report->len || print_report(repl->cli, report, &repl->paint);
    if (rests && report->len > 1)
        rests = cli_write(repl->cli, STDOUT_FILENO, S("\n"));
    repl->leave |= !rests;
    repl->refused |= !rests;
    begin_report(repl);
}

/* ---- Reading */

static bool read_line(struct repl *repl, const char *prompt, struct slice *text)
{
    if (repl->ahead.at) {
        *text = repl->ahead;
        repl->ahead = (struct slice){0};
    } else if (line_read(repl->line, prompt, S(""), text) != LINE_ENTERED) {
        if (repl->terminal)
            repl->leave |= !cli_write(repl->cli, STDOUT_FILENO, S("\n"));
        return false;
    }
    if (slice_ends(*text, S("\r")))
        text->len--;
    return true;
}

bool repl_ask(struct repl *repl, enum words_id prompt, struct slice *text)
{
    struct arena *arena = &repl->cli->arena;
    struct slice shown =
        TEXT(arena, words_say(arena, prompt, NULL), S("> "), (struct slice){"", 1});
    repl_flush(repl);
    return !repl->leave && read_line(repl, shown.at, text);
}

/* Whether an answer begins the word, in any case: y, ye, yes. */
static bool begins(struct repl *repl, struct slice answer, enum words_id id)
{
    struct slice word = words_say(&repl->cli->arena, id, NULL);
    return answer.len && slice_equal_fold(slice_first(word, answer.len), answer);
}

bool repl_confirm(struct repl *repl, struct slice question)
{
    struct slice text;
    report_text(&repl->report, ROLE_PLAIN, 0, arena_copy(repl->report.arena, question));
    while (repl_ask(repl, WORDS_REPL_YES_OR_NO, &text)) {
        struct slice answer = utf8_trim(text);
        if (begins(repl, answer, WORDS_REPL_YES))
            return true;
        if (begins(repl, answer, WORDS_REPL_NO))
            return false;
        if (!repl->terminal) {
            repl->ahead = text;
            break;
        }
        report_text(&repl->report, ROLE_PLAIN, 0, arena_copy(repl->report.arena, question));
    }
    if (repl->terminal)
        return false;
    repl->refused = true;
    return repl_fail(repl, WORDS_REPL_NOT_ANSWERED, NULL);
}

bool repl_answer_session(struct repl *repl)
{
    bool granted = true;
    while (granted && repl->session->dialog == PANE_ASK) {
        granted = repl_confirm(repl, slice_of(repl->session->prompt));
        session_do(repl->session, granted ? COMMAND_YES : COMMAND_NO);
    }
    session_effect(repl->session);
    return granted;
}

/* ---- Lines that go on */

static bool ends_open(struct slice line, char escape)
{
    size_t slashes = 0;
    while (slashes < line.len && line.at[line.len - 1 - slashes] == escape)
        slashes++;
    return slashes % 2 == 1;
}

/* Whether an instruction has a heredoc that has not ended: BuildKit's reader says so. */
static bool heredoc_is_open(struct arena *arena, struct slice text)
{
    struct text file = {SOURCE_DOCKERFILE, S(""), TEXT(arena, S("FROM scratch\n"), text)};
    const struct question question = {.dockerfile = &file, .bases = &known_bases};
    struct answer *answer = arena_new(arena, struct answer);
    simulate(arena, &question, answer);
    return slice_starts(answer->failure.message, S("unterminated heredoc"));
}

/* Whether a line is a name behind << in the instruction, so that it may end a heredoc. */
static bool may_end_heredoc(struct slice instruction, struct slice line)
{
    while (slice_starts(line, S("\t")))
        line = slice_after(line, 1);
    for (size_t i = 0; line.len && i + 2 < instruction.len; i++) {
        if (instruction.at[i] != '<' || instruction.at[i + 1] != '<')
            continue;
        struct slice name = slice_after(instruction, i + 2);
        while (name.len && strchr("-'\"", *name.at))
            name = slice_after(name, 1);
        if (slice_starts(name, line))
            return true;
    }
    return false;
}

static void read_heredoc(struct repl *repl, struct buffer *whole)
{
    struct arena *arena = whole->arena;
    struct slice text, instruction = arena_copy(arena, buffer_slice(whole));
    bool open = heredoc_is_open(arena, instruction);
    while (open && read_line(repl, "> ", &text)) {
        buffer_byte(whole, '\n');
        buffer_put(whole, text);
        if (may_end_heredoc(instruction, text))
            open = heredoc_is_open(arena, buffer_slice(whole));
    }
}

/* Reads a line with what it goes on in. */
static bool read_whole(struct repl *repl, struct slice *line)
{
    struct buffer whole = {.arena = &repl->cli->arena};
    struct slice text, rest, escape = S("\\");
    if (!read_line(repl, "pairing> ", &text))
        return false;
    text = utf8_trim_left(text);
    enum keyword keyword = keyword_of(repl_word(text, &rest));
    if (keyword != KEYWORD_UNKNOWN)
        directive_find(editor_text(&repl->session->editor), S("escape"), &escape);
    bool goes_on = keyword != KEYWORD_UNKNOWN || repl_is_docker(text);
    buffer_put(&whole, text);
    while (goes_on && ends_open(text, escape.len ? *escape.at : '\\') &&
           read_line(repl, "> ", &text)) {
        buffer_byte(&whole, '\n');
        buffer_put(&whole, text);
    }
    if (keyword == KEYWORD_RUN || keyword == KEYWORD_COPY || keyword == KEYWORD_ADD)
        read_heredoc(repl, &whole);
    *line = buffer_slice(&whole);
    return true;
}

/* ---- History */

static void remember(struct repl *repl, struct slice line)
{
    struct keep *keep = repl->session->keep;
    struct slice flat = utf8_trim_right(words_flat(&repl->cli->arena, line));
    if (!repl->terminal || !flat.len || flat.len > HISTORY_LINE || *flat.at == ' ')
        return;
    line_remember(repl->line, flat);
    if (keep)
        keep_add(keep, HISTORY, flat, HISTORY_BYTES);
}

static void open_history(struct repl *repl)
{
    const struct tried_list *tried = &repl->session->tried;
    struct keep *keep = repl->session->keep;
    struct slice text;
    char *bytes;
    size_t len, at = 0;
    for (size_t i = 0; i < tried->len; i++)
        if (!strchr(tried->at[i].line, '\n'))
            line_remember(repl->line, slice_of(tried->at[i].line));
    if (!keep || keep_read(keep, HISTORY, HISTORY_BYTES, &bytes, &len) != 0)
        return;
    while (keep_next(bytes, len, &at, &text))
        line_remember(repl->line, text);
    free(bytes);
}

/* ---- From beginning to end */

/* Memory ran out, or the line would need more than is allowed: said, and the next one is read. */
static void say_stopped(struct repl *repl)
{
    struct arena *arena = &repl->cli->arena;
    struct slice why = slice_of(arena->why);
    bool too_large = arena->stopped == ARENA_TOO_LARGE;
    if (repl->in_course)
        repl_course_close(repl); /* it may have been stopped in the middle of something */
    arena_reset(arena, 0);
    arena->guard = &repl->cli->guard;
    begin_report(repl);
    const struct words_args args = {.other = why};
    repl_say(repl, too_large ? WORDS_CLI_TOO_LARGE : WORDS_CLI_NO_MEMORY, &args);
    repl_flush(repl);
    repl->refused = true;
}

/* Whether there is a next line; it is carried out. */
static bool next_line(struct repl *repl)
{
    struct arena *arena = &repl->cli->arena;
    struct slice line;
    arena_reset(arena, repl->session->editor.lines.len + LINE_MAX_BYTES);
    arena->guard = &repl->guard;
    begin_report(repl);
    if (setjmp(repl->guard) != 0) {
        session_guard(repl->session, NULL);
        say_stopped(repl);
        return !repl->leave;
    }
    if (repl->in_course) {
        repl_course_line(repl);
        repl_flush(repl);
        session_idle(repl->session);
        return !repl->leave;
    }
    if (!read_whole(repl, &line)) {
        repl_quit(repl, S(""));
        repl_flush(repl);
        return false;
    }
    repl->paint.columns = print_paint(repl->cli).columns; /* it may have become another size */
    begin_report(repl);
    remember(repl, line);
    repl->refused |= !repl_line(repl, line);
    session_guard(repl->session, NULL);
    repl_flush(repl);
    session_idle(repl->session);
    return !repl->leave;
}

/* What is said at the start, and the answer to a line that was given with the call. */
static void begin(struct repl *repl, bool home)
{
    struct arena *arena = &repl->cli->arena;
    struct slice line = {repl->session->line, repl->session->line_len};
    arena->guard = &repl->guard;
    begin_report(repl);
    if (setjmp(repl->guard) != 0) {
        say_stopped(repl);
        return;
    }
    if (home)
        repl_home(repl, S(""));
    else if (repl->terminal)
        repl_say(repl, WORDS_REPL_TITLE, NULL);
    if (repl->terminal || repl->refused)
        repl_message(repl);
    repl->session->message[0] = '\0';
    if (line.len && !home)
        repl->refused |= !repl_docker(repl, arena_copy(arena, line));
    session_guard(repl->session, NULL);
    repl_flush(repl);
}

static bool term_is_dumb(void)
{
    struct slice term = slice_of(getenv("TERM"));
    return !term.len || slice_equal(term, S("dumb"));
}

bool repl_is_wanted(const struct cli *cli)
{
    return cli_has(cli, CLI_PLAIN) || term_is_dumb();
}

int repl_read_lines(struct cli *cli, struct opened *opened, bool home)
{
    struct repl *repl = arena_new(&cli->held, struct repl);
    const struct line_setup setup = {.program = "pairing",
                                     .plain = true,
                                     .cooked = term_is_dumb() || !isatty(STDOUT_FILENO),
                                     .context = repl,
                                     .complete = repl_complete};
    *repl = (struct repl){.cli = cli,
                          .session = &opened->session,
                          .paint = print_paint(cli),
                          .terminal = isatty(STDIN_FILENO)};
    if (cli->stdin_taken)
        return cli_fail(cli, WORDS_CLI_STDIN_TWICE, NULL, WORDS_COUNT);
    if (!cli_has(cli, CLI_COLOR) || slice_equal(cli_value(cli, CLI_COLOR), S("auto")))
        repl->paint.colours = PAINT_NONE;
    charset_is_utf8();
    if (!opened->has_session)
        repl->refused = opened_open(opened, repl->terminal) != 0;
    repl->line = line_open(&setup);
    if (!repl->line)
        return cli_fail(cli, WORDS_CLI_NO_MEMORY, NULL, WORDS_COUNT);
    open_history(repl);
    begin(repl, home);
    while (!repl->leave && next_line(repl))
        ;
    cli->arena.guard = &cli->guard;
    repl_course_close(repl);
    line_close(repl->line);
    return repl->terminal ? 0 : repl->refused ? 2 : repl->status;
}

int repl_run(struct cli *cli)
{
    static struct opened opened;
    int status = opened_read(cli, &opened);
    if (!status)
        status = repl_read_lines(cli, &opened, false);
    opened_close(&opened);
    return status;
}
