/* Decoding what a terminal sends. In: bytes, and whether a silence followed. Out: events. The forms
 * are those of ECMA-48 (ESC [ parameters final), of the VT220 and xterm (numbers before ~,
 * modifiers as a second parameter, SGR mouse reports, bracketed paste) and a few of rxvt and the
 * Linux console. See input.h. */
#include "app/screen/input.h"

#include <stdlib.h>

static const char paste_end[] = "\033[201~";
enum { PASTE_END_LEN = sizeof paste_end - 1 };

struct key_row {
    char final;
    uint32_t key;
};

/* Behind ESC [ or ESC O. */
static const struct key_row letter_keys[] = {
    {'A', KEYS_UP},     {'B', KEYS_DOWN},   {'C', KEYS_RIGHT},   {'D', KEYS_LEFT},
    {'H', KEYS_HOME},   {'F', KEYS_END},    {'P', KEYS_F1},      {'Q', KEYS_F1 + 1},
    {'R', KEYS_F1 + 2}, {'S', KEYS_F1 + 3}, {'Z', KEYS_BACKTAB},
};

/* Behind ESC O alone: the number block, and rxvt's arrows with Ctrl. */
static const struct key_row block_keys[] = {
    {'M', KEYS_ENTER},
    {'j', '*'},
    {'k', '+'},
    {'l', ','},
    {'m', '-'},
    {'n', '.'},
    {'o', '/'},
    {'p', '0'},
    {'q', '1'},
    {'r', '2'},
    {'s', '3'},
    {'t', '4'},
    {'u', '5'},
    {'v', '6'},
    {'w', '7'},
    {'x', '8'},
    {'y', '9'},
    {'a', KEYS_UP | KEYS_CTRL},
    {'b', KEYS_DOWN | KEYS_CTRL},
    {'c', KEYS_RIGHT | KEYS_CTRL},
    {'d', KEYS_LEFT | KEYS_CTRL},
};

/* By the number in ESC [ number ~. */
static const uint32_t number_keys[] = {
    [1] = KEYS_HOME,    [2] = KEYS_INSERT,    [3] = KEYS_DELETE,   [4] = KEYS_END,
    [5] = KEYS_PAGE_UP, [6] = KEYS_PAGE_DOWN, [7] = KEYS_HOME,     [8] = KEYS_END,
    [11] = KEYS_F1,     [12] = KEYS_F1 + 1,   [13] = KEYS_F1 + 2,  [14] = KEYS_F1 + 3,
    [15] = KEYS_F1 + 4, [17] = KEYS_F1 + 5,   [18] = KEYS_F1 + 6,  [19] = KEYS_F1 + 7,
    [20] = KEYS_F1 + 8, [21] = KEYS_F1 + 9,   [23] = KEYS_F1 + 10, [24] = KEYS_F12,
};

enum { PASTE_STARTS = 200, PASTE_ENDS = 201, PARAMETERS = 3 };

void input_free(struct input *input)
{
    free(input->at);
    input->at = NULL;
    input->len = input->cap = input->head = input->scanned = 0;
    input->pasting = false;
}

/* Drops what was read, and the memory of a large paste. */
static void compact(struct input *input)
{
    size_t rest = input->len - input->head;
    if (!rest && input->cap > 1 << 16) {
        free(input->at);
        input->at = NULL;
        input->cap = 0;
    } else if (rest) {
        memmove(input->at, input->at + input->head, rest);
    }
    input->scanned -= input->scanned < input->head ? input->scanned : input->head;
    input->len = rest;
    input->head = 0;
}

bool input_feed(struct input *input, const char *bytes, size_t len)
{
    if (input->head >= input->len - input->head)
        compact(input);
    if (input->cap - input->len < len) {
        size_t cap = input->cap ? input->cap : 256;
        while (cap - input->len < len)
            cap *= 2;
        char *at = realloc(input->at, cap);
        if (!at)
            return false;
        input->at = at;
        input->cap = cap;
    }
    if (len)
        memcpy(input->at + input->len, bytes, len);
    input->len += len;
    return true;
}

/* Hands out the next len bytes as a key. */
static enum input_state take(struct input *input, size_t len, uint32_t key, struct event *event)
{
    event->key = key;
    event->bytes = (struct slice){input->at + input->head, len};
    input->head += len;
    return INPUT_EVENT;
}

/* Line ends of a terminal's paste, CR or CR LF, become LF, in place. */
static struct slice with_newlines(char *at, size_t len)
{
    if (!memchr(at, '\r', len))
        return (struct slice){at, len};
    size_t to = 0;
    for (size_t from = 0; from < len; from++) {
        if (at[from] != '\r')
            at[to++] = at[from];
        else if (from + 1 == len || at[from + 1] != '\n')
            at[to++] = '\n';
    }
    return (struct slice){at, to};
}

