/* The state of the shell: variables over the host's environment, messages, places.
 *
 * Models bash 5.2 started as `bash -c LINE`: which variables it makes itself, which it exports. A
 * change is written to an undo list, so a subshell costs what it changes. */
#include "sim/shell/state.h"

/* Variables that bash makes at the start. */
enum own {
    OWN_TEXT,    /* a fixed text */
    OWN_UNKNOWN, /* set, and not known */
    OWN_UID,
    OWN_GID,
    OWN_HOSTNAME,
    OWN_LINE,
    OWN_DIRECTORY,
    OWN_LEVEL,
};

static const struct own_variable {
    struct slice name;
    enum own own;
    bool readonly;
    bool yields; /* the environment's value counts where there is one */
    struct slice text;
} own_variables[] = {
    {S_INIT("_"), OWN_UNKNOWN, false, false, S_INIT("")},
    {S_INIT("BASH"), OWN_UNKNOWN, false, false, S_INIT("")},
    {S_INIT("BASHOPTS"), OWN_UNKNOWN, true, false, S_INIT("")},
    {S_INIT("BASHPID"), OWN_UNKNOWN, false, false, S_INIT("")},
    {S_INIT("BASH_COMMAND"), OWN_UNKNOWN, false, false, S_INIT("")},
    {S_INIT("BASH_EXECUTION_STRING"), OWN_UNKNOWN, false, false, S_INIT("")},
    {S_INIT("BASH_SUBSHELL"), OWN_UNKNOWN, false, false, S_INIT("")},
    {S_INIT("BASH_VERSINFO"), OWN_UNKNOWN, true, false, S_INIT("")},
    {S_INIT("BASH_VERSION"), OWN_UNKNOWN, false, false, S_INIT("")},
    {S_INIT("COMP_WORDBREAKS"), OWN_UNKNOWN, false, false, S_INIT("")},
    {S_INIT("DIRSTACK"), OWN_DIRECTORY, false, false, S_INIT("")},
    {S_INIT("EPOCHREALTIME"), OWN_UNKNOWN, false, false, S_INIT("")},
    {S_INIT("EPOCHSECONDS"), OWN_UNKNOWN, false, false, S_INIT("")},
    {S_INIT("EUID"), OWN_UID, true, false, S_INIT("")},
    {S_INIT("GROUPS"), OWN_GID, false, false, S_INIT("")},
    {S_INIT("HISTCMD"), OWN_UNKNOWN, false, false, S_INIT("")},
    {S_INIT("HOSTNAME"), OWN_HOSTNAME, false, true, S_INIT("")},
    {S_INIT("HOSTTYPE"), OWN_UNKNOWN, false, true, S_INIT("")},
    {S_INIT("IFS"), OWN_TEXT, false, false, S_INIT(" \t\n")},
    {S_INIT("LINENO"), OWN_LINE, false, false, S_INIT("")},
    {S_INIT("MACHTYPE"), OWN_UNKNOWN, false, true, S_INIT("")},
    {S_INIT("OPTERR"), OWN_TEXT, false, false, S_INIT("1")},
    {S_INIT("OPTIND"), OWN_TEXT, false, false, S_INIT("1")},
    {S_INIT("OSTYPE"), OWN_UNKNOWN, false, true, S_INIT("")},
    {S_INIT("PATH"), OWN_UNKNOWN, false, true, S_INIT("")},
    {S_INIT("PPID"), OWN_UNKNOWN, true, false, S_INIT("")},
    {S_INIT("PS4"), OWN_TEXT, false, true, S_INIT("+ ")},
    {S_INIT("PWD"), OWN_DIRECTORY, false, false, S_INIT("")},
    {S_INIT("RANDOM"), OWN_UNKNOWN, false, false, S_INIT("")},
    {S_INIT("SECONDS"), OWN_UNKNOWN, false, false, S_INIT("")},
    {S_INIT("SHELL"), OWN_UNKNOWN, false, true, S_INIT("")},
    {S_INIT("SHELLOPTS"), OWN_UNKNOWN, true, false, S_INIT("")},
    {S_INIT("SHLVL"), OWN_LEVEL, false, false, S_INIT("")},
    {S_INIT("SRANDOM"), OWN_UNKNOWN, false, false, S_INIT("")},
    {S_INIT("TERM"), OWN_TEXT, false, true, S_INIT("dumb")},
    {S_INIT("UID"), OWN_UID, true, false, S_INIT("")},
};

/* The row of a variable that bash makes. */
static const struct own_variable *find_own(struct slice name)
{
    if (!name.len || name.len > 21 || !((*name.at >= 'A' && *name.at <= 'Z') || *name.at == '_'))
        return NULL;
    for (size_t i = 0; i < sizeof own_variables / sizeof *own_variables; i++)
        if (slice_equal(own_variables[i].name, name))
            return own_variables + i;
    return NULL;
}

