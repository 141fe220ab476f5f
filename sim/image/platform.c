/* The platform specifier. A text in, OS, architecture and variant or containerd's complaint out.
 *
 * A single word is an OS if it is a known one, else an architecture; of two or three parts the
 * names need not be known (containerd/platforms, Parse). */
#include "sim/image/platform.h"

#include "sim/ground/buffer.h"
#include "sim/ground/quote.h"
#include "sim/ground/utf8.h"

const struct platform platform_default = {
    .os = S_INIT("linux"), .architecture = S_INIT("amd64"), .variant = S_INIT("")};

static const struct slice known_os[] = {
    S_INIT("aix"),     S_INIT("android"), S_INIT("darwin"),  S_INIT("dragonfly"), S_INIT("freebsd"),
    S_INIT("hurd"),    S_INIT("illumos"), S_INIT("ios"),     S_INIT("js"),        S_INIT("linux"),
    S_INIT("nacl"),    S_INIT("netbsd"),  S_INIT("openbsd"), S_INIT("plan9"),     S_INIT("solaris"),
    S_INIT("windows"), S_INIT("zos")};

static const struct slice known_architectures[] = {
    S_INIT("386"),     S_INIT("amd64"),    S_INIT("amd64p32"),  S_INIT("arm"),
    S_INIT("armbe"),   S_INIT("arm64"),    S_INIT("arm64be"),   S_INIT("ppc64"),
    S_INIT("ppc64le"), S_INIT("loong64"),  S_INIT("mips"),      S_INIT("mipsle"),
    S_INIT("mips64"),  S_INIT("mips64le"), S_INIT("mips64p32"), S_INIT("mips64p32le"),
    S_INIT("ppc"),     S_INIT("riscv"),    S_INIT("riscv64"),   S_INIT("s390"),
    S_INIT("s390x"),   S_INIT("sparc"),    S_INIT("sparc64"),   S_INIT("wasm")};

/* Other spellings of an architecture, with the variant they stand for; `any` leaves it alone. */
static const struct alias {
    struct slice from, variant_from, to, variant;
    bool any;
} aliases[] = {
    {S_INIT("i386"), S_INIT(""), S_INIT("386"), S_INIT(""), true},
    {S_INIT("amd64"), S_INIT("v1"), S_INIT("amd64"), S_INIT(""), false},
    {S_INIT("arm64"), S_INIT("8"), S_INIT("arm64"), S_INIT(""), false},
    {S_INIT("arm64"), S_INIT("v8"), S_INIT("arm64"), S_INIT(""), false},
    {S_INIT("armhf"), S_INIT(""), S_INIT("arm"), S_INIT("v7"), true},
    {S_INIT("armel"), S_INIT(""), S_INIT("arm"), S_INIT("v6"), true},
    {S_INIT("arm"), S_INIT(""), S_INIT("arm"), S_INIT("v7"), false},
    {S_INIT("arm"), S_INIT("7"), S_INIT("arm"), S_INIT("v7"), false},
    {S_INIT("arm"), S_INIT("5"), S_INIT("arm"), S_INIT("v5"), false},
    {S_INIT("arm"), S_INIT("6"), S_INIT("arm"), S_INIT("v6"), false},
    {S_INIT("arm"), S_INIT("8"), S_INIT("arm"), S_INIT("v8"), false},
};

/* Whether a text is in a list. */
static bool in(const struct slice *list, size_t n, struct slice s)
{
    for (size_t i = 0; i < n; i++)
        if (slice_equal(list[i], s))
            return true;
    return false;
}

static struct slice normal_os(struct arena *arena, struct slice os)
{
    os = os.len ? utf8_lower(arena, os) : platform_default.os;
    return slice_equal(os, S("macos")) ? S("darwin") : os;
}

/* Aliases in two steps: other names of an architecture, then what a name says of the variant. */
static void normal_architecture(struct arena *arena, struct slice *architecture,
                                struct slice *variant)
{
    *architecture = utf8_lower(arena, *architecture);
    *variant = utf8_lower(arena, *variant);
    if (slice_equal(*architecture, S("x86_64")) || slice_equal(*architecture, S("x86-64")))
        *architecture = S("amd64");
    if (slice_equal(*architecture, S("aarch64")))
        *architecture = S("arm64");
    for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++) {
        const struct alias *a = aliases + i;
        if (slice_equal(*architecture, a->from) &&
            (a->any || slice_equal(*variant, a->variant_from))) {
            *architecture = a->to;
            *variant = a->variant;
            return;
        }
    }
}

struct platform platform_normalise(struct arena *arena, struct platform platform)
{
    platform.os = normal_os(arena, platform.os);
    normal_architecture(arena, &platform.architecture, &platform.variant);
    return platform;
}

static bool is_part(struct slice s, const char *more)
{
    for (size_t i = 0; i < s.len; i++) {
        char c = s.at[i];
        bool word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (!word && !memchr(more, c, strlen(more)))
            return false;
    }
    return true;
}

