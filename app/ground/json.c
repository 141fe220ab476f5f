/* JSON in, through jansson: requests and image metadata. See json.h.
 *
 * In: one JSON text. Out: a question for the simulator, whose texts point into the parsed JSON.
 * Types are strict: what is there must have the type of the contract, and the first thing that has
 * not ends the reading with a sentence that names its key.
 *
 * A stream of requests mostly repeats one large `bases` object. It is cut out of the text before
 * the rest is parsed, compared with the last one, and parsed again only when it changed; of its
 * images only those that a Dockerfile asks for are looked at. */
#include "app/ground/json.h"

#include "app/ground/base64.h"
#include "app/ground/bases.h"
#include "app/ground/json_text.h"

#include <jansson.h>
#include <stdlib.h>

enum { TEXT_MAX = 64 << 20, PARSE_FLAGS = JSON_ALLOW_NUL | JSON_REJECT_DUPLICATES };

/* The arena of the request, where to note the first problem, and what the keys stand in. */
struct json_reading {
    struct arena *arena;
    struct json_problem *problem;
    const char *in; /* "host." in front of a key in a message */
};

static bool refuse(const struct json_reading *reading, enum words_id id, struct slice word,
                   struct slice other)
{
    *reading->problem = (struct json_problem){id, {.word = word, .other = other}};
    return false;
}

static bool refuse_type(const struct json_reading *reading, const char *key, const char *wanted)
{
    return refuse(reading, WORDS_REQUEST_TYPE,
                  TEXT(reading->arena, slice_of(reading->in), slice_of(key)), slice_of(wanted));
}

static struct slice text_of(const json_t *string)
{
    return (struct slice){json_string_value(string), json_string_length(string)};
}

static const char *const type_names[] = {
    [JSON_OBJECT] = "an object",
    [JSON_ARRAY] = "an array of strings",
    [JSON_STRING] = "a string",
    [JSON_INTEGER] = "an integer that is not negative",
};

/* The value of a key; *value is null where it is absent or null. False when its type is another. */
static bool field(const struct json_reading *reading, json_t *object, const char *key,
                  json_type type, json_t **value)
{
    *value = json_object_get(object, key);
    if (!*value || json_is_null(*value))
        *value = NULL;
    else if (json_typeof(*value) != type)
        return refuse_type(reading, key, type_names[type]);
    return true;
}

/* A string; left as it is where there is none. */
static bool string_field(const struct json_reading *reading, json_t *object, const char *key,
                         struct slice *text)
{
    json_t *value;
    if (!field(reading, object, key, JSON_STRING, &value))
        return false;
    if (value)
        *text = text_of(value);
    return true;
}

/* An integer from 0 to max; left as it is where there is none. */
static bool number_field(const struct json_reading *reading, json_t *object, const char *key,
                         json_int_t max, int64_t *number)
{
    json_t *value;
    if (!field(reading, object, key, JSON_INTEGER, &value))
        return false;
    if (!value)
        return true;
    *number = json_integer_value(value);
    return (*number >= 0 && *number <= max) || refuse_type(reading, key, type_names[JSON_INTEGER]);
}

/* An array of strings; unset where there is none. */
static bool list_field(const struct json_reading *reading, json_t *object, const char *key,
                       const struct text *text, struct args *list)
{
    json_t *value;
    if (!field(reading, object, key, JSON_ARRAY, &value))
        return false;
    list->set = value != NULL;
    size_t len = value ? json_array_size(value) : 0;
    for (size_t i = 0; i < len; i++) {
        const json_t *word = json_array_get(value, i);
        if (!json_is_string(word))
            return refuse_type(reading, key, type_names[JSON_ARRAY]);
        args_add(reading->arena, list, text_of(word), (struct origin){.text = text});
    }
    return true;
}

/* ---- An image's config */

/* What it takes to read one config. */
struct config_reading {
    struct json_reading reading;
    const struct text *text;
    struct image_config *config;
};

static struct arg arg_in(const struct config_reading *r, struct slice text)
{
    return (struct arg){text, {.text = r->text}};
}

