/* Home: where one goes on, what is due, the lessons with their states, and search. See learn.h.
 *
 * In: titles and records. Out: a menu whose numbers are those of the lessons. */
#include "app/command/learn.h"

#include "app/ground/pages.h"

/* ---- States of lessons */

/* Records by the ids of their exercises. */
struct known {
    struct records records;
    struct names index;
};

static void read_known(struct learn *learn, struct known *known)
{
    struct arena *arena = learn->report.arena;
    *known = (struct known){0};
    store_records(&learn->store, arena, &known->records);
    for (size_t i = 0; i < known->records.len; i++)
        names_set(arena, &known->index, known->records.at[i].exercise, (uint32_t)i);
}

static const struct record *record_of(const struct known *known, struct slice id)
{
    static const struct record none;
    uint32_t index = names_get(&known->index, id);
    return index == NAMES_NONE ? &none : &known->records.at[index];
}

struct tally {
    size_t of[RECORD_HELD + 1], total;
};

static struct tally count_states(const struct known *known, const struct outline *outline)
{
    struct tally tally = {{0}, outline->len};
    for (size_t i = 0; i < outline->len; i++)
        tally.of[record_of(known, outline->at[i].id)->state]++;
    return tally;
}

static struct slice number_text(struct learn *learn, size_t n)
{
    struct buffer text = {.arena = learn->report.arena};
    buffer_number(&text, (int64_t)n);
    return buffer_slice(&text);
}

