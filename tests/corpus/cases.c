/* Reads recorded cases and turns each into a request.
 *
 * In: folders of JSON Lines. Out: rows, each with the case, how it is listed, and what to send. A
 * Dockerfile is sent with the images it may stand on, a typed line with the shell's host. */
#include "tests/corpus/cases.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

static const struct known_file {
    const char *name;
    enum kind kind;
    bool bases_inside;
} known_files[] = {
    {"dockerfile", KIND_DOCKERFILE, false},
    {"real", KIND_DOCKERFILE, true},
    {"run", KIND_LINE, false},
    {"run_real", KIND_LINE, false},
};
enum { KNOWN_FILES = sizeof known_files / sizeof *known_files };

static const size_t LOAD = JSON_ALLOW_NUL, DUMP = JSON_COMPACT;

/* ---- Reading */

static json_t *load_json(const char *directory, const char *home, const char *name)
{
    char path[4200];
    json_error_t error;
    snprintf(path, sizeof path, "%s/%s", directory, name);
    json_t *json = json_load_file(path, LOAD, &error);
    if (!json && home) {
        snprintf(path, sizeof path, "%s/%s", home, name);
        json = json_load_file(path, LOAD, &error);
    }
    if (!json)
        fprintf(stderr, "%s: %s\n", path, error.text);
    return json;
}

/* Calls `each` for every line of a file, parsed. -1 when it cannot be read, 0 when it is absent. */
static int read_lines(const char *path, void (*each)(void *context, json_t *json), void *context)
{
    FILE *in = fopen(path, "r");
    char *line = NULL;
    size_t cap = 0, number = 0;
    int result = 1;
    if (!in)
        return errno == ENOENT ? 0 : -1;
    for (ssize_t len; (len = getline(&line, &cap, in)) > 0;) {
        json_error_t error;
        json_t *json = json_loadb(line, (size_t)len, LOAD, &error);
        number++;
        if (!json) {
            fprintf(stderr, "%s:%zu: %s\n", path, number, error.text);
            result = -1;
        } else {
            each(context, json);
        }
    }
    free(line);
    fclose(in);
    return result;
}

static bool has_tag(const json_t *recorded, const char *tag)
{
    const json_t *tags = json_object_get(recorded, "tags");
    for (size_t i = 0; i < json_array_size(tags); i++)
        if (strcmp(json_string_value(json_array_get(tags, i)), tag) == 0)
            return true;
    return false;
}

struct reading {
    struct corpus *corpus;
    struct corpus_file *file;
    size_t first; /* first row of this directory */
};

static void add_case(void *context, json_t *json)
{
    struct reading *reading = context;
    struct corpus *corpus = reading->corpus;
    const char *id = json_string_value(json_object_get(json, "id"));
    if (has_tag(json, "env-dependent") || has_tag(json, "setup") || !id) {
        reading->file->left_out++;
        json_decref(json);
        return;
    }
    if (corpus->len == corpus->cap) {
        corpus->cap = 2 * corpus->cap + 1024;
        corpus->rows = realloc(corpus->rows, corpus->cap * sizeof *corpus->rows);
        if (!corpus->rows)
            exit(2);
    }
    corpus->rows[corpus->len++] =
        (struct case_row){.file = reading->file, .id = id, .recorded = json};
}

static int row_order(const void *a, const void *b)
{
    const struct case_row *const *x = a, *const *y = b;
    return strcmp((*x)->id, (*y)->id);
}

/* The rows from `first` on whose id is this. Calls are few, so a walk will do. */
static struct case_row *row_of(struct corpus *corpus, size_t first, const char *id)
{
    for (size_t i = first; i < corpus->len; i++)
        if (strcmp(corpus->rows[i].id, id) == 0)
            return &corpus->rows[i];
    return NULL;
}

static void add_newer(void *context, json_t *json)
{
    struct reading *reading = context;
    const char *id = json_string_value(json_object_get(json, "id"));
    struct case_row *row = id ? row_of(reading->corpus, reading->first, id) : NULL;
    if (row)
        row->newer = json;
    else
        json_decref(json);
}

/* The text sent with each case, JSON members with a comma in front. */
static char *common_text(const struct known_file *known, const char *directory, const char *home)
{
    bool line = known->kind == KIND_LINE;
    json_t *json = load_json(directory, home, line ? "host.json" : "bases.json");
    if (!json)
        return NULL;
    char *text = json_dumps(line ? json : json_object_get(json, "images"), DUMP);
    char *common = malloc(strlen(text) + 20);
    if (common)
        sprintf(common, ",\"%s\":%s", line ? "host" : "bases", text);
    free(text);
    json_decref(json);
    return common;
}

/* ---- Folders */

static bool same_bytes(const char *a, const char *b)
{
    FILE *x = fopen(a, "r"), *y = fopen(b, "r");
    bool same = x && y;
    for (int c = 0; same && c != EOF;)
        same = (c = getc(x)) == getc(y);
    if (x)
        fclose(x);
    if (y)
        fclose(y);
    return same;
}

/* Names what lies in the directory and is not asked. */
static void name_others(const char *directory)
{
    DIR *open = opendir(directory);
    bool any = false;
    for (const struct dirent *entry; open && (entry = readdir(open)) != NULL;) {
        const char *name = entry->d_name, *dot = strrchr(name, '.');
        bool known =
            !dot || strcmp(dot, ".jsonl") != 0 || strcmp(name, "dockerfile_newer.jsonl") == 0;
        for (size_t i = 0; i < KNOWN_FILES; i++) {
            size_t len = strlen(known_files[i].name);
            known |= dot && (size_t)(dot - name) == len && !strncmp(name, known_files[i].name, len);
        }
        if (!known)
            printf("%s %s", any ? "" : "not asked here:", name), any = true;
    }
    if (any)
        putchar('\n');
    if (open)
        closedir(open);
}

