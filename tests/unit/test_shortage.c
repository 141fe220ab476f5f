/* The course on the screen with too little memory: of all allocations of a step every one fails
 * once. Nothing crashes, what was typed is still there, and the step succeeds when it is done
 * again.
 *
 * malloc, calloc and realloc of everything that is linked in are ours (the linker's --wrap). */
#include "tests/unit/desk.h"

#include "app/ground/heap.h"
#include "app/screen/view.h"
#include "app/session/learning.h"

#include <time.h>

/* ---- Memory that fails once */

static size_t takes, fail_at; /* fail_at 0: none fails */

void *__real_malloc(size_t size);
void *__real_calloc(size_t n, size_t size);
void *__real_realloc(void *block, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t n, size_t size);
void *__wrap_realloc(void *block, size_t size);

static bool fails(void)
{
    return fail_at && ++takes == fail_at;
}

void *__wrap_malloc(size_t size)
{
    return fails() ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t n, size_t size)
{
    return fails() ? NULL : __real_calloc(n, size);
}

void *__wrap_realloc(void *block, size_t size)
{
    return fails() ? NULL : __real_realloc(block, size);
}

/* ---- A session of the course, and the scratchpad beside it */

static int64_t noon(void)
{
    return 1750000000;
}

struct room {
    struct session course, pad;
    struct frame frame;
    struct view view;
    enum walk_failure failure;
};

static void open_room(struct room *room, struct desk *desk, const char *place, bool on_disk)
{
    enum walk_step step;
    const struct session_setup setup = {.host = &desk->host};
    const struct learning_setup course = {
        .walk = {.memory = &heap, .learner = S("someone"), .state = on_disk ? desk->path : NULL},
        .clock = noon,
        .place = slice_of(place)};
    memset(room, 0, sizeof *room);
    session_open(&room->pad, &setup);
    session_open(&room->course, &setup);
    room->failure = learning_open(&room->course, &course, &step);
    room->course.other = &room->pad;
    room->view = (struct view){.frame = &room->frame, .session = &room->course};
}

static void close_room(struct room *room)
{
    view_free(&room->view);
    frame_free(&room->frame);
    session_close(&room->course);
    session_close(&room->pad);
}

/* ---- Steps */

struct action {
    enum command command; /* or, as NONE, a text; */
    const char *text, *line;
};

#define DO(name)                                                                                   \
    {                                                                                              \
        COMMAND_##name, NULL, NULL                                                                 \
    }
#define TYPE(text)                                                                                 \
    {                                                                                              \
        COMMAND_NONE, text, NULL                                                                   \
    }
#define LINE(text)                                                                                 \
    {                                                                                              \
        COMMAND_NONE, NULL, text                                                                   \
    }

static void act_step(struct room *room, const struct action *step)
{
    struct session *session = &room->course;
    if (step->text)
        session_type(session, slice_of(step->text), true);
    else if (step->line)
        session_line(session, slice_of(step->line), strlen(step->line));
    else
        session_do(session, step->command);
}

static void paint(struct room *room)
{
    if (frame_resize(&room->frame, 24, 80))
        view_paint(&room->view);
}

/* What comes last is what memory fails in. */
struct play {
    const char *name, *place;
    struct action steps[8];
    bool on_disk; /* progress is kept in a file, which is slow */
};

#define SERVE TYPE("ENTRYPOINT [\"myapp\"]\nCMD [\"serve\", \"--port\", \"9000\"]\n")
#define NGINX TYPE("CMD [\"nginx\", \"-g\", \"daemon off;\"]")

static const struct play scenes[] = {
    {"to an exercise", "", {DO(HOME), DO(CHOOSE), DO(NEXT)}},
    {"to the next", "pairing/serve", {SERVE, DO(NEXT)}},
    {"to one that was begun", "pairing/serve", {SERVE, DO(NEXT), DO(PREVIOUS)}},
    {"home", "pairing/serve", {SERVE, DO(HOME)}, true},
    {"typing", "pairing/serve", {SERVE}},
    {"a check", "pairing/serve", {SERVE, DO(CHECK)}, true},
    {"a check that fails", "pairing/serve", {NGINX, DO(CHECK)}},
    {"a second check", "pairing/serve", {NGINX, DO(CHECK), DO(CHECK)}, true},
    {"a run line", "cmd/quoted", {LINE("docker run p 'ls -l /etc'"), DO(LINE_TRY)}},
    {"a prediction", "pairing/git-bash", {TYPE("a b"), DO(ACCEPT), DO(SURE_1)}},
    {"a sorting", "forms/phase", {TYPE("1"), TYPE("2"), DO(CHECK)}},
    {"a hint", "pairing/serve", {SERVE, DO(HINT)}},
    {"the answer", "pairing/serve", {SERVE, DO(SHOW_ANSWER)}},
    {"the text", "pairing/serve", {SERVE, DO(TEXT)}},
    {"the end", "4/6", {DO(NEXT)}},
    {"search", "pairing/serve", {SERVE, DO(SEARCH), TYPE("exec form")}},
    {"to what was found", "pairing/serve", {SERVE, DO(SEARCH), TYPE("BlankInWord"), DO(CHOOSE)}},
    {"progress", "one-argv/nginx", {NGINX, DO(CHECK), DO(PROGRESS)}},
    {"a reset", "one-argv/nginx", {NGINX, DO(CHECK), DO(PROGRESS), DO(RESET_ALL), DO(YES)}, true},
    {"a reset undone",
     "one-argv/nginx",
     {NGINX, DO(CHECK), DO(PROGRESS), DO(RESET_ALL), DO(YES), DO(UNDO_RESET)}},
    {"design", "pairing/two-callers", {TYPE("CMD [\"a\"]"), DO(DESIGN)}},
    {"tower", "inherit/remove", {DO(TOWER)}},
    {"surface", "inherit/remove", {DO(SURFACE)}},
    {"merge", "pairing/serve", {SERVE, DO(CHECK), DO(MERGE)}},
    {"scratchpad", "pairing/serve", {SERVE, DO(SCRATCHPAD)}},
    {"the first start", "start", {TYPE("a"), DO(ACCEPT), DO(SURE_1), DO(CHOOSE)}},
};

