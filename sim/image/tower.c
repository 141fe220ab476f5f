/* The tower: a build gone through once more, with a look at the pair behind every instruction. See
 * tower.h.
 *
 * In: what build_image takes. Out: a floor for the image at the bottom and one for each stage up to
 * the target. What an instruction does is dispatch's alone; here it is only compared before and
 * after, so nothing of BuildKit's rules stands twice. */
#include "sim/image/tower.h"

#include "sim/ground/utf8.h"
#include "sim/image/stage.h"

/* ---- The pair */

/* The engine stores no bad bytes; those that come from a Dockerfile are replaced. */
static struct command_list stored(struct arena *arena, const struct command_list *list)
{
    struct command_list copy = *list;
    copy.words.set = copy.words.len > 0;
    for (size_t i = 0; i < copy.words.len; i++) {
        struct slice text = utf8_repair(arena, list->words.at[i].text);
        if (text.at == list->words.at[i].text.at)
            continue;
        if (copy.words.at == list->words.at) {
            copy.words.at = arena_array(arena, struct arg, copy.words.len);
            copy.words.cap = copy.words.len;
            memcpy(copy.words.at, list->words.at, copy.words.len * sizeof *copy.words.at);
        }
        copy.words.at[i].text = text;
    }
    return copy;
}

static struct tower_pair pair_of(struct arena *arena, const struct image_config *config)
{
    return (struct tower_pair){stored(arena, &config->entrypoint), stored(arena, &config->cmd)};
}

static enum tower_change change_of(const struct command_list *before,
                                   const struct command_list *after, bool is_meant)
{
    if (!is_meant)
        return before->words.len && !after->words.len ? TOWER_DROPPED : TOWER_STAYS;
    if (!after->words.len)
        return TOWER_EMPTIED;
    return before->words.len ? TOWER_REPLACED : TOWER_SET;
}

/* Only two keywords change the pair; of a list that stays nothing is copied. */
static void compare(struct arena *arena, const struct image_config *config, struct tower_step *step)
{
    enum keyword keyword = step->instruction->keyword;
    step->after = step->before;
    if (keyword == KEYWORD_ENTRYPOINT) {
        step->after.entrypoint = stored(arena, &config->entrypoint);
        if (!config->cmd.words.len)
            step->after.cmd = stored(arena, &config->cmd);
    } else if (keyword == KEYWORD_CMD) {
        step->after.cmd = stored(arena, &config->cmd);
    }
    step->entrypoint =
        change_of(&step->before.entrypoint, &step->after.entrypoint, keyword == KEYWORD_ENTRYPOINT);
    step->cmd = change_of(&step->before.cmd, &step->after.cmd, keyword == KEYWORD_CMD);
}

/* ---- Floors */

static bool is_told(enum keyword keyword)
{
    return keyword == KEYWORD_ENTRYPOINT || keyword == KEYWORD_CMD || keyword == KEYWORD_SHELL ||
           keyword == KEYWORD_ENV || keyword == KEYWORD_WORKDIR;
}

/* Runs an instruction of a stage; of a floor (null: the target does not stand on this stage) it
 * takes down what it did. */
static bool take_step(struct build *build, struct build_stage *stage, struct tower_floor *floor,
                      const struct instruction *instruction, bool is_trigger)
{
    struct tower_step step = {.instruction = instruction,
                              .is_trigger = is_trigger,
                              .entrypoint_own = stage->entrypoint_line > 0,
                              .cmd_own = stage->cmd_line > 0};
    if (!dispatch(build, stage, instruction))
        return false;
    if (!floor || !is_told(instruction->keyword))
        return true;
    step.before = floor->ends;
    compare(build->arena, stage->config, &step);
    floor->ends = step.after;
    *list_add(build->arena, &floor->steps) = step;
    return true;
}

/* Room for the steps of a stage and no more: there may be many stages. */
static void make_room(struct build *build, const struct build_stage *stage,
                      struct tower_floor *floor)
{
    size_t n = 0;
    for (size_t i = 0; i < stage->triggers_len; i++)
        n += is_told(stage->triggers[i].keyword);
    for (uint32_t i = stage->first; i < stage->end; i++)
        n += is_told(build->file->instructions[i].keyword);
    floor->steps.at = arena_array(build->arena, struct tower_step, n);
    floor->steps.cap = n;
}

