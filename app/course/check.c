/* Lines of a check: read and tried. See check.h.
 *
 * In: a line, and the scene that the learner made. Out: whether it holds, what was wanted, what is
 * instead. Every form is a row: its name, whether a run line stands in front, how it is read and
 * how it is tried. */
#include "app/course/check.h"

#include "app/course/parts.h"
#include "app/course/rows.h"

/* ---- Words */

bool words_of_array(struct arena *arena, struct slice text, struct args *words)
{
    struct text *source = arena_new(arena, struct text);
    *source = (struct text){SOURCE_DEFAULT, S(""), text};
    const struct logical_line line = {
        .base = text.at, .text = text, .origin = {source, {0, (uint32_t)text.len}}};
    return text.len && execform_read(arena, &line, text, words) == EXECFORM_LIST;
}

struct args plan_words(struct arena *arena, const struct exec_plan *plan)
{
    struct args words = {.set = true};
    for (size_t i = 0; i < plan->argv_len; i++)
        args_add(arena, &words, plan->argv[i].arg.text, plan->argv[i].arg.origin);
    return words;
}

struct slice plan_letters(struct arena *arena, const struct exec_plan *plan)
{
    struct buffer letters = {.arena = arena};
    for (size_t i = 0; i < plan->argv_len; i++)
        buffer_byte(&letters, (char)plan->argv[i].from);
    return letters.len ? buffer_slice(&letters) : S("");
}

size_t check_arrow(struct slice text)
{
    char quote = 0;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.at[i];
        if (c == '\\' && quote != '\'')
            i++;
        else if (quote)
            quote = c == quote ? 0 : quote;
        else if (c == '\'' || c == '"')
            quote = c;
        else if (c == '=' && i + 1 < text.len && text.at[i + 1] == '>')
            return i;
    }
    return text.len;
}

/* ---- Reading: each takes what stands behind its name */

struct check_reading {
    struct arena *arena;
    struct check *check;
};

static bool read_list(struct check_reading *reading, struct slice rest)
{
    return words_of_array(reading->arena, rest, &reading->check->list);
}

static bool read_number(struct check_reading *reading, struct slice rest)
{
    return number_of(rest, &reading->check->number);
}

static bool read_nothing(struct check_reading *reading, struct slice rest)
{
    (void)reading;
    return rest.len == 0;
}

static bool read_ending(struct check_reading *reading, struct slice rest)
{
    reading->check->ending = failure_named(rest);
    return reading->check->ending != ENDS_RUNS;
}

/* Takes "= " off; false when it is not there. */
static bool take_equals(struct slice *rest)
{
    if (!slice_starts(*rest, S("=")))
        return false;
    *rest = trimmed(slice_after(*rest, 1));
    return true;
}

/* N = script, or N = $0 */
static bool read_place(struct check_reading *reading, struct slice rest)
{
    uint32_t number;
    struct check *check = reading->check;
    if (!number_of(next_word(&rest), &check->number) || !check->number || !take_equals(&rest))
        return false;
    check->place = -1;
    if (slice_equal(rest, S("script")))
        return true;
    if (!slice_starts(rest, S("$")) || !number_of(slice_after(rest, 1), &number))
        return false;
    check->place = (int)number;
    return true;
}

/* A JSON string, or the text as it stands. */
static bool read_value(struct check_reading *reading, struct slice rest)
{
    struct args words = {0};
    if (!take_equals(&rest))
        return false;
    reading->check->value = rest;
    if (!slice_starts(rest, S("\"")))
        return rest.len > 0;
    if (!words_of_array(reading->arena, TEXT(reading->arena, S("["), rest, S("]")), &words) ||
        words.len != 1)
        return false;
    reading->check->value = words.at[0].text;
    return true;
}

static bool read_env(struct check_reading *reading, struct slice rest)
{
    struct slice name = next_word(&rest);
    if (slice_has(name, '=')) { /* NAME="…" without blanks around */
        struct slice value;
        slice_cut(name, '=', &name, &value);
        rest = TEXT(reading->arena, S("= "), value, rest.len ? S(" ") : S(""), rest);
    }
    reading->check->name = name;
    reading->check->unset = slice_equal(rest, S("= unset"));
    return name.len && read_value(reading, rest);
}

