/* The way through the course: every step and what it leads to. The program's own lessons, and two
 * small ones on the disk: in one the second exercise cannot be used, of the other the second and
 * the fourth are its core. Progress in memory. */
#include "tests/unit/unit.h"

#include "app/course/walk.h"

#include <unistd.h>

enum { DAY = 24 * 3600 };
static const int64_t now = 1700000000;

static struct walk walk;
static jmp_buf guard;
static char pack[] = "/tmp/pairing-walk-XXXXXX";
static char odd_file[64], path_file[64];
static struct arena probe; /* of answers that are tried out */

#define EXERCISE(id, title, check) EXERCISE_OF("more", id, title, check)
#define CHECK                      "```check\ndocker run p => [\"wc\"]\n```\n\n"
#define EXERCISE_OF(path, id, title, check)                                                        \
    "## " title "\n\n```exercise\nid: " id "\nkind: golf\npath: " path "\ncures: none\n"           \
    "measure: words entrypoint\npar: 0\n```\n\nDo.\n\n" check                                      \
    "```answer\nCMD [\"wc\"]\n```\n\n```solved\nSo.\n```\n\n"                                      \
    "```hint\na\n```\n```hint\nb\n```\n```hint\nc\n```\n\n"

static const char odd[] =
    "# Odd\n\nA lesson with a zebra in its prose.\n\n" EXERCISE("odd/one", "One", CHECK)
        EXERCISE("odd/two", "Two", "") EXERCISE("odd/three", "Three", CHECK);

static const char path[] = "# Path\n\nProse.\n\n" EXERCISE("path/one", "One", CHECK)
    EXERCISE_OF("core", "path/two", "Two", CHECK) EXERCISE("path/three", "Three", CHECK)
        EXERCISE_OF("core", "path/four", "Four", CHECK) EXERCISE("path/five", "Five", CHECK);

static int write_lesson(char *name, size_t max, const char *file, const char *text)
{
    snprintf(name, max, "%s/%s", pack, file);
    FILE *out = fopen(name, "w");
    if (!out || fputs(text, out) < 0)
        return -1;
    return fclose(out);
}

static int write_pack(void **state)
{
    (void)state;
    arena_init(&probe, &unit_memory);
    if (!mkdtemp(pack))
        return -1;
    return write_lesson(path_file, sizeof path_file, "80-path.md", path) |
           write_lesson(odd_file, sizeof odd_file, "90-odd.md", odd);
}

static int remove_pack(void **state)
{
    (void)state;
    arena_free(&probe);
    unlink(odd_file);
    unlink(path_file);
    return rmdir(pack);
}

static enum walk_failure open_with(struct slice lessons, const char *plan)
{
    const struct walk_setup setup = {.memory = &unit_memory,
                                     .lessons = lessons,
                                     .plan_name = plan ? S("tuesday.md") : S(""),
                                     .plan = plan ? slice_of(plan) : S("")};
    return walk_open(&walk, &setup, &guard);
}

static int open_walk(void **state)
{
    (void)state;
    return open_with(S(""), NULL) == WALK_OPENED ? 0 : -1;
}

static int close_walk(void **state)
{
    (void)state;
    walk_close(&walk);
    return 0;
}

#define unit_test_of_walk(f) cmocka_unit_test_setup_teardown(f, open_walk, close_walk)

static void assert_at(const char *name, enum walk_at at, size_t lesson, size_t exercise)
{
    if (walk.at != at || (at != WALK_HOME && walk.place.lesson != lesson) ||
        (at == WALK_EXERCISE && walk.place.exercise != exercise))
        fail_msg("%s: at %d, lesson %zu, exercise %zu", name, (int)walk.at, walk.place.lesson,
                 walk.place.exercise);
}

static void add_pass(struct slice id, int64_t at, uint32_t sure, bool passed)
{
    const struct deed deed = {.exercise = id,
                              .at = at,
                              .kind = DEED_ATTEMPT,
                              .passed = passed,
                              .sure = sure,
                              .seconds = 90,
                              .answer = S("x")};
    assert_true(store_add(&walk.store, &deed));
}

/* ---- Lessons */

static void goes_along_the_core(void **state)
{
    const struct outline *outline = &walk.course.at[0].outline;
    size_t last = 0, met = 0;
    (void)state;
    assert_at("at first", WALK_HOME, 0, 0);
    assert_null(walk_lesson(&walk));
    assert_null(walk_ahead(&walk));
    assert_int_equal(walk_move(&walk, 1, now), WALK_STEPPED);
    assert_at("on from home", WALK_PAGE, 0, 0);
    assert_int_equal(walk_length(&walk), outline->len);
    assert_int_equal(walk_index(&walk), 0);
    for (size_t i = 0; i < outline->len; i++) {
        if (!outline->at[i].core)
            continue;
        const struct exercise *ahead = walk_ahead(&walk);
        assert_int_equal(walk_move(&walk, 1, now), WALK_STEPPED);
        assert_at("an exercise", WALK_EXERCISE, 0, i);
        assert_ptr_equal(walk.sitting.exercise, ahead);
        assert_int_equal(walk_index(&walk), i);
        last = i;
        met++;
    }
    assert_int_equal(met, outline->core);
    assert_null(walk_ahead(&walk));
    assert_int_equal(walk_move(&walk, 1, now), WALK_STEPPED);
    assert_at("the end", WALK_END, 0, 0);
    assert_ptr_equal(walk_lesson(&walk), walk.course.at[0].read);
    assert_int_equal(walk_move(&walk, -1, now), WALK_STEPPED);
    assert_at("back from the end", WALK_EXERCISE, 0, last);
    walk_move(&walk, 1, now);
    assert_int_equal(walk_move(&walk, 1, now), WALK_STEPPED);
    assert_at("the next page", WALK_PAGE, 1, 0);
    assert_int_equal(walk_move(&walk, -1, now), WALK_STEPPED);
    assert_at("the page before", WALK_PAGE, 0, 0);
    assert_int_equal(walk_move(&walk, -1, now), WALK_STEPPED);
    assert_at("home", WALK_HOME, 0, 0);
}

