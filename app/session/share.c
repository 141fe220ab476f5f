/* Sharing: the situation as text that anybody can paste. In: the texts as they stand. Out: one
 * command line, or a block, which load.c reads.
 *
 *     pairing situation 1   (pairing scratch --load FILE reads it)
 *     | FROM python:3.12
 *     | CMD ["app"]
 *     |\ RUN echo \x09x\n
 *     $ docker run shop -v
 *     = shop
 *
 * A line's first byte says what it is a part of: | the Dockerfile, $ the run line, > a further line
 * of the run line, = the image's name. Behind a blank the rest stands as it is, and in the
 * Dockerfile ends with a newline. Behind a backslash and a blank bytes are escaped, and a newline
 * is only what is written as \n: so stands whatever mail, chat or a clipboard might change. */
#include "app/session/inside.h"

#include <errno.h>
#include <stdlib.h>

/* ---- The block */

/* Whether a text survives everywhere as it is. */
static bool is_safe(struct slice text)
{
    if (slice_ends(text, S(" ")))
        return false;
    while (text.len) {
        struct slice before = text;
        uint32_t rune = utf8_next(&text);
        bool bad = rune == RUNE_ERROR && before.len - text.len == 1;
        if (bad || !rune_is_print(rune))
            return false;
    }
    return true;
}

static void put_escaped(struct buffer *out, struct slice text)
{
    while (text.len) {
        struct slice rune_text = text;
        uint32_t rune = utf8_next(&text);
        rune_text.len -= text.len;
        bool bad = rune == RUNE_ERROR && rune_text.len == 1;
        if (rune == '\\')
            buffer_put(out, S("\\\\"));
        else if (rune == '\n')
            buffer_put(out, S("\\n"));
        else if (!bad && rune_is_print(rune) && !(rune == ' ' && !text.len))
            buffer_put(out, rune_text);
        else
            for (size_t i = 0; i < rune_text.len; i++) {
                buffer_put(out, S("\\x"));
                buffer_hex(out, (unsigned char)rune_text.at[i], 2);
            }
    }
}

/* A line of the block; ends: a newline follows in the text. */
static void put_line(struct buffer *out, char mark, struct slice text, bool ends)
{
    buffer_byte(out, mark);
    if (ends && is_safe(text)) {
        buffer_put(out, text.len ? S(" ") : S(""));
        buffer_put(out, text);
    } else {
        buffer_put(out, S("\\ "));
        put_escaped(out, text);
        buffer_put(out, ends ? S("\\n") : S(""));
    }
    buffer_byte(out, '\n');
}

static void put_dockerfile(struct buffer *out, struct slice text)
{
    struct slice line;
    while (text.len) {
        bool ends = slice_cut(text, '\n', &line, &text);
        put_line(out, '|', line, ends);
    }
}

/* The newlines of a run line stand between its lines, so none is written. */
static void put_run_line(struct buffer *out, struct slice text)
{
    char mark = '$';
    struct slice line;
    bool more = text.len > 0;
    while (more) {
        more = slice_cut(text, '\n', &line, &text);
        if (is_safe(line))
            put_line(out, mark, line, true);
        else
            put_line(out, mark, line, false);
        mark = '>';
    }
}

/* An image that is known by its metadata alone, as a Dockerfile with the same pair. */
static void put_config(struct buffer *out, const struct image_config *config)
{
    buffer_put(out, S("FROM scratch\n"));
    if (config->entrypoint.words.set) {
        buffer_put(out, S("ENTRYPOINT "));
        quote_json_array(out, &config->entrypoint.words);
        buffer_byte(out, '\n');
    }
    if (config->cmd.words.set) {
        buffer_put(out, S("CMD "));
        quote_json_array(out, &config->cmd.words);
        buffer_byte(out, '\n');
    }
}

static struct slice dockerfile_of(struct session *session, struct arena *arena)
{
    if (!session->metadata || session->editor.lines.len)
        return editor_text(&session->editor);
    struct buffer out = {.arena = arena};
    put_config(&out, &session->metadata->config);
    return buffer_slice(&out);
}

static void put_block(struct session *session, struct buffer *out)
{
    buffer_put(out, S("pairing situation 1   (pairing scratch --load FILE reads it)\n"));
    put_dockerfile(out, dockerfile_of(session, out->arena));
    put_run_line(out, (struct slice){session->line, session->line_len});
    if (session->image_name.len)
        put_line(out, '=', session->image_name, is_safe(session->image_name));
}

/* ---- The command line */

/* Whether a run line can stand at the end of a command line as it was typed: a shell would split it
 * into the same words here as there, and change nothing in it. */