static bool read_command(const struct config_reading *r, json_t *object, const char *key,
                         struct command_list *list)
{
    if (!list_field(&r->reading, object, key, r->text, &list->words))
        return false;
    list->at = (struct origin){.text = r->text};
    if (list->words.set)
        command_list_recognise(list);
    return true;
}

static bool read_env(const struct config_reading *r, json_t *object)
{
    struct environment *env = &r->config->env;
    if (!list_field(&r->reading, object, "Env", r->text, &env->entries))
        return false;
    for (size_t i = 0; i < env->entries.len; i++) {
        struct slice name, value;
        slice_cut(env->entries.at[i].text, '=', &name, &value);
        names_set(r->reading.arena, &env->index, name, (uint32_t)i);
    }
    return true;
}

/* Labels have strings as values, ports and volumes have objects that say nothing. */
static bool read_map(const struct config_reading *r, json_t *object, const char *key,
                     bool has_values, struct string_map **map)
{
    json_t *value;
    if (!field(&r->reading, object, key, JSON_OBJECT, &value))
        return false;
    if (!value)
        return true;
    const char *name;
    size_t len;
    json_t *entry;
    json_object_keylen_foreach(value, name, len, entry)
    {
        if (has_values && !json_is_string(entry))
            return refuse_type(&r->reading, key, "an object of strings");
        string_map_set(r->reading.arena, map, arg_in(r, (struct slice){name, len}),
                       arg_in(r, has_values ? text_of(entry) : S("")));
    }
    return true;
}

static bool read_healthcheck(const struct config_reading *r, json_t *object)
{
    json_t *value;
    struct json_reading inside = r->reading;
    if (!field(&r->reading, object, "Healthcheck", JSON_OBJECT, &value))
        return false;
    if (!value)
        return true;
    inside.in = "Healthcheck.";
    struct healthcheck *health = arena_new(inside.arena, struct healthcheck);
    r->config->healthcheck = health;
    const int64_t max = INT64_MAX;
    return list_field(&inside, value, "Test", r->text, &health->test) &&
           number_field(&inside, value, "Interval", max, &health->interval) &&
           number_field(&inside, value, "Timeout", max, &health->timeout) &&
           number_field(&inside, value, "StartPeriod", max, &health->start_period) &&
           number_field(&inside, value, "StartInterval", max, &health->start_interval) &&
           number_field(&inside, value, "Retries", max, &health->retries);
}

/* Docker's Config: keys that do not bear on what runs (Hostname, Tty, …) are passed over. */
static bool read_config(const struct config_reading *r, json_t *object)
{
    struct image_config *config = r->config;
    struct slice user = S(""), workdir = S(""), stop_signal = S("");
    json_t *escaped;
    if (!read_command(r, object, "Entrypoint", &config->entrypoint) ||
        !read_command(r, object, "Cmd", &config->cmd) ||
        !list_field(&r->reading, object, "Shell", r->text, &config->shell) ||
        !list_field(&r->reading, object, "OnBuild", r->text, &config->on_build) ||
        !string_field(&r->reading, object, "User", &user) ||
        !string_field(&r->reading, object, "WorkingDir", &workdir) ||
        !string_field(&r->reading, object, "StopSignal", &stop_signal) || !read_env(r, object) ||
        !read_map(r, object, "Labels", true, &config->labels) ||
        !read_map(r, object, "ExposedPorts", false, &config->exposed_ports) ||
        !read_map(r, object, "Volumes", false, &config->volumes) || !read_healthcheck(r, object))
        return false;
    escaped = json_object_get(object, "ArgsEscaped");
    if (escaped && !json_is_null(escaped) && !json_is_boolean(escaped))
        return refuse_type(&r->reading, "ArgsEscaped", "true or false");
    config->args_escaped = json_is_true(escaped);
    config->user = arg_in(r, user);
    config->working_dir = arg_in(r, workdir);
    config->stop_signal = arg_in(r, stop_signal);
    return true;
}

/* The system an image is for: in small letters as OCI writes it, in capitals as Docker prints it.
 */
