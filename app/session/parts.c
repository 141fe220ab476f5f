/* Where one is: parts, pages, lists. In: commands that move. Out: focus, page, chosen rows. */
#include "app/session/designing.h"
#include "app/session/inside.h"

/* ---- Parts and pages */

enum pane session_pane_below(const struct session *session)
{
    if (session->page != PANE_COUNT)
        return session->page;
    bool asked = session->prediction.on && !session->prediction.answered;
    return session->focus == PANE_RESULT && asked ? PANE_ANSWER : session->focus;
}

enum pane session_pane(const struct session *session)
{
    return session->dialog != PANE_COUNT ? session->dialog : session_pane_below(session);
}

/* Gives a part the keyboard; an open page is left. From then on the first screen leads back here.
 */
void session_go(struct session *session, enum pane part)
{
    if (part == PANE_EDITOR || part == PANE_LINE)
        session->last_text = part;
    session->note_open = session->note_open && part == PANE_NOTES;
    session->focus = part;
    session->page = PANE_COUNT;
    session->under[PANE_HOME] = PANE_COUNT;
}

/* Whether going back from the open page leads to another one. */
static bool lies_below(const struct session *session, enum pane page)
{
    enum pane at = session->page;
    for (int steps = 0; at != PANE_COUNT && steps < PANE_COUNT; steps++) {
        if (session->under[at] == page && page != PANE_HOME)
            return true;
        at = session->under[at] == at ? PANE_COUNT : session->under[at];
    }
    return false;
}

/* From HOME one comes back to HOME, from help and the page of a lesson to where one was, else to
 * the workspace. */
void session_open_page(struct session *session, enum pane page)
{
    if (page == session->page)
        return;
    if (lies_below(session, page)) { /* one comes back to it, and from it to where it led */
        session->page = page;
        return;
    }
    if (page == PANE_HELP || page == PANE_TEXT || page == PANE_SEARCH || page == PANE_PROGRESS ||
        page == PANE_RULE) {
        session->help_for = session_pane_below(session);
        session->under[page] = session->page;
    } else if (page == PANE_DESIGN) {
        session->under[page] = session->page == PANE_HELP ? PANE_COUNT : session->page;
    } else {
        session->under[page] = session->page == PANE_HOME ? PANE_HOME : PANE_COUNT;
    }
    session->page = page;
    session->top[page] = 0;
    if (page == PANE_TRIED)
        session->row[page] = session->tried.len ? session->tried.len - 1 : 0;
}

void session_back(struct session *session)
{
    enum pane page = session->page;
    if (page == PANE_HOME && session->under[page] == PANE_HOME)
        session_quit(session);
    else if (page != PANE_COUNT)
        session->page = session->under[page];
    else if (session->note_open)
        session->note_open = false;
    else if (learning_has_task(session))
        session_go(session, learning_work(session));
    else if (session->learning)
        learning_home(session);
    else
        session_go(session, session->last_text);
    if (page != PANE_COUNT && pane_is_design(session->page))
        designing_again(session);
}

void session_quit(struct session *session)
{
    const struct words_args args = {.file = slice_of(session->path)};
    if (session->learning && session->other && session_dirty(session->other)) {
        session->effect = EFFECT_OTHER; /* the scratchpad asks for its text */
        session_quit(session->other);
        return;
    }
    if (session->learning || !session_dirty(session)) {
        session->effect = EFFECT_QUIT;
        return;
    }
    /* Kept at once, so that what the question says of it is true. */
    session_idle(session);
    bool kept = session->keep && session->has_kept && !session->keep_failed;
    session->message[0] = '\0';
    session_ask(session, ASKING_QUIT, kept ? WORDS_SAY_ASK_QUIT_KEPT : WORDS_SAY_ASK_QUIT, &args);
}

/* A dialog in which nothing could be lost is left; others want their answer first. */
static bool may_go(struct session *session)
{
    if (session->dialog == PANE_MENU || session->dialog == PANE_FIND) {
        if (session->dialog == PANE_FIND)
            session_accept(session);
        session->dialog = PANE_COUNT;
    }
    return session->dialog == PANE_COUNT;
}

void session_focus(struct session *session, enum pane part)
{
    if (session->learning && !learning_has_task(session))
        return;
    bool own = session->learning
                   ? part == PANE_TASK || part == PANE_CHECKS || part == learning_work(session)
                   : part <= PANE_NOTES;
    bool design = pane_is_design(part) && pane_is_design(session->page);
    if ((!own && !design) || !may_go(session))
        return;
    session->message[0] = '\0';
    if (design && part != session->page)
        designing_other_part(session);
    else if (!design)
        session_go(session, part);
    session_refresh(session, false);
}

void session_point(struct session *session, enum pane part, size_t index)
{
    if (!may_go(session))
        return;
    if ((part <= PANE_NOTES || session->learning) && part != session->page)
        session_focus(session, part);
    if (part == PANE_EDITOR && index != SIZE_MAX)
        editor_go(&session->editor, index, 0);
    else if (part == PANE_DESIGN && session->designing && index != SIZE_MAX)
        editor_go(&session->designing->wishes, index, 0);
    else if (part < PANE_COUNT && index < session->rows[part])
        session->row[part] = index;
    learning_row(session);
    session_refresh(session, false);
}

/* ---- Lists */

void session_count_rows(struct session *session)
{
    const struct answer *answer = &session->shown->answer;
    session->rows[PANE_NOTES] = session_notes(session, NULL, 0);
    session->rows[PANE_EXPLAIN] = answer->plan.steps.len;
    session->rows[PANE_MERGE] = answer->plan.steps.len;
    session->rows[PANE_EXAMPLES] = examples_len;
    session->rows[PANE_TRIED] = session->tried.len;
    if (!session->learning)
        session->rows[PANE_HOME] = HOME_ROWS;
    else if (learning_has_task(session))
        learning_count_rows(session);
    for (int pane = 0; pane < PANE_COUNT; pane++)
        if (session->row[pane] && session->row[pane] >= session->rows[pane])
            session->row[pane] = session->rows[pane] ? session->rows[pane] - 1 : 0;
    if (session->step && session->step >= session->rows[PANE_MERGE])
        session->step = session->rows[PANE_MERGE] ? session->rows[PANE_MERGE] - 1 : 0;
    session->note_open = session->note_open && session->rows[PANE_NOTES];
}
