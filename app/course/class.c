/* Progress of many, run again. See class.h. In: events of learners. Out: states, counts. */
#include "app/course/class.h"

#include "app/course/attempt.h"

enum { STUCK = 3 };

static void add_outline(struct class *class, size_t lesson, const struct outline *outline)
{
    for (size_t i = 0; i < outline->len; i++) {
        if (names_get(&class->index, outline->at[i].id) != NAMES_NONE)
            continue;
        names_set(class->arena, &class->index, outline->at[i].id, (uint32_t) class->len);
        *list_add(class->arena, class) = (struct class_exercise){
            .id = outline->at[i].id, .title = outline->at[i].title, .place = {lesson, i}};
    }
}

void class_open(struct arena *arena, struct course *course, struct class *class)
{
    *class = (struct class){.arena = arena, .course = course};
    for (size_t i = 0; i < course->len; i++)
        add_outline(class, i, &course->at[i].outline);
}

static void note_beliefs(struct class_learner *learner, struct slice names)
{
    for (struct slice name; names.len;) {
        slice_cut(names, ' ', &name, &names);
        for (unsigned belief = 0; belief < BELIEF_COUNT; belief++)
            if (slice_equal(name, belief_name((enum belief)belief)))
                learner->beliefs[belief] = true;
    }
}

void class_add(struct class *class, struct slice name, const struct deeds *deeds)
{
    if (class->learners_len == class->learners_cap)
        class->learners = arena_grow(class->arena, class->learners, class->learners_len,
                                     &class->learners_cap, sizeof *class->learners);
    struct class_learner *learner = &class->learners[class->learners_len++];
    *learner = (struct class_learner){
        .name = name,
        .deeds = *deeds,
        .records = arena_take_zero(class->arena, class->len, sizeof(struct record))};
    for (size_t i = 0; i < deeds->len; i++) {
        const struct deed *deed = &deeds->at[i];
        learner->foreign += names_get(&class->index, deed->exercise) == NAMES_NONE;
        note_beliefs(learner, deed->beliefs);
    }
}

/* ---- Running again */

/* An event, whose it is, and what it belongs to. */
struct claim_row {
    struct class_learner *learner;
    const struct deed *deed;
    size_t next; /* of the same exercise, and one more; 0: the last */
};

struct rerun {
    struct class *class;
    struct arena *scratch;
    const struct exercise *exercise;
    struct names seen;  /* variant and answer, to 1 when it passes */
    struct names tasks; /* variant, to the index in made */
    struct {
        struct task **at;
        size_t len, cap;
    } made;
};

static struct slice key_of(struct rerun *rerun, uint32_t variant, struct slice answer)
{
    struct buffer key = {.arena = rerun->scratch};
    buffer_number(&key, variant);
    buffer_byte(&key, ' ');
    buffer_put(&key, answer);
    return buffer_slice(&key);
}

static struct task *task_of(struct rerun *rerun, uint32_t variant)
{
    struct faults faults = {.arena = rerun->scratch};
    struct slice key = key_of(rerun, variant, S(""));
    uint32_t at = names_get(&rerun->tasks, key);
    if (at != NAMES_NONE)
        return rerun->made.at[at];
    struct task *task = arena_new(rerun->scratch, struct task);
    task_make(rerun->scratch, &faults, rerun->exercise, variant, task);
    names_set(rerun->scratch, &rerun->tasks, key, (uint32_t)rerun->made.len);
    *list_add(rerun->scratch, &rerun->made) = task;
    return task;
}

static bool passes(struct rerun *rerun, const struct deed *deed)
{
    struct slice key = key_of(rerun, deed->variant, deed->answer), rest = deed->answer;
    uint32_t seen = names_get(&rerun->seen, key);
    struct attempt *attempt = arena_new(rerun->scratch, struct attempt);
    if (seen != NAMES_NONE)
        return seen;
    const struct task *task = task_of(rerun, deed->variant % task_variants(rerun->exercise));
    struct work work = {.text = deed->answer};
    if (task_is_said(rerun->exercise)) {
        work.said_len = task->items.len ? task->items.len : task->asks.len;
        struct slice *said = arena_array(rerun->scratch, struct slice, work.said_len);
        for (size_t i = 0; i < work.said_len; i++)
            slice_cut(rest, '\n', &said[i], &rest);
        work.said = said;
    }
    attempt_make(rerun->scratch, task, &work, attempt);
    bool good = attempt_passes(attempt);
    names_set(rerun->scratch, &rerun->seen, key, good);
    return good;
}

static void take(struct rerun *rerun, const struct claim_row *row, size_t index)
{
    struct deed deed = *row->deed;
    if (deed.kind == DEED_ATTEMPT && rerun->exercise) {
        deed.passed = passes(rerun, row->deed);
        row->learner->unborne += row->deed->passed && !deed.passed;
    }
    record_add(&row->learner->records[index], &deed);
}

void class_rerun(struct class *class, struct arena *scratch)
{
    struct {
        struct claim_row *at;
        size_t len, cap;
    } rows = {0};
    size_t *first = arena_take_zero(class->arena, class->len, sizeof *first);
    for (size_t l = class->learners_len; l-- > 0;)
        for (size_t d = class->learners[l].deeds.len; d-- > 0;) {
            const struct deed *deed = &class->learners[l].deeds.at[d];
            uint32_t index = names_get(&class->index, deed->exercise);
            if (index == NAMES_NONE)
                continue;
            *list_add(class->arena, &rows) =
                (struct claim_row){&class->learners[l], deed, first[index]};
            first[index] = rows.len;
        }
    for (size_t i = 0; i < class->len; i++) {
        struct class_exercise *exercise = &class->at[i];
        if (first[i]) {
            const struct lesson *lesson =
                course_read(class->course, course_lesson(class->course, exercise->place));
            const struct exercise *read = &lesson->exercises.at[exercise->place.exercise];
            arena_reset(scratch, (size_t)64 << 20);
            struct rerun rerun = {
                .class = class, .scratch = scratch, .exercise = read->usable ? read : NULL};
            for (size_t at = first[i]; at; at = rows.at[at - 1].next)
                take(&rerun, &rows.at[at - 1], i);
        }
        for (size_t l = 0; l < class->learners_len; l++)
            exercise->of[class->learners[l].records[i].state]++;
    }
}

bool class_is_stuck(const struct record *record)
{
    return record->state == RECORD_WORKING && record->attempts >= STUCK && !record->passed;
}
