/* The terminal through curses. In: frames, and bytes that are typed. Out: what changed on the
 * screen, and events.
 *
 * Curses is asked for what it is best at: which bytes change a screen least, and what the terminal
 * database knows. Bytes that are typed are read here and decoded by input.c, since curses reads
 * them one by one, leaves unknown sequences in the text and cannot tell a closed terminal. */
#include "app/screen/term.h"

#include "app/ground/signals.h"
#include "app/screen/clipboard.h"
#include "app/screen/draw.h"
#include "app/screen/input.h"

#include <curses.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

enum {
    ESCAPE_MS = 25,  /* silence after ESC that makes it the ESC key */
    PASTE_MS = 1000, /* silence after which a paste is taken to be over */
    RESCUE_SIZE = 256,
};

struct term {
    SCREEN *screen;
    struct input input;
    struct draw draw;
    struct frame shown; /* what was sent last */
    bool redraw;        /* shown tells nothing */
    bool mouse, gone, cursor_hidden;
    int rows, cols, colours;
};

/* What puts the terminal in order without curses, in a signal handler or at exit: written out
 * beforehand. There is one terminal. */
static char rescue[RESCUE_SIZE];
static size_t rescue_len;
static struct termios modes_before;
static volatile bool is_open;

static void write_all(const char *bytes, size_t len)
{
    while (len) {
        ssize_t n = write(STDOUT_FILENO, bytes, len);
        if (n < 0 && errno != EINTR && errno != EAGAIN)
            return;
        if (n > 0) {
            bytes += n;
            len -= (size_t)n;
        }
    }
}

static void put_in_order(void)
{
    if (!is_open)
        return;
    is_open = false;
    write_all(rescue, rescue_len);
    tcsetattr(STDIN_FILENO, TCSADRAIN, &modes_before);
}

/* ---- What drawing needs of the terminal database */

/* An order by its name; "" when there is none. */
static const char *order_of(const char *capability)
{
    char name[8];
    snprintf(name, sizeof name, "%s", capability); /* old curses want it writable */
    const char *order = tigetstr(name);
    return order && order != (const char *)-1 ? order : "";
}

/* Appends a string of the terminal database to the rescue, without its delays $<5>. */
static void add_rescue(const char *string)
{
    for (; *string && rescue_len < RESCUE_SIZE; string++) {
        if (string[0] == '$' && string[1] == '<') {
            while (*string && *string != '>')
                string++;
            if (!*string)
                return;
        } else {
            rescue[rescue_len++] = *string;
        }
    }
}

static void write_rescue(void)
{
    static const char modes_off[] = "\033[?2004l\033[?1006l\033[?1000l";
    static const char *const names[] = {"sgr0", "op", "rmkx", "cnorm", "rmcup"};
    rescue_len = 0;
    add_rescue(modes_off);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        add_rescue(order_of(names[i]));
}

/* Copies an order without its delays; one that is too long is none. */
static void take_order(char out[DRAW_ORDER], const char *order)
{
    size_t len = 0;
    for (; *order && len < DRAW_ORDER; order++) {
        const char *end = order[0] == '$' && order[1] == '<' ? strchr(order, '>') : NULL;
        if (end)
            order = end;
        else
            out[len++] = *order;
    }
    out[len < DRAW_ORDER ? len : 0] = '\0';
}

static void move_order(int row, int col, char out[DRAW_ORDER])
{
    const char *order = tparm(order_of("cup"), row, col);
    take_order(out, order ? order : "");
}

static int number_of(const char *capability)
{
    char name[8];
    snprintf(name, sizeof name, "%s", capability);
    return tigetnum(name);
}

static bool has(const char *capability)
{
    char name[8];
    snprintf(name, sizeof name, "%s", capability);
    return tigetflag(name) > 0;
}

