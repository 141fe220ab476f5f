/* The fields of --mount: text in, a mount or the client's complaint out.
 *
 * Follows docker CLI 28.2.2, opts.MountOpt: the fields one after the other, then what they must
 * have together. */
#include "sim/docker/mount.h"

#include "sim/docker/csv.h"
#include "sim/docker/hostfile.h"
#include "sim/ground/buffer.h"
#include "sim/ground/number.h"
#include "sim/ground/utf8.h"

/* Keys, by what is done with the value. */
enum mount_key {
    MOUNT_TYPE,
    MOUNT_SOURCE,
    MOUNT_TARGET,
    MOUNT_READ_ONLY,
    MOUNT_PROPAGATION,
    MOUNT_RECURSIVE,
    MOUNT_SWITCH, /* true or false */
    MOUNT_SIZE,
    MOUNT_MODE,
    MOUNT_OTHER, /* anything */
};

/* Which mounts a key is for; a bit each. */
enum { FOR_ANY = 0, FOR_VOLUME = 1, FOR_IMAGE = 2, FOR_BIND = 4, FOR_TMPFS = 8 };

static const struct mount_row {
    struct slice name;
    enum mount_key key;
    unsigned only;
    bool alone; /* may stand without a value */
} mount_rows[] = {
    {S_INIT("type"), MOUNT_TYPE, FOR_ANY, false},
    {S_INIT("source"), MOUNT_SOURCE, FOR_ANY, false},
    {S_INIT("src"), MOUNT_SOURCE, FOR_ANY, false},
    {S_INIT("target"), MOUNT_TARGET, FOR_ANY, false},
    {S_INIT("dst"), MOUNT_TARGET, FOR_ANY, false},
    {S_INIT("destination"), MOUNT_TARGET, FOR_ANY, false},
    {S_INIT("readonly"), MOUNT_READ_ONLY, FOR_ANY, true},
    {S_INIT("ro"), MOUNT_READ_ONLY, FOR_ANY, true},
    {S_INIT("consistency"), MOUNT_OTHER, FOR_ANY, false},
    {S_INIT("bind-propagation"), MOUNT_PROPAGATION, FOR_BIND, false},
    {S_INIT("bind-nonrecursive"), MOUNT_SWITCH, FOR_BIND, true},
    {S_INIT("bind-recursive"), MOUNT_RECURSIVE, FOR_BIND, false},
    {S_INIT("volume-subpath"), MOUNT_OTHER, FOR_VOLUME, false},
    {S_INIT("volume-nocopy"), MOUNT_SWITCH, FOR_VOLUME, true},
    {S_INIT("volume-label"), MOUNT_OTHER, FOR_VOLUME, false},
    {S_INIT("volume-driver"), MOUNT_OTHER, FOR_VOLUME, false},
    {S_INIT("volume-opt"), MOUNT_OTHER, FOR_VOLUME, false},
    {S_INIT("image-subpath"), MOUNT_OTHER, FOR_IMAGE, false},
    {S_INIT("tmpfs-size"), MOUNT_SIZE, FOR_TMPFS, false},
    {S_INIT("tmpfs-mode"), MOUNT_MODE, FOR_TMPFS, false},
};

/* The kinds in the order in which strangers among the keys are looked for. */
static const struct {
    unsigned only;
    struct slice type;
} mount_types[] = {
    {FOR_VOLUME, S_INIT("volume")},
    {FOR_IMAGE, S_INIT("image")},
    {FOR_BIND, S_INIT("bind")},
    {FOR_TMPFS, S_INIT("tmpfs")},
};

struct mount_reader {
    struct arena *arena;
    const struct host *host;
    struct mount *mount;
    unsigned only;                  /* kinds whose keys were met */
    bool writable, force_read_only; /* bind-recursive=writable, =readonly */
    struct slice *message;
};

static const struct mount_row *row_of(struct slice key)
{
    for (size_t i = 0; i < sizeof mount_rows / sizeof *mount_rows; i++)
        if (slice_equal(mount_rows[i].name, key))
            return &mount_rows[i];
    return NULL;
}

static bool bad_value(struct mount_reader *reader, struct slice key, struct slice value)
{
    *reader->message = TEXT(reader->arena, S("invalid value for "), key, S(": "), value);
    return false;
}