static enum input_state next_paste(struct input *input, bool silent, struct event *event)
{
    size_t from = input->scanned > input->head ? input->scanned : input->head;
    for (size_t at = from; at < input->len; at++) {
        const char *esc = memchr(input->at + at, 27, input->len - at);
        at = esc ? (size_t)(esc - input->at) : input->len;
        if (input->len - at >= PASTE_END_LEN &&
            memcmp(input->at + at, paste_end, PASTE_END_LEN) == 0) {
            take(input, at - input->head, KEYS_PASTE, event);
            event->bytes =
                with_newlines(input->at + (event->bytes.at - input->at), event->bytes.len);
            input->head += PASTE_END_LEN;
            input->pasting = false;
            return INPUT_EVENT;
        }
    }
    /* an end may be half there */
    input->scanned = input->len > PASTE_END_LEN ? input->len - PASTE_END_LEN : 0;
    size_t waiting = input->len - input->head;
    if (!silent && waiting < INPUT_PASTE_MAX)
        return INPUT_MORE;
    input->pasting = !silent;
    if (!waiting)
        return INPUT_EMPTY;
    size_t len = silent ? waiting : waiting - PASTE_END_LEN;
    take(input, len, KEYS_PASTE, event);
    event->bytes = with_newlines(input->at + (event->bytes.at - input->at), len);
    return INPUT_EVENT;
}

static uint32_t key_in(const struct key_row *rows, size_t n, char final)
{
    for (size_t i = 0; i < n; i++)
        if (rows[i].final == final)
            return rows[i].key;
    return 0;
}

/* xterm's modifier parameter: one more than the bits shift, alt, ctrl. */
static uint32_t modifiers(unsigned parameter)
{
    unsigned bits = parameter ? parameter - 1 : 0;
    return (bits & 1 ? KEYS_SHIFT : 0u) | (bits & 2 ? KEYS_ALT : 0u) | (bits & 4 ? KEYS_CTRL : 0u);
}

/* Asks the terminal database about the next len bytes. */
static uint32_t look_up(const struct input *input, size_t len)
{
    char sequence[32];
    if (!input->lookup || len >= sizeof sequence || memchr(input->at + input->head, 0, len))
        return 0;
    memcpy(sequence, input->at + input->head, len);
    sequence[len] = '\0';
    return input->lookup(input->context, sequence);
}

/* The numbers of ESC [ 1;2;3 final. */
static void read_parameters(const char *at, size_t len, unsigned numbers[PARAMETERS])
{
    size_t n = 0;
    memset(numbers, 0, PARAMETERS * sizeof *numbers);
    for (size_t i = 0; i < len && n < PARAMETERS; i++) {
        if (at[i] == ';')
            n++;
        else if (at[i] >= '0' && at[i] <= '9' && numbers[n] < 100000)
            numbers[n] = numbers[n] * 10 + (unsigned)(at[i] - '0');
    }
}

/* A mouse report: button as xterm codes it, place from 1. 0 for what is not of interest. */
static uint32_t mouse(unsigned button, unsigned col, unsigned row, bool press, struct event *event)
{
    event->row = row ? (int)row - 1 : 0;
    event->col = col ? (int)col - 1 : 0;
    if (!press)
        return 0;
    return button == 0    ? KEYS_CLICK
           : button == 64 ? KEYS_WHEEL_UP
           : button == 65 ? KEYS_WHEEL_DOWN
                          : 0;
}

/* The key of a whole ESC [ … of len bytes; 0 when it is to be swallowed. */
static uint32_t control_key(struct input *input, size_t len, struct event *event)
{
    const char *at = input->at + input->head;
    char final = at[len - 1];
    unsigned numbers[PARAMETERS];
    read_parameters(at + 2, len - 3, numbers);
    if (at[2] == '<')
        return mouse(numbers[0], numbers[1], numbers[2], final == 'M', event);
    if (final == '~' && numbers[0] == PASTE_STARTS) {
        input->pasting = true;
        return 0;
    }
    if (final == '~' && numbers[0] == PASTE_ENDS)
        return 0;
    uint32_t known = look_up(input, len);
    if (known > KEYS_NAMED)
        return known;
    uint32_t key = 0;
    if ((final == '~' || final == '^' || final == '$') && numbers[0] &&
        numbers[0] < sizeof number_keys / sizeof *number_keys)
        key = number_keys[numbers[0]];
    else if (len == 3 || numbers[0] == 1)
        key = key_in(letter_keys, sizeof letter_keys / sizeof *letter_keys, final);
    if (!key)
        return KEYS_OTHER;
    return key | modifiers(numbers[1]) | (final == '^' ? KEYS_CTRL : 0u) |
           (final == '$' ? KEYS_SHIFT : 0u);
}

/* ESC [ …: parameters, intermediates, a final byte. The Linux console's ESC [ [ A and the old mouse
 * report ESC [ M with three bytes end elsewhere. */
