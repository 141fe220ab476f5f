/* The instructions of a stage change its config: one row a keyword.
 *
 * Models the second half of dockerfile2llb. What matters most here: a shell form is SHELL and the
 * text; ENTRYPOINT drops a CMD that was inherited, but not one that this stage has set before. */
#include "sim/image/stage.h"

#include "sim/ground/number.h"
#include "sim/ground/quote.h"
#include "sim/image/path.h"
#include "sim/image/signal.h"

/* MultipleInstructionsDisallowed points at the earlier one, which does not count. */
static void mark_once(struct build *build, uint32_t *line, const struct instruction *i)
{
    if (*line && check_wants(&build->check, RULE_MultipleInstructionsDisallowed))
        check_warn(&build->check, RULE_MultipleInstructionsDisallowed, *line,
                   TEXT(build->arena, S("Multiple "), i->name,
                        S(" instructions should not be used in the same stage because only the "
                          "last one will be used")));
    *line = i->first_line;
}

/* Puts the shell in front of the text of a shell form. */
static void shell_form(struct build *build, const struct image_config *config,
                       const struct instruction *i, struct command_list *list)
{
    static const struct slice linux_shell[] = {S_INIT("/bin/sh"), S_INIT("-c")};
    static const struct slice windows_shell[] = {S_INIT("cmd"), S_INIT("/S"), S_INIT("/C")};
    bool windows = slice_equal(config->os, S("windows"));
    const struct slice *words = windows ? windows_shell : linux_shell;
    size_t own = config->shell.len, n = own ? own : windows ? 3 : 2;
    struct arg *at = arena_array(build->arena, struct arg, n + 1);
    for (size_t w = 0; w < n; w++)
        at[w] = own ? config->shell.at[w] : (struct arg){words[w], {.text = &default_text}};
    at[n] = i->operand;
    list->words = (struct args){true, at, n + 1, n + 1};
    list->shell_words = (uint32_t)n;
    list->form = FORM_SHELL;
    if (!own && check_wants(&build->check, RULE_JSONArgsRecommended))
        check_warn(&build->check, RULE_JSONArgsRecommended, i->first_line,
                   TEXT(build->arena, S("JSON arguments recommended for "), i->name,
                        S(" to prevent unintended behavior related to OS signals")));
}

/* The list that an ENTRYPOINT or CMD sets. An exec form is taken as it stands: nothing is expanded
 * in either form, and quotes are not looked at. */
static struct command_list command_of(struct build *build, const struct image_config *config,
                                      const struct instruction *i)
{
    struct command_list list = {.form = FORM_EXEC, .at = i->at};
    if (i->exec_form)
        list.words = i->words;
    else
        shell_form(build, config, i, &list);
    list.words.set = true;
    return list;
}

/* CMD []: the list is there and empty, which the engine stores as none. ArgsEscaped stays for good,
 * in child images as well. */
static bool dispatch_cmd(struct build *build, struct build_stage *stage,
                         const struct instruction *i)
{
    struct image_config *config = stage_config(build, stage);
    mark_once(build, &stage->cmd_line, i);
    config->cmd = command_of(build, config, i);
    config->args_escaped = true;
    stage->dropped = NULL;
    return true;
}

/* ENTRYPOINT [] removes an inherited one; it drops an inherited CMD like any other ENTRYPOINT. */
static bool dispatch_entrypoint(struct build *build, struct build_stage *stage,
                                const struct instruction *i)
{
    struct image_config *config = stage_config(build, stage);
    mark_once(build, &stage->entrypoint_line, i);
    bool had = config->entrypoint.words.len > 0;
    config->entrypoint = command_of(build, config, i);
    if (config->entrypoint.words.len)
        stage->reset_by = NULL;
    else if (had)
        stage->reset_by = i;
    if (!config->entrypoint.words.len)
        config->entrypoint = (struct command_list){.form = FORM_NONE, .at = i->at};
    if (stage->cmd_line)
        return true;
    if (config->cmd.words.len) {
        stage->dropped = arena_take(build->arena, sizeof *stage->dropped);
        *stage->dropped = config->cmd;
        stage->dropped_by = i;
    }
    config->cmd = (struct command_list){.form = FORM_NONE};
    return true;
}

/* A health check replaces an inherited one whole. */
static bool dispatch_healthcheck(struct build *build, struct build_stage *stage,
                                 const struct instruction *i)
{
    mark_once(build, &stage->health_line, i);
    stage_config(build, stage)->healthcheck = i->healthcheck;
    return true;
}

/* Only later shell forms see it; those that were stored keep their shell. */
static bool dispatch_shell(struct build *build, struct build_stage *stage,
                           const struct instruction *i)
{
    stage_config(build, stage)->shell = i->words;
    return true;
}

static bool dispatch_maintainer(struct build *build, struct build_stage *stage,
                                const struct instruction *i)
{
    stage_config(build, stage)->author = i->operand.text;
    return true;
}

/* The trigger is stored as text; a child stage of the same file reads it from the instruction. */
static bool dispatch_onbuild(struct build *build, struct build_stage *stage,
                             const struct instruction *i)
{
    args_add(build->arena, &stage_config(build, stage)->on_build, i->trigger, i->at);
    return true;
}

