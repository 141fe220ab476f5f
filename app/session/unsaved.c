/* Text that was not saved: kept while the program runs, found by the next one. In: the text as it
 * stands. Out: a file of records, and from it the text again.
 *
 *     pairing unsaved 1
 *     path 9
 *     /srv/file
 *     stamp 1 2049 77 12 1700000000 5      the file as it was when it was read
 *     text 13
 *     FROM busybox
 *
 *     line 12
 *     docker run x
 *
 * The first record is this session's, the others are of files that it has not opened; they are kept
 * on. What cannot be read as a record counts as a text without a file: nothing is dropped. */
#include "app/session/inside.h"

#include <errno.h>
#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define HEAD "pairing unsaved 1\n"

enum { UNSAVED_FILE_MAX = 256 << 20 };

static void found_free(struct found *found)
{
    free(found->path);
    free(found->text);
    free(found->line);
}

void unsaved_free(struct session *session)
{
    for (size_t i = 0; i < session->found.len; i++)
        found_free(&session->found.at[i]);
    free(session->found.at);
    session->found = (struct found_list){0};
}

static char *copy_of(struct slice text)
{
    char *copy = malloc(text.len + 1);
    if (!copy)
        return NULL;
    if (text.len)
        memcpy(copy, text.at, text.len);
    copy[text.len] = '\0';
    return copy;
}

/* Adds a record of copies; false without memory. */
static bool found_add(struct session *session, struct slice path, struct slice text,
                      struct slice line, struct file_stamp stamp)
{
    struct found_list *list = &session->found;
    struct found *more = realloc(list->at, (list->len + 1) * sizeof *more);
    struct found found = {copy_of(path), copy_of(text), copy_of(line), text.len, line.len, stamp};
    list->at = more ? more : list->at;
    if (!more || !found.path || !found.text || !found.line) {
        found_free(&found);
        return false;
    }
    list->at[list->len++] = found;
    session->changes++;
    return true;
}

/* ---- Reading */

/* "NAME LENGTH\n", the bytes, "\n". */
static bool read_part(struct slice *rest, const char *name, struct slice *bytes)
{
    struct slice after = *rest, wanted = slice_of(name);
    size_t len = 0;
    if (!slice_starts(after, wanted))
        return false;
    after = slice_after(after, wanted.len);
    size_t digits = 0;
    for (; digits < after.len && digits < 10 && after.at[digits] >= '0' && after.at[digits] <= '9';
         digits++)
        len = len * 10 + (size_t)(after.at[digits] - '0');
    if (!digits || digits >= after.len || after.at[digits] != '\n' ||
        after.len - digits - 1 < len + 1 || after.at[digits + 1 + len] != '\n')
        return false;
    *bytes = slice_first(slice_after(after, digits + 1), len);
    *rest = slice_after(after, digits + 1 + len + 1);
    return true;
}

static bool read_stamp(struct slice *rest, struct file_stamp *stamp)
{
    struct slice line;
    char copy[160];
    unsigned exists;
    if (!slice_starts(*rest, S("stamp ")) || slice_find(*rest, '\n') >= sizeof copy)
        return false;
    slice_cut(*rest, '\n', &line, rest);
    memcpy(copy, line.at, line.len);
    copy[line.len] = '\0';
    if (sscanf(copy, "stamp %u %" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNd64 " %" SCNd64, &exists,
               &stamp->device, &stamp->node, &stamp->size, &stamp->seconds,
               &stamp->nanoseconds) != 6)
        return false;
    stamp->exists = exists != 0;
    return true;
}

static bool read_record(struct session *session, struct slice *rest)
{
    struct slice after = *rest, path, text, line;
    struct file_stamp stamp = {0};
    if (!slice_starts(after, S(HEAD)))
        return false;
    after = slice_after(after, sizeof HEAD - 1);
    if (!read_part(&after, "path ", &path) || !read_stamp(&after, &stamp) ||
        !read_part(&after, "text ", &text) || !read_part(&after, "line ", &line))
        return false;
    *rest = after;
    return found_add(session, path, text, line, stamp);
}

int unsaved_open(struct session *session)
{
    struct keep *keep = session->keep;
    char *bytes;
    size_t len;
    int error = keep_claim(keep, "unsaved");
    if (error)
        return error;
    error = keep_read(keep, keep->claimed, UNSAVED_FILE_MAX, &bytes, &len);
    if (error)
        return error == ENOENT ? 0 : error;
    struct slice rest = {bytes, len};
    while (rest.len && read_record(session, &rest))
        ;
    bool all = !rest.len || found_add(session, S(""), rest, S(""), (struct file_stamp){0});
    free(bytes);
    session->has_kept = true;
    return all ? 0 : ENOMEM;
}

/* ---- Writing */

/* The path that names the file from everywhere; empty for no file. */
static void absolute(const char *path, char out[PATH_MAX])
{
    char directory[PATH_MAX];
    out[0] = '\0';
    if (!path || !*path || realpath(path, out))
        return;
    int n = *path == '/' || !getcwd(directory, sizeof directory)
                ? snprintf(out, PATH_MAX, "%s", path)
                : snprintf(out, PATH_MAX, "%s/%s", directory, path);
    if (n >= PATH_MAX)
        out[0] = '\0';
}

