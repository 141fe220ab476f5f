/* The loop of the screen. See loop.h.
 *
 * Typed-ahead keys are taken without painting; the screen is painted when there are none, then the
 * next key is waited for. What the session leaves as an effect is carried out here. */
#include "app/screen/loop.h"

#include "app/ground/heap.h"
#include "app/ground/line.h"
#include "app/screen/external.h"
#include "app/screen/keymap.h"
#include "app/screen/view.h"
#include "app/session/complete.h"

#include <stdlib.h>
#include <string.h>

enum { IDLE_MS = 1500 };

struct loop {
    const struct loop_setup *setup;
    struct session *session;
    struct term *term;
    struct line *line;
    struct frame frame;
    struct view view;
    struct arena arena; /* of a completion */
    bool leave, idle_told;
};

/* ---- Showing */

static void paint(struct loop *loop)
{
    struct line_look look;
    int rows, cols;
    term_size(loop->term, &rows, &cols);
    if (loop->frame.rows != rows || loop->frame.cols != cols)
        frame_resize(&loop->frame, rows, cols);
    line_look(loop->line, &look);
    loop->view.look = &look;
    view_paint(&loop->view);
    term_show(loop->term, &loop->frame);
}

/* The run line as libedit has it after its last key. */
static void take_line(struct loop *loop)
{
    struct line_look look;
    line_look(loop->line, &look);
    struct slice known = {loop->session->line, loop->session->line_len};
    if (look.search != LINE_NO_SEARCH)
        return;
    if (!slice_equal(look.text, known) || look.cursor != loop->session->line_cursor)
        session_line(loop->session, look.text, look.cursor);
}

/* ---- Effects */

static void edit_outside(struct loop *loop)
{
    char *text = NULL;
    size_t len = 0;
    const char *trouble = NULL;
    if (external_edit(loop->term, loop->setup->editor, editor_text(&loop->session->editor), &text,
                      &len, &trouble))
        session_external(loop->session, (struct slice){text, len});
    else
        session_say(loop->session, slice_of(trouble));
    free(text);
}

/* From the scratchpad to the course, or back; the course is opened when it is first wanted. */
static bool go_over(struct loop *loop)
{
    struct session *session = loop->session;
    if (!session->other && loop->setup->course)
        session->other = loop->setup->course(loop->setup->context, session);
    if (!session->other)
        return false;
    loop->session = loop->view.session = session->other;
    session_effect(loop->session); /* its line goes over whole */
    line_replace(loop->line, (struct slice){loop->session->line, loop->session->line_len},
                 loop->session->line_cursor);
    return true;
}

/* Carries out what the session asks for; true when libedit has to take over another line. */
static bool carry_out(struct loop *loop)
{
    struct session *session = loop->session;
    switch (session_effect(session)) {
    case EFFECT_NONE: break;
    case EFFECT_QUIT: loop->leave = true; break;
    case EFFECT_SUSPEND: term_suspend(loop->term); break;
    case EFFECT_REDRAW: term_redraw(loop->term); break;
    case EFFECT_EXTERNAL: edit_outside(loop); break;
    case EFFECT_COPY: term_copy(loop->term, slice_of(session->copied)); break;
    case EFFECT_OTHER: return go_over(loop);
    case EFFECT_HOME:
        if (!go_over(loop))
            break;
        session_do(loop->session, COMMAND_HOME);
        return true;
    case EFFECT_LINE:
        line_replace(loop->line, (struct slice){session->line, session->line_len},
                     session->line_cursor);
        return true;
    }
    return false;
}

/* ---- Keys */

static const struct keymap_row *row_of(const struct loop *loop, uint32_t key)
{
    enum pane pane = session_pane(loop->session);
    unsigned desk = view_desk_of(loop->session);
    if (pane == PANE_MENU && key < 0x80) {
        const struct keymap_row *row =
            keymap_letter(session_pane_below(loop->session), desk, (char)key);
        if (row)
            return row;
    }
    return keymap_find(pane, desk, key);
}

static void click(struct loop *loop, const struct event *event)
{
    enum pane part;
    size_t index;
    if (!view_at(&loop->view, event->row, event->col, &part, &index))
        return;
    session_focus(loop->session, part);
    if (index != SIZE_MAX)
        session_point(loop->session, part, index);
}

