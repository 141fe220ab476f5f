/* Opening and saving the Dockerfile. In: names. Out: the text, or the file, and one line that says
 * how it went. A text is dropped only where that was asked for and granted. */
#include "app/session/designing.h"
#include "app/session/inside.h"

#include <errno.h>
#include <stdlib.h>

bool session_dirty(struct session *session)
{
    return editor_dirty(&session->editor);
}

static int say_error(struct session *session, enum words_id id, const char *path, int error)
{
    const struct words_args args = {.file = slice_of(path), .other = slice_of(strerror(error))};
    session_tell(session, id, &args);
    return error;
}

static void say_done(struct session *session, enum words_id id)
{
    size_t lines = lines_count(&session->editor.lines), len = session->editor.lines.len;
    bool ends = len && lines_byte(&session->editor.lines, len - 1) == '\n';
    const struct words_args args = {.file = slice_of(session->path),
                                    .number = (uint32_t)(len ? lines - ends : 0)};
    session_tell(session, id, &args);
}

/* The file that the text belongs to from now on; null: none. Takes path over. */
static void set_path(struct session *session, char *path, struct file_stamp stamp)
{
    if (path != session->path)
        free(session->path);
    session->path = path;
    session->stamp = stamp;
}

bool session_load_text(struct session *session, struct slice text)
{
    if (!editor_open(&session->editor, text)) {
        session_tell(session, WORDS_SAY_TEXT_FULL, NULL);
        return false;
    }
    set_path(session, NULL, (struct file_stamp){0});
    session_replaced(session);
    return true;
}

/* Reads a file, or for a new one nothing. */
static int read_text(const char *path, char **bytes, size_t *len, struct file_stamp *stamp)
{
    int error = file_read(path, LINES_MAX, bytes, len, stamp);
    if (error != ENOENT)
        return error;
    *bytes = NULL;
    *len = 0;
    *stamp = (struct file_stamp){0};
    return ENOENT;
}

/* A situation that was shared. Frees bytes. */
static int open_block(struct session *session, const char *path, char *bytes, size_t len)
{
    bool loaded = session_load(session, (struct slice){bytes, len});
    free(bytes);
    return loaded ? say_error(session, WORDS_SAY_LOADED, path, 0) : EINVAL;
}

int session_open_file(struct session *session, const char *path)
{
    char *bytes, *name = strdup(path);
    size_t len;
    struct file_stamp stamp;
    struct found found;
    int error = name ? read_text(path, &bytes, &len, &stamp) : ENOMEM;
    if (error) {
        free(name);
        return say_error(session, WORDS_SAY_NOT_OPENED, path, error);
    }
    if (session_is_block((struct slice){bytes, len})) {
        free(name);
        return open_block(session, path, bytes, len);
    }
    bool opened = editor_open(&session->editor, (struct slice){bytes, len});
    free(bytes);
    if (!opened) {
        free(name);
        return say_error(session, WORDS_SAY_NOT_OPENED, path, ENOMEM);
    }
    set_path(session, name, stamp);
    session_replaced(session);
    say_done(session, WORDS_SAY_OPENED);
    if (unsaved_take(session, name, &found))
        unsaved_restore(session, &found);
    session_refresh(session, true);
    return 0;
}

/* Whether saving there would overwrite what is not known here. */
static bool would_overwrite(const struct session *session, const char *path)
{
    struct file_stamp there = file_stamp(path);
    bool own = session->path && strcmp(session->path, path) == 0;
    if (!there.exists)
        return false;
    return !own || !file_stamp_equal(&there, &session->stamp);
}

int session_save_file(struct session *session, const char *path, bool overwrite)
{
    struct file_stamp stamp;
    path = path ? path : session->path;
    if (!path)
        return ENOENT;
    if (!overwrite && would_overwrite(session, path))
        return EEXIST;
    char *name = path == session->path ? session->path : strdup(path);
    if (!name)
        return say_error(session, WORDS_SAY_NOT_SAVED, path, ENOMEM);
    int error = file_replace(path, NULL, editor_text(&session->editor), 0666, &stamp);
    if (error) {
        say_error(session, WORDS_SAY_NOT_SAVED, path, error);
        if (name != session->path)
            free(name);
        return error;
    }
    if (name != session->path)
        session->asks_anew = true; /* places bear its name */
    set_path(session, name, stamp);
    editor_saved(&session->editor);
    unsaved_keep(session);
    say_done(session, WORDS_SAY_SAVED);
    session_refresh(session, true);
    return 0;
}

void session_save(struct session *session)
{
    const struct words_args args = {.file = slice_of(session->path)};
    session_refresh(session, true);
    if (!session->path) {
        session_ask_name(session, ASKING_SAVE_AS, S("Dockerfile"));
        return;
    }
    if (session_save_file(session, NULL, false) == EEXIST) {
        session->name_len = 0; /* no other name than the text's own */
        session_ask(session, ASKING_OVERWRITE, WORDS_SAY_ASK_OVERWRITE, &args);
    }
}

/* What $EDITOR left may be the file itself, saved. */
static void look_at_file(struct session *session, struct slice text)
{
    char *bytes;
    size_t len;
    struct file_stamp stamp;
    if (!session->path || file_read(session->path, LINES_MAX, &bytes, &len, &stamp) != 0)
        return;
    if (slice_equal(text, (struct slice){bytes, len})) {
        editor_saved(&session->editor);
        session->stamp = stamp;
    }
    free(bytes);
}

void session_external(struct session *session, struct slice text)
{
    if (!editor_replace(&session->editor, text)) {
        session_tell(session, WORDS_SAY_TEXT_FULL, NULL);
        return;
    }
    look_at_file(session, text);
    session_replaced(session);
    session_refresh(session, true);
    if (pane_is_design(session->page)) /* it tries these lines */
        designing_edited(session);
}
