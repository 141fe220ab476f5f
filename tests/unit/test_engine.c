/* The engine's answers, as docker run and docker create show them. */
#include "tests/unit/unit.h"

#include "sim/docker/command.h"
#include "sim/docker/engine.h"
#include "sim/docker/exit.h"
#include "sim/ground/buffer.h"

#define ZEROS "0000000000000000000000000000000000000000000000000000000000000000"
#define DENIED                                                                                     \
    ", repository does not exist or may require 'docker login': denied: requested access to the "  \
    "resource is denied"

/* message is what stands between "docker: Error response from daemon: " and the hint; null: the
 * engine goes on. The only image is app, for linux/amd64. */
static const struct {
    const char *words, *message;
} rows[] = {
    {"docker run app", NULL},
    {"docker run docker.io/library/app:latest", NULL},
    {"docker run --platform linux/amd64/v2 app", NULL},
    {"docker run -w x app",
     "the working directory 'x' is invalid, it needs to be an absolute path"},
    {"docker run -w x --stop-signal 0 nosuch",
     "the working directory 'x' is invalid, it needs to be an absolute path"},
    {"docker run --stop-signal SIGFOO app", "invalid signal: SIGFOO"},
    {"docker run --health-interval 1us app", "Interval in Healthcheck cannot be less than 1ms"},
    {"docker run --mount type=bind,src=/no,dst=/b app",
     "invalid mount config for type \"bind\": bind source path does not exist: /no"},
    {"docker run --mount type=bind,src=/proj/../tmp/,dst=/b app", NULL},
    {"docker run --mount type=bind,src=/var/run/docker.sock,dst=/b app", NULL},
    {"docker run --log-driver syslog --log-opt tag=x --log-opt syslog-format=rfc3164 app", NULL},
    {"docker run --log-driver journald --log-opt max-size=1m app",
     "unknown log opt 'max-size' for journald log driver"},
    {"docker run --log-driver local --log-opt tag=x app",
     "unknown log opt 'tag' for local log driver"},
    {"docker run --log-driver gelf --log-opt x=y app", "gelf-address is a required parameter"},
    {"docker run --log-driver gelf --log-opt gelf-address=udp://a:1 --log-opt x=y app",
     "unknown log opt \"x\" for gelf log driver"},
    {"docker run --log-driver awslogs --log-opt awslogs-region=x app",
     "must specify a value for log opt 'awslogs-group'"},
    {"docker run --mount type=foo,dst=/ app",
     "invalid mount config for type \"foo\": invalid specification: destination can't be '/'"},
    {"docker run --restart never app",
     "invalid restart policy: unknown policy 'never'; use one of 'no', 'always', 'on-failure', or "
     "'unless-stopped'"},
    {"docker run --restart always:1 app",
     "invalid restart policy: maximum retry count can only be used with 'on-failure'"},
    {"docker run --cap-add cap_sys_ptrace --cap-drop x app",
     "invalid CapDrop: unknown capability: \"CAP_X\""},
    {"docker run --annotation =x app",
     "invalid Annotations: the empty string is not permitted as an annotation key"},
    {"docker run -m 512 app", "Minimum memory limit allowed is 6MB"},
    {"docker run --cpuset-cpus a app", "Invalid value a for cpuset cpus: invalid format: a"},
    {"docker run --ipc foo app", "invalid IPC mode: foo"},
    {"docker run --runtime nosuch app", "unknown or invalid runtime name: nosuch"},
    {"docker run --tmpfs x app", "invalid mount path: 'x' mount path must be absolute"},
    {"docker run --network container: app",
     "invalid network mode: invalid container format container:<name|id>"},
    {"docker run --network container:x -h y app",
     "conflicting options: hostname and the network mode"},
    {"docker run --ip 1.2.3.4 app",
     "invalid config for network bridge: invalid endpoint settings:\nuser specified IP address is "
     "supported on user defined networks only"},
    {"docker run --pid container:x app", "No such container: x"},
    {"docker run --log-opt x app", "unknown log opt 'x' for json-file log driver"},
    {"docker run --log-driver x --name y app",
     "error looking up logging plugin x: plugin \"x\" not found"},
    {"docker run --name /a -v a/b:/c app",
     "Invalid container name (/a), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed"},
    {"docker run -v a/b:/c app",
     "create a/b: \"a/b\" includes invalid characters for a local volume name, only "
     "\"[a-zA-Z0-9][a-zA-Z0-9_.-]\" are allowed. If you intended to pass a host directory, use "
     "absolute path"},
    {"docker run -v /a:/b:ro,rw app", "invalid mode: ro,rw"},
    {"docker run -v C:\\x:/y app", "invalid mode: /y"},
    {"docker run -v /a:ro app", "invalid volume specification: '/a:ro'"},
    {"docker run -v /a:b app",
     "invalid volume specification: '/a:b': invalid mount config for type \"bind\": invalid mount "
     "path: 'b' mount path must be absolute"},
    {"docker run -v /a:/b -v /a:/b app", NULL}, /* the same value is sent once */
    {"docker run -v /a:/b -v /c:/b app", "Duplicate mount point: /b"},
    {"docker run --volumes-from x app", "No such container: x"},
    {"docker run --link x app", "could not get container for x: No such container: x"},
    {"docker run --network mynet --link x app", NULL},
    {"docker run --pull never nosuch", "No such image: nosuch:latest"},
    {"docker run " ZEROS, "No such image: sha256:" ZEROS},
};