static void take_orders(struct draw_orders *orders)
{
    /* bits of no_color_video, in the order of LOOK_ bits */
    static const struct {
        const char *name;
        int no_colour;
    } looks[] = {{"bold", 32}, {"smul", 2}, {"rev", 4}, {"dim", 16}};
    int not_coloured = number_of("ncv");
    for (unsigned i = 0; i < sizeof looks / sizeof *looks; i++) {
        take_order(orders->look[i], order_of(looks[i].name));
        if (not_coloured > 0 && not_coloured & looks[i].no_colour)
            orders->not_coloured |= (uint8_t)(1u << i);
    }
    take_order(orders->off, order_of("sgr0"));
    if (!strstr(orders->off, "[m") && !strstr(orders->off, "[0")) { /* it leaves the colour */
        char both[2 * DRAW_ORDER];
        snprintf(both, sizeof both, "%s%s", orders->off, order_of("op"));
        take_order(orders->off, both);
    }
    bool wraps = has("am");
    orders->never_wraps = !wraps;
    take_order(orders->no_wrap, wraps ? order_of("rmam") : "");
    take_order(orders->wrap, wraps ? order_of("smam") : "");
    orders->erases = strcmp(order_of("ech"), "\033[%p1%dX") == 0;
    orders->moves_plainly = !has("msgr");
    orders->move = strcmp(order_of("cup"), "\033[%i%p1%d;%p2%dH") == 0 ? NULL : move_order;
}

/* Modes that curses does not know: bracketed paste, mouse reports. */
static void set_modes(const struct term *term, bool on)
{
    static const char paste[2][9] = {"\033[?2004l", "\033[?2004h"};
    static const char mouse[2][17] = {"\033[?1006l\033[?1000l", "\033[?1000h\033[?1006h"};
    write_all(paste[on], 8);
    if (term->mouse)
        write_all(mouse[on], 16);
}

/* Asks for the size. false when it is the one that is known. */
static bool measure(struct term *term)
{
    struct winsize size;
    int rows = LINES, cols = COLS;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row && size.ws_col) {
        rows = size.ws_row;
        cols = size.ws_col;
    }
    if (rows == term->rows && cols == term->cols)
        return false;
    term->rows = rows;
    term->cols = cols;
    resize_term(rows, cols);
    term->redraw = true;
    return true;
}

/* Keys by the names that curses has for them. */
static uint32_t database_key(int code)
{
    static const struct {
        int code;
        uint32_t key;
    } rows[] = {
        {KEY_UP, KEYS_UP},
        {KEY_DOWN, KEYS_DOWN},
        {KEY_LEFT, KEYS_LEFT},
        {KEY_RIGHT, KEYS_RIGHT},
        {KEY_HOME, KEYS_HOME},
        {KEY_END, KEYS_END},
        {KEY_PPAGE, KEYS_PAGE_UP},
        {KEY_NPAGE, KEYS_PAGE_DOWN},
        {KEY_IC, KEYS_INSERT},
        {KEY_DC, KEYS_DELETE},
        {KEY_BTAB, KEYS_BACKTAB},
        {KEY_BACKSPACE, KEYS_ERASE},
        {KEY_ENTER, KEYS_ENTER},
        {KEY_SLEFT, KEYS_LEFT | KEYS_SHIFT},
        {KEY_SRIGHT, KEYS_RIGHT | KEYS_SHIFT},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].code == code)
            return rows[i].key;
    return code > KEY_F0 && code <= KEY_F0 + 12 ? KEYS_F1 + (uint32_t)(code - KEY_F0 - 1) : 0;
}

static uint32_t look_up(const void *context, const char *sequence)
{
    (void)context;
    int code = key_defined(sequence);
    return code > 0 ? database_key(code) : code < 0 ? KEYS_NAMED : 0;
}

