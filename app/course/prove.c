/* The proof of an exercise. See prove.h.
 *
 * In: an exercise. Out: a fault for each promise of the format that it breaks. Nothing is compared
 * as text: answers and examples go through the same judging as a learner's. */
#include "app/course/prove.h"

#include "app/course/exercise.h"
#include "app/course/rows.h"
#include "app/ground/cluster.h"

enum { REPLY_COLUMNS = 76, REPLY_LINES = 3 };

struct proof {
    struct arena *arena;
    struct faults *faults;
    const struct course_replies *course;
    const struct task *task;
};

static void fail(struct proof *proof, uint32_t line, enum words_id id, struct slice word,
                 struct slice other)
{
    fault_word(proof->faults, line, id, word, other);
}

/* ---- Texts */

/* How many lines a text takes when it is wrapped at blanks. */
static unsigned lines_of(struct slice text)
{
    unsigned lines = 0, column = 0;
    while (text.len) {
        struct slice row;
        slice_cut(text, '\n', &row, &text);
        for (lines++, column = 0; row.len;) {
            unsigned width = text_columns(next_word(&row));
            bool fits = column == 0 || column + 1 + width <= REPLY_COLUMNS;
            lines += !fits;
            column = fits && column ? column + 1 + width : width;
        }
    }
    return lines;
}

static bool has_words(struct slice text, struct slice words)
{
    for (size_t i = 0; i + words.len <= text.len; i++)
        if (slice_equal_fold((struct slice){text.at + i, words.len}, words))
            return true;
    return false;
}

/* Words that no reply needs; what is quoted as code may hold them. */
static void check_tone(struct faults *faults, const struct markdown *reply, uint32_t line)
{
    static const struct slice scolding[] = {S_INIT("wrong"), S_INIT("try again"),
                                            S_INIT("incorrect"), S_INIT("mistake")};
    for (size_t b = 0; b < reply->len; b++)
        for (size_t r = 0; r < reply->at[b].len; r++)
            for (size_t i = 0; i < sizeof scolding / sizeof *scolding; i++)
                if (reply->at[b].at[r].style != MARKDOWN_CODE &&
                    has_words(reply->at[b].at[r].text, scolding[i]))
                    fault_word(faults, line, WORDS_LESSON_REPLY_SCOLDS, scolding[i], S(""));
}

/* No reply and no hint tells a line that is hidden. */
static void check_hidden(struct arena *arena, struct faults *faults, const struct markdown *text,
                         uint32_t line, const struct checks *checks, enum words_id id)
{
    for (size_t b = 0; b < text->len; b++) {
        struct slice prose = markdown_text(arena, &text->at[b]);
        for (size_t i = 0; i < checks->len; i++)
            if (checks->at[i].hidden && checks->at[i].has_run && !checks->at[i].own_line &&
                (has_words(prose, checks->at[i].run) ||
                 has_words(text->at[b].text, checks->at[i].run)))
                fault_word(faults, line, id, checks->at[i].run, S(""));
    }
}

void prove_reply(struct arena *scratch, struct faults *faults, const struct markdown *reply,
                 uint32_t line, const struct checks *hidden)
{
    struct words_args args = {0};
    for (size_t i = 0; i < reply->len; i++)
        args.number += lines_of(markdown_text(scratch, &reply->at[i]));
    if (reply->len)
        line = reply->at[0].line;
    if (args.number > REPLY_LINES)
        fault_add(faults, line, WORDS_LESSON_REPLY_LONG, &args);
    check_tone(faults, reply, line);
    if (hidden)
        check_hidden(scratch, faults, reply, line, hidden, WORDS_LESSON_REPLY_QUOTES);
}

/* ---- What is given */

