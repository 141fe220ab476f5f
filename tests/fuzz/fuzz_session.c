/* Any keys and texts in the session, on screens of any size: nothing crashes, no control character
 * gets into a frame or to a terminal, a text changes only where it is changed, it
 * can be taken back, and what is shared comes back as it was.
 *
 * An input is a row of steps: a letter, and for those with a text two bytes of length and the text;
 * others take one byte. Names of files are not accepted: a fuzzer must not write just anywhere.
 *
 * One that begins with L and a place is about the course: exercises, lists, and the way between
 * them and the scratchpad. */
#include "tests/fuzz/fuzz.h"
#include "tests/support/question.h"

#include "app/ground/charset.h"
#include "app/ground/heap.h"
#include "app/screen/draw.h"
#include "app/screen/keymap.h"
#include "app/screen/view.h"
#include "app/session/learning.h"

/* A step takes a millisecond; more of them find nothing that these do not. */
enum { STEPS_MOST = 2000 };

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

/* Whether a command may change the text: in the course one goes from exercise to exercise. */
static bool may_change(const struct session *session, enum command command)
{
    return session->learning || (command >= COMMAND_NEWLINE && command <= COMMAND_REDO) ||
           command == COMMAND_YES || command == COMMAND_CHOOSE;
}

static void do_command(struct session *session, enum command command)
{
    struct slice text = editor_text(&session->editor);
    char *before = copy_of(text);
    bool names_file = session->dialog == PANE_NAME && session->asking != ASKING_LINE;
    if (!names_file || command != COMMAND_ACCEPT)
        session_do(session, command);
    if (!may_change(session, command))
        MUST(slice_equal(editor_text(&session->editor), (struct slice){before, text.len}),
             "a command that does not change the text leaves it");
    free(before);
}

/* ---- The screen */

struct screen {
    struct frame frames[2]; /* the one that is painted, and the one before */
    struct view view;
    struct draw draw;
    int rows, cols;
};

static void open_screen(struct screen *screen, struct session *session)
{
    static const struct theme theme = {.coloured = false};
    *screen = (struct screen){.rows = 24, .cols = 80};
    screen->view = (struct view){.frame = &screen->frames[0], .session = session};
    strcpy(screen->draw.orders.off, "\033[m");
    screen->draw.orders.erases = true;
    draw_theme(&screen->draw, &theme);
}

static void close_screen(struct screen *screen)
{
    view_free(&screen->view);
    draw_free(&screen->draw);
    frame_free(&screen->frames[0]);
    frame_free(&screen->frames[1]);
}

static void paint(struct screen *screen)
{
    struct frame *frame = &screen->frames[0], *before = &screen->frames[1];
    bool known = before->rows == screen->rows && before->cols == screen->cols;
    MUST(frame_resize(frame, screen->rows, screen->cols), "there is memory for a screen");
    view_paint(&screen->view);
    MUST(!screen->view.failed, "a screen is painted");
    for (int i = 0; i < frame->rows * frame->cols; i++) {
        const struct cell *cell = &frame->cells[i];
        bool right = cell->look & CELL_RIGHT;
        MUST(right ? !cell->rune : rune_is_print(cell->rune), "a cell can be shown");
    }
    MUST(!frame->cursor_shown ||
             (frame->cursor_row < frame->rows && frame->cursor_col < frame->cols),
         "the cursor is on the screen");
    MUST(draw_frame(&screen->draw, frame, known ? before : NULL, screen->rows, screen->cols),
         "there is memory for what is sent");
    for (size_t i = 0; i < screen->draw.len; i++) {
        unsigned char c = (unsigned char)screen->draw.bytes[i];
        MUST((c >= ' ' && c != 0x7F) || c == 033, "no control byte is sent");
    }
    struct frame painted = *frame;
    *frame = *before;
    *before = painted;
}

