/* The engine's address: docker's own options and variables in, the client's complaint out.
 *
 * Follows docker CLI 28.2.2: flags.ClientOptions, the resolution of contexts, opts.ParseHost. */
#include "sim/docker/endpoint.h"

#include "sim/docker/hostfile.h"
#include "sim/docker/sha256.h"
#include "sim/ground/buffer.h"
#include "sim/ground/quote.h"
#include "sim/ground/utf8.h"

static const struct slice log_levels[] = {
    S_INIT("panic"),   S_INIT("fatal"), S_INIT("error"), S_INIT("warn"),
    S_INIT("warning"), S_INIT("info"),  S_INIT("debug"), S_INIT("trace"),
};

static bool is_log_level(struct slice level)
{
    for (size_t i = 0; i < sizeof log_levels / sizeof *log_levels; i++)
        if (slice_equal_fold(level, log_levels[i]))
            return true;
    return level.len == 0;
}

struct slice endpoint_early_fault(struct arena *arena, const struct option_values *globals)
{
    if (globals->len == 0)
        return (struct slice){NULL, 0};
    struct slice level = options_text(globals, OPTION_LOG_LEVEL);
    if (!is_log_level(level))
        return TEXT(arena, S("Unable to parse logging level: "), level);
    if (options_have(globals, OPTION_HOST) && options_text(globals, OPTION_CONTEXT).len)
        return S("conflicting options: cannot specify both --host and --context");
    return (struct slice){NULL, 0};
}

/* The value of a variable, empty when it is not set. */
static struct slice variable(const struct host *host, struct slice name)
{
    struct slice value;
    bool found = host->variable(host->context, name, &value) == HOST_FOUND;
    return found ? value : (struct slice){NULL, 0};
}

static struct slice config_directory(struct arena *arena, struct slice given,
                                     const struct host *host)
{
    if (given.len)
        return given;
    given = variable(host, S("DOCKER_CONFIG"));
    return given.len ? given : TEXT(arena, variable(host, S("HOME")), S("/.docker"));
}

static struct slice unresolved(struct arena *arena, struct slice why)
{
    return TEXT(arena, S("Failed to initialize: unable to resolve docker endpoint: "), why);
}

/* The port of HOST[:PORT][/…] must be a number. */
static struct slice tcp_fault(struct arena *arena, struct slice rest)
{
    struct slice host = slice_first(rest, slice_find(rest, '/'));
    size_t colon = host.len;
    while (colon && host.at[colon - 1] != ':')
        colon--;
    for (size_t i = colon; colon && i < host.len; i++)
        if (host.at[i] < '0' || host.at[i] > '9')
            return unresolved(
                arena, TEXT(arena, S("parse "), quoted_go(arena, TEXT(arena, S("tcp://"), rest)),
                            S(": invalid port "), quoted_go(arena, slice_after(host, colon - 1)),
                            S(" after host")));
    return (struct slice){NULL, 0};
}

/* unix://, tcp:// (also without a word in front), ssh:// are taken; the rest is not. */
static struct slice address_fault(struct arena *arena, struct slice address)
{
    address = utf8_trim(address);
    size_t colon = slice_find(address, ':');
    if (!slice_starts(slice_after(address, colon), S("://")))
        return tcp_fault(arena, address);
    struct slice protocol = slice_first(address, colon);
    if (slice_equal(protocol, S("tcp")))
        return tcp_fault(arena, slice_after(address, colon + 3));
    if (slice_equal(protocol, S("unix")) || slice_equal(protocol, S("ssh")))
        return (struct slice){NULL, 0};
    if (slice_equal(protocol, S("fd")))
        return TEXT(arena, S("Failed to initialize: unable to parse docker host `"), address,
                    S("`"));
    if (slice_equal(protocol, S("npipe")))
        return S("Failed to initialize: protocol not available");
    return unresolved(arena, TEXT(arena, S("invalid bind address format: "), address));
}

static struct slice context_fault(struct arena *arena, const struct option_values *globals,
                                  const struct host *host, struct slice name)
{
    struct slice directory = options_text(globals, OPTION_CONFIG);
    struct slice file = TEXT(arena, config_directory(arena, directory, host), S("/contexts/meta/"),
                             sha256_hex(arena, name), S("/meta.json"));
    struct slice bytes, message;
    enum host_answer answer = host_read(arena, host, file, &bytes, &message);
    if (answer == HOST_FOUND || answer == HOST_UNKNOWN)
        return (struct slice){NULL, 0};
    return unresolved(arena, TEXT(arena, S("context "), quoted_go(arena, name),
                                  S(": context not found: "), message));
}

/* The file of one of --tlscacert, --tlscert and --tlskey. Without the option the default file is
 * read only if it is needed or exists. */
