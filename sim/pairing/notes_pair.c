/* Where ENTRYPOINT and CMD meet: shells in between, lists that were lost, nothing to run. */
#include "sim/pairing/noting.h"

#include "sim/ground/buffer.h"
#include "sim/ground/quote.h"
#include "sim/ground/utf8.h"

/* The words that stand behind ENTRYPOINT: of the plan, or without one the image's CMD. */
static struct args words_behind(const struct noting *noting)
{
    if (noting->input->plan)
        return noting->input->plan->cmd;
    return noting->input->config->cmd.words;
}

static bool entrypoint_in_force(const struct noting *noting)
{
    const struct run_request *request = noting->input->request;
    return noting->input->config->entrypoint.words.len &&
           !(request && (request->entrypoint.set || request->verb == VERB_EXEC));
}

static struct slice last_word(const struct command_list *list)
{
    return list->words.at[list->words.len - 1].text;
}

/* Whether a shell text asks for its own arguments. */
static bool reads_arguments(struct slice text)
{
    for (size_t i = slice_find(text, '$'); i + 1 < text.len; i++)
        if (text.at[i] == '$') {
            char next = text.at[i + 1] == '{' && i + 2 < text.len ? text.at[i + 2] : text.at[i + 1];
            if (next == '@' || next == '*' || (next >= '0' && next <= '9'))
                return true;
        }
    return false;
}

/* From the first word on, as far as the words stand in one text: those of the image and of the line
 * stand in two. */
static struct origin span_of(const struct args *words)
{
    struct origin at = words->at[0].origin;
    for (size_t i = 1; i < words->len && words->at[i].origin.text == at.text; i++)
        at.span.to = words->at[i].origin.span.to;
    return at;
}

static struct slice quoted_words(struct arena *arena, const struct args *words)
{
    struct buffer out = {.arena = arena};
    quote_shell_words(&out, words);
    return buffer_slice(&out);
}

/* A shell's text as an exec form array where it is plain words; empty where a shell has to read it.
 */
static struct slice as_array(struct arena *arena, struct slice text)
{
    struct args words = {0};
    for (size_t i = 0; i < text.len; i++)
        if (slice_has(S("$`\"'\\|&;<>(){}*?[]~#\n="), text.at[i]))
            return S("");
    while (text.len) {
        struct slice part;
        slice_cut(text, ' ', &part, &text);
        if (part.len)
            args_add(arena, &words, part, (struct origin){0});
    }
    struct buffer out = {.arena = arena};
    quote_json_array(&out, &words);
    return buffer_slice(&out);
}

/* Words behind a shell-form ENTRYPOINT become $0, $1 … of its text. */
static void note_shell_entrypoint(struct noting *noting)
{
    const struct command_list *entrypoint = &noting->input->config->entrypoint;
    struct args behind = words_behind(noting);
    if (entrypoint->form != FORM_SHELL || !entrypoint_in_force(noting) || !behind.len ||
        reads_arguments(last_word(entrypoint)))
        return;
    note_add(noting, RULE_ShellFormEntrypointArgs, entrypoint->at,
             quoted_words(noting->arena, &behind), as_array(noting->arena, last_word(entrypoint)),
             (uint32_t)behind.len);
}

/* An exec-form ENTRYPOINT receives a shell-form CMD as three words. */
static void note_shell_cmd(struct noting *noting)
{
    const struct image_config *config = noting->input->config;
    const struct exec_plan *plan = noting->input->plan;
    bool cmd_in_force = !plan || (plan->cmd.len && plan->cmd.at == config->cmd.words.at);
    if (config->cmd.form != FORM_SHELL || !cmd_in_force || !entrypoint_in_force(noting) ||
        config->entrypoint.form != FORM_EXEC)
        return;
    struct slice program = config->entrypoint.words.at[0].text;
    if (!is_wrapper(program))
        note_add(noting, RULE_ShellFormCmdArgs, config->cmd.at, program,
                 as_array(noting->arena, last_word(&config->cmd)), 0);
}

/* sh -c typed inside a shell form. */
static void note_double_shell(struct noting *noting, const struct command_list *list)
{
    if (list->form != FORM_SHELL || !list->at.text || list->at.text->source != SOURCE_DOCKERFILE)
        return;
    struct slice text = last_word(list), first, rest;
    slice_cut(text, ' ', &first, &rest);
    if (slice_equal(first, S("exec")))
        slice_cut(utf8_trim_left(rest), ' ', &first, &rest);
    rest = utf8_trim_left(rest);
    struct slice option = slice_first(rest, slice_find(rest, ' '));
    if (is_shell(first) && slice_starts(option, S("-")) && slice_has(option, 'c'))
        note_add(noting, RULE_DoubleShell, list->at, TEXT(noting->arena, first, S(" "), option),
                 S(""), 0);
}

/* ["sh","-c","text"] with further words: they are $0, $1 … of the text. */
static void note_script_args(struct noting *noting)
{
    const struct exec_plan *plan = noting->input->plan;
    if (!plan || plan->argv_len < 4 || plan->argv[0].from == WORD_SHELL)
        return;
    struct slice *words = arena_array(noting->arena, struct slice, plan->argv_len);
    for (size_t i = 0; i < plan->argv_len; i++)
        words[i] = plan->argv[i].arg.text;
    size_t script = script_index(words, plan->argv_len);
    if (script + 1 >= plan->argv_len || plan->argv[script].from == WORD_SHELL ||
        reads_arguments(words[script]))
        return;
    struct args behind = {0};
    for (size_t i = script + 1; i < plan->argv_len; i++)
        args_add(noting->arena, &behind, words[i], plan->argv[i].arg.origin);
    note_add(noting, RULE_ShellScriptArgs, span_of(&behind), words[script + 1], S(""),
             (uint32_t)behind.len);
}

/* An ENTRYPOINT dropped the inherited CMD. A lone shell, which most base images have, nobody
 * misses. */
static void note_lost_cmd(struct noting *noting)
{
    const struct image_config *config = noting->input->config;
    const struct args *lost = &config->dropped_cmd.words;
    if (!lost->len || config->cmd.words.len || !config->entrypoint.words.len ||
        (lost->len == 1 && is_shell(lost->at[0].text)))
        return;
    struct buffer shown = {.arena = noting->arena};
    quote_json_array(&shown, lost);
    note_add(noting, RULE_InheritedCmdLost, config->dropped_by, S(""), buffer_slice(&shown), 0);
}

void note_pair(struct noting *noting)
{
    const struct image_config *config = noting->input->config;
    const struct run_request *request = noting->input->request;
    note_shell_entrypoint(noting);
    note_shell_cmd(noting);
    if (config->entrypoint.words.len)
        note_double_shell(noting, &config->entrypoint);
    if (config->cmd.words.len)
        note_double_shell(noting, &config->cmd);
    note_script_args(noting);
    note_lost_cmd(noting);
    bool nothing_typed = !request || (!request->cmd.len && !request->entrypoint.set);
    if (nothing_typed && !config->entrypoint.words.len && !config->cmd.words.len)
        note_add(noting, RULE_NothingToRun, (struct origin){0}, S(""), S(""), 0);
}
