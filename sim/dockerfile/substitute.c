/* Patterns in substitutions. A pattern and a value go in, the value without a head or tail or with
 * matches replaced comes out.
 *
 * BuildKit makes a regular expression of the pattern (`*` is .* or .*?, `?` is .); this finds the
 * same matches directly. A pattern is a row of segments with stars between them. For a fixed start
 * the first place of every segment is as good as any later one for what follows, because a star
 * cannot leave its line; only the last segment tells the shortest from the longest match. */
#include "sim/dockerfile/substitute.h"

#include "sim/ground/buffer.h"
#include "sim/ground/utf8.h"

#include <stdint.h>

/* In a pattern, beside runes. */
static const uint32_t any_rune = UINT32_MAX, star = UINT32_MAX - 1;

struct runes {
    uint32_t *at;
    size_t len;
};

/* A value: its runes and where each begins; from[runes.len] is the end. */
struct subject {
    struct slice text;
    struct runes runes;
    uint32_t *from;
};

struct match {
    size_t from, to; /* runes */
};

/* The scanner that reads patterns and words drops a byte order mark in front. */
static struct slice without_mark(struct slice s)
{
    return slice_starts(s, S("\xEF\xBB\xBF")) ? slice_after(s, 3) : s;
}

static struct slice bad_escape(struct arena *arena, struct slice pattern, uint32_t rune)
{
    struct buffer message = {.arena = arena};
    buffer_string(&message, "invalid pattern (");
    buffer_put(&message, pattern);
    buffer_string(&message, ") in substitution: invalid escape '\\");
    utf8_put(&message, rune);
    buffer_byte(&message, '\'');
    return buffer_slice(&message);
}

/* The runes of a pattern, stars merged. False on a bad escape. */
static bool compile(struct arena *arena, struct slice pattern, struct runes *runes,
                    struct slice *cause)
{
    struct slice rest = without_mark(pattern);
    runes->at = arena_array(arena, uint32_t, rest.len);
    runes->len = 0;
    while (rest.len) {
        uint32_t rune = utf8_next(&rest);
        if (rune == '*') {
            if (runes->len && runes->at[runes->len - 1] == star)
                continue;
            rune = star;
        } else if (rune == '?') {
            rune = any_rune;
        } else if (rune == '\\') {
            if (rest.len && (*rest.at == '}' || *rest.at == '/'))
                continue;
            rune = rest.len ? utf8_next(&rest) : RUNE_ERROR;
            if (rune != '*' && rune != '?' && rune != '\\') {
                *cause = bad_escape(arena, pattern, rune);
                return false;
            }
        }
        runes->at[runes->len++] = rune;
    }
    return true;
}

static struct subject subject_of(struct arena *arena, struct slice text)
{
    struct subject subject = {.text = text};
    struct slice rest = text;
    subject.runes.at = arena_array(arena, uint32_t, text.len);
    subject.from = arena_array(arena, uint32_t, text.len + 1);
    while (rest.len) {
        subject.from[subject.runes.len] = (uint32_t)(text.len - rest.len);
        subject.runes.at[subject.runes.len++] = utf8_next(&rest);
    }
    subject.from[subject.runes.len] = (uint32_t)text.len;
    return subject;
}

static struct slice subject_part(const struct subject *subject, size_t from, size_t to)
{
    uint32_t at = subject->from[from];
    return slice_first(slice_after(subject->text, at), subject->from[to] - at);
}

static size_t segment_len(const uint32_t *at, const uint32_t *end)
{
    size_t n = 0;
    while (at + n < end && at[n] != star)
        n++;
    return n;
}

static bool segment_fits(const uint32_t *segment, size_t n, const struct runes *value, size_t at)
{
    if (value->len - at < n)
        return false;
    for (size_t i = 0; i < n; i++)
        if (segment[i] == any_rune ? value->at[at + i] == '\n' : segment[i] != value->at[at + i])
            return false;
    return true;
}

/* The first, or last, place of a segment that a star reaches from *at; *at moves there. */
static bool segment_find(const uint32_t *segment, size_t n, const struct runes *value, size_t *at,
                         bool last)
{
    bool found = false;
    for (size_t i = *at;; i++) {
        if (segment_fits(segment, n, value, i)) {
            *at = i;
            found = true;
            if (!last)
                return true;
        }
        if (i == value->len || value->at[i] == '\n')
            return found;
    }
}

enum fit { MATCHED, FAILED, FAILED_ON_LINE };

/* Matches from a fixed start. FAILED_ON_LINE: nor can any later start on the same line match. */
static enum fit match_at(const struct runes *pattern, const struct runes *value, size_t from,
                         bool longest, struct match *match)
{
    const uint32_t *segment = pattern->at, *end = pattern->at + pattern->len;
    size_t n = segment_len(segment, end), at = from;
    if (!segment_fits(segment, n, value, at))
        return FAILED;
    enum fit failed = FAILED_ON_LINE;
    for (size_t i = 0; i < n; i++)
        if (segment[i] == '\n')
            failed = FAILED;
    at += n;
    for (segment += n; segment < end; segment += n) {
        segment++; /* the star */
        n = segment_len(segment, end);
        if (!segment_find(segment, n, value, &at, longest && segment + n == end))
            return failed;
        at += n;
    }
    *match = (struct match){from, at};
    return MATCHED;
}

