/* Late checks: the options as given in; the entries of env files, or the client's complaint, out.
 *
 * Follows docker CLI 28.2.2, cli/command/container/opts.go, in its order. */
#include "sim/docker/late.h"

#include "sim/docker/address.h"
#include "sim/docker/device.h"
#include "sim/docker/envfile.h"
#include "sim/docker/hostfile.h"
#include "sim/docker/network.h"
#include "sim/docker/port.h"
#include "sim/docker/volume.h"
#include "sim/ground/buffer.h"
#include "sim/ground/names.h"
#include "sim/ground/number.h"
#include "sim/ground/quote.h"
#include "sim/ground/utf8.h"

static bool refuse(struct late_check *check, struct slice message)
{
    check->message = message;
    return false;
}

static bool check_mac(struct late_check *check, const struct given *given)
{
    struct slice text = given->value.text;
    return text.len == 0 || is_mac(text) ||
           refuse(check, TEXT(check->arena, text, S(" is not a valid mac address")));
}

static bool check_swappiness(struct late_check *check, const struct given *given)
{
    if (given->value.number >= -1 && given->value.number <= 100)
        return true;
    struct buffer text = {.arena = check->arena};
    buffer_string(&text, "invalid value: ");
    buffer_number(&text, given->value.number);
    buffer_string(&text, ". Valid memory swappiness range is 0-100");
    return refuse(check, buffer_slice(&text));
}

static bool check_volume(struct late_check *check, const struct given *given)
{
    bool anonymous;
    struct slice bind;
    return volume_check(check->arena, given->value.text, check->host, &anonymous, &bind,
                        &check->message);
}

/* All lists of --publish are taken apart before the first one is looked at. */
static bool check_publish_list(struct late_check *check, const struct given *given)
{
    struct slice spec;
    return publish_spec(check->arena, given->value.text, &spec, &check->message);
}

static bool check_publish(struct late_check *check, const struct given *given)
{
    struct slice spec;
    return publish_spec(check->arena, given->value.text, &spec, &check->message) &&
           publish_check(check->arena, spec, &check->message);
}

static bool check_expose(struct late_check *check, const struct given *given)
{
    return expose_check(check->arena, given->value.text, &check->message);
}

static bool check_device(struct late_check *check, const struct given *given)
{
    return device_path_read(check->arena, given->value.text, &check->message);
}

static bool check_env_file(struct late_check *check, const struct given *given)
{
    struct arg path = {given->value.text, given->at};
    return env_file_read(check->arena, check->host, &path, false, &check->env, check->unknown,
                         &check->message);
}

static bool check_label_file(struct late_check *check, const struct given *given)
{
    struct arg path = {given->value.text, given->at};
    struct args labels = {0};
    return env_file_read(check->arena, check->host, &path, true, &labels, check->unknown,
                         &check->message);
}

static bool check_pid(struct late_check *check, const struct given *given)
{
    struct slice mode = given->value.text, prefix = S("container:");
    return mode.len == 0 || slice_equal(mode, S("host")) ||
           (slice_starts(mode, prefix) && mode.len > prefix.len) ||
           refuse(check, S("--pid: invalid PID mode"));
}

static bool is_host_or_empty(struct slice mode)
{
    return mode.len == 0 || slice_equal(mode, S("host"));
}

static bool check_uts(struct late_check *check, const struct given *given)
{
    return is_host_or_empty(given->value.text) || refuse(check, S("--uts: invalid UTS mode"));
}

static bool check_userns(struct late_check *check, const struct given *given)
{
    return is_host_or_empty(given->value.text) || refuse(check, S("--userns: invalid USER mode"));
}

static bool check_cgroupns(struct late_check *check, const struct given *given)
{
    return is_host_or_empty(given->value.text) || slice_equal(given->value.text, S("private")) ||
           refuse(check, S("--cgroupns: invalid CGROUP mode"));
}

static bool check_restart(struct late_check *check, const struct given *given)
{
    struct slice policy, count;
    int64_t number;
    if (slice_cut(given->value.text, ':', &policy, &count) && policy.len == 0)
        return refuse(check, S("invalid restart policy format: no policy provided before colon"));
    return count.len == 0 || parse_int(count, 10, 64, &number) == NUMBER_OK ||
           refuse(check, S("invalid restart policy format: maximum retry count must be an "
                           "integer"));
}

static bool check_log_option(struct late_check *check, const struct given *given)
{
    (void)given; /* any is one too many */
    return !slice_equal(options_text(check->values, OPTION_LOG_DRIVER), S("none")) ||
           refuse(check, S("invalid logging opts for driver none"));
}