static size_t length(const struct play *scene)
{
    size_t len = 0;
    while (scene->steps[len].command || scene->steps[len].text || scene->steps[len].line)
        len++;
    return len;
}

/* Where one is, and what stands there. */
struct standing {
    enum pane page;
    enum walk_at at;
    size_t lesson, exercise, rows;
    bool passed, verdict;
    uint64_t text;
};

static uint64_t sum_of(struct slice text)
{
    uint64_t sum = text.len;
    for (size_t i = 0; i < text.len; i++)
        sum = sum * 31 + (unsigned char)text.at[i];
    return sum;
}

static struct standing standing_of(const struct session *session)
{
    const struct walk *walk = &session->learning->walk;
    return (struct standing){
        .page = session->page,
        .at = walk->at,
        .lesson = walk->at == WALK_HOME ? 0 : walk->place.lesson,
        .exercise = walk->at == WALK_HOME ? 0 : walk->place.exercise,
        .rows = session->page == PANE_COUNT ? 0 : session->rows[session->page],
        .passed = walk->at == WALK_EXERCISE && walk->sitting.passed,
        .verdict = walk->at == WALK_EXERCISE && walk->sitting.has_verdict,
        .text = sum_of(editor_text((struct editor *)(uintptr_t)&session->editor)) +
                sum_of((struct slice){session->line, session->line_len}),
    };
}

static bool is_same(const struct standing *a, const struct standing *b)
{
    return a->page == b->page && a->at == b->at && a->lesson == b->lesson &&
           a->exercise == b->exercise && a->rows == b->rows && a->passed == b->passed &&
           a->verdict == b->verdict && a->text == b->text;
}

static void forget(const struct desk *desk)
{
    char path[300];
    snprintf(path, sizeof path, "%s/progress.db", desk->path);
    remove(path);
}

/* Does all but the last step; what was typed by then. */
static struct standing prepare(struct room *room, struct desk *desk, const struct play *scene)
{
    forget(desk);
    open_room(room, desk, scene->place, scene->on_disk);
    assert_int_equal(room->failure, WALK_OPENED);
    paint(room);
    for (size_t i = 0; i + 1 < length(scene); i++)
        act_step(room, &scene->steps[i]);
    return standing_of(&room->course);
}

/* The last step with the n-th allocation failing: whether one did. */
static bool fall_short(struct desk *desk, const struct play *scene, size_t n,
                       const struct standing *wanted)
{
    static struct room room;
    const struct action *last = &scene->steps[length(scene) - 1];
    struct standing before = prepare(&room, desk, scene);
    takes = 0;
    fail_at = n;
    act_step(&room, last);
    paint(&room);
    bool failed = takes >= n;
    fail_at = 0;
    struct session *session = &room.course;
    struct standing now = standing_of(session);
    if (getenv("SHOWALL"))
        print_message("%s %zu: %s%s page %d rows %zu: %s\n", scene->name, n,
                      is_same(&now, wanted) ? "same" : "other",
                      room.view.failed ? " unpainted" : "", now.page, now.rows, session->message);
    if (!is_same(&now, wanted)) {
        if (!session->message[0] && !room.view.failed)
            fail_msg("%s: without allocation %zu nothing is said", scene->name, n);
        bool here =
            now.at == before.at && now.lesson == before.lesson && now.exercise == before.exercise;
        if (here && before.at == WALK_EXERCISE && last->command != COMMAND_NONE &&
            now.text != before.text)
            fail_msg("%s: without allocation %zu the text is another", scene->name, n);
    }
    paint(&room);
    assert_false(room.view.failed);
    session_do(session, COMMAND_HOME);
    paint(&room);
    if (!session->rows[PANE_HOME])
        fail_msg("%s: without allocation %zu home stays empty", scene->name, n);
    close_room(&room);
    return failed;
}

static void bears_a_lack_of_memory(void **state)
{
    static struct room room;
    struct desk *desk = *state;
    for (size_t i = 0; i < sizeof scenes / sizeof *scenes; i++) {
        prepare(&room, desk, &scenes[i]);
        act_step(&room, &scenes[i].steps[length(&scenes[i]) - 1]);
        struct standing wanted = standing_of(&room.course);
        close_room(&room);
        size_t n = 1;
        while (fall_short(desk, &scenes[i], n, &wanted))
            n += 1 + n / 8;
        if (getenv("SHOW"))
            print_message("%s: %zu\n", scenes[i].name, n);
    }
}

/* Opening is all or nothing. */
static void opens_or_says_so(void **state)
{
    static struct room room;
    struct desk *desk = *state;
    for (size_t n = 1, opened = 0; opened < 3; n += 1 + n / 8) {
        forget(desk);
        takes = 0;
        fail_at = n;
        open_room(&room, desk, "pairing/serve", true);
        paint(&room);
        opened += takes < n;
        fail_at = 0;
        if (room.course.learning)
            paint(&room);
        close_room(&room);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(bears_a_lack_of_memory, open_desk, close_desk),
        cmocka_unit_test_setup_teardown(opens_or_says_so, open_desk, close_desk),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
