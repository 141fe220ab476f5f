/* Names of keys. In: a key's number. Out: the word that is shown for it. See key.h. */
#include "app/ground/key.h"

#include <stdio.h>

struct named_key {
    uint32_t key;
    const char *name;
};

static const struct named_key named_keys[] = {
    {KEYS_TAB, "Tab"},        {KEYS_ENTER, "Enter"},       {KEYS_ESC, "Esc"},
    {' ', "Space"},           {KEYS_ERASE, "Backspace"},   {KEYS_UP, "Up"},
    {KEYS_DOWN, "Down"},      {KEYS_LEFT, "Left"},         {KEYS_RIGHT, "Right"},
    {KEYS_HOME, "Home"},      {KEYS_END, "End"},           {KEYS_PAGE_UP, "PgUp"},
    {KEYS_PAGE_DOWN, "PgDn"}, {KEYS_INSERT, "Ins"},        {KEYS_DELETE, "Del"},
    {KEYS_BACKTAB, "S-Tab"},  {KEYS_OTHER, "key"},         {KEYS_PASTE, "paste"},
    {KEYS_CLICK, "click"},    {KEYS_WHEEL_UP, "wheel up"}, {KEYS_WHEEL_DOWN, "wheel down"},
    {KEYS_RESIZE, "resize"},  {KEYS_IDLE, "idle"},         {KEYS_QUIT, "quit"},
    {KEYS_GONE, "gone"},
};

bool key_is_text(uint32_t key)
{
    return key >= ' ' && key != KEYS_ERASE && key < KEYS_NAMED && (key < 0x80 || key > 0x9F);
}

/* The name without modifiers. */
static void base_name(uint32_t key, char *name, size_t size)
{
    for (size_t i = 0; i < sizeof named_keys / sizeof *named_keys; i++) {
        if (named_keys[i].key == key) {
            snprintf(name, size, "%s", named_keys[i].name);
            return;
        }
    }
    if (key < ' ')
        snprintf(name, size, "^%c", (char)(key + 64));
    else if (key >= KEYS_F1 && key <= KEYS_F12)
        snprintf(name, size, "F%u", (unsigned)(key - KEYS_F1 + 1));
    else if (key < 0x7F)
        snprintf(name, size, "%c", (char)key);
    else
        snprintf(name, size, "U+%04X", (unsigned)key);
}

const char *key_words(uint32_t key, char name[KEY_NAME_SIZE])
{
    char base[KEY_NAME_SIZE / 2];
    base_name(key & ~(uint32_t)(KEYS_ALT | KEYS_CTRL | KEYS_SHIFT), base, sizeof base);
    snprintf(name, KEY_NAME_SIZE, "%s%s%s%s", key & KEYS_ALT ? "M-" : "",
             key & KEYS_CTRL ? "C-" : "", key & KEYS_SHIFT ? "S-" : "", base);
    return name;
}
