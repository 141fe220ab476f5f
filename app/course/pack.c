/* Packs: read, and proved as a whole. See pack.h.
 *
 * In: lesson files. Out: faults. What one exercise promises is proved in prove.c; here is what
 * concerns several: ids, links, plans, mistakes that are told of, beliefs that are told apart. */
#include "app/course/pack.h"

#include "app/course/example.h"
#include "app/course/exercise.h"
#include "app/course/prove.h"
#include "app/course/rows.h"

/* ---- Reading */

/* What a path has in front of the file's name, and that name. */
static struct slice directory_of(struct slice file)
{
    while (file.len && file.at[file.len - 1] != '/')
        file.len--;
    return file;
}

static struct slice base_name(struct slice file)
{
    return slice_after(file, directory_of(file).len);
}

static void take_replies(struct arena *arena, struct faults *faults, const struct lesson *lesson,
                         struct pack *pack)
{
    for (size_t i = 0; i < lesson->replies.len; i++) {
        const struct course_reply *reply = &lesson->replies.at[i];
        for (size_t k = 0; k < i; k++)
            if (lesson->replies.at[k].rule == reply->rule &&
                lesson->replies.at[k].failure == reply->failure)
                fault_word(faults, reply->line, WORDS_LESSON_RULE_TWICE,
                           course_reply_name(arena, reply), S(""));
        *list_add(arena, &pack->replies) = *reply;
    }
}

/* Reads one file. What is too large for memory, such as a million brackets, is refused. */
static void read_lesson(struct arena *arena, struct arena *scratch, struct faults *faults,
                        const struct shelf_file *file, struct lesson *lesson)
{
    jmp_buf guard, *outer = arena->guard, *scratch_outer = scratch->guard;
    arena_reset(scratch, file->bytes.len * 4);
    arena->guard = scratch->guard = &guard;
    if (setjmp(guard) == 0)
        lesson_read(arena, scratch, file->name, file->bytes, faults, lesson);
    else
        lesson->exercises.len = 0;
    arena->guard = outer;
    scratch->guard = scratch_outer;
    if (arena->stopped || scratch->stopped)
        fault_add(faults, 0, WORDS_LESSON_TOO_LARGE, NULL);
    arena->stopped = scratch->stopped = ARENA_RUNNING;
}

void pack_read(struct arena *arena, struct arena *scratch, struct faults *faults,
               const struct shelf *shelf, struct pack *pack)
{
    *pack = (struct pack){0};
    for (size_t i = 0; i < shelf->len; i++) {
        const struct shelf_file *file = &shelf->at[i];
        faults->file = file->name;
        if (lesson_role_of(file->name) == LESSON_NO_ROLE) {
            *list_add(arena, &pack->guides) = (struct guide){directory_of(file->name), file->bytes};
            continue;
        }
        struct lesson *lesson = arena_new(arena, struct lesson);
        read_lesson(arena, scratch, faults, file, lesson);
        if (lesson->role == LESSON_REPLIES)
            take_replies(arena, faults, lesson, pack);
        *list_add(arena, pack) = lesson;
    }
}

const struct exercise *pack_exercise(const struct pack *pack, struct slice id)
{
    for (size_t i = 0; i < pack->len; i++)
        for (size_t k = 0; k < pack->at[i]->exercises.len; k++)
            if (slice_equal(pack->at[i]->exercises.at[k].id, id))
                return &pack->at[i]->exercises.at[k];
    return NULL;
}

/* ---- The whole pack */

/* Beliefs in the questions of predict: which one a question brings to light, and which two it tells
 * apart. */
struct beliefs_seen {
    const struct exercise *where[BELIEF_COUNT]; /* null: none does */
    uint32_t line[BELIEF_COUNT];
    bool apart[BELIEF_COUNT][BELIEF_COUNT];
};

struct checking {
    struct arena *held, *scratch;
    struct faults *faults;
    const struct pack *pack;
    struct buffer *predictions;
    struct pack_count *count;
    struct names ids; /* of exercises, to the index in places */
    struct {
        struct slice *at;
        size_t len, cap;
    } places;
    struct beliefs_seen beliefs;
};

static void fail(struct checking *checking, uint32_t line, enum words_id id, struct slice word,
                 struct slice other)
{
    fault_word(checking->faults, line, id, word, other);
}

