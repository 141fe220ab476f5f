/* libedit, on a terminal that nobody sees or on the real one. In: keys. Out: a line. See line.h.
 *
 * libedit decodes keys by tables of its own. Keys that it must take in any mode (arrows also in
 * vi's insert mode, pastes, replacing) are handed to it as the control characters U+0081 and on,
 * which nobody types: they are bound in both of its maps, and end a search in the history as any
 * command does. Its known traps are kept out of the way: the size never changes under it, the line
 * never outgrows its screen, the cursor is put back into the line before every key. */
#include "app/ground/line.h"

#include "app/ground/line_keys.h"
#include "app/ground/line_search.h"
#include "app/ground/pty.h"
#include "app/ground/signals.h"
#include "app/ground/wide.h"

#include <histedit.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { QUEUE = 64, HIDDEN_ROWS = 4, HIDDEN_COLS = 32766 };

struct line {
    struct line_setup setup;
    EditLine *edit;
    HistoryW *history;
    struct pty pty;
    FILE *out; /* what libedit prints, on the screen: read only by is_bound */
    char *printed;
    size_t printed_len;

    wchar_t queue[QUEUE]; /* characters on their way to libedit */
    unsigned queue_from, queue_to;
    size_t rubouts; /* so many DEL go before them */

    wchar_t *pending; /* text to put in */
    bool pending_replaces;
    size_t pending_cursor; /* characters */

    bool searching, ended, full;
    bool cooked;       /* read from a terminal without libedit */
    size_t len_before; /* characters of the line when the last key was asked for */

    char *text; /* of line_look and line_read */
    size_t text_cap;
    const char *prompt;
    wchar_t wide_prompt[64];
    struct wide_decoder decoder;
    char *piped; /* getline's */
    size_t piped_cap;
};

static struct line *line_of(EditLine *edit)
{
    void *line = NULL;
    el_wget(edit, EL_CLIENTDATA, &line);
    return line;
}

static void enqueue(struct line *line, wchar_t c)
{
    if (line->queue_to - line->queue_from < QUEUE)
        line->queue[line->queue_to++ % QUEUE] = c;
}

/* ---- Commands that are bound into libedit's maps */

static size_t line_len(EditLine *edit)
{
    const LineInfoW *info = el_wline(edit);
    return (size_t)(info->lastchar - info->buffer);
}

/* Inserts as much as there is room for. */
static void insert(struct line *line, wchar_t *text)
{
    size_t room = line_len(line->edit) < LINE_MAX_CHARS ? LINE_MAX_CHARS - line_len(line->edit) : 0;
    size_t len = wcslen(text);
    line->full = len > room;
    len = len < room ? len : room;
    text[len] = 0;
    if (len && el_winsertstr(line->edit, text) < 0)
        line->full = true;
}

static unsigned char take_pending(EditLine *edit, int c)
{
    struct line *line = line_of(edit);
    (void)c;
    if (!line->pending)
        return CC_NORM;
    if (line->pending_replaces) {
        const LineInfoW *info = el_wline(edit);
        el_cursor(edit, (int)(info->lastchar - info->cursor));
        el_deletestr(edit, (int)line_len(edit));
    }
    insert(line, line->pending);
    if (line->pending_replaces) {
        size_t len = line_len(edit);
        if (line->pending_cursor < len)
            el_cursor(edit, -(int)(len - line->pending_cursor));
    }
    free(line->pending);
    line->pending = NULL;
    return CC_REFRESH;
}

/* Forgets line, history position and half-typed commands. */
static unsigned char cancel(EditLine *edit, int c)
{
    (void)edit;
    (void)c;
    return CC_FATAL;
}

static unsigned char nothing(EditLine *edit, int c)
{
    (void)edit;
    (void)c;
    return CC_NORM;
}

/* Enter: a line is finished, unless a backslash asks for another row. */
static unsigned char enter(EditLine *edit, int c)
{
    const struct line *line = line_of(edit);
    const LineInfoW *info = el_wline(edit);
    size_t len = (size_t)(info->lastchar - info->buffer), slashes = 0;
    (void)c;
    while (slashes < len && info->buffer[len - 1 - slashes] == '\\')
        slashes++;
    el_cursor(edit, (int)(info->lastchar - info->cursor));
    el_winsertstr(edit, L"\n"); /* also tells an empty line from the end of input */
    return slashes % 2 && !line->setup.plain ? CC_REFRESH : CC_NEWLINE;
}

static unsigned char complete(EditLine *edit, int c)
{
    struct line *line = line_of(edit);
    (void)c;
    bool printed = line->setup.complete && line->setup.complete(line->setup.context, line);
    return printed ? CC_REDISPLAY : CC_REFRESH;
}

