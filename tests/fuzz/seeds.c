/* Makes the fuzzers' first inputs from the recorded cases.
 *
 *     seeds OUT DIR…
 *
 * In: dockerfile.jsonl and run.jsonl of each DIR. Out: OUT/dockerfile, OUT/line, OUT/execform,
 * OUT/request and OUT/session, a file an input. Of the generated cases, which are much alike, every
 * tenth serves. Sessions of the course are a table of places and steps.
 */
#include "app/session/command.h"

#include <errno.h>
#include <jansson.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static void make_folder(const char *path)
{
    if (mkdir(path, 0777) != 0 && errno != EEXIST) {
        perror(path);
        exit(2);
    }
}

static void write_seed(const char *out, const char *kind, const char *id, const char *bytes,
                       size_t len)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%s/%s", out, kind, id);
    FILE *file = fopen(path, "w");
    if (!file || fwrite(bytes, 1, len, file) != len || fclose(file) != 0) {
        perror(path);
        exit(2);
    }
}

/* The text from the first bracket of a line that holds a list, as an input for the exec form. */
static void write_lists(const char *out, const char *id, const char *dockerfile)
{
    unsigned number = 0;
    for (const char *at = dockerfile; (at = strchr(at, '[')) != NULL; number++) {
        char name[80];
        size_t len = strcspn(at, "\n");
        snprintf(name, sizeof name, "%.60s-%u", id, number);
        write_seed(out, "execform", name, at, len);
        at += len;
    }
}

static void write_request(const char *out, const char *id, const json_t *recorded)
{
    static const char *const keys[] = {"dockerfile", "dockerfile_b64", "target",
                                       "args",       "image",          "line"};
    json_t *request = json_object();
    json_object_set(request, "id", json_object_get(recorded, "id"));
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (json_object_get(recorded, keys[i]))
            json_object_set(request, keys[i], json_object_get(recorded, keys[i]));
    char *text = json_dumps(request, JSON_COMPACT);
    write_seed(out, "request", id, text, strlen(text));
    free(text);
    json_decref(request);
}

/* A text as a step of fuzz_session: what is done with it, its length, its bytes. */
static char *put_step(char *to, char step, const json_t *text)
{
    size_t len = json_string_length(text);
    if (!len || len > 0xFFFF)
        return to;
    *to++ = step;
    *to++ = (char)(len >> 8);
    *to++ = (char)len;
    memcpy(to, json_string_value(text), len);
    return to + len;
}

static void write_session(const char *out, const char *id, const json_t *dockerfile,
                          const json_t *line)
{
    char *steps = malloc(2 * (3 + 0xFFFF)), *to = steps;
    to = put_step(to, 'p', dockerfile);
    to = put_step(to, 'l', line);
    write_seed(out, "session", id, steps, (size_t)(to - steps));
    free(steps);
}

/* ---- Sessions of the course */

struct step {
    char how; /* a step of fuzz_session with a text; 'd' a command, 'f' a part, 's' a size */
    int what;
    const char *text;
};

/* clang-format off */
#define DO(name)      {'d', COMMAND_##name, NULL}
#define TYPE(text)    {'t', 0, text}
#define LINE(text)    {'l', 0, text}
#define FOCUS(name)   {'f', PANE_##name, NULL}
#define SIZE(rows, cols) {'s', (rows) * 256 + (cols), NULL}