/* Ids and slugs are each there once; in front of a slug's name stands what no id can hold. */
static void check_twice(struct checking *checking, struct slice file, uint32_t line,
                        struct slice name, enum words_id id)
{
    struct slice key = id == WORDS_LESSON_SLUG_TWICE ? TEXT(checking->held, S("#"), name) : name;
    uint32_t index = names_get(&checking->ids, key);
    if (index != NAMES_NONE) {
        fail(checking, line, id, name, checking->places.at[index]);
        return;
    }
    struct buffer place = {.arena = checking->held};
    buffer_put(&place, file);
    buffer_byte(&place, ':');
    buffer_number(&place, line);
    names_set(checking->held, &checking->ids, key, (uint32_t)checking->places.len);
    *list_add(checking->held, &checking->places) = buffer_slice(&place);
}

static void check_names(struct checking *checking)
{
    for (size_t i = 0; i < checking->pack->len; i++) {
        const struct lesson *lesson = checking->pack->at[i];
        checking->faults->file = lesson->file;
        if (lesson->role == LESSON_NUMBERED)
            check_twice(checking, lesson->file, 1, lesson->slug, WORDS_LESSON_SLUG_TWICE);
        for (size_t k = 0; k < lesson->exercises.len; k++) {
            const struct exercise *exercise = &lesson->exercises.at[k];
            if (exercise->id.len)
                check_twice(checking, lesson->file, exercise->line, exercise->id,
                            WORDS_LESSON_ID_TWICE);
        }
    }
}

/* ---- Mistakes: README.md's table has a row "| M28 | …" for each. */

static const struct guide *guide_of(const struct pack *pack, struct slice file)
{
    for (size_t i = 0; i < pack->guides.len; i++)
        if (slice_equal(pack->guides.at[i].directory, directory_of(file)))
            return &pack->guides.at[i];
    return NULL;
}

static bool tells(struct slice guide, struct slice head)
{
    while (guide.len) {
        struct slice row;
        slice_cut(guide, '\n', &row, &guide);
        if (slice_starts(row, head))
            return true;
    }
    return false;
}

static void check_cures(struct checking *checking, const struct exercise *exercise)
{
    const struct guide *guide = guide_of(checking->pack, exercise->lesson->file);
    for (size_t i = 0; guide && i < exercise->cures.len; i++)
        if (!tells(guide->text, TEXT(checking->scratch, S("| "), exercise->cures.at[i], S(" "))))
            fail(checking, exercise->line, WORDS_LESSON_MISTAKE_UNKNOWN, exercise->cures.at[i],
                 S(""));
}

/* ---- Links */

/* A heading as forges make an anchor of it: small letters, blanks to -, no punctuation. */
static bool is_anchor_of(struct arena *arena, struct slice heading, struct slice anchor)
{
    struct buffer made = {.arena = arena};
    for (size_t i = 0; i < heading.len; i++) {
        char c = heading.at[i];
        bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
                      (unsigned char)c >= 0x80;
        if (c >= 'A' && c <= 'Z')
            buffer_byte(&made, (char)(c - 'A' + 'a'));
        else if (c == ' ' || letter)
            buffer_byte(&made, c == ' ' ? '-' : c);
    }
    return slice_equal(buffer_slice(&made), anchor);
}

static bool has_anchor(struct arena *arena, const struct lesson *lesson, struct slice anchor)
{
    if (is_anchor_of(arena, lesson->title, anchor))
        return true;
    for (size_t i = 0; i < lesson->exercises.len; i++)
        if (is_anchor_of(arena, lesson->exercises.at[i].title, anchor))
            return true;
    for (size_t i = 0; i < lesson->prose.len; i++)
        if (lesson->prose.at[i].kind == MARKDOWN_HEADING &&
            is_anchor_of(arena, markdown_text(arena, &lesson->prose.at[i]), anchor))
            return true;
    return false;
}

static bool link_leads(struct checking *checking, const struct lesson *lesson, struct slice link)
{
    struct slice file, anchor;
    if (slice_starts(link, S("https://")) || slice_starts(link, S("http://")))
        return true;
    slice_cut(link, '#', &file, &anchor);
    if (slice_equal(file, S("README.md")))
        return guide_of(checking->pack, lesson->file) != NULL;
    for (size_t i = 0; file.len && i < checking->pack->len; i++)
        if (slice_equal(base_name(checking->pack->at[i]->file), file))
            return !anchor.len || has_anchor(checking->scratch, checking->pack->at[i], anchor);
    return !file.len && anchor.len && has_anchor(checking->scratch, lesson, anchor);
}

