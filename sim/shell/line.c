/* A typed line from its bytes to the docker commands in it. Input: the line and the host; output:
 * calls of the handler, the status, and what the shell writes to standard error.
 *
 * Models `bash -c LINE` of bash 5.2: one command line is parsed and run after the other; lists go
 * by the status before them; every command of a pipeline runs in a subshell of its own. Where a
 * status is not known the commands behind && are taken to be reached, and what follows is marked
 * so. */
#include "sim/shell/line.h"

#include "sim/shell/command.h"
#include "sim/shell/redirect.h"

/* What a subshell gives back when it ends. */
struct subshell {
    size_t undo;
    struct slice cwd;
    bool cwd_unknown, errexit, nounset, xtrace, noglob, pipefail, grouped, piped;
    unsigned char streams[STREAMS];
};

static void run_list(struct shell *shell, const struct pipeline *list);

/* Begins a subshell: what it may change is kept. */
static struct subshell subshell_enter(struct shell *shell)
{
    struct subshell subshell = {.undo = shell->undo.len,
                                .cwd = shell->cwd,
                                .cwd_unknown = shell->cwd_unknown,
                                .errexit = shell->errexit,
                                .nounset = shell->nounset,
                                .xtrace = shell->xtrace,
                                .noglob = shell->noglob,
                                .pipefail = shell->pipefail,
                                .grouped = shell->grouped,
                                .piped = shell->piped};
    memcpy(subshell.streams, shell->streams, sizeof subshell.streams);
    return subshell;
}

/* Ends it: what it changed is taken back, and so is its end. */
static void subshell_leave(struct shell *shell, const struct subshell *subshell)
{
    shell_undo(shell, subshell->undo);
    shell->cwd = subshell->cwd;
    shell->cwd_unknown = subshell->cwd_unknown;
    shell->errexit = subshell->errexit;
    shell->nounset = subshell->nounset;
    shell->xtrace = subshell->xtrace;
    shell->noglob = subshell->noglob;
    shell->pipefail = subshell->pipefail;
    memcpy(shell->streams, subshell->streams, sizeof subshell->streams);
    shell->grouped = subshell->grouped;
    shell->piped = subshell->piped;
    if (shell->flow != FLOW_STOP)
        shell->flow = FLOW_ON;
}

/* The place of an operator, none for an empty span. */
static struct origin span_origin(const struct shell *shell, struct span span)
{
    if (span.from == span.to)
        return (struct origin){0};
    return shell_origin(shell, span.from, span.to);
}

/* A command of any kind; cut is the operator that ends it. */
static void run_command(struct shell *shell, const struct command *command, struct span cut,
                        bool background)
{
    if (command->kind == COMMAND_OPAQUE) {
        struct span span = command->span;
        shell_stop(shell, (struct slice){shell->lexer.text.at + span.from, span.to - span.from},
                   shell_origin(shell, span.from, span.to));
        return;
    }
    if (command->kind == COMMAND_SIMPLE) {
        struct origin at = span_origin(shell, command->piped ? command->pipe : cut);
        command_run(shell, command, at, background);
        return;
    }
    struct subshell subshell = subshell_enter(shell);
    shell->grouped = true;
    shell->line_number = lex_line(&shell->lexer, command->counted_at);
    if (redirect_all(shell, command))
        run_list(shell, command->list);
    else
        shell_status(shell, 1);
    subshell_leave(shell, &subshell);
}

/* Several commands, each reading what the one before writes. */
static void run_pipes(struct shell *shell, const struct pipeline *pipeline, bool background)
{
    int failed = 0, status = shell->status;
    bool all_known = true, known = shell->status_known;
    shell->pipelines++;
    for (const struct command *command = pipeline->first; command && shell->flow == FLOW_ON;
         command = command->next) {
        struct subshell subshell = subshell_enter(shell);
        shell->grouped = false;
        if (command != pipeline->first) {
            shell->streams[0] = STREAM_PIPE;
            shell->piped = true;
        }
        if (command->piped)
            shell->streams[1] = STREAM_PIPE;
        shell->status = status;
        shell->status_known = known;
        run_command(shell, command, pipeline->joint_at, background);
        subshell_leave(shell, &subshell);
        failed = shell->status_known && shell->status ? shell->status : failed;
        all_known &= shell->status_known;
    }
    if (shell->pipefail && shell->flow == FLOW_ON) {
        shell->status_known = all_known || (shell->status_known && shell->status);
        shell->status = failed;
    }
    if (--shell->pipelines == 0) {
        buffer_put(&shell->err, buffer_slice(&shell->late));
        shell->late = (struct buffer){.arena = shell->arena};
    }
}

