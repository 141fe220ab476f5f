/* Variables: what $NAME means in a FROM line and in a stage, and the instructions that set it.
 *
 * Before the first FROM: --build-arg, else the default; seen by FROM lines beside the predefined
 * ones (dockerfile2llb, buildMetaArgs and defaultArgs). In a stage: the image's environment, over
 * it the ARGs declared there or in a parent. An ENV takes the place of an ARG; an ARG hides an ENV
 * until the stage ends. */
#include "sim/image/stage.h"

#include "sim/ground/near.h"

enum { FEW_ARGS = 8 };

/* Names that BuildKit reads itself and never puts into an environment. */
static bool is_reserved(struct slice name)
{
    return slice_equal(name, S("BUILDKIT_SBOM_SCAN_CONTEXT")) ||
           slice_equal(name, S("BUILDKIT_SBOM_SCAN_STAGE"));
}

/* What FROM lines know without an ARG; TARGETSTAGE is the eleventh. */
static const struct {
    struct slice name, value;
} predefined[] = {
    {S_INIT("BUILDPLATFORM"), S_INIT("linux/amd64")},
    {S_INIT("BUILDOS"), S_INIT("linux")},
    {S_INIT("BUILDOSVERSION"), S_INIT("")},
    {S_INIT("BUILDARCH"), S_INIT("amd64")},
    {S_INIT("BUILDVARIANT"), S_INIT("")},
    {S_INIT("TARGETPLATFORM"), S_INIT("linux/amd64")},
    {S_INIT("TARGETOS"), S_INIT("linux")},
    {S_INIT("TARGETOSVERSION"), S_INIT("")},
    {S_INIT("TARGETARCH"), S_INIT("amd64")},
    {S_INIT("TARGETVARIANT"), S_INIT("")},
    {S_INIT("TARGETSTAGE"), S_INIT("")},
};

enum { PREDEFINED = sizeof predefined / sizeof *predefined };

bool build_arg_value(const struct build *build, struct slice name, struct slice *value)
{
    const struct build_request *request = build->request;
    if (request->args_len > FEW_ARGS) {
        uint32_t at = names_get(&build->args, name);
        if (at != NAMES_NONE)
            *value = request->args[at].value;
        return at != NAMES_NONE;
    }
    for (size_t i = request->args_len; i > 0; i--)
        if (slice_equal(request->args[i - 1].name, name)) {
            *value = request->args[i - 1].value;
            return true;
        }
    return false;
}

bool global_value(const struct build *build, const struct scope *globals, struct slice name,
                  struct slice *value)
{
    const struct scope_value *entry = scope_find(globals, name);
    if (entry && entry->set) {
        *value = entry->value;
        return true;
    }
    for (size_t i = 0; i < PREDEFINED; i++)
        if (slice_equal(predefined[i].name, name)) {
            if (!build_arg_value(build, name, value))
                *value = i == PREDEFINED - 1 ? build->target_name : predefined[i].value;
            return true;
        }
    return false;
}

struct slice *global_names(struct build *build, bool declared, size_t *n)
{
    const struct scope *globals = &build->globals;
    struct slice *names = hint_candidates(build, PREDEFINED + globals->len);
    *n = 0;
    for (size_t i = 0; i < PREDEFINED; i++)
        names[(*n)++] = predefined[i].name;
    for (size_t i = 0; i < globals->len; i++)
        if (declared || globals->at[i].set)
            names[(*n)++] = globals->at[i].name;
    return names;
}

struct global_view {
    const struct build *build;
    const struct scope *globals;
};

static bool get_global(const void *context, struct slice name, struct slice *value)
{
    const struct global_view *view = context;
    return global_value(view->build, view->globals, name, value);
}

bool expand_global(struct build *build, const struct scope *globals, struct slice word)
{
    struct global_view view = {build, globals};
    struct variables variables = {&view, get_global};
    struct expand_mode mode = {.escape = build->file->escape};
    return expand_word(build->arena, &variables, mode, word, &build->expansion);
}

/* One ARG before the first FROM. */
static bool declare_global(struct build *build, struct scope *globals, bool args,
                           const struct instruction *arg)
{
    for (size_t n = 0; n < arg->pairs.len; n++) {
        const struct pair *pair = arg->pairs.at + n;
        struct slice value;
        bool set = args && build_arg_value(build, pair->name.text, &value);
        if (!set && pair->has_value) {
            if (!expand_global(build, globals, pair->value.text))
                return args ? build_fail(build, arg, build->expansion.error) : false;
            value = build->expansion.text;
            set = true;
        }
        struct scope_value *entry = scope_entry(build->arena, globals, pair->name.text);
        entry->declared = true;
        if (set) {
            entry->set = true;
            entry->value = value;
        }
    }
    return true;
}

