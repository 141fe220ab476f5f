/* The merge step by step, as text: a frame a step. See report.h.
 *
 * In: the steps that the plan wrote down, so nothing else can be said than the simulator did. Out:
 * lines; each frame shows the lists as they are then. Words that went stand between dashes, and
 * "out" behind them. */
#include "app/ground/report.h"

#include "app/ground/cluster.h"

/* Names of lists stand in front of their boxes, which begin in one column in all frames. */
enum { INSET = 3, BOXES = 16, BOXES_MOST = 36, TYPED_GAP = 2, LISTS = 4, OUT_GAP = 4 };

/* A list on its way: ENTRYPOINT, CMD, --entrypoint, the words of the line. */
enum which { OF_ENTRYPOINT, OF_CMD, OF_OPTION, OF_LINE };

struct list {
    const struct args *words;
    bool out;
};

/* What stands where, after some steps. */
struct state {
    unsigned boxes; /* the column */
    struct list list[LISTS];
    const struct step *joined; /* the words are laid end to end */
};

static const enum role roles[LISTS] = {ROLE_ENTRYPOINT, ROLE_CMD, ROLE_OPTION, ROLE_RUN};

static void put_out(struct state *state, enum which which, const struct args *words)
{
    if (words->len)
        state->list[which].words = words;
    state->list[which].out = true;
}

static void take_step(struct state *state, const struct step *step)
{
    switch (step->rule) {
    case RULE_EntrypointExecForm:
    case RULE_EntrypointShellForm:
    case RULE_EntrypointInherited: state->list[OF_ENTRYPOINT].words = &step->after; break;
    case RULE_CmdExecForm:
    case RULE_CmdShellForm:
    case RULE_CmdInherited: state->list[OF_CMD].words = &step->after; break;
    case RULE_EntrypointReset:
    case RULE_EntrypointCleared:
    case RULE_EmptyEntrypointDropped: put_out(state, OF_ENTRYPOINT, &step->before); break;
    case RULE_EntrypointGiven:
        put_out(state, OF_ENTRYPOINT, &step->before);
        state->list[OF_OPTION].words = &step->after;
        break;
    case RULE_CmdResetByEntrypoint: put_out(state, OF_CMD, &step->before); break;
    case RULE_CmdReplacedByRunArgs:
    case RULE_CmdDroppedByEntrypoint:
        put_out(state, OF_CMD, &step->before);
        state->list[OF_LINE].words = &step->after;
        break;
    case RULE_ExecRunsWords: state->list[OF_LINE].words = &step->after; break;
    case RULE_WordsJoined: state->joined = step; break;
    default: break;
    }
}

/* ---- Rows of boxes */

static bool fits(const struct report *report, size_t columns)
{
    return !report->columns || columns <= report->columns;
}

static struct slice box(struct report *report, struct slice word, bool out)
{
    struct slice text = report_shell_word(report, word);
    return TEXT(report->arena, out ? S("-") : S("["), text, out ? S("-") : S("]"));
}

static unsigned boxes_columns(struct report *report, const struct args *words)
{
    unsigned columns = 0;
    for (size_t i = 0; words && i < words->len; i++)
        columns += text_columns(box(report, words->at[i].text, false)) + (i ? 1 : 0);
    return columns;
}

static void open_row(struct report *report, struct slice name, unsigned boxes)
{
    report_line(report, REPORT_TEXT, boxes);
    report_pad(report, INSET, INSET);
    report_add(report, ROLE_LABEL, name);
}

static void add_boxes(struct report *report, const struct list *list, enum role role, unsigned from)
{
    report_pad(report, from, 1);
    for (size_t i = 0; i < list->words->len; i++) {
        report_add(report, ROLE_PLAIN, i ? S(" ") : S(""));
        report_add(report, list->out ? ROLE_GONE : role,
                   box(report, list->words->at[i].text, list->out));
    }
    if (list->out) {
        report_pad(report, 0, OUT_GAP);
        report_add(report, ROLE_FAINT, report_say(report, WORDS_VIEW_OUT, NULL));
    }
}

/* What a list is called at the left. */
static struct slice list_name(struct report *report, const struct run_request *request,
                              enum which which)
{
    const struct words_args args = {
        .word = request->verb == VERB_EXEC     ? S("docker exec")
                : request->verb == VERB_CREATE ? S("docker create")
                                               : S("docker run"),
        .image = request->image.text,
    };
    switch (which) {
    case OF_ENTRYPOINT: return S("ENTRYPOINT");
    case OF_CMD: return S("CMD");
    case OF_OPTION: return S("--entrypoint");
    case OF_LINE: break;
    }
    return report_say(report, WORDS_VIEW_THE_CALL, &args);
}

