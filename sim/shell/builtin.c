/* Builtins. Input: the expanded words of a command; output: the shell's new state and status.
 *
 * Models bash 5.2's cd, export, unset, readonly, set, exit and what has no effect here (echo, true,
 * wait …). A builtin that changes the shell in a way that is not simulated ends the interpretation;
 * one that only answers something leaves a status that is not known. */
#include "sim/shell/builtin.h"

#include "sim/shell/redirect.h"

struct call {
    struct shell *shell;
    const struct fields *fields;
    const struct arg *args; /* behind the name */
    size_t n;
    size_t first; /* index of args[0] in fields */
    struct slice name;
    struct origin at;
};

/* Whether part of an argument is not known. */
static bool is_unknown(const struct call *call, size_t i)
{
    return call->fields->unknown && call->fields->unknown[call->first + i];
}

/* The command does something that is not simulated. */
static void stop(struct call *call)
{
    struct slice bytes = call->shell->line->bytes;
    struct span span = call->at.span;
    shell_stop(call->shell, (struct slice){bytes.at + span.from, span.to - span.from}, call->at);
}

/* Writes "NAME: what why" and sets the status. */
static void complain(struct call *call, struct slice what, const char *why, int status)
{
    SHELL_MESSAGE(call->shell, call->name, S(": "), what, slice_of(why));
    shell_status(call->shell, status);
}

/* An option that the builtin has not: message, usage, status 2. */
static void bad_option(struct call *call, struct slice option, const char *usage)
{
    struct shell *shell = call->shell;
    complain(call, slice_first(option, 2), ": invalid option", 2);
    if (shell->streams[2] != STREAM_ERR)
        return;
    buffer_put(&shell->err, call->name);
    buffer_string(&shell->err, ": usage: ");
    buffer_string(&shell->err, usage);
    buffer_byte(&shell->err, '\n');
}

/* A word of options; a lone - and -- are none. */
static bool is_option(struct slice s)
{
    return s.len > 1 && *s.at == '-' && !slice_equal(s, S("--"));
}

/* --- Directory -------------------------------------------------------------------------------- */

/* Changes to a directory, with PWD and OLDPWD. */
static void enter_directory(struct call *call, struct slice target)
{
    struct shell *shell = call->shell;
    if (!target.len)
        target = S(".");
    switch (shell_kind(shell, target)) {
    case HOST_ABSENT: complain(call, target, ": No such file or directory", 1); return;
    case HOST_FOUND: complain(call, target, ": Not a directory", 1); return;
    case HOST_UNREADABLE: complain(call, target, ": Permission denied", 1); return;
    case HOST_UNKNOWN: shell->status_known = false; break;
    case HOST_DIRECTORY: break;
    }
    struct slice path = shell_path(shell, target);
    bool unknown = shell->cwd_unknown && !slice_starts(target, S("/"));
    shell_set(shell, S("OLDPWD"), shell->cwd, shell->cwd_unknown, true);
    shell_set(shell, S("PWD"), path, unknown, true);
    shell->cwd = path;
    shell->cwd_unknown = unknown;
}

/* cd [-L|-P] [DIR|-]. */
static void run_cd(struct call *call)
{
    struct shell *shell = call->shell;
    size_t i = 0;
    for (; i < call->n && is_option(call->args[i].text); i++)
        for (size_t j = 1; j < call->args[i].text.len; j++)
            if (!memchr("LPe@", call->args[i].text.at[j], 4)) {
                bad_option(call, call->args[i].text, "cd [-L|[-P [-e]] [-@]] [dir]");
                return;
            }
    i += i < call->n && slice_equal(call->args[i].text, S("--"));
    if (i + 1 < call->n) {
        complain(call, S("too many arguments"), "", 1);
        return;
    }
    if (shell_get(shell, S("CDPATH")).set) {
        stop(call);
        return;
    }
    bool back = i < call->n && slice_equal(call->args[i].text, S("-"));
    struct value value;
    if (i == call->n || back)
        value = shell_get(shell, back ? S("OLDPWD") : S("HOME"));
    else
        value = (struct value){call->args[i].text, true, is_unknown(call, i), true};
    if (!value.set) {
        complain(call, back ? S("OLDPWD") : S("HOME"), " not set", 1);
    } else if (value.unknown) {
        shell->cwd = value.text;
        shell->cwd_unknown = true;
        shell->status_known = false;
    } else {
        enter_directory(call, value.text);
    }
}

/* --- Variables -------------------------------------------------------------------------------- */

