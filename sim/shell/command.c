/* Simple commands. Input: a parsed command and the shell's state; output: a call of the handler for
 * docker, else the status and messages that bash or a builtin leaves.
 *
 * Models bash 5.2: words expand first, then the assignments in front of them, then redirections;
 * then the command is looked up. Programs that hand their arguments on (sudo, env, exec …) are
 * looked through. Of other programs nothing is known but whether they are there. */
#include "sim/shell/command.h"
#include "sim/shell/builtin.h"
#include "sim/shell/redirect.h"

/* What the docker client's environment is. */
struct environment {
    struct shell *shell;
    bool cleared; /* env -i, sudo: only what changed since `mark` */
    bool root;    /* sudo: a new user's own variables */
    size_t mark;
};

/* A command while it is looked at. */
struct run {
    struct shell *shell;
    const struct command *command;
    struct fields fields;
    size_t first; /* the word that is the program, prefixes left out */
    struct environment environment;
    struct origin at, cut;
    bool background, sudo;
    bool ends;     /* exec: the shell is replaced */
    bool prefixed; /* a program in front may have set variables for this command */
    bool builtin;  /* it was a builtin, whose own changes stay */
};

/* --- The environment of docker ---------------------------------------------------------------- */

/* sudo's own environment: what it sets for root, what it keeps. */
static bool sudo_variable(struct slice name, struct slice *value, enum host_answer *answer)
{
    static const struct slice kept[] = {S_INIT("TERM"), S_INIT("LANG"), S_INIT("DISPLAY"),
                                        S_INIT("COLORTERM"), S_INIT("LS_COLORS")};
    *answer = HOST_FOUND;
    if (slice_equal(name, S("USER")) || slice_equal(name, S("LOGNAME"))) {
        *value = S("root");
        return true;
    }
    if (slice_equal(name, S("HOME"))) {
        *value = S("/root");
        return true;
    }
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
        if (slice_equal(kept[i], name) || slice_starts(name, S("LC_")))
            return false;
    bool own = slice_starts(name, S("SUDO_")) || slice_equal(name, S("PATH")) ||
               slice_equal(name, S("SHELL"));
    *value = S("");
    *answer = own ? HOST_UNKNOWN : HOST_ABSENT;
    return true;
}

/* The three functions of the host that docker sees. */
static enum host_answer environment_variable(const void *context, struct slice name,
                                             struct slice *value)
{
    const struct environment *environment = context;
    struct shell *shell = environment->shell;
    enum host_answer answer;
    bool changed = false;
    for (size_t i = environment->mark; environment->cleared && i < shell->undo.len; i++)
        changed |= slice_equal(shell->undo.at[i].before.name, name);
    if (environment->cleared && !changed) {
        if (environment->root && sudo_variable(name, value, &answer))
            return answer;
        if (!environment->root)
            return HOST_ABSENT;
    }
    struct value found = shell_exported(shell, name);
    *value = found.text;
    return !found.set ? HOST_ABSENT : found.unknown ? HOST_UNKNOWN : HOST_FOUND;
}

static enum host_answer environment_file(const void *context, struct arena *arena,
                                         struct slice path, struct slice *bytes)
{
    const struct host *host = ((const struct environment *)context)->shell->host;
    return host->file(host->context, arena, path, bytes);
}

static enum host_answer environment_names(const void *context, struct arena *arena,
                                          struct slice path, struct host_names *names)
{
    const struct host *host = ((const struct environment *)context)->shell->host;
    return host->names(host->context, arena, path, names);
}

/* --- docker ----------------------------------------------------------------------------------- */

/* docker, or a path to it. */
static bool is_docker(struct slice name)
{
    return slice_equal(name, S("docker")) ||
           (slice_ends(name, S("/docker")) && slice_starts(name, S("/")));
}

/* Standard input as the handler is told it. */
static enum shell_stdin stdin_of(unsigned char stream)
{
    return stream == STREAM_TERMINAL ? SHELL_STDIN_TERMINAL
           : stream == STREAM_PIPE   ? SHELL_STDIN_PIPE
           : stream == STREAM_NULL   ? SHELL_STDIN_NULL
                                     : SHELL_STDIN_FILE;
}

