/* Values of limits: text in, a number or the client's complaint out.
 *
 * Follows docker CLI 28.2.2: go-units' ParseUlimit, opts.ValidateSysctl, opts.ParseCPUs (a rational
 * number as Go's math/big reads it). */
#include "sim/docker/limit.h"

#include "sim/ground/buffer.h"
#include "sim/ground/number.h"

static const struct slice ulimit_names[] = {
    S_INIT("core"),    S_INIT("cpu"),      S_INIT("data"),   S_INIT("fsize"),      S_INIT("locks"),
    S_INIT("memlock"), S_INIT("msgqueue"), S_INIT("nice"),   S_INIT("nofile"),     S_INIT("nproc"),
    S_INIT("rss"),     S_INIT("rtprio"),   S_INIT("rttime"), S_INIT("sigpending"), S_INIT("stack"),
};

static const struct slice sysctl_names[] = {
    S_INIT("kernel.msgmax"), S_INIT("kernel.msgmnb"),          S_INIT("kernel.msgmni"),
    S_INIT("kernel.sem"),    S_INIT("kernel.shmall"),          S_INIT("kernel.shmmax"),
    S_INIT("kernel.shmmni"), S_INIT("kernel.shm_rmid_forced"),
};

static bool is_one_of(struct slice s, const struct slice *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (slice_equal(s, list[i]))
            return true;
    return false;
}

static bool read_limit(struct arena *arena, struct slice text, int64_t *limit,
                       struct slice *message)
{
    enum number_error error = parse_int(text, 10, 64, limit);
    if (error != NUMBER_OK)
        *message = number_message(arena, "ParseInt", text, error);
    return error == NUMBER_OK;
}

/* The soft limit must not stand above the hard one; -1 is unlimited. */
static bool limits_agree(struct arena *arena, int64_t soft, int64_t hard, struct slice *message)
{
    if (hard == -1 || (soft != -1 && soft <= hard))
        return true;
    struct buffer text = {.arena = arena};
    buffer_string(&text, "ulimit soft limit must be less than or equal to hard limit: ");
    if (soft == -1) {
        buffer_string(&text, "soft: -1 (unlimited), hard: ");
    } else {
        buffer_number(&text, soft);
        buffer_string(&text, " > ");
    }
    buffer_number(&text, hard);
    *message = buffer_slice(&text);
    return false;
}

bool ulimit_read(struct arena *arena, struct slice text, struct slice *message)
{
    struct slice name, limits, soft_text, hard_text;
    int64_t soft, hard;
    if (!slice_cut(text, '=', &name, &limits)) {
        *message = TEXT(arena, S("invalid ulimit argument: "), text);
        return false;
    }
    if (!is_one_of(name, ulimit_names, sizeof ulimit_names / sizeof *ulimit_names)) {
        *message = TEXT(arena, S("invalid ulimit type: "), name);
        return false;
    }
    bool two = slice_cut(limits, ':', &soft_text, &hard_text);
    if (slice_has(hard_text, ':')) {
        *message = TEXT(arena, S("too many limit value arguments - "), limits,
                        S(", can only have up to two, `soft[:hard]`"));
        return false;
    }
    if (two && !read_limit(arena, hard_text, &hard, message))
        return false;
    if (!read_limit(arena, soft_text, &soft, message))
        return false;
    return limits_agree(arena, soft, two ? hard : soft, message);
}

bool sysctl_read(struct arena *arena, struct slice text, struct slice *message)
{
    struct slice key, value;
    bool good = slice_cut(text, '=', &key, &value) &&
                (slice_starts(key, S("net.")) || slice_starts(key, S("fs.mqueue.")) ||
                 is_one_of(key, sysctl_names, sizeof sysctl_names / sizeof *sysctl_names));
    if (!good)
        *message = TEXT(arena, S("sysctl '"), text, S("' is not allowed"));
    return good;
}

enum { NANO_DIGITS = 9 };
enum cpus_fault { CPUS_GOOD, CPUS_NO_NUMBER, CPUS_TOO_PRECISE };

/* n * 10^power, held at the limit. */
static int64_t times_ten(int64_t n, int64_t power)
{
    for (; power > 0 && n != 0; power--) {
        if (n > INT64_MAX / 10)
            return INT64_MAX;
        n *= 10;
    }
    return n;
}