/* Gives a key to the session. True when it is libedit's instead. */
static bool take_key(struct loop *loop, const struct event *event)
{
    struct session *session = loop->session;
    enum pane pane = session_pane(session);
    if (event->key == KEYS_CLICK) {
        click(loop, event);
        return false;
    }
    const struct keymap_row *row = row_of(loop, event->key);
    if (row && row->command < COMMAND_LINE_COMPLETE) {
        session_do(session, row->command);
        return false;
    }
    if (pane == PANE_LINE)
        return true;
    /* Where nothing is typed, text that means nothing else is meant for the line. */
    if (!row && (pane == PANE_RESULT || pane == PANE_NOTES) && key_is_text(event->key)) {
        session_focus(session, PANE_LINE);
        return true;
    }
    if (pane == PANE_MENU)
        session_do(session, COMMAND_CANCEL);
    else if (event->key == KEYS_PASTE)
        session_type(session, event->bytes, true);
    else if (key_is_text(event->key))
        session_type(session, event->bytes, false);
    return false;
}

/* The next event; the screen is painted before it is waited for. */
static void next_event(struct loop *loop, struct event *event)
{
    term_read(loop->term, 0, event);
    if (event->key != KEYS_IDLE)
        return;
    paint(loop);
    term_read(loop->term, loop->idle_told ? -1 : IDLE_MS, event);
}

/* libedit wants a key: everything else is done until there is one. */
static bool key(void *context, struct event *event)
{
    struct loop *loop = context;
    take_line(loop);
    while (!loop->leave) {
        next_event(loop, event);
        switch (event->key) {
        case KEYS_IDLE:
            session_idle(loop->session);
            loop->idle_told = true;
            break;
        case KEYS_RESIZE: break;
        case KEYS_QUIT:
        case KEYS_GONE: loop->leave = true; break;
        default:
            loop->idle_told = false;
            if (take_key(loop, event))
                return true;
            if (carry_out(loop)) {
                event->key = KEYS_NAMED;
                return true;
            }
        }
    }
    return false;
}

/* Tab in the run line: what all candidates have in common is put in; several are shown. */
static bool complete(void *context, struct line *line)
{
    struct loop *loop = context;
    struct line_look look;
    struct completion found;
    jmp_buf guard;
    line_look(line, &look);
    arena_reset(&loop->arena, 0);
    loop->arena.guard = &guard;
    if (setjmp(guard) != 0)
        return false;
    const struct answer *answer = &loop->session->shown->answer;
    complete_line(&loop->arena, look.text, look.cursor, loop->session->image_name,
                  answer->has_config ? &answer->config : NULL, &found);
    if (found.insert.len)
        line_insert(line, found.insert);
    if (found.words.len < 2)
        return false;
    struct buffer list = {.arena = &loop->arena};
    for (size_t i = 0; i < found.words.len; i++) {
        buffer_put(&list, found.words.at[i]);
        buffer_put(&list, S("  "));
    }
    session_say(loop->session, buffer_slice(&list));
    return false;
}

/* ---- From beginning to end */

static bool open_all(struct loop *loop, enum term_failure *failure)
{
    const struct line_setup line = {
        .program = "pairing", .context = loop, .key = key, .complete = complete};
    const struct term_options terminal = {.mouse = loop->setup->mouse};
    loop->line = line_open(&line);
    *failure = TERM_NO_MEMORY;
    if (!loop->line)
        return false;
    for (size_t i = 0; i < loop->session->tried.len; i++)
        line_remember(loop->line, slice_of(loop->session->tried.at[i].line));
    loop->term = term_open(&terminal, failure);
    if (!loop->term)
        return false;
    struct theme theme;
    theme_choose(&theme, term_colours(loop->term), loop->setup->background, loop->setup->plain);
    term_theme(loop->term, &theme);
    loop->frame.ascii = loop->setup->ascii;
    return true;
}

static void close_all(struct loop *loop)
{
    term_close(loop->term);
    line_close(loop->line);
    view_free(&loop->view);
    frame_free(&loop->frame);
    arena_free(&loop->arena);
}

int loop_run(const struct loop_setup *setup, enum term_failure *failure)
{
    struct loop loop = {.setup = setup, .session = setup->session};
    loop.view =
        (struct view){.frame = &loop.frame, .session = setup->session, .ascii = setup->ascii};
    arena_init(&loop.arena, &heap);
    if (!loop.session->learning)
        loop.session->has_course = setup->course != NULL;
    else if (loop.session->other)
        loop.session->other->has_course = true;
    bool opened = open_all(&loop, failure);
    struct slice start = {setup->session->line, setup->session->line_len}, text;
    while (opened && !loop.leave && line_read(loop.line, "", start, &text) == LINE_ENTERED &&
           !loop.leave) {
        session_line(loop.session, text, text.len);
        session_do(loop.session, COMMAND_LINE_TRY);
        line_remember(loop.line, text);
        carry_out(&loop);
        start = (struct slice){loop.session->line, loop.session->line_len};
    }
    if (opened) /* before another signal can come that is not held back any more */
        session_idle(loop.session);
    close_all(&loop);
    return opened ? 0 : 1;
}