/* One pipeline; `tested` when && or || behind it reads its status. */
static void run_pipeline(struct shell *shell, const struct pipeline *pipeline, bool tested,
                         bool background)
{
    tested |= pipeline->negated;
    shell->tested += tested;
    if (!pipeline->first)
        shell_status(shell, 0);
    else if (pipeline->first->next)
        run_pipes(shell, pipeline, background);
    else
        run_command(shell, pipeline->first, pipeline->joint_at, background);
    shell->tested -= tested;
    if (pipeline->negated && shell->flow == FLOW_ON)
        shell->status = !shell->status;
    if (shell->errexit && !tested && !shell->tested && shell->flow == FLOW_ON &&
        shell->status_known && shell->status != 0)
        shell->flow = FLOW_EXIT;
}

/* Whether the next pipeline hangs on this one's status. */
static bool joins(const struct pipeline *pipeline)
{
    return pipeline->next && (pipeline->joint == JOINT_AND || pipeline->joint == JOINT_OR);
}

/* Pipelines joined by && and ||, from first to last. */
static void run_chain(struct shell *shell, const struct pipeline *first,
                      const struct pipeline *last, bool background)
{
    bool assumed = shell->assumed, skip = false;
    for (const struct pipeline *pipeline = first;; pipeline = pipeline->next) {
        if (!skip)
            run_pipeline(shell, pipeline, pipeline != last, background);
        if (pipeline == last || shell->flow != FLOW_ON)
            break;
        bool failed = shell->status_known && shell->status != 0;
        skip = failed != (pipeline->joint == JOINT_OR);
        shell->assumed |= !shell->status_known;
    }
    if (shell->assumed && !assumed)
        shell->status_known = false;
    shell->assumed = assumed;
}

/* A chain behind which & stands: it goes its own way, its input is no terminal. */
static void run_background(struct shell *shell, const struct pipeline *first,
                           const struct pipeline *last)
{
    struct subshell subshell = subshell_enter(shell);
    bool piped = first == last && first->first && first->first->next;
    if (!piped && !shell->piped)
        shell->streams[0] = STREAM_NULL; /* of a pipeline bash leaves it */
    shell->background = true;
    run_chain(shell, first, last, true);
    subshell_leave(shell, &subshell);
    if (shell->flow == FLOW_ON)
        shell_status(shell, 0);
}

/* Runs a list, chain by chain. */
static void run_list(struct shell *shell, const struct pipeline *list)
{
    while (list && shell->flow == FLOW_ON) {
        const struct pipeline *last = list;
        while (joins(last))
            last = last->next;
        if (last->joint == JOINT_BACKGROUND)
            run_background(shell, list, last);
        else
            run_chain(shell, list, last, false);
        list = last->next;
    }
}

/* --- The line --------------------------------------------------------------------------------- */

