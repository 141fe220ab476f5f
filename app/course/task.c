/* From an exercise to one of its variants. See task.h.
 *
 * In: the parts as written, the number of a variant. Out: every part with its values in place, and
 * read: checks, questions, items, predicted mistakes. */
#include "app/course/task.h"

#include "app/course/rows.h"
#include "app/course/said.h"

/* ---- Variants: the number of one is a number whose digits choose the values. */

uint32_t task_variants(const struct exercise *exercise)
{
    size_t n = 1;
    for (size_t i = 0; i < exercise->varies.len && n < TASK_VARIANTS_MAX; i++)
        n *= exercise->varies.at[i].len ? exercise->varies.at[i].len : 1;
    return n < TASK_VARIANTS_MAX ? (uint32_t)n : TASK_VARIANTS_MAX;
}

uint32_t task_variant_of(const struct exercise *exercise, struct slice learner, uint32_t round)
{
    const struct slice texts[] = {exercise->id, learner};
    uint32_t hash = 2166136261U; /* FNV-1a */
    for (size_t t = 0; t < 2; t++)
        for (size_t i = 0; i < texts[t].len; i++)
            hash = (hash ^ (unsigned char)texts[t].at[i]) * 16777619U;
    return (hash % task_variants(exercise) + round) % task_variants(exercise);
}

static struct slice value_of(const struct exercise *exercise, uint32_t variant, struct slice name)
{
    for (size_t i = 0; i < exercise->varies.len; i++) {
        const struct vary *vary = &exercise->varies.at[i];
        uint32_t len = vary->len ? (uint32_t)vary->len : 1;
        if (slice_equal(vary->name, name) && vary->len)
            return vary->at[variant % len];
        variant /= len;
    }
    return (struct slice){0};
}

struct slice task_variant_name(struct arena *arena, const struct exercise *exercise,
                               uint32_t variant)
{
    struct buffer name = {.arena = arena};
    for (size_t i = 0; i < exercise->varies.len; i++) {
        buffer_put(&name, i ? S(" ") : S(""));
        buffer_put(&name, exercise->varies.at[i].name);
        buffer_byte(&name, '=');
        buffer_put(&name, value_of(exercise, variant, exercise->varies.at[i].name));
    }
    return name.len ? buffer_slice(&name) : S("");
}

/* ---- Values in place of names */

struct making {
    struct arena *arena;
    struct faults *faults;
    struct task *task;
};

static bool is_vary_letter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/* The NAME of {{NAME}} at the start of s, empty when it is none. */
static struct slice braced(struct slice s)
{
    size_t len = 2;
    if (!slice_starts(s, S("{{")))
        return S("");
    while (len < s.len && is_vary_letter(s.at[len]))
        len++;
    return len > 2 && slice_starts(slice_after(s, len), S("}}"))
               ? slice_first(slice_after(s, 2), len - 2)
               : S("");
}

/* A text with values; line is the number of its first line. */
static struct slice valued(struct making *making, struct slice text, uint32_t line)
{
    struct buffer out = {.arena = making->arena};
    size_t from = 0;
    for (size_t i = 0; i < text.len; i++) {
        struct slice name = text.at[i] == '{' ? braced(slice_after(text, i)) : S("");
        line += text.at[i] == '\n';
        if (!name.len)
            continue;
        struct slice value = value_of(making->task->exercise, making->task->variant, name);
        if (!value.at)
            fault_word(making->faults, line, WORDS_LESSON_VARY_UNKNOWN, name, S(""));
        buffer_put(&out, (struct slice){text.at + from, i - from});
        buffer_put(&out, value);
        i += name.len + 3;
        from = i + 1;
    }
    if (!from)
        return text;
    buffer_put(&out, slice_after(text, from));
    return out.len ? buffer_slice(&out) : S("");
}

static struct markdown valued_markdown(struct making *making, const struct markdown *markdown)
{
    struct markdown made = {0};
    for (size_t i = 0; i < markdown->len; i++) {
        struct markdown_block *block = list_add(making->arena, &made);
        *block = markdown->at[i];
        block->text = valued(making, block->text, block->line + 1);
        block->at = arena_array(making->arena, struct markdown_run, block->len);
        for (size_t r = 0; r < block->len; r++) {
            block->at[r] = markdown->at[i].at[r];
            block->at[r].text = valued(making, block->at[r].text, block->line);
        }
    }
    return made;
}

/* The text of a part as prose. */
static struct markdown prose_of(struct making *making, const struct part *part)
{
    struct markdown markdown;
    markdown_read(making->arena, making->arena, valued(making, part->text, part->line + 1),
                  &markdown);
    return markdown;
}

/* ---- Parts */

bool task_asks_line(const struct exercise *exercise)
{
    return exercise->kind == EXERCISE_RUN || exercise->measure == MEASURE_CHARACTERS_LINE;
}

void task_scene(struct arena *arena, const struct task *task, struct slice text,
                struct scene *scene)
{
    bool line = task_asks_line(task->exercise);
    scene_open(arena, &task->images, task->exercise->image, task->given, line ? S("") : text,
               scene);
    scene->line = line ? trimmed(text) : S("");
}

uint32_t task_lines_before(struct arena *arena, const struct task *task, struct slice lines)
{
    uint32_t n = 0;
    struct slice line, front = scene_front(arena, task->given, lines);
    for (; front.len; n++)
        slice_cut(front, '\n', &line, &front);
    return n;
}