bool globals_make(struct build *build, struct scope *globals, bool args)
{
    const struct instruction *at = build->file->instructions, *end = at + build->file->len;
    for (; at < end && at->keyword == KEYWORD_ARG; at++)
        if (!declare_global(build, globals, args, at))
            return false;
    return true;
}

/* ARGs first, then the environment of the image. */
static bool get_in_stage(const void *context, struct slice name, struct slice *value)
{
    const struct build_stage *stage = context;
    const struct scope_value *entry = stage->scope ? scope_find(stage->scope, name) : NULL;
    if (entry && entry->set) {
        *value = entry->value;
        return true;
    }
    return environment_get(&stage->config->env, name, value);
}

/* The names that a stage knows, for a hint. */
static struct slice *known_names(struct build *build, const struct build_stage *stage, size_t *n)
{
    const struct args *env = &stage->config->env.entries;
    size_t scope_len = stage->scope ? stage->scope->len : 0;
    struct slice *names = hint_candidates(build, env->len + scope_len);
    *n = 0;
    for (size_t i = 0; i < env->len; i++)
        names[(*n)++] = slice_first(env->at[i].text, slice_find(env->at[i].text, '='));
    for (size_t i = 0; i < scope_len; i++)
        if (stage->scope->at[i].set)
            names[(*n)++] = stage->scope->at[i].name;
    return names;
}

/* UndefinedVar for every name that the last expansion did not find; a declared ARG without a value
 * is no mistake. */
static void warn_undefined(struct build *build, const struct build_stage *stage,
                           const struct instruction *instruction)
{
    struct check *check = &build->check;
    const struct slice_list *unset = &build->expansion.unset;
    for (size_t i = 0; i < unset->len; i++) {
        struct slice name = unset->at[i], near = {0};
        const struct scope_value *entry = stage->scope ? scope_find(stage->scope, name) : NULL;
        if ((entry && entry->declared) || is_reserved(name))
            continue;
        size_t n = stage->config->env.entries.len + (stage->scope ? stage->scope->len : 0);
        if (n <= check->hints_left) {
            struct slice *names = known_names(build, stage, &n);
            near = check_hint(check, name, names, n);
        }
        check_warn(check, RULE_UndefinedVar, instruction->first_line,
                   TEXT(build->arena, S("Usage of undefined variable '$"), name, S("'"),
                        near.len ? S(" (did you mean $") : near, near, near.len ? S("?)") : near));
    }
}

bool expand_in_mode(struct build *build, struct build_stage *stage,
                    const struct instruction *instruction, struct expand_mode mode,
                    struct slice word, struct slice *result)
{
    struct variables variables = {stage, get_in_stage};
    bool good = expand_word(build->arena, &variables, mode, word, &build->expansion);
    if (build->expansion.unset.len && check_wants(&build->check, RULE_UndefinedVar))
        warn_undefined(build, stage, instruction);
    if (!good)
        return build_fail(build, instruction, build->expansion.error);
    *result = build->expansion.text;
    return true;
}

bool expand_in_stage(struct build *build, struct build_stage *stage,
                     const struct instruction *instruction, struct slice word, struct slice *result)
{
    struct expand_mode mode = {.escape = build->file->escape};
    return expand_in_mode(build, stage, instruction, mode, word, result);
}

bool expand_to_words(struct build *build, struct build_stage *stage,
                     const struct instruction *instruction, struct slice word)
{
    struct variables variables = {stage, get_in_stage};
    struct expand_mode mode = {.escape = build->file->escape};
    if (!expand_words(build->arena, &variables, mode, word, &build->expansion))
        return build_fail(build, instruction, build->expansion.error);
    return true;
}

/* The scope of a stage for writing. */
static struct scope *own_scope(struct build *build, struct build_stage *stage)
{
    if (!stage->owns_scope)
        stage->scope = stage->scope ? scope_copy(build->arena, stage->scope)
                                    : arena_new(build->arena, struct scope);
    stage->owns_scope = true;
    return stage->scope;
}

