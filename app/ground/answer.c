/* Facts to JSON. See answer.h.
 *
 * In: a question and its answer. Out: one object, its keys in the order of the contract. What is
 * not known is left out or null, as the contract says for each key. */
#include "app/ground/answer.h"

#include "app/ground/json.h"
#include "app/ground/json_put.h"
#include "app/ground/words.h"

/* A comma between the elements of an array. */
static void put_comma(struct buffer *out, bool first)
{
    if (!first)
        buffer_byte(out, ',');
}

static void put_place(struct buffer *out, const char *key, const struct place *place)
{
    static const char *const sources[] = {
        [SOURCE_DEFAULT] = "default", [SOURCE_DOCKERFILE] = "dockerfile",
        [SOURCE_LINE] = "line",       [SOURCE_BASE] = "base",
        [SOURCE_FILE] = "file",
    };
    json_put_key(out, key);
    buffer_byte(out, '{');
    json_put_text(out, "source", slice_of(sources[place->source]));
    json_put_text(out, "name", place->name);
    json_put_number(out, "line", place->line);
    json_put_number(out, "column", place->column);
    json_put_number(out, "end_line", place->end_line);
    json_put_number(out, "end_column", place->end_column);
    buffer_byte(out, '}');
}

static void put_at(struct buffer *out, const struct answer_json *view, struct origin origin)
{
    struct place place = place_of(view->places, origin);
    put_place(out, "at", &place);
}

/* ---- config, in Docker's field names */

static void put_map(struct buffer *out, const char *key, const struct string_map *map,
                    bool has_values)
{
    if (!map || !map->len)
        return;
    json_put_key(out, key);
    buffer_byte(out, '{');
    for (size_t i = 0; i < map->len; i++) {
        put_comma(out, i == 0);
        quote_json(out, map->at[i].key.text);
        buffer_byte(out, ':');
        if (has_values)
            quote_json(out, map->at[i].value.text);
        else
            buffer_put(out, S("{}"));
    }
    buffer_byte(out, '}');
}

static void put_healthcheck(struct buffer *out, const struct healthcheck *health)
{
    const struct {
        const char *key;
        int64_t value;
    } rows[] = {
        {"Interval", health->interval},        {"Timeout", health->timeout},
        {"StartPeriod", health->start_period}, {"StartInterval", health->start_interval},
        {"Retries", health->retries},
    };
    json_put_key(out, "Healthcheck");
    buffer_byte(out, '{');
    if (health->test.len)
        json_put_list(out, "Test", &health->test);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].value)
            json_put_number(out, rows[i].key, rows[i].value);
    buffer_byte(out, '}');
}

static void put_config(struct buffer *out, const struct image_config *config)
{
    const struct {
        const char *key;
        struct slice value;
    } texts[] = {
        {"User", config->user.text},
        {"WorkingDir", config->working_dir.text},
        {"StopSignal", config->stop_signal.text},
    };
    const struct {
        const char *key;
        const struct args *value;
    } lists[] = {
        {"Env", &config->env.entries},
        {"Shell", &config->shell},
        {"OnBuild", &config->on_build},
    };
    json_put_key(out, "config");
    buffer_byte(out, '{');
    json_put_list_or_null(out, "Entrypoint", &config->entrypoint.words);
    json_put_list_or_null(out, "Cmd", &config->cmd.words);
    if (config->args_escaped)
        json_put_bool(out, "ArgsEscaped", true);
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        if (lists[i].value->len)
            json_put_list(out, lists[i].key, lists[i].value);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (texts[i].value.len)
            json_put_text(out, texts[i].key, texts[i].value);
    put_map(out, "Labels", config->labels, true);
    put_map(out, "ExposedPorts", config->exposed_ports, false);
    put_map(out, "Volumes", config->volumes, false);
    if (config->healthcheck)
        put_healthcheck(out, config->healthcheck);
    buffer_byte(out, '}');
}

/* ---- warnings, findings, who can change what */

static void put_warnings(struct buffer *out, const struct answer_json *view, const char *key,
                         const struct warning_list *warnings)
{
    json_put_key(out, key);
    buffer_byte(out, '[');
    for (size_t i = 0; i < warnings->len; i++) {
        const struct warning *warning = &warnings->at[i];
        put_comma(out, i == 0);
        buffer_byte(out, '{');
        json_put_text(out, "rule", rule_name(warning->rule));
        json_put_number(
            out, "line",
            place_of_line(view->places, view->question->dockerfile, warning->line).line);
        json_put_text(out, "message", warning->message);
        buffer_byte(out, '}');
    }
    buffer_byte(out, ']');
}

