/* Golden screens: situations as a person meets them, painted in process, as text.
 *
 * In: the folder of golden screens, NAME.COLSxROWS each. Out: `screen: N passed, M failed`, and for
 * each screen that differs its rows, wanted and seen. GENERATE=1 writes the screens anew; then read
 * what `git diff` shows. */
#include "app/ground/charset.h"
#include "app/ground/heap.h"
#include "app/screen/view.h"
#include "app/session/learning.h"
#include "tests/screen/golden.h"
#include "tests/screen/situation.h"
#include "tests/support/question.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

static const struct {
    int cols, rows;
} sizes[] = {{80, 24}, {100, 30}, {120, 36}, {40, 12}, {200, 60}, {60, 20}};

enum { SIZES = sizeof sizes / sizeof *sizes };

struct situation {
    const char *name;
    unsigned sizes;
    const char *dockerfile, *line;
    struct action actions[8];
    bool roles, home, ascii;
};

#define SHOP                                                                                       \
    "FROM python:3.12\nENV PORT=8000\nWORKDIR /srv\nENTRYPOINT [\"python\", \"manage.py\"]\n"      \
    "CMD [\"runserver\", \"0.0.0.0:8000\"]"
#define SHOP_LINE "docker run shop migrate --fake"
#define SHELL_FORM                                                                                 \
    "FROM alpine AS build\nARG GREETING=hello\nRUN --mount=type=cache,target=/x \\\n"              \
    "    # a note\n    make \"$GREETING\" && \\\n    touch done\n# what starts\n"                  \
    "ENTRYPOINT exec top -b \"$@\"\nCMD [\"-n\", \"$N\"]"
#define DOUBT_LINE "docker run --entrypoint \"python manage.py\" shop"
#define LONG_WORDS                                                                                 \
    "FROM alpine\nENTRYPOINT [\"/usr/local/bin/collector\", \"--endpoint\", "                      \
    "\"https://telemetry.example.org/v1/ingest/organisations/northwind/projects/shop/streams/"     \
    "access-log\", \"--label\", \"region=eu-central-1,zone=b,team=payments\", \"--quiet\", "       \
    "\"two words\"]\nCMD [\"--interval\", \"30s\"]"
#define WIDE_TEXT                                                                                  \
    "FROM alpine\nLABEL name=\"\xE4\xBD\xA0\xE5\xA5\xBD\" e\xCC\x81=\"e\xCC\x81\"\n"               \
    "CMD [\"echo\", \"\xE4\xBD\xA0\xE5\xA5\xBD\xE4\xB8\x96\xE7\x95\x8C\", \"nai\xCC\x88ve\", "     \
    "\"\xF0\x9F\x90\xB3 whale\"]"
#define CONTROL_TEXT                                                                               \
    "FROM alpine\r\nLABEL a=\"\x1b[31mred\" b=\xff\x01 c=\xE2\x80\xAE\nENV\tA=1\tB=2\n"            \
    "CMD [\"printf\", \"\\u001b[2J\", \"a\\tb\", \"\"]"

#define WISHES                                                                                     \
    "docker run shop check => [\"python\",\"manage.py\",\"check\"]\n"                              \
    "docker run shop test => [\"pytest\"]\n"                                                       \
    "docker run -it --rm --name maintenance shop loaddata fixtures/initial.json => "               \
    "[\"python\",\"manage.py\",\"loaddata\",\"fixtures/initial.json\"]\n"
#define HOSTILE                                                                                    \
    "# \x1b[2J\xff\xE2\x80\xAE\tb\n"                                                               \
    "docker run shop '\xE4\xBD\xA0\t\x1b' => [\"\\u001b[31m\",\"\xE4\xBD\xA0\t\x1b\"]\n"           \
    "docker run shop \x07 => [\"python\",\"manage.py\",\"\\u0007\"]"

#define TOWER                                                                                      \
    "FROM golang:1.23 AS build\nRUN make\nENTRYPOINT [\"go\"]\nFROM python:3.12 AS tools\n"        \
    "SHELL [\"/bin/bash\", \"-c\"]\nENV PORT=8000\nONBUILD CMD [\"check\"]\n"                      \
    "ENTRYPOINT exec tools --port $PORT \"$@\"\nCMD [\"serve\", \"--all\"]\nFROM tools AS app\n"   \
    "COPY --from=build /src/app /app\nFROM app\nENTRYPOINT [\"web\", \"--quiet\"]\n"

