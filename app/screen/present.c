/* The loop of a presentation. See present.h.
 *
 *     event ─▶ keys ─▶ state ─▶ frame ─▶ terminal
 *
 * In: keys of a person or of a clicker. Out: slides. Typed-ahead keys are taken without painting.
 */
#include "app/screen/present.h"

#include "app/screen/present_do.h"

struct show {
    struct present present;
    struct term *term;
    struct frame frame;
    bool gone;
};

static void take_size(struct show *show)
{
    int rows, cols;
    term_size(show->term, &rows, &cols);
    if (show->frame.rows != rows || show->frame.cols != cols)
        frame_resize(&show->frame, rows, cols);
    present_resize(&show->present, show->frame.rows, show->frame.cols);
}

static void paint(struct show *show)
{
    take_size(show);
    present_paint(&show->present, &show->frame);
    term_show(show->term, &show->frame);
}

static void carry_out(struct show *show)
{
    enum present_effect effect = show->present.effect;
    show->present.effect = PRESENT_NO_EFFECT;
    if (effect == PRESENT_DO_REDRAW)
        term_redraw(show->term);
    if (effect == PRESENT_DO_SUSPEND)
        term_suspend(show->term);
}

static void read_keys(struct show *show)
{
    while (!show->gone && !show->present.leave) {
        struct event event;
        term_read(show->term, 0, &event);
        if (event.key == KEYS_IDLE) {
            paint(show);
            term_read(show->term, -1, &event);
        }
        show->gone = event.key == KEYS_QUIT || event.key == KEYS_GONE;
        if (show->gone || event.key == KEYS_RESIZE || event.key == KEYS_IDLE)
            continue;
        take_size(show);
        present_key(&show->present, &show->frame, event.key);
        carry_out(show);
    }
}

static bool open_term(struct show *show, const struct present_setup *setup,
                      enum term_failure *failure)
{
    const struct term_options wanted = {.mouse = false};
    struct theme theme;
    show->term = term_open(&wanted, failure);
    if (!show->term)
        return false;
    theme_choose(&theme, term_colours(show->term), setup->background, setup->plain);
    term_theme(show->term, &theme);
    show->frame.ascii = setup->ascii;
    return true;
}

enum term_failure present_run(const struct present_setup *setup)
{
    static struct show show;
    struct course *course = setup->course;
    jmp_buf guard, *outer = course->arena->guard, *scratch = course->scratch->guard;
    enum term_failure failure = TERM_NO_MEMORY;
    show = (struct show){.gone = false};
    present_open(&show.present, course);
    present_guard(&show.present, &guard);
    if (setjmp(guard) != 0) {
        failure = TERM_NO_MEMORY;
    } else if (open_term(&show, setup, &failure)) {
        take_size(&show);
        if (setup->named)
            present_lesson(&show.present, setup->lesson);
        read_keys(&show);
        failure = TERM_OPENED;
    }
    term_close(show.term);
    frame_free(&show.frame);
    course->arena->guard = outer;
    course->scratch->guard = scratch;
    present_close(&show.present);
    return failure;
}
