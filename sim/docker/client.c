/* Reading docker run, create and exec: words in; a run request, or the client's complaint, out.
 *
 * Follows docker CLI 28.2.2: options, compatibility with the engine, the number of words, late
 * checks, terminal, then what is checked while the container is created. */
#include "sim/docker/client.h"

#include "sim/docker/endpoint.h"
#include "sim/docker/hostfile.h"
#include "sim/docker/late.h"
#include "sim/docker/network.h"
#include "sim/ground/buffer.h"
#include "sim/ground/names.h"
#include "sim/image/path.h"
#include "sim/image/platform.h"
#include "sim/image/reference.h"

/* Whether something in the line speaks of the engine. Variables of the host that lead nowhere would
 * keep every docker command from working: they are too many to be looked for in each line. */
static bool names_engine(const struct call *call)
{
    return call->globals.len || call->docker->host->line_set;
}

/* Whether the engine can be looked for; asked once. */
static bool endpoint_found(struct call *call)
{
    const struct host *host = call->docker->host;
    if (!call->resolved && names_engine(call)) {
        call->endpoint_fault = endpoint_fault(call->arena, &call->globals, host);
        if (call->endpoint_fault.len == 0) {
            call->endpoint_fault = endpoint_silence(call->arena, &call->globals, host);
            call->silent = call->endpoint_fault.len > 0;
        }
    }
    call->resolved = true;
    return call->endpoint_fault.len == 0 || call->silent;
}

/* Options for an engine on Windows; a line for each, in the order of their names. True when there
 * are any, and the answer is made. */
static bool fail_windows(struct call *call)
{
    const struct option_values *values = &call->values;
    if (!(values->marks & OPTION_WINDOWS) || !endpoint_found(call) || call->silent)
        return false;
    struct buffer text = {.arena = call->arena};
    struct origin at = {0};
    for (size_t id = 0; id < OPTION_COUNT; id++) {
        if (!(option_table[id].marks & OPTION_WINDOWS) || !options_have(values, (enum option_id)id))
            continue;
        if (text.len == 0)
            at = options_last(values, (enum option_id)id)->at;
        buffer_string(&text, "\"--");
        buffer_put(&text, option_table[id].name);
        buffer_string(&text, "\" is only supported on a Docker daemon running on windows, but "
                             "the Docker daemon is running on linux\n");
    }
    call_fail(call, 1, buffer_slice(&text), at);
    return true;
}

static bool read_pull(struct call *call)
{
    struct slice pull = options_text(&call->values, OPTION_PULL);
    struct run_request *request = call->reading->request;
    if (pull.len == 0 || slice_equal(pull, S("missing")))
        return true;
    request->pull = slice_equal(pull, S("always"))  ? PULL_ALWAYS
                    : slice_equal(pull, S("never")) ? PULL_NEVER
                                                    : PULL_MISSING;
    if (request->pull != PULL_MISSING)
        return true;
    call_fail_help(call,
                   TEXT(call->arena, S("invalid pull option: '"), pull,
                        S("': must be one of \"always\", \"missing\" or \"never\"")),
                   options_last(&call->values, OPTION_PULL)->at);
    return false;
}

/* The name of a variable: what stands before the first "=". */
static struct slice name_of(struct slice entry)
{
    return slice_first(entry, slice_find(entry, '='));
}

/* Entries of env files, then those of -e: of each name the last one, where the first one stood. */
static void fill_env(struct call *call, const struct args *from_files)
{
    const struct option_values *values = &call->values;
    struct args *env = &call->reading->request->env;
    *env = *from_files;
    if (!options_have(values, OPTION_ENV))
        return;
    struct names seen = {0};
    for (size_t i = 0; i < values->len; i++) {
        const struct given *given = &values->at[i];
        if (given->id != OPTION_ENV)
            continue;
        struct slice name = name_of(given->value.text);
        uint32_t at = names_get(&seen, name);
        if (at != NAMES_NONE) {
            env->at[at] = (struct arg){given->value.text, given->at};
            continue;
        }
        names_set(call->arena, &seen, name, (uint32_t)env->len);
        args_add(call->arena, env, given->value.text, given->at);
    }
}