static bool ask(struct arena *arena, const char *text, struct failure *failure)
{
    struct args words = {0};
    const struct memory_host none = {0};
    struct host host = host_in_memory(&none);
    struct local_image image = {.name = S("app")};
    for (struct slice word, rest = slice_of(text); rest.len;) {
        slice_cut(rest, ' ', &word, &rest);
        args_add(arena, &words, word, (struct origin){0});
    }
    struct docker_call call = {&words, NULL, &host, STDIN_TERMINAL};
    struct docker_reading reading;
    struct run_request request;
    docker_read(arena, &call, &request, &reading);
    if (reading.kind != DOCKER_REQUEST)
        fail_msg("%s: kind %d: %.*s", text, (int)reading.kind, (int)reading.failure.message.len,
                 reading.failure.message.at);
    return engine_check_request(arena, &request, &image, &host, failure) &&
           engine_find_image(arena, &request, &image, failure) &&
           engine_check_container(arena, &request, &host, failure);
}

static void answers(void **state)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct failure failure = {0};
        bool good = ask(*state, rows[i].words, &failure);
        if (good != !rows[i].message)
            fail_msg("%s: %.*s", rows[i].words, (int)failure.message.len, failure.message.at);
        if (good)
            continue;
        assert_slice(rows[i].words, failure.message,
                     TEXT(*state, S("docker: Error response from daemon: "),
                          slice_of(rows[i].message),
                          S("\n\nRun 'docker run --help' for more information\n")));
        assert_int_equal(failure.stage, STAGE_DAEMON_CREATE);
        assert_int_equal(failure.exit, 125);
    }
}

static const struct {
    const char *words, *message;
    int exit;
} pulls[] = {
    {"docker run nosuch",
     "Unable to find image 'nosuch:latest' locally\ndocker: Error response from daemon: pull "
     "access denied for nosuch" DENIED "\n\nRun 'docker run --help' for more information\n",
     125},
    {"docker create -q a/b:1", "Error response from daemon: pull access denied for a/b" DENIED "\n",
     1},
    {"docker run --pull always -w x app",
     "docker: Error response from daemon: pull access denied for app" DENIED
     "\n\nRun 'docker run --help' for more information\n",
     125},
    {"docker run --platform linux/arm64 app",
     "Unable to find image 'app:latest' locally\ndocker: Error response from daemon: pull access "
     "denied for app" DENIED "\n\nRun 'docker run --help' for more information\n",
     125},
    {"docker create --mount type=image,src=x,dst=/y app",
     "Unable to find image 'app:latest' locally\nError response from daemon: pull access denied "
     "for app" DENIED "\n",
     1},
};

static void missing_images(void **state)
{
    for (size_t i = 0; i < sizeof pulls / sizeof *pulls; i++) {
        struct failure failure = {0};
        assert_false(ask(*state, pulls[i].words, &failure));
        assert_slice(pulls[i].words, failure.message, slice_of(pulls[i].message));
        assert_int_equal(failure.stage, STAGE_PULL);
        assert_int_equal(failure.exit, pulls[i].exit);
    }
}

static void exit_statuses(void **state)
{
    (void)state;
    assert_int_equal(exit_of_message(S("exec: \"x\": executable file not found in $PATH")), 127);
    assert_int_equal(exit_of_message(S("open /a/no such file or directory")), 127);
    assert_int_equal(exit_of_message(S("/d is a directory: permission denied")), 126);
    assert_int_equal(exit_of_message(S("e")), 125);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_test_with_arena(answers),
        unit_test_with_arena(missing_images),
        cmocka_unit_test(exit_statuses),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