static bool read_system(const struct config_reading *r, json_t *object)
{
    struct image_config *config = r->config;
    return string_field(&r->reading, object, "Os", &config->os) &&
           string_field(&r->reading, object, "os", &config->os) &&
           string_field(&r->reading, object, "Architecture", &config->architecture) &&
           string_field(&r->reading, object, "architecture", &config->architecture) &&
           string_field(&r->reading, object, "Variant", &config->variant) &&
           string_field(&r->reading, object, "variant", &config->variant);
}

/* ---- Metadata in a file */

/* The one object of `docker image inspect`, which prints an array. */
static json_t *sole_object(json_t *root)
{
    if (json_is_array(root) && json_array_size(root) == 1)
        root = json_array_get(root, 0);
    return json_is_object(root) ? root : NULL;
}

/* Says what kind of thing the JSON is, when it is not the metadata of one image. */
static bool refuse_metadata(const struct json_reading *reading, struct slice file, struct slice why)
{
    *reading->problem = (struct json_problem){WORDS_CLI_METADATA_BAD, {.file = file, .other = why}};
    return false;
}

static struct slice name_of_image(json_t *object, struct slice fallback)
{
    json_t *tags = json_object_get(object, "RepoTags"), *first = json_array_get(tags, 0);
    return json_is_string(first) ? text_of(first) : fallback;
}

/* Where the JSON text goes wrong, for a message. */
static struct slice place_in_json(struct arena *arena, const json_error_t *error)
{
    struct buffer buffer = {.arena = arena};
    buffer_string(&buffer, error->text);
    buffer_put(&buffer, S(", line "));
    buffer_number(&buffer, error->line);
    buffer_put(&buffer, S(", column "));
    buffer_number(&buffer, error->column);
    return buffer_slice(&buffer);
}

/* jansson takes memory here. When there was none it says so, or says that the text is wrong, or
 * nothing: so it is noted. */
static bool lacked_memory;

static void *take_noting(size_t size)
{
    void *block = malloc(size);
    lacked_memory |= !block;
    return block;
}

static json_t *parse(struct slice text, size_t flags, json_error_t *error)
{
    lacked_memory = false;
    return json_loadb(text.at ? text.at : "", text.len, flags, error);
}

bool json_metadata_read(struct json_reader *reader, struct arena *arena, struct slice bytes,
                        struct text *text, struct base_image *image, struct json_problem *problem)
{
    const struct json_reading reading = {arena, problem, ""};
    const struct config_reading r = {reading, text, &image->config};
    json_error_t error;
    json_t *root = parse(bytes, PARSE_FLAGS, &error);
    json_t *object = sole_object(root), *config;
    if (!root && lacked_memory)
        return refuse(&reading, WORDS_CLI_NO_MEMORY, S(""), S(""));
    if (!root)
        return refuse_metadata(&reading, text->name, place_in_json(arena, &error));
    if (json_array_append_new(reader->metadata, root) != 0)
        return refuse(&reading, WORDS_CLI_NO_MEMORY, S(""), S(""));
    if (!object)
        return refuse_metadata(&reading, text->name, S("it does not describe one image"));
    if (json_object_get(object, "Path") && json_object_get(object, "Args"))
        return refuse_metadata(&reading, text->name, S("it describes a container, not an image"));
    config = json_object_get(object, "Config");
    config = config ? config : json_object_get(object, "config");
    if (!json_is_object(config))
        return refuse_metadata(&reading, text->name, S("there is no Config in it"));
    *image = (struct base_image){.text = text};
    if (!read_config(&r, config) || !read_system(&r, object))
        return refuse_metadata(&reading, text->name, words_say(arena, problem->id, &problem->args));
    text->name = name_of_image(object, text->name);
    return true;
}

/* ---- Requests */

static void forget_bases(struct json_reader *reader)
{
    json_decref(reader->bases);
    free(reader->bases_text);
    reader->bases = NULL;
    reader->bases_text = NULL;
    reader->bases_len = 0;
}