static void check_links(struct checking *checking, const struct lesson *lesson,
                        const struct markdown *prose)
{
    for (size_t b = 0; b < prose->len; b++)
        for (size_t r = 0; r < prose->at[b].len; r++) {
            const struct markdown_run *run = &prose->at[b].at[r];
            if (run->link.len && !link_leads(checking, lesson, run->link))
                fail(checking, prose->at[b].line, WORDS_LESSON_LINK_DEAD, run->link, S(""));
        }
}

/* ---- Beliefs */

/* What a belief expects of a question, where that is not what happens. */
static bool speaks(struct arena *arena, enum belief belief, const struct answer *answer,
                   struct args *expected)
{
    const struct belief_input input = scene_belief(answer);
    struct args truth = plan_words(arena, &answer->plan);
    *expected = (struct args){0};
    return belief_expects(arena, belief, &input, expected) && !args_equal(expected, &truth);
}

/* Whether somebody with one of them answers otherwise than somebody with the other. */
static bool differ(bool a_speaks, const struct args *a, bool b_speaks, const struct args *b)
{
    return a_speaks != b_speaks || (a_speaks && !args_equal(a, b));
}

static void compare_beliefs(struct checking *checking, const struct exercise *exercise,
                            const struct task_text *ask, const struct answer *answer)
{
    struct args expected[BELIEF_COUNT];
    bool speak[BELIEF_COUNT];
    struct beliefs_seen *seen = &checking->beliefs;
    for (unsigned a = 0; a < BELIEF_COUNT; a++) {
        speak[a] = speaks(checking->scratch, (enum belief)a, answer, &expected[a]);
        if (speak[a] && !seen->where[a]) {
            seen->where[a] = exercise;
            seen->line[a] = ask->line;
        }
    }
    for (unsigned a = 0; a < BELIEF_COUNT; a++)
        for (unsigned b = 0; b < BELIEF_COUNT; b++)
            if (differ(speak[a], &expected[a], speak[b], &expected[b]))
                seen->apart[a][b] = true;
}

/* The line of one exercise on which two beliefs differ; asks.len when there is none. */
static size_t ask_apart(struct arena *scratch, const struct task *task, enum belief a,
                        enum belief b)
{
    for (size_t i = 0; i < task->asks.len; i++) {
        struct args x, y;
        const struct answer *answer = task_ask(scratch, task, task->asks.at[i].text);
        if (!answer->has_request)
            continue;
        bool a_speaks = speaks(scratch, a, answer, &x), b_speaks = speaks(scratch, b, answer, &y);
        if (differ(a_speaks, &x, b_speaks, &y))
            return i;
    }
    return task->asks.len;
}

bool exercise_apart(struct arena *scratch, const struct exercise *exercise, enum belief a,
                    enum belief b, size_t *ask)
{
    struct faults ignored = {.arena = scratch};
    struct task task;
    if (!exercise->usable || exercise->kind != EXERCISE_PREDICT)
        return false;
    arena_reset(scratch, 0);
    task_make(scratch, &ignored, exercise, 0, &task);
    *ask = ask_apart(scratch, &task, a, b);
    return *ask < task.asks.len;
}

static void see_beliefs(struct checking *checking, const struct exercise *exercise)
{
    struct task task;
    struct faults ignored = {.arena = checking->scratch};
    if (exercise->kind != EXERCISE_PREDICT || !exercise->usable)
        return;
    arena_reset(checking->scratch, 0);
    task_make(checking->scratch, &ignored, exercise, 0, &task);
    for (size_t i = 0; i < task.asks.len; i++) {
        const struct answer *answer = task_ask(checking->scratch, &task, task.asks.at[i].text);
        if (answer->has_request)
            compare_beliefs(checking, exercise, &task.asks.at[i], answer);
    }
}