/* Remembers that an ARG stands before an ENV, until the stage ends. */
static void hide(struct build *build, struct build_stage *stage, struct slice name)
{
    struct hidden *hidden = arena_take(build->arena, sizeof *hidden);
    *hidden = (struct hidden){name, stage->hidden};
    stage->hidden = hidden;
}

/* From now on an ENV means its variable, not an ARG of the same name. */
static void unhide(struct build *build, struct build_stage *stage, struct slice name)
{
    const struct scope_value *entry = stage->scope ? scope_find(stage->scope, name) : NULL;
    if (entry && entry->set)
        scope_find(own_scope(build, stage), name)->set = false;
}

/* A base image may hold a variable twice. ENV replaces the first, a container sees the last; the
 * stage itself sees what was just set. */
static void keep_last(struct build *build, struct build_stage *stage, struct slice name,
                      struct slice value)
{
    struct slice last;
    if (environment_get(&stage->config->env, name, &last) && last.at == value.at)
        return;
    struct scope_value *entry = scope_entry(build->arena, own_scope(build, stage), name);
    entry->set = true;
    entry->value = value;
    hide(build, stage, name);
}

void warn_legacy(struct build *build, const struct instruction *instruction)
{
    struct slice name = instruction->name;
    if (check_wants(&build->check, RULE_LegacyKeyValueFormat))
        check_warn(&build->check, RULE_LegacyKeyValueFormat, instruction->first_line,
                   TEXT(build->arena, S("\""), name,
                        S(" key=value\" should be used instead of legacy \""), name,
                        S(" key value\" format")));
}

bool dispatch_env(struct build *build, struct build_stage *stage,
                  const struct instruction *instruction)
{
    const struct pair_list *pairs = &instruction->pairs;
    struct slice few[8], *names = few;
    struct arg few_entries[8], *entries = few_entries;
    if (pairs->len > 8) {
        names = arena_array(build->arena, struct slice, pairs->len);
        entries = arena_array(build->arena, struct arg, pairs->len);
    }
    /* All pairs see the environment from before the instruction. */
    for (size_t i = 0; i < pairs->len; i++) {
        const struct pair *pair = pairs->at + i;
        struct slice value;
        if (!expand_in_stage(build, stage, instruction, pair->name.text, names + i) ||
            !expand_in_stage(build, stage, instruction, pair->value.text, &value))
            return false;
        entries[i] = (struct arg){TEXT(build->arena, names[i], S("="), value), pair->value.origin};
        names[i] = slice_first(entries[i].text, names[i].len);
    }
    struct image_config *config = stage_config(build, stage);
    for (size_t i = 0; i < pairs->len; i++) {
        if (instruction->legacy)
            warn_legacy(build, instruction);
        check_secret(&build->check, S("ENV"), names[i], instruction->first_line);
        unhide(build, stage, names[i]);
        environment_set(build->arena, &config->env, names[i], entries[i]);
        keep_last(build, stage, names[i], slice_after(entries[i].text, names[i].len + 1));
    }
    return true;
}

/* --build-arg, else the default, else the value of a global ARG. */
static bool arg_value(struct build *build, struct build_stage *stage,
                      const struct instruction *instruction, const struct pair *pair,
                      struct slice *value, bool *set)
{
    *set = build_arg_value(build, pair->name.text, value);
    if (*set)
        return true;
    if (pair->has_value) {
        *set = true;
        return expand_in_stage(build, stage, instruction, pair->value.text, value);
    }
    *set = global_value(build, &build->globals, pair->name.text, value);
    return true;
}

bool dispatch_arg(struct build *build, struct build_stage *stage,
                  const struct instruction *instruction)
{
    for (size_t i = 0; i < instruction->pairs.len; i++) {
        const struct pair *pair = instruction->pairs.at + i;
        struct slice name = pair->name.text, value, hidden;
        bool set;
        check_secret(&build->check, S("ARG"), name, instruction->first_line);
        if (!arg_value(build, stage, instruction, pair, &value, &set))
            return false;
        struct scope_value *entry = scope_entry(build->arena, own_scope(build, stage), name);
        entry->declared = true;
        if (!set || is_reserved(name))
            continue;
        entry->set = true;
        entry->value = value;
        if (environment_get(&stage->config->env, name, &hidden))
            hide(build, stage, name);
    }
    return true;
}

void stage_settle(struct build *build, struct build_stage *stage)
{
    for (const struct hidden *hidden = stage->hidden; hidden; hidden = hidden->next)
        scope_find(own_scope(build, stage), hidden->name)->set = false;
}
