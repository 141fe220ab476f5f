/* The reply to an answer. See reply.h.
 *
 * In: an attempt that fails. Out: a text, and where it comes from. */
#include "app/course/reply.h"

#include "app/course/reason.h"
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
    size_t about = 0;
    for (size_t i = 0; i < example.results.len; i++) {
        const struct result *a = &example.results.at[i], *b = &attempt->results.at[i];
        if (a->holds)
            continue;
        bool same =
            a->said_argv == b->said_argv &&
            (a->said_argv ? args_equal(&a->said, &b->said) : slice_equal_fold(a->got, b->got));
        if (b->holds || !same)
            return false;
        about = about ? about : i + 1;
    }
    search->reply->about = about;
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

/* ---- What is shown: the visible lines, and where all of those hold the first hidden one that does
 * not. The others say nothing. */

static size_t shown_len(const struct attempt *attempt)
{
    const struct results *results = &attempt->results;
    bool fails = false;
    size_t i = 0;
    for (; i < results->len && !(fails && results->at[i].hidden); i++)
        fails = fails || !results->at[i].holds;
    return i;
}

/* Whether a line that is shown has a finding. */
static bool shows_rule(const struct attempt *attempt, enum rule rule)
{
    size_t len = shown_len(attempt);
    for (size_t i = 0; i < len; i++) {
        const struct result *result = &attempt->results.at[i];
        for (size_t k = 0; !(result->hidden && result->holds) && k < result->answer->notes.len; k++)
            if (result->answer->notes.at[k].rule == rule)
                return true;
    }
    return false;
}

/* ---- A run line without a container */

static bool find_line(struct search *search)
{
    const struct attempt *attempt = search->attempt;
    struct markdown reason = {0};
    if (!task_asks_line(attempt->task->exercise))
        return false;
    for (size_t i = 0; i < attempt->task->visible; i++) {
        const struct result *result = &attempt->results.at[i];
        if (!result->holds && attempt->task->checks.at[i].own_line &&
            reason_of_line(search->arena, result->answer, attempt->scene.line, &reason))
            return give(search, REPLY_EXPLAIN, S(""), reason);
    }
    return false;
}

/* ---- The course's */

/* A finding that the model answer does not have. */
static bool find_finding(struct search *search, const struct attempt *model)
{
    for (size_t i = 0; i < search->course->len; i++) {
        const struct course_reply *reply = &search->course->at[i];
        if (reply->failure == ENDS_RUNS && shows_rule(search->attempt, reply->rule) &&
            !attempt_has_rule(model, reply->rule)) {
            search->reply->rule = reply->rule;
            return give(search, REPLY_COURSE, rule_name(reply->rule), reply->reply);
        }
    }
    return false;
}

static const struct course_reply *reply_of_failure(const struct search *search, enum ending failure)
{
    for (size_t i = 0; failure != ENDS_RUNS && i < search->course->len; i++)
        if (search->course->at[i].failure == failure)
            return &search->course->at[i];
    return NULL;
}

/* How a line ends under the model answer. */
static enum ending ending_of(const struct attempt *model, uint32_t line)
{
    for (size_t i = 0; i < model->results.len; i++)
        if (model->results.at[i].line == line)
            return model->results.at[i].ending;
    return ENDS_RUNS;
}

/* A line ends in a failure, and not under the model answer. Hidden ones matter where the visible
 * ones hold. */
static bool find_failure(struct search *search, const struct attempt *model)
{
    const struct results *results = &search->attempt->results;
    size_t len = shown_len(search->attempt);
    for (size_t i = 0; i < len; i++) {
        const struct result *result = &results->at[i];
        const struct course_reply *reply = reply_of_failure(search, result->ending);
        if (!result->holds && reply && ending_of(model, result->line) != result->ending)
            return give(search, REPLY_COURSE, course_reply_name(search->arena, reply),
                        reply->reply);
    }
    return false;
}

static bool find_course(struct search *search)
{
    const struct task *task = search->attempt->task;
    struct attempt model;
    if (!search->course || task_is_said(task->exercise) || !task->answers.len)
        return false;
    attempt_make(search->arena, task, &(struct work){.text = task->answers.at[0].text}, &model);
    return find_finding(search, &model) || find_failure(search, &model);
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

/* about: set to the line of a prediction that it explains, if none was before. */
static bool belief_explains(struct search *search, enum belief belief, size_t *about)
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
        if (predicts && fits > 0 && !*about)
            *about = i + 1;
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
        if (belief_explains(search, (enum belief)belief, &reply->about))
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

/* Whether the step says of any pair what it says of this one. */
static bool is_thin(const struct step *step)
{
    return step && (step->rule == RULE_CmdExecForm || step->rule == RULE_EntrypointExecForm ||
                    step->rule == RULE_WordsJoined);
}

/* What a check wants of the surroundings, not of the argv. */
static bool explain_setting(struct search *search, const struct result *result)
{
    const struct checks *checks = &search->attempt->task->checks;
    struct markdown reason = {0};
    for (size_t i = 0; i < checks->len; i++)
        if (checks->at[i].line == result->line &&
            reason_of_setting(search->arena, &checks->at[i], result, &reason))
            return give(search, REPLY_EXPLAIN, S(""), reason);
    return false;
}

static bool is_shell_form(const struct step *step)
{
    return step && (step->rule == RULE_CmdShellForm || step->rule == RULE_EntrypointShellForm);
}

static bool explain_result(struct search *search, const struct result *result)
{
    const struct exercise *exercise = search->attempt->task->exercise;
    const struct answer *answer = result->answer;
    const struct step *step = telling_step(answer);
    struct markdown reason = {0};
    if (!task_is_said(exercise) &&
        reason_of_words(search->arena, result, task_asks_line(exercise),
                        is_thin(step) || task_asks_line(exercise), &reason))
        return give(search, REPLY_EXPLAIN, S(""), reason);
    if (explain_setting(search, result))
        return true;
    struct slice told = step ? words_of_step(search->arena, step) : S("");
    if (exercise->kind == EXERCISE_PREDICT && reason_of_said(search->arena, result, told, &reason))
        return give(search, REPLY_EXPLAIN, step ? rule_name(step->rule) : S(""), reason);
    if (!task_is_said(exercise) && is_shell_form(step)) {
        reason_of_shell_form(search->arena, told, &reason);
        return give(search, REPLY_EXPLAIN, rule_name(step->rule), reason);
    }
    if (step) {
        search->reply->rule = step->rule;
        return give(search, REPLY_EXPLAIN, rule_name(step->rule), plain_text(search->arena, told));
    }
    return answer->failure.message.len &&
           give(search, REPLY_EXPLAIN, S(""),
                plain_text(search->arena, trimmed(answer->failure.message)));
}

static bool explain(struct search *search)
{
    size_t len = shown_len(search->attempt);
    for (size_t i = 0; i < len; i++) {
        const struct result *result = &search->attempt->results.at[i];
        if (!result->holds && result->answer && explain_result(search, result)) {
            if (task_is_said(search->attempt->task->exercise))
                search->reply->about = i + 1;
            return true;
        }
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
    if (!find_line(&search) && !find_course(&search) && !find_belief(&search))
        explain(&search);
}