static void put_findings(struct buffer *out, const struct answer_json *view)
{
    const struct finding_list *notes = &view->answer->notes;
    struct arena *arena = out->arena;
    json_put_key(out, "findings");
    buffer_byte(out, '[');
    for (size_t i = 0; i < notes->len; i++) {
        const struct finding *note = &notes->at[i];
        put_comma(out, i == 0);
        buffer_byte(out, '{');
        json_put_text(out, "rule", rule_name(note->rule));
        json_put_text(out, "reason",
                      words_flat(arena, words_of_finding(arena, note, WORDS_REASON)));
        json_put_text(out, "fix", words_flat(arena, words_of_finding(arena, note, WORDS_FIX)));
        put_at(out, view, note->at);
        buffer_byte(out, '}');
    }
    buffer_byte(out, ']');
}

static void put_surface(struct buffer *out, const struct surface *surface)
{
    json_put_key(out, "surface");
    buffer_byte(out, '{');
    json_put_list(out, "fixed", &surface->fixed);
    json_put_list(out, "anyone", &surface->anyone);
    json_put_list(out, "entrypoint_flag", &surface->entrypoint_flag);
    buffer_byte(out, '}');
}

/* ---- plan and outcome */

static void put_attach(struct buffer *out, uint32_t attach)
{
    static const struct {
        uint32_t bit;
        struct slice name;
    } streams[] = {
        {ATTACH_STDIN, S_INIT("\"stdin\"")},
        {ATTACH_STDOUT, S_INIT("\"stdout\"")},
        {ATTACH_STDERR, S_INIT("\"stderr\"")},
    };
    json_put_key(out, "attach");
    buffer_byte(out, '[');
    for (size_t i = 0; i < sizeof streams / sizeof *streams; i++)
        if (attach & streams[i].bit) {
            put_comma(out, out->at[out->len - 1] == '[');
            buffer_put(out, streams[i].name);
        }
    buffer_byte(out, ']');
}

static void put_plan(struct buffer *out, const struct exec_plan *plan)
{
    json_put_key(out, "plan");
    buffer_byte(out, '{');
    json_put_text(out, "path", plan->argv[0].arg.text);
    json_put_key(out, "args");
    buffer_byte(out, '[');
    for (size_t i = 1; i < plan->argv_len; i++) {
        put_comma(out, i == 1);
        quote_json(out, plan->argv[i].arg.text);
    }
    buffer_byte(out, ']');
    json_put_list_or_null(out, "entrypoint", &plan->entrypoint);
    json_put_list_or_null(out, "cmd", &plan->cmd);
    json_put_list(out, "env", &plan->env);
    json_put_text(out, "workdir", plan->workdir);
    json_put_text(out, "user", plan->user);
    json_put_bool(out, "tty", plan->tty);
    json_put_bool(out, "stdin", plan->interactive);
    json_put_key(out, "init");
    buffer_put(out, !plan->init_given ? S("null") : plan->init ? S("true") : S("false"));
    put_attach(out, plan->attach);
    json_put_bool(out, "autoremove", plan->autoremove);
    json_put_bool(out, "detached", plan->detached);
    json_put_text_or_null(out, "hostname", plan->hostname.text);
    json_put_text_or_null(out, "name", plan->name.text);
    buffer_byte(out, '}');
}

static const char *from_name(enum word_from from)
{
    switch (from) {
    case WORD_ENTRYPOINT: return "entrypoint";
    case WORD_CMD: return "cmd";
    case WORD_RUN: return "run";
    case WORD_OPTION: return "--entrypoint";
    case WORD_SHELL: return "shell";
    }
    return "";
}

static void put_origins(struct buffer *out, const struct answer_json *view)
{
    const struct exec_plan *plan = &view->answer->plan;
    json_put_key(out, "origins");
    buffer_byte(out, '[');
    for (size_t i = 0; i < plan->argv_len; i++) {
        put_comma(out, i == 0);
        buffer_byte(out, '{');
        json_put_text(out, "word", plan->argv[i].arg.text);
        json_put_text(out, "from", slice_of(from_name(plan->argv[i].from)));
        put_at(out, view, plan->argv[i].arg.origin);
        buffer_byte(out, '}');
    }
    buffer_byte(out, ']');
}

static void put_conditions(struct buffer *out, const struct condition_list *conditions)
{
    json_put_key(out, "if");
    buffer_byte(out, '[');
    for (size_t i = 0; i < conditions->len; i++) {
        put_comma(out, i == 0);
        buffer_byte(out, '{');
        json_put_text(out, "file", conditions->at[i].file);
        json_put_number(out, "exit", conditions->at[i].exit);
        json_put_text(out, "message", conditions->at[i].message);
        buffer_byte(out, '}');
    }
    buffer_byte(out, ']');
}

static void put_outcome(struct buffer *out, const struct outcome *outcome)
{
    json_put_key(out, "outcome");
    buffer_byte(out, '{');
    json_put_key(out, "starts");
    buffer_put(out, outcome->starts == STARTS_DEPENDS ? S("null")
                    : outcome->starts == STARTS_YES   ? S("true")
                                                      : S("false"));
    json_put_key(out, "exit");
    if (outcome->exit_known)
        buffer_number(out, outcome->exit);
    else
        buffer_put(out, S("null"));
    json_put_text_or_null(out, "message", outcome->message);
    json_put_list(out, "pid1", &outcome->pid1);
    put_conditions(out, &outcome->conditions);
    buffer_byte(out, '}');
}