static struct arg text_of(const struct option_values *values, enum option_id id)
{
    const struct given *given = options_last(values, id);
    return given ? (struct arg){given->value.text, given->at} : (struct arg){0};
}

static uint32_t stream_bit(struct slice stream)
{
    return slice_equal(stream, S("stdin"))    ? ATTACH_STDIN
           : slice_equal(stream, S("stdout")) ? ATTACH_STDOUT
                                              : ATTACH_STDERR;
}

/* The value's own place in "--entrypoint VALUE" or "--entrypoint=VALUE" as typed. */
static struct origin value_origin(struct origin at)
{
    if (!at.text || at.span.to > at.text->bytes.len)
        return at;
    struct slice typed =
        slice_first(slice_after(at.text->bytes, at.span.from), at.span.to - at.span.from);
    size_t name = sizeof "--entrypoint" - 1;
    if (!slice_starts(typed, S("--entrypoint")) || typed.len <= name + 1)
        return at;
    for (name++; name + 1 < typed.len && typed.at[name] == ' '; name++)
        ;
    at.span.from += (uint32_t)name;
    return at;
}

static void fill_entrypoint(struct call *call)
{
    struct run_request *request = call->reading->request;
    const struct given *last = options_last(&call->values, OPTION_ENTRYPOINT);
    if (!last)
        return;
    args_add(call->arena, &request->entrypoint, last->value.text, value_origin(last->at));
    request->entrypoint_at = last->at;
}

/* The first network decides about the host's name. */
static bool is_host_network(const struct option_values *values)
{
    size_t i = 0;
    const struct given *given = options_next(values, OPTION_NETWORK, &i);
    return given && slice_equal(given->value.network->name, S("host"));
}

/* What one option says; a later one of its kind comes after it. A name that is empty counts as not
 * given. */
static void fill_option(struct run_request *request, const struct given *given)
{
    const struct arg text = {given->value.text, given->at};
    switch (given->id) {
    case OPTION_ATTACH: request->attach |= stream_bit(text.text); break;
    case OPTION_DETACH: request->detached = given->value.on; break;
    case OPTION_ENTRYPOINT: request->entrypoints++; break;
    case OPTION_HOSTNAME: request->hostname = text.text.len ? text : (struct arg){0}; break;
    case OPTION_INIT:
        request->init_given = true;
        request->init = given->value.on;
        break;
    case OPTION_INTERACTIVE: request->interactive = given->value.on; break;
    case OPTION_NAME: request->name = text.text.len ? text : (struct arg){0}; break;
    case OPTION_QUIET: request->quiet = given->value.on; break;
    case OPTION_RM: request->autoremove = given->value.on; break;
    case OPTION_TTY: request->tty = given->value.on; break;
    case OPTION_USER: request->user = text; break;
    case OPTION_WORKDIR: request->workdir = text; break;
    default: break; /* says nothing of the request */
    }
}

/* Everything of the request that the options say. */
static void fill_request(struct call *call)
{
    const struct option_values *values = &call->values;
    struct run_request *request = call->reading->request;
    request->attach = options_have(values, OPTION_ATTACH) ? 0 : ATTACH_STDOUT | ATTACH_STDERR;
    for (size_t i = 0; i < values->len; i++)
        fill_option(request, values->at + i);
    if (request->interactive)
        request->attach |= ATTACH_STDIN;
    /* The engine checks and cleans it; for exec it stays as it is. */
    if (request->workdir.text.len && request->verb != VERB_EXEC)
        request->workdir.text = path_clean(call->arena, request->workdir.text);
    request->host_network = is_host_network(values);
    fill_entrypoint(call);
}

