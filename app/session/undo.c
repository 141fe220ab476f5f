/* A log of changes. In: changes as they are made. Out: the same, backwards and forwards. See
 * undo.h. */
#include "app/session/undo.h"

#include <stdlib.h>

void undo_free(struct undo *undo)
{
    free(undo->changes);
    free(undo->log);
    *undo = (struct undo){0};
}

void undo_clear(struct undo *undo)
{
    undo->len = undo->done = undo->log_len = undo->saved = 0;
    undo->saved_lost = false;
}

bool undo_reserve(struct undo *undo, size_t bytes)
{
    if (undo->done == undo->cap) {
        size_t cap = undo->cap ? undo->cap * 2 : 64;
        struct change *changes = realloc(undo->changes, cap * sizeof *changes);
        if (!changes)
            return false;
        undo->changes = changes;
        undo->cap = cap;
    }
    if (undo->log_cap - undo->log_len < bytes) {
        size_t cap = undo->log_cap ? undo->log_cap : 1024;
        while (cap - undo->log_len < bytes)
            cap *= 2;
        char *log = realloc(undo->log, cap);
        if (!log)
            return false;
        undo->log = log;
        undo->log_cap = cap;
    }
    return true;
}

/* Forgets the oldest steps, half of the log or more, but never the last step. */
static void forget_oldest(struct undo *undo)
{
    size_t first = 0;
    for (size_t i = 1; i < undo->len; i++) {
        if (undo->changes[i].joined)
            continue;
        first = i;
        if (undo->changes[i].log_at >= undo->log_len / 2)
            break;
    }
    if (!first)
        return;
    size_t bytes = undo->changes[first].log_at;
    memmove(undo->log, undo->log + bytes, undo->log_len - bytes);
    memmove(undo->changes, undo->changes + first, (undo->len - first) * sizeof *undo->changes);
    undo->log_len -= bytes;
    undo->len -= first;
    undo->done -= first;
    for (size_t i = 0; i < undo->len; i++)
        undo->changes[i].log_at -= bytes;
    undo->saved_lost = undo->saved_lost || undo->saved < first;
    undo->saved -= undo->saved_lost ? 0 : first;
}

static void put_log(struct undo *undo, struct slice bytes)
{
    if (bytes.len)
        memcpy(undo->log + undo->log_len, bytes.at, bytes.len);
    undo->log_len += bytes.len;
}

void undo_note(struct undo *undo, struct change change, struct slice removed, struct slice inserted,
               bool extend)
{
    if (undo->done < undo->len) {
        undo->log_len = undo->changes[undo->done].log_at;
        undo->len = undo->done;
        undo->saved_lost = undo->saved_lost || undo->saved > undo->done;
    }
    if (extend && undo->len && undo->saved != undo->len) {
        undo->changes[undo->len - 1].inserted += (uint32_t)inserted.len;
        put_log(undo, inserted);
    } else {
        change.removed = (uint32_t)removed.len;
        change.inserted = (uint32_t)inserted.len;
        change.log_at = undo->log_len;
        put_log(undo, removed);
        put_log(undo, inserted);
        undo->changes[undo->len++] = change;
        undo->done = undo->len;
    }
    if (undo->log_len > UNDO_MAX)
        forget_oldest(undo);
}

bool undo_back(struct undo *undo, struct lines *lines, size_t *cursor)
{
    bool any = false;
    while (undo->done) {
        const struct change *change = &undo->changes[undo->done - 1];
        struct slice removed = {undo->log + change->log_at, change->removed};
        if (!lines_replace(lines, change->at, change->inserted, removed))
            return any;
        *cursor = change->cursor;
        undo->done--;
        any = true;
        if (!change->joined)
            break;
    }
    return any;
}

bool undo_again(struct undo *undo, struct lines *lines, size_t *cursor)
{
    bool any = false;
    while (undo->done < undo->len && (!any || undo->changes[undo->done].joined)) {
        const struct change *change = &undo->changes[undo->done];
        struct slice inserted = {undo->log + change->log_at + change->removed, change->inserted};
        if (!lines_replace(lines, change->at, change->removed, inserted))
            return any;
        *cursor = change->at + change->inserted;
        undo->done++;
        any = true;
    }
    return any;
}

void undo_saved(struct undo *undo)
{
    undo->saved = undo->done;
    undo->saved_lost = false;
}

bool undo_is_saved(const struct undo *undo)
{
    return !undo->saved_lost && undo->saved == undo->done;
}
