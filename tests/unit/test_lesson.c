/* Lesson files: what is read, and the variants of what was read. */
#include "tests/unit/unit.h"

#include "app/course/exercise.h"
#include "app/course/outline.h"
#include "app/course/pack.h"
#include "tests/support/question.h"

static const char text[] =
    "# The pairing\n"
    "\n"
    "Two lists.\n"
    "\n"
    "## Ping {{HOST}}\n"
    "\n"
    "```exercise\n"
    "id: pairing/ping\n"
    "kind: write\n"
    "path: core\n"
    "cures: M28, M01\n"
    "image: ping\n"
    "```\n"
    "\n"
    "Ping {{HOST}}, `{{COUNT}}` times.\n"
    "\n"
    "```given\nFROM tool\n```\n"
    "```given tool\nFROM base\nENV A=1\n```\n"
    "```vary\nHOST = localhost | h2\nCOUNT = 3 | 5 | 7\n```\n"
    "```check\ndocker run ping => [\"ping\",\"-c\",\"{{COUNT}}\",\\\n  \"{{HOST}}\"]\n```\n"
    "```check hidden\nentrypoint = [\"ping\"]\n```\n"
    "```hint\na\n```\n```hint\nb\n```\n```hint\nc `{{HOST}}`\n```\n"
    "```answer\nENTRYPOINT [\"ping\"]\nCMD [\"-c\",\"{{COUNT}}\",\"{{HOST}}\"]\n```\n"
    "```answer\nCMD [\"-c\",\"{{COUNT}}\",\"{{HOST}}\"]\nENTRYPOINT [ \"ping\" ]\n```\n"
    "```solved\nSo.\n```\n"
    "```wrong all\nENTRYPOINT [\"ping\",\"-c\",\"{{COUNT}}\",\"{{HOST}}\"]\n```\n"
    "> {{HOST}} stays.\n"
    "> May it?\n";

static void read_text(struct arena *arena, const char *file, const char *bytes,
                      struct faults *faults, struct lesson *lesson)
{
    *faults = (struct faults){.arena = arena, .file = slice_of(file)};
    lesson_read(arena, arena, slice_of(file), slice_of(bytes), faults, lesson);
}

static void reads(void **state)
{
    struct faults faults;
    struct lesson lesson;
    read_text(*state, "dir/04-the-pairing.md", text, &faults, &lesson);
    assert_int_equal(faults.len, 0);
    assert_slice("title", lesson.title, S("The pairing"));
    assert_slice("slug", lesson.slug, S("the-pairing"));
    assert_int_equal(lesson.number, 4);
    assert_int_equal(lesson.exercises.len, 1);
    const struct exercise *exercise = &lesson.exercises.at[0];
    assert_true(exercise->usable && exercise->core);
    assert_int_equal(exercise->kind, EXERCISE_WRITE);
    assert_int_equal(exercise->cures.len, 2);
    assert_slice("cures", exercise->cures.at[0], S("M28"));
    assert_slice("image", exercise->image, S("ping"));
    assert_int_equal(task_variants(exercise), 6);
}

static void varies(void **state)
{
    struct faults faults;
    struct lesson lesson;
    struct task task;
    read_text(*state, "04-the-pairing.md", text, &faults, &lesson);
    task_make(*state, &faults, &lesson.exercises.at[0], 3, &task);
    assert_int_equal(faults.len, 0);
    assert_slice("prose", markdown_text(*state, &task.prose.at[0]), S("Ping h2, 5 times."));
    assert_slice("hint", markdown_text(*state, &task.hints[2].at[0]), S("c h2"));
    assert_int_equal(task.checks.len, 2);
    assert_int_equal(task.visible, 1);
    assert_int_equal(task.checks.at[0].list.len, 4);
    assert_slice("a joined line", task.checks.at[0].list.at[3].text, S("h2"));
    assert_slice("reply", markdown_text(*state, &task.wrongs.at[0].reply.at[0]),
                 S("h2 stays. May it?"));
    assert_int_equal(task.images.len, 1);
    assert_true(task.images.at[0].built);
    assert_slice("its lines", task.images.at[0].dockerfile, S("FROM base\nENV A=1\n"));
    assert_int_equal(task_lines_before(*state, &task, S("CMD a")), 1);
    task.given = S("ENV A=1\nENV B=1\n");
    assert_int_equal(task_lines_before(*state, &task, S("CMD a")), 3);
    assert_int_equal(task_lines_before(*state, &task, S("# b\nFROM a")), 2);
    task.given = S("");
    assert_int_equal(task_lines_before(*state, &task, S("FROM a")), 0);
    assert_slice("name", task_variant_name(*state, &lesson.exercises.at[0], 3),
                 S("HOST=h2 COUNT=5"));
}

