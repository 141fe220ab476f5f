/* Runs the recorded cases through `pairing batch` and holds the answers against them.
 *
 *     run_corpus [--program FILE] [--all | --failing | --case ID] HOME [DIR…]
 *
 * HOME is tests/corpus: cases, and the lists `open` (ids not yet right) and `never` (ids that will
 * not be, each with its reason). A listed case that is right and an unlisted one that is not both
 * fail, so the lists tell the truth. --failing prints the ids that are not right, one a line: the
 * next `open`. --case shows one case whole: request, answer and differences. */
#include "tests/corpus/cases.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

struct options {
    const char *program, *only;
    bool all, failing;
    char **directories;
};

/* ---- The conversation */

struct talk {
    struct case_row **rows;
    bool keep; /* the answers */
};

static void ask(void *context, size_t n, struct bytes *out)
{
    struct talk *talk = context;
    case_request(talk->rows[n], out);
}

static bool judge(struct case_row *row, FILE *out)
{
    json_error_t error;
    json_t *answer = row->answer ? json_loads(row->answer, JSON_ALLOW_NUL, &error) : NULL;
    bool right = false;
    if (!answer) {
        if (out)
            fprintf(out, "    %s\n", row->answer ? "the answer is not JSON" : row->why_not);
    } else {
        const char *id = json_string_value(json_object_get(answer, "id"));
        right = id && strcmp(id, row->id) == 0;
        if (!right && out)
            fprintf(out, "    the answer has the id %s\n", id ? id : "of nothing");
        right &= answer_is_right(row->file->kind, row->recorded, row->newer, answer, out);
    }
    json_decref(answer);
    return right;
}

static void hear(void *context, size_t n, const char *line, const char *why_not)
{
    struct talk *talk = context;
    struct case_row *row = talk->rows[n];
    row->answered = true;
    if (line)
        row->answer = strdup(line);
    else
        snprintf(row->why_not, sizeof row->why_not, "%s", why_not);
    row->right = judge(row, NULL);
    if (!talk->keep && row->right) {
        free(row->answer);
        row->answer = NULL;
    }
}

/* ---- Reports */

/* Text of a case, each line indented, at most `most` lines. */
static void print_text(const char *text, size_t most)
{
    for (size_t i = 0; *text && i < most; i++) {
        size_t len = strcspn(text, "\n");
        fputs("    | ", stdout);
        for (size_t k = 0; k < len && k < 200; k++)
            putchar((unsigned char)text[k] < ' ' && text[k] != '\t' ? '?' : text[k]);
        putchar('\n');
        text += len + (text[len] == '\n');
    }
    if (*text)
        puts("    | …");
}

static void print_case(struct case_row *row)
{
    const char *about = json_string_value(json_object_get(row->recorded, "about"));
    const char *text = json_string_value(json_object_get(row->recorded, "line"));
    if (!text)
        text = json_string_value(json_object_get(row->recorded, "dockerfile"));
    printf("%s: %s%s\n", row->id, about ? about : "",
           row->right ? " — is right, but listed as open" : "");
    print_text(text ? text : "(base64)", 12);
    if (!row->right)
        judge(row, stdout);
}

static int show_one(struct case_row *row)
{
    struct bytes request = {0};
    case_request(row, &request);
    printf("%.*s\n\n%s\n\n", (int)request.len, request.at,
           row->answer ? row->answer : row->why_not);
    print_text(json_string_value(json_object_get(row->recorded, "dockerfile"))
                   ? json_string_value(json_object_get(row->recorded, "dockerfile"))
                   : "",
               1000);
    judge(row, stdout);
    puts(row->right ? "right" : "not right");
    free(request.at);
    return row->right ? 0 : 1;
}

struct count {
    const char *name;
    size_t right, open, never;
};

static void count_case(struct count *count, const struct case_row *row)
{
    count->never += row->listed == LISTED_NEVER;
    count->right += row->listed != LISTED_NEVER && row->right;
    count->open += row->listed != LISTED_NEVER && !row->right;
}

static int count_order(const void *a, const void *b)
{
    const struct count *x = a, *y = b;
    if (x->open != y->open)
        return x->open < y->open ? 1 : -1;
    size_t nx = x->right + x->never, ny = y->right + y->never;
    return nx == ny ? strcmp(x->name, y->name) : nx < ny ? 1 : -1;
}

static void print_files(const struct corpus *corpus)
{
    printf("%-14s %6s %6s %6s\n", "file", "right", "open", "never");
    for (size_t i = 0; i < corpus->files_len; i++) {
        const struct corpus_file *file = corpus->files[i];
        struct count count = {file->name, 0, 0, 0};
        for (size_t k = 0; k < corpus->len; k++)
            if (corpus->rows[k].file == file)
                count_case(&count, &corpus->rows[k]);
        printf("%-14s %6zu %6zu %6zu", count.name, count.right, count.open, count.never);
        if (file->left_out)
            printf("   (%zu that depend on the machine left out)", file->left_out);
        putchar('\n');
    }
}

