/* Values of options: a text and its kind in, a value or the client's complaint out.
 *
 * Follows docker CLI 28.2.2 and pflag 1.0.6. Larger kinds have a file of their own. */
#include "sim/docker/value.h"

#include "sim/docker/address.h"
#include "sim/docker/device.h"
#include "sim/docker/limit.h"
#include "sim/docker/mount.h"
#include "sim/docker/network.h"
#include "sim/ground/buffer.h"
#include "sim/ground/number.h"
#include "sim/ground/utf8.h"

static bool read_bool(struct arena *arena, struct value *value, struct slice *message)
{
    if (parse_bool(value->text, &value->on) == NUMBER_OK)
        return true;
    *message = number_message(arena, "ParseBool", value->text, NUMBER_SYNTAX);
    return false;
}

static bool read_int(struct arena *arena, struct value *value, struct slice *message)
{
    enum number_error error = parse_int(value->text, 0, 64, &value->number);
    if (error != NUMBER_OK)
        *message = number_message(arena, "ParseInt", value->text, error);
    return error == NUMBER_OK;
}

static bool read_uint(struct arena *arena, unsigned bits, struct value *value,
                      struct slice *message)
{
    uint64_t number;
    enum number_error error = parse_uint(value->text, 0, bits, &number);
    if (error != NUMBER_OK)
        *message = number_message(arena, "ParseUint", value->text, error);
    value->number = (int64_t)number;
    return error == NUMBER_OK;
}

/* A name alone takes its value from the shell; without one there it stays alone. */
static bool read_env(struct arena *arena, const struct host *host, struct value *value,
                     struct slice *message)
{
    struct slice text = value->text, found;
    size_t equals = slice_find(text, '=');
    if (equals == 0) { /* no name: "" or "=x" */
        *message = TEXT(arena, S("invalid environment variable: "), text);
        return false;
    }
    if (equals == text.len && host->variable(host->context, text, &found) == HOST_FOUND)
        value->text = TEXT(arena, text, S("="), found);
    return true;
}

static bool read_label(struct arena *arena, struct slice text, struct slice *message)
{
    struct slice key, rest;
    slice_cut(text, '=', &key, &rest);
    while (key.len && (*key.at == ' ' || *key.at == '\t'))
        key = slice_after(key, 1);
    if (key.len == 0) {
        *message = TEXT(arena, S("invalid label '"), text, S("': empty name"));
        return false;
    }
    if (slice_has(key, ' ') || slice_has(key, '\t')) {
        *message = TEXT(arena, S("label '"), key, S("' contains whitespaces"));
        return false;
    }
    return true;
}

static bool read_attach(struct arena *arena, struct value *value, struct slice *message)
{
    value->text = utf8_lower(arena, value->text);
    *message = S("valid streams are STDIN, STDOUT and STDERR");
    return slice_equal(value->text, S("stdin")) || slice_equal(value->text, S("stdout")) ||
           slice_equal(value->text, S("stderr"));
}

static bool read_ip(struct arena *arena, struct slice text, struct slice *message)
{
    if (is_ip(utf8_trim(text)))
        return true;
    *message = TEXT(arena, S("IP address is not correctly formatted: "), text);
    return false;
}

static bool read_search_domain(struct arena *arena, struct slice text, struct slice *message)
{
    if (is_search_domain(text))
        return true;
    while (text.len && *text.at == ' ')
        text = slice_after(text, 1);
    while (text.len && text.at[text.len - 1] == ' ')
        text.len--;
    *message = TEXT(arena, text, S(" is not a valid domain"));
    return false;
}

static bool read_link(struct arena *arena, struct slice text, struct slice *message)
{
    struct slice name, alias;
    slice_cut(text, ':', &name, &alias);
    if (text.len && !slice_has(alias, ':'))
        return true;
    *message = text.len ? TEXT(arena, S("bad format for links: "), text)
                        : S("empty string specified for links");
    return false;
}

static bool read_mount(struct arena *arena, const struct host *host, struct value *value,
                       struct slice *message)
{
    struct mount *mount = arena_new(arena, struct mount);
    value->mount = mount;
    return mount_read(arena, value->text, host, mount, message);
}

static bool read_network(struct arena *arena, struct value *value, struct slice *message)
{
    struct network *network = arena_new(arena, struct network);
    value->network = network;
    return network_read(arena, value->text, network, message);
}

bool value_read(struct arena *arena, enum value_kind kind, struct slice text,
                const struct host *host, struct value *value, struct slice *message)
{
    *value = (struct value){.text = text};
    switch (kind) {
    case VALUE_BOOL: return read_bool(arena, value, message);
    case VALUE_STRING:
    case VALUE_LIST:
    case VALUE_MAP: return true;
    case VALUE_INT: return read_int(arena, value, message);
    case VALUE_UINT16: return read_uint(arena, 16, value, message);
    case VALUE_UINT64: return read_uint(arena, 64, value, message);
    case VALUE_SWAP:
        if (slice_equal(text, S("-1"))) {
            value->number = -1;
            return true;
        }
        return parse_bytes(arena, text, &value->number, message);
    case VALUE_BYTES: return parse_bytes(arena, text, &value->number, message);
    case VALUE_DURATION: return parse_duration(arena, text, &value->number, message);
    case VALUE_CPUS: return cpus_read(arena, text, &value->number, message);
    case VALUE_SYSCTL: return sysctl_read(arena, text, message);
    case VALUE_ULIMIT: return ulimit_read(arena, text, message);
    case VALUE_GPUS: return gpus_read(arena, text, message);
    case VALUE_MOUNT: return read_mount(arena, host, value, message);
    case VALUE_NETWORK: return read_network(arena, value, message);
    case VALUE_ENV: return read_env(arena, host, value, message);
    case VALUE_LABEL: return read_label(arena, text, message);
    case VALUE_ATTACH: return read_attach(arena, value, message);
    case VALUE_ADD_HOST: return add_host_read(arena, text, message);
    case VALUE_IP: return read_ip(arena, text, message);
    case VALUE_DNS_SEARCH: return read_search_domain(arena, text, message);
    case VALUE_LINK: return read_link(arena, text, message);
    case VALUE_DEVICE_RULE: return device_rule_read(arena, text, message);
    case VALUE_RATE_BYTES: return device_bytes_read(arena, text, message);
    case VALUE_RATE_IO: return device_rate_read(arena, text, message);
    case VALUE_WEIGHT: return device_weight_read(arena, text, message);
    }
    return true;
}
