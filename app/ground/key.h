/* Keys and the other things that a person does at a terminal, in numbers of our own.
 *
 * A key is one number: a rune as it is typed, a control character (TAB 9, Enter 13, ESC 27, DEL
 * 127), or one of the names below, with the modifiers as bits above it. No number of a terminal
 * library is used, so the table of keys, the line editor and the tests need none. */
#ifndef APP_GROUND_KEY_H
#define APP_GROUND_KEY_H

#include "sim/sim.h"

#include <stdbool.h>
#include <stdint.h>

enum {
    KEYS_TAB = 9,
    KEYS_ENTER = 13,
    KEYS_ESC = 27,
    KEYS_ERASE = 127, /* what the backspace key sends */

    KEYS_BYTE = 0xDC00, /* plus a byte that is no UTF-8: 0xDC80 to 0xDCFF, which are no runes */

    KEYS_NAMED = 0x110000, /* the first number above all runes */
    KEYS_UP,
    KEYS_DOWN,
    KEYS_LEFT,
    KEYS_RIGHT,
    KEYS_HOME,
    KEYS_END,
    KEYS_PAGE_UP,
    KEYS_PAGE_DOWN,
    KEYS_INSERT,
    KEYS_DELETE,
    KEYS_BACKTAB,
    KEYS_F1, /* F2 to F12 follow */
    KEYS_F12 = KEYS_F1 + 11,
    KEYS_OTHER, /* a key without a name here: event.bytes tells what the terminal sent */

    /* what is no key but arrives the same way */
    KEYS_PASTE, /* event.bytes is the pasted text, line ends as '\n' */
    KEYS_CLICK, /* the first mouse button, at event.row and event.col */
    KEYS_WHEEL_UP,
    KEYS_WHEEL_DOWN,
    KEYS_RESIZE, /* the terminal has another size, or must be painted again */
    KEYS_IDLE,   /* nothing happened in the time that was given */
    KEYS_QUIT,   /* a signal asked the program to end */
    KEYS_GONE,   /* the terminal was closed */

    KEYS_ALT = 1 << 24,
    KEYS_CTRL = 1 << 25, /* with a named key only; ^A is the number 1 */
    KEYS_SHIFT = 1 << 26,
};

/* ^A, M-a. */
#define CONTROL(letter) ((uint32_t)(letter)&31)
#define META(letter)    ((uint32_t)(letter) | KEYS_ALT)

struct event {
    uint32_t key;
    struct slice bytes; /* what the terminal sent for the key, or the pasted text; valid until the
                           next event is asked for */
    int row, col;       /* of the mouse, from 0 */
};

enum { KEY_NAME_SIZE = 24 };

/* Whether the key is text: a rune that is no control character, or a byte that is no UTF-8. */
bool key_is_text(uint32_t key);

/* The name as footers and help show it: "^G", "M-u", "Tab", "Enter", "F1", "C-Left". Writes a
 * NUL-terminated string and returns it. */
const char *key_words(uint32_t key, char name[KEY_NAME_SIZE]);

#endif
