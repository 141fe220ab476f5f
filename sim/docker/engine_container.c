/* What the engine checks once the image is there: networks, logs, names, volumes, links; options
 * in, its complaint out.
 *
 * Follows dockerd 28.2.2: daemon/create.go and daemon/volumes.go in their order. There is no other
 * container and no plugin. */
#include "sim/docker/address.h"
#include "sim/docker/engine_check.h"
#include "sim/docker/mount.h"
#include "sim/docker/network.h"
#include "sim/docker/volume.h"
#include "sim/ground/buffer.h"
#include "sim/ground/names.h"
#include "sim/ground/number.h"
#include "sim/ground/quote.h"
#include "sim/image/path.h"

/* Faults of one network's addresses. */
struct address_faults {
    struct arena *arena;
    struct slice *at;
    size_t len, cap;
};

static void add_fault(struct address_faults *faults, struct slice why, struct slice what)
{
    *list_add(faults->arena, faults) = TEXT(faults->arena, why, what);
}

/* An address of the asked kind that names somebody. */
static bool is_address(struct slice text, bool six)
{
    bool colon = slice_has(text, ':');
    return is_ip(text) && colon == six && !slice_equal(text, S("0.0.0.0")) &&
           !slice_equal(text, S("::"));
}

static void find_faults(struct engine_check *check, struct slice name, struct slice ip,
                        struct slice ip6, bool first, struct address_faults *faults)
{
    if ((ip.len || ip6.len) && !network_is_user_defined(name))
        add_fault(faults, S("user specified IP address is supported on user defined networks only"),
                  S(""));
    if (ip.len && !is_address(ip, false))
        add_fault(faults, S("invalid IPv4 address: "), ip);
    if (ip6.len && !is_address(ip6, true))
        add_fault(faults, S("invalid IPv6 address: "), ip6);
    const struct given *given;
    for (size_t i = 0; first && (given = options_next(check->values, OPTION_LINK_LOCAL_IP, &i));) {
        struct slice text = given->value.text;
        if (!is_address(text, slice_has(text, ':')))
            add_fault(faults, S("invalid link-local IP address: "), text);
    }
}

/* One fault stands alone; several each on a line behind a star. */
static struct slice faults_text(const struct address_faults *faults)
{
    struct buffer text = {.arena = faults->arena};
    for (size_t i = 0; i < faults->len; i++) {
        if (i)
            buffer_byte(&text, '\n');
        if (faults->len > 1)
            buffer_string(&text, "* ");
        buffer_put(&text, faults->at[i]);
    }
    return buffer_slice(&text);
}

static bool check_endpoint(struct engine_check *check, const struct network *network, bool first)
{
    struct slice ip = network->ip, ip6 = network->ip6, name = network->name;
    if (first && ip.len == 0)
        ip = options_text(check->values, OPTION_IP);
    if (first && ip6.len == 0)
        ip6 = options_text(check->values, OPTION_IP6);
    struct address_faults faults = {.arena = check->arena};
    if (slice_equal(name, S("default")))
        name = S("bridge");
    find_faults(check, name, ip, ip6, first, &faults);
    if (faults.len == 0)
        return true;
    check->message = TEXT(check->arena, S("invalid config for network "), name,
                          S(": invalid endpoint settings:\n"), faults_text(&faults));
    return false;
}

bool engine_check_endpoints(struct engine_check *check)
{
    static const struct network bridge = {.name = S_INIT("bridge")};
    const struct given *given;
    size_t i = 0, n = 0;
    for (; (given = options_next(check->values, OPTION_NETWORK, &i)); n++) {
        check->at = given->at;
        if (!check_endpoint(check, given->value.network, n == 0))
            return false;
    }
    return n > 0 || check_endpoint(check, &bridge, true);
}

/* container:NAME, where no container of any name is. A label of one's own keeps the engine from
 * looking it up for its label. */
static bool check_joined(struct engine_check *check, enum option_id id)
{
    struct slice mode = options_text(check->values, id), prefix = S("container:");
    if (!slice_starts(mode, prefix))
        return true;
    struct slice name = slice_after(mode, prefix.len);
    return engine_refuse(check,
                         name.len ? TEXT(check->arena, S("No such container: "), name)
                                  : S("invalid name or ID supplied: \"\""),
                         id);
}

