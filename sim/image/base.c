/* What a stage starts from: an image, scratch or another stage.
 *
 * Models dockerfile2llb: an image name is completed and looked up, a missing PATH is added, the
 * working directory is applied once more. Labels, ports and volumes are one object between a stage
 * and its children, but two stages on one image share nothing. */
#include "sim/image/stage.h"

#include "sim/ground/quote.h"
#include "sim/image/path.h"
#include "sim/image/reference.h"

#define DEFAULT_PATH "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"

static bool is_windows(const struct platform *platform)
{
    return slice_equal(platform->os, S("windows"));
}

/* Brings a config to the state in which a stage starts. */
static void prepare(struct build *build, struct base_record *record, bool windows)
{
    struct image_config *config = &record->image.config;
    struct slice *dir = &config->working_dir.text;
    if (config->entrypoint.form == FORM_NONE)
        command_list_recognise(&config->entrypoint);
    if (config->cmd.form == FORM_NONE)
        command_list_recognise(&config->cmd);
    environment_index(build->arena, &config->env);
    config->env.shared = true;
    if (!windows && !environment_has(&config->env, S("PATH")))
        environment_set(build->arena, &config->env, S("PATH"),
                        (struct arg){S(DEFAULT_PATH), {.text = &default_text}});
    record->has_maps = config->labels || config->exposed_ports || config->volumes;
    if (dir->len && (windows || dir->at[0] != '/'))
        workdir_join(build->arena, *dir, *dir, windows, dir, &record->working_dir_error);
}

/* Keeps a record for the next stage on the same image; the only stage keeps it for itself. */
static void record_keep(struct build *build, struct slice key, struct base_record *record)
{
    record->alone = build->stages.len == 1;
    if (record->alone)
        return;
    names_set(build->arena, &build->records_by_reference, key, (uint32_t)build->records.len);
    *list_add(build->arena, &build->records) = record;
}

/* The record of an image that some stage has asked for before. */
static struct base_record *record_find(const struct build *build, struct slice key)
{
    uint32_t at = build->records.len ? names_get(&build->records_by_reference, key) : NAMES_NONE;
    return at == NAMES_NONE ? NULL : build->records.at[at];
}

/* The empty image: PATH and a working directory, nothing else. */
static struct base_record *scratch(struct build *build)
{
    struct base_record *record = record_find(build, S(""));
    if (record)
        return record;
    record = arena_new(build->arena, struct base_record);
    record_keep(build, S(""), record);
    record->answer = BASE_FOUND;
    record->image.config.working_dir = (struct arg){S("/"), {.text = &default_text}};
    prepare(build, record, false);
    return record;
}

/* Notes that the answer rests on an image of which nothing is known. */
static void assume(struct build *build, const struct build_stage *stage)
{
    struct origin at = {0};
    if (stage->from)
        at = stage->from->words.at[0].origin;
    args_add(build->arena, &build->assumed, stage->image, at);
}

/* The image of a completed reference. Two operating systems are two keys, as PATH differs. All
 * images of which nothing is known are one record. */
static struct base_record *look_up(struct build *build, struct build_stage *stage,
                                   struct slice reference)
{
    bool windows = is_windows(stage->platform);
    struct slice key = windows ? arena_join(build->arena, reference, S(" windows")) : reference;
    struct base_record *record = record_find(build, key);
    if (record)
        return record;
    const struct bases *bases = build->request->bases;
    struct base_record *fresh = build->spare_record;
    if (!fresh)
        fresh = arena_new(build->arena, struct base_record);
    build->spare_record = NULL;
    fresh->answer =
        bases ? bases->find(bases->context, build->arena, reference, &fresh->image) : BASE_ASSUMED;
    if (fresh->answer == BASE_ASSUMED) {
        assume(build, stage);
        record = build->assumed_records[windows];
        if (record) {
            memset(fresh, 0, sizeof *fresh);
            build->spare_record = fresh;
            record_keep(build, key, record);
            return record;
        }
        build->assumed_records[windows] = fresh;
        memset(&fresh->image, 0, sizeof fresh->image);
    }
    record_keep(build, key, fresh);
    prepare(build, fresh, windows);
    return fresh;
}

/* BuildKit suggests the stages, and these images with a slash missing in their long form. */
static struct slice not_found_hint(struct build *build, struct slice message, struct slice word)
{
    static const struct slice common[] = {
#define COMMON(name)                                                                               \
    S_INIT(name), S_INIT("docker.io/library" name), S_INIT(name ":latest"),                        \
        S_INIT("docker.io/library" name ":latest")
        COMMON("alpine"), COMMON("busybox"), COMMON("centos"), COMMON("debian"),
        COMMON("golang"), COMMON("ubuntu"),  COMMON("fedora")};
    size_t n, more = sizeof common / sizeof *common;
    struct slice *names = stages_shown(build, more, &n);
    memcpy(names + n, common, sizeof common);
    return with_hint(build, message, word, names, n + more);
}