struct function_row {
    const wchar_t *name;
    unsigned char (*function)(EditLine *, int);
};

static const struct function_row functions[] = {
    {L"pairing-pending", take_pending}, {L"pairing-cancel", cancel},
    {L"pairing-nothing", nothing},      {L"pairing-enter", enter},
    {L"pairing-complete", complete},
};

struct binding_row {
    const wchar_t *keys, *command;
    enum { BOTH = 3, MAIN = 1, ALTERNATIVE = 2 } maps; /* alternative: vi's command mode */
    bool hidden_only;                                  /* not on the real terminal */
};

static const struct binding_row bindings[] = {
    {L"\x81", L"ed-prev-history", BOTH, true},
    {L"\x82", L"ed-next-history", BOTH, true},
    {L"\x83", L"ed-prev-char", BOTH, true},
    {L"\x84", L"ed-next-char", BOTH, true},
    {L"\x85", L"ed-move-to-beg", BOTH, true},
    {L"\x86", L"ed-move-to-end", BOTH, true},
    {L"\x87", L"ed-delete-next-char", BOTH, true},
    {L"\x88", L"ed-prev-word", BOTH, true},
    {L"\x89", L"em-next-word", BOTH, true},
    {L"\x8a", L"pairing-pending", BOTH, true},
    {L"\x8b", L"pairing-cancel", BOTH, false},
    {L"\\015", L"pairing-enter", BOTH, true},
    {L"\\012", L"pairing-enter", BOTH, true},
    {L"\\011", L"pairing-complete", MAIN, false},
    /* commands that would write to the screen or change what is set here */
    {L"v", L"pairing-nothing", ALTERNATIVE, true},
    {L":", L"pairing-nothing", ALTERNATIVE, true},
    {L"\\033x", L"pairing-nothing", MAIN, true},
    {L"\\033X", L"pairing-nothing", MAIN, true},
};

static void bind_one(EditLine *edit, const struct binding_row *row, bool vi)
{
    /* an ESC in vi's insert map would take the ESC key away */
    if (row->maps & MAIN && !(vi && wcsncmp(row->keys, L"\\033", 4) == 0))
        el_wset(edit, EL_BIND, row->keys, row->command, NULL);
    if (row->maps & ALTERNATIVE)
        el_wset(edit, EL_BIND, L"-a", row->keys, row->command, NULL);
}

bool line_is_vi(struct line *line)
{
    const wchar_t *editor = NULL;
    return line->edit && el_wget(line->edit, EL_EDITOR, &editor) == 0 && editor &&
           wcscmp(editor, L"vi") == 0;
}

/* What stands before the user's ~/.editrc may be changed there, what is bound behind it may not. */
static void bind_all(struct line *line)
{
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
        el_wset(line->edit, EL_ADDFN, functions[i].name, L"", functions[i].function);
    el_wset(line->edit, EL_BIND, L"\\022", L"em-inc-search-prev", NULL);
    el_source(line->edit, NULL);
    bool vi = line_is_vi(line);
    for (size_t i = 0; i < sizeof bindings / sizeof *bindings; i++)
        if (!bindings[i].hidden_only || !line->setup.plain)
            bind_one(line->edit, &bindings[i], vi);
    if (!line->setup.plain)
        el_wset(line->edit, EL_BIND, L"\\004", vi ? L"pairing-nothing" : L"ed-delete-next-char",
                NULL);
    el_wset(line->edit, EL_EDITMODE, 1);
}

/* ---- Keys on the screen */

/* Whether libedit has a command for a sequence. It only prints that; what it prints is caught. */
static bool is_bound(struct line *line, struct slice sequence)
{
    wchar_t keys[64];
    size_t n = 0;
    static const wchar_t digits[] = L"01234567";
    if (sequence.len < 2 || sequence.len * 4 >= sizeof keys / sizeof *keys)
        return false;
    for (size_t i = 0; i < sequence.len; i++) {
        unsigned char byte = (unsigned char)sequence.at[i];
        keys[n++] = '\\';
        keys[n++] = digits[byte >> 6];
        keys[n++] = digits[byte >> 3 & 7];
        keys[n++] = digits[byte & 7];
    }
    keys[n] = 0;
    rewind(line->out);
    el_wset(line->edit, EL_BIND, keys, NULL);
    fflush(line->out);
    struct slice printed = {line->printed, line->printed_len};
    return printed.len && !slice_starts(printed, S("Unbound")) && slice_has(printed, '>');
}

