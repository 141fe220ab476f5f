/* The options of docker, docker run, create and exec, and the reader of them.
 *
 * The table is the one place that knows an option: help, completion, the manual page, the reader
 * and the checks all go by its rows. The reader follows pflag 1.0.6, which the docker client uses,
 * to the letter. */
#ifndef SIM_DOCKER_OPTION_H
#define SIM_DOCKER_OPTION_H

#include "sim/docker/value.h"
#include "sim/ground/failure.h"
#include "sim/ground/finding.h"

#include <stdbool.h>
#include <stdint.h>

/* Commands an option belongs to. */
enum {
    COMMAND_DOCKER = 1, /* before the command: docker -D run */
    COMMAND_RUN = 2,
    COMMAND_CREATE = 4,
    COMMAND_EXEC = 8,
    COMMAND_GROUP = 16, /* between a group and its command: docker container --help run */
};

/* Each id and name, in the order of the bytes of the names, in which the table is searched. */
#define OPTIONS(X)                                                                                 \
    X(ADD_HOST, "add-host")                                                                        \
    X(ANNOTATION, "annotation")                                                                    \
    X(ATTACH, "attach")                                                                            \
    X(BLKIO_WEIGHT, "blkio-weight")                                                                \
    X(BLKIO_WEIGHT_DEVICE, "blkio-weight-device")                                                  \
    X(CAP_ADD, "cap-add")                                                                          \
    X(CAP_DROP, "cap-drop")                                                                        \
    X(CGROUP_PARENT, "cgroup-parent")                                                              \
    X(CGROUPNS, "cgroupns")                                                                        \
    X(CIDFILE, "cidfile")                                                                          \
    X(CONFIG, "config")                                                                            \
    X(CONTEXT, "context")                                                                          \
    X(CPU_COUNT, "cpu-count")                                                                      \
    X(CPU_PERCENT, "cpu-percent")                                                                  \
    X(CPU_PERIOD, "cpu-period")                                                                    \
    X(CPU_QUOTA, "cpu-quota")                                                                      \
    X(CPU_RT_PERIOD, "cpu-rt-period")                                                              \
    X(CPU_RT_RUNTIME, "cpu-rt-runtime")                                                            \
    X(CPU_SHARES, "cpu-shares")                                                                    \
    X(CPUS, "cpus")                                                                                \
    X(CPUSET_CPUS, "cpuset-cpus")                                                                  \
    X(CPUSET_MEMS, "cpuset-mems")                                                                  \
    X(DEBUG, "debug")                                                                              \
    X(DETACH, "detach")                                                                            \
    X(DETACH_KEYS, "detach-keys")                                                                  \
    X(DEVICE, "device")                                                                            \
    X(DEVICE_CGROUP_RULE, "device-cgroup-rule")                                                    \
    X(DEVICE_READ_BPS, "device-read-bps")                                                          \
    X(DEVICE_READ_IOPS, "device-read-iops")                                                        \
    X(DEVICE_WRITE_BPS, "device-write-bps")                                                        \
    X(DEVICE_WRITE_IOPS, "device-write-iops")                                                      \
    X(DISABLE_CONTENT_TRUST, "disable-content-trust")                                              \
    X(DNS, "dns")                                                                                  \
    X(DNS_OPT, "dns-opt")                                                                          \
    X(DNS_OPTION, "dns-option")                                                                    \
    X(DNS_SEARCH, "dns-search")                                                                    \
    X(DOMAINNAME, "domainname")                                                                    \
    X(ENTRYPOINT, "entrypoint")                                                                    \
    X(ENV, "env")                                                                                  \
    X(ENV_FILE, "env-file")                                                                        \
    X(EXPOSE, "expose")                                                                            \
    X(GPUS, "gpus")                                                                                \
    X(GROUP_ADD, "group-add")                                                                      \
    X(HEALTH_CMD, "health-cmd")                                                                    \
    X(HEALTH_INTERVAL, "health-interval")                                                          \
    X(HEALTH_RETRIES, "health-retries")                                                            \
    X(HEALTH_START_INTERVAL, "health-start-interval")                                              \
    X(HEALTH_START_PERIOD, "health-start-period")                                                  \
    X(HEALTH_TIMEOUT, "health-timeout")                                                            \
    X(HELP, "help")                                                                                \
    X(HOST, "host")                                                                                \
    X(HOSTNAME, "hostname")                                                                        \
    X(INIT, "init")                                                                                \
    X(INTERACTIVE, "interactive")                                                                  \
    X(IO_MAXBANDWIDTH, "io-maxbandwidth")                                                          \
    X(IO_MAXIOPS, "io-maxiops")                                                                    \
    X(IP, "ip")                                                                                    \
    X(IP6, "ip6")                                                                                  \
    X(IPC, "ipc")                                                                                  \
    X(ISOLATION, "isolation")                                                                      \
    X(KERNEL_MEMORY, "kernel-memory")                                                              \
    X(LABEL, "label")                                                                              \
    X(LABEL_FILE, "label-file")                                                                    \
    X(LINK, "link")                                                                                \
    X(LINK_LOCAL_IP, "link-local-ip")                                                              \
    X(LOG_DRIVER, "log-driver")                                                                    \
    X(LOG_LEVEL, "log-level")                                                                      \
    X(LOG_OPT, "log-opt")                                                                          \
    X(MAC_ADDRESS, "mac-address")                                                                  \
    X(MEMORY, "memory")                                                                            \
    X(MEMORY_RESERVATION, "memory-reservation")                                                    \
    X(MEMORY_SWAP, "memory-swap")                                                                  \
    X(MEMORY_SWAPPINESS, "memory-swappiness")                                                      \
    X(MOUNT, "mount")                                                                              \
    X(NAME, "name")                                                                                \
    X(NET, "net")                                                                                  \
    X(NET_ALIAS, "net-alias")                                                                      \
    X(NETWORK, "network")                                                                          \
    X(NETWORK_ALIAS, "network-alias")                                                              \
    X(NO_HEALTHCHECK, "no-healthcheck")                                                            \
    X(OOM_KILL_DISABLE, "oom-kill-disable")                                                        \
    X(OOM_SCORE_ADJ, "oom-score-adj")                                                              \
    X(PID, "pid")                                                                                  \
    X(PIDS_LIMIT, "pids-limit")                                                                    \
    X(PLATFORM, "platform")                                                                        \
    X(PRIVILEGED, "privileged")                                                                    \
    X(PUBLISH, "publish")                                                                          \
    X(PUBLISH_ALL, "publish-all")                                                                  \
    X(PULL, "pull")                                                                                \
    X(QUIET, "quiet")                                                                              \
    X(READ_ONLY, "read-only")                                                                      \
    X(RESTART, "restart")                                                                          \
    X(RM, "rm")                                                                                    \
    X(RUNTIME, "runtime")                                                                          \
    X(SECURITY_OPT, "security-opt")                                                                \
    X(SHM_SIZE, "shm-size")                                                                        \
    X(SIG_PROXY, "sig-proxy")                                                                      \
    X(STOP_SIGNAL, "stop-signal")                                                                  \
    X(STOP_TIMEOUT, "stop-timeout")                                                                \
    X(STORAGE_OPT, "storage-opt")                                                                  \
    X(SYSCTL, "sysctl")                                                                            \
    X(TLS, "tls")                                                                                  \
    X(TLSCACERT, "tlscacert")                                                                      \
    X(TLSCERT, "tlscert")                                                                          \
    X(TLSKEY, "tlskey")                                                                            \
    X(TLSVERIFY, "tlsverify")                                                                      \
    X(TMPFS, "tmpfs")                                                                              \
    X(TTY, "tty")                                                                                  \
    X(ULIMIT, "ulimit")                                                                            \
    X(USE_API_SOCKET, "use-api-socket")                                                            \
    X(USER, "user")                                                                                \
    X(USERNS, "userns")                                                                            \
    X(UTS, "uts")                                                                                  \
    X(VERSION, "version")                                                                          \
    X(VOLUME, "volume")                                                                            \
    X(VOLUME_DRIVER, "volume-driver")                                                              \
    X(VOLUMES_FROM, "volumes-from")                                                                \
    X(WORKDIR, "workdir")