/* ---- steps, what is not known, failures */

static void put_steps(struct buffer *out, const struct answer_json *view)
{
    const struct step_list *steps = &view->answer->plan.steps;
    json_put_key(out, "steps");
    buffer_byte(out, '[');
    for (size_t i = 0; i < steps->len; i++) {
        put_comma(out, i == 0);
        buffer_byte(out, '{');
        json_put_text(out, "rule", rule_name(steps->at[i].rule));
        struct place place = place_of(view->places, steps->at[i].because);
        put_place(out, "because", &place);
        json_put_list(out, "before", &steps->at[i].before);
        json_put_list(out, "after", &steps->at[i].after);
        buffer_byte(out, '}');
    }
    buffer_byte(out, ']');
}

static void put_unknown(struct buffer *out, const struct answer_json *view)
{
    const struct unknown_list *unknown = &view->answer->unknown;
    json_put_key(out, "unknown");
    buffer_byte(out, '[');
    for (size_t i = 0; i < unknown->len; i++) {
        put_comma(out, i == 0);
        buffer_byte(out, '{');
        json_put_text(out, "text", unknown->at[i].text);
        json_put_text(out, "why",
                      words_flat(out->arena, words_of_unknown(out->arena, &unknown->at[i])));
        put_at(out, view, unknown->at[i].at);
        buffer_byte(out, '}');
    }
    buffer_byte(out, ']');
}

static void put_error(struct buffer *out, const struct answer_json *view)
{
    static const char *const stages[] = {
        [STAGE_REQUEST] = "request", [STAGE_BUILD] = "build",
        [STAGE_SHELL] = "shell",     [STAGE_CLIENT] = "client",
        [STAGE_PULL] = "pull",       [STAGE_DAEMON_CREATE] = "daemon-create",
        [STAGE_START] = "start",
    };
    const struct failure *failure = &view->answer->failure;
    json_put_key(out, "error");
    buffer_byte(out, '{');
    json_put_text(out, "stage", slice_of(stages[failure->stage]));
    json_put_number(out, "exit", failure->exit);
    json_put_text(out, "message", failure->message);
    if (failure->stage == STAGE_BUILD) {
        json_put_key(out, "lines");
        buffer_byte(out, '[');
        for (size_t i = 0; i < failure->lines_len; i++) {
            put_comma(out, i == 0);
            buffer_number(
                out,
                place_of_line(view->places, view->question->dockerfile, failure->lines[i]).line);
        }
        buffer_byte(out, ']');
    }
    if (failure->at.text)
        put_at(out, view, failure->at);
    buffer_byte(out, '}');
}

/* ---- the whole */

static void open_answer(struct buffer *out, const struct json_id *id)
{
    buffer_put(out, S("{\"pairing\":1,\"id\":"));
    if (id && id->kind == JSON_ID_TEXT)
        quote_json(out, id->text);
    else if (id && id->kind == JSON_ID_NUMBER)
        buffer_number(out, id->number);
    else
        buffer_put(out, S("null"));
}

/* What is known of the image: its config, and what its build says. */
static void put_image(struct buffer *out, const struct answer_json *view)
{
    const struct answer *answer = view->answer;
    if (answer->has_config)
        put_config(out, &answer->config);
    if (!view->question->dockerfile)
        return;
    put_warnings(out, view, "warnings", &answer->build.warnings);
    if (answer->build.build_differs)
        put_warnings(out, view, "build_warnings", &answer->build.build_warnings);
    if (answer->build.check_failure.stage != STAGE_NONE)
        json_put_text(out, "check_error", answer->build.check_failure.message);
}

void answer_put_json(struct buffer *out, const struct answer_json *view)
{
    const struct answer *answer = view->answer;
    bool refused = answer->failure.stage == STAGE_REQUEST;
    open_answer(out, view->id);
    if (!refused) {
        put_image(out, view);
        put_findings(out, view);
    }
    if (answer->has_plan && !answer->is_unknown) {
        put_surface(out, &answer->surface);
        put_plan(out, &answer->plan);
        put_origins(out, view);
    }
    if (answer->has_outcome && !answer->is_unknown)
        put_outcome(out, &answer->outcome);
    if (!refused) {
        put_unknown(out, view);
        json_put_list(out, "assumed", &answer->build.assumed);
    }
    if (view->want_steps && !answer->is_unknown)
        put_steps(out, view);
    if (answer->no_container)
        json_put_bool(out, "no_container", true);
    if (answer->failure.stage != STAGE_NONE && !answer->is_unknown)
        put_error(out, view);
    buffer_byte(out, '}');
}

void answer_put_refusal(struct buffer *out, const struct json_id *id, struct slice message)
{
    open_answer(out, id);
    json_put_key(out, "error");
    buffer_put(out, S("{\"stage\":\"request\",\"exit\":1"));
    json_put_text(out, "message", message);
    buffer_put(out, S("}}"));
}
