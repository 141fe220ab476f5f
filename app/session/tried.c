/* Lines that were tried, with what came of them. In: the run line and the answer. Out: a list, and
 * a file of the same, from which the next session's list and its line editor's history start.
 *
 * In the file a line is one of keep's: "+" (or "-" where it failed), the length of the typed line,
 * ":", the line, the result. */
#include "app/session/inside.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#define TRIED_FILE "tried"

enum { FILE_BYTES = 256 << 10, KEPT_LINE_BYTES = 32 << 10, RESULT_BYTES = 400 };

static void tried_drop(struct tried *tried)
{
    free(tried->line);
    free(tried->result);
}

void tried_free(struct session *session)
{
    for (size_t i = 0; i < session->tried.len; i++)
        tried_drop(&session->tried.at[i]);
    free(session->tried.at);
    session->tried = (struct tried_list){0};
}

static char *string_of(struct slice text)
{
    char *string = malloc(text.len + 1);
    if (!string)
        return NULL;
    if (text.len)
        memcpy(string, text.at, text.len);
    string[text.len] = '\0';
    return string;
}

static bool has_room(struct tried_list *list)
{
    if (list->len == TRIED_MAX) {
        tried_drop(&list->at[0]);
        memmove(list->at, list->at + 1, --list->len * sizeof *list->at);
    }
    if (list->len < list->cap)
        return true;
    size_t cap = list->cap ? 2 * list->cap : 16;
    struct tried *at = realloc(list->at, cap * sizeof *at);
    if (!at)
        return false;
    list->at = at;
    list->cap = cap;
    return true;
}

/* Adds to the list; the same as the one before is not added again. true when it was. */
static bool list_line(struct tried_list *list, struct slice line, struct slice result, bool failed)
{
    const struct tried *last = list->len ? &list->at[list->len - 1] : NULL;
    if (last && slice_equal(slice_of(last->line), line) &&
        slice_equal(slice_of(last->result), result))
        return false;
    if (!has_room(list))
        return false;
    struct tried tried = {string_of(line), string_of(result), failed};
    if (!tried.line || !tried.result) {
        tried_drop(&tried);
        return false;
    }
    list->at[list->len++] = tried;
    return true;
}

/* ---- The file */

static bool read_line(struct slice text, struct slice *line, struct slice *result, bool *failed)
{
    size_t len = 0, i = 1;
    if (text.len < 3 || (*text.at != '+' && *text.at != '-'))
        return false;
    for (; i < text.len && i < 10 && text.at[i] >= '0' && text.at[i] <= '9'; i++)
        len = len * 10 + (size_t)(text.at[i] - '0');
    if (i == 1 || i >= text.len || text.at[i] != ':' || len > text.len - i - 1)
        return false;
    *failed = *text.at == '-';
    *line = slice_first(slice_after(text, i + 1), len);
    *result = slice_after(text, i + 1 + len);
    return !slice_has(*line, '\0') && !slice_has(*result, '\0');
}

void tried_open(struct session *session)
{
    char *bytes;
    size_t len, at = 0;
    struct slice text, line, result;
    bool failed;
    if (!session->keep || keep_read(session->keep, TRIED_FILE, FILE_BYTES, &bytes, &len) != 0)
        return;
    while (keep_next(bytes, len, &at, &text))
        if (read_line(text, &line, &result, &failed)) {
            /* The file may be somebody else's, or of another locale: what is shown is made so. */
            char shown[RESULT_BYTES];
            struct slice said = {shown, say_printable(shown, sizeof shown, result)};
            list_line(&session->tried, line, said, failed);
        }
    free(bytes);
}

static void keep_line(struct session *session, const struct tried *tried)
{
    size_t len = strlen(tried->line), size = len + strlen(tried->result) + 32;
    if (!session->keep || !session->keep->directory[0] || len > KEPT_LINE_BYTES)
        return;
    char *text = malloc(size);
    if (!text)
        return;
    int n = snprintf(text, size, "%c%zu:%s%s", tried->failed ? '-' : '+', len, tried->line,
                     tried->result);
    int error =
        keep_add(session->keep, TRIED_FILE, (struct slice){text, (size_t)n}, (size_t)FILE_BYTES);
    free(text);
    const struct words_args args = {.file = slice_of(session->keep->trouble),
                                    .other = slice_of(strerror(error))};
    if (error && !session->keep_failed)
        session_tell(session, WORDS_SAY_TRIED_NOT_KEPT, &args);
    session->keep_failed = session->keep_failed || error;
}

/* ---- The result */

/* Under the guard of the answer's arena. */
static size_t result_of(struct evaluation *shown, char *out, size_t size)
{
    const struct answer *answer = &shown->answer;
    struct buffer text = {.arena = &shown->arena};
    struct slice first = S(""), rest = answer->failure.message;
    if (answer->has_plan && !answer->is_unknown) {
        /* No more words than are shown of them. */
        for (size_t i = 0; i < answer->plan.argv_len && text.len < size; i++) {
            buffer_put(&text, i ? S(" ") : S(""));
            quote_shell(&text, answer->plan.argv[i].arg.text);
        }
        return say_printable(out, size, buffer_slice(&text));
    }
    if (answer->is_unknown)
        return say_printable(out, size, words_say(&shown->arena, WORDS_UNKNOWN_TITLE, NULL));
    if (answer->failure.stage == STAGE_NONE)
        return say_printable(out, size, words_say(&shown->arena, WORDS_NO_CONTAINER, NULL));
    while (rest.len && !first.len)
        slice_cut(rest, '\n', &first, &rest);
    return say_printable(out, size, first);
}

void tried_add(struct session *session)
{
    struct evaluation *shown = session->shown;
    struct slice line = {session->line, session->line_len};
    char result[RESULT_BYTES];
    size_t volatile len = 0;
    if (!shown->question.line || slice_has(line, '\0'))
        return;
    jmp_buf *outer = shown->arena.guard;
    shown->arena.guard = &shown->guard;
    if (setjmp(shown->guard) == 0)
        len = result_of(shown, result, sizeof result);
    shown->arena.guard = outer;
    bool failed = shown->answer.failure.stage != STAGE_NONE;
    if (list_line(&session->tried, line, (struct slice){result, len}, failed))
        keep_line(session, &session->tried.at[session->tried.len - 1]);
}
