/* Official images by name. A reference in, a config out, from a constant table.
 *
 * ENTRYPOINT and CMD of an official image hardly depend on its tag; where they do, the row says
 * which tags it leaves out. Values that bear a version are given only for tags of that version. */
#include "sim/image/known.h"

#include "sim/image/known_table.h"
#include "sim/image/reference.h"

const char known_images_date[] = "November 2026";

static bool contains(struct slice s, struct slice part)
{
    if (!part.len)
        return true;
    for (size_t i = 0; i + part.len <= s.len; i++)
        if (memcmp(s.at + i, part.at, part.len) == 0)
            return true;
    return false;
}

/* Whether a tag is of a version: 16 takes 16, 16.2 and 16-alpine, but not 160. */
static bool is_version(struct slice tag, struct slice version)
{
    size_t last = version.len - 1; /* where most versions differ */
    if (tag.len <= last || tag.at[last] != version.at[last] || !slice_starts(tag, version))
        return false;
    if (tag.len == version.len)
        return true;
    char c = tag.at[version.len];
    return c < '0' || c > '9';
}

/* Whether a row speaks for a tag. */
static bool row_takes(const struct known_row *row, struct slice tag)
{
    for (size_t i = 0; i < row->except.len; i++) {
        struct slice except = row->except.at[i];
        if (except.at[0] == '^' ? is_version(tag, slice_after(except, 1)) : contains(tag, except))
            return false;
    }
    return !row->only.len || contains(tag, row->only);
}

/* The row of a name, which is not empty, and a tag. Rows are in the order of their names: those
 * with its first letter are found by halving the table, and there are few of them. */
static const struct known_row *row_find(struct slice name, struct slice tag)
{
    size_t low = 0, high = known_table_len;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (*known_table[middle].name.at < *name.at)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < known_table_len && *known_table[low].name.at == *name.at; low++)
        if (slice_equal(known_table[low].name, name) && row_takes(known_table + low, tag))
            return known_table + low;
    return NULL;
}

/* A constant list as words of the image. */
static struct args list_args(struct arena *arena, struct known_list list, struct origin at)
{
    struct args args = {.set = list.at != NULL, .len = list.len, .cap = list.len};
    if (list.len)
        args.at = arena_array(arena, struct arg, list.len);
    for (size_t i = 0; i < list.len; i++)
        args.at[i] = (struct arg){list.at[i], at};
    return args;
}

/* Entries of other tags than the asked one are left out. */
static struct args env_args(struct arena *arena, struct known_list list, bool fits,
                            struct origin at)
{
    struct args args = {.set = list.at != NULL, .cap = list.len};
    const char left_out = fits ? '!' : '~', marked = fits ? '~' : '!'; /* marks are not shown */
    if (list.len)
        args.at = arena_array(arena, struct arg, list.len);
    for (size_t i = 0; i < list.len; i++) {
        struct slice entry = list.at[i];
        const size_t mark = *entry.at == marked;
        if (*entry.at != left_out)
            args.at[args.len++] = (struct arg){{entry.at + mark, entry.len - mark}, at};
    }
    return args;
}

static struct string_map *list_map(struct arena *arena, struct known_list list, struct origin at)
{
    struct string_map *map = NULL;
    for (size_t i = 0; i < list.len; i++)
        string_map_set(arena, &map, (struct arg){list.at[i], at}, (struct arg){.text = {0}});
    return map;
}

static struct command_list list_command(struct arena *arena, struct known_list list,
                                        struct origin at)
{
    struct command_list command = {.at = at};
    if (!list.at)
        return command;
    command.words = list_args(arena, list, at);
    command_list_recognise(&command);
    return command;
}

/* The shell that a word of the tag stands for: the distribution below the image. */
static enum known_shell tag_shell(struct slice tag, enum known_shell otherwise)
{
    static const struct slice debian[] = {S_INIT("bookworm"), S_INIT("trixie"), S_INIT("bullseye"),
                                          S_INIT("buster"),   S_INIT("slim"),   S_INIT("jammy"),
                                          S_INIT("noble"),    S_INIT("focal")};
    if (contains(tag, S("alpine")))
        return KNOWN_SHELL_ASH;
    for (size_t i = 0; i < sizeof debian / sizeof *debian; i++)
        if (contains(tag, debian[i]))
            return KNOWN_SHELL_DASH;
    return otherwise;
}

static void row_config(struct arena *arena, const struct known_row *row, struct slice tag,
                       struct base_image *image)
{
    struct origin at = {.text = image->text};
    struct image_config *config = &image->config;
    bool fits = row->tag.len && is_version(tag, row->tag);
    config->entrypoint = list_command(arena, row->entrypoint, at);
    config->cmd = list_command(arena, row->cmd, at);
    config->env.entries = env_args(arena, row->env, fits, at);
    config->exposed_ports = list_map(arena, row->ports, at);
    config->volumes = list_map(arena, row->volumes, at);
    config->user = (struct arg){row->user, at};
    config->working_dir = (struct arg){row->workdir, at};
    config->stop_signal = (struct arg){row->stop_signal, at};
}

/* The image of a completed reference, docker.io/library/NAME[:TAG][@DIGEST]; shell may be null. */
static bool known(struct arena *arena, struct slice reference, struct base_image *image,
                  enum known_shell *shell)
{
    struct slice head = S("docker.io/library/"), latest = S(":latest");
    struct slice shown = slice_after(reference, head.len), name, tag, digest;
    if (!slice_starts(reference, head))
        return false;
    slice_cut(shown, '@', &name, &digest);
    slice_cut(name, ':', &name, &tag);
    const struct known_row *row = name.len ? row_find(name, tag) : NULL;
    if (!row)
        return false;
    if (slice_ends(shown, latest))
        shown.len -= latest.len;
    struct text *text = arena_take(arena, sizeof *text);
    *text = (struct text){SOURCE_BASE, shown, {0}};
    image->text = text;
    image->any_platform = true;
    row_config(arena, row, tag, image);
    if (shell)
        *shell = tag_shell(tag, row->shell);
    return true;
}

bool known_image(struct arena *arena, struct slice reference, struct base_image *image,
                 enum known_shell *shell)
{
    struct reference parts;
    struct slice message;
    memset(image, 0, sizeof *image);
    return reference_parse(arena, reference, &parts, &message) &&
           known(arena, reference_full(arena, &parts, true), image, shell);
}

/* Rows of one name stand together and count once. */
static bool is_first(size_t row)
{
    return row == 0 || !slice_equal(known_table[row].name, known_table[row - 1].name);
}

size_t known_images_len(void)
{
    size_t n = 0;
    for (size_t row = 0; row < known_table_len; row++)
        n += is_first(row);
    return n;
}

struct slice known_image_name(size_t index)
{
    size_t row = 0;
    for (size_t n = 0; row < known_table_len; row++)
        if (is_first(row) && n++ == index)
            break;
    return known_table[row].name;
}

static enum base_answer find(const void *context, struct arena *arena, struct slice reference,
                             struct base_image *image)
{
    (void)context;
    return known(arena, reference, image, NULL) ? BASE_FOUND : BASE_ASSUMED;
}

const struct bases known_bases = {.context = NULL, .find = find};