/* A key as the loop takes it: a row of the table, or text. */
static void press(struct screen *screen, struct session *session, struct input *input)
{
    static const uint32_t named[] = {
        KEYS_UP,      KEYS_DOWN,      KEYS_LEFT,  KEYS_RIGHT,    KEYS_HOME,      KEYS_END,
        KEYS_PAGE_UP, KEYS_PAGE_DOWN, KEYS_ENTER, KEYS_TAB,      KEYS_BACKTAB,   KEYS_ESC,
        KEYS_ERASE,   KEYS_DELETE,    KEYS_F1,    KEYS_WHEEL_UP, KEYS_WHEEL_DOWN};
    unsigned byte = take_byte(input), desk = session->learning ? ON_COURSE : ON_PAD;
    uint32_t key = byte < 0x80 ? byte : named[byte % (sizeof named / sizeof *named)];
    enum pane pane = session_pane(session);
    char c = (char)byte;
    const struct keymap_row *row = pane == PANE_MENU && byte < 0x80
                                       ? keymap_letter(session_pane_below(session), desk, c)
                                       : NULL;
    row = row ? row : keymap_find(pane, desk, key);
    if (row && row->command < COMMAND_LINE_COMPLETE)
        do_command(session, row->command);
    else if (pane == PANE_LINE)
        session_line(session, (struct slice){&c, 1}, 1);
    else if (key_is_text(key))
        session_type(session, (struct slice){&c, 1}, false);
    paint(screen);
}

static void click(struct screen *screen, struct session *session, int row, int col)
{
    enum pane part;
    size_t index;
    if (!view_at(&screen->view, row, col, &part, &index))
        return;
    MUST(part < PANE_COUNT, "a click meets a part");
    session_focus(session, part);
    if (index != SIZE_MAX)
        session_point(session, part, index);
    paint(screen);
}

static void step(struct screen *screen, struct session *session, struct input *input)
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
    case 'k': press(screen, session, input); break;
    case 's':
        screen->rows = 1 + (int)take_byte(input) % 70;
        screen->cols = 1 + (int)take_byte(input);
        screen->view.ascii = screen->rows % 2;
        paint(screen);
        break;
    case 'c': {
        int row = (int)take_byte(input);
        click(screen, session, row, (int)take_byte(input));
        break;
    }
    case 'b': session_load(session, take_text(input)); break;
    default: do_command(session, (enum command)(what % (COMMAND_COUNT + 1)));
    }
}

static void look(struct session *session)
{
    struct session_note notes[4];
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

/* ---- Both desks */

static int64_t noon(void)
{
    return 1700000000;
}

struct desks {
    struct host host;
    struct session pad, course;
    struct session *session; /* the one at hand */
};

static void open_desks(struct desks *desks, struct input *input)
{
    desks->host = test_host();
    const struct session_setup setup = {.host = &desks->host};
    session_open(&desks->pad, &setup);
    desks->session = &desks->pad;
    desks->course.learning = NULL;
    if (!input->len || *input->at != 'L')
        return;
    take_byte(input);
    enum walk_step went;
    const struct learning_setup course = {.walk = {.memory = &heap, .learner = S("fuzzer")},
                                          .clock = noon,
                                          .place = take_text(input)};
    session_open(&desks->course, &setup);
    MUST(learning_open(&desks->course, &course, &went) == WALK_OPENED, "the course is opened");
    desks->course.other = &desks->pad;
    desks->pad.other = &desks->course;
    desks->pad.has_course = true;
    desks->session = &desks->course;
}

static void carry_out(struct desks *desks)
{
    enum effect effect = session_effect(desks->session);
    if ((effect != EFFECT_OTHER && effect != EFFECT_HOME) || !desks->session->other)
        return;
    desks->session = desks->session->other;
    if (effect == EFFECT_HOME)
        session_do(desks->session, COMMAND_HOME);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct desks desks;
    struct input input = {data, size};
    charset_is_utf8(); /* widths of characters are the locale's */
    open_desks(&desks, &input);
    struct screen screen;
    open_screen(&screen, desks.session);
    for (int steps = 0; input.len && steps < STEPS_MOST; steps++) {
        screen.view.session = desks.session;
        step(&screen, desks.session, &input);
        carry_out(&desks);
        look(desks.session);
    }
    screen.view.session = desks.session;
    paint(&screen);
    share(&desks.pad);
    close_screen(&screen);
    if (desks.course.learning)
        session_close(&desks.course);
    session_close(&desks.pad);
    return 0;
}