static const struct situation situations[] = {
    {"runs", USUAL | S40 | S200 | S60, SHOP, SHOP_LINE, {{0}}, true, false, false},
    {"runs_editor",
     USUAL | S40 | S60,
     SHOP,
     SHOP_LINE,
     {FOCUS(EDITOR), GO(3)},
     false,
     false,
     false},
    {"runs_result", S80 | S40, SHOP, SHOP_LINE, {FOCUS(RESULT)}, false, false, false},
    {"runs_ascii", S80, SHOP, SHOP_LINE, {{0}}, false, false, true},
    {"tried",
     S120 | S200,
     SHOP,
     "docker run shop",
     {DO(LINE_TRY), LINE("docker run --entrypoint sh shop"), DO(LINE_TRY),
      LINE("docker run -it shop bash"), DO(LINE_TRY), LINE("docker run shop")},
     false,
     false,
     false},
    {"doubt", USUAL | S40, SHOP, DOUBT_LINE, {{0}}, true, false, false},
    {"doubt_notes",
     USUAL | S40,
     SHOP,
     DOUBT_LINE,
     {FOCUS(NOTES), DO(ROW_DOWN)},
     false,
     false,
     false},
    {"note_open", USUAL | S40, SHOP, DOUBT_LINE, {FOCUS(NOTES), DO(CHOOSE)}, false, false, false},
    {"nothing", USUAL, "FROM scratch", "docker run shop", {{0}}, false, false, false},
    {"build_error",
     USUAL | S40,
     "FROM alpine\nRUM echo hello\nCMD [\"date\"]",
     "docker run shop",
     {FOCUS(LINE)},
     false,
     false,
     false},
    {"client_error", S80, SHOP, "docker run --rmm shop date", {FOCUS(EDITOR)}, false, false, false},
    {"half_typed",
     USUAL | S40,
     SHOP,
     SHOP_LINE,
     {FOCUS(EDITOR), DO(BOTTOM), DO(ERASE_LEFT), DO(ERASE_LEFT)},
     true,
     false,
     false},
    {"half_typed_line",
     S80,
     SHOP,
     SHOP_LINE,
     {LINE("docker run shop 'migrate")},
     false,
     false,
     false},
    {"unknown", USUAL, SHOP, "docker run $(choose) migrate", {FOCUS(EDITOR)}, false, false, false},
    {"shell_form", USUAL, SHELL_FORM, "docker run shop", {{0}}, true, false, false},
    {"long", USUAL | S40 | S200, LONG_WORDS, "docker run shop", {{0}}, false, false, false},
    {"long_result", S80, LONG_WORDS, "docker run shop", {FOCUS(RESULT)}, false, false, false},
    {"long_line",
     S80 | S40,
     SHOP,
     "docker run shop",
     {MANY("--with=a-longer-word")},
     false,
     false,
     false},
    {"wide", USUAL | S40, WIDE_TEXT, "docker run shop", {{0}}, false, false, false},
    {"wide_typed",
     S80,
     WIDE_TEXT,
     "docker run shop \"\xE4\xBD\xA0\xE5\xA5\xBD\" e\xCC\x81",
     {FOCUS(LINE)},
     false,
     false,
     false},
    {"control", USUAL, CONTROL_TEXT, "docker run shop", {{0}}, true, false, false},
    {"control_typed",
     S80,
     CONTROL_TEXT,
     "docker run shop '\x1b[2J\ta'",
     {{0}},
     false,
     false,
     false},
    {"exec", S80, SHOP, "docker exec shop sh -c ls", {{0}}, false, false, false},
    {"cleared", S80, SHOP, "docker run --entrypoint \"\" shop date", {{0}}, false, false, false},
    {"inherited",
     S80,
     "FROM nginx\nENTRYPOINT [\"nginx\"]",
     "docker run --init shop",
     {{0}},
     false,
     false,
     false},
    {"inherited_merge",
     S80,
     "FROM nginx\nENTRYPOINT [\"nginx\"]",
     "docker run --init shop -g x",
     {DO(MERGE), DO(STEP_ON), DO(STEP_ON), DO(STEP_ON), DO(STEP_ON)},
     false,
     false,
     false},
    {"no_container", S80, SHOP, "docker ps", {FOCUS(EDITOR)}, false, false, false},
    {"empty", USUAL | S40, "", "", {{0}}, false, false, false},
    {"empty_known", S80, "", "docker run nginx", {{0}}, false, false, false},
    {"no_line", S80, SHOP, "", {{0}}, false, false, false},
    {"predict",
     USUAL | S40,
     SHOP,
     SHOP_LINE,
     {DO(PREDICT), TYPE("python manage.py runserver migrate")},
     false,
     false,
     false},
    {"predict_no",
     USUAL,
     SHOP,
     "docker run shop migrate",
     {DO(PREDICT), TYPE("python manage.py runserver migrate"), DO(ACCEPT)},
     false,
     false,
     false},
    {"predict_ok",
     S80,
     SHOP,
     "docker run shop migrate",
     {DO(PREDICT), TYPE("python manage.py migrate"), DO(ACCEPT)},
     false,
     false,
     false},
    {"find", S80, SHOP, SHOP_LINE, {FOCUS(EDITOR), DO(FIND), TYPE("manage")}, true, false, false},
    {"find_missed",
     S80 | S40,
     SHOP,
     SHOP_LINE,
     {FOCUS(EDITOR), DO(FIND), TYPE("absent")},
     false,
     false,
     false},
    {"name",
     S80 | S40,
     SHOP,
     SHOP_LINE,
     {DO(SAVE_AS), TYPE("app/Dockerfile")},
     false,
     false,
     false},
    {"ask", S80 | S40, SHOP, SHOP_LINE, {FOCUS(EDITOR), TYPE("#"), DO(QUIT)}, false, false, false},
    {"message", S80, SHOP, SHOP_LINE, {FOCUS(EDITOR), DO(REDO)}, false, false, false},
    {"menu", USUAL | S40, SHOP, SHOP_LINE, {DO(MENU)}, false, false, false},
    {"menu_editor", S80, SHOP, SHOP_LINE, {FOCUS(EDITOR), DO(MENU)}, false, false, false},
    {"line_search", S80, SHOP, SHOP_LINE, {SEARCH("mig")}, false, false, false},
    {"grid", USUAL | S40, SHOP, SHOP_LINE, {DO(GRID)}, true, false, false},
    {"grid_shell", S80, SHELL_FORM, "docker run shop", {DO(GRID)}, false, false, false},
    {"merge_first", S80, SHOP, "docker run shop migrate", {DO(MERGE)}, false, false, false},
    {"merge",
     USUAL | S40,
     SHOP,
     "docker run shop migrate",
     {DO(MERGE), DO(STEP_ON), DO(STEP_ON), DO(STEP_ON)},
     true,
     false,
     false},
    {"merge_option",
     S80,
     SHOP,
     "docker run --entrypoint sh shop -c ls",
     {DO(MERGE), DO(STEP_ON), DO(STEP_ON), DO(STEP_ON), DO(STEP_ON)},
     false,
     false,
     false},
    {"merge_shell",
     S80,
     SHELL_FORM,
     "docker run shop",
     {DO(MERGE), DO(STEP_ON), DO(STEP_ON)},
     false,
     false,
     false},
    {"merge_nothing", S80, "FROM scratch", "docker run shop", {DO(MERGE)}, false, false, false},
    {"explain", USUAL | S40, SHOP, SHOP_LINE, {DO(EXPLAIN), DO(ROW_DOWN)}, true, false, false},
    {"explain_line",
     S80,
     SHOP,
     SHOP_LINE,
     {DO(EXPLAIN), DO(ROW_DOWN), DO(ROW_DOWN)},
     false,
     false,
     false},
    {"examples",
     USUAL | S40,
     SHOP,
     SHOP_LINE,
     {DO(EXAMPLES), DO(ROW_DOWN), DO(ROW_DOWN)},
     false,
     false,
     false},
    {"tried_page",
     USUAL | S40,
     SHOP,
     "docker run shop",
     {DO(LINE_TRY), LINE("docker run --rmm shop"), DO(LINE_TRY), LINE(SHOP_LINE), DO(LINE_TRY),
      DO(TRIED)},
     false,
     false,
     false},
    {"tried_none", S80, SHOP, SHOP_LINE, {DO(TRIED)}, false, false, false},
    {"compare",
     USUAL | S40,
     SHOP,
     "docker run shop migrate",
     {DO(COMPARE), FOCUS(EDITOR), GO(3), DO(CUT_LINE), FOCUS(LINE), LINE("docker run shop test"),
      DO(COMPARE)},
     true,
     false,
     false},
    {"help", USUAL | S40, SHOP, SHOP_LINE, {DO(HELP)}, false, false, false},
    {"help_editor", S80 | S120, SHOP, SHOP_LINE, {FOCUS(EDITOR), DO(HELP)}, false, false, false},
    {"share", USUAL | S40, SHOP, SHOP_LINE, {DO(SHARE)}, false, false, false},
    {"wishes", USUAL | S40, SHOP, SHOP_LINE, {DO(DESIGN)}, true, false, false},
    {"wishes_fault",
     USUAL | S40,
     SHOP,
     SHOP_LINE,
     {DO(DESIGN), TYPE("docker run shop test => [\"python\",\"m")},
     true,
     false,
     false},
    {"wishes_contradicts",
     USUAL | S40,
     SHOP,
     SHOP_LINE,
     {DO(DESIGN), TYPE("never => [\"sh\"]\ndocker run shop celery => [\"celery\"]\n")},
     false,
     false,
     false},
    {"wishes_pair",
     S80 | S40,
     SHOP,
     SHOP_LINE,
     {DO(DESIGN), TYPE("docker run shop sh => [\"sh\"]"), DO(NEXT_PART), DO(PAGE_DOWN)},
     false,
     false,
     false},
    {"wishes_many",
     S80 | S120,
     SHOP,
     SHOP_LINE,
     {DO(DESIGN), TYPE(WISHES WISHES WISHES WISHES), DO(PAGE_UP)},
     false,
     false,
     false},
    {"wishes_empty",
     USUAL | S40,
     SHOP,
     SHOP_LINE,
     {DO(DESIGN), DO(UP), DO(UP), DO(UP), DO(CUT_LINE), DO(CUT_LINE), DO(CUT_LINE)},
     false,
     false,
     false},
    {"wishes_hostile", S80, SHOP, SHOP_LINE, {DO(DESIGN), TYPE(HOSTILE)}, true, false, false},
    {"wishes_menu", S80 | S40, SHOP, SHOP_LINE, {DO(DESIGN), DO(MENU)}, false, false, false},
    {"wishes_help", S80, SHOP, SHOP_LINE, {DO(DESIGN), DO(HELP)}, false, false, false},
    {"wishes_taken",
     S80,
     "FROM debian\nCMD [\"git\", \"fetch\"]\nWORKDIR /src\n",
     "docker run tools",
     {DO(DESIGN), TYPE("docker run tools log => [\"git\",\"log\"]\n"), DO(TAKE)},
     false,
     false,
     false},
    {"tower", USUAL | S40, SHOP, SHOP_LINE, {DO(TOWER)}, true, false, false},
    {"tower_stages", USUAL | S40, TOWER, "docker run shop", {DO(TOWER)}, false, false, false},
    {"tower_below",
     S80 | S40,
     TOWER,
     "docker run shop",
     {DO(TOWER), DO(PAGE_DOWN)},
     false,
     false,
     false},
    {"tower_ascii", S80, TOWER, "docker run shop", {DO(TOWER)}, false, false, true},
    {"tower_none", S80, "RUN make", "", {DO(TOWER)}, false, false, false},
    {"tower_hidden", S80, SHOP, SHOP_LINE, {DO(PREDICT), DO(TOWER)}, false, false, false},
    {"surface", USUAL | S40, SHOP, SHOP_LINE, {DO(SURFACE)}, true, false, false},
    {"surface_below",
     S80 | S40,
     SHOP,
     SHOP_LINE,
     {DO(SURFACE), DO(PAGE_DOWN)},
     false,
     false,
     false},
    {"surface_shell", S120, SHELL_FORM, "docker run shop", {DO(SURFACE)}, false, false, false},
    {"surface_option",
     S80,
     "FROM corp/base\nCMD [\"serve\", \"--all\"]",
     "docker run --entrypoint sh shop -c ls",
     {DO(SURFACE)},
     false,
     false,
     false},
    {"surface_failed", S80, "FROM alpine\nRUM x", "", {DO(SURFACE)}, false, false, false},
    {"surface_hidden", S80, SHOP, SHOP_LINE, {DO(PREDICT), DO(SURFACE)}, false, false, false},
    {"home", USUAL | S40 | S200, "", "", {{0}}, false, true, false},
};

