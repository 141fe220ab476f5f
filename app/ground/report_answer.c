/* What would run, as text: the argv with its letters, who can change what, what it rests on. See
 * report.h.
 *
 * In: a question and its answer. Out: lines. Read downwards: the argv first, or Docker's own words
 * where nothing starts; then what follows from it; then notes. */
#include "app/ground/report.h"

#include "app/ground/charset.h"
#include "app/ground/cluster.h"

enum { WORDS_COLUMN = 22, WORDS_WIDEST = 40 };

static void add_row(struct report *report, enum words_id label, struct slice text)
{
    report_row(report, label);
    report_rest(report, ROLE_PLAIN, text);
}

static struct slice place_text(struct report *report, const struct report_view *view,
                               struct origin origin)
{
    struct place place = place_of(view->places, origin);
    return report_place(report, &place);
}

/* ---- PID 1 */

static void report_pid1(struct report *report, const struct report_view *view)
{
    const struct outcome *outcome = &view->answer->outcome;
    const struct exec_plan *plan = &view->answer->plan;
    const struct words_args args = {.word = plan->argv[0].arg.text, .other = outcome->stop_signal};
    enum words_id id = view->answer->request.verb == VERB_EXEC ? WORDS_PID1_EXEC
                       : plan->init                            ? WORDS_PID1_INIT
                       : outcome->shell_is_pid1                ? WORDS_PID1_SHELL
                                                               : WORDS_PID1_PROGRAM;
    add_row(report, WORDS_LABEL_PID1, report_say(report, id, &args));
    if (id == WORDS_PID1_SHELL && !report->brief)
        report_text(report, ROLE_PLAIN, REPORT_LABEL,
                    report_say(report, WORDS_PID1_SHELL_STAYS, NULL));
}

/* ---- Who can change what */

/* A row: words of the argv, where they stand, and who can change them. */
struct surface_row {
    enum words_id label;
    enum role role;
    const struct args *words;
    struct slice text, place, sentence;
    unsigned columns;
};

/* Whether the words of the argv that callers may replace were typed on this line. */
static bool is_typed(const struct answer *answer)
{
    return answer->request.cmd.set && answer->request.cmd.len;
}

/* What is to be said of the words that every caller may replace. */
static struct slice anyone_sentence(struct report *report, const struct report_view *view)
{
    const struct answer *answer = view->answer;
    const struct command_list *cmd = &answer->config.cmd;
    bool replaces = is_typed(answer) && cmd->words.len && !answer->request.entrypoint.set &&
                    answer->request.verb != VERB_EXEC;
    if (!replaces || report->brief)
        return report_say(report, WORDS_SURFACE_ANYONE, NULL);
    struct place place = place_of(view->places, cmd->at);
    struct buffer words = {.arena = report->arena};
    quote_shell_words(&words, &cmd->words);
    const struct words_args args = {
        .file = place.line ? place.name : S(""), .line = place.line, .other = buffer_slice(&words)};
    return report_say(report, WORDS_SURFACE_REPLACES, &args);
}

static void fill_row(struct report *report, struct surface_row *row)
{
    struct buffer text = {.arena = report->arena};
    for (size_t i = 0; i < row->words->len; i++) {
        if (i)
            buffer_byte(&text, ' ');
        buffer_put(&text, report_shell_word(report, row->words->at[i].text));
    }
    row->text = buffer_slice(&text);
    row->columns = text_columns(row->text);
}

static void put_surface_row(struct report *report, const struct surface_row *row, unsigned words,
                            unsigned places)
{
    enum { ROOM = 24 }; /* a sentence that wraps has at least so many columns to itself */
    unsigned sentence = REPORT_LABEL + words + places;
    report_row(report, row->label);
    report_add(report, row->role, row->text);
    if (row->columns <= words) {
        report_pad(report, REPORT_LABEL + words, 3);
        report_add(report, ROLE_FAINT, row->place);
        report_pad(report, sentence, row->place.len ? 3 : 0);
        if (report->columns >= sentence + ROOM)
            report->at[report->len - 1].indent = sentence;
    } else {
        if (report->columns) { /* the words fill rows of their own */
            report_line(report, REPORT_TEXT, REPORT_LABEL);
            report_pad(report, REPORT_LABEL, 0);
        } else {
            report_pad(report, 0, 3);
        }
        report_add(report, ROLE_FAINT, row->place);
        report_pad(report, 0, row->place.len ? 3 : 0);
    }
    report_rest(report, ROLE_PLAIN, row->sentence);
}

