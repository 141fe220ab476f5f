/* The run line: options behind the image, --entrypoint, words that the typing shell took. */
#include "sim/pairing/noting.h"

#include "sim/docker/option.h"
#include "sim/ground/buffer.h"
#include "sim/ground/quote.h"
#include "sim/ground/utf8.h"

/* Options that belong to docker and hardly to a program, as people type them behind the image. */
static const struct {
    struct slice option;
    bool alone;   /* takes no value */
    char expects; /* what the value of a short option that many programs have must hold; 0: nothing
                   */
} docker_options[] = {
    {S_INIT("-it"), true, 0},           {S_INIT("-ti"), true, 0},
    {S_INIT("-itd"), true, 0},          {S_INIT("-dit"), true, 0},
    {S_INIT("--rm"), true, 0},          {S_INIT("--detach"), true, 0},
    {S_INIT("--interactive"), true, 0}, {S_INIT("--privileged"), true, 0},
    {S_INIT("--entrypoint"), false, 0}, {S_INIT("--name"), false, 0},
    {S_INIT("--network"), false, 0},    {S_INIT("--publish"), false, 0},
    {S_INIT("--volume"), false, 0},     {S_INIT("--restart"), false, 0},
    {S_INIT("--env-file"), false, 0},   {S_INIT("--cap-add"), false, 0},
    {S_INIT("--mount"), false, 0},      {S_INIT("--gpus"), false, 0},
    {S_INIT("-p"), false, ':'},         {S_INIT("-v"), false, '/'},
    {S_INIT("-e"), false, '='},         {S_INIT("--env"), false, '='},
};

static bool is_number(struct slice s)
{
    size_t digits = 0;
    while (digits < s.len && s.at[digits] >= '0' && s.at[digits] <= '9')
        digits++;
    return s.len && digits == s.len;
}

/* Whether a value is what `expects` of docker_options asks for. */
static bool is_expected(struct slice value, char expects)
{
    struct slice before, after;
    switch (expects) {
    case ':':
        return slice_cut(value, ':', &before, &after) && is_number(before) && is_number(after);
    case '/': return slice_cut(value, ':', &before, &after) && slice_starts(after, S("/"));
    case '=': return slice_has(value, '=');
    default: return true;
    }
}

size_t docker_option_words(const struct args *words, size_t index)
{
    struct slice name, value;
    bool joined = slice_cut(words->at[index].text, '=', &name, &value);
    bool more = index + 1 < words->len;
    if (!joined && more)
        value = words->at[index + 1].text;
    for (size_t i = 0; i < sizeof docker_options / sizeof *docker_options; i++) {
        if (!slice_equal(name, docker_options[i].option))
            continue;
        if (!is_expected(value, docker_options[i].expects))
            return 0;
        return joined || docker_options[i].alone || !more ? 1 : 2;
    }
    return 0;
}

/* A change to the line as typed: the bytes of cut give way to put. */
struct edit {
    struct span cut;
    struct slice put;
};

/* The docker command as typed with edits made, in rising order, up to its last word. Empty when the
 * words stand in no text. */
static struct slice edited(const struct noting *noting, const struct edit *edits, size_t len)
{
    const struct run_request *request = noting->input->request;
    const struct arg *last =
        request->cmd.len ? request->cmd.at + request->cmd.len - 1 : &request->image;
    const struct text *text = last->origin.text;
    struct buffer out = {.arena = noting->arena};
    uint32_t from = 0;
    if (!text)
        return S("");
    for (size_t i = 0; i < len; i++) {
        buffer_put(&out, slice_first(slice_after(text->bytes, from), edits[i].cut.from - from));
        buffer_put(&out, edits[i].put);
        from = edits[i].cut.to;
    }
    if (from < last->origin.span.to)
        buffer_put(&out, slice_first(slice_after(text->bytes, from), last->origin.span.to - from));
    return utf8_trim(buffer_slice(&out));
}

/* A blank and the words of the image's CMD, quoted for a shell; empty when there is none. */
static struct slice cmd_words(const struct noting *noting)
{
    const struct image_config *config = noting->input->config;
    struct buffer out = {.arena = noting->arena};
    if (!config || !config->cmd.words.len)
        return S("");
    buffer_byte(&out, ' ');
    quote_shell_words(&out, &config->cmd.words);
    return buffer_slice(&out);
}

static struct span behind_image(const struct noting *noting)
{
    uint32_t at = noting->input->request->image.origin.span.to;
    return (struct span){at, at};
}