enum { SITUATIONS = sizeof situations / sizeof *situations };

/* ---- Making a situation */

struct setting {
    struct session session;
    struct host host;
    struct line_look look;
    struct frame frame;
    struct view view;
};

static void set_line(struct setting *setting, const char *text, size_t len)
{
    session_line(&setting->session, (struct slice){text, len}, len);
}

static void add_many(struct setting *setting, const struct action *action)
{
    char line[8192];
    size_t len = setting->session.line_len;
    memcpy(line, setting->session.line, len);
    for (int i = 0; i < action->number; i++)
        len += (size_t)snprintf(line + len, sizeof line - len, " %s", action->text);
    set_line(setting, line, len);
}

static int64_t now; /* of the course */

static int64_t fixed_clock(void)
{
    return now;
}

static void carry_out(struct setting *setting, const struct action *action)
{
    struct session *session = &setting->session;
    switch (action->act) {
    case ACT_END: break;
    case ACT_DO: session_do(session, (enum command)action->number); break;
    case ACT_TYPE: session_type(session, slice_of(action->text), false); break;
    case ACT_LINE: set_line(setting, action->text, strlen(action->text)); break;
    case ACT_FOCUS: session_focus(session, (enum pane)action->number); break;
    case ACT_GO: editor_go(&session->editor, (size_t)action->number, 0); break;
    case ACT_MANY: add_many(setting, action); break;
    case ACT_DAYS: now += (int64_t)action->number * 24 * 60 * 60; break;
    case ACT_SEARCH:
        setting->look.search = LINE_SEARCH_BACK;
        setting->look.pattern = slice_of(action->text);
        break;
    }
}

