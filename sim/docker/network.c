/* Values of the network options: text in, a network or the client's complaint out.
 *
 * Follows docker CLI 28.2.2: opts.NetworkOpt, opts.ValidateExtraHost, opts.ValidateDNSSearch. */
#include "sim/docker/network.h"

#include "sim/docker/address.h"
#include "sim/docker/csv.h"
#include "sim/ground/buffer.h"
#include "sim/ground/number.h"
#include "sim/ground/quote.h"
#include "sim/ground/utf8.h"

static bool is_word(char c)
{
    char letter = (char)(c | 0x20);
    return (letter >= 'a' && letter <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

/* Whether \w=\w stands anywhere: only then the value is taken as fields. */
static bool has_fields(struct slice text)
{
    for (size_t i = 1; i + 1 < text.len; i++)
        if (text.at[i] == '=' && is_word(text.at[i - 1]) && is_word(text.at[i + 1]))
            return true;
    return false;
}

bool network_is_user_defined(struct slice name)
{
    return !slice_equal(name, S("default")) && !slice_equal(name, S("bridge")) &&
           !slice_equal(name, S("host")) && !slice_equal(name, S("none")) &&
           !slice_starts(name, S("container:"));
}

static bool read_priority(struct arena *arena, struct slice value, struct slice *message)
{
    int64_t number;
    enum number_error error = parse_int(value, 10, 64, &number);
    if (error == NUMBER_OK)
        return true;
    *message = TEXT(arena, S("invalid gw-priority ("), value, S("): "),
                    error == NUMBER_RANGE ? S("value out of range") : S("invalid syntax"));
    return false;
}

static bool read_driver_option(struct slice value, struct slice *message)
{
    size_t equals = slice_find(value, '=');
    *message = S("invalid key value pair format in driver options");
    return equals > 0 && equals < value.len;
}

static bool read_field(struct arena *arena, struct slice field, struct network *network,
                       struct slice *message)
{
    struct slice key, value;
    bool has_value = slice_cut(utf8_lower(arena, field), '=', &key, &value);
    if (!has_value || key.len == 0) {
        *message = TEXT(arena, S("invalid field "), field);
        return false;
    }
    key = utf8_trim(key);
    value = utf8_trim(value);
    if (slice_equal(key, S("name")))
        network->name = value;
    else if (slice_equal(key, S("alias")))
        network->aliases = true;
    else if (slice_equal(key, S("ip")))
        network->ip = value;
    else if (slice_equal(key, S("ip6")))
        network->ip6 = value;
    else if (slice_equal(key, S("mac-address")))
        network->mac = value;
    else if (slice_equal(key, S("link-local-ip")))
        network->link_local_ips = true;
    else if (slice_equal(key, S("driver-opt")))
        return read_driver_option(value, message);
    else if (slice_equal(key, S("gw-priority")))
        return read_priority(arena, value, message);
    else {
        *message = TEXT(arena, S("invalid field key "), key);
        return false;
    }
    return true;
}

bool network_read(struct arena *arena, struct slice text, struct network *network,
                  struct slice *message)
{
    *network = (struct network){.name = text};
    if (!has_fields(text))
        return true;
    struct csv_fields fields;
    if (!csv_read(arena, text, &fields, message))
        return false;
    network->name = (struct slice){NULL, 0};
    for (size_t i = 0; i < fields.len; i++)
        if (!read_field(arena, fields.at[i], network, message))
            return false;
    *message = S("network name/id is not specified");
    return network->name.len > 0;
}

bool add_host_read(struct arena *arena, struct slice text, struct slice *message)
{
    struct slice name, ip;
    bool split = slice_cut(text, '=', &name, &ip) || slice_cut(text, ':', &name, &ip);
    if (!split || name.len == 0 || slice_has(name, ':')) {
        *message = TEXT(arena, S("bad format for add-host: "), quoted_go(arena, text));
        return false;
    }
    if (slice_equal(ip, S("host-gateway")))
        return true;
    if (ip.len > 2 && *ip.at == '[' && ip.at[ip.len - 1] == ']')
        ip = (struct slice){ip.at + 1, ip.len - 2};
    if (is_ip(utf8_trim(ip)))
        return true;
    *message = TEXT(arena, S("invalid IP address in add-host: "), quoted_go(arena, ip));
    return false;
}

/* Letters, digits and inner dashes. The client's pattern also takes colons in front, up to `colons`
 * of them. *s moves behind the label. */
static bool skip_label(struct slice *s, unsigned colons)
{
    for (; colons && s->len && *s->at == ':'; colons--)
        *s = slice_after(*s, 1);
    size_t end = 0;
    while (end < s->len && s->at[end] != '_' && (is_word(s->at[end]) || s->at[end] == '-'))
        end++;
    if (end == 0 || *s->at == '-' || s->at[end - 1] == '-')
        return false;
    *s = slice_after(*s, end);
    return true;
}

bool is_search_domain(struct slice text)
{
    bool letter = false;
    while (text.len && *text.at == ' ')
        text = slice_after(text, 1);
    while (text.len && text.at[text.len - 1] == ' ')
        text.len--;
    if (slice_equal(text, S(".")))
        return true;
    for (size_t i = 0; i < text.len && !letter; i++)
        letter = (text.at[i] | 0x20) >= 'a' && (text.at[i] | 0x20) <= 'z';
    struct slice rest = text;
    if (!letter || !skip_label(&rest, 2))
        return false;
    for (;;) {
        struct slice next = slice_after(rest, rest.len && *rest.at == ':');
        if (next.len == 0 || *next.at != '.')
            break;
        next = slice_after(next, 1);
        if (!skip_label(&next, 1))
            break; /* perhaps a dot at the end */
        rest = next;
    }
    if (text.len - rest.len >= 255)
        return false;
    rest = slice_after(rest, rest.len && *rest.at == '.');
    for (size_t i = 0; i < rest.len; i++)
        if (!slice_has(S("\t\n\f\r "), rest.at[i]))
            return false;
    return true;
}
