/* Opening and closing a session, and the text that goes into it. In: what is given at the start,
 * typed bytes. Out: the state, answered. What commands do stands in do.c. */
#include "app/session/inside.h"

#include <errno.h>
#include <stdlib.h>

/* ---- The run line */

bool session_set_line(struct session *session, struct slice line, size_t cursor, bool to_face)
{
    if (line.len > LINE_MAX_BYTES) {
        session_tell(session, WORDS_SAY_LINE_FULL, NULL);
        return false;
    }
    if (line.len + 1 > session->line_cap) {
        size_t cap = line.len + 1 > 2 * session->line_cap ? line.len + 64 : 2 * session->line_cap;
        char *at = realloc(session->line, cap);
        if (!at) {
            session_tell(session, WORDS_SAY_NO_MEMORY, NULL);
            return false;
        }
        session->line = at;
        session->line_cap = cap;
    }
    if (line.len)
        memmove(session->line, line.at, line.len);
    session->line[line.len] = '\0';
    session->line_len = line.len;
    session->line_cursor = cursor < line.len ? cursor : line.len;
    session->asks_anew = true;
    if (to_face)
        session->effect = EFFECT_LINE;
    return true;
}

void session_line(struct session *session, struct slice line, size_t cursor)
{
    if (slice_equal(line, (struct slice){session->line, session->line_len})) {
        session->line_cursor = cursor < line.len ? cursor : line.len;
        return;
    }
    session->message[0] = '\0';
    if (session_set_line(session, line, cursor, false))
        session->unsettled = PANE_LINE;
    session_refresh(session, false);
}

/* ---- Opening */

/* What was set at the start, and the first texts. 0 or a number of errno.h. */
static int take_setup(struct session *session, const struct session_setup *setup)
{
    session->host = setup->host;
    session->has_sudo = setup->has_sudo;
    session->bases = setup->bases;
    session->metadata = setup->metadata;
    session->metadata_name = setup->metadata_name;
    session->target = setup->target;
    session->build_args = setup->build_args;
    session->build_args_len = setup->build_args_len;
    if (setup->image_name.len) {
        char *name = malloc(setup->image_name.len);
        if (!name)
            return ENOMEM;
        memcpy(name, setup->image_name.at, setup->image_name.len);
        session->image_name = (struct slice){name, setup->image_name.len};
    }
    return session_set_line(session, setup->line, setup->line.len, setup->line.len > 0) ? 0
                                                                                        : ENOMEM;
}

/* A file that is not there yet is one to be made. */
static void open_new(struct session *session, const char *path)
{
    const struct words_args args = {.file = slice_of(path)};
    session->path = strdup(path);
    if (session->path)
        session_tell(session, WORDS_SAY_NEW_FILE, &args);
}

static int open_text(struct session *session, const struct session_setup *setup)
{
    struct found found;
    int error = 0;
    if (setup->block.at)
        return session_load(session, setup->block) ? 0 : EINVAL;
    if (setup->path) {
        error = session_open_file(session, setup->path);
        if (error == ENOENT)
            open_new(session, setup->path);
        if (error == ENOENT && session->path && unsaved_take(session, session->path, &found))
            unsaved_restore(session, &found);
    } else if (setup->text.len || setup->metadata) {
        error = editor_open(&session->editor, setup->text) ? 0 : ENOMEM;
    } else if (unsaved_take(session, "", &found)) {
        unsaved_restore(session, &found);
    }
    return error;
}

/* That there is text of another start, unless something else is to be said. */
static void say_put_by(struct session *session)
{
    const struct found_list *found = &session->found;
    if (!found->len || session->message[0])
        return;
    const struct words_args args = {.file = slice_of(found->at[found->len - 1].path)};
    session_tell(session, WORDS_SAY_PUT_BY, &args);
}