/* Go's %c in quotes, as encoding/json shows a character. */
static struct slice json_character(struct arena *arena, unsigned char c)
{
    if (c == '\'')
        return S("'\\''");
    if (c == '"')
        return S("'\"'");
    struct buffer rune = {.arena = arena};
    utf8_put(&rune, c);
    struct slice quoted = quoted_go(arena, buffer_slice(&rune));
    quoted = (struct slice){quoted.at + 1, quoted.len - 2};
    return TEXT(arena, S("'"), quoted, S("'"));
}

/* A profile must be JSON; only its first character is looked at. */
static bool check_profile(struct late_check *check, struct slice path)
{
    struct slice bytes = {NULL, 0}, why;
    enum host_answer answer = host_read(check->arena, check->host, path, &bytes, &why);
    if (answer == HOST_UNKNOWN)
        return true;
    if (answer != HOST_FOUND)
        return refuse(
            check, TEXT(check->arena, S("opening seccomp profile ("), path, S(") failed: "), why));
    while (bytes.len && slice_has(S(" \t\r\n"), *bytes.at))
        bytes = slice_after(bytes, 1);
    if (bytes.len && slice_has(S("{[\"-0123456789tfn"), *bytes.at))
        return true;
    why = bytes.len ? TEXT(check->arena, S("invalid character "),
                           json_character(check->arena, (unsigned char)*bytes.at),
                           S(" looking for beginning of value"))
                    : S("unexpected end of JSON input");
    return refuse(check, TEXT(check->arena, S("compacting json for seccomp profile ("), path,
                              S(") failed: "), why));
}

static bool check_security(struct late_check *check, const struct given *given)
{
    struct slice text = given->value.text, key, value;
    bool split = slice_cut(text, '=', &key, &value);
    if (!split && !slice_equal(key, S("no-new-privileges")))
        split = slice_cut(text, ':', &key, &value);
    if ((!split || value.len == 0) && !slice_equal(key, S("no-new-privileges")))
        return refuse(check, TEXT(check->arena, S("Invalid --security-opt: "),
                                  quoted_go(check->arena, text)));
    if (!slice_equal(key, S("seccomp")) || slice_equal(value, S("builtin")) ||
        slice_equal(value, S("unconfined")))
        return true;
    return check_profile(check, value);
}

static bool check_storage(struct late_check *check, const struct given *given)
{
    return slice_has(given->value.text, '=') || refuse(check, S("invalid storage option"));
}

/* The checks of single options, in the client's order. */
static const struct {
    enum option_id id;
    bool each; /* every occurrence; otherwise the last */
    bool (*check)(struct late_check *check, const struct given *given);
} rows[] = {
    {OPTION_MAC_ADDRESS, false, check_mac},
    {OPTION_MEMORY_SWAPPINESS, false, check_swappiness},
    {OPTION_VOLUME, true, check_volume},
    {OPTION_PUBLISH, true, check_publish_list},
    {OPTION_PUBLISH, true, check_publish},
    {OPTION_EXPOSE, true, check_expose},
    {OPTION_DEVICE, true, check_device},
    {OPTION_ENV_FILE, true, check_env_file},
    {OPTION_LABEL_FILE, true, check_label_file},
    {OPTION_PID, false, check_pid},
    {OPTION_UTS, false, check_uts},
    {OPTION_USERNS, false, check_userns},
    {OPTION_CGROUPNS, false, check_cgroupns},
    {OPTION_RESTART, false, check_restart},
    {OPTION_LOG_OPT, false, check_log_option},
    {OPTION_SECURITY_OPT, true, check_security},
    {OPTION_STORAGE_OPT, true, check_storage},
};

static bool check_rows(struct late_check *check)
{
    for (size_t row = 0; row < sizeof rows / sizeof *rows; row++) {
        if (!options_have(check->values, rows[row].id))
            continue;
        const struct given *given = options_last(check->values, rows[row].id);
        size_t i = rows[row].each ? 0 : (size_t)(given - check->values->at);
        while ((given = options_next(check->values, rows[row].id, &i))) {
            check->at = given->at;
            if (!rows[row].check(check, given))
                return false;
        }
    }
    return true;
}

/* Whether an option stands with a value that is not its zero. */
static bool is_set(struct late_check *check, enum option_id id)
{
    const struct given *given = options_last(check->values, id);
    if (given)
        check->at = given->at;
    return given && (given->option->kind == VALUE_STRING ? given->value.text.len > 0
                                                         : given->value.number != 0);
}

/* Health settings in the order in which a negative one is found. */
static const struct {
    enum option_id id;
    struct slice name;
} health_rows[] = {
    {OPTION_HEALTH_INTERVAL, S_INIT("--health-interval")},
    {OPTION_HEALTH_TIMEOUT, S_INIT("--health-timeout")},
    {OPTION_HEALTH_RETRIES, S_INIT("--health-retries")},
    {OPTION_HEALTH_START_PERIOD, S_INIT("--health-start-period")},
    {OPTION_HEALTH_START_INTERVAL, S_INIT("--health-start-interval")},
};