enum attribute { ATTRIBUTE_NONE, ATTRIBUTE_EXPORT, ATTRIBUTE_UNEXPORT, ATTRIBUTE_READONLY };

/* NAME or NAME=value of export and its kin. */
static void declare(struct call *call, size_t i, enum attribute attribute)
{
    struct shell *shell = call->shell;
    struct slice word = call->args[i].text, name, value;
    bool assigns = slice_cut(word, '=', &name, &value);
    bool adds = assigns && slice_ends(name, S("+"));
    name.len -= adds;
    if (!shell_name(name)) {
        complain(call, TEXT(shell->arena, S("`"), word), "': not a valid identifier", 1);
        return;
    }
    bool unknown = is_unknown(call, i), fine = true;
    if (assigns && shell->xtrace && shell->streams[2] == STREAM_ERR)
        shell_trace(shell, slice_first(word, word.len - value.len), value);
    if (adds) {
        struct value before = shell_get(shell, name);
        unknown |= before.unknown;
        value = arena_join(shell->arena, before.text, value);
    }
    if (assigns)
        fine = shell_set(shell, name, value, unknown, false);
    if (!fine) {
        shell_status(shell, 1);
        return;
    }
    if (attribute == ATTRIBUTE_EXPORT || attribute == ATTRIBUTE_UNEXPORT)
        shell_export(shell, name, attribute == ATTRIBUTE_EXPORT);
    else if (attribute == ATTRIBUTE_READONLY)
        shell_make_readonly(shell, name);
}

/* export, readonly, declare and typeset, as far as they make plain variables. */
static void run_declare(struct call *call)
{
    bool exports = slice_equal(call->name, S("export"));
    bool reads = slice_equal(call->name, S("readonly"));
    enum attribute attribute = exports ? ATTRIBUTE_EXPORT
                               : reads ? ATTRIBUTE_READONLY
                                       : ATTRIBUTE_NONE;
    size_t i = 0;
    for (; i < call->n && is_option(call->args[i].text); i++) {
        struct slice option = call->args[i].text;
        if (slice_equal(option, S("-p")))
            continue;
        if (exports && slice_equal(option, S("-n"))) {
            attribute = ATTRIBUTE_UNEXPORT;
        } else if (!exports && !reads && slice_equal(option, S("-x"))) {
            attribute = ATTRIBUTE_EXPORT;
        } else if (!exports && !reads && slice_equal(option, S("-r"))) {
            attribute = ATTRIBUTE_READONLY;
        } else if (exports && !memchr("fnp", option.at[1], 3)) {
            bad_option(call, option, "export [-fn] [name[=value] ...] or export -p");
            return;
        } else {
            stop(call);
            return;
        }
    }
    i += i < call->n && slice_equal(call->args[i].text, S("--"));
    for (; i < call->n; i++)
        declare(call, i, attribute);
}

/* unset [-fv] NAME… */
static void run_unset(struct call *call)
{
    size_t i = 0;
    bool functions = false;
    for (; i < call->n && is_option(call->args[i].text); i++) {
        struct slice option = call->args[i].text;
        functions |= slice_equal(option, S("-f"));
        if (!memchr("fvn", option.at[1], 3)) {
            bad_option(call, option, "unset [-f] [-v] [-n] [name ...]");
            return;
        }
    }
    for (; i < call->n && !functions; i++) {
        struct slice name = call->args[i].text;
        struct shell *shell = call->shell;
        size_t known = shell->err.len;
        if (slice_has(name, '[')) {
            stop(call);
            return;
        }
        if (shell_name(name) && !shell_unset(shell, name)) {
            shell->err.len = known;
            complain(call, name, ": cannot unset: readonly variable", 1);
        }
    }
}

/* --- Options ---------------------------------------------------------------------------------- */

/* Sets an option by its letter; false when it is not simulated. */
static bool set_letter(struct shell *shell, char letter, bool on)
{
    switch (letter) {
    case 'e': shell->errexit = on; return true;
    case 'u': shell->nounset = on; return true;
    case 'x': shell->xtrace = on; return true;
    case 'f': shell->noglob = on; return true;
    case 'h':
    case 'm':
    case 'b':
    case 'H':
    case 'E':
    case 'T':
    case 'P': return true;
    default: return false;
    }
}