int session_open(struct session *session, const struct session_setup *setup)
{
    memset(session, 0, sizeof *session);
    evaluation_init(&session->evaluations[0]);
    evaluation_init(&session->evaluations[1]);
    evaluation_init(&session->comparison.other);
    session->shown = session->now = &session->evaluations[0];
    session->focus = session->last_text = setup->path || setup->text.len ? PANE_LINE : PANE_EDITOR;
    session->page = session->dialog = session->unsettled = PANE_COUNT;
    for (int pane = 0; pane < PANE_COUNT; pane++)
        session->under[pane] = PANE_COUNT;
    session->keep = setup->keep;
    int error = take_setup(session, setup);
    int keep_error = session->keep ? unsaved_open(session) : 0;
    int text_error = open_text(session, setup);
    tried_open(session);
    say_put_by(session);
    if (keep_error && !session->message[0]) {
        const struct words_args args = {.file = slice_of(session->keep->trouble),
                                        .other = slice_of(strerror(keep_error))};
        session_tell(session, WORDS_SAY_NOT_KEPT, &args);
    }
    session->kept_changes = session->changes * 2 + session_dirty(session);
    if (setup->home)
        session->page = session->under[PANE_HOME] = PANE_HOME;
    session_refresh(session, true);
    return error ? error : text_error;
}

void session_close(struct session *session)
{
    learning_close(session);
    designing_free(session);
    unsaved_keep(session);
    if (session->keep)
        keep_close(session->keep);
    unsaved_free(session);
    tried_free(session);
    evaluation_free(&session->evaluations[0]);
    evaluation_free(&session->evaluations[1]);
    evaluation_free(&session->comparison.other);
    editor_free(&session->editor);
    free(session->path);
    free((char *)(uintptr_t)session->image_name.at);
    free(session->line);
    free(session->copied);
    free(session->shared_command);
    free(session->shared_block);
    memset(session, 0, sizeof *session);
}

void session_idle(struct session *session)
{
    unsaved_keep(session);
    learning_keep_draft(session);
}

/* ---- Typing */

static void type_name(struct session *session, struct slice text)
{
    /* A name is one line; what is pasted with a line end is a name all the same. */
    text = slice_first(text, slice_find(text, '\n'));
    if (text.len > NAME_MAX_BYTES - 1 - session->name_len) {
        session_tell(session, WORDS_SAY_LINE_FULL, NULL);
        return;
    }
    memcpy(session->name + session->name_len, text.at, text.len);
    session->name_len += text.len;
}

static void type_pattern(struct session *session, struct slice text)
{
    struct editor_search *search = &session->editor.search;
    editor_search_type(&session->editor, text);
    const struct words_args args = {.file = {search->pattern, search->len}};
    if (search->len && !search->found)
        session_tell(session, WORDS_SAY_NOT_FOUND, &args);
}

void session_type(struct session *session, struct slice text, bool pasted)
{
    bool whole = slice_has(text, '\n'), taken = true;
    enum pane pane = session_pane(session);
    session->message[0] = '\0';
    session->last = COMMAND_NONE;
    if (!text.len)
        return;
    switch (pane) {
    case PANE_EDITOR:
        taken = pasted ? editor_paste(&session->editor, text) : editor_type(&session->editor, text);
        session_edited(session);
        break;
    case PANE_DESIGN: taken = designing_type(session, text, pasted); break;
    case PANE_FIND: type_pattern(session, text); break;
    case PANE_NAME: type_name(session, text); break;
    case PANE_ANSWER: prediction_type(session, text); break;
    case PANE_SAY:
    case PANE_SEARCH: learning_type(session, text); break;
    default: break;
    }
    if (!taken)
        session_tell(session, WORDS_SAY_TEXT_FULL, NULL);
    session_refresh(session, pane == PANE_EDITOR && whole);
}

void session_tell(struct session *session, enum words_id id, const struct words_args *args)
{
    say(session->message, sizeof session->message, id, args);
}

void session_say(struct session *session, struct slice message)
{
    say_printable(session->message, sizeof session->message, message);
}

enum effect session_effect(struct session *session)
{
    enum effect effect = session->effect;
    session->effect = EFFECT_NONE;
    return effect;
}
