/* The chain, once, in reading order: image, line, request, engine, plan, outcome. See simulate.h.
 */
#include "sim/simulate.h"

#include "sim/docker/command.h"
#include "sim/docker/engine.h"
#include "sim/image/known.h"
#include "sim/pairing/notes.h"
#include "sim/shell/line.h"

/* What one question needs on its way down the line. */
struct chain {
    struct arena *arena;
    const struct question *question;
    const struct host *host;
    struct answer *answer;
    bool answered; /* a docker command that makes a container was met; later ones do not count */
    bool merged;   /* its plan was tried */
};

/* The image: a build, or metadata. False when a build fails. */
static bool find_config(struct chain *chain)
{
    const struct question *question = chain->question;
    struct answer *answer = chain->answer;
    if (!question->dockerfile) {
        memset(&answer->build, 0, sizeof answer->build);
        answer->config = question->image->config;
        return answer->has_config = true;
    }
    const struct build_request request = {
        .dockerfile = question->dockerfile,
        .target = question->target,
        .args = question->build_args,
        .args_len = question->build_args_len,
        .bases = question->bases ? question->bases : &known_bases,
        .want_warnings = question->want_warnings,
    };
    build_image(chain->arena, &request, &answer->build);
    answer->has_config = answer->build.config != NULL;
    if (!answer->has_config) {
        memset(&answer->config, 0, sizeof answer->config);
        answer->failure = answer->build.failure;
        return false;
    }
    answer->config = *answer->build.config;
    /* An image that was built keeps no empty lists: once stored they are absent. */
    answer->config.entrypoint.words.set = answer->config.entrypoint.words.len > 0;
    answer->config.cmd.words.set = answer->config.cmd.words.len > 0;
    return true;
}

/* Frontends that are BuildKit's own, of whatever version. */
static bool is_own_frontend(struct slice name)
{
    static const struct slice own[] = {
        S_INIT("docker/dockerfile"),
        S_INIT("docker/dockerfile-upstream"),
    };
    if (slice_starts(name, S("docker.io/")))
        name = slice_after(name, sizeof "docker.io/" - 1);
    name = slice_first(name, slice_find(name, '@'));
    name = slice_first(name, slice_find(name, ':'));
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        if (slice_equal(name, own[i]))
            return true;
    return name.len == 0;
}

/* What the whole answer rests on: another frontend, another system. */
static void note_assumptions(struct chain *chain)
{
    struct answer *answer = chain->answer;
    if (answer->build.frontend.len && !is_own_frontend(answer->build.frontend))
        *list_add(chain->arena, &answer->unknown) = (struct unknown){
            answer->build.frontend, UNKNOWN_FRONTEND, {chain->question->dockerfile, {0, 0}}};
    struct slice os = answer->config.os;
    if (os.len && !slice_equal(os, S("linux")))
        *list_add(chain->arena, &answer->unknown) =
            (struct unknown){os, UNKNOWN_SYSTEM, {chain->question->dockerfile, {0, 0}}};
}

/* The engine: its checks, the image, the merge. False with a failure where it refuses. */
static bool create_container(struct chain *chain)
{
    struct arena *arena = chain->arena;
    struct answer *answer = chain->answer;
    const struct local_image image = {chain->question->image_name, answer->config.os,
                                      answer->config.architecture, answer->config.variant};
    if (!engine_check_request(arena, &answer->request, &image, chain->host, &answer->failure) ||
        !engine_find_image(arena, &answer->request, &image, &answer->failure))
        return false;
    chain->merged = true;
    answer->has_plan = plan_make(arena, &answer->config, &answer->request, chain->host->hostname,
                                 &answer->plan, &answer->failure);
    if (!answer->has_plan)
        return false;
    answer->has_plan =
        engine_check_container(arena, &answer->request, chain->host, &answer->failure);
    return answer->has_plan;
}

/* One docker command, read and, if it would make a container, answered. */
static void answer_command(struct chain *chain, const struct docker_call *call,
                           struct docker_reading *reading)
{
    struct answer *answer = chain->answer;
    struct run_request *request = &answer->request;
    if (chain->answered)
        request = arena_take(chain->arena, sizeof *request);
    docker_read(chain->arena, call, request, reading);
    if (chain->answered || reading->kind == DOCKER_NO_CONTAINER)
        return;
    chain->answered = true;
    for (size_t i = 0; i < reading->unknown.len; i++)
        *list_add(chain->arena, &answer->unknown) = reading->unknown.at[i];
    switch (reading->kind) {
    case DOCKER_REQUEST:
        answer->has_request = true;
        create_container(chain);
        break;
    case DOCKER_FAILS: answer->failure = reading->failure; break;
    case DOCKER_UNKNOWN: answer->is_unknown = true; break;
    case DOCKER_NO_CONTAINER: break;
    }
}

/* The shell reached a docker command: how it ends decides what else of the line is run. */
static struct shell_ran run_docker(void *context, const struct shell_command *command)
{
    struct chain *chain = context;
    const struct docker_call call = {
        .words = &command->args,
        .known = command->unknown,
        .host = command->host,
        .stdin_is = command->stdin_is == SHELL_STDIN_TERMINAL ? STDIN_TERMINAL
                    : command->stdin_is == SHELL_STDIN_NULL   ? STDIN_NULL
                                                              : STDIN_PIPE,
    };
    bool first = !chain->answered;
    struct docker_reading reading;
    answer_command(chain, &call, &reading);
    switch (reading.kind) {
    case DOCKER_FAILS:
        return (struct shell_ran){true, reading.failure.exit, reading.failure.message};
    case DOCKER_NO_CONTAINER: return (struct shell_ran){true, 0, S("")};
    case DOCKER_UNKNOWN: return (struct shell_ran){0};
    case DOCKER_REQUEST: break;
    }
    if (first && chain->answer->failure.stage != STAGE_NONE)
        return (struct shell_ran){true, chain->answer->failure.exit,
                                  chain->answer->failure.message};
    return (struct shell_ran){0};
}

