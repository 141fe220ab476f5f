/* Text as a terminal shows it, cluster by cluster. In: bytes. Out: steps, widths, escapes. The
 * widths are libc's wcwidth, which curses and the line editor use as well, so that all three agree.
 */
#include "app/ground/cluster.h"

#include <stdio.h>
#include <wchar.h>

int rune_columns(uint32_t rune)
{
    if (rune < 0x80)
        return rune >= 0x20 && rune != 0x7F ? 1 : -1;
    return rune_is_print(rune) ? wcwidth((wchar_t)rune) : -1;
}

/* Whether the bytes at `at` are the replacement rune because they are no UTF-8. */
static bool is_bad_byte(uint32_t rune, size_t len)
{
    return rune == RUNE_ERROR && len == 1;
}

/* How many columns the escape of a rune takes. */
static unsigned escape_columns(uint32_t rune, bool bad_byte)
{
    if (bad_byte)
        return 4;
    if (rune < 0x80)
        return 2;
    return rune > 0xFFFF ? 10 : 6;
}

/* How many bytes of marks follow at `at`. */
static size_t marks_len(struct slice text, size_t at)
{
    size_t from = at;
    while (at < text.len && (unsigned char)text.at[at] >= 0x80) {
        size_t len;
        uint32_t rune = utf8_decode(slice_after(text, at), &len);
        if (is_bad_byte(rune, len) || rune_columns(rune) != 0)
            break;
        at += len;
    }
    return at - from;
}

struct cluster cluster_at(struct slice text, size_t at)
{
    unsigned char c = (unsigned char)text.at[at];
    size_t len = 1;
    uint32_t rune = c < 0x80 ? c : utf8_decode(slice_after(text, at), &len);
    if (rune == '\t')
        return (struct cluster){CLUSTER_TAB, rune, 2, 1};
    bool bad = is_bad_byte(rune, len);
    int columns = bad ? -1 : rune_columns(rune);
    if (columns <= 0)
        return (struct cluster){CLUSTER_ESCAPE, bad ? c : rune, escape_columns(rune, bad), len};
    return (struct cluster){CLUSTER_PLAIN, rune, (unsigned)columns,
                            len + marks_len(text, at + len)};
}

size_t cluster_before(struct slice text, size_t at)
{
    /* Back over marks to their base; without a printable base each mark is a step of its own. */
    size_t step = 0;
    for (size_t from = at; from;) {
        unsigned char c = (unsigned char)text.at[from - 1];
        size_t len = 1;
        uint32_t rune = c < 0x80 ? c : utf8_decode_last(slice_first(text, from), &len);
        step = step ? step : len;
        int columns = is_bad_byte(rune, len) ? -1 : rune_columns(rune);
        from -= len;
        if (columns > 0)
            return from;
        if (columns < 0)
            break;
    }
    return at - step;
}

size_t cluster_escape(struct slice text, size_t at, char out[CLUSTER_ESCAPE_SIZE])
{
    size_t len;
    uint32_t rune = utf8_decode(slice_after(text, at), &len);
    int n;
    if (is_bad_byte(rune, len))
        n = snprintf(out, CLUSTER_ESCAPE_SIZE, "\\x%02x", (unsigned)(unsigned char)text.at[at]);
    else if (rune < 0x80)
        n = snprintf(out, CLUSTER_ESCAPE_SIZE, "^%c", (char)(rune ^ 0x40));
    else
        n = snprintf(out, CLUSTER_ESCAPE_SIZE, rune > 0xFFFF ? "\\U%08x" : "\\u%04x", rune);
    return (size_t)n;
}

unsigned cluster_column(struct cluster cluster, unsigned column)
{
    if (cluster.kind == CLUSTER_TAB)
        return column + CLUSTER_TAB_STOP - column % CLUSTER_TAB_STOP;
    return column + cluster.columns;
}

/* How many bytes from `at` on are printable ASCII that no mark follows, at most limit. */
static size_t plain_run(struct slice text, size_t at, size_t limit)
{
    size_t end = text.len - at < limit ? text.len : at + limit, from = at;
    while (at < end && text.at[at] >= ' ' && text.at[at] < 0x7F)
        at++;
    bool mark = at > from && at < text.len && (unsigned char)text.at[at] >= 0x80;
    return at - from - mark;
}

unsigned text_columns(struct slice text)
{
    unsigned column = 0;
    for (size_t at = 0; at < text.len;) {
        size_t run = plain_run(text, at, text.len);
        column += (unsigned)run;
        at += run;
        if (at == text.len)
            break;
        struct cluster cluster = cluster_at(text, at);
        column = cluster_column(cluster, column);
        at += cluster.len;
    }
    return column;
}

size_t text_fit(struct slice text, unsigned columns)
{
    unsigned column = 0;
    size_t at = 0;
    while (at < text.len) {
        size_t run = plain_run(text, at, columns - column);
        column += (unsigned)run;
        at += run;
        if (at == text.len)
            break;
        struct cluster cluster = cluster_at(text, at);
        column = cluster_column(cluster, column);
        if (column > columns)
            break;
        at += cluster.len;
    }
    return at;
}
