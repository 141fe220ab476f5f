/* What the course costs: home with a large pack and much progress, a check, a class.
 *
 *     learn make DIR            the files for the others (learn_files.h)
 *     learn home DIR PAIRING    opening home, the whole process
 *     learn judge               judging alone: every exercise, right and mistaken answers
 *     learn answer DIR          an answer from text to disk, and a bare commit beside it
 *     learn apart               the question that tells two beliefs apart
 *     learn class DIR PAIRING   reading a class of 300
 *     learn count               judges every answer in sitting_repeat, for callgrind
 *
 * Rows are: what, measured, limit, ok or OVER; see measure.h. */
#include "app/course/sitting.h"
#include "app/ground/heap.h"
#include "tests/bench/learn_files.h"
#include "tests/bench/measure.h"

#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

enum { MOST = 20000, STARTS = 15 };

struct times {
    double at[MOST];
    size_t len;
};

static void add_time(struct times *times, double time)
{
    if (times->len < MOST)
        times->at[times->len++] = time;
}

static double middle(struct times *times)
{
    return median(times->at, times->len);
}

static double most(struct times *times)
{
    middle(times);
    return times->len ? times->at[times->len - 1] : 0;
}

/* ---- Processes */

struct spent {
    double wall, cpu; /* ms */
};

