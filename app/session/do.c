/* What commands do. In: a command. Out: the changed state, answered anew. A row a command: the
 * function, what it is told, and where it may be given. */
#include "app/session/inside.h"

#include "app/ground/cluster.h"

enum { DIALOG = 1 << 0 }; /* may be given in an open dialog; others close it first */

struct handler {
    void (*act)(struct session *session, int told);
    int told;
    unsigned marks;
};

static void say_id(struct session *session, enum say_id id)
{
    say(session->message, sizeof session->message, id, NULL);
}

/* ---- The editor */

/* Rows in a page of a pane, as it was painted last. */
static size_t page_of(const struct session *session, enum pane pane)
{
    size_t height = session->height[pane];
    return height > 1 ? height - 1 : 10;
}

static void move(struct session *session, int told)
{
    if (session_pane(session) == PANE_EDITOR)
        editor_move(&session->editor, (enum editor_move)told);
}

static void erase(struct session *session, int told)
{
    struct prediction *prediction = &session->prediction;
    struct slice name = {session->name, session->name_len};
    struct slice said = {prediction->text, prediction->len};
    switch (session_pane(session)) {
    case PANE_EDITOR:
        if (!editor_erase(&session->editor, (enum editor_move)told))
            say_id(session, SAY_NO_MEMORY);
        session_edited(session);
        break;
    case PANE_FIND: editor_search_erase(&session->editor); break;
    case PANE_NAME: session->name_len = name.len ? cluster_before(name, name.len) : 0; break;
    case PANE_ANSWER: prediction->len = said.len ? cluster_before(said, said.len) : 0; break;
    default: break;
    }
}

/* All that was typed into a question. */
static void erase_typed(struct session *session)
{
    switch (session_pane(session)) {
    case PANE_FIND:
        while (session->editor.search.len)
            editor_search_erase(&session->editor);
        break;
    case PANE_NAME: session->name_len = 0; break;
    case PANE_ANSWER: session->prediction.len = 0; break;
    default: break;
    }
}

enum edit { NEWLINE, CUT_LINE, CUT_REST, PUT_BACK };

static void edit(struct session *session, int told)
{
    bool (*const edits[])(struct editor *) = {
        [CUT_LINE] = editor_cut_line, [CUT_REST] = editor_cut_rest, [PUT_BACK] = editor_put_back};
    if (session_pane(session) != PANE_EDITOR) {
        if (told == CUT_LINE)
            erase_typed(session);
        return;
    }
    bool done =
        told == NEWLINE ? editor_type(&session->editor, S("\n")) : edits[told](&session->editor);
    if (!done)
        say_id(session, SAY_TEXT_FULL);
    session_edited(session);
    /* A new line leaves the one before, unless that goes on in it. */
    size_t line = editor_line(&session->editor);
    if (told == NEWLINE && line && !session_goes_on(session, line - 1))
        session_refresh(session, true);
}

/* Not while a dialog is open; from other parts too, for line mode. */
static void undo(struct session *session, int again)
{
    bool done = again ? editor_redo(&session->editor) : editor_undo(&session->editor);
    if (!done)
        say_id(session, again ? SAY_NOTHING_TO_REDO : SAY_NOTHING_TO_UNDO);
    session_edited(session);
}

static void find(struct session *session, int backward)
{
    session_go(session, PANE_EDITOR);
    editor_search_start(&session->editor, backward != 0);
    session->dialog = PANE_FIND;
    session->asking = ASKING_FIND;
}

static void find_again(struct session *session, int backward)
{
    if (session->dialog == PANE_FIND)
        editor_search_again(&session->editor, backward != 0);
}

/* ---- Lists and pages */

static bool is_list(const struct session *session, enum pane pane)
{
    return (pane == PANE_NOTES && !session->note_open) || pane == PANE_EXPLAIN ||
           pane == PANE_EXAMPLES || pane == PANE_TRIED || pane == PANE_HOME;
}

/* A number moved by some rows, from 0 to last. */
static size_t moved(size_t from, long rows, size_t last)
{
    size_t up = rows < 0 ? 0 - (size_t)rows : 0, down = rows > 0 ? (size_t)rows : 0;
    if (from < up)
        return 0;
    return from > last || last - from < down ? last : from - up + down;
}

enum { SCROLL_LAST = 1 << 30, WHEEL_ROWS = 3 };

static void move_rows(struct session *session, long rows)
{
    enum pane pane = session_pane(session);
    size_t count = session->rows[pane];
    if (pane == PANE_EDITOR)
        editor_move_lines(&session->editor, rows);
    else if (is_list(session, pane))
        session->row[pane] = moved(session->row[pane], rows, count ? count - 1 : 0);
    else
        session->top[pane] = moved(session->top[pane], rows, SCROLL_LAST);
}