/* A command of the private keys. In the pattern of vi's search it would be taken for text, and ESC
 * would enter the line that is found: the way out is to rub out the pattern and once more. */
static void send_private(struct line *line, wchar_t private)
{
    if (line->searching && line_is_vi(line)) {
        size_t len = line_len(line->edit); /* "\n/", the pattern, the place of the cursor */
        line->rubouts = len > 2 ? len - 2 : 1;
    }
    enqueue(line, private);
}

/* A key with a name: what the user bound to its sequence, else our own idea of it. In vi's maps a
 * sequence would begin with the ESC key, and in a search it would be taken for text. */
static void send_named(struct line *line, const struct event *event)
{
    char form[3] = "\033[";
    struct slice sequence = event->bytes, other = {form, sizeof form};
    bool allowed = !line_is_vi(line) && !line->searching;
    /* on the screen terminals send ESC O A where ~/.editrc has ESC [ A */
    if (sequence.len == 3 && sequence.at[1] == 'O') {
        form[2] = sequence.at[2];
        sequence = allowed && is_bound(line, other) ? other : sequence;
    }
    if (allowed && is_bound(line, sequence)) {
        for (size_t i = 0; i < sequence.len; i++)
            enqueue(line, (unsigned char)sequence.at[i]);
        return;
    }
    wchar_t private = line_private_key(event->key);
    if (private)
        send_private(line, private);
}

static void set_pending(struct line *line, struct slice text, bool replaces, size_t cursor)
{
    wchar_t *wide = wide_of(text, NULL), *before = wide_of(slice_first(text, cursor), NULL);
    free(line->pending);
    line->pending = wide;
    line->pending_replaces = replaces;
    line->pending_cursor = before ? wcslen(before) : 0;
    free(before);
}

/* Sends an event on its way to libedit. */
static void send(struct line *line, const struct event *event)
{
    uint32_t key = event->key, base = key & ~(uint32_t)KEYS_ALT;
    if (key == KEYS_PASTE) {
        set_pending(line, event->bytes, false, 0);
        send_private(line, PRIVATE_PENDING);
    } else if (key == CONTROL('C')) {
        send_private(line, PRIVATE_CANCEL);
    } else if (base >= KEYS_NAMED) {
        send_named(line, event);
    } else if (base < 0x80 || base > 0x9F) {
        line->full = key_is_text(key) && line_len(line->edit) >= LINE_MAX_CHARS;
        if (line->full)
            return;
        if (key != base)
            enqueue(line, KEYS_ESC);
        enqueue(line, (wchar_t)base);
    }
}

/* Notes whether a search has begun or ended. It begins behind the line as it was a key ago, so that
 * rows of a pasted line are not taken for one; vi's begins with an empty line. */
static void watch_search(struct line *line)
{
    const LineInfoW *info = el_wline(line->edit);
    bool vi = line_is_vi(line);
    struct line_question question;
    bool asked = line_question(info->buffer, line_len(line->edit), vi, &question);
    if (!line->searching)
        line->searching = asked && (question.at == line->len_before || (vi && !question.at));
    else if (!asked)
        line->searching = false;
    line->len_before = line_len(line->edit);
}

/* libedit's vi commands can leave the cursor outside of the line. */
static void clamp_cursor(EditLine *edit)
{
    const LineInfoW *info = el_wline(edit);
    if (info->cursor < info->buffer)
        el_cursor(edit, (int)(info->buffer - info->cursor));
    else if (info->cursor > info->lastchar)
        el_cursor(edit, -(int)(info->cursor - info->lastchar));
}

static int next_hidden(EditLine *edit, wchar_t *out)
{
    struct line *line = line_of(edit);
    if (line->ended) /* commands that ask for keys themselves go on asking */
        return 0;
    clamp_cursor(edit);
    watch_search(line);
    rewind(line->out);
    while (line->queue_from == line->queue_to && !line->rubouts) {
        struct event event = {.key = KEYS_NAMED};
        if (!(line->pending && line->pending_replaces) &&
            !line->setup.key(line->setup.context, &event)) {
            line->ended = true;
            return 0;
        }
        if (line->pending && line->pending_replaces)
            send_private(line, PRIVATE_PENDING);
        else if (event.key != KEYS_NAMED)
            send(line, &event);
    }
    if (line->rubouts) {
        line->rubouts--;
        *out = KEYS_ERASE;
    } else {
        *out = line->queue[line->queue_from++ % QUEUE];
    }
    return 1;
}

/* ---- Keys on the real terminal */

/* Acts on signals. false: the program is to end. A new size is left to libedit, which asks for it
 * when a new line begins; in the middle of one it does not stand it. */