static bool read_uses_no(struct check_reading *reading, struct slice rest)
{
    reading->check->name = slice_after(rest, 2);
    return slice_starts(rest, S("--")) && option_named(reading->check->name, COMMAND_RUN);
}

static bool read_entrypoint(struct check_reading *reading, struct slice rest)
{
    if (!take_equals(&rest))
        return false;
    struct check *check = reading->check;
    check->unset = slice_equal(rest, S("unset"));
    check->empty = slice_equal(rest, S("empty"));
    return check->unset || check->empty || read_list(reading, rest);
}

static bool read_cmd(struct check_reading *reading, struct slice rest)
{
    reading->check->of_cmd = true;
    return read_entrypoint(reading, rest);
}

static bool read_form(struct check_reading *reading, struct slice rest)
{
    struct slice which = next_word(&rest);
    struct check *check = reading->check;
    check->of_cmd = slice_equal(which, S("CMD"));
    if ((!check->of_cmd && !slice_equal(which, S("ENTRYPOINT"))) || !take_equals(&rest))
        return false;
    check->form = slice_equal(rest, S("exec")) ? FORM_EXEC : FORM_SHELL;
    return check->form == FORM_EXEC || slice_equal(rest, S("shell"));
}

static bool read_words_list(struct check_reading *reading, struct slice rest)
{
    return take_equals(&rest) && read_list(reading, rest);
}

static bool read_findings(struct check_reading *reading, struct slice rest)
{
    if (!take_equals(&rest))
        return false;
    reading->check->rule = rule_of(rest);
    return reading->check->rule != RULE_COUNT || slice_equal(rest, S("none"));
}

static bool read_at_most(struct check_reading *reading, struct slice rest)
{
    return slice_starts(rest, S("<=")) &&
           number_of(trimmed(slice_after(rest, 2)), &reading->check->number);
}

enum run_line { RUN_NEEDED, RUN_REFUSED, RUN_EITHER };

/* A name that begins another one stands behind it. */
static const struct form_row {
    struct slice name;
    enum expect expect;
    enum run_line run;
    bool (*read)(struct check_reading *reading, struct slice rest);
} forms[] = {
    {S_INIT("begins"), EXPECT_BEGINS, RUN_NEEDED, read_list},
    {S_INIT("not"), EXPECT_NOT, RUN_NEEDED, read_list},
    {S_INIT("words entrypoint"), EXPECT_ENTRYPOINT, RUN_REFUSED, read_at_most},
    {S_INIT("words"), EXPECT_WORDS, RUN_NEEDED, read_number},
    {S_INIT("same"), EXPECT_SAME, RUN_NEEDED, read_nothing},
    {S_INIT("fails"), EXPECT_FAILS, RUN_NEEDED, read_ending},
    {S_INIT("place"), EXPECT_PLACE, RUN_NEEDED, read_place},
    {S_INIT("env"), EXPECT_ENV, RUN_NEEDED, read_env},
    {S_INIT("workdir"), EXPECT_WORKDIR, RUN_NEEDED, read_value},
    {S_INIT("user"), EXPECT_USER, RUN_NEEDED, read_value},
    {S_INIT("uses no"), EXPECT_USES_NO, RUN_NEEDED, read_uses_no},
    {S_INIT("entrypoint"), EXPECT_LIST, RUN_REFUSED, read_entrypoint},
    {S_INIT("cmd"), EXPECT_LIST, RUN_REFUSED, read_cmd},
    {S_INIT("form"), EXPECT_FORM, RUN_REFUSED, read_form},
    {S_INIT("fixed"), EXPECT_FIXED, RUN_REFUSED, read_words_list},
    {S_INIT("anyone"), EXPECT_ANYONE, RUN_REFUSED, read_words_list},
    {S_INIT("findings"), EXPECT_FINDINGS, RUN_EITHER, read_findings},
    {S_INIT(""), EXPECT_ARGV, RUN_NEEDED, read_list},
};

static const struct form_row *form_of(struct slice wanted)
{
    size_t i = 0;
    while (forms[i].name.len) {
        struct slice rest = slice_after(wanted, forms[i].name.len);
        if (slice_starts(wanted, forms[i].name) &&
            (!rest.len || rest.at[0] == ' ' || rest.at[0] == '='))
            return &forms[i];
        i++;
    }
    return slice_starts(wanted, S("[")) ? &forms[i] : NULL;
}