static void row(struct session *session, int direction)
{
    move_rows(session, session_pane(session) == PANE_EDITOR ? direction * WHEEL_ROWS : direction);
}

static void page(struct session *session, int direction)
{
    move_rows(session, direction * (long)page_of(session, session_pane(session)));
}

static void end(struct session *session, int direction)
{
    if (session_pane(session) != PANE_EDITOR)
        move_rows(session, direction * (long)SCROLL_LAST);
}

static void step(struct session *session, int direction)
{
    size_t steps = session->rows[PANE_MERGE];
    session->step = moved(session->step, direction, steps ? steps - 1 : 0);
}

static void open_page(struct session *session, int page_told)
{
    enum pane page_wanted = (enum pane)page_told;
    if (page_wanted == PANE_MERGE) {
        session->step = 0;
        if (!session->shown->answer.plan.steps.len)
            say_id(session, SAY_NO_STEPS);
    }
    session_open_page(session, page_wanted);
}

static void go(struct session *session, int part)
{
    session_go(session, (enum pane)part);
}

static void scratchpad(struct session *session, int told)
{
    (void)told;
    session_go(session, session->focus);
}

enum { PARTS = PANE_NOTES + 1 };

static void next_part(struct session *session, int direction)
{
    if (session->page != PANE_COUNT)
        scratchpad(session, 0);
    else
        session_go(session, (enum pane)(((int)session->focus + PARTS + direction) % PARTS));
}

static void back(struct session *session, int told)
{
    (void)told;
    session_back(session);
}

/* ---- Everywhere */

static void choose(struct session *session, int told)
{
    (void)told;
    session_choose(session);
}

static void menu(struct session *session, int told)
{
    (void)told;
    session->dialog = session->dialog == PANE_MENU ? PANE_COUNT : PANE_MENU;
}

static void effect(struct session *session, int told)
{
    session->effect = (enum effect)told;
}

static void quit(struct session *session, int told)
{
    (void)told;
    session_quit(session);
}

static void cancel(struct session *session, int told)
{
    (void)told;
    session_cancel(session);
}

static void accept(struct session *session, int told)
{
    (void)told;
    session_accept(session);
}

static void answer(struct session *session, int yes)
{
    session_answer(session, yes != 0);
}

static void ask_name(struct session *session, int asking)
{
    struct slice path = slice_of(session->path);
    bool save = asking == ASKING_SAVE_AS;
    session_ask_name(session, (enum asking)asking,
                     !save      ? S("")
                     : path.len ? path
                                : S("Dockerfile"));
}

static void save(struct session *session, int told)
{
    (void)told;
    session_save(session);
}

static void share(struct session *session, int how)
{
    session_share(session, (enum share)how);
}

static void compare(struct session *session, int told)
{
    (void)told;
    session_settle(session);
    comparison_command(session);
}

static void predict(struct session *session, int told)
{
    (void)told;
    prediction_toggle(session);
}

/* Enter in the run line: it counts, and is kept among those that were tried. While a prediction is
 * asked for it is asked for first. */
static void try_line(struct session *session, int told)
{
    (void)told;
    session_settle(session);
    if (session->prediction.on && !session->prediction.answered)
        session_go(session, PANE_RESULT);
    else
        tried_add(session);
}

static void clear_line(struct session *session, int told)
{
    (void)told;
    session_set_line(session, S(""), 0, true);
}

