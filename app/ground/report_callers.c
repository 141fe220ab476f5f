/* Who can change what, as text. See report_callers.h.
 *
 * In: an answer with an image. Out: the words by zone, and lines that callers would type, each put
 * to the simulator: what is said of a caller is what comes of his line. */
#include "app/ground/report_callers.h"

#define SOME_WORD  "some-word"
#define SOME_VALUE "some-value"

/* ---- Callers */

static void add_caller(struct report *report, const struct report_view *view,
                       struct report_callers *found, enum words_id title,
                       const struct args *options, const struct args *words)
{
    *list_add(report->arena, found) = (struct caller){
        .title = title, .says = WORDS_COUNT, .trial = trial_run(report, view, options, words)};
}

/* What the last caller's line comes to. */
static void add_says(struct report_callers *found, enum words_id says, struct words_args args)
{
    found->at[found->len - 1].says = says;
    found->at[found->len - 1].args = args;
}

static void add_word(struct report *report, struct args *words, struct slice word)
{
    args_add(report->arena, words, word, (struct origin){0});
}

static void add_words(struct report *report, struct args *words, const struct args *more,
                      size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        add_word(report, words, more->at[i].text);
}

/* Whoever types a word: to a program it is an argument, to a shell form $0, else the program. */
static void add_stranger(struct report *report, const struct report_view *view,
                         struct report_callers *found)
{
    const struct command_list *entrypoint = &view->answer->config.entrypoint;
    struct args words = {0};
    add_word(report, &words, S(SOME_WORD));
    add_caller(report, view, found, WORDS_CALLER_WORD, NULL, &words);
    struct words_args args = {0};
    if (!entrypoint->words.len) {
        add_says(found, WORDS_CALLER_ANYTHING, args);
    } else if (entrypoint->form == FORM_SHELL) {
        add_says(found, WORDS_CALLER_ARGUMENT, args);
    } else {
        args.word = entrypoint->words.at[0].text;
        add_says(found, WORDS_CALLER_BEHIND, args);
    }
}

/* Whoever wants CMD and a word behind it. */
static void add_more(struct report *report, const struct report_view *view,
                     struct report_callers *found)
{
    const struct command_list *cmd = &view->answer->config.cmd;
    struct args words = {0};
    if (!cmd->words.len)
        return;
    add_words(report, &words, &cmd->words, 0, cmd->words.len);
    add_word(report, &words, S(SOME_WORD));
    add_caller(report, view, found, WORDS_CALLER_MORE, NULL, &words);
    add_says(found, WORDS_CALLER_ANEW, (struct words_args){0});
}

/* Whoever wants another program; without an ENTRYPOINT a word is enough. */
static void add_program(struct report *report, const struct report_view *view,
                        struct report_callers *found)
{
    const struct image_config *config = &view->answer->config;
    struct args options = {0};
    if (!config->entrypoint.words.len)
        return;
    add_word(report, &options, S("--entrypoint"));
    add_word(report, &options, S("sh"));
    add_caller(report, view, found, WORDS_CALLER_PROGRAM, &options, NULL);
    add_says(found, config->cmd.words.len ? WORDS_CALLER_BOTH_GO : WORDS_CALLER_GIVES_WAY,
             (struct words_args){0});
}

/* Whoever wants another word at the end of ENTRYPOINT and the rest as it is. */
static void add_inside(struct report *report, const struct report_view *view,
                       struct report_callers *found)
{
    const struct image_config *config = &view->answer->config;
    const struct args *entrypoint = &config->entrypoint.words;
    struct args options = {0}, words = {0};
    if (entrypoint->len < 2)
        return;
    add_word(report, &options, S("--entrypoint"));
    add_word(report, &options, entrypoint->at[0].text);
    add_words(report, &words, entrypoint, 1, entrypoint->len - 1);
    add_word(report, &words, S(SOME_WORD));
    add_words(report, &words, &config->cmd.words, 0, config->cmd.words.len);
    add_caller(report, view, found, WORDS_CALLER_INSIDE, &options, &words);
    add_says(found, WORDS_CALLER_ALL_ANEW, (struct words_args){0});
}

/* "$PORT, $HOST" */
static struct slice variables_text(struct report *report, const struct names *names)
{
    struct buffer out = {.arena = report->arena};
    for (size_t i = 0; i < names->len; i++) {
        buffer_put(&out, i ? S(", $") : S("$"));
        buffer_put(&out, names->at[i].name);
    }
    return buffer_slice(&out);
}

