/* JSON: requests that are read and refused, base names, metadata, places in answers. */
#include "tests/unit/unit.h"

#include "app/ground/answer.h"
#include "app/ground/base64.h"
#include "app/ground/bases.h"
#include "app/ground/json.h"

static void refuses(void **state)
{
    static const struct {
        const char *request;
        enum words_id id;
        const char *word;
    } rows[] = {
        {"", WORDS_REQUEST_NOT_JSON, ""},
        {"{", WORDS_REQUEST_NOT_JSON, ""},
        {"{} x", WORDS_REQUEST_NOT_JSON, ""},
        {"{\"id\":1,\"id\":2}", WORDS_REQUEST_NOT_JSON, ""},
        {"{\"id\":\"\xff\"}", WORDS_REQUEST_NOT_JSON, ""},
        {"[]", WORDS_REQUEST_NOT_OBJECT, ""},
        {"\"x\"", WORDS_REQUEST_NOT_OBJECT, ""},
        {"{}", WORDS_REQUEST_NO_IMAGE, ""},
        {"{\"dockerfile\":\"\",\"image\":{}}", WORDS_REQUEST_IMAGES, ""},
        {"{\"id\":1.5,\"dockerfile\":\"\"}", WORDS_REQUEST_ID, ""},
        {"{\"id\":9007199254740992,\"dockerfile\":\"\"}", WORDS_REQUEST_ID, ""},
        {"{\"dockerfile\":1}", WORDS_REQUEST_TYPE, "dockerfile"},
        {"{\"dockerfile_b64\":\"a\"}", WORDS_REQUEST_BASE64, "dockerfile_b64"},
        {"{\"dockerfile\":\"\",\"args\":{\"a\":1}}", WORDS_REQUEST_TYPE, "args"},
        {"{\"dockerfile\":\"\",\"bases\":[]}", WORDS_REQUEST_TYPE, "bases"},
        {"{\"dockerfile\":\"\",\"bases\":{\"a\":1}}", WORDS_REQUEST_TYPE, "bases.a"},
        {"{\"image\":{\"Cmd\":\"a\"}}", WORDS_REQUEST_TYPE, "image.Cmd"},
        {"{\"image\":{\"Cmd\":[1]}}", WORDS_REQUEST_TYPE, "image.Cmd"},
        {"{\"image\":{},\"host\":{\"uid\":-1}}", WORDS_REQUEST_TYPE, "host.uid"},
        {"{\"image\":{},\"host\":{\"cwd\":\"x\"}}", WORDS_REQUEST_TYPE, "host.cwd"},
        {"{\"image\":{},\"host\":{\"stdin\":\"x\"}}", WORDS_REQUEST_TYPE, "host.stdin"},
        {"{\"image\":{},\"host\":{\"files\":{\"/a\":1}}}", WORDS_REQUEST_TYPE, "host.files"},
    };
    struct json_reader reader;
    struct json_request request;
    struct json_problem problem;
    assert_true(json_reader_init(&reader, &unit_memory));
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (json_request_read(&reader, *state, slice_of(rows[i].request), &request, &problem))
            fail_msg("read: %s", rows[i].request);
        if (problem.id != rows[i].id)
            fail_msg("%s: %d", rows[i].request, (int)problem.id);
        assert_slice(rows[i].request, problem.args.word, slice_of(rows[i].word));
    }
    json_reader_free(&reader);
}

static void reads(void **state)
{
    static const char text[] =
        "{\"id\":\"a\\u0000b\",\"dockerfile\":\"FROM "
        "x\\u0000\",\"target\":null,\"args\":{\"K\":\"V\"},"
        "\"line\":\"docker run x\",\"host\":{\"cwd\":\"/w\",\"uid\":0,\"env\":{\"A\":\"1\"},"
        "\"files\":{\"/w/d/\":null,\"/w/f\":{\"b64\":\"AP8=\"}}}}";
    struct json_reader reader;
    struct json_request request;
    struct json_problem problem;
    struct slice value;
    assert_true(json_reader_init(&reader, &unit_memory));
    assert_true(json_request_read(&reader, *state, slice_of(text), &request, &problem));
    const struct question *question = &request.question;
    const struct host *host = question->host;
    assert_slice("id", request.id.text, S("a\0b"));
    assert_slice("dockerfile", question->dockerfile->bytes, S("FROM x\0"));
    assert_slice("args", question->build_args[0].value, S("V"));
    assert_slice("line", question->line->bytes, S("docker run x"));
    assert_slice("cwd", host->cwd, S("/w"));
    assert_int_equal(host->uid, 0);
    assert_int_equal(host->gid, 1000);
    assert_int_equal(host->variable(host->context, S("HOME"), &value), HOST_ABSENT);
    assert_int_equal(host->file(host->context, *state, S("/w/d"), &value), HOST_DIRECTORY);
    assert_int_equal(host->file(host->context, *state, S("/w/f"), &value), HOST_FOUND);
    assert_slice("file", value, S("\0\xff"));
    assert_ptr_equal(question->bases, &known_bases);
    json_reader_free(&reader);
}

/* What a base of this reference has as its Cmd, by the bases of a request; null: not found. */
static const char *cmd_of(struct arena *arena, struct json_reader *reader, const char *request_text,
                          const char *reference)
{
    static struct json_request request;
    struct json_problem problem;
    struct base_image image;
    if (!json_request_read(reader, arena, slice_of(request_text), &request, &problem))
        fail_msg("%s", request_text);
    const struct bases *bases = request.question.bases;
    if (bases->find(bases->context, arena, slice_of(reference), &image) != BASE_FOUND)
        return NULL;
    return image.config.cmd.words.at[0].text.at;
}

