/* Which answer is shown. In: the answer to the text as it stands, and where the cursor is. Out:
 * `shown`, and whether it is called old.
 *
 * While the cursor is on something half typed the last good answer stays. What was typed is half of
 * something when Docker would take it as something else than was meant (an array that is not closed
 * yet), or refuse it. As soon as the cursor leaves it, it counts. */
#include "app/session/inside.h"

/* ---- The lines that are one instruction */

/* Whether the next line belongs to this one. Both escape characters count: the directive that
 * chooses one is not looked for. */
bool session_goes_on(struct session *session, size_t line)
{
    struct slice text = lines_line(&session->editor.lines, line);
    while (text.len && strchr(" \t\r", text.at[text.len - 1]) && text.at[text.len - 1])
        text.len--;
    return text.len && (text.at[text.len - 1] == '\\' || text.at[text.len - 1] == '`');
}

struct passage {
    size_t first, last; /* lines of the editor, from 0 */
};

static struct passage block_of(struct session *session, size_t line)
{
    enum { MOST = 1000 }; /* a look at more lines than that would cost more than it is worth */
    struct passage block = {line, line};
    size_t last = lines_count(&session->editor.lines) - 1;
    while (block.first && line - block.first < MOST && session_goes_on(session, block.first - 1))
        block.first--;
    while (block.last < last && block.last - line < MOST && session_goes_on(session, block.last))
        block.last++;
    return block;
}

/* Whether lines of an answer, from 1, touch the block. */
static bool touches(const struct passage *block, uint32_t first, uint32_t last)
{
    return last && first <= block->last + 1 && last > block->first;
}

/* ---- Half of something */

static bool is_near_array(enum rule rule)
{
    return rule == RULE_ArrayNotJSON || rule == RULE_SingleQuotedArray ||
           rule == RULE_CurlyQuotedArray || rule == RULE_TextAfterArray;
}

/* The finding of an array in the block that is none, if any. */
static const struct finding *near_array(struct evaluation *now, const struct passage *block)
{
    const struct finding_list *notes = &now->answer.notes;
    uint32_t first, last;
    for (size_t i = 0; i < notes->len; i++)
        if (is_near_array(notes->at[i].rule) &&
            evaluation_lines(now, notes->at[i].at, &first, &last) && touches(block, first, last))
            return &notes->at[i];
    return NULL;
}

/* A CMD or ENTRYPOINT in the block of which no more than a bracket is typed. */
static const struct instruction *begun(const struct evaluation *now, const struct passage *block)
{
    const struct build_result *build = &now->answer.build;
    for (size_t i = 0; i < build->instructions_len; i++) {
        const struct instruction *instruction = &build->instructions[i];
        struct slice operand = instruction->operand.text;
        bool of_pair =
            instruction->keyword == KEYWORD_CMD || instruction->keyword == KEYWORD_ENTRYPOINT;
        if (of_pair && !instruction->exec_form && (!operand.len || slice_equal(operand, S("["))) &&
            touches(block, evaluation_line(now, instruction->first_line),
                    evaluation_line(now, instruction->last_line)))
            return instruction;
    }
    return NULL;
}

static bool fails_in(const struct evaluation *now, const struct passage *block)
{
    const struct failure *failure = &now->answer.failure;
    for (size_t i = 0; i < failure->lines_len; i++) {
        uint32_t line = evaluation_line(now, failure->lines[i]);
        if (touches(block, line, line))
            return true;
    }
    return false;
}

/* The build fails because of what was typed last: in the block, or where it did not fail before. */
static bool build_broke(const struct session *session, const struct passage *block)
{
    const struct failure *now = &session->now->answer.failure;
    const struct failure *before = &session->shown->answer.failure;
    if (now->stage != STAGE_BUILD)
        return false;
    return fails_in(session->now, block) || before->stage != STAGE_BUILD ||
           !slice_equal(now->message, before->message);
}

static bool editor_half_typed(struct session *session)
{
    struct passage block = block_of(session, session->edited_line);
    size_t cursor = editor_line(&session->editor);
    if (cursor < block.first || cursor > block.last)
        return false;
    return build_broke(session, &block) || near_array(session->now, &block) ||
           begun(session->now, &block);
}

/* A line that a shell or docker refuses, that cannot be read, or with no docker in it. */
static bool line_half_typed(const struct answer *answer)
{
    if (answer->failure.stage == STAGE_SHELL || answer->failure.stage == STAGE_CLIENT)
        return true;
    if (answer->is_unknown && !answer->unknown.len)
        return true;
    for (size_t i = 0; answer->is_unknown && i < answer->unknown.len; i++)
        if (answer->unknown.at[i].why == UNKNOWN_SYNTAX)
            return true;
    return false;
}

