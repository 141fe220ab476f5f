/* A list of names with values, in the order in which they were first met. */
#include "sim/image/scope.h"

struct scope_value *scope_find(const struct scope *scope, struct slice name)
{
    uint32_t at = scope->len ? names_get(&scope->index, name) : NAMES_NONE;
    return at == NAMES_NONE ? NULL : scope->at + at;
}

struct scope_value *scope_entry(struct arena *arena, struct scope *scope, struct slice name)
{
    struct scope_value *old = scope_find(scope, name);
    if (old)
        return old;
    names_set(arena, &scope->index, name, (uint32_t)scope->len);
    struct scope_value *entry = list_add(arena, scope);
    *entry = (struct scope_value){.name = name};
    return entry;
}

struct scope *scope_copy(struct arena *arena, const struct scope *scope)
{
    struct scope *copy = arena_new(arena, struct scope);
    copy->index = names_copy(arena, &scope->index);
    copy->len = copy->cap = scope->len;
    copy->at = arena_array(arena, struct scope_value, scope->len);
    if (scope->len)
        memcpy(copy->at, scope->at, scope->len * sizeof *copy->at);
    return copy;
}