static bool plain_signals(struct line *line)
{
    unsigned come = signals_come();
    if (come & SIGNALS_QUIT)
        return false;
    if (come & SIGNALS_INTERRUPT) {
        const LineInfoW *info = el_wline(line->edit);
        el_cursor(line->edit, (int)(info->lastchar - info->cursor)); /* behind a search too */
        el_wset(line->edit, EL_REFRESH);
        fputs("^C\r\n", stdout);
        fflush(stdout);
        enqueue(line, PRIVATE_CANCEL);
    }
    if (come & SIGNALS_STOP) {
        el_wset(line->edit, EL_PREP_TERM, 0);
        signals_stop(false);
    }
    if (come & (SIGNALS_STOP | SIGNALS_CONTINUE)) {
        el_wset(line->edit, EL_PREP_TERM, 1);
        el_wset(line->edit, EL_REFRESH);
        signals_come(); /* that it goes on is known */
    }
    return true;
}

static int next_plain(EditLine *edit, wchar_t *out)
{
    struct line *line = line_of(edit);
    clamp_cursor(edit);
    while (line->queue_from == line->queue_to) {
        char byte;
        wchar_t wide[4];
        if (!plain_signals(line)) {
            line->ended = true;
            return 0;
        }
        if (line->queue_from != line->queue_to || signals_wait(STDIN_FILENO, -1) != WAIT_READABLE)
            continue;
        if (read(STDIN_FILENO, &byte, 1) != 1) {
            line->ended = true;
            return 0;
        }
        size_t n = wide_decode(&line->decoder, byte, wide);
        for (size_t i = 0; i < n; i++)
            enqueue(line, wide[i]);
    }
    *out = line->queue[line->queue_from++ % QUEUE];
    return 1;
}

/* ---- Opening and closing */

static wchar_t *prompt(EditLine *edit)
{
    struct line *line = line_of(edit);
    return line ? line->wide_prompt : NULL;
}

/* libedit is told that its terminal is a dumb one: through the variable, since asking the terminal
 * database for a second one later would lose the first. */
static EditLine *open_dumb(const struct line *line)
{
    const char *name = getenv("TERM");
    char *before = name ? strdup(name) : NULL;
    int slave = line->pty.slave;
    if ((name && !before) || setenv("TERM", "dumb", 1) < 0) {
        free(before);
        return NULL;
    }
    EditLine *edit =
        el_init_fd(line->setup.program, line->out, line->out, line->out, slave, slave, slave);
    if (before)
        setenv("TERM", before, 1);
    else
        unsetenv("TERM");
    free(before);
    return edit;
}

static bool open_hidden(struct line *line)
{
    line->out = open_memstream(&line->printed, &line->printed_len);
    if (!line->out || !pty_open(&line->pty, HIDDEN_ROWS, HIDDEN_COLS, STDIN_FILENO))
        return false;
    line->edit = open_dumb(line);
    return line->edit;
}

static bool open_editor(struct line *line)
{
    HistEventW event;
    line->history = history_winit();
    if (line->setup.plain)
        line->edit = el_init(line->setup.program, stdin, stdout, stderr);
    else if (!open_hidden(line))
        return false;
    if (!line->edit || !line->history)
        return false;
    history_w(line->history, &event, H_SETSIZE, LINE_HISTORY);
    history_w(line->history, &event, H_SETUNIQUE, 1);
    el_wset(line->edit, EL_CLIENTDATA, line);
    el_wset(line->edit, EL_SIGNAL, 0);
    el_wset(line->edit, EL_PROMPT, prompt);
    el_wset(line->edit, EL_GETCFN, line->setup.plain ? next_plain : next_hidden);
    el_wset(line->edit, EL_EDITOR, L"emacs");
    el_wset(line->edit, EL_HIST, history_w, line->history);
    bind_all(line);
    return true;
}

struct line *line_open(const struct line_setup *setup)
{
    struct line *line = calloc(1, sizeof *line);
    if (!line)
        return NULL;
    line->setup = *setup;
    line->pty = (struct pty){-1, -1};
    bool piped = setup->plain && !isatty(STDIN_FILENO);
    line->cooked = setup->plain && setup->cooked && !piped;
    if (setup->plain && !piped)
        signals_take(NULL);
    if (!piped && !line->cooked && !open_editor(line)) {
        line_close(line);
        return NULL;
    }
    return line;
}

void line_close(struct line *line)
{
    if (!line)
        return;
    if (line->history)
        history_wend(line->history);
    if (line->edit)
        el_end(line->edit);
    if (line->cooked || (line->edit && line->setup.plain))
        signals_give();
    if (line->out)
        fclose(line->out);
    pty_close(&line->pty);
    free(line->printed);
    free(line->pending);
    free(line->text);
    free(line->piped);
    free(line);
}