static bool check_health(struct late_check *check)
{
    bool any = is_set(check, OPTION_HEALTH_CMD);
    size_t n = sizeof health_rows / sizeof *health_rows;
    for (size_t i = 0; i < n; i++)
        any |= is_set(check, health_rows[i].id);
    if (any && options_on(check->values, OPTION_NO_HEALTHCHECK, false))
        return refuse(check, S("--no-healthcheck conflicts with --health-* options"));
    for (size_t i = 0; i < n && !options_on(check->values, OPTION_NO_HEALTHCHECK, false); i++) {
        if (!is_set(check, health_rows[i].id) ||
            options_number(check->values, health_rows[i].id, 0) >= 0)
            continue;
        return refuse(check, TEXT(check->arena, health_rows[i].name, S(" cannot be negative")));
    }
    return true;
}

static bool check_remove(struct late_check *check)
{
    struct slice policy, count;
    slice_cut(options_text(check->values, OPTION_RESTART), ':', &policy, &count);
    if (policy.len == 0 || slice_equal(policy, S("no")) ||
        !options_on(check->values, OPTION_RM, false))
        return true;
    check->at = options_last(check->values, OPTION_RESTART)->at;
    return refuse(check, S("conflicting options: cannot specify both --restart and --rm"));
}

/* Options that say the same as a field of the first --network. */
static bool check_both(struct late_check *check, const struct network *network)
{
    const struct option_values *values = check->values;
    const struct {
        bool both;
        struct slice what;
    } conflicts[] = {
        {network->aliases && options_have(values, OPTION_NETWORK_ALIAS),
         S("--network-alias and per-network alias")},
        {network->ip.len && options_text(values, OPTION_IP).len,
         S("--ip and per-network IPv4 address")},
        {network->ip6.len && options_text(values, OPTION_IP6).len,
         S("--ip6 and per-network IPv6 address")},
        {network->mac.len && options_text(values, OPTION_MAC_ADDRESS).len,
         S("--mac-address and per-network MAC address")},
        {network->link_local_ips && options_have(values, OPTION_LINK_LOCAL_IP),
         S("--link-local-ip and per-network link-local IP addresses")},
    };
    for (size_t i = 0; i < sizeof conflicts / sizeof *conflicts; i++)
        if (conflicts[i].both)
            return refuse(check, TEXT(check->arena, S("conflicting options: cannot specify both "),
                                      conflicts[i].what));
    return true;
}

/* One network on its own; the options for the only network count for the first. */
static bool check_network(struct late_check *check, const struct network *network, bool first)
{
    bool aliases = network->aliases || (first && options_have(check->values, OPTION_NETWORK_ALIAS));
    if (first && !check_both(check, network))
        return false;
    if (utf8_trim(network->name).len == 0)
        return refuse(check, S("no name set for network"));
    if (aliases && !network_is_user_defined(network->name))
        return refuse(check, S("network-scoped aliases are only supported for user-defined "
                               "networks"));
    return network->mac.len == 0 || is_mac(network->mac) ||
           refuse(check, TEXT(check->arena, network->mac, S(" is not a valid mac address")));
}

static bool check_networks(struct late_check *check)
{
    static const struct network none_given = {.name = S_INIT("default")};
    struct names seen = {0};
    bool user_defined = false, built_in = false;
    if (!options_have(check->values, OPTION_NETWORK)) {
        const struct given *alias = options_last(check->values, OPTION_NETWORK_ALIAS);
        check->at = alias ? alias->at : check->at;
        return check_network(check, &none_given, true);
    }
    const struct given *given;
    for (size_t i = 0, n = 0; (given = options_next(check->values, OPTION_NETWORK, &i)); n++) {
        const struct network *network = given->value.network;
        check->at = given->at;
        if (network_is_user_defined(network->name))
            user_defined = true;
        else
            built_in = true;
        if (!check_network(check, network, n == 0))
            return false;
        if (names_get(&seen, network->name) != NAMES_NONE)
            return refuse(check,
                          TEXT(check->arena, S("network "), quoted_go(check->arena, network->name),
                               S(" is specified multiple times")));
        if (user_defined && built_in)
            return refuse(check, S("conflicting options: cannot attach both user-defined and "
                                   "non-user-defined network-modes"));
        names_set(check->arena, &seen, network->name, 1);
    }
    return true;
}

bool late_check_given(struct late_check *check)
{
    return check_rows(check) && check_health(check) && check_remove(check) && check_networks(check);
}

bool late_check_exec(struct late_check *check)
{
    return !options_have(check->values, OPTION_ENV_FILE) || check_rows(check);
}