/* What is wrong with a check; WORDS_COUNT when nothing is. */
static enum words_id read_check(struct check_reading *reading, bool own_line)
{
    struct check *check = reading->check;
    size_t arrow = check_arrow(check->text);
    check->has_run = arrow < check->text.len;
    check->wanted = check->has_run ? trimmed(slice_after(check->text, arrow + 2)) : check->text;
    check->run = check->has_run ? trimmed(slice_first(check->text, arrow)) : S("");
    check->own_line = own_line && slice_equal(check->run, S("line"));
    check->rule = RULE_COUNT;
    const struct form_row *form = form_of(check->wanted);
    if (!form)
        return WORDS_LESSON_CHECK_UNKNOWN;
    check->expect = form->expect;
    if (form->run == RUN_NEEDED && !check->run.len)
        return WORDS_LESSON_CHECK_NEEDS_RUN;
    if (form->run == RUN_REFUSED && check->has_run)
        return WORDS_LESSON_CHECK_NO_RUN;
    if (own_line && check->has_run && !check->own_line)
        return WORDS_LESSON_CHECK_LEFT;
    if (!form->read(reading, trimmed(slice_after(check->wanted, form->name.len))))
        return WORDS_LESSON_CHECK_BAD;
    return WORDS_COUNT;
}

void checks_read(struct arena *arena, struct faults *faults, struct slice text, uint32_t line,
                 bool hidden, bool own_line, struct checks *checks)
{
    struct line_walk walk = {text, line + 1};
    for (struct slice row; walk_line(arena, &walk, &row, &line);) {
        struct check check = {.text = row, .line = line, .hidden = hidden};
        struct check_reading reading = {arena, &check};
        if (fault_if_full(faults, line, checks->len, PART_LINES_MAX))
            return;
        enum words_id wrong = read_check(&reading, own_line);
        if (wrong == WORDS_COUNT)
            *list_add(arena, checks) = check;
        else
            fault_word(faults, line, wrong,
                       wrong == WORDS_LESSON_CHECK_LEFT ? check.run : check.wanted, S(""));
    }
}

/* ---- Trying: what is wanted against the answer. Each also says what there is instead. */

struct trying {
    struct arena *arena;
    const struct check *check;
    const struct answer *answer, *model; /* model null: no model answer */
    struct result *result;
};

static bool argv_is(struct trying *trying, const struct args *wanted)
{
    struct args argv = plan_words(trying->arena, &trying->answer->plan);
    return trying->answer->has_plan && args_equal(&argv, wanted);
}

static bool try_argv(struct trying *trying)
{
    trying->result->wants_argv = true;
    trying->result->argv = trying->check->list;
    return argv_is(trying, &trying->check->list);
}

static bool try_begins(struct trying *trying)
{
    trying->result->begins = trying->check->list;
    struct args argv = plan_words(trying->arena, &trying->answer->plan);
    if (!trying->answer->has_plan || argv.len < trying->check->list.len)
        return false;
    argv.len = trying->check->list.len;
    return args_equal(&argv, &trying->check->list);
}

/* The argv differs; that nothing starts is not enough. */
static bool try_not(struct trying *trying)
{
    return trying->answer->has_plan && !argv_is(trying, &trying->check->list);
}

static bool try_words(struct trying *trying)
{
    return trying->answer->has_plan && trying->answer->plan.argv_len == trying->check->number;
}

static bool has_entry(const struct args *env, struct slice entry)
{
    for (size_t i = 0; i < env->len; i++)
        if (slice_equal(env->at[i].text, entry))
            return true;
    return false;
}

static bool same_env(const struct args *a, const struct args *b)
{
    bool same = a->len == b->len;
    for (size_t i = 0; same && i < a->len; i++)
        same = has_entry(b, a->at[i].text);
    return same;
}