/* A number in decimal digits. */
static struct slice number_text(struct shell *shell, int64_t number)
{
    struct buffer digits = {.arena = shell->arena};
    buffer_number(&digits, number);
    return buffer_slice(&digits);
}

/* The value that bash gives one of its own. */
static struct value own_value(struct shell *shell, const struct own_variable *own)
{
    switch (own->own) {
    case OWN_TEXT: return (struct value){own->text, true, false, false};
    case OWN_UID: return (struct value){number_text(shell, shell->host->uid), true, false, false};
    case OWN_GID: return (struct value){number_text(shell, shell->host->gid), true, false, false};
    case OWN_HOSTNAME: return (struct value){shell->host->hostname, true, false, false};
    case OWN_LINE:
        return (struct value){number_text(shell, shell->line_number), true, false, false};
    case OWN_DIRECTORY: return (struct value){shell->cwd, true, shell->cwd_unknown, false};
    case OWN_LEVEL: {
        struct slice text;
        bool first = shell->host->variable(shell->host->context, S("SHLVL"), &text) != HOST_FOUND;
        return (struct value){S("1"), true, !first, false};
    }
    default: return (struct value){own->name, true, true, false};
    }
}

struct value shell_get(struct shell *shell, struct slice name)
{
    uint32_t index = shell->variables.len ? names_get(&shell->names, name) : NAMES_NONE;
    if (index != NAMES_NONE) {
        const struct variable *variable = shell->variables.at + index;
        return (struct value){variable->value, variable->set, variable->unknown, variable->unknown};
    }
    const struct own_variable *own = find_own(name);
    struct slice text = S("");
    if (own && !own->yields)
        return own_value(shell, own);
    enum host_answer answer = shell->host->variable(shell->host->context, name, &text);
    if (answer == HOST_ABSENT && own)
        return own_value(shell, own);
    return (struct value){text, answer != HOST_ABSENT, answer == HOST_UNKNOWN, false};
}

struct value shell_exported(struct shell *shell, struct slice name)
{
    uint32_t index = shell->variables.len ? names_get(&shell->names, name) : NAMES_NONE;
    struct slice text = S("");
    if (index != NAMES_NONE) {
        const struct variable *variable = shell->variables.at + index;
        return (struct value){variable->value, variable->set && variable->exported,
                              variable->unknown, true};
    }
    /* bash gives its own PWD, SHLVL and _ to every command. */
    if (slice_equal(name, S("PWD")))
        return (struct value){shell->cwd, true, shell->cwd_unknown, false};
    if (slice_equal(name, S("SHLVL")) && shell->alone)
        return (struct value){S("0"), true, false, false};
    if (slice_equal(name, S("SHLVL")) || slice_equal(name, S("_")))
        return (struct value){S(""), true, true, false};
    enum host_answer answer = shell->host->variable(shell->host->context, name, &text);
    return (struct value){text, answer != HOST_ABSENT, answer == HOST_UNKNOWN, false};
}

/* The variable as an entry that can be changed, the old one kept for shell_undo. */
static struct variable *change(struct shell *shell, struct slice name)
{
    uint32_t index = names_get(&shell->names, name);
    struct slice text = S("");
    if (index == NAMES_NONE) {
        const struct own_variable *own = find_own(name);
        struct value value = shell_get(shell, name);
        bool exported = shell->host->variable(shell->host->context, name, &text) != HOST_ABSENT;
        exported |= slice_equal(name, S("PWD")) || slice_equal(name, S("OLDPWD"));
        index = (uint32_t)shell->variables.len;
        *list_add(shell->arena, &shell->variables) =
            (struct variable){name,
                              value.text,
                              value.set,
                              value.set ? exported : slice_equal(name, S("OLDPWD")),
                              own && own->readonly,
                              value.unknown};
        names_set(shell->arena, &shell->names, name, index);
    }
    if (shell->variables.at[index].readonly) {
        SHELL_MESSAGE(shell, name, S(": readonly variable"));
        return NULL;
    }
    *list_add(shell->arena, &shell->undo) = (struct undo){index, shell->variables.at[index]};
    return shell->variables.at + index;
}

/* Keeps what is read often up to date. */
static void refresh(struct shell *shell, struct slice name)
{
    if (!slice_equal(name, S("IFS")))
        return;
    struct value ifs = shell_get(shell, name);
    shell->ifs = ifs.set ? ifs.text : S(" \t\n");
}