/* A syntax error: its text, the line it stands on, and the status. */
static void syntax_error(struct shell *shell)
{
    struct lexer *lexer = &shell->lexer;
    struct buffer *err = &shell->err;
    shell->result->syntax_error = true;
    buffer_string(err, "bash: -c: line ");
    buffer_number(err, lexer->error_line);
    shell_status(shell, lexer->error == LEX_TOKEN && lexer->error_nested ? 127 : 2);
    switch (lexer->error) {
    case LEX_MATCHING:
        if (lexer->error_array)
            shell_status(shell, 1);
        buffer_string(err, ": unexpected EOF while looking for matching `");
        buffer_byte(err, lexer->missing);
        buffer_string(err, "'\n");
        return;
    case LEX_END: buffer_string(err, ": syntax error: unexpected end of file\n"); return;
    default: break;
    }
    buffer_string(err, ": syntax error near unexpected token `");
    buffer_put(err, lexer->near);
    buffer_string(err, "'\nbash: -c: line ");
    buffer_number(err, lexer->error_line);
    buffer_string(err, ": `");
    struct slice text = lexer->text;
    size_t from = lexer->error_at;
    while (from > 0 && text.at[from - 1] != '\n')
        from--;
    struct slice rest = slice_after(text, from);
    struct slice shown = slice_first(rest, slice_find(rest, '\n'));
    buffer_put(err, shown);
    size_t slashes = 0;
    while (slashes < shown.len && shown.at[shown.len - 1 - slashes] == '\\')
        slashes++;
    if (slashes % 2 && shown.len == rest.len) /* nothing follows it: bash puts another in */
        buffer_byte(err, '\\');
    buffer_string(err, "'\n");
}

/* The line without its NUL bytes, which bash drops; their places are kept. */
static struct slice without_nul(struct shell *shell, struct slice bytes)
{
    size_t nuls = 0, n = 0;
    for (size_t i = 0; i < bytes.len; i++)
        nuls += bytes.at[i] == '\0';
    char *at = arena_take(shell->arena, bytes.len);
    shell->dropped = arena_array(shell->arena, uint32_t, nuls);
    for (size_t i = 0; i < bytes.len; i++)
        if (bytes.at[i] == '\0')
            shell->dropped[shell->dropped_len++] = (uint32_t)n;
        else
            at[n++] = bytes.at[i];
    return (struct slice){at, n};
}

/* Whether a list is one simple command and nothing else. */
static bool is_single(const struct pipeline *list)
{
    return list && !list->next && list->joint == JOINT_END && !list->negated && list->first &&
           !list->first->next && !list->first->redirects && list->first->kind == COMMAND_SIMPLE;
}

/* Parses and runs one command line after the other. */
static void run_all(struct shell *shell)
{
    struct lexer *lexer = &shell->lexer;
    do {
        const struct pipeline *list = parse_next(lexer);
        if (lexer->warnings.len) {
            buffer_put(&shell->err, buffer_slice(&lexer->warnings));
            lexer->warnings.len = 0;
        }
        if (lexer->error != LEX_OK) {
            syntax_error(shell);
            return;
        }
        shell->alone = lexer->at >= lexer->text.len && is_single(list);
        run_list(shell, list);
        if (shell->flow == FLOW_DISCARD) {
            uint32_t line = lex_line(lexer, lexer->at - (lexer->at > lexer->from));
            lexer->shift += line - shell->line_number;
            shell->flow = FLOW_ON;
        }
    } while (shell->flow == FLOW_ON && lexer->at < lexer->text.len);
}

void shell_run(struct arena *arena, const struct text *line, const struct host *host,
               const struct shell_handler *handler, struct shell_result *result)
{
    struct shell *shell = arena_take(arena, sizeof *shell);
    struct slice bytes = line->bytes;
    *result = (struct shell_result){0};
    memset(shell, 0, sizeof *shell);
    shell->arena = arena;
    shell->line = line;
    shell->host = host;
    shell->handler = handler;
    shell->result = result;
    shell->cwd = host->cwd;
    shell->ifs = S(" \t\n");
    shell->status_known = true;
    shell->err.arena = shell->late.arena = arena;
    shell->streams[0] = host->stdin_is == STDIN_TERMINAL ? STREAM_TERMINAL
                        : host->stdin_is == STDIN_PIPE   ? STREAM_PIPE
                                                         : STREAM_NULL;
    shell->streams[1] = STREAM_OUT;
    shell->streams[2] = STREAM_ERR;
    for (size_t i = 3; i < STREAMS; i++)
        shell->streams[i] = STREAM_CLOSED;
    if (memchr(bytes.at ? bytes.at : "", '\0', bytes.len))
        bytes = without_nul(shell, bytes);
    parser_start(&shell->lexer, arena, bytes);
    if (!command_run_plain(shell))
        run_all(shell);
    result->known = shell->status_known;
    result->exit = shell->status;
    result->err = buffer_slice(&shell->err);
}
