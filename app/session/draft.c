/* What is typed into an exercise and not checked yet: it is there again when one comes back, from
 * the lessons, from another exercise, or on another day. In: what stands in the exercise. Out: a
 * setting of the store for each exercise that has such a text. See learning.h.
 *
 * It belongs to one variant: where the exercise comes back in another, the text is left alone. */
#include "app/session/inside.h"

static struct slice variant_text(struct arena *arena, const struct task *task)
{
    struct buffer text = {.arena = arena};
    buffer_number(&text, task->variant);
    buffer_byte(&text, '\n');
    return buffer_slice(&text);
}

static struct slice name_of(struct arena *arena, const struct task *task)
{
    return TEXT(arena, S("draft "), task->exercise->id);
}

/* Whether a text says no more than what is there without it. */
static bool is_known(const struct sitting *sitting, struct slice text)
{
    struct slice own = utf8_trim(text);
    return !own.len || slice_equal(text, sitting_text(sitting)) ||
           slice_equal(own, utf8_trim(sitting->task.start));
}

static void keep(struct session *session)
{
    struct learning *learning = session->learning;
    struct sitting *sitting = &learning->walk.sitting;
    struct slice text = learning_answer(session);
    if (is_known(sitting, text))
        text = S("");
    if (slice_equal(text, learning->draft))
        return;
    struct arena *arena = &learning->arena;
    struct slice value = text.len ? TEXT(arena, variant_text(arena, &sitting->task), text) : S("");
    if (store_set(&learning->walk.store, name_of(arena, &sitting->task), value))
        learning->draft = text.len ? arena_copy(arena, text) : S("");
}

void learning_keep_draft(struct session *session)
{
    if (!learning_has_task(session) || learning_is_start(session))
        return;
    if (learning_begins(session))
        keep(session);
    learning_ends(session);
}

void learning_say_draft(struct learning *learning, struct slice draft)
{
    memset(learning->said, 0, sizeof learning->said);
    for (size_t i = 0; i < learning->asked && draft.len; i++) {
        struct slice line;
        slice_cut(draft, '\n', &line, &draft);
        learning->said[i].len = line.len < SAID_BYTES_MAX ? line.len : 0;
        memcpy(learning->said[i].text, line.at, learning->said[i].len);
    }
}

struct slice learning_draft(struct session *session)
{
    struct learning *learning = session->learning;
    struct arena *arena = &learning->arena;
    const struct task *task = &learning->walk.sitting.task;
    learning->draft = S("");
    if (learning_is_start(session))
        return S("");
    struct slice kept = store_setting(&learning->walk.store, arena, name_of(arena, task));
    struct slice variant = variant_text(arena, task);
    if (slice_starts(kept, variant))
        learning->draft = slice_after(kept, variant.len);
    return learning->draft;
}