/* Whoever sets a variable: it reaches a word only where a shell reads a text that names it. */
static void add_variable(struct report *report, const struct report_view *view,
                         struct report_callers *found)
{
    const struct answer *bare = found->bare.answer;
    if (!bare->has_plan)
        return;
    struct slice script = trial_script(report->arena, bare->plan.argv, bare->plan.argv_len);
    struct names names = trial_variables(report->arena, script);
    struct slice name = names.len ? names.at[0].name : S("NAME");
    struct args options = {0};
    add_word(report, &options, S("-e"));
    add_word(report, &options, TEXT(report->arena, name, S("=" SOME_VALUE)));
    add_caller(report, view, found, WORDS_CALLER_ENV, &options, NULL);
    const struct words_args args = {.word = names.len ? variables_text(report, &names) : S("")};
    add_says(found,
             names.len    ? WORDS_CALLER_READS
             : script.len ? WORDS_CALLER_NO_VARIABLE
                          : WORDS_CALLER_NO_SHELL,
             args);
}

bool report_callers_find(struct report *report, const struct report_view *view,
                         struct report_callers *found)
{
    const struct answer *answer = view->answer;
    *found = (struct report_callers){.at = NULL};
    if (!answer->has_config)
        return false;
    bool counts = answer->has_plan && !answer->is_unknown && answer->request.verb != VERB_EXEC;
    found->bare = trial_run(report, view, NULL, NULL);
    found->line = counts ? answer : found->bare.answer;
    add_caller(report, view, found, WORDS_CALLER_NOTHING, NULL, NULL);
    if (!found->bare.answer->has_plan)
        add_says(found, WORDS_SURFACE_NOTHING, (struct words_args){.image = trial_image(view)});
    add_stranger(report, view, found);
    add_more(report, view, found);
    add_program(report, view, found);
    add_inside(report, view, found);
    add_variable(report, view, found);
    return true;
}

/* ---- The zones */

struct slice report_zone_title(struct report *report, enum zone zone)
{
    static const enum words_id titles[] = {WORDS_LABEL_FIXED, WORDS_ZONE_DEFAULT, WORDS_ZONE_TYPED};
    return report_say(report, titles[zone], NULL);
}

/* The words and a letter under each character, without their JSON: it would say the same twice. */
static void put_lettered(struct report *report, const struct plan_word *words, size_t len)
{
    report_vector(report, words, len);
    report->len--;
}

/* "ENTRYPOINT, Dockerfile:4" */
static void put_place(struct report *report, const struct report_view *view, struct slice name,
                      struct origin at)
{
    struct place place = place_of(view->places, at);
    const struct words_args args = {.line = place.line};
    report_line(report, REPORT_TEXT, 0);
    report_add(report, ROLE_LABEL, name);
    report_add(report, ROLE_FAINT, S("  "));
    report_add(report, ROLE_FAINT,
               place.source == SOURCE_DOCKERFILE && place.line
                   ? report_say(report, WORDS_VIEW_AT_LINE, &args)
                   : report_place(report, &place));
}

/* A list of the image: its words, between dashes where the line put them out of force. */
static void put_list(struct report *report, const struct command_list *list, enum word_from from,
                     bool out)
{
    const struct args *words = &list->words;
    struct plan_word *at = arena_array(report->arena, struct plan_word, words->len);
    for (size_t i = 0; i < words->len; i++)
        at[i] = (struct plan_word){words->at[i], i < list->shell_words ? WORD_SHELL : from};
    if (!out) {
        put_lettered(report, at, words->len);
        return;
    }
    report_line(report, REPORT_TEXT, 0);
    for (size_t i = 0; i < words->len; i++) {
        report_add(report, ROLE_PLAIN, i ? S(" ") : S(""));
        report_add(
            report, ROLE_GONE,
            TEXT(report->arena, S("-"), report_shell_word(report, words->at[i].text), S("-")));
    }
}

static void put_sentence(struct report *report, enum words_id id)
{
    report_line(report, REPORT_TEXT, 0);
    report_add(report, ROLE_PLAIN, report_say(report, id, NULL));
}

static void put_fixed(struct report *report, const struct report_view *view,
                      const struct answer *line)
{
    const struct command_list *list = &view->answer->config.entrypoint;
    bool out = line->request.entrypoint.set;
    if (!list->words.len) {
        put_sentence(report, WORDS_ZONE_NO_ENTRYPOINT);
        return;
    }
    put_place(report, view, S("ENTRYPOINT"), list->at);
    put_list(report, list, WORD_ENTRYPOINT, out);
    put_sentence(report, out ? WORDS_ZONE_GONE : WORDS_SURFACE_FIXED);
}

static void put_default(struct report *report, const struct report_view *view,
                        const struct answer *line)
{
    const struct command_list *list = &view->answer->config.cmd;
    bool option = line->request.entrypoint.set, out = option || line->request.cmd.len;
    if (!list->words.len) {
        put_sentence(report, WORDS_ZONE_NO_CMD);
        return;
    }
    put_place(report, view, S("CMD"), list->at);
    put_list(report, list, WORD_CMD, out);
    put_sentence(report, option ? WORDS_ZONE_OUT
                         : out  ? WORDS_ZONE_REPLACED
                                : WORDS_ZONE_GIVES_WAY);
}

