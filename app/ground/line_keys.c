/* In: a key. Out: the control character that stands for it. See line_keys.h. */
#include "app/ground/line_keys.h"

#include "app/ground/key.h"

#include <stddef.h>

static const struct {
    uint32_t key;
    wchar_t private;
} rows[] = {
    {KEYS_UP, PRIVATE_UP},
    {KEYS_DOWN, PRIVATE_DOWN},
    {KEYS_LEFT, PRIVATE_LEFT},
    {KEYS_RIGHT, PRIVATE_RIGHT},
    {KEYS_HOME, PRIVATE_HOME},
    {KEYS_END, PRIVATE_END},
    {KEYS_DELETE, PRIVATE_DELETE},
    {KEYS_LEFT | KEYS_CTRL, PRIVATE_WORD_LEFT},
    {KEYS_RIGHT | KEYS_CTRL, PRIVATE_WORD_RIGHT},
};

wchar_t line_private_key(uint32_t key)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].key == key)
            return rows[i].private;
    return 0;
}