static struct spent run_once(const char *const *words)
{
    union {
        const char *const *given;
        char *const *wanted;
    } argv = {words};
    struct rusage usage;
    int status = 0;
    pid_t pid = 0;
    const double start = now_us();
    if (posix_spawn(&pid, words[0], NULL, NULL, argv.wanted, environ) != 0 ||
        wait4(pid, &status, 0, &usage) != pid || !WIFEXITED(status) || WEXITSTATUS(status)) {
        fprintf(stderr, "%s: %d\n", words[0], status);
        exit(2);
    }
    return (struct spent){
        .wall = (now_us() - start) / 1e3,
        .cpu = (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e3 +
               (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e3,
    };
}

/* The shortest and the median of some runs, without what they print. */
static bool runs(const char *what, const char *const *words, size_t n, double limit)
{
    static struct times wall, cpu;
    char label[80];
    int out = dup(1), quiet = open("/dev/null", O_RDWR);
    wall.len = cpu.len = 0;
    fflush(stdout);
    dup2(quiet, 0);
    dup2(quiet, 1);
    for (size_t i = 0; i <= n; i++) {
        const struct spent spent = run_once(words);
        if (!i)
            continue; /* the files come from the disk */
        add_time(&wall, spent.wall);
        add_time(&cpu, spent.cpu);
    }
    dup2(out, 1);
    close(out);
    close(quiet);
    snprintf(label, sizeof label, "%s: median", what);
    row(label, middle(&wall), 0, "ms", "");
    snprintf(label, sizeof label, "%s: processor, median", what);
    row(label, middle(&cpu), 0, "ms", "");
    snprintf(label, sizeof label, "%s: minimum", what);
    return row(label, wall.at[0], limit, "ms", "");
}

static int home(const char *directory, const char *program)
{
    char pack[4096], state[4096];
    snprintf(pack, sizeof pack, "%s/pack", directory);
    snprintf(state, sizeof state, "%s/state", directory);
    setenv("XDG_STATE_HOME", state, 1);
    const char *const words[] = {program, "learn", "--plain", "--lessons", pack, NULL};
    return runs("home, 1,000 lessons, 10,000 attempts", words, STARTS, 30) ? 0 : 1;
}

static int class(const char *directory, const char *program)
{
    static char paths[CLASS_LEARNERS][4096];
    static const char *words[CLASS_LEARNERS + 3];
    words[0] = program;
    words[1] = "class";
    for (int i = 0; i < CLASS_LEARNERS; i++) {
        snprintf(paths[i], sizeof paths[i], "%s/class/%03d.json", directory, i + 1);
        words[i + 2] = paths[i];
    }
    return runs("a class of 300", words, 3, 2000) ? 0 : 1;
}

/* ---- In the process */

struct desk {
    struct arena held, scratch, tasks, texts;
    struct course course;
    struct store store;
    struct sitting sitting;
};

static struct desk *open_desk(const char *lessons, const char *state)
{
    static struct desk desk;
    arena_init(&desk.held, &heap);
    arena_init(&desk.scratch, &heap);
    arena_init(&desk.tasks, &heap);
    arena_init(&desk.texts, &heap);
    course_open(&desk.held, &desk.scratch, slice_of(lessons), &desk.course);
    store_open(&desk.store, state);
    desk.sitting = (struct sitting){
        .course = &desk.course, .store = &desk.store, .arena = &desk.tasks, .learner = S("bench")};
    return &desk;
}

static void close_desk(struct desk *desk)
{
    store_close(&desk->store);
    arena_free(&desk->held);
    arena_free(&desk->scratch);
    arena_free(&desk->tasks);
    arena_free(&desk->texts);
}

/* What is done with every answer of an exercise: the right one, then the predicted mistakes. */
typedef void each_answer(struct desk *desk, const struct exercise *exercise, struct slice text);

static void each_of(struct desk *desk, const struct exercise *exercise, each_answer *each)
{
    struct faults ignored = {.arena = &desk->texts};
    struct task task;
    arena_reset(&desk->texts, SITTING_TEXT);
    task_make(&desk->texts, &ignored, exercise, task_variant_of(exercise, desk->sitting.learner, 0),
              &task);
    each(desk, exercise, answer_text(&desk->texts, &task, NULL));
    for (size_t i = 0; i < task.wrongs.len; i++)
        if (!task.wrongs.at[i].when)
            each(desk, exercise, answer_text(&desk->texts, &task, &task.wrongs.at[i]));
    if (!task_is_said(exercise)) /* what nobody foresaw goes all the way */
        each(desk, exercise, S("ENTRYPOINT [\"something\",'else']\nCMD a b"));
}

static void each_exercise(struct desk *desk, each_answer *each)
{
    for (size_t i = 0; i < desk->course.len; i++) {
        const struct lesson *lesson = course_read(&desk->course, &desk->course.at[i]);
        for (size_t k = 0; k < lesson->exercises.len; k++)
            each_of(desk, &lesson->exercises.at[k], each);
    }
}

static struct times measured;
static struct slice slowest;
static double slowest_time;

static void note_time(const struct exercise *exercise, double time)
{
    add_time(&measured, time);
    if (time <= slowest_time)
        return;
    slowest_time = time;
    slowest = exercise->id;
}

static void forget_times(void)
{
    measured.len = 0;
    slowest_time = 0;
}

static void judge_once(struct desk *desk, const struct exercise *exercise, struct slice text)
{
    sitting_open(&desk->sitting, exercise, 1700000000);
    sitting_answer(&desk->sitting, text, 0, 1700000001);
}

/* The task made anew, all checks, the reply: the shortest of three, since others use the machine.
 */
static void judge(struct desk *desk, const struct exercise *exercise, struct slice text)
{
    double best = 1e18;
    judge_once(desk, exercise, text);
    for (int i = 0; i < 3; i++) {
        const double start = now_us();
        sitting_repeat(&desk->sitting);
        const double took = now_us() - start;
        best = took < best ? took : best;
    }
    note_time(exercise, best);
}

/* A page written and waited for: what the disk alone costs, measured between the answers. */
static struct times waits;
static int page_fd = -1;

static void wait_for_page(void)
{
    static const char page[4096];
    const double start = now_us();
    if (pwrite(page_fd, page, sizeof page, 0) == (ssize_t)sizeof page && fdatasync(page_fd) == 0)
        add_time(&waits, now_us() - start);
}

static void answer(struct desk *desk, const struct exercise *exercise, struct slice text)
{
    sitting_open(&desk->sitting, exercise, 1700000000);
    const double start = now_us();
    sitting_answer(&desk->sitting, text, 0, 1700000001);
    note_time(exercise, now_us() - start);
    if (page_fd >= 0)
        wait_for_page();
}

static int judging(void)
{
    struct desk *desk = open_desk("", NULL);
    char label[80], remark[80];
    forget_times();
    each_exercise(desk, judge);
    snprintf(label, sizeof label, "judging: median of %zu answers", measured.len);
    row(label, middle(&measured), 0, "µs", "");
    snprintf(remark, sizeof remark, "%.*s", (int)slowest.len, slowest.at);
    bool ok = row("judging: most", most(&measured), 1000, "µs", remark);
    close_desk(desk);
    return ok ? 0 : 1;
}

/* All answers, kept in a directory, or in memory; whether their median keeps the limit. */
static bool answer_all(const char *what, const char *state, double limit)
{
    struct desk *desk = open_desk("", state);
    char label[80], remark[80];
    forget_times();
    each_exercise(desk, answer);
    snprintf(label, sizeof label, "%s: median", what);
    bool ok = row(label, middle(&measured), limit, "µs", "");
    snprintf(label, sizeof label, "%s: most", what);
    snprintf(remark, sizeof remark, "%.*s", (int)slowest.len, slowest.at);
    row(label, most(&measured), 0, "µs", remark);
    close_desk(desk);
    return ok;
}

/* What is judged and kept: without the disk, and with it, whose commit waits for it twice. Times of
 * a disk are those of the machine: what is limited is how many waits it takes. */
static int answering(const char *directory)
{
    char state[4000], path[4096];
    snprintf(state, sizeof state, "%s/answers", directory);
    snprintf(path, sizeof path, "%s/page", directory);
    bool ok = answer_all("an answer, kept in memory", NULL, 1000);
    page_fd = open(path, O_RDWR | O_CREAT, 0600);
    answer_all("an answer, kept on disk", state, 0);
    double kept = middle(&measured), page = middle(&waits);
    row("  a page written and waited for: median", page, 0, "µs", "");
    ok &= row("  kept on disk, times that", page > 0 ? kept / page : 0, 15, "", "");
    close(page_fd);
    return ok ? 0 : 1;
}

/* Asks for every pair of beliefs; how many are told apart. */
static size_t ask_apart(struct desk *desk)
{
    size_t found = 0;
    struct course_place place;
    forget_times();
    for (unsigned a = 0; a < BELIEF_COUNT; a++)
        for (unsigned b = a + 1; b < BELIEF_COUNT; b++) {
            const double start = now_us();
            found += course_apart_place(&desk->course, (enum belief)a, (enum belief)b, &place);
            add_time(&measured, now_us() - start);
        }
    return found;
}

static int apart(void)
{
    struct desk *desk = open_desk("", NULL);
    char remark[80];
    size_t found = ask_apart(desk);
    snprintf(remark, sizeof remark, "%zu of %zu pairs", found, measured.len);
    row("two beliefs apart: median", middle(&measured), 0, "µs", remark);
    bool ok = row("two beliefs apart: most", most(&measured), 10000, "µs", "");
    ask_apart(desk);
    ok &= row("two beliefs apart, asked again: most", most(&measured), 100, "µs", "");
    close_desk(desk);
    return ok ? 0 : 1;
}

static void judge_again(struct desk *desk, const struct exercise *exercise, struct slice text)
{
    judge_once(desk, exercise, text);
    sitting_repeat(&desk->sitting);
    add_time(&measured, 0);
}

/* Judges every answer once more, in sitting_repeat, and prints how many; for callgrind. */
static int count(void)
{
    struct desk *desk = open_desk("", NULL);
    each_exercise(desk, judge_again);
    printf("%zu\n", measured.len);
    close_desk(desk);
    return 0;
}

int main(int argc, char **argv)
{
    static struct arena arena;
    struct slice mode = slice_of(argc > 1 ? argv[1] : "");
    arena_init(&arena, &heap);
    if (argc == 3 && slice_equal(mode, S("make"))) {
        pack_make(&arena, argv[2]);
        class_make(&arena, argv[2]);
        arena_free(&arena);
        return 0;
    }
    if (argc == 4 && slice_equal(mode, S("home")))
        return home(argv[2], argv[3]);
    if (argc == 4 && slice_equal(mode, S("class")))
        return class(argv[2], argv[3]);
    if (argc == 2 && slice_equal(mode, S("judge")))
        return judging();
    if (argc == 3 && slice_equal(mode, S("answer")))
        return answering(argv[2]);
    if (argc == 2 && slice_equal(mode, S("apart")))
        return apart();
    if (argc == 2 && slice_equal(mode, S("count")))
        return count();
    fputs("usage: learn make|home|judge|answer|apart|class|count …; see learn.c\n", stderr);
    return 2;
}
