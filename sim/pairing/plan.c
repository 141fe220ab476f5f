/* The merge: image config and run request in, argv and the reasons for it out.
 *
 * Models the engine's merge of a container's config with its image's (moby daemon/commit.go, merge,
 * and daemon/create.go): a request that sends an entrypoint, even an empty one,
 * gets neither list of the image; one that does not gets the image's ENTRYPOINT, and its CMD only
 * when it brings no words of its own. */
#include "sim/pairing/plan.h"

#include "sim/docker/engine.h"

/* The two lists that are laid end to end, and how many of their first words a shell form put there.
 */
struct sides {
    struct args entrypoint, cmd;
    uint32_t entrypoint_shell, cmd_shell;
    enum word_from entrypoint_from, cmd_from;
};

static void note_step(struct arena *arena, struct exec_plan *plan, enum rule rule,
                      struct origin because, struct args before, struct args after)
{
    *list_add(arena, &plan->steps) = (struct step){rule, because, before, after};
}

/* The step that says how a list of the image came to be. */
static void note_image_list(struct arena *arena, struct exec_plan *plan,
                            const struct command_list *list, enum rule exec, enum rule shell,
                            enum rule inherited)
{
    if (!list->words.len)
        return;
    bool is_base = list->at.text && list->at.text->source == SOURCE_BASE;
    enum rule rule = is_base ? inherited : list->form == FORM_SHELL ? shell : exec;
    note_step(arena, plan, rule, list->at, (struct args){0}, list->words);
}

static void note_image(struct arena *arena, struct exec_plan *plan,
                       const struct image_config *config)
{
    note_image_list(arena, plan, &config->entrypoint, RULE_EntrypointExecForm,
                    RULE_EntrypointShellForm, RULE_EntrypointInherited);
    if (config->entrypoint_reset_by.text && !config->entrypoint.words.len)
        note_step(arena, plan, RULE_EntrypointReset, config->entrypoint_reset_by, (struct args){0},
                  (struct args){0});
    note_image_list(arena, plan, &config->cmd, RULE_CmdExecForm, RULE_CmdShellForm,
                    RULE_CmdInherited);
    if (config->dropped_cmd.words.len && !config->cmd.words.len)
        note_step(arena, plan, RULE_CmdResetByEntrypoint, config->dropped_by,
                  config->dropped_cmd.words, (struct args){0});
}

static struct origin words_origin(const struct args *args)
{
    if (!args->len)
        return (struct origin){0};
    struct origin at = args->at[0].origin;
    at.span.to = args->at[args->len - 1].origin.span.to;
    return at;
}

static bool is_one_empty_word(const struct args *args)
{
    return args->len == 1 && args->at[0].text.len == 0;
}

/* The request brings an entrypoint: both lists of the image are out. */
static void take_given_entrypoint(struct arena *arena, const struct image_config *config,
                                  const struct run_request *request, struct exec_plan *plan,
                                  struct sides *sides)
{
    bool cleared = is_one_empty_word(&request->entrypoint);
    note_step(arena, plan, cleared ? RULE_EntrypointCleared : RULE_EntrypointGiven,
              request->entrypoint_at, config->entrypoint.words,
              cleared ? (struct args){0} : request->entrypoint);
    if (config->cmd.words.len)
        note_step(arena, plan, RULE_CmdDroppedByEntrypoint, request->entrypoint_at,
                  config->cmd.words, request->cmd);
    sides->entrypoint = request->entrypoint;
    sides->entrypoint_from = WORD_OPTION;
    sides->cmd = request->cmd;
    sides->cmd_from = WORD_RUN;
}

static void take_image_entrypoint(struct arena *arena, const struct image_config *config,
                                  const struct run_request *request, struct exec_plan *plan,
                                  struct sides *sides)
{
    sides->entrypoint = config->entrypoint.words;
    sides->entrypoint_shell = config->entrypoint.shell_words;
    sides->entrypoint_from = WORD_ENTRYPOINT;
    if (request->cmd.len) {
        note_step(arena, plan, RULE_CmdReplacedByRunArgs, words_origin(&request->cmd),
                  config->cmd.words, request->cmd);
        sides->cmd = request->cmd;
        sides->cmd_from = WORD_RUN;
    } else {
        sides->cmd = config->cmd.words;
        sides->cmd_shell = config->cmd.shell_words;
        sides->cmd_from = WORD_CMD;
    }
}

static void lay(struct plan_word *argv, const struct args *words, uint32_t shell_words,
                enum word_from from)
{
    for (size_t i = 0; i < words->len; i++)
        argv[i] = (struct plan_word){words->at[i], i < shell_words ? WORD_SHELL : from};
}