/* ---- Lines */

/* Room for the bytes of that many characters. */
static bool reserve_text(struct line *line, size_t chars)
{
    size_t want = chars * 4 + 1;
    if (want <= line->text_cap)
        return true;
    char *text = realloc(line->text, want * 2);
    if (!text)
        return false;
    line->text = text;
    line->text_cap = want * 2;
    return true;
}

static enum line_end read_pipe(struct line *line, struct slice *text)
{
    ssize_t n = getline(&line->piped, &line->piped_cap, stdin);
    if (n < 0)
        return LINE_ENDED;
    size_t len = (size_t)n - (line->piped[n - 1] == '\n');
    *text = (struct slice){line->piped, len};
    return LINE_ENTERED;
}

/* From the terminal as it hands lines out; ^C has taken back what was typed. */
static enum line_end read_cooked(struct line *line, const char *prompt_text, struct slice *text)
{
    for (bool asks = true;;) {
        if (asks)
            fputs(prompt_text, stdout);
        fflush(stdout);
        enum signals_wait waited = signals_wait(STDIN_FILENO, -1);
        unsigned come = signals_come();
        if (come & SIGNALS_QUIT)
            return LINE_ENDED;
        if (come & SIGNALS_INTERRUPT)
            putchar('\n');
        if (come & SIGNALS_STOP) {
            signals_stop(false);
            signals_come(); /* that it goes on is known */
        }
        asks = come & (SIGNALS_INTERRUPT | SIGNALS_STOP | SIGNALS_CONTINUE);
        if (!asks && waited == WAIT_READABLE) {
            clearerr(stdin);
            return read_pipe(line, text);
        }
    }
}

enum line_end line_read(struct line *line, const char *prompt_text, struct slice start,
                        struct slice *text)
{
    int n = 0;
    *text = S("");
    if (line->cooked)
        return read_cooked(line, prompt_text, text);
    if (!line->edit)
        return read_pipe(line, text);
    mbstowcs(line->wide_prompt, prompt_text, sizeof line->wide_prompt / sizeof(wchar_t) - 1);
    line->ended = line->searching = line->full = false;
    line->queue_from = line->queue_to = 0;
    line->rubouts = 0;
    line->len_before = 0;
    if (start.len && !line->setup.plain)
        set_pending(line, start, true, start.len);
    const wchar_t *wide = el_wgets(line->edit, &n);
    if (!wide || n <= 0 || line->ended || !reserve_text(line, (size_t)n))
        return LINE_ENDED;
    size_t len = (size_t)n - (wide[n - 1] == '\n');
    *text = (struct slice){line->text, wide_bytes(wide, len, line->text)};
    return LINE_ENTERED;
}

void line_look(struct line *line, struct line_look *look)
{
    *look = (struct line_look){.text = S(""), .pattern = S(""), .full = line->full};
    if (!line->edit || !reserve_text(line, line_len(line->edit)))
        return;
    const LineInfoW *info = el_wline(line->edit);
    size_t len = line_len(line->edit);
    struct line_question question;
    bool asked = line->searching && line_question(info->buffer, len, line_is_vi(line), &question);
    size_t end = asked ? question.at : len;
    size_t cursor = info->cursor > info->buffer ? (size_t)(info->cursor - info->buffer) : 0;
    cursor = cursor < end ? cursor : end;
    char *to = line->text;
    to += look->cursor = wide_bytes(info->buffer, cursor, to);
    to += wide_bytes(info->buffer + cursor, end - cursor, to);
    look->text = (struct slice){line->text, (size_t)(to - line->text)};
    if (!asked)
        return;
    look->search = question.forward ? LINE_SEARCH_FORWARD : LINE_SEARCH_BACK;
    look->search_failed = question.failed;
    look->pattern.at = to;
    look->pattern.len = wide_bytes(info->buffer + question.pattern, question.pattern_len, to);
}

void line_insert(struct line *line, struct slice text)
{
    wchar_t *wide = wide_of(text, NULL);
    if (wide)
        insert(line, wide);
    free(wide);
}

void line_replace(struct line *line, struct slice text, size_t cursor)
{
    set_pending(line, text, true, cursor);
}

void line_remember(struct line *line, struct slice text)
{
    HistEventW event;
    wchar_t *wide = line->history && text.len ? wide_of(text, NULL) : NULL;
    if (wide && *wide)
        history_w(line->history, &event, H_ENTER, wide);
    free(wide);
}
