/* The build: a parsed Dockerfile becomes the config of the stage that is asked for.
 *
 * In BuildKit's order: check options, parser, instruction pass, stages and arguments, target,
 * sources and circles, images and ONBUILD triggers, then the instructions of every stage that is
 * needed. `docker build --check` without a target goes through all stages; where the build did not,
 * a second run says what --check would. */
#include "sim/image/stage.h"

#include "sim/ground/utf8.h"

#include <stddef.h>

enum { FEW_ARGS = 8, MOST_PORTS = 1000000 };

/* Triggers run first, as if they stood at the top of the stage. */
static bool dispatch_stage(struct build *build, struct build_stage *stage)
{
    if (!stage_start(build, stage))
        return false;
    stage->dispatched = true;
    for (size_t i = 0; i < stage->triggers_len; i++)
        if (!dispatch(build, stage, stage->triggers + i))
            return false;
    for (uint32_t i = stage->first; i < stage->end; i++)
        if (!dispatch(build, stage, build->file->instructions + i))
            return false;
    stage_settle(build, stage);
    return true;
}

void build_count_children(struct build *build)
{
    for (size_t i = 0; i < build->real; i++) {
        struct build_stage *stage = build->stages.at[i];
        if (stage->base && (stage->reached || build->all_stages))
            stage->base->children++;
    }
}

/* In the order of the file: what a stage needs stands before it. */
static bool dispatch_stages(struct build *build)
{
    build_count_children(build);
    for (size_t i = 0; i < build->real; i++) {
        struct build_stage *stage = build->stages.at[i];
        if ((stage->reached || build->all_stages) && !dispatch_stage(build, stage))
            return false;
    }
    return true;
}

bool build_start(struct build *build)
{
    const struct dockerfile *file = build->file;
    struct slice message;
    if (!check_open(&build->check, build->arena, file, build->request->want_warnings, &message))
        return build_fail(build, NULL, message);
    check_instructions(&build->check, file);
    if (file->failure.stage != STAGE_NONE) {
        *build->failure = file->failure;
        return false;
    }
    if (build->request->args_len > FEW_ARGS)
        for (size_t i = 0; i < build->request->args_len; i++)
            names_set(build->arena, &build->args, build->request->args[i].name, (uint32_t)i);
    return stages_make(build) && stages_target(build) && graph_make(build);
}

/* The rest, once for the build and perhaps once more for --check. */
static bool finish(struct build *build)
{
    if (!graph_resolve(build) || !dispatch_stages(build))
        return false;
    struct slice message = check_verdict(&build->check);
    return !message.len || build_fail(build, NULL, message);
}

void build_begin(struct build *build, struct arena *arena, const struct build_request *request,
                 const struct dockerfile *file, struct failure *failure)
{
    memset(build, 0, sizeof *build);
    build->arena = arena;
    build->request = request;
    build->file = file;
    build->failure = failure;
    build->ports_left = MOST_PORTS;
    build->stages = (struct stage_list){build->few, 0, sizeof build->few / sizeof *build->few};
}

static bool same_warnings(const struct warning_list *a, const struct warning_list *b)
{
    if (a->len != b->len)
        return false;
    for (size_t i = 0; i < a->len; i++)
        if (a->at[i].rule != b->at[i].rule || a->at[i].line != b->at[i].line ||
            !slice_equal(a->at[i].message, b->at[i].message))
            return false;
    return true;
}

/* Whether some stage was left out, which --check without a target would not do. */
static bool leaves_out(const struct build *build)
{
    for (size_t i = 0; i < build->real; i++)
        if (!build->stages.at[i]->reached)
            return true;
    return false;
}

/* What --check says, where it may say something else than the build: the second half once more, for
 * all stages. `half` is what was there after the first one. */
static void check_all(const struct build *build, const struct build *half,
                      struct build_result *result)
{
    struct build all = *build;
    struct failure failure = {.stage = STAGE_NONE};
    struct warning_list *warnings = &all.check.warnings;
    all.failure = &failure;
    all.all_stages = true;
    all.stages.len = half->stages.len;
    all.check.called = half->check.called;
    all.ports_left = MOST_PORTS;
    *warnings = (struct warning_list){.len = half->check.warnings.len};
    warnings->cap = warnings->len;
    warnings->at = arena_array(build->arena, struct warning, warnings->len);
    if (warnings->len)
        memcpy(warnings->at, build->check.warnings.at, warnings->len * sizeof *warnings->at);
    stages_reset(&all);
    finish(&all);
    result->build_warnings = result->warnings;
    result->warnings = *warnings;
    result->build_differs = !same_warnings(&result->warnings, &result->build_warnings);
    if (!slice_equal(failure.message, result->failure.message))
        result->check_failure = failure;
}

