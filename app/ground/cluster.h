/* A cluster: what takes one place on the screen and one step of the cursor, a base rune with the
 * marks that combine with it.
 *
 * What may reach a terminal is decided here and nowhere else: a rune that Go's %q would print and
 * that libc's wcwidth has a width for. Everything else (control characters, bytes that are no
 * UTF-8, invisible and direction-changing runes, blanks that are no U+0020, a mark with nothing to
 * stand on) is an escape and shown in ASCII: ^[ for U+001B, \x9b for a bad byte, \u00a0 for a rune.
 * The widths are those of the locale's character set: in a plain C locale all but ASCII is an
 * escape. */
#ifndef APP_GROUND_CLUSTER_H
#define APP_GROUND_CLUSTER_H

#include "sim/sim.h"

#include <stddef.h>
#include <stdint.h>

enum cluster_kind {
    CLUSTER_PLAIN,
    CLUSTER_TAB,    /* blanks up to the next stop where text is laid out, else ^I */
    CLUSTER_ESCAPE, /* shown by cluster_escape */
};

struct cluster {
    enum cluster_kind kind;
    uint32_t rune;    /* the base; of a bad byte the byte */
    unsigned columns; /* 1 or 2; of an escape as many as its text has, of a TAB 2 (^I) */
    size_t len;       /* bytes, those of the marks included */
};

enum { CLUSTER_ESCAPE_SIZE = 12, CLUSTER_TAB_STOP = 8 };

/* The cluster that starts at byte `at`, which must be less than text.len. */
struct cluster cluster_at(struct slice text, size_t at);

/* Where the cluster before `at` starts, for an `at` between two clusters and above 0. */
size_t cluster_before(struct slice text, size_t at);

/* The ASCII text of an escape or a TAB, NUL-terminated; returns its length. */
size_t cluster_escape(struct slice text, size_t at, char out[CLUSTER_ESCAPE_SIZE]);

/* The column behind a cluster that starts in `column`, a TAB going to the next stop. */
unsigned cluster_column(struct cluster cluster, unsigned column);

/* How many columns the text takes on one row, TABs going to their stops. */
unsigned text_columns(struct slice text);

/* How many bytes from the start of text stand within the first `columns` columns, whole clusters.
 */
size_t text_fit(struct slice text, unsigned columns);

/* The columns of a rune: 0 for a mark, 1 or 2, negative when it must not reach a terminal. */
int rune_columns(uint32_t rune);

#endif
