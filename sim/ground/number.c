/* Numbers as Go reads them: strconv's ParseBool, ParseInt, ParseUint and ParseFloat,
 * time.ParseDuration, and the size reader of go-units, which the docker client uses.
 *
 * Input is one word; output a value, or Go's own words about why it is none. */
#include "sim/ground/number.h"

#include "sim/ground/quote.h"
#include "sim/ground/utf8.h"

/* A letter in lower case; other bytes get a wrong value that is no letter either. */
static char lower(char c)
{
    return (char)(c | 0x20);
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

enum number_error parse_bool(struct slice s, bool *value)
{
    static const struct slice yes[] = {S_INIT("1"),    S_INIT("t"),    S_INIT("T"),
                                       S_INIT("true"), S_INIT("TRUE"), S_INIT("True")};
    static const struct slice no[] = {S_INIT("0"),     S_INIT("f"),     S_INIT("F"),
                                      S_INIT("false"), S_INIT("FALSE"), S_INIT("False")};
    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++) {
        if (slice_equal(s, yes[i]) || slice_equal(s, no[i])) {
            *value = slice_equal(s, yes[i]);
            return NUMBER_OK;
        }
    }
    *value = false;
    return NUMBER_SYNTAX;
}

/* Whether every underscore stands between digits, or between a base prefix and a digit. */
static bool underscores_ok(struct slice s)
{
    if (s.len && (s.at[0] == '-' || s.at[0] == '+'))
        s = slice_after(s, 1);
    char before = '^';
    bool hex = false;
    if (s.len >= 2 && s.at[0] == '0' &&
        (lower(s.at[1]) == 'b' || lower(s.at[1]) == 'o' || lower(s.at[1]) == 'x')) {
        before = '0'; /* the prefix counts as a digit */
        hex = lower(s.at[1]) == 'x';
        s = slice_after(s, 2);
    }
    for (size_t i = 0; i < s.len; i++) {
        char c = s.at[i];
        if (is_digit(c) || (hex && lower(c) >= 'a' && lower(c) <= 'f')) {
            before = '0';
        } else if (c == '_') {
            if (before != '0')
                return false;
            before = '_';
        } else {
            if (before == '_')
                return false;
            before = '!';
        }
    }
    return before != '_';
}

/* Cuts a base prefix of Go's literals off *s and answers the base. */
static unsigned base_of(struct slice *s)
{
    if (s->len == 0 || s->at[0] != '0')
        return 10;
    char letter = s->len >= 3 ? lower(s->at[1]) : 0;
    unsigned base = letter == 'b' ? 2 : letter == 'o' ? 8 : letter == 'x' ? 16 : 0;
    *s = slice_after(*s, base ? 2 : 1);
    return base ? base : 8;
}

/* The value of a digit in any base, 99 for what is none. */
static unsigned digit_of(char c)
{
    if (is_digit(c))
        return (unsigned)(c - '0');
    char letter = lower(c);
    return letter >= 'a' && letter <= 'z' ? (unsigned)(letter - 'a') + 10 : 99;
}

enum number_error parse_uint(struct slice s, int base, unsigned bits, uint64_t *value)
{
    struct slice whole = s;
    uint64_t most = bits >= 64 ? UINT64_MAX : ((uint64_t)1 << bits) - 1;
    *value = 0;
    if (s.len == 0)
        return NUMBER_SYNTAX;
    bool literal = base == 0, underscores = false;
    unsigned radix = literal ? base_of(&s) : (unsigned)base;
    uint64_t n = 0;
    for (size_t i = 0; i < s.len; i++) {
        if (s.at[i] == '_' && literal) {
            underscores = true;
            continue;
        }
        unsigned digit = digit_of(s.at[i]);
        if (digit >= radix)
            return NUMBER_SYNTAX;
        /* Go answers "out of range" at once, whatever follows. */
        if (n > (most - digit) / radix) {
            *value = most;
            return NUMBER_RANGE;
        }
        n = n * radix + digit;
    }
    if (underscores && !underscores_ok(whole))
        return NUMBER_SYNTAX;
    *value = n;
    return NUMBER_OK;
}

