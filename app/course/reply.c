/* The reply to an answer. See reply.h.
 *
 * In: an attempt that fails. Out: a text, and where it comes from. */
#include "app/course/reply.h"

#include "app/course/rows.h"

struct search {
    struct arena *arena;
    const struct course_replies *course;
    const struct attempt *attempt;
    struct reply *reply;
};

static struct markdown plain_text(struct arena *arena, struct slice text)
{
    struct markdown markdown = {0};
    struct markdown_block *block = list_add(arena, &markdown);
    *block = (struct markdown_block){.kind = MARKDOWN_PARAGRAPH};
    *list_add(arena, block) = (struct markdown_run){.text = text};
    return markdown;
}

static bool give(struct search *search, enum reply_from from, struct slice name,
                 struct markdown text)
{
    search->reply->from = from;
    search->reply->name = name;
    search->reply->text = text;
    return true;
}

/* ---- The exercise's own */

/* What is right to say of the line with that number. */
static struct slice right_saying(struct arena *arena, const struct task *task, size_t i)
{
    if (task->exercise->kind == EXERCISE_SORT)
        return task->items.at[i].class_name;
    const struct answer *answer = task_ask(arena, task, task->asks.at[i].text);
    if (task->exercise->kind == EXERCISE_ORIGIN)
        return plan_letters(arena, &answer->plan);
    if (!answer->has_plan)
        return S("nothing starts");
    struct buffer array = {.arena = arena};
    struct args words = plan_words(arena, &answer->plan);
    quote_json_array(&array, &words);
    return buffer_slice(&array);
}

void wrong_work(struct arena *arena, const struct task *task, const struct wrong *wrong,
                struct work *work)
{
    *work = (struct work){.text = wrong->text};
    if (!task_is_said(task->exercise))
        return;
    bool sort = task->exercise->kind == EXERCISE_SORT;
    work->said_len = sort ? task->items.len : task->asks.len;
    struct slice *said = arena_array(arena, struct slice, work->said_len);
    for (size_t i = 0; i < work->said_len; i++) {
        struct slice asked = sort ? task->items.at[i].text : task->asks.at[i].text;
        said[i] = right_saying(arena, task, i);
        for (size_t k = 0; k < wrong->claims.len; k++)
            if (slice_equal(wrong->claims.at[k].asked, asked))
                said[i] = wrong->claims.at[k].said;
    }
    work->said = said;
}

bool wrong_facts_hold(struct arena *arena, const struct wrong *wrong, const struct scene *scene)
{
    struct result result;
    for (size_t i = 0; i < wrong->facts.len; i++) {
        check_try(arena, &wrong->facts.at[i], scene, NULL, &result);
        if (!result.holds)
            return false;
    }
    return wrong->facts.len > 0;
}

/* Every line that a claim mentions was said so; the other lines do not matter. */
static bool says_so(struct search *search, const struct wrong *wrong)
{
    struct work work;
    struct attempt example;
    const struct attempt *attempt = search->attempt;
    wrong_work(search->arena, attempt->task, wrong, &work);
    attempt_make(search->arena, attempt->task, &work, &example);
    for (size_t i = 0; i < example.results.len; i++) {
        const struct result *a = &example.results.at[i], *b = &attempt->results.at[i];
        if (a->holds)
            continue;
        bool same =
            a->said_argv == b->said_argv &&
            (a->said_argv ? args_equal(&a->said, &b->said) : slice_equal_fold(a->got, b->got));
        if (b->holds || !same)
            return false;
    }
    return !example.holds;
}

static bool fails_like(struct search *search, const struct wrong *wrong)
{
    struct work work = {.text = wrong->text};
    struct attempt example;
    if (task_is_said(search->attempt->task->exercise))
        return says_so(search, wrong);
    if (wrong->signature.len)
        return slice_equal(wrong->signature, search->attempt->signature);
    attempt_make(search->arena, search->attempt->task, &work, &example);
    return slice_equal(example.signature, search->attempt->signature);
}

static bool find_own(struct search *search)
{
    const struct wrongs *wrongs = &search->attempt->task->wrongs;
    for (size_t i = 0; i < wrongs->len; i++)
        if (wrongs->at[i].when &&
            wrong_facts_hold(search->arena, &wrongs->at[i], &search->attempt->scene))
            return give(search, REPLY_WHEN, wrongs->at[i].name, wrongs->at[i].reply);
    for (size_t i = 0; i < wrongs->len; i++)
        if (!wrongs->at[i].when && fails_like(search, &wrongs->at[i]))
            return give(search, REPLY_WRONG, wrongs->at[i].name, wrongs->at[i].reply);
    return false;
}

/* ---- The course's */

static bool find_course(struct search *search)
{
    const struct task *task = search->attempt->task;
    struct attempt model;
    if (!search->course || task_is_said(task->exercise) || !task->answers.len)
        return false;
    attempt_make(search->arena, task, &(struct work){.text = task->answers.at[0].text}, &model);
    for (size_t i = 0; i < search->course->len; i++) {
        const struct course_reply *reply = &search->course->at[i];
        if (attempt_has_rule(search->attempt, reply->rule) &&
            !attempt_has_rule(&model, reply->rule)) {
            search->reply->rule = reply->rule;
            return give(search, REPLY_COURSE, rule_name(reply->rule), reply->reply);
        }
    }
    return false;
}

