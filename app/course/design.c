/* Wishes to a pair that was proved. See design.h.
 *
 * In: lines. Out: the split that split_find proposes, and for each wish what the simulator gives
 * with it. Where the simulator and the split disagree about a wish, the simulator is right. */
#include "app/course/design.h"

#include "app/course/check.h"
#include "app/course/rows.h"

/* Asks what a line runs. Either image or dockerfile is null. */
static const struct answer *ask(struct arena *arena, const struct host *host,
                                const struct base_image *image, const struct text *dockerfile,
                                struct slice run)
{
    struct answer *answer = arena_new(arena, struct answer);
    struct text *line = arena_new(arena, struct text);
    *line = (struct text){SOURCE_LINE, S("line"), run};
    const struct question question = {.dockerfile = dockerfile,
                                      .image = image,
                                      .bases = &known_bases,
                                      .line = line,
                                      .host = host,
                                      .has_sudo = true,
                                      .want_outcome = true};
    simulate(arena, &question, answer);
    return answer;
}

/* ---- Reading */

struct reading {
    struct arena *arena;
    const struct host *host;
    struct design_fault *fault;
    size_t number;
    uint32_t line;
};

static bool refuse(struct reading *reading, enum words_id id, const struct text *text, size_t from,
                   size_t to)
{
    *reading->fault = (struct design_fault){
        .id = id,
        .number = reading->number,
        .line = reading->line,
        .at = {text, {(uint32_t)from, (uint32_t)(to > from ? to : from + 1)}}};
    return false;
}

/* Docker's message in a line: the first one of it, without what stands in front of every one. */
static struct slice short_message(struct arena *arena, struct slice message)
{
    static const struct slice heads[] = {S_INIT("docker: "),
                                         S_INIT("Error response from daemon: ")};
    struct slice line, rest = message;
    do
        slice_cut(rest, '\n', &line, &rest);
    while (!line.len && rest.len);
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        if (slice_starts(line, heads[i]))
            line = slice_after(line, heads[i].len);
    return arena_copy(arena, line);
}

/* Refuses a line with the place at fault, which is in the line's own text: that begins where the
 * wish's does. */
static bool refuse_line(struct reading *reading, const struct design_wish *wish,
                        const struct answer *answer)
{
    bool exec = answer->has_request && answer->request.verb == VERB_EXEC;
    bool unknown = answer->is_unknown && answer->unknown.len;
    enum words_id id = unknown || answer->failure.stage != STAGE_NONE ? WORDS_DESIGN_REFUSED
                       : exec                                         ? WORDS_DESIGN_EXEC
                                                                      : WORDS_DESIGN_NOT_RUN;
    struct origin at = unknown ? answer->unknown.at[0].at : answer->failure.at;
    bool is_here = at.text && at.text->source == SOURCE_LINE && at.span.to <= wish->run.len;
    refuse(reading, id, &wish->text, is_here ? at.span.from : 0,
           is_here ? at.span.to : wish->run.len);
    if (id == WORDS_DESIGN_REFUSED)
        reading->fault->args.other = unknown
                                         ? words_of_unknown(reading->arena, &answer->unknown.at[0])
                                         : short_message(reading->arena, answer->failure.message);
    return false;
}

/* The words that the line types. An image that has a command answers, so that nothing but the line
 * itself can be at fault. */
static bool read_run(struct reading *reading, struct design_wish *wish)
{
    static const struct text nothing = {SOURCE_BASE, S_INIT(""), S_INIT("")};
    struct base_image image = {.text = &nothing};
    args_add(reading->arena, &image.config.cmd.words, S("x"), (struct origin){0});
    image.config.cmd.form = FORM_EXEC;
    const struct answer *answer = ask(reading->arena, reading->host, &image, NULL, wish->run);
    const struct run_request *request = &answer->request;
    if (answer->failure.stage != STAGE_NONE || answer->is_unknown || !answer->has_plan ||
        request->verb == VERB_EXEC) {
        /* --entrypoint "" without words: a wish like any other, which nothing can give. */
        bool cleared = answer->has_request && request->entrypoint.set && !request->cmd.len &&
                       answer->failure.stage == STAGE_DAEMON_CREATE;
        if (!cleared)
            return refuse_line(reading, wish, answer);
    }
    wish->typed = request->cmd;
    wish->image = request->image;
    wish->has_option = request->entrypoint.set;
    wish->cost = wish->typed.len + (wish->has_option ? 2 : 0);
    return true;
}