static const struct handler handlers[COMMAND_COUNT] = {
    [COMMAND_MENU] = {menu, 0, DIALOG},
    [COMMAND_HELP] = {open_page, PANE_HELP, 0},
    [COMMAND_QUIT] = {quit, 0, 0},
    [COMMAND_SUSPEND] = {effect, EFFECT_SUSPEND, DIALOG},
    [COMMAND_REDRAW] = {effect, EFFECT_REDRAW, DIALOG},
    [COMMAND_BACK] = {back, 0, 0},
    [COMMAND_NEXT_PART] = {next_part, 1, 0},
    [COMMAND_PREVIOUS_PART] = {next_part, -1, 0},
    [COMMAND_ROW_UP] = {row, -1, 0},
    [COMMAND_ROW_DOWN] = {row, 1, 0},
    [COMMAND_PAGE_UP] = {page, -1, 0},
    [COMMAND_PAGE_DOWN] = {page, 1, 0},
    [COMMAND_FIRST] = {end, -1, 0},
    [COMMAND_LAST] = {end, 1, 0},
    [COMMAND_CHOOSE] = {choose, 0, 0},
    [COMMAND_HOME] = {open_page, PANE_HOME, 0},
    [COMMAND_SCRATCHPAD] = {scratchpad, 0, 0},
    [COMMAND_GRID] = {open_page, PANE_GRID, 0},
    [COMMAND_MERGE] = {open_page, PANE_MERGE, 0},
    [COMMAND_EXPLAIN] = {open_page, PANE_EXPLAIN, 0},
    [COMMAND_COMPARE] = {compare, 0, 0},
    [COMMAND_EXAMPLES] = {open_page, PANE_EXAMPLES, 0},
    [COMMAND_PREDICT] = {predict, 0, 0},
    [COMMAND_TRIED] = {open_page, PANE_TRIED, 0},
    [COMMAND_NOTES] = {go, PANE_NOTES, 0},
    [COMMAND_OPEN] = {ask_name, ASKING_OPEN, 0},
    [COMMAND_SAVE] = {save, 0, 0},
    [COMMAND_SAVE_AS] = {ask_name, ASKING_SAVE_AS, 0},
    [COMMAND_EXTERNAL] = {effect, EFFECT_EXTERNAL, 0},
    [COMMAND_SHARE] = {share, SHARE_SHOW, 0},
    [COMMAND_SHARE_LINE] = {share, SHARE_LINE, 0},
    [COMMAND_SHARE_BLOCK] = {share, SHARE_BLOCK, 0},
    [COMMAND_SHARE_WRITE] = {share, SHARE_WRITE, 0},
    [COMMAND_LEFT] = {move, EDITOR_LEFT, 0},
    [COMMAND_RIGHT] = {move, EDITOR_RIGHT, 0},
    [COMMAND_UP] = {move, EDITOR_UP, 0},
    [COMMAND_DOWN] = {move, EDITOR_DOWN, 0},
    [COMMAND_WORD_LEFT] = {move, EDITOR_WORD_LEFT, 0},
    [COMMAND_WORD_RIGHT] = {move, EDITOR_WORD_RIGHT, 0},
    [COMMAND_LINE_START] = {move, EDITOR_LINE_START, 0},
    [COMMAND_LINE_END] = {move, EDITOR_LINE_END, 0},
    [COMMAND_TOP] = {move, EDITOR_TOP, 0},
    [COMMAND_BOTTOM] = {move, EDITOR_BOTTOM, 0},
    [COMMAND_NEWLINE] = {edit, NEWLINE, 0},
    [COMMAND_ERASE_LEFT] = {erase, EDITOR_LEFT, DIALOG},
    [COMMAND_ERASE_RIGHT] = {erase, EDITOR_RIGHT, 0},
    [COMMAND_ERASE_WORD_LEFT] = {erase, EDITOR_WORD_LEFT, 0},
    [COMMAND_ERASE_WORD_RIGHT] = {erase, EDITOR_WORD_RIGHT, 0},
    [COMMAND_CUT_LINE] = {edit, CUT_LINE, DIALOG},
    [COMMAND_CUT_REST] = {edit, CUT_REST, 0},
    [COMMAND_PUT_BACK] = {edit, PUT_BACK, 0},
    [COMMAND_UNDO] = {undo, false, 0},
    [COMMAND_REDO] = {undo, true, 0},
    [COMMAND_FIND] = {find, false, 0},
    [COMMAND_FIND_BACK] = {find, true, 0},
    [COMMAND_GO_LINE] = {ask_name, ASKING_LINE, 0},
    [COMMAND_FIND_NEXT] = {find_again, false, DIALOG},
    [COMMAND_FIND_PREVIOUS] = {find_again, true, DIALOG},
    [COMMAND_ACCEPT] = {accept, 0, DIALOG},
    [COMMAND_CANCEL] = {cancel, 0, DIALOG},
    [COMMAND_YES] = {answer, true, DIALOG},
    [COMMAND_NO] = {answer, false, DIALOG},
    [COMMAND_STEP_ON] = {step, 1, 0},
    [COMMAND_STEP_BACK] = {step, -1, 0},
    [COMMAND_LINE_TRY] = {try_line, 0, 0},
    [COMMAND_LINE_CLEAR] = {clear_line, 0, 0},
};

void session_do(struct session *session, enum command command)
{
    if (command >= COMMAND_COUNT || !handlers[command].act)
        return;
    const struct handler *handler = &handlers[command];
    if (command != COMMAND_REDRAW && command != COMMAND_SUSPEND)
        session->message[0] = '\0';
    if (session->dialog != PANE_COUNT && !(handler->marks & DIALOG))
        session_cancel(session);
    handler->act(session, handler->told);
    session->last = command;
    session_refresh(session, false);
}