/* "new", "2 of 5", "solved", "held". */
static struct slice state_of(struct learn *learn, const struct tally *tally)
{
    size_t done = tally->of[RECORD_SOLVED] + tally->of[RECORD_HELD];
    const struct words_args args = {.word = number_text(learn, done),
                                    .other = number_text(learn, tally->total)};
    if (tally->of[RECORD_NEW] == tally->total)
        return record_state_name(RECORD_NEW);
    if (tally->of[RECORD_HELD] == tally->total)
        return record_state_name(RECORD_HELD);
    if (done == tally->total)
        return record_state_name(RECORD_SOLVED);
    return words_say(learn->report.arena, WORDS_VIEW_OF, &args);
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

static void put_choice(struct learn *learn, struct slice key, struct slice text)
{
    report_line(&learn->report, REPORT_TEXT, 16);
    report_add(&learn->report, ROLE_PLAIN, S("  "));
    report_add(&learn->report, ROLE_TYPED, key);
    report_pad(&learn->report, 16, 2);
    report_add(&learn->report, ROLE_PLAIN, text);
}

static void list_lessons(struct learn *learn, const struct known *known)
{
    for (size_t i = 0; i < learn->course.len; i++) {
        const struct outline *outline = &learn->course.at[i].outline;
        const struct tally tally = count_states(known, outline);
        put_row(learn, number_text(learn, i + 1), outline->title, state_of(learn, &tally));
    }
}

static void list_exercises(struct learn *learn, const struct known *known)
{
    struct course_lesson *open = course_lesson(&learn->course, learn->place);
    const struct lesson *lesson = course_read(&learn->course, open);
    learn_title(learn, lesson->title);
    for (size_t i = 0; i < lesson->exercises.len; i++)
        put_row(learn, number_text(learn, i + 1), learn_title_of(learn, &lesson->exercises.at[i]),
                record_state_name(record_of(known, lesson->exercises.at[i].id)->state));
    learn_say(learn, WORDS_LEARN_LIST_HOW, NULL);
}

void learn_list(struct learn *learn)
{
    struct known known;
    read_known(learn, &known);
    if (learn->at == LEARN_HOME || learn->place.lesson == SIZE_MAX)
        list_lessons(learn, &known);
    else
        list_exercises(learn, &known);
}

/* ---- Going on */

/* The first exercise of a lesson that was not passed, from an index on; its length: none. */
static size_t first_open(const struct known *known, const struct outline *outline, size_t from)
{
    while (from < outline->len) {
        const struct record *record = record_of(known, outline->at[from].id);
        if (!record->passed)
            break;
        from++;
    }
    return from;
}

/* The exercise or lesson to go on with; a place without exercise is the lesson's page. False: the
 * course is through. */
static bool find_next(struct learn *learn, const struct known *known, struct course_place *place)
{
    struct course *course = &learn->course;
    struct slice kept = store_setting(&learn->store, learn->report.arena, S("place"));
    *place = (struct course_place){0, SIZE_MAX};
    if (kept.len && course_place(course, kept, place) && place->lesson != SIZE_MAX) {
        const struct outline *outline = &course->at[place->lesson].outline;
        size_t from = place->exercise == SIZE_MAX ? 0 : place->exercise;
        size_t open = first_open(known, outline, from);
        open = open < outline->len ? open : first_open(known, outline, 0);
        if (open < outline->len) {
            bool begun = place->exercise != SIZE_MAX || open > 0;
            place->exercise = begun ? open : SIZE_MAX;
            return true;
        }
    }
    size_t lesson = place->lesson < course->len ? place->lesson : 0;
    for (size_t i = 0; i < course->len; i++, lesson = (lesson + 1) % course->len) {
        const struct outline *outline = &course->at[lesson].outline;
        size_t open = first_open(known, outline, 0);
        *place = (struct course_place){lesson, open ? open : SIZE_MAX};
        if (open < outline->len)
            return true;
    }
    return false;
}

void learn_go_on(struct learn *learn)
{
    struct known known;
    struct course_place place;
    read_known(learn, &known);
    if (!find_next(learn, &known, &place)) {
        learn_say(learn, WORDS_LEARN_THROUGH, NULL);
        return;
    }
    learn->place = place;
    learn->review.len = 0;
    if (place.exercise == SIZE_MAX)
        learn_page(learn);
    else
        learn_exercise(learn);
}

/* ---- Review */

static bool comes_before(const struct record *a, const struct record *b)
{
    return a->missed != b->missed ? a->missed : a->due < b->due;
}

/* What is due and in this course: what one was sure of and wrong about first, then by its time. */
static void find_due(struct learn *learn, const struct known *known, struct slices *due)
{
    struct records sorted = {0};
    int64_t now = learn_now();
    for (size_t i = 0; i < known->records.len; i++) {
        const struct record *record = &known->records.at[i];
        struct course_place place;
        if (!record_is_due(record, now) || !course_find(&learn->course, record->exercise, &place) ||
            place.lesson == SIZE_MAX)
            continue;
        size_t at = sorted.len;
        *list_add(learn->report.arena, &sorted) = *record;
        for (; at && comes_before(record, &sorted.at[at - 1]); at--)
            sorted.at[at] = sorted.at[at - 1];
        sorted.at[at] = *record;
    }
    for (size_t i = 0; i < sorted.len; i++)
        *list_add(learn->report.arena, due) = sorted.at[i].exercise;
}

void learn_review(struct learn *learn)
{
    struct known known;
    struct slices due = {0};
    read_known(learn, &known);
    find_due(learn, &known, &due);
    learn->review = (struct slices){0};
    learn->review_at = 0;
    if (!due.len) {
        learn_say(learn, WORDS_LEARN_NOT_DUE, NULL);
        return;
    }
    for (size_t i = 0; i < due.len; i++) /* beyond this report */
        *list_add(&learn->cli->held, &learn->review) = arena_copy(&learn->cli->held, due.at[i]);
    course_find(&learn->course, learn->review.at[0], &learn->place);
    learn_exercise(learn);
}

/* ---- Home */

/* Where one goes on, in words. */
static struct slice place_text(struct learn *learn, struct course_place place)
{
    const struct course_lesson *lesson = course_lesson(&learn->course, place);
    const struct words_args args = {
        .word = number_text(learn, place.lesson + 1),
        .other = lesson->outline.title,
        .file = place.exercise == SIZE_MAX ? S("") : number_text(learn, place.exercise + 1),
        .image = number_text(learn, lesson->outline.len)};
    return words_say(learn->report.arena,
                     place.exercise == SIZE_MAX ? WORDS_LEARN_LESSON : WORDS_LEARN_PLACE, &args);
}

void learn_home(struct learn *learn)
{
    struct known known;
    struct slices due = {0};
    struct course_place place;
    if (learn->at == LEARN_EXERCISE && learn->place.lesson == SIZE_MAX)
        store_set(&learn->store, S("start"), S("left")); /* the questions are not asked again */
    read_known(learn, &known);
    find_due(learn, &known, &due);
    learn->at = LEARN_HOME;
    learn->review.len = 0;
    learn_title(learn, words_say(learn->report.arena, WORDS_LEARN_HOME, NULL));
    report_gap(&learn->report);
    if (find_next(learn, &known, &place))
        put_choice(learn, S("Enter"), place_text(learn, place));
    else
        put_choice(learn, S("Enter"), words_say(learn->report.arena, WORDS_LEARN_THROUGH, NULL));
    const struct words_args args = {.number = (uint32_t)due.len};
    put_choice(
        learn, S("review"),
        words_say(learn->report.arena, due.len ? WORDS_LEARN_DUE : WORDS_LEARN_NOT_DUE, &args));
    put_choice(learn, S("search WORD"), words_say(learn->report.arena, WORDS_LEARN_SEARCH, NULL));
    put_choice(learn, S("help"), words_say(learn->report.arena, WORDS_LEARN_MORE, NULL));
    learn_title(learn, words_say(learn->report.arena, WORDS_LEARN_LESSONS, NULL));
    list_lessons(learn, &known);
}

/* ---- Search */

/* Whether a text holds a word, letters in any case. */
static bool holds(struct slice text, struct slice word)
{
    for (size_t i = 0; i + word.len <= text.len; i++)
        if (slice_equal_fold(slice_first(slice_after(text, i), word.len), word))
            return true;
    return false;
}

/* A lesson's prose, then exercise by exercise: where the word stands. */
static size_t search_lesson(struct learn *learn, size_t at, struct slice word)
{
    size_t found = 0, next = 0;
    const struct course_lesson *lesson = &learn->course.at[at];
    struct slice rest = lesson->file->bytes, line, position = number_text(learn, at + 1);
    uint32_t number = 1;
    bool hit = false;
    struct slice title = lesson->outline.title, name = position;
    for (; rest.len; number++) {
        if (next < lesson->outline.len && number == lesson->outline.at[next].line) {
            struct slice arena_name =
                TEXT(learn->report.arena, position, S("/"), number_text(learn, next + 1));
            title = lesson->outline.at[next++].title;
            name = arena_name;
            hit = false;
        }
        slice_cut(rest, '\n', &line, &rest);
        if (!hit && holds(line, word)) {
            hit = true;
            found++;
            put_choice(learn, name, title);
        }
    }
    return found;
}

static size_t search_rules(struct learn *learn, struct slice word)
{
    size_t found = 0;
    for (unsigned rule = 0; rule < RULE_COUNT; rule++) {
        struct slice name = rule_name((enum rule)rule);
        struct slice summary =
            words_of_rule(learn->report.arena, (enum rule)rule, WORDS_SUMMARY, NULL);
        if (!page_of((enum rule)rule) || (!holds(name, word) && !holds(summary, word)))
            continue;
        found++;
        report_line(&learn->report, REPORT_TEXT, 4);
        report_add(&learn->report, ROLE_PLAIN, S("  "));
        report_add(&learn->report, ROLE_TYPED,
                   TEXT(learn->report.arena, S("pairing explain "), name));
        report_add(&learn->report, ROLE_PLAIN, S("  "));
        report_add(&learn->report, ROLE_PLAIN, summary);
    }
    return found;
}

void learn_search(struct learn *learn, struct slice words)
{
    const struct words_args args = {.word = words};
    size_t found = 0;
    if (!words.len) {
        learn_say(learn, WORDS_LEARN_SEARCH_WHAT, NULL);
        return;
    }
    for (size_t i = 0; i < learn->course.len; i++)
        found += search_lesson(learn, i, words);
    found += search_rules(learn, words);
    learn_say(learn, found ? WORDS_LEARN_FOUND_HOW : WORDS_LEARN_NOT_FOUND, &args);
}