static bool read_wish(struct reading *reading, struct slice row, struct design_wish *wish)
{
    *wish = (struct design_wish){.text = {SOURCE_LINE, S("wish"), row}, .line = reading->line};
    const struct text *text = &wish->text;
    size_t arrow = check_arrow(row);
    if (arrow == row.len)
        return refuse(reading, WORDS_DESIGN_NO_ARROW, text, 0, row.len);
    struct slice left = trimmed(slice_first(row, arrow));
    struct slice right = trimmed(slice_after(row, arrow + 2));
    size_t behind = right.len ? (size_t)(right.at - row.at) : arrow;
    if (!left.len)
        return refuse(reading, WORDS_DESIGN_NO_LINE, text, arrow, arrow + 2);
    if (!words_of_array(reading->arena, right, &wish->wanted))
        return refuse(reading, WORDS_DESIGN_NO_LIST, text, behind,
                      right.len ? behind + right.len : arrow + 2);
    if (!wish->wanted.len)
        return refuse(reading, WORDS_DESIGN_EMPTY, text, behind, behind + right.len);
    wish->never = slice_equal(left, S("never"));
    wish->run = wish->never ? S("") : left;
    return wish->never || read_run(reading, wish);
}

bool design_read(struct arena *arena, const struct host *host, struct slice lines,
                 struct design *design, struct design_fault *fault)
{
    struct line_walk walk = {lines, 1};
    struct reading reading = {arena, host, fault, 0, 0};
    bool runs = false;
    *design = (struct design){0};
    *fault = (struct design_fault){.id = WORDS_COUNT};
    for (struct slice row; walk_line(arena, &walk, &row, &reading.line);) {
        struct design_wish *wish = arena_new(arena, struct design_wish);
        if (*row.at == '#')
            continue;
        if (design->len == DESIGN_WISHES_MAX) {
            *fault = (struct design_fault){
                .id = WORDS_DESIGN_TOO_MANY, .args.word = S("200"), .line = reading.line};
            return false;
        }
        reading.number++;
        /* The fault may point into the wish's text, so it is read where it stays. */
        if (!read_wish(&reading, row, wish))
            return false;
        *list_add(arena, design) = *wish;
        runs = runs || !wish->never;
    }
    if (!design->len)
        fault->id = WORDS_DESIGN_NONE;
    else if (!runs)
        fault->id = WORDS_DESIGN_ONLY_NEVER;
    return fault->id == WORDS_COUNT;
}

/* ---- Proposing */

static void put_instruction(struct buffer *out, struct slice keyword, const struct args *words)
{
    if (!words->len)
        return;
    buffer_put(out, keyword);
    for (size_t i = 0; i < words->len; i++) {
        buffer_put(out, i ? S(", ") : S(" ["));
        quote_json(out, words->at[i].text);
    }
    buffer_put(out, S("]\n"));
}

/* Splits the wishes that the pair decides: those without an --entrypoint of their own. */
static void find_split(struct arena *arena, struct design *design)
{
    struct wish *wishes = arena_array(arena, struct wish, design->len);
    size_t *index = arena_array(arena, size_t, design->len), len = 0;
    for (size_t i = 0; i < design->len; i++) {
        const struct design_wish *wish = &design->at[i];
        if (wish->has_option)
            continue;
        wishes[len] = (struct wish){wish->typed, wish->wanted, wish->never};
        index[len++] = i;
    }
    split_find(arena, wishes, len, &design->split);
    for (size_t i = 0; i < len; i++) {
        const struct wish_result *result = &design->split.results[i];
        struct design_wish *wish = &design->at[index[i]];
        wish->verdict = result->verdict;
        wish->other = index[result->other];
        wish->needed = result->needed;
    }
}

static bool gives(struct arena *arena, const struct answer *answer, const struct args *wanted)
{
    struct args argv = plan_words(arena, &answer->plan);
    return answer->has_plan && answer->failure.stage == STAGE_NONE && args_equal(&argv, wanted);
}

/* A line that gives a wish's argv whatever the pair is: the same with --entrypoint. */
static struct slice option_line(struct arena *arena, const struct design_wish *wish)
{
    struct buffer out = {.arena = arena};
    struct args rest = wish->wanted;
    size_t at = wish->image.origin.span.from;
    buffer_put(&out, slice_first(wish->run, at));
    buffer_put(&out, S("--entrypoint "));
    quote_shell(&out, wish->wanted.at[0].text);
    buffer_byte(&out, ' ');
    buffer_put(&out, slice_first(slice_after(wish->run, at), wish->image.origin.span.to - at));
    rest.at++;
    rest.len--;
    buffer_put(&out, rest.len ? S(" ") : S(""));
    quote_shell_words(&out, &rest);
    return buffer_slice(&out);
}

/* A line that gives it if the image's own ENTRYPOINT is the first words of the argv: the others are
 * typed. */
static struct slice typed_line(struct arena *arena, const struct design_wish *wish, size_t first)
{
    struct buffer out = {.arena = arena};
    struct args rest = {.at = wish->wanted.at + first, .len = wish->wanted.len - first};
    buffer_put(&out, slice_first(wish->run, wish->image.origin.span.to));
    buffer_byte(&out, ' ');
    quote_shell_words(&out, &rest);
    return buffer_slice(&out);
}

