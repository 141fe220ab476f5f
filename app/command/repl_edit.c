/* Instructions edit the image. In: a line of a Dockerfile, or what to take back. Out: another text,
 * and which of its lines changed.
 *
 * Within a stage the last ENTRYPOINT and the last CMD count, so that a new one takes the place of
 * that one; every other instruction adds to those before it and is put at the end of the stage that
 * is built. A first FROM goes in front of what was typed without one. */
#include "app/command/repl_inside.h"

enum { CHANGES_TOLD = 10 };

static struct slice text_of(struct repl *repl)
{
    return arena_copy(&repl->cli->arena, editor_text(&repl->session->editor));
}

/* ---- What changed */

/* The lines of a text that another one does not have: what is left between equal starts and ends.
 */
struct middle {
    struct slice text; /* whole lines */
    uint32_t line;     /* its first, from 1 */
    uint32_t count;
};

static uint32_t count_lines(struct slice text)
{
    uint32_t lines = 0;
    struct slice line;
    for (; text.len; lines++)
        slice_cut(text, '\n', &line, &text);
    return lines;
}

static void find_middles(struct slice before, struct slice after, struct middle *gone,
                         struct middle *come)
{
    size_t shorter = before.len < after.len ? before.len : after.len, head = 0, tail = 0;
    while (head < shorter && before.at[head] == after.at[head])
        head++;
    while (head && before.at[head - 1] != '\n')
        head--;
    while (tail < shorter - head &&
           before.at[before.len - 1 - tail] == after.at[after.len - 1 - tail])
        tail++;
    /* Back to where lines begin in both. */
    while (tail && ((tail < before.len && before.at[before.len - 1 - tail] != '\n') ||
                    (tail < after.len && after.at[after.len - 1 - tail] != '\n')))
        tail--;
    gone->text = (struct slice){before.at + head, before.len - head - tail};
    come->text = (struct slice){after.at + head, after.len - head - tail};
    gone->line = come->line = count_lines(slice_first(after, head)) + 1;
    gone->count = count_lines(gone->text);
    come->count = count_lines(come->text);
}

/* A line of the Dockerfile as it is shown: TABs as blanks, a CR at its end not at all. */
static struct slice shown(struct repl *repl, struct slice line)
{
    struct buffer out = {.arena = repl->report.arena};
    if (slice_ends(line, S("\r")))
        line.len--;
    if (!slice_has(line, '\t'))
        return line;
    for (size_t i = 0; i < line.len; i++)
        buffer_put(&out, line.at[i] == '\t' ? S("    ") : (struct slice){line.at + i, 1});
    return buffer_slice(&out);
}

static void say_line(struct repl *repl, enum words_id id, uint32_t line, struct slice text)
{
    const struct words_args args = {.line = line};
    report_line(&repl->report, REPORT_TEXT, 2);
    report_add(&repl->report, ROLE_PLAIN, words_say(repl->report.arena, id, &args));
    report_add(&repl->report, ROLE_PLAIN, S(" "));
    report_add(&repl->report, ROLE_TYPED, shown(repl, text));
}

static void say_lines(struct repl *repl, const struct middle *middle, enum words_id id)
{
    struct slice line, rest = middle->text;
    for (uint32_t i = 0; rest.len && i < CHANGES_TOLD; i++) {
        slice_cut(rest, '\n', &line, &rest);
        say_line(repl, id, middle->line + i, line);
    }
    const struct words_args more = {.number = middle->count - CHANGES_TOLD};
    if (rest.len)
        repl_say(repl, WORDS_REPL_MORE_LINES, &more);
}

/* A rule that is raised in the lines that came, in one line; notes tells it in full. */
static void say_rule(struct repl *repl, enum words_id label, enum rule rule)
{
    report_row(&repl->report, label);
    report_add(&repl->report, ROLE_WARN, rule_name(rule));
    report_pad(&repl->report, 0, 3);
    report_add(&repl->report, ROLE_PLAIN,
               words_of_rule(repl->report.arena, rule, WORDS_SUMMARY, NULL));
}

