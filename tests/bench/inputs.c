/* Makes the bench's questions. In: how many. Out: a Dockerfile and a typed line. */
#include "tests/bench/inputs.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

/* A text that grows. */
struct growing {
    char *at;
    size_t len, cap;
};

__attribute__((format(printf, 2, 3))) static void put(struct growing *text, const char *format, ...)
{
    va_list args;
    if (text->cap - text->len < 400) {
        text->cap = 2 * text->cap + 4096;
        text->at = realloc(text->at, text->cap);
        if (!text->at)
            exit(2);
    }
    va_start(args, format);
    text->len += (size_t)vsnprintf(text->at + text->len, text->cap - text->len, format, args);
    va_end(args);
}

static struct slice slice_from(const struct growing *text)
{
    return (struct slice){text->at, text->len};
}

/* Repeats a piece without numbers in it. */
static void put_times(struct growing *text, size_t n, const char *piece)
{
    for (size_t i = 0; i < n; i++)
        put(text, "%s", piece);
}

#define LINE S("docker run app x")

/* ---- Plain */

static struct input make_three(size_t n)
{
    (void)n;
    return (struct input){
        S("FROM python:3.12\nENTRYPOINT [\"python\", \"manage.py\"]\nCMD [\"runserver\"]\n"),
        S("docker run --rm -it shop migrate --fake")};
}

static struct input make_sixty(size_t n)
{
    struct growing text = {0};
    char line[1000];
    FILE *in = fopen("tests/bench/sixty.Dockerfile", "r");
    (void)n;
    while (in && fgets(line, sizeof line, in))
        put(&text, "%s", line);
    if (in)
        fclose(in);
    return (struct input){slice_from(&text), S("docker run --rm -it shop migrate --fake")};
}

/* About 100 bytes an instruction. */
static struct input make_large(size_t n)
{
    struct growing text = {0};
    put(&text, "FROM debian:bookworm\n");
    for (size_t i = 1; i < n; i++) {
        switch (i % 5) {
        case 0:
            put(&text, "ENV SETTING_%zu=\"a value of some length\" OTHER_%zu=/usr/local/lib/%zu",
                i % 50, i % 50, i);
            break;
        case 1:
            put(&text,
                "RUN set -eux; apt-get update && apt-get install -y --no-install-recommends "
                "pack%zu",
                i);
            break;
        case 2:
            put(&text, "COPY --chown=app:app src/module%zu /srv/app/module%zu/ # not a comment", i,
                i);
            break;
        case 3:
            put(&text, "LABEL org.example.key%zu=\"some text that says what it is\"", i % 50);
            break;
        default:
            put(&text, "WORKDIR /srv/app/${SETTING_%zu}/deep/er/directory/that/has/a/name", i % 50);
            break;
        }
        put(&text, "\n# and what it is for\n");
    }
    put(&text, "CMD [\"x\"]\n");
    return (struct input){slice_from(&text), LINE};
}

/* ---- Hostile */

static struct input make_stages(size_t n)
{
    struct growing text = {0};
    for (size_t i = 0; i < n; i++)
        put(&text, "FROM scratch AS s%zu\n", i);
    put(&text, "CMD [\"x\"]\n");
    return (struct input){slice_from(&text), LINE};
}

static struct input make_stage_chain(size_t n)
{
    struct growing text = {0};
    put(&text, "FROM scratch AS s0\nENV A=1\n");
    for (size_t i = 1; i < n; i++)
        put(&text, "FROM s%zu AS s%zu\n", i - 1, i);
    put(&text, "CMD [\"x\"]\n");
    return (struct input){slice_from(&text), LINE};
}

static struct input make_continuations(size_t n)
{
    struct growing text = {0};
    put(&text, "FROM scratch\nCMD a");
    put_times(&text, n, " \\\n  b");
    put(&text, "\n");
    return (struct input){slice_from(&text), LINE};
}

static struct input make_quotes_in_line(size_t n)
{
    struct growing text = {0};
    put(&text, "docker run app ");
    put_times(&text, n, "\"'\"'");
    put(&text, "\"");
    return (struct input){S("FROM scratch\n"), slice_from(&text)};
}

static struct input make_quotes_in_file(size_t n)
{
    struct growing text = {0};
    put(&text, "FROM scratch\nENV A=");
    for (size_t i = 0; i < n; i++)
        put(&text, i % 1000 == 999 ? "\"'\\\n" : "\"'\"'");
    put(&text, "\n");
    return (struct input){slice_from(&text), LINE};
}

static struct input make_doubling(size_t n)
{
    struct growing text = {0};
    put(&text, "FROM scratch\nENV A=0123456789\n");
    put_times(&text, n, "ENV A=$A$A\n");
    return (struct input){slice_from(&text), LINE};
}

static struct input make_braces(size_t n)
{
    struct growing text = {0};
    put(&text, "docker run app ");
    put_times(&text, n, "{a,b}");
    return (struct input){S("FROM scratch\n"), slice_from(&text)};
}

static struct input make_brace_range(size_t n)
{
    struct growing text = {0};
    put(&text, "docker run app {1..%zu}{1..%zu}", n, n);
    return (struct input){S("FROM scratch\n"), slice_from(&text)};
}

static struct input make_ports_in_file(size_t n)
{
    struct growing text = {0};
    put(&text, "FROM scratch\n");
    put_times(&text, n, "EXPOSE 1-65535 1-65535/udp\n");
    return (struct input){slice_from(&text), LINE};
}

static struct input make_ports_in_line(size_t n)
{
    struct growing text = {0};
    put(&text, "docker run");
    put_times(&text, n, " -p 1-65535:1-65535");
    put(&text, " app x");
    return (struct input){S("FROM scratch\n"), slice_from(&text)};
}

