/* What an exercise asks the simulator. See inside.h.
 *
 * In: the task, what stands in the editor or the line, the chosen check. Out: the question of the
 * session, with the images of the exercise. */
#include "app/session/inside.h"

/* The run line of a result's check; empty where it has none. */
static struct slice run_of(const struct task *task, const struct result *result)
{
    for (size_t i = 0; i < task->checks.len; i++)
        if (task->checks.at[i].line == result->line && task->checks.at[i].has_run)
            return task->checks.at[i].run;
    return S("");
}

/* The run line of the chosen check. Behind the checks, on what is said to them: of the first that
 * fails. */
static struct slice checked_line(const struct session *session, size_t row)
{
    const struct sitting *sitting = &session->learning->walk.sitting;
    const struct verdict *verdict = &sitting->verdict;
    bool has_verdict = session->learning->shows == SHOWS_VERDICT && sitting->has_verdict;
    if (row < sitting->task.visible)
        return sitting->task.checks.at[row].has_run ? sitting->task.checks.at[row].run : S("");
    if (has_verdict && row < verdict->len)
        return run_of(&sitting->task, &verdict->results[row]);
    for (size_t i = 0; has_verdict && i < verdict->len; i++)
        if (!verdict->results[i].holds)
            return run_of(&sitting->task, &verdict->results[i]);
    return S("");
}

struct slice learning_line(const struct session *session, struct arena *arena)
{
    const struct task *task = &session->learning->walk.sitting.task;
    size_t row = session->row[task->asks.len ? PANE_SAY : PANE_CHECKS];
    if (row < task->asks.len)
        return task->asks.at[row].text;
    struct slice line = checked_line(session, row);
    return line.len ? line : TEXT(arena, S("docker run "), task->exercise->image);
}

void learning_question(struct session *session, struct evaluation *evaluation)
{
    struct arena *arena = &evaluation->arena;
    const struct task *task = &session->learning->walk.sitting.task;
    enum pane work = learning_work(session);
    struct slice typed = {session->line, session->line_len};
    struct slice lines = work == PANE_EDITOR ? editor_text(&session->editor) : S("");
    struct scene *scene = arena_new(arena, struct scene);
    scene_open(arena, &task->images, task->exercise->image, task->given, lines, scene);
    evaluation->dockerfile = scene->dockerfile;
    evaluation->implied = (uint32_t)(scene->dockerfile.bytes.len - lines.len);
    struct slice given = slice_first(scene->dockerfile.bytes, evaluation->implied);
    for (size_t i = 0; i < given.len; i++)
        evaluation->implied_lines += given.at[i] == '\n';
    evaluation->implied_lines += given.len && !slice_ends(given, S("\n"));
    struct slice line = work == PANE_LINE ? typed : learning_line(session, arena);
    evaluation->line = (struct text){SOURCE_LINE, S("line"), arena_copy(arena, line)};
    scene_question(arena, scene, &evaluation->line, &evaluation->question);
    evaluation->question.dockerfile = &evaluation->dockerfile;
    evaluation->question.want_warnings = true;
    if (!utf8_trim(line).len)
        evaluation->question.line = NULL;
    evaluation->image_source = IMAGE_GIVEN;
    evaluation->image = task->exercise->image;
    scene_put(arena, scene, &evaluation->question, &evaluation->answer);
    evaluation->images = &task->images;
    evaluation->image = evaluation->question.image_name =
        scene_image_of(arena, scene, &evaluation->answer);
}

void learning_row(struct session *session)
{
    if (!learning_has_task(session) || learning_work(session) == PANE_LINE)
        return;
    session->asks_anew = true;
}

void learning_count_rows(struct session *session)
{
    const struct sitting *sitting = &session->learning->walk.sitting;
    bool verdict = session->learning->shows == SHOWS_VERDICT && sitting->has_verdict;
    session->rows[PANE_SAY] = session->learning->asked;
    session->rows[PANE_CHECKS] = verdict ? sitting->verdict.len + 1 : sitting->task.visible;
}
