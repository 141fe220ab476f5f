/* Values of options: what the docker client refuses, and how it says so. */
#include "tests/unit/unit.h"

#include "sim/docker/address.h"
#include "sim/docker/port.h"
#include "sim/docker/sha256.h"
#include "sim/docker/value.h"
#include "sim/docker/volume.h"

/* message null: the value is taken. */
static const struct {
    enum value_kind kind;
    const char *text, *message;
} rows[] = {
    {VALUE_CPUS, "1.5", NULL},
    {VALUE_CPUS, "1/2", NULL},
    {VALUE_CPUS, "1e-9", NULL},
    {VALUE_CPUS, "1/3", "value is too precise"},
    {VALUE_CPUS, "two", "failed to parse two as a rational number"},
    {VALUE_UINT16, "70000", "strconv.ParseUint: parsing \"70000\": value out of range"},
    {VALUE_SWAP, "-1", NULL},
    {VALUE_SWAP, "-2", "invalid size: '-2'"},
    {VALUE_SYSCTL, "net.core.somaxconn=1", NULL},
    {VALUE_SYSCTL, "kernel.x=1", "sysctl 'kernel.x=1' is not allowed"},
    {VALUE_ULIMIT, "nofile=1:2", NULL},
    {VALUE_ULIMIT, "nofile=2:1",
     "ulimit soft limit must be less than or equal to hard limit: 2 > 1"},
    {VALUE_ULIMIT, "nofile=-1:5",
     "ulimit soft limit must be less than or equal to hard limit: soft: -1 (unlimited), hard: 5"},
    {VALUE_ULIMIT, "files=1", "invalid ulimit type: files"},
    {VALUE_ULIMIT, "core=1:2:3",
     "too many limit value arguments - 1:2:3, can only have up to two, `soft[:hard]`"},
    {VALUE_GPUS, "all", NULL},
    {VALUE_GPUS, "\"device=0,1\"", NULL},
    {VALUE_GPUS, "", "EOF"},
    {VALUE_GPUS, "all,all", "gpu request key 'all' can be specified only once"},
    {VALUE_GPUS, "some",
     "invalid count (some): value must be either \"all\" or an integer: invalid syntax"},
    {VALUE_MOUNT, "type=bind,src=/a,dst=/b,ro", NULL},
    {VALUE_MOUNT, "type=bind", "target is required"},
    {VALUE_MOUNT, "type=,dst=/b", "type is required"},
    {VALUE_MOUNT, "=x", "unexpected key '' in '=x'"},
    {VALUE_MOUNT, "dst=/b,tmpfs-size=1m", "cannot mix 'tmpfs-*' options with mount type 'volume'"},
    {VALUE_MOUNT, "dst=/b,ro=maybe", "invalid value for ro: maybe"},
    {VALUE_MOUNT, "a\"b", "parse error on line 1, column 2: bare \" in non-quoted-field"},
    {VALUE_MOUNT, "\"a\nb\"c",
     "record on line 1; parse error on line 2, column 2: extraneous or missing \" in quoted-field"},
    {VALUE_NETWORK, "mynet", NULL},
    {VALUE_NETWORK, "a=", NULL},
    {VALUE_NETWORK, "name=x,ip=1.2.3.4", NULL},
    {VALUE_NETWORK, "alias=b", "network name/id is not specified"},
    {VALUE_NETWORK, "name=x,foo=b", "invalid field key foo"},
    {VALUE_NETWORK, "name=x,", "invalid field "},
    {VALUE_ENV, "A=", NULL},
    {VALUE_ENV, "=x", "invalid environment variable: =x"},
    {VALUE_LABEL, " a=b", NULL},
    {VALUE_LABEL, "a b=c", "label 'a b' contains whitespaces"},
    {VALUE_LABEL, "=c", "invalid label '=c': empty name"},
    {VALUE_ATTACH, "STDIN", NULL},
    {VALUE_ATTACH, "all", "valid streams are STDIN, STDOUT and STDERR"},
    {VALUE_ADD_HOST, "db=[::1]", NULL},
    {VALUE_ADD_HOST, "db:::1", NULL},
    {VALUE_ADD_HOST, "db:host-gateway", NULL},
    {VALUE_ADD_HOST, "a:b=1.2.3.4", "bad format for add-host: \"a:b=1.2.3.4\""},
    {VALUE_ADD_HOST, "db:x", "invalid IP address in add-host: \"x\""},
    {VALUE_DNS_SEARCH, "::a.b.", NULL},
    {VALUE_DNS_SEARCH, "a-", "a- is not a valid domain"},
    {VALUE_LINK, "a:b:c", "bad format for links: a:b:c"},
    {VALUE_DEVICE_RULE, "c 1:* rwm", NULL},
    {VALUE_DEVICE_RULE, "c 1:3", "invalid device cgroup format 'c 1:3'"},
    {VALUE_WEIGHT, "/dev/a:9", "invalid weight for device: /dev/a:9"},
    {VALUE_RATE_IO, "a:1", "bad format for device path: a:1"},
};