/* Lays the two lists end to end; false when both are empty. */
static bool join(struct arena *arena, const struct sides *sides, struct exec_plan *plan)
{
    plan->argv_len = sides->entrypoint.len + sides->cmd.len;
    if (!plan->argv_len)
        return false;
    plan->argv = arena_array(arena, struct plan_word, plan->argv_len);
    lay(plan->argv, &sides->entrypoint, sides->entrypoint_shell, sides->entrypoint_from);
    lay(plan->argv + sides->entrypoint.len, &sides->cmd, sides->cmd_shell, sides->cmd_from);
    plan->entrypoint = sides->entrypoint;
    plan->cmd = sides->cmd;
    return true;
}

static struct args argv_as_args(struct arena *arena, const struct exec_plan *plan)
{
    struct args args = {.set = true, .len = plan->argv_len, .cap = plan->argv_len};
    args.at = arena_array(arena, struct arg, args.len);
    for (size_t i = 0; i < args.len; i++)
        args.at[i] = plan->argv[i].arg;
    return args;
}

static struct slice env_name(struct slice entry)
{
    return slice_first(entry, slice_find(entry, '='));
}

/* The sent variables, then the image's whose names are not among them. An image that holds a name
 * twice keeps the first, but only when the request sends any. */
static void merge_env(struct arena *arena, const struct args *image, const struct args *sent,
                      struct args *env)
{
    if (!sent->len) {
        *env = *image;
        return;
    }
    struct names known = {0};
    for (size_t i = 0; i < sent->len; i++) {
        args_add(arena, env, sent->at[i].text, sent->at[i].origin);
        names_set(arena, &known, env_name(sent->at[i].text), 0);
    }
    for (size_t i = 0; i < image->len; i++) {
        struct slice name = env_name(image->at[i].text);
        if (names_get(&known, name) != NAMES_NONE)
            continue;
        args_add(arena, env, image->at[i].text, image->at[i].origin);
        names_set(arena, &known, name, 0);
    }
}

static void fill_settings(struct arena *arena, const struct image_config *config,
                          const struct run_request *request, struct slice host_name,
                          struct exec_plan *plan)
{
    merge_env(arena, &config->env.entries, &request->env, &plan->env);
    plan->workdir = request->workdir.text.len ? request->workdir.text : config->working_dir.text;
    plan->user = request->user.text.len ? request->user.text : config->user.text;
    plan->name = request->name;
    plan->hostname = request->hostname;
    if (!plan->hostname.text.at && request->host_network)
        plan->hostname.text = host_name;
    plan->tty = request->tty;
    plan->interactive = request->interactive;
    plan->detached = request->detached;
    plan->autoremove = request->autoremove;
    plan->init_given = request->init_given;
    plan->init = request->init;
    plan->attach = request->attach;
}

static void plan_exec(struct arena *arena, const struct run_request *request,
                      struct exec_plan *plan)
{
    struct sides sides = {.cmd = request->cmd, .cmd_from = WORD_RUN};
    note_step(arena, plan, RULE_ExecRunsWords, words_origin(&request->cmd), (struct args){0},
              request->cmd);
    join(arena, &sides, plan);
}

bool plan_make(struct arena *arena, const struct image_config *config,
               const struct run_request *request, struct slice host_name, struct exec_plan *plan,
               struct failure *failure)
{
    *plan = (struct exec_plan){0};
    fill_settings(arena, config, request, host_name, plan);
    if (request->verb == VERB_EXEC) {
        plan_exec(arena, request, plan);
        return true;
    }
    struct sides sides = {0};
    note_image(arena, plan, config);
    if (request->entrypoint.set)
        take_given_entrypoint(arena, config, request, plan, &sides);
    else
        take_image_entrypoint(arena, config, request, plan, &sides);
    if (is_one_empty_word(&sides.entrypoint)) {
        if (!request->entrypoint.set)
            note_step(arena, plan, RULE_EmptyEntrypointDropped, config->entrypoint.at,
                      sides.entrypoint, (struct args){0});
        sides.entrypoint = (struct args){0};
    }
    if (!join(arena, &sides, plan)) {
        note_step(arena, plan, RULE_NoCommand, request->image.origin, (struct args){0},
                  (struct args){0});
        engine_fail(arena, request, STAGE_DAEMON_CREATE, S("no command specified"),
                    request->image.origin, failure);
        return false;
    }
    if (plan->entrypoint.len && plan->cmd.len)
        note_step(arena, plan, RULE_WordsJoined, (struct origin){0}, (struct args){0},
                  argv_as_args(arena, plan));
    if (plan->init)
        note_step(arena, plan, RULE_InitInFront, (struct origin){0}, (struct args){0},
                  (struct args){0});
    return true;
}
