/* From a plan to what happens: PID 1, and whether it starts as far as the plan tells.
 *
 * Models runc's look-up of argv[0] (Go's exec.LookPath under the final environment) and the exit
 * statuses of docker run. */
#include "sim/pairing/outcome.h"

#include "sim/ground/buffer.h"
#include "sim/ground/quote.h"

/* What docker says when runc cannot start a process, around the telling clause. */
static struct slice start_message(struct arena *arena, enum verb verb, struct slice clause)
{
    if (verb == VERB_EXEC)
        return TEXT(arena,
                    S("OCI runtime exec failed: exec failed: unable to start container process: "),
                    clause, S(": unknown\r\n"));
    return TEXT(arena,
                S("docker: Error response from daemon: failed to create task for container: "
                  "failed to create shim task: OCI runtime create failed: runc create failed: "
                  "unable to start container process: error during container init: "),
                clause, S(": unknown\n\nRun 'docker run --help' for more information\n"));
}

static struct slice not_found_clause(struct arena *arena, struct slice program)
{
    struct slice quoted = quoted_go(arena, program);
    if (slice_has(program, '/'))
        return TEXT(arena, S("exec: "), quoted, S(": stat "), program,
                    S(": no such file or directory"));
    return TEXT(arena, S("exec: "), quoted, S(": executable file not found in $PATH"));
}

static void add_condition(struct arena *arena, struct outcome *outcome, struct slice file, int exit,
                          struct slice message)
{
    *list_add(arena, &outcome->conditions) = (struct condition){file, exit, message};
}

/* PATH as the process gets it: the last entry of that name wins, a bare PATH removes the default.
 */
static bool has_path(const struct exec_plan *plan)
{
    for (size_t i = plan->env.len; i-- > 0;) {
        struct slice entry = plan->env.at[i].text;
        if (slice_starts(entry, S("PATH=")))
            return entry.len > sizeof "PATH=" - 1;
        if (slice_equal(entry, S("PATH")))
            return false;
    }
    return true;
}

/* Whether no file system at all could have this program: what is not a name is never found. */
static bool never_found(const struct exec_plan *plan, struct slice program)
{
    if (slice_has(program, '/'))
        return false;
    return program.len == 0 || slice_equal(program, S(".")) || slice_equal(program, S("..")) ||
           !has_path(plan);
}

static bool is_number(struct slice s)
{
    for (size_t i = 0; i < s.len; i++)
        if (s.at[i] < '0' || s.at[i] > '9')
            return false;
    return s.len > 0;
}

/* A user or group by name must stand in the image's passwd and group files. */
static void user_conditions(struct arena *arena, const struct run_request *request,
                            const struct exec_plan *plan, struct outcome *outcome)
{
    struct slice user, group;
    slice_cut(plan->user, ':', &user, &group);
    if (request->verb == VERB_EXEC || !plan->user.len || slice_equal(user, S("root")))
        user = S("");
    const struct {
        struct slice name, file, kind, where;
    } looked_up[] = {
        {user, S("/etc/passwd"), S("user "), S(": no matching entries in passwd file")},
        {group, S("/etc/group"), S("group "), S(": no matching entries in group file")}};
    for (size_t i = 0; i < 2; i++)
        if (looked_up[i].name.len && !is_number(looked_up[i].name))
            add_condition(arena, outcome, looked_up[i].file, 125,
                          TEXT(arena, S("docker: Error response from daemon: unable to find "),
                               looked_up[i].kind, looked_up[i].name, looked_up[i].where,
                               S("\n\nRun 'docker run --help' for more information\n")));
}

static void program_condition(struct arena *arena, const struct run_request *request,
                              const struct exec_plan *plan, struct outcome *outcome)
{
    struct slice program = plan->argv[0].arg.text;
    if (plan->init) { /* tini is there for certain, and looks for the program itself */
        add_condition(arena, outcome, program, 127,
                      TEXT(arena, S("[FATAL tini (7)] exec "), program,
                           S(" failed: No such file or directory\n")));
        return;
    }
    struct slice message = start_message(arena, request->verb, not_found_clause(arena, program));
    if (never_found(plan, program)) {
        outcome->starts = STARTS_NO;
        outcome->exit_known = true;
        outcome->exit = 127;
        outcome->message = message;
    } else {
        add_condition(arena, outcome, program, 127, message);
    }
}

static void fill_pid1(struct arena *arena, const struct exec_plan *plan, struct outcome *outcome)
{
    if (plan->init) {
        args_add(arena, &outcome->pid1, S("/sbin/docker-init"), (struct origin){0});
        args_add(arena, &outcome->pid1, S("--"), (struct origin){0});
    }
    for (size_t i = 0; i < plan->argv_len; i++)
        args_add(arena, &outcome->pid1, plan->argv[i].arg.text, plan->argv[i].arg.origin);
    outcome->shell_is_pid1 = !plan->init && plan->argv[0].from == WORD_SHELL;
}

void outcome_of(struct arena *arena, const struct image_config *config,
                const struct run_request *request, const struct exec_plan *plan,
                struct outcome *outcome)
{
    *outcome = (struct outcome){.starts = plan->init ? STARTS_YES : STARTS_DEPENDS};
    outcome->stop_signal = config->stop_signal.text.len ? config->stop_signal.text : S("SIGTERM");
    fill_pid1(arena, plan, outcome);
    user_conditions(arena, request, plan, outcome);
    program_condition(arena, request, plan, outcome);
    if (outcome->starts == STARTS_YES && outcome->conditions.len > 1)
        outcome->starts = STARTS_DEPENDS; /* a user by name stands in the image's files */
}