static void setting_open(struct setting *setting, const struct situation *situation)
{
    memset(setting, 0, sizeof *setting);
    setting->host = test_host();
    const struct session_setup setup = {.host = &setting->host,
                                        .text = slice_of(situation->dockerfile),
                                        .image_name = {0},
                                        .line = slice_of(situation->line),
                                        .home = situation->home};
    session_open(&setting->session, &setup);
    setting->session.message[0] = '\0';
    if (!situation->home)
        session_focus(&setting->session, PANE_LINE);
    set_line(setting, situation->line, strlen(situation->line));
    setting->view = (struct view){.frame = &setting->frame,
                                  .session = &setting->session,
                                  .look = &setting->look,
                                  .ascii = situation->ascii};
    for (size_t i = 0; i < sizeof situation->actions / sizeof *situation->actions; i++)
        carry_out(setting, &situation->actions[i]);
    setting->look.text = (struct slice){setting->session.line, setting->session.line_len};
    setting->look.cursor = setting->session.line_len;
}

static void setting_open_course(struct setting *setting, const struct course_situation *situation)
{
    enum walk_step step;
    memset(setting, 0, sizeof *setting);
    setting->host = test_host();
    now = 1750000000; /* in June 2025 */
    const struct session_setup setup = {.host = &setting->host};
    const struct learning_setup course = {
        .walk = {.memory = &heap,
                 .learner = S("someone"),
                 .plan_name = situation->plan ? S("plan.md") : S(""),
                 .plan = slice_of(situation->plan)},
        .clock = fixed_clock,
        .place = slice_of(situation->place)};
    session_open(&setting->session, &setup);
    learning_open(&setting->session, &course, &step);
    learner_add(&setting->session.learning->walk, situation->learner, now);
    if (situation->learner != LEARNER_NEW)
        session_do(&setting->session, COMMAND_HOME);
    setting->session.message[0] = '\0'; /* that nothing is kept: there is no directory */
    setting->view = (struct view){
        .frame = &setting->frame, .session = &setting->session, .look = &setting->look};
    for (size_t i = 0; i < sizeof situation->actions / sizeof *situation->actions; i++)
        carry_out(setting, &situation->actions[i]);
    setting->look.text = (struct slice){setting->session.line, setting->session.line_len};
    setting->look.cursor = setting->session.line_len;
}