static void prove_given(struct proof *proof)
{
    const struct task *task = proof->task;
    const struct exercise *exercise = task->exercise;
    size_t image = 0;
    struct scene scene;
    scene_open(proof->arena, &task->images, exercise->image, task->given, S(""), &scene);
    const struct answer *answer =
        scene_ask(proof->arena, &scene, TEXT(proof->arena, S("docker run "), exercise->image));
    for (size_t i = 0; i < exercise->parts.len; i++) {
        const struct part *part = &exercise->parts.at[i];
        if (part->block != BLOCK_GIVEN)
            continue;
        bool further = part->name.len != 0;
        bool built = further ? task->images.at[image].built : answer_ending(answer) != ENDS_BUILD;
        struct slice message =
            further ? task->images.at[image].failure.message : answer->failure.message;
        image += further;
        if (!built)
            fail(proof, part->line, WORDS_LESSON_GIVEN_FAILS, S(""), message);
        for (size_t a = 0; !further && a < answer->build.assumed.len; a++)
            fault_warn(proof->faults, part->line, WORDS_LESSON_BASE_UNKNOWN,
                       &(struct words_args){.word = answer->build.assumed.at[a].text});
    }
}

/* ---- Answers */

static struct slice shown_args(struct arena *arena, const struct args *args)
{
    struct buffer out = {.arena = arena};
    quote_json_array(&out, args);
    return buffer_slice(&out);
}

/* What a result wants and what it got, as one reads it. */
static struct slice wanted_of(struct arena *arena, const struct result *result)
{
    return result->wants_argv && !result->wanted.len ? shown_args(arena, &result->argv)
                                                     : result->wanted;
}

static struct slice got_of(struct arena *arena, const struct result *result)
{
    if (result->got.len)
        return result->got;
    if (result->answer && result->answer->has_plan) {
        struct args words = plan_words(arena, &result->answer->plan);
        return shown_args(arena, &words);
    }
    return TEXT(arena, S("fails "), ending_name(result->ending));
}

static void prove_answer(struct proof *proof, size_t index)
{
    const struct task *task = proof->task;
    const struct task_text *answer = &task->answers.at[index];
    struct attempt attempt;
    attempt_make(proof->arena, task, &(struct work){.text = answer->text}, &attempt);
    for (size_t i = 0; i < attempt.results.len; i++) {
        const struct result *result = &attempt.results.at[i];
        if (result->ending == ENDS_UNKNOWN || result->ending == ENDS_TOO_LARGE)
            fail(proof, result->line, WORDS_LESSON_CHECK_OPEN, result->asked, S(""));
        if (!result->holds)
            fault_add(proof->faults, answer->line, WORDS_LESSON_ANSWER_FAILS,
                      &(struct words_args){.word = result->asked,
                                           .other = wanted_of(proof->arena, result),
                                           .file = got_of(proof->arena, result)});
    }
    struct buffer score = {.arena = proof->arena};
    buffer_number(&score, attempt.score);
    if (task->exercise->measure != MEASURE_NONE &&
        (attempt.over_par || (index == 0 && attempt.score != task->exercise->par)))
        fault_add(
            proof->faults, answer->line, WORDS_LESSON_PAR,
            &(struct words_args){.number = task->exercise->par, .other = buffer_slice(&score)});
    if (index && slice_equal(trimmed(answer->text), trimmed(task->answers.at[index - 1].text)))
        fail(proof, answer->line, WORDS_LESSON_ANSWERS_SAME, S(""), S(""));
}

/* Where the exercise stands at its beginning: its start, or nothing typed. */
static void prove_start(struct proof *proof)
{
    struct attempt attempt;
    size_t i = 0;
    const struct exercise *exercise = proof->task->exercise;
    const struct part *start = exercise_part(exercise, BLOCK_START, &i);
    attempt_make(proof->arena, proof->task, &(struct work){.text = proof->task->start}, &attempt);
    bool fails = attempt.over_par;
    for (i = 0; i < proof->task->visible; i++)
        fails = fails || !attempt.results.at[i].holds;
    if (!fails)
        fail(proof, start ? start->line : exercise->line, WORDS_LESSON_SOLVED_EARLY, S(""), S(""));
}

/* ---- Predicted mistakes */

/* Whether a claim alone, all else said rightly, is right too. */
static bool is_true(struct proof *proof, const struct claim *claim)
{
    struct claim copy = *claim;
    struct wrong alone = {.claims = {.at = &copy, .len = 1}};
    struct work work;
    struct attempt attempt;
    wrong_work(proof->arena, proof->task, &alone, &work);
    attempt_make(proof->arena, proof->task, &work, &attempt);
    return attempt.holds;
}