/* The line with the words of CMD behind the image; empty when there is no CMD. */
static struct slice with_cmd(const struct noting *noting)
{
    struct edit put = {behind_image(noting), cmd_words(noting)};
    return put.put.len ? edited(noting, &put, 1) : S("");
}

static struct slice image_program(const struct noting *noting)
{
    const struct image_config *config = noting->input->config;
    return config && config->entrypoint.words.len ? config->entrypoint.words.at[0].text : S("");
}

/* The words from index on up to the end of the option's value, moved in front of the image. */
static void note_option(struct noting *noting, size_t index)
{
    const struct args *words = &noting->input->request->cmd;
    const struct arg *option = words->at + index, *last = option;
    uint32_t image = noting->input->request->image.origin.span.from;
    last += docker_option_words(words, index) - 1;
    struct span span = {option->origin.span.from, last->origin.span.to};
    struct args moved = {true, words->at + index, (size_t)(last - option) + 1, 0};
    struct buffer shown = {.arena = noting->arena};
    quote_shell_words(&shown, &moved);
    struct slice word = buffer_slice(&shown);
    /* The blank in front of the option goes with it. */
    struct edit edits[] = {{{image, image}, TEXT(noting->arena, word, S(" "))},
                           {{span.from - 1, span.to}, S("")}};
    struct origin at = {option->origin.text, span};
    note_add(noting, RULE_OptionAfterImage, at, word,
             option->origin.text ? edited(noting, edits, 2) : S(""), 0);
}

/* Words behind the image that were meant for docker, or that became the program by mistake. */
static void note_run_words(struct noting *noting)
{
    const struct run_request *request = noting->input->request;
    const struct args *words = &request->cmd;
    struct slice program = request->entrypoint.set ? S("") : image_program(noting);
    if (!words->len || request->verb == VERB_EXEC)
        return;
    for (size_t i = 0; i < words->len && !slice_equal(words->at[i].text, S("--")); i++)
        if (docker_option_words(words, i)) {
            note_option(noting, i);
            return;
        }
    const struct arg *first = words->at;
    bool nothing_in_front = !program.len && !request->entrypoint.set;
    if (nothing_in_front && first->text.len > 1 && *first->text.at == '-')
        note_add(noting, RULE_CmdReplacedByOptions, first->origin, first->text, with_cmd(noting),
                 0);
    if (program.len && first->text.len &&
        slice_equal(program_name(first->text), program_name(program))) {
        struct edit cut = {{first->origin.span.from - 1, first->origin.span.to}, S("")};
        note_add(noting, RULE_ProgramTwice, first->origin, first->text,
                 first->origin.text ? edited(noting, &cut, 1) : S(""), 0);
    }
}

/* The line with --entrypoint's value cut at its blanks: the first word stays, the others go behind
 * the image. */
static struct slice with_split_entrypoint(struct noting *noting, struct slice value)
{
    struct buffer option = {.arena = noting->arena}, words = {.arena = noting->arena};
    struct slice program, rest, part;
    slice_cut(utf8_trim(value), ' ', &program, &rest);
    buffer_put(&option, S("--entrypoint "));
    quote_shell(&option, program);
    while (rest.len) {
        slice_cut(rest, ' ', &part, &rest);
        if (part.len) {
            buffer_byte(&words, ' ');
            quote_shell(&words, part);
        }
    }
    struct edit edits[] = {{noting->input->request->entrypoint_at.span, buffer_slice(&option)},
                           {behind_image(noting), buffer_slice(&words)}};
    return noting->input->request->entrypoint_at.text ? edited(noting, edits, 2) : S("");
}

static void note_entrypoint(struct noting *noting)
{
    const struct run_request *request = noting->input->request;
    if (!request->entrypoint.set)
        return;
    struct slice value = request->entrypoint.at[0].text, cmd = cmd_words(noting);
    struct origin at = request->entrypoint_at;
    if (request->entrypoints > 1)
        note_add(noting, RULE_EntrypointRepeated, at, value, S(""), request->entrypoints);
    if (slice_starts(value, S("[")))
        note_add(noting, RULE_EntrypointJSON, at, value, S(""), 0);
    else if (slice_has(value, ' '))
        note_add(noting, RULE_EntrypointBlank, at, value, with_split_entrypoint(noting, value), 0);
    if (request->cmd.len)
        return;
    if (!value.len)
        note_add(noting, RULE_EntrypointEmpty, at, S(""), with_cmd(noting), 0);
    else if (cmd.len)
        note_add(noting, RULE_EntrypointDropsCmd, at, S(""), slice_after(cmd, 1), 0);
}

