/* Makes the files that learn.c measures. See learn_files.h. In: a directory. Out: files in it. */
#include "tests/bench/learn_files.h"

#include "app/course/exchange.h"
#include "app/course/store.h"
#include "app/ground/heap.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

enum { PATH = 4096, T0 = 1700000000 };

static void give_up(const char *what)
{
    perror(what);
    exit(2);
}

static void make_directory(char *path, const char *directory, const char *name)
{
    snprintf(path, PATH, "%s/%s", directory, name);
    if (mkdir(path, 0700) != 0)
        give_up(path);
}

static void write_file(const char *path, struct slice text)
{
    FILE *file = fopen(path, "w");
    if (!file || fwrite(text.at, 1, text.len, file) != text.len || fclose(file) != 0)
        give_up(path);
}

/* ---- A pack */

/* An exercise as lessons have them, %d being the lesson and the exercise. */
static const char exercise_text[] =
    "## %s of service %d\n\n"
    "```exercise\nid: lesson-%d/part-%d\nkind: %s\npath: %s\ncures: none\n```\n\n"
    "Left alone, the image starts service %d on its usual port. Whoever types a port gets\n"
    "that one.\n\n"
    "```given\nFROM base\n```\n\n"
    "```check\ndocker run p => [\"service\",\"--port\",\"8080\"]\n"
    "docker run p --port 9090 => [\"service\",\"--port\",\"9090\"]\n```\n\n"
    "```hint\nWhich word stays in both lines?\n```\n```hint\nWhat stays is ENTRYPOINT's.\n```\n"
    "```hint\n`ENTRYPOINT [\"ping\"]` and a host in CMD.\n```\n\n"
    "```answer\nENTRYPOINT [\"service\"]\nCMD [\"--port\",\"8080\"]\n```\n"
    "```answer\nentrypoint [\"service\"]\ncmd [\"--port\", \"8080\"]\n```\n\n"
    "```solved\nThe program stays, the port gives way.\n```\n\n"
    "```wrong all-in-cmd\nCMD [\"service\", \"--port\", \"8080\"]\n```\n"
    "> All of CMD gave way, the program too. Which list stays?\n\n";

static void put_lesson(char *text, size_t size, int lesson)
{
    size_t len = (size_t)snprintf(text, size,
                                  "# The many ways of service %d\n\n"
                                  "A service has a program and a port. One of them varies.\n\n"
                                  "```example\nENTRYPOINT [\"service\"]\nCMD [\"--port\", "
                                  "\"8080\"]\n---\ndocker run p\n```\n\n",
                                  lesson);
    for (int i = 0; i < PACK_EXERCISES; i++)
        len += (size_t)snprintf(text + len, size - len, exercise_text,
                                i == 2 && lesson % 10 == 0 ? "The `--port`" : "The port", lesson,
                                lesson, i, "write", i < 2 ? "core" : "more", lesson);
}

static void add_attempts(struct arena *arena, struct deeds *deeds)
{
    for (int i = 0; i < PACK_ATTEMPTS; i++) {
        char id[64];
        snprintf(id, sizeof id, "lesson-%d/part-%d", i / PACK_EXERCISES % PACK_LESSONS + 1,
                 i % PACK_EXERCISES);
        bool passed = i % 3 != 0;
        *list_add(arena, deeds) = (struct deed){
            .exercise = arena_copy(arena, slice_of(id)),
            .at = T0 + i * 60,
            .passed = passed,
            .seconds = 40,
            .sure = (uint32_t)i % 4,
            .answer = passed ? S("ENTRYPOINT [\"service\"]\nCMD [\"--port\", \"8080\"]")
                             : S("CMD [\"service\", \"--port\", \"8080\"]"),
            .reply = passed ? S("") : S("all-in-cmd"),
            .beliefs = passed ? S("") : S("words-append"),
        };
    }
}

