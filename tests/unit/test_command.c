/* Docker commands: which words become a request, and what the client says to the others. */
#include "tests/unit/unit.h"

#include "sim/docker/command.h"
#include "sim/docker/option.h"
#include "sim/ground/buffer.h"

#define RUN_HINT  "\n\nRun 'docker run --help' for more information\n"
#define RUN_USAGE "\n\nUsage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]" RUN_HINT

static const struct memory_file files[] = {
    {S_INIT("/proj/prod.env"), S_INIT("\xEF\xBB\xBF# comment\n  A=1\r\nHOME\nNOSUCH\nB=x # y\n"),
     false},
    {S_INIT("/proj/bad.env"), S_INIT("A B=1\n"), false},
};

static struct docker_reading read_words(struct arena *arena, const char *text, const uint8_t *known,
                                        enum host_stdin stdin_is)
{
    struct memory_host *memory = arena_new(arena, struct memory_host);
    *memory = (struct memory_host){recorded_variables, recorded_variables_len, files,
                                   sizeof files / sizeof *files};
    struct host *host = arena_new(arena, struct host);
    *host = host_in_memory(memory);
    struct args *words = arena_new(arena, struct args);
    for (struct slice word, rest = slice_of(text); rest.len;) {
        slice_cut(rest, ' ', &word, &rest);
        args_add(arena, words, slice_equal(word, S("_")) ? S("") : word, (struct origin){0});
    }
    struct docker_call call = {words, known, host, stdin_is};
    struct docker_reading reading;
    docker_read(arena, &call, arena_new(arena, struct run_request), &reading);
    return reading;
}

