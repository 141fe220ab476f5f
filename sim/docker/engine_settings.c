/* What the engine checks of a request's settings before it looks for the image: options in, its
 * complaint out.
 *
 * Follows dockerd 28.2.2: runconfig's decoder, then daemon/container.go in its order. */
#include "sim/docker/engine_check.h"
#include "sim/docker/mount.h"
#include "sim/docker/network.h"
#include "sim/docker/volume.h"
#include "sim/ground/buffer.h"
#include "sim/ground/number.h"
#include "sim/ground/quote.h"
#include "sim/ground/utf8.h"
#include "sim/image/path.h"
#include "sim/image/signal.h"

bool engine_refuse(struct engine_check *check, struct slice message, enum option_id id)
{
    const struct given *given = options_last(check->values, id);
    check->message = message;
    check->at = given ? given->at : (struct origin){0};
    return false;
}

/* The name of the first network, "default" without one. */
static struct slice network_mode(const struct engine_check *check)
{
    size_t i = 0;
    const struct given *given = options_next(check->values, OPTION_NETWORK, &i);
    return given ? given->value.network->name : S("default");
}

/* Options that cannot stand beside a network. */
static const struct {
    enum option_id id;
    bool empty_is_none;
    struct slice message;
} container_conflicts[] = {
    {OPTION_LINK, false,
     S_INIT("conflicting options: container type network can't be used with links. This would "
            "result in undefined behavior")},
    {OPTION_DNS, false, S_INIT("conflicting options: dns and the network mode")},
    {OPTION_ADD_HOST, false,
     S_INIT("conflicting options: custom host-to-IP mapping and the network mode")},
    {OPTION_MAC_ADDRESS, true, S_INIT("conflicting options: mac-address and the network mode")},
    {OPTION_PUBLISH, false,
     S_INIT("conflicting options: port publishing and the container type network mode")},
    {OPTION_PUBLISH_ALL, false,
     S_INIT("conflicting options: port publishing and the container type network mode")},
    {OPTION_EXPOSE, false,
     S_INIT("conflicting options: port exposing and the container type network mode")},
};

static bool check_network_mode(struct engine_check *check)
{
    struct slice mode = network_mode(check), name = {NULL, 0}, unused;
    bool joins = slice_starts(mode, S("container:")), named = check->request->hostname.text.len;
    if (joins)
        slice_cut(slice_after(mode, S("container:").len), ':', &name, &unused);
    if ((joins && name.len == 0) || slice_equal(mode, S("container")))
        return engine_refuse(check,
                             S("invalid network mode: invalid container format "
                               "container:<name|id>"),
                             OPTION_NETWORK);
    if (joins && named)
        return engine_refuse(check, S("conflicting options: hostname and the network mode"),
                             OPTION_HOSTNAME);
    if (named && slice_equal(options_text(check->values, OPTION_UTS), S("host")))
        return engine_refuse(check, S("conflicting options: hostname and the UTS mode"),
                             OPTION_HOSTNAME);
    if (slice_equal(mode, S("host")) && options_have(check->values, OPTION_LINK))
        return engine_refuse(check,
                             S("conflicting options: host type networking can't be used with "
                               "links. This would result in undefined behavior"),
                             OPTION_LINK);
    for (size_t i = 0; joins && i < sizeof container_conflicts / sizeof *container_conflicts; i++) {
        enum option_id id = container_conflicts[i].id;
        const struct given *given = options_last(check->values, id);
        bool set = given && (option_table[id].value_name
                                 ? !container_conflicts[i].empty_is_none || given->value.text.len
                                 : given->value.on);
        if (set)
            return engine_refuse(check, container_conflicts[i].message, id);
    }
    return true;
}

bool engine_check_modes(struct engine_check *check)
{
    if (!check_network_mode(check))
        return false;
    struct slice isolation = options_text(check->values, OPTION_ISOLATION);
    if (isolation.len && !slice_equal_fold(isolation, S("default")))
        return engine_refuse(check,
                             TEXT(check->arena, S("invalid isolation ("), isolation,
                                  S("): linux only supports 'default'")),
                             OPTION_ISOLATION);
    int64_t period = options_number(check->values, OPTION_CPU_RT_PERIOD, 0),
            runtime = options_number(check->values, OPTION_CPU_RT_RUNTIME, 0);
    if (period != 0 && runtime > period)
        return engine_refuse(check,
                             S("cpu real-time runtime cannot be higher than cpu real-time period"),
                             OPTION_CPU_RT_RUNTIME);
    return true;
}

