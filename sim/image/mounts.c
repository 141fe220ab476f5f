/* RUN --mount: its fields expanded and checked. Nothing of it reaches the config; it can only fail.
 *
 * Models instructions/commands_runmount.go and dockerfile2llb/convert_runmount.go. */
#include "sim/image/stage.h"

#include "sim/dockerfile/mount.h"
#include "sim/ground/near.h"
#include "sim/ground/number.h"
#include "sim/ground/quote.h"
#include "sim/ground/utf8.h"
#include "sim/image/path.h"

struct mount {
    struct slice type, from, source, target, id, sharing;
    bool mode, uid, gid;
};

/* What is being read. */
struct reading {
    struct build *build;
    const struct instruction *run;
    struct mount *mount;
    struct slice key, value, field;
};

static const struct slice types[] = {S_INIT("bind"), S_INIT("cache"), S_INIT("secret"),
                                     S_INIT("ssh"), S_INIT("tmpfs")};
static const struct slice sharings[] = {S_INIT("locked"), S_INIT("private"), S_INIT("shared")};
/* In the order in which the nearest is looked for. */
static const struct slice keys[] = {
    S_INIT("type"), S_INIT("from"),    S_INIT("source"),    S_INIT("target"), S_INIT("readonly"),
    S_INIT("id"),   S_INIT("sharing"), S_INIT("required"),  S_INIT("size"),   S_INIT("mode"),
    S_INIT("uid"),  S_INIT("gid"),     S_INIT("src"),       S_INIT("dst"),    S_INIT("destination"),
    S_INIT("ro"),   S_INIT("rw"),      S_INIT("readwrite"), S_INIT("env")};

#define COUNT(list) (sizeof(list) / sizeof *(list))

static bool fail(struct reading *r, struct slice message)
{
    return build_fail(r->build, r->run, message);
}

static bool is_key(const struct reading *r, const char *a, const char *b)
{
    return slice_equal(r->key, slice_of(a)) || (b && slice_equal(r->key, slice_of(b)));
}

/* A value out of a list, in any letter case; the complaint shows it as written. */
static bool one_of(struct reading *r, const struct slice *list, size_t n, const char *what,
                   struct slice *to)
{
    *to = utf8_lower(r->build->arena, r->value);
    for (size_t i = 0; i < n; i++)
        if (slice_equal(list[i], *to))
            return true;
    struct slice message =
        TEXT(r->build->arena, slice_of(what), quoted_go(r->build->arena, r->value));
    return fail(r, with_hint(r->build, message, r->value, list, n));
}

static bool fail_value(struct reading *r)
{
    return fail(r, TEXT(r->build->arena, S("invalid value for "), r->key, S(": "), r->value));
}

static bool fail_number(struct reading *r)
{
    return fail(r, TEXT(r->build->arena, S("invalid value "), r->value, S(" for "), r->key));
}

static bool fail_for_type(struct reading *r)
{
    return fail(r, TEXT(r->build->arena, S("unexpected key '"), r->key, S("' for mount type '"),
                        r->mount->type, S("'")));
}

/* Secrets and ssh agents: they have no place in a file system that could be wrong. */
static bool takes_files(const struct mount *m)
{
    return slice_equal(m->type, S("secret")) || slice_equal(m->type, S("ssh"));
}

/* A field without a value: only switches may be so. */
static bool bare_field(struct reading *r)
{
    if (is_key(r, "readonly", "ro") || is_key(r, "readwrite", "rw"))
        return true;
    if (is_key(r, "required", NULL))
        return takes_files(r->mount) || fail_for_type(r);
    return fail(
        r, TEXT(r->build->arena, S("invalid field '"), r->field, S("' must be a key=value pair")));
}

/* KEY=VALUE. What a key allows may depend on the type, which must then stand before it. */
static bool value_field(struct reading *r)
{
    struct mount *m = r->mount;
    struct slice ignored;
    uint64_t number;
    int64_t bytes;
    bool flag;
    if (is_key(r, "type", NULL))
        return one_of(r, types, COUNT(types), "unsupported mount type ", &m->type);
    if (is_key(r, "sharing", NULL))
        return one_of(r, sharings, COUNT(sharings), "unsupported sharing value ", &m->sharing);
    if (is_key(r, "from", NULL))
        return m->from = r->value, true;
    if (is_key(r, "source", "src"))
        return m->source = r->value, true;
    if (is_key(r, "target", "dst") || is_key(r, "destination", NULL))
        return m->target = r->value, true;
    if (is_key(r, "id", NULL))
        return m->id = r->value, true;
    if (is_key(r, "env", NULL))
        return true;
    if (is_key(r, "readonly", "ro") || is_key(r, "readwrite", "rw"))
        return parse_bool(r->value, &flag) == NUMBER_OK || fail_value(r);
    if (is_key(r, "required", NULL))
        return !takes_files(m) ? fail_for_type(r)
                               : parse_bool(r->value, &flag) == NUMBER_OK || fail_value(r);
    if (is_key(r, "size", NULL))
        return !slice_equal(m->type, S("tmpfs"))
                   ? fail_for_type(r)
                   : parse_bytes(r->build->arena, r->value, &bytes, &ignored) || fail_value(r);
    bool *given = is_key(r, "mode", NULL)  ? &m->mode
                  : is_key(r, "uid", NULL) ? &m->uid
                  : is_key(r, "gid", NULL) ? &m->gid
                                           : NULL;
    if (given) {
        *given = true;
        return parse_uint(r->value, given == &m->mode ? 8 : 10, 32, &number) == NUMBER_OK ||
               fail_number(r);
    }
    struct slice message =
        TEXT(r->build->arena, S("unexpected key '"), r->key, S("' in '"), r->field, S("'"));
    return fail(r, with_hint(r->build, message, r->key, keys, COUNT(keys)));
}

