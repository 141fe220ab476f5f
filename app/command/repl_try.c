/* Questions in line mode: a docker line is answered, predicted, compared, kept among those that
 * were tried. In: a line. Out: what it would run, as `pairing docker` says it. */
#include "app/command/repl_inside.h"

#include "app/ground/cluster.h"
#include "app/session/compare.h"

/* ---- Predictions */

static bool is_hidden(const struct session *session, uint64_t given_up)
{
    const struct prediction *prediction = &session->prediction;
    return prediction->on && !prediction->answered && session->shown->serial != given_up;
}

bool repl_has_answer(struct repl *repl)
{
    if (!repl->session->line_len)
        return repl_fail(repl, WORDS_REPL_NO_LINE, NULL);
    if (is_hidden(repl->session, repl->given_up))
        return repl_fail(repl, WORDS_VIEW_HIDDEN, NULL);
    repl_look(repl);
    return true;
}

static void say_verdict(struct repl *repl)
{
    const struct prediction *prediction = &repl->session->prediction;
    struct report *report = &repl->report;
    bool right = prediction->right;
    report_line(report, REPORT_TEXT, 4);
    report_add(report, right ? ROLE_GOOD : ROLE_BAD,
               words_say(report->arena, right ? WORDS_VIEW_OK : WORDS_VIEW_NO, NULL));
    report_pad(report, 4, 1);
    report_add(report, ROLE_PLAIN, words_say(report->arena, WORDS_VIEW_YOU_SAID, NULL));
    if (prediction->said_nothing)
        report_add(
            report, ROLE_TYPED,
            TEXT(report->arena, S(" "), words_say(report->arena, WORDS_NOTHING_STARTS, NULL)));
    for (size_t i = 0; !prediction->said_nothing && i < prediction->said.len; i++) {
        report_add(report, ROLE_PLAIN, S(" "));
        report_add(report, ROLE_TYPED, report_shell_word(report, prediction->said.at[i].text));
    }
    for (size_t i = 0; i < prediction->beliefs_len; i++)
        report_text(report, ROLE_PLAIN, 4, words_of_belief(report->arena, prediction->beliefs[i]));
    report_gap(report);
}

/* One try; true when the prediction was taken, or none was made. */
static bool predict_once(struct repl *repl)
{
    struct session *session = repl->session;
    struct slice text;
    if (!repl_ask(repl, WORDS_REPL_YOU_SAY, &text) || !utf8_trim(text).len) {
        repl->given_up = session->shown->serial;
        return true;
    }
    session_focus(session, PANE_RESULT);
    while (session->prediction.len)
        session_do(session, COMMAND_ERASE_LEFT);
    session_type(session, text, false);
    if (!session->message[0])
        session_do(session, COMMAND_ACCEPT);
    repl_message(repl);
    return session->prediction.answered;
}

static void predict(struct repl *repl)
{
    repl_say(repl, WORDS_REPL_PREDICT, NULL);
    while (!predict_once(repl) && repl->terminal && !repl->leave)
        ;
    repl_look(repl);
    if (repl->session->prediction.answered)
        say_verdict(repl);
    else
        repl->given_up = repl->session->shown->serial;
}

/* ---- A line */

static bool answer(struct repl *repl)
{
    struct session *session = repl->session;
    if (is_hidden(session, repl->given_up))
        predict(repl);
    repl_look(repl);
    const struct report_view view = evaluation_view(session->shown);
    struct report answer = {.arena = repl->report.arena, .columns = repl->report.columns};
    report_answer(&answer, &view);
    for (size_t i = 0; i < answer.len; i++)
        *list_add(repl->report.arena, &repl->report) = answer.at[i];
    repl->status = print_status(&session->shown->answer);
    return true;
}

bool repl_docker(struct repl *repl, struct slice line)
{
    struct session *session = repl->session;
    session_line(session, line, line.len);
    bool taken = slice_equal((struct slice){session->line, session->line_len}, line);
    if (taken)
        session_do(session, COMMAND_LINE_TRY);
    session_effect(session);
    repl_message(repl);
    return taken && answer(repl);
}

bool repl_again(struct repl *repl, struct slice rest)
{
    (void)rest;
    if (!repl->session->line_len)
        return repl_fail(repl, WORDS_REPL_NO_LINE, NULL);
    return answer(repl);
}

bool repl_predict(struct repl *repl, struct slice rest)
{
    struct session *session = repl->session;
    bool was_on = session->prediction.on;
    if (rest.len && !repl_is_docker(rest)) {
        const struct words_args args = {.word = S("predict"), .other = S("docker run ...")};
        return repl_fail(repl, WORDS_REPL_NEEDS, &args);
    }
    if (rest.len && !was_on) /* there has to be a line to say something of */
        session_line(session, rest, rest.len);
    if (!rest.len || !was_on)
        session_do(session, COMMAND_PREDICT);
    if (!rest.len) {
        repl_message(repl);
        repl->given_up = session->shown->serial; /* what was shown is no secret */
        return true;
    }
    repl->given_up = 0;
    session->message[0] = '\0';
    bool done = repl_docker(repl, rest);
    if (!was_on) {
        session_do(session, COMMAND_PREDICT);
        session->message[0] = '\0';
    }
    return done;
}

