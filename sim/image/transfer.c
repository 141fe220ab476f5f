/* COPY and ADD: expanded and checked. Nothing of them reaches the config; they can only fail.
 *
 * Models dockerfile2llb/convert.go, dispatchCopy: chmod, checksum, and what counts as a git source
 * or a URL. */
#include "sim/image/stage.h"

#include "sim/ground/number.h"
#include "sim/ground/quote.h"
#include "sim/image/path.h"

enum { HIGHEST_MODE = 07777 };

/* The operands after expansion. */
struct transfer {
    const struct instruction *instruction;
    bool add, windows;
    struct slice chmod, checksum, destination;
    struct slice *sources;
    size_t sources_len;
};

static bool is_word(char c, const char *more)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           memchr(more, c, strlen(more));
}

/* user@host:path */
static bool is_scp(struct slice s)
{
    size_t at = 0;
    while (at < s.len && is_word(s.at[at], "-_"))
        at++;
    if (at == 0 || at == s.len || s.at[at] != '@')
        return false;
    size_t colon = at + 1;
    while (colon < s.len && is_word(s.at[colon], "-."))
        colon++;
    return colon > at + 1 && colon < s.len && s.at[colon] == ':';
}

/* A URL of the two schemes that ADD fetches. */
static bool is_http(struct slice s)
{
    return slice_starts(s, S("http://")) || slice_starts(s, S("https://"));
}

/* Whether a URL is of a scheme, which may be written in any letter case. */
static bool is_of(struct slice url, struct slice scheme)
{
    return slice_equal_fold(slice_first(url, scheme.len), scheme);
}

/* git:// and ssh:// URLs, user@host:path, and http(s) URLs whose path ends in .git. */
static bool is_git(struct slice s)
{
    if (is_of(s, S("git://")) || is_of(s, S("ssh://")))
        return true;
    if (!is_of(s, S("http://")) && !is_of(s, S("https://")))
        return is_scp(s);
    struct slice path = slice_first(s, slice_find(s, '#'));
    path = slice_first(path, slice_find(path, '?'));
    path = slice_after(path, slice_find(path, ':') + 3);
    path = slice_after(path, slice_find(path, '/'));
    return slice_ends(path, S(".git"));
}

/* What a checksum may be given for. A path below github.com is taken for git here, although it is
 * read as a local path. */
static bool has_checksum(struct slice s)
{
    return is_http(s) || is_git(s) || slice_starts(s, S("github.com/"));
}

/* Symbolic modes of chmod: [ugoa]*([-+=][rwxXstugo]*)+ joined by commas. */
static bool is_symbolic(struct slice s)
{
    struct slice clause;
    for (bool more = true; more;) {
        more = slice_cut(s, ',', &clause, &s);
        size_t i = 0;
        while (i < clause.len && memchr("ugoa", clause.at[i], 4))
            i++;
        if (i == clause.len || !memchr("-+=", clause.at[i], 3))
            return false;
        for (; i < clause.len; i++)
            if (!memchr("-+=rwxXstugo", clause.at[i], 12))
                return false;
    }
    return true;
}

/* The complaint about --chmod; empty when it is right. What looks like a number is told about
 * numbers. */
static struct slice chmod_fault(struct arena *arena, struct slice mode)
{
    uint64_t number;
    bool octal = parse_uint(mode, 8, 32, &number) == NUMBER_OK;
    if (octal ? number <= HIGHEST_MODE : is_symbolic(mode))
        return S("");
    if (!octal && (mode.at[0] < '0' || mode.at[0] > '9'))
        return S("invalid syntax");
    return TEXT(arena, S("invalid chmod parameter: '"), mode,
                S("'. it should be octal string and between 0 and 07777"));
}

/* ALGORITHM:HEX of a known algorithm. */
static struct slice checksum_fault(struct slice checksum)
{
    static const struct {
        struct slice name;
        size_t hex;
    } known[] = {{S_INIT("sha256"), 64}, {S_INIT("sha384"), 96}, {S_INIT("sha512"), 128}};
    struct slice name, hex;
    if (!slice_cut(checksum, ':', &name, &hex) || !name.len || !hex.len)
        return S("invalid checksum digest format");
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        if (!slice_equal(name, known[i].name))
            continue;
        if (hex.len != known[i].hex)
            return S("invalid checksum digest length");
        for (size_t h = 0; h < hex.len; h++)
            if (!memchr("0123456789abcdef", hex.at[h], 16))
                return S("invalid checksum digest format");
        return S("");
    }
    for (size_t i = 0; i < checksum.len; i++)
        if (checksum.at[i] != ':' && !is_word(checksum.at[i], ".+_-="))
            return S("invalid checksum digest format");
    return S("unsupported digest algorithm");
}