/* Starts curses. */
static bool start(struct term *term)
{
    term->screen = newterm(NULL, stdout, stdin);
    if (!term->screen)
        return false;
    raw();
    noecho();
    nonl();
    keypad(stdscr, TRUE);
    if (has_colors() && start_color() == OK && use_default_colors() == OK)
        term->colours = COLORS;
    measure(term);
    term->redraw = true;
    return true;
}

struct term *term_open(const struct term_options *wanted, enum term_failure *failure)
{
    const char *name = getenv("TERM");
    bool terminal = isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
    bool dumb = !name || !*name || strcmp(name, "dumb") == 0;
    struct term *term = terminal && !dumb ? calloc(1, sizeof *term) : NULL;
    *failure = !terminal ? TERM_NO_TERMINAL
               : dumb    ? TERM_DUMB
               : term    ? TERM_OPENED
                         : TERM_NO_MEMORY;
    if (!term)
        return NULL;
    term->mouse = wanted->mouse;
    term->input.lookup = look_up;
    tcgetattr(STDIN_FILENO, &modes_before);
    signals_take(put_in_order); /* before curses, which leaves taken signals alone */
    if (!start(term)) {
        signals_give();
        free(term);
        *failure = TERM_DUMB;
        return NULL;
    }
    static bool at_exit;
    if (!at_exit)
        at_exit = atexit(put_in_order) == 0;
    write_rescue();
    take_orders(&term->draw.orders);
    is_open = true;
    set_modes(term, true);
    return term;
}

void term_close(struct term *term)
{
    if (!term)
        return;
    set_modes(term, false);
    endwin();
    is_open = false;
    delscreen(term->screen);
    tcsetattr(STDIN_FILENO, TCSADRAIN, &modes_before);
    signals_give();
    input_free(&term->input);
    frame_free(&term->shown);
    draw_free(&term->draw);
    free(term);
}

int term_colours(const struct term *term)
{
    return term->colours;
}

void term_theme(struct term *term, const struct theme *theme)
{
    const char *colour = order_of("setaf");
    for (int role = 0; role < ROLE_COUNT; role++) {
        int number = theme->style[role].colour;
        bool shown = term->colours && theme->coloured && number != COLOUR_DEFAULT;
        char *order = term->draw.orders.colour[role];
        take_order(order, shown && *colour ? tparm(colour, number) : "");
    }
    draw_theme(&term->draw, theme);
    term->redraw = true;
}

void term_size(const struct term *term, int *rows, int *cols)
{
    *rows = term->rows;
    *cols = term->cols;
}

/* Notes what was sent. Without memory all is sent again next time. */
static void remember(struct term *term, const struct frame *frame)
{
    struct frame *shown = &term->shown;
    size_t cells = (size_t)frame->rows * (size_t)frame->cols;
    bool resized = shown->rows != frame->rows || shown->cols != frame->cols;
    term->redraw = resized && !frame_resize(shown, frame->rows, frame->cols);
    if (frame->marks_len > shown->marks_cap) {
        struct marks *marks = realloc(shown->marks, frame->marks_len * sizeof *marks);
        term->redraw = term->redraw || !marks;
        shown->marks = marks ? marks : shown->marks;
        shown->marks_cap = marks ? frame->marks_len : shown->marks_cap;
    }
    shown->marks_len = 0;
    if (term->redraw || !cells)
        return;
    memcpy(shown->cells, frame->cells, cells * sizeof *frame->cells);
    if (frame->marks_len)
        memcpy(shown->marks, frame->marks, frame->marks_len * sizeof *frame->marks);
    shown->marks_len = frame->marks_len;
}

/* curses clears the screen, and takes it back after others had it. It knows of nothing else. */
static void clear_screen(void)
{
    erase();
    clearok(curscr, TRUE);
    refresh();
}