static void setting_close(struct setting *setting)
{
    view_free(&setting->view);
    frame_free(&setting->frame);
    session_close(&setting->session);
}

static void paint(struct setting *setting, int rows, int cols)
{
    frame_resize(&setting->frame, rows, cols);
    view_paint(&setting->view);
}

/* ---- Comparing */

struct counts {
    int passed, failed;
};

static void check(const char *folder, const char *name, bool roles, int size,
                  struct setting *setting, struct counts *counts)
{
    roles = roles && sizes[size].cols == 80;
    paint(setting, sizes[size].rows, sizes[size].cols);
    bool same = golden_is(folder, name, &setting->frame, DUMP_CURSOR | (roles ? DUMP_ROLES : 0u));
    counts->passed += same;
    counts->failed += !same;
}

/* Whatever the size, everything is painted and the cursor stands in the frame. */
static void check_sizes(const char *name, struct setting *setting, struct counts *counts)
{
    static const int some[] = {1,  2,  3,  4,  5,  7,  9,  12, 15, 16,
                               17, 24, 30, 36, 41, 71, 72, 99, 160};
    enum { SOME = sizeof some / sizeof *some };
    bool good = true;
    for (int rows = 0; rows < SOME; rows++)
        for (int cols = 0; cols < SOME; cols++) {
            paint(setting, some[rows], some[cols]);
            const struct frame *frame = &setting->frame;
            bool inside = !frame->cursor_shown ||
                          (frame->cursor_row < some[rows] && frame->cursor_col < some[cols]);
            if (setting->view.failed || !inside)
                printf("FAILED: %s at %dx%d\n", name, some[cols], some[rows]);
            good = good && !setting->view.failed && inside;
        }
    counts->passed += good;
    counts->failed += !good;
}

