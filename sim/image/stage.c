/* The table of stages. FROM lines in, stages with base, name and platform out.
 *
 * Models the first half of dockerfile2llb: every FROM line is expanded and checked, needed or not.
 * A stage is found by its exact name and only after its definition; of one name twice the later
 * counts (dispatchStates.addState). */
#include "sim/image/stage.h"

#include "sim/ground/near.h"
#include "sim/ground/quote.h"
#include "sim/ground/utf8.h"
#include "sim/image/reference.h"

#include <stddef.h>

struct slice stage_shown(struct build *build, const struct build_stage *stage)
{
    if (!stage->from || build->single)
        return (struct slice){0};
    if (stage->name.len)
        return stage->name;
    struct buffer text = {.arena = build->arena};
    buffer_string(&text, "stage-");
    buffer_number(&text, stage->index);
    return buffer_slice(&text);
}

struct slice *stages_shown(struct build *build, size_t more, size_t *n)
{
    struct slice *names = arena_array(build->arena, struct slice, build->real + more);
    *n = 0;
    for (size_t i = 0; i < build->real; i++) {
        struct slice name = stage_shown(build, build->stages.at[i]);
        if (name.len)
            names[(*n)++] = name;
    }
    return names;
}

struct build_stage *stage_add(struct build *build)
{
    struct build_stage *stage = arena_new(build->arena, struct build_stage);
    stage->index = (uint32_t)build->stages.len;
    *list_add(build->arena, &build->stages) = stage;
    return stage;
}

void stages_reset(struct build *build)
{
    size_t from = offsetof(struct build_stage, edges);
    for (size_t i = 0; i < build->stages.len; i++)
        memset((char *)build->stages.at[i] + from, 0, sizeof(struct build_stage) - from);
}

/* UndefinedArgInFrom for every name that the last expansion did not find and no ARG declares. */
static void warn_undeclared(struct build *build, const struct instruction *from)
{
    struct check *check = &build->check;
    if (!check_wants(check, RULE_UndefinedArgInFrom))
        return;
    for (size_t i = 0; i < build->expansion.unset.len; i++) {
        struct slice name = build->expansion.unset.at[i];
        if (scope_find(&build->globals, name))
            continue;
        size_t n;
        struct slice *names = global_names(build, true, &n);
        struct slice near = check_hint(check, name, names, n);
        check_warn(check, RULE_UndefinedArgInFrom, from->first_line,
                   TEXT(build->arena, S("FROM argument '"), name, S("' is not declared"),
                        near.len ? S(" (did you mean ") : near, near, near.len ? S("?)") : near));
    }
}

/* Whether a text has a part anywhere. */
static bool contains(struct slice s, struct slice part)
{
    for (size_t i = 0; i + part.len <= s.len; i++)
        if (memcmp(s.at + i, part.at, part.len) == 0)
            return true;
    return false;
}

/* RedundantTargetPlatform and FromPlatformFlagConstDisallowed, for the last expansion. A constant
 * is accepted where the name of the stage says which platform it is for. */
static void warn_platform(struct build *build, const struct build_stage *stage,
                          struct slice written)
{
    struct arena *arena = build->arena;
    const struct expansion *e = &build->expansion;
    struct slice value, message, os_arch;
    struct platform platform;
    if (e->set.len == 1 && !e->unset.len && slice_equal(e->set.at[0], S("TARGETPLATFORM"))) {
        if (global_value(build, &build->globals, S("TARGETPLATFORM"), &value) &&
            slice_equal(value, e->text))
            check_warn(&build->check, RULE_RedundantTargetPlatform, stage->from->first_line,
                       TEXT(arena, S("Setting platform to predefined "), written,
                            S(" in FROM is redundant as this is the default behavior")));
    }
    if (e->set.len || e->unset.len || !platform_parse(arena, e->text, &platform, &message))
        return;
    os_arch = stage->name;
    if (contains(os_arch, platform.os) || contains(os_arch, platform.architecture))
        return;
    check_warn(
        &build->check, RULE_FromPlatformFlagConstDisallowed, stage->from->first_line,
        TEXT(arena, S("FROM --platform flag should not use constant value \""), e->text, S("\"")));
}

/* A message with a hint for the first unset variable that has one. */
static struct slice hint_unset(struct build *build, struct slice message)
{
    size_t n;
    struct slice *names = global_names(build, false, &n);
    const struct slice_list *unset = &build->expansion.unset;
    for (size_t i = 0; i < unset->len; i++) {
        struct slice hinted = with_hint(build, message, unset->at[i], names, n);
        if (hinted.len != message.len)
            return hinted;
    }
    return message;
}

/* --platform of a FROM line. An empty value in the file is no platform, one that a variable left
 * empty is an error. */
