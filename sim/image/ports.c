/* EXPOSE: words in, port/protocol out. Models docker/go-connections/nat as far as EXPOSE uses it.
 *
 * A word is [ip:][hostport:]port[-port][/protocol]; only port and protocol are kept. Third parts of
 * a range or a protocol are not read. */
#include "sim/image/stage.h"

#include "sim/ground/number.h"
#include "sim/ground/utf8.h"

struct port_range {
    uint64_t first, last;
};

/* PORT or FIRST-LAST, the latter not smaller. */
static bool range_read(struct slice text, struct port_range *range)
{
    struct slice first, last, rest;
    bool is_range = slice_cut(text, '-', &first, &rest);
    if (parse_uint(first, 10, 16, &range->first) != NUMBER_OK)
        return false;
    range->last = range->first;
    if (!is_range)
        return true;
    slice_cut(rest, '-', &last, &rest);
    return parse_uint(last, 10, 16, &range->last) == NUMBER_OK && range->last >= range->first;
}

/* One part of an IPv4 address: 0 to 255 without a leading zero. */
static bool is_octet(struct slice s)
{
    uint64_t number;
    return s.len && s.len <= 3 && (s.len == 1 || s.at[0] != '0') &&
           parse_uint(s, 10, 8, &number) == NUMBER_OK;
}

/* Four parts joined by dots. */
static bool is_ipv4(struct slice s)
{
    struct slice octet;
    int n = 0;
    for (bool more = true; more; n++) {
        more = slice_cut(s, '.', &octet, &s);
        if (n == 4 || !is_octet(octet))
            return false;
    }
    return n == 4;
}

/* Groups of hex digits, at most one "::", perhaps an IPv4 address at the end. */
static bool is_ipv6(struct slice s)
{
    int groups = 0;
    bool gap = false;
    if (slice_starts(s, S("::"))) {
        gap = true;
        s = slice_after(s, 2);
        if (!s.len)
            return true;
    }
    for (;;) {
        struct slice group = slice_first(s, slice_find(s, ':'));
        if (slice_has(group, '.'))
            return group.len == s.len && is_ipv4(s) && (gap ? groups < 6 : groups == 6);
        if (!group.len || group.len > 4)
            return false;
        for (size_t i = 0; i < group.len; i++)
            if (!memchr("0123456789abcdefABCDEF", group.at[i], 22))
                return false;
        groups++;
        s = slice_after(s, group.len);
        if (!s.len)
            return gap ? groups < 8 : groups == 8;
        s = slice_after(s, 1);
        if (s.len && s.at[0] == ':') {
            if (gap)
                return false;
            gap = true;
            s = slice_after(s, 1);
            if (!s.len)
                return groups < 8;
        } else if (!s.len) {
            return false;
        }
    }
}

/* What net.SplitHostPort says of an address that starts with a bracket, before the colon that is
 * put behind it; null when it is good. */
static const char *bracket_fault(struct slice ip)
{
    size_t end = slice_find(ip, ']');
    if (end == ip.len)
        return ":: missing ']' in address";
    if (end + 1 < ip.len)
        return ip.at[end + 1] == ':' ? ":: too many colons in address"
                                     : ":: missing port in address";
    return slice_has(slice_after(ip, 1), '[') ? ":: unexpected '[' in address" : NULL;
}

/* The address in front of the ports, which may stand in brackets; an empty text when it is good. */
static struct slice ip_fault(struct arena *arena, struct slice ip)
{
    struct slice bare = ip;
    if (ip.at[0] == '[') {
        const char *fault = bracket_fault(ip);
        if (fault)
            return TEXT(arena, S("invalid IP address "), ip, S(": address "), ip, slice_of(fault));
        bare = (struct slice){ip.at + 1, ip.len - 2};
    }
    if (!bare.len || is_ipv4(bare) || (slice_has(bare, ':') && is_ipv6(bare)))
        return S("");
    return TEXT(arena, S("invalid IP address: "), bare);
}

/* Cuts a word at its last two colons. */
static void cut(struct slice word, struct slice *ip, struct slice *host, struct slice *port)
{
    *ip = *host = (struct slice){0};
    *port = word;
    for (size_t i = word.len; i > 0; i--) {
        if (word.at[i - 1] != ':')
            continue;
        if (port->len == word.len) {
            *port = slice_after(word, i);
            *host = slice_first(word, i - 1);
        } else {
            *host = (struct slice){word.at + i, host->len - i};
            *ip = slice_first(word, i - 1);
            return;
        }
    }
}