/* NUMERATOR/DENOMINATOR: whole billionths when what stays below the line divides 10^9. */
static enum cpus_fault read_fraction(struct slice above, struct slice below, int64_t *nano)
{
    int64_t numerator;
    uint64_t denominator;
    enum number_error error = parse_int(above, 0, 64, &numerator);
    if (error == NUMBER_SYNTAX || parse_uint(below, 0, 64, &denominator) == NUMBER_SYNTAX ||
        denominator == 0)
        return CPUS_NO_NUMBER;
    uint64_t a = numerator < 0 ? 0 - (uint64_t)numerator : (uint64_t)numerator, b = denominator;
    while (b) {
        uint64_t rest = a % b;
        a = b;
        b = rest;
    }
    uint64_t below_line = denominator / a; /* a is now the greatest common divisor */
    if (1000000000 % below_line != 0)
        return CPUS_TOO_PRECISE;
    int64_t factor = (int64_t)(1000000000 / below_line);
    int64_t whole = numerator / (int64_t)(a > INT64_MAX ? INT64_MAX : a);
    *nano = whole > INT64_MAX / factor   ? INT64_MAX
            : whole < INT64_MIN / factor ? INT64_MIN
                                         : whole * factor;
    return CPUS_GOOD;
}

/* The digits of a decimal with one point; trailing zeros are not counted as digits. */
struct decimal {
    int64_t digits; /* their value, held at the limit */
    int64_t power;  /* of ten, that they are to be multiplied with */
    bool any, underscore;
};

static size_t read_digits(struct slice s, size_t at, struct decimal *decimal)
{
    bool point = false;
    int64_t zeros = 0; /* met since the last other digit, not yet put into digits */
    for (; at < s.len; at++) {
        char c = s.at[at];
        if (c == '.' && !point) {
            point = true;
            continue;
        }
        if (c == '_') {
            decimal->underscore = true;
            continue;
        }
        if (c < '0' || c > '9')
            break;
        decimal->any = true;
        decimal->power -= point;
        zeros++;
        if (c != '0') {
            decimal->digits = times_ten(decimal->digits, zeros);
            decimal->digits += decimal->digits > INT64_MAX - 9 ? 0 : c - '0';
            zeros = 0;
        }
    }
    decimal->power += decimal->digits ? zeros : 0;
    return at;
}

static enum cpus_fault read_decimal(struct slice s, int64_t *nano)
{
    struct decimal decimal = {0};
    bool sign = s.len && (*s.at == '-' || *s.at == '+'), negative = sign && *s.at == '-';
    size_t at = read_digits(s, sign, &decimal);
    if (!decimal.any)
        return CPUS_NO_NUMBER;
    int64_t exponent = 0;
    if (at < s.len) {
        struct slice text = slice_after(s, at + 1);
        if ((s.at[at] | 0x20) != 'e' || parse_int(text, 10, 32, &exponent) != NUMBER_OK)
            return CPUS_NO_NUMBER;
    }
    int64_t power = decimal.power + exponent + NANO_DIGITS;
    if (decimal.digits && power < 0)
        return CPUS_TOO_PRECISE;
    *nano = times_ten(decimal.digits, power);
    *nano = negative ? -*nano : *nano;
    return CPUS_GOOD;
}

/* 0x10, 0b1, 0o7: whole numbers in Go's other bases. */
static bool is_other_base(struct slice s)
{
    s = slice_after(s, s.len && (*s.at == '-' || *s.at == '+'));
    return s.len > 2 && *s.at == '0' && slice_has(S("box"), (char)(s.at[1] | 0x20));
}

bool cpus_read(struct arena *arena, struct slice text, int64_t *nano, struct slice *message)
{
    struct slice above, below;
    enum cpus_fault fault;
    *nano = 0;
    if (slice_cut(text, '/', &above, &below))
        fault = read_fraction(above, below, nano);
    else if (is_other_base(text))
        fault = read_fraction(text, S("1"), nano);
    else
        fault = read_decimal(text, nano);
    if (fault == CPUS_NO_NUMBER)
        *message = TEXT(arena, S("failed to parse "), text, S(" as a rational number"));
    else if (fault == CPUS_TOO_PRECISE)
        *message = S("value is too precise");
    return fault == CPUS_GOOD;
}