/* As dispatch_stage of builder.c. */
static bool run_stage(struct build *build, struct build_stage *stage, struct tower_floor *floor)
{
    if (!stage_start(build, stage))
        return false;
    stage->dispatched = true;
    if (floor) {
        floor->begins = floor->ends = pair_of(build->arena, stage->config);
        make_room(build, stage, floor);
    }
    for (size_t i = 0; i < stage->triggers_len; i++)
        if (!take_step(build, stage, floor, stage->triggers + i, true))
            return false;
    for (uint32_t i = stage->first; i < stage->end; i++)
        if (!take_step(build, stage, floor, build->file->instructions + i, false))
            return false;
    stage_settle(build, stage);
    return true;
}

static uint32_t last_line(const struct build *build, const struct build_stage *stage)
{
    return stage->end > stage->first ? build->file->instructions[stage->end - 1].last_line
                                     : stage->from->last_line;
}

/* What the lowest stage stands on. Its pair is known once that stage begins. */
static struct tower_floor ground_of(const struct build_stage *stage)
{
    bool scratch = slice_equal(stage->image, S("scratch"));
    bool assumed = !scratch && stage->record->answer == BASE_ASSUMED;
    return (struct tower_floor){.kind = scratch ? TOWER_SCRATCH : TOWER_IMAGE,
                                .name = stage->image,
                                .assumed = assumed,
                                .text = scratch || assumed ? NULL : stage->record->image.text};
}

static struct tower_floor floor_of(const struct build *build, const struct build_stage *stage)
{
    return (struct tower_floor){.kind = TOWER_STAGE,
                                .name = stage->name,
                                .from = stage->from,
                                .index = stage->index,
                                .first_line = stage->from->first_line,
                                .last_line = last_line(build, stage)};
}

/* The floors without what happens on them; floor_at[i] is that of stage i. */
static void raise(struct build *build, struct tower *tower, uint32_t *floor_at)
{
    struct build_stage *lowest = build->target;
    size_t stages = 1;
    for (; lowest->base; stages++)
        lowest = lowest->base;
    tower->at = arena_array(build->arena, struct tower_floor, stages + 1);
    tower->len = tower->cap = stages + 1;
    tower->at[0] = ground_of(lowest);
    for (struct build_stage *stage = build->target; stage; stage = stage->base) {
        floor_at[stage->index] = (uint32_t)stages;
        tower->at[stages--] = floor_of(build, stage);
    }
}

static void add_other(struct build *build, const struct build_stage *stage, struct tower *tower)
{
    *list_add(build->arena, &tower->others) =
        (struct tower_other){.name = stage->name,
                             .index = stage->index,
                             .first_line = stage->from->first_line,
                             .last_line = last_line(build, stage),
                             .is_needed = stage->reached};
}

/* ---- The whole */

static bool run(struct build *build, struct tower *tower)
{
    if (!build_start(build) || !graph_resolve(build))
        return false;
    uint32_t *floor_at = arena_take_zero(build->arena, build->stages.len, sizeof *floor_at);
    raise(build, tower, floor_at);
    build_count_children(build);
    for (size_t i = 0; i < build->real; i++) {
        struct build_stage *stage = build->stages.at[i];
        struct tower_floor *floor = floor_at[i] ? tower->at + floor_at[i] : NULL;
        if (!floor)
            add_other(build, stage, tower);
        if (stage->reached && !run_stage(build, stage, floor))
            return false;
    }
    tower->at[0].begins = tower->at[0].ends = tower->at[1].begins;
    return !check_verdict(&build->check).len;
}

void tower_of(struct arena *arena, const struct build_request *request, struct tower *tower)
{
    struct dockerfile *file = arena_take(arena, sizeof *file);
    struct failure failure = {.stage = STAGE_NONE};
    struct build build;
    *tower = (struct tower){.at = NULL};
    parse_dockerfile(arena, request->dockerfile, file);
    build_begin(&build, arena, request, file, &failure);
    if (!run(&build, tower))
        *tower = (struct tower){.at = NULL};
}

void tower_of_image(struct arena *arena, struct slice name, const struct image_config *config,
                    struct tower *tower)
{
    struct tower_pair pair = pair_of(arena, config);
    *tower = (struct tower){.at = NULL};
    *list_add(arena, tower) = (struct tower_floor){
        .kind = TOWER_IMAGE,
        .name = name,
        .text = config->entrypoint.at.text ? config->entrypoint.at.text : config->cmd.at.text,
        .begins = pair,
        .ends = pair};
}