/* The words of the command; false when one is of unknown number. */
static bool fill_words(struct call *call, size_t from)
{
    const struct args *words = call->words;
    struct run_request *request = call->reading->request;
    request->image = words->at[from];
    if (call_unknown(call, from)) {
        call_stuck(call, from);
        return false;
    }
    for (size_t i = from + 1; call->docker->known && i < words->len; i++) {
        if (call->docker->known[i] == WORD_UNKNOWN) {
            call_stuck(call, i);
            return false;
        }
    }
    if (from + 1 < words->len)
        request->cmd = (struct args){.set = true,
                                     .at = words->at + from + 1,
                                     .len = words->len - from - 1,
                                     .cap = words->len - from - 1};
    return true;
}

/* The file that --cidfile names must not exist, and its directory must. */
static bool check_cid_file(struct call *call)
{
    struct arg path = text_of(&call->values, OPTION_CIDFILE);
    const struct host *host = call->docker->host;
    struct slice bytes, why = {NULL, 0};
    if (options_text(&call->values, OPTION_CIDFILE).len == 0)
        return true;
    switch (host_read(call->arena, host, path.text, &bytes, &why)) {
    case HOST_UNKNOWN: return true;
    case HOST_ABSENT: why = host_refusal(call->arena, host, path.text); break;
    case HOST_FOUND:
    case HOST_DIRECTORY:
    case HOST_UNREADABLE:
        call_fail_create(call,
                         TEXT(call->arena,
                              S("container ID file found, make sure the other container isn't "
                                "running or delete "),
                              path.text),
                         path.origin);
        return false;
    }
    if (why.len == 0)
        return true;
    call_fail_create(call,
                     TEXT(call->arena, S("failed to create the container ID file: open "),
                          path.text, S(": "), why),
                     path.origin);
    return false;
}

static bool check_reference(struct call *call)
{
    const struct arg *image = &call->reading->request->image;
    struct reference reference;
    struct slice message;
    if (reference_is_plain(image->text) ||
        reference_parse_any(call->arena, image->text, &reference, &message))
        return true;
    call_fail_create(call, message, image->origin);
    return false;
}

static bool check_platform(struct call *call)
{
    struct run_request *request = call->reading->request;
    const struct host *host = call->docker->host;
    struct arg given = text_of(&call->values, OPTION_PLATFORM);
    struct slice value;
    if (given.text.at)
        request->platform = options_text(&call->values, OPTION_PLATFORM);
    else if (host->variable(host->context, S("DOCKER_DEFAULT_PLATFORM"), &value) == HOST_FOUND)
        request->platform = value;
    if (request->platform.len == 0)
        return true;
    struct platform platform;
    struct slice message;
    if (platform_parse(call->arena, request->platform, &platform, &message))
        return true;
    call_fail_create(call, TEXT(call->arena, S("error parsing specified platform: "), message),
                     given.origin);
    return false;
}

/* Standard input against -t and -d against -a: checks of run alone. */
static bool check_streams(struct call *call)
{
    struct run_request *request = call->reading->request;
    if (request->verb != VERB_RUN)
        return true;
    if (request->detached && options_have(&call->values, OPTION_ATTACH)) {
        call_fail_line(call, 1, S("conflicting options: cannot specify both --attach and --detach"),
                       options_last(&call->values, OPTION_ATTACH)->at);
        return false;
    }
    if (request->detached)
        request->attach = 0;
    if (request->attach & ATTACH_STDIN && request->tty &&
        call->docker->stdin_is != STDIN_TERMINAL) {
        call_fail_line(call, 1, S("the input device is not a TTY"),
                       options_last(&call->values, OPTION_TTY)->at);
        return false;
    }
    return true;
}