/* The leftmost match from `from` on, the longest there. */
static bool match_from(const struct runes *pattern, const struct runes *value, size_t from,
                       struct match *match)
{
    while (from <= value->len) {
        enum fit fit = match_at(pattern, value, from, true, match);
        if (fit == MATCHED)
            return true;
        if (fit == FAILED_ON_LINE)
            while (from < value->len && value->at[from] != '\n')
                from++;
        from++;
    }
    return false;
}

static void check_work(struct arena *arena, struct slice pattern, struct slice value)
{
    if (pattern.len && value.len > (size_t)(1 << 28) / pattern.len)
        arena_stop(arena, ARENA_TOO_LARGE, "a pattern and a value that are too long");
}

bool trim_head(struct arena *arena, struct slice pattern, struct slice value, bool longest,
               struct slice *result, struct slice *cause)
{
    struct runes runes;
    struct match match;
    if (!compile(arena, pattern, &runes, cause))
        return false;
    check_work(arena, pattern, value);
    struct subject subject = subject_of(arena, value);
    *result = value;
    if (match_at(&runes, &subject.runes, 0, longest, &match) == MATCHED)
        *result = subject_part(&subject, match.to, subject.runes.len);
    return true;
}

/* The runes of s from the last to the first; with escapes, a backslash stays in front of what it
 * escapes. */
static struct slice reversed(struct arena *arena, struct slice s, bool escapes)
{
    struct subject subject = subject_of(arena, s);
    struct buffer out = {.arena = arena};
    size_t len = subject.runes.len;
    const uint32_t *at = subject.runes.at;
    /* A pair is told from the front, so mark the escaped runes first. */
    unsigned char *escaped = arena_take_zero(arena, len + 1, 1);
    for (size_t i = 0; escapes && i + 1 < len; i++)
        if (at[i] == '\\')
            escaped[++i] = 1;
    buffer_reserve(&out, s.len);
    while (len--) {
        if (escaped[len]) {
            utf8_put(&out, at[len - 1]);
            utf8_put(&out, at[len--]);
        } else {
            utf8_put(&out, at[len]);
        }
    }
    return buffer_slice(&out);
}

/* BuildKit turns pattern and value round and trims the head, so the message shows the pattern
 * turned round. */
bool trim_tail(struct arena *arena, struct slice pattern, struct slice value, bool longest,
               struct slice *result, struct slice *cause)
{
    struct slice turned;
    if (!trim_head(arena, reversed(arena, pattern, true), reversed(arena, value, false), longest,
                   &turned, cause))
        return false;
    *result = reversed(arena, turned, false);
    return true;
}

bool replace_first(struct arena *arena, struct slice pattern, struct slice value,
                   struct slice replacement, struct slice *result, struct slice *cause)
{
    struct runes runes;
    struct match match;
    if (!compile(arena, pattern, &runes, cause))
        return false;
    check_work(arena, pattern, value);
    struct subject subject = subject_of(arena, value);
    *result = value;
    if (match_from(&runes, &subject.runes, 0, &match))
        *result = TEXT(arena, subject_part(&subject, 0, match.from), replacement,
                       subject_part(&subject, match.to, subject.runes.len));
    return true;
}

/* The length of the name at the start of a template's rest, behind its `$`, braces included; 0 when
 * there is none and the `$` stands for itself. */
static size_t template_name(struct slice s, struct slice *name)
{
    bool brace = s.len && *s.at == '{';
    struct slice rest = slice_after(s, brace);
    *name = rest;
    while (rest.len) {
        struct slice next = rest;
        uint32_t rune = utf8_next(&next);
        if (rune != '_' && !rune_is_letter(rune) && !rune_is_digit(rune))
            break;
        rest = next;
    }
    name->len -= rest.len;
    if (name->len == 0 || (brace && (rest.len == 0 || *rest.at != '}')))
        return 0;
    return name->len + (brace ? 2 : 0);
}

static void put_template(struct buffer *out, struct slice template, struct slice match)
{
    struct slice before, name;
    while (slice_cut(template, '$', &before, &template)) {
        buffer_put(out, before);
        size_t n = 1;
        if (template.len && *template.at == '$') {
            buffer_byte(out, '$');
        } else {
            n = template_name(template, &name);
            if (n == 0)
                buffer_byte(out, '$');
            else if (slice_equal(name, S("0")))
                buffer_put(out, match);
        }
        template = slice_after(template, n);
    }
    buffer_put(out, before);
}

bool replace_every(struct arena *arena, struct slice pattern, struct slice value,
                   struct slice replacement, struct slice *result, struct slice *cause)
{
    struct runes runes;
    struct match match;
    if (!compile(arena, pattern, &runes, cause))
        return false;
    check_work(arena, pattern, value);
    struct subject subject = subject_of(arena, value);
    struct buffer out = {.arena = arena};
    size_t done = 0, from = 0;
    while (from <= subject.runes.len && match_from(&runes, &subject.runes, from, &match)) {
        buffer_put(&out, subject_part(&subject, done, match.from));
        /* An empty match right behind another one does not count. */
        if (match.to > done || match.from == 0)
            put_template(&out, replacement, subject_part(&subject, match.from, match.to));
        done = match.to;
        from = match.to > from ? match.to : from + 1;
    }
    buffer_put(&out, subject_part(&subject, done, subject.runes.len));
    *result = buffer_slice(&out);
    return true;
}