static void take_unknown(struct chain *chain, const struct unknown_list *unknown)
{
    chain->answer->is_unknown = true;
    for (size_t i = 0; i < unknown->len; i++)
        *list_add(chain->arena, &chain->answer->unknown) = unknown->at[i];
}

/* The typed line. What the whole line writes and how it ends is what a failure reports. */
static void answer_line(struct chain *chain)
{
    struct answer *answer = chain->answer;
    const struct shell_handler handler = {
        .context = chain, .sudo = chain->question->has_sudo, .run = run_docker};
    struct shell_result result;
    shell_run(chain->arena, chain->question->line, chain->host, &handler, &result);
    if (answer->has_plan || answer->is_unknown)
        return;
    bool failed = answer->failure.stage != STAGE_NONE;
    if (!failed && (result.stopped || !result.known)) {
        take_unknown(chain, &result.unknown);
        return;
    }
    if (!failed && result.exit == 0) {
        answer->no_container = true;
        return;
    }
    if (failed && (result.stopped || !result.known))
        return; /* docker's own message and status stand */
    if (failed && result.exit == 0) {
        answer->failure = (struct failure){0};
        answer->no_container = true;
        return;
    }
    if (!failed)
        answer->failure = (struct failure){.stage = STAGE_SHELL};
    answer->failure.exit = result.exit;
    answer->failure.message = result.err;
}

static void answer_words(struct chain *chain)
{
    const struct docker_call call = {
        .words = chain->question->words, .host = chain->host, .stdin_is = chain->host->stdin_is};
    struct docker_reading reading;
    answer_command(chain, &call, &reading);
    if (reading.kind == DOCKER_NO_CONTAINER)
        chain->answer->no_container = true;
}

/* The text that the line stands in, typed or made of words. */
static const struct text *line_of(const struct question *question)
{
    if (question->line || !question->words || !question->words->len)
        return question->line;
    return question->words->at[0].origin.text;
}

static void finish(struct chain *chain)
{
    struct answer *answer = chain->answer;
    if (answer->has_plan && chain->question->want_outcome) {
        outcome_of(chain->arena, &answer->config, &answer->request, &answer->plan,
                   &answer->outcome);
        answer->has_outcome = true;
        surface_of(chain->arena, &answer->plan, &answer->surface);
    }
    if (!chain->question->want_notes)
        return;
    const struct notes_input input = {
        .build = chain->question->dockerfile ? &answer->build : NULL,
        .config = answer->has_config ? &answer->config : NULL,
        .request = answer->has_request ? &answer->request : NULL,
        .plan = answer->has_plan ? &answer->plan : NULL,
        .line = line_of(chain->question),
    };
    notes_of(chain->arena, &input, &answer->notes);
}

/* Large parts are emptied only here, where nothing was written to them. */
static void empty_rest(const struct chain *chain)
{
    struct answer *answer = chain->answer;
    if (!chain->answered)
        memset(&answer->request, 0, sizeof answer->request);
    if (!chain->merged)
        memset(&answer->plan, 0, sizeof answer->plan);
    if (chain->question->want_outcome && !answer->has_outcome) {
        answer->outcome = (struct outcome){.conditions = {0}};
        answer->surface = (struct surface){.anything = false};
    }
}

static void run_chain(struct chain *chain)
{
    if (find_config(chain)) {
        note_assumptions(chain);
        if (chain->question->line)
            answer_line(chain);
        else if (chain->question->words)
            answer_words(chain);
    }
    finish(chain);
    empty_rest(chain);
}

/* The answer to a question that ran out of memory or over its ceiling. What was found until then
 * may be half made, so nothing of it is shown; the message needs no memory of the arena. */
static void refuse(const struct arena *arena, struct answer *answer)
{
    struct slice parts[] = {arena->stopped == ARENA_TOO_LARGE ? S("too large: ") : S(""),
                            slice_of(arena->why)};
    memset(answer, 0, sizeof *answer);
    size_t len = 0;
    for (size_t i = 0; i < 2; i++) {
        struct slice part = slice_first(parts[i], sizeof answer->refusal - len);
        memcpy(answer->refusal + len, part.at, part.len);
        len += part.len;
    }
    answer->failure =
        (struct failure){.stage = STAGE_REQUEST, .exit = 1, .message = {answer->refusal, len}};
}

void simulate(struct arena *arena, const struct question *question, struct answer *answer)
{
    static const struct memory_host bare = {recorded_variables, 7, NULL, 0};
    jmp_buf guard, *outer = arena->guard;
    answer->has_config = answer->has_request = answer->has_plan = answer->has_outcome = false;
    answer->is_unknown = answer->no_container = false;
    answer->notes = (struct finding_list){0};
    answer->unknown = (struct unknown_list){0};
    answer->failure = (struct failure){.stage = STAGE_NONE};
    arena->guard = &guard;
    if (setjmp(guard) == 0) {
        struct host recorded;
        struct chain chain = {
            .arena = arena, .question = question, .host = question->host, .answer = answer};
        if (!chain.host) {
            recorded = host_in_memory(&bare);
            chain.host = &recorded;
        }
        run_chain(&chain);
    } else {
        refuse(arena, answer);
    }
    arena->guard = outer;
}
