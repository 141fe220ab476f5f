/* Questions that are answered by typing a name or by yes and no. In: what is asked. Out: what the
 * answer leads to. */
#include "app/session/inside.h"

#include <errno.h>

void session_ask_name(struct session *session, enum asking asking, struct slice start)
{
    enum words_id id = asking == ASKING_OPEN    ? WORDS_SAY_ASK_OPEN
                       : asking == ASKING_LINE  ? WORDS_SAY_ASK_LINE
                       : asking == ASKING_WRITE ? WORDS_SAY_ASK_WRITE
                                                : WORDS_SAY_ASK_SAVE_AS;
    session->dialog = PANE_NAME;
    session->asking = asking;
    session->name_len = start.len < NAME_MAX_BYTES ? start.len : 0;
    if (session->name_len)
        memmove(session->name, start.at, session->name_len);
    if (asking == ASKING_OPEN && unsaved_is_nameless(session))
        id = WORDS_SAY_ASK_OPEN_KEPT;
    say(session->prompt, sizeof session->prompt, id, NULL);
}

void session_ask(struct session *session, enum asking asking, enum words_id id,
                 const struct words_args *args)
{
    session->dialog = PANE_ASK;
    session->asking = asking;
    say(session->prompt, sizeof session->prompt, id, args);
}

static void close_dialog(struct session *session)
{
    session->dialog = PANE_COUNT;
    session->asking = ASKING_NOTHING;
}

void session_cancel(struct session *session)
{
    if (session->dialog == PANE_FIND)
        editor_search_end(&session->editor, false);
    close_dialog(session);
}

/* The name as a string, in the same place; null when it is empty or holds a NUL. */
static const char *typed_name(struct session *session)
{
    session->name[session->name_len] = '\0';
    return session->name_len && strlen(session->name) == session->name_len ? session->name : NULL;
}

static void go_line(struct session *session)
{
    size_t line = 0;
    bool number = session->name_len > 0;
    for (size_t i = 0; i < session->name_len && number; i++) {
        number = session->name[i] >= '0' && session->name[i] <= '9';
        if (line < LINES_MAX)
            line = line * 10 + (size_t)(session->name[i] - '0');
    }
    if (!number) {
        session_tell(session, WORDS_SAY_NO_NUMBER, NULL);
        return;
    }
    close_dialog(session);
    editor_go(&session->editor, line ? line - 1 : 0, 0);
    session_go(session, PANE_EDITOR);
}

static void accept_open(struct session *session, const char *name)
{
    const struct words_args args = {.file = slice_of(session->path)};
    if (session_dirty(session)) {
        session_ask(session, ASKING_DISCARD, WORDS_SAY_ASK_DISCARD, &args);
        return;
    }
    if (session_open_file(session, name) == 0) {
        close_dialog(session);
        session_go(session, PANE_EDITOR);
    }
}

static void accept_save(struct session *session, const char *name)
{
    const struct words_args args = {.file = slice_of(name)};
    bool own = session->path && strcmp(session->path, name) == 0;
    int error = session_save_file(session, name, false);
    if (error == EEXIST)
        session_ask(session, ASKING_OVERWRITE,
                    own ? WORDS_SAY_ASK_OVERWRITE : WORDS_SAY_ASK_REPLACE, &args);
    else if (!error)
        close_dialog(session);
}

static void accept_write(struct session *session, const char *name)
{
    const struct words_args args = {.file = slice_of(name)};
    if (file_stamp(name).exists)
        session_ask(session, ASKING_REWRITE, WORDS_SAY_ASK_REPLACE, &args);
    else if (session_write_block(session, name))
        close_dialog(session);
}

/* A dialog stays open where its answer led to nothing, so that the answer can be mended. */
void session_accept(struct session *session)
{
    if (session->dialog == PANE_FIND) {
        editor_search_end(&session->editor, true);
        close_dialog(session);
    } else if (session->dialog == PANE_NAME) {
        const char *name = typed_name(session);
        if (session->asking == ASKING_LINE)
            go_line(session);
        else if (!name && session->asking == ASKING_OPEN && unsaved_is_nameless(session)) {
            close_dialog(session);
            unsaved_open_nameless(session);
        } else if (!name)
            session_tell(session, WORDS_SAY_NO_NAME, NULL);
        else if (session->asking == ASKING_OPEN)
            accept_open(session, name);
        else if (session->asking == ASKING_WRITE)
            accept_write(session, name);
        else
            accept_save(session, name);
    } else if (session->dialog == PANE_COUNT && session_pane(session) == PANE_ANSWER) {
        prediction_accept(session);
    } else if (session_pane(session) == PANE_SAY) {
        learning_accept(session);
    }
}

void session_answer(struct session *session, bool yes)
{
    enum asking asking = session->asking;
    const char *name = typed_name(session);
    if (session->dialog != PANE_ASK)
        return;
    close_dialog(session);
    if (!yes)
        return;
    switch (asking) {
    case ASKING_OVERWRITE: session_save_file(session, name, true); break;
    case ASKING_DISCARD:
        if (session_open_file(session, name) == 0)
            session_go(session, PANE_EDITOR);
        else
            session_ask_name(session, ASKING_OPEN, (struct slice){name, session->name_len});
        break;
    case ASKING_QUIT: session->effect = EFFECT_QUIT; break;
    case ASKING_LOAD: session_load_example(session); break;
    case ASKING_REWRITE: session_write_block(session, name); break;
    case ASKING_GIVEN: session_take_given(session); break;
    case ASKING_RESET_ONE:
    case ASKING_RESET_ALL: learning_reset_answer(session, asking == ASKING_RESET_ALL); break;
    default: break;
    }
}
