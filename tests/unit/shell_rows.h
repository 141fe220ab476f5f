/* Rows about the typing shell: a line, and what it hands to docker. */
#ifndef TESTS_UNIT_SHELL_ROWS_H
#define TESTS_UNIT_SHELL_ROWS_H

#include "tests/unit/unit.h"

#include "sim/ground/buffer.h"
#include "sim/shell/line.h"

/* What a run of a line left. */
struct shell_seen {
    struct arena *arena;
    struct buffer words; /* <word> each, commands on lines of their own; ? behind unknown ones */
    const struct shell_command *command; /* the last one */
    struct slice environment;            /* the value of A there, or "-" */
    struct shell_result result;
};

static inline struct shell_ran shell_see(void *context, const struct shell_command *command)
{
    struct shell_seen *seen = context;
    struct shell_ran ran = {.known = true};
    if (seen->words.len)
        buffer_byte(&seen->words, '\n');
    for (size_t i = 1; i < command->args.len; i++) {
        struct slice word = command->args.at[i].text;
        buffer_byte(&seen->words, '<');
        buffer_put(&seen->words, word);
        buffer_byte(&seen->words, '>');
        if (command->unknown && command->unknown[i])
            buffer_byte(&seen->words, command->unknown[i] & WORD_UNKNOWN_BARE ? '!' : '?');
        if (slice_equal(word, S("fail"))) {
            ran.exit = 125;
            ran.err = S("docker: failed\n");
        }
    }
    seen->command = command;
    enum host_answer answer =
        command->host->variable(command->host->context, S("A"), &seen->environment);
    if (answer != HOST_FOUND)
        seen->environment = S("-");
    return ran;
}

/* Runs a line on the host of the recorded cases. */
static inline struct shell_seen shell_rows_run(struct arena *arena, struct slice line)
{
    static const struct memory_file files[] = {
        {S_INIT("/proj/Dockerfile"), S_INIT(""), false},
        {S_INIT("/proj/a.env"), S_INIT(""), false},
        {S_INIT("/proj/b.env"), S_INIT(""), false},
        {S_INIT("/proj/.hid"), S_INIT(""), false},
        {S_INIT("/proj/conf/x.json"), S_INIT(""), false},
        {S_INIT("/tmp"), S_INIT(""), true},
    };
    struct memory_host *memory = arena_take(arena, sizeof *memory);
    *memory = (struct memory_host){recorded_variables, recorded_variables_len, files,
                                   sizeof files / sizeof *files};
    struct host host = host_in_memory(memory);
    struct text *text = arena_take(arena, sizeof *text);
    *text = (struct text){SOURCE_LINE, S(""), line};
    struct shell_seen seen = {.arena = arena, .words = {.arena = arena}};
    struct shell_handler handler = {.context = &seen, .run = shell_see};
    shell_run(arena, text, &host, &handler, &seen.result);
    return seen;
}

#endif
