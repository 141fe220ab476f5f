/* Patterns of the shell. Input: a marked text; output: a list of elements, and what it matches.
 *
 * A pattern runs over a text as a set of places it has reached, so the cost is at most length times
 * length, whatever the stars; a ceiling on steps ends what would still be too much. Models bash's
 * matching in C.UTF-8: classes such as [[:alpha:]] know ASCII, ranges go by code point. */
#include "sim/shell/pattern.h"

#include "sim/ground/utf8.h"

enum { STEPS_CEILING = 50000000 };

void marked_put(struct arena *arena, struct marked *marked, struct slice s, unsigned char mark)
{
    if (marked->cap - marked->len < s.len) {
        size_t cap = marked->cap ? 2 * marked->cap : 64;
        cap = cap - marked->len < s.len ? marked->len + s.len : cap;
        char *at = arena_take(arena, cap);
        unsigned char *marks = arena_take(arena, cap);
        if (marked->len) {
            memcpy(at, marked->at, marked->len);
            memcpy(marks, marked->marks, marked->len);
        }
        marked->at = at;
        marked->marks = marks;
        marked->cap = cap;
    }
    if (s.len) {
        memcpy(marked->at + marked->len, s.at, s.len);
        memset(marked->marks + marked->len, mark, s.len);
    }
    marked->len += s.len;
}

struct slice marked_bytes(struct arena *arena, const struct marked *marked, size_t from, size_t to)
{
    struct slice s = {marked->at ? marked->at + from : "", to - from};
    size_t nulls = 0;
    for (size_t i = from; i < to; i++)
        nulls += (marked->marks[i] & BYTE_NULL) != 0;
    if (!nulls)
        return s;
    char *at = arena_take(arena, s.len - nulls);
    size_t n = 0;
    for (size_t i = from; i < to; i++)
        if (!(marked->marks[i] & BYTE_NULL))
            at[n++] = marked->at[i];
    return (struct slice){at, n};
}

bool pattern_magic(const struct marked *marked, size_t from, size_t to)
{
    bool open = false;
    for (size_t i = from; i < to; i++) {
        if (marked->marks[i] & (BYTE_QUOTED | BYTE_NULL))
            continue;
        char c = marked->at[i];
        if (c == '*' || c == '?' || (c == ']' && open))
            return true;
        if (c == '\\')
            i++;
        else if (c == '[')
            open = true;
        else if (c == '/')
            open = false;
    }
    return false;
}

/* Behind the ] that ends the set starting at i, or 0 without one. */
static size_t set_end(const struct marked *marked, size_t i, size_t to)
{
    const char *at = marked->at;
    size_t first = i;
    for (; i < to; i++) {
        bool quoted = marked->marks[i] & BYTE_QUOTED;
        if (quoted)
            continue;
        if (at[i] == '[' && i + 1 < to &&
            (at[i + 1] == ':' || at[i + 1] == '.' || at[i + 1] == '=')) {
            for (size_t j = i + 2; j + 1 < to; j++)
                if (at[j] == at[i + 1] && at[j + 1] == ']') {
                    i = j + 1;
                    break;
                }
            continue;
        }
        if (at[i] == '\\' && i + 1 < to)
            i++;
        else if (at[i] == '/')
            return 0;
        else if (at[i] == ']' && i > first)
            return i + 1;
    }
    return 0;
}

/* Compiles the set whose inside starts at i; answers where it ends, 0 when it is none. */
static size_t compile_set(struct arena *arena, const struct marked *marked, size_t i, size_t to,
                          struct element *element)
{
    *element = (struct element){.kind = ELEMENT_SET};
    if (i < to && (marked->at[i] == '!' || marked->at[i] == '^') &&
        !(marked->marks[i] & BYTE_QUOTED)) {
        element->negated = true;
        i++;
    }
    size_t end = set_end(marked, i, to);
    if (end == 0)
        return 0;
    struct marked inside = {0};
    for (; i < end - 1; i++) {
        if (marked->marks[i] & BYTE_QUOTED)
            marked_put(arena, &inside, S("\\"), 0);
        marked_put(arena, &inside, (struct slice){marked->at + i, 1}, 0);
    }
    element->set = (struct slice){inside.at, inside.len};
    return end;
}

