/* Mistaken models of the merge: what each of them expects. */
#include "tests/unit/unit.h"

#include "sim/ground/buffer.h"
#include "sim/ground/quote.h"
#include "sim/pairing/belief.h"
#include "sim/simulate.h"

struct row {
    enum belief belief;
    const char *dockerfile, *line, *argv; /* argv null: the belief says nothing here */
};

#define PAIR "FROM scratch\nENTRYPOINT [\"ping\"]\nCMD [\"-c\",\"3\"]"

static const struct row rows[] = {
    {BELIEF_WordsAreAppended, PAIR, "docker run x h", "[\"ping\",\"-c\",\"3\",\"h\"]"},
    {BELIEF_WordsAreAppended, PAIR, "docker run x", NULL},
    {BELIEF_LastWordGivesWay, PAIR, "docker run x h", "[\"ping\",\"-c\",\"h\"]"},
    {BELIEF_WordsReplaceEntrypoint, PAIR, "docker run x sh", "[\"sh\"]"},
    {BELIEF_EntrypointThenCmd, PAIR, "docker run x", "[\"ping\"]"},
    {BELIEF_DefaultIsShell, "FROM scratch\nCMD [\"ls\"]", "docker run x",
     "[\"/bin/sh\",\"-c\",\"ls\"]"},
    {BELIEF_OptionKeepsCmd, PAIR, "docker run --entrypoint curl x", "[\"curl\",\"-c\",\"3\"]"},
    {BELIEF_EmptyOptionGivesCmd, PAIR, "docker run --entrypoint '' x", "[\"-c\",\"3\"]"},
    {BELIEF_OptionIsSplit, PAIR, "docker run --entrypoint 'a b' x c", "[\"a\",\"b\",\"c\"]"},
    {BELIEF_OptionReadsArray, PAIR, "docker run --entrypoint '[\"a\",\"b\"]' x", "[\"a\",\"b\"]"},
    {BELIEF_OptionsAreDockers, PAIR, "docker run x -it h", "[\"ping\",\"h\"]"},
    {BELIEF_ProgramNotTwice, PAIR, "docker run x ping h", "[\"ping\",\"h\"]"},
    {BELIEF_WordsAreSplit, PAIR, "docker run x '-c 5' h", "[\"ping\",\"-c\",\"5\",\"h\"]"},
    {BELIEF_EmptyWordVanishes, PAIR, "docker run x '' h", "[\"ping\",\"h\"]"},
    {BELIEF_VariableExpands, "FROM scratch\nENV P=8\nCMD [\"a\",\"-p${P}0\"]", "docker run x",
     "[\"a\",\"-p80\"]"},
    {BELIEF_QuotesAreRemoved, "FROM scratch\nCMD [\"a\",\"'b c'\"]", "docker run x",
     "[\"a\",\"b c\"]"},
    {BELIEF_ExecFormHasShell, PAIR, "docker run x", "[\"/bin/sh\",\"-c\",\"ping -c 3\"]"},
    {BELIEF_ShellFormHasNone, "FROM scratch\nCMD ls -l", "docker run x", "[\"ls\",\"-l\"]"},
    {BELIEF_ShellFormDropsWords, "FROM scratch\nENTRYPOINT ls", "docker run x y",
     "[\"/bin/sh\",\"-c\",\"ls\"]"},
    {BELIEF_ShellCmdGivesWords, "FROM scratch\nENTRYPOINT [\"git\"]\nCMD log -1", "docker run x",
     "[\"git\",\"log\",\"-1\"]"},
    {BELIEF_CmdsAddUp, "FROM scratch\nCMD [\"a\"]\nCMD [\"b\"]", "docker run x", "[\"a\",\"b\"]"},
    {BELIEF_ChildKeepsCmd, "FROM scratch AS p\nCMD [\"b\"]\nFROM p\nENTRYPOINT [\"a\"]",
     "docker run x", "[\"a\",\"b\"]"},
    {BELIEF_OrderMatters, "FROM scratch\nCMD [\"b\"]\nENTRYPOINT [\"a\"]", "docker run x",
     "[\"a\"]"},
    {BELIEF_CmdReplacesProgram, "FROM scratch AS p\nENTRYPOINT [\"a\"]\nFROM p\nCMD [\"b\"]",
     "docker run x", "[\"b\"]"},
    {BELIEF_ResetKeepsCmd,
     "FROM scratch AS p\nENTRYPOINT [\"a\"]\nCMD [\"b\"]\nFROM p\nENTRYPOINT []", "docker run x",
     "[\"b\"]"},
    {BELIEF_HealthcheckCounts, "FROM scratch\nCMD [\"a\"]\nHEALTHCHECK CMD [\"b\"]", "docker run x",
     "[\"b\"]"},
};

static struct belief_input input_of(struct arena *arena, const struct row *row,
                                    struct answer *answer)
{
    struct text *texts = arena_array(arena, struct text, 2);
    texts[0] = (struct text){SOURCE_DOCKERFILE, S("Dockerfile"), slice_of(row->dockerfile)};
    texts[1] = (struct text){SOURCE_LINE, S(""), slice_of(row->line)};
    struct question question = {.dockerfile = texts, .line = texts + 1};
    simulate(arena, &question, answer);
    return (struct belief_input){.config = &answer->config,
                                 .build = &answer->build,
                                 .request = &answer->request,
                                 .plan = answer->has_plan ? &answer->plan : NULL};
}

static void each_expects_its_own(void **state)
{
    struct arena *arena = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct answer answer;
        struct belief_input input = input_of(arena, rows + i, &answer);
        struct args argv = {0};
        struct buffer shown = {.arena = arena};
        const char *name = belief_name(rows[i].belief).at;
        bool expects = belief_expects(arena, rows[i].belief, &input, &argv);
        if (expects != (rows[i].argv != NULL))
            fail_msg("%s: %s", name, expects ? "expects" : "expects nothing");
        if (!expects)
            continue;
        quote_json_array(&shown, &argv);
        assert_slice(name, buffer_slice(&shown), slice_of(rows[i].argv));
        enum belief found[BELIEF_COUNT];
        bool hit = false;
        for (size_t n = beliefs_of(arena, &input, &argv, found); n-- > 0;)
            hit = hit || found[n] == rows[i].belief;
        assert_true(hit);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {unit_test_with_arena(each_expects_its_own)};
    return cmocka_run_group_tests_name("belief", tests, NULL, NULL);
}