/* ---- Comparing */

static void put_side(struct report *report, enum words_id label, const struct compared *words,
                     bool quoted)
{
    struct buffer carets = {.arena = report->arena};
    bool any = false;
    report_row(report, label);
    for (size_t i = 0; i < words->len; i++) {
        struct slice word =
            quoted ? report_shell_word(report, words->at[i]) : report_visible(report, words->at[i]);
        report_add(report, ROLE_PLAIN, i ? S(" ") : S(""));
        report_add(report, words->differs[i] ? ROLE_DIFFER : ROLE_PLAIN, word);
        buffer_string(&carets, i ? " " : "");
        for (unsigned n = text_columns(word); n; n--)
            buffer_byte(&carets, words->differs[i] ? '^' : ' ');
        any |= words->differs[i];
    }
    if (!any)
        return;
    while (carets.at[carets.len - 1] == ' ')
        carets.len--;
    report_line(report, REPORT_TEXT, REPORT_LABEL);
    report_pad(report, REPORT_LABEL, REPORT_LABEL);
    report_add(report, ROLE_CARET, buffer_slice(&carets));
}

/* What a side runs where that is no argv: the first line of why not. */
static void put_failure(struct report *report, enum words_id label, const struct answer *answer)
{
    struct slice line = S(""), rest = answer->failure.message;
    while (rest.len && !line.len)
        slice_cut(rest, '\n', &line, &rest);
    report_row(report, label);
    report_add(report, ROLE_BAD,
               answer->is_unknown ? words_say(report->arena, WORDS_UNKNOWN_TITLE, NULL)
               : line.len         ? line
                                  : words_say(report->arena, WORDS_GRID_NOTHING, NULL));
}

static bool is_same(const struct compared *words)
{
    for (size_t i = 0; i < words->len; i++)
        if (words->differs[i])
            return false;
    return true;
}

/* The two sides of one thing, or that there is no difference. */
static void put_both(struct repl *repl, struct compared *aside, struct compared *here,
                     enum words_id same)
{
    compare_mark(repl->report.arena, aside, here);
    if (is_same(aside) && is_same(here)) {
        repl_say(repl, same, NULL);
        return;
    }
    put_side(&repl->report, WORDS_REPL_ASIDE, aside, false);
    put_side(&repl->report, WORDS_REPL_HERE, here, false);
}

static bool has_argv(const struct answer *answer)
{
    return answer->has_plan && !answer->is_unknown;
}

static void put_argvs(struct repl *repl, const struct answer *aside, const struct answer *here)
{
    struct arena *arena = repl->report.arena;
    const struct answer *sides[] = {aside, here};
    static const enum words_id labels[] = {WORDS_REPL_ASIDE, WORDS_REPL_HERE};
    struct compared words[2];
    for (size_t i = 0; i < 2; i++)
        words[i] = compare_argv(arena, has_argv(sides[i]) ? sides[i]->plan.argv : NULL,
                                has_argv(sides[i]) ? sides[i]->plan.argv_len : 0);
    compare_mark(arena, &words[0], &words[1]);
    if (has_argv(aside) && has_argv(here) && is_same(&words[0]) && is_same(&words[1])) {
        repl_say(repl, WORDS_REPL_SAME_ARGV, NULL);
        return;
    }
    for (size_t i = 0; i < 2; i++)
        if (has_argv(sides[i]))
            put_side(&repl->report, labels[i], &words[i], true);
        else
            put_failure(&repl->report, labels[i], sides[i]);
}

static struct slice dockerfile_of(const struct evaluation *evaluation)
{
    return evaluation->question.dockerfile
               ? slice_after(evaluation->dockerfile.bytes, evaluation->implied)
               : S("");
}

/* The lines of a side that the other lacks. */
static void put_lines(struct report *report, enum words_id label, const struct compared *lines)
{
    for (size_t i = 0; i < lines->len; i++) {
        struct buffer number = {.arena = report->arena};
        if (!lines->differs[i])
            continue;
        buffer_number(&number, (int64_t)i + 1);
        buffer_string(&number, "  ");
        report_row(report, label);
        report_add(report, ROLE_NUMBER, buffer_slice(&number));
        report_add(report, ROLE_DIFFER, lines->at[i]);
    }
}