/* InvalidBaseImagePlatform, where the platform of the image is known. */
static void warn_platform(struct build *build, const struct build_stage *stage)
{
    if (stage->record->image.any_platform || stage->record->answer == BASE_ASSUMED)
        return;
    const struct image_config *config = &stage->record->image.config;
    struct platform image = {.os = config->os.len ? config->os : S("linux"),
                             .architecture =
                                 config->architecture.len ? config->architecture : S("amd64"),
                             .variant = config->variant};
    const struct platform *wanted = stage->platform;
    if (slice_equal(image.os, wanted->os) && slice_equal(image.architecture, wanted->architecture))
        return;
    struct platform expected = platform_normalise(build->arena, *wanted);
    image = platform_normalise(build->arena, image);
    check_warn(&build->check, RULE_InvalidBaseImagePlatform,
               stage->from ? stage->from->first_line : 0,
               TEXT(build->arena, S("Base image "), stage->image, S(" was pulled with platform \""),
                    platform_format(build->arena, &image), S("\", expected \""),
                    platform_format(build->arena, &expected), S("\" for current build")));
}

bool base_resolve(struct build *build, struct build_stage *stage, bool needed)
{
    const struct instruction *at = stage->from ? stage->from : stage->asked;
    struct reference reference;
    struct slice message;
    if (stage->base || stage->resolved)
        return true;
    stage->resolved = needed;
    stage->dispatched = !stage->from;
    if (slice_equal(stage->image, S("scratch"))) {
        stage->platform = &platform_default;
        stage->record = needed ? scratch(build) : NULL;
        return true;
    }
    if (!reference_parse(build->arena, stage->image, &reference, &message))
        return build_fail(build, at,
                          TEXT(build->arena, S("failed to parse stage name "),
                               quoted_go(build->arena, stage->image), S(": "), message));
    if (!stage->platform)
        stage->platform = &platform_default;
    if (!needed)
        return true;
    struct slice full = reference_full(build->arena, &reference, true);
    stage->record = look_up(build, stage, full);
    if (stage->record->answer == BASE_NOT_FOUND) {
        message = TEXT(build->arena, stage->image, S(": "), full, S(": not found"));
        return build_fail(build, at, not_found_hint(build, message, stage->image));
    }
    if (build->check.on)
        warn_platform(build, stage);
    return true;
}

struct image_config *stage_config(struct build *build, struct build_stage *stage)
{
    if (!stage->owns_config) {
        struct image_config *copy = arena_take(build->arena, sizeof *copy);
        *copy = *stage->config;
        copy->env.shared = true;
        stage->config = copy;
        stage->owns_config = true;
    }
    return stage->config;
}

struct image_config *stage_maps(struct build *build, struct build_stage *stage)
{
    struct image_config *config = stage_config(build, stage);
    if (stage->maps_foreign) {
        config->labels = string_map_copy(build->arena, config->labels);
        config->exposed_ports = string_map_copy(build->arena, config->exposed_ports);
        config->volumes = string_map_copy(build->arena, config->volumes);
        stage->maps_foreign = false;
    }
    return config;
}

/* An only child takes what its parent owns; others read it until they write. */
static void inherit(struct build *build, struct build_stage *stage)
{
    struct build_stage *base = stage->base;
    if (base->maps_foreign)
        stage_maps(build, base);
    bool only = base->children == 1 && base != build->target;
    stage->config = base->config;
    stage->scope = base->scope;
    stage->owns_config = only && base->owns_config;
    stage->owns_scope = only && base->owns_scope;
    stage->platform = base->platform;
    stage->workdir_set = base->workdir_set;
}

bool stage_start(struct build *build, struct build_stage *stage)
{
    stage->cursor = stage->armed ? stage->edges : stage->own;
    if (stage->base) {
        inherit(build, stage);
    } else {
        struct base_record *record = stage->record;
        stage->config = &record->image.config;
        stage->owns_config = record->alone;
        stage->maps_foreign = record->has_maps;
        if (record->working_dir_error.len)
            return build_fail(build, stage->from, record->working_dir_error);
    }
    if (stage->config->on_build.len)
        stage_config(build, stage)->on_build = (struct args){.set = false};
    return true;
}