static bool try_same(struct trying *trying)
{
    if (!trying->model)
        return true;
    const struct exec_plan *plan = &trying->answer->plan, *model = &trying->model->plan;
    trying->result->wants_argv = trying->model->has_plan;
    trying->result->argv = plan_words(trying->arena, model);
    if (!trying->model->has_plan) {
        trying->result->wanted =
            TEXT(trying->arena, S("fails "), ending_name(answer_ending(trying->model)));
        return answer_ending(trying->answer) == answer_ending(trying->model);
    }
    return argv_is(trying, &trying->result->argv) && slice_equal(plan->workdir, model->workdir) &&
           slice_equal(plan->user, model->user) && same_env(&plan->env, &model->env);
}

static bool try_fails(struct trying *trying)
{
    return answer_ending(trying->answer) == trying->check->ending;
}

/* The place of a word as the shell of sh -c TEXT sees it. */
static bool try_place(struct trying *trying)
{
    const struct exec_plan *plan = &trying->answer->plan;
    size_t word = trying->check->number - 1;
    struct slice *words = arena_array(trying->arena, struct slice, plan->argv_len);
    for (size_t i = 0; i < plan->argv_len; i++)
        words[i] = plan->argv[i].arg.text;
    size_t script = script_index(words, plan->argv_len);
    if (!trying->answer->has_plan || script == plan->argv_len || word >= plan->argv_len)
        return false;
    if (word >= script)
        trying->result->got = word == script ? S("script") : S("");
    struct buffer got = {.arena = trying->arena};
    if (word > script) {
        buffer_byte(&got, '$');
        buffer_number(&got, (int64_t)(word - script - 1));
        trying->result->got = buffer_slice(&got);
    }
    return word == script + (size_t)(trying->check->place + 1);
}

/* The value that counts: the last entry of the name. An entry without = removes it. */
static bool try_env(struct trying *trying)
{
    const struct args *env = &trying->answer->plan.env;
    struct slice name, value = S("");
    bool is_set = false;
    for (size_t i = 0; i < env->len; i++) {
        struct slice rest;
        bool has_value = slice_cut(env->at[i].text, '=', &name, &rest);
        if (slice_equal(name, trying->check->name)) {
            is_set = has_value;
            value = rest;
        }
    }
    trying->result->got =
        is_set ? TEXT(trying->arena, trying->check->name, S("="), value) : S("unset");
    if (trying->check->unset)
        return trying->answer->has_plan && !is_set;
    return is_set && slice_equal(value, trying->check->value);
}

/* /srv and /srv/ are one directory. */
static struct slice directory(struct slice path)
{
    while (path.len > 1 && path.at[path.len - 1] == '/')
        path.len--;
    return path;
}

static bool try_workdir(struct trying *trying)
{
    struct slice is = trying->answer->plan.workdir;
    trying->result->got = is.len ? is : S("/");
    return trying->answer->has_plan &&
           slice_equal(directory(trying->result->got), directory(trying->check->value));
}

/* root, 0, and either with its own group are one user. */
static bool is_root(struct slice user)
{
    struct slice name, group;
    bool grouped = slice_cut(user, ':', &name, &group);
    return (slice_equal(name, S("root")) || slice_equal(name, S("0"))) &&
           (!grouped || slice_equal(group, S("root")) || slice_equal(group, S("0")));
}

static bool try_user(struct trying *trying)
{
    struct slice is = trying->answer->plan.user, wanted = trying->check->value;
    trying->result->got = is.len ? is : S("root");
    bool same = slice_equal(trying->result->got, wanted) ||
                (is_root(trying->result->got) && is_root(wanted));
    return trying->answer->has_plan && same;
}

static bool try_uses_no(struct trying *trying)
{
    const struct option *option = option_named(trying->check->name, COMMAND_RUN);
    const struct option_values *values = trying->answer->request.options;
    return trying->answer->has_request &&
           !(values && options_have(values, (enum option_id)option->means));
}

static const struct command_list *list_of(const struct trying *trying)
{
    const struct image_config *config = &trying->answer->config;
    return trying->check->of_cmd ? &config->cmd : &config->entrypoint;
}

static struct slice shown_list(struct arena *arena, const struct args *list)
{
    struct buffer out = {.arena = arena};
    quote_json_array(&out, list);
    return buffer_slice(&out);
}

