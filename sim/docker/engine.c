/* The engine's answers to a request: the request in; "go on", or what the client shows, out.
 *
 * Follows dockerd 28.2.2, daemon/create.go, and docker CLI 28.2.2 for how an answer is shown. */
#include "sim/docker/engine.h"

#include "sim/docker/engine_check.h"
#include "sim/docker/exit.h"
#include "sim/ground/buffer.h"
#include "sim/image/platform.h"
#include "sim/image/reference.h"

/* What is shown, `before` standing on lines of its own in front. */
static void show(struct arena *arena, const struct run_request *request, enum stage stage,
                 struct slice before, struct slice text, struct origin at, struct failure *failure)
{
    bool run = request->verb == VERB_RUN;
    *failure = (struct failure){
        .stage = stage,
        .exit = run ? exit_of_message(text) : 1,
        .message = TEXT(
            arena, request->notice, before,
            run ? S("docker: Error response from daemon: ") : S("Error response from daemon: "),
            text, run ? S("\n\nRun 'docker run --help' for more information\n") : S("\n")),
        .at = at,
    };
}

void engine_fail(struct arena *arena, const struct run_request *request, enum stage stage,
                 struct slice text, struct origin at, struct failure *failure)
{
    show(arena, request, stage, S(""), text, at, failure);
}

/* The registry has nothing of that name. `announced`: the client has said that it looks there. */
static bool fail_pull(struct arena *arena, const struct run_request *request,
                      const struct reference *reference, bool announced, struct failure *failure)
{
    struct reference name = *reference;
    struct slice before = S("");
    if (announced && !request->quiet)
        before = TEXT(arena, S("Unable to find image '"),
                      reference_familiar(arena, reference, true), S("' locally\n"));
    name.tag = name.digest = (struct slice){NULL, 0};
    show(arena, request, STAGE_PULL, before,
         TEXT(arena, S("pull access denied for "), reference_familiar(arena, &name, false),
              S(", repository does not exist or may require 'docker login': denied: requested "
                "access to the resource is denied")),
         request->image.origin, failure);
    return false;
}

/* The image is not there: it is pulled, or that is the answer. */
static bool fail_missing(struct arena *arena, const struct run_request *request,
                         struct failure *failure)
{
    struct reference reference;
    struct slice message;
    if (!reference_parse_any(arena, request->image.text, &reference, &message))
        return true; /* the client has refused it before */
    if (!reference.id && request->pull == PULL_MISSING)
        return fail_pull(arena, request, &reference, true, failure);
    struct slice name =
        reference.id ? reference.digest : reference_familiar(arena, &reference, true);
    engine_fail(arena, request, STAGE_DAEMON_CREATE, TEXT(arena, S("No such image: "), name),
                request->image.origin, failure);
    return false;
}

static bool same_name(struct arena *arena, struct slice wanted, struct slice local)
{
    struct reference a, b;
    struct slice message;
    if (local.len == 0 || slice_equal(wanted, local))
        return true;
    return reference_parse_any(arena, wanted, &a, &message) &&
           reference_parse_any(arena, local, &b, &message) && !a.id && !b.id &&
           slice_equal(reference_full(arena, &a, true), reference_full(arena, &b, true));
}

static bool same_platform(struct arena *arena, struct slice wanted, const struct local_image *image)
{
    struct platform asked, has = {image->os, image->architecture, image->variant, {NULL, 0}};
    struct slice message;
    if (wanted.len == 0 || !platform_parse(arena, wanted, &asked, &message))
        return true;
    if (has.os.len == 0)
        has.os = platform_default.os;
    if (has.architecture.len == 0)
        has.architecture = platform_default.architecture;
    return platform_matches(arena, asked, platform_normalise(arena, has));
}

/* Runs a group of checks; its complaint becomes the failure. */
static bool run_check(struct engine_check *check, bool (*group)(struct engine_check *check),
                      struct failure *failure)
{
    if (group(check))
        return true;
    engine_fail(check->arena, check->request, STAGE_DAEMON_CREATE, check->message, check->at,
                failure);
    return false;
}

/* Whether no option was given that the engine may refuse. */
static bool is_plain(const struct run_request *request)
{
    return request->verb == VERB_EXEC || !request->options ||
           !(request->options->marks & OPTION_ENGINE);
}

bool engine_check_request(struct arena *arena, const struct run_request *request,
                          const struct local_image *image, const struct host *host,
                          struct failure *failure)
{
    struct reference reference;
    struct slice message;
    if (request->pull == PULL_ALWAYS && request->verb != VERB_EXEC && image->name.len &&
        reference_parse_any(arena, request->image.text, &reference, &message) && !reference.id)
        return fail_pull(arena, request, &reference, false, failure);
    if (is_plain(request))
        return true;
    struct engine_check check = {
        .arena = arena, .request = request, .values = request->options, .host = host};
    return run_check(&check, engine_check_modes, failure) &&
           run_check(&check, engine_check_settings, failure) &&
           run_check(&check, engine_check_resources, failure);
}

bool engine_find_image(struct arena *arena, const struct run_request *request,
                       const struct local_image *image, struct failure *failure)
{
    if (request->verb == VERB_EXEC)
        return true;
    bool found = same_name(arena, request->image.text, image->name) &&
                 same_platform(arena, request->platform, image);
    bool early = request->platform.len == 0; /* else it is looked up behind the next checks */
    if (!found && early)
        return fail_missing(arena, request, failure);
    if (!is_plain(request)) {
        struct engine_check check = {
            .arena = arena, .request = request, .values = request->options};
        if (!run_check(&check, engine_check_endpoints, failure) ||
            !run_check(&check, engine_check_joined, failure))
            return false;
    }
    return found || fail_missing(arena, request, failure);
}

bool engine_check_container(struct arena *arena, const struct run_request *request,
                            const struct host *host, struct failure *failure)
{
    if (is_plain(request))
        return true;
    bool missing_image = false;
    struct engine_check check = {
        .arena = arena, .request = request, .values = request->options, .host = host};
    if (!run_check(&check, engine_check_container_options, failure))
        return false;
    if (engine_check_volumes(&check, &missing_image))
        return true;
    /* The client takes any image that is not found for the one it asked for. */
    if (missing_image)
        return fail_missing(arena, request, failure);
    engine_fail(arena, request, STAGE_DAEMON_CREATE, check.message, check.at, failure);
    return false;
}
