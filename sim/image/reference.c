/* The reference grammar. A name in, its parts or Docker's complaint out.
 *
 * Docker decides in this order (distribution/reference, ParseNormalizedNamed): 64 hex digits are
 * refused, the name is completed, upper case in the repository is refused, then the whole must fit
 * the grammar. That grammar is unambiguous apart from its first component, which may be a domain or
 * a path component, so each part is found by its separator and checked on its own. */
#include "sim/image/reference.h"

#include "sim/ground/buffer.h"
#include "sim/ground/utf8.h"

enum { HEX_ID = 64, NAME_MAX_LEN = 255, TAG_MAX_LEN = 128, DIGEST_MIN_HEX = 32 };

static const struct slice hub = S_INIT("docker.io");
static const struct slice library = S_INIT("library/");

static bool is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}
static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}
static bool is_alpha(char c)
{
    return is_lower(c) || (c >= 'A' && c <= 'Z');
}
static bool is_alnum(char c)
{
    return is_alpha(c) || is_digit(c);
}
static bool is_low_hex(char c)
{
    return is_digit(c) || (c >= 'a' && c <= 'f');
}
static bool is_hex(char c)
{
    return is_low_hex(c) || (c >= 'A' && c <= 'F');
}
static bool is_tag(char c)
{
    return is_alnum(c) || c == '_' || c == '.' || c == '-';
}
static bool is_ipv6(char c)
{
    return is_hex(c) || c == ':';
}
static bool is_label(char c)
{
    return is_alnum(c) || c == '-';
}

static bool all(struct slice s, bool (*is)(char))
{
    for (size_t i = 0; i < s.len; i++)
        if (!is(s.at[i]))
            return false;
    return s.len > 0;
}

/* [a-z0-9]+ joined by one of: a dot, one or two underscores, any number of dashes. */
static bool is_component(struct slice s)
{
    size_t i = 0;
    for (;;) {
        size_t start = i;
        while (i < s.len && (is_lower(s.at[i]) || is_digit(s.at[i])))
            i++;
        if (i == start)
            return false;
        if (i == s.len)
            return true;
        char c = s.at[i++];
        if (c == '_' && i < s.len && s.at[i] == '_')
            i++;
        else if (c == '-')
            while (i < s.len && s.at[i] == '-')
                i++;
        else if (c != '.' && c != '_')
            return false;
    }
}

/* Labels joined by dots, or an IPv6 address in brackets, and perhaps a port. */
static bool is_domain(struct slice s)
{
    if (s.len && s.at[0] == '[') {
        size_t end = slice_find(s, ']');
        struct slice rest = slice_after(s, end + 1);
        return end < s.len && all((struct slice){s.at + 1, end - 1}, is_ipv6) &&
               (!rest.len || (rest.at[0] == ':' && all(slice_after(rest, 1), is_digit)));
    }
    struct slice host, port, label;
    if (slice_cut(s, ':', &host, &port) && !all(port, is_digit))
        return false;
    for (bool more = true; more;) {
        more = slice_cut(host, '.', &label, &host);
        if (!all(label, is_label) || label.at[0] == '-' || label.at[label.len - 1] == '-')
            return false;
    }
    return true;
}

static bool is_path(struct slice s)
{
    struct slice component;
    for (bool more = true; more;) {
        more = slice_cut(s, '/', &component, &s);
        if (!is_component(component))
            return false;
    }
    return true;
}

/* ALGORITHM:HEX as the grammar has it; whether the algorithm is known is asked later. */
static bool is_digest_shaped(struct slice s)
{
    struct slice algorithm, hex;
    if (!slice_cut(s, ':', &algorithm, &hex) || hex.len < DIGEST_MIN_HEX || !all(hex, is_hex))
        return false;
    bool start = true;
    for (size_t i = 0; i < algorithm.len; i++) {
        char c = algorithm.at[i];
        if (start ? !is_alpha(c) : !is_alnum(c) && !memchr("-_+.", c, 4))
            return false;
        start = !is_alnum(c);
    }
    return !start;
}