static void put_surface_rows(struct report *report, struct surface_row *rows, size_t len)
{
    unsigned words = WORDS_COLUMN, places = 0;
    for (size_t i = 0; i < len; i++) {
        if (!rows[i].words->len)
            continue;
        fill_row(report, &rows[i]);
        if (report->brief)
            rows[i].place = (struct slice){0};
        unsigned place = rows[i].place.len ? text_columns(rows[i].place) + 3 : 0;
        places = place > places ? place : places;
        if (rows[i].columns + 3 > words && rows[i].columns <= WORDS_WIDEST)
            words = rows[i].columns + 3;
    }
    for (size_t i = 0; i < len; i++)
        if (rows[i].words->len)
            put_surface_row(report, &rows[i], words, places);
}

/* What holds for the image as a whole: what its callers can do with it. */
static void report_misuse(struct report *report, const struct report_view *view)
{
    const struct answer *answer = view->answer;
    if (answer->request.verb == VERB_EXEC)
        return;
    const struct words_args args = {.image = view->image};
    unsigned indent = report->brief ? 0 : REPORT_LABEL;
    if (answer->surface.anything)
        report_text(report, ROLE_PLAIN, indent,
                    report_say(report,
                               answer->config.cmd.words.len ? WORDS_SURFACE_ANYTHING
                                                            : WORDS_SURFACE_NOTHING,
                               &args));
    if (answer->request.entrypoint.set && answer->config.cmd.words.len) {
        struct buffer words = {.arena = report->arena};
        quote_shell_words(&words, &answer->config.cmd.words);
        const struct words_args dropped = {.other = buffer_slice(&words)};
        report_text(report, ROLE_PLAIN, indent,
                    report_say(report, WORDS_SURFACE_DROPPED, &dropped));
    }
}

void report_surface(struct report *report, const struct report_view *view)
{
    const struct answer *answer = view->answer;
    const struct surface *surface = &answer->surface;
    const struct words_args none = {0};
    struct slice typed = report_say(report, WORDS_PLACE_TYPED, &none);
    struct surface_row rows[] = {
        {.label = WORDS_LABEL_FIXED,
         .role = ROLE_ENTRYPOINT,
         .words = &surface->fixed,
         .place = place_text(report, view, answer->config.entrypoint.at),
         .sentence = report_say(report, WORDS_SURFACE_FIXED, NULL)},
        {.label = WORDS_LABEL_OPTION,
         .role = ROLE_OPTION,
         .words = &surface->entrypoint_flag,
         .place = typed,
         .sentence = report_say(report, WORDS_SURFACE_OPTION, NULL)},
        {.label = WORDS_LABEL_ANYONE,
         .role = is_typed(answer) ? ROLE_RUN : ROLE_CMD,
         .words = &surface->anyone,
         .place = is_typed(answer) ? typed : place_text(report, view, answer->config.cmd.at),
         .sentence = anyone_sentence(report, view)},
    };
    put_surface_rows(report, rows, sizeof rows / sizeof *rows);
    report_misuse(report, view);
}

/* ---- What the answer rests on */