static enum input_state next_control(struct input *input, bool silent, struct event *event)
{
    const char *at = input->at + input->head;
    size_t n = input->len - input->head, len = 2;
    if (n > 2 && (at[2] == '[' || at[2] == 'M')) {
        len = at[2] == '[' ? 4 : 6;
        if (n >= len) {
            uint32_t key = at[2] == 'M'
                               ? mouse((unsigned char)at[3] - 32u, (unsigned char)at[4] - 32u,
                                       (unsigned char)at[5] - 32u, true, event)
                           : at[3] >= 'A' && at[3] <= 'E' ? KEYS_F1 + (uint32_t)(at[3] - 'A')
                                                          : KEYS_OTHER;
            return take(input, len, key, event);
        }
    } else {
        while (len < n && at[len] >= 0x20 && at[len] <= 0x3F)
            len++;
        if (len < n) {
            bool whole = at[len] >= 0x40 && at[len] <= 0x7E;
            bool rxvt = at[len - 1] == '$' && len > 2; /* ESC [ 7 $, then something else */
            len += whole && !rxvt;
            return take(input, len, whole || rxvt ? control_key(input, len, event) : KEYS_OTHER,
                        event);
        }
    }
    if (!silent)
        return INPUT_MORE;
    return take(input, n, n == 2 ? META('[') : KEYS_OTHER, event);
}

/* ESC ] number …: an answer of the terminal to somebody, ended by BEL or ESC \. Swallowed. */
static enum input_state next_answer(struct input *input, bool silent, struct event *event)
{
    const char *at = input->at + input->head;
    size_t n = input->len - input->head;
    for (size_t i = 2; i < n; i++) {
        if (at[i] == 7)
            return take(input, i + 1, 0, event);
        if (at[i] == 27 && i + 1 < n)
            return take(input, at[i + 1] == '\\' ? i + 2 : i, 0, event);
    }
    return silent ? take(input, n, 0, event) : INPUT_MORE;
}

/* A rune, or a byte that is none. */
static enum input_state next_rune(struct input *input, size_t skip, bool silent, uint32_t *rune,
                                  size_t *len)
{
    struct slice text = {input->at + input->head + skip, input->len - input->head - skip};
    unsigned char c = (unsigned char)*text.at;
    *rune = utf8_decode(text, len);
    if (c < 0x80 || *len > 1)
        return INPUT_EVENT;
    size_t want = c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : c >= 0xC2 ? 2 : 1;
    if (!silent && text.len < want) {
        size_t good = 1;
        while (good < text.len && ((unsigned char)text.at[good] & 0xC0) == 0x80)
            good++;
        if (good == text.len)
            return INPUT_MORE;
    }
    *rune = KEYS_BYTE + c;
    return INPUT_EVENT;
}

/* ESC and a character: that character with Alt, unless the terminal database knows better. */
static enum input_state next_meta(struct input *input, bool silent, struct event *event)
{
    size_t n = input->len - input->head, len;
    for (len = 2; len <= n && len < 8; len++) {
        uint32_t key = look_up(input, len);
        if (key > KEYS_NAMED)
            return take(input, len, key, event);
        if (!key)
            break;
        if (len == n && !silent)
            return INPUT_MORE;
    }
    uint32_t rune;
    if (next_rune(input, 1, silent, &rune, &len) == INPUT_MORE)
        return INPUT_MORE;
    return take(input, len + 1, rune | KEYS_ALT, event);
}

static enum input_state next_escape(struct input *input, bool silent, struct event *event)
{
    const char *at = input->at + input->head;
    size_t n = input->len - input->head;
    if (n == 1)
        return silent ? take(input, 1, KEYS_ESC, event) : INPUT_MORE;
    if (at[1] == KEYS_ESC)
        return take(input, 1, KEYS_ESC, event);
    if (at[1] == '[')
        return next_control(input, silent, event);
    if (at[1] == ']' && n > 2 && at[2] >= '0' && at[2] <= '9')
        return next_answer(input, silent, event);
    if (at[1] == ']' && n == 2 && !silent)
        return INPUT_MORE;
    if (at[1] != 'O')
        return next_meta(input, silent, event);
    if (n == 2)
        return silent ? take(input, 2, META('O'), event) : INPUT_MORE;
    uint32_t key = look_up(input, 3);
    if (key <= KEYS_NAMED)
        key = key_in(letter_keys, sizeof letter_keys / sizeof *letter_keys, at[2]);
    if (!key)
        key = key_in(block_keys, sizeof block_keys / sizeof *block_keys, at[2]);
    return take(input, 3, key ? key : KEYS_OTHER, event);
}

enum input_state input_next(struct input *input, bool silent, struct event *event)
{
    for (;;) {
        *event = (struct event){0};
        if (input->pasting)
            return next_paste(input, silent, event);
        if (input->head == input->len)
            return INPUT_EMPTY;
        if (input->at[input->head] == KEYS_ESC) {
            enum input_state state = next_escape(input, silent, event);
            if (state != INPUT_EVENT || event->key)
                return state;
            continue; /* swallowed */
        }
        uint32_t rune;
        size_t len;
        if (next_rune(input, 0, silent, &rune, &len) == INPUT_MORE)
            return INPUT_MORE;
        return take(input, len, rune, event);
    }
}