static struct input make_triggers(size_t n)
{
    struct growing text = {0};
    put(&text, "FROM scratch AS base\n");
    for (size_t i = 0; i < n; i++)
        put(&text, "ONBUILD ENV A%zu=1\n", i);
    for (size_t i = 0; i < n; i++)
        put(&text, "FROM base AS s%zu\n", i);
    put(&text, "FROM scratch\n");
    for (size_t i = 0; i < n; i++)
        put(&text, "COPY --from=s%zu /a /b\n", i);
    return (struct input){slice_from(&text), LINE};
}

static struct input make_nesting_in_file(size_t n)
{
    struct growing text = {0};
    put(&text, "FROM scratch\nENV A=");
    for (size_t i = 0; i < n; i++)
        put(&text, i % 1000 == 999 ? "\\\n${a:-" : "${a:-");
    for (size_t i = 0; i < n; i++)
        put(&text, i % 1000 == 999 ? "\\\n}" : "}");
    put(&text, "\n");
    return (struct input){slice_from(&text), LINE};
}

static struct input make_nesting_in_line(size_t n)
{
    struct growing text = {0};
    put(&text, "docker run app ");
    put_times(&text, n, "${a:-");
    put_times(&text, n, "}");
    return (struct input){S("FROM scratch\n"), slice_from(&text)};
}

static struct input make_substitutions(size_t n)
{
    struct growing text = {0};
    put(&text, "docker run app ");
    put_times(&text, n, "$(");
    put_times(&text, n, ")");
    return (struct input){S("FROM scratch\n"), slice_from(&text)};
}

static struct input make_unknown_names(size_t n)
{
    struct growing text = {0};
    put(&text, "FROM scratch\nENV KNOWN=1\n");
    for (size_t i = 0; i < n; i++)
        put(&text, "ENV A=$KNOWM%zu\n", i);
    return (struct input){slice_from(&text), LINE};
}

static struct input make_unknown_stages(size_t n)
{
    struct growing text = {0};
    put(&text, "FROM scratch\n");
    for (size_t i = 0; i < n; i++)
        put(&text, "COPY --from=nosuch%zu /a /b\n", i);
    return (struct input){slice_from(&text), LINE};
}

static struct input make_names(size_t n)
{
    struct growing text = {0};
    put(&text, "FROM scratch\n");
    for (size_t i = 0; i < n; i++)
        put(&text, "ENV A%zu=1\nARG B%zu\nLABEL c%zu=$A%zu\n", i, i, i, i);
    return (struct input){slice_from(&text), LINE};
}

static struct input make_options(size_t n)
{
    struct growing text = {0};
    put(&text, "docker run");
    for (size_t i = 0; i < n; i++)
        put(&text, " -e A%zu=1 -l b%zu", i, i);
    put(&text, " app x");
    return (struct input){S("FROM scratch\n"), slice_from(&text)};
}

static struct input make_arrays(size_t n)
{
    struct growing text = {0};
    put(&text, "FROM scratch\nCMD ");
    put_times(&text, n, "[");
    put_times(&text, n, "]");
    put(&text, "\n");
    return (struct input){slice_from(&text), LINE};
}

static struct input make_lists(size_t n)
{
    struct growing text = {0};
    put(&text, "docker run app");
    put_times(&text, n, " a | b && c ;");
    return (struct input){S("FROM scratch\n"), slice_from(&text)};
}

const struct input_kind input_kinds[] = {
    {"three", "three lines and a run line", make_three, 1, false},
    {"sixty", "60 lines of a real kind", make_sixty, 1, false},
    {"large", "100,000 instructions, 10 MB", make_large, 100000, false},
    {"stages", "100,000 stages", make_stages, 100000, true},
    {"stage-chain", "100,000 stages, each on the last", make_stage_chain, 100000, true},
    {"continuations", "100,000 continued lines", make_continuations, 100000, true},
    {"quotes-line", "1 MB of open quotes, typed", make_quotes_in_line, 250000, false},
    {"quotes-file", "1 MB of open quotes, in ENV", make_quotes_in_file, 250000, true},
    {"doubling", "ENV that doubles itself 64 times", make_doubling, 64, false},
    {"braces", "{a,b} 50 times", make_braces, 50, false},
    {"brace-range", "{1..1000}{1..1000}", make_brace_range, 1000, false},
    {"ports-file", "EXPOSE of all ports, 20 times", make_ports_in_file, 20, false},
    {"ports-line", "-p of all ports, 20 times", make_ports_in_line, 20, false},
    {"triggers", "1,000 triggers on 1,000 stages", make_triggers, 1000, true},
    {"nesting-file", "${a:-${a:-…}} 100,000 deep, in ENV", make_nesting_in_file, 100000, true},
    {"nesting-line", "${a:-${a:-…}} 100,000 deep, typed", make_nesting_in_line, 100000, false},
    {"substitutions", "$($($(…))) 100,000 deep", make_substitutions, 100000, false},
    {"unknown-names", "100,000 unknown names", make_unknown_names, 100000, true},
    {"unknown-stages", "COPY from 100,000 unknown stages", make_unknown_stages, 100000, true},
    {"names", "100,000 names of each kind", make_names, 100000, true},
    {"options", "100,000 options", make_options, 50000, false},
    {"arrays", "[[[…]]] 30,000 deep", make_arrays, 30000, true},
    {"lists", "100,000 commands on a line", make_lists, 33000, false},
};
const size_t input_kinds_len = sizeof input_kinds / sizeof *input_kinds;
