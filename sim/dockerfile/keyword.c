/* Keywords: a row each, and finding the row of a name as it was written, in any letter case. */
#include "sim/dockerfile/keyword.h"

#include "sim/ground/utf8.h"

/* The zero row of KEYWORD_UNKNOWN reads nothing. */
const struct keyword_row keyword_rows[KEYWORD_COUNT] = {
    [KEYWORD_ADD] = {S_INIT("ADD"), READ_LIST},
    [KEYWORD_ARG] = {S_INIT("ARG"), READ_NAMES},
    [KEYWORD_CMD] = {S_INIT("CMD"), READ_COMMAND},
    [KEYWORD_COPY] = {S_INIT("COPY"), READ_LIST},
    [KEYWORD_ENTRYPOINT] = {S_INIT("ENTRYPOINT"), READ_COMMAND},
    [KEYWORD_ENV] = {S_INIT("ENV"), READ_PAIRS},
    [KEYWORD_EXPOSE] = {S_INIT("EXPOSE"), READ_WORDS},
    [KEYWORD_FROM] = {S_INIT("FROM"), READ_WORDS},
    [KEYWORD_HEALTHCHECK] = {S_INIT("HEALTHCHECK"), READ_HEALTH},
    [KEYWORD_LABEL] = {S_INIT("LABEL"), READ_PAIRS},
    [KEYWORD_MAINTAINER] = {S_INIT("MAINTAINER"), READ_TEXT},
    [KEYWORD_ONBUILD] = {S_INIT("ONBUILD"), READ_TRIGGER},
    [KEYWORD_RUN] = {S_INIT("RUN"), READ_COMMAND},
    [KEYWORD_SHELL] = {S_INIT("SHELL"), READ_COMMAND},
    [KEYWORD_STOPSIGNAL] = {S_INIT("STOPSIGNAL"), READ_TEXT},
    [KEYWORD_USER] = {S_INIT("USER"), READ_TEXT},
    [KEYWORD_VOLUME] = {S_INIT("VOLUME"), READ_LIST},
    [KEYWORD_WORKDIR] = {S_INIT("WORKDIR"), READ_TEXT},
};

/* The keywords by their first letter; zeros fill up. */
static const unsigned char by_letter[26][4] = {
    ['A' - 'A'] = {KEYWORD_ADD, KEYWORD_ARG},
    ['C' - 'A'] = {KEYWORD_CMD, KEYWORD_COPY},
    ['E' - 'A'] = {KEYWORD_ENTRYPOINT, KEYWORD_ENV, KEYWORD_EXPOSE},
    ['F' - 'A'] = {KEYWORD_FROM},
    ['H' - 'A'] = {KEYWORD_HEALTHCHECK},
    ['L' - 'A'] = {KEYWORD_LABEL},
    ['M' - 'A'] = {KEYWORD_MAINTAINER},
    ['O' - 'A'] = {KEYWORD_ONBUILD},
    ['R' - 'A'] = {KEYWORD_RUN},
    ['S' - 'A'] = {KEYWORD_SHELL, KEYWORD_STOPSIGNAL},
    ['U' - 'A'] = {KEYWORD_USER},
    ['V' - 'A'] = {KEYWORD_VOLUME},
    ['W' - 'A'] = {KEYWORD_WORKDIR},
};

/* Whether name, which is no shorter, is `upper` in some letter case, Unicode's included: a Kelvin
 * sign is a K. */
static bool is_keyword(struct slice name, struct slice upper)
{
    if (name.len == upper.len) {
        if (memcmp(name.at, upper.at, upper.len) == 0)
            return true;
        size_t i = 0;
        while (i < upper.len && (name.at[i] | 32) == (upper.at[i] | 32))
            i++;
        return i == upper.len;
    }
    if (name.len > 3 * upper.len)
        return false;
    for (size_t i = 0; i < upper.len; i++) {
        if (name.len == 0)
            return false;
        uint32_t rune = utf8_next(&name);
        uint32_t lower = rune >= 'A' && rune <= 'Z' ? rune + 32 : rune;
        if (rune >= 0x80)
            lower = rune_lower(rune);
        if (lower != (uint32_t)(unsigned char)upper.at[i] + 32)
            return false;
    }
    return name.len == 0;
}

enum keyword keyword_of(struct slice name)
{
    if (name.len == 0)
        return KEYWORD_UNKNOWN;
    unsigned letter = ((unsigned char)*name.at | 32u) - 'a';
    if (letter >= 26)
        return KEYWORD_UNKNOWN;
    for (const unsigned char *at = by_letter[letter]; *at; at++)
        if (name.len >= keyword_rows[*at].name.len && is_keyword(name, keyword_rows[*at].name))
            return *at;
    return KEYWORD_UNKNOWN;
}
