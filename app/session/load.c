/* Reading a block that was shared. In: bytes. Out: the situation, or what is wrong with them. The
 * form of a block stands in share.c. */
#include "app/session/inside.h"

#include <stdlib.h>

#define HEAD "pairing situation "

/* A text that grows; latched when memory runs out. */
struct piece {
    char *at;
    size_t len;
    bool any;
};

/* What is read: each part has room for the whole block, and a part is never longer than that. */
struct loaded {
    struct piece dockerfile, line, image;
};

static void put(struct piece *part, struct slice text)
{
    if (text.len)
        memcpy(part->at + part->len, text.at, text.len);
    part->len += text.len;
}

static int hex_digit(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static bool put_unescaped(struct piece *part, struct slice text)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = text.at[i];
        if (c != '\\') {
            put(part, (struct slice){&c, 1});
            continue;
        }
        c = ++i < text.len ? text.at[i] : 0;
        if (c == 'x') {
            int high = i + 1 < text.len ? hex_digit(text.at[i + 1]) : -1;
            int low = i + 2 < text.len ? hex_digit(text.at[i + 2]) : -1;
            if (high < 0 || low < 0)
                return false;
            c = (char)(high * 16 + low);
            i += 2;
        } else if (c == 'n') {
            c = '\n';
        } else if (c != '\\') {
            return false;
        }
        put(part, (struct slice){&c, 1});
    }
    return true;
}

static struct slice without_blanks(struct slice line)
{
    while (line.len && (line.at[line.len - 1] == ' ' || line.at[line.len - 1] == '\r' ||
                        line.at[line.len - 1] == '\t'))
        line.len--;
    return line;
}

static bool read_line(struct loaded *loaded, struct slice line)
{
    char mark = *line.at;
    struct piece *part = mark == '|'                  ? &loaded->dockerfile
                         : mark == '$' || mark == '>' ? &loaded->line
                         : mark == '='                ? &loaded->image
                                                      : NULL;
    if (!part || (mark == '>') != (part == &loaded->line && part->any))
        return false;
    part->any = true;
    if (mark == '>')
        put(part, S("\n"));
    struct slice text = slice_after(line, 1);
    if (slice_starts(text, S("\\")))
        return put_unescaped(part, slice_after(text, slice_starts(text, S("\\ ")) ? 2 : 1));
    if (text.len && *text.at != ' ')
        return false;
    put(part, slice_after(text, 1));
    if (mark == '|')
        put(part, S("\n"));
    return true;
}

/* The first line. WORDS_COUNT, or what is wrong with it; *version is what it names. */
static enum words_id read_head(struct slice line, struct slice *version)
{
    if (!slice_starts(line, S(HEAD)))
        return WORDS_SAY_NO_BLOCK;
    *version = slice_after(line, sizeof HEAD - 1);
    *version = slice_first(*version, slice_find(*version, ' '));
    return slice_equal(*version, S("1")) ? WORDS_COUNT : WORDS_SAY_BLOCK_NEWER;
}

/* Reads it all; WORDS_COUNT, or what is wrong. */
static enum words_id read_block(struct loaded *loaded, struct slice block, struct words_args *args)
{
    struct slice line;
    bool begun = false;
    args->number = 0;
    while (block.len) {
        slice_cut(block, '\n', &line, &block);
        line = without_blanks(line);
        args->number++;
        if (!line.len)
            continue;
        enum words_id wrong = begun ? read_line(loaded, line) ? WORDS_COUNT : WORDS_SAY_BLOCK_BAD
                                    : read_head(line, &args->file);
        if (wrong != WORDS_COUNT)
            return wrong;
        begun = true;
    }
    return begun ? WORDS_COUNT : WORDS_SAY_NO_BLOCK;
}

bool session_is_block(struct slice text)
{
    return slice_starts(text, S(HEAD));
}

/* Puts what was read in place of what was there. */
static bool take(struct session *session, const struct loaded *loaded)
{
    const struct piece *parts[] = {&loaded->dockerfile, &loaded->line, &loaded->image};
    struct slice texts[3];
    for (size_t i = 0; i < 3; i++)
        texts[i] = (struct slice){parts[i]->at, parts[i]->len};
    char *image = texts[2].len ? malloc(texts[2].len) : NULL;
    if ((texts[2].len && !image) || !unsaved_put_by(session) ||
        !session_set_line(session, texts[1], texts[1].len, true) ||
        !session_load_text(session, texts[0])) {
        free(image);
        session_tell(session, WORDS_SAY_NO_MEMORY, NULL);
        return false;
    }
    if (image)
        memcpy(image, texts[2].at, texts[2].len);
    free((char *)(uintptr_t)session->image_name.at);
    session->image_name = (struct slice){image, texts[2].len};
    session->metadata = NULL;
    session_go(session, PANE_LINE);
    session_refresh(session, true);
    return true;
}

bool session_load(struct session *session, struct slice block)
{
    struct words_args args = {0};
    char *room = malloc(3 * (block.len + 1));
    if (!room) {
        session_tell(session, WORDS_SAY_NO_MEMORY, NULL);
        return false;
    }
    struct loaded loaded = {
        {.at = room}, {.at = room + block.len + 1}, {.at = room + 2 * (block.len + 1)}};
    enum words_id wrong = read_block(&loaded, block, &args);
    bool taken = wrong == WORDS_COUNT && take(session, &loaded);
    if (wrong != WORDS_COUNT)
        session_tell(session, wrong, &args);
    free(room);
    return taken;
}