static const struct {
    const char *words;
    int exit;
    const char *message;
} failures[] = {
    {"docker rum x", 1,
     "docker: unknown command: docker rum\n\nRun 'docker --help' for more information\n"},
    {"docker rum -it x", 125,
     "unknown shorthand flag: 'i' in -it\n\nUsage:  docker [OPTIONS] COMMAND [ARG...]\n\n"
     "Run 'docker --help' for more information\n"},
    {"docker container Run x", 1,
     "docker: unknown command: docker container Run\n\nUsage:  docker container\n\n"
     "Run 'docker container --help' for more information\n"},
    {"docker container -- run x", 1,
     "docker: unknown command: docker container run\n\nUsage:  docker container\n\n"
     "Run 'docker container --help' for more information\n"},
    {"docker container -xy run z", 1, "unknown shorthand flag: 'x' in -xy\n"},
    {"docker -l loud foo", 1, "Unable to parse logging level: loud\n"},
    {"docker -c a -H b run x", 1,
     "conflicting options: cannot specify both --host and --context\n"},
    {"docker -H a -H b run x", 1,
     "Failed to initialize: unable to resolve docker endpoint: Specify only one -H\n"},
    {"docker help foo", 1, "unknown help topic: foo\n"},
    {"docker -h run --foo", 125,
     "Flag shorthand -h has been deprecated, use --help\nunknown flag: --foo" RUN_USAGE},
    {"docker run --rm", 1,
     "docker: 'docker run' requires at least 1 argument\n\nUsage:  docker run [OPTIONS] IMAGE "
     "[COMMAND] [ARG...]\n\nSee 'docker run --help' for more information\n"},
    {"docker container exec c", 1,
     "docker: 'docker container exec' requires at least 2 arguments\n\nUsage:  docker container "
     "exec [OPTIONS] CONTAINER COMMAND [ARG...]\n\nSee 'docker container exec --help' for more "
     "information\n"},
    {"docker run --io-maxiops 1 --cpu-count 2 --nope x", 1,
     "\"--cpu-count\" is only supported on a Docker daemon running on windows, but the Docker "
     "daemon is running on linux\n\"--io-maxiops\" is only supported on a Docker daemon running "
     "on windows, but the Docker daemon is running on linux\n"},
    {"docker run --pull Never -p x x", 125,
     "docker: invalid pull option: 'Never': must be one of \"always\", \"missing\" or "
     "\"never\"" RUN_HINT},
    {"docker container create --pull q x", 125,
     "docker: invalid pull option: 'q': must be one of \"always\", \"missing\" or \"never\"\n\n"
     "Run 'docker create --help' for more information\n"},
    {"docker run -p x -v :/b X", 125,
     "docker: invalid spec: :/b: empty section between colons" RUN_HINT},
    {"docker run --env-file nosuch.env x", 125,
     "docker: open nosuch.env: no such file or directory" RUN_HINT},
    {"docker run --env-file bad.env x", 125,
     "docker: invalid env file (bad.env): variable 'A B' contains whitespaces" RUN_HINT},
    {"docker exec --env-file . c ls", 1, "invalid env file (.): read .: is a directory\n"},
    {"docker run --no-healthcheck --health-retries 1 x", 125,
     "docker: --no-healthcheck conflicts with --health-* options" RUN_HINT},
    {"docker run --rm --restart always x", 125,
     "docker: conflicting options: cannot specify both --restart and --rm" RUN_HINT},
    {"docker run --network none --network none x", 125,
     "docker: network \"none\" is specified multiple times" RUN_HINT},
    {"docker run -d -a stdout x", 1,
     "conflicting options: cannot specify both --attach and --detach\n"},
    {"docker run --cidfile /no/x Z", 127,
     "docker: failed to create the container ID file: open /no/x: no such file or "
     "directory" RUN_HINT},
    {"docker run --cidfile /run/x Z", 126,
     "docker: failed to create the container ID file: open /run/x: permission denied" RUN_HINT},
    {"docker run --cidfile new/ Z", 126,
     "docker: failed to create the container ID file: open new/: is a directory" RUN_HINT},
    {"docker -H unix:///no.sock run --cpu-count 2 -e A x", 125,
     "docker: Cannot connect to the Docker daemon at unix:///no.sock. Is the docker daemon "
     "running?" RUN_HINT},
    {"docker -H unix:///no.sock run -p x x", 125, "docker: invalid containerPort: x" RUN_HINT},
    {"docker -H unix:///no.sock run X", 125,
     "docker: invalid reference format: repository name (library/X) must be lowercase" RUN_HINT},
    {"docker --host=:9 create x", 1,
     "Cannot connect to the Docker daemon at tcp://localhost:9. Is the docker daemon running?\n"},
    {"docker -H 127.0.0.1 exec -t c ls", 1,
     "Cannot connect to the Docker daemon at tcp://127.0.0.1:2375. Is the docker daemon "
     "running?\n"},
    {"docker exec _ ls", 1, "invalid container name or ID: value is empty\n"},
    {"docker create --cidfile bad.env x", 1,
     "container ID file found, make sure the other container isn't running or delete bad.env\n"},
    {"docker create Zed", 1,
     "invalid reference format: repository name (library/Zed) must be lowercase\n"},
    {"docker run --platform a/b/c/d x", 125,
     "docker: error parsing specified platform: \"a/b/c/d\": cannot parse platform specifier: "
     "invalid argument" RUN_HINT},
};

static void refusals(void **state)
{
    for (size_t i = 0; i < sizeof failures / sizeof *failures; i++) {
        struct docker_reading reading = read_words(*state, failures[i].words, NULL, STDIN_TERMINAL);
        if (reading.kind != DOCKER_FAILS)
            fail_msg("%s: kind %d", failures[i].words, (int)reading.kind);
        assert_slice(failures[i].words, reading.failure.message, slice_of(failures[i].message));
        assert_int_equal(reading.failure.exit, failures[i].exit);
        assert_int_equal(reading.failure.stage, STAGE_CLIENT);
    }
}

static void no_container(void **state)
{
    static const char *const lines[] = {
        "docker",
        "docker -v foo",
        "docker --help rum",
        "docker ps -a",
        "docker container ls",
        "docker run --help",
        "docker help run",
        "docker exec -h",
        "docker container",
        "docker run -it --help x --nope",
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        struct docker_reading reading = read_words(*state, lines[i], NULL, STDIN_TERMINAL);
        if (reading.kind != DOCKER_NO_CONTAINER)
            fail_msg("%s: kind %d", lines[i], (int)reading.kind);
    }
}

static struct slice joined(struct arena *arena, const struct args *args)
{
    struct buffer out = {.arena = arena};
    if (!args->set)
        return S("unset");
    for (size_t i = 0; i < args->len; i++) {
        buffer_byte(&out, '[');
        buffer_put(&out, args->at[i].text);
        buffer_byte(&out, ']');
    }
    return buffer_slice(&out);
}