void pattern_compile(struct arena *arena, const struct marked *marked, size_t from, size_t to,
                     struct pattern *pattern)
{
    for (size_t i = from; i < to;) {
        char c = marked->at[i];
        bool active = !(marked->marks[i] & BYTE_QUOTED);
        struct element element = {.kind = ELEMENT_RUNE};
        if (marked->marks[i] & BYTE_NULL) {
            i++;
            continue;
        }
        size_t end = active && c == '[' ? compile_set(arena, marked, i + 1, to, &element) : 0;
        if (end) {
            i = end;
        } else if (active && (c == '*' || c == '?')) {
            element.kind = c == '*' ? ELEMENT_STAR : ELEMENT_ANY;
            i++;
            bool again =
                c == '*' && pattern->len && pattern->at[pattern->len - 1].kind == ELEMENT_STAR;
            if (again)
                continue;
        } else {
            i += active && c == '\\' && i + 1 < to;
            size_t len;
            element.kind = ELEMENT_RUNE;
            struct slice rest = {marked->at + i, to - i};
            element.rune = utf8_decode(rest, &len);
            if (element.rune == RUNE_ERROR && len == 1)
                element.rune = 0x110000 + (unsigned char)*rest.at;
            i += len;
        }
        *list_add(arena, pattern) = element;
    }
}

/* A rune, where a bad byte counts as one of its own. */
static uint32_t next_rune(struct slice *s)
{
    const char *at = s->at;
    uint32_t rune = utf8_next(s);
    return rune == RUNE_ERROR && s->at - at == 1 ? 0x110000u + (unsigned char)*at : rune;
}

/* The same at the end. */
static uint32_t last_rune(struct slice *s)
{
    size_t len;
    uint32_t rune = utf8_decode_last(*s, &len);
    s->len -= len;
    return rune == RUNE_ERROR && len == 1 ? 0x110000u + (unsigned char)s->at[s->len] : rune;
}

/* Whether a rune is one of a range of ASCII. */
static bool in_range(uint32_t rune, char from, char to)
{
    return rune >= (unsigned char)from && rune <= (unsigned char)to;
}

/* [:name:], as C.UTF-8 has it. */
static bool in_class(struct slice name, uint32_t c)
{
    bool upper = in_range(c, 'A', 'Z'), lower = in_range(c, 'a', 'z'),
         digit = in_range(c, '0', '9');
    bool graph = in_range(c, '!', '~');
    struct {
        struct slice name;
        bool holds;
    } classes[] = {
        {S("alpha"), upper || lower || rune_is_letter(c)},
        {S("digit"), digit},
        {S("alnum"), upper || lower || digit || rune_is_letter(c) || rune_is_digit(c)},
        {S("upper"), upper || (rune_is_letter(c) && rune_lower(c) != c)},
        {S("lower"), lower || (rune_is_letter(c) && rune_upper(c) != c)},
        {S("space"), c == ' ' || in_range(c, '\t', '\r')},
        {S("blank"), c == ' ' || c == '\t'},
        {S("cntrl"), c < 32 || c == 127},
        {S("graph"), graph || (c > 127 && rune_is_print(c))},
        {S("print"), graph || c == ' ' || (c > 127 && rune_is_print(c))},
        {S("punct"), graph && !upper && !lower && !digit},
        {S("xdigit"), digit || in_range(c, 'a', 'f') || in_range(c, 'A', 'F')},
        {S("word"), upper || lower || digit || c == '_' || rune_is_letter(c)},
        {S("ascii"), c < 128},
    };
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        if (slice_equal(classes[i].name, name))
            return classes[i].holds;
    return false;
}

/* One member of a set: a rune, [:class:] (then *holds tells), [.x.] or [=x=]. */
static uint32_t set_member(struct slice *set, uint32_t rune, bool *holds)
{
    if (set->len > 3 && set->at[0] == '[' &&
        (set->at[1] == ':' || set->at[1] == '.' || set->at[1] == '=')) {
        for (size_t i = 2; i + 1 < set->len; i++) {
            if (set->at[i] != set->at[1] || set->at[i + 1] != ']')
                continue;
            struct slice name = {set->at + 2, i - 2};
            bool class = set->at[1] == ':';
            *set = slice_after(*set, i + 2);
            if (class) {
                *holds = in_class(name, rune);
                return UINT32_MAX;
            }
            return name.len ? next_rune(&name) : UINT32_MAX;
        }
    }
    if (*set->at == '\\' && set->len > 1)
        *set = slice_after(*set, 1);
    return next_rune(set);
}

