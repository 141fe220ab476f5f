/* The character set of the terminal, found out when the first character beyond ASCII is to be
 * shown: most answers have none, and setting a locale takes longer than giving an answer. */
#ifndef APP_GROUND_CHARSET_H
#define APP_GROUND_CHARSET_H

#include <stdbool.h>

/* Shows ASCII only, whatever the locale says (--ascii). To be called before charset_is_utf8. */
void charset_use_ascii(void);

/* Whether UTF-8 can be shown. The first call sets LC_CTYPE from the environment; where its codeset
 * is another one, C.UTF-8 is tried. */
bool charset_is_utf8(void);

#endif