/* Puts a record at `to`, or with a null pointer only counts its bytes. */
static size_t put_record(char *to, const struct found *found)
{
    char head[PATH_MAX + 400], line_head[32];
    int n = snprintf(head, sizeof head,
                     HEAD "path %zu\n%s\nstamp %d %" PRIu64 " %" PRIu64 " %" PRIu64 " %" PRId64
                          " %" PRId64 "\ntext %zu\n",
                     strlen(found->path), found->path, found->stamp.exists, found->stamp.device,
                     found->stamp.node, found->stamp.size, found->stamp.seconds,
                     found->stamp.nanoseconds, found->text_len);
    int m = snprintf(line_head, sizeof line_head, "\nline %zu\n", found->line_len);
    const struct slice parts[] = {{head, (size_t)n},
                                  {found->text, found->text_len},
                                  {line_head, (size_t)m},
                                  {found->line, found->line_len},
                                  S_INIT("\n")};
    size_t len = 0;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (to && parts[i].len)
            memcpy(to + len, parts[i].at, parts[i].len);
        len += parts[i].len;
    }
    return len;
}

/* Writes this session's record, where own is one, and those that were found. */
static int write_records(struct session *session, const struct found *own)
{
    const struct found_list *list = &session->found;
    size_t len = own ? put_record(NULL, own) : 0, at = 0;
    for (size_t i = 0; i < list->len; i++)
        len += put_record(NULL, &list->at[i]);
    char *bytes = malloc(len);
    if (!bytes)
        return ENOMEM;
    if (own)
        at = put_record(bytes, own);
    for (size_t i = 0; i < list->len; i++)
        at += put_record(bytes + at, &list->at[i]);
    int error = keep_write(session->keep, session->keep->claimed, (struct slice){bytes, at});
    free(bytes);
    return error;
}

/* Said once, until it works again. */
static void say_not_kept(struct session *session, int error)
{
    const struct words_args args = {.file = slice_of(session->keep->trouble),
                                    .other = slice_of(strerror(error))};
    if (error && !session->keep_failed)
        session_tell(session, WORDS_SAY_NOT_KEPT, &args);
    session->keep_failed = error != 0;
}

void unsaved_keep(struct session *session)
{
    if (!session->keep || session->keep->claim < 0 || session->learning)
        return;
    bool dirty = session_dirty(session);
    uint64_t state = session->changes * 2 + dirty;
    if (session->kept_changes == state && !session->keep_failed)
        return;
    int error = 0;
    if (dirty || session->found.len) {
        char path[PATH_MAX];
        struct slice text = editor_text(&session->editor);
        char *at = text.len ? (char *)(uintptr_t)text.at : path; /* only read */
        absolute(session->path, path);
        const struct found own = {path,          at, session->line, text.len, session->line_len,
                                  session->stamp};
        error = write_records(session, dirty ? &own : NULL);
        session->has_kept = session->has_kept || !error;
    } else if (session->has_kept) {
        error = keep_remove(session->keep, session->keep->claimed);
        session->has_kept = error != 0;
    }
    say_not_kept(session, error);
    if (!error)
        session->kept_changes = state;
}

/* ---- Taking and giving back */

bool unsaved_take(struct session *session, const char *path, struct found *found)
{
    char wanted[PATH_MAX];
    struct found_list *list = &session->found;
    absolute(path, wanted);
    for (size_t i = list->len; i-- > 0;)
        if (strcmp(list->at[i].path, wanted) == 0) {
            *found = list->at[i];
            memmove(list->at + i, list->at + i + 1, (--list->len - i) * sizeof *found);
            return true;
        }
    return false;
}

bool unsaved_put_by(struct session *session)
{
    char path[PATH_MAX];
    if (!session_dirty(session))
        return true;
    absolute(session->path, path);
    return found_add(session, slice_of(path), editor_text(&session->editor),
                     (struct slice){session->line, session->line_len}, session->stamp);
}

void unsaved_restore(struct session *session, struct found *found)
{
    struct slice text = {found->text, found->text_len}, line = {found->line, found->line_len};
    const struct words_args args = {.file = slice_of(session->path)};
    if (!editor_replace(&session->editor, text)) {
        found_add(session, slice_of(found->path), text, line, found->stamp);
        session_tell(session, WORDS_SAY_NO_MEMORY, NULL);
    } else {
        if (session->path)
            session->stamp = found->stamp;
        if (!session->line_len)
            session_set_line(session, line, line.len, true);
        session_replaced(session);
        session_tell(session, WORDS_SAY_RESTORED, &args);
    }
    found_free(found);
}

bool unsaved_is_nameless(const struct session *session)
{
    for (size_t i = 0; i < session->found.len; i++)
        if (!session->found.at[i].path[0])
            return true;
    return false;
}

void unsaved_open_nameless(struct session *session)
{
    struct found found;
    if (!unsaved_take(session, "", &found))
        return;
    /* What is put by now has no file either, and must not be what is taken. */
    if (unsaved_put_by(session) && session_load_text(session, S(""))) {
        session_set_line(session, S(""), 0, true);
        unsaved_restore(session, &found);
        session_go(session, PANE_EDITOR);
    } else {
        found_add(session, S(""), (struct slice){found.text, found.text_len},
                  (struct slice){found.line, found.line_len}, found.stamp);
        found_free(&found);
    }
    session_refresh(session, true);
}
