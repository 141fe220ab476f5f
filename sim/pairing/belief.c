/* What each mistaken model of the merge expects. See belief.h.
 *
 * A row a belief. Each function builds the expected argv from the image's lists, the typed words
 * and
 * --entrypoint, as somebody would who has just this one thing wrong. */
#include "sim/pairing/belief.h"

#include "sim/ground/buffer.h"
#include "sim/ground/quote.h"
#include "sim/pairing/noting.h"

struct mind {
    struct arena *arena;
    const struct belief_input *input;
    const struct args *entrypoint, *cmd, *words; /* ENTRYPOINT, CMD, typed after the image */
    const struct args *option;                   /* --entrypoint; set tells whether given */
    struct args argv;
};

static void put(struct mind *mind, const struct args *words)
{
    for (size_t i = 0; i < words->len; i++)
        args_add(mind->arena, &mind->argv, words->at[i].text, words->at[i].origin);
}

static void put_word(struct mind *mind, struct slice word)
{
    args_add(mind->arena, &mind->argv, word, (struct origin){0});
}

static void put_split(struct mind *mind, struct slice text)
{
    while (text.len) {
        struct slice part;
        slice_cut(text, ' ', &part, &text);
        if (part.len)
            put_word(mind, part);
    }
}

/* The words that really stand behind ENTRYPOINT: typed ones, else CMD. */
static const struct args *behind(const struct mind *mind)
{
    return mind->words->len ? mind->words : mind->cmd;
}

static bool plain_line(const struct mind *mind)
{
    return !mind->option->set && mind->input->request->verb != VERB_EXEC;
}

static bool words_are_appended(struct mind *mind)
{
    if (!plain_line(mind) || !mind->words->len || !mind->cmd->len)
        return false;
    put(mind, mind->entrypoint);
    put(mind, mind->cmd);
    put(mind, mind->words);
    return true;
}

static bool last_word_gives_way(struct mind *mind)
{
    if (!plain_line(mind) || !mind->words->len || mind->cmd->len < 2)
        return false;
    struct args kept = *mind->cmd;
    kept.len--;
    put(mind, mind->entrypoint);
    put(mind, &kept);
    put(mind, mind->words);
    return true;
}

static bool words_replace_entrypoint(struct mind *mind)
{
    if (!plain_line(mind) || !mind->words->len || !mind->entrypoint->len)
        return false;
    put(mind, mind->words);
    return true;
}

static bool entrypoint_then_cmd(struct mind *mind)
{
    if (!plain_line(mind) || !mind->entrypoint->len || !behind(mind)->len)
        return false;
    put(mind, mind->entrypoint);
    return true;
}

static bool default_is_shell(struct mind *mind)
{
    if (!plain_line(mind) || mind->entrypoint->len || !behind(mind)->len ||
        (!mind->words->len && mind->input->config->cmd.form == FORM_SHELL))
        return false;
    put_word(mind, S("/bin/sh"));
    put_word(mind, S("-c"));
    put(mind, behind(mind));
    return true;
}

static bool option_keeps_cmd(struct mind *mind)
{
    if (!mind->option->set || !mind->option->at[0].text.len || mind->words->len || !mind->cmd->len)
        return false;
    put(mind, mind->option);
    put(mind, mind->cmd);
    return true;
}

static bool empty_option_gives_cmd(struct mind *mind)
{
    if (!mind->option->set || mind->option->at[0].text.len || mind->words->len)
        return false;
    put(mind, mind->cmd);
    return true;
}

static bool option_is_split(struct mind *mind)
{
    if (!mind->option->set || !slice_has(mind->option->at[0].text, ' ') ||
        slice_starts(mind->option->at[0].text, S("[")))
        return false;
    put_split(mind, mind->option->at[0].text);
    put(mind, mind->words);
    return true;
}

/* The strings of something like ["a","b"], without looking closer. */
static bool option_reads_array(struct mind *mind)
{
    if (!mind->option->set || !slice_starts(mind->option->at[0].text, S("[")))
        return false;
    struct slice part, rest = mind->option->at[0].text;
    while (slice_cut(rest, '"', &part, &rest) && slice_cut(rest, '"', &part, &rest))
        put_word(mind, part);
    put(mind, mind->words);
    return true;
}

