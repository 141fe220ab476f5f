/* The page of `pairing card`. See card.h.
 *
 * In: the beliefs that a learner showed. Out: lines. What stands in the zones and in the grid is
 * what the simulator gives for one example; sentences are those of words.h. */
#include "app/course/card.h"

#include "app/course/check.h"

enum { FORM_COLUMN = 2, CMD_COLUMN = 14, LETTERS_COLUMN = 21, VECTOR_COLUMN = 29 };

static const struct text example = {
    .source = SOURCE_DOCKERFILE,
    .name = S_INIT("Dockerfile"),
    .bytes = S_INIT("FROM scratch\nENTRYPOINT [\"ping\"]\nCMD [\"localhost\"]\n"),
};

static const struct text line = {
    .source = SOURCE_LINE,
    .name = S_INIT("line"),
    .bytes = S_INIT("docker run --rm -e TZ=UTC p -c 3 example.org"),
};

/* ---- The three zones */

/* A part of the line and what it is called; blanks fill the narrower of the two. */
struct zone {
    struct slice text;
    enum words_id name; /* WORDS_COUNT: none */
    enum role role;
};

/* The line cut at the places that the reader found. */
static void find_zones(const struct run_request *request, struct zone zones[4])
{
    static const struct slice command = S_INIT("docker run");
    struct slice text = line.bytes;
    size_t image = request->image.origin.span.from, behind = request->image.origin.span.to;
    size_t options = command.len + 1;
    zones[0] = (struct zone){command, WORDS_COUNT, ROLE_PLAIN};
    zones[1] = (struct zone){slice_first(slice_after(text, options), image - 1 - options),
                             WORDS_CARD_ZONE_OPTIONS, ROLE_OPTION};
    zones[2] = (struct zone){slice_first(slice_after(text, image), behind - image),
                             WORDS_CARD_ZONE_IMAGE, ROLE_PLAIN};
    zones[3] = (struct zone){slice_after(text, behind + 1), WORDS_CARD_ZONE_WORDS, ROLE_RUN};
}

/* Three rows: the line, what belongs together, and its name. */
static void put_zones(struct report *report, const struct answer *answer)
{
    struct zone zones[4];
    unsigned column[5] = {REPORT_INSET};
    find_zones(&answer->request, zones);
    for (unsigned i = 0; i < 4; i++) {
        size_t name =
            zones[i].name == WORDS_COUNT ? 0 : report_say(report, zones[i].name, NULL).len;
        size_t wider = zones[i].text.len > name ? zones[i].text.len : name;
        column[i + 1] = column[i] + (unsigned)wider + 3;
    }
    report_title(report, WORDS_CARD_ZONES);
    for (unsigned row = 0; row < 3; row++) {
        report_line(report, REPORT_TEXT, 0);
        for (unsigned i = row ? 1 : 0; i < 4; i++) {
            struct buffer rule = {.arena = report->arena};
            while (rule.len < column[i + 1] - column[i] - 3)
                buffer_byte(&rule, '-');
            report_pad(report, column[i], row && i == 1 ? column[i] : 0);
            if (row == 0)
                report_add(report, zones[i].role, zones[i].text);
            else if (row == 1)
                report_add(report, ROLE_RULE, buffer_slice(&rule));
            else
                report_add(report, ROLE_LABEL, report_say(report, zones[i].name, NULL));
        }
    }
}

/* What the line runs, so that the zones are seen at work. */
static void put_runs(struct report *report, const struct answer *answer)
{
    report_gap(report);
    for (unsigned row = 0; row < 2; row++) {
        report_line(report, REPORT_TEXT, 0);
        report_pad(report, REPORT_INSET, REPORT_INSET);
        report_add(report, ROLE_LABEL, row ? S("") : report_say(report, WORDS_TITLE_RUNS, NULL));
        report_pad(report, REPORT_INSET + 6, row ? 6 : 2);
        for (size_t i = 0; i < answer->plan.argv_len; i++) {
            const struct plan_word *word = &answer->plan.argv[i];
            struct slice text = report_shell_word(report, word->arg.text);
            struct buffer letters = {.arena = report->arena};
            while (letters.len < text.len)
                buffer_byte(&letters, (char)word->from);
            report_add(report, ROLE_PLAIN, i ? S(" ") : S(""));
            report_add(report, report_role(word->from), row ? buffer_slice(&letters) : text);
        }
    }
    report_line(report, REPORT_TEXT, 0);
    report_pad(report, REPORT_INSET, REPORT_INSET);
    report_add(report, ROLE_FAINT, report_say(report, WORDS_CARD_LETTERS, NULL));
}

/* ---- The nine forms */

static struct slice form_name(struct report *report, unsigned form)
{
    static const enum words_id ids[] = {WORDS_FORM_NONE, WORDS_FORM_EXEC, WORDS_FORM_SHELL};
    return report_say(report, ids[form], NULL);
}