#define OPTION_ID(id, name) OPTION_##id,
enum option_id { OPTIONS(OPTION_ID) OPTION_COUNT };
#undef OPTION_ID

/* Marks of a row. */
enum {
    OPTION_HIDDEN = 1,  /* not in the help */
    OPTION_REPEATS = 2, /* occurrences add up; otherwise the last one counts */
    OPTION_WINDOWS = 4, /* only for an engine on Windows */
    OPTION_LATE = 8,    /* looked at again after all options are read */
    OPTION_ENGINE = 16, /* may be refused by the engine */
};

struct option {
    struct slice name;
    char letter;      /* 0: none */
    uint8_t commands; /* COMMAND_ bits */
    uint8_t marks;
    uint8_t kind;  /* enum value_kind: how its value is read */
    uint8_t means; /* enum option_id of the option whose variable is set: net means network */
    const char *value_name; /* as the help shows it; null: takes no value */
    const char *help;       /* one short line, in this project's words */
};

/* All options, in the order of their names; index is enum option_id. */
extern const struct option option_table[OPTION_COUNT];

/* The option of that long name or letter that one of the commands has; null when there is none. */
const struct option *option_named(struct slice name, unsigned commands);
const struct option *option_lettered(char letter, unsigned commands);

/* An option as it was given, its value read. */
struct given {
    const struct option *option;
    enum option_id id; /* what it means */
    struct value value;
    struct origin at; /* from the option's word to the end of its value's */
    bool unknown;     /* the value holds an unknown part: it was not checked */
};

