/* How an image was built up: which floors, what each instruction did to the pair, what is no part
 * of the image; and that the last floor always ends with the pair that the build gives. */
#include "tests/unit/unit.h"

#include "sim/ground/quote.h"
#include "sim/image/known.h"
#include "sim/image/tower.h"

/* What is expected: a line a floor, from the ground up. Behind the name the steps, LINE KEYWORD,
 * and what they did to E (ENTRYPOINT) and C (CMD): + set, = replaced, - dropped, 0 emptied; the
 * list that was there before is called "below" where it came from another floor. Then the others.
 */
struct row {
    const char *name, *dockerfile, *target, *expected;
};

static const struct row rows[] = {
    {"one stage on an image", "FROM redis\nENTRYPOINT [\"x\"]\nCMD [\"c\"]\n", "",
     "image redis E C\n"
     "stage 0 lines 1-3: 2 ENTRYPOINT E= below C- below, 3 CMD C+ => [\"x\"] [\"c\"]\n"},
    {"CMD alone keeps ENTRYPOINT", "FROM redis\nCMD [\"c\"]\n", "",
     "image redis E C\n"
     "stage 0 lines 1-2: 2 CMD C= below => [\"docker-entrypoint.sh\"] [\"c\"]\n"},
    {"neither is set", "FROM redis\nRUN make\n", "",
     "image redis E C\n"
     "stage 0 lines 1-2: => [\"docker-entrypoint.sh\"] [\"redis-server\"]\n"},
    {"ENTRYPOINT [] drops both", "FROM redis\nENTRYPOINT []\n", "",
     "image redis E C\n"
     "stage 0 lines 1-2: 2 ENTRYPOINT E0 below C- below => [] []\n"},
    {"a CMD of the stage itself stays", "FROM redis\nCMD [\"c\"]\nENTRYPOINT [\"x\"]\n", "",
     "image redis E C\n"
     "stage 0 lines 1-3: 2 CMD C= below, 3 ENTRYPOINT E= below => [\"x\"] [\"c\"]\n"},
    {"a second one replaces its own", "FROM scratch\nCMD [\"a\"]\nCMD [\"b\"]\nCMD []\n", "",
     "scratch\n"
     "stage 0 lines 1-4: 2 CMD C+, 3 CMD C= own, 4 CMD C0 own => [] []\n"},
    {"nothing is known of the base", "FROM corp/base\nCMD [\"a\"]\n", "",
     "assumed corp/base\n"
     "stage 0 lines 1-2: 2 CMD C+ => [] [\"a\"]\n"},
    {"a chain of stages",
     "FROM python AS base\nENTRYPOINT [\"py\"]\nCMD [\"a\"]\nFROM base AS app\nCMD [\"b\"]\n"
     "FROM app\nENTRYPOINT [\"web\"]\n",
     "",
     "image python C\n"
     "stage base lines 1-3: 2 ENTRYPOINT E+ C- below, 3 CMD C+ => [\"py\"] [\"a\"]\n"
     "stage app lines 4-5: 5 CMD C= below => [\"py\"] [\"b\"]\n"
     "stage 2 lines 6-7: 7 ENTRYPOINT E= below C- below => [\"web\"] []\n"},
    {"--target ends below the top",
     "FROM python AS base\nCMD [\"a\"]\nFROM base AS app\nCMD [\"b\"]\nFROM app AS test\n"
     "CMD [\"t\"]\n",
     "APP",
     "image python C\n"
     "stage base lines 1-2: 2 CMD C= below => [] [\"a\"]\n"
     "stage app lines 3-4: 4 CMD C= below => [] [\"b\"]\n"
     "other test lines 5-6\n"},
    {"stages that files come from are no floors",
     "FROM golang AS build\nRUN make\nENTRYPOINT [\"go\"]\nFROM scratch AS docs\n"
     "FROM alpine\nCOPY --from=build a b\nCMD [\"a\"]\n",
     "",
     "image alpine C\n"
     "stage 2 lines 5-7: 7 CMD C= below => [] [\"a\"]\n"
     "other build lines 1-3 needed\nother docs lines 4-4\n"},
    {"a trigger of another stage counts as of this one",
     "FROM scratch AS a\nONBUILD CMD [\"t\"]\nCMD [\"old\"]\nFROM a\nENTRYPOINT [\"x\"]\n", "",
     "scratch\n"
     "stage a lines 1-3: 3 CMD C+ => [] [\"old\"]\n"
     "stage 1 lines 4-5: trigger CMD C= below, 5 ENTRYPOINT E+ => [\"x\"] [\"t\"]\n"},
    {"a trigger fires once",
     "FROM scratch AS a\nONBUILD ENTRYPOINT [\"t\"]\nFROM a AS b\nFROM b\nCMD [\"c\"]\n", "",
     "scratch\n"
     "stage a lines 1-2: => [] []\n"
     "stage b lines 3-3: trigger ENTRYPOINT E+ => [\"t\"] []\n"
     "stage 2 lines 4-5: 5 CMD C+ => [\"t\"] [\"c\"]\n"},
    {"SHELL, ENV and WORKDIR are told too",
     "FROM scratch\nSHELL [\"s\",\"-x\"]\nENV A=1\nWORKDIR /srv\nUSER u\nCMD run\n", "",
     "scratch\n"
     "stage 0 lines 1-6: 2 SHELL, 3 ENV, 4 WORKDIR, 6 CMD C+ => [] [\"s\",\"-x\",\"run\"]\n"},
    {"an image name from an ARG", "ARG V=redis\nFROM $V AS Cache\n", "",
     "image redis E C\n"
     "stage cache lines 2-2: => [\"docker-entrypoint.sh\"] [\"redis-server\"]\n"},
    {"siblings do not disturb each other",
     "FROM redis AS a\nFROM a AS b\nCMD [\"b\"]\nFROM a AS c\nCOPY --from=b x y\nENTRYPOINT e\n",
     "",
     "image redis E C\n"
     "stage a lines 1-1: => [\"docker-entrypoint.sh\"] [\"redis-server\"]\n"
     "stage c lines 4-6: 6 ENTRYPOINT E= below C- below => [\"/bin/sh\",\"-c\",\"e\"] []\n"
     "other b lines 2-3 needed\n"},
    {"a build that fails", "FROM scratch\nSTOPSIGNAL NOPE\n", "", ""},
    {"a build that a check fails", "# check=error=true\nFROM scratch\nCMD x\n", "", ""},
    {"no stage", "", "", ""},
};