/* Makes the index of the names in `bases`, a value of a request. */
static bool take_bases(struct json_reader *reader, const struct json_reading *reading,
                       json_t *bases)
{
    struct arena *arena = &reader->names_arena;
    arena->guard = reading->arena->guard;
    arena_reset(arena, 0);
    reader->names = (struct names){0};
    reader->values = (struct base_list){0};
    const char *name;
    size_t len;
    json_t *value;
    json_object_keylen_foreach(bases, name, len, value)
    {
        struct slice key = {name, len};
        json_t *config = json_object_get(value, "config");
        if (!json_is_object(value) || (config && !json_is_null(config) && !json_is_object(config)))
            return refuse(reading, WORDS_REQUEST_TYPE, TEXT(reading->arena, S("bases."), key),
                          S("an object with a config"));
        base_add(arena, &reader->names, key, (uint32_t)reader->values.len);
        *list_add(arena, &reader->values) = (struct base_entry){key, value};
    }
    return true;
}

/* Parses the text of bases unless it is the last one's. False: it is not what it should be; then
 * the whole request is parsed with it, which finds the same and says where. */
static bool keep_bases(struct json_reader *reader, const struct json_reading *reading,
                       struct slice text)
{
    if (text.len && slice_equal(text, (struct slice){reader->bases_text, reader->bases_len}))
        return true;
    forget_bases(reader);
    json_t *bases = parse(text, PARSE_FLAGS, NULL);
    reader->bases = bases; /* first, so that it is freed whatever happens next */
    if (!json_is_object(bases) || !take_bases(reader, reading, bases))
        return false;
    reader->bases_text = malloc(text.len);
    if (reader->bases_text) {
        memcpy(reader->bases_text, text.at, text.len);
        reader->bases_len = text.len;
    }
    return true;
}

static enum base_answer find_base(const void *context, struct arena *arena, struct slice reference,
                                  struct base_image *image)
{
    struct json_reader *const *handle = context, *reader = *handle;
    uint32_t index = base_find(arena, &reader->names, reference);
    if (index == NAMES_NONE)
        return BASE_NOT_FOUND;
    json_t *value = reader->values.at[index].value, *config = json_object_get(value, "config");
    struct text *text = arena_new(arena, struct text);
    *text = (struct text){SOURCE_BASE, reader->values.at[index].name, S("")};
    *image = (struct base_image){.text = text};
    const struct config_reading r = {{arena, &reader->late, "bases: "}, text, &image->config};
    reader->is_late =
        !((!config || json_is_null(config) || read_config(&r, config)) && read_system(&r, value)) ||
        reader->is_late;
    return BASE_FOUND;
}

/* The request's own value for `id`. */
static bool read_id(const struct json_reading *reading, json_t *root, struct json_id *id)
{
    const json_int_t max = (json_int_t)1 << 53;
    json_t *value = json_object_get(root, "id");
    *id = (struct json_id){.kind = JSON_ID_NONE};
    if (json_is_string(value))
        *id = (struct json_id){.kind = JSON_ID_TEXT, .text = text_of(value)};
    else if (json_is_integer(value) && json_integer_value(value) < max &&
             json_integer_value(value) > -max)
        *id = (struct json_id){.kind = JSON_ID_NUMBER, .number = json_integer_value(value)};
    else if (value && !json_is_null(value))
        return refuse(reading, WORDS_REQUEST_ID, S(""), S(""));
    return true;
}

static bool read_image(const struct json_reading *reading, json_t *root,
                       struct json_request *request)
{
    json_t *image;
    struct question *question = &request->question;
    if (!field(reading, root, "image", JSON_OBJECT, &image))
        return false;
    if (!image)
        return true;
    const struct json_reading inside = {reading->arena, reading->problem, "image."};
    const struct config_reading r = {inside, &request->image_text, &request->image.config};
    request->image.text = &request->image_text;
    if (!string_field(&inside, image, "name", &question->image_name) || !read_config(&r, image) ||
        !read_system(&r, image))
        return false;
    request->image_text = (struct text){SOURCE_BASE, question->image_name, S("")};
    question->image = &request->image;
    return true;
}