/* OS[(VERSION)] */
static bool os_parse(struct arena *arena, struct slice part, struct platform *p)
{
    struct slice os, version;
    bool has_version = slice_cut(part, '(', &os, &version);
    if (!os.len || !is_part(os, "_-"))
        return false;
    if (has_version) {
        if (!slice_ends(version, S(")")))
            return false;
        version.len--;
        if (!is_part(version, "_.-"))
            return false;
    }
    p->os = normal_os(arena, os);
    p->os_version = version;
    return true;
}

static bool complain(struct arena *arena, struct slice *message, struct slice what,
                     struct slice text)
{
    *message = TEXT(arena, quoted_go(arena, what), text, S(": invalid argument"));
    return false;
}

/* A lone word: an OS, whose architecture is then the usual one, or an architecture of linux. */
static bool single_parse(struct arena *arena, struct slice s, struct platform *p,
                         struct slice *message)
{
    if (in(known_os, sizeof known_os / sizeof *known_os, p->os)) {
        p->architecture = platform_default.architecture;
        return true;
    }
    p->architecture = s;
    normal_architecture(arena, &p->architecture, &p->variant);
    if (!in(known_architectures, sizeof known_architectures / sizeof *known_architectures,
            p->architecture))
        return complain(arena, message, s, S(": unknown operating system or architecture"));
    p->os = platform_default.os;
    return true;
}

bool platform_parse(struct arena *arena, struct slice s, struct platform *platform,
                    struct slice *message)
{
    struct slice part[4], rest = s;
    size_t n = 0;
    *platform = (struct platform){.os = S("")};
    if (slice_has(s, '*'))
        return complain(arena, message, s, S(": wildcards not yet supported"));
    for (bool more = true; more && n < 3; n++)
        more = slice_cut(rest, '/', part + n, &rest);
    if (n == 3 && part[2].at + part[2].len < s.at + s.len)
        part[n++] = rest;
    if (!os_parse(arena, part[0], platform))
        return complain(arena, message, part[0],
                        TEXT(arena, S(" is an invalid OS component of "), quoted_go(arena, s),
                             S(": OSAndVersion specifier component must match "
                               "\"^([A-Za-z0-9_-]+)(?:\\\\(([A-Za-z0-9_.-]*)\\\\))?$\"")));
    for (size_t i = 1; i < n; i++)
        if (!part[i].len || !is_part(part[i], "_.-"))
            return complain(arena, message, part[i],
                            TEXT(arena, S(" is an invalid component of "), quoted_go(arena, s),
                                 S(": platform specifier component must match "
                                   "\"^[A-Za-z0-9_.-]+$\"")));
    if (n == 4)
        return complain(arena, message, s, S(": cannot parse platform specifier"));
    if (n == 1 && !single_parse(arena, s, platform, message))
        return false;
    if (n > 1) {
        platform->architecture = part[1];
        platform->variant = n == 3 ? part[2] : S("");
        normal_architecture(arena, &platform->architecture, &platform->variant);
    }
    /* The usual variant is left out, unless three parts were given. */
    if (n < 3 && slice_equal(platform->architecture, S("arm")) &&
        slice_equal(platform->variant, S("v7")))
        platform->variant = S("");
    if (n == 3 && slice_equal(platform->architecture, S("arm64")) && !platform->variant.len)
        platform->variant = S("v8");
    return true;
}

struct slice platform_format(struct arena *arena, const struct platform *platform)
{
    struct slice none = S(""), slash = S("/");
    bool version = platform->os_version.len > 0;
    if (!platform->os.len)
        return S("unknown");
    return TEXT(arena, platform->os, version ? S("(") : none, platform->os_version,
                version ? S(")") : none, platform->architecture.len ? slash : none,
                platform->architecture, platform->variant.len ? slash : none, platform->variant);
}

/* The number of a variant vN, or `none`; -1 when it is no such text. */
static int variant_number(struct slice variant, int none)
{
    if (!variant.len)
        return none;
    if (variant.len == 2 && variant.at[0] == 'v' && variant.at[1] >= '0' && variant.at[1] <= '9')
        return variant.at[1] - '0';
    return -1;
}

bool platform_matches(struct arena *arena, struct platform wanted, struct platform image)
{
    wanted = platform_normalise(arena, wanted);
    image = platform_normalise(arena, image);
    if (!slice_equal(wanted.os, image.os))
        return false;
    bool same = slice_equal(wanted.architecture, image.architecture);
    if (same && slice_equal(wanted.variant, image.variant))
        return true;
    bool amd64 = slice_equal(wanted.architecture, S("amd64"));
    bool arm64 = slice_equal(wanted.architecture, S("arm64"));
    bool arm = arm64 || slice_equal(wanted.architecture, S("arm"));
    if (amd64 && slice_equal(image.architecture, S("386")))
        return !image.variant.len;
    int low = amd64 ? 1 : 5, have = variant_number(image.variant, amd64 ? 1 : -1);
    int want = variant_number(wanted.variant, amd64 ? 1 : arm64 ? 8 : -1);
    if (same && arm64)
        return have == -1 && want == 9 && !image.variant.len; /* v9 takes what v8 takes */
    if (same ? !amd64 && !arm : !(arm64 && slice_equal(image.architecture, S("arm"))))
        return false;
    return have >= low && have <= (want > 8 ? 8 : want);
}