/* Whether a set holds a rune; ranges go by code point. */
static bool set_holds(const struct element *element, uint32_t rune)
{
    bool found = false;
    for (struct slice set = element->set; set.len && !found;) {
        uint32_t from = set_member(&set, rune, &found), to = from;
        if (from == UINT32_MAX)
            continue;
        if (set.len > 1 && *set.at == '-') {
            set = slice_after(set, 1);
            to = set_member(&set, rune, &found);
        }
        found = found || (rune >= from && rune <= to);
    }
    return found != element->negated;
}

/* Whether one element takes a rune. */
static bool element_holds(const struct element *element, uint32_t rune)
{
    switch (element->kind) {
    case ELEMENT_RUNE: return element->rune == rune;
    case ELEMENT_SET: return set_holds(element, rune);
    default: return true;
    }
}

/* A run of a pattern over a text: the places reached, in rising order. */
struct run {
    const struct pattern *pattern;
    uint32_t *reached, *next;
    size_t len;
    bool backward;
};

/* Element i in the direction of the run. */
static const struct element *element_at(const struct run *run, size_t i)
{
    return run->pattern->at + (run->backward ? run->pattern->len - 1 - i : i);
}

/* Adds a place and those behind stars in front of it, unless they are there. */
static size_t reach(const struct run *run, uint32_t *places, size_t len, uint32_t place)
{
    for (;;) {
        if (len && places[len - 1] >= place)
            return len;
        places[len++] = place;
        if (place >= run->pattern->len || element_at(run, place)->kind != ELEMENT_STAR)
            return len;
        place++;
    }
}

/* Starts a run in front of the text, or behind it. */
static void run_start(struct arena *arena, struct run *run, const struct pattern *pattern,
                      bool backward)
{
    run->pattern = pattern;
    run->backward = backward;
    run->reached = arena_array(arena, uint32_t, 2 * (pattern->len + 2));
    run->next = run->reached + pattern->len + 2;
    run->len = reach(run, run->reached, 0, 0);
}

/* Whether all of the pattern was gone through. */
static bool run_matched(const struct run *run)
{
    return run->len && run->reached[run->len - 1] == run->pattern->len;
}

/* Takes one rune. */
static void run_step(struct arena *arena, struct run *run, uint32_t rune)
{
    size_t len = 0;
    for (size_t i = 0; i < run->len; i++) {
        uint32_t place = run->reached[i];
        if (place >= run->pattern->len)
            continue;
        const struct element *element = element_at(run, place);
        if (element->kind == ELEMENT_STAR)
            len = reach(run, run->next, len, place);
        else if (element_holds(element, rune))
            len = reach(run, run->next, len, place + 1);
    }
    uint32_t *spent = run->reached;
    run->reached = run->next;
    run->next = spent;
    *run->pattern->steps += run->len + 1;
    run->len = len;
    if (*run->pattern->steps > STEPS_CEILING)
        arena_stop(arena, ARENA_TOO_LARGE, "patterns over long texts");
}

bool pattern_match(struct arena *arena, const struct pattern *pattern, struct slice text)
{
    struct run run;
    run_start(arena, &run, pattern, false);
    while (text.len && run.len)
        run_step(arena, &run, next_rune(&text));
    return run_matched(&run);
}

ptrdiff_t pattern_part(struct arena *arena, const struct pattern *pattern, struct slice text,
                       bool suffix, bool longest)
{
    struct run run;
    ptrdiff_t found = PATTERN_NO_MATCH;
    size_t whole = text.len;
    run_start(arena, &run, pattern, suffix);
    for (;;) {
        if (run_matched(&run)) {
            found = (ptrdiff_t)(whole - text.len);
            if (!longest)
                return found;
        }
        if (!text.len || !run.len)
            return found;
        run_step(arena, &run, suffix ? last_rune(&text) : next_rune(&text));
    }
}
