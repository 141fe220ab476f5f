/* What tests of the session share: a session with a directory of its own, typing into it, and
 * looking at what it shows. */
#ifndef TESTS_UNIT_DESK_H
#define TESTS_UNIT_DESK_H

#include "tests/unit/unit.h"

#include "app/session/session.h"
#include "tests/support/question.h"

#include <unistd.h>

/* A session with a directory of its own. */
struct desk {
    char path[200], file[240];
    struct keep keep;
    struct host host;
    struct session session;
    char said[MESSAGE_MAX]; /* at the start */
};

static inline int open_desk(void **state)
{
    const char *tmp = getenv("TMPDIR");
    struct desk *desk = calloc(1, sizeof *desk);
    if (!desk)
        return -1;
    snprintf(desk->path, sizeof desk->path, "%s/pairing-session-XXXXXX",
             tmp && *tmp ? tmp : "/tmp");
    if (!mkdtemp(desk->path))
        return -1;
    snprintf(desk->file, sizeof desk->file, "%s/Dockerfile", desk->path);
    desk->host = test_host();
    *state = desk;
    return 0;
}

static inline int close_desk(void **state)
{
    struct desk *desk = *state;
    char command[600];
    snprintf(command, sizeof command, "chmod -R u+w '%s' && rm -rf '%s'", desk->path, desk->path);
    int status = system(command);
    free(desk);
    return status;
}

/* Opens the session; with text or a path, keeping in the desk's directory. */
static inline int begin(struct desk *desk, const char *path, const char *text, const char *line)
{
    keep_open(&desk->keep, desk->path, NULL);
    const struct session_setup setup = {.host = &desk->host,
                                        .keep = &desk->keep,
                                        .path = path,
                                        .text = slice_of(text),
                                        .line = slice_of(line)};
    int error = session_open(&desk->session, &setup);
    memcpy(desk->said, desk->session.message, sizeof desk->said);
    session_focus(&desk->session, PANE_EDITOR);
    return error;
}

static inline void type(struct session *session, const char *text)
{
    for (; *text; text++)
        if (*text == '\n')
            session_do(session, COMMAND_NEWLINE);
        else
            session_type(session, (struct slice){text, 1}, false);
}

static inline void line(struct session *session, const char *text)
{
    session_focus(session, PANE_LINE);
    session_line(session, slice_of(text), strlen(text));
}

/* What is shown, in one line: the argv with blanks, or the stage of the failure. */
static const char *shown_as(const struct session *session, char out[4096])
{
    const struct answer *answer = &session->shown->answer;
    size_t len = 0;
    static const char *const stages[] = {"-",      "request", "build", "shell",
                                         "client", "daemon",  "pull",  "start"};
    len = (size_t)snprintf(out, 4096, "%s", session->stale ? "old: " : "");
    if (!answer->has_plan)
        snprintf(out + len, 4096 - len, "%s",
                 answer->is_unknown ? "unknown" : stages[answer->failure.stage]);
    for (size_t i = 0; answer->has_plan && i < answer->plan.argv_len; i++)
        len += (size_t)snprintf(out + len, 4096 - len, "%s%.*s", i ? " " : "",
                                (int)answer->plan.argv[i].arg.text.len,
                                answer->plan.argv[i].arg.text.at);
    return out;
}

static inline void assert_shown(struct session *session, const char *wanted)
{
    char out[4096];
    assert_string_equal(shown_as(session, out), wanted);
}

static inline void assert_text(struct session *session, const char *wanted)
{
    assert_slice("text", editor_text(&session->editor), slice_of(wanted));
}

static inline void write_file(const char *path, const char *text)
{
    FILE *out = fopen(path, "w");
    assert_non_null(out);
    fputs(text, out);
    fclose(out);
}

static inline void assert_file(const char *path, const char *wanted)
{
    char *bytes;
    size_t len;
    assert_int_equal(file_read(path, 1 << 20, &bytes, &len, NULL), 0);
    assert_slice(path, (struct slice){bytes, len}, slice_of(wanted));
    free(bytes);
}

#define PAIR "FROM alpine\nENTRYPOINT [\"a\"]\nCMD [\"c\"]\n"

#define at_desk(f) cmocka_unit_test_setup_teardown(f, open_desk, close_desk)

#endif