/* Steps in a lesson whose second and fourth exercise are its core. passed: of its five. */
static void chooses_what_comes_next(void **state)
{
    static const struct {
        const char *passed, *from;
        enum walk_at at;
        size_t exercise;
    } rows[] = {
        {".....", "path", WALK_EXERCISE, 1},   /* the first of the core */
        {".x...", "path", WALK_EXERCISE, 3},   /* that is open */
        {"xx.x.", "path", WALK_EXERCISE, 2},   /* then what is left */
        {"xxxxx", "path", WALK_EXERCISE, 0},   /* then all again */
        {".....", "path/2", WALK_EXERCISE, 3}, /* the core */
        {".x.x.", "path/2", WALK_EXERCISE, 3}, /* passed or not */
        {".....", "path/4", WALK_END, 0},
        {".....", "path/1", WALK_EXERCISE, 1}, /* from another one in order */
        {".x...", "path/1", WALK_EXERCISE, 2}, /* over what was passed of the core */
        {".x.x.", "path/3", WALK_EXERCISE, 4},
        {"..x..", "path/1", WALK_EXERCISE, 1},
        {".....", "path/5", WALK_END, 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_int_equal(open_with(slice_of(pack), NULL), WALK_OPENED);
        size_t lesson = course_named(&walk.course, S("path"));
        for (size_t k = 0; k < 5; k++)
            if (rows[i].passed[k] == 'x')
                add_pass(walk.course.at[lesson].outline.at[k].id, now, 0, true);
        assert_int_equal(walk_go(&walk, slice_of(rows[i].from), now), WALK_STEPPED);
        const struct exercise *ahead = walk_ahead(&walk);
        struct course_place from = walk.place;
        assert_int_equal(walk_move(&walk, 1, now), WALK_STEPPED);
        if (walk.at != rows[i].at ||
            (walk.at == WALK_EXERCISE && walk.place.exercise != rows[i].exercise))
            fail_msg("%s from %s: at %d, %zu", rows[i].passed, rows[i].from, (int)walk.at,
                     walk.place.exercise);
        assert_ptr_equal(ahead, walk.at == WALK_EXERCISE ? walk.sitting.exercise : NULL);
        if (from.exercise != SIZE_MAX && walk.at == WALK_END) {
            walk_move(&walk, -1, now);
            assert_at("back from the end", WALK_EXERCISE, lesson, from.exercise);
        }
        walk_close(&walk);
    }
}

static void practises(void **state)
{
    struct walk_known known;
    (void)state;
    assert_int_equal(open_with(slice_of(pack), NULL), WALK_OPENED);
    size_t lesson = course_named(&walk.course, S("path"));
    const struct outline *outline = &walk.course.at[lesson].outline;
    assert_int_equal(walk_practise(&walk, now), WALK_NOTHING);
    walk_go(&walk, S("path/4"), now);
    walk_move(&walk, 1, now);
    assert_at("the end", WALK_END, lesson, 0);
    add_pass(outline->at[0].id, now, 0, true);
    add_pass(outline->at[1].id, now, 0, true);
    add_pass(outline->at[3].id, now, 0, true);
    walk_read_known(&walk, &walk.held, &known);
    assert_int_equal(walk_core(&walk, &known, lesson), 0);
    assert_int_equal(walk_more(&walk, &known, lesson), 2);
    assert_int_equal(walk_practise(&walk, now), WALK_STEPPED);
    assert_at("the first that is open", WALK_EXERCISE, lesson, 2);
    walk_move(&walk, 1, now);
    assert_at("behind it", WALK_EXERCISE, lesson, 4);
    walk_move(&walk, -1, now);
    assert_at("and back", WALK_EXERCISE, lesson, 2);
    add_pass(outline->at[2].id, now, 0, true);
    add_pass(outline->at[4].id, now, 0, true);
    assert_int_equal(walk_practise(&walk, now), WALK_STEPPED);
    assert_at("the first of all", WALK_EXERCISE, lesson, 0);

    /* Without a core all count as core. */
    size_t odd_lesson = walk.course.len - 1;
    walk_go(&walk, S("odd/one"), now);
    assert_int_equal(walk_practise(&walk, now), WALK_NOTHING);
    walk_read_known(&walk, &walk.held, &known);
    assert_int_equal(walk_core(&walk, &known, odd_lesson), 3);
    assert_int_equal(walk_more(&walk, &known, odd_lesson), 0);
    walk_close(&walk);
}

static void leaves_the_last_lesson(void **state)
{
    (void)state;
    size_t last = walk.course.len - 1;
    const struct course_place place = {last, walk.course.at[last].outline.len - 1};
    assert_int_equal(walk_to(&walk, place, now), WALK_STEPPED);
    while (walk.at == WALK_EXERCISE)
        walk_move(&walk, 1, now);
    assert_at("the last end", WALK_END, last, 0);
    assert_int_equal(walk_move(&walk, 1, now), WALK_STEPPED);
    assert_at("home", WALK_HOME, 0, 0);
    walk_to(&walk, (struct course_place){last, 0}, now);
    walk_move(&walk, -1, now);
    assert_at("the page before the first", WALK_PAGE, last, 0);
}

static void goes_where_it_is_told(void **state)
{
    static const struct {
        const char *text;
        enum walk_step step;
        enum walk_at at;
        size_t lesson, exercise;
    } rows[] = {{"4", WALK_STEPPED, WALK_PAGE, 3, 0},
                {" the-pairing ", WALK_STEPPED, WALK_PAGE, 3, 0},
                {"4/2", WALK_STEPPED, WALK_EXERCISE, 3, 1},
                {"4/99", WALK_NOTHING, WALK_HOME, 0, 0},
                {"4/0", WALK_NOTHING, WALK_HOME, 0, 0},
                {"99", WALK_NOTHING, WALK_HOME, 0, 0},
                {"nothing", WALK_NOTHING, WALK_HOME, 0, 0},
                {"", WALK_NOTHING, WALK_HOME, 0, 0},
                {"start/shop", WALK_NOTHING, WALK_HOME, 0, 0}};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        walk_home(&walk);
        enum walk_step step = walk_go(&walk, slice_of(rows[i].text), now);
        if (step != rows[i].step)
            fail_msg("%s: step %d", rows[i].text, (int)step);
        assert_at(rows[i].text, rows[i].at, rows[i].lesson, rows[i].exercise);
    }
    assert_int_equal(walk_to(&walk, (struct course_place){walk.course.len, 0}, now), WALK_NOTHING);
    assert_int_equal(walk_to(&walk, (struct course_place){0, 999}, now), WALK_NOTHING);
}