static struct slice tls_file_fault(struct arena *arena, const struct option_values *globals,
                                   const struct host *host, enum option_id id, struct slice name)
{
    struct slice path = options_text(globals, id), bytes, message;
    bool given = options_have(globals, id);
    if (!given) {
        struct slice certificates = variable(host, S("DOCKER_CERT_PATH"));
        if (certificates.len == 0) /* settled before --config is read */
            certificates = config_directory(arena, (struct slice){NULL, 0}, host);
        path = TEXT(arena, certificates, S("/"), name);
    }
    if (path.len == 0)
        return (struct slice){NULL, 0};
    enum host_answer answer = host_read(arena, host, path, &bytes, &message);
    bool optional = !given && id != OPTION_TLSCACERT && answer == HOST_ABSENT;
    if (answer == HOST_FOUND || answer == HOST_UNKNOWN || optional)
        return (struct slice){NULL, 0};
    return unresolved(arena, message);
}

static struct slice tls_fault(struct arena *arena, const struct option_values *globals,
                              const struct host *host)
{
    /* --tlsverify asks for TLS whatever its value is. */
    bool tls = options_on(globals, OPTION_TLS, variable(host, S("DOCKER_TLS")).len > 0) ||
               options_have(globals, OPTION_TLSVERIFY) ||
               variable(host, S("DOCKER_TLS_VERIFY")).len > 0;
    static const struct {
        enum option_id id;
        struct slice name;
    } files[] = {{OPTION_TLSCACERT, S_INIT("ca.pem")},
                 {OPTION_TLSCERT, S_INIT("cert.pem")},
                 {OPTION_TLSKEY, S_INIT("key.pem")}};
    for (size_t i = 0; tls && i < sizeof files / sizeof *files; i++) {
        struct slice fault = tls_file_fault(arena, globals, host, files[i].id, files[i].name);
        if (fault.len)
            return fault;
    }
    return (struct slice){NULL, 0};
}

struct slice endpoint_fault(struct arena *arena, const struct option_values *globals,
                            const struct host *host)
{
    struct slice context = options_text(globals, OPTION_CONTEXT), address;
    size_t hosts = 0, i = 0;
    while (options_next(globals, OPTION_HOST, &i))
        hosts++;
    if (hosts == 0 && context.len == 0 && variable(host, S("DOCKER_HOST")).len == 0)
        context = variable(host, S("DOCKER_CONTEXT"));
    if (context.len && !slice_equal(context, S("default")))
        return context_fault(arena, globals, host, context);
    if (hosts > 1)
        return unresolved(arena, S("Specify only one -H"));
    address = hosts ? options_text(globals, OPTION_HOST) : variable(host, S("DOCKER_HOST"));
    struct slice fault = address_fault(arena, address);
    return fault.len ? fault : tls_fault(arena, globals, host);
}

/* The address of the engine as the client writes it. */
static struct slice full_address(struct arena *arena, struct slice address)
{
    size_t scheme = slice_find(address, ':');
    bool bare = !slice_starts(slice_after(address, scheme), S("://"));
    if (!bare && !slice_starts(address, S("tcp://")))
        return address;
    struct slice rest = bare ? address : slice_after(address, scheme + 3);
    size_t slash = slice_find(rest, '/');
    struct slice host = slice_first(rest, slash), path = slice_after(rest, slash);
    struct slice port = S(":2375");
    size_t colon = slice_starts(host, S("[")) ? slice_find(host, ']') + 1 : slice_find(host, ':');
    if (colon + 1 < host.len)
        port = slice_after(host, colon);
    host = slice_first(host, colon);
    return TEXT(arena, S("tcp://"), host.len ? host : S("localhost"), port, path);
}

/* Whether the host tells that nobody answers there. */
static bool nobody_answers(struct arena *arena, const struct host *host, struct slice address)
{
    if (slice_starts(address, S("unix://"))) {
        struct slice path = slice_after(address, 7);
        enum host_answer answer = HOST_UNKNOWN;
        if (slice_starts(path, S("/")))
            answer = host->file(host->context, arena, path, NULL);
        return answer == HOST_ABSENT || answer == HOST_FOUND || answer == HOST_DIRECTORY;
    }
    struct slice rest = slice_after(address, 6);
    return host->quiet && (slice_starts(rest, S("localhost:")) || slice_starts(rest, S("127.")) ||
                           slice_starts(rest, S("[::1]:")));
}

struct slice endpoint_silence(struct arena *arena, const struct option_values *globals,
                              const struct host *host)
{
    struct slice context = options_text(globals, OPTION_CONTEXT);
    struct slice address = options_text(globals, OPTION_HOST);
    if (address.len == 0)
        address = variable(host, S("DOCKER_HOST"));
    address = utf8_trim(address);
    bool elsewhere = context.len && !slice_equal(context, S("default"));
    if (elsewhere || address.len == 0)
        return (struct slice){NULL, 0};
    address = full_address(arena, address);
    if (!nobody_answers(arena, host, address))
        return (struct slice){NULL, 0};
    return TEXT(arena, S("Cannot connect to the Docker daemon at "), address,
                S(". Is the docker daemon running?"));
}
