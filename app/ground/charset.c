/* LC_CTYPE, set once and late. See charset.h. */
#include "app/ground/charset.h"

#include <langinfo.h>
#include <locale.h>
#include <string.h>

static enum { NOT_ASKED, UTF8, ASCII } charset;

void charset_use_ascii(void)
{
    charset = ASCII;
}

static bool takes_utf8(const char *locale)
{
    return setlocale(LC_CTYPE, locale) && strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

bool charset_is_utf8(void)
{
    if (charset == NOT_ASKED)
        charset = takes_utf8("") || takes_utf8("C.UTF-8") ? UTF8 : ASCII;
    if (charset == ASCII)
        setlocale(LC_CTYPE, "C");
    return charset == UTF8;
}
