/* Questions of exercises, put to the simulator. See scene.h.
 *
 * In: a Dockerfile, further images, a run line. Out: the simulator's answer. FROM looks first at
 * the images of the exercise, then at those that the simulator knows. */
#include "app/course/scene.h"

#include "app/course/rows.h"
#include "app/ground/bases.h"
#include "app/ground/from.h"

/* ---- The typing shell: the recorded cases' one, with a few files for globs. */

static const struct memory_file files[] = {
    {S_INIT("/proj/app.py"), S_INIT("print(\"hi\")\n"), false},
    {S_INIT("/proj/notes.txt"), S_INIT("hello\n"), false},
    {S_INIT("/proj/labels.txt"), S_INIT("com.example.a=1\n"), false},
    {S_INIT("/proj/prod.env"), S_INIT("API_KEY=abc123\nDEBUG=1\n"), false},
    {S_INIT("/proj/conf"), S_INIT(""), true},
    {S_INIT("/proj/data"), S_INIT(""), true},
    {S_INIT("/tmp"), S_INIT(""), true},
};

static struct host fixed_host(void)
{
    static const struct memory_host memory = {recorded_variables, 7, files,
                                              sizeof files / sizeof *files};
    return host_in_memory(&memory);
}

/* ---- Images to stand on */

static enum base_answer find_base(const void *context, struct arena *arena, struct slice reference,
                                  struct base_image *image)
{
    static const struct text base = {SOURCE_BASE, S_INIT("base"), S_INIT("")};
    const struct scene_images *images = context;
    struct names names = {0};
    size_t len = images ? images->len : 0;
    base_add(arena, &names, S("base"), (uint32_t)len);
    for (size_t i = 0; i < len; i++)
        base_add(arena, &names, images->at[i].name, (uint32_t)i);
    uint32_t found = base_find(arena, &names, reference);
    if (found == NAMES_NONE)
        return known_bases.find(known_bases.context, arena, reference, image);
    *image = (struct base_image){.text = &base};
    if (found < len) {
        image->text = images->at[found].text;
        image->config = images->at[found].config;
    }
    return BASE_FOUND;
}

/* The config of a given image as one that others stand on: every value comes from it, and how it
 * came to be is not their concern. */
static void settle(struct arena *arena, const struct text *text, struct image_config *config)
{
    struct origin at = {text, {0, 0}};
    struct args *const lists[] = {&config->entrypoint.words, &config->cmd.words, &config->shell,
                                  &config->env.entries, &config->on_build};
    for (size_t l = 0; l < sizeof lists / sizeof *lists; l++) {
        struct args copy = {.set = lists[l]->set};
        for (size_t i = 0; i < lists[l]->len; i++)
            args_add(arena, &copy, lists[l]->at[i].text, at);
        *lists[l] = copy;
    }
    config->env.index = (struct names){0};
    config->env.shared = true;
    config->entrypoint.at = config->entrypoint.words.len ? at : (struct origin){0};
    config->cmd.at = config->cmd.words.len ? at : (struct origin){0};
    config->dropped_cmd = (struct command_list){0};
    config->dropped_by = config->entrypoint_reset_by = (struct origin){0};
}

void scene_add(struct arena *arena, struct scene_images *images, struct slice name,
               struct slice dockerfile)
{
    struct scene *scene = arena_new(arena, struct scene); /* other values point to its text */
    struct text *text = arena_new(arena, struct text);
    struct answer *answer = arena_new(arena, struct answer);
    const struct bases bases = {images, find_base};
    scene_open(arena, images, name, dockerfile, S(""), scene);
    const struct question question = {.dockerfile = &scene->dockerfile, .bases = &bases};
    simulate(arena, &question, answer);
    *text = (struct text){SOURCE_BASE, name, S("")};
    settle(arena, text, &answer->config);
    *list_add(arena, images) = (struct scene_image){.name = name,
                                                    .dockerfile = scene->dockerfile.bytes,
                                                    .file = &scene->dockerfile,
                                                    .text = text,
                                                    .config = answer->config,
                                                    .built = answer->has_config,
                                                    .failure = answer->failure};
}

const struct text *scene_file(const void *images, struct arena *arena, struct slice name)
{
    const struct scene_images *of = images;
    struct names names = {0};
    for (size_t i = 0; i < of->len; i++)
        base_add(arena, &names, of->at[i].name, (uint32_t)i);
    uint32_t found = base_find(arena, &names, name);
    return found == NAMES_NONE || !of->at[found].built ? NULL : of->at[found].file;
}

/* ---- Asking */

struct slice scene_front(struct arena *arena, struct slice given, struct slice lines)
{
    struct slice from = text_has_from(given) || text_has_from(lines) ? S("") : S("FROM base\n");
    bool open = given.len && !slice_ends(given, S("\n"));
    return TEXT(arena, from, given, open ? S("\n") : S(""));
}