bool engine_check_joined(struct engine_check *check)
{
    const struct given *given;
    for (size_t i = 0; (given = options_next(check->values, OPTION_SECURITY_OPT, &i));)
        if (slice_starts(given->value.text, S("label=")) ||
            slice_starts(given->value.text, S("label:")))
            return true;
    return check_joined(check, OPTION_IPC) && check_joined(check, OPTION_PID);
}

/* How a log driver looks at its options. Those that begin with its own name are not looked at. */
static const struct log_driver {
    struct slice name;
    struct slice own; /* how its own options begin */
    size_t common;    /* how many of common_log_options it knows; 0: its options are not known */
    struct slice required; /* an option that must have a value */
    struct slice missing;  /* what is said when it has none */
} log_drivers[] = {
    {S_INIT("json-file"), S_INIT(""), 8, S_INIT(""), S_INIT("")},
    {S_INIT("local"), S_INIT(""), 3, S_INIT(""), S_INIT("")},
    {S_INIT("syslog"), S_INIT("syslog-"), 5, S_INIT(""), S_INIT("")},
    {S_INIT("journald"), S_INIT(""), 5, S_INIT(""), S_INIT("")},
    {S_INIT("gelf"), S_INIT("gelf-"), 5, S_INIT("gelf-address"),
     S_INIT("gelf-address is a required parameter")},
    {S_INIT("fluentd"), S_INIT("fluentd-"), 5, S_INIT(""), S_INIT("")},
    {S_INIT("awslogs"), S_INIT("awslogs-"), 1, S_INIT("awslogs-group"),
     S_INIT("must specify a value for log opt 'awslogs-group'")},
    {S_INIT("gcplogs"), S_INIT(""), 0, S_INIT(""), S_INIT("")},
    {S_INIT("splunk"), S_INIT(""), 0, S_INIT(""), S_INIT("")},
};

/* The files' three in front: local knows only these, the drivers without files only the rest. */
static const struct slice common_log_options[] = {
    S_INIT("max-file"),     S_INIT("max-size"), S_INIT("compress"),  S_INIT("labels"),
    S_INIT("labels-regex"), S_INIT("env"),      S_INIT("env-regex"), S_INIT("tag"),
};

static const struct slice any_driver_options[] = {
    S_INIT("mode"),           S_INIT("max-buffer-size"), S_INIT("cache-disabled"),
    S_INIT("cache-max-size"), S_INIT("cache-max-file"),  S_INIT("cache-compress"),
};

static bool is_one_of(struct slice s, const struct slice *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (slice_equal(s, list[i]))
            return true;
    return false;
}

/* mode and max-buffer-size, which the engine reads itself. */
static bool check_log_mode(struct engine_check *check, struct slice mode, bool buffer)
{
    bool non_blocking = slice_equal(mode, S("non-blocking"));
    if (mode.len && !non_blocking && !slice_equal(mode, S("blocking")))
        return engine_refuse(check,
                             TEXT(check->arena, S("logger: logging mode not supported: "), mode),
                             OPTION_LOG_OPT);
    return !buffer || non_blocking ||
           engine_refuse(check,
                         S("logger: max-buffer-size option is only supported with "
                           "'mode=non-blocking'"),
                         OPTION_LOG_OPT);
}

/* Whether the driver knows an option. */
static bool knows_option(const struct log_driver *driver, struct slice key)
{
    size_t all = sizeof common_log_options / sizeof *common_log_options;
    bool files = slice_equal(driver->name, S("local")) || driver->common == all;
    size_t any = sizeof any_driver_options / sizeof *any_driver_options;
    return driver->common == 0 || is_one_of(key, any_driver_options, any) ||
           (driver->own.len && slice_starts(key, driver->own)) ||
           is_one_of(key, common_log_options + (files ? 0 : all - driver->common), driver->common);
}

/* The last value of a log option, empty when there is none. */
static struct slice log_option(const struct engine_check *check, struct slice name)
{
    struct slice found = S("");
    const struct given *given;
    for (size_t i = 0; (given = options_next(check->values, OPTION_LOG_OPT, &i));) {
        struct slice key, value;
        slice_cut(given->value.text, '=', &key, &value);
        if (slice_equal(key, name))
            found = value;
    }
    return found;
}