/* Passes what is left of the core, or of all; gives how much that was. */
static size_t pass_all(bool core)
{
    size_t passed = 0;
    for (size_t i = 0; i < walk.course.len; i++)
        for (size_t k = 0; k < walk.course.at[i].outline.len; k++)
            if (!core || outline_is_core(&walk.course.at[i].outline, k)) {
                add_pass(walk.course.at[i].outline.at[k].id, now, 0, true);
                passed++;
            }
    return passed;
}

static void goes_on_where_one_stopped(void **state)
{
    struct arena *arena = &walk.held;
    struct course_place place;
    const struct outline *fourth = &walk.course.at[3].outline;
    size_t core = 0, more = 0;
    (void)state;
    while (!fourth->at[core].core)
        core++;
    while (fourth->at[more].core)
        more++;
    assert_true(walk_next_place(&walk, arena, &place));
    assert_true(place.lesson == 0 && place.exercise == SIZE_MAX);
    walk_to(&walk, (struct course_place){3, more}, now);
    walk_home(&walk);
    assert_true(walk_next_place(&walk, arena, &place));
    assert_true(place.lesson == 3 && place.exercise == more); /* opened by choice, not passed */
    add_pass(fourth->at[more].id, now, 0, true);
    assert_int_equal(walk_go_on(&walk, now), WALK_STEPPED);
    assert_true(walk.place.lesson == 3 && fourth->at[walk.place.exercise].core);
    for (size_t i = 0; i < fourth->len; i++)
        if (fourth->at[i].core)
            add_pass(fourth->at[i].id, now, 0, true);
    assert_int_equal(walk_go_on(&walk, now), WALK_STEPPED);
    assert_at("the next lesson", WALK_PAGE, 4, 0);
    walk_go(&walk, S("12"), now);
    add_pass(walk.course.at[11].outline.at[0].id, now, 0, true);
    assert_true(walk_next_place(&walk, arena, &place));
    assert_int_equal(place.lesson, walk.course.at[11].outline.at[0].core ? 0 : 11);
}

/* From home through every lesson, each exercise passed on the way; and home would go on at the same
 * exercise each time. */
static void takes_the_hour(void **state)
{
    struct course_place place;
    size_t met = 0, pages = 0;
    (void)state;
    assert_int_equal(walk_move(&walk, 1, now), WALK_STEPPED);
    while (walk.at != WALK_HOME && walk.along != WALK_START) {
        pages += walk.at == WALK_PAGE;
        if (walk.at == WALK_EXERCISE) {
            assert_true(walk_next_place(&walk, &walk.held, &place));
            assert_true(place.lesson == walk.place.lesson && place.exercise == walk.place.exercise);
            add_pass(walk.sitting.exercise->id, now, 0, true);
            met++;
        }
        assert_int_equal(walk_move(&walk, 1, now), WALK_STEPPED);
    }
    assert_int_equal(pages, walk.course.len);
    assert_int_equal(met, walk_core_length(&walk));
    assert_in_range(met, 20, 25);
    assert_true(walk.again);
}

