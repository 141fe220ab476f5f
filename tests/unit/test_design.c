/* Wishes in lines to a pair: the lines proposed, verdicts, costs, what else to type; wishes that
 * cannot be read; every proposal against the simulator. And the card: its size, whose mistakes. */
#include "tests/unit/unit.h"

#include "app/course/card.h"
#include "app/course/design.h"
#include "app/course/met.h"
#include "app/ground/cluster.h"
#include "app/ground/paint.h"

/* ---- Proposals */

struct row {
    const char *name, *wishes, *dockerfile, *verdicts, *costs, *instead;
};

/* verdicts: a letter a wish, h c o p; costs: a digit a wish, - for a never that holds; instead: of
 * the last wish. */
static const struct row rows[] = {
    {"the pair",
     "docker run p => [\"ping\",\"-c\",\"3\",\"h\"]\n"
     "docker run --rm p x => [\"ping\",\"x\"]\nnever => [\"sh\"]",
     "ENTRYPOINT [\"ping\"]\nCMD [\"-c\", \"3\", \"h\"]\n", "hhh", "01-", ""},
    {"lines go on, and remarks", "# a remark\n\n  docker run p \\\n  x => [\"a\",\"x\"]\n",
     "ENTRYPOINT [\"a\"]\n", "h", "1", ""},
    {"a blank in a word", "docker run p 'a  b' => [\"say\",\"a  b\"]", "ENTRYPOINT [\"say\"]\n",
     "h", "1", ""},
    {"other tools", "sudo docker run -it p => [\"sh\"]\ndocker create p date => [\"date\"]",
     "CMD [\"sh\"]\n", "hh", "01", ""},
    {"nothing is needed", "docker run p date => [\"date\"]", "", "h", "1", ""},
    {"a contradiction", "docker run p x => [\"a\",\"x\"]\ndocker run -e A=b img y => [\"b\",\"y\"]",
     "ENTRYPOINT [\"a\"]\n", "hc", "13", "docker run -e A=b --entrypoint b img y"},
    {"two defaults",
     "docker run p x => [\"a\",\"x\"]\ndocker run p => [\"a\"]\n"
     "docker run p => [\"a\",\"c d\"]",
     "ENTRYPOINT [\"a\"]\n", "hhc", "101", "docker run p 'c d'"},
    {"only the option can", "docker run p => [\"a\"]\ndocker run p z => [\"sh\",\"-c\",\"id\"]",
     "ENTRYPOINT [\"a\"]\n", "ho", "04", "docker run --entrypoint sh p -c id"},
    {"possible all the same", "docker run p date => [\"date\"]\nnever => [\"rm\",\"-rf\"]", "",
     "hp", "12", "docker run p rm -rf"},
    {"the default is possible",
     "docker run p => [\"a\",\"b\"]\ndocker run p c => [\"a\",\"c\"]\n"
     "never => [\"a\",\"b\"]",
     "ENTRYPOINT [\"a\"]\nCMD [\"b\"]\n", "hhp", "011", "docker run p b"},
    {"an option of its own",
     "docker run p x => [\"a\",\"x\"]\ndocker run --entrypoint sh p -c id => "
     "[\"sh\",\"-c\",\"id\"]\n"
     "docker run --entrypoint= p sh => [\"sh\"]\ndocker run --entrypoint sh p => [\"a\"]",
     "ENTRYPOINT [\"a\"]\n", "hhhc", "1432", ""},
};

static void wishes_give_lines(void **state)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct design design;
        struct design_fault fault;
        if (!design_read(*state, NULL, slice_of(rows[i].wishes), &design, &fault))
            fail_msg("%s: cannot be read", rows[i].name);
        design_find(*state, NULL, &design);
        assert_slice(rows[i].name, design.dockerfile, slice_of(rows[i].dockerfile));
        assert_int_equal(design.len, strlen(rows[i].verdicts));
        for (size_t w = 0; w < design.len; w++) {
            const struct design_wish *wish = &design.at[w];
            bool holds = wish->never && wish->verdict == WISH_HOLDS;
            if ("hcop"[wish->verdict] != rows[i].verdicts[w])
                fail_msg("%s: verdict of wish %zu", rows[i].name, w + 1);
            if ((holds ? '-' : (char)('0' + wish->cost)) != rows[i].costs[w])
                fail_msg("%s: cost of wish %zu is %zu", rows[i].name, w + 1, wish->cost);
        }
        assert_slice(rows[i].name, design.at[design.len - 1].instead, slice_of(rows[i].instead));
    }
}