/* Reads a word; the complaint, empty when there is none. */
static struct slice port_read(struct arena *arena, struct slice word, struct port_range *ports,
                              struct slice *protocol)
{
    struct slice ip, host, port, rest, fault;
    struct port_range hosts;
    cut(word, &ip, &host, &port);
    *protocol = S("tcp");
    if (slice_cut(port, '/', &port, &rest) && port.len) {
        slice_cut(rest, '/', &rest, &fault);
        if (rest.len)
            *protocol = rest;
    }
    fault = ip.len ? ip_fault(arena, ip) : S("");
    if (fault.len)
        return fault;
    if (!port.len)
        return TEXT(arena, S("no port specified: "), word, S("<empty>"));
    if (!range_read(port, ports))
        return TEXT(arena, S("invalid containerPort: "), port);
    if (host.len && !range_read(host, &hosts))
        return TEXT(arena, S("invalid hostPort: "), host);
    if (host.len && ports->first != ports->last &&
        hosts.last - hosts.first != ports->last - ports->first)
        return TEXT(arena, S("invalid ranges specified for container and host Ports: "), port,
                    S(" and "), host);
    struct slice lower = utf8_lower(arena, *protocol);
    if (!slice_equal(lower, S("tcp")) && !slice_equal(lower, S("udp")) &&
        !slice_equal(lower, S("sctp")))
        return TEXT(arena, S("invalid proto: "), *protocol);
    *protocol = lower;
    return S("");
}

/* Sets every port of a range. A file may ask for the same 65,536 ports over and over. */
static void expose(struct build *build, struct image_config *config, struct port_range ports,
                   struct slice protocol, struct origin at)
{
    if (ports.last - ports.first >= build->ports_left)
        arena_stop(build->arena, ARENA_TOO_LARGE, "more than 1,000,000 exposed ports");
    build->ports_left -= ports.last - ports.first + 1;
    for (uint64_t port = ports.first; port <= ports.last; port++) {
        struct buffer text = {.arena = build->arena};
        buffer_reserve(&text, 12);
        buffer_number(&text, (int64_t)port);
        buffer_byte(&text, '/');
        buffer_put(&text, protocol);
        string_map_set(build->arena, &config->exposed_ports, (struct arg){buffer_slice(&text), at},
                       (struct arg){.text = {0}});
    }
}

/* A word, before and after the sort. */
struct port_words {
    struct arg *at;
    size_t len, cap;
};

/* The words in byte order, as BuildKit sorts them before it expands them: a merge sort. */
static void sort(struct arena *arena, struct arg *at, size_t n)
{
    struct arg *from = at, *to = arena_array(arena, struct arg, n);
    for (size_t width = 1; width < n; width *= 2) {
        for (size_t left = 0; left < n; left += 2 * width) {
            size_t middle = left + width < n ? left + width : n;
            size_t end = left + 2 * width < n ? left + 2 * width : n;
            for (size_t i = left, j = middle, k = left; k < end; k++) {
                bool right =
                    i == middle || (j < end && slice_compare(from[j].text, from[i].text) < 0);
                to[k] = right ? from[j++] : from[i++];
            }
        }
        struct arg *swap = from;
        from = to;
        to = swap;
    }
    if (from != at)
        memcpy(at, from, n * sizeof *at);
}

bool dispatch_expose(struct build *build, struct build_stage *stage, const struct instruction *i)
{
    struct port_words words = {.at = NULL};
    struct arg *sorted = arena_array(build->arena, struct arg, i->words.len);
    if (i->words.len)
        memcpy(sorted, i->words.at, i->words.len * sizeof *sorted);
    if (i->words.len > 1)
        sort(build->arena, sorted, i->words.len);
    for (size_t n = 0; n < i->words.len; n++) {
        if (!expand_to_words(build, stage, i, sorted[n].text))
            return false;
        for (size_t w = 0; w < build->expansion.words.len; w++)
            *list_add(build->arena, &words) =
                (struct arg){build->expansion.words.at[w], sorted[n].origin};
    }
    struct port_range *ranges = arena_array(build->arena, struct port_range, words.len);
    struct slice *protocols = arena_array(build->arena, struct slice, words.len);
    for (size_t n = 0; n < words.len; n++) {
        struct slice fault = port_read(build->arena, words.at[n].text, ranges + n, protocols + n);
        if (fault.len)
            return build_fail(build, i, fault);
    }
    struct image_config *config = stage_maps(build, stage);
    if (!config->exposed_ports)
        config->exposed_ports = arena_new(build->arena, struct string_map);
    for (size_t n = 0; n < words.len; n++)
        expose(build, config, ranges[n], protocols[n], words.at[n].origin);
    return true;
}