/* A claim must be about something that is asked, and must not be right. */
static bool prove_claim(struct proof *proof, const struct claim *claim)
{
    const struct task *task = proof->task;
    bool sort = task->exercise->kind == EXERCISE_SORT, asked = false, known = !sort;
    const struct slice *classes = sort_classes(task->items.by);
    for (size_t i = 0; i < (sort ? task->items.len : task->asks.len); i++)
        asked = asked ||
                slice_equal(sort ? task->items.at[i].text : task->asks.at[i].text, claim->asked);
    for (size_t i = 0; i < 3; i++)
        known = known || slice_equal(classes[i], claim->said);
    if (!asked)
        fail(proof, claim->line, WORDS_LESSON_CLAIM_NOT_ASKED, claim->asked, S(""));
    else if (!known)
        fail(proof, claim->line, WORDS_LESSON_CLAIM_LINE, claim->said, S(""));
    else if (is_true(proof, claim))
        fail(proof, claim->line, WORDS_LESSON_CLAIM_TRUE, claim->asked, S(""));
    else
        return true;
    return false;
}

static void prove_facts(struct proof *proof, const struct wrong *wrong)
{
    const struct task *task = proof->task;
    struct scene scene;
    for (size_t i = 0; i < task->answers.len; i++) {
        task_scene(proof->arena, task, task->answers.at[i].text, &scene);
        if (wrong_facts_hold(proof->arena, wrong, &scene))
            fail(proof, wrong->line, WORDS_LESSON_WHEN_HOLDS, wrong->name, S(""));
    }
}

/* Whether the example of another wrong fails just so. */
static bool fails_alike(struct proof *proof, struct slice name, struct slice signature)
{
    const struct wrongs *wrongs = &proof->task->wrongs;
    for (size_t i = 0; i < wrongs->len; i++) {
        struct work work;
        struct attempt attempt;
        if (wrongs->at[i].when || !slice_equal(wrongs->at[i].name, name))
            continue;
        wrong_work(proof->arena, proof->task, &wrongs->at[i], &work);
        attempt_make(proof->arena, proof->task, &work, &attempt);
        return slice_equal(attempt.signature, signature);
    }
    return false;
}

static void prove_example(struct proof *proof, const struct wrong *wrong)
{
    struct work work;
    struct attempt attempt;
    struct reply reply;
    wrong_work(proof->arena, proof->task, wrong, &work);
    attempt_make(proof->arena, proof->task, &work, &attempt);
    if (attempt_passes(&attempt)) {
        fail(proof, wrong->line, WORDS_LESSON_WRONG_PASSES, wrong->name, S(""));
        return;
    }
    reply_find(proof->arena, proof->course, &attempt, &reply);
    if (!slice_equal(reply.name, wrong->name))
        fail(proof, wrong->line,
             reply.from == REPLY_WRONG && fails_alike(proof, reply.name, attempt.signature)
                 ? WORDS_LESSON_WRONG_SAME
                 : WORDS_LESSON_WRONG_OTHER,
             wrong->name, reply.name);
}

static void prove_wrong(struct proof *proof, const struct wrong *wrong)
{
    bool said = task_is_said(proof->task->exercise), good = true;
    prove_reply(proof->arena, proof->faults, &wrong->reply, wrong->line, &proof->task->checks);
    for (size_t i = 0; i < wrong->claims.len; i++)
        good = prove_claim(proof, &wrong->claims.at[i]) && good;
    if (said && wrong->when)
        fail(proof, wrong->line, WORDS_LESSON_WHEN_SAID, wrong->name, S(""));
    if (said && !wrong->claims.len)
        fail(proof, wrong->line, WORDS_LESSON_CLAIM_LINE, wrong->name, S(""));
    else if (wrong->when && !said)
        prove_facts(proof, wrong);
    else if (good)
        prove_example(proof, wrong);
}

static void prove_hints(struct proof *proof)
{
    size_t n = 0;
    const struct part *part;
    for (size_t i = 0; (part = exercise_part(proof->task->exercise, BLOCK_HINT, &i)) && n < 3; n++)
        check_hidden(proof->arena, proof->faults, &proof->task->hints[n], part->line,
                     &proof->task->checks, WORDS_LESSON_HINT_QUOTES);
}

/* ---- Questions */

