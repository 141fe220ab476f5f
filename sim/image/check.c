/* Lint. Instructions and what the build met in; warnings out.
 *
 * Models frontend/dockerfile/linter and the checks of instructions/parse.go and
 * dockerfile2llb/validations.go. */
#include "sim/image/check.h"

#include "sim/ground/names.h"
#include "sim/ground/near.h"
#include "sim/ground/number.h"
#include "sim/ground/quote.h"
#include "sim/ground/utf8.h"

/* Rules that are off unless asked for; `skip` does not touch them. */
static const uint32_t experimental =
    1u << RULE_CopyIgnoredFile | 1u << RULE_InvalidDefinitionDescription;

_Static_assert(RULE_WorkdirRelativePath < 32, "the rules of BuildKit fit a set of 32 bits");

/* The rules in a list like A,B; names that are no rule of BuildKit change nothing. */
static uint32_t rules_in(struct slice list)
{
    uint32_t set = 0;
    struct slice name;
    for (bool more = true; more;) {
        more = slice_cut(list, ',', &name, &list);
        enum rule rule = rule_of(utf8_trim(name));
        if (rule <= RULE_WorkdirRelativePath)
            set |= 1u << rule;
    }
    return set;
}

/* One KEY=VALUE. A later one of the same key replaces an earlier one, but for skip=all. */
static bool option_read(struct check *check, struct slice part, struct slice *message)
{
    struct slice key, value;
    bool has_value = slice_cut(part, '=', &key, &value);
    key = utf8_trim(key);
    value = utf8_trim(value);
    bool all = slice_equal(value, S("all"));
    if (has_value && slice_equal(key, S("skip"))) {
        check->skip_all = check->skip_all || all;
        if (!all)
            check->skipped = rules_in(value);
    } else if (has_value && slice_equal(key, S("experimental"))) {
        check->enabled = all ? experimental : rules_in(value);
    } else if (has_value && slice_equal(key, S("error"))) {
        enum number_error error = parse_bool(value, &check->fail);
        if (error != NUMBER_OK) {
            *message = TEXT(check->arena, S("failed to parse check options: "),
                            S("failed to parse check option "), quoted_go(check->arena, part),
                            S(": "), number_message(check->arena, "ParseBool", value, error));
            return false;
        }
    } else {
        *message = TEXT(check->arena, S("failed to parse check options: invalid check option "),
                        quoted_go(check->arena, has_value ? key : part));
        return false;
    }
    return true;
}

bool check_open(struct check *check, struct arena *arena, const struct dockerfile *file,
                bool wanted, struct slice *message)
{
    *check = (struct check){.arena = arena, .on = wanted, .hints_left = HINT_COMPARISONS};
    check->skipped = experimental;
    if (!file->has_check)
        return true;
    check->skipped = 0;
    struct slice text = utf8_trim(slice_first(file->check, slice_find(file->check, ' ')));
    bool more = text.len > 0;
    for (unsigned n = 1; more; n++) {
        struct slice part = text;
        more = n < 3 && slice_cut(text, ';', &part, &text);
        if (!option_read(check, part, message))
            return false;
    }
    if (check->skip_all)
        check->skipped = ~0u;
    check->skipped = (check->skipped & ~experimental) | (experimental & ~check->enabled);
    check->on = wanted || check->fail;
    return true;
}

void check_warn(struct check *check, enum rule rule, uint32_t line, struct slice message)
{
    if (!check_wants(check, rule))
        return;
    check->called |= 1u << rule;
    *list_add(check->arena, &check->warnings) =
        (struct warning){rule, line, utf8_repair(check->arena, message)};
}

struct slice check_hint(struct check *check, struct slice word, const struct slice *candidates,
                        size_t n)
{
    if (n > check->hints_left)
        return (struct slice){0};
    check->hints_left -= n;
    return nearest(word, candidates, n, false);
}

