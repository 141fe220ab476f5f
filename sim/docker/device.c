/* Values of the device options: text in, the client's complaint out.
 *
 * Follows docker CLI 28.2.2: opts.ThrottledeviceOpt, WeightdeviceOpt, GpuOpts, and the checks of
 * --device and --device-cgroup-rule. */
#include "sim/docker/device.h"

#include "sim/docker/csv.h"
#include "sim/ground/buffer.h"
#include "sim/ground/names.h"
#include "sim/ground/number.h"

/* A number or "*" at the start of *s, which moves behind it. */
static bool skip_number(struct slice *s)
{
    size_t digits = 0;
    while (digits < s->len && s->at[digits] >= '0' && s->at[digits] <= '9')
        digits++;
    if (digits == 0)
        digits = s->len && *s->at == '*';
    *s = slice_after(*s, digits);
    return digits > 0;
}

static bool skip_byte(struct slice *s, char c)
{
    bool there = s->len && *s->at == c;
    *s = slice_after(*s, there);
    return there;
}

bool device_rule_read(struct arena *arena, struct slice text, struct slice *message)
{
    struct slice s = text;
    bool good = s.len && slice_has(S("acb"), *s.at);
    s = slice_after(s, 1);
    good = good && skip_byte(&s, ' ') && skip_number(&s) && skip_byte(&s, ':') && skip_number(&s) &&
           skip_byte(&s, ' ') && s.len >= 1 && s.len <= 3;
    for (size_t i = 0; good && i < s.len; i++)
        good = slice_has(S("rwm"), s.at[i]);
    if (!good)
        *message = TEXT(arena, S("invalid device cgroup format '"), text, S("'"));
    return good;
}

/* DEVICE:VALUE with a device below /dev. */
static bool split_device(struct arena *arena, struct slice text, struct slice *value,
                         struct slice *message)
{
    struct slice device;
    bool split = slice_cut(text, ':', &device, value) && device.len > 0;
    if (split && slice_starts(device, S("/dev/")))
        return true;
    *message = TEXT(arena, split ? S("bad format for device path: ") : S("bad format: "), text);
    return false;
}

static bool bad_rate(struct arena *arena, struct slice text, struct slice format,
                     struct slice *message)
{
    *message = TEXT(arena, S("invalid rate for device: "), text,
                    S(". The correct format is <device-path>:<number>"), format);
    return false;
}

bool device_bytes_read(struct arena *arena, struct slice text, struct slice *message)
{
    struct slice value;
    int64_t bytes;
    if (!split_device(arena, text, &value, message))
        return false;
    return (parse_bytes(arena, value, &bytes, message) && bytes >= 0) ||
           bad_rate(arena, text,
                    S("[<unit>]. Number must be a positive integer. Unit is optional and can be "
                      "kb, mb, or gb"),
                    message);
}

bool device_rate_read(struct arena *arena, struct slice text, struct slice *message)
{
    struct slice value;
    uint64_t rate;
    if (!split_device(arena, text, &value, message))
        return false;
    return parse_uint(value, 10, 64, &rate) == NUMBER_OK ||
           bad_rate(arena, text, S(". Number must be a positive integer"), message);
}

bool device_weight_read(struct arena *arena, struct slice text, struct slice *message)
{
    struct slice value;
    uint64_t weight;
    if (!split_device(arena, text, &value, message))
        return false;
    if (parse_uint(value, 10, 16, &weight) == NUMBER_OK &&
        (weight == 0 || (weight >= 10 && weight <= 1000)))
        return true;
    *message = TEXT(arena, S("invalid weight for device: "), text);
    return false;
}

