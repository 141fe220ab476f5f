/* What the engine checks of resources and namespaces: options in, its complaint out.
 *
 * Follows dockerd 28.2.2, daemon/daemon_unix.go, verifyPlatformContainerSettings. Settings that the
 * kernel may not know (block I/O weights, swap) only lead to warnings there and are not looked at.
 */
#include "sim/docker/engine_check.h"
#include "sim/docker/volume.h"
#include "sim/ground/buffer.h"
#include "sim/ground/number.h"

enum { LEAST_MEMORY = 6 << 20 };

static bool check_memory(struct engine_check *check)
{
    int64_t memory = options_number(check->values, OPTION_MEMORY, 0),
            swap = options_number(check->values, OPTION_MEMORY_SWAP, 0),
            reserved = options_number(check->values, OPTION_MEMORY_RESERVATION, 0);
    if (memory != 0 && memory < LEAST_MEMORY)
        return engine_refuse(check, S("Minimum memory limit allowed is 6MB"), OPTION_MEMORY);
    if (memory > 0 && swap > 0 && swap < memory)
        return engine_refuse(
            check, S("Minimum memoryswap limit should be larger than memory limit, see usage"),
            OPTION_MEMORY_SWAP);
    if (memory == 0 && swap > 0)
        return engine_refuse(
            check,
            S("You should always set the Memory limit when using Memoryswap limit, see usage"),
            OPTION_MEMORY_SWAP);
    if (reserved > 0 && reserved < LEAST_MEMORY)
        return engine_refuse(check, S("Minimum memory reservation allowed is 6MB"),
                             OPTION_MEMORY_RESERVATION);
    if (memory > 0 && reserved > memory)
        return engine_refuse(check,
                             S("Minimum memory limit can not be less than memory reservation "
                               "limit, see usage"),
                             OPTION_MEMORY_RESERVATION);
    return true;
}

static bool bad_cpus(struct engine_check *check)
{
    struct buffer text = {.arena = check->arena};
    buffer_string(&text, "range of CPUs is from 0.01 to ");
    buffer_number(&text, check->host->cpus);
    buffer_string(&text, ".00, as there are only ");
    buffer_number(&text, check->host->cpus);
    buffer_string(&text, " CPUs available");
    return engine_refuse(check, buffer_slice(&text), OPTION_CPUS);
}

static bool check_cpus(struct engine_check *check)
{
    int64_t nano = options_number(check->values, OPTION_CPUS, 0),
            period = options_number(check->values, OPTION_CPU_PERIOD, 0),
            quota = options_number(check->values, OPTION_CPU_QUOTA, 0);
    if (nano > 0 && period > 0)
        return engine_refuse(check,
                             S("Conflicting options: Nano CPUs and CPU Period cannot both be set"),
                             OPTION_CPU_PERIOD);
    if (nano > 0 && quota > 0)
        return engine_refuse(check,
                             S("Conflicting options: Nano CPUs and CPU Quota cannot both be set"),
                             OPTION_CPU_QUOTA);
    if (nano < 0 || nano > (int64_t)check->host->cpus * 1000000000)
        return bad_cpus(check);
    if (period != 0 && (period < 1000 || period > 1000000))
        return engine_refuse(check,
                             S("CPU cfs period can not be less than 1ms (i.e. 1000) or larger "
                               "than 1s (i.e. 1000000)"),
                             OPTION_CPU_PERIOD);
    if (quota > 0 && quota < 1000)
        return engine_refuse(check, S("CPU cfs quota can not be less than 1ms (i.e. 1000)"),
                             OPTION_CPU_QUOTA);
    return true;
}

/* A list of numbers and ranges: false when it is none. *most becomes the greatest number. */
static bool read_set(struct slice text, int64_t *most)
{
    bool more = true;
    *most = 0;
    for (struct slice part, rest = text; more;) {
        struct slice from, to;
        int64_t low, high;
        more = slice_cut(rest, ',', &part, &rest);
        bool range = slice_cut(part, '-', &from, &to);
        if (parse_int(from, 10, 64, &low) != NUMBER_OK)
            return false;
        high = low;
        if (range && (parse_int(to, 10, 64, &high) != NUMBER_OK || high < low))
            return false;
        *most = high > *most ? high : *most;
    }
    return true;
}