/* ---- the result */

/* Whether a text has bytes beyond ASCII; 32 bytes at a time. */
static bool has_high(struct slice s)
{
    const uint64_t high = 0x8080808080808080u;
    uint64_t seen = 0, words[4];
    const char *at = s.at, *end = at + s.len;
    for (; (size_t)(end - at) >= sizeof words; at += sizeof words) {
        memcpy(words, at, sizeof words);
        seen |= words[0] | words[1] | words[2] | words[3];
    }
    for (; at < end; at++)
        seen |= (unsigned char)*at;
    return seen & high;
}

/* Bad bytes in a config can only come from here: metadata of images is JSON. */
static bool may_be_bad(const struct build_request *request)
{
    bool high = has_high(request->dockerfile->bytes);
    for (size_t i = 0; i < request->args_len && !high; i++)
        high = has_high(request->args[i].value);
    return high;
}

static void repair(struct arena *arena, struct slice *s)
{
    *s = utf8_repair(arena, *s);
}

/* The words may be those of an instruction or a base image, so the list is copied, not changed. */
static void repair_args(struct arena *arena, struct args *args)
{
    for (size_t i = 0; i < args->len; i++) {
        struct slice text = args->at[i].text;
        repair(arena, &text);
        if (text.at == args->at[i].text.at)
            continue;
        /* The words may be those of an instruction or a base image. */
        struct arg *copy = arena_array(arena, struct arg, args->len);
        memcpy(copy, args->at, args->len * sizeof *copy);
        args->at = copy;
        args->cap = args->len;
        copy[i].text = text;
    }
}

static void repair_map(struct arena *arena, struct string_map *map)
{
    for (size_t i = 0; map && i < map->len; i++) {
        repair(arena, &map->at[i].key.text);
        repair(arena, &map->at[i].value.text);
    }
}

/* The engine stores the config as JSON, so no bad byte survives. */
static void repair_config(struct arena *arena, struct image_config *config)
{
    repair_args(arena, &config->entrypoint.words);
    repair_args(arena, &config->cmd.words);
    repair_args(arena, &config->shell);
    repair_args(arena, &config->env.entries);
    repair_args(arena, &config->on_build);
    repair(arena, &config->user.text);
    repair(arena, &config->working_dir.text);
    repair(arena, &config->stop_signal.text);
    repair(arena, &config->author);
    repair_map(arena, config->labels);
    repair_map(arena, config->exposed_ports);
    repair_map(arena, config->volumes);
    if (config->healthcheck) {
        struct healthcheck *copy = arena_take(arena, sizeof *copy);
        *copy = *config->healthcheck;
        repair_args(arena, &copy->test);
        config->healthcheck = copy;
    }
}

/* The config of the target becomes the answer, with what its ENTRYPOINT took away. */
static void give(struct build *build, struct build_result *result)
{
    struct build_stage *target = build->target;
    if (may_be_bad(build->request))
        repair_config(build->arena, stage_maps(build, target));
    struct image_config *config = stage_config(build, target);
    if (target->dropped) {
        config->dropped_cmd = *target->dropped;
        config->dropped_by = target->dropped_by->at;
    }
    if (target->reset_by)
        config->entrypoint_reset_by = target->reset_by->at;
    result->config = config;
    result->target_first = target->first;
    result->target_last = target->end;
}

void build_image(struct arena *arena, const struct build_request *request,
                 struct build_result *result)
{
    struct dockerfile *file = arena_take(arena, sizeof *file);
    struct build build, half;
    memset(result, 0, sizeof *result);
    parse_dockerfile(arena, request->dockerfile, file);
    build_begin(&build, arena, request, file, &result->failure);
    result->instructions = file->instructions;
    result->instructions_len = file->len;
    result->frontend = file->syntax;
    bool started = build_start(&build);
    bool check = started && request->want_warnings && !request->target.len && build.real > 1;
    if (check)
        half = build;
    if (started && finish(&build))
        give(&build, result);
    else
        result->failure.message = utf8_repair(arena, result->failure.message);
    result->warnings = build.check.warnings;
    result->assumed = build.assumed;
    if (check && leaves_out(&build))
        check_all(&build, &half, result);
}