static void values(void **state)
{
    const struct memory_host none = {0};
    struct host host = host_in_memory(&none);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct value value;
        struct slice message = S("taken");
        bool good =
            value_read(*state, rows[i].kind, slice_of(rows[i].text), &host, &value, &message);
        if (good != !rows[i].message)
            fail_msg("%s: %.*s", rows[i].text, (int)message.len, message.at);
        if (!good)
            assert_slice(rows[i].text, message, slice_of(rows[i].message));
    }
}

static const struct {
    const char *text, *message;
} ports[] = {
    {"80", NULL},
    {"127.0.0.1::80", NULL},
    {"[::1]:80:80/UDP", NULL},
    {"8000-8010:80", NULL},
    {"", "no port specified: <empty>"},
    {"80:", "no port specified: 80:<empty>"},
    {"localhost:80:80", "invalid IP address: localhost"},
    {"[::1:80:80", "invalid IP address [::1: address [::1:: missing ']' in address"},
    {"[::1]::80:80", "invalid IP address [::1]:: address [::1]::: too many colons in address"},
    {"[[::1]:80:80", "invalid IP address [[::1]: address [[::1]:: unexpected '[' in address"},
    {"8080:http", "invalid containerPort: http"},
    {"70000:80", "invalid hostPort: 70000"},
    {"80:80-81", "invalid ranges specified for container and host Ports: 80-81 and 80"},
    {"80/icmp", "invalid proto: icmp"},
};

static const struct {
    const char *text, *bind, *message; /* both null: an anonymous volume */
} volumes[] = {
    {"/data", NULL, NULL},
    {"::", NULL, NULL},
    {"a:/b", NULL, NULL},
    {"./x:/y", "/proj/x:/y", NULL},
    {"~/x:/y:ro", "~/x:/y:ro", NULL},
    {"C:\\x:/y", "C:\\x:/y", NULL},
    {"", NULL, "invalid empty volume spec"},
    {":/b", NULL, "invalid spec: :/b: empty section between colons"},
    {"/a:/b:ro:x", NULL, "invalid spec: /a:/b:ro:x: too many colons"},
};

static void ports_and_volumes(void **state)
{
    const struct memory_host none = {0};
    struct host host = host_in_memory(&none);
    for (size_t i = 0; i < sizeof ports / sizeof *ports; i++) {
        struct slice message = {NULL, 0};
        publish_check(*state, slice_of(ports[i].text), &message);
        assert_slice(ports[i].text, message, slice_of(ports[i].message));
    }
    for (size_t i = 0; i < sizeof volumes / sizeof *volumes; i++) {
        struct slice message = {NULL, 0}, bind = {NULL, 0};
        bool anonymous;
        volume_check(*state, slice_of(volumes[i].text), &host, &anonymous, &bind, &message);
        assert_slice(volumes[i].text, bind, slice_of(volumes[i].bind));
        assert_slice(volumes[i].text, message, slice_of(volumes[i].message));
    }
}

static void addresses(void **state)
{
    static const char *const good[] = {"1.2.3.4", "::", "::1.2.3.4", "1:2:3:4:5:6:7:8", "1::"};
    static const char *const bad[] = {"1.2.3",  "1.2.3.04",      "1.2.3.256", "1::2::3", ":1",
                                      "::1%lo", "1:2:3:4:5:6:7", "12345::",   "::1.2.3", "1:"};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        assert_true(is_ip(slice_of(good[i])));
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(is_ip(slice_of(bad[i])));
    assert_true(is_mac(S("92:d0:c6:0a:29:33")) && is_mac(S("92d0.c60a.2933")));
    assert_false(is_mac(S("92:d0:c6:0a:29")) || is_mac(S("92:d0-c6:0a:29:33")));
    assert_slice("sha256", sha256_hex(*state, S("abc")),
                 S("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_test_with_arena(values),
        unit_test_with_arena(ports_and_volumes),
        unit_test_with_arena(addresses),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
