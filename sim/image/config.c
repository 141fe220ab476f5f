/* The parts of an image config that are more than a value: environment, maps, ENTRYPOINT and CMD.
 *
 * BuildKit replaces a variable where its name first stands and appends a new one
 * (dockerfile2llb, addEnv); the config reader of a container takes the last of several. */
#include "sim/image/config.h"

enum { SCANNED = 16 }; /* an environment up to this length is searched without an index */

static const uint32_t repeated = 0x80000000u; /* in the index: the name has further entries */

const struct text default_text = {.source = SOURCE_DEFAULT};

static struct slice entry_name(struct slice entry)
{
    return slice_first(entry, slice_find(entry, '='));
}

/* Whether an entry sets a name. One without = sets it to nothing. */
static bool entry_is(struct slice entry, struct slice name)
{
    return slice_starts(entry, name) && (entry.len == name.len || entry.at[name.len] == '=');
}

void environment_index(struct arena *arena, struct environment *env)
{
    env->index = (struct names){.at = NULL};
    if (env->entries.len <= SCANNED)
        return;
    for (size_t i = 0; i < env->entries.len; i++) {
        struct slice name = entry_name(env->entries.at[i].text);
        uint32_t at = names_get(&env->index, name);
        names_set(arena, &env->index, name, at == NAMES_NONE ? (uint32_t)i : at | repeated);
    }
}

/* The place of the first entry of a name, the length when there is none. */
static size_t find_first(struct arena *arena, struct environment *env, struct slice name)
{
    size_t len = env->entries.len;
    if (len > SCANNED) {
        if (!env->index.len)
            environment_index(arena, env);
        uint32_t at = names_get(&env->index, name);
        return at == NAMES_NONE ? len : at & ~repeated;
    }
    for (size_t i = 0; i < len; i++)
        if (entry_is(env->entries.at[i].text, name))
            return i;
    return len;
}

/* Gives an environment arrays of its own, with room for a few more. */
static void unshare(struct arena *arena, struct environment *env)
{
    size_t len = env->entries.len;
    struct arg *at = arena_array(arena, struct arg, len + 4);
    if (len)
        memcpy(at, env->entries.at, len * sizeof *at);
    env->entries.at = at;
    env->entries.cap = len + 4;
    env->index = (struct names){.at = NULL};
    env->shared = false;
}

void environment_set(struct arena *arena, struct environment *env, struct slice name,
                     struct arg entry)
{
    if (env->shared)
        unshare(arena, env);
    size_t i = find_first(arena, env, name);
    if (i < env->entries.len) {
        env->entries.at[i] = entry;
        return;
    }
    args_add(arena, &env->entries, entry.text, entry.origin);
    if (env->index.len)
        names_set(arena, &env->index, entry_name(entry.text), (uint32_t)i);
}

bool environment_has(const struct environment *env, struct slice name)
{
    if (env->index.len)
        return names_get(&env->index, name) != NAMES_NONE;
    for (size_t i = 0; i < env->entries.len; i++)
        if (entry_is(env->entries.at[i].text, name))
            return true;
    return false;
}

bool environment_get(const struct environment *env, struct slice name, struct slice *value)
{
    size_t end = env->entries.len;
    if (env->index.len) {
        uint32_t at = names_get(&env->index, name);
        if (at == NAMES_NONE)
            return false;
        if (!(at & repeated))
            end = at + 1;
    }
    for (size_t i = end; i > 0; i--)
        if (entry_is(env->entries.at[i - 1].text, name)) {
            *value = slice_after(env->entries.at[i - 1].text, name.len + 1);
            return true;
        }
    return false;
}

void string_map_set(struct arena *arena, struct string_map **map, struct arg key, struct arg value)
{
    if (!*map)
        *map = arena_new(arena, struct string_map);
    uint32_t at = names_get(&(*map)->index, key.text);
    if (at != NAMES_NONE) {
        (*map)->at[at].value = value;
        return;
    }
    names_set(arena, &(*map)->index, key.text, (uint32_t)(*map)->len);
    *list_add(arena, *map) = (struct map_entry){key, value};
}

struct string_map *string_map_copy(struct arena *arena, const struct string_map *map)
{
    if (!map)
        return NULL;
    struct string_map *copy = arena_new(arena, struct string_map);
    for (size_t i = 0; i < map->len; i++)
        string_map_set(arena, &copy, map->at[i].key, map->at[i].value);
    return copy;
}

void command_list_recognise(struct command_list *list)
{
    static const struct slice shells[][3] = {{S_INIT("/bin/sh"), S_INIT("-c")},
                                             {S_INIT("cmd"), S_INIT("/S"), S_INIT("/C")}};
    list->form = list->words.set ? FORM_EXEC : FORM_NONE;
    list->shell_words = 0;
    for (size_t i = 0; list->words.len >= 3 && i < sizeof shells / sizeof *shells; i++) {
        uint32_t n = shells[i][2].at ? 3 : 2, same = 0;
        if (list->words.len != n + 1)
            continue;
        while (same < n && slice_equal(list->words.at[same].text, shells[i][same]))
            same++;
        if (same == n) {
            list->form = FORM_SHELL;
            list->shell_words = n;
        }
    }
}
