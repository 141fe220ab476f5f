/* The course as a whole: packs of a directory, places, and questions that tell beliefs apart. */
#include "tests/unit/unit.h"

#include "app/course/course.h"

#include <sys/stat.h>
#include <unistd.h>

#define EXERCISE(id, kind) "```exercise\nid: " id "\nkind: " kind "\npath: more\ncures: none\n```\n"
#define REST               "```solved\nSo.\n```\n```hint\na\n```\n```hint\nb\n```\n```hint\nc\n```\n"

/* Words are appended to CMD, and only CMD's last word gives way: on the first question both are
 * silent, on the second they differ. */
static const char lesson_text[] = "# Words\n\n## A title with `marks`\n\n" EXERCISE(
    "words/alone",
    "predict") "```given\nFROM base\nCMD [\"a\",\"b\"]\n```\n```ask\ndocker run p\n```\n" REST
               "\n## Another\n\n" EXERCISE(
                   "words/typed",
                   "predict") "```given\nFROM base\nCMD [\"a\",\"b\"]\n```\n```ask\ndocker run p "
                              "c\n```\n" REST;

struct room {
    struct arena held, scratch;
    char directory[256], path[300];
    struct course course;
};

static struct slice open_room(struct room *room)
{
    const char *tmp = getenv("TMPDIR");
    arena_init(&room->held, &unit_memory);
    arena_init(&room->scratch, &unit_memory);
    snprintf(room->directory, sizeof room->directory, "%s/pairing-course-XXXXXX",
             tmp && *tmp ? tmp : "/tmp");
    assert_non_null(mkdtemp(room->directory));
    return slice_of(room->directory);
}

static void put_file(struct room *room, const char *name, struct slice text)
{
    snprintf(room->path, sizeof room->path, "%s/%s", room->directory, name);
    FILE *file = fopen(room->path, "w");
    assert_non_null(file);
    assert_int_equal(fwrite(text.at, 1, text.len, file), text.len);
    assert_int_equal(fclose(file), 0);
}

static void take_file(struct room *room, const char *name)
{
    snprintf(room->path, sizeof room->path, "%s/%s", room->directory, name);
    assert_int_equal(remove(room->path), 0);
}

static void close_room(struct room *room)
{
    assert_int_equal(rmdir(room->directory), 0);
    arena_free(&room->held);
    arena_free(&room->scratch);
}

/* Files of every sort and size: what is a lesson is read whole, what is none is told. */
static void reads_a_directory(void **state)
{
    static const size_t sizes[] = {0, 1, 4096, 65535, 65536, 65537, 200000};
    struct room room;
    char name[32], link[320];
    (void)state;
    struct slice directory = open_room(&room);
    char *bytes = malloc(200000);
    assert_non_null(bytes);
    memset(bytes, 'x', 200000);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        snprintf(name, sizeof name, "1%zu-size.md", i);
        put_file(&room, name, (struct slice){bytes, sizes[i]});
    }
    snprintf(link, sizeof link, "%s/20-link.md", room.directory);
    assert_int_equal(symlink("11-size.md", link), 0);
    snprintf(link, sizeof link, "%s/21-fifo.md", room.directory);
    assert_int_equal(mkfifo(link, 0600), 0);
    snprintf(link, sizeof link, "%s/22-folder.md", room.directory);
    assert_int_equal(mkdir(link, 0700), 0);
    put_file(&room, "notes.txt", S("no lesson"));
    struct shelf shelf = {0};
    struct faults faults = {.arena = &room.held};
    assert_true(shelf_add_directory(&room.held, &faults, directory, &shelf));
    assert_int_equal(shelf.len, 8);
    for (size_t i = 0; i < 7; i++) {
        assert_int_equal(shelf.at[i].bytes.len, sizes[i]);
        assert_memory_equal(sizes[i] ? shelf.at[i].bytes.at : "", bytes, sizes[i]);
    }
    assert_int_equal(shelf.at[7].bytes.len, 1); /* through the link */
    assert_int_equal(faults.errors, 2);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        snprintf(name, sizeof name, "1%zu-size.md", i);
        take_file(&room, name);
    }
    take_file(&room, "20-link.md");
    take_file(&room, "21-fifo.md");
    take_file(&room, "22-folder.md");
    take_file(&room, "notes.txt");
    free(bytes);
    close_room(&room);
}

/* Many ids, so that their index grows; of an id that is there twice the first place counts. */
static void finds_ids(void **state)
{
    struct room room;
    (void)state;
    struct slice directory = open_room(&room);
    struct buffer text = {.arena = &room.held};
    char id[64];
    buffer_put(&text, S("# Many\n"));
    for (int i = 0; i < 500; i++) {
        snprintf(id, sizeof id, "## E\n```exercise\nid: many/e%d\nkind: write\n```\n", i % 499);
        buffer_put(&text, slice_of(id));
    }
    put_file(&room, "50-many.md", buffer_slice(&text));
    assert_true(course_open(&room.held, &room.scratch, directory, &room.course));
    for (size_t i = 0; i < 499; i++) {
        struct course_place place;
        snprintf(id, sizeof id, "many/e%zu", i);
        assert_true(course_find(&room.course, slice_of(id), &place));
        assert_int_equal(place.exercise, i);
        assert_slice(id, room.course.at[place.lesson].outline.slug, S("many"));
    }
    take_file(&room, "50-many.md");
    close_room(&room);
}

/* The place of the question, the same the second time and in the other order, in any pack. */
static void tells_beliefs_apart(void **state)
{
    struct room room;
    struct course_place place, again;
    (void)state;
    struct slice directory = open_room(&room);
    put_file(&room, "00-words.md", slice_of(lesson_text));
    assert_true(course_open(&room.held, &room.scratch, directory, &room.course));
    /* the pack's lesson stands behind those of the program: alone it is the first one */
    room.course.at[0] = room.course.at[room.course.len - 1];
    room.course.len = 1;
    const enum belief a = BELIEF_WordsAreAppended, b = BELIEF_LastWordGivesWay;
    assert_true(course_apart_place(&room.course, a, b, &place));
    assert_int_equal(place.lesson, 0);
    assert_int_equal(place.exercise, 1);
    assert_true(course_apart_place(&room.course, b, a, &again));
    assert_memory_equal(&again, &place, sizeof place);
    assert_false(course_apart_place(&room.course, a, a, &place));
    take_file(&room, "00-words.md");
    close_room(&room);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_a_directory),
        cmocka_unit_test(finds_ids),
        cmocka_unit_test(tells_beliefs_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