static void put_texts(struct repl *repl, const struct evaluation *aside,
                      const struct evaluation *here)
{
    struct arena *arena = repl->report.arena;
    struct compared left = compare_split(arena, dockerfile_of(aside), '\n');
    struct compared right = compare_split(arena, dockerfile_of(here), '\n');
    compare_mark(arena, &left, &right);
    if (is_same(&left) && is_same(&right)) {
        repl_say(repl, WORDS_REPL_SAME_TEXT, NULL);
        return;
    }
    put_lines(&repl->report, WORDS_REPL_ASIDE, &left);
    put_lines(&repl->report, WORDS_REPL_HERE, &right);
}

static void put_comparison(struct repl *repl)
{
    const struct evaluation *aside = &repl->session->comparison.other;
    const struct evaluation *here = repl->session->shown;
    struct arena *arena = repl->report.arena;
    repl_look(repl);
    struct compared left = compare_split(arena, aside->line.bytes, ' ');
    struct compared right = compare_split(arena, here->line.bytes, ' ');
    report_text(&repl->report, ROLE_TITLE, 0, words_say(arena, WORDS_VIEW_LINE, NULL));
    put_both(repl, &left, &right, WORDS_REPL_SAME_LINE);
    report_text(&repl->report, ROLE_TITLE, 0, words_say(arena, WORDS_VIEW_WHAT_RUNS, NULL));
    put_argvs(repl, &aside->answer, &here->answer);
    report_text(&repl->report, ROLE_TITLE, 0, words_say(arena, WORDS_VIEW_DOCKERFILE, NULL));
    put_texts(repl, aside, here);
}

bool repl_compare(struct repl *repl, struct slice rest)
{
    struct session *session = repl->session;
    const struct comparison *comparison = &session->comparison;
    bool ends = slice_equal_fold(rest, S("end")), line = repl_is_docker(rest);
    if (rest.len && !ends && !line) {
        const struct words_args args = {
            .word = S("compare"),
            .other = words_say(repl->report.arena, WORDS_REPL_COMPARE_WORDS, NULL)};
        return repl_fail(repl, WORDS_REPL_NEEDS, &args);
    }
    if (ends && !comparison->on)
        return repl_fail(repl, WORDS_REPL_NOT_ASIDE, NULL);
    bool shows = comparison->on && !ends;
    if (ends || !comparison->on) {
        session_do(session, COMMAND_COMPARE); /* puts aside, or opens the page where it ends */
        if (ends)
            session_do(session, COMMAND_COMPARE);
        if (line)
            session->message[0] = '\0';
    }
    if (line) {
        session_line(session, rest, rest.len);
        session_do(session, COMMAND_LINE_TRY);
        shows = true;
    }
    session_effect(session);
    repl_message(repl);
    if (shows && repl_has_answer(repl))
        put_comparison(repl);
    return true;
}

/* ---- Tried lines */

bool repl_try_again(struct repl *repl, uint32_t number)
{
    const struct tried_list *tried = &repl->session->tried;
    if (number && number <= tried->len)
        return repl_docker(repl,
                           arena_copy(&repl->cli->arena, slice_of(tried->at[number - 1].line)));
    const struct words_args args = {.word = words_digits(repl->report.arena, number)};
    return repl_fail(repl, WORDS_REPL_NO_ROW, &args);
}

static void put_tried(struct report *report, const struct tried *tried, size_t number)
{
    struct buffer text = {.arena = report->arena};
    buffer_string(&text, number < 10 ? "   " : number < 100 ? "  " : " ");
    buffer_number(&text, (int64_t)number);
    buffer_string(&text, "  ");
    report_line(report, REPORT_TEXT, 6);
    report_add(report, ROLE_NUMBER, buffer_slice(&text));
    report_add(report, ROLE_TYPED, words_flat(report->arena, slice_of(tried->line)));
    report_line(report, REPORT_TEXT, 6);
    report_pad(report, 6, 6);
    if (tried->failed) {
        report_add(report, ROLE_BAD, words_say(report->arena, WORDS_VIEW_NO, NULL));
        report_pad(report, 0, 2);
    }
    report_add(report, ROLE_FAINT, slice_of(tried->result));
}

bool repl_tried(struct repl *repl, struct slice rest)
{
    enum { MOST = 20 };
    const struct tried_list *tried = &repl->session->tried;
    uint32_t number;
    if (rest.len && repl_number(rest, &number))
        return repl_try_again(repl, number);
    if (rest.len) {
        const struct words_args args = {.word = rest};
        return repl_fail(repl, WORDS_REPL_NO_ROW, &args);
    }
    if (!tried->len)
        return repl_fail(repl, WORDS_REPL_NO_LINE, NULL);
    for (size_t i = tried->len > MOST ? tried->len - MOST : 0; i < tried->len; i++)
        put_tried(&repl->report, &tried->at[i], i + 1);
    repl_say(repl, WORDS_REPL_CHOOSE, NULL);
    repl->list = LIST_TRIED;
    return true;
}
