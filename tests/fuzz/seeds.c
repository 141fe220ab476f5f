/* Makes the fuzzers' first inputs from the recorded cases.
 *
 *     seeds OUT DIR…
 *
 * In: dockerfile.jsonl and run.jsonl of each DIR. Out: OUT/dockerfile, OUT/line, OUT/execform,
 * OUT/request and OUT/session, a file an input. Of the generated cases, which are much alike, every
 * tenth serves.
 */
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
    return 0;
}