enum number_error parse_int(struct slice s, int base, unsigned bits, int64_t *value)
{
    bool negative = s.len && s.at[0] == '-';
    if (s.len && (s.at[0] == '-' || s.at[0] == '+'))
        s = slice_after(s, 1);
    uint64_t n, limit = (uint64_t)1 << (bits - 1);
    *value = 0;
    enum number_error error = parse_uint(s, base, bits, &n);
    if (error == NUMBER_SYNTAX)
        return error;
    if (!negative && n >= limit) {
        *value = (int64_t)(limit - 1);
        return NUMBER_RANGE;
    }
    if (negative && n > limit) {
        n = limit;
        error = NUMBER_RANGE;
    }
    *value = negative ? (int64_t)(0 - n) : (int64_t)n;
    return error;
}

/* inf, infinity and nan, as ParseFloat takes them. */
static bool parse_special(struct slice s, double *value)
{
    bool sign = s.len && (s.at[0] == '-' || s.at[0] == '+');
    bool negative = sign && s.at[0] == '-';
    struct slice word = slice_after(s, sign);
    if (slice_equal_fold(word, S("inf")) || slice_equal_fold(word, S("infinity"))) {
        *value = negative ? -__builtin_inf() : __builtin_inf();
        return true;
    }
    if (!sign && slice_equal_fold(word, S("nan"))) {
        *value = __builtin_nan("");
        return true;
    }
    return false;
}

/* value * base^power, for the small bases of floats; power is bounded by the caller. */
static double scaled(double value, double base, int64_t power)
{
    /* In steps, so that neither a tiny value nor a huge power runs over on the way. */
    for (; power > 0 && value != 0 && value <= 1.7976931348623157e308; power--)
        value *= base;
    for (; power < 0 && value != 0; power++)
        value /= base;
    return value;
}

/* The exponent behind e or p: an optional sign and digits; false without a digit. */
static bool parse_exponent(struct slice s, size_t *at, int64_t *exponent)
{
    bool negative = false;
    if (*at < s.len && (s.at[*at] == '+' || s.at[*at] == '-'))
        negative = s.at[(*at)++] == '-';
    if (*at >= s.len || !is_digit(s.at[*at]))
        return false;
    int64_t n = 0;
    for (; *at < s.len && (is_digit(s.at[*at]) || s.at[*at] == '_'); (*at)++)
        if (s.at[*at] != '_' && n < 10000)
            n = n * 10 + (s.at[*at] - '0');
    *exponent = negative ? -n : n;
    return true;
}

/* The digits of a float, with at most one point among them. */
struct mantissa {
    double value;
    int64_t behind; /* digits behind the point */
    bool digits, underscores;
};

static bool parse_mantissa(struct slice s, size_t *at, unsigned radix, struct mantissa *m)
{
    bool point = false;
    *m = (struct mantissa){0};
    for (; *at < s.len; (*at)++) {
        char c = s.at[*at];
        unsigned digit = digit_of(c);
        if (c == '_') {
            m->underscores = true;
        } else if (c == '.' && !point) {
            point = true;
        } else if (digit < radix) {
            m->digits = true;
            if (m->value < 1e300) {
                m->value = m->value * radix + digit;
                m->behind += point;
            } else {
                m->behind -= !point; /* too far right to count; only its place does */
            }
        } else {
            break;
        }
    }
    return m->digits;
}