/* At the end of the course the questions of the beginning come back, once, beside what was said. */
static void asks_again_at_the_end(void **state)
{
    static const char *const ids[] = {"start/shop", "start/stranger", "start/another"};
    size_t last = walk.course.len - 1, begin = 0;
    struct walk_before before;
    (void)state;
    add_pass(slice_of(ids[2]), now, 0, true);
    walk_to(&walk, (struct course_place){last, walk.course.at[last].outline.len - 1}, now);
    assert_int_equal(walk_move(&walk, 1, now), WALK_STEPPED);
    assert_int_equal(walk.at, WALK_END);
    assert_false(walk_asks_again(&walk)); /* the core is not passed */
    for (size_t i = 0; i < walk.course.len; i++)
        for (size_t k = 0; k < walk.course.at[i].outline.len; k++)
            if (outline_is_core(&walk.course.at[i].outline, k))
                add_pass(walk.course.at[i].outline.at[k].id, now, 0, true);
    assert_true(walk_asks_again(&walk));
    assert_int_equal(walk_move(&walk, 1, now), WALK_STEPPED);
    for (size_t i = 0; i < 3; i++) {
        assert_true(walk.at == WALK_EXERCISE && walk.along == WALK_START && walk.again);
        assert_true(slice_equal(walk.sitting.exercise->id, slice_of(ids[i])));
        add_pass(slice_of(ids[i]), now + 1, 0, true);
        assert_int_equal(walk_start_next(&walk, &begin, now), i < 2);
    }
    assert_true(walk.at == WALK_HOME && begin == SIZE_MAX);
    walk_before_and_after(&walk, &walk.held, &before);
    assert_int_equal(before.all, 3);
    assert_int_equal(before.first, 1);
    assert_int_equal(before.last, 3);
    walk_to(&walk, (struct course_place){last, walk.course.at[last].outline.len - 1}, now);
    walk_move(&walk, 1, now);
    assert_true(walk.at == WALK_END && !walk_asks_again(&walk));
}

static void goes_on_behind_the_core(void **state)
{
    struct walk_known known;
    struct course_place place;
    const struct outline *fourth = &walk.course.at[3].outline;
    size_t first = 0, more = fourth->len - 1;
    (void)state;
    assert_int_equal(pass_all(true), walk_core_length(&walk));
    walk_read_known(&walk, &walk.held, &known);
    assert_int_equal(walk_core(&walk, &known, SIZE_MAX), 0);
    assert_true(walk_more(&walk, &known, SIZE_MAX) > walk_core_length(&walk));
    while (walk.course.at[0].outline.at[first].core)
        first++;
    while (fourth->at[more].core)
        more--;
    assert_int_equal(walk_go_on(&walk, now), WALK_STEPPED);
    assert_at("the first that is left", WALK_EXERCISE, 0, first);
    add_pass(fourth->at[more].id, now, 0, true);
    walk_to(&walk, (struct course_place){3, more}, now); /* the last of its lesson */
    assert_int_equal(walk_go_on(&walk, now), WALK_STEPPED);
    assert_at("from the first lesson", WALK_EXERCISE, 0, first);
    walk_to(&walk, (struct course_place){3, 0}, now);
    add_pass(fourth->at[0].id, now, 0, true);
    if (!fourth->at[0].core) {
        assert_int_equal(walk_go_on(&walk, now), WALK_STEPPED);
        assert_int_equal(walk.place.lesson, 3); /* in the lesson that one practises */
    }
    pass_all(false);
    walk_home(&walk);
    assert_false(walk_next_place(&walk, &walk.held, &place));
    assert_int_equal(walk_move(&walk, 1, now), WALK_THROUGH);
    assert_at("nothing left", WALK_HOME, 0, 0);
}

static void steps_over_what_cannot_be_used(void **state)
{
    (void)state;
    assert_int_equal(open_with(slice_of(pack), NULL), WALK_OPENED);
    size_t odd_lesson = walk.course.len - 1;
    assert_int_equal(walk_go(&walk, S("odd/one"), now), WALK_STEPPED);
    assert_int_equal(walk_move(&walk, 1, now), WALK_UNUSABLE);
    assert_at("its page", WALK_PAGE, odd_lesson, 0);
    assert_int_equal(walk.behind, 2);
    assert_int_equal(walk_move(&walk, 1, now), WALK_STEPPED);
    assert_at("behind it", WALK_EXERCISE, odd_lesson, 2);
    assert_int_equal(walk_move(&walk, -1, now), WALK_UNUSABLE);
    walk_close(&walk);
}

static void opens_without_a_directory(void **state)
{
    (void)state;
    assert_int_equal(open_with(S("/nowhere/at/all"), NULL), WALK_NO_DIRECTORY);
    assert_true(walk.course.len >= 12);
    walk_close(&walk);
}

static void titles_hold_their_values(void **state)
{
    (void)state;
    for (size_t i = 0; i < walk.course.len; i++) {
        const struct lesson *lesson = course_read(&walk.course, &walk.course.at[i]);
        for (size_t k = 0; k < lesson->exercises.len; k++) {
            struct slice title = walk_title(&walk, &walk.held, &lesson->exercises.at[k], now);
            assert_true(title.len && !slice_has(title, '{'));
        }
    }
}

/* ---- Review */