/* What is to be said of the lines that came: that the build fails, or which notes they have. */
static void say_trouble(struct repl *repl, const struct middle *come)
{
    struct evaluation *shown = repl->session->shown;
    const struct answer *answer = &shown->answer;
    const struct report_view view = evaluation_view(shown);
    uint32_t first, last, end = come->line + come->count;
    repl_look(repl);
    if (answer->failure.stage == STAGE_BUILD) {
        report_failure(&repl->report, &view);
        return;
    }
    for (size_t i = 0; i < answer->notes.len; i++)
        if (evaluation_lines(shown, answer->notes.at[i].at, &first, &last) && first < end &&
            last >= come->line)
            say_rule(repl, WORDS_LABEL_NOTE, answer->notes.at[i].rule);
    for (size_t i = 0; i < answer->build.warnings.len; i++) {
        uint32_t line = evaluation_line(shown, answer->build.warnings.at[i].line);
        if (line >= come->line && line < end)
            say_rule(repl, WORDS_LABEL_WARNING, answer->build.warnings.at[i].rule);
    }
}

static void say_change(struct repl *repl, struct slice before)
{
    struct middle gone, come;
    find_middles(before, text_of(repl), &gone, &come);
    bool one = gone.count == 1 && come.count == 1;
    say_lines(repl, &gone, one ? WORDS_REPL_LINE_WAS : WORDS_REPL_LINE_GONE);
    say_lines(repl, &come, one ? WORDS_REPL_LINE_NOW : WORDS_REPL_LINE_NEW);
    repl_message(repl);
    say_trouble(repl, &come);
}

/* ---- Where an instruction goes */

/* The bytes of the text that it takes the place of. */
struct spot {
    size_t from, to;
};

/* The instructions of the stage that is built, as indices: the last one, or that of --target. */
static void find_stage(const struct session *session, size_t *from, size_t *to)
{
    const struct build_result *build = &session->now->answer.build;
    *from = 0;
    *to = build->instructions_len;
    if (session->target.len && build->target_last) {
        *from = build->target_first;
        *to = build->target_last;
        return;
    }
    for (size_t i = *to; i-- > 0;)
        if (build->instructions[i].keyword == KEYWORD_FROM) {
            *from = i;
            return;
        }
}

/* The start of a line of the answer's text as a byte of the editor's, or its end. */
static size_t line_start(const struct session *session, uint32_t line)
{
    uint32_t own = evaluation_line(session->now, line);
    return own ? lines_start(&session->editor.lines, own - 1) : 0;
}

static size_t line_end(const struct session *session, uint32_t line)
{
    uint32_t own = evaluation_line(session->now, line);
    return own ? lines_end(&session->editor.lines, own - 1) : 0;
}

/* In front of the first instruction that may not stand before FROM. */
static struct spot spot_of_first_from(const struct session *session)
{
    const struct build_result *build = &session->now->answer.build;
    for (size_t i = 1; i < build->instructions_len; i++)
        if (build->instructions[i].keyword != KEYWORD_ARG) {
            size_t at = line_start(session, build->instructions[i].first_line);
            return (struct spot){at, at};
        }
    return (struct spot){session->editor.lines.len, session->editor.lines.len};
}

static struct spot find_spot(const struct session *session, enum keyword keyword)
{
    const struct evaluation *now = session->now;
    const struct build_result *build = &now->answer.build;
    size_t from, to, end = session->editor.lines.len;
    if (!end || !now->question.dockerfile || !build->instructions_len)
        return (struct spot){end, end};
    if (keyword == KEYWORD_FROM)
        return now->implied ? spot_of_first_from(session) : (struct spot){end, end};
    find_stage(session, &from, &to);
    bool one_counts = keyword == KEYWORD_CMD || keyword == KEYWORD_ENTRYPOINT;
    for (size_t i = to; one_counts && i-- > from;)
        if (build->instructions[i].keyword == keyword)
            return (struct spot){line_start(session, build->instructions[i].first_line),
                                 line_end(session, build->instructions[i].last_line)};
    if (to < build->instructions_len)
        end = line_end(session, build->instructions[to - 1].last_line);
    return (struct spot){end, end};
}

/* The text with a line in that place, on lines of its own. */
static struct slice text_with(struct arena *arena, struct slice text, struct spot spot,
                              struct slice line)
{
    struct buffer out = {.arena = arena};
    buffer_put(&out, slice_first(text, spot.from));
    if (out.len && out.at[out.len - 1] != '\n')
        buffer_byte(&out, '\n');
    buffer_put(&out, line);
    struct slice rest = slice_after(text, spot.to);
    if (!slice_starts(rest, S("\n")))
        buffer_byte(&out, '\n');
    buffer_put(&out, rest);
    return buffer_slice(&out);
}

static bool is_small(struct slice name)
{
    for (size_t i = 0; i < name.len; i++)
        if (name.at[i] < 'a' || name.at[i] > 'z')
            return false;
    return true;
}

