/* An exercise, worked on. See sitting.h. In: answers. Out: verdicts, and events for the store. */
#include "app/course/sitting.h"

/* The task anew, in the arena that was just reset. */
static void make_task(struct sitting *sitting, uint32_t variant)
{
    struct faults faults = {.arena = sitting->arena};
    arena_reset(sitting->arena, SITTING_TEXT);
    sitting->has_verdict = false;
    task_make(sitting->arena, &faults, sitting->exercise, variant, &sitting->task);
    store_record(sitting->store, sitting->arena, sitting->exercise->id, &sitting->record);
}

static void take_text(struct sitting *sitting, struct slice text)
{
    sitting->text_len = text.len <= SITTING_TEXT ? text.len : 0;
    if (sitting->text_len)
        memmove(sitting->text, text.at, text.len);
}

void sitting_open(struct sitting *sitting, const struct exercise *exercise, int64_t now)
{
    struct record *record = &sitting->record;
    sitting->exercise = exercise;
    sitting->since = now;
    sitting->passed = sitting->is_torn = false;
    arena_reset(sitting->arena, SITTING_TEXT);
    store_record(sitting->store, sitting->arena, exercise->id, record);
    uint32_t variant = task_variant_of(exercise, sitting->learner, record_round(record, now));
    bool anew = record_round(record, now) != record->round || record->variant != variant;
    take_text(sitting, anew ? S("") : record->answer);
    make_task(sitting, variant);
}

/* ---- Answers */

/* The lines of a text, one for each thing that is asked. */
static void split(struct sitting *sitting, struct slice text, struct work *work)
{
    const struct task *task = &sitting->task;
    size_t n = task->exercise->kind == EXERCISE_SORT ? task->items.len : task->asks.len;
    struct slice *said = arena_array(sitting->arena, struct slice, n);
    for (size_t i = 0; i < n; i++)
        slice_cut(text, '\n', &said[i], &text);
    work->said = said;
    work->said_len = n;
}

static void judge(struct sitting *sitting)
{
    struct work work = {.text = sitting_text(sitting)};
    if (task_is_said(sitting->exercise))
        split(sitting, work.text, &work);
    exercise_judge(sitting->arena, &sitting->task, course_replies(sitting->course), &work,
                   &sitting->verdict);
    sitting->has_verdict = true;
}

/* Marks the beliefs under which what was said of a line would be right. */
static void mark_said(struct sitting *sitting, const struct result *result, bool *marked)
{
    enum belief at[BELIEF_COUNT];
    if (result->holds || !result->said_argv || !result->answer || !result->answer->has_request)
        return;
    const struct belief_input input = scene_belief(result->answer);
    size_t n = beliefs_of(sitting->arena, &input, &result->said, at);
    for (size_t i = 0; i < n; i++)
        marked[at[i]] = true;
}

/* The beliefs that fit, whatever the reply was. */
static struct slice belief_names(struct sitting *sitting)
{
    bool marked[BELIEF_COUNT] = {false};
    const struct verdict *verdict = &sitting->verdict;
    struct buffer names = {.arena = sitting->arena};
    for (size_t i = 0; i < verdict->reply.beliefs_len; i++)
        marked[verdict->reply.beliefs[i]] = true;
    for (size_t i = 0; i < verdict->len; i++)
        mark_said(sitting, &verdict->results[i], marked);
    for (unsigned belief = 0; belief < BELIEF_COUNT; belief++)
        if (marked[belief]) {
            buffer_put(&names, names.len ? S(" ") : S(""));
            buffer_put(&names, belief_name((enum belief)belief));
        }
    return names.len ? buffer_slice(&names) : S("");
}

/* The first line that was missed tells whether two beliefs fit. A pass leaves it as it was: what
 * led to the answer before is still not known. */
static void note_torn(struct sitting *sitting)
{
    enum belief at[BELIEF_COUNT];
    const struct verdict *verdict = &sitting->verdict;
    for (size_t i = 0; i < verdict->len; i++) {
        const struct result *result = &verdict->results[i];
        if (result->holds)
            continue;
        sitting->is_torn = false;
        if (!result->said_argv || !result->answer || !result->answer->has_request)
            return;
        const struct belief_input input = scene_belief(result->answer);
        sitting->is_torn = beliefs_of(sitting->arena, &input, &result->said, at) > 1;
        if (sitting->is_torn)
            memcpy(sitting->torn, at, sizeof sitting->torn);
        return;
    }
}

static void keep(struct sitting *sitting, struct deed deed, int64_t now)
{
    deed.exercise = sitting->exercise->id;
    deed.at = now;
    deed.seconds = now > sitting->since ? now - sitting->since : 0;
    deed.variant = sitting->task.variant;
    sitting->since = now;
    if (store_add(sitting->store, &deed))
        store_record(sitting->store, sitting->arena, sitting->exercise->id, &sitting->record);
    else
        record_add(&sitting->record, &deed);
}

bool sitting_answer(struct sitting *sitting, struct slice text, uint32_t sure, int64_t now)
{
    if (text.len > SITTING_TEXT)
        return false;
    take_text(sitting, text);
    course_replies(sitting->course);
    make_task(sitting, sitting->task.variant);
    judge(sitting);
    const struct verdict *verdict = &sitting->verdict;
    sitting->passed = sitting->passed || verdict->passes;
    note_torn(sitting);
    keep(sitting,
         (struct deed){.kind = DEED_ATTEMPT,
                       .passed = verdict->passes,
                       .sure = sure,
                       .answer = sitting_text(sitting),
                       .reply = verdict->passes ? S("") : verdict->reply.name,
                       .beliefs = verdict->passes ? S("") : belief_names(sitting)},
         now);
    return true;
}

void sitting_repeat(struct sitting *sitting)
{
    make_task(sitting, sitting->task.variant);
    judge(sitting);
}

const struct markdown *sitting_hint(struct sitting *sitting, int64_t now, unsigned *number)
{
    uint32_t had =
        record_round(&sitting->record, now) == sitting->record.round ? sitting->record.hints : 0;
    *number = had < 3 ? had + 1 : 3;
    if (!sitting->passed)
        keep(sitting, (struct deed){.kind = DEED_HINT, .hint = *number}, now);
    return &sitting->task.hints[*number - 1];
}

void sitting_show(struct sitting *sitting, int64_t now)
{
    if (!sitting->passed)
        keep(sitting, (struct deed){.kind = DEED_SHOWN}, now);
}

struct slice sitting_model(struct sitting *sitting)
{
    const struct task *task = &sitting->task;
    struct buffer out = {.arena = sitting->arena};
    if (!task_is_said(task->exercise))
        return task->answers.len ? task->answers.at[0].text : S("");
    bool sort = task->exercise->kind == EXERCISE_SORT;
    size_t n = sort ? task->items.len : task->asks.len;
    for (size_t i = 0; i < n; i++) {
        const struct answer *answer =
            sort ? NULL : task_ask(sitting->arena, task, task->asks.at[i].text);
        struct args words = {0};
        buffer_put(&out, i ? S("\n") : S(""));
        if (sort) {
            buffer_put(&out, task->items.at[i].class_name);
        } else if (!answer->has_plan) {
            buffer_put(&out, S("nothing starts"));
        } else if (task->exercise->kind == EXERCISE_ORIGIN) {
            buffer_put(&out, plan_letters(sitting->arena, &answer->plan));
        } else {
            words = plan_words(sitting->arena, &answer->plan);
            quote_shell_words(&out, &words);
        }
    }
    return out.len ? buffer_slice(&out) : S("");
}