/* Hands the command to the handler. */
static void run_docker(struct run *run)
{
    struct shell *shell = run->shell;
    struct host host = *shell->host;
    struct shell_command *command = arena_take(shell->arena, sizeof *command);
    struct fields *fields = &run->fields;
    host.context = &run->environment;
    host.variable = environment_variable;
    host.file = environment_file;
    host.names = environment_names;
    host.cwd = shell->cwd;
    host.line_set = shell->variables.len > 0;
    if (run->sudo)
        host.uid = 0;
    enum shell_stdin input = stdin_of(shell->streams[0]);
    host.stdin_is = input == SHELL_STDIN_TERMINAL ? STDIN_TERMINAL
                    : input == SHELL_STDIN_NULL   ? STDIN_NULL
                                                  : STDIN_PIPE;
    *command = (struct shell_command){
        .args = fields->args,
        .unknown = fields->unknown ? fields->unknown + run->first : NULL,
        .host = &host,
        .stdin_is = input,
        .stdout_piped = shell->streams[1] == STREAM_PIPE,
        .stdout_file = shell->streams[1] != STREAM_PIPE && shell->streams[1] != STREAM_OUT,
        .stderr_elsewhere = shell->streams[2] != STREAM_ERR,
        .background = run->background,
        .sudo = run->sudo,
        .assumed = shell->assumed,
        .at = run->at,
        .cut = run->cut,
        .line = shell->line_number,
    };
    command->args.at += run->first;
    command->args.len -= run->first;
    command->args.cap = command->args.len;
    shell->result->commands++;
    struct shell_ran ran = shell->handler->run(shell->handler->context, command);
    if (shell->streams[2] == STREAM_ERR)
        buffer_put(shell->pipelines ? &shell->late : &shell->err, ran.err);
    shell->status = ran.exit;
    shell->status_known = ran.known;
}

/* --- Prefixes --------------------------------------------------------------------------------- */

/* Word i, empty behind the end. */
static struct slice word_at(const struct run *run, size_t i)
{
    return i < run->fields.args.len ? run->fields.args.at[i].text : S("");
}

/* Options behind run->first: those of `valued` take a value, in the same word or the next, if they
 * are short; of the long ones only --name=value does. Answers the first other word. */
static size_t skip_options(const struct run *run, const char *valued)
{
    size_t i = run->first + 1;
    for (; i < run->fields.args.len; i++) {
        struct slice word = word_at(run, i);
        if (word.len < 2 || *word.at != '-')
            break;
        if (slice_equal(word, S("--")))
            return i + 1;
        bool takes = word.at[1] != '-' && memchr(valued, word.at[word.len - 1], strlen(valued));
        i += takes && word.len == 2;
    }
    return i;
}

/* NAME=value words from i on become variables of the command. Answers the first other word. */
static size_t take_assignments(struct run *run, size_t i)
{
    struct slice name, value;
    for (; slice_cut(word_at(run, i), '=', &name, &value) && name.len; i++) {
        bool unknown = run->fields.unknown && run->fields.unknown[i];
        uint32_t index = names_get(&run->shell->names, name);
        bool readonly = index != NAMES_NONE && run->shell->variables.at[index].readonly;
        if (!readonly)
            shell_set(run->shell, name, value, unknown, true);
    }
    return i;
}

/* env [-i] [-u NAME] [NAME=value…] COMMAND. */
static void run_env(struct run *run)
{
    size_t i = run->first + 1;
    for (; i < run->fields.args.len; i++) {
        struct slice word = word_at(run, i);
        if (slice_equal(word, S("-i")) || slice_equal(word, S("-")) ||
            slice_equal(word, S("--ignore-environment"))) {
            run->environment.cleared = true;
            run->environment.mark = run->shell->undo.len;
        } else if (slice_equal(word, S("-u"))) {
            shell_unset(run->shell, word_at(run, ++i));
        } else if (slice_equal(word, S("--"))) {
            i++;
            break;
        } else if (!slice_starts(word, S("-"))) {
            break;
        }
    }
    run->first = take_assignments(run, i);
}