static void reviews_what_is_due(void **state)
{
    const struct outline *outline = &walk.course.at[0].outline;
    (void)state;
    assert_int_equal(walk_review(&walk, now), WALK_NOTHING);
    add_pass(outline->at[0].id, now - 3 * DAY, 0, true);
    add_pass(outline->at[1].id, now - 4 * DAY, 0, true);
    add_pass(outline->at[2].id, now - 2 * DAY - 60, 3, false);
    add_pass(outline->at[2].id, now - 2 * DAY, 0, true);
    add_pass(outline->at[3].id, now, 0, true);
    add_pass(S("gone/away"), now - 3 * DAY, 0, true);
    walk_go(&walk, S("4"), now);
    assert_int_equal(walk_review(&walk, now), WALK_STEPPED);
    assert_int_equal(walk.along, WALK_REVIEW);
    assert_int_equal(walk_length(&walk), 3);
    assert_at("missed though certain", WALK_EXERCISE, 0, 2);
    assert_int_equal(walk_move(&walk, -1, now), WALK_NO_FURTHER);
    assert_ptr_equal(walk_ahead(&walk), &walk_lesson(&walk)->exercises.at[1]);
    assert_int_equal(walk_move(&walk, 1, now), WALK_STEPPED);
    assert_at("the oldest", WALK_EXERCISE, 0, 1);
    assert_int_equal(walk_move(&walk, 1, now), WALK_STEPPED);
    assert_int_equal(walk_index(&walk), 2);
    assert_null(walk_ahead(&walk));
    assert_int_equal(walk_move(&walk, 1, now), WALK_REVIEWED);
    assert_at("home", WALK_HOME, 0, 0);
    assert_int_equal(walk_go_on(&walk, now), WALK_STEPPED);
    assert_at("not where review was", WALK_PAGE, 3, 0);
}

/* ---- The first start */

static void answer(const char *text)
{
    assert_true(sitting_answer(&walk.sitting, slice_of(text), 0, now));
}

static void starts_with_questions(void **state)
{
    size_t begin = 7, n = walk.course.start.outline.len;
    struct course_place place;
    (void)state;
    assert_true(walk_is_first(&walk));
    assert_int_equal(walk_start(&walk, now), WALK_STEPPED);
    assert_at("the first question", WALK_EXERCISE, SIZE_MAX, 0);
    assert_int_equal(walk_length(&walk), n);
    assert_int_equal(walk_move(&walk, -1, now), WALK_NO_FURTHER);
    assert_true(sitting_answer(&walk.sitting, sitting_model(&walk.sitting), 0, now));
    assert_true(walk.sitting.verdict.passes);
    assert_true(walk_start_next(&walk, &begin, now));
    assert_at("the second", WALK_EXERCISE, SIZE_MAX, 1);
    assert_slice("not asked before", walk_said_first(&walk, &walk.held), S(""));
    struct slice leads = walk.sitting.exercise->leads;
    answer("no such thing");
    assert_true(walk_start_next(&walk, &begin, now));
    assert_true(walk_is_first(&walk));
    for (size_t i = 2; i < n; i++) {
        answer("no such thing either");
        assert_int_equal(walk_start_next(&walk, &begin, now), i + 1 < n);
    }
    assert_at("behind them", WALK_HOME, 0, 0);
    assert_int_equal(begin, course_named(&walk.course, leads));
    assert_false(walk_is_first(&walk));
    assert_true(walk_next_place(&walk, &walk.held, &place));
    assert_true(place.lesson == begin && place.exercise == SIZE_MAX);

    /* Again, later: what was said at first is known, and one goes on as before. */
    add_pass(walk.course.at[0].outline.at[0].id, now, 0, true);
    assert_int_equal(walk_start(&walk, now), WALK_STEPPED);
    walk_start_next(&walk, &begin, now);
    answer("something else");
    assert_slice("said at first", walk_said_first(&walk, &walk.held), S("no such thing"));
    while (walk_start_next(&walk, &begin, now))
        continue;
    assert_true(begin == SIZE_MAX);
}

static void leaves_the_questions(void **state)
{
    (void)state;
    walk_start(&walk, now);
    assert_int_equal(walk_move(&walk, 1, now), WALK_STEPPED);
    assert_at("no idea", WALK_EXERCISE, SIZE_MAX, 1);
    struct record record;
    store_record(&walk.store, &walk.held, walk.course.start.outline.at[0].id, &record);
    assert_true(record.shown);
    walk_home(&walk);
    assert_false(walk_is_first(&walk));
}

/* ---- A plan */

#define PLAN(switches)                                                                             \
    "# Tuesday\n\nGood morning.\n\n```plan\n" switches                                             \
    "pairing/serve 10\npairing/letters 5\none-argv/nothing\n```\n"

static void open_plan(const char *plan)
{
    if (open_with(S(""), plan) != WALK_OPENED)
        fail_msg("refused: %s", plan);
}