static bool first_option_counts(struct mind *mind)
{
    if (mind->input->request->entrypoints < 2 || !mind->input->first_entrypoint.len)
        return false;
    put_word(mind, mind->input->first_entrypoint);
    put(mind, mind->words);
    return true;
}

static bool options_are_dockers(struct mind *mind)
{
    struct args kept = {0};
    bool any = false;
    if (!plain_line(mind))
        return false;
    for (size_t i = 0; i < mind->words->len;) {
        size_t taken = docker_option_words(mind->words, i);
        any = any || taken;
        if (!taken)
            args_add(mind->arena, &kept, mind->words->at[i].text, mind->words->at[i].origin);
        i += taken ? taken : 1;
    }
    if (!any)
        return false;
    put(mind, mind->entrypoint);
    put(mind, kept.len ? &kept : mind->cmd);
    return true;
}

static bool program_not_twice(struct mind *mind)
{
    if (!plain_line(mind) || !mind->words->len || !mind->entrypoint->len ||
        !slice_equal(mind->words->at[0].text, mind->entrypoint->at[0].text))
        return false;
    struct args rest = {true, mind->words->at + 1, mind->words->len - 1, 0};
    put(mind, mind->entrypoint);
    put(mind, &rest);
    return true;
}

/* The real argv, each word changed by a function that says whether it did. */
static bool changed_words(struct mind *mind,
                          bool (*change)(struct mind *, const struct plan_word *))
{
    const struct exec_plan *plan = mind->input->plan;
    bool any = false;
    for (size_t i = 0; plan && i < plan->argv_len; i++)
        any = change(mind, plan->argv + i) || any;
    return any;
}

static bool keep(struct mind *mind, const struct plan_word *word)
{
    args_add(mind->arena, &mind->argv, word->arg.text, word->arg.origin);
    return false;
}

static bool split_typed(struct mind *mind, const struct plan_word *word)
{
    if (word->from != WORD_RUN || !slice_has(word->arg.text, ' '))
        return keep(mind, word);
    put_split(mind, word->arg.text);
    return true;
}

static bool words_are_split(struct mind *mind)
{
    return changed_words(mind, split_typed);
}

static bool drop_empty(struct mind *mind, const struct plan_word *word)
{
    return word->arg.text.len == 0 || keep(mind, word);
}

static bool empty_word_vanishes(struct mind *mind)
{
    return changed_words(mind, drop_empty);
}

/* Words that an exec form of the image gave: shells never see them. */
static bool is_exec_word(const struct mind *mind, const struct plan_word *word)
{
    const struct image_config *config = mind->input->config;
    return (word->from == WORD_ENTRYPOINT && config->entrypoint.form == FORM_EXEC) ||
           (word->from == WORD_CMD && config->cmd.form == FORM_EXEC);
}

static struct slice value_of(const struct mind *mind, struct slice name)
{
    struct slice before, value;
    const struct args *env = &mind->input->plan->env;
    for (size_t i = env->len; i-- > 0;)
        if (slice_cut(env->at[i].text, '=', &before, &value) && slice_equal(before, name))
            return value;
    return S("");
}

static bool expand(struct mind *mind, const struct plan_word *word)
{
    struct slice variable = variable_in(word->arg.text), text = word->arg.text;
    if (!is_exec_word(mind, word) || !variable.len)
        return keep(mind, word);
    size_t at = (size_t)(variable.at - text.at);
    struct slice name = slice_after(variable, 1);
    if (slice_starts(name, S("{")))
        name = slice_first(slice_after(name, 1), name.len - 2);
    put_word(mind, TEXT(mind->arena, slice_first(text, at), value_of(mind, name),
                        slice_after(text, at + variable.len)));
    return true;
}

static bool variable_expands(struct mind *mind)
{
    return changed_words(mind, expand);
}

