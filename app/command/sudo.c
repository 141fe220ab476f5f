/* What sudo leaves of the typing shell. See sudo.h. In: words. Out: a place in them, a host. */
#include "app/command/sudo.h"

/* Options that take the next word as their value. */
static const struct slice with_value[] = {
    S_INIT("-C"),      S_INIT("-D"),     S_INIT("-R"),       S_INIT("-T"),
    S_INIT("-U"),      S_INIT("-g"),     S_INIT("-h"),       S_INIT("-p"),
    S_INIT("-r"),      S_INIT("-t"),     S_INIT("--chdir"),  S_INIT("--chroot"),
    S_INIT("--group"), S_INIT("--host"), S_INIT("--prompt"), S_INIT("--command-timeout"),
};

/* Variables that pass, as far as every policy that is shipped lets them. */
static const struct slice passing[] = {
    S_INIT("TERM"), S_INIT("LANG"), S_INIT("DISPLAY"), S_INIT("COLORTERM"), S_INIT("LS_COLORS"),
};

static bool is_in(const struct slice *list, size_t len, struct slice word)
{
    for (size_t i = 0; i < len; i++)
        if (slice_equal(list[i], word))
            return true;
    return false;
}

/* Reads one option of sudo; next is the word behind it. True when that is its value. */
static bool read_option(struct sudo *sudo, struct slice word, struct slice next)
{
    struct slice list = S("--preserve-env="), user = S("--user=");
    if (slice_equal(word, S("-u")) || slice_equal(word, S("--user"))) {
        sudo->user = next;
        return true;
    }
    if (slice_starts(word, user))
        sudo->user = slice_after(word, user.len);
    else if (slice_starts(word, S("-u")))
        sudo->user = slice_after(word, 2);
    else if (slice_starts(word, list))
        sudo->keeps = slice_after(word, list.len);
    else if (slice_equal(word, S("-E")) || slice_equal(word, S("--preserve-env")))
        sudo->keeps_all = true;
    return is_in(with_value, sizeof with_value / sizeof *with_value, word);
}

void sudo_read(const struct slices *words, struct sudo *sudo)
{
    size_t i = 0;
    *sudo = (struct sudo){.words = words, .used = slice_equal(words->at[0], S("sudo"))};
    for (i += sudo->used; sudo->used && i < words->len; i++) {
        struct slice word = words->at[i];
        struct slice next = i + 1 < words->len ? words->at[i + 1] : S("");
        if (slice_equal(word, S("--"))) {
            i++;
            break;
        }
        if (word.len && *word.at == '-')
            i += read_option(sudo, word, next);
        else if (!slice_has(word, '='))
            break;
    }
    sudo->docker = i < words->len && slice_equal(words->at[i], S("docker")) ? i : words->len;
}

/* NAME=value between sudo and docker. */
static bool assigned(const struct sudo *sudo, struct slice name, struct slice *value)
{
    bool found = false;
    for (size_t i = 1; i < sudo->docker; i++) {
        struct slice left, right, word = sudo->words->at[i];
        if (slice_cut(word, '=', &left, &right) && slice_equal(left, name)) {
            *value = right;
            found = true;
        }
    }
    return found;
}

static bool is_kept(const struct sudo *sudo, struct slice name)
{
    struct slice rest = sudo->keeps, one;
    while (rest.len) {
        slice_cut(rest, ',', &one, &rest);
        if (slice_equal(one, name))
            return true;
    }
    return sudo->keeps_all || slice_starts(name, S("LC_")) ||
           is_in(passing, sizeof passing / sizeof *passing, name);
}

static enum host_answer variable(const void *context, struct slice name, struct slice *value)
{
    const struct sudo *sudo = context;
    bool is_root = !sudo->user.len || slice_equal(sudo->user, S("root"));
    if (assigned(sudo, name, value))
        return HOST_FOUND;
    if (is_kept(sudo, name))
        return sudo->typing->variable(sudo->typing->context, name, value);
    if (slice_equal(name, S("USER")) || slice_equal(name, S("LOGNAME"))) {
        *value = is_root ? S("root") : sudo->user;
        return HOST_FOUND;
    }
    if (slice_equal(name, S("HOME")) && is_root) {
        *value = S("/root");
        return HOST_FOUND;
    }
    /* What these are depends on the policy of the machine, or on the other user. */
    bool own = slice_starts(name, S("SUDO_")) || slice_equal(name, S("PATH")) ||
               slice_equal(name, S("SHELL")) || slice_equal(name, S("HOME"));
    return own ? HOST_UNKNOWN : HOST_ABSENT;
}

static enum host_answer file(const void *context, struct arena *arena, struct slice path,
                             struct slice *bytes)
{
    const struct sudo *sudo = context;
    return sudo->typing->file(sudo->typing->context, arena, path, bytes);
}

static enum host_answer names(const void *context, struct arena *arena, struct slice path,
                              struct host_names *out)
{
    const struct sudo *sudo = context;
    return sudo->typing->names(sudo->typing->context, arena, path, out);
}

struct host sudo_host(struct sudo *sudo, const struct host *typing)
{
    struct host host = *typing;
    sudo->typing = typing;
    if (!sudo->used)
        return host;
    host.context = sudo;
    host.variable = variable;
    host.file = file;
    host.names = names;
    if (!sudo->user.len || slice_equal(sudo->user, S("root")))
        host.uid = host.gid = 0;
    return host;
}