/* docker run IMAGE, and the words that stand in argv behind some first ones. */
static struct slice words_line(struct arena *arena, const struct design *design,
                               const struct args *argv, size_t first)
{
    struct buffer out = {.arena = arena};
    buffer_put(&out, S("docker run "));
    quote_shell(&out, design->image);
    for (size_t i = first; argv && i < argv->len; i++) {
        buffer_byte(&out, ' ');
        quote_shell(&out, argv->at[i].text);
    }
    return buffer_slice(&out);
}

struct proving {
    struct arena *arena;
    struct design *design;
    const struct host *host; /* of a proposal, with its Dockerfile */
    const struct text *dockerfile;
    const struct scene *scene; /* of a pair that is there */
};

static const struct answer *ask_pair(const struct proving *proving, struct slice run)
{
    return proving->scene ? scene_ask(proving->arena, proving->scene, run)
                          : ask(proving->arena, proving->host, NULL, proving->dockerfile, run);
}

/* What has to be typed for a wish that its own line does not give: words, or the option too. */
static bool prove_instead(const struct proving *proving, struct design_wish *wish, bool option)
{
    size_t first = proving->design->split.entrypoint.len;
    if (!option && first >= wish->wanted.len)
        return false;
    struct slice line =
        option ? option_line(proving->arena, wish) : typed_line(proving->arena, wish, first);
    const struct answer *answer = ask_pair(proving, line);
    if (!gives(proving->arena, answer, &wish->wanted))
        return false;
    wish->instead = line;
    wish->cost = answer->request.cmd.len + (option ? 2 : 0);
    return true;
}

static void prove_line(const struct proving *proving, struct design_wish *wish)
{
    struct arena *arena = proving->arena;
    wish->answer = ask_pair(proving, wish->run);
    if (gives(arena, wish->answer, &wish->wanted)) {
        wish->verdict = WISH_HOLDS;
        return;
    }
    if (wish->answer->failure.stage != STAGE_NONE)
        wish->refusal = short_message(arena, wish->answer->failure.message);
    if (wish->has_option || wish->verdict == WISH_HOLDS)
        wish->verdict = WISH_CONTRADICTS;
    if (wish->has_option)
        return;
    if (!prove_instead(proving, wish, false))
        prove_instead(proving, wish, true);
}

/* A never is possible when the line that would give it does. Typing nothing is tried as well: then
 * CMD stands behind. */
static void prove_never(const struct proving *proving, struct design_wish *wish)
{
    const struct args *front = &proving->design->split.entrypoint;
    const size_t first[] = {front->len, wish->wanted.len};
    wish->verdict = WISH_HOLDS;
    for (size_t i = 0; i < 2 && wish->verdict == WISH_HOLDS; i++) {
        struct slice line = words_line(proving->arena, proving->design, &wish->wanted, first[i]);
        const struct answer *answer = ask_pair(proving, line);
        if (!gives(proving->arena, answer, &wish->wanted))
            continue;
        wish->verdict = WISH_POSSIBLE;
        wish->instead = line;
        wish->cost = answer->request.cmd.len;
    }
}

/* docker run IMAGE: a proposal's has the name that stands in the first line. */
static void ask_bare(const struct proving *proving)
{
    struct design *design = proving->design;
    for (size_t i = 0; i < design->len && !design->image.len; i++)
        design->image = design->at[i].image.text;
    design->bare = ask_pair(proving, words_line(proving->arena, design, NULL, 0));
}

static void prove_wishes(const struct proving *proving)
{
    struct design *design = proving->design;
    design->holding = 0;
    for (size_t i = 0; i < design->len; i++) {
        struct design_wish *wish = &design->at[i];
        if (wish->never)
            prove_never(proving, wish);
        else
            prove_line(proving, wish);
        design->holding += wish->verdict == WISH_HOLDS;
    }
}

static void put_pair(struct arena *arena, struct design *design)
{
    struct buffer lines = {.arena = arena};
    put_instruction(&lines, S("ENTRYPOINT"), &design->split.entrypoint);
    put_instruction(&lines, S("CMD"), &design->split.cmd);
    design->dockerfile = lines.len ? buffer_slice(&lines) : S("");
}

void design_find(struct arena *arena, const struct host *host, struct design *design)
{
    struct text *dockerfile = arena_new(arena, struct text);
    const struct proving proving = {arena, design, host, dockerfile, NULL};
    find_split(arena, design);
    put_pair(arena, design);
    *dockerfile = (struct text){SOURCE_DOCKERFILE, S("Dockerfile"),
                                TEXT(arena, S("FROM scratch\n"), design->dockerfile), 1};
    ask_bare(&proving);
    prove_wishes(&proving);
}

void design_try(struct arena *arena, const struct scene *scene, struct design *design)
{
    const struct proving proving = {arena, design, NULL, NULL, scene};
    design->tried = true;
    design->image = scene->image;
    ask_bare(&proving);
    design->split = (struct split){.entrypoint = design->bare->config.entrypoint.words,
                                   .cmd = design->bare->config.cmd.words};
    put_pair(arena, design);
    prove_wishes(&proving);
}