/* The option behind -o. */
static void set_named(struct call *call, struct slice name, bool on)
{
    static const struct {
        struct slice name;
        char letter;
    } options[] = {
        {S_INIT("errexit"), 'e'},   {S_INIT("nounset"), 'u'},
        {S_INIT("xtrace"), 'x'},    {S_INIT("noglob"), 'f'},
        {S_INIT("pipefail"), 'p'},  {S_INIT("errtrace"), 'E'},
        {S_INIT("functrace"), 'T'}, {S_INIT("histexpand"), 'H'},
        {S_INIT("monitor"), 'm'},   {S_INIT("hashall"), 'h'},
        {S_INIT("history"), 'H'},   {S_INIT("physical"), 'P'},
        {S_INIT("notify"), 'b'},    {S_INIT("allexport"), 0},
        {S_INIT("braceexpand"), 0}, {S_INIT("emacs"), 'H'},
        {S_INIT("ignoreeof"), 'H'}, {S_INIT("interactive-comments"), 0},
        {S_INIT("keyword"), 0},     {S_INIT("noclobber"), 0},
        {S_INIT("noexec"), 0},      {S_INIT("nolog"), 'H'},
        {S_INIT("onecmd"), 0},      {S_INIT("posix"), 0},
        {S_INIT("privileged"), 0},  {S_INIT("verbose"), 0},
        {S_INIT("vi"), 'H'},
    };
    for (size_t i = 0; i < sizeof options / sizeof *options; i++) {
        if (!slice_equal(options[i].name, name))
            continue;
        if (options[i].letter == 'p')
            call->shell->pipefail = on;
        else if (!options[i].letter || !set_letter(call->shell, options[i].letter, on))
            stop(call);
        return;
    }
    complain(call, name, ": invalid option name", 2);
}

/* set with options; positional parameters are not simulated. */
static void run_set(struct call *call)
{
    static const char usage[] = "set [-abefhkmnptuvxBCEHPT] [-o option-name] [--] [-] [arg ...]";
    for (size_t i = 0; i < call->n && call->shell->flow == FLOW_ON; i++) {
        struct slice word = call->args[i].text;
        bool on = slice_starts(word, S("-"));
        if (is_unknown(call, i) || word.len < 2 || (!on && *word.at != '+') ||
            slice_equal(word, S("--"))) {
            stop(call); /* positional parameters */
            return;
        }
        for (size_t j = 1; j < word.len; j++) {
            if (word.at[j] == 'o') {
                if (i + 1 < call->n)
                    set_named(call, call->args[++i].text, on);
            } else if (!memchr("abefhkmnptuvxBCEHPT", word.at[j], 19)) {
                char option[2] = {*word.at, word.at[j]};
                bad_option(call, arena_copy(call->shell->arena, (struct slice){option, 2}), usage);
                return;
            } else if (!set_letter(call->shell, word.at[j], on)) {
                stop(call);
                return;
            }
        }
    }
}

/* --- The rest --------------------------------------------------------------------------------- */

/* exit [N]. */
static void run_exit(struct call *call)
{
    struct shell *shell = call->shell;
    struct slice word = call->n ? call->args[0].text : S("");
    size_t digits = slice_starts(word, S("-"));
    int64_t status = 0;
    if (call->n && is_unknown(call, 0)) {
        shell->status_known = false;
        shell->flow = FLOW_EXIT;
        return;
    }
    bool number = digits < word.len && word.len < 19;
    for (size_t i = digits; i < word.len && number; i++) {
        number = word.at[i] >= '0' && word.at[i] <= '9';
        status = status * 10 + (word.at[i] - '0');
    }
    if (call->n > 1 && number) {
        complain(call, S("too many arguments"), "", 1);
        shell_discard(shell, 1);
        return;
    }
    if (call->n && !number)
        complain(call, word, ": numeric argument required", 2);
    else if (call->n)
        shell_status(shell, (int)((digits ? -status : status) & 255));
    shell->flow = FLOW_EXIT;
}

/* test and [. */
static void run_test(struct call *call)
{
    size_t n = call->n;
    for (size_t i = 0; i < n; i++)
        if (is_unknown(call, i)) {
            call->shell->status_known = false;
            return;
        }
    if (slice_equal(call->name, S("["))) {
        if (n == 0 || !slice_equal(call->args[n - 1].text, S("]"))) {
            complain(call, S("missing `]'"), "", 2);
            return;
        }
        n--;
    }
    builtin_test(call->shell, call->name, call->args, n);
}

/* printf: its status, where the format is simple. */
static void run_printf(struct call *call)
{
    struct shell *shell = call->shell;
    if (call->n && slice_starts(call->args[0].text, S("-v"))) {
        stop(call);
    } else if (call->n == 0) {
        if (shell->streams[2] == STREAM_ERR)
            buffer_string(&shell->err, "printf: usage: printf [-v var] format [arguments]\n");
        shell_status(shell, 2);
    } else if (slice_has(call->args[0].text, '%')) {
        shell->status_known =
            slice_equal(call->args[0].text, S("%s")) || slice_equal(call->args[0].text, S("%s\\n"));
    }
}

