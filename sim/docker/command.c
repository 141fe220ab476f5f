/* Finding the command of a docker call: its words in; which command is called, or what docker says
 * instead, out.
 *
 * Follows docker CLI 28.2.2 and cobra under it: docker's own options, then the command, at docker
 * itself and within the group `container`. */
#include "sim/docker/command.h"

#include "sim/docker/call.h"
#include "sim/docker/client.h"
#include "sim/docker/endpoint.h"
#include "sim/ground/buffer.h"

/* The command of a name. The list is in the order of the names: those with its first letter are
 * found by halving it, and there are few of them. */
static const struct docker_command *find_command(unsigned commands, struct slice name)
{
    bool group = commands == COMMAND_GROUP;
    const struct docker_command *list = group ? container_commands : docker_commands;
    size_t from = 0, to = group ? container_commands_len : docker_commands_len, end = to;
    if (name.len == 0)
        return NULL;
    while (from < to) {
        size_t middle = (from + to) / 2;
        if ((unsigned char)*list[middle].name.at < (unsigned char)*name.at)
            from = middle + 1;
        else
            to = middle;
    }
    for (; from < end && *list[from].name.at == *name.at; from++)
        if (slice_equal(list[from].name, name))
            return list + from;
    return NULL;
}

/* No command of that name. The words are first read as options of the level, to their end. */
static void read_no_command(struct call *call, const struct level *level, size_t from)
{
    struct option_values *values = &call->values, unused = {0};
    struct option_reader reader, first;
    switch (call_options(call, level, from, true, values, &reader)) {
    case OPTIONS_STUCK: call_stuck(call, reader.next); return;
    case OPTIONS_FAIL: call_fail_usage(call, level, reader.message, reader.at); return;
    case OPTIONS_READ: break;
    }
    /* The first word that is no option is the name. */
    unsigned notices = call->notices;
    call_options(call, level, from, false, &unused, &first);
    call->notices = notices;
    if (first.next == call->words->len || options_on(values, OPTION_HELP, false) ||
        options_on(values, OPTION_VERSION, false) ||
        options_on(&call->globals, OPTION_HELP, false) ||
        options_on(&call->globals, OPTION_VERSION, false)) {
        call_no_container(call);
        return;
    }
    struct arg name = call->words->at[first.next];
    struct slice path = level_path(call->arena, level);
    bool group = level->commands == COMMAND_GROUP;
    call_fail(call, 1,
              TEXT(call->arena, S("docker: unknown command: "), path, S(" "), name.text,
                   group ? S("\n\nUsage:  docker container") : S(""), S("\n\nRun '"), path,
                   S(" --help' for more information\n")),
              name.origin);
}

/* Whether a word in front of a command takes the next one as its value: cobra looks for the command
 * before it knows the options, and takes an option without "=" for one that needs a value unless it
 * is known to need none. */
static bool takes_next(unsigned commands, struct slice word)
{
    const struct option *option;
    if (slice_has(word, '='))
        return false;
    if (slice_starts(word, S("--")))
        option = option_named(slice_after(word, 2), commands);
    else if (word.len == 2)
        option = option_lettered(word.at[1], commands);
    else
        return false;
    return !option || option->value_name;
}

/* Finds the command from *word on, which becomes the index of its word. */
static const struct docker_command *find_word(const struct call *call, unsigned commands,
                                              size_t *word)
{
    const struct args *words = call->words;
    for (; *word < words->len; ++*word) {
        struct slice text = words->at[*word].text;
        if (text.len < 2 || *text.at != '-')
            return find_command(commands, text);
        *word += takes_next(commands, text);
    }
    return NULL;
}

/* Reads the options between a group and its command; false when that already is the answer. */
static bool read_between(struct call *call, const struct level *level, size_t from, size_t to)
{
    struct args part = *call->words;
    const struct args *all = call->words;
    struct option_values values = {0};
    struct option_reader reader;
    part.len = to;
    call->words = &part;
    enum option_reading reading = call_options(call, level, from, true, &values, &reader);
    call->words = all;
    if (reading == OPTIONS_STUCK)
        call_stuck(call, reader.next);
    else if (reading == OPTIONS_FAIL)
        call_fail_line(call, 1, reader.message, reader.at);
    return reading == OPTIONS_READ;
}

/* docker help WORDS: help for a command, or "unknown help topic". */
static void read_help(struct call *call, const struct docker_command *help, size_t from)
{
    const struct args *words = call->words;
    const struct level level = {help, false, COMMAND_GROUP};
    struct option_values values = {0};
    struct option_reader reader;
    switch (call_options(call, &level, from, true, &values, &reader)) {
    case OPTIONS_STUCK: call_stuck(call, reader.next); return;
    case OPTIONS_FAIL: call_fail_usage(call, &level, reader.message, reader.at); return;
    case OPTIONS_READ: break;
    }
    call_no_container(call);
    const struct docker_command *command =
        from < words->len ? find_command(COMMAND_DOCKER, words->at[from].text) : NULL;
    size_t next = from + (command != NULL);
    if (command && command->commands == COMMAND_GROUP && next < words->len)
        next += find_command(COMMAND_GROUP, words->at[next].text) != NULL;
    /* Other groups are not known here: what follows them is taken for one of their commands. */
    if (next == words->len || (command && command->commands == 0) ||
        slice_starts(words->at[next].text, S("-")))
        return;
    struct buffer text = {.arena = call->arena};
    buffer_string(&text, "unknown help topic:");
    for (size_t i = next; i < words->len; i++) {
        buffer_byte(&text, ' ');
        buffer_put(&text, words->at[i].text);
    }
    call_fail_line(call, 1, buffer_slice(&text), words->at[next].origin);
}

/* The command at a level, and what follows it. */
static void read_level(struct call *call, const struct level *level, size_t from)
{
    size_t word = from;
    if (from < call->words->len && call_unknown(call, from)) {
        call_stuck(call, from);
        return;
    }
    const struct docker_command *command = find_word(call, level->commands, &word);
    if (!command) {
        read_no_command(call, level, from);
        return;
    }
    if (word > from && !read_between(call, level, from, word))
        return;
    struct level next = {command, level->commands == COMMAND_GROUP, command->commands};
    if (command->commands == COMMAND_GROUP)
        read_level(call, &next, word + 1);
    else if (command->commands != 0)
        client_read(call, &next, word + 1);
    else if (level->commands == COMMAND_DOCKER && slice_equal(command->name, S("help")))
        read_help(call, command, word + 1);
    else
        call_no_container(call);
}

void docker_read(struct arena *arena, const struct docker_call *docker, struct run_request *request,
                 struct docker_reading *reading)
{
    static const struct level top = {NULL, false, COMMAND_DOCKER};
    struct call *call = arena_new(arena, struct call);
    struct option_reader reader;
    memset(request, 0, sizeof *request);
    *reading = (struct docker_reading){.request = request};
    call->arena = arena;
    call->docker = docker;
    call->words = docker->words;
    call->reading = reading;
    enum option_reading read = call_options(call, &top, 1, false, &call->globals, &reader);
    if (read == OPTIONS_STUCK) {
        call_stuck(call, reader.next);
        return;
    }
    struct slice fault = endpoint_early_fault(arena, &call->globals);
    if (fault.len)
        call_fail_line(call, 1, fault, docker->words->at[0].origin);
    else if (read == OPTIONS_FAIL)
        call_fail_usage(call, &top, reader.message, reader.at);
    else
        read_level(call, &top, reader.next);
}