void pack_make(struct arena *arena, const char *directory)
{
    static struct store store;
    struct deeds deeds = {0};
    char folder[PATH], path[PATH + 64], text[1 << 14];
    make_directory(folder, directory, "pack");
    for (int i = 1; i <= PACK_LESSONS; i++) {
        put_lesson(text, sizeof text, i);
        snprintf(path, sizeof path, "%s/%02d-lesson-%04d.md", folder, i / 10 % 100, i);
        write_file(path, slice_of(text));
    }
    make_directory(folder, directory, "state");
    make_directory(folder, directory, "state/pairing");
    add_attempts(arena, &deeds);
    store_open(&store, folder);
    if (store_import(&store, &deeds) != PACK_ATTEMPTS)
        give_up("progress");
    store_set(&store, S("start"), S("done"));
    store_close(&store);
}

/* ---- A class */

struct slice answer_text(struct arena *arena, const struct task *task, const struct wrong *wrong)
{
    struct buffer text = {.arena = arena};
    const struct wrong none = {0};
    struct work work;
    if (!wrong && !task_is_said(task->exercise))
        return task->answers.at[0].text;
    wrong_work(arena, task, wrong ? wrong : &none, &work);
    if (!task_is_said(task->exercise))
        return work.text;
    for (size_t i = 0; i < work.said_len; i++) {
        buffer_put(&text, i ? S("\n") : S(""));
        buffer_put(&text, work.said[i]);
    }
    return buffer_slice(&text);
}

/* The same answer, spelled by one learner in three as nobody else does. */
static struct slice spelled(struct arena *arena, const struct task *task, struct slice text,
                            unsigned learner)
{
    char own[64];
    if (learner % 3 || task_is_said(task->exercise))
        return text;
    if (!task_asks_line(task->exercise))
        snprintf(own, sizeof own, "\n# %u", learner);
    else
        snprintf(own, sizeof own, "%*s", (int)learner, "");
    return arena_join(arena, text, slice_of(own));
}

static void add_answer(struct arena *arena, struct deeds *deeds, const struct task *task,
                       const struct wrong *wrong, unsigned learner)
{
    *list_add(arena, deeds) = (struct deed){
        .exercise = task->exercise->id,
        .at = T0 + learner + (int64_t)deeds->len * 100,
        .passed = !wrong,
        .seconds = 40,
        .variant = task->variant,
        .answer = spelled(arena, task, answer_text(arena, task, wrong), learner),
        .reply = wrong ? wrong->name : S(""),
    };
}

static void add_exercise(struct arena *arena, struct deeds *deeds, const struct exercise *exercise,
                         unsigned learner)
{
    struct task *task = arena_new(arena, struct task);
    struct faults ignored = {.arena = arena};
    struct wrong *wrong = NULL;
    task_make(arena, &ignored, exercise, learner % task_variants(exercise), task);
    for (size_t i = 0; i < task->wrongs.len && !wrong; i++)
        if (!task->wrongs.at[(learner + i) % task->wrongs.len].when)
            wrong = &task->wrongs.at[(learner + i) % task->wrongs.len];
    if (wrong)
        add_answer(arena, deeds, task, wrong, learner);
    add_answer(arena, deeds, task, NULL, learner);
}

void class_make(struct arena *arena, const char *directory)
{
    struct course course;
    struct arena scratch, one;
    char folder[PATH], path[PATH + 64];
    arena_init(&scratch, &heap);
    arena_init(&one, &heap);
    arena_reset(&scratch, SIZE_MAX / 64);
    make_directory(folder, directory, "class");
    course_open(arena, &scratch, S(""), &course);
    for (unsigned learner = 1; learner <= CLASS_LEARNERS; learner++) {
        struct deeds deeds = {0};
        struct buffer out = {.arena = &one};
        arena_reset(&one, 0);
        for (size_t i = 0; i < course.len; i++) {
            const struct lesson *lesson = course_read(&course, &course.at[i]);
            for (size_t k = 0; k < lesson->exercises.len; k++)
                add_exercise(&one, &deeds, &lesson->exercises.at[k], learner);
        }
        exchange_put(&out, S("learner"), &deeds);
        snprintf(path, sizeof path, "%s/%03u.json", folder, learner);
        write_file(path, buffer_slice(&out));
    }
    arena_free(&one);
    arena_free(&scratch);
}