/* sudo [OPTIONS] [NAME=value…] COMMAND: another user, another environment. */
static void run_sudo(struct run *run)
{
    bool keeps = false;
    for (size_t i = run->first + 1; slice_starts(word_at(run, i), S("-")); i++)
        keeps |= slice_equal(word_at(run, i), S("-E")) ||
                 slice_equal(word_at(run, i), S("--preserve-env"));
    run->sudo = true;
    run->environment.cleared = run->environment.root = !keeps;
    run->environment.mark = run->shell->undo.len;
    run->first = take_assignments(run, skip_options(run, "ughpCrtTUDR"));
}

/* nohup with a terminal for input: it says so and gives an unreadable one. */
static void run_nohup(struct run *run)
{
    struct shell *shell = run->shell;
    run->first = skip_options(run, "");
    if (shell->streams[0] != STREAM_TERMINAL)
        return;
    shell->streams[0] = STREAM_NULL;
    if (shell->streams[2] == STREAM_ERR)
        buffer_string(&shell->err, "nohup: ignoring input\n");
}

/* exec [-cl] [-a NAME] COMMAND. */
static void run_exec(struct run *run)
{
    run->first = skip_options(run, "a");
    run->ends = true;
}

/* command [-p] COMMAND; with -v it only tells. */
static void run_command(struct run *run)
{
    struct slice option = word_at(run, run->first + 1);
    if (slice_equal(option, S("-v")) || slice_equal(option, S("-V")))
        run->first = run->fields.args.len; /* it only tells */
    else
        run->first = skip_options(run, "");
}

/* Programs that run their arguments, after options of their own. */
static void run_nice(struct run *run)
{
    run->first = skip_options(run, "n");
}

static void run_timeout(struct run *run)
{
    run->first = skip_options(run, "ks") + 1;
}

static void run_stdbuf(struct run *run)
{
    run->first = skip_options(run, "ioe");
}

static const struct prefix {
    struct slice name;
    void (*run)(struct run *run);
    bool builtin; /* what follows is looked up as bash does, builtins too */
} prefixes[] = {
    {S_INIT("sudo"), run_sudo, false},       {S_INIT("env"), run_env, false},
    {S_INIT("exec"), run_exec, true},        {S_INIT("command"), run_command, true},
    {S_INIT("nohup"), run_nohup, false},     {S_INIT("nice"), run_nice, false},
    {S_INIT("timeout"), run_timeout, false}, {S_INIT("stdbuf"), run_stdbuf, false},
    {S_INIT("setsid"), run_nohup, false},
};

/* --- Other programs --------------------------------------------------------------------------- */

/* A name that no program has: with blanks or "=", a prompt's sign or another word without letters
 * and digits, "docker" in capitals. */