/* What a click at a place of the scratchpad at 80x24 means. */
static void check_clicks(struct counts *counts)
{
    static const struct {
        int row, col;
        bool hit;
        enum pane part;
        size_t index;
    } clicks[] = {
        {2, 10, true, PANE_EDITOR, 0},        {5, 0, true, PANE_EDITOR, 3},
        {5, 60, false, PANE_COUNT, 0},        {12, 40, true, PANE_LINE, SIZE_MAX},
        {14, 2, true, PANE_RESULT, SIZE_MAX}, {22, 9, true, PANE_NOTES, 0},
        {0, 0, false, PANE_COUNT, 0},         {23, 3, false, PANE_COUNT, 0},
        {-1, -1, false, PANE_COUNT, 0},
    };
    static const struct situation situation = {"clicks", S80, SHOP, DOUBT_LINE, {{0}}, 0, 0, 0};
    struct setting setting;
    setting_open(&setting, &situation);
    paint(&setting, 24, 80);
    for (size_t i = 0; i < sizeof clicks / sizeof *clicks; i++) {
        enum pane part = PANE_COUNT;
        size_t index = 0;
        bool hit = view_at(&setting.view, clicks[i].row, clicks[i].col, &part, &index);
        bool good = hit == clicks[i].hit && part == clicks[i].part && index == clicks[i].index;
        counts->passed += good;
        counts->failed += !good;
        if (!good)
            printf("FAILED: a click at row %d, column %d\n", clicks[i].row, clicks[i].col);
    }
    setting_close(&setting);
}

static void check_all(const char *folder, const char *name, unsigned wanted, bool roles,
                      struct setting *setting, struct counts *counts)
{
    for (int size = 0; size < SIZES; size++)
        if (wanted >> size & 1)
            check(folder, name, roles, size, setting, counts);
    check_sizes(name, setting, counts);
    setting_close(setting);
}

int main(int argc, char **argv)
{
    struct counts counts = {0, 0};
    const char *folder = argc > 1 ? argv[1] : "tests/screen/golden";
    static struct setting setting;
    if (!setlocale(LC_CTYPE, "C.UTF-8") || !charset_is_utf8()) {
        puts("skipped: no UTF-8 locale");
        return 0;
    }
    for (int i = 0; i < SITUATIONS; i++) {
        if (argc > 2 && strcmp(argv[2], situations[i].name) != 0)
            continue;
        setting_open(&setting, &situations[i]);
        check_all(folder, situations[i].name, situations[i].sizes, situations[i].roles, &setting,
                  &counts);
    }
    for (size_t i = 0; i < course_situations_len; i++) {
        const struct course_situation *situation = &course_situations[i];
        if (argc > 2 && strcmp(argv[2], situation->name) != 0)
            continue;
        setting_open_course(&setting, situation);
        check_all(folder, situation->name, situation->sizes, situation->roles, &setting, &counts);
    }
    slides_screens(folder, argc > 2 ? argv[2] : NULL, &counts.passed, &counts.failed);
    check_clicks(&counts);
    printf("screen: %d passed, %d failed\n", counts.passed, counts.failed);
    return counts.failed != 0;
}