static void report_unknown(struct report *report, const struct report_view *view)
{
    const struct unknown_list *list = &view->answer->unknown;
    for (size_t i = 0; i < list->len; i++) {
        const struct unknown *unknown = &list->at[i];
        const struct words_args args = {.word = unknown->text};
        if (unknown->why == UNKNOWN_FRONTEND || unknown->why == UNKNOWN_SYSTEM) {
            add_row(report, WORDS_LABEL_ASSUMED,
                    report_say(report,
                               unknown->why == UNKNOWN_SYSTEM ? WORDS_RESTS_SYSTEM
                                                              : WORDS_RESTS_FRONTEND,
                               &args));
            continue;
        }
        report_row(report, WORDS_LABEL_UNKNOWN);
        report_add(report, ROLE_WARN, unknown->text);
        report_pad(report, 0, 3);
        report_rest(report, ROLE_PLAIN, words_of_unknown(report->arena, unknown));
        report_carets(report, unknown->at, REPORT_LABEL);
    }
}

/* Whether the argv could be another one if a base image were known: its ENTRYPOINT counts unless
 * the Dockerfile or the line sets one, and then its CMD is out of force too. */
static bool rests_on_base(const struct report_view *view)
{
    const struct answer *answer = view->answer;
    const struct image_config *config = &answer->config;
    bool reached =
        answer->failure.stage == STAGE_NONE || answer->failure.stage == STAGE_DAEMON_CREATE;
    bool set_here = config->entrypoint_reset_by.text ||
                    (config->entrypoint.words.len && config->entrypoint.at.text &&
                     config->entrypoint.at.text->source == SOURCE_DOCKERFILE);
    bool set_there = answer->has_request &&
                     (answer->request.entrypoint.set || answer->request.verb == VERB_EXEC);
    return reached && !set_here && !set_there;
}

/* Whether a FROM stands on this image, by its name or by a variable: not only a COPY --from. */
static bool is_stood_on(const struct build_result *build, struct slice name)
{
    for (size_t i = 0; i < build->instructions_len; i++) {
        const struct instruction *from = &build->instructions[i];
        if (from->keyword == KEYWORD_FROM && from->words.len &&
            (slice_equal(from->words.at[0].text, name) || slice_has(from->words.at[0].text, '$')))
            return true;
    }
    return false;
}

void report_basis(struct report *report, const struct report_view *view)
{
    const struct args *assumed = &view->answer->build.assumed;
    struct words_args args = {.image = view->image};
    report_unknown(report, view);
    for (size_t i = 0; rests_on_base(view) && i < assumed->len; i++) {
        const struct words_args base = {.image = assumed->at[i].text};
        if (!is_stood_on(&view->answer->build, base.image))
            continue;
        add_row(report, WORDS_LABEL_ASSUMED, report_say(report, WORDS_ASSUMED_BASE, &base));
        report_text(report, ROLE_PLAIN, REPORT_LABEL,
                    report_say(report, WORDS_ASSUMED_GIVE, &base));
    }
    switch (view->image_source) {
    case IMAGE_GIVEN: return;
    case IMAGE_IMPLIED:
        add_row(report, WORDS_LABEL_ASSUMED, report_say(report, WORDS_IMPLIED_BASE, NULL));
        return;
    case IMAGE_DOCKERFILE:
        if (!view->image.len)
            return;
        args.file = S("./Dockerfile");
        add_row(report, WORDS_LABEL_ASSUMED, report_say(report, WORDS_USED_DOCKERFILE, &args));
        return;
    case IMAGE_KNOWN:
        args.word = slice_of(known_images_date);
        add_row(report, WORDS_LABEL_ASSUMED, report_say(report, WORDS_USED_KNOWN, &args));
        return;
    }
}

/* ---- A start that is doubtful */

/* Findings that say why the program is probably none. */
static bool doubts_program(enum rule rule)
{
    switch (rule) {
    case RULE_EntrypointBlank:
    case RULE_EntrypointJSON:
    case RULE_CmdReplacedByOptions:
    case RULE_OptionAfterImage:
    case RULE_BlankInWord:
    case RULE_ExecFormVariable:
    case RULE_ExecFormOperator:
    case RULE_ExecFormTilde:
    case RULE_ExecFormGlob:
    case RULE_ExecFormQuotes: return true;
    default: return false;
    }
}

