/* `pairing batch`: requests in JSON Lines in, answers in JSON Lines out, one for one and in order.
 *
 * Lines may have any length. Answers are written when many have come together, and before waiting
 * for more input, so whoever sends a request and waits gets its answer. */
#include "app/command/cli.h"

#include "app/ground/answer.h"
#include "app/ground/json.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

enum { CHUNK = 64 << 10 };

/* Bytes outside of any arena: lines not yet read, answers not yet written. */
struct bytes {
    char *at;
    size_t len, cap;
};

static bool make_room(struct bytes *bytes, size_t n)
{
    if (bytes->cap - bytes->len >= n)
        return true;
    size_t cap = 2 * bytes->cap > bytes->len + n ? 2 * bytes->cap : bytes->len + n;
    char *at = realloc(bytes->at, cap);
    if (!at)
        return false;
    bytes->at = at;
    bytes->cap = cap;
    return true;
}

struct batch {
    struct cli *cli;
    struct json_reader reader;
    struct json_request request;
    struct bytes in, out;
    bool skipping; /* the rest of a line that did not fit into memory */
};

static bool flush(struct batch *batch)
{
    bool written =
        cli_write(batch->cli, STDOUT_FILENO, (struct slice){batch->out.at, batch->out.len});
    batch->out.len = 0;
    return written;
}

/* Keeps an answer for writing. False when it cannot be written. */
static bool put_answer(struct batch *batch, struct buffer *answer)
{
    buffer_byte(answer, '\n');
    if (batch->out.len + answer->len > CHUNK && !flush(batch))
        return false;
    if (!make_room(&batch->out, answer->len)) /* then without keeping it */
        return flush(batch) && cli_write(batch->cli, STDOUT_FILENO, buffer_slice(answer));
    memcpy(batch->out.at + batch->out.len, answer->at, answer->len);
    batch->out.len += answer->len;
    return true;
}

static bool put_refusal(struct batch *batch, const struct json_problem *problem)
{
    struct arena *arena = &batch->cli->arena;
    struct buffer out = {.arena = arena};
    answer_put_refusal(&out, &batch->request.id,
                       words_flat(arena, words_say(arena, problem->id, &problem->args)));
    return put_answer(batch, &out);
}

/* Answers one line into out, under the guard of the arena. */
static void answer_line(struct batch *batch, struct slice line, struct buffer *out)
{
    struct arena *arena = &batch->cli->arena;
    struct json_request *request = &batch->request;
    struct json_problem problem;
    struct answer answer;
    bool read = json_request_read(&batch->reader, arena, line, request, &problem);
    if (read) {
        simulate(arena, &request->question, &answer);
        if (batch->reader.is_late) {
            problem = batch->reader.late;
            read = false;
        }
    }
    if (!read) {
        answer_put_refusal(out, &request->id,
                           words_flat(arena, words_say(arena, problem.id, &problem.args)));
        return;
    }
    struct places places = {.arena = arena};
    answer_put_json(out, &(struct answer_json){.id = &request->id,
                                               .question = &request->question,
                                               .answer = &answer,
                                               .places = &places,
                                               .want_steps = cli_has(batch->cli, CLI_EXPLAIN)});
}

/* One line, whatever it costs: a question too large or without memory is answered so. */
static bool take_line(struct batch *batch, struct slice line)
{
    struct arena *arena = &batch->cli->arena;
    struct buffer out = {.arena = arena};
    jmp_buf guard, *outer = arena->guard;
    arena_reset(arena, line.len);
    arena->guard = &guard;
    batch->request.id = (struct json_id){.kind = JSON_ID_NONE};
    bool finished = setjmp(guard) == 0;
    if (finished)
        answer_line(batch, line, &out);
    arena->guard = outer;
    if (finished)
        return put_answer(batch, &out);
    struct json_problem problem = {arena->stopped == ARENA_TOO_LARGE ? WORDS_REQUEST_TOO_LARGE
                                                                     : WORDS_REQUEST_NO_MEMORY,
                                   {.other = slice_of(arena->why)}};
    arena_reset(arena, 0);
    return put_refusal(batch, &problem);
}

/* Answers all whole lines that were read; at the end of input the last one needs no line end. */
static bool take_lines(struct batch *batch, size_t *searched, bool at_end)
{
    struct slice rest = {batch->in.at, batch->in.len};
    size_t end = *searched + slice_find(slice_after(rest, *searched), '\n');
    while (end < rest.len || (at_end && rest.len)) {
        bool skip = batch->skipping;
        batch->skipping = false;
        if (!skip && !take_line(batch, slice_first(rest, end)))
            return false;
        rest = slice_after(rest, end + 1);
        end = slice_find(rest, '\n');
    }
    if (rest.len && rest.at != batch->in.at)
        memmove(batch->in.at, rest.at, rest.len);
    batch->in.len = *searched = rest.len;
    return true;
}

/* The line being read does not fit into memory: it is answered so, and its rest passed over. */
static bool give_up_line(struct batch *batch)
{
    struct json_problem problem = {WORDS_REQUEST_NO_MEMORY, {.other = S("")}};
    batch->in.len = 0;
    if (batch->skipping)
        return true;
    batch->skipping = true;
    batch->request.id = (struct json_id){.kind = JSON_ID_NONE};
    arena_reset(&batch->cli->arena, 0);
    return put_refusal(batch, &problem);
}

static int read_lines(struct batch *batch)
{
    size_t searched = 0;
    for (;;) {
        if (!make_room(&batch->in, CHUNK)) {
            if (!give_up_line(batch))
                return 2;
            searched = 0;
            if (!make_room(&batch->in, CHUNK))
                return cli_fail(batch->cli, WORDS_CLI_NO_MEMORY, NULL, WORDS_COUNT);
        }
        if (!flush(batch))
            return 2;
        ssize_t n = read(STDIN_FILENO, batch->in.at + batch->in.len, batch->in.cap - batch->in.len);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0) {
            const struct words_args args = {.file = S("-"), .other = slice_of(strerror(errno))};
            return cli_fail(batch->cli, WORDS_CLI_FILE_UNREADABLE, &args, WORDS_COUNT);
        }
        batch->in.len += (size_t)n;
        if (!take_lines(batch, &searched, n == 0))
            return 2;
        if (n == 0)
            return flush(batch) ? 0 : 2;
    }
}

int batch_run(struct cli *cli)
{
    struct batch batch = {.cli = cli};
    if (cli->words.len) {
        const struct words_args args = {.word = cli->words.at[0]};
        return cli_fail(cli, WORDS_CLI_EXTRA, &args, WORDS_CLI_TRY_HELP);
    }
    if (!json_reader_init(&batch.reader, cli->held.memory))
        return cli_fail(cli, WORDS_CLI_NO_MEMORY, NULL, WORDS_COUNT);
    int status = read_lines(&batch);
    json_reader_free(&batch.reader);
    free(batch.in.at);
    free(batch.out.at);
    return status;
}