/* Times of the health check, in the engine's order. */
static const struct {
    enum option_id id;
    struct slice name;
} health_times[] = {
    {OPTION_HEALTH_INTERVAL, S_INIT("Interval")},
    {OPTION_HEALTH_TIMEOUT, S_INIT("Timeout")},
    {OPTION_HEALTH_START_PERIOD, S_INIT("StartPeriod")},
    {OPTION_HEALTH_START_INTERVAL, S_INIT("StartInterval")},
};

static bool check_config(struct engine_check *check)
{
    enum { MILLISECOND = 1000000 };
    struct slice workdir = options_text(check->values, OPTION_WORKDIR),
                 signal = options_text(check->values, OPTION_STOP_SIGNAL);
    if (workdir.len && *workdir.at != '/')
        return engine_refuse(check,
                             TEXT(check->arena, S("the working directory '"), workdir,
                                  S("' is invalid, it needs to be an absolute path")),
                             OPTION_WORKDIR);
    if (signal.len && !signal_is_valid(check->arena, signal))
        return engine_refuse(check, TEXT(check->arena, S("invalid signal: "), signal),
                             OPTION_STOP_SIGNAL);
    for (size_t i = 0; i < sizeof health_times / sizeof *health_times; i++) {
        int64_t time = options_number(check->values, health_times[i].id, 0);
        if (time != 0 && time < MILLISECOND)
            return engine_refuse(check,
                                 TEXT(check->arena, health_times[i].name,
                                      S(" in Healthcheck cannot be less than 1ms")),
                                 health_times[i].id);
    }
    return true;
}

static const struct slice propagations[] = {
    S_INIT("private"), S_INIT("rprivate"), S_INIT("slave"),
    S_INIT("rslave"),  S_INIT("shared"),   S_INIT("rshared"),
};

static bool is_propagation(struct slice word)
{
    for (size_t i = 0; i < sizeof propagations / sizeof *propagations; i++)
        if (slice_equal(propagations[i], word))
            return true;
    return word.len == 0;
}

/* What is wrong with the source of a mount; the empty slice when nothing is. */
static struct slice source_fault(struct engine_check *check, const struct mount *mount)
{
    struct slice source = mount->source, missing = S("field Source must not be empty");
    if (slice_equal(mount->type, S("image")))
        return source.len ? S("") : missing;
    if (slice_equal(mount->type, S("tmpfs")))
        return source.len ? S("field Source must not be specified") : S("");
    if (slice_equal(mount->type, S("volume")))
        return source.len == 0 && mount->read_only
                   ? S("must not set ReadOnly mode when using anonymous volumes")
                   : S("");
    if (!slice_equal(mount->type, S("bind")))
        return S("mount type unknown");
    if (source.len == 0)
        return missing;
    if (!is_propagation(mount->propagation))
        return TEXT(check->arena, S("invalid propagation mode: "), mount->propagation);
    if (*source.at != '/')
        return TEXT(check->arena, S("invalid mount path: '"), source,
                    S("' mount path must be absolute"));
    if (check->host->file(check->host->context, check->arena, path_clean(check->arena, source),
                          NULL) == HOST_ABSENT)
        return TEXT(check->arena, S("bind source path does not exist: "), source);
    return S("");
}

static bool check_mounts(struct engine_check *check)
{
    const struct given *given;
    for (size_t i = 0; (given = options_next(check->values, OPTION_MOUNT, &i));) {
        const struct mount *mount = given->value.mount;
        struct slice why = {NULL, 0};
        if (mount_target_valid(check->arena, mount->target, &why))
            why = source_fault(check, mount);
        if (why.len == 0)
            continue;
        check->at = given->at;
        check->message = TEXT(check->arena, S("invalid mount config for type "),
                              quoted_go(check->arena, mount->type), S(": "), why);
        return false;
    }
    return true;
}