/* gelf looks for its address before all else, awslogs for its group at the end. */
static bool check_log_options(struct engine_check *check, const struct log_driver *driver)
{
    bool gelf = slice_equal(driver->name, S("gelf"));
    bool missing = driver->required.len && log_option(check, driver->required).len == 0;
    const struct given *given;
    for (size_t i = 0;
         !(gelf && missing) && (given = options_next(check->values, OPTION_LOG_OPT, &i));) {
        struct slice key, value;
        slice_cut(given->value.text, '=', &key, &value);
        if (knows_option(driver, key))
            continue;
        struct slice quote = gelf ? S("\"") : S("'");
        return engine_refuse(check,
                             TEXT(check->arena, S("unknown log opt "), quote, key, quote,
                                  S(" for "), driver->name, S(" log driver")),
                             OPTION_LOG_OPT);
    }
    return !missing || engine_refuse(check, driver->missing, OPTION_LOG_DRIVER);
}

static bool check_log(struct engine_check *check)
{
    struct slice driver = options_text(check->values, OPTION_LOG_DRIVER), mode = {NULL, 0};
    bool buffer = false;
    const struct given *given;
    if (slice_equal(driver, S("none")))
        return true;
    for (size_t i = 0; (given = options_next(check->values, OPTION_LOG_OPT, &i));) {
        struct slice key, value;
        slice_cut(given->value.text, '=', &key, &value);
        if (slice_equal(key, S("mode")))
            mode = value;
        buffer |= slice_equal(key, S("max-buffer-size"));
    }
    if (!check_log_mode(check, mode, buffer))
        return false;
    for (size_t i = 0; i < sizeof log_drivers / sizeof *log_drivers; i++)
        if (slice_equal(driver.len ? driver : S("json-file"), log_drivers[i].name))
            return check_log_options(check, log_drivers + i);
    return engine_refuse(check,
                         TEXT(check->arena, S("error looking up logging plugin "), driver,
                              S(": plugin \""), driver, S("\" not found")),
                         OPTION_LOG_DRIVER);
}

/* [a-zA-Z0-9][a-zA-Z0-9_.-]+ behind at most one slash. */
static bool is_container_name(struct slice name)
{
    name = slice_after(name, name.len && *name.at == '/');
    for (size_t i = 0; i < name.len; i++) {
        char c = name.at[i], letter = (char)(c | 0x20);
        if (!(letter >= 'a' && letter <= 'z') && !(c >= '0' && c <= '9') &&
            (i == 0 || !slice_has(S("_.-"), c)))
            return false;
    }
    return name.len > 1;
}

static bool check_name(struct engine_check *check)
{
    struct slice name = options_text(check->values, OPTION_NAME);
    if (name.len == 0 || is_container_name(name))
        return true;
    return engine_refuse(check,
                         TEXT(check->arena, S("Invalid container name ("), name,
                              S("), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed")),
                         OPTION_NAME);
}

/* Whether the engine takes a security option; the client has seen that it has a value. */
static bool is_security_option(struct slice text)
{
    struct slice key, value;
    bool on;
    if (slice_equal(text, S("no-new-privileges")) || slice_equal(text, S("disable")) ||
        slice_equal(text, S("systempaths=unconfined"))) /* the last one stays with the client */
        return true;
    if (!slice_cut(text, '=', &key, &value))
        slice_cut(text, ':', &key, &value);
    if (slice_equal(key, S("no-new-privileges")) || slice_equal(key, S("writable-cgroups")))
        return parse_bool(value, &on) == NUMBER_OK;
    return slice_equal(key, S("label")) || slice_equal(key, S("apparmor")) ||
           slice_equal(key, S("seccomp"));
}

static bool check_security(struct engine_check *check)
{
    const struct given *given;
    for (size_t i = 0; (given = options_next(check->values, OPTION_SECURITY_OPT, &i));) {
        if (is_security_option(given->value.text))
            continue;
        check->at = given->at;
        check->message = TEXT(check->arena, S("invalid --security-opt 2: "),
                              quoted_go(check->arena, given->value.text));
        return false;
    }
    return true;
}

/* The recorded engine's disk has no quotas, and its storage knows no other option. */
static bool check_storage(struct engine_check *check)
{
    const struct given *given;
    for (size_t i = 0; (given = options_next(check->values, OPTION_STORAGE_OPT, &i));) {
        struct slice key, value;
        slice_cut(given->value.text, '=', &key, &value);
        check->at = given->at;
        check->message = slice_equal(key, S("size"))
                             ? S("Filesystem does not support, or has not enabled quotas")
                             : TEXT(check->arena, S("Storage opt "), key, S(" not supported"));
        return false;
    }
    return true;
}