static bool is_no_name(struct slice name)
{
    bool letters = false;
    for (size_t i = 0; i < name.len; i++) {
        unsigned char c = (unsigned char)name.at[i];
        if (c <= ' ' || c == '=')
            return true;
        letters |= c >= 128 || (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z');
    }
    bool other = slice_equal(name, S("[")) || slice_equal(name, S(".")) ||
                 slice_equal(name, S(":")) || slice_starts(name, S("-")) ||
                 slice_starts(name, S("+")); /* builtins, and what bash -c takes as its options */
    return (!letters && !other) || slice_equal_fold(name, S("docker"));
}

/* Whether bash finds no program of this name: it is none that a file could sensibly have, or the
 * host tells a directory of PATH and the program is in none. */
static bool certainly_none(struct run *run, struct slice name)
{
    struct shell *shell = run->shell;
    struct value path = shell_get(shell, S("PATH"));
    bool told = false;
    if (slice_equal(name, S("sudo")))
        return !shell->handler->sudo;
    if (is_no_name(name))
        return true;
    if (!path.set || path.unknown || shell->disturbed)
        return false;
    for (struct slice rest = path.text, part; rest.len;) {
        slice_cut(rest, ':', &part, &rest);
        enum host_answer kind = shell_kind(shell, part.len ? part : S("."));
        if (kind == HOST_UNKNOWN || kind == HOST_UNREADABLE)
            return false;
        told |= kind == HOST_DIRECTORY;
        if (kind != HOST_DIRECTORY)
            continue;
        kind = shell_kind(shell, TEXT(shell->arena, part, S("/"), name));
        if (kind != HOST_ABSENT && kind != HOST_DIRECTORY)
            return false;
    }
    return told;
}

/* A name with a slash: the message and status where it cannot be run. */
static bool fails_as_path(struct shell *shell, struct slice name)
{
    const char *why = NULL;
    int status = 126;
    switch (shell_kind(shell, name)) {
    case HOST_ABSENT:
        why = "No such file or directory";
        status = 127;
        break;
    case HOST_DIRECTORY: why = "Is a directory"; break;
    default: return false;
    }
    /* Without files told nothing is known of the system's own directories. */
    if (status == 127 && (slice_starts(name, S("/usr/")) || slice_starts(name, S("/bin/")) ||
                          slice_starts(name, S("/sbin/")) || slice_starts(name, S("/opt/"))))
        return false;
    SHELL_MESSAGE(shell, name, S(": "), slice_of(why));
    shell_status(shell, status);
    return true;
}

/* Filters that end with 0 on any input when they name no file. */
static bool filter_succeeds(const struct run *run)
{
    static const struct {
        struct slice name;
        bool operands; /* its operands are no files to read */
    } filters[] = {
        {S_INIT("cat"), false},  {S_INIT("wc"), false},   {S_INIT("sort"), false},
        {S_INIT("uniq"), false}, {S_INIT("head"), false}, {S_INIT("tail"), false},
        {S_INIT("tee"), true},   {S_INIT("tr"), true},    {S_INIT("sleep"), true},
        {S_INIT("true"), true},  {S_INIT("tac"), false},  {S_INIT("rev"), false},
    };
    for (size_t i = 0; i < sizeof filters / sizeof *filters; i++) {
        if (!slice_equal(filters[i].name, word_at(run, run->first)))
            continue;
        for (size_t j = run->first + 1; j < run->fields.args.len && !filters[i].operands; j++) {
            struct slice word = word_at(run, j);
            bool number = word.len && *word.at >= '0' && *word.at <= '9';
            if (!slice_starts(word, S("-")) && !number)
                return false;
        }
        return true;
    }
    return false;
}

/* A name as bash shows it: $'…' when it holds control characters. */
static struct slice shown(struct shell *shell, struct slice name)
{
    static const char letters[] = "abtnvfr";
    struct buffer out = {.arena = shell->arena};
    bool plain = true;
    for (size_t i = 0; i < name.len; i++)
        plain &= (unsigned char)name.at[i] >= ' ' && name.at[i] != 127;
    if (plain)
        return name;
    buffer_string(&out, "$'");
    for (size_t i = 0; i < name.len; i++) {
        unsigned char c = (unsigned char)name.at[i];
        bool control = c < ' ' || c == 127;
        if (control || c == '\'' || c == '\\')
            buffer_byte(&out, '\\');
        if (c >= 7 && c <= 13) {
            buffer_byte(&out, letters[c - 7]);
        } else if (c == 27) {
            buffer_byte(&out, 'E');
        } else if (control) {
            for (unsigned shift = 9; shift;)
                buffer_byte(&out, (char)('0' + (c >> (shift -= 3) & 7)));
        } else {
            buffer_byte(&out, (char)c);
        }
    }
    buffer_byte(&out, '\'');
    return buffer_slice(&out);
}

/* A program that is not docker: whether it is there at all. */
static void run_program(struct run *run)
{
    struct shell *shell = run->shell;
    struct slice name = word_at(run, run->first);
    bool unknown = run->fields.unknown && run->fields.unknown[run->first];
    bool path = slice_has(name, '/');
    if (!unknown && path && fails_as_path(shell, name))
        return;
    if (!unknown && !run->ends && !run->prefixed && slice_starts(name, S("%"))) {
        SHELL_MESSAGE(shell, S("fg: no job control")); /* a job's name is short for fg */
        shell_status(shell, 1);
        return;
    }
    if (!unknown && !path && certainly_none(run, name)) {
        if (run->ends)
            SHELL_MESSAGE(shell, S("exec: "), name, S(": not found"));
        else
            SHELL_MESSAGE(shell, shown(shell, name), S(": command not found"));
        shell_status(shell, 127);
        return;
    }
    shell_status(shell, 0);
    if (!unknown && filter_succeeds(run))
        return;
    shell->status_known = false;
    shell->disturbed = true;
}

/* --- The command ------------------------------------------------------------------------------ */

/* One NAME=value or NAME+=value. False when it failed. */
static bool assign(struct shell *shell, const struct word *word, bool exported)
{
    size_t n = shell_name_length(word->raw);
    struct slice name = slice_first(word->raw, n);
    bool adds = slice_starts(slice_after(word->raw, n), S("+="));
    if (word->marks & MARK_ARRAY) {
        shell_stop(shell, word->raw,
                   shell_origin(shell, word->from, word->from + (uint32_t)word->raw.len));
        return false;
    }
    struct value value = expand_value(shell, word, n + (adds ? 2 : 1), true);
    if (shell->flow != FLOW_ON)
        return false;
    if (adds) {
        struct value before = shell_get(shell, name);
        value.text = arena_join(shell->arena, before.text, value.text);
        value.unknown |= before.unknown;
    }
    return shell_set(shell, name, value.text, value.unknown, exported);
}

/* Assignments and redirections without a command. */
static void run_nothing(struct run *run)
{
    struct shell *shell = run->shell;
    for (const struct word *word = run->command->assignments; word; word = word->next)
        if (!assign(shell, word, false)) {
            if (shell->flow == FLOW_ON)
                shell_discard(shell, 1);
            return;
        }
    unsigned char streams[STREAMS];
    memcpy(streams, shell->streams, sizeof streams);
    bool opened = redirect_all(shell, run->command);
    memcpy(shell->streams, streams, sizeof streams);
    if (shell->flow != FLOW_ON)
        return;
    shell_status(shell, opened ? 0 : 1);
    if (opened && shell->substituted)
        shell->status_known = shell->substitution_known;
}

/* set -x: the words of a command behind PS4. */
static void trace(struct run *run)
{
    struct shell *shell = run->shell;
    if (shell->streams[2] != STREAM_ERR)
        return;
    for (const struct word *word = run->command->assignments; word; word = word->next) {
        struct slice name = slice_first(word->raw, shell_name_length(word->raw));
        shell_trace(shell, TEXT(shell->arena, name, S("=")), shell_get(shell, name).text);
    }
    if (!run->fields.args.len)
        return;
    buffer_put(&shell->err, shell_get(shell, S("PS4")).text);
    for (size_t i = 0; i < run->fields.args.len; i++) {
        if (i)
            buffer_byte(&shell->err, ' ');
        shell_trace_word(shell, run->fields.args.at[i].text);
    }
    buffer_byte(&shell->err, '\n');
}

/* Runs what the words name, prefixes looked through. */
static void dispatch(struct run *run)
{
    struct shell *shell = run->shell;
    bool builtins = true;
    while (run->first < run->fields.args.len) {
        struct slice name = word_at(run, run->first);
        const struct prefix *prefix = NULL;
        if (is_docker(name)) {
            run_docker(run);
            return;
        }
        for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes && !prefix; i++)
            if (slice_equal(prefixes[i].name, name) && (builtins || !prefixes[i].builtin))
                prefix = prefixes + i;
        bool none = prefix && !prefix->builtin && certainly_none(run, name);
        if (!prefix || none || run->first + 1 == run->fields.args.len) {
            if (prefix && prefix->builtin) /* alone: nothing but its redirections */
                shell_status(shell, 0);
            else if (!builtins || none || run->ends ||
                     !(run->builtin = builtin_run(shell, &run->fields, run->first, run->at)))
                run_program(run);
            return;
        }
        run->prefixed = true;
        prefix->run(run);
        builtins = prefix->builtin;
    }
    shell->status_known = false;
}