static void keeps_to_a_plan(void **state)
{
    struct walk_known known;
    (void)state;
    open_plan(PLAN("lock: on\nskip: off\nshown: off\nminutes: 25\n"));
    assert_false(walk_is_first(&walk));
    assert_int_equal(walk.along, WALK_PLAN);
    assert_int_equal(walk_length(&walk), 3);
    assert_int_equal(walk_start(&walk, now), WALK_LOCKED);
    assert_int_equal(walk_review(&walk, now), WALK_LOCKED);
    assert_int_equal(walk_go(&walk, S("pairing/letters"), now), WALK_LOCKED);
    assert_int_equal(walk_go(&walk, S("2/1"), now), WALK_LOCKED);
    assert_at("all the time", WALK_HOME, 0, 0);
    assert_int_equal(walk_go(&walk, S("2"), now), WALK_STEPPED);
    assert_at("pages may be read", WALK_PAGE, 1, 0);
    assert_int_equal(walk_move(&walk, 1, now), WALK_STEPPED);
    assert_slice("and lead to the plan", walk.sitting.exercise->id, S("pairing/serve"));
    assert_int_equal(walk_move(&walk, 1, now), WALK_NO_SKIP);
    assert_null(walk_ahead(&walk));
    assert_false(walk_may_show(&walk));
    add_pass(S("pairing/serve"), now, 0, true);
    walk_home(&walk);
    assert_int_equal(walk_move(&walk, 1, now), WALK_STEPPED);
    assert_slice("the first not passed", walk.sitting.exercise->id, S("pairing/letters"));
    assert_int_equal(walk_move(&walk, -1, now), WALK_STEPPED);
    assert_int_equal(walk_move(&walk, -1, now), WALK_NO_FURTHER);
    assert_int_equal(walk_move(&walk, 1, now), WALK_STEPPED);
    add_pass(S("pairing/letters"), now, 0, true);
    add_pass(S("one-argv/nothing"), now, 0, true);
    walk_home(&walk);
    assert_int_equal(walk_move(&walk, 1, now), WALK_THROUGH);
    walk_read_known(&walk, &walk.held, &known);
    assert_int_equal(walk_minutes(&walk, &known).given, 25);
    assert_int_equal(walk_minutes(&walk, &known).taken, 4);
    assert_int_equal(walk_go(&walk, S("one-argv/nothing"), now), WALK_STEPPED);
    assert_int_equal(walk_move(&walk, 1, now), WALK_THROUGH);
    assert_at("home", WALK_HOME, 0, 0);
    walk_close(&walk);
}

static void passes_over(void **state)
{
    struct walk_known known;
    (void)state;
    open_plan(PLAN("lock: on\nskip: on\nshown: on\n"));
    walk_read_known(&walk, &walk.held, &known);
    assert_true(walk_is_open(&walk, &known, 0) && !walk_is_open(&walk, &known, 1));
    walk_move(&walk, 1, now);
    assert_true(walk_may_show(&walk));
    assert_int_equal(walk_move(&walk, 1, now), WALK_STEPPED);
    assert_slice("the second", walk.sitting.exercise->id, S("pairing/letters"));
    assert_true(walk_is_open(&walk, &known, 1) && !walk_is_open(&walk, &known, 2));
    assert_int_equal(walk_go(&walk, S("pairing/serve"), now), WALK_STEPPED);
    assert_int_equal(walk_go(&walk, S("pairing/letters"), now), WALK_STEPPED);
    assert_int_equal(walk_go(&walk, S("one-argv/nothing"), now), WALK_LOCKED);
    walk_move(&walk, 1, now);
    assert_int_equal(walk_move(&walk, 1, now), WALK_STEPPED);
    assert_at("home, not through", WALK_HOME, 0, 0);
    assert_int_equal(walk_minutes(&walk, &known).given, 15);
    walk_close(&walk);
}

static void goes_freely(void **state)
{
    (void)state;
    open_plan(PLAN(""));
    assert_int_equal(walk_go(&walk, S("one-argv/nothing"), now), WALK_STEPPED);
    assert_int_equal(walk.along, WALK_PLAN);
    assert_int_equal(walk_index(&walk), 2);
    assert_int_equal(walk_go(&walk, S("2/1"), now), WALK_STEPPED);
    assert_int_equal(walk.along, WALK_LESSON);
    assert_int_equal(walk_move(&walk, 1, now), WALK_STEPPED);
    assert_at("along the lesson", WALK_EXERCISE, 1, 1);
    assert_int_equal(walk_review(&walk, now), WALK_NOTHING);
    walk_home(&walk);
    assert_int_equal(walk.along, WALK_PLAN);
    walk_close(&walk);
}

static void refuses_plans(void **state)
{
    static const struct {
        const char *plan;
        enum words_id fault;
        uint32_t line;
    } rows[] = {{"# T\n\n```plan\nno/such 3\n```\n", WORDS_LESSON_PLAN_ID, 4},
                {"# T\n\n```plan\nstart/shop\n```\n", WORDS_LESSON_PLAN_ID, 4},
                {"# T\n\n```plan\nlock: maybe\n```\n", WORDS_LESSON_PLAN_LINE, 4},
                {"# T\n\nprose\n", WORDS_LESSON_FILE_NAME, 0},
                {"", WORDS_LESSON_NO_TITLE, 1},
                {"# T\n\n```plan\nodd/one\n```\n", WORDS_LESSON_BLOCK_FEW, 0}};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        bool said = false;
        assert_int_equal(open_with(slice_of(pack), rows[i].plan), WALK_BAD_PLAN);
        assert_null(walk.plan);
        for (size_t k = 0; k < walk.course.faults.len; k++)
            said = said || (walk.course.faults.at[k].id == rows[i].fault &&
                            (!rows[i].line || walk.course.faults.at[k].line == rows[i].line));
        if (!said)
            fail_msg("%s: not said", rows[i].plan);
        assert_int_equal(walk_move(&walk, 1, now), WALK_STEPPED); /* it is usable without */
        walk_close(&walk);
    }
}