static bool add_file(struct corpus *corpus, const struct known_file *known, const char *directory,
                     const char *home)
{
    char path[4200], other[4200];
    snprintf(path, sizeof path, "%s/%s.jsonl", directory, known->name);
    snprintf(other, sizeof other, "%s/%s.jsonl", home, known->name);
    if (strcmp(directory, home) != 0 && same_bytes(path, other))
        return true; /* asked already */
    if (corpus->files_len == sizeof corpus->files / sizeof *corpus->files)
        return false;
    struct corpus_file *file = calloc(1, sizeof *file);
    if (!file)
        return false;
    file->name = known->name;
    file->kind = known->kind;
    file->bases_inside = known->bases_inside;
    snprintf(file->directory, sizeof file->directory, "%s", directory);
    struct reading reading = {corpus, file, corpus->len};
    int found = read_lines(path, add_case, &reading);
    if (found <= 0) {
        free(file);
        return found == 0;
    }
    corpus->files[corpus->files_len++] = file;
    if (!known->bases_inside && !(file->common = common_text(known, directory, home)))
        return false;
    snprintf(path, sizeof path, "%s/%s_newer.jsonl", directory, known->name);
    return read_lines(path, add_newer, &reading) >= 0;
}

bool corpus_add(struct corpus *corpus, const char *directory, const char *home)
{
    DIR *open = opendir(directory);
    if (!open) {
        perror(directory);
        return false;
    }
    closedir(open);
    bool good = true;
    for (size_t i = 0; i < KNOWN_FILES; i++)
        good &= add_file(corpus, &known_files[i], directory, home);
    name_others(directory);
    return good;
}

void corpus_free(struct corpus *corpus)
{
    for (size_t i = 0; i < corpus->len; i++) {
        json_decref(corpus->rows[i].recorded);
        json_decref(corpus->rows[i].newer);
        free(corpus->rows[i].answer);
    }
    free(corpus->rows);
    for (size_t i = 0; i < corpus->files_len; i++) {
        free(corpus->files[i]->common);
        free(corpus->files[i]);
    }
}

bool corpus_mark(struct corpus *corpus, const char *directory, const char *name, enum listed listed)
{
    char path[4200], *line = NULL;
    snprintf(path, sizeof path, "%s/%s", directory, name);
    FILE *in = fopen(path, "r");
    struct case_row **sorted = calloc(corpus->len + 1, sizeof *sorted);
    size_t cap = 0;
    bool good = true;
    for (size_t i = 0; sorted && i < corpus->len; i++)
        sorted[i] = &corpus->rows[i];
    if (sorted)
        qsort(sorted, corpus->len, sizeof *sorted, row_order);
    while (in && sorted && getline(&line, &cap, in) > 0) {
        char *rest = line, *id = strtok_r(line, " \t\n", &rest);
        if (!id || *id == '#')
            continue;
        if (listed == LISTED_NEVER && strspn(rest, " \t\n") == strlen(rest)) {
            fprintf(stderr, "%s: %s has no reason\n", path, id);
            good = false;
        }
        struct case_row key = {.id = id}, *at = &key, **hit;
        hit = bsearch(&at, sorted, corpus->len, sizeof *sorted, row_order);
        if (hit)
            (*hit)->listed = listed;
    }
    if (in)
        fclose(in);
    free(line);
    free(sorted);
    return good;
}

/* ---- Requests */

static void put_string(struct bytes *out, const char *string)
{
    bytes_put(out, string, strlen(string));
}

/* Appends `,"key":value` unless the case lacks it or it is empty. */
static void put_member(struct bytes *out, const char *key, const json_t *value)
{
    if (!value || json_is_null(value) || (json_is_object(value) && !json_object_size(value)) ||
        (json_is_string(value) && !json_string_length(value) && strcmp(key, "target") == 0))
        return;
    char *text = json_dumps(value, DUMP | JSON_ENCODE_ANY);
    put_string(out, ",\"");
    put_string(out, key);
    put_string(out, "\":");
    put_string(out, text);
    free(text);
}

/* The bare configs of a case's own bases, each as {"config":…}. */
static void put_bases(struct bytes *out, json_t *bases)
{
    json_t *wrapped = json_object(), *config;
    const char *name;
    json_object_foreach(bases, name, config)
        json_object_set_new(wrapped, name, json_pack("{s:O}", "config", config));
    char *text = json_dumps(wrapped, DUMP);
    put_string(out, ",\"bases\":");
    put_string(out, text);
    free(text);
    json_decref(wrapped);
}

void case_request(const struct case_row *row, struct bytes *out)
{
    static const char *const keys[] = {"dockerfile", "dockerfile_b64", "target",
                                       "args",       "image",          "line"};
    put_string(out, "{\"id\":\"");
    put_string(out, row->id);
    put_string(out, "\"");
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        put_member(out, keys[i], json_object_get(row->recorded, keys[i]));
    if (row->file->bases_inside)
        put_bases(out, json_object_get(row->recorded, "bases"));
    else
        put_string(out, row->file->common);
    put_string(out, "}");
}
