/* Redirections. Input: their typed targets and the host's files; output: where descriptors lead, or
 * bash's message for a file that cannot be opened.
 *
 * Models bash 5.2: targets expand as words and must come to one; the names under /dev that bash
 * opens itself; a failing redirection stops the command. */
#include "sim/shell/redirect.h"

#include "sim/shell/expand.h"

enum host_answer shell_kind(struct shell *shell, struct slice path)
{
    struct slice whole = shell_path(shell, path);
    for (size_t i = 0; i < shell->created.len; i++)
        if (slice_equal(shell->created.at[i], whole))
            return HOST_FOUND;
    enum host_answer answer = shell->host->file(shell->host->context, shell->arena, whole, NULL);
    if (shell->cwd_unknown && !slice_starts(path, S("/")))
        return HOST_UNKNOWN;
    return answer == HOST_ABSENT && shell->disturbed ? HOST_UNKNOWN : answer;
}

/* Writes "WHAT: why". */
static bool fail(struct shell *shell, struct slice what, const char *why)
{
    SHELL_MESSAGE(shell, what, S(": "), slice_of(why));
    return false;
}

/* Devices that are there without a host to tell. */
static bool device(struct shell *shell, struct slice path, enum stream *stream)
{
    static const struct {
        struct slice path;
        int descriptor; /* whose place it names, or -1 */
        enum stream stream;
    } devices[] = {
        {S_INIT("/dev/null"), -1, STREAM_NULL},   {S_INIT("/dev/stdin"), 0, STREAM_NULL},
        {S_INIT("/dev/stdout"), 1, STREAM_NULL},  {S_INIT("/dev/stderr"), 2, STREAM_NULL},
        {S_INIT("/dev/fd/0"), 0, STREAM_NULL},    {S_INIT("/dev/fd/1"), 1, STREAM_NULL},
        {S_INIT("/dev/fd/2"), 2, STREAM_NULL},    {S_INIT("/dev/tty"), -1, STREAM_TERMINAL},
        {S_INIT("/dev/zero"), -1, STREAM_FILE},   {S_INIT("/dev/full"), -1, STREAM_FILE},
        {S_INIT("/dev/random"), -1, STREAM_FILE}, {S_INIT("/dev/urandom"), -1, STREAM_FILE},
    };
    for (size_t i = 0; i < sizeof devices / sizeof *devices; i++)
        if (slice_equal(devices[i].path, path)) {
            int descriptor = devices[i].descriptor;
            *stream = descriptor < 0 ? devices[i].stream : (enum stream)shell->streams[descriptor];
            return true;
        }
    return false;
}

/* The directory that a path is in. */
static struct slice parent_of(struct slice path)
{
    while (path.len > 1 && path.at[path.len - 1] != '/')
        path.len--;
    return path.len > 1 ? slice_first(path, path.len - 1) : path;
}

/* A path that is not there: why it cannot be opened or made. Null when it can. */
static const char *open_absent(struct shell *shell, struct slice path, bool make)
{
    struct slice whole = shell_path(shell, path), parent = parent_of(whole);
    enum host_answer above = shell_kind(shell, parent);
    if (above == HOST_FOUND)
        return "Not a directory";
    if (!path.len || !make || above == HOST_ABSENT)
        return "No such file or directory";
    if (slice_ends(path, S("/")))
        return "Is a directory";
    if (above == HOST_UNREADABLE ||
        (above == HOST_DIRECTORY && shell->host->uid != 0 && host_is_roots(parent)))
        return "Permission denied";
    *list_add(shell->arena, &shell->created) = whole;
    return NULL;
}

/* Opens a file to read, or to write (`make`). */
static bool open_file(struct shell *shell, struct slice path, bool make, enum stream *stream)
{
    if (device(shell, path, stream))
        return true;
    *stream = STREAM_FILE;
    const char *why = NULL;
    switch (path.len ? shell_kind(shell, path) : HOST_ABSENT) {
    case HOST_ABSENT: why = open_absent(shell, path, make); break;
    case HOST_DIRECTORY: why = make ? "Is a directory" : NULL; break;
    case HOST_FOUND: why = slice_ends(path, S("/")) ? "Not a directory" : NULL; break;
    case HOST_UNREADABLE: why = "Permission denied"; break;
    case HOST_UNKNOWN: break;
    }
    return why ? fail(shell, path, why) : true;
}