void scene_open(struct arena *arena, const struct scene_images *images, struct slice image,
                struct slice given, struct slice lines, struct scene *scene)
{
    struct buffer text = {.arena = arena};
    buffer_put(&text, scene_front(arena, given, lines));
    buffer_put(&text, lines);
    *scene =
        (struct scene){.images = images,
                       .image = image,
                       .dockerfile = {SOURCE_DOCKERFILE, S("Dockerfile"), buffer_slice(&text)}};
}

enum ending answer_ending(const struct answer *answer)
{
    const struct step_list *steps = &answer->plan.steps;
    if (answer->is_unknown)
        return ENDS_UNKNOWN;
    switch (answer->failure.stage) {
    case STAGE_NONE: return answer->has_plan ? ENDS_RUNS : ENDS_NO_CONTAINER;
    case STAGE_BUILD: return ENDS_BUILD;
    case STAGE_SHELL: return ENDS_SHELL;
    case STAGE_CLIENT: return ENDS_CLIENT;
    case STAGE_PULL: return ENDS_PULL;
    case STAGE_REQUEST: return ENDS_TOO_LARGE;
    case STAGE_DAEMON_CREATE:
    case STAGE_START: break;
    }
    return steps->len && steps->at[steps->len - 1].rule == RULE_NoCommand ? ENDS_NO_COMMAND
                                                                          : ENDS_DAEMON;
}

struct slice ending_name(enum ending ending)
{
    static const struct slice names[] = {
        [ENDS_RUNS] = S_INIT(""),           [ENDS_NO_COMMAND] = S_INIT("no-command"),
        [ENDS_BUILD] = S_INIT("build"),     [ENDS_SHELL] = S_INIT("shell"),
        [ENDS_CLIENT] = S_INIT("client"),   [ENDS_DAEMON] = S_INIT("daemon"),
        [ENDS_PULL] = S_INIT("pull"),       [ENDS_NO_CONTAINER] = S_INIT("no-container"),
        [ENDS_UNKNOWN] = S_INIT("unknown"), [ENDS_TOO_LARGE] = S_INIT("too-large"),
    };
    return names[ending];
}

enum ending failure_named(struct slice name)
{
    unsigned ending = ENDS_NO_COMMAND;
    while (ending <= ENDS_PULL && !slice_equal(ending_name((enum ending)ending), name))
        ending++;
    return ending <= ENDS_PULL ? (enum ending)ending : ENDS_RUNS;
}

/* The same line asked of one given image. */
static void ask_given(struct arena *arena, const struct scene_image *image,
                      const struct question *like, struct answer *answer)
{
    struct base_image *base = arena_new(arena, struct base_image);
    *base = (struct base_image){.text = image->text, .config = image->config};
    struct question question = *like;
    question.dockerfile = NULL;
    question.image = base;
    question.image_name = image->name;
    simulate(arena, &question, answer);
}

/* Whether a line found no image of that name, or the learner's does not build: then it may be about
 * another image. What stands behind ; or || may have hidden that. */
static bool is_elsewhere(const struct answer *answer)
{
    enum ending ending = answer_ending(answer);
    return ending == ENDS_PULL || ending == ENDS_BUILD ||
           (ending == ENDS_NO_CONTAINER && answer->has_request);
}

void scene_question(struct arena *arena, const struct scene *scene, const struct text *line,
                    struct question *question)
{
    struct host *host = arena_new(arena, struct host);
    struct bases *bases = arena_new(arena, struct bases);
    *host = fixed_host();
    *bases = (struct bases){scene->images, find_base};
    *question = (struct question){.dockerfile = &scene->dockerfile,
                                  .bases = bases,
                                  .image_name = scene->image,
                                  .line = line,
                                  .host = host,
                                  .has_sudo = true,
                                  .want_notes = true,
                                  .want_outcome = true};
}

/* No container runs in a scene: docker exec finds none, whatever its name. */
static void refuse_exec(struct arena *arena, struct answer *answer)
{
    const struct run_request *request = &answer->request;
    if (!answer->has_plan || request->verb != VERB_EXEC)
        return;
    answer->has_plan = answer->has_outcome = false;
    answer->plan = (struct exec_plan){0};
    answer->failure =
        (struct failure){.stage = STAGE_DAEMON_CREATE,
                         .exit = 1,
                         .message = TEXT(arena, request->notice,
                                         S("Error response from daemon: No such container: "),
                                         request->image.text, S("\n")),
                         .at = request->image.origin};
}