static bool overlap(struct origin a, struct origin b)
{
    return a.text && a.text == b.text && a.span.from < b.span.to && b.span.from < a.span.to;
}

const struct finding *report_doubt_of(const struct answer *answer)
{
    if (!answer->has_plan || !answer->outcome.conditions.len)
        return NULL;
    for (size_t i = 0; i < answer->notes.len; i++) {
        const struct finding *note = &answer->notes.at[i];
        if (doubts_program(note->rule) && overlap(note->at, answer->plan.argv[0].arg.origin))
            return note;
    }
    return NULL;
}

struct slice report_clause(struct slice message)
{
    struct slice rest = message;
    while (rest.len && !slice_starts(rest, S("exec: \"")))
        rest = slice_after(rest, 1);
    rest = slice_first(rest, slice_find(rest, '\n'));
    if (slice_ends(rest, S(": unknown")))
        rest.len -= sizeof ": unknown" - 1;
    return rest;
}

/* Docker's message with its middle left out: where it comes from, and the telling clause. */
static struct slice telling(struct report *report, struct slice message)
{
    struct slice head = S("docker: Error response from daemon: "), rest = report_clause(message);
    if (!rest.len || !slice_starts(message, head))
        return slice_first(message, slice_find(message, '\n'));
    bool short_already = rest.at == message.at + head.len;
    struct slice gap = short_already ? S("") : charset_is_utf8() ? S("… ") : S("... ");
    return TEXT(report->arena, head, gap, rest);
}

struct origin report_doubt_at(const struct answer *answer)
{
    return answer->plan.argv[0].arg.origin;
}

static void report_condition(struct report *report, const struct report_view *view)
{
    const struct condition *condition = &view->answer->outcome.conditions.at[0];
    const struct words_args args = {.file = condition->file, .exit = condition->exit};
    bool is_path = slice_has(condition->file, '/');
    report_text(report, ROLE_PLAIN, REPORT_INSET,
                report_say(report, is_path ? WORDS_IF_FILE : WORDS_IF_NAME, &args));
    report_text(report, ROLE_BAD, 2 * REPORT_INSET, telling(report, condition->message));
}

/* A user or group that the line names must be known to the image. */
static void report_user(struct report *report, const struct report_view *view)
{
    const struct condition_list *conditions = &view->answer->outcome.conditions;
    for (size_t i = 0; view->answer->request.user.text.len && i < conditions->len; i++) {
        const struct condition *condition = &conditions->at[i];
        const struct words_args args = {.file = condition->file, .exit = condition->exit};
        if (!slice_equal(condition->file, S("/etc/passwd")) &&
            !slice_equal(condition->file, S("/etc/group")))
            continue;
        report_text(report, ROLE_PLAIN, REPORT_LABEL, report_say(report, WORDS_IF_USER, &args));
        report_text(report, ROLE_BAD, REPORT_LABEL + REPORT_INSET,
                    telling(report, condition->message));
    }
}

static void report_doubt(struct report *report, const struct report_view *view,
                         const struct finding *doubt)
{
    const struct finding_list *notes = &view->answer->notes;
    report_carets(report, report_doubt_at(view->answer), REPORT_INSET);
    report_text(report, ROLE_PLAIN, REPORT_INSET,
                words_of_finding(report->arena, doubt, WORDS_REASON));
    report_condition(report, view);
    for (size_t i = 0; i < notes->len; i++)
        if (notes->at[i].rule == RULE_EntrypointDropsCmd)
            report_text(report, ROLE_PLAIN, REPORT_INSET,
                        words_of_finding(report->arena, &notes->at[i], WORDS_REASON));
    report_fix(report, doubt);
}

/* ---- Failures */