/* The whole request is there: words that are not known but do no harm are listed. */
static void finish(struct call *call)
{
    struct docker_reading *reading = call->reading;
    for (size_t i = 0; call->docker->known && i < call->words->len; i++)
        if (call->docker->known[i] != WORD_KNOWN)
            call_add_unknown(call, i);
    if (call->notices)
        reading->request->notice = call_notice(call);
    reading->request->options = &call->values;
    reading->kind = DOCKER_REQUEST;
}

/* What the options ask for, and the client's checks of them. A line without any skips all this. */
static bool read_given(struct call *call)
{
    struct late_check late = {.arena = call->arena,
                              .values = &call->values,
                              .host = call->docker->host,
                              .unknown = &call->reading->unknown};
    if (!read_pull(call))
        return false;
    if (!endpoint_found(call)) {
        call_fail_line(call, 1, call->endpoint_fault, call->words->at[0].origin);
        return false;
    }
    if (!late_check(&late)) {
        call_fail_help(call, late.message, late.at);
        return false;
    }
    fill_request(call);
    fill_env(call, &late.env);
    return true;
}

/* The engine is asked for the first time. */
static bool check_answers(struct call *call)
{
    if (!call->silent)
        return true;
    call_fail_create(call, call->endpoint_fault, call->words->at[0].origin);
    return false;
}

/* docker run and create, behind their options. */
static void read_made(struct call *call, size_t from)
{
    bool plain = call->values.len == 0 && !names_engine(call);
    call->reading->request->attach = ATTACH_STDOUT | ATTACH_STDERR;
    if ((plain || read_given(call)) && fill_words(call, from) &&
        (plain || (check_streams(call) && check_cid_file(call))) && check_reference(call) &&
        check_platform(call) && (plain || check_answers(call)))
        finish(call);
}

/* docker exec, behind its options. */
static void read_exec(struct call *call, size_t from)
{
    struct run_request *request = call->reading->request;
    struct late_check late = {.arena = call->arena,
                              .values = &call->values,
                              .host = call->docker->host,
                              .unknown = &call->reading->unknown};
    if (!late_check_exec(&late)) {
        call_fail_line(call, 1, late.message, late.at);
        return;
    }
    bool found = endpoint_found(call);
    const struct arg *container = &call->words->at[from];
    if (found && container->text.len == 0 && !call_unknown(call, from)) {
        call_fail_line(call, 1, S("invalid container name or ID: value is empty"),
                       container->origin);
        return;
    }
    if (!found || call->silent) {
        call_fail_line(call, 1, call->endpoint_fault, call->words->at[0].origin);
        return;
    }
    if (!fill_words(call, from))
        return;
    fill_request(call);
    fill_env(call, &late.env);
    if (request->detached)
        request->attach = 0;
    if (request->attach & ATTACH_STDIN && request->tty &&
        call->docker->stdin_is != STDIN_TERMINAL) {
        call_fail_line(call, 1, S("the input device is not a TTY"),
                       options_last(&call->values, OPTION_TTY)->at);
        return;
    }
    finish(call);
}

void client_read(struct call *call, const struct level *level, size_t from)
{
    struct option_reader reader;
    bool exec = level->commands == COMMAND_EXEC;
    call->reading->request->verb = exec                                ? VERB_EXEC
                                   : level->commands == COMMAND_CREATE ? VERB_CREATE
                                                                       : VERB_RUN;
    switch (call_options(call, level, from, false, &call->values, &reader)) {
    case OPTIONS_STUCK: call_stuck(call, reader.next); return;
    case OPTIONS_FAIL:
        if (!fail_windows(call))
            call_fail_usage(call, level, reader.message, reader.at);
        return;
    case OPTIONS_READ: break;
    }
    if (options_on(&call->values, OPTION_HELP, false)) {
        call_no_container(call);
        return;
    }
    if (fail_windows(call))
        return;
    size_t left = call->words->len - reader.next;
    if (left < (exec ? 2 : 1)) {
        call_fail_count(call, level, exec);
        return;
    }
    if (exec)
        read_exec(call, reader.next);
    else
        read_made(call, reader.next);
}