static void requests(void **state)
{
    struct docker_reading reading = read_words(
        *state,
        "docker -D container run -itw /a/../b/ -e A=0 -e A=2 -e HOME -e NONE --env-file prod.env "
        "--entrypoint x --entrypoint _ --net host -h h -u 1:1 app _ --rm",
        NULL, STDIN_TERMINAL);
    const struct run_request *request = reading.request;
    assert_int_equal(reading.kind, DOCKER_REQUEST);
    assert_int_equal(request->verb, VERB_RUN);
    assert_true(request->tty && request->interactive && request->host_network);
    assert_false(request->autoremove || request->init_given || request->detached);
    assert_slice("image", request->image.text, S("app"));
    assert_slice("cmd", joined(*state, &request->cmd), S("[][--rm]"));
    assert_slice("entrypoint", joined(*state, &request->entrypoint), S("[]"));
    assert_int_equal(request->entrypoints, 2);
    assert_slice("workdir", request->workdir.text, S("/b"));
    assert_slice("env", joined(*state, &request->env),
                 S("[A=1][HOME=/home/me][B=x # y][A=2][HOME=/home/me][NONE]"));
    assert_int_equal(request->attach, ATTACH_STDIN | ATTACH_STDOUT | ATTACH_STDERR);
    reading = read_words(*state, "docker run app", NULL, STDIN_NULL);
    assert_slice("no words", joined(*state, &reading.request->cmd), S("unset"));
    assert_slice("no entrypoint", joined(*state, &reading.request->entrypoint), S("unset"));
    reading = read_words(*state, "docker run -dit app", NULL, STDIN_NULL);
    assert_int_equal(reading.kind, DOCKER_REQUEST);
    assert_int_equal(reading.request->attach, 0);
    reading = read_words(*state, "docker run -it app", NULL, STDIN_NULL);
    assert_slice("no terminal", reading.failure.message, S("the input device is not a TTY\n"));
}

/* One mark a word: 0 known, 1 partly known, 2 unknown. */
static const struct {
    const char *words, *known;
    enum docker_kind kind;
    size_t listed;
} unknowns[] = {
    {"docker run -e A=$(x) app", "00010", DOCKER_REQUEST, 1},
    {"docker run -e A=$(x) app", "00020", DOCKER_UNKNOWN, 1},
    {"docker run --name=$(x) app", "0010", DOCKER_REQUEST, 1},
    {"docker run --$(x) app", "0010", DOCKER_UNKNOWN, 1},
    {"docker run -it$(x) app", "0010", DOCKER_UNKNOWN, 1},
    {"docker run -m $(x) app", "00010", DOCKER_REQUEST, 1},
    {"docker run --rm=$(x) app", "0010", DOCKER_UNKNOWN, 1},
    {"docker run app:$(x)", "001", DOCKER_UNKNOWN, 1},
    {"docker run app $(x)", "0001", DOCKER_REQUEST, 1},
    {"docker run app $(x)", "0002", DOCKER_UNKNOWN, 1},
    {"docker run --nope $(x)", "0002", DOCKER_FAILS, 0},
};

static void unknown_words(void **state)
{
    for (size_t i = 0; i < sizeof unknowns / sizeof *unknowns; i++) {
        uint8_t known[8];
        for (size_t j = 0; unknowns[i].known[j]; j++)
            known[j] = (uint8_t)(unknowns[i].known[j] - '0');
        struct docker_reading reading =
            read_words(*state, unknowns[i].words, known, STDIN_TERMINAL);
        if (reading.kind != unknowns[i].kind || reading.unknown.len != unknowns[i].listed)
            fail_msg("%s: kind %d, %zu listed", unknowns[i].words, (int)reading.kind,
                     reading.unknown.len);
    }
}

static void commands_are_in_order(void **state)
{
    (void)state;
    for (size_t i = 1; i < docker_commands_len; i++)
        assert_true(slice_compare(docker_commands[i - 1].name, docker_commands[i].name) < 0);
    for (size_t i = 1; i < container_commands_len; i++)
        assert_true(slice_compare(container_commands[i - 1].name, container_commands[i].name) < 0);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_test_with_arena(refusals),          unit_test_with_arena(no_container),
        unit_test_with_arena(requests),          unit_test_with_arena(unknown_words),
        cmocka_unit_test(commands_are_in_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