/* The words of the line: those of --entrypoint, and those behind the image. */
static void put_typed(struct report *report, const struct report_view *view,
                      const struct answer *line)
{
    const struct image_config *config = &view->answer->config;
    struct plan_word *at = arena_array(report->arena, struct plan_word, line->plan.argv_len);
    size_t options = 0, len = 0;
    for (size_t i = 0; i < line->plan.argv_len; i++)
        if (line->plan.argv[i].from == WORD_OPTION || line->plan.argv[i].from == WORD_RUN) {
            options += line->plan.argv[i].from == WORD_OPTION;
            at[len++] = line->plan.argv[i];
        }
    if (!len) {
        put_sentence(report, WORDS_ZONE_NOTHING_TYPED);
        return;
    }
    put_lettered(report, at, len);
    if (options)
        put_sentence(report, WORDS_SURFACE_OPTION);
    else if (config->cmd.words.len && !line->request.entrypoint.set)
        put_sentence(report, WORDS_ZONE_IN_PLACE);
    else if (config->entrypoint.words.len && !line->request.entrypoint.set)
        put_sentence(report, WORDS_ZONE_BEHIND);
}

void report_zone(struct report *report, const struct report_view *view,
                 const struct report_callers *found, enum zone zone)
{
    switch (zone) {
    case ZONE_FIXED: put_fixed(report, view, found->line); break;
    case ZONE_DEFAULT: put_default(report, view, found->line); break;
    case ZONE_TYPED: put_typed(report, view, found->line); break;
    case ZONE_COUNT: break;
    }
}

void report_callers_now(struct report *report, const struct report_view *view,
                        const struct report_callers *found)
{
    bool bare = found->line == found->bare.answer;
    const struct text *typed = view->question->line;
    struct slice line = bare || !typed ? found->bare.line : utf8_trim(typed->bytes);
    report_line(report, REPORT_TEXT, 2);
    report_add(report, ROLE_PROMPT, S("$ "));
    report_add(report, ROLE_TYPED, words_flat(report->arena, line));
    if (found->line->has_plan)
        put_lettered(report, found->line->plan.argv, found->line->plan.argv_len);
    else
        report_text(report, ROLE_BAD, 0, report_say(report, WORDS_NOTHING_STARTS, NULL));
}

/* ---- One caller */

struct slice report_caller_title(struct report *report, const struct caller *caller)
{
    return report_say(report, caller->title, NULL);
}

struct slice report_caller_cost(struct report *report, const struct caller *caller)
{
    const struct words_args args = {.number = caller->trial.cost};
    return report_say(report, args.number ? WORDS_CALLER_COST : WORDS_CALLER_FREE, &args);
}

void report_caller(struct report *report, const struct caller *caller)
{
    const struct answer *answer = caller->trial.answer;
    report_line(report, REPORT_TEXT, 2);
    report_add(report, ROLE_PROMPT, S("$ "));
    report_add(report, ROLE_TYPED, caller->trial.line);
    if (answer->has_plan)
        put_lettered(report, answer->plan.argv, answer->plan.argv_len);
    else
        report_text(report, ROLE_BAD, 0, report_say(report, WORDS_NOTHING_STARTS, NULL));
    if (caller->says != WORDS_COUNT)
        report_text(report, ROLE_PLAIN, 0, report_say(report, caller->says, &caller->args));
}

/* ---- In lines */

static void put_title(struct report *report, struct slice title, struct slice tail)
{
    report_title_text(report, title);
    report_add(report, ROLE_FAINT, tail.len ? TEXT(report->arena, S(", "), tail) : S(""));
}

void report_callers(struct report *report, const struct report_view *view)
{
    struct report_callers found;
    if (!report_callers_find(report, view, &found)) {
        report_failure(report, view);
        return;
    }
    put_title(report, report_say(report, WORDS_TITLE_SURFACE, NULL), S(""));
    report_callers_now(report, view, &found);
    for (int zone = 0; zone < ZONE_COUNT; zone++) {
        put_title(report, report_zone_title(report, (enum zone)zone), S(""));
        report_zone(report, view, &found, (enum zone)zone);
    }
    for (size_t i = 0; i < found.len; i++) {
        put_title(report, report_caller_title(report, &found.at[i]),
                  report_caller_cost(report, &found.at[i]));
        report_caller(report, &found.at[i]);
    }
    report_gap(report);
    report_basis(report, view);
    while (report->len && !report->at[report->len - 1].len)
        report->len--;
}
