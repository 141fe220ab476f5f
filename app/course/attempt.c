/* Answers tried. See attempt.h.
 *
 * In: a task and what a learner gave. Out: a result for each check or question, and a signature:
 * for each check whether it holds, else how it ended and where the words came from; then the
 * findings. */
#include "app/course/attempt.h"

#include "app/course/rows.h"
#include "app/course/said.h"

bool task_is_said(const struct exercise *exercise)
{
    return exercise->kind == EXERCISE_PREDICT || exercise->kind == EXERCISE_ORIGIN ||
           exercise->kind == EXERCISE_SORT;
}

const struct answer *task_ask(struct arena *arena, const struct task *task, struct slice run)
{
    struct scene *scene = arena_new(arena, struct scene);
    scene_open(arena, &task->images, task->exercise->image, task->given, S(""), scene);
    return scene_ask(arena, scene, run);
}

/* ---- What is said */

static struct slice said_of(const struct attempt *attempt, size_t i)
{
    return i < attempt->work.said_len ? trimmed(attempt->work.said[i]) : S("");
}

/* Letters without blanks, in capitals. */
static struct slice letters_of(struct arena *arena, struct slice said)
{
    struct buffer letters = {.arena = arena};
    for (size_t i = 0; i < said.len; i++)
        if (said.at[i] >= 'a' && said.at[i] <= 'z')
            buffer_byte(&letters, (char)(said.at[i] - 'a' + 'A'));
        else if (said.at[i] != ' ' && said.at[i] != '\t')
            buffer_byte(&letters, said.at[i]);
    return letters.len ? buffer_slice(&letters) : S("");
}

static void try_prediction(struct arena *arena, struct result *result, struct slice said)
{
    bool runs = result->answer->has_plan;
    enum said kind = said_read(arena, said, &result->said);
    bool nothing = kind == SAID_NOTHING;
    result->said_argv = said_is_answer(kind);
    result->wants_argv = true;
    result->argv = plan_words(arena, &result->answer->plan);
    if (!result->said_argv)
        result->got = said;
    result->holds = result->said_argv && nothing == !runs &&
                    (!runs || args_equal(&result->said, &result->argv));
}

static void try_letters(struct arena *arena, struct result *result, struct slice said)
{
    result->wanted = plan_letters(arena, &result->answer->plan);
    result->got = letters_of(arena, said);
    result->holds = result->got.len && slice_equal(result->got, result->wanted);
}

static void try_asks(struct arena *arena, struct attempt *attempt)
{
    const struct task *task = attempt->task;
    for (size_t i = 0; i < task->asks.len; i++) {
        struct result *result = list_add(arena, &attempt->results);
        *result = (struct result){.line = task->asks.at[i].line, .asked = task->asks.at[i].text};
        result->answer = task_ask(arena, task, result->asked);
        result->ending = answer_ending(result->answer);
        if (task->exercise->kind == EXERCISE_PREDICT)
            try_prediction(arena, result, said_of(attempt, i));
        else
            try_letters(arena, result, said_of(attempt, i));
    }
}

static void try_items(struct arena *arena, struct attempt *attempt)
{
    const struct items *items = &attempt->task->items;
    for (size_t i = 0; i < items->len; i++)
        *list_add(arena, &attempt->results) = (struct result){
            .line = items->at[i].line,
            .asked = items->at[i].text,
            .wanted = items->at[i].class_name,
            .got = said_of(attempt, i),
            .holds = slice_equal_fold(said_of(attempt, i), items->at[i].class_name)};
}

/* ---- What is made */

static void note_rules(struct attempt *attempt, const struct answer *answer)
{
    for (size_t i = 0; i < answer->notes.len; i++) {
        enum rule rule = answer->notes.at[i].rule;
        attempt->rules[rule / 64] |= UINT64_C(1) << (rule % 64);
    }
}

static void try_checks(struct arena *arena, struct attempt *attempt)
{
    const struct task *task = attempt->task;
    struct scene model;
    if (task->answers.len)
        task_scene(arena, task, task->answers.at[0].text, &model);
    for (size_t i = 0; i < task->checks.len; i++) {
        struct result *result = list_add(arena, &attempt->results);
        check_try(arena, &task->checks.at[i], &attempt->scene, task->answers.len ? &model : NULL,
                  result);
        note_rules(attempt, result->answer);
    }
}

static uint32_t runes_in(struct slice text)
{
    uint32_t n = 0;
    for (; text.len; n++)
        utf8_next(&text);
    return n;
}

static void measure(struct arena *arena, struct attempt *attempt)
{
    const struct exercise *exercise = attempt->task->exercise;
    if (exercise->measure == MEASURE_NONE)
        return;
    if (exercise->measure == MEASURE_CHARACTERS_LINE)
        attempt->score = runes_in(attempt->scene.line);
    else
        attempt->score = (uint32_t)scene_ask(arena, &attempt->scene,
                                             TEXT(arena, S("docker run "), exercise->image))
                             ->config.entrypoint.words.len;
    attempt->over_par = attempt->score > exercise->par;
}

/* ---- How it fails */

static void put_argv(struct buffer *out, const struct args *argv)
{
    quote_json_array(out, argv);
}

/* What is said is compared as it was understood: however a word is quoted, it is the same. */
static void sign_said(struct buffer *out, const struct result *result)
{
    if (result->said_argv)
        put_argv(out, &result->said);
    else
        buffer_put(out, result->got);
}

static void sign(struct arena *arena, struct attempt *attempt)
{
    struct buffer out = {.arena = arena};
    bool said = task_is_said(attempt->task->exercise);
    for (size_t i = 0; i < attempt->results.len; i++) {
        const struct result *result = &attempt->results.at[i];
        if (result->holds)
            buffer_put(&out, S("ok"));
        else if (said)
            sign_said(&out, result);
        else if (result->ending != ENDS_RUNS)
            buffer_put(&out, ending_name(result->ending));
        else
            buffer_put(&out, plan_letters(arena, &result->answer->plan));
        buffer_byte(&out, '\n');
    }
    for (size_t i = 0; i < sizeof attempt->rules / sizeof *attempt->rules; i++) {
        buffer_hex(&out, (uint32_t)(attempt->rules[i] >> 32), 8);
        buffer_hex(&out, (uint32_t)attempt->rules[i], 8);
    }
    attempt->signature = buffer_slice(&out);
}

void attempt_make(struct arena *arena, const struct task *task, const struct work *work,
                  struct attempt *attempt)
{
    *attempt = (struct attempt){.task = task, .work = *work, .holds = true};
    if (task->exercise->kind == EXERCISE_SORT)
        try_items(arena, attempt);
    else if (task_is_said(task->exercise))
        try_asks(arena, attempt);
    else {
        task_scene(arena, task, work->text, &attempt->scene);
        try_checks(arena, attempt);
        measure(arena, attempt);
    }
    for (size_t i = 0; i < attempt->results.len; i++)
        attempt->holds = attempt->holds && attempt->results.at[i].holds;
    sign(arena, attempt);
}

void task_sign(struct arena *arena, struct task *task)
{
    for (size_t i = 0; i < task->wrongs.len && !task_is_said(task->exercise); i++) {
        struct attempt attempt;
        attempt_make(arena, task, &(struct work){.text = task->wrongs.at[i].text}, &attempt);
        task->wrongs.at[i].signature = attempt.signature;
    }
}
