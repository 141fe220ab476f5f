/* Lessons in order, read when they are wanted. See course.h. In: files. Out: lessons, places. */
#include "app/course/course.h"

#include "app/course/rows.h"

static void take_file(struct course *course, const struct shelf_file *file)
{
    struct course_lesson lesson = {.file = file};
    arena_reset(course->scratch, file->bytes.len * 4);
    outline_read(course->arena, course->scratch, file->name, file->bytes, &lesson.outline);
    if (!lesson.outline.title.len)
        lesson.outline.title = file->name;
    if (lesson.outline.role == LESSON_START)
        course->start = lesson;
    if (lesson.outline.role != LESSON_NUMBERED)
        return;
    uint32_t same = names_get(&course->slugs, lesson.outline.slug);
    if (same != NAMES_NONE) {
        course->at[same] = lesson;
        return;
    }
    names_set(course->arena, &course->slugs, lesson.outline.slug, (uint32_t)course->len);
    *list_add(course->arena, course) = lesson;
}

/* Of an id that is there twice the first place counts. */
static void add_ids(struct course *course, size_t lesson, const struct outline *outline)
{
    for (size_t i = 0; i < outline->len; i++) {
        if (names_get(&course->ids, outline->at[i].id) != NAMES_NONE)
            continue;
        names_set(course->arena, &course->ids, outline->at[i].id, (uint32_t)course->places.len);
        *list_add(course->arena, &course->places) = (struct course_place){lesson, i};
    }
}

bool course_open(struct arena *arena, struct arena *scratch, struct slice directory,
                 struct course *course)
{
    bool good = true;
    *course = (struct course){.arena = arena, .scratch = scratch, .faults = {.arena = arena}};
    shelf_add_embedded(arena, &course->shelf);
    if (directory.len)
        good = shelf_add_directory(arena, &course->faults, directory, &course->shelf);
    for (size_t i = 0; i < course->shelf.len; i++)
        take_file(course, &course->shelf.at[i]);
    for (size_t i = 0; i < course->len; i++)
        add_ids(course, i, &course->at[i].outline);
    if (course->start.file)
        add_ids(course, SIZE_MAX, &course->start.outline);
    return good;
}

/* A file as a pack of its own. */
static void read_file(struct course *course, const struct shelf_file *file, struct pack *pack)
{
    struct shelf_file copy = *file;
    const struct shelf shelf = {&copy, 1, 1};
    pack_read(course->arena, course->scratch, &course->faults, &shelf, pack);
}

const struct lesson *course_read(struct course *course, struct course_lesson *lesson)
{
    struct pack pack;
    if (!lesson->read) {
        read_file(course, lesson->file, &pack);
        lesson->read = pack.at[0];
    }
    return lesson->read;
}

const struct course_replies *course_replies(struct course *course)
{
    for (size_t i = 0; !course->has_replies && i < course->shelf.len; i++) {
        struct pack pack;
        if (lesson_role_of(course->shelf.at[i].name) != LESSON_REPLIES)
            continue;
        read_file(course, &course->shelf.at[i], &pack);
        for (size_t k = 0; k < pack.replies.len; k++)
            *list_add(course->arena, &course->replies) = pack.replies.at[k];
    }
    course->has_replies = true;
    return &course->replies;
}

struct course_lesson *course_lesson(struct course *course, struct course_place place)
{
    return place.lesson < course->len ? &course->at[place.lesson] : &course->start;
}

bool course_find(struct course *course, struct slice id, struct course_place *place)
{
    uint32_t found = names_get(&course->ids, id);
    if (found == NAMES_NONE)
        return false;
    *place = course->places.at[found];
    return true;
}

size_t course_named(const struct course *course, struct slice word)
{
    uint32_t number;
    size_t found = SIZE_MAX, n = 0;
    if (number_of(word, &number))
        return number && number <= course->len ? number - 1 : SIZE_MAX;
    for (size_t i = 0; i < course->len; i++) {
        struct slice slug = course->at[i].outline.slug;
        if (slice_equal_fold(slug, word))
            return i;
        if (word.len && slice_equal_fold(slice_first(slug, word.len), word)) {
            found = i;
            n++;
        }
    }
    return n == 1 ? found : SIZE_MAX;
}

/* An exercise of a lesson by its number or the name behind the slash of its id. */
static bool find_name(const struct outline *outline, struct slice name, size_t *exercise)
{
    uint32_t number;
    struct slice lesson, rest;
    if (number_of(name, &number)) {
        *exercise = number - 1;
        return number && number <= outline->len;
    }
    for (size_t i = 0; i < outline->len; i++) {
        slice_cut(outline->at[i].id, '/', &lesson, &rest);
        if (rest.len && slice_equal(rest, name)) {
            *exercise = i;
            return true;
        }
    }
    return false;
}

bool course_place(struct course *course, struct slice text, struct course_place *place)
{
    struct slice lesson, name;
    text = trimmed(text);
    if (course_find(course, text, place))
        return true;
    bool has_name = slice_cut(text, '/', &lesson, &name);
    place->lesson = course_named(course, lesson);
    place->exercise = SIZE_MAX;
    if (place->lesson == SIZE_MAX)
        return false;
    return !has_name || find_name(&course->at[place->lesson].outline, name, &place->exercise);
}

/* ---- Two beliefs */

/* What is known of a pair: places are sought once. */
struct apart {
    bool sought, found;
    struct course_place place;
};

struct course_apart {
    struct apart pairs[BELIEF_COUNT][BELIEF_COUNT];
};

/* Lessons are read when the question may be in them: the outline tells which have predictions. */
static bool find_apart(struct course *course, enum belief a, enum belief b,
                       struct course_place *place)
{
    size_t ask;
    for (size_t i = 0; i < course->len; i++) {
        const struct outline *outline = &course->at[i].outline;
        for (size_t k = 0; k < outline->len; k++) {
            if (outline->at[k].kind != EXERCISE_PREDICT)
                continue;
            const struct lesson *lesson = course_read(course, &course->at[i]);
            if (k >= lesson->exercises.len ||
                !exercise_apart(course->scratch, &lesson->exercises.at[k], a, b, &ask))
                continue;
            *place = (struct course_place){i, k};
            return true;
        }
    }
    return false;
}

bool course_apart_place(struct course *course, enum belief a, enum belief b,
                        struct course_place *place)
{
    if (!course->apart)
        course->apart = arena_new(course->arena, struct course_apart);
    struct apart *apart = &course->apart->pairs[a < b ? a : b][a < b ? b : a];
    if (!apart->sought)
        apart->found = find_apart(course, a, b, &apart->place);
    apart->sought = true;
    *place = apart->place;
    return apart->found;
}