/* The Dockerfile as text or as base64, or the image: exactly one of them. */
static bool read_source(const struct json_reading *reading, json_t *root,
                        struct json_request *request)
{
    json_t *text, *encoded;
    struct slice bytes = S("");
    if (!field(reading, root, "dockerfile", JSON_STRING, &text) ||
        !field(reading, root, "dockerfile_b64", JSON_STRING, &encoded) ||
        !read_image(reading, root, request))
        return false;
    int sources = (text != NULL) + (encoded != NULL) + (request->question.image != NULL);
    if (sources != 1)
        return refuse(reading, sources ? WORDS_REQUEST_IMAGES : WORDS_REQUEST_NO_IMAGE, S(""),
                      S(""));
    if (encoded && !base64_decode(reading->arena, text_of(encoded), &bytes))
        return refuse(reading, WORDS_REQUEST_BASE64, S("dockerfile_b64"), S(""));
    if (text)
        bytes = text_of(text);
    if (bytes.len > TEXT_MAX)
        return refuse(reading, WORDS_REQUEST_TOO_LARGE, S(""),
                      S("a Dockerfile of more than 64 MiB"));
    request->dockerfile = (struct text){SOURCE_DOCKERFILE, S("Dockerfile"), bytes};
    if (text || encoded)
        request->question.dockerfile = &request->dockerfile;
    return true;
}

static bool read_args(const struct json_reading *reading, json_t *root, struct question *question)
{
    json_t *args, *value;
    if (!field(reading, root, "args", JSON_OBJECT, &args))
        return false;
    if (!args)
        return true;
    struct build_arg *list = arena_array(reading->arena, struct build_arg, json_object_size(args));
    const char *name;
    size_t len;
    json_object_keylen_foreach(args, name, len, value)
    {
        if (!json_is_string(value))
            return refuse_type(reading, "args", "an object of strings");
        list[question->build_args_len++] = (struct build_arg){{name, len}, text_of(value)};
    }
    question->build_args = list;
    return true;
}

static bool read_line(const struct json_reading *reading, json_t *root,
                      struct json_request *request)
{
    json_t *line;
    if (!field(reading, root, "line", JSON_STRING, &line))
        return false;
    if (!line)
        return true;
    if (json_string_length(line) > TEXT_MAX)
        return refuse(reading, WORDS_REQUEST_TOO_LARGE, S(""), S("a line of more than 64 MiB"));
    request->line = (struct text){SOURCE_LINE, S("line"), text_of(line)};
    request->question.line = &request->line;
    return true;
}

/* ---- The typing shell's host */

static bool read_variables(const struct json_reading *reading, json_t *host,
                           struct memory_host *memory)
{
    json_t *env, *value;
    if (!field(reading, host, "env", JSON_OBJECT, &env))
        return false;
    if (!env)
        return true;
    struct memory_variable *list =
        arena_array(reading->arena, struct memory_variable, json_object_size(env));
    const char *name;
    size_t len, n = 0;
    json_object_keylen_foreach(env, name, len, value)
    {
        if (!json_is_string(value))
            return refuse_type(reading, "env", "an object of strings");
        list[n++] = (struct memory_variable){{name, len}, text_of(value)};
    }
    memory->variables = list;
    memory->variables_len = n;
    return true;
}

/* A file's value: its text, {"b64": …} for bytes, null for a directory. */
static bool read_file(const struct json_reading *reading, json_t *value, struct memory_file *file)
{
    json_t *encoded = json_object_get(value, "b64");
    file->directory = json_is_null(value);
    if (json_is_string(value))
        file->bytes = text_of(value);
    else if (json_is_string(encoded)) {
        if (!base64_decode(reading->arena, text_of(encoded), &file->bytes))
            return refuse(reading, WORDS_REQUEST_BASE64,
                          TEXT(reading->arena, S("host.files: "), file->path), S(""));
    } else if (!file->directory)
        return refuse_type(reading, "files", "an object of strings, {\"b64\":…} or null");
    return true;
}

