/* Home: where one goes on, what is due, the lessons with their states, and search. See learn.h.
 *
 * In: titles and records. Out: a menu whose numbers are those of the lessons. */
#include "app/command/learn.h"

/* "new", "2 of 5", "solved", "held". */
static struct slice state_of(struct learn *learn, const struct walk_tally *tally)
{
    enum record_state state = walk_state(tally);
    const struct words_args args = {
        .word = learn_number(learn, tally->of[RECORD_SOLVED] + tally->of[RECORD_HELD]),
        .other = learn_number(learn, tally->total)};
    return state == RECORD_WORKING ? words_say(learn->report.arena, WORDS_VIEW_OF, &args)
                                   : record_state_name(state);
}

/* ---- Rows */

static void put_row(struct learn *learn, struct slice number, struct slice title,
                    struct slice state)
{
    report_line(&learn->report, REPORT_TEXT, 6);
    report_pad(&learn->report, number.len < 4 ? 4 - (unsigned)number.len : 1, 1);
    report_add(&learn->report, ROLE_PLAIN, number);
    report_pad(&learn->report, 6, 2);
    report_add(&learn->report, ROLE_PLAIN, title);
    report_pad(&learn->report, 46, 2);
    report_add(&learn->report, ROLE_LABEL, state);
}

static void list_lessons(struct learn *learn, const struct walk_known *known)
{
    for (size_t i = 0; i < learn->walk.course.len; i++) {
        const struct outline *outline = &learn->walk.course.at[i].outline;
        const struct walk_tally tally = walk_count(known, outline);
        put_row(learn, learn_number(learn, i + 1), outline->title, state_of(learn, &tally));
    }
}

static void list_exercises(struct learn *learn, const struct walk_known *known)
{
    const struct lesson *lesson = walk_lesson(&learn->walk);
    learn_title(learn, lesson->title);
    for (size_t i = 0; i < lesson->exercises.len; i++) {
        const struct exercise *exercise = &lesson->exercises.at[i];
        put_row(learn, learn_number(learn, i + 1),
                walk_title(&learn->walk, learn->report.arena, exercise, learn_now()),
                record_state_name(walk_record(known, exercise->id)->state));
    }
    learn_say(learn, WORDS_LEARN_LIST_HOW, NULL);
}

/* The plan's exercises: number, title, state, minutes. */
static void list_plan(struct learn *learn, const struct walk_known *known)
{
    struct walk *walk = &learn->walk;
    struct arena *arena = learn->report.arena;
    for (size_t i = 0; i < walk->planned.len; i++) {
        const struct plan_row *row = &walk->plan->plan.at[i];
        struct course_place place = walk->planned.at[i];
        const struct lesson *lesson =
            course_read(&walk->course, course_lesson(&walk->course, place));
        const struct exercise *exercise = &lesson->exercises.at[place.exercise];
        const struct words_args args = {.word = learn_number(learn, row->minutes)};
        put_row(learn, learn_number(learn, i + 1), walk_title(walk, arena, exercise, learn_now()),
                walk_is_open(walk, known, i) ? record_state_name(walk_record(known, row->id)->state)
                                             : words_say(arena, WORDS_LEARN_PLAN_LATER, NULL));
        if (row->minutes) {
            report_pad(&learn->report, 56, 2);
            report_add(&learn->report, ROLE_LABEL, words_say(arena, WORDS_LEARN_PLAN_ROW, &args));
        }
    }
}

void learn_list(struct learn *learn)
{
    struct walk_known known;
    const struct walk *walk = &learn->walk;
    walk_read_known(&learn->walk, learn->report.arena, &known);
    if (walk->plan && (walk->at == WALK_HOME || walk->along == WALK_PLAN))
        list_plan(learn, &known);
    else if (walk->at == WALK_HOME || walk->along == WALK_START)
        list_lessons(learn, &known);
    else
        list_exercises(learn, &known);
}

/* ---- Home */

/* Where one goes on, in words. */
static struct slice place_text(struct learn *learn, struct course_place place)
{
    const struct course_lesson *lesson = course_lesson(&learn->walk.course, place);
    const struct words_args args = {
        .word = learn_number(learn, place.lesson + 1),
        .other = lesson->outline.title,
        .file = place.exercise == SIZE_MAX ? S("") : learn_number(learn, place.exercise + 1),
        .image = learn_number(learn, lesson->outline.len)};
    return words_say(learn->report.arena,
                     place.exercise == SIZE_MAX ? WORDS_LEARN_LESSON : WORDS_LEARN_PLACE, &args);
}