bool shell_set(struct shell *shell, struct slice name, struct slice value, bool unknown,
               bool exported)
{
    struct variable *variable = change(shell, name);
    if (!variable)
        return false;
    variable->value = value;
    variable->set = true;
    variable->unknown = unknown;
    variable->exported |= exported;
    refresh(shell, name);
    return true;
}

bool shell_unset(struct shell *shell, struct slice name)
{
    struct variable *variable = change(shell, name);
    if (!variable)
        return false;
    variable->set = variable->exported = variable->unknown = false;
    variable->value = S("");
    refresh(shell, name);
    return true;
}

bool shell_export(struct shell *shell, struct slice name, bool exported)
{
    uint32_t index = names_get(&shell->names, name);
    bool readonly = index != NAMES_NONE && shell->variables.at[index].readonly;
    if (readonly)
        shell->variables.at[index].readonly = false;
    struct variable *variable = change(shell, name);
    if (!variable)
        return false;
    variable->exported = exported;
    variable->readonly = readonly;
    return true;
}

bool shell_make_readonly(struct shell *shell, struct slice name)
{
    struct variable *variable = change(shell, name);
    if (variable)
        variable->readonly = true;
    return variable != NULL;
}

void shell_undo(struct shell *shell, size_t mark)
{
    while (shell->undo.len > mark) {
        const struct undo *undo = shell->undo.at + --shell->undo.len;
        shell->variables.at[undo->index] = undo->before;
        refresh(shell, undo->before.name);
    }
}

void shell_message(struct shell *shell, size_t n, const struct slice *parts)
{
    struct buffer *err = &shell->err;
    if (shell->streams[2] != STREAM_ERR)
        return;
    buffer_string(err, "bash: line ");
    buffer_number(err, shell->line_number);
    buffer_string(err, ": ");
    for (size_t i = 0; i < n; i++)
        buffer_put(err, parts[i]);
    buffer_byte(err, '\n');
}

/* The offset in the line of an offset in the text without NUL bytes. */
static uint32_t typed_offset(const struct shell *shell, uint32_t offset)
{
    size_t low = 0, high = shell->dropped_len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (shell->dropped[middle] <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return offset + (uint32_t)low;
}

struct origin shell_origin_dropped(const struct shell *shell, uint32_t from, uint32_t to)
{
    from = typed_offset(shell, from);
    to = to ? typed_offset(shell, to - 1) + 1 : 0;
    return (struct origin){shell->line, {from, to}};
}

void shell_unknown(struct shell *shell, struct slice text, enum unknown_why why,
                   struct origin origin)
{
    *list_add(shell->arena, &shell->result->unknown) = (struct unknown){text, why, origin};
}

void shell_stop(struct shell *shell, struct slice text, struct origin origin)
{
    if (shell->flow == FLOW_STOP)
        return;
    shell_unknown(shell, text, UNKNOWN_SYNTAX, origin);
    shell->flow = FLOW_STOP;
    shell->status_known = false;
    shell->result->stopped = true;
}

struct slice shell_path(struct shell *shell, struct slice path)
{
    struct buffer out = {.arena = shell->arena};
    if (!slice_starts(path, S("/")))
        path = TEXT(shell->arena, shell->cwd, S("/"), path);
    while (path.len) {
        struct slice part;
        slice_cut(path, '/', &part, &path);
        if (slice_equal(part, S(".."))) {
            while (out.len && out.at[--out.len] != '/')
                ;
        } else if (part.len && !slice_equal(part, S("."))) {
            buffer_byte(&out, '/');
            buffer_put(&out, part);
        }
    }
    return out.len ? buffer_slice(&out) : S("/");
}

void shell_discard(struct shell *shell, int status)
{
    if (shell->flow == FLOW_STOP)
        return;
    shell->flow = FLOW_DISCARD;
    shell_status(shell, status);
}

void shell_trace_word(struct shell *shell, struct slice word)
{
    struct buffer *err = &shell->err;
    bool plain = word.len > 0;
    for (size_t i = 0; i < word.len && plain; i++)
        plain = !memchr(" \t\n'\"\\|&;()<>!{}*[]?^$`", word.at[i], 23) &&
                !(i == 0 && (word.at[i] == '#' || word.at[i] == '~'));
    if (plain) {
        buffer_put(err, word);
        return;
    }
    buffer_byte(err, '\'');
    for (size_t i = 0; i < word.len; i++)
        if (word.at[i] == '\'')
            buffer_string(err, "'\\''");
        else
            buffer_byte(err, word.at[i]);
    buffer_byte(err, '\'');
}

void shell_trace(struct shell *shell, struct slice name, struct slice value)
{
    buffer_put(&shell->err, shell_get(shell, S("PS4")).text);
    buffer_put(&shell->err, name);
    if (value.len)
        shell_trace_word(shell, value);
    buffer_byte(&shell->err, '\n');
}