/* What was given, in the order of the line. */
struct option_values {
    struct given *at;
    size_t len, cap;
    uint64_t ids[(OPTION_COUNT + 63) / 64]; /* a bit for each id that was given */
    unsigned marks;                         /* marks of all options given, together */
};

/* Whether an option was given. */
static inline bool options_have(const struct option_values *values, enum option_id id)
{
    return values->ids[id / 64] >> (id % 64) & 1;
}

/* The last occurrence of an option, null when it was not given. */
const struct given *options_last(const struct option_values *values, enum option_id id);

/* The occurrence of an option at or behind index *i, which moves behind it; null at the end. One
 * with an unknown part is passed over. for (size_t i = 0; (given = options_next(values,
 * OPTION_VOLUME, &i));) */
const struct given *options_next(const struct option_values *values, enum option_id id, size_t *i);

/* The text of the last occurrence; empty when the option was not given or holds an unknown part. */
struct slice options_text(const struct option_values *values, enum option_id id);

/* The number of the last occurrence, `otherwise` when there is none that is known. */
int64_t options_number(const struct option_values *values, enum option_id id, int64_t otherwise);

/* The last value of a switch, `otherwise` when it was not given. */
bool options_on(const struct option_values *values, enum option_id id, bool otherwise);

/* How much of a word is known. The words' text holds unknown parts as they were typed: $(date). */
enum word_known {
    WORD_KNOWN,
    WORD_PARTLY,  /* holds a part that is not known, within quotes: stays one word */
    WORD_UNKNOWN, /* holds a part that is not known and may be any number of words */
};

/* Reading options from words. */
struct option_reader {
    struct arena *arena;
    const struct args *words;
    const uint8_t *known;    /* enum word_known a word; null: all are known */
    const struct host *host; /* for values that depend on it: -e NAME */
    unsigned commands;       /* whose options are read */
    bool interspersed;       /* go on behind words that are no options */
    size_t next;             /* index of the next word; after reading of the first one left */
    struct option_values *values;
    struct slice message; /* why a word could not be read, without prefix and trailer */
    struct origin at;     /* the words at fault */
    unsigned letter_help; /* how often -h was taken as docker's old letter for --help */
};

enum option_reading {
    OPTIONS_READ,  /* up to the first word that is no option */
    OPTIONS_FAIL,  /* message and at say why; values holds what came before */
    OPTIONS_STUCK, /* words[next] is not known, and how to go on depends on it */
};

/* Whether there is nothing for options_read to do: the next word is known and no option. */
static inline bool options_end(const struct option_reader *reader)
{
    if (reader->interspersed || reader->known || reader->next == reader->words->len)
        return false;
    struct slice text = reader->words->at[reader->next].text;
    return text.len < 2 || *text.at != '-';
}

/* Reads options up to the first word that is none or behind "--"; interspersed up to the end or
 * "--". */
enum option_reading options_read(struct option_reader *reader);

#endif