/* The lists one below the other, the second behind the first, as they will be laid. */
static void add_lists(struct report *report, const struct run_request *request,
                      const struct state *state)
{
    unsigned program = boxes_columns(report, state->list[OF_ENTRYPOINT].words);
    unsigned option = boxes_columns(report, state->list[OF_OPTION].words);
    unsigned widest = program > option ? program : option, words = 0;
    for (int i = OF_CMD; i < LISTS; i += OF_LINE - OF_CMD) {
        unsigned columns = boxes_columns(report, state->list[i].words);
        words = columns > words ? columns : words;
    }
    unsigned behind = state->boxes + widest + (widest ? TYPED_GAP : 0);
    bool second_fits = fits(report, behind + words + OUT_GAP + 3);
    for (int i = 0; i < LISTS; i++) {
        const struct list *list = &state->list[i];
        if (!list->words || !list->words->len)
            continue;
        bool second = second_fits && (i == OF_CMD || i == OF_LINE);
        open_row(report, list_name(report, request, (enum which)i), state->boxes);
        add_boxes(report, list, roles[i], second ? behind : state->boxes);
    }
}

static enum role role_of(enum word_from from)
{
    return from == WORD_ENTRYPOINT ? ROLE_ENTRYPOINT
           : from == WORD_CMD      ? ROLE_CMD
           : from == WORD_RUN      ? ROLE_RUN
           : from == WORD_OPTION   ? ROLE_OPTION
                                   : ROLE_SHELL;
}

/* The argv at the end, with its letters. */
static void add_argv(struct report *report, const struct exec_plan *plan, unsigned boxes)
{
    struct buffer letters = {.arena = report->arena};
    struct report vector = {.arena = report->arena};
    report_vector(&vector, plan->argv, plan->argv_len);
    open_row(report, report_say(report, WORDS_TITLE_RUNS, NULL), boxes);
    report_pad(report, boxes, 1);
    if (!plan->argv_len)
        report_add(report, ROLE_BAD, report_say(report, WORDS_GRID_NOTHING, NULL));
    for (size_t i = 0; i < plan->argv_len; i++) {
        struct slice text = box(report, plan->argv[i].arg.text, false);
        report_add(report, ROLE_PLAIN, i ? S(" ") : S(""));
        report_add(report, role_of(plan->argv[i].from), text);
    }
    for (size_t i = 0; i < vector.at[0].len; i++) { /* no letter stands under a quote */
        struct report_piece word = vector.at[0].at[i];
        bool between = word.role == ROLE_PLAIN && slice_equal(word.text, S(" "));
        buffer_put(&letters, i ? S("") : S(" ")); /* under the first bracket */
        buffer_put(&letters, between ? S("   ") : vector.at[1].at[i].text);
    }
    if (!letters.len || !fits(report, boxes + letters.len + 1))
        return;
    report_line(report, REPORT_TEXT, boxes);
    report_pad(report, boxes, boxes);
    report_add(report, ROLE_LABEL, buffer_slice(&letters));
    report_add(report, ROLE_LABEL, S(" ")); /* under the last bracket */
}

/* ---- Frames */

/* Where boxes begin: behind the name of the call, where it has words and is not too long. */
static unsigned boxes_column(struct report *report, const struct run_request *request)
{
    unsigned columns = INSET + 1 + text_columns(list_name(report, request, OF_LINE));
    bool wide = request->cmd.len && columns > BOXES && columns <= BOXES_MOST;
    return wide && fits(report, 2 * columns) ? columns : BOXES;
}

void report_merge_frame(struct report *report, const struct answer *answer, size_t n)
{
    const struct step_list *steps = &answer->plan.steps;
    struct state state = {0};
    if (n >= steps->len)
        return;
    state.boxes = boxes_column(report, &answer->request);
    for (size_t i = 0; i <= n; i++)
        take_step(&state, &steps->at[i]);
    const struct words_args of = {.word = words_digits(report->arena, n + 1),
                                  .other = words_digits(report->arena, steps->len)};
    report_line(report, REPORT_TEXT, 0);
    report_add(report, ROLE_TITLE, report_say(report, WORDS_VIEW_OF, &of));
    report_add(report, ROLE_TITLE, S("   "));
    report_add(report, ROLE_TITLE, words_of_step(report->arena, &steps->at[n]));
    if (!state.joined)
        add_lists(report, &answer->request, &state);
    if (state.joined || n + 1 == steps->len)
        add_argv(report, &answer->plan, state.boxes);
}
