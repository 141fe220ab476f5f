/* Keys that the line editor is handed in any of its modes, as control characters that nobody types.
 */
#ifndef APP_GROUND_LINE_KEYS_H
#define APP_GROUND_LINE_KEYS_H

#include <stdint.h>
#include <wchar.h>

enum private_key {
    PRIVATE_UP = 0x81,
    PRIVATE_DOWN,
    PRIVATE_LEFT,
    PRIVATE_RIGHT,
    PRIVATE_HOME,
    PRIVATE_END,
    PRIVATE_DELETE,
    PRIVATE_WORD_LEFT,
    PRIVATE_WORD_RIGHT,
    PRIVATE_PENDING, /* takes over text that waits */
    PRIVATE_CANCEL,
};

/* The private key of a key with a name (key.h), 0 when it has none. */
wchar_t line_private_key(uint32_t key);

#endif