static bool stands_alone(struct slice line)
{
    char quote = 0;
    if (!line.len)
        return true;
    if (!slice_starts(line, S("docker ")) && !slice_starts(line, S("sudo docker ")))
        return false;
    for (size_t i = 0; i < line.len; i++) {
        char c = line.at[i];
        if (quote ? c == quote : c == '\'' || c == '"') {
            quote = quote ? 0 : c;
            continue;
        }
        bool plain = quote == '\'' ? c != '\n' && c : c && !strchr("$`\\!\n", c);
        if (!plain || (!quote && strchr("|&;<>()*?[]{}~#\r", c)))
            return false;
    }
    return !quote;
}

/* between: what stands in front of a word of the command. */
static void put_words(struct session *session, struct buffer *out, struct slice between)
{
    struct slice text = dockerfile_of(session, out->arena), line;
    struct slice run = {session->line, session->line_len};
    if (slice_has(text, '\0') || !stands_alone(run) || session->image_name.len) {
        struct buffer block = {.arena = out->arena};
        put_block(session, &block);
        buffer_put(out, S("pairing scratch --load <(printf %s "));
        quote_shell(out, buffer_slice(&block));
        buffer_byte(out, ')');
        return;
    }
    buffer_put(out, S("pairing scratch"));
    while (text.len) {
        slice_cut(text, '\n', &line, &text);
        buffer_put(out, between);
        buffer_put(out, S("-e "));
        quote_shell(out, line);
    }
    buffer_put(out, run.len ? between : S(""));
    buffer_put(out, run);
}

static void put_command(struct session *session, struct buffer *out)
{
    put_words(session, out, S(" "));
}

static void put_rows(struct session *session, struct buffer *out)
{
    put_words(session, out, S(" \\\n  "));
}

/* ---- As strings */

/* What a function puts into a buffer, as a string to be freed; null without memory. */
static char *written(struct session *session, void put(struct session *, struct buffer *))
{
    struct evaluation scratch;
    char *volatile string = NULL;
    evaluation_init(&scratch);
    arena_reset(&scratch.arena, session->editor.lines.len + session->line_len);
    scratch.arena.guard = &scratch.guard;
    if (setjmp(scratch.guard) == 0) {
        struct buffer out = {.arena = &scratch.arena};
        put(session, &out);
        string = malloc(out.len + 1);
        if (string) {
            memcpy(string, out.at, out.len);
            string[out.len] = '\0';
        }
    }
    evaluation_free(&scratch);
    return string;
}

char *session_share_line(struct session *session)
{
    return written(session, put_command);
}

char *session_share_block(struct session *session)
{
    return written(session, put_block);
}

char *session_share_rows(struct session *session)
{
    return written(session, put_rows);
}

/* ---- The page */

bool session_write_block(struct session *session, const char *path)
{
    char *block = session_share_block(session);
    int error = block ? file_replace(path, NULL, slice_of(block), 0666, NULL) : ENOMEM;
    const struct words_args args = {.file = slice_of(path), .other = slice_of(strerror(error))};
    free(block);
    session_tell(session, error ? WORDS_SAY_NOT_WRITTEN : WORDS_SAY_WRITTEN, &args);
    return !error;
}

static void copy(struct session *session, char *text, enum words_id id)
{
    if (text) {
        free(session->copied);
        session->copied = text;
        session->effect = EFFECT_COPY;
    }
    session_tell(session, text ? id : WORDS_SAY_NO_MEMORY, NULL);
}

/* Opens the page, and copies the command at once; asked for on the page itself, the block. */
static void show(struct session *session)
{
    bool again = session->page == PANE_SHARE;
    if (again) {
        copy(session, session_share_block(session), WORDS_SAY_SHARED_BLOCK);
        return;
    }
    free(session->shared_command);
    free(session->shared_block);
    session->shared_command = session_share_rows(session);
    session->shared_block = session_share_block(session);
    session_open_page(session, PANE_SHARE);
    copy(session, session_share_line(session), WORDS_SAY_SHARED_LINE);
}

void session_share(struct session *session, enum share how)
{
    switch (how) {
    case SHARE_SHOW: show(session); break;
    case SHARE_LINE: copy(session, session_share_line(session), WORDS_SAY_SHARED_LINE); break;
    case SHARE_BLOCK: copy(session, session_share_block(session), WORDS_SAY_SHARED_BLOCK); break;
    case SHARE_WRITE: session_ask_name(session, ASKING_WRITE, S("situation.txt")); break;
    }
}
