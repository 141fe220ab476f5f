/* Enter on a row of a list. In: the chosen row. Out: the note in full or its line, the example, the
 * line tried before, what the first screen offers. */
#include "app/session/inside.h"

/* Shows where a note stands: its line in the editor, or the run line. */
static void jump_to_note(struct session *session)
{
    size_t row_chosen = session->row[PANE_NOTES];
    const struct answer *answer = &session->shown->answer;
    uint32_t line = 0, last;
    session->note_open = false;
    if (row_chosen < answer->notes.len) {
        struct origin at = answer->notes.at[row_chosen].at;
        if (at.text == &session->shown->line) {
            session_go(session, PANE_LINE);
            return;
        }
        if (!evaluation_lines(session->shown, at, &line, &last))
            return;
    } else {
        line = evaluation_line(session->shown,
                               answer->build.warnings.at[row_chosen - answer->notes.len].line);
    }
    editor_go(&session->editor, line ? line - 1 : 0, 0);
    session_go(session, PANE_EDITOR);
}

static void choose_note(struct session *session)
{
    struct evaluation *shown = session->shown;
    jmp_buf *outer = shown->arena.guard;
    if (!session->rows[PANE_NOTES])
        return;
    if (!session->note_open) {
        session->note_open = true;
        session->top[PANE_NOTES] = 0;
        return;
    }
    shown->arena.guard = &shown->guard;
    if (setjmp(shown->guard) == 0)
        jump_to_note(session);
    shown->arena.guard = outer;
}

static void choose_example(struct session *session)
{
    const struct words_args args = {.file = slice_of(session->path)};
    if (session_dirty(session))
        session_ask(session, ASKING_LOAD, WORDS_SAY_ASK_LOAD, &args);
    else
        session_load_example(session);
}

static void choose_tried(struct session *session)
{
    if (session->row[PANE_TRIED] >= session->tried.len)
        return;
    struct slice line = slice_of(session->tried.at[session->row[PANE_TRIED]].line);
    if (session_set_line(session, line, line.len, true))
        session_go(session, PANE_LINE);
}

static void choose_home(struct session *session)
{
    switch ((enum home_row)session->row[PANE_HOME]) {
    case HOME_EXAMPLES: session_open_page(session, PANE_EXAMPLES); break;
    case HOME_HELP: session_open_page(session, PANE_HELP); break;
    case HOME_OPEN: session_ask_name(session, ASKING_OPEN, S("")); break;
    default: session_go(session, session->focus);
    }
}

void session_choose(struct session *session)
{
    switch (session_pane(session)) {
    case PANE_NOTES: choose_note(session); break;
    case PANE_EXAMPLES: choose_example(session); break;
    case PANE_TRIED: choose_tried(session); break;
    case PANE_HOME:
        if (!session->learning) {
            choose_home(session);
            break;
        }
        learning_choose(session);
        break;
    default:
        if (session->learning)
            learning_choose(session);
        break;
    }
}