/* Right, open, never of the tags: those with most open cases first, then the largest. */
static void print_tags(const struct corpus *corpus)
{
    enum { MOST = 400, SHOWN = 24 };
    static struct count counts[MOST];
    size_t len = 0;
    for (size_t i = 0; i < corpus->len; i++) {
        const json_t *tags = json_object_get(corpus->rows[i].recorded, "tags");
        for (size_t k = 0; k < json_array_size(tags); k++) {
            const char *tag = json_string_value(json_array_get(tags, k));
            size_t at = 0;
            while (at < len && strcmp(counts[at].name, tag) != 0)
                at++;
            if (at == len && len < MOST)
                counts[len++].name = tag;
            if (at < len)
                count_case(&counts[at], &corpus->rows[i]);
        }
    }
    qsort(counts, len, sizeof *counts, count_order);
    printf("by tag, right/open/never:\n");
    for (size_t i = 0; i < len && i < SHOWN; i++) {
        char cell[64];
        snprintf(cell, sizeof cell, "%s %zu/%zu/%zu", counts[i].name, counts[i].right,
                 counts[i].open, counts[i].never);
        printf("  %-30s%s", cell, i % 3 == 2 || i + 1 == len || i + 1 == SHOWN ? "\n" : "");
    }
    if (len > SHOWN)
        printf("  and %zu more tags\n", len - SHOWN);
}

/* ---- The run */

static bool parse_options(struct options *options, char **argv)
{
    char **at = argv + 1;
    *options = (struct options){.program = "build/pairing"};
    for (; *at && **at == '-'; at++) {
        if (strcmp(*at, "--all") == 0)
            options->all = true;
        else if (strcmp(*at, "--failing") == 0)
            options->failing = true;
        else if (strcmp(*at, "--program") == 0 && at[1])
            options->program = *++at;
        else if (strcmp(*at, "--case") == 0 && at[1])
            options->only = *++at;
        else
            return false;
    }
    options->directories = at;
    return *at != NULL;
}

/* The rows to ask: all but those that never will be, or the one wanted. */
static size_t choose(struct corpus *corpus, const struct options *options, struct case_row **rows)
{
    size_t len = 0;
    for (size_t i = 0; i < corpus->len; i++) {
        struct case_row *row = &corpus->rows[i];
        if (options->only ? strcmp(row->id, options->only) == 0 : row->listed != LISTED_NEVER)
            rows[len++] = row;
    }
    return len;
}

static int report(struct corpus *corpus, struct case_row **rows, size_t len,
                  const struct options *options)
{
    size_t passed = 0, failed = 0, open = 0, shown = 0;
    for (size_t i = 0; i < len; i++) {
        bool as_listed = rows[i]->right == (rows[i]->listed == LISTED_NOT);
        passed += as_listed && rows[i]->right;
        open += as_listed && !rows[i]->right;
        failed += !as_listed;
        if (options->failing && !rows[i]->right)
            puts(rows[i]->id);
        if (!options->failing && (options->all ? !rows[i]->right : !as_listed) &&
            (options->all || shown < 5)) {
            print_case(rows[i]);
            shown++;
        }
    }
    if (options->failing)
        return 0;
    if (!options->all && failed > shown)
        printf("… and %zu more; --all shows them, --case ID one of them whole\n", failed - shown);
    print_files(corpus);
    print_tags(corpus);
    if (open)
        printf("%zu cases are listed as open\n", open);
    printf("corpus: %zu passed, %zu failed\n", passed, failed);
    return failed ? 1 : 0;
}

/* Asks what was chosen and reports; the exit status. */
static int run(struct corpus *corpus, const struct options *options)
{
    struct case_row **rows = calloc(corpus->len + 1, sizeof(struct case_row *));
    struct talk talk = {rows, options->only != NULL};
    struct conversation conversation = {&talk, 0, ask, hear};
    char program[4096], batch[] = "batch", *command[] = {program, batch, NULL};
    int status = 2;
    snprintf(program, sizeof program, "%s", options->program);
    if (rows)
        conversation.len = choose(corpus, options, rows);
    if (!rows || !converse(command, &conversation))
        perror(program);
    else if (!options->only)
        status = report(corpus, rows, conversation.len, options);
    else if (conversation.len)
        status = show_one(rows[0]);
    else
        puts("no such case");
    free(rows);
    return status;
}

int main(int argc, char **argv)
{
    struct options options;
    struct corpus corpus = {0};
    (void)argc;
    if (!parse_options(&options, argv)) {
        fputs("usage: run_corpus [--program FILE] [--all | --failing | --case ID] HOME [DIR…]\n",
              stderr);
        return 2;
    }
    const char *home = options.directories[0];
    bool good = true;
    for (char **at = options.directories; *at; at++)
        good = good && corpus_add(&corpus, *at, home);
    good = good && corpus_mark(&corpus, home, "open", LISTED_OPEN) &&
           corpus_mark(&corpus, home, "never", LISTED_NEVER);
    int status = good ? run(&corpus, &options) : 2;
    corpus_free(&corpus);
    return status;
}
