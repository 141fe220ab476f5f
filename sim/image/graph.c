/* Which stage needs which. COPY --from and RUN --mount in, an order of work and its triggers out.
 *
 * Models dockerfile2llb: sources are looked up for every stage, also those that nobody needs; an
 * image named by COPY --from becomes an implicit stage behind all others. Then images are resolved,
 * ONBUILD triggers put in front of the instructions of the stages that are needed, and, where a
 * trigger needs further stages, the same again for those. */
#include "sim/image/stage.h"

#include "sim/dockerfile/mount.h"
#include "sim/ground/number.h"
#include "sim/ground/utf8.h"

/* Adds a source behind *end, which moves on. */
static void add_edge(struct build *build, struct edge ***end, struct build_stage *to,
                     const struct instruction *command)
{
    struct edge *edge = arena_take(build->arena, sizeof *edge);
    *edge = (struct edge){to, command, NULL};
    **end = edge;
    *end = &edge->next;
}

/* The stage of that name in any letter case, or an implicit one for an image. */
static struct build_stage *named(struct build *build, struct slice name,
                                 const struct instruction *asked)
{
    uint32_t at = names_get(&build->by_name, utf8_lower(build->arena, name));
    if (at != NAMES_NONE)
        return build->stages.at[at];
    struct build_stage *stage = stage_add(build);
    stage->image = name;
    stage->asked = asked;
    return stage;
}

static bool add_copy(struct build *build, struct edge ***end, const struct instruction *copy)
{
    const struct flag *from = instruction_flag(copy, S("from"));
    int64_t number;
    if (!from || !from->value.text.len)
        return true;
    if (parse_int(from->value.text, 10, 64, &number) != NUMBER_OK) {
        add_edge(build, end, named(build, from->value.text, copy), copy);
        return true;
    }
    if (number < 0 || (uint64_t)number >= build->stages.len) {
        struct buffer text = {.arena = build->arena};
        buffer_string(&text, "invalid stage index ");
        buffer_number(&text, number);
        return build_fail(build, NULL, buffer_slice(&text));
    }
    add_edge(build, end, build->stages.at[number], copy);
    return true;
}

/* The source that a mount names; its type is not looked at yet, as it may be a variable. */
static struct slice mount_from(struct build *build, struct slice value)
{
    struct slice_list fields = {.at = NULL};
    struct slice message, from = {0};
    if (!mount_fields(build->arena, value, &fields, &message))
        return from;
    for (size_t i = 0; i < fields.len; i++) {
        struct slice key, text;
        if (slice_cut(fields.at[i], '=', &key, &text) && slice_equal_fold(key, S("from")))
            from = text;
    }
    return from;
}

/* The sources that the flags of an instruction name. */
static bool add_sources(struct build *build, struct edge ***end,
                        const struct instruction *instruction)
{
    if (instruction->keyword == KEYWORD_COPY)
        return add_copy(build, end, instruction);
    if (instruction->keyword != KEYWORD_RUN)
        return true;
    for (size_t i = 0; i < instruction->flags.len; i++) {
        const struct flag *flag = instruction->flags.at + i;
        if (!slice_equal(flag->name.text, S("mount")))
            continue;
        struct slice from = mount_from(build, flag->value.text);
        add_edge(build, end, named(build, from.len ? from : S("scratch"), NULL), instruction);
    }
    return true;
}

/* The sources of one instruction; few have flags. */
static inline bool graph_add(struct build *build, struct edge ***end,
                             const struct instruction *instruction)
{
    return !instruction->flags.len || add_sources(build, end, instruction);
}

const struct edge *stage_edge(struct build_stage *stage, const struct instruction *instruction)
{
    const struct edge *edge = stage->cursor;
    if (!edge || edge->command != instruction)
        return NULL;
    while (stage->cursor && stage->cursor->command == instruction)
        stage->cursor = stage->cursor->next;
    return edge;
}

/* ---- circles */

/* A place in the depth-first walk. */
struct visit {
    struct build_stage *stage;
    struct edge *next;             /* the edge to follow next */
    const struct instruction *via; /* the instruction that led here */
};

enum { UNSEEN, ON_PATH, DONE };

/* Of several instructions that name one source the last counts, at the place of the first. */
static void merge_edges(struct build *build, struct build_stage *stage, struct edge **last,
                        struct edge **merged)
{
    struct edge **end = merged;
    *merged = NULL;
    for (struct edge *edge = stage->own; edge; edge = edge->next) {
        uint32_t to = edge->to->index;
        if (last[to]) {
            last[to]->command = edge->command;
            continue;
        }
        struct edge *copy = arena_take(build->arena, sizeof *copy);
        *copy = (struct edge){edge->to, edge->command, NULL};
        *end = last[to] = copy;
        end = &copy->next;
    }
    for (struct edge *edge = *merged; edge; edge = edge->next)
        last[edge->to->index] = NULL;
}

static bool fail_circle(struct build *build, const struct build_stage *start,
                        const struct visit *path, size_t len, const struct instruction *closing)
{
    /* The commands on the way round, from the stage that is named back to it. */
    build_fail(build, len > 1 ? path[1].via : closing,
               TEXT(build->arena, S("circular dependency detected on stage: "),
                    stage_shown(build, start)));
    for (size_t i = 2; i < len; i++)
        build_fail_also(build, path[i].via);
    if (len > 1)
        build_fail_also(build, closing);
    return false;
}