/* ---- Detours */

/* Answers the prediction at hand: one line of it these words, the others as they are right. */
static void answer_line(size_t line, const struct args *words)
{
    struct sitting *sitting = &walk.sitting;
    struct buffer text = {.arena = &probe};
    struct slice right = arena_copy(&probe, sitting_model(sitting)), one;
    for (size_t i = 0; i < sitting->task.asks.len; i++) {
        slice_cut(right, '\n', &one, &right);
        if (i == line)
            quote_shell_words(&text, words);
        else
            buffer_put(&text, one);
        buffer_byte(&text, '\n');
    }
    assert_true(sitting_answer(sitting, buffer_slice(&text), 0, now));
}

/* Answers it so that two beliefs fit; false when no answer does that. */
static bool answer_torn(void)
{
    enum belief fits[BELIEF_COUNT];
    struct arena *arena = &probe;
    const struct task *task = &walk.sitting.task;
    arena_reset(arena, 0);
    for (size_t i = 0; i < task->asks.len; i++) {
        const struct answer *answer = task_ask(arena, task, task->asks.at[i].text);
        if (!answer->has_request)
            continue;
        const struct belief_input input = scene_belief(answer);
        for (unsigned belief = 0; belief < BELIEF_COUNT; belief++) {
            struct args words = {0};
            if (!belief_expects(arena, (enum belief)belief, &input, &words) || !words.len ||
                beliefs_of(arena, &input, &words, fits) < 2)
                continue;
            answer_line(i, &words);
            return walk.sitting.is_torn;
        }
    }
    return false;
}

/* Opens predictions until one of them leads to another question. */
static bool find_detour(struct course_place *from)
{
    for (size_t i = 0; i < walk.course.len; i++)
        for (size_t k = 0; k < walk.course.at[i].outline.len; k++) {
            *from = (struct course_place){i, k};
            if (walk.course.at[i].outline.at[k].kind != EXERCISE_PREDICT)
                continue;
            walk_to(&walk, *from, now);
            if (answer_torn() && walk_detours(&walk))
                return true;
        }
    return false;
}

static void goes_where_beliefs_differ(void **state)
{
    struct course_place from;
    (void)state;
    assert_true(find_detour(&from));
    assert_true(walk.sitting.is_torn);
    const struct exercise *ahead = walk_ahead(&walk);
    assert_int_equal(ahead->kind, EXERCISE_PREDICT);
    assert_int_equal(walk_move(&walk, 1, now), WALK_STEPPED);
    assert_ptr_equal(walk.sitting.exercise, ahead);
    assert_true(walk.detour.on);
    assert_false(walk_detours(&walk));
    assert_int_equal(walk_length(&walk), walk.course.at[walk.place.lesson].outline.len);
    assert_int_equal(walk_move(&walk, -1, now), WALK_STEPPED);
    assert_at("back", WALK_EXERCISE, from.lesson, from.exercise);
    assert_false(walk.detour.on);

    /* Once: it is not gone to again, and the place that is kept is where one came from. */
    assert_true(answer_torn());
    assert_false(walk_detours(&walk));
    assert_slice("kept", store_setting(&walk.store, &walk.held, S("place")),
                 walk.course.at[from.lesson].outline.at[from.exercise].id);
}

static void goes_on_behind_a_detour(void **state)
{
    struct course_place from;
    (void)state;
    assert_true(find_detour(&from));
    walk_move(&walk, 1, now);
    const struct exercise *ahead = walk_ahead(&walk);
    assert_int_equal(walk_move(&walk, 1, now), WALK_STEPPED);
    assert_false(walk.detour.on);
    if (from.exercise + 1 < walk.course.at[from.lesson].outline.len) {
        assert_at("the next one", WALK_EXERCISE, from.lesson, from.exercise + 1);
        assert_ptr_equal(walk.sitting.exercise, ahead);
    } else {
        assert_at("the end", WALK_END, from.lesson, 0);
        assert_null(ahead);
    }
}

static void knows_when_not_to(void **state)
{
    struct course_place from = {0};
    char plan[200];
    (void)state;
    assert_true(find_detour(&from));
    struct slice id = walk.course.at[from.lesson].outline.at[from.exercise].id;
    add_pass(walk_ahead(&walk)->id, now, 0, true);
    walk_to(&walk, from, now);
    assert_true(answer_torn());
    assert_false(walk_detours(&walk)); /* it was passed */
    snprintf(plan, sizeof plan, "# T\n\n```plan\nlock: on\nskip: on\n%.*s\n```\n", (int)id.len,
             id.at);
    walk_close(&walk);
    open_plan(plan);
    walk_go_on(&walk, now);
    assert_true(answer_torn());
    assert_false(walk_detours(&walk)); /* the plan has its order */
}

/* ---- What is known */