/* A keyword in small letters is written as the one before it is: in capitals, mostly. */
static struct slice in_case(struct repl *repl, struct slice line, enum keyword keyword)
{
    const struct evaluation *now = repl->session->now;
    const struct build_result *build = &now->answer.build;
    struct slice rest, name = repl_word(line, &rest);
    size_t own = now->question.dockerfile ? build->instructions_len : 0;
    if (own <= (now->implied ? 1 : 0) || !is_small(name) ||
        is_small(build->instructions[own - 1].name))
        return line;
    return TEXT(&repl->cli->arena, keyword_name(keyword), slice_after(line, name.len));
}

bool repl_instruction(struct repl *repl, struct slice line)
{
    struct session *session = repl->session;
    struct slice rest, before = text_of(repl);
    enum keyword keyword = keyword_of(repl_word(line, &rest));
    if (session->metadata && !before.len) {
        const struct words_args args = {.file = session->metadata_name};
        return repl_fail(repl, WORDS_REPL_IS_METADATA, &args);
    }
    session_settle(session);
    struct spot spot = find_spot(session, keyword);
    bool small = is_small(repl_word(line, &rest));
    bool stage = keyword == KEYWORD_FROM && before.len && !session->now->implied;
    line = in_case(repl, utf8_trim_right(line), keyword);
    struct slice after = text_with(&repl->cli->arena, before, spot, line);
    if (slice_equal(before, after)) {
        repl_say(repl, WORDS_REPL_UNCHANGED, NULL);
        return true;
    }
    session_external(session, after);
    say_change(repl, before);
    if (stage)
        repl_say(repl, WORDS_REPL_NEW_STAGE, NULL);
    if (keyword == KEYWORD_RUN && small)
        repl_say(repl, WORDS_REPL_RUN_BUILDS, NULL);
    return true;
}

/* ---- The text as it stands */

bool repl_list_text(struct repl *repl, struct slice rest)
{
    struct slice text = text_of(repl), line;
    bool marked = false;
    (void)rest;
    if (!text.len)
        return repl_fail(repl, WORDS_REPL_NO_TEXT, NULL);
    repl_look(repl);
    for (uint32_t n = 1; text.len; n++) {
        struct buffer number = {.arena = repl->report.arena};
        bool mark = session_marks(repl->session, n);
        slice_cut(text, '\n', &line, &text);
        buffer_string(&number, mark ? "*" : " ");
        buffer_string(&number, n < 10 ? "  " : n < 100 ? " " : "");
        buffer_number(&number, n);
        buffer_string(&number, " ");
        report_line(&repl->report, REPORT_TEXT, 7);
        report_add(&repl->report, mark ? ROLE_MARKED : ROLE_NUMBER, buffer_slice(&number));
        report_add(&repl->report, ROLE_PLAIN, shown(repl, line));
        marked |= mark;
    }
    if (marked)
        repl_say(repl, WORDS_REPL_MARKED, NULL);
    return true;
}

static bool take_back(struct repl *repl, enum command command)
{
    struct slice before = text_of(repl);
    session_do(repl->session, command);
    session_settle(repl->session);
    bool done = !slice_equal(before, editor_text(&repl->session->editor));
    if (done)
        say_change(repl, before);
    else
        repl_message(repl);
    return done;
}

bool repl_undo(struct repl *repl, struct slice rest)
{
    (void)rest;
    return take_back(repl, COMMAND_UNDO);
}

bool repl_redo(struct repl *repl, struct slice rest)
{
    (void)rest;
    return take_back(repl, COMMAND_REDO);
}

/* N, or N-M. */
static bool read_range(struct slice rest, uint32_t *from, uint32_t *to)
{
    struct slice first, last;
    bool range = slice_cut(rest, '-', &first, &last);
    return repl_number(utf8_trim(first), from) &&
           repl_number(range ? utf8_trim(last) : first, to) && *from && *from <= *to;
}

bool repl_delete(struct repl *repl, struct slice rest)
{
    struct slice before = text_of(repl);
    const struct lines *lines = &repl->session->editor.lines;
    uint32_t from, to, all = count_lines(before);
    const struct words_args args = {.word = rest, .number = all};
    if (!before.len)
        return repl_fail(repl, WORDS_REPL_NO_TEXT, NULL);
    if (!read_range(rest, &from, &to) || to > all)
        return repl_fail(repl, WORDS_REPL_NO_SUCH_LINE, &args);
    size_t start = lines_start(lines, from - 1), end = lines_end(lines, to - 1);
    end += end < before.len;
    session_external(repl->session,
                     TEXT(&repl->cli->arena, slice_first(before, start), slice_after(before, end)));
    say_change(repl, before);
    return true;
}