static bool check_restart(struct engine_check *check)
{
    struct slice text = options_text(check->values, OPTION_RESTART), policy, number;
    int64_t count = 0;
    slice_cut(text, ':', &policy, &number);
    if (number.len)
        parse_int(number, 10, 64, &count);
    if (policy.len == 0)
        return true;
    if (slice_equal(policy, S("on-failure")))
        return count >= 0 ||
               engine_refuse(check,
                             S("invalid restart policy: maximum retry count cannot be negative"),
                             OPTION_RESTART);
    if (!slice_equal(policy, S("always")) && !slice_equal(policy, S("no")) &&
        !slice_equal(policy, S("unless-stopped")))
        return engine_refuse(check,
                             TEXT(check->arena, S("invalid restart policy: unknown policy '"),
                                  policy,
                                  S("'; use one of 'no', 'always', 'on-failure', or "
                                    "'unless-stopped'")),
                             OPTION_RESTART);
    if (count == 0)
        return true;
    return engine_refuse(
        check,
        TEXT(check->arena,
             S("invalid restart policy: maximum retry count can only be used with 'on-failure'"),
             count < 0 ? S(" and cannot be negative") : S("")),
        OPTION_RESTART);
}

static const struct slice capabilities[] = {
    S_INIT("AUDIT_CONTROL"),   S_INIT("AUDIT_READ"),   S_INIT("AUDIT_WRITE"),
    S_INIT("BLOCK_SUSPEND"),   S_INIT("BPF"),          S_INIT("CHECKPOINT_RESTORE"),
    S_INIT("CHOWN"),           S_INIT("DAC_OVERRIDE"), S_INIT("DAC_READ_SEARCH"),
    S_INIT("FOWNER"),          S_INIT("FSETID"),       S_INIT("IPC_LOCK"),
    S_INIT("IPC_OWNER"),       S_INIT("KILL"),         S_INIT("LEASE"),
    S_INIT("LINUX_IMMUTABLE"), S_INIT("MAC_ADMIN"),    S_INIT("MAC_OVERRIDE"),
    S_INIT("MKNOD"),           S_INIT("NET_ADMIN"),    S_INIT("NET_BIND_SERVICE"),
    S_INIT("NET_BROADCAST"),   S_INIT("NET_RAW"),      S_INIT("PERFMON"),
    S_INIT("SETFCAP"),         S_INIT("SETGID"),       S_INIT("SETPCAP"),
    S_INIT("SETUID"),          S_INIT("SYSLOG"),       S_INIT("SYS_ADMIN"),
    S_INIT("SYS_BOOT"),        S_INIT("SYS_CHROOT"),   S_INIT("SYS_MODULE"),
    S_INIT("SYS_NICE"),        S_INIT("SYS_PACCT"),    S_INIT("SYS_PTRACE"),
    S_INIT("SYS_RAWIO"),       S_INIT("SYS_RESOURCE"), S_INIT("SYS_TIME"),
    S_INIT("SYS_TTY_CONFIG"),  S_INIT("WAKE_ALARM"),
};

static bool is_capability(struct slice name)
{
    for (size_t i = 0; i < sizeof capabilities / sizeof *capabilities; i++)
        if (slice_equal(capabilities[i], name))
            return true;
    return false;
}

static bool check_capabilities(struct engine_check *check, enum option_id id, struct slice which)
{
    const struct given *given;
    for (size_t i = 0; (given = options_next(check->values, id, &i));) {
        struct slice name = utf8_upper(check->arena, given->value.text);
        if (slice_equal(name, S("ALL")))
            continue;
        if (slice_starts(name, S("CAP_")))
            name = slice_after(name, 4);
        if (is_capability(name))
            continue;
        check->at = given->at;
        check->message = TEXT(check->arena, S("invalid "), which, S(": unknown capability: "),
                              quoted_go(check->arena, TEXT(check->arena, S("CAP_"), name)));
        return false;
    }
    return true;
}

static bool check_annotations(struct engine_check *check)
{
    const struct given *given;
    for (size_t i = 0; (given = options_next(check->values, OPTION_ANNOTATION, &i));) {
        if (slice_find(given->value.text, '=') > 0 && given->value.text.len)
            continue;
        check->at = given->at;
        check->message = S("invalid Annotations: the empty string is not permitted as an "
                           "annotation key");
        return false;
    }
    return true;
}

bool engine_check_settings(struct engine_check *check)
{
    return check_config(check) && check_mounts(check) && check_restart(check) &&
           check_capabilities(check, OPTION_CAP_ADD, S("CapAdd")) &&
           check_capabilities(check, OPTION_CAP_DROP, S("CapDrop")) && check_annotations(check);
}