static bool read_files(const struct json_reading *reading, json_t *host, struct memory_host *memory)
{
    json_t *files, *value;
    if (!field(reading, host, "files", JSON_OBJECT, &files))
        return false;
    if (!files)
        return true;
    struct memory_file *list =
        arena_array(reading->arena, struct memory_file, json_object_size(files));
    const char *name;
    size_t len, n = 0;
    json_object_keylen_foreach(files, name, len, value)
    {
        struct slice path = {name, len};
        while (path.len > 1 && slice_ends(path, S("/")))
            path.len--;
        list[n] = (struct memory_file){.path = path};
        if (!read_file(reading, value, &list[n++]))
            return false;
    }
    memory->files = list;
    memory->files_len = n;
    return true;
}

static bool read_stdin(const struct json_reading *reading, json_t *host, enum host_stdin *is)
{
    static const struct slice kinds[] = {
        [STDIN_TERMINAL] = S_INIT("terminal"),
        [STDIN_PIPE] = S_INIT("pipe"),
        [STDIN_NULL] = S_INIT("null"),
    };
    struct slice kind = kinds[*is];
    if (!string_field(reading, host, "stdin", &kind))
        return false;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (slice_equal(kind, kinds[i])) {
            *is = (enum host_stdin)i;
            return true;
        }
    return refuse_type(reading, "stdin", "terminal, pipe or null");
}

/* What is missing is as in the recorded cases; files are those given, and no others. */
static bool read_host(const struct json_reading *reading, json_t *root,
                      struct json_request *request)
{
    json_t *given;
    request->memory = (struct memory_host){.variables = recorded_variables,
                                           .variables_len = recorded_variables_len};
    request->host = host_in_memory(&request->memory);
    request->question.host = &request->host;
    if (!field(reading, root, "host", JSON_OBJECT, &given))
        return false;
    if (!given)
        return true;
    struct host *host = &request->host;
    const struct json_reading inside = {reading->arena, reading->problem, "host."};
    int64_t uid = host->uid, gid = host->gid, cpus = host->cpus;
    if (!string_field(&inside, given, "cwd", &host->cwd) ||
        !string_field(&inside, given, "hostname", &host->hostname) ||
        !number_field(&inside, given, "uid", UINT32_MAX, &uid) ||
        !number_field(&inside, given, "gid", UINT32_MAX, &gid) ||
        !number_field(&inside, given, "cpus", UINT32_MAX, &cpus) ||
        !read_stdin(&inside, given, &host->stdin_is) ||
        !read_variables(&inside, given, &request->memory) ||
        !read_files(&inside, given, &request->memory))
        return false;
    host->uid = (uint32_t)uid;
    host->gid = (uint32_t)gid;
    host->cpus = (unsigned)cpus;
    return slice_starts(host->cwd, S("/")) || refuse_type(&inside, "cwd", "an absolute path");
}

/* ---- One request */

/* Parses the text without its `bases`, which are kept apart; null when it is no JSON. */
static json_t *parse_request(struct json_reader *reader, const struct json_reading *reading,
                             struct slice text, json_error_t *error)
{
    struct slice bases;
    struct slice last = {reader->bases_text, reader->bases_len};
    reader->in_request =
        json_find_value(text, S("\"bases\""), last, &bases) && keep_bases(reader, reading, bases);
    if (reader->in_request) {
        size_t before = (size_t)(bases.at - text.at);
        text = TEXT(reading->arena, slice_first(text, before), S("null"),
                    slice_after(text, before + bases.len));
    }
    return parse(text, PARSE_FLAGS | JSON_DECODE_ANY, error);
}

/* Bases that were not cut out, as `"b\u0061ses"` would not be. */
static bool read_bases(struct json_reader *reader, const struct json_reading *reading, json_t *root)
{
    json_t *bases;
    if (!field(reading, root, "bases", JSON_OBJECT, &bases))
        return false;
    if (!bases)
        return true;
    forget_bases(reader);
    reader->bases = json_incref(bases);
    if (!take_bases(reader, reading, bases))
        return false;
    reader->in_request = true;
    return true;
}

