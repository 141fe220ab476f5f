/* The command line: options, commands, errors, exit statuses, in a child process. */
#include "tests/unit/unit.h"

#include "app/command/cli.h"
#include "app/command/help.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

static const struct cli_command commands[] = {
    {"docker", "run", "", CLI_SOURCES | CLI_LOOKS | CLI_BIT(JSON) | CLI_BIT(QUIET), true, ask_run},
    {"sudo", "", "", CLI_SOURCES | CLI_LOOKS | CLI_BIT(QUIET), true, ask_run},
    {"show", "", "", CLI_SOURCES | CLI_LOOKS, false, show_run},
    {"explain", "", "", CLI_LOOKS, false, explain_run},
    {"batch", "", "", CLI_LOOKS, false, batch_run},
};

struct ran {
    int status;
    char out[4096], err[4096]; /* the beginning of each */
};

static void read_back(FILE *file, char *text, size_t size)
{
    rewind(file);
    text[fread(text, 1, size - 1, file)] = '\0';
    fclose(file);
}

/* Runs with the words of a line, separated by blanks, ~ standing for a blank inside a word. */
static struct ran run(const char *line)
{
    static char name[] = "pairing";
    char copy[256], *argv[32] = {name};
    int argc = 1;
    struct ran ran = {0};
    snprintf(copy, sizeof copy, "%s", line);
    for (char *word = strtok(copy, " "); word; word = strtok(NULL, " ")) {
        argv[argc++] = word;
        for (char *at = word; *at; at++)
            *at = *at == '~' ? ' ' : *at;
    }
    FILE *out = tmpfile(), *err = tmpfile();
    assert_non_null(out);
    assert_non_null(err);
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        int in = open("/dev/null", O_RDONLY);
        if (chdir("/") != 0 || dup2(in, 0) < 0 || dup2(fileno(out), 1) < 0 ||
            dup2(fileno(err), 2) < 0)
            _exit(99);
        _exit(cli_main(argc, argv,
                       (struct commands){commands, sizeof commands / sizeof *commands, help_print,
                                         help_print, help_print_version, help_print_man}));
    }
    waitpid(child, &ran.status, 0);
    ran.status = WIFEXITED(ran.status) ? WEXITSTATUS(ran.status) : 100;
    read_back(out, ran.out, sizeof ran.out);
    read_back(err, ran.err, sizeof ran.err);
    return ran;
}

static void check(const char *line, const char *what, const char *is, const char *wanted)
{
    if (strncmp(is, wanted, strlen(wanted)) != 0)
        fail_msg("%s: %s\n  wanted  %s\n  is      %s", line, what, wanted, is);
}

/* Both outputs are compared as far as the row gives them; an empty one must be empty. */
static void runs(void **state)
{
    (void)state;
    static const struct {
        const char *line;
        int status;
        const char *out, *err;
    } rows[] = {
        {"", 0, "pairing: what would", ""},
        {"--help", 0, "pairing: what would", ""},
        {"show -h", 0, "pairing: what would", ""},
        {"--version", 0, "pairing " PAIRING_VERSION ", answers as Docker " SIMULATED_DOCKER, ""},
        {"--man", 0, ".TH PAIRING 1", ""},
        {"shwow", 2, "", "pairing: unknown command shwow; did you mean show?\n"},
        {"zzz", 2, "", "pairing: unknown command zzz; pairing --help"},
        {"--nope", 2, "", "pairing: unknown option --nope; pairing --help"},
        {"--quite", 2, "", "pairing: unknown option --quite; did you mean --quiet?\n"},
        {"-qz", 2, "", "pairing: unknown option -z; pairing --help"},
        {"-f", 2, "", "pairing: the option -f needs a value"},
        {"--json=1 docker", 2, "", "pairing: the option --json takes no value\n"},
        {"-f a -f b docker", 2, "", "pairing: the option -f was given twice\n"},
        {"-f a -i b docker", 2, "", "pairing: -f and -i cannot be given together\n"},
        {"-q explain", 2, "", "pairing: the command explain has no option -q\n"},
        {"--color pink show", 2, "", "pairing: the option --color takes auto, always or never"},
        {"-f /nope docker run x", 2, "", "pairing: /nope: there is no such file\n"},
        {"-f / docker run x", 2, "", "pairing: / is a directory, not a file\n"},
        {"--build-arg x -e CMD~a docker run x", 2, "", "pairing: --build-arg takes NAME=VALUE"},
        {"--base x -e CMD~a docker run x", 2, "", "pairing: --base takes NAME=FILE, not x\n"},
        {"-q", 2, "", "pairing: no command was given"},
        {"sudo ls", 2, "", "pairing: behind sudo a docker command is expected\n"},
        {"docker run nobody/knows", 2, "", "pairing: nothing is known of the image nobody/knows"},
        {"show", 2, "", "pairing: no image was named"},
        {"show a b", 2, "", "pairing: b is one word too many"},
        {"explain execformglob", 0, "ExecFormGlob\n", ""},
        {"explain JSONArg", 2, "", "pairing: no rule is called JSONArg; did you mean JSONArgs"},
        {"batch", 0, "", ""},
        {"-q -e CMD~[\"a~b\"] docker run x", 0, "'a b'\n", ""},
        {"-qeCMD~[\"a\"] docker run x -q", 0, "-q\n", ""},
        {"-q -e CMD~[\"a\"] -- docker run x", 0, "a\n", ""},
        {"-q -e CMD~[\"a\"] sudo -u root A=b docker run x", 0, "a\n", ""},
        {"show -e CMD~[\"a\"]", 0, "a\nC\n[\"a\"]\n", ""},
        {"-q -e CMD docker run --nope x", 125, "", "unknown flag: --nope\n"},
        {"-e FROM~scratch -e NOPE~x docker run x", 1,
         "ERROR: failed to solve: dockerfile parse error on line 2: unknown instruction: NOPE", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct ran ran = run(rows[i].line);
        if (ran.status != rows[i].status)
            fail_msg("%s: status %d\n%s%s", rows[i].line, ran.status, ran.out, ran.err);
        check(rows[i].line, "standard output", ran.out, rows[i].out);
        check(rows[i].line, "standard error", ran.err, rows[i].err);
        if (!*rows[i].out && *ran.out)
            fail_msg("%s: prints %s", rows[i].line, ran.out);
        if (!*rows[i].err && *ran.err)
            fail_msg("%s: complains %s", rows[i].line, ran.err);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(runs)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