static bool is_letter(char c)
{
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

static bool is_alnum(char c)
{
    return is_letter(c) || (c >= '0' && c <= '9');
}

/* A part of a CDI name: letters and digits, inside also `marks`. */
static bool is_cdi_part(struct slice s, struct slice marks, bool letter_first)
{
    if (s.len == 0 || !is_alnum(*s.at) || (letter_first && !is_letter(*s.at)) ||
        !is_alnum(s.at[s.len - 1]))
        return false;
    for (size_t i = 0; i < s.len; i++)
        if (!is_alnum(s.at[i]) && !slice_has(marks, s.at[i]))
            return false;
    return true;
}

/* VENDOR/CLASS=NAME: a device that the engine looks up by name. */
static bool is_cdi_name(struct slice text)
{
    struct slice kind, name, vendor, class;
    return slice_cut(text, '=', &kind, &name) && slice_cut(kind, '/', &vendor, &class) &&
           is_cdi_part(vendor, S("_-."), true) && is_cdi_part(class, S("_-"), true) &&
           is_cdi_part(name, S("_-.:"), false);
}

/* r, w and m, each at most once. */
static bool is_device_mode(struct slice mode)
{
    for (size_t i = 0; i < mode.len; i++)
        if (!slice_has(S("rwm"), mode.at[i]) || slice_has(slice_first(mode, i), mode.at[i]))
            return false;
    return mode.len > 0;
}

bool device_path_read(struct arena *arena, struct slice text, struct slice *message)
{
    if (is_cdi_name(text))
        return true;
    struct slice host, path, mode, rest;
    bool two = slice_cut(text, ':', &host, &rest), three = slice_cut(rest, ':', &path, &mode);
    if (host.len == 0 || slice_has(mode, ':')) {
        *message = TEXT(arena, S("bad format for path: "), text);
        return false;
    }
    if (three && !is_device_mode(mode)) {
        *message = TEXT(arena, S("bad mode specified: "), mode);
        return false;
    }
    if (!two || (!three && is_device_mode(path)))
        path = host;
    if (path.len && *path.at == '/')
        return true;
    *message = TEXT(arena, path, S(" is not an absolute path"));
    return false;
}

static bool read_count(struct arena *arena, struct slice text, struct slice *message)
{
    int64_t count;
    if (slice_equal(text, S("all")))
        return true;
    enum number_error error = parse_int(text, 10, 64, &count);
    if (error == NUMBER_OK)
        return true;
    *message = TEXT(arena, S("invalid count ("), text,
                    S("): value must be either \"all\" or an integer: "),
                    error == NUMBER_RANGE ? S("value out of range") : S("invalid syntax"));
    return false;
}

static bool read_gpu_field(struct arena *arena, struct slice field, struct slice key,
                           struct slice value, struct slice *message)
{
    if (slice_equal(key, S("count")))
        return read_count(arena, value, message);
    if (slice_equal(key, S("driver")) || slice_equal(key, S("device")) ||
        slice_equal(key, S("capabilities")))
        return true;
    if (slice_equal(key, S("options"))) {
        struct csv_fields options;
        if (csv_read(arena, value, &options, message))
            return true;
        *message = TEXT(arena, S("failed to read gpu options: "), *message);
        return false;
    }
    *message = TEXT(arena, S("unexpected key '"), key, S("' in '"), field, S("'"));
    return false;
}

bool gpus_read(struct arena *arena, struct slice text, struct slice *message)
{
    struct csv_fields fields;
    struct names seen = {0};
    if (!csv_read(arena, text, &fields, message))
        return false;
    for (size_t i = 0; i < fields.len; i++) {
        struct slice key, value;
        bool has_value = slice_cut(fields.at[i], '=', &key, &value);
        if (names_get(&seen, key) != NAMES_NONE) {
            *message = TEXT(arena, S("gpu request key '"), key, S("' can be specified only once"));
            return false;
        }
        names_set(arena, &seen, key, 1);
        if (!has_value)
            names_set(arena, &seen, S("count"), 1); /* a bare value is the count */
        if (!(has_value ? read_gpu_field(arena, fields.at[i], key, value, message)
                        : read_count(arena, key, message)))
            return false;
    }
    return true;
}