static bool read_recursive(struct mount_reader *reader, struct slice value)
{
    if (slice_equal(value, S("enabled")) || slice_equal(value, S("disabled")))
        return true;
    if (slice_equal(value, S("writable"))) {
        reader->writable = true;
        return true;
    }
    if (slice_equal(value, S("readonly"))) {
        reader->force_read_only = true;
        return true;
    }
    *reader->message =
        TEXT(reader->arena, S("invalid value for bind-recursive: "), value,
             S(" (must be \"enabled\", \"disabled\", \"writable\", or \"readonly\")"));
    return false;
}

static struct slice absolute_source(struct mount_reader *reader, struct slice value)
{
    if (slice_starts(value, S("./")) || slice_equal(value, S(".")))
        return host_path(reader->arena, reader->host, value);
    return value;
}

static bool read_value(struct mount_reader *reader, const struct mount_row *row, struct slice value)
{
    struct mount *mount = reader->mount;
    struct slice unused;
    int64_t bytes;
    uint64_t bits;
    bool on;
    switch (row->key) {
    case MOUNT_TYPE: mount->type = utf8_lower(reader->arena, value); break;
    case MOUNT_SOURCE: mount->source = absolute_source(reader, value); break;
    case MOUNT_TARGET: mount->target = value; break;
    case MOUNT_PROPAGATION: mount->propagation = utf8_lower(reader->arena, value); break;
    case MOUNT_RECURSIVE: return read_recursive(reader, value);
    case MOUNT_READ_ONLY:
        if (parse_bool(value, &mount->read_only) != NUMBER_OK)
            return bad_value(reader, row->name, value);
        break;
    case MOUNT_SWITCH:
        if (parse_bool(value, &on) != NUMBER_OK)
            return bad_value(reader, row->name, value);
        break;
    case MOUNT_SIZE:
        if (!parse_bytes(reader->arena, value, &bytes, &unused))
            return bad_value(reader, row->name, value);
        break;
    case MOUNT_MODE:
        if (parse_uint(value, 8, 32, &bits) != NUMBER_OK)
            return bad_value(reader, row->name, value);
        break;
    case MOUNT_OTHER: break;
    }
    return true;
}

static bool read_field(struct mount_reader *reader, struct slice field)
{
    struct slice key, value;
    bool has_value = slice_cut(field, '=', &key, &value);
    key = utf8_lower(reader->arena, key);
    const struct mount_row *row = row_of(key);
    if (!has_value && !(row && row->alone)) {
        *reader->message =
            TEXT(reader->arena, S("invalid field '"), field, S("' must be a key=value pair"));
        return false;
    }
    if (!row) {
        *reader->message =
            TEXT(reader->arena, S("unexpected key '"), key, S("' in '"), field, S("'"));
        return false;
    }
    reader->only |= row->only;
    if (has_value)
        return read_value(reader, row, value);
    reader->mount->read_only |= row->key == MOUNT_READ_ONLY;
    return true;
}

/* What is wrong with the fields together; the empty slice when nothing is. */
static struct slice fault(const struct mount_reader *reader)
{
    const struct mount *mount = reader->mount;
    if (mount->type.len == 0)
        return S("type is required");
    if (mount->target.len == 0)
        return S("target is required");
    for (size_t i = 0; i < sizeof mount_types / sizeof *mount_types; i++)
        if (reader->only & mount_types[i].only && !slice_equal(mount->type, mount_types[i].type))
            return TEXT(reader->arena, S("cannot mix '"), mount_types[i].type,
                        S("-*' options with mount type '"), mount->type, S("'"));
    if (reader->writable && !mount->read_only)
        return S("option 'bind-recursive=writable' requires 'readonly' to be specified in "
                 "conjunction");
    if (reader->force_read_only && !mount->read_only)
        return S("option 'bind-recursive=readonly' requires 'readonly' to be specified in "
                 "conjunction");
    if (reader->force_read_only && !slice_equal(mount->propagation, S("rprivate")))
        return S("option 'bind-recursive=readonly' requires 'bind-propagation=rprivate' to be "
                 "specified in conjunction");
    return (struct slice){NULL, 0};
}

bool mount_read(struct arena *arena, struct slice text, const struct host *host,
                struct mount *mount, struct slice *message)
{
    struct csv_fields fields;
    if (!csv_read(arena, text, &fields, message))
        return false;
    *mount = (struct mount){.type = S("volume")};
    struct mount_reader reader = {.arena = arena, .host = host, .mount = mount, .message = message};
    for (size_t i = 0; i < fields.len; i++)
        if (!read_field(&reader, fields.at[i]))
            return false;
    *message = fault(&reader);
    return message->len == 0;
}