/* Under the guard of now. */
static bool half_typed(struct session *session)
{
    enum pane pane = session_pane_below(session);
    pane = pane == PANE_HELP && session->page == PANE_HELP ? session->focus : pane;
    if (session->unsettled == PANE_COUNT || pane != session->unsettled)
        return false;
    if (session->unsettled == PANE_LINE)
        return line_half_typed(&session->now->answer);
    return editor_half_typed(session);
}

bool session_half_typed(struct session *session)
{
    struct evaluation *now = session->now;
    jmp_buf *outer = now->arena.guard;
    bool volatile half = false;
    now->arena.guard = &now->guard;
    if (setjmp(now->guard) == 0)
        half = half_typed(session);
    now->arena.guard = outer;
    return half;
}

/* ---- What is shown */

/* Answers anew into the evaluation that is not shown. */
static void ask_anew(struct session *session)
{
    bool first = session->now == session->evaluations;
    if (session->now == session->shown)
        session->now = &session->evaluations[first ? 1 : 0];
    session_evaluate(session, session->now);
    session->asks_anew = false;
}

static void show_now(struct session *session)
{
    if (session->shown != session->now) {
        session->shown = session->now;
        prediction_hide(session);
    }
    session->stale = false;
}

void session_refresh(struct session *session, bool settle)
{
    bool first = !session->now->answered;
    if (session->asks_anew || first)
        ask_anew(session);
    session->stale =
        !first && !settle && session->now != session->shown && session_half_typed(session);
    if (!session->stale) {
        show_now(session);
        session->unsettled = PANE_COUNT;
    }
    session_count_rows(session);
}

void session_settle(struct session *session)
{
    session_refresh(session, true);
}

/* Whether the text is another one than now's; then it is asked for. */
static bool text_differs(struct session *session)
{
    const struct evaluation *now = session->now;
    struct slice text = editor_text(&session->editor);
    struct slice had = slice_after(now->dockerfile.bytes, now->implied);
    bool same = now->question.dockerfile && !session->asks_anew && slice_equal(text, had);
    return !same && (text.len || now->question.dockerfile || session->asks_anew);
}

void session_edited(struct session *session)
{
    if (!text_differs(session))
        return;
    session->asks_anew = true;
    session->changes++;
    session->unsettled = PANE_EDITOR;
    session->edited_line = editor_line(&session->editor);
}

void session_replaced(struct session *session)
{
    session->asks_anew = true;
    session->changes++;
    session->unsettled = PANE_COUNT;
}

/* ---- As it stands */

enum { SAID_BYTES = 400 }; /* of an instruction, more than say shows of it */

/* The instruction that is taken for shell form, as it is written; empty when there is none. */
static struct slice taken_as_shell_form(struct session *session)
{
    struct passage block = block_of(session, session->edited_line);
    const struct finding *note = near_array(session->now, &block);
    const struct instruction *only = begun(session->now, &block);
    if (!note && !only)
        return S("");
    if (!note)
        return TEXT(&session->now->arena, only->name, S(" "), only->operand.text);
    struct slice operand = slice_after(note->at.text->bytes, note->at.span.from);
    size_t len = note->at.span.to - note->at.span.from;
    operand = slice_first(operand, len < SAID_BYTES ? len : SAID_BYTES);
    return TEXT(&session->now->arena, note->word, S(" "), operand);
}

static size_t say_as_it_stands(struct session *session, char *out, size_t size)
{
    const struct failure *failure = &session->now->answer.failure;
    struct slice first = S(""), rest = failure->message;
    if (session->unsettled == PANE_EDITOR && failure->stage != STAGE_BUILD) {
        const struct words_args args = {.file = taken_as_shell_form(session)};
        if (args.file.len)
            return say(out, size, WORDS_SAY_AS_SHELL_FORM, &args);
    }
    while (rest.len && !first.len)
        slice_cut(rest, '\n', &first, &rest);
    const struct words_args args = {.other = first};
    return say(out, size,
               failure->stage == STAGE_NONE ? WORDS_SAY_AS_UNKNOWN : WORDS_SAY_AS_FAILURE, &args);
}

/* Under the guard of now. */
static struct slice as_it_stands(struct session *session)
{
    char out[MESSAGE_MAX];
    size_t len = say_as_it_stands(session, out, sizeof out);
    return arena_copy(&session->now->arena, (struct slice){out, len});
}

struct slice session_as_it_stands(struct session *session)
{
    struct evaluation *now = session->now;
    jmp_buf *outer = now->arena.guard;
    struct slice volatile said = S("");
    if (!session->stale)
        return S("");
    now->arena.guard = &now->guard;
    if (setjmp(now->guard) == 0) {
        struct slice text = as_it_stands(session);
        said.at = text.at;
        said.len = text.len;
    }
    now->arena.guard = outer;
    return (struct slice){said.at, said.len};
}
