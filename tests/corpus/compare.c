/* Compares an answer of `pairing batch` with what the real tools did, key by key.
 *
 * In: a recorded case and an answer, both as JSON. Out: right or not, and the differences as text.
 * Keys that the recordings hold for information (started, extra, stdout, stderr, platform, author,
 * the exit of a success) are not looked at. */
#include "tests/corpus/compare.h"

#include <stdlib.h>
#include <string.h>

/* ---- Differences */

static void difference(FILE *out, const char *key, const json_t *expected, const json_t *got)
{
    if (!out)
        return;
    const size_t flags = JSON_ENCODE_ANY | JSON_COMPACT | JSON_ENSURE_ASCII;
    char *wanted = expected ? json_dumps(expected, flags) : NULL;
    char *found = got ? json_dumps(got, flags) : NULL;
    fprintf(out, "    %-15s expected %s\n    %-15s got      %s\n", key, wanted ? wanted : "nothing",
            "", found ? found : "nothing");
    free(wanted);
    free(found);
}

static bool same(FILE *out, const char *key, const json_t *expected, const json_t *got)
{
    if (expected && got ? json_equal(expected, got) : expected == got)
        return true;
    difference(out, key, expected, got);
    return false;
}

/* null, and what JSON omits, are the same thing here. */
static const json_t *given(const json_t *object, const char *key)
{
    const json_t *value = json_object_get(object, key);
    return json_is_null(value) ? NULL : value;
}

static bool is_empty(const json_t *value)
{
    return !value || json_is_null(value) || json_is_false(value) ||
           (json_is_array(value) && json_array_size(value) == 0) ||
           (json_is_object(value) && json_object_size(value) == 0) ||
           (json_is_string(value) && json_string_length(value) == 0) ||
           (json_is_integer(value) && json_integer_value(value) == 0);
}

/* ---- Dockerfiles */

static bool config_is_right(json_t *expected, json_t *got, FILE *out)
{
    bool right = true;
    const char *key;
    json_t *value;
    if (!json_is_object(got)) {
        difference(out, "config", expected, got);
        return false;
    }
    json_object_foreach(expected, key, value)
    {
        const json_t *other = json_object_get(got, key);
        char name[80];
        snprintf(name, sizeof name, "config.%s", key);
        if (!(is_empty(value) && is_empty(other)))
            right &= same(out, name, value, other);
    }
    json_object_foreach(got, key, value)
    {
        char name[80];
        snprintf(name, sizeof name, "config.%s", key);
        if (!is_empty(value) && !json_object_get(expected, key))
            right = same(out, name, NULL, value);
    }
    for (int i = 0; i < 2; i++) {
        const char *always = i ? "Cmd" : "Entrypoint";
        if (!json_object_get(got, always)) {
            right = false;
            if (out)
                fprintf(out, "    config.%s is not there\n", always);
        }
    }
    return right;
}