static bool unquote(struct mind *mind, const struct plan_word *word)
{
    struct slice bare = without_quotes(mind->arena, word->arg.text);
    if (!is_exec_word(mind, word) || !bare.len)
        return keep(mind, word);
    put_word(mind, bare);
    return true;
}

static bool quotes_are_removed(struct mind *mind)
{
    return changed_words(mind, unquote);
}

static bool exec_form_has_shell(struct mind *mind)
{
    const struct exec_plan *plan = mind->input->plan;
    if (!plan || !plain_line(mind) || plan->argv[0].from == WORD_SHELL)
        return false;
    struct buffer text = {.arena = mind->arena};
    for (size_t i = 0; i < plan->argv_len; i++) {
        if (i)
            buffer_byte(&text, ' ');
        buffer_put(&text, plan->argv[i].arg.text);
    }
    put_word(mind, S("/bin/sh"));
    put_word(mind, S("-c"));
    put_word(mind, buffer_slice(&text));
    return true;
}

static bool without_shell(struct mind *mind, const struct plan_word *word)
{
    const struct image_config *config = mind->input->config;
    bool is_text = (word->from == WORD_ENTRYPOINT && config->entrypoint.form == FORM_SHELL) ||
                   (word->from == WORD_CMD && config->cmd.form == FORM_SHELL);
    if (word->from == WORD_SHELL)
        return true;
    if (!is_text)
        return keep(mind, word);
    put_split(mind, word->arg.text);
    return true;
}

static bool shell_form_has_none(struct mind *mind)
{
    return changed_words(mind, without_shell);
}

static bool shell_form_drops_words(struct mind *mind)
{
    if (!plain_line(mind) || mind->input->config->entrypoint.form != FORM_SHELL ||
        !mind->entrypoint->len || !behind(mind)->len)
        return false;
    put(mind, mind->entrypoint);
    return true;
}

static bool shell_cmd_gives_words(struct mind *mind)
{
    const struct image_config *config = mind->input->config;
    if (!plain_line(mind) || mind->words->len || !mind->cmd->len || !mind->entrypoint->len ||
        config->cmd.form != FORM_SHELL)
        return false;
    put(mind, mind->entrypoint);
    put_split(mind, mind->cmd->at[mind->cmd->len - 1].text);
    return true;
}

/* The instructions of the final stage. */
static size_t stage_len(const struct mind *mind, const struct instruction **at)
{
    const struct build_result *build = mind->input->build;
    if (!build)
        return 0;
    *at = build->instructions + build->target_first;
    return build->target_last - build->target_first;
}

static bool cmds_add_up(struct mind *mind)
{
    const struct instruction *at;
    size_t cmds = 0;
    if (!plain_line(mind) || mind->words->len)
        return false;
    put(mind, mind->entrypoint);
    for (size_t i = 0, len = stage_len(mind, &at); i < len; i++)
        if (at[i].keyword == KEYWORD_CMD) {
            cmds++;
            put(mind, &at[i].words);
        }
    return cmds > 1;
}

static bool child_keeps_cmd(struct mind *mind)
{
    const struct args *dropped = &mind->input->config->dropped_cmd.words;
    if (!plain_line(mind) || mind->words->len || mind->cmd->len || !dropped->len ||
        !mind->entrypoint->len)
        return false;
    put(mind, mind->entrypoint);
    put(mind, dropped);
    return true;
}

static bool order_matters(struct mind *mind)
{
    const struct instruction *at;
    bool cmd = false, above = false;
    for (size_t i = 0, len = stage_len(mind, &at); i < len; i++) {
        cmd = cmd || at[i].keyword == KEYWORD_CMD;
        above = above || (cmd && at[i].keyword == KEYWORD_ENTRYPOINT);
    }
    if (!plain_line(mind) || !above || mind->words->len || !mind->cmd->len)
        return false;
    put(mind, mind->entrypoint);
    return true;
}

static bool in_stage(const struct mind *mind, enum keyword keyword)
{
    const struct instruction *at;
    for (size_t i = 0, len = stage_len(mind, &at); i < len; i++)
        if (at[i].keyword == keyword)
            return true;
    return false;
}

