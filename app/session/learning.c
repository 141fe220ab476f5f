/* Looking at the course in the session. See learning.h. In: its state. Out: what it means. */
#include "app/session/learning.h"

bool learning_has_task(const struct session *session)
{
    return session->learning && session->learning->walk.at == WALK_EXERCISE;
}

bool learning_is_start(const struct session *session)
{
    return learning_has_task(session) && session->learning->walk.along == WALK_START;
}

static bool is_said(const struct session *session)
{
    return task_is_said(session->learning->walk.sitting.exercise);
}

bool learning_may_go_on(const struct session *session)
{
    if (!learning_has_task(session))
        return false;
    const struct sitting *sitting = &session->learning->walk.sitting;
    bool shown = session->learning->shows == SHOWS_ANSWER;
    if (learning_is_start(session))
        return shown || session->learning->shows == SHOWS_VERDICT;
    return sitting->passed || shown;
}

bool learning_hides(const struct session *session)
{
    return learning_has_task(session) && is_said(session) && !learning_may_go_on(session);
}

enum pane learning_work(const struct session *session)
{
    if (!learning_has_task(session))
        return PANE_COUNT;
    if (is_said(session))
        return PANE_SAY;
    return task_asks_line(session->learning->walk.sitting.exercise) ? PANE_LINE : PANE_EDITOR;
}

bool learning_lists(const struct session *session)
{
    enum learning_shows shows = session->learning->shows;
    return learning_has_task(session) && !is_said(session) &&
           (shows == SHOWS_WANTED || shows == SHOWS_VERDICT);
}

struct slice learning_said(const struct session *session, size_t i)
{
    return (struct slice){session->learning->said[i].text, session->learning->said[i].len};
}

enum learning_mark learning_mark(const struct session *session, size_t i)
{
    const struct learning *learning = session->learning;
    const struct sitting *sitting = &learning->walk.sitting;
    struct slice rest = sitting_text(sitting), line = S("");
    if (learning->said[i].right)
        return MARK_RIGHT;
    if (!sitting->has_verdict || i >= sitting->verdict.len || sitting->verdict.results[i].holds)
        return MARK_NONE;
    for (size_t k = 0; k <= i; k++)
        slice_cut(rest, '\n', &line, &rest);
    return slice_equal(line, utf8_trim(learning_said(session, i))) ? MARK_WRONG : MARK_NONE;
}

struct slice learning_asked(const struct session *session, size_t i)
{
    const struct task *task = &session->learning->walk.sitting.task;
    return task->items.len ? task->items.at[i].text : task->asks.at[i].text;
}

struct slice learning_given(const struct session *session)
{
    return slice_first(session->now->dockerfile.bytes, session->now->implied);
}