static void put_question(struct arena *arena, const struct scene *scene,
                         const struct question *question, struct answer *answer)
{
    simulate(arena, question, answer);
    for (size_t i = 0; is_elsewhere(answer) && scene->images && i < scene->images->len; i++) {
        struct answer *other = arena_new(arena, struct answer);
        if (!scene->images->at[i].built)
            continue;
        ask_given(arena, &scene->images->at[i], question, other);
        if (!is_elsewhere(other)) {
            ask_given(arena, &scene->images->at[i], question, answer);
            return;
        }
    }
}

void scene_put(struct arena *arena, const struct scene *scene, const struct question *question,
               struct answer *answer)
{
    put_question(arena, scene, question, answer);
    refuse_exec(arena, answer);
}

const struct answer *scene_ask(struct arena *arena, const struct scene *scene, struct slice run)
{
    struct answer *answer = arena_new(arena, struct answer);
    struct text *line = arena_new(arena, struct text);
    struct question question;
    *line = (struct text){SOURCE_LINE, S("line"), run};
    scene_question(arena, scene, line, &question);
    scene_put(arena, scene, &question, answer);
    return answer;
}

struct belief_input scene_belief(const struct answer *answer)
{
    struct belief_input input = {.config = &answer->config,
                                 .build = &answer->build,
                                 .request = &answer->request,
                                 .plan = answer->has_plan ? &answer->plan : NULL};
    size_t i = 0;
    const struct given *first = answer->request.options
                                    ? options_next(answer->request.options, OPTION_ENTRYPOINT, &i)
                                    : NULL;
    if (first && answer->request.entrypoints > 1)
        input.first_entrypoint = first->value.text;
    return input;
}

struct slice scene_image_of(struct arena *arena, const struct scene *scene,
                            const struct answer *answer)
{
    struct slice named = answer->request.image.text;
    bool elsewhere = answer->has_request && answer->has_config && !answer->build.config;
    bool given = elsewhere && scene->images && scene_file(scene->images, arena, named);
    return given ? named : scene->image;
}

/* ---- An image by itself */

/* The image that a FROM line names, empty for another line. */
static struct slice from_of(struct slice line, bool *named)
{
    struct slice word = next_word(&line);
    if (!slice_equal_fold(word, S("FROM")))
        return S("");
    while (slice_starts(word = next_word(&line), S("--")))
        ;
    *named = next_word(&line).len > 0;
    return word;
}

/* The lines of a given image as a stage of its name. One with a directive in front counts the rest
 * of the file in its own way: of it the lists alone. */
static void put_stage(struct arena *arena, struct buffer *out, const struct scene_image *image)
{
    struct slice rest = image->file->bytes, line;
    bool lists = slice_starts(rest, S("#")), named = false;
    while (rest.len) {
        slice_cut(rest, '\n', &line, &rest);
        bool from = from_of(line, &named).len > 0;
        if (lists && !from)
            continue;
        buffer_put(out, line);
        if (from && !named)
            buffer_put(out, TEXT(arena, S(" AS "), image->name));
        buffer_byte(out, '\n');
    }
    const struct command_list *const both[] = {&image->config.entrypoint, &image->config.cmd};
    for (size_t i = 0; lists && i < 2; i++)
        if (both[i]->words.len) {
            buffer_put(out, i ? S("CMD ") : S("ENTRYPOINT "));
            quote_json_array(out, &both[i]->words);
            buffer_byte(out, '\n');
        }
    buffer_byte(out, '\n');
}

static void put_below(struct arena *arena, struct buffer *out, const struct scene_images *images,
                      struct slice text, size_t before)
{
    struct slice line;
    bool named;
    while (text.len) {
        slice_cut(text, '\n', &line, &text);
        struct slice from = from_of(line, &named);
        for (size_t i = 0; from.len && i < before; i++) /* each stands on those before it */
            if (slice_equal(images->at[i].name, from)) {
                put_below(arena, out, images, images->at[i].file->bytes, i);
                put_stage(arena, out, &images->at[i]);
            }
    }
}

struct slice scene_alone(struct arena *arena, const struct scene *scene, struct slice line)
{
    const struct text text = {SOURCE_LINE, S("line"), line};
    struct buffer out = {.arena = arena};
    struct answer answer;
    struct question question;
    size_t len = scene->images ? scene->images->len : 0, at = len;
    scene_question(arena, scene, &text, &question);
    scene_put(arena, scene, &question, &answer);
    for (size_t i = 0; answer.has_request && i < len; i++)
        if (slice_equal(scene->images->at[i].name, answer.request.image.text))
            at = i;
    struct slice own = at < len ? scene->images->at[at].file->bytes : scene->dockerfile.bytes;
    put_below(arena, &out, scene->images, own, at);
    while (slice_ends(own, S("\n")))
        own.len--;
    buffer_put(&out, own);
    return buffer_slice(&out);
}