static void finds_bases(void **state)
{
    static const char first[] =
        "{\"dockerfile\":\"\",\"bases\":{\"alpine\":{\"config\":{\"Cmd\":[\"any\"]}},"
        "\"alpine:3.20\":{\"config\":{\"Cmd\":[\"tagged\"]}},"
        "\"docker.io/library/redis:latest\":{\"config\":{\"Cmd\":[\"redis\"]}},"
        "\"ghcr.io/a/b@sha256:1\":{\"config\":{\"Cmd\":[\"digest\"]}}}}";
    static const char second[] =
        "{\"bases\" : {\"alpine\":{\"config\":{\"Cmd\":[\"other\"]}}} , \"dockerfile\":\"\"}";
    static const struct {
        const char *request, *reference, *cmd;
    } rows[] = {
        {first, "docker.io/library/alpine:3.20", "tagged"},
        {first, "docker.io/library/alpine:latest", "any"},
        {first, "docker.io/library/alpine@sha256:2", "any"},
        {second, "docker.io/library/alpine:3.20", "other"},
        {first, "docker.io/library/redis:latest", "redis"},
        {first, "docker.io/library/redis:7", NULL},
        {first, "ghcr.io/a/b@sha256:1", "digest"},
        {first, "ghcr.io/a/b:1", NULL},
        {first, "docker.io/user/alpine:3.20", NULL},
    };
    struct json_reader reader;
    assert_true(json_reader_init(&reader, &unit_memory));
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *cmd = cmd_of(*state, &reader, rows[i].request, rows[i].reference);
        assert_slice(rows[i].reference, slice_of(cmd), slice_of(rows[i].cmd));
    }
    json_reader_free(&reader);
}

static void decodes(void **state)
{
    static const struct {
        const char *text, *bytes;
        bool good;
    } rows[] = {
        {"", "", true},        {"YQ==", "a", true}, {"YWI=", "ab", true},
        {"YWJj", "abc", true}, {"YQ", "", false},   {"YQ=a", "", false},
        {"====", "", false},   {"Y Q=", "", false}, {"+/8=", "\xfb\xff", true},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct slice bytes = S("");
        if (base64_decode(*state, slice_of(rows[i].text), &bytes) != rows[i].good)
            fail_msg("%s", rows[i].text);
        if (rows[i].good)
            assert_slice(rows[i].text, bytes, slice_of(rows[i].bytes));
    }
}

static void reads_metadata(void **state)
{
    static const struct {
        const char *json, *name; /* name null: refused */
    } rows[] = {
        {"[{\"RepoTags\":[\"shop:1\"],\"Os\":\"linux\",\"Config\":{\"Cmd\":[\"a\"]}}]", "shop:1"},
        {"{\"Config\":{\"Entrypoint\":null}}", "file"},
        {"{\"config\":{},\"architecture\":\"arm64\",\"os\":\"linux\"}", "file"},
        {"[]", NULL},
        {"[{},{}]", NULL},
        {"{}", NULL},
        {"{\"Path\":\"a\",\"Args\":[],\"Config\":{}}", NULL},
        {"{\"Config\":{\"Cmd\":\"a\"}}", NULL},
        {"x", NULL},
    };
    struct json_reader reader;
    struct json_problem problem;
    struct base_image image;
    assert_true(json_reader_init(&reader, &unit_memory));
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct text text = {SOURCE_BASE, S("file"), S("")};
        bool read =
            json_metadata_read(&reader, *state, slice_of(rows[i].json), &text, &image, &problem);
        if (read != (rows[i].name != NULL))
            fail_msg("%s", rows[i].json);
        if (read)
            assert_slice(rows[i].json, text.name, slice_of(rows[i].name));
    }
    json_reader_free(&reader);
}

static void finds_places(void **state)
{
    struct buffer long_line = {.arena = *state};
    for (size_t i = 0; i < 5000; i++)
        buffer_put(&long_line, S("\xc3\xa9"));
    buffer_put(&long_line, S("\nx"));
    const struct text text = {SOURCE_DOCKERFILE, S("D"), buffer_slice(&long_line)};
    struct places places = {.arena = *state};
    static const struct {
        uint32_t offset, line, column;
    } rows[] = {{0, 1, 1},     {2, 1, 2},     {4096, 1, 2049}, {10000, 1, 5001},
                {10001, 2, 1}, {10002, 2, 2}, {99999, 2, 2}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct place place =
            place_of(&places, (struct origin){&text, {rows[i].offset, rows[i].offset}});
        assert_int_equal(place.line, rows[i].line);
        assert_int_equal(place.column, rows[i].column);
    }
    assert_slice("line 2", place_line_bytes(&places, &text, 2), S("x"));
    assert_slice("line 3", place_line_bytes(&places, &text, 3), S(""));
}

/* A Dockerfile whose last line was given with -e. */
static void renames_added_lines(void **state)
{
    const struct text text = {SOURCE_DOCKERFILE, S("Dockerfile"), S("FROM a\nCMD b\n")};
    struct places places = {
        .arena = *state, .has_added = true, .own_lines = 1, .added_name = S("-e")};
    assert_slice("own", place_of_line(&places, &text, 1).name, S("Dockerfile"));
    assert_slice("added", place_of_line(&places, &text, 2).name, S("-e"));
    assert_int_equal(place_of_line(&places, &text, 2).line, 1);
    places.implied = true;
    assert_int_equal(place_of_line(&places, &text, 1).source, SOURCE_BASE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_test_with_arena(refuses),
        unit_test_with_arena(reads),
        unit_test_with_arena(finds_bases),
        unit_test_with_arena(decodes),
        unit_test_with_arena(reads_metadata),
        unit_test_with_arena(finds_places),
        unit_test_with_arena(renames_added_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