/* The words of a command; export and its kin read assignments. */
static void expand_command(struct run *run)
{
    const struct word *words = run->command->words;
    if (!words || words->marks || !builtin_assigns(words->raw)) {
        expand_fields(run->shell, words, &run->fields);
        return;
    }
    for (; words && run->shell->flow == FLOW_ON; words = words->next)
        expand_assigned(run->shell, words, &run->fields);
}

/* Takes back the assignments in front of a command, the changes from mark to kept. A builtin's own
 * changes stay, also where they are to the same variable. */
static void end_assignments(struct run *run, size_t mark, size_t kept)
{
    struct shell *shell = run->shell;
    if (!run->builtin) {
        shell_undo(shell, mark);
        return;
    }
    for (size_t i = kept; i-- > mark;) {
        const struct undo undo = shell->undo.at[i];
        bool changed = false;
        for (size_t j = kept; j < shell->undo.len && !changed; j++)
            changed = shell->undo.at[j].index == undo.index;
        if (!changed)
            shell->variables.at[undo.index] = undo.before;
    }
}

/* Does the redirections: their targets do not see the assignments in front of the command, the
 * changes behind *mark, which is moved to where these then stand. */
static bool redirect_aside(struct run *run, size_t *mark)
{
    struct shell *shell = run->shell;
    size_t n = shell->undo.len - *mark;
    struct variable *values = arena_array(shell->arena, struct variable, n);
    uint32_t *indices = arena_array(shell->arena, uint32_t, n);
    struct slice ifs = shell->ifs;
    for (size_t i = 0; i < n; i++) {
        indices[i] = shell->undo.at[*mark + i].index;
        values[i] = shell->variables.at[indices[i]];
    }
    shell_undo(shell, *mark);
    shell->ifs = ifs;
    bool opened = redirect_all(shell, run->command);
    *mark = shell->undo.len;
    for (size_t i = 0; i < n; i++) {
        struct variable *variable = shell->variables.at + indices[i];
        *list_add(shell->arena, &shell->undo) = (struct undo){indices[i], *variable};
        *variable = values[i];
    }
    return opened;
}