static bool dispatch_user(struct build *build, struct build_stage *stage,
                          const struct instruction *i)
{
    struct slice user;
    if (!expand_in_stage(build, stage, i, i->operand.text, &user))
        return false;
    stage_config(build, stage)->user = (struct arg){user, i->operand.origin};
    return true;
}

/* The base image may have a relative directory without a warning: it is not of this file. */
static bool dispatch_workdir(struct build *build, struct build_stage *stage,
                             const struct instruction *i)
{
    bool windows = slice_equal(stage->platform->os, S("windows"));
    struct slice path, dir, message;
    if (!expand_in_stage(build, stage, i, i->operand.text, &path))
        return false;
    if (!stage->workdir_set && check_wants(&build->check, RULE_WorkdirRelativePath) &&
        !path_is_absolute(build->arena, path, windows))
        check_warn(&build->check, RULE_WorkdirRelativePath, i->first_line,
                   TEXT(build->arena, S("Relative workdir "), quoted_go(build->arena, path),
                        S(" can have unexpected results if the base image changes")));
    stage->workdir_set = true;
    struct image_config *config = stage_config(build, stage);
    if (!workdir_join(build->arena, config->working_dir.text, path, windows, &dir, &message))
        return build_fail(build, i, message);
    config->working_dir = (struct arg){dir, i->operand.origin};
    return true;
}

/* Stored as written, also in lower case and without SIG. */
static bool dispatch_stopsignal(struct build *build, struct build_stage *stage,
                                const struct instruction *i)
{
    struct slice name;
    if (!expand_in_stage(build, stage, i, i->operand.text, &name))
        return false;
    if (!signal_is_valid(build->arena, name))
        return build_fail(build, i, TEXT(build->arena, S("invalid signal: "), name));
    stage_config(build, stage)->stop_signal = (struct arg){name, i->operand.origin};
    return true;
}

/* As with ENV, all pairs are expanded before one is set. */
static bool dispatch_label(struct build *build, struct build_stage *stage,
                           const struct instruction *i)
{
    const struct pair_list *pairs = &i->pairs;
    struct arg *at = arena_array(build->arena, struct arg, 2 * pairs->len);
    for (size_t n = 0; n < pairs->len; n++) {
        const struct pair *pair = pairs->at + n;
        at[2 * n].origin = pair->name.origin;
        at[2 * n + 1].origin = pair->value.origin;
        if (!expand_in_stage(build, stage, i, pair->name.text, &at[2 * n].text) ||
            !expand_in_stage(build, stage, i, pair->value.text, &at[2 * n + 1].text))
            return false;
    }
    struct image_config *config = stage_maps(build, stage);
    for (size_t n = 0; n < pairs->len; n++) {
        if (i->legacy)
            warn_legacy(build, i);
        string_map_set(build->arena, &config->labels, at[2 * n], at[2 * n + 1]);
    }
    return true;
}

/* Volumes up to an empty one are set; the build fails then, so nobody sees them. */
static bool dispatch_volume(struct build *build, struct build_stage *stage,
                            const struct instruction *i)
{
    struct arg *at = arena_array(build->arena, struct arg, i->words.len);
    for (size_t n = 0; n < i->words.len; n++) {
        at[n].origin = i->words.at[n].origin;
        if (!expand_in_stage(build, stage, i, i->words.at[n].text, &at[n].text))
            return false;
    }
    struct image_config *config = stage_maps(build, stage);
    for (size_t n = 0; n < i->words.len; n++) {
        if (!at[n].text.len)
            return build_fail(build, i, S("VOLUME specified can not be an empty string"));
        string_map_set(build->arena, &config->volumes, at[n], (struct arg){.text = {0}});
    }
    return true;
}

typedef bool dispatch_function(struct build *, struct build_stage *, const struct instruction *);

bool dispatch(struct build *build, struct build_stage *stage, const struct instruction *i)
{
    static dispatch_function *const table[KEYWORD_COUNT] = {
        [KEYWORD_ADD] = dispatch_transfer,
        [KEYWORD_ARG] = dispatch_arg,
        [KEYWORD_CMD] = dispatch_cmd,
        [KEYWORD_COPY] = dispatch_transfer,
        [KEYWORD_ENTRYPOINT] = dispatch_entrypoint,
        [KEYWORD_ENV] = dispatch_env,
        [KEYWORD_EXPOSE] = dispatch_expose,
        [KEYWORD_HEALTHCHECK] = dispatch_healthcheck,
        [KEYWORD_LABEL] = dispatch_label,
        [KEYWORD_MAINTAINER] = dispatch_maintainer,
        [KEYWORD_ONBUILD] = dispatch_onbuild,
        [KEYWORD_RUN] = dispatch_run,
        [KEYWORD_SHELL] = dispatch_shell,
        [KEYWORD_STOPSIGNAL] = dispatch_stopsignal,
        [KEYWORD_USER] = dispatch_user,
        [KEYWORD_VOLUME] = dispatch_volume,
        [KEYWORD_WORKDIR] = dispatch_workdir,
    };
    dispatch_function *function = table[i->keyword];
    return !function || function(build, stage, i);
}