static void read_asks(struct making *making, const struct part *part)
{
    struct line_walk walk = {valued(making, part->text, part->line + 1), part->line + 1};
    struct task_text ask;
    while (walk_line(making->arena, &walk, &ask.text, &ask.line) &&
           !fault_if_full(making->faults, ask.line, making->task->asks.len, PART_LINES_MAX))
        *list_add(making->arena, &making->task->asks) = ask;
}

/* A line of a predicted mistake. False when it cannot be read. */
static bool read_claim(struct making *making, struct slice row, struct claim *claim)
{
    size_t arrow = check_arrow(row);
    claim->asked = trimmed(slice_first(row, arrow));
    claim->said = trimmed(slice_after(row, arrow + 2));
    if (arrow == row.len || !claim->said.len)
        return false;
    if (making->task->exercise->kind != EXERCISE_PREDICT)
        return true;
    enum said said = said_read(making->arena, claim->said, &claim->argv);
    claim->nothing = said == SAID_NOTHING;
    return said_is_answer(said);
}

static void read_claims(struct making *making, const struct part *part, struct wrong *wrong)
{
    struct line_walk walk = {wrong->text, part->line + 1};
    struct claim claim = {0};
    for (struct slice row;
         walk_line(making->arena, &walk, &row, &claim.line) &&
         !fault_if_full(making->faults, claim.line, wrong->claims.len, PART_LINES_MAX);)
        if (read_claim(making, row, &claim))
            *list_add(making->arena, &wrong->claims) = claim;
        else
            fault_word(making->faults, claim.line, WORDS_LESSON_CLAIM_LINE, row, S(""));
}

static bool is_said(enum exercise_kind kind)
{
    return kind == EXERCISE_PREDICT || kind == EXERCISE_ORIGIN || kind == EXERCISE_SORT;
}

static void read_wrong(struct making *making, const struct part *part)
{
    const struct exercise *exercise = making->task->exercise;
    struct wrong *wrong = list_add(making->arena, &making->task->wrongs);
    *wrong = (struct wrong){.name = part->name,
                            .line = part->line,
                            .when = part->when,
                            .text = valued(making, part->text, part->line + 1),
                            .reply = valued_markdown(making, &part->reply)};
    if (is_said(exercise->kind))
        read_claims(making, part, wrong);
    else if (wrong->when)
        checks_read(making->arena, making->faults, wrong->text, part->line, false,
                    task_asks_line(exercise), &wrong->facts);
}

static void read_checks(struct making *making, bool hidden)
{
    const struct part *part;
    struct task *task = making->task;
    for (size_t i = 0; (part = exercise_part(task->exercise, BLOCK_CHECK, &i));)
        if (part->hidden == hidden)
            checks_read(making->arena, making->faults, valued(making, part->text, part->line + 1),
                        part->line, hidden, task_asks_line(task->exercise), &task->checks);
}

static void read_part(struct making *making, const struct part *part, size_t *hints)
{
    struct task *task = making->task;
    struct slice text;
    switch (part->block) {
    case BLOCK_GIVEN:
        text = valued(making, part->text, part->line + 1);
        if (!part->name.len)
            task->given = text;
        else
            scene_add(making->arena, &task->images, part->name, text);
        break;
    case BLOCK_START: task->start = valued(making, part->text, part->line + 1); break;
    case BLOCK_ASK: read_asks(making, part); break;
    case BLOCK_ANSWER:
        *list_add(making->arena, &task->answers) =
            (struct task_text){valued(making, part->text, part->line + 1), part->line};
        break;
    case BLOCK_SOLVED: task->solved = prose_of(making, part); break;
    case BLOCK_HINT:
        if (*hints < 3)
            task->hints[(*hints)++] = prose_of(making, part);
        break;
    case BLOCK_WRONG: read_wrong(making, part); break;
    case BLOCK_ITEMS:
    case BLOCK_CHECK:
    case BLOCK_VARY:
    case BLOCK_EXERCISE:
    case BLOCK_EXAMPLE:
    case BLOCK_PLAN:
    case BLOCK_COUNT: break;
    }
}

/* Items need the given lines, wherever those stand. */
static void read_items(struct making *making)
{
    size_t i = 0;
    struct task *task = making->task;
    const struct part *part = exercise_part(task->exercise, BLOCK_ITEMS, &i);
    const struct sorting sorting = {&task->images, task->given, task->exercise->image};
    if (part)
        items_read(making->arena, making->faults, &sorting,
                   valued(making, part->text, part->line + 1), part->line, &task->items);
}

void task_make(struct arena *arena, struct faults *faults, const struct exercise *exercise,
               uint32_t variant, struct task *task)
{
    struct making making = {arena, faults, task};
    size_t hints = 0;
    *task = (struct task){.exercise = exercise, .variant = variant};
    task->title = valued(&making, exercise->title, exercise->line);
    task->prose = valued_markdown(&making, &exercise->prose);
    for (size_t i = 0; i < exercise->parts.len; i++)
        read_part(&making, &exercise->parts.at[i], &hints);
    read_checks(&making, false);
    task->visible = task->checks.len;
    read_checks(&making, true);
    read_items(&making);
}

struct slice task_alone(struct arena *arena, const struct task *task, struct slice lines,
                        struct slice run)
{
    struct scene scene;
    scene_open(arena, &task->images, task->exercise->image, task->given, lines, &scene);
    return scene_alone(arena, &scene, run);
}