/* ---- Beliefs */

/* What the answer would give under a belief, against what is wanted. 1: it explains a miss, 0: it
 * does not matter here, -1: it does not fit. */
static int belief_fits(struct arena *arena, enum belief belief, const struct result *result)
{
    struct args expected = {.set = true};
    if (!result->wants_argv || !result->answer || !result->answer->has_request)
        return 0;
    const struct belief_input input = scene_belief(result->answer);
    bool speaks = belief_expects(arena, belief, &input, &expected);
    if (!speaks)
        return result->holds ? 0 : -1;
    if (!args_equal(&expected, &result->argv))
        return -1;
    return result->holds ? 0 : 1;
}

/* A prediction is that of a belief where the belief predicts the same. */
static int belief_predicts(struct arena *arena, enum belief belief, const struct result *result)
{
    struct args expected = {.set = true};
    if (result->holds || !result->said_argv || !result->answer->has_request)
        return 0;
    const struct belief_input input = scene_belief(result->answer);
    return belief_expects(arena, belief, &input, &expected) && args_equal(&expected, &result->said)
               ? 1
               : -1;
}

static bool belief_explains(struct search *search, enum belief belief)
{
    const struct attempt *attempt = search->attempt;
    bool predicts = attempt->task->exercise->kind == EXERCISE_PREDICT, explains = false;
    size_t len = predicts ? attempt->results.len : attempt->task->visible;
    for (size_t i = 0; i < len; i++) {
        int fits = predicts ? belief_predicts(search->arena, belief, &attempt->results.at[i])
                            : belief_fits(search->arena, belief, &attempt->results.at[i]);
        if (fits < 0 && !predicts)
            return false;
        explains = explains || fits > 0;
    }
    return explains;
}

static bool find_belief(struct search *search)
{
    struct reply *reply = search->reply;
    enum exercise_kind kind = search->attempt->task->exercise->kind;
    if (kind == EXERCISE_ORIGIN || kind == EXERCISE_SORT)
        return false;
    for (unsigned belief = 0; belief < BELIEF_COUNT; belief++)
        if (belief_explains(search, (enum belief)belief))
            reply->beliefs[reply->beliefs_len++] = (enum belief)belief;
    if (!reply->beliefs_len)
        return false;
    return give(search, REPLY_BELIEF, belief_name(reply->beliefs[0]),
                plain_text(search->arena, words_of_belief(search->arena, reply->beliefs[0])));
}

/* ---- The general reason */

/* The decisions of the merge, the most telling first. */
static const enum rule telling[] = {
    RULE_NoCommand,           RULE_EntrypointCleared,    RULE_CmdDroppedByEntrypoint,
    RULE_EntrypointGiven,     RULE_CmdReplacedByRunArgs, RULE_EntrypointShellForm,
    RULE_CmdShellForm,        RULE_CmdResetByEntrypoint, RULE_EntrypointReset,
    RULE_EntrypointInherited, RULE_CmdInherited,         RULE_ExecRunsWords,
    RULE_WordsJoined,
};

static const struct step *telling_step(const struct answer *answer)
{
    const struct step_list *steps = &answer->plan.steps;
    for (size_t r = 0; r < sizeof telling / sizeof *telling; r++)
        for (size_t i = 0; i < steps->len; i++)
            if (steps->at[i].rule == telling[r])
                return &steps->at[i];
    return steps->len ? &steps->at[steps->len - 1] : NULL;
}

static bool explain(struct search *search)
{
    const struct results *results = &search->attempt->results;
    bool shown = false; /* one of those that are seen fails: the hidden ones say nothing */
    for (size_t i = 0; i < results->len && !(shown && results->at[i].hidden); i++) {
        shown = shown || !results->at[i].holds;
        const struct answer *answer = results->at[i].answer;
        const struct step *step = answer ? telling_step(answer) : NULL;
        if (results->at[i].holds || !answer)
            continue;
        if (step) {
            search->reply->rule = step->rule;
            return give(search, REPLY_EXPLAIN, rule_name(step->rule),
                        plain_text(search->arena, words_of_step(search->arena, step)));
        }
        if (answer->failure.message.len)
            return give(search, REPLY_EXPLAIN, S(""),
                        plain_text(search->arena, trimmed(answer->failure.message)));
    }
    return false;
}

void reply_find(struct arena *arena, const struct course_replies *course,
                const struct attempt *attempt, struct reply *reply)
{
    struct search search = {arena, course, attempt, reply};
    *reply = (struct reply){.rule = RULE_COUNT};
    if (find_own(&search))
        return;
    if (attempt->holds && attempt->over_par) {
        reply->from = REPLY_PAR;
        return;
    }
    if (!find_course(&search) && !find_belief(&search))
        explain(&search);
}