static const struct {
    const char *name, *place;
    struct step steps[24];
} course_seeds[] = {
    {"start", "", {TYPE("python manage.py migrate"), DO(ACCEPT), DO(SURE_2), DO(CHOOSE), DO(SHOW_ANSWER), DO(CHOOSE), TYPE("env"), DO(ACCEPT), DO(SURE_NOT), DO(CHOOSE)}},
    {"home", "", {DO(HOME), DO(ROW_DOWN), DO(ROW_RIGHT), DO(LAST), DO(CHOOSE), DO(HOME), DO(REVIEW), DO(CHOOSE), SIZE(11, 39)}},
    {"search", "", {DO(HOME), DO(SEARCH), TYPE("exec form"), DO(ROW_DOWN), DO(PAGE_DOWN), DO(ERASE_LEFT), DO(CUT_LINE), TYPE("executable file not found in $PATH"), DO(CHOOSE), SIZE(4, 12), DO(BACK), DO(CHOOSE)}},
    {"search-rule", "", {DO(HOME), DO(SEARCH), TYPE("BlankInWord"), DO(CHOOSE), DO(PAGE_DOWN), DO(BACK), DO(BACK)}},
    {"progress", "one-argv/nginx", {TYPE("CMD [\"nginx\", \"-g\", \"daemon off;\"]"), DO(CHECK), DO(PROGRESS), DO(FILTER), DO(FILTER), DO(FILTER), DO(LAST), DO(FILTER), DO(RESET_ONE), DO(YES), DO(UNDO_RESET), DO(RESET_ALL), DO(YES), DO(UNDO_RESET), SIZE(8, 30), DO(CHOOSE)}},
    {"write", "pairing/serve", {TYPE("ENTRYPOINT [\"myapp\", \"serve\"]"), DO(NEWLINE), TYPE("CMD [\"--port\", \"9000\"]"), DO(CHECK), FOCUS(CHECKS), DO(ROW_DOWN), DO(CHOOSE), DO(HINT), DO(HINT), DO(HINT), DO(SHOW_ANSWER), FOCUS(TASK), SIZE(23, 79), DO(START_OVER), DO(NEXT)}},
    {"repair", "inherit/say-again", {DO(CHECK), DO(TOP), TYPE("CMDS"), DO(NEWLINE), DO(CHECK), DO(EXPLAIN), DO(BACK), DO(TOWER), DO(BACK), DO(SURFACE), SIZE(35, 119), DO(BACK)}},
    {"run", "cmd/quoted", {LINE("docker run p 'ls -l /etc'"), DO(LINE_TRY), LINE("docker run p ls -l /etc"), DO(LINE_TRY), DO(CHOOSE)}},
    {"predict", "pairing/typed-again", {TYPE("curl curl https://docs.example"), DO(ACCEPT), TYPE("curl --silent 'https:"), DO(ACCEPT), DO(CUT_LINE), TYPE("c"), DO(ACCEPT), DO(SURE_1), DO(MERGE), DO(STEP_ON), DO(BACK), DO(SHOW_ANSWER), DO(MERGE), DO(STEP_ON)}},
    {"origin", "pairing/letters", {TYPE("EECC"), DO(ACCEPT), TYPE("EECCRR"), DO(ACCEPT), TYPE("EERR"), DO(ACCEPT), DO(ROW_UP), DO(CUT_LINE), TYPE("EERR"), DO(ACCEPT)}},
    {"sort", "forms/phase", {TYPE("1"), TYPE("2"), TYPE("1"), TYPE("1"), TYPE("1"), TYPE("2"), DO(CHECK), DO(ROW_DOWN), TYPE("2"), DO(CHECK), SIZE(11, 39)}},
    {"design", "pairing/two-callers", {TYPE("ENTRYPOINT [\"restic\", \"backup\"]"), DO(CHECK), DO(DESIGN), TYPE("docker run backup x -> restic x"), DO(NEWLINE), DO(NEXT_PART), DO(PAGE_DOWN), SIZE(11, 39), DO(TAKE), DO(CHECK), DO(SHOW_ANSWER), DO(DESIGN)}},
    {"golf", "misuse/escape", {LINE("docker run --rm vault id"), DO(LINE_TRY), LINE("docker run -h --entrypoint id vault"), DO(CHECK), DO(SURFACE)}},
    {"golf-lines", "pairing/as-little", {TYPE("ENTRYPOINT [\"tar\", \"--create\"]"), DO(CHECK), DO(UNDO), DO(REDO), DO(GRID), DO(MERGE)}},
    {"text", "4", {DO(PAGE_DOWN), DO(SCRATCHPAD), DO(HOME), SIZE(11, 39), DO(NEXT), DO(TEXT), DO(PREVIOUS)}},
    {"end", "4/6", {DO(NEXT), DO(MORE), DO(HOME), DO(REVIEW), SIZE(23, 59)}},
    {"end-last", "12/9", {DO(NEXT), SIZE(6, 30), DO(CHOOSE), DO(CHOOSE)}},
    {"pad", "inherit/onbuild", {DO(SCRATCHPAD), TYPE("CMD [\"a\"]"), DO(TOWER), DO(BACK), DO(SURFACE), DO(BACK), DO(DESIGN), DO(BACK), DO(PREDICT), TYPE("a"), DO(ACCEPT), DO(HOME), DO(TEXT), DO(SCRATCHPAD), DO(YES), DO(HOME)}},
    {"tower", "inherit/remove", {DO(TOWER), SIZE(11, 39), DO(PAGE_DOWN), DO(BACK), DO(SURFACE), DO(MENU), DO(HELP), DO(PAGE_DOWN), DO(BACK)}},
};
/* clang-format on */