static void counts_states(void **state)
{
    struct walk_known known;
    struct walk_skills skills;
    const struct outline *outline = &walk.course.at[1].outline;
    size_t total = 0, exercises = 0;
    (void)state;
    add_pass(outline->at[0].id, now, 0, true);
    add_pass(outline->at[1].id, now, 0, false);
    walk_read_known(&walk, &walk.held, &known);
    struct walk_tally tally = walk_count(&known, outline);
    assert_int_equal(tally.of[RECORD_SOLVED], 1);
    assert_int_equal(tally.of[RECORD_WORKING], 1);
    assert_int_equal(tally.of[RECORD_NEW], outline->len - 2);
    assert_int_equal(walk_state(&tally), RECORD_WORKING);
    assert_int_equal(walk_record(&known, S("no/such"))->state, RECORD_NEW);
    walk_skills(&walk, &known, &skills);
    for (unsigned skill = 0; skill < SKILL_COUNT; skill++)
        total += skills.of[skill].total;
    for (size_t i = 0; i < walk.course.len; i++)
        exercises += walk.course.at[i].outline.len;
    assert_int_equal(total, exercises);

    static const struct {
        struct walk_tally tally;
        enum record_state state;
    } rows[] = {{{{2, 0, 0, 0, 0}, 2}, RECORD_NEW},     {{{1, 0, 0, 1, 0}, 2}, RECORD_WORKING},
                {{{0, 0, 0, 1, 1}, 2}, RECORD_SOLVED},  {{{0, 0, 0, 0, 2}, 2}, RECORD_HELD},
                {{{0, 0, 1, 1, 0}, 2}, RECORD_WORKING}, {{{0, 2, 0, 0, 0}, 2}, RECORD_WORKING}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(walk_state(&rows[i].tally), rows[i].state);
}

/* ---- Search */

static void finds_words(void **state)
{
    struct walk_hits hits;
    (void)state;
    assert_int_equal(open_with(slice_of(pack), NULL), WALK_OPENED);
    size_t odd_lesson = walk.course.len - 1;
    walk_search(&walk, &walk.held, S("ZEBRA"), &hits);
    assert_int_equal(hits.len, 1);
    assert_true(hits.at[0].place.lesson == odd_lesson && hits.at[0].place.exercise == SIZE_MAX);
    assert_int_equal(hits.at[0].rule, RULE_COUNT);
    walk_search(&walk, &walk.held, S("odd/three"), &hits);
    assert_int_equal(hits.len, 1);
    assert_int_equal(hits.at[0].place.exercise, 2);
    assert_slice("its title", hits.at[0].title, S("Three"));
    walk_search(&walk, &walk.held, S("no such words anywhere"), &hits);
    assert_int_equal(hits.len, 0);
    walk_search(&walk, &walk.held, S(""), &hits);
    assert_int_equal(hits.len, 0);
    walk_close(&walk);
}

static void finds_rules_of_errors(void **state)
{
    static const struct {
        const char *message;
        enum rule rule;
    } rows[] = {
        {"docker: Error response from daemon: no command specified", RULE_NothingToRun},
        {"error during container init: exec: \"ls -la\": executable file not found in $PATH",
         RULE_BlankInWord},
        {"exec: \"--fake\": executable file not found in $PATH: unknown",
         RULE_CmdReplacedByOptions},
        {"exec: \"[\": executable file not found in $PATH", RULE_EntrypointJSON},
        {"exec: \"serve\": executable file not found in $PATH", RULE_CmdReplacedByRunArgs},
        {"executable file not found in $PATH", RULE_BlankInWord},
        {"docker: executable file not found", RULE_CmdReplacedByRunArgs},
        {"docker: invalid reference format", RULE_TypographicDash},
        {"JSONArgsRecommended: JSON arguments recommended for CMD to prevent unintended behavior",
         RULE_JSONArgsRecommended},
        {"nothingtorun", RULE_NothingToRun},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct walk_hits hits;
        bool found = false;
        walk_search(&walk, &walk.held, slice_of(rows[i].message), &hits);
        for (size_t k = 0; k < hits.len; k++)
            found = found || hits.at[k].rule == rows[i].rule;
        if (!found)
            fail_msg("%s: not found", rows[i].message);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_test_of_walk(goes_along_the_core),
        cmocka_unit_test(chooses_what_comes_next),
        cmocka_unit_test(practises),
        unit_test_of_walk(leaves_the_last_lesson),
        unit_test_of_walk(goes_where_it_is_told),
        unit_test_of_walk(goes_on_where_one_stopped),
        unit_test_of_walk(takes_the_hour),
        unit_test_of_walk(asks_again_at_the_end),
        unit_test_of_walk(goes_on_behind_the_core),
        cmocka_unit_test(steps_over_what_cannot_be_used),
        cmocka_unit_test(opens_without_a_directory),
        unit_test_of_walk(titles_hold_their_values),
        unit_test_of_walk(reviews_what_is_due),
        unit_test_of_walk(starts_with_questions),
        unit_test_of_walk(leaves_the_questions),
        cmocka_unit_test(keeps_to_a_plan),
        cmocka_unit_test(passes_over),
        cmocka_unit_test(goes_freely),
        cmocka_unit_test(refuses_plans),
        unit_test_of_walk(goes_where_beliefs_differ),
        unit_test_of_walk(goes_on_behind_a_detour),
        unit_test_of_walk(knows_when_not_to),
        unit_test_of_walk(counts_states),
        cmocka_unit_test(finds_words),
        unit_test_of_walk(finds_rules_of_errors),
    };
    if (setjmp(guard) != 0)
        return 1;
    return cmocka_run_group_tests(tests, write_pack, remove_pack);
}