/* digest.Validate of a digest that fits the grammar; null when it is right. */
static const char *digest_fault(struct slice digest)
{
    static const struct {
        struct slice name;
        size_t hex;
    } known[] = {{S_INIT("sha256"), 64}, {S_INIT("sha384"), 96}, {S_INIT("sha512"), 128}};
    struct slice algorithm, hex;
    slice_cut(digest, ':', &algorithm, &hex);
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (slice_equal(algorithm, known[i].name))
            return hex.len != known[i].hex ? "invalid checksum digest length"
                   : !all(hex, is_low_hex) ? "invalid checksum digest format"
                                           : NULL;
    for (size_t i = 0; i < algorithm.len; i++)
        if (!is_lower(algorithm.at[i]) && is_alpha(algorithm.at[i]))
            return "invalid checksum digest format";
    return "unsupported digest algorithm";
}

/* Cuts PATH[:TAG][@DIGEST] and checks all parts against the grammar. */
static bool split(struct slice domain, struct slice remainder, struct reference *r)
{
    struct slice name, after;
    bool has_digest = slice_cut(remainder, '@', &name, &r->digest);
    bool has_tag = slice_cut(name, ':', &r->path, &after);
    r->domain = domain;
    r->tag = after;
    if (has_digest && !is_digest_shaped(r->digest))
        return false;
    if (has_tag && (after.len > TAG_MAX_LEN || !all(after, is_tag) || after.at[0] == '.' ||
                    after.at[0] == '-'))
        return false;
    return is_path(r->path) && (is_domain(domain) || is_component(domain));
}

bool reference_is_domain(struct slice first)
{
    if (slice_has(first, '.') || slice_has(first, ':') || slice_equal(first, S("localhost")))
        return true;
    for (size_t i = 0; i < first.len; i++)
        if (first.at[i] >= 'A' && first.at[i] <= 'Z')
            return true;
    return false;
}

/* Whether lower-casing changes a text; upper case beyond ASCII counts in Docker as well. */
static bool has_upper(struct arena *arena, struct slice s)
{
    for (size_t i = 0; i < s.len; i++) {
        if ((unsigned char)s.at[i] >= 0x80)
            return !slice_equal(s, utf8_lower(arena, s));
        if (s.at[i] >= 'A' && s.at[i] <= 'Z')
            return true;
    }
    return false;
}

/* Where no registry is written it is Docker Hub, and there a lone name is an official image. */
static void complete(struct arena *arena, struct slice s, struct slice *domain,
                     struct slice *remainder)
{
    bool nested = slice_cut(s, '/', domain, remainder);
    if (!nested || !(reference_is_domain(*domain) || has_upper(arena, *domain))) {
        *domain = hub;
        *remainder = s;
    } else if (slice_equal(*domain, S("index.docker.io"))) {
        *domain = hub;
    }
    if (slice_equal(*domain, hub) && !slice_has(*remainder, '/'))
        *remainder = arena_join(arena, library, *remainder);
}

/* What a byte may be part of: the lower-case name of an official image, a tag. */
enum { IN_NAME = 1, IN_TAG = 2, IN_BOTH = 3 };
static const unsigned char parts[256] = {
    ['a'] = IN_BOTH, ['b'] = IN_BOTH, ['c'] = IN_BOTH, ['d'] = IN_BOTH, ['e'] = IN_BOTH,
    ['f'] = IN_BOTH, ['g'] = IN_BOTH, ['h'] = IN_BOTH, ['i'] = IN_BOTH, ['j'] = IN_BOTH,
    ['k'] = IN_BOTH, ['l'] = IN_BOTH, ['m'] = IN_BOTH, ['n'] = IN_BOTH, ['o'] = IN_BOTH,
    ['p'] = IN_BOTH, ['q'] = IN_BOTH, ['r'] = IN_BOTH, ['s'] = IN_BOTH, ['t'] = IN_BOTH,
    ['u'] = IN_BOTH, ['v'] = IN_BOTH, ['w'] = IN_BOTH, ['x'] = IN_BOTH, ['y'] = IN_BOTH,
    ['z'] = IN_BOTH, ['0'] = IN_BOTH, ['1'] = IN_BOTH, ['2'] = IN_BOTH, ['3'] = IN_BOTH,
    ['4'] = IN_BOTH, ['5'] = IN_BOTH, ['6'] = IN_BOTH, ['7'] = IN_BOTH, ['8'] = IN_BOTH,
    ['9'] = IN_BOTH, ['_'] = IN_TAG,  ['.'] = IN_TAG,  ['-'] = IN_TAG,
};

/* The length of the name in NAME or NAME:TAG of an official image; 0 when it is not as plain. Upper
 * case in a tag is left to the rules as well. */
