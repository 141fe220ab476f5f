/* Files and sharing in line mode. In: names. Out: another text, a written file, or the situation as
 * text that can be pasted. */
#include "app/command/repl_inside.h"

#include "app/session/say.h"

#include <errno.h>
#include <stdlib.h>

/* A name as it is typed: quotes around it go, ~/ is the user's own directory. NUL-terminated; null
 * where it cannot be a name. */
static const char *path_of(struct repl *repl, struct slice name)
{
    struct arena *arena = &repl->cli->arena;
    const char *home = getenv("HOME");
    bool quoted =
        name.len > 1 && (*name.at == '"' || *name.at == '\'') && name.at[name.len - 1] == *name.at;
    if (quoted)
        name = slice_first(slice_after(name, 1), name.len - 2);
    if (slice_has(name, '\0') || !name.len)
        return NULL;
    if (!quoted && slice_starts(name, S("~/")) && home)
        return TEXT(arena, slice_of(home), slice_after(name, 1), (struct slice){"", 1}).at;
    return arena_copy(arena, name).at;
}

static bool confirm(struct repl *repl, enum words_id id, const char *path)
{
    char question[MESSAGE_MAX];
    const struct words_args args = {.file = slice_of(path)};
    return repl_confirm(repl, (struct slice){question, say(question, sizeof question, id, &args)});
}

/* Whether the text may be dropped; where it is not saved that is asked. */
static bool may_drop(struct repl *repl)
{
    struct session *session = repl->session;
    return !session_dirty(session) || confirm(repl, WORDS_SAY_ASK_DISCARD, session->path);
}

/* ---- load */

/* The file as a block that was shared. false where it is none. */
static bool load_block(struct repl *repl, const char *path, bool *loaded)
{
    char *bytes;
    size_t len;
    if (file_read(path, LINES_MAX, &bytes, &len, NULL) != 0)
        return false;
    struct slice block = {bytes, len};
    bool is_block = slice_starts(block, S("pairing situation "));
    if (is_block)
        *loaded = session_load(repl->session, block);
    free(bytes);
    return is_block;
}

bool repl_answer_loaded(struct repl *repl, bool hides)
{
    const struct session *session = repl->session;
    struct slice line = {session->line, session->line_len};
    session_effect(repl->session);
    repl_list_text(repl, S(""));
    if (!line.len)
        return true;
    report_gap(&repl->report);
    report_line(&repl->report, REPORT_TEXT, 2);
    report_add(&repl->report, ROLE_PROMPT, S("$ "));
    report_add(&repl->report, ROLE_TYPED,
               words_flat(repl->report.arena, arena_copy(repl->report.arena, line)));
    return hides || repl_docker(repl, arena_copy(&repl->cli->arena, line));
}

bool repl_load_example(struct repl *repl, uint32_t number)
{
    struct session *session = repl->session;
    if (!number || number > examples_len) {
        const struct words_args args = {.word = words_digits(repl->report.arena, number)};
        return repl_fail(repl, WORDS_REPL_NO_ROW, &args);
    }
    session_do(session, COMMAND_EXAMPLES);
    session_point(session, PANE_EXAMPLES, number - 1);
    session_do(session, COMMAND_CHOOSE);
    if (!repl_answer_session(repl))
        return true;
    const struct example *example = &examples[number - 1];
    report_text(&repl->report, ROLE_TITLE, 0, example->title);
    report_text(&repl->report, ROLE_PLAIN, 0, example->why);
    return repl_answer_loaded(repl, false);
}

bool repl_load(struct repl *repl, struct slice rest)
{
    const char *path = path_of(repl, rest);
    uint32_t number;
    bool loaded = false;
    if (repl_number(rest, &number))
        return repl_load_example(repl, number);
    if (!path || !may_drop(repl))
        return path != NULL;
    if (load_block(repl, path, &loaded)) {
        repl_message(repl);
        return loaded && repl_answer_loaded(repl, false);
    }
    bool opened = session_open_file(repl->session, path) == 0;
    repl_message(repl);
    return opened;
}

/* ---- save */

bool repl_save(struct repl *repl, struct slice rest)
{
    struct session *session = repl->session;
    const char *path = rest.len ? path_of(repl, rest) : session->path;
    if (!session->editor.lines.len && !session->path)
        return repl_fail(repl, WORDS_REPL_NO_TEXT, NULL);
    if (!path) {
        const struct words_args needs = {.word = S("save"), .other = S("FILE")};
        return repl_fail(repl, WORDS_REPL_NEEDS, &needs);
    }
    int error = session_save_file(session, path, false);
    if (error == EEXIST) {
        bool own = session->path && strcmp(session->path, path) == 0;
        if (!confirm(repl, own ? WORDS_SAY_ASK_OVERWRITE : WORDS_SAY_ASK_REPLACE, path))
            return true;
        error = session_save_file(session, path, true);
    }
    repl_message(repl);
    return error == 0;
}

/* ---- share, where */

static void say_shared(struct repl *repl, enum words_id title, char *text)
{
    repl_say(repl, text ? title : WORDS_CLI_NO_MEMORY, NULL);
    if (text)
        report_text(&repl->report, ROLE_TYPED, 0, arena_copy(repl->report.arena, slice_of(text)));
    free(text);
}

bool repl_share(struct repl *repl, struct slice rest)
{
    (void)rest;
    say_shared(repl, WORDS_REPL_AS_LINE, session_share_line(repl->session));
    report_gap(&repl->report);
    say_shared(repl, WORDS_REPL_AS_BLOCK, session_share_block(repl->session));
    return true;
}

bool repl_where(struct repl *repl, struct slice rest)
{
    struct session *session = repl->session;
    struct slice line = {session->line, session->line_len};
    size_t count = lines_count(&session->editor.lines);
    bool ends = session->editor.lines.len &&
                lines_byte(&session->editor.lines, session->editor.lines.len - 1) == '\n';
    const struct words_args args = {.file = slice_of(session->path),
                                    .number = (uint32_t)(count - ends),
                                    .word = session->target};
    (void)rest;
    if (session->editor.lines.len)
        repl_say(repl, session_dirty(session) ? WORDS_REPL_WHERE_CHANGED : WORDS_REPL_WHERE_SAVED,
                 &args);
    else if (session->metadata)
        report_text(&repl->report, ROLE_PLAIN, 0, session->metadata_name);
    else
        repl_say(repl, WORDS_REPL_NO_TEXT, NULL);
    if (session->target.len)
        repl_say(repl, WORDS_REPL_WHERE_TARGET, &args);
    report_text(&repl->report, ROLE_TYPED, 0,
                words_flat(repl->report.arena, arena_copy(repl->report.arena, line)));
    repl_course_where(repl);
    if (session->comparison.on)
        repl_say(repl, WORDS_REPL_WHERE_ASIDE, NULL);
    if (session->prediction.on) {
        char said[MESSAGE_MAX];
        say(said, sizeof said, WORDS_SAY_PREDICT_ON, NULL);
        report_text(&repl->report, ROLE_PLAIN, 0, arena_copy(repl->report.arena, slice_of(said)));
    }
    return true;
}