/* What cannot stand together, looked at when all fields are read. */
static bool mount_valid(struct reading *r)
{
    struct mount *m = r->mount;
    bool secret = slice_equal(m->type, S("secret")), cache = slice_equal(m->type, S("cache"));
    if (!takes_files(m) && !cache && (m->mode || m->uid || m->gid))
        return fail(r, TEXT(r->build->arena,
                            m->mode  ? S("mode")
                            : m->uid ? S("uid")
                                     : S("gid"),
                            S(" not allowed for "), quoted_go(r->build->arena, m->type),
                            S(" type mounts")));
    if (secret && m->from.len)
        return fail(r, S("secret mount should not have a from"));
    if (secret && m->sharing.len)
        return fail(r, S("secret mount should not define sharing"));
    if (secret && !m->source.len && !m->target.len && !m->id.len)
        return fail(r, S("invalid secret mount. one of source, target required"));
    if (secret && m->source.len && m->id.len)
        return fail(r, S("both source and id can't be set"));
    if (m->sharing.len && !cache)
        return fail(
            r, TEXT(r->build->arena, S("invalid cache sharing set for "), m->type, S(" mount")));
    return true;
}

/* Reads a mount, expanding every value on the way. */
static bool mount_read(struct build *build, struct build_stage *stage,
                       const struct instruction *run, struct slice text, struct mount *mount)
{
    struct reading r = {.build = build, .run = run, .mount = mount};
    struct slice_list fields = {.at = NULL};
    struct slice message;
    *mount = (struct mount){.type = S("bind")};
    if (!mount_fields(build->arena, text, &fields, &message))
        return fail(&r, message);
    for (size_t i = 0; i < fields.len; i++) {
        struct slice value;
        r.field = fields.at[i];
        bool has_value = slice_cut(r.field, '=', &r.key, &value);
        r.key = utf8_lower(build->arena, r.key);
        if (!has_value ? !bare_field(&r)
                       : !expand_in_stage(build, stage, run, value, &r.value) || !value_field(&r))
            return false;
    }
    return mount_valid(&r);
}

/* Where a mount goes, and whether what it comes from is there yet. */
static bool mount_place(struct build *build, struct build_stage *stage,
                        const struct instruction *run, const struct mount *m,
                        const struct edge *edge)
{
    struct arena *arena = build->arena;
    struct slice from = m->from;
    if (!from.len && slice_equal(m->type, S("cache")))
        from = S("scratch");
    if (from.len && !edge->to->dispatched)
        return build_fail(build, run,
                          TEXT(arena, S("cannot mount from stage "), quoted_go(arena, from),
                               S(" to "), quoted_go(arena, m->target),
                               S(", stage needs to be defined before current command")));
    if (takes_files(m))
        return true;
    struct slice target = m->target;
    if (!target.len || target.at[0] != '/') {
        struct slice dir = stage->config->working_dir.text;
        target = path_join(arena, path_join(arena, S("/"), dir), target);
    }
    return !slice_equal(target, S("/")) || build_fail(build, run, S("invalid mount target \"/\""));
}

bool dispatch_run(struct build *build, struct build_stage *stage, const struct instruction *run)
{
    size_t n = 0;
    if (!run->flags.len)
        return true;
    struct mount *mounts = arena_array(build->arena, struct mount, run->flags.len);
    for (size_t i = 0; i < run->flags.len; i++)
        if (slice_equal(run->flags.at[i].name.text, S("mount")) &&
            !mount_read(build, stage, run, run->flags.at[i].value.text, mounts + n++))
            return false;
    const struct edge *edge = stage_edge(stage, run);
    for (size_t i = 0; i < n; i++, edge = edge->next)
        if (!mount_place(build, stage, run, mounts + i, edge))
            return false;
    return true;
}