static int warning_order(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The warnings as one sorted array of "line rule", a new reference. */
static json_t *warning_set(const json_t *warnings)
{
    size_t len = json_array_size(warnings);
    char **rows = calloc(len + 1, sizeof *rows);
    json_t *set = json_array();
    for (size_t i = 0; i < len; i++) {
        const json_t *warning = json_array_get(warnings, i);
        const char *rule = json_string_value(json_object_get(warning, "rule"));
        char row[200];
        snprintf(row, sizeof row, "%06lld %s",
                 (long long)json_integer_value(json_object_get(warning, "line")),
                 rule ? rule : "?");
        rows[i] = strdup(row);
    }
    qsort(rows, len, sizeof *rows, warning_order);
    for (size_t i = 0; i < len; i++) {
        json_array_append_new(set, json_string(rows[i] + strspn(rows[i], "0")));
        free(rows[i]);
    }
    free(rows);
    return set;
}

static bool warnings_are_right(const char *key, const json_t *expected, const json_t *got,
                               FILE *out)
{
    json_t *wanted = warning_set(expected), *found = warning_set(got);
    bool right = same(out, key, wanted, found);
    json_decref(wanted);
    json_decref(found);
    return right;
}

static bool has_element(const json_t *array, const json_t *value)
{
    for (size_t i = 0; i < json_array_size(array); i++)
        if (json_equal(json_array_get(array, i), value))
            return true;
    return false;
}

static bool build_error_is_right(const json_t *expect, const json_t *error, FILE *out)
{
    const json_t *message = json_object_get(error, "message");
    bool right = true;
    if (!has_element(json_object_get(expect, "error_any"), message))
        right = same(out, "error.message", json_object_get(expect, "error"), message);
    const char *stage = json_string_value(json_object_get(error, "stage"));
    if (!stage || strcmp(stage, "build") != 0 ||
        json_integer_value(json_object_get(error, "exit")) != 1) {
        right = false;
        if (out)
            fprintf(out, "    the error should be of stage build with exit 1\n");
    }
    const json_t *lines = json_object_get(expect, "error_lines");
    const json_t *got = json_object_get(error, "lines");
    if (lines && !(is_empty(lines) && is_empty(got)))
        right &= same(out, "error.lines", lines, got);
    return right;
}

/* Where a check fails with one of several messages, a build and it may have drawn different ones.
 */
static bool check_error_is_right(const json_t *recorded, const json_t *answer, FILE *out)
{
    const json_t *any = json_object_get(json_object_get(recorded, "expect"), "error_any");
    const json_t *expected = given(recorded, "check_error"), *got = given(answer, "check_error");
    if (has_element(any, expected) && !got)
        got = json_object_get(given(answer, "error"), "message");
    if (has_element(any, expected) && has_element(any, got))
        return true;
    return same(out, "check_error", expected, got);
}

/* build_warnings and check_error stand only where a build and a check differ. */
static bool build_is_right(const json_t *recorded, const json_t *answer, bool newer, FILE *out)
{
    const json_t *expect = json_object_get(recorded, "expect");
    const json_t *error = given(answer, "error");
    const json_t *expected = given(recorded, "warnings"), *got = given(answer, "warnings");
    bool right = true;
    if (given(expect, "error"))
        right = build_error_is_right(expect, error, out);
    else if (error)
        right = same(out, "error", NULL, error);
    else
        right = config_is_right(json_object_get(expect, "config"),
                                json_object_get(answer, "config"), out);
    right &= warnings_are_right("warnings", expected, got, out);
    if (newer)
        return right;
    const json_t *build = given(recorded, "build_warnings");
    const json_t *own = given(answer, "build_warnings");
    right &= warnings_are_right("build_warnings", build ? build : expected, own ? own : got, out);
    return check_error_is_right(recorded, answer, out) && right;
}

/* ---- Lines */

bool message_matches(const char *recorded, const char *message)
{
    for (;;) {
        const char *mask = strstr(recorded, "<ID>");
        if (!mask)
            return strcmp(recorded, message) == 0;
        size_t head = (size_t)(mask - recorded);
        if (strncmp(recorded, message, head) != 0)
            return false;
        recorded = mask + 4;
        message += head;
        size_t digits = strspn(message, "0123456789abcdef");
        if (strncmp(message, "<ID>", 4) == 0)
            message += 4;
        else if (digits >= 12)
            message += digits;
        else
            return false;
    }
}

static bool line_error_is_right(const json_t *expected, const json_t *error, FILE *out)
{
    bool right = same(out, "error.stage", given(expected, "stage"), given(error, "stage"));
    right &= same(out, "error.exit", given(expected, "exit"), given(error, "exit"));
    const json_t *message = given(error, "message"), *recorded = given(expected, "message");
    if (!message || !message_matches(json_string_value(recorded), json_string_value(message))) {
        difference(out, "error.message", recorded, message);
        right = false;
    }
    return right;
}

static bool same_set(FILE *out, const char *key, const json_t *expected, const json_t *got)
{
    bool right = json_array_size(expected) == json_array_size(got);
    for (size_t i = 0; right && i < json_array_size(expected); i++)
        right = has_element(got, json_array_get(expected, i));
    if (!right)
        difference(out, key, expected, got);
    return right;
}

static bool plan_is_right(const json_t *expect, const json_t *plan, FILE *out)
{
    static const char *const keys[] = {"path",       "args",     "entrypoint", "cmd",  "workdir",
                                       "user",       "tty",      "stdin",      "init", "attach",
                                       "autoremove", "detached", "hostname",   "name"};
    bool right = true;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        right &= same(out, keys[i], given(expect, keys[i]), given(plan, keys[i]));
    return same_set(out, "env", given(expect, "env"), given(plan, "env")) && right;
}

static bool line_is_right(const json_t *recorded, const json_t *answer, FILE *out)
{
    const json_t *expect = json_object_get(recorded, "expect");
    const json_t *error = given(answer, "error"), *plan = given(answer, "plan");
    if (given(expect, "error"))
        return line_error_is_right(given(expect, "error"), error, out);
    if (error)
        return same(out, "error", NULL, error);
    if (given(expect, "no_container"))
        return same(out, "no_container", given(expect, "no_container"),
                    given(answer, "no_container"));
    if (plan)
        return plan_is_right(expect, plan, out);
    difference(out, "plan", expect, given(answer, "unknown"));
    return false;
}

bool answer_is_right(enum kind kind, const json_t *recorded, const json_t *newer,
                     const json_t *answer, FILE *out)
{
    if (kind == KIND_LINE)
        return line_is_right(recorded, answer, out);
    if (newer && build_is_right(newer, answer, true, NULL))
        return true;
    return build_is_right(recorded, answer, false, out);
}