/* The same learner meets the same variant, and another one when it comes back. */
static void chooses(void **state)
{
    struct faults faults;
    struct lesson lesson;
    read_text(*state, "04-the-pairing.md", text, &faults, &lesson);
    const struct exercise *exercise = &lesson.exercises.at[0];
    uint32_t first = task_variant_of(exercise, S("ada"), 0);
    assert_int_equal(first, task_variant_of(exercise, S("ada"), 0));
    for (uint32_t round = 1; round < 6; round++)
        assert_int_not_equal(first, task_variant_of(exercise, S("ada"), round));
}

static const struct {
    const char *file;
    enum lesson_role role;
    const char *slug;
} files[] = {
    {"01-one-argv.md", LESSON_NUMBERED, "one-argv"},
    {"a/b/12-x.md", LESSON_NUMBERED, "x"},
    {"start.md", LESSON_START, "start"},
    {"x/replies.md", LESSON_REPLIES, "replies"},
    {"README.md", LESSON_NO_ROLE, "README"},
    {"monday.md", LESSON_PLAN, "monday"},
    {"1-x.md", LESSON_PLAN, "1-x"},
};

static void names(void **state)
{
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct faults faults;
        struct lesson lesson;
        read_text(*state, files[i].file, "# x\n", &faults, &lesson);
        assert_int_equal(lesson.role, files[i].role);
        assert_slice(files[i].file, lesson.slug, slice_of(files[i].slug));
    }
}

static void plans(void **state)
{
    struct faults faults;
    struct lesson lesson;
    read_text(*state, "monday.md",
              "# Monday\n\n```plan\nlock: on\nshown: off\nminutes: 45\na/b 10\nc/d\n```\n", &faults,
              &lesson);
    assert_int_equal(faults.len, 0);
    assert_true(lesson.has_plan && lesson.plan.lock && !lesson.plan.skip && !lesson.plan.shown);
    assert_int_equal(lesson.plan.minutes, 45);
    assert_int_equal(lesson.plan.len, 2);
    assert_int_equal(lesson.plan.at[0].minutes, 10);
    assert_slice("id", lesson.plan.at[1].id, S("c/d"));
}

/* Headings of replies.md: findings and failures, each with one quote. */
static void replies(void **state)
{
    struct faults faults;
    struct lesson lesson;
    read_text(*state, "replies.md",
              "# Replies\n\n## BlankInWord\n> One word. Which?\n\n## fails pull\n> None. Which?\n"
              "\n## fails  no-command\n> Nothing. Which?\n",
              &faults, &lesson);
    assert_int_equal(faults.len, 0);
    assert_int_equal(lesson.replies.len, 3);
    assert_int_equal(lesson.replies.at[0].rule, RULE_BlankInWord);
    assert_int_equal(lesson.replies.at[0].failure, ENDS_RUNS);
    assert_int_equal(lesson.replies.at[1].failure, ENDS_PULL);
    assert_int_equal(lesson.replies.at[2].failure, ENDS_NO_COMMAND);
    assert_slice("name", course_reply_name(*state, &lesson.replies.at[1]), S("fails pull"));
    assert_slice("reply", markdown_text(*state, &lesson.replies.at[2].reply.at[0]),
                 S("Nothing. Which?"));
}

static const struct {
    const char *text;
    enum words_id id;
    uint32_t line;
} bad_replies[] = {
    {"# R\n## NoSuchRule\n> a\n", WORDS_LESSON_RULE_UNKNOWN, 2},
    {"# R\n## fails nowhere\n> a\n", WORDS_LESSON_FAILURE_UNKNOWN, 2},
    {"# R\n## fails\n> a\n", WORDS_LESSON_FAILURE_UNKNOWN, 2},
    {"# R\n## fails pull\n\n## fails build\n> a\n", WORDS_LESSON_RULE_NO_REPLY, 2},
    {"# R\n## fails pull\n> a\n## fails build\n> a\n## fails pull\n> a\n", WORDS_LESSON_RULE_TWICE,
     6},
};

static void refuses_replies(void **state)
{
    for (size_t i = 0; i < sizeof bad_replies / sizeof *bad_replies; i++) {
        struct faults faults = {.arena = *state};
        struct shelf_file file = {S("replies.md"), slice_of(bad_replies[i].text)};
        const struct shelf shelf = {&file, 1, 1};
        struct arena scratch;
        struct pack pack;
        arena_init(&scratch, &unit_memory);
        pack_read(*state, &scratch, &faults, &shelf, &pack);
        arena_free(&scratch);
        if (faults.errors != 1 || faults.at[0].id != bad_replies[i].id)
            fail_msg("%s: %zu faults", bad_replies[i].text, faults.errors);
        assert_int_equal(faults.at[0].line, bad_replies[i].line);
    }
}

