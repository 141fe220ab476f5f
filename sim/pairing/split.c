/* Wanted run lines to a pair. See split.h.
 *
 * Every wish with words names the ENTRYPOINT it needs; the one that most wishes need is taken, the
 * first of several, and the others contradict it. Without such a wish ENTRYPOINT is the shortest
 * front of the default, one word at least, that makes every `never` impossible. */
#include "sim/pairing/split.h"

#include "sim/ground/names.h"

static bool has_front(const struct args *words, const struct args *front)
{
    struct args first = *words;
    if (words->len < front->len)
        return false;
    first.len = front->len;
    return args_equal(&first, front);
}

static bool has_end(const struct args *words, const struct args *end)
{
    if (words->len < end->len)
        return false;
    struct args last = {true, words->at + (words->len - end->len), end->len, 0};
    return args_equal(&last, end);
}

static bool wants_words(const struct wish *wish)
{
    return !wish->never && wish->words.len;
}

/* Fills what each wish with words needs; those that words cannot give are marked. */
static void find_needs(const struct wish *wishes, size_t len, struct split *split)
{
    for (size_t i = 0; i < len; i++) {
        struct wish_result *result = split->results + i;
        *result = (struct wish_result){.verdict = WISH_HOLDS};
        if (!wants_words(wishes + i))
            continue;
        if (!has_end(&wishes[i].argv, &wishes[i].words)) {
            result->verdict = WISH_NEEDS_OPTION;
            continue;
        }
        result->needed = wishes[i].argv;
        result->needed.len -= wishes[i].words.len;
    }
}

/* The index of the wish whose need most wishes share; len when no wish has one. */
static size_t most_needed(const struct wish *wishes, size_t len, const struct split *split)
{
    size_t best = len, best_votes = 0;
    for (size_t i = 0; i < len; i++) {
        size_t votes = 0;
        if (!wants_words(wishes + i) || split->results[i].verdict != WISH_HOLDS)
            continue;
        for (size_t j = 0; j < len; j++)
            if (wants_words(wishes + j) && split->results[j].verdict == WISH_HOLDS)
                votes += args_equal(&split->results[i].needed, &split->results[j].needed);
        if (votes > best_votes) {
            best = i;
            best_votes = votes;
        }
    }
    return best;
}

static const struct wish *default_wish(const struct wish *wishes, size_t len)
{
    for (size_t i = 0; i < len; i++)
        if (!wishes[i].never && !wishes[i].words.len)
            return wishes + i;
    return NULL;
}

/* Whether some words give that argv. ENTRYPOINT alone cannot be had where CMD stands behind it. */
static bool is_possible(const struct args *argv, const struct args *entrypoint, bool has_cmd)
{
    return has_front(argv, entrypoint) && (argv->len > entrypoint->len || !has_cmd);
}

/* How many words of argv ENTRYPOINT needs so that a `never` is out of reach; more than there are
 * where none are enough. */
static size_t guard_needed(const struct args *argv, const struct args *never)
{
    size_t same = 0;
    while (same < argv->len && same < never->len &&
           slice_equal(argv->at[same].text, never->at[same].text))
        same++;
    return same == never->len && same < argv->len ? same : same + 1;
}

/* No wish has words: the program, and as much more as guards against what must not be. Where
 * nothing guards, that wish is reported, and the pair stays simple. */
static struct args guarding_front(const struct wish *wishes, size_t len, const struct args *argv)
{
    struct args front = *argv;
    size_t needed = 1;
    for (size_t i = 0; i < len; i++) {
        size_t guard = wishes[i].never ? guard_needed(argv, &wishes[i].argv) : 0;
        needed = guard > needed ? guard : needed;
    }
    front.len = needed <= argv->len ? needed : argv->len > 0;
    return front;
}

/* What a wish is held against: the one that ENTRYPOINT is taken from; of two defaults the first. */
static size_t rival(const struct wish *wish, const struct split *split, size_t chosen, size_t alone)
{
    bool of_defaults = !wish->words.len && has_front(&wish->argv, &split->entrypoint);
    return of_defaults ? alone : chosen;
}

static void judge(const struct wish *wishes, size_t len, size_t chosen, size_t alone,
                  struct split *split)
{
    split->all_hold = true;
    for (size_t i = 0; i < len; i++) {
        struct wish_result *result = split->results + i;
        if (wishes[i].never) {
            if (is_possible(&wishes[i].argv, &split->entrypoint, split->cmd.len > 0))
                result->verdict = WISH_POSSIBLE;
        } else if (result->verdict == WISH_HOLDS) {
            bool holds = wishes[i].words.len
                             ? args_equal(&result->needed, &split->entrypoint)
                             : has_front(&wishes[i].argv, &split->entrypoint) &&
                                   wishes[i].argv.len == split->entrypoint.len + split->cmd.len &&
                                   has_end(&wishes[i].argv, &split->cmd);
            if (!holds) {
                result->verdict = WISH_CONTRADICTS;
                result->other = rival(wishes + i, split, chosen, alone);
            }
        }
        split->all_hold = split->all_hold && result->verdict == WISH_HOLDS;
    }
}

/* Marks the words of CMD that a caller leaves out, as a wish with words shows. */
static void mark_what_gives_way(struct arena *arena, const struct wish *wish,
                                const struct args *cmd, enum split_why *why)
{
    struct names typed = {0};
    for (size_t i = 0; i < wish->words.len; i++)
        names_set(arena, &typed, wish->words.at[i].text, 1);
    for (size_t i = 0; i < cmd->len; i++)
        if (names_get(&typed, cmd->at[i].text) == NAMES_NONE)
            why[i] = SPLIT_GIVES_WAY;
}

static void explain(struct arena *arena, const struct wish *wishes, size_t len, bool needed,
                    struct split *split)
{
    size_t front = split->entrypoint.len;
    split->why = arena_array(arena, enum split_why, front + split->cmd.len);
    for (size_t i = 0; i < front; i++)
        split->why[i] = needed ? SPLIT_IN_EVERY : i == 0 ? SPLIT_PROGRAM : SPLIT_GUARDS;
    for (size_t i = 0; i < split->cmd.len; i++)
        split->why[front + i] = SPLIT_DEFAULT;
    for (size_t i = 0; i < len; i++)
        if (wants_words(wishes + i))
            mark_what_gives_way(arena, wishes + i, &split->cmd, split->why + front);
}

void split_find(struct arena *arena, const struct wish *wishes, size_t len, struct split *split)
{
    *split = (struct split){.results = arena_array(arena, struct wish_result, len)};
    find_needs(wishes, len, split);
    size_t chosen = most_needed(wishes, len, split);
    const struct wish *alone = default_wish(wishes, len);
    if (chosen < len)
        split->entrypoint = split->results[chosen].needed;
    else if (alone)
        split->entrypoint = guarding_front(wishes, len, &alone->argv);
    split->entrypoint.set = split->entrypoint.len > 0;
    if (alone && has_front(&alone->argv, &split->entrypoint)) {
        split->cmd = alone->argv;
        split->cmd.at += split->entrypoint.len;
        split->cmd.len -= split->entrypoint.len;
        split->cmd.set = split->cmd.len > 0;
    }
    size_t first = alone ? (size_t)(alone - wishes) : 0;
    judge(wishes, len, chosen < len ? chosen : first, first, split);
    explain(arena, wishes, len, chosen < len, split);
}