/* --cpuset-cpus and --cpuset-mems; `last` is the last number that there is. */
static bool check_set(struct engine_check *check, enum option_id id, struct slice what,
                      struct slice asked, int64_t last)
{
    enum { MOST = 8192 };
    struct slice text = options_text(check->values, id);
    int64_t most;
    if (text.len == 0)
        return true;
    bool good = read_set(text, &most);
    if (!good || most > MOST)
        return engine_refuse(check,
                             TEXT(check->arena, S("Invalid value "), text, S(" for cpuset "), what,
                                  S(": "),
                                  good ? S("value of out range, maximum is 8192")
                                       : TEXT(check->arena, S("invalid format: "), text)),
                             id);
    if (most <= last)
        return true;
    struct buffer available = {.arena = check->arena};
    buffer_string(&available, last ? "0-" : "");
    buffer_number(&available, last);
    return engine_refuse(check,
                         TEXT(check->arena, asked, S(" are not available - requested "), text,
                              S(", available: "), buffer_slice(&available)),
                         id);
}

static const struct slice ipc_modes[] = {
    S_INIT(""), S_INIT("none"), S_INIT("private"), S_INIT("host"), S_INIT("shareable"),
};

static bool check_ipc(struct engine_check *check)
{
    struct slice mode = options_text(check->values, OPTION_IPC);
    for (size_t i = 0; i < sizeof ipc_modes / sizeof *ipc_modes; i++)
        if (slice_equal(ipc_modes[i], mode))
            return true;
    return slice_starts(mode, S("container:")) ||
           engine_refuse(check, TEXT(check->arena, S("invalid IPC mode: "), mode), OPTION_IPC);
}

static bool check_oom_score(struct engine_check *check)
{
    int64_t score = options_number(check->values, OPTION_OOM_SCORE_ADJ, 0);
    if (score >= -1000 && score <= 1000)
        return true;
    struct buffer text = {.arena = check->arena};
    buffer_string(&text, "Invalid value ");
    buffer_number(&text, score);
    buffer_string(&text, ", range for oom score adj is [-1000, 1000]");
    return engine_refuse(check, buffer_slice(&text), OPTION_OOM_SCORE_ADJ);
}

/* runc, or a name with a dot inside, which containerd takes for one of its shims. */
static bool check_runtime(struct engine_check *check)
{
    struct slice name = options_text(check->values, OPTION_RUNTIME);
    size_t dot = slice_find(name, '.');
    if (name.len == 0 || slice_equal(name, S("runc")) ||
        (dot > 0 && dot < name.len && !slice_has(name, '/')))
        return true;
    return engine_refuse(check, TEXT(check->arena, S("unknown or invalid runtime name: "), name),
                         OPTION_RUNTIME);
}

static bool check_tmpfs(struct engine_check *check)
{
    const struct given *given;
    for (size_t i = 0; (given = options_next(check->values, OPTION_TMPFS, &i));) {
        struct slice target, unused;
        slice_cut(given->value.text, ':', &target, &unused);
        check->at = given->at;
        if (!mount_target_valid(check->arena, target, &check->message))
            return false;
    }
    return true;
}

bool engine_check_resources(struct engine_check *check)
{
    return check_memory(check) && check_cpus(check) &&
           check_set(check, OPTION_CPUSET_CPUS, S("cpus"), S("Requested CPUs"),
                     (int64_t)check->host->cpus - 1) &&
           check_set(check, OPTION_CPUSET_MEMS, S("mems"), S("Requested memory nodes"), 0) &&
           check_ipc(check) && check_oom_score(check) && check_runtime(check) && check_tmpfs(check);
}