/* The lines of a Dockerfile that a build error points to, with BuildKit's mark in the margin. */
static void report_frame(struct report *report, const struct report_view *view)
{
    enum { MOST = 8 };
    const struct failure *failure = &view->answer->failure;
    const struct text *dockerfile = view->question->dockerfile;
    if (!failure->lines_len)
        return;
    struct place place = place_of_line(view->places, dockerfile, failure->lines[0]);
    if (!place.line)
        return;
    report_line(report, REPORT_TEXT, REPORT_INSET);
    report_pad(report, REPORT_INSET, REPORT_INSET);
    report_add(report, ROLE_FAINT, report_place(report, &place));
    struct origin at = failure->at;
    bool one_line = failure->lines_len == 1 && at.text == dockerfile && at.span.to > at.span.from;
    if (one_line && place_of(view->places, at).line == place.line) {
        report_carets(report, at, REPORT_INSET);
        return;
    }
    for (size_t i = 0; i < failure->lines_len && i < MOST; i++) {
        struct slice line = place_line_bytes(view->places, dockerfile, failure->lines[i]);
        struct slice rest = utf8_trim_left(line);
        uint32_t from = (uint32_t)(rest.at - dockerfile->bytes.at);
        if (rest.len)
            report_carets(report, (struct origin){dockerfile, {from, from + (uint32_t)rest.len}},
                          REPORT_INSET);
    }
}

void report_failure(struct report *report, const struct report_view *view)
{
    const struct failure *failure = &view->answer->failure;
    const struct words_args args = {.exit = failure->exit};
    if (failure->stage == STAGE_BUILD)
        report_text(report, ROLE_BAD, 0,
                    TEXT(report->arena, S("ERROR: failed to solve: "), failure->message));
    else
        report_text(report, ROLE_BAD, 0, failure->message);
    if (failure->stage == STAGE_BUILD)
        report_frame(report, view);
    else
        report_carets(report, failure->at, REPORT_INSET);
    report_gap(report);
    report_line(report, REPORT_TEXT, 0);
    report_add(report, ROLE_LABEL, report_say(report, WORDS_EXITS, &args));
}

/* ---- The whole */

void report_start(struct report *report, const struct report_view *view)
{
    const struct answer *answer = view->answer;
    if (answer->outcome.starts == STARTS_NO) {
        const struct words_args args = {.exit = answer->outcome.exit};
        report_text(report, ROLE_BAD, 0, answer->outcome.message);
        report_gap(report);
        report_line(report, REPORT_TEXT, 0);
        report_add(report, ROLE_LABEL, report_say(report, WORDS_EXITS, &args));
    } else {
        report_pid1(report, view);
        report_user(report, view);
    }
    report_surface(report, view);
    bool stays = answer->outcome.shell_is_pid1 && answer->outcome.starts != STARTS_NO &&
                 !answer->plan.init && answer->request.verb != VERB_EXEC;
    if (report->brief && stays)
        report_text(report, ROLE_PLAIN, 0, report_say(report, WORDS_PID1_SHELL_STAYS, NULL));
}

static void report_plan(struct report *report, const struct report_view *view)
{
    const struct answer *answer = view->answer;
    const struct finding *doubt = report_doubt_of(answer);
    report_vector(report, answer->plan.argv, answer->plan.argv_len);
    if (doubt) {
        report_doubt(report, view, doubt);
        report_gap(report);
    } else {
        report_gap(report);
        report_start(report, view);
    }
    report_basis(report, view);
    report_warnings(report, view, true);
    report_notes(report, view, doubt);
}

void report_answer(struct report *report, const struct report_view *view)
{
    const struct answer *answer = view->answer;
    if (answer->has_plan && !answer->is_unknown) {
        report_plan(report, view);
    } else {
        if (answer->is_unknown)
            report_text(report, ROLE_TITLE, 0, report_say(report, WORDS_UNKNOWN_TITLE, NULL));
        else if (answer->failure.stage != STAGE_NONE)
            report_failure(report, view);
        else if (answer->no_container)
            report_text(report, ROLE_PLAIN, 0, report_say(report, WORDS_NO_CONTAINER, NULL));
        report_gap(report);
        report_basis(report, view);
        report_warnings(report, view, true);
        report_notes(report, view, NULL);
    }
    report_steps(report, view);
    while (report->len && !report->at[report->len - 1].len)
        report->len--;
}
