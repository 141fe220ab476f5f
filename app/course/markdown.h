/* CommonMark as lessons use it: a flat list of blocks, prose as runs of one style, each block with
 * its line in the file.
 *
 * Everything lives in the arena. The nesting of lists and quotes is told by a level, not by a tree:
 * what is shown is a page of text. */
#ifndef APP_COURSE_MARKDOWN_H
#define APP_COURSE_MARKDOWN_H

#include "sim/sim.h"

enum markdown_style {
    MARKDOWN_PLAIN,
    MARKDOWN_CODE,
    MARKDOWN_EMPHASIS,
    MARKDOWN_STRONG,
    MARKDOWN_LINK, /* link is where it leads */
};

struct markdown_run {
    struct slice text;
    enum markdown_style style;
    struct slice link;
};

enum markdown_kind {
    MARKDOWN_HEADING,   /* level 1 to 6 */
    MARKDOWN_PARAGRAPH, /* level: how deep in lists it stands */
    MARKDOWN_ITEM,      /* the first paragraph of a list's item; number is 0 for a bullet */
    MARKDOWN_QUOTE,     /* a paragraph of a quote; those of one quote share their group */
    MARKDOWN_INDENTED,  /* a code block without fences */
    MARKDOWN_FENCED,    /* a code block with fences: info and text */
    MARKDOWN_BREAK,     /* a thematic break */
    MARKDOWN_HTML,      /* text as it stands */
};

struct markdown_block {
    enum markdown_kind kind;
    uint32_t line; /* where it starts, from 1; of a fenced block its fence */
    unsigned level, number, group;
    struct markdown_run *at; /* prose; a line break is '\n' in a run, a soft one a blank */
    size_t len, cap;
    struct slice info, text; /* of code and HTML; text has no line end behind its last line */
};

struct markdown {
    struct markdown_block *at;
    size_t len, cap;
};

/* Reads a text, whatever its bytes are. What is needed only while reading is taken from scratch. */
void markdown_read(struct arena *arena, struct arena *scratch, struct slice text,
                   struct markdown *markdown);

/* The prose of a block as one text, without styles. */
struct slice markdown_text(struct arena *arena, const struct markdown_block *block);

#endif