/* ---- Wishes that cannot be read */

static const struct {
    const char *wishes;
    enum words_id id;
    size_t number;
    const char *at; /* the text under the carets */
} faults[] = {
    {"", WORDS_DESIGN_NONE, 0, ""},
    {"never => [\"a\"]", WORDS_DESIGN_ONLY_NEVER, 0, ""},
    {"docker run p", WORDS_DESIGN_NO_ARROW, 1, "docker run p"},
    {"docker run p '=> [\"a\"]'", WORDS_DESIGN_NO_ARROW, 1, "docker run p '=> [\"a\"]'"},
    {"=> [\"a\"]", WORDS_DESIGN_NO_LINE, 1, "=>"},
    {"docker run p =>", WORDS_DESIGN_NO_LIST, 1, "=>"},
    {"docker run p => [\"a\"]\ndocker run p => a b", WORDS_DESIGN_NO_LIST, 2, "a b"},
    {"docker run p => [\"a\", 1]", WORDS_DESIGN_NO_LIST, 1, "[\"a\", 1]"},
    {"docker run p => []", WORDS_DESIGN_EMPTY, 1, "[]"},
    {"docker ps => [\"a\"]", WORDS_DESIGN_NOT_RUN, 1, "docker ps"},
    {"docker exec p a => [\"a\"]", WORDS_DESIGN_EXEC, 1, "docker exec p a"},
    {"docker run p $(date) => [\"a\"]", WORDS_DESIGN_REFUSED, 1, "$(date)"},
    {"docker run --foo p => [\"a\"]", WORDS_DESIGN_REFUSED, 1, "--foo"},
};

static void faults_have_a_place(void **state)
{
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
        struct design design;
        struct design_fault fault;
        bool read = design_read(*state, NULL, slice_of(faults[i].wishes), &design, &fault);
        struct slice at = S("");
        if (read || fault.id != faults[i].id || fault.number != faults[i].number)
            fail_msg("%s: another fault", faults[i].wishes);
        if (fault.at.text)
            at = slice_first(slice_after(fault.at.text->bytes, fault.at.span.from),
                             fault.at.span.to - fault.at.span.from);
        assert_slice(faults[i].wishes, at, slice_of(faults[i].at));
    }
}

/* ---- The card */

static void met_are_in_order(void **state)
{
    (void)state;
    struct deed did[] = {
        {.at = 1, .beliefs = S("WordsAreAppended CmdsAddUp")},
        {.at = 2, .beliefs = S("OptionIsSplit NoSuchBelief")},
        {.at = 3, .beliefs = S("OptionIsSplit")},
        {.at = 4, .beliefs = S("OrderMatters")},
        {.at = 5, .beliefs = S("DefaultIsShell"), .passed = true},
        {.at = 6, .beliefs = S("DefaultIsShell"), .kind = DEED_HINT},
    };
    static const enum belief wanted[] = {BELIEF_OptionIsSplit, BELIEF_OrderMatters,
                                         BELIEF_WordsAreAppended, BELIEF_CmdsAddUp};
    const struct deeds deeds = {did, sizeof did / sizeof *did, 0};
    enum belief met[BELIEF_COUNT];
    assert_int_equal(beliefs_met(&deeds, met), 4);
    assert_memory_equal(met, wanted, sizeof wanted);
}

/* Whatever was met, the page is a page, and five mistakes stand on it. */
static void card_is_a_page(void **state)
{
    enum belief all[BELIEF_COUNT];
    for (unsigned i = 0; i < BELIEF_COUNT; i++)
        all[i] = (enum belief)i;
    for (size_t met = 0; met <= BELIEF_COUNT; met++) {
        struct buffer out = {.arena = *state};
        struct report report = {.arena = *state, .columns = CARD_COLUMNS};
        size_t lines = 0, mistakes = 0;
        card_report(&report, all + (BELIEF_COUNT - met), met);
        paint_report(&out, &report, &(struct paint){.columns = CARD_COLUMNS});
        for (struct slice line, rest = buffer_slice(&out); rest.len; lines++) {
            slice_cut(rest, '\n', &line, &rest);
            assert_true(text_columns(line) <= CARD_COLUMNS);
            mistakes += slice_starts(line, S("  \""));
        }
        assert_true(lines <= CARD_ROWS);
        assert_int_equal(mistakes, CARD_MISTAKES);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_test_with_arena(wishes_give_lines),
        unit_test_with_arena(faults_have_a_place),
        unit_test_with_arena(met_are_in_order),
        unit_test_with_arena(card_is_a_page),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