struct slice check_verdict(const struct check *check)
{
    if (!check->fail || !check->called)
        return (struct slice){0};
    struct buffer text = {.arena = check->arena};
    buffer_string(&text, "lint violation found for rules: ");
    const char *comma = "";
    for (uint32_t rule = 0; rule < 32; rule++)
        if (check->called >> rule & 1) {
            buffer_string(&text, comma);
            buffer_put(&text, rule_name((enum rule)rule));
            comma = ", ";
        }
    return buffer_slice(&text);
}

/* Letter case of a word as Go sees it. A word without letters is both, one with a bad byte none. */
struct letter_case {
    bool lower, upper;
};

static struct letter_case case_of(struct arena *arena, struct slice s)
{
    struct letter_case is = {true, true};
    for (size_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.at[i];
        if (c >= 0x80 && !utf8_valid(s))
            return (struct letter_case){false, false};
        if (c >= 0x80)
            return (struct letter_case){slice_equal(s, utf8_lower(arena, s)),
                                        slice_equal(s, utf8_upper(arena, s))};
        if (c >= 'A' && c <= 'Z')
            is.lower = false;
        if (c >= 'a' && c <= 'z')
            is.upper = false;
    }
    return is;
}

/* StageNameCasing and FromAsCasing look at the words as written, right or wrong. */
static void check_from(struct check *check, const struct instruction *from)
{
    struct arena *arena = check->arena;
    if (from->words.len < 3)
        return;
    struct slice as = from->words.at[1].text, name = from->words.at[2].text;
    if (from->words.len == 3 && !case_of(arena, name).lower)
        check_warn(check, RULE_StageNameCasing, from->first_line,
                   TEXT(arena, S("Stage name '"), name, S("' should be lowercase")));
    struct letter_case of_from = case_of(arena, from->name), of_as = case_of(arena, as);
    if (of_from.lower ? !of_as.lower : of_from.upper && !of_as.upper)
        check_warn(check, RULE_FromAsCasing, from->first_line,
                   TEXT(arena, S("'"), as, S("' and '"), from->name,
                        S("' keywords' casing do not match")));
}

/* The comment right above should begin with what it describes. */
static void check_description(struct check *check, const struct instruction *i)
{
    struct arena *arena = check->arena;
    struct slice word = slice_first(i->comment, slice_find(i->comment, ' ')), shown;
    if (!i->comment.len)
        return;
    if (i->keyword == KEYWORD_FROM) {
        shown = utf8_lower(arena, i->stage_name.text);
        if (!shown.len || slice_equal(shown, word))
            return;
    } else {
        for (size_t n = 0; n < i->pairs.len; n++)
            if (slice_equal(i->pairs.at[n].name.text, word))
                return;
        shown = i->pairs.len == 1 ? i->pairs.at[0].name.text : S("<arg_key>");
    }
    check_warn(check, RULE_InvalidDefinitionDescription, i->first_line,
               TEXT(arena, S("Comment for "), keyword_name(i->keyword),
                    S(" should follow the format: `# "), shown, S(" <description>`")));
}

/* The rules that BuildKit looks at while it reads instructions, up to the one that failed. */
static void check_pass(struct check *check, const struct dockerfile *file)
{
    size_t len = file->reached == REACHED_INSTRUCTION ? file->failed + 1 : file->len;
    bool describes = check_wants(check, RULE_InvalidDefinitionDescription);
    for (size_t n = 0; n < len; n++) {
        const struct instruction *i = file->instructions + n;
        bool failed = file->reached == REACHED_INSTRUCTION && n == file->failed;
        if (i->keyword == KEYWORD_MAINTAINER)
            check_warn(check, RULE_MaintainerDeprecated, i->first_line,
                       S("Maintainer instruction is deprecated in favor of using label"));
        if (i->keyword == KEYWORD_FROM)
            check_from(check, i);
        if (describes && !failed && (i->keyword == KEYWORD_FROM || i->keyword == KEYWORD_ARG))
            check_description(check, i);
    }
}

