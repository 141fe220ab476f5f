/* The lines of a Dockerfile: physical lines become logical ones.
 *
 * Follows BuildKit's parser: lines end at LF, trailing CR and LF go, a byte order mark goes, parser
 * directives set the escape character, comments vanish also between continued lines, a continued
 * line takes the next one without a separator, blank lines do not end it, and a physical line of
 * more than 65,535 bytes ends the reading.
 *
 * A logical line that stands on one physical line is a slice of the source. One that is joined from
 * several is a copy in the arena with a list of segments, so that every part of it still knows the
 * bytes of the file it came from. */
#ifndef SIM_DOCKERFILE_SOURCE_H
#define SIM_DOCKERFILE_SOURCE_H

#include "sim/ground/arena.h"
#include "sim/ground/failure.h"
#include "sim/ground/origin.h"
#include "sim/ground/slice.h"

#include <stdbool.h>
#include <stdint.h>

/* The bytes of a joined line from `at` on stand in the source from `raw` on. */
struct segment {
    uint32_t at, raw;
};

struct segment_list {
    struct segment *at;
    size_t len, cap;
};

/* A logical line. */
struct logical_line {
    const char *base;             /* the source's first byte where text is a slice of it and not
                                     apart; else, or where nobody cared to say, null */
    struct slice text;            /* joined; leading blanks are gone, trailing ones are not */
    struct origin origin;         /* the whole of it in the source */
    struct segment_list segments; /* empty: text is a slice of origin.text->bytes */
    bool apart;                   /* every part of it has the origin of the whole: a trigger */
    bool empty_continuation;      /* a blank line was skipped on the way */
    uint32_t first_line, last_line;
    struct slice comment; /* the last comment line above, as it stands; empty without one */
};

/* The long way of logical_origin. */
struct origin joined_origin(const struct logical_line *line, struct slice part);

/* Where a part of line->text stands in the source. part must lie in it. */
static inline struct origin logical_origin(const struct logical_line *line, struct slice part)
{
    if (!line->base || !part.at)
        return joined_origin(line, part);
    uint32_t from = (uint32_t)(part.at - line->base);
    return (struct origin){line->origin.text, {from, from + (uint32_t)part.len}};
}

/* A reading of one source, from the first line to the last. */
struct line_reader {
    struct arena *arena;
    const struct text *text;
    const char *at, *end; /* what is still to be read */
    uint32_t line;        /* physical lines read so far */
    char escape;          /* backslash, or a backtick when the directive says so */
    bool directives_over;
    unsigned directives_seen;
    bool overlong;        /* a line of more than 65,535 bytes ended the reading */
    struct slice comment; /* the last comment line since the last instruction */
};

/* Starts: a byte order mark is skipped. */
void source_open(struct line_reader *reader, struct arena *arena, const struct text *text);

/* Reads the next logical line, with its directives, comments and blank lines before it. False at
 * the end, and when a directive is wrong: then failure->stage is set (message and lines). */
bool source_next(struct line_reader *reader, struct logical_line *line, struct failure *failure);

/* Reads the body of a heredoc up to a line that is `name`; with strip_tabs its leading TABs do not
 * count. False when the source ends first. */
bool source_heredoc(struct line_reader *reader, struct slice name, bool strip_tabs,
                    struct arg *body);

/* Looks for a directive the way a build does before it parses (`check`, `syntax`): it must start in
 * column 1, a "#!" line in front of it is skipped. Its whole value; false without one, and when
 * another directive stands twice before it. */
bool directive_find(struct slice bytes, struct slice name, struct slice *value);

/* A failure of the build that points to the lines first to last. */
void build_failure(struct arena *arena, struct failure *failure, struct slice message,
                   uint32_t first, uint32_t last);

#endif