enum number_error parse_float(struct slice s, double *value)
{
    *value = 0;
    if (parse_special(s, value))
        return NUMBER_OK;
    size_t at = s.len && (s.at[0] == '-' || s.at[0] == '+');
    bool negative = at && s.at[0] == '-';
    bool hex = at + 2 < s.len && s.at[at] == '0' && lower(s.at[at + 1]) == 'x';
    at += hex ? 2 : 0;
    struct mantissa m;
    if (!parse_mantissa(s, &at, hex ? 16 : 10, &m))
        return NUMBER_SYNTAX;
    int64_t exponent = 0;
    bool has_exponent = at < s.len && lower(s.at[at]) == (hex ? 'p' : 'e');
    if (has_exponent) {
        at++;
        if (!parse_exponent(s, &at, &exponent))
            return NUMBER_SYNTAX;
    } else if (hex) {
        return NUMBER_SYNTAX; /* a hexadecimal float needs its p */
    }
    m.underscores = m.underscores || slice_has(s, '_');
    if (at != s.len || (m.underscores && !underscores_ok(s)))
        return NUMBER_SYNTAX;
    exponent -= m.behind * (hex ? 4 : 1);
    *value = scaled(m.value, hex ? 2 : 10, exponent);
    *value = negative ? -*value : *value;
    return *value > 1.7976931348623157e308 || *value < -1.7976931348623157e308 ? NUMBER_RANGE
                                                                               : NUMBER_OK;
}

struct slice number_message(struct arena *arena, const char *function, struct slice s,
                            enum number_error error)
{
    return TEXT(arena, S("strconv."), slice_of(function), S(": parsing "), quoted_go(arena, s),
                error == NUMBER_RANGE ? S(": value out of range") : S(": invalid syntax"));
}

/* Go's package time quotes in its own way: bytes that are not plain ASCII as \xNN. */
static void quote_time(struct buffer *buffer, struct slice s)
{
    buffer_byte(buffer, '"');
    for (size_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.at[i];
        if (c >= 0x80 || c < ' ') {
            buffer_string(buffer, "\\x");
            buffer_hex(buffer, c, 2);
            continue;
        }
        if (c == '"' || c == '\\')
            buffer_byte(buffer, '\\');
        buffer_byte(buffer, (char)c);
    }
    buffer_byte(buffer, '"');
}

static bool bad_duration(struct arena *arena, const char *why, struct slice s,
                         struct slice *message)
{
    struct buffer text = {.arena = arena};
    buffer_string(&text, why);
    quote_time(&text, s);
    *message = buffer_slice(&text);
    return false;
}

static bool unknown_unit(struct arena *arena, struct slice unit, struct slice s,
                         struct slice *message)
{
    struct buffer text = {.arena = arena};
    buffer_string(&text, "time: unknown unit ");
    quote_time(&text, unit);
    buffer_string(&text, " in duration ");
    quote_time(&text, s);
    *message = buffer_slice(&text);
    return false;
}

static const struct {
    struct slice name;
    uint64_t nanoseconds;
} duration_units[] = {
    {S_INIT("ns"), 1},           {S_INIT("us"), 1000},
    {S_INIT("\302\265s"), 1000}, /* U+00B5 */
    {S_INIT("\316\274s"), 1000}, /* U+03BC */
    {S_INIT("ms"), 1000000},     {S_INIT("s"), 1000000000},
    {S_INIT("m"), 60000000000},  {S_INIT("h"), 3600000000000},
};

static uint64_t duration_unit(struct slice name)
{
    for (size_t i = 0; i < sizeof duration_units / sizeof *duration_units; i++)
        if (slice_equal(duration_units[i].name, name))
            return duration_units[i].nanoseconds;
    return 0;
}

static const uint64_t duration_most = (uint64_t)1 << 63; /* one more than the greatest */

/* The number in front of a unit: digits, and behind a point a fraction of one. False when there is
 * no digit, or more than a duration can hold. */
static bool parse_amount(struct slice *s, uint64_t *whole, double *fraction)
{
    bool digits = false;
    *whole = 0;
    *fraction = 0;
    for (; s->len && is_digit(*s->at); *s = slice_after(*s, 1)) {
        digits = true;
        uint64_t digit = (uint64_t)(*s->at - '0');
        if (*whole > duration_most / 10 || *whole * 10 + digit > duration_most)
            return false;
        *whole = *whole * 10 + digit;
    }
    if (s->len == 0 || *s->at != '.')
        return digits;
    *s = slice_after(*s, 1);
    double scale = 1;
    for (; s->len && is_digit(*s->at); *s = slice_after(*s, 1)) {
        digits = true;
        if (scale < 1e18) { /* further digits change nothing */
            *fraction = *fraction * 10 + (*s->at - '0');
            scale *= 10;
        }
    }
    *fraction /= scale;
    return digits;
}