/* A workshop's home: its exercises, and the time. */
static void put_plan(struct learn *learn, const struct walk_known *known)
{
    struct course_place place;
    struct walk *walk = &learn->walk;
    struct arena *arena = learn->report.arena;
    learn_title(learn, walk->plan->title);
    report_gap(&learn->report);
    if (walk_next_known(walk, known, &place)) {
        const struct lesson *lesson =
            course_read(&walk->course, course_lesson(&walk->course, place));
        learn_choice(learn, S("Enter"),
                     walk_title(walk, arena, &lesson->exercises.at[place.exercise], learn_now()));
    } else {
        learn_choice(learn, S("Enter"), words_say(arena, WORDS_LEARN_PLAN_THROUGH, NULL));
    }
    if (walk->plan->prose.len)
        learn_choice(learn, S("text"), words_say(arena, WORDS_LEARN_PLAN_TEXT, NULL));
    learn_choice(learn, S("help"), words_say(arena, WORDS_LEARN_MORE, NULL));
    learn_title(learn, words_say(arena, WORDS_LEARN_PLANNED, NULL));
    list_plan(learn, known);
    learn_put_minutes(learn, known);
}

static void put_course(struct learn *learn, const struct walk_known *known)
{
    struct walk_places due;
    struct course_place place;
    struct walk *walk = &learn->walk;
    struct arena *arena = learn->report.arena;
    walk_due(walk, arena, known, learn_now(), &due);
    learn_title(learn, words_say(arena, WORDS_LEARN_HOME, NULL));
    report_gap(&learn->report);
    learn_put_path(learn, known);
    learn_choice(learn, S("Enter"),
                 walk_next_known(walk, known, &place)
                     ? place_text(learn, place)
                     : words_say(arena, WORDS_LEARN_THROUGH, NULL));
    const struct words_args args = {.number = (uint32_t)due.len};
    learn_choice(learn, S("review"),
                 words_say(arena, due.len ? WORDS_LEARN_DUE : WORDS_LEARN_NOT_DUE, &args));
    learn_choice(learn, S("search WORD"), words_say(arena, WORDS_LEARN_SEARCH, NULL));
    learn_choice(learn, S("help"), words_say(arena, WORDS_LEARN_MORE, NULL));
    learn_title(learn, words_say(arena, WORDS_LEARN_LESSONS, NULL));
    list_lessons(learn, known);
}

void learn_put_home(struct learn *learn)
{
    struct walk_known known;
    walk_read_known(&learn->walk, learn->report.arena, &known);
    if (learn->walk.plan)
        put_plan(learn, &known);
    else
        put_course(learn, &known);
}

/* ---- Search */

/* "4", "4/2": as it is typed behind lesson. */
static struct slice name_of(struct learn *learn, struct course_place place)
{
    struct slice lesson = learn_number(learn, place.lesson + 1);
    if (place.exercise == SIZE_MAX)
        return lesson;
    return TEXT(learn->report.arena, lesson, S("/"), learn_number(learn, place.exercise + 1));
}

static void put_rule(struct learn *learn, const struct walk_hit *hit)
{
    report_line(&learn->report, REPORT_TEXT, 4);
    report_add(&learn->report, ROLE_PLAIN, S("  "));
    report_add(&learn->report, ROLE_TYPED,
               TEXT(learn->report.arena, S("pairing explain "), rule_name(hit->rule)));
    report_add(&learn->report, ROLE_PLAIN, S("  "));
    report_add(&learn->report, ROLE_PLAIN, hit->title);
}

void learn_search(struct learn *learn, struct slice words)
{
    const struct words_args args = {.word = words};
    struct walk_hits hits;
    if (!words.len) {
        learn_say(learn, WORDS_LEARN_SEARCH_WHAT, NULL);
        return;
    }
    walk_search(&learn->walk, learn->report.arena, words, &hits);
    for (size_t i = 0; i < hits.len; i++) {
        if (hits.at[i].rule < RULE_COUNT)
            put_rule(learn, &hits.at[i]);
        else
            learn_choice(learn, name_of(learn, hits.at[i].place), hits.at[i].title);
    }
    learn_say(learn, hits.len ? WORDS_LEARN_FOUND_HOW : WORDS_LEARN_NOT_FOUND, &args);
}