/* A target as one word. */
static bool target_text(struct shell *shell, const struct redirect *redirect, struct slice *text,
                        bool *unknown)
{
    struct fields fields = {0};
    struct word one = *redirect->target;
    one.next = NULL;
    expand_fields(shell, &one, &fields);
    if (shell->flow != FLOW_ON)
        return false;
    if (fields.args.len != 1)
        return fail(shell, one.raw, "ambiguous redirect");
    *text = fields.args.at[0].text;
    *unknown = fields.unknown && fields.unknown[0];
    return true;
}

/* A descriptor's number, or -1 when s is none. */
static int descriptor(struct slice s)
{
    int number = 0;
    for (size_t i = 0; i < s.len; i++) {
        if (s.at[i] < '0' || s.at[i] > '9' || number > 100000)
            return -1;
        number = number * 10 + (s.at[i] - '0');
    }
    return s.len ? number : -1;
}

/* Descriptors beyond those that are kept lead nowhere that matters. */
static void set_stream(struct shell *shell, int number, enum stream stream)
{
    if (number >= 0 && number < STREAMS)
        shell->streams[number] = (unsigned char)stream;
}

/* N>&M, N>&M-, N>&-, and >&FILE. */
static bool duplicate(struct shell *shell, const struct redirect *redirect, int number)
{
    struct slice text;
    bool unknown = false, moves;
    enum stream stream;
    if (!target_text(shell, redirect, &text, &unknown))
        return false;
    if (slice_equal(text, S("-"))) {
        set_stream(shell, number, STREAM_CLOSED);
        return true;
    }
    moves = text.len > 1 && slice_ends(text, S("-"));
    int from = descriptor(slice_first(text, text.len - moves));
    if (from < 0) {
        if (redirect->kind == TOKEN_DUP_IN || (redirect->name.len && number != 1))
            return fail(shell, redirect->target->raw, "ambiguous redirect");
        if (!open_file(shell, text, true, &stream))
            return false;
        set_stream(shell, 1, stream);
        set_stream(shell, 2, stream);
        return true;
    }
    if (from >= STREAMS || shell->streams[from] == STREAM_CLOSED)
        return fail(shell, text, "Bad file descriptor");
    set_stream(shell, number, (enum stream)shell->streams[from]);
    if (moves && from != number)
        set_stream(shell, from, STREAM_CLOSED);
    return true;
}

/* One redirection. */
static bool redirect_one(struct shell *shell, const struct redirect *redirect)
{
    enum token kind = redirect->kind;
    bool reads = kind == TOKEN_LESS || kind == TOKEN_DUP_IN || kind == TOKEN_READ_WRITE ||
                 kind == TOKEN_HERE || kind == TOKEN_HERE_TABS || kind == TOKEN_HERE_STRING;
    int number = redirect->name.len ? descriptor(redirect->name) : reads ? 0 : 1;
    struct slice text;
    bool unknown = false;
    enum stream stream = STREAM_FILE;
    if (slice_starts(redirect->name, S("{"))) {
        struct slice name = {redirect->name.at + 1, redirect->name.len - 2};
        number = STREAMS;
        if (!shell_set(shell, name, S("10"), false, false))
            return false;
    }
    switch (kind) {
    case TOKEN_DUP_IN:
    case TOKEN_DUP_OUT: return duplicate(shell, redirect, number);
    case TOKEN_HERE:
    case TOKEN_HERE_TABS:
        if (!(redirect->target->marks & MARK_QUOTE))
            expand_here(shell, redirect->here->body,
                        (uint32_t)(redirect->here->body.at - shell->lexer.text.at));
        break;
    case TOKEN_HERE_STRING: expand_value(shell, redirect->target, 0, false); break;
    default:
        if (!target_text(shell, redirect, &text, &unknown))
            return false;
        if (!unknown && !open_file(shell, text, kind != TOKEN_LESS, &stream))
            return false;
        break;
    }
    set_stream(shell, number, stream);
    if (kind == TOKEN_BOTH || kind == TOKEN_BOTH_APPEND)
        set_stream(shell, 2, stream);
    return shell->flow == FLOW_ON;
}

bool redirect_all(struct shell *shell, const struct command *command)
{
    for (const struct redirect *redirect = command->redirects; redirect; redirect = redirect->next)
        if (!redirect_one(shell, redirect))
            return false;
    if (command->piped_both)
        shell->streams[2] = shell->streams[1];
    return true;
}