bool parse_duration(struct arena *arena, struct slice s, int64_t *nanoseconds,
                    struct slice *message)
{
    struct slice rest = slice_after(s, s.len && (*s.at == '-' || *s.at == '+'));
    bool negative = s.len && *s.at == '-';
    uint64_t sum = 0;
    *nanoseconds = 0;
    if (slice_equal(rest, S("0")))
        return true;
    if (rest.len == 0)
        return bad_duration(arena, "time: invalid duration ", s, message);
    while (rest.len) {
        uint64_t whole;
        double fraction;
        if (!parse_amount(&rest, &whole, &fraction))
            return bad_duration(arena, "time: invalid duration ", s, message);
        size_t end = 0;
        while (end < rest.len && rest.at[end] != '.' && !is_digit(rest.at[end]))
            end++;
        if (end == 0)
            return bad_duration(arena, "time: missing unit in duration ", s, message);
        uint64_t unit = duration_unit(slice_first(rest, end));
        if (unit == 0)
            return unknown_unit(arena, slice_first(rest, end), s, message);
        rest = slice_after(rest, end);
        if (whole > duration_most / unit)
            return bad_duration(arena, "time: invalid duration ", s, message);
        whole = whole * unit + (uint64_t)(fraction * (double)unit);
        sum += whole;
        if (whole > duration_most || sum > duration_most)
            return bad_duration(arena, "time: invalid duration ", s, message);
    }
    if (!negative && sum == duration_most)
        return bad_duration(arena, "time: invalid duration ", s, message);
    *nanoseconds = negative ? (int64_t)(0 - sum) : (int64_t)sum;
    return true;
}

/* int64(f) as an amd64 Go does it: what does not fit becomes the smallest integer. */
static int64_t truncated(double f)
{
    return f >= -9223372036854775808.0 && f < 9223372036854775808.0 ? (int64_t)f : INT64_MIN;
}

static bool bad_size(struct arena *arena, struct slice why, struct slice s, struct slice *message)
{
    *message = TEXT(arena, why, s, S("'"));
    return false;
}

/* 1024 to the power that a unit stands for: b 0, k 1 and so on; -1 for what is no unit. */
static int unit_power(struct slice suffix)
{
    if (suffix.len == 0 || slice_equal(suffix, S("b")))
        return 0;
    size_t power = slice_find(S("bkmgtp"), suffix.at[0]);
    bool good = power > 0 && power < 6 &&
                (suffix.len == 1 || (suffix.len == 2 && suffix.at[1] == 'b') ||
                 (suffix.len == 3 && suffix.at[1] == 'i' && suffix.at[2] == 'b'));
    return good ? (int)power : -1;
}

bool parse_bytes(struct arena *arena, struct slice s, int64_t *bytes, struct slice *message)
{
    *bytes = 0;
    size_t end = s.len; /* behind the last digit, point or blank */
    while (end && !is_digit(s.at[end - 1]) && s.at[end - 1] != '.' && s.at[end - 1] != ' ')
        end--;
    if (end == 0)
        return bad_size(arena, S("invalid size: '"), s, message);
    struct slice number = slice_first(s, s.at[end - 1] == ' ' ? end - 1 : end);
    struct slice suffix = slice_after(s, end);
    double size;
    enum number_error error = parse_float(number, &size);
    if (error != NUMBER_OK) {
        *message = number_message(arena, "ParseFloat", number, error);
        return false;
    }
    if (size < 0)
        return bad_size(arena, S("invalid size: '"), s, message);
    if (suffix.len > 3) /* shown as typed; a shorter one in lower case */
        return bad_size(arena, S("invalid suffix: '"), suffix, message);
    suffix = utf8_lower(arena, suffix);
    int power = unit_power(suffix);
    if (power < 0)
        return bad_size(arena, S("invalid suffix: '"), suffix, message);
    for (; power > 0; power--)
        size *= 1024;
    *bytes = truncated(size);
    return true;
}
