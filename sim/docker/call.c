/* How reading a call can end: the client's words around a complaint, and its exit status.
 *
 * Follows docker CLI 28.2.2. */
#include "sim/docker/call.h"

#include "sim/docker/exit.h"
#include "sim/ground/buffer.h"

struct slice level_path(struct arena *arena, const struct level *level)
{
    if (!level->command)
        return S("docker");
    return TEXT(arena, level->in_group ? S("docker container ") : S("docker "),
                level->command->name);
}

/* What follows the path in a usage line. */
static struct slice level_usage(const struct level *level)
{
    return level->commands == COMMAND_DOCKER ? S(" [OPTIONS] COMMAND [ARG...]")
           : level->commands == COMMAND_EXEC ? S(" [OPTIONS] CONTAINER COMMAND [ARG...]")
           : level->commands == COMMAND_GROUP
               ? (slice_equal(level->command->name, S("help")) ? S(" [command]") : S(""))
               : S(" [OPTIONS] IMAGE [COMMAND] [ARG...]");
}

enum option_reading call_options(struct call *call, const struct level *level, size_t from,
                                 bool interspersed, struct option_values *values,
                                 struct option_reader *reader)
{
    reader->next = from;
    reader->arena = call->arena;
    reader->words = call->words;
    reader->known = call->docker->known;
    reader->host = call->docker->host;
    reader->commands = level->commands;
    reader->interspersed = interspersed;
    reader->values = values;
    reader->letter_help = 0;
    enum option_reading reading = options_end(reader) ? OPTIONS_READ : options_read(reader);
    /* In front of the command the notice is written at once, elsewhere only if all can be read. */
    bool at_once = level->commands == COMMAND_DOCKER && !interspersed;
    if (at_once || reading == OPTIONS_READ)
        call->notices += reader->letter_help;
    return reading;
}

struct slice call_notice(const struct call *call)
{
    struct buffer text = {.arena = call->arena};
    for (unsigned i = 0; i < call->notices; i++)
        buffer_string(&text, "Flag shorthand -h has been deprecated, use --help\n");
    return buffer_slice(&text);
}

void call_no_container(struct call *call)
{
    call->reading->kind = DOCKER_NO_CONTAINER;
}

void call_add_unknown(struct call *call, size_t word)
{
    const struct arg *arg = &call->words->at[word];
    *list_add(call->arena, &call->reading->unknown) =
        (struct unknown){arg->text, UNKNOWN_COMMAND_OUTPUT, arg->origin};
}

void call_stuck(struct call *call, size_t word)
{
    call_add_unknown(call, word);
    call->reading->kind = DOCKER_UNKNOWN;
}

void call_fail(struct call *call, int exit, struct slice text, struct origin at)
{
    if (call->notices)
        text = TEXT(call->arena, call_notice(call), text);
    call->reading->kind = DOCKER_FAILS;
    call->reading->failure =
        (struct failure){.stage = STAGE_CLIENT, .exit = exit, .message = text, .at = at};
}

void call_fail_line(struct call *call, int exit, struct slice text, struct origin at)
{
    call_fail(call, exit, TEXT(call->arena, text, S("\n")), at);
}

void call_fail_usage(struct call *call, const struct level *level, struct slice text,
                     struct origin at)
{
    struct slice path = level_path(call->arena, level);
    call_fail(call, 125,
              TEXT(call->arena, text, S("\n\nUsage:  "), path, level_usage(level), S("\n\nRun '"),
                   path, S(" --help' for more information\n")),
              at);
}

void call_fail_help(struct call *call, struct slice text, struct origin at)
{
    struct slice verb = call->reading->request->verb == VERB_RUN ? S("run") : S("create");
    call_fail(call, 125,
              TEXT(call->arena, S("docker: "), text, S("\n\nRun 'docker "), verb,
                   S(" --help' for more information\n")),
              at);
}

void call_fail_create(struct call *call, struct slice text, struct origin at)
{
    if (call->reading->request->verb != VERB_RUN) {
        call_fail_line(call, 1, text, at);
        return;
    }
    call_fail_help(call, text, at);
    call->reading->failure.exit = exit_of_message(text);
}

void call_fail_count(struct call *call, const struct level *level, bool two)
{
    struct slice path = level_path(call->arena, level);
    struct origin at = call->words->at[call->words->len - 1].origin;
    call_fail(call, 1,
              TEXT(call->arena, S("docker: '"), path,
                   two ? S("' requires at least 2 arguments\n\nUsage:  ")
                       : S("' requires at least 1 argument\n\nUsage:  "),
                   path, level_usage(level), S("\n\nSee '"), path,
                   S(" --help' for more information\n")),
              at);
}