static void put_prediction(struct buffer *out, const struct proof *proof, uint32_t line,
                           struct slice asked, struct slice said)
{
    buffer_put(out, proof->faults->file);
    buffer_byte(out, ':');
    buffer_number(out, line);
    buffer_put(out, S(": "));
    buffer_put(out, asked);
    buffer_put(out, S(" => "));
    buffer_put(out, said);
    buffer_byte(out, '\n');
}

static void prove_questions(struct proof *proof, struct buffer *predictions)
{
    const struct task *task = proof->task;
    for (size_t i = 0; i < task->asks.len; i++) {
        const struct task_text *ask = &task->asks.at[i];
        const struct answer *answer = task_ask(proof->arena, task, ask->text);
        enum ending ending = answer_ending(answer);
        bool origin = task->exercise->kind == EXERCISE_ORIGIN;
        if (ending == ENDS_UNKNOWN || ending == ENDS_TOO_LARGE || ending == ENDS_NO_CONTAINER ||
            (origin && !answer->has_plan))
            fail(proof, ask->line, WORDS_LESSON_CHECK_OPEN, ask->text, S(""));
        struct args words = plan_words(proof->arena, &answer->plan);
        struct slice said = !answer->has_plan
                                ? TEXT(proof->arena, S("nothing starts: "), ending_name(ending))
                            : origin ? plan_letters(proof->arena, &answer->plan)
                                     : shown_args(proof->arena, &words);
        if (predictions)
            put_prediction(predictions, proof, ask->line, ask->text, said);
    }
    for (size_t i = 0; predictions && i < task->items.len; i++)
        put_prediction(predictions, proof, task->items.at[i].line, task->items.at[i].text,
                       task->items.at[i].class_name);
}

/* ---- Variants */

static bool names_it(struct arena *arena, const struct exercise *exercise, struct slice name)
{
    struct slice braces = TEXT(arena, S("{{"), name, S("}}"));
    if (has_words(exercise->title, braces))
        return true;
    for (size_t i = 0; i < exercise->parts.len; i++)
        if (has_words(exercise->parts.at[i].text, braces))
            return true;
    for (size_t i = 0; i < exercise->prose.len; i++)
        if (has_words(markdown_text(arena, &exercise->prose.at[i]), braces))
            return true;
    return false;
}

static void prove_varies(struct arena *arena, struct faults *faults,
                         const struct exercise *exercise)
{
    const struct words_args args = {.number = task_variants(exercise)};
    for (size_t i = 0; i < exercise->varies.len; i++)
        if (!names_it(arena, exercise, exercise->varies.at[i].name))
            fault_word(faults, exercise->varies.at[i].line, WORDS_LESSON_VARY_UNUSED,
                       exercise->varies.at[i].name, S(""));
    if (args.number > PROVED_VARIANTS)
        fault_add(faults, exercise->varies.at[0].line, WORDS_LESSON_VARY_MANY, &args);
}

static void prove_task(struct proof *proof)
{
    const struct task *task = proof->task;
    prove_given(proof);
    for (size_t i = 0; i < task->answers.len; i++)
        prove_answer(proof, i);
    if (!task_is_said(task->exercise))
        prove_start(proof);
    for (size_t i = 0; i < task->wrongs.len; i++)
        prove_wrong(proof, &task->wrongs.at[i]);
    prove_hints(proof);
}

uint32_t prove_exercise(struct arena *scratch, struct faults *faults,
                        const struct course_replies *course, const struct exercise *exercise,
                        struct buffer *predictions)
{
    uint32_t variants = task_variants(exercise);
    variants = variants < PROVED_VARIANTS ? variants : PROVED_VARIANTS;
    for (uint32_t variant = 0; variant < variants; variant++) {
        struct task task;
        struct proof proof = {scratch, faults, course, &task};
        arena_reset(scratch, 0);
        faults->variant = S("");
        if (variant)
            faults->variant = task_variant_name(scratch, exercise, variant);
        if (!variant)
            prove_varies(scratch, faults, exercise);
        task_make(scratch, faults, exercise, variant, &task);
        task_sign(scratch, &task);
        prove_task(&proof);
        prove_questions(&proof, predictions);
    }
    faults->variant = S("");
    return variants;
}
