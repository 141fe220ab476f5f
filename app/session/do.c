/* What commands do. In: a command. Out: the changed state, answered anew. A row a command: the
 * function, what it is told, and where it may be given. */
#include "app/session/inside.h"

#include "app/ground/cluster.h"
#include "app/session/designing.h"

enum { DIALOG = 1 << 0 }; /* may be given in an open dialog; others close it first */

struct handler {
    void (*act)(struct session *session, int told);
    int told;
    unsigned marks;
};

/* ---- The editor */

/* Rows in a page of a pane, as it was painted last. */
static size_t page_of(const struct session *session, enum pane pane)
{
    size_t height = session->height[pane];
    return height > 1 ? height - 1 : 10;
}

/* Whether a text with lines has the keyboard: the Dockerfile, or wishes. */
static bool has_text(const struct session *session)
{
    enum pane pane = session_pane(session);
    return pane == PANE_EDITOR || pane == PANE_DESIGN;
}

static void move(struct session *session, int told)
{
    if (has_text(session))
        editor_move(session_text_editor(session), (enum editor_move)told);
}

static void erase(struct session *session, int told)
{
    struct prediction *prediction = &session->prediction;
    struct slice name = {session->name, session->name_len};
    struct slice said = {prediction->text, prediction->len};
    switch (session_pane(session)) {
    case PANE_EDITOR:
    case PANE_DESIGN:
        if (!editor_erase(session_text_editor(session), (enum editor_move)told))
            session_tell(session, WORDS_SAY_NO_MEMORY, NULL);
        session_text_edited(session);
        break;
    case PANE_FIND: editor_search_erase(&session->editor); break;
    case PANE_NAME: session->name_len = name.len ? cluster_before(name, name.len) : 0; break;
    case PANE_ANSWER: prediction->len = said.len ? cluster_before(said, said.len) : 0; break;
    case PANE_SAY:
    case PANE_SEARCH: learning_erase(session, false); break;
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
    case PANE_SAY:
    case PANE_SEARCH: learning_erase(session, true); break;
    default: break;
    }
}

enum edit { NEWLINE, CUT_LINE, CUT_REST, PUT_BACK };

static void edit(struct session *session, int told)
{
    bool (*const edits[])(struct editor *) = {
        [CUT_LINE] = editor_cut_line, [CUT_REST] = editor_cut_rest, [PUT_BACK] = editor_put_back};
    struct editor *editor = session_text_editor(session);
    if (!has_text(session)) {
        if (told == CUT_LINE)
            erase_typed(session);
        return;
    }
    bool wishes = session_pane(session) == PANE_DESIGN, adds = told == NEWLINE || told == PUT_BACK;
    bool full = wishes && adds && !designing_has_room(session, editor->cut_len + 1);
    bool done = !full && (told == NEWLINE ? editor_type(editor, S("\n")) : edits[told](editor));
    if (!done)
        session_tell(session, WORDS_SAY_TEXT_FULL, NULL);
    session_text_edited(session);
    if (wishes)
        return;
    /* A new line leaves the one before, unless that goes on in it. */
    size_t line = editor_line(editor);
    if (told == NEWLINE && line && !session_goes_on(session, line - 1))
        session_refresh(session, true);
}

/* Not while a dialog is open; from other parts too, for line mode. */
static void undo(struct session *session, int again)
{
    struct editor *editor = session_text_editor(session);
    bool done = again ? editor_redo(editor) : editor_undo(editor);
    if (!done)
        session_tell(session, again ? WORDS_SAY_NOTHING_TO_REDO : WORDS_SAY_NOTHING_TO_UNDO, NULL);
    session_text_edited(session);
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
           pane == PANE_EXAMPLES || pane == PANE_TRIED || pane == PANE_HOME || pane == PANE_SAY ||
           pane == PANE_SEARCH || pane == PANE_PROGRESS;
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
    if (has_text(session))
        editor_move_lines(session_text_editor(session), rows);
    else if (is_list(session, pane))
        session->row[pane] = moved(session->row[pane], rows, count ? count - 1 : 0);
    else if (pane == PANE_CHECKS && learning_lists(session))
        session->row[pane] = moved(session->row[pane], rows, count ? count - 1 : 0);
    else
        session->top[pane] = moved(session->top[pane], rows, SCROLL_LAST);
    if (pane == PANE_SAY || pane == PANE_CHECKS)
        learning_row(session);
}

static void row(struct session *session, int direction)
{
    move_rows(session, has_text(session) ? direction * WHEEL_ROWS : direction);
}

static void sideways(struct session *session, int direction)
{
    learning_home_sideways(session, direction);
}

static void page(struct session *session, int direction)
{
    move_rows(session, direction * (long)page_of(session, session_pane(session)));
}

