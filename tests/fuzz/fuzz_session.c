/* Any keys and texts in the session: nothing crashes, a text changes only where it is changed, it
 * can be taken back, and what is shared comes back as it was.
 *
 * An input is a row of steps: a letter, and for those with a text two bytes of length and the text;
 * others take one byte. Names of files are not accepted: a fuzzer must not write just anywhere. */
#include "tests/fuzz/fuzz.h"
#include "tests/support/question.h"

#include "app/session/session.h"

struct input {
    const uint8_t *at;
    size_t len;
};

static unsigned take_byte(struct input *input)
{
    if (!input->len)
        return 0;
    input->len--;
    return *input->at++;
}

static struct slice take_text(struct input *input)
{
    size_t len = take_byte(input) * 256;
    len += take_byte(input);
    len = len < input->len ? len : input->len;
    struct slice text = {(const char *)input->at, len};
    input->at += len;
    input->len -= len;
    return text;
}

static char *copy_of(struct slice text)
{
    char *copy = malloc(text.len + 1);
    MUST(copy, "there is memory");
    if (text.len)
        memcpy(copy, text.at, text.len);
    return copy;
}

static bool may_change(enum command command)
{
    return (command >= COMMAND_NEWLINE && command <= COMMAND_REDO) || command == COMMAND_YES ||
           command == COMMAND_CHOOSE;
}

static void do_command(struct session *session, enum command command)
{
    struct slice text = editor_text(&session->editor);
    char *before = copy_of(text);
    bool names_file = session->dialog == PANE_NAME && session->asking != ASKING_LINE;
    if (!names_file || command != COMMAND_ACCEPT)
        session_do(session, command);
    if (!may_change(command))
        MUST(slice_equal(editor_text(&session->editor), (struct slice){before, text.len}),
             "a command that does not change the text leaves it");
    free(before);
}

static void step(struct session *session, struct input *input)
{
    unsigned what = take_byte(input);
    switch (what) {
    case 'p': session_type(session, take_text(input), true); break;
    case 't': session_type(session, take_text(input), false); break;
    case 'l': {
        struct slice line = take_text(input);
        session_line(session, line, take_byte(input));
        break;
    }
    case 'f': session_focus(session, (enum pane)(take_byte(input) % (PANE_COUNT + 1))); break;
    case 'e': session_external(session, take_text(input)); break;
    case 'b': session_load(session, take_text(input)); break;
    default: do_command(session, (enum command)(what % (COMMAND_COUNT + 1)));
    }
}

static void look(struct session *session)
{
    struct session_note notes[4];
    session_effect(session);
    session_notes(session, notes, 4);
    session_marks(session, (uint32_t)editor_line(&session->editor) + 1);
    MUST(!session_as_it_stands(session).len || session->stale, "only what is old stands apart");
    MUST(session->stale || session->shown == session->now, "what is not old is now");
    MUST(memchr(session->message, '\0', sizeof session->message), "a message ends");
    MUST(session->line[session->line_len] == '\0', "the line ends");
}

/* Shares, loads, and has the same. */
static void share(struct session *session)
{
    char *block = session_share_block(session), *line = session_share_line(session);
    struct slice text = editor_text(&session->editor);
    char *before = copy_of(text);
    char *run = copy_of((struct slice){session->line, session->line_len});
    size_t len = text.len, run_len = session->line_len;
    MUST(block && line, "what can be edited can be shared");
    MUST(session_load(session, slice_of(block)), "what was shared can be read");
    MUST(slice_equal(editor_text(&session->editor), (struct slice){before, len}), "the same text");
    MUST(
        slice_equal((struct slice){session->line, session->line_len}, (struct slice){run, run_len}),
        "the same line");
    free(block);
    free(line);
    free(before);
    free(run);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct host host = test_host();
    const struct session_setup setup = {.host = &host};
    struct session session;
    struct input input = {data, size};
    session_open(&session, &setup);
    while (input.len) {
        step(&session, &input);
        look(&session);
    }
    share(&session);
    session_close(&session);
    return 0;
}