static size_t plain_name(struct slice s)
{
    const char *at = s.at, *end = at + s.len;
    while (at < end && parts[(unsigned char)*at] & IN_NAME)
        at++;
    size_t name = (size_t)(at - s.at);
    if (s.len >= HEX_ID || at == end)
        return s.len < HEX_ID ? name : 0;
    if (*at++ != ':' || at == end || *at == '.' || *at == '-')
        return 0;
    while (at < end && parts[(unsigned char)*at] & IN_TAG)
        at++;
    return at == end ? name : 0;
}

bool reference_is_plain(struct slice s)
{
    return plain_name(s) > 0;
}

/* The plainest case is read in one go; whatever is not as plain is left to the rules below. */
static bool plain(struct arena *arena, struct slice s, struct reference *reference)
{
    size_t name = plain_name(s);
    if (name == 0)
        return false;
    size_t tag = name < s.len ? s.len - name - 1 : 6, head = hub.len + 1 + library.len;
    char *at = arena_take(arena, head + name + 1 + tag);
    memcpy(at, "docker.io/library/", head);
    memcpy(at + head, s.at, name);
    memcpy(at + head + name, name < s.len ? s.at + name : ":latest", tag + 1);
    *reference = (struct reference){.domain = hub,
                                    .path = {at + hub.len + 1, library.len + name},
                                    .tag = slice_after(s, name + 1),
                                    .full = {at, head + name + 1 + tag}};
    return true;
}

bool reference_parse(struct arena *arena, struct slice s, struct reference *reference,
                     struct slice *message)
{
    if (plain(arena, s, reference))
        return true;
    if (s.len == HEX_ID && all(s, is_low_hex)) {
        *message = TEXT(arena, S("invalid repository name ("), s,
                        S("), cannot specify 64-byte hexadecimal strings"));
        return false;
    }
    *reference = (struct reference){.id = false};
    struct slice domain, remainder;
    complete(arena, s, &domain, &remainder);
    struct slice remote = slice_first(remainder, slice_find(remainder, ':'));
    if (has_upper(arena, remote)) {
        *message = TEXT(arena, S("invalid reference format: repository name ("), remote,
                        S(") must be lowercase"));
        return false;
    }
    if (!split(domain, remainder, reference)) {
        /* The grammar is tried again in lower case, only to choose the text. */
        struct reference lower;
        bool only_case = split(utf8_lower(arena, domain), utf8_lower(arena, remainder), &lower);
        *message =
            only_case ? S("repository name must be lowercase") : S("invalid reference format");
        return false;
    }
    if (!is_domain(domain)) {
        reference->path = TEXT(arena, domain, S("/"), reference->path);
        reference->domain = (struct slice){0};
    }
    if (reference->path.len > NAME_MAX_LEN) {
        *message = S("repository name must not be more than 255 characters");
        return false;
    }
    const char *fault = reference->digest.len ? digest_fault(reference->digest) : NULL;
    *message = slice_of(fault);
    return !fault;
}

bool reference_parse_any(struct arena *arena, struct slice s, struct reference *reference,
                         struct slice *message)
{
    if (s.len == HEX_ID && all(s, is_low_hex)) {
        *reference = (struct reference){.digest = arena_join(arena, S("sha256:"), s), .id = true};
        return true;
    }
    if (is_digest_shaped(s) && !digest_fault(s)) {
        *reference = (struct reference){.digest = s, .id = true};
        return true;
    }
    return reference_parse(arena, s, reference, message);
}

static struct slice join(struct arena *arena, struct slice domain, struct slice path,
                         const struct reference *r, bool latest)
{
    if (r->id)
        return r->digest;
    struct slice tag = r->tag;
    if (!tag.len && latest && !r->digest.len)
        tag = S("latest");
    return TEXT(arena, domain, domain.len ? S("/") : S(""), path, tag.len ? S(":") : S(""), tag,
                r->digest.len ? S("@") : S(""), r->digest);
}

struct slice reference_full(struct arena *arena, const struct reference *reference, bool latest)
{
    if (reference->full.at && (latest || reference->tag.len))
        return reference->full;
    return join(arena, reference->domain, reference->path, reference, latest);
}

struct slice reference_familiar(struct arena *arena, const struct reference *reference, bool latest)
{
    struct slice domain = reference->domain, path = reference->path;
    if (slice_equal(domain, hub)) {
        domain = (struct slice){0};
        struct slice name = slice_after(path, library.len);
        if (slice_starts(path, library) && !slice_has(name, '/'))
            path = name;
    }
    return join(arena, domain, path, reference, latest);
}