static bool platform_read(struct build *build, struct build_stage *stage, struct slice written)
{
    struct arena *arena = build->arena;
    bool good = expand_global(build, &build->globals, written);
    warn_undeclared(build, stage->from);
    if (!good)
        return build_fail(
            build, stage->from,
            TEXT(arena, S("failed to process arguments for platform : "), build->expansion.error));
    if (build->check.on)
        warn_platform(build, stage, written);
    if (!build->expansion.text.len)
        return build_fail(
            build, stage->from,
            hint_unset(build, TEXT(arena, S("empty platform value from expression "), written)));
    struct platform *platform = arena_new(arena, struct platform);
    struct slice message;
    stage->platform = platform;
    if (platform_parse(arena, build->expansion.text, platform, &message))
        return true;
    message = hint_unset(build, message);
    return build_fail(build, stage->from,
                      TEXT(arena, S("failed to parse platform "), written, S(": "), message));
}

/* One FROM line. The name is registered last, so that a stage cannot stand on itself. */
static bool stage_read(struct build *build, struct build_stage *stage)
{
    const struct instruction *from = stage->from;
    struct slice written = from->words.at[0].text;
    if (from->stage_name.text.len)
        stage->name = utf8_lower(build->arena, from->stage_name.text);
    bool good = expand_global(build, &build->globals, written);
    warn_undeclared(build, from);
    if (!good)
        return build_fail(build, from, build->expansion.error);
    stage->image = build->expansion.text;
    if (!stage->image.len)
        return build_fail(
            build, from, TEXT(build->arena, S("base name ("), written, S(") should not be blank")));
    const struct flag *platform = from->flags.len ? instruction_flag(from, S("platform")) : NULL;
    if (platform && platform->value.text.len && !platform_read(build, stage, platform->value.text))
        return false;
    uint32_t base = build->by_name.len ? names_get(&build->by_name, stage->image) : NAMES_NONE;
    if (base != NAMES_NONE)
        stage->base = build->stages.at[base];
    if (stage->name.len)
        names_set(build->arena, &build->by_name, stage->name, stage->index);
    return true;
}

/* InvalidDefaultArgInFrom: image names as they are without any --build-arg. */
static void warn_defaults(struct build *build)
{
    const struct dockerfile *file = build->file;
    struct scope made = {.at = NULL}, *defaults = &made;
    struct reference reference;
    struct slice message;
    if (!check_wants(&build->check, RULE_InvalidDefaultArgInFrom))
        return;
    if (!build->request->args_len)
        defaults = &build->globals;
    else if (!globals_make(build, defaults, false))
        return;
    for (size_t i = 0; i < file->len; i++) {
        const struct instruction *from = file->instructions + i;
        if (from->keyword != KEYWORD_FROM)
            continue;
        if (!expand_global(build, defaults, from->words.at[0].text))
            return;
        if (!reference_parse(build->arena, build->expansion.text, &reference, &message))
            check_warn(&build->check, RULE_InvalidDefaultArgInFrom, from->first_line,
                       TEXT(build->arena, S("Default value for ARG "), from->words.at[0].text,
                            S(" results in empty or invalid base image name")));
    }
}

bool stages_make(struct build *build)
{
    const struct dockerfile *file = build->file;
    struct build_stage *stage = NULL;
    for (size_t i = 0; i < file->len; i++) {
        if (file->instructions[i].keyword != KEYWORD_FROM)
            continue;
        if (stage)
            stage->end = (uint32_t)i;
        stage = stage_add(build);
        stage->from = file->instructions + i;
        stage->first = (uint32_t)i + 1;
    }
    if (!stage)
        return build_fail(build, NULL, S("dockerfile contains no stages to build"));
    stage->end = (uint32_t)file->len;
    build->real = build->stages.len;
    struct slice last = stage->from->stage_name.text;
    build->target_name = build->request->target.len ? build->request->target
                         : last.len                 ? utf8_lower(build->arena, last)
                                                    : S("default");
    bool good = globals_make(build, &build->globals, true);
    if (good || build->request->args_len)
        warn_defaults(build);
    if (!good)
        return false;
    for (size_t i = 0; i < build->real; i++)
        if (!stage_read(build, build->stages.at[i]))
            return false;
    return true;
}

static bool fail_target(struct build *build, struct slice target)
{
    size_t n;
    struct slice *names = stages_shown(build, 0, &n);
    struct slice message = TEXT(build->arena, S("target stage "), quoted_go(build->arena, target),
                                S(" could not be found"));
    return build_fail(build, NULL, with_hint(build, message, target, names, n));
}

static bool find_target(struct build *build, struct slice target)
{
    uint32_t at = names_get(&build->by_name, utf8_lower(build->arena, target));
    if (at == NAMES_NONE)
        return fail_target(build, target);
    build->target = build->stages.at[at];
    return true;
}

bool stages_target(struct build *build)
{
    build->target = build->stages.at[build->real - 1];
    return !build->request->target.len || find_target(build, build->request->target);
}