void term_show(struct term *term, const struct frame *frame)
{
    if (frame->rows != term->shown.rows || frame->cols != term->shown.cols)
        term->redraw = true;
    bool hide =
        !frame->cursor_shown || frame->cursor_row >= term->rows || frame->cursor_col >= term->cols;
    if (term->redraw)
        clear_screen();
    if (hide != term->cursor_hidden)
        curs_set(hide ? 0 : 1);
    term->cursor_hidden = hide;
    const struct frame *shown = term->redraw ? NULL : &term->shown;
    bool drawn = draw_frame(&term->draw, frame, shown, term->rows, term->cols);
    write_all(term->draw.bytes, term->draw.len);
    remember(term, frame);
    term->redraw = term->redraw || !drawn;
}

void term_redraw(struct term *term)
{
    term->redraw = true;
}

/* Leaves the screen to others, and comes back. */
static void leave(struct term *term)
{
    set_modes(term, false);
    endwin();
    is_open = false;
}

static void come_back(struct term *term)
{
    reset_prog_mode();
    is_open = true;
    set_modes(term, true);
    measure(term);
    term->redraw = true;
}

static void stop(struct term *term, bool whole_job)
{
    leave(term);
    signals_stop(whole_job);
    signals_come(); /* that it goes on is known; a new size is asked for */
    come_back(term);
}

void term_suspend(struct term *term)
{
    stop(term, true);
}

/* Acts on signals. true when there is an event to tell. */
static bool signalled(struct term *term, struct event *event)
{
    unsigned come = signals_come();
    if (come & SIGNALS_QUIT || come & SIGNALS_INTERRUPT || term->gone) {
        event->key = term->gone ? KEYS_GONE : KEYS_QUIT;
        return true;
    }
    if (come & SIGNALS_STOP)
        stop(term, false);
    else if (come & SIGNALS_CONTINUE)
        come_back(term);
    else if (!(come & SIGNALS_RESIZE) || !measure(term))
        return false;
    event->key = KEYS_RESIZE;
    return true;
}

/* Reads what is there. */
static void read_bytes(struct term *term)
{
    char bytes[4096];
    ssize_t n = read(STDIN_FILENO, bytes, sizeof bytes);
    if (n > 0)
        input_feed(&term->input, bytes, (size_t)n);
    else if (n == 0 || (errno != EINTR && errno != EAGAIN))
        term->gone = true;
}

void term_read(struct term *term, int timeout_ms, struct event *event)
{
    for (bool silent = false;;) {
        *event = (struct event){0};
        if (signalled(term, event))
            return;
        enum input_state state = input_next(&term->input, silent, event);
        if (state == INPUT_EVENT)
            return;
        int patience = term->input.pasting ? PASTE_MS : ESCAPE_MS;
        enum signals_wait wait =
            signals_wait(STDIN_FILENO, state == INPUT_MORE ? patience : timeout_ms);
        silent = wait == WAIT_TIMEOUT && state == INPUT_MORE;
        if (wait == WAIT_READABLE) {
            read_bytes(term);
        } else if (wait == WAIT_TIMEOUT && state != INPUT_MORE) {
            event->key = KEYS_IDLE;
            return;
        }
    }
}

int term_run(struct term *term, const char *const *argv)
{
    int status = 0;
    leave(term);
    pid_t pid = fork();
    if (pid == 0) {
        signals_in_child();
        union {
            const char *const *given;
            char *const *wanted; /* execvp does not write to them */
        } words = {argv};
        execvp(argv[0], words.wanted);
        _exit(errno == ENOENT ? 127 : 126);
    }
    /* A ^Z typed there stops the whole job, this program too. */
    signals_let_stop(true);
    while (pid > 0 && waitpid(pid, &status, 0) < 0 && errno == EINTR)
        continue;
    signals_let_stop(false);
    come_back(term);
    if (pid < 0)
        return 126;
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

bool term_copy(struct term *term, struct slice text)
{
    (void)term;
    size_t len;
    char *sequence = clipboard_sequence(text, &len);
    if (!sequence)
        return false;
    write_all(sequence, len);
    free(sequence);
    return true;
}