/* The complaint about the destination, which has to be on the system drive. */
static struct slice destination_fault(struct arena *arena, const struct transfer *t)
{
    struct slice fault;
    return path_is_on_drive(arena, t->destination, t->windows, &fault)
               ? S("")
               : TEXT(arena, S("removing drive letter: "), fault);
}

/* The complaint about the sources, the first wrong one; empty when all are right. */
static struct slice sources_fault(struct arena *arena, const struct transfer *t)
{
    if (t->checksum.len && t->sources_len != 1)
        return S("checksum can't be specified for multiple sources");
    if (t->checksum.len && !has_checksum(t->sources[0]))
        return S("checksum requires HTTP(S) or Git sources");
    for (size_t i = 0; i < t->sources_len; i++) {
        struct slice source = t->sources[i];
        if (is_git(source)) {
            if (!t->add)
                return S("source can't be a git ref for COPY");
        } else if (is_http(source)) {
            struct slice fault = t->checksum.len ? checksum_fault(t->checksum) : S("");
            if (!t->add)
                return S("source can't be a URL for COPY");
            if (fault.len)
                return fault;
        } else if (t->windows && source.len) {
            struct slice fault;
            if (!path_is_on_drive(arena, source, true, &fault))
                return TEXT(arena, S("removing drive letter: removing drive letter: "), fault);
        }
    }
    return S("");
}

/* The expanded value of a flag; empty when it was not given. */
static bool expand_flag(struct build *build, struct build_stage *stage, const struct instruction *i,
                        struct slice name, struct slice *value)
{
    const struct flag *flag = i->flags.len ? instruction_flag(i, name) : NULL;
    *value = (struct slice){0};
    return !flag || !flag->value.text.len ||
           expand_in_stage(build, stage, i, flag->value.text, value);
}

/* The bodies of unquoted heredocs, where quotes mean nothing. */
static bool expand_bodies(struct build *build, struct build_stage *stage,
                          const struct instruction *i)
{
    struct expand_mode mode = {.escape = '\\', .plain_quotes = true};
    struct slice body;
    for (size_t n = 0; n < i->heredocs.len; n++)
        if (i->heredocs.at[n].expand &&
            !expand_in_mode(build, stage, i, mode, i->heredocs.at[n].body.text, &body))
            return false;
    return true;
}

/* In BuildKit's order, as the first error is the one that is told. */
static bool expand_operands(struct build *build, struct build_stage *stage, struct transfer *t)
{
    const struct instruction *i = t->instruction;
    struct slice owner;
    if (!expand_flag(build, stage, i, S("chown"), &owner) ||
        !expand_flag(build, stage, i, S("chmod"), &t->chmod) ||
        (t->add && !expand_flag(build, stage, i, S("checksum"), &t->checksum)))
        return false;
    t->sources = arena_array(build->arena, struct slice, i->words.len);
    for (; t->sources_len < i->words.len; t->sources_len++)
        if (!expand_in_stage(build, stage, i, i->words.at[t->sources_len].text,
                             t->sources + t->sources_len))
            return false;
    return expand_in_stage(build, stage, i, i->destination.text, &t->destination) &&
           expand_bodies(build, stage, i);
}

bool dispatch_transfer(struct build *build, struct build_stage *stage, const struct instruction *i)
{
    struct transfer t = {.instruction = i,
                         .add = i->keyword == KEYWORD_ADD,
                         .windows = slice_equal(stage->platform->os, S("windows"))};
    if (!expand_operands(build, stage, &t))
        return false;
    const struct edge *edge = t.add || !i->flags.len ? NULL : stage_edge(stage, i);
    if (edge && !edge->to->dispatched)
        return build_fail(build, i,
                          TEXT(build->arena, S("cannot copy from stage "),
                               quoted_go(build->arena, instruction_flag(i, S("from"))->value.text),
                               S(", it needs to be defined before current stage "),
                               quoted_go(build->arena, stage_shown(build, stage))));
    struct slice fault = destination_fault(build->arena, &t);
    if (!fault.len && t.chmod.len)
        fault = chmod_fault(build->arena, t.chmod);
    if (!fault.len)
        fault = sources_fault(build->arena, &t);
    return !fault.len || build_fail(build, i, fault);
}