bool engine_check_container_options(struct engine_check *check)
{
    return check_log(check) && check_name(check) && check_security(check) && check_storage(check);
}

static bool check_volumes_from(struct engine_check *check)
{
    const struct given *given;
    for (size_t i = 0; (given = options_next(check->values, OPTION_VOLUMES_FROM, &i));) {
        struct slice text = given->value.text, name, mode;
        bool has_mode = slice_cut(text, ':', &name, &mode);
        check->at = given->at;
        if (text.len == 0)
            check->message = S("volumes-from specification cannot be an empty string");
        else if (has_mode && !volume_mode_valid_from(mode))
            check->message = TEXT(check->arena, S("invalid mode: "), mode);
        else if (name.len == 0)
            check->message = S("invalid name or ID supplied: \"\"");
        else
            check->message = TEXT(check->arena, S("No such container: "), name);
        return false;
    }
    return true;
}

/* Targets that are taken, each cleaned. */
static bool take_target(struct engine_check *check, struct names *taken, struct slice target,
                        struct slice shown)
{
    if (names_get(taken, target) != NAMES_NONE) {
        check->message = TEXT(check->arena, S("Duplicate mount point: "), shown);
        return false;
    }
    names_set(check->arena, taken, target, 1);
    return true;
}

static bool check_binds(struct engine_check *check, struct names *taken)
{
    const struct given *given;
    struct names seen = {0}; /* the client sends the same value once */
    for (size_t i = 0; (given = options_next(check->values, OPTION_VOLUME, &i));) {
        bool anonymous;
        struct slice bind;
        struct volume_bind volume;
        check->at = given->at;
        if (names_get(&seen, given->value.text) != NAMES_NONE ||
            !volume_check(check->arena, given->value.text, check->host, &anonymous, &bind,
                          &check->message) ||
            anonymous)
            continue;
        names_set(check->arena, &seen, given->value.text, 1);
        if (!volume_split(check->arena, bind, &volume, &check->message))
            return false;
        struct slice target = path_clean(check->arena, volume.target);
        if (!take_target(check, taken, target, target))
            return false;
        if (!volume.path && !volume_name_valid(check->arena, volume.source, &check->message))
            return false;
    }
    return true;
}

static bool check_mounts(struct engine_check *check, struct names *taken, bool *missing_image)
{
    const struct given *given;
    for (size_t i = 0; (given = options_next(check->values, OPTION_MOUNT, &i));) {
        const struct mount *mount = given->value.mount;
        check->at = given->at;
        if (!take_target(check, taken, path_clean(check->arena, mount->target), mount->target))
            return false;
        if (slice_equal(mount->type, S("volume")) && mount->source.len &&
            !volume_name_valid(check->arena, mount->source, &check->message))
            return false;
        *missing_image = slice_equal(mount->type, S("image")) &&
                         !slice_equal(mount->source, check->request->image.text);
        if (*missing_image)
            return false;
    }
    return true;
}

/* Links are looked up unless the network has names of its own. */
static bool check_links(struct engine_check *check)
{
    size_t first = 0;
    const struct given *given = options_next(check->values, OPTION_NETWORK, &first);
    if (given && network_is_user_defined(given->value.network->name))
        return true;
    for (size_t i = 0; (given = options_next(check->values, OPTION_LINK, &i));) {
        struct slice name, alias;
        slice_cut(given->value.text, ':', &name, &alias);
        name = slice_after(name, alias.at && slice_starts(name, S("/")) && alias.len);
        check->at = given->at;
        check->message = name.len ? TEXT(check->arena, S("could not get container for "), name,
                                         S(": No such container: "), name)
                                  : S("invalid name or ID supplied: \"\"");
        return false;
    }
    return true;
}

bool engine_check_volumes(struct engine_check *check, bool *missing_image)
{
    struct names taken = {0};
    const struct given *given;
    *missing_image = false;
    for (size_t i = 0; (given = options_next(check->values, OPTION_TMPFS, &i));) {
        struct slice target, unused;
        slice_cut(given->value.text, ':', &target, &unused);
        names_set(check->arena, &taken, target, 1);
    }
    return check_volumes_from(check) && check_binds(check, &taken) &&
           check_mounts(check, &taken, missing_image) && check_links(check);
}