/* Reserved and repeated names of stages. */
static void check_names(struct check *check, const struct dockerfile *file)
{
    struct arena *arena = check->arena;
    struct names seen = {.at = NULL};
    for (size_t n = 0; n < file->len; n++) {
        const struct instruction *from = file->instructions + n;
        if (from->keyword != KEYWORD_FROM || !from->stage_name.text.len)
            continue;
        struct slice name = utf8_lower(arena, from->stage_name.text);
        if (slice_equal(name, S("scratch")) || slice_equal(name, S("context")))
            check_warn(check, RULE_ReservedStageName, from->first_line,
                       TEXT(arena, S("Stage name should not use the same name as reserved stage "),
                            quoted_go(arena, name)));
        if (names_get(&seen, name) != NAMES_NONE)
            check_warn(check, RULE_DuplicateStageName, from->first_line,
                       TEXT(arena, S("Duplicate stage name "), quoted_go(arena, name),
                            S(", stage names should be unique")));
        names_set(arena, &seen, name, 0);
    }
}

/* The majority decides, upper case when neither has it. ARGs before the first FROM do not vote. */
static void check_casing(struct check *check, const struct dockerfile *file)
{
    struct arena *arena = check->arena;
    size_t lower = 0, upper = 0, first = 0;
    while (first < file->len && file->instructions[first].keyword != KEYWORD_FROM)
        first++;
    for (size_t n = first; n < file->len; n++) {
        struct letter_case is = case_of(arena, file->instructions[n].name);
        lower += is.lower;
        upper += is.upper && !is.lower;
    }
    if (lower == 0 && upper == file->len - first)
        return;
    for (size_t n = first; n < file->len; n++) {
        const struct instruction *i = file->instructions + n;
        struct letter_case is = case_of(arena, i->name);
        if (lower > upper ? !is.lower : !is.upper)
            check_warn(check, RULE_ConsistentInstructionCasing, i->first_line,
                       TEXT(arena, S("Command '"), i->name,
                            S("' should match the case of the command majority ("),
                            lower > upper ? S("lowercase") : S("uppercase"), S(")")));
    }
}

void check_instructions(struct check *check, const struct dockerfile *file)
{
    if (!check->on || file->reached == REACHED_NOTHING)
        return;
    for (size_t i = 0; i < file->empty_continuations.len; i++)
        check_warn(check, RULE_NoEmptyContinuation, file->empty_continuations.at[i],
                   S("Empty continuation line"));
    check_pass(check, file);
    if (file->failure.stage != STAGE_NONE)
        return;
    check_names(check, file);
    check_casing(check, file);
}

/* Go's folding takes the Kelvin sign for a k and the long s for an s. */
static struct slice fold_signs(struct arena *arena, struct slice word)
{
    struct buffer text = {.arena = arena};
    while (word.len) {
        uint32_t rune = utf8_next(&word);
        utf8_put(&text, rune == 0x212A ? 'k' : rune == 0x17F ? 's' : rune);
    }
    return buffer_slice(&text);
}

/* Whether a word is one of a list, in any letter case. */
static bool is_one_of(struct slice word, const struct slice *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (word.len == list[i].len && slice_equal_fold(word, list[i]))
            return true;
    return false;
}

void check_secret(struct check *check, struct slice instruction, struct slice name, uint32_t line)
{
    static const struct slice secret[] = {
        S_INIT("apikey"), S_INIT("auth"),     S_INIT("credential"), S_INIT("credentials"),
        S_INIT("key"),    S_INIT("password"), S_INIT("pword"),      S_INIT("passwd"),
        S_INIT("secret"), S_INIT("token")};
    static const struct slice harmless[] = {S_INIT("public")};
    if (!check_wants(check, RULE_SecretsUsedInArgOrEnv))
        return;
    bool found = false;
    struct slice rest = name, word;
    for (bool more = true; more;) {
        more = slice_cut(rest, '_', &word, &rest);
        if (slice_has(word, '\xE2') || slice_has(word, '\xC5'))
            word = fold_signs(check->arena, word);
        if (is_one_of(word, harmless, 1))
            return;
        found = found || is_one_of(word, secret, sizeof secret / sizeof *secret);
    }
    if (found)
        check_warn(check, RULE_SecretsUsedInArgOrEnv, line,
                   TEXT(check->arena, S("Do not use ARG or ENV instructions for sensitive data ("),
                        instruction, S(" "), quoted_go(check->arena, name), S(")")));
}
