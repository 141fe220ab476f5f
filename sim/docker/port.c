/* Ports: a specification in, the client's complaint out.
 *
 * Follows go-connections' nat, which docker CLI 28.2.2 uses, and the client's key=value notation.
 */
#include "sim/docker/port.h"

#include "sim/docker/address.h"
#include "sim/ground/buffer.h"
#include "sim/ground/number.h"

bool publish_spec(struct arena *arena, struct slice text, struct slice *spec, struct slice *message)
{
    *spec = text;
    if (!slice_has(text, '='))
        return true;
    struct slice published = {NULL, 0}, target = {NULL, 0}, protocol = S("tcp");
    bool more = true;
    for (struct slice field, rest = text; more;) {
        struct slice key, value;
        more = slice_cut(rest, ',', &field, &rest);
        if (!slice_cut(field, '=', &key, &value) || key.len == 0) {
            *message = TEXT(arena, S("invalid publish opts format (should be name=value but got '"),
                            field, S("')"));
            return false;
        }
        if (slice_equal(key, S("published")))
            published = value;
        else if (slice_equal(key, S("target")))
            target = value;
        else if (slice_equal(key, S("protocol")))
            protocol = value;
    }
    *spec = TEXT(arena, published, S(":"), target, S("/"), protocol);
    return true;
}

struct port_range {
    uint64_t from, to;
};

/* PORT or PORT-PORT. */
static bool read_range(struct arena *arena, struct slice text, struct port_range *range,
                       struct slice *message)
{
    struct slice from, to;
    if (text.len == 0) {
        *message = S("empty string specified for ports");
        return false;
    }
    bool two = slice_cut(text, '-', &from, &to);
    struct slice part = from;
    enum number_error error = parse_uint(from, 10, 16, &range->from);
    range->to = range->from;
    if (two && error == NUMBER_OK) {
        part = to;
        error = parse_uint(to, 10, 16, &range->to);
    }
    if (error != NUMBER_OK) {
        *message = number_message(arena, "ParseUint", part, error);
        return false;
    }
    if (range->to < range->from)
        *message = TEXT(arena, S("invalid range specified for port: "), text);
    return range->to >= range->from;
}

/* PORT/PROTOCOL; without a port nothing counts. */
static void split_protocol(struct slice text, struct slice *port, struct slice *protocol)
{
    struct slice rest;
    slice_cut(text, '/', port, &rest);
    slice_cut(rest, '/', protocol, &rest); /* what follows a second slash is not looked at */
    if (protocol->len == 0)
        *protocol = S("tcp");
}

/* Cuts s at its last c; false when there is none. */
static bool cut_last(struct slice s, char c, struct slice *before, struct slice *after)
{
    size_t i = s.len;
    while (i && s.at[i - 1] != c)
        i--;
    *before = slice_first(s, i ? i - 1 : 0);
    *after = slice_after(s, i);
    return i > 0;
}

/* [IPv6] loses its brackets. */
static bool strip_brackets(struct arena *arena, struct slice *ip, struct slice *message)
{
    if (ip->len == 0 || *ip->at != '[')
        return true;
    size_t end = slice_find(*ip, ']');
    const char *why = NULL;
    if (end == ip->len)
        why = ":: missing ']' in address";
    else if (end + 1 < ip->len)
        why =
            ip->at[end + 1] == ':' ? ":: too many colons in address" : ":: missing port in address";
    else if (slice_has(slice_after(*ip, 1), '['))
        why = ":: unexpected '[' in address";
    if (why) {
        *message = TEXT(arena, S("invalid IP address "), *ip, S(": address "), *ip, slice_of(why));
        return false;
    }
    *ip = (struct slice){ip->at + 1, end - 1};
    return true;
}

static bool refuse(struct arena *arena, struct slice why, struct slice what, struct slice *message)
{
    *message = TEXT(arena, why, what);
    return false;
}

bool publish_check(struct arena *arena, struct slice spec, struct slice *message)
{
    struct slice ip = {NULL, 0}, host = {NULL, 0}, port, protocol, rest, unused;
    if (cut_last(spec, ':', &rest, &port) && !cut_last(rest, ':', &ip, &host))
        host = rest;
    split_protocol(port, &port, &protocol);
    if (!strip_brackets(arena, &ip, message))
        return false;
    if (ip.len && !is_ip(ip))
        return refuse(arena, S("invalid IP address: "), ip, message);
    if (port.len == 0) {
        *message = TEXT(arena, S("no port specified: "), spec, S("<empty>"));
        return false;
    }
    struct port_range inside, outside;
    if (!read_range(arena, port, &inside, &unused))
        return refuse(arena, S("invalid containerPort: "), port, message);
    if (host.len && !read_range(arena, host, &outside, &unused))
        return refuse(arena, S("invalid hostPort: "), host, message);
    /* A range on the host may stand for one port: then one of the range is taken. */
    if (host.len && inside.to != inside.from &&
        inside.to - inside.from != outside.to - outside.from) {
        *message = TEXT(arena, S("invalid ranges specified for container and host Ports: "), port,
                        S(" and "), host);
        return false;
    }
    if (!slice_equal_fold(protocol, S("tcp")) && !slice_equal_fold(protocol, S("udp")) &&
        !slice_equal_fold(protocol, S("sctp")))
        return refuse(arena, S("invalid proto: "), protocol, message);
    return true;
}

bool expose_check(struct arena *arena, struct slice text, struct slice *message)
{
    struct slice port, protocol;
    struct port_range range;
    if (slice_has(text, ':'))
        return refuse(arena, S("invalid port format for --expose: "), text, message);
    split_protocol(text, &port, &protocol);
    if (read_range(arena, port, &range, message))
        return true;
    *message =
        TEXT(arena, S("invalid range format for --expose: "), text, S(", error: "), *message);
    return false;
}