static void check_beliefs(struct checking *checking)
{
    const struct beliefs_seen *seen = &checking->beliefs;
    for (unsigned a = 0; a < BELIEF_COUNT; a++)
        for (unsigned b = a + 1; b < BELIEF_COUNT; b++)
            if (seen->where[a] && seen->where[b] && !seen->apart[a][b]) {
                const struct words_args args = {.word = belief_name((enum belief)a),
                                                .other = belief_name((enum belief)b)};
                checking->faults->file = seen->where[b]->lesson->file;
                fault_warn(checking->faults, seen->line[b], WORDS_LESSON_BELIEFS_ALIKE, &args);
            }
}

/* ---- One lesson */

static bool has_slug(const struct pack *pack, struct slice slug)
{
    for (size_t i = 0; i < pack->len; i++)
        if (pack->at[i]->role == LESSON_NUMBERED && slice_equal(pack->at[i]->slug, slug))
            return true;
    return false;
}

/* What is too large for memory, as by values of values, is refused. */
static void prove(struct checking *checking, const struct exercise *exercise)
{
    jmp_buf guard, *outer = checking->scratch->guard;
    checking->scratch->guard = &guard;
    if (setjmp(guard) == 0)
        checking->count->variants +=
            prove_exercise(checking->scratch, checking->faults, &checking->pack->replies, exercise,
                           checking->predictions);
    else
        fail(checking, exercise->line, WORDS_LESSON_TOO_LARGE, exercise->id, S(""));
    checking->scratch->guard = outer;
    checking->faults->variant = S("");
}

static void check_exercise(struct checking *checking, const struct lesson *lesson,
                           const struct exercise *exercise)
{
    check_cures(checking, exercise);
    check_links(checking, lesson, &exercise->prose);
    for (size_t i = 0; i < exercise->parts.len; i++)
        check_links(checking, lesson, &exercise->parts.at[i].reply);
    if (exercise->leads.len && !has_slug(checking->pack, exercise->leads))
        fail(checking, exercise->line, WORDS_LESSON_LEADS, exercise->leads, S(""));
    if (lesson->role == LESSON_START && !exercise->leads.len)
        fail(checking, exercise->line, WORDS_LESSON_FIELD_MISSING, S("leads"),
             S("the slug of a lesson"));
    checking->count->exercises++;
    if (exercise->usable)
        prove(checking, exercise);
}

static void check_lesson(struct checking *checking, const struct lesson *lesson)
{
    checking->faults->file = lesson->file;
    checking->count->files++;
    arena_reset(checking->scratch, 0);
    check_links(checking, lesson, &lesson->prose);
    for (size_t i = 0; i < lesson->prose.len; i++)
        if (lesson->prose.at[i].kind == MARKDOWN_FENCED)
            example_prove(checking->scratch, checking->faults, &lesson->prose.at[i]);
    for (size_t i = 0; i < lesson->plan.len; i++)
        if (!pack_exercise(checking->pack, lesson->plan.at[i].id) &&
            names_get(&checking->pack->elsewhere, lesson->plan.at[i].id) == NAMES_NONE)
            fail(checking, lesson->plan.at[i].line, WORDS_LESSON_PLAN_ID, lesson->plan.at[i].id,
                 S(""));
    for (size_t i = 0; i < lesson->replies.len; i++)
        prove_reply(checking->scratch, checking->faults, &lesson->replies.at[i].reply,
                    lesson->replies.at[i].line, NULL);
    for (size_t i = 0; i < lesson->exercises.len; i++)
        check_exercise(checking, lesson, &lesson->exercises.at[i]);
}

void pack_check(struct arena *held, struct arena *scratch, struct faults *faults,
                const struct pack *pack, struct slice only, struct buffer *predictions,
                struct pack_count *count)
{
    struct checking *checking = arena_new(held, struct checking);
    *checking = (struct checking){.held = held,
                                  .scratch = scratch,
                                  .faults = faults,
                                  .pack = pack,
                                  .predictions = predictions,
                                  .count = count};
    check_names(checking);
    for (size_t i = 0; i < pack->len; i++)
        if (!only.len || slice_equal(only, pack->at[i]->file))
            check_lesson(checking, pack->at[i]);
    for (size_t i = 0; i < pack->len; i++)
        for (size_t k = 0; k < pack->at[i]->exercises.len; k++)
            see_beliefs(checking, &pack->at[i]->exercises.at[k]);
    check_beliefs(checking);
}