bool json_request_read(struct json_reader *reader, struct arena *arena, struct slice line,
                       struct json_request *request, struct json_problem *problem)
{
    const struct json_reading reading = {arena, problem, ""};
    json_error_t error;
    *request = (struct json_request){.id = {.kind = JSON_ID_NONE}};
    json_decref(reader->root);
    reader->root = NULL;
    reader->is_late = false;
    reader->root = parse_request(reader, &reading, line, &error);
    json_t *root = reader->root;
    struct question *question = &request->question;
    if (!root && lacked_memory)
        return refuse(&reading, WORDS_REQUEST_NO_MEMORY, S(""), S(""));
    if (!root)
        return refuse(&reading, WORDS_REQUEST_NOT_JSON, S(""), place_in_json(arena, &error));
    if (!json_is_object(root))
        return refuse(&reading, WORDS_REQUEST_NOT_OBJECT, S(""), S(""));
    if (!read_id(&reading, root, &request->id) || !read_source(&reading, root, request) ||
        !string_field(&reading, root, "target", &question->target) ||
        !read_args(&reading, root, question) || !read_bases(reader, &reading, root) ||
        !read_line(&reading, root, request) || !read_host(&reading, root, request))
        return false;
    request->reader = reader;
    request->bases = (struct bases){.context = &request->reader, .find = find_base};
    question->bases = reader->in_request ? &request->bases : &known_bases;
    question->want_warnings = question->want_notes = question->want_outcome = true;
    return true;
}

bool json_reader_init(struct json_reader *reader, const struct memory *memory)
{
    json_set_alloc_funcs(take_noting, free);
    *reader = (struct json_reader){.metadata = json_array()};
    arena_init(&reader->names_arena, memory);
    return reader->metadata != NULL;
}

void json_reader_free(struct json_reader *reader)
{
    forget_bases(reader);
    json_decref(reader->root);
    json_decref(reader->metadata);
    arena_free(&reader->names_arena);
    reader->root = reader->metadata = NULL;
}

/* ---- Tables */

static bool read_row(const struct json_reading *reading, json_t *object,
                     const struct json_table *table, void *row)
{
    char *at = row;
    memset(at, 0, table->size);
    for (size_t i = 0; i < table->columns_len; i++) {
        const struct json_column *column = &table->columns[i];
        void *place = at + column->place;
        json_t *value = json_object_get(object, column->key);
        bool good = true;
        switch (column->type) {
        case JSON_COLUMN_TEXT: good = string_field(reading, object, column->key, place); break;
        case JSON_COLUMN_NUMBER:
            good = number_field(reading, object, column->key, INT64_MAX, place);
            break;
        case JSON_COLUMN_BOOL:
            if (value && !json_is_null(value) && !json_is_boolean(value))
                return refuse_type(reading, column->key, "true or false");
            *(bool *)place = json_is_true(value);
            break;
        }
        if (!good)
            return false;
    }
    return true;
}

bool json_table_read(struct json_reader *reader, struct arena *arena, struct slice bytes,
                     const struct json_table *head, void *head_at, const char *rows,
                     const struct json_table *table, void **at, size_t *len,
                     struct json_problem *problem)
{
    struct json_reading reading = {arena, problem, ""};
    json_error_t error;
    json_t *list;
    json_decref(reader->root);
    reader->root = parse(bytes, PARSE_FLAGS, &error);
    *len = 0;
    if (!reader->root && lacked_memory)
        return refuse(&reading, WORDS_REQUEST_NO_MEMORY, S(""), S(""));
    if (!reader->root)
        return refuse(&reading, WORDS_REQUEST_NOT_JSON, S(""), place_in_json(arena, &error));
    if (!json_is_object(reader->root))
        return refuse(&reading, WORDS_REQUEST_NOT_OBJECT, S(""), S(""));
    if (!read_row(&reading, reader->root, head, head_at) ||
        !field(&reading, reader->root, rows, JSON_ARRAY, &list))
        return false;
    size_t n = list ? json_array_size(list) : 0;
    char *row = arena_take_array(arena, n, table->size);
    *at = row;
    for (; *len < n; ++*len, row += table->size) {
        json_t *object = json_array_get(list, *len);
        if (!json_is_object(object))
            return refuse_type(&reading, rows, "an array of objects");
        if (!read_row(&reading, object, table, row))
            return false;
    }
    return true;
}