/* A command or a part beside the letters of steps: the fuzzer takes numbers modulo their count. */
static char number_of(int what)
{
    return (char)(memchr("ptlfekscb", what, 9) ? what + COMMAND_COUNT + 1 : what);
}

static char *put_course_step(char *to, const struct step *step)
{
    switch (step->how) {
    case 'd': *to++ = number_of(step->what); break;
    case 'f':
        *to++ = 'f';
        *to++ = (char)step->what;
        break;
    case 's':
        *to++ = 's';
        *to++ = (char)(step->what / 256);
        *to++ = (char)step->what;
        break;
    default: {
        json_t *text = json_string(step->text);
        to = put_step(to, step->how, text);
        json_decref(text);
        if (step->how == 'l')
            *to++ = (char)strlen(step->text); /* the cursor */
    }
    }
    return to;
}

static void write_course(const char *out)
{
    for (size_t i = 0; i < sizeof course_seeds / sizeof *course_seeds; i++) {
        char bytes[4096] = "L", *to = bytes + 1, name[80];
        size_t len = strlen(course_seeds[i].place);
        *to++ = 0;
        *to++ = (char)len;
        memcpy(to, course_seeds[i].place, len);
        to += len;
        for (const struct step *step = course_seeds[i].steps; step->how; step++)
            to = put_course_step(to, step);
        snprintf(name, sizeof name, "course-%s", course_seeds[i].name);
        write_seed(out, "session", name, bytes, (size_t)(to - bytes));
    }
}

static bool is_generated(const json_t *recorded)
{
    const json_t *tags = json_object_get(recorded, "tags");
    for (size_t i = 0; i < json_array_size(tags); i++) {
        const char *tag = json_string_value(json_array_get(tags, i));
        if (strcmp(tag, "random") == 0 || strcmp(tag, "gen") == 0)
            return true;
    }
    return false;
}

static void write_case(const char *out, const json_t *recorded)
{
    const char *id = json_string_value(json_object_get(recorded, "id"));
    const json_t *dockerfile = json_object_get(recorded, "dockerfile");
    const json_t *line = json_object_get(recorded, "line");
    if (line)
        write_seed(out, "line", id, json_string_value(line), json_string_length(line));
    if (dockerfile) {
        write_seed(out, "dockerfile", id, json_string_value(dockerfile),
                   json_string_length(dockerfile));
        write_lists(out, id, json_string_value(dockerfile));
    }
    write_request(out, id, recorded);
    write_session(out, id, dockerfile, line);
}

static void read_cases(const char *out, const char *directory, const char *name)
{
    char path[4096], *line = NULL;
    size_t cap = 0, generated = 0;
    snprintf(path, sizeof path, "%s/%s", directory, name);
    FILE *in = fopen(path, "r");
    for (ssize_t len; in && (len = getline(&line, &cap, in)) > 0;) {
        json_error_t error;
        json_t *recorded = json_loadb(line, (size_t)len, JSON_ALLOW_NUL, &error);
        if (recorded && (!is_generated(recorded) || generated++ % 10 == 0))
            write_case(out, recorded);
        json_decref(recorded);
    }
    free(line);
    if (in)
        fclose(in);
}

int main(int argc, char **argv)
{
    static const char *const kinds[] = {"dockerfile", "line", "execform", "request", "session"};
    if (argc < 3) {
        fputs("usage: seeds OUT DIR…\n", stderr);
        return 2;
    }
    make_folder(argv[1]);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        char path[4096];
        snprintf(path, sizeof path, "%s/%s", argv[1], kinds[i]);
        make_folder(path);
    }
    for (int i = 2; i < argc; i++) {
        read_cases(argv[1], argv[i], "dockerfile.jsonl");
        read_cases(argv[1], argv[i], "run.jsonl");
    }
    write_course(argv[1]);
    return 0;
}