/* Walks from one stage along all sources; false when the walk meets itself. */
static bool walk(struct build *build, struct build_stage *start, unsigned char *state,
                 struct edge **last, struct visit *path)
{
    struct edge *merged;
    size_t len = 0;
    merge_edges(build, start, last, &merged);
    path[len++] = (struct visit){start, merged, NULL};
    state[start->index] = ON_PATH;
    while (len) {
        struct visit *top = path + len - 1;
        struct edge *edge = top->next;
        if (!edge) {
            state[top->stage->index] = DONE;
            len--;
            continue;
        }
        top->next = edge->next;
        unsigned char *seen = state + edge->to->index;
        if (*seen == ON_PATH)
            return fail_circle(build, start, path, len, edge->command);
        if (*seen == UNSEEN) {
            *seen = ON_PATH;
            merge_edges(build, edge->to, last, &merged);
            path[len++] = (struct visit){edge->to, merged, edge->command};
        }
    }
    return true;
}

static bool refuse_circles(struct build *build)
{
    size_t n = build->stages.len;
    unsigned char *state = arena_take_zero(build->arena, n, sizeof *state);
    struct edge **last = arena_take_zero(build->arena, n, sizeof(struct edge *));
    struct visit *path = arena_array(build->arena, struct visit, n);
    for (size_t i = 0; i < n; i++)
        if (state[i] == UNSEEN && !walk(build, build->stages.at[i], state, last, path))
            return false;
    return true;
}

/* Keeps an ONBUILD where children find it without going through the whole stage. */
static void keep_on_build(struct build *build, struct build_stage *stage,
                          const struct instruction *instruction)
{
    if (!stage->on_build)
        stage->on_build = arena_new(build->arena, struct on_build_list);
    *list_add(build->arena, stage->on_build) = instruction;
}

bool graph_make(struct build *build)
{
    bool edges = false;
    for (size_t i = 0; i < build->real; i++) {
        struct build_stage *stage = build->stages.at[i];
        struct edge **end = &stage->own;
        for (uint32_t n = stage->first; n < stage->end; n++) {
            const struct instruction *instruction = build->file->instructions + n;
            if (instruction->keyword == KEYWORD_ONBUILD)
                keep_on_build(build, stage, instruction);
            else if (!graph_add(build, &end, instruction))
                return false;
        }
        edges = edges || stage->own;
    }
    if (edges && !refuse_circles(build))
        return false;
    build->single = build->stages.len == 1;
    return true;
}

/* ---- what is needed */

/* Marks everything that a stage needs; what was not marked before is added to the list. */
static void reach(struct build *build, struct build_stage *stage, struct stage_list *found)
{
    size_t done = found->len;
    if (stage->reached)
        return;
    stage->reached = true;
    *list_add(build->arena, found) = stage;
    for (; done < found->len; done++) {
        struct build_stage *at = found->at[done];
        if (at->base && !at->base->reached) {
            at->base->reached = true;
            *list_add(build->arena, found) = at->base;
        }
        for (struct edge *edge = at->own; edge; edge = edge->next)
            if (!edge->to->reached) {
                edge->to->reached = true;
                *list_add(build->arena, found) = edge->to;
            }
    }
}

struct trigger_texts {
    struct trigger_text {
        struct slice text;
        struct origin at;
    } * at;
    size_t len, cap;
};

/* The triggers that a stage meets: those of its image, or those of the stage it stands on. */
static void collect(struct build *build, const struct build_stage *stage,
                    struct trigger_texts *texts)
{
    if (stage->record) {
        const struct args *on_build = &stage->record->image.config.on_build;
        for (size_t i = 0; i < on_build->len; i++)
            *list_add(build->arena, texts) =
                (struct trigger_text){on_build->at[i].text, on_build->at[i].origin};
    }
    if (!stage->base)
        return;
    const struct on_build_list *on_build = stage->base->on_build;
    for (size_t i = 0; on_build && i < on_build->len; i++)
        *list_add(build->arena, texts) =
            (struct trigger_text){on_build->at[i]->trigger, on_build->at[i]->at};
}

/* Reads the triggers of a stage. *more is set when they need other stages. */
static bool arm(struct build *build, struct build_stage *stage, bool *more)
{
    struct trigger_texts texts = {.at = NULL};
    stage->armed = true;
    if (!stage->from)
        return true;
    collect(build, stage, &texts);
    stage->triggers = arena_array(build->arena, struct instruction, texts.len);
    /* Their sources stand in front of those of the stage, as they run first. */
    struct edge **end = &stage->edges;
    for (size_t i = 0; i < texts.len; i++) {
        struct instruction *trigger = stage->triggers + i;
        if (!parse_trigger(build->arena, texts.at[i].text, texts.at[i].at, stage->from->first_line,
                           stage->from->last_line, trigger, build->failure))
            return false;
        stage->triggers_len = (uint32_t)i + 1;
        if (!graph_add(build, &end, trigger)) {
            build_fail_also(build, stage->from);
            return false;
        }
    }
    *more = *more || stage->edges;
    *end = stage->own;
    return true;
}

bool graph_resolve(struct build *build)
{
    struct stage_list found = {.at = NULL};
    size_t armed = 0, checked = 0;
    if (build->stages.len == 1) {
        if (!base_resolve(build, build->target, true))
            return false;
        build->target->reached = !build->target->record->image.config.on_build.len;
        build->target->edges = build->target->own;
        if (build->target->reached)
            return true;
    }
    reach(build, build->target, &found);
    for (bool more = true; more;) {
        more = false;
        for (; checked < build->stages.len; checked++) {
            struct build_stage *stage = build->stages.at[checked];
            if (!base_resolve(build, stage, stage->reached || build->all_stages))
                return false;
        }
        for (size_t i = armed; i < found.len; i++)
            if (!base_resolve(build, found.at[i], true))
                return false;
        size_t len = found.len;
        for (; armed < len; armed++) {
            if (!arm(build, found.at[armed], &more))
                return false;
            for (struct edge *edge = found.at[armed]->edges; edge; edge = edge->next)
                reach(build, edge->to, &found);
        }
    }
    return true;
}