/* What only works in a function or loop. */
static void run_outside(struct call *call)
{
    bool returns = slice_equal(call->name, S("return"));
    if (returns)
        complain(call, S("can only `return' from a function or sourced script"), "", 2);
    else if (slice_equal(call->name, S("local")))
        complain(call, S("can only be used in a function"), "", 1);
    else
        complain(call, S("only meaningful in a `for', `while', or `until' loop"), "", 0);
}

/* Status 0, no effect here. */
static void run_nothing(struct call *call)
{
    (void)call;
}

/* Status 1. */
static void run_false(struct call *call)
{
    shell_status(call->shell, 1);
}

/* A status that is not known, no effect here. */
static void run_answer(struct call *call)
{
    call->shell->status_known = false;
}

static const struct builtin {
    struct slice name;
    void (*run)(struct call *call);
} builtins[] = {
    {S_INIT(":"), run_nothing},
    {S_INIT("true"), run_nothing},
    {S_INIT("false"), run_false},
    {S_INIT("echo"), run_nothing},
    {S_INIT("printf"), run_printf},
    {S_INIT("pwd"), run_nothing},
    {S_INIT("wait"), run_nothing},
    {S_INIT("cd"), run_cd},
    {S_INIT("export"), run_declare},
    {S_INIT("readonly"), run_declare},
    {S_INIT("declare"), run_declare},
    {S_INIT("typeset"), run_declare},
    {S_INIT("unset"), run_unset},
    {S_INIT("set"), run_set},
    {S_INIT("exit"), run_exit},
    {S_INIT("test"), run_test},
    {S_INIT("["), run_test},
    {S_INIT("local"), run_outside},
    {S_INIT("return"), run_outside},
    {S_INIT("break"), run_outside},
    {S_INIT("continue"), run_outside},
    /* They only tell something, or bear on nothing that follows. */
    {S_INIT("alias"), run_answer},
    {S_INIT("bg"), run_answer},
    {S_INIT("bind"), run_answer},
    {S_INIT("caller"), run_answer},
    {S_INIT("compgen"), run_answer},
    {S_INIT("complete"), run_answer},
    {S_INIT("dirs"), run_answer},
    {S_INIT("disown"), run_answer},
    {S_INIT("fc"), run_answer},
    {S_INIT("fg"), run_answer},
    {S_INIT("hash"), run_answer},
    {S_INIT("help"), run_answer},
    {S_INIT("history"), run_answer},
    {S_INIT("jobs"), run_answer},
    {S_INIT("kill"), run_answer},
    {S_INIT("times"), run_answer},
    {S_INIT("type"), run_answer},
    {S_INIT("ulimit"), run_answer},
    {S_INIT("umask"), run_answer},
    {S_INIT("unalias"), run_answer},
    {S_INIT("logout"), run_answer},
    {S_INIT("suspend"), run_answer},
    /* They change the shell in a way that is not simulated. */
    {S_INIT("."), stop},
    {S_INIT("source"), stop},
    {S_INIT("eval"), stop},
    {S_INIT("let"), stop},
    {S_INIT("read"), stop},
    {S_INIT("mapfile"), stop},
    {S_INIT("readarray"), stop},
    {S_INIT("getopts"), stop},
    {S_INIT("shopt"), stop},
    {S_INIT("shift"), stop},
    {S_INIT("trap"), stop},
    {S_INIT("pushd"), stop},
    {S_INIT("popd"), stop},
    {S_INIT("enable"), stop},
};

bool builtin_assigns(struct slice name)
{
    return slice_equal(name, S("export")) || slice_equal(name, S("readonly")) ||
           slice_equal(name, S("declare")) || slice_equal(name, S("typeset"));
}

bool builtin_run(struct shell *shell, const struct fields *fields, size_t first, struct origin at)
{
    struct slice name = fields->args.at[first].text;
    for (size_t i = 0; i < sizeof builtins / sizeof *builtins; i++) {
        if (!slice_equal(builtins[i].name, name))
            continue;
        struct call call = {.shell = shell,
                            .fields = fields,
                            .args = fields->args.at + first + 1,
                            .n = fields->args.len - first - 1,
                            .first = first + 1,
                            .name = name,
                            .at = at};
        if (builtins[i].run != run_exit)
            shell_status(shell, 0);
        builtins[i].run(&call);
        return true;
    }
    return false;
}