static void end(struct session *session, int direction)
{
    if (!has_text(session))
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
    if (page_wanted == PANE_DESIGN) {
        designing_open(session);
        return;
    }
    if (page_wanted == PANE_MERGE) {
        session->step = 0;
        if (!session->shown->answer.plan.steps.len)
            session_tell(session, WORDS_SAY_NO_STEPS, NULL);
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
    if (session->learning)
        learning_pad(session);
    else
        session_go(session, session->focus);
}

enum { PARTS = PANE_NOTES + 1 };

/* Answer, checks, task, and round. */
static void next_part_of_exercise(struct session *session, int direction)
{
    const enum pane parts[] = {learning_work(session), PANE_CHECKS, PANE_TASK};
    int at = 0;
    if (learning_is_start(session)) /* a page with one place to type */
        return;
    while (at < 2 && parts[at] != session->focus)
        at++;
    session_go(session, parts[(at + 3 + direction) % 3]);
}

static void next_part(struct session *session, int direction)
{
    if (pane_is_design(session->page)) {
        designing_other_part(session);
        return;
    }
    if (session->learning && session->page != PANE_COUNT)
        session_back(session);
    else if (session->learning)
        next_part_of_exercise(session, direction);
    else if (session->page != PANE_COUNT)
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

/* What judges an answer, or shows it, is done in the exercise: what a design shows would be of
 * before. */
static void leave_design(struct session *session)
{
    if (session->learning && pane_is_design(session->page))
        session_back(session);
}

/* Enter in the run line: it counts, and is kept among those that were tried. While a prediction is
 * asked for it is asked for first. */
static void try_line(struct session *session, int told)
{
    (void)told;
    leave_design(session);
    session_settle(session);
    if (session->learning)
        learning_check(session);
    else if (session->prediction.on && !session->prediction.answered)
        session_go(session, PANE_RESULT);
    else
        tried_add(session);
}

/* ---- The course */

static void home(struct session *session, int told)
{
    if (session->learning)
        learning_home(session);
    else if (session->has_course)
        session->effect = EFFECT_HOME;
    else
        open_page(session, told);
}

/* From the scratchpad to the course, as it was left. */
static void lesson(struct session *session, int told)
{
    (void)told;
    if (session->has_course)
        session->effect = EFFECT_OTHER;
}

static void exercise(struct session *session, int command)
{
    if (!session->learning)
        return;
    leave_design(session);
    switch (command) {
    case COMMAND_CHECK: learning_check(session); break;
    case COMMAND_HINT: learning_hint(session); break;
    case COMMAND_SHOW_ANSWER: learning_show(session); break;
    case COMMAND_START_OVER: learning_start_over(session); break;
    case COMMAND_TEXT: learning_text(session); break;
    case COMMAND_MORE: learning_practise(session); break;
    case COMMAND_REVIEW: learning_review(session); break;
    case COMMAND_SEARCH: learning_search(session); break;
    case COMMAND_PROGRESS: learning_progress(session); break;
    case COMMAND_FILTER: learning_filter(session); break;
    case COMMAND_UNDO_RESET: learning_undo_reset(session); break;
    default: break;
    }
}

static void move_on(struct session *session, int by)
{
    learning_move(session, by);
}

static void reset(struct session *session, int all)
{
    learning_reset(session, all != 0);
}

static void sure(struct session *session, int how)
{
    learning_sure(session, (uint32_t)how);
}

static void take(struct session *session, int told)
{
    (void)told;
    designing_take(session);
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
    [COMMAND_ROW_LEFT] = {sideways, -1, 0},
    [COMMAND_ROW_RIGHT] = {sideways, 1, 0},
    [COMMAND_PAGE_UP] = {page, -1, 0},
    [COMMAND_PAGE_DOWN] = {page, 1, 0},
    [COMMAND_FIRST] = {end, -1, 0},
    [COMMAND_LAST] = {end, 1, 0},
    [COMMAND_CHOOSE] = {choose, 0, 0},
    [COMMAND_HOME] = {home, PANE_HOME, 0},
    [COMMAND_SCRATCHPAD] = {scratchpad, 0, 0},
    [COMMAND_GRID] = {open_page, PANE_GRID, 0},
    [COMMAND_MERGE] = {open_page, PANE_MERGE, 0},
    [COMMAND_EXPLAIN] = {open_page, PANE_EXPLAIN, 0},
    [COMMAND_COMPARE] = {compare, 0, 0},
    [COMMAND_EXAMPLES] = {open_page, PANE_EXAMPLES, 0},
    [COMMAND_PREDICT] = {predict, 0, 0},
    [COMMAND_TRIED] = {open_page, PANE_TRIED, 0},
    [COMMAND_NOTES] = {go, PANE_NOTES, 0},
    [COMMAND_TOWER] = {open_page, PANE_TOWER, 0},
    [COMMAND_SURFACE] = {open_page, PANE_SURFACE, 0},
    [COMMAND_DESIGN] = {open_page, PANE_DESIGN, 0},
    [COMMAND_LESSON] = {lesson, 0, 0},
    [COMMAND_TEXT] = {exercise, COMMAND_TEXT, 0},
    [COMMAND_CHECK] = {exercise, COMMAND_CHECK, 0},
    [COMMAND_HINT] = {exercise, COMMAND_HINT, 0},
    [COMMAND_SHOW_ANSWER] = {exercise, COMMAND_SHOW_ANSWER, 0},
    [COMMAND_START_OVER] = {exercise, COMMAND_START_OVER, 0},
    [COMMAND_NEXT] = {move_on, 1, 0},
    [COMMAND_PREVIOUS] = {move_on, -1, 0},
    [COMMAND_MORE] = {exercise, COMMAND_MORE, 0},
    [COMMAND_REVIEW] = {exercise, COMMAND_REVIEW, 0},
    [COMMAND_SEARCH] = {exercise, COMMAND_SEARCH, 0},
    [COMMAND_PROGRESS] = {exercise, COMMAND_PROGRESS, 0},
    [COMMAND_FILTER] = {exercise, COMMAND_FILTER, 0},
    [COMMAND_RESET_ONE] = {reset, false, 0},
    [COMMAND_RESET_ALL] = {reset, true, 0},
    [COMMAND_UNDO_RESET] = {exercise, COMMAND_UNDO_RESET, 0},
    [COMMAND_SURE_1] = {sure, 1, DIALOG},
    [COMMAND_SURE_2] = {sure, 2, DIALOG},
    [COMMAND_SURE_3] = {sure, 3, DIALOG},
    [COMMAND_SURE_NOT] = {sure, 0, DIALOG},
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
    [COMMAND_TAKE] = {take, 0, 0},
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
    learning_stand(session);
    session_refresh(session, false);
}
