/* Memory, host and question for tests, and the check that every place of an answer is one. */
#include "tests/support/question.h"

#include <stdlib.h>

/* ---- Memory */

static void *counted_take(void *context, size_t size)
{
    struct counted *counted = context;
    if (++counted->takes == counted->fail_at)
        return NULL;
    void *block = malloc(size);
    counted->in_use += block != NULL;
    return block;
}

static void counted_give(void *context, void *block)
{
    struct counted *counted = context;
    counted->in_use -= block != NULL;
    free(block);
}

struct memory counted_memory(struct counted *counted)
{
    return (struct memory){counted_take, counted_give, counted};
}

/* ---- The question */

static const struct memory_file files[] = {
    {S_INIT("/proj/prod.env"), S_INIT("A=1\n# comment\nB\nC=x y\n"), false},
    {S_INIT("/proj/app.py"), S_INIT("print()\n"), false},
    {S_INIT("/proj/a b.txt"), S_INIT(""), false},
    {S_INIT("/proj/conf"), S_INIT(""), true},
};

struct host test_host(void)
{
    static const struct memory_host memory = {
        .variables = recorded_variables,
        .variables_len = 7,
        .files = files,
        .files_len = sizeof files / sizeof *files,
    };
    return host_in_memory(&memory);
}

struct question test_question(struct texts *texts, const struct host *host, struct slice dockerfile,
                              struct slice line)
{
    texts->dockerfile = (struct text){SOURCE_DOCKERFILE, S("Dockerfile"), dockerfile};
    texts->line = (struct text){SOURCE_LINE, S(""), line};
    return (struct question){
        .dockerfile = &texts->dockerfile,
        .line = line.len ? &texts->line : NULL,
        .host = host,
        .want_warnings = true,
        .want_notes = true,
        .want_outcome = true,
    };
}

/* ---- Places */

static bool lies(struct origin origin)
{
    return !origin.text ||
           (origin.span.from <= origin.span.to && origin.span.to <= origin.text->bytes.len);
}

static bool all_lie(const struct args *args)
{
    for (size_t i = 0; i < args->len; i++)
        if (!lies(args->at[i].origin))
            return false;
    return true;
}

static bool plan_lies(const struct exec_plan *plan)
{
    for (size_t i = 0; i < plan->argv_len; i++)
        if (!lies(plan->argv[i].arg.origin))
            return false;
    for (size_t i = 0; i < plan->steps.len; i++) {
        const struct step *step = &plan->steps.at[i];
        if (!lies(step->because) || !all_lie(&step->before) || !all_lie(&step->after))
            return false;
    }
    return all_lie(&plan->entrypoint) && all_lie(&plan->cmd) && all_lie(&plan->env);
}

static bool config_lies(const struct image_config *config)
{
    return all_lie(&config->entrypoint.words) && lies(config->entrypoint.at) &&
           all_lie(&config->cmd.words) && lies(config->cmd.at) && all_lie(&config->shell) &&
           all_lie(&config->env.entries) && lies(config->user.origin) &&
           lies(config->working_dir.origin) && lies(config->stop_signal.origin) &&
           all_lie(&config->on_build) && lies(config->dropped_by) &&
           lies(config->entrypoint_reset_by) && all_lie(&config->dropped_cmd.words);
}

static bool request_lies(const struct run_request *request)
{
    return lies(request->image.origin) && all_lie(&request->entrypoint) &&
           lies(request->entrypoint_at) && all_lie(&request->cmd) && all_lie(&request->env) &&
           lies(request->user.origin) && lies(request->workdir.origin) &&
           lies(request->name.origin) && lies(request->hostname.origin);
}

const char *misplaced(const struct answer *answer)
{
    for (size_t i = 0; i < answer->notes.len; i++)
        if (!lies(answer->notes.at[i].at))
            return "a note";
    for (size_t i = 0; i < answer->unknown.len; i++)
        if (!lies(answer->unknown.at[i].at))
            return "an unknown";
    if (answer->has_config && !config_lies(&answer->config))
        return "the config";
    if (answer->has_request && !request_lies(&answer->request))
        return "the request";
    if (answer->has_plan && !plan_lies(&answer->plan))
        return "the plan";
    return lies(answer->failure.at) ? NULL : "the failure";
}
