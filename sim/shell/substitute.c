/* Command substitution. Input: the commands between $( and ); output: what they print, if the host
 * tells it, else a mark that it is not known.
 *
 * Known are the directory and the user, which typed docker lines ask for all the time, and commands
 * that are none at all (a comment). Everything else would have to be run. */
#include "sim/shell/expand.h"

/* Whether a redirection only drops messages: 2>/dev/null. */
static bool drops_messages(const struct redirect *redirect)
{
    return redirect->kind == TOKEN_GREATER && slice_equal(redirect->name, S("2")) &&
           slice_equal(redirect->target->raw, S("/dev/null"));
}

/* The one simple command that the text is, null when it is more. *none: it holds no command. */
static const struct command *only_command(struct shell *shell, struct slice text, bool *none)
{
    struct lexer lexer;
    struct pipeline *only = NULL;
    parser_init(&lexer, shell->arena, text);
    *none = false;
    do {
        struct pipeline *list = parse_next(&lexer);
        if (lexer.error != LEX_OK || (list && (only || list->next)))
            return NULL;
        only = list ? list : only;
    } while (lexer.token != TOKEN_END);
    *none = !only;
    if (!only || only->negated || only->joint == JOINT_BACKGROUND || !only->first ||
        only->first->next)
        return NULL;
    const struct command *command = only->first;
    bool simple = command->kind == COMMAND_SIMPLE && !command->assignments && command->words;
    for (const struct redirect *r = command->redirects; r && simple; r = r->next)
        simple = drops_messages(r);
    return simple ? command : NULL;
}

/* The words of a command that stand for themselves, joined by blanks. */
static struct slice plain_words(struct shell *shell, const struct command *command)
{
    struct buffer out = {.arena = shell->arena};
    for (const struct word *word = command->words; word; word = word->next) {
        if (word->marks)
            return S("");
        if (out.len)
            buffer_byte(&out, ' ');
        buffer_put(&out, word->raw);
    }
    return buffer_slice(&out);
}

/* What whoami prints: root, or the user that the environment names. */
static bool user_name(const struct host *host, struct slice *name)
{
    if (host->uid == 0) {
        *name = S("root");
        return true;
    }
    return host->variable(host->context, S("USER"), name) == HOST_FOUND ||
           host->variable(host->context, S("LOGNAME"), name) == HOST_FOUND;
}

/* What the command prints; false when that is not known. */
static bool output_of(struct shell *shell, const struct command *command, struct slice *output)
{
    struct slice words = plain_words(shell, command);
    struct buffer digits = {.arena = shell->arena};
    if (slice_equal(words, S("pwd")) && !shell->cwd_unknown) {
        *output = shell->cwd;
        return true;
    }
    if (slice_equal(words, S("whoami")))
        return user_name(shell->host, output);
    if (!slice_equal(words, S("id -u")) && !slice_equal(words, S("id -g")))
        return false;
    buffer_number(&digits, slice_ends(words, S("u")) ? shell->host->uid : shell->host->gid);
    *output = buffer_slice(&digits);
    return true;
}

void expand_substitution(struct expansion *expansion, struct slice commands, uint32_t from,
                         bool quoted)
{
    struct shell *shell = expansion->shell;
    struct slice output = S("");
    bool none;
    const struct command *command = only_command(shell, commands, &none);
    shell->substituted = true;
    shell->substitution_known = none || (command && output_of(shell, command, &output));
    if (shell->xtrace && command && shell->streams[2] == STREAM_ERR) {
        buffer_put(&shell->err, slice_first(shell_get(shell, S("PS4")).text, 1));
        buffer_put(&shell->err, shell_get(shell, S("PS4")).text);
        buffer_put(&shell->err, plain_words(shell, command));
        buffer_byte(&shell->err, '\n');
    }
    if (shell->substitution_known)
        expansion_put(expansion, output, quoted);
    else
        expansion_put_unknown(expansion, from, quoted, UNKNOWN_COMMAND_OUTPUT);
}