/* The number of the line that begins at a place of a text. */
static uint32_t line_of(struct slice bytes, size_t at)
{
    uint32_t line = 1;
    for (size_t i = 0; i < at; i++)
        line += bytes.at[i] == '\n';
    return line;
}

/* Fences that hold fences, headings, or nothing; what is an exercise must not depend on them. */
static void outlines_of_fences(void **state)
{
    static const struct slice rows[] = {
        S_INIT("## A\n```exercise\nid: a/a\n```\n## B\n```exercise\nid: a/b\n```\n"),
        S_INIT("## A\n````exercise\nid: a/a\n```\n````\n## B\n```exercise\nid: a/b\n```"),
        S_INIT("## A\n```exercise\nid: a/a\n```\n````check\n```\n## C\n  x ````\n    ````\n   `````"
               " \n## B\n~~~exercise\nid: a/b\n~~~\n"),
        S_INIT("## A\n```exercise\nid: a/a\n```\n```x\n~~~\n`` ## C\n ` `\n```\n## B\n"
               "```exercise\nid: a/b\n```\n```start\n## C\n"),
        S_INIT("```\n## C\n```\r\n## A\r\n```exercise\r\nid: a/a\r\n```\r\n## B\r\n```exercise "
               "\r\nid: a/b\r\n"),
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct outline outline;
        outline_read(*state, *state, S("01-a.md"), rows[i], &outline);
        assert_int_equal(outline.len, 2);
        assert_slice("a", outline.at[0].id, S("a/a"));
        assert_slice("b", outline.at[1].id, S("a/b"));
        assert_true(slice_starts(slice_after(rows[i], outline.at[1].at), S("## B")));
    }
}

/* The outline of every lesson in the program says what reading it says. */
static void outlines(void **state)
{
    struct shelf shelf = {0};
    shelf_add_embedded(*state, &shelf);
    assert_true(shelf.len > 0);
    for (size_t i = 0; i < shelf.len; i++) {
        struct faults faults = {.arena = *state};
        struct lesson lesson;
        struct outline outline;
        lesson_read(*state, *state, shelf.at[i].name, shelf.at[i].bytes, &faults, &lesson);
        outline_read(*state, *state, shelf.at[i].name, shelf.at[i].bytes, &outline);
        assert_slice("title", outline.title, lesson.title);
        assert_slice("slug", outline.slug, lesson.slug);
        for (size_t k = 0; k < lesson.exercises.len; k++) {
            const struct exercise *exercise = &lesson.exercises.at[k];
            assert_true(k < outline.len);
            assert_slice("title", outline.at[k].title, exercise->title);
            assert_slice("id", outline.at[k].id, exercise->id);
            assert_int_equal(line_of(shelf.at[i].bytes, outline.at[k].at), exercise->line);
            assert_int_equal(outline.at[k].kind, exercise->kind);
            assert_int_equal(outline.at[k].core, exercise->core);
        }
    }
}

/* Reads and judges with the n-th allocation failing; whether it ran to its end. */
static bool runs_without(size_t n, struct counted *counted)
{
    struct arena arena;
    jmp_buf guard;
    *counted = (struct counted){.fail_at = n};
    const struct memory memory = counted_memory(counted);
    arena_init(&arena, &memory);
    arena.guard = &guard;
    volatile bool ran = false;
    if (setjmp(guard) == 0) {
        struct faults faults;
        struct lesson lesson;
        struct task task;
        struct verdict verdict;
        read_text(&arena, "04-the-pairing.md", text, &faults, &lesson);
        task_make(&arena, &faults, &lesson.exercises.at[0], 1, &task);
        exercise_judge(&arena, &task, NULL, &(struct work){.text = S("CMD ping")}, &verdict);
        ran = !verdict.passes;
    }
    arena_free(&arena);
    return ran;
}

static void bears_failing_memory(void **state)
{
    struct counted counted;
    (void)state;
    assert_true(runs_without(0, &counted));
    size_t takes = counted.takes;
    for (size_t n = 1; n <= takes; n++) {
        runs_without(n, &counted);
        assert_int_equal(counted.in_use, 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_test_with_arena(reads),
        unit_test_with_arena(varies),
        unit_test_with_arena(chooses),
        unit_test_with_arena(names),
        unit_test_with_arena(plans),
        unit_test_with_arena(outlines_of_fences),
        unit_test_with_arena(replies),
        unit_test_with_arena(refuses_replies),
        unit_test_with_arena(outlines_of_fences),
        unit_test_with_arena(outlines),
        cmocka_unit_test(bears_failing_memory),
    };
    return cmocka_run_group_tests_name("lesson", tests, NULL, NULL);
}
