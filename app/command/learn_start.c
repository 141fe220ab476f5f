/* The first start: three predictions before anything is explained. See learn.h.
 *
 * In: start.md. Out: the lesson to begin with: that of the first prediction that was missed. Asked
 * again later they are shown beside what was said at first. */
#include "app/command/learn.h"

static const struct lesson *start_lesson(struct learn *learn)
{
    return course_read(&learn->course, &learn->course.start);
}

static void read_record(struct learn *learn, const struct exercise *exercise, struct record *record)
{
    store_record(&learn->store, learn->report.arena, exercise->id, record);
}

/* The first question that was not answered yet; their number when all are. */
static size_t first_unanswered(struct learn *learn, const struct lesson *lesson)
{
    struct record record;
    size_t i = 0;
    for (; i < lesson->exercises.len; i++) {
        read_record(learn, &lesson->exercises.at[i], &record);
        if (lesson->exercises.at[i].usable && !record.attempts && !record.shown)
            break;
    }
    return i;
}

/* Whether anything but these questions was worked on. */
static bool has_begun(struct learn *learn, const struct lesson *lesson)
{
    struct records records = {0};
    size_t own = 0;
    store_records(&learn->store, learn->report.arena, &records);
    for (size_t i = 0; i < records.len; i++)
        for (size_t k = 0; k < lesson->exercises.len; k++)
            own += slice_equal(records.at[i].exercise, lesson->exercises.at[k].id);
    return records.len > own;
}

bool learn_is_first(struct learn *learn)
{
    if (!learn->course.start.file ||
        store_setting(&learn->store, learn->report.arena, S("start")).len)
        return false;
    const struct lesson *lesson = start_lesson(learn);
    return first_unanswered(learn, lesson) < lesson->exercises.len && !has_begun(learn, lesson);
}

void learn_start(struct learn *learn)
{
    const struct lesson *lesson = start_lesson(learn);
    size_t first = first_unanswered(learn, lesson);
    learn->place = (struct course_place){SIZE_MAX, first < lesson->exercises.len ? first : 0};
    learn->review.len = 0;
    learn_title(learn, lesson->title);
    report_gap(&learn->report);
    page_prose(&learn->page, &lesson->prose, 0);
    report_gap(&learn->report);
    learn_say(learn, WORDS_LEARN_START_HOW, NULL);
    learn_exercise(learn);
}

/* The index of the lesson to begin with: the one that the first missed question leads to; behind
 * the furthest of them when none was missed. */
static size_t lesson_to_begin(struct learn *learn, const struct lesson *lesson)
{
    size_t furthest = 0;
    for (size_t i = 0; i < lesson->exercises.len; i++) {
        struct record record;
        size_t leads = course_named(&learn->course, lesson->exercises.at[i].leads);
        read_record(learn, &lesson->exercises.at[i], &record);
        if (leads == SIZE_MAX)
            continue;
        if (record.state != RECORD_SOLVED && record.state != RECORD_HELD)
            return leads;
        furthest = leads + 1 > furthest ? leads + 1 : furthest;
    }
    return furthest < learn->course.len ? furthest : 0;
}

/* What was said at first, when a question is asked again. */
static void put_before(struct learn *learn)
{
    struct deeds events = {0};
    struct slice id = learn->sitting.exercise->id;
    if (learn->sitting.record.attempts < 2)
        return;
    store_deeds(&learn->store, learn->report.arena, &events);
    for (size_t i = 0; i < events.len; i++)
        if (events.at[i].kind == DEED_ATTEMPT && slice_equal(events.at[i].exercise, id)) {
            const struct words_args args = {.word = events.at[i].answer};
            report_gap(&learn->report);
            learn_say(learn, WORDS_LEARN_BEFORE, &args);
            return;
        }
}

static void end_start(struct learn *learn)
{
    const struct lesson *lesson = start_lesson(learn);
    store_set(&learn->store, S("start"), S("done"));
    if (has_begun(learn, lesson) || !learn->course.len) {
        learn_home(learn);
        return;
    }
    size_t begin = lesson_to_begin(learn, lesson);
    struct buffer number = {.arena = learn->report.arena};
    buffer_number(&number, (int64_t)begin + 1);
    const struct words_args args = {.word = buffer_slice(&number),
                                    .other = learn->course.at[begin].outline.title};
    report_gap(&learn->report);
    learn_say(learn, begin ? WORDS_LEARN_BEGIN_LATER : WORDS_LEARN_BEGIN, &args);
    store_set(&learn->store, S("place"), learn->course.at[begin].outline.slug);
    learn->place = (struct course_place){begin, SIZE_MAX};
    learn->at = LEARN_HOME; /* from where Enter goes on with what is kept */
}

void learn_started(struct learn *learn)
{
    struct sitting *sitting = &learn->sitting;
    const struct lesson *lesson = start_lesson(learn);
    bool passes = sitting->has_verdict && sitting->verdict.passes;
    page_runs(&learn->page, &sitting->task);
    report_gap(&learn->report);
    if (sitting->has_verdict && !passes && sitting->verdict.reply.from != REPLY_NONE)
        page_reply(&learn->page, &sitting->task, &sitting->verdict, 0);
    else
        page_prose(&learn->page, &sitting->task.solved, 0);
    put_before(learn);
    if (++learn->place.exercise < lesson->exercises.len)
        learn_exercise(learn);
    else
        end_start(learn);
}