static void put_number(struct buffer *out, const char *before, uint32_t number)
{
    buffer_string(out, before);
    buffer_number(out, number);
}

static void put_change(struct buffer *out, const char *name, enum tower_change change, bool was,
                       bool own)
{
    static const char *const marks[] = {"", "+", "=", "-", "0"};
    if (change == TOWER_STAYS)
        return;
    buffer_string(out, name);
    buffer_string(out, marks[change]);
    buffer_string(out, !was ? "" : own ? " own" : " below");
}

static void put_floor(struct buffer *out, const struct tower_floor *floor)
{
    static const char *const kinds[] = {"scratch", "image ", "stage "};
    buffer_string(out, floor->assumed ? "assumed " : kinds[floor->kind]);
    if (floor->kind != TOWER_SCRATCH)
        buffer_put(out, floor->name);
    if (floor->kind != TOWER_STAGE) {
        buffer_string(out, floor->ends.entrypoint.words.len ? " E" : "");
        buffer_string(out, floor->ends.cmd.words.len ? " C\n" : "\n");
        return;
    }
    if (!floor->name.len)
        buffer_number(out, floor->index);
    put_number(out, " lines ", floor->first_line);
    put_number(out, "-", floor->last_line);
    for (size_t i = 0; i < floor->steps.len; i++) {
        const struct tower_step *step = floor->steps.at + i;
        buffer_string(out, i ? ", " : ": ");
        if (step->is_trigger)
            buffer_string(out, "trigger");
        else
            buffer_number(out, step->instruction->first_line);
        buffer_byte(out, ' ');
        buffer_put(out, step->instruction->name);
        put_change(out, " E", step->entrypoint, step->before.entrypoint.words.len,
                   step->entrypoint_own);
        put_change(out, " C", step->cmd, step->before.cmd.words.len, step->cmd_own);
    }
    buffer_string(out, floor->steps.len ? " => " : ": => ");
    quote_json_array(out, &floor->ends.entrypoint.words);
    buffer_byte(out, ' ');
    quote_json_array(out, &floor->ends.cmd.words);
    buffer_byte(out, '\n');
}

static struct slice told(struct arena *arena, const struct tower *tower)
{
    struct buffer out = {.arena = arena};
    buffer_put(&out, S(""));
    for (size_t i = 0; i < tower->len; i++)
        put_floor(&out, tower->at + i);
    for (size_t i = 0; i < tower->others.len; i++) {
        const struct tower_other *other = tower->others.at + i;
        buffer_string(&out, "other ");
        buffer_put(&out, other->name);
        put_number(&out, " lines ", other->first_line);
        put_number(&out, "-", other->last_line);
        buffer_string(&out, other->is_needed ? " needed\n" : "\n");
    }
    return buffer_slice(&out);
}

static void floors(void **state)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct row *row = rows + i;
        const struct text text = {SOURCE_DOCKERFILE, S(""), slice_of(row->dockerfile)};
        const struct build_request request = {
            .dockerfile = &text, .target = slice_of(row->target), .bases = &known_bases};
        struct tower tower;
        struct build_result result;
        tower_of(*state, &request, &tower);
        build_image(*state, &request, &result);
        assert_slice(row->name, told(*state, &tower), slice_of(row->expected));
        assert_int_equal(tower.len > 0, result.config != NULL);
        if (!tower.len)
            continue;
        const struct tower_pair *top = &tower.at[tower.len - 1].ends;
        assert_true(args_equal(&top->entrypoint.words, &result.config->entrypoint.words));
        assert_true(args_equal(&top->cmd.words, &result.config->cmd.words));
    }
}

static void metadata(void **state)
{
    static const struct text text = {SOURCE_BASE, S_INIT("nginx"), S_INIT("")};
    struct image_config config = {0};
    struct tower tower;
    args_add(*state, &config.cmd.words, S("nginx"), (struct origin){&text, {0, 0}});
    tower_of_image(*state, S("nginx"), &config, &tower);
    assert_int_equal(tower.len, 1);
    assert_slice("metadata", told(*state, &tower), S("image nginx C\n"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_test_with_arena(floors),
        unit_test_with_arena(metadata),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