void command_run(struct shell *shell, const struct command *command, struct origin cut,
                 bool background)
{
    struct run run = {.shell = shell,
                      .command = command,
                      .environment = {.shell = shell},
                      .cut = cut,
                      .background = background};
    run.at = shell_origin(shell, command->span.from, command->span.to);
    if (command->redirects) {
        const struct word *target = command->redirects->target;
        run.cut =
            shell_origin(shell, command->redirects->from, target->from + (uint32_t)target->raw.len);
    }
    if (command->words_len) {
        run.fields.args.cap = command->words_len;
        run.fields.args.at = arena_array(shell->arena, struct arg, command->words_len);
    }
    shell->substituted = false;
    shell->line_number = lex_line(&shell->lexer, command->counted_at);
    expand_command(&run);
    if (shell->flow != FLOW_ON)
        return;
    if (run.fields.args.len == 0) {
        run_nothing(&run);
        if (shell->xtrace)
            trace(&run);
        return;
    }
    size_t mark = shell->undo.len;
    struct slice ifs = shell->ifs;
    unsigned char streams[STREAMS];
    memcpy(streams, shell->streams, sizeof streams);
    for (const struct word *word = command->assignments; word && shell->flow == FLOW_ON;
         word = word->next)
        assign(shell, word, true);
    shell->ifs = ifs;           /* an IFS of the command's own splits nothing here */
    if (shell->flow != FLOW_ON) /* bash leaves what was assigned before the failure */
        return;
    if (shell->xtrace)
        trace(&run);
    bool opened = true;
    if (command->redirects || command->piped_both)
        opened = redirect_aside(&run, &mark);
    size_t kept = shell->undo.len;
    if (opened)
        dispatch(&run);
    else if (shell->flow == FLOW_ON)
        shell_status(shell, 1);
    memcpy(shell->streams, streams, sizeof streams); /* nohup changes them too */
    if (command->assignments || run.prefixed)
        end_assignments(&run, mark, kept);
    if (run.ends && shell->flow == FLOW_ON && run.fields.args.len > 1)
        shell->flow = FLOW_EXIT;
}

bool command_run_plain(struct shell *shell)
{
    struct run run = {.shell = shell, .environment = {.shell = shell}};
    struct args *words = &run.fields.args;
    if (shell->dropped_len || !slice_starts(shell->lexer.text, S("docker ")) ||
        !lex_plain(&shell->lexer, shell->line, words))
        return false;
    shell->alone = true;
    shell->line_number = 1;
    run.at = (struct origin){shell->line, {0, words->at[words->len - 1].origin.span.to}};
    run_docker(&run);
    return true;
}