/* The engine stores an empty list as none; what tells them apart is that somebody wrote []. */
static bool try_list(struct trying *trying)
{
    const struct command_list *is = list_of(trying);
    bool none = !is->words.len, written = is->at.text != NULL;
    trying->result->got = none && !written ? S("unset")
                          : none           ? S("empty")
                                           : shown_list(trying->arena, &is->words);
    if (!trying->answer->has_config)
        return false;
    if (trying->check->unset || trying->check->empty)
        return none && written == trying->check->empty;
    return args_equal(&is->words, &trying->check->list);
}

static bool try_form(struct trying *trying)
{
    static const struct slice names[] = {[FORM_NONE] = S_INIT("unset"),
                                         [FORM_EXEC] = S_INIT("exec"),
                                         [FORM_SHELL] = S_INIT("shell")};
    enum form form = list_of(trying)->form;
    trying->result->got = names[form];
    return trying->answer->has_config && form == trying->check->form;
}

static bool try_surface(struct trying *trying)
{
    const struct surface *surface = &trying->answer->surface;
    const struct args *is =
        trying->check->expect == EXPECT_FIXED ? &surface->fixed : &surface->anyone;
    trying->result->got = shown_list(trying->arena, is);
    return trying->answer->has_plan && args_equal(is, &trying->check->list);
}

static bool try_findings(struct trying *trying)
{
    const struct finding_list *notes = &trying->answer->notes;
    struct buffer got = {.arena = trying->arena};
    bool found = false;
    for (size_t i = 0; i < notes->len; i++) {
        buffer_put(&got, got.len ? S(" ") : S(""));
        buffer_put(&got, rule_name(notes->at[i].rule));
        found = found || notes->at[i].rule == trying->check->rule;
    }
    trying->result->got = got.len ? buffer_slice(&got) : S("none");
    return trying->answer->has_config && (trying->check->rule == RULE_COUNT ? !notes->len : found);
}

static bool try_entrypoint(struct trying *trying)
{
    struct buffer got = {.arena = trying->arena};
    size_t words = trying->answer->config.entrypoint.words.len;
    buffer_number(&got, (int64_t)words);
    trying->result->got = buffer_slice(&got);
    return trying->answer->has_config && words <= trying->check->number;
}

static bool (*const tries[])(struct trying *trying) = {
    [EXPECT_ARGV] = try_argv,
    [EXPECT_BEGINS] = try_begins,
    [EXPECT_NOT] = try_not,
    [EXPECT_WORDS] = try_words,
    [EXPECT_SAME] = try_same,
    [EXPECT_FAILS] = try_fails,
    [EXPECT_PLACE] = try_place,
    [EXPECT_ENV] = try_env,
    [EXPECT_WORKDIR] = try_workdir,
    [EXPECT_USER] = try_user,
    [EXPECT_USES_NO] = try_uses_no,
    [EXPECT_LIST] = try_list,
    [EXPECT_FORM] = try_form,
    [EXPECT_FIXED] = try_surface,
    [EXPECT_ANYONE] = try_surface,
    [EXPECT_FINDINGS] = try_findings,
    [EXPECT_ENTRYPOINT] = try_entrypoint,
};

/* The line that is asked: the check's own, the learner's, or with nothing typed. */
static struct slice line_asked(struct arena *arena, const struct check *check,
                               const struct scene *scene)
{
    if (check->own_line || (!check->has_run && scene->line.len))
        return scene->line;
    return check->has_run ? check->run : TEXT(arena, S("docker run "), scene->image);
}

void check_try(struct arena *arena, const struct check *check, const struct scene *scene,
               const struct scene *model, struct result *result)
{
    struct trying trying = {.arena = arena, .check = check, .result = result};
    *result = (struct result){.hidden = check->hidden,
                              .line = check->line,
                              .wanted = check->wanted,
                              .asked = check->own_line  ? scene->line
                                       : check->has_run ? check->run
                                                        : check->text};
    trying.answer = scene_ask(arena, scene, line_asked(arena, check, scene));
    if (model && check->expect == EXPECT_SAME)
        trying.model = scene_ask(arena, model, line_asked(arena, check, model));
    result->answer = trying.answer;
    result->ending = answer_ending(trying.answer);
    result->holds = tries[check->expect](&trying);
}