static void put_cell(struct report *report, const struct grid_cell *cell)
{
    struct exec_plan plan = {.argv = cell->argv, .argv_len = cell->argv_len};
    if (!cell->argv_len) {
        report_pad(report, VECTOR_COLUMN, 1);
        report_add(report, ROLE_FAINT, report_say(report, WORDS_GRID_NOTHING, NULL));
        return;
    }
    report_add(report, ROLE_LABEL, plan_letters(report->arena, &plan));
    report_pad(report, VECTOR_COLUMN, 1);
    for (size_t i = 0; i < cell->argv_len; i++) {
        report_add(report, ROLE_PLAIN, i ? S(",") : S("["));
        report_add(report, report_role(cell->argv[i].from),
                   report_json_word(report, cell->argv[i].arg.text));
    }
    report_add(report, ROLE_PLAIN, S("]"));
}

static void put_row(struct report *report, struct slice entrypoint, struct slice cmd)
{
    report_line(report, REPORT_JSON, VECTOR_COLUMN);
    report_pad(report, FORM_COLUMN, FORM_COLUMN);
    report_add(report, ROLE_PLAIN, entrypoint);
    report_pad(report, CMD_COLUMN, 1);
    report_add(report, ROLE_PLAIN, cmd);
    report_pad(report, LETTERS_COLUMN, 1);
}

static void put_grid(struct report *report, const struct image_config *config)
{
    struct grid grid;
    grid_of(report->arena, config, &grid);
    report_title(report, WORDS_CARD_GRID);
    put_row(report, S("ENTRYPOINT"), S("CMD"));
    report_pad(report, VECTOR_COLUMN, 1);
    report_add(report, ROLE_LABEL, report_say(report, WORDS_TITLE_RUNS, NULL));
    for (unsigned e = 0; e < 3; e++)
        for (unsigned c = 0; c < 3; c++) {
            put_row(report, form_name(report, e), form_name(report, c));
            put_cell(report, &grid.cell[e][c]);
        }
}

/* ---- Rules and mistakes */

static void put_rules(struct report *report)
{
    report_title(report, WORDS_CARD_RULES);
    for (unsigned id = WORDS_CARD_ONE; id <= WORDS_CARD_FORMS; id++)
        report_text(report, ROLE_PLAIN, REPORT_INSET, report_say(report, (enum words_id)id, NULL));
}

static void put_mistake(struct report *report, enum belief belief)
{
    struct slice mistake = words_of_mistake(report->arena, belief);
    report_text(report, ROLE_FAINT, REPORT_INSET, TEXT(report->arena, S("\""), mistake, S("\"")));
    report_text(report, ROLE_PLAIN, REPORT_INSET, words_of_belief(report->arena, belief));
}

static bool has(const enum belief *at, size_t len, enum belief belief)
{
    for (size_t i = 0; i < len; i++)
        if (at[i] == belief)
            return true;
    return false;
}

static void put_mistakes(struct report *report, const enum belief *beliefs, size_t met)
{
    static const enum belief usual[] = {
        BELIEF_WordsAreAppended,  BELIEF_OptionIsSplit,   BELIEF_OptionKeepsCmd,
        BELIEF_OptionsAreDockers, BELIEF_VariableExpands,
    };
    size_t left = CARD_MISTAKES - (met < CARD_MISTAKES ? met : CARD_MISTAKES);
    if (met)
        report_title(report, WORDS_CARD_YOURS);
    for (size_t i = 0; i < met && i < CARD_MISTAKES; i++) {
        if (i)
            report_gap(report);
        put_mistake(report, beliefs[i]);
    }
    if (left)
        report_title(report, WORDS_CARD_MANY);
    bool first = true;
    for (size_t i = 0; left && i < sizeof usual / sizeof *usual; i++) {
        if (has(beliefs, met, usual[i]))
            continue;
        if (!first)
            report_gap(report);
        put_mistake(report, usual[i]);
        first = false;
        left--;
    }
}

void card_report(struct report *report, const enum belief *beliefs, size_t met)
{
    struct answer *answer = arena_new(report->arena, struct answer);
    const struct question question = {.dockerfile = &example, .bases = &known_bases, .line = &line};
    simulate(report->arena, &question, answer);
    report_line(report, REPORT_TEXT, 0);
    report_add(report, ROLE_TITLE, report_say(report, WORDS_CARD_TITLE, NULL));
    report_gap(report);
    struct slice text, rest = example.bytes;
    for (slice_cut(rest, '\n', &text, &rest); rest.len;) { /* FROM is not shown */
        slice_cut(rest, '\n', &text, &rest);
        report_line(report, REPORT_TEXT, 0);
        report_pad(report, REPORT_INSET, REPORT_INSET);
        report_add(report, ROLE_TYPED, text);
    }
    put_zones(report, answer);
    put_runs(report, answer);
    put_grid(report, &answer->config);
    put_rules(report);
    put_mistakes(report, beliefs, met);
}