/* An en dash, em dash or minus sign where an option was meant. */
static void note_dashes(struct noting *noting)
{
    static const struct slice dashes[] = {S_INIT("\xE2\x80\x93"), S_INIT("\xE2\x80\x94"),
                                          S_INIT("\xE2\x88\x92")};
    struct slice line = noting->input->line->bytes;
    for (size_t i = 1; i < line.len; i++) {
        bool begins = line.at[i - 1] == ' ' || line.at[i - 1] == '\'';
        if (!begins || (unsigned char)line.at[i] != 0xE2)
            continue;
        for (size_t d = 0; d < 3; d++)
            if (slice_starts(slice_after(line, i), dashes[d])) {
                struct slice word = slice_after(line, i);
                word = slice_first(word, slice_find(word, ' '));
                word = slice_first(word, slice_find(word, '\''));
                struct origin at = {noting->input->line, {(uint32_t)i, (uint32_t)(i + word.len)}};
                struct slice name = slice_after(word, dashes[d].len), bare, value;
                slice_cut(name, '=', &bare, &value);
                struct slice dash = option_named(bare, COMMAND_RUN) ? S("--") : S("-");
                note_add(noting, RULE_TypographicDash, at, word, TEXT(noting->arena, dash, name),
                         0);
                return;
            }
    }
}

static struct slice typed(const struct noting *noting, const struct arg *word)
{
    if (word->origin.text != noting->input->line)
        return S("");
    return slice_first(slice_after(word->origin.text->bytes, word->origin.span.from),
                       word->origin.span.to - word->origin.span.from);
}

/* A word as typed, without its quotes and backslashes. */
static struct slice unquoted(struct arena *arena, struct slice source)
{
    struct buffer out = {.arena = arena};
    for (size_t i = 0; i < source.len; i++)
        if (!slice_has(S("\"'\\"), source.at[i]))
            buffer_byte(&out, source.at[i]);
    return buffer_slice(&out);
}

/* Words behind the image that the typing shell made of a variable or a pattern. */
static void note_expanded(struct noting *noting)
{
    const struct args *words = &noting->input->request->cmd;
    for (size_t i = 0; i < words->len; i++) {
        struct slice source = typed(noting, words->at + i);
        bool repeated = i && words->at[i - 1].origin.span.from == words->at[i].origin.span.from;
        if (repeated || !(slice_has(source, '$') || slice_has(source, '*')) ||
            slice_starts(source, S("'")) || slice_starts(source, S("$'")) ||
            slice_equal(unquoted(noting->arena, source),
                        unquoted(noting->arena, words->at[i].text)))
            continue;
        note_add(noting, RULE_HostExpanded, words->at[i].origin, source, words->at[i].text, 0);
    }
}

/* An operator behind the run words: the rest belongs to the typing shell. */
static void note_cut(struct noting *noting)
{
    const struct run_request *request = noting->input->request;
    const struct text *line = noting->input->line;
    if (!request->cmd.len)
        return;
    struct origin last = request->cmd.at[request->cmd.len - 1].origin;
    if (last.text != line)
        return;
    struct slice rest = slice_after(line->bytes, last.span.to);
    uint32_t from = last.span.to;
    while (rest.len && (*rest.at == ' ' || *rest.at == '\t')) {
        rest = slice_after(rest, 1);
        from++;
    }
    /* A pipe is left out: what a container prints is often meant for a program here. */
    static const struct slice operators[] = {S_INIT("&&"), S_INIT("||"), S_INIT(";")};
    for (size_t i = 0; i < 3; i++)
        if (slice_starts(rest, operators[i])) {
            struct slice behind = utf8_trim(slice_after(rest, operators[i].len));
            behind = slice_first(behind, slice_find(behind, '\n'));
            if (behind.len && !slice_starts(behind, S("docker")))
                note_add(noting, RULE_LineCutShort,
                         (struct origin){line, {from, from + (uint32_t)operators[i].len}},
                         operators[i], behind, 0);
            return;
        }
}

void note_line(struct noting *noting)
{
    if (noting->input->request) {
        note_entrypoint(noting);
        note_run_words(noting);
        if (noting->input->line) {
            note_expanded(noting);
            note_cut(noting);
        }
    }
    if (noting->input->line)
        note_dashes(noting);
}