static bool cmd_replaces_program(struct mind *mind)
{
    if (!plain_line(mind) || mind->words->len || !mind->entrypoint->len || !mind->cmd->len ||
        in_stage(mind, KEYWORD_ENTRYPOINT) || !in_stage(mind, KEYWORD_CMD))
        return false;
    put(mind, mind->cmd);
    return true;
}

static bool reset_keeps_cmd(struct mind *mind)
{
    const struct image_config *config = mind->input->config;
    if (!plain_line(mind) || mind->words->len || !config->entrypoint_reset_by.text ||
        !config->dropped_cmd.words.len)
        return false;
    put(mind, &config->dropped_cmd.words);
    return true;
}

static bool healthcheck_counts(struct mind *mind)
{
    const struct healthcheck *check = mind->input->config->healthcheck;
    if (!plain_line(mind) || mind->words->len || !check || check->test.len < 2)
        return false;
    struct args words = {true, check->test.at + 1, check->test.len - 1, 0};
    put(mind, mind->entrypoint);
    put(mind, &words);
    return true;
}

static const struct {
    struct slice name;
    bool (*expects)(struct mind *mind);
} beliefs[BELIEF_COUNT] = {
#define ROW(id, function) [BELIEF_##id] = {S_INIT(#id), function}
    ROW(WordsAreAppended, words_are_appended),
    ROW(LastWordGivesWay, last_word_gives_way),
    ROW(WordsReplaceEntrypoint, words_replace_entrypoint),
    ROW(EntrypointThenCmd, entrypoint_then_cmd),
    ROW(DefaultIsShell, default_is_shell),
    ROW(OptionKeepsCmd, option_keeps_cmd),
    ROW(EmptyOptionGivesCmd, empty_option_gives_cmd),
    ROW(OptionIsSplit, option_is_split),
    ROW(OptionReadsArray, option_reads_array),
    ROW(FirstOptionCounts, first_option_counts),
    ROW(OptionsAreDockers, options_are_dockers),
    ROW(ProgramNotTwice, program_not_twice),
    ROW(WordsAreSplit, words_are_split),
    ROW(EmptyWordVanishes, empty_word_vanishes),
    ROW(VariableExpands, variable_expands),
    ROW(QuotesAreRemoved, quotes_are_removed),
    ROW(ExecFormHasShell, exec_form_has_shell),
    ROW(ShellFormHasNone, shell_form_has_none),
    ROW(ShellFormDropsWords, shell_form_drops_words),
    ROW(ShellCmdGivesWords, shell_cmd_gives_words),
    ROW(CmdsAddUp, cmds_add_up),
    ROW(ChildKeepsCmd, child_keeps_cmd),
    ROW(OrderMatters, order_matters),
    ROW(CmdReplacesProgram, cmd_replaces_program),
    ROW(ResetKeepsCmd, reset_keeps_cmd),
    ROW(HealthcheckCounts, healthcheck_counts),
#undef ROW
};

struct slice belief_name(enum belief belief)
{
    return belief < BELIEF_COUNT ? beliefs[belief].name : S("");
}

bool belief_expects(struct arena *arena, enum belief belief, const struct belief_input *input,
                    struct args *argv)
{
    struct mind mind = {.arena = arena,
                        .input = input,
                        .entrypoint = &input->config->entrypoint.words,
                        .cmd = &input->config->cmd.words,
                        .words = &input->request->cmd,
                        .option = &input->request->entrypoint,
                        .argv = {.set = true}};
    if (belief >= BELIEF_COUNT || !beliefs[belief].expects(&mind))
        return false;
    *argv = mind.argv;
    return true;
}

size_t beliefs_of(struct arena *arena, const struct belief_input *input,
                  const struct args *predicted, enum belief *at)
{
    size_t len = 0;
    for (unsigned i = 0; i < BELIEF_COUNT; i++) {
        struct args argv = {0};
        if (belief_expects(arena, (enum belief)i, input, &argv) && args_equal(&argv, predicted))
            at[len++] = (enum belief)i;
    }
    return len;
}
