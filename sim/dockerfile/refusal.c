/* What BuildKit refuses: a row a keyword says in which order arguments are counted and flags looked
 * at, which flags there are, and what is special. A read instruction goes in; it is found good and
 * completed, or BuildKit's refusal comes out.
 *
 * Models BuildKit's package instructions. */
#include "sim/dockerfile/refusal.h"

#include "sim/dockerfile/heredoc.h"
#include "sim/dockerfile/mount.h"
#include "sim/ground/names.h"
#include "sim/ground/near.h"
#include "sim/ground/number.h"
#include "sim/ground/quote.h"
#include "sim/ground/utf8.h"

enum flag_kind { FLAG_TEXT, FLAG_BOOL, FLAG_TEXTS };

struct flag_row {
    struct slice name;
    enum flag_kind kind;
};

/* The flags of each keyword that has any, in the order in which a hint looks at them. */
static const struct flag_row add_flags[] = {
    {S_INIT("checksum"), FLAG_TEXT}, {S_INIT("chmod"), FLAG_TEXT},
    {S_INIT("chown"), FLAG_TEXT},    {S_INIT("keep-git-dir"), FLAG_BOOL},
    {S_INIT("link"), FLAG_BOOL},     {S_INIT("unpack"), FLAG_BOOL},
};
static const struct flag_row copy_flags[] = {
    {S_INIT("chmod"), FLAG_TEXT},
    {S_INIT("chown"), FLAG_TEXT},
    {S_INIT("from"), FLAG_TEXT},
    {S_INIT("link"), FLAG_BOOL},
};
static const struct flag_row from_flags[] = {
    {S_INIT("platform"), FLAG_TEXT},
};
static const struct flag_row health_flags[] = {
    {S_INIT("interval"), FLAG_TEXT},       {S_INIT("retries"), FLAG_TEXT},
    {S_INIT("start-interval"), FLAG_TEXT}, {S_INIT("start-period"), FLAG_TEXT},
    {S_INIT("timeout"), FLAG_TEXT},
};
static const struct flag_row run_flags[] = {
    {S_INIT("mount"), FLAG_TEXTS},
    {S_INIT("network"), FLAG_TEXT},
};

enum { FLAGS_MAX = sizeof add_flags / sizeof *add_flags };

/* How many arguments there have to be. */
enum argument_count { COUNT_ANY, COUNT_ONE, COUNT_SOME, COUNT_TWO };

/* In which order the checks come. */
enum check_order {
    COUNT_THEN_FLAGS,
    FLAGS_THEN_COUNT,
    COUNT_ONLY,     /* flags are not looked at */
    COUNT_THEN_OWN, /* the keyword's own check looks at the flags */
};

/* A check under way. */
struct check {
    struct arena *arena;
    struct instruction *instruction;
    const struct row *row;
    struct slice *message;
};

/* All that tells one keyword from another. */
struct row {
    enum argument_count count;
    enum check_order order;
    const struct flag_row *flags;
    size_t flags_len;
    bool (*own)(const struct check *check); /* what is special, after the rest; may be null */
};

/* ADD and COPY: the last word is the destination. */
static bool check_transfer(const struct check *check);
/* ARG =x is refused; ARG "" is a name. */
static bool check_arg(const struct check *check);
/* ENV and LABEL: no name may be empty before quotes go, so ENV ""=x passes. */
static bool check_env(const struct check *check);
/* FROM: first the number of words, then the name, then flags. */
static bool check_from(const struct check *check);
static bool check_health(const struct check *check);
static bool check_onbuild(const struct check *check);
static bool check_run(const struct check *check);
static bool check_shell(const struct check *check);
static bool check_volume(const struct check *check);

#define FLAGS(list) list, sizeof list / sizeof *list
#define NO_FLAGS    NULL, 0

static const struct row rows[KEYWORD_COUNT] = {
    [KEYWORD_ADD] = {COUNT_TWO, COUNT_THEN_FLAGS, FLAGS(add_flags), check_transfer},
    [KEYWORD_ARG] = {COUNT_SOME, COUNT_ONLY, NO_FLAGS, check_arg},
    [KEYWORD_CMD] = {COUNT_ANY, FLAGS_THEN_COUNT, NO_FLAGS, NULL},
    [KEYWORD_COPY] = {COUNT_TWO, COUNT_THEN_FLAGS, FLAGS(copy_flags), check_transfer},
    [KEYWORD_ENTRYPOINT] = {COUNT_ANY, FLAGS_THEN_COUNT, NO_FLAGS, NULL},
    [KEYWORD_ENV] = {COUNT_SOME, FLAGS_THEN_COUNT, NO_FLAGS, check_env},
    [KEYWORD_EXPOSE] = {COUNT_SOME, COUNT_THEN_FLAGS, NO_FLAGS, NULL},
    [KEYWORD_FROM] = {COUNT_ANY, COUNT_THEN_OWN, FLAGS(from_flags), check_from},
    [KEYWORD_HEALTHCHECK] = {COUNT_SOME, COUNT_THEN_OWN, FLAGS(health_flags), check_health},
    [KEYWORD_LABEL] = {COUNT_SOME, FLAGS_THEN_COUNT, NO_FLAGS, check_env},
    [KEYWORD_MAINTAINER] = {COUNT_ONE, COUNT_THEN_FLAGS, NO_FLAGS, NULL},
    [KEYWORD_ONBUILD] = {COUNT_SOME, COUNT_THEN_FLAGS, NO_FLAGS, check_onbuild},
    [KEYWORD_RUN] = {COUNT_ANY, FLAGS_THEN_COUNT, FLAGS(run_flags), check_run},
    [KEYWORD_SHELL] = {COUNT_SOME, FLAGS_THEN_COUNT, NO_FLAGS, check_shell},
    [KEYWORD_STOPSIGNAL] = {COUNT_ONE, COUNT_ONLY, NO_FLAGS, NULL},
    [KEYWORD_USER] = {COUNT_ONE, COUNT_THEN_FLAGS, NO_FLAGS, NULL},
    [KEYWORD_VOLUME] = {COUNT_SOME, COUNT_THEN_FLAGS, NO_FLAGS, check_volume},
    [KEYWORD_WORKDIR] = {COUNT_ONE, COUNT_THEN_FLAGS, NO_FLAGS, NULL},
};

static bool refuse(const struct check *check, struct slice message)
{
    *check->message = message;
    return false;
}

/* " (did you mean X?)", or nothing. */
static struct slice hint(struct arena *arena, struct slice nearest)
{
    return nearest.len ? TEXT(arena, S(" (did you mean "), nearest, S("?)")) : nearest;
}

/* The hint for an unknown instruction: in the letter case of what was written, where that has one;
 * a bad byte is neither upper nor lower. */
static struct slice keyword_hint(struct arena *arena, struct slice written)
{
    struct slice names[KEYWORD_COUNT - 1];
    for (size_t i = 0; i + 1 < KEYWORD_COUNT; i++)
        names[i] = keyword_name((enum keyword)(i + 1));
    struct slice near = nearest(written, names, KEYWORD_COUNT - 1, true);
    bool upper = utf8_valid(written) && !slice_equal(utf8_lower(arena, written), written) &&
                 slice_equal(utf8_upper(arena, written), written);
    return hint(arena, upper ? near : utf8_lower(arena, near));
}

/* Names of flags are compared to the letter. */
static const struct flag_row *find_flag(const struct row *row, struct slice name)
{
    for (size_t i = 0; i < row->flags_len; i++)
        if (slice_equal(row->flags[i].name, name))
            return row->flags + i;
    return NULL;
}

static bool refuse_flag(const struct check *check, const char *why, struct slice name,
                        struct slice more)
{
    return refuse(check, TEXT(check->arena, slice_of(why), name, more));
}

/* The hint of a flag minds letter case, other than that of a keyword. */
static bool unknown_flag(const struct check *check, struct slice name)
{
    struct slice names[FLAGS_MAX];
    for (size_t i = 0; i < check->row->flags_len; i++)
        names[i] = check->row->flags[i].name;
    struct slice near = nearest(name, names, check->row->flags_len, false);
    return refuse_flag(check, "unknown flag: --", name, hint(check->arena, near));
}

/* A switch may stand alone, or say true or false in any letter case; `=` needs a value. */
static bool check_bool_flag(const struct check *check, const struct flag *flag)
{
    struct slice name = flag->name.text;
    if (flag->has_value && flag->value.text.len == 0)
        return refuse_flag(check, "missing a value on flag: --", name, S(""));
    struct slice value = utf8_lower(check->arena, flag->value.text);
    if (value.len && !slice_equal(value, S("true")) && !slice_equal(value, S("false")))
        return refuse_flag(check, "expecting boolean value for flag --", name,
                           TEXT(check->arena, S(", not: "), flag->value.text));
    return true;
}

/* Flags in the order written: known, once unless they may repeat, with a value where one is due. */
static bool check_flags(const struct check *check)
{
    const struct flag_list *flags = &check->instruction->flags;
    bool seen[FLAGS_MAX] = {false};
    for (size_t i = 0; i < flags->len; i++) {
        const struct flag *flag = flags->at + i;
        const struct flag_row *row = find_flag(check->row, flag->name.text);
        if (!row)
            return unknown_flag(check, flag->name.text);
        bool *again = &seen[row - check->row->flags];
        if (*again && row->kind != FLAG_TEXTS)
            return refuse_flag(check, "duplicate flag specified: --", flag->name.text, S(""));
        *again = true;
        if (row->kind == FLAG_BOOL && !check_bool_flag(check, flag))
            return false;
        if (row->kind != FLAG_BOOL && !flag->has_value)
            return refuse_flag(check, "missing a value on flag: --", flag->name.text, S(""));
    }
    return true;
}

/* The number of arguments as BuildKit's parser hands them on. */
static size_t count_arguments(const struct instruction *instruction, enum operand_reading reading)
{
    switch (reading) {
    case READ_NAMES:
    case READ_PAIRS: return instruction->pairs.len;
    case READ_TEXT: return instruction->operand.text.len > 0;
    case READ_COMMAND:
        return instruction->exec_form ? instruction->words.len : instruction->operand.text.len > 0;
    default: return instruction->words.len;
    }
}

/* The messages name the keyword in upper case, however it is written. */
static bool check_count(const struct check *check)
{
    size_t n = count_arguments(check->instruction, keyword_reading(check->instruction->keyword));
    const char *why = NULL;
    switch (check->row->count) {
    case COUNT_ANY: break;
    case COUNT_ONE: why = n == 1 ? NULL : " requires exactly one argument"; break;
    case COUNT_SOME: why = n ? NULL : " requires at least one argument"; break;
    case COUNT_TWO:
        why = n >= 2 ? NULL
                     : " requires at least two arguments, but only one was provided. Destination "
                       "could not be determined";
        break;
    }
    return !why || refuse(check, TEXT(check->arena, keyword_name(check->instruction->keyword),
                                      slice_of(why)));
}

bool instruction_check(struct arena *arena, struct instruction *instruction, struct slice *message)
{
    const struct row *row = rows + instruction->keyword;
    const struct check check = {arena, instruction, row, message};
    if (instruction->keyword == KEYWORD_UNKNOWN)
        return refuse(&check, TEXT(arena, S("unknown instruction: "), instruction->name,
                                   keyword_hint(arena, instruction->name)));
    if (row->order == FLAGS_THEN_COUNT && instruction->flags.len && !check_flags(&check))
        return false;
    if (!check_count(&check))
        return false;
    if (row->order == COUNT_THEN_FLAGS && instruction->flags.len && !check_flags(&check))
        return false;
    return !row->own || row->own(&check);
}

static bool refuse_blank_name(const struct check *check)
{
    return refuse(check, TEXT(check->arena, keyword_name(check->instruction->keyword),
                              S(" names can not be blank")));
}

static bool check_arg(const struct check *check)
{
    const struct pair_list *pairs = &check->instruction->pairs;
    for (size_t i = 0; i < pairs->len; i++)
        if (pairs->at[i].has_value && pairs->at[i].name.text.len == 0)
            return refuse_blank_name(check);
    return true;
}

static bool check_env(const struct check *check)
{
    const struct pair_list *pairs = &check->instruction->pairs;
    for (size_t i = 0; i < pairs->len; i++)
        if (pairs->at[i].name.text.len == 0)
            return refuse_blank_name(check);
    return true;
}

/* Sorts the sources of ADD and COPY into paths, which stay, and heredocs, which take the bodies
 * read behind the line. */
static void part_sources(struct arena *arena, struct instruction *instruction)
{
    struct args *words = &instruction->words;
    struct heredoc_list read = instruction->heredocs, sources = {0};
    struct heredoc heredoc;
    struct slice error = {0};
    struct names bodies = {0}; /* where a name stands twice, the last counts */
    size_t kept = 0;
    for (size_t i = 0; i < read.len; i++)
        names_set(arena, &bodies, read.at[i].name, (uint32_t)i);
    for (size_t i = 0; i < words->len; i++) {
        if (!heredoc_word(arena, words->at[i].text, &heredoc, &error)) {
            words->at[kept++] = words->at[i];
            continue;
        }
        uint32_t body = names_get(&bodies, heredoc.name);
        heredoc.body.origin = words->at[i].origin;
        if (body != NAMES_NONE)
            heredoc.body = read.at[body].body;
        *list_add(arena, &sources) = heredoc;
    }
    words->len = kept;
    instruction->heredocs = sources;
}

/* Whether any word could be a heredoc. */
static bool has_mark(const struct args *words)
{
    for (size_t i = 0; i < words->len; i++)
        if (slice_has(words->at[i].text, '<'))
            return true;
    return false;
}

static bool check_transfer(const struct check *check)
{
    struct instruction *instruction = check->instruction;
    struct heredoc heredoc;
    struct slice error = {0};
    instruction->destination = instruction->words.at[--instruction->words.len];
    if (heredoc_word(check->arena, instruction->destination.text, &heredoc, &error))
        return refuse(check, TEXT(check->arena, keyword_name(check->instruction->keyword),
                                  S(" cannot accept a heredoc as a destination")));
    if (has_mark(&instruction->words))
        part_sources(check->arena, instruction);
    return true;
}

/* ^[a-z][a-z0-9-_.]*$ once it is in lower case. */
static bool is_stage_name(struct arena *arena, struct slice written)
{
    struct slice name = utf8_lower(arena, written);
    for (size_t i = 0; i < name.len; i++) {
        char c = name.at[i];
        bool letter = c >= 'a' && c <= 'z',
             other = (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
        if (!letter && (i == 0 || !other))
            return false;
    }
    return name.len > 0;
}

/* AS in any letter case. Go's folding takes the long s for an s. */
static bool is_as(struct slice word)
{
    return slice_equal_fold(word, S("as")) || slice_equal_fold(word, S("a\xC5\xBF"));
}

static bool check_from(const struct check *check)
{
    struct instruction *instruction = check->instruction;
    const struct args *words = &instruction->words;
    bool named = words->len == 3 && is_as(words->at[1].text);
    if (!named && words->len != 1)
        return refuse(check, S("FROM requires either one or three arguments"));
    if (named && !is_stage_name(check->arena, words->at[2].text))
        return refuse(check, TEXT(check->arena, S("invalid name for build stage: "),
                                  quoted_go(check->arena, words->at[2].text),
                                  S(", name can't start with a number or contain symbols")));
    if (named)
        instruction->stage_name = words->at[2];
    return instruction->flags.len == 0 || check_flags(check);
}

/* A duration of HEALTHCHECK: 0 where it is not given, else 0 or at least a millisecond. */
static bool check_duration(const struct check *check, struct slice name, int64_t *nanoseconds)
{
    const struct flag *flag = instruction_flag(check->instruction, name);
    *nanoseconds = 0;
    if (!flag || flag->value.text.len == 0)
        return true;
    if (!parse_duration(check->arena, flag->value.text, nanoseconds, check->message))
        return false;
    return *nanoseconds == 0 || *nanoseconds >= 1000000 ||
           refuse(check, TEXT(check->arena, S("Interval "), quoted_go(check->arena, name),
                              S(" cannot be less than 1ms")));
}

/* --retries: what fits 32 bits and is not negative. */
static bool check_retries(const struct check *check, int64_t *retries)
{
    const struct flag *flag = instruction_flag(check->instruction, S("retries"));
    *retries = 0;
    if (!flag || flag->value.text.len == 0)
        return true;
    enum number_error error = parse_int(flag->value.text, 10, 32, retries);
    if (error != NUMBER_OK)
        return refuse(check, number_message(check->arena, "ParseInt", flag->value.text, error));
    struct buffer number = {.arena = check->arena};
    if (*retries >= 0)
        return true;
    buffer_number(&number, *retries);
    return refuse(check, TEXT(check->arena, S("--retries cannot be negative ("),
                              buffer_slice(&number), S(")")));
}

/* CMD and what it runs: ["CMD", words…] or ["CMD-SHELL", text]. */
static bool check_health_command(const struct check *check, struct healthcheck *health)
{
    struct instruction *instruction = check->instruction;
    struct args *test = &health->test;
    if (instruction->words.len < 2)
        return refuse(check, S("Missing command after HEALTHCHECK CMD"));
    test->set = true;
    test->at = arena_array(check->arena, struct arg, instruction->words.len);
    test->len = test->cap = instruction->words.len;
    memcpy(test->at, instruction->words.at, test->len * sizeof *test->at);
    test->at[0].text = instruction->exec_form ? S("CMD") : S("CMD-SHELL");
    return check_duration(check, S("interval"), &health->interval) &&
           check_duration(check, S("timeout"), &health->timeout) &&
           check_duration(check, S("start-period"), &health->start_period) &&
           check_duration(check, S("start-interval"), &health->start_interval) &&
           check_retries(check, &health->retries);
}

/* HEALTHCHECK: NONE looks at no flags; any other type does before it is found unknown. */
static bool check_health(const struct check *check)
{
    struct arena *arena = check->arena;
    struct instruction *instruction = check->instruction;
    struct arg type = instruction->words.at[0];
    struct healthcheck *health = arena_new(arena, struct healthcheck);
    instruction->healthcheck = health;
    type.text = utf8_upper(arena, type.text);
    if (slice_equal(type.text, S("NONE"))) {
        args_add(arena, &health->test, type.text, type.origin);
        return instruction->words.len == 1 ||
               refuse(check, S("HEALTHCHECK NONE takes no arguments"));
    }
    if (!check_flags(check))
        return false;
    if (slice_equal(type.text, S("CMD")))
        return check_health_command(check, health);
    return refuse(check,
                  TEXT(arena, S("Unknown type "), quoted_go(arena, utf8_repair(arena, type.text)),
                       S(" in HEALTHCHECK (try CMD)")));
}

/* ONBUILD: three keywords may not be triggered; all else is checked when it is triggered. */
static bool check_onbuild(const struct check *check)
{
    struct slice name = check->instruction->words.at[0].text;
    struct slice upper = utf8_trim(utf8_upper(check->arena, name));
    if (slice_equal(upper, S("ONBUILD")))
        return refuse(check, S("Chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed"));
    if (slice_equal(upper, S("FROM")) || slice_equal(upper, S("MAINTAINER")))
        return refuse(check, TEXT(check->arena, upper, S(" isn't allowed as an ONBUILD trigger")));
    return true;
}

/* RUN: mounts before the network, whatever their order. */
static bool check_run(const struct check *check)
{
    const struct flag_list *flags = &check->instruction->flags;
    for (size_t i = 0; i < flags->len; i++)
        if (slice_equal(flags->at[i].name.text, S("mount")) &&
            !mount_check(check->arena, flags->at[i].value.text, check->message))
            return false;
    const struct flag *network = instruction_flag(check->instruction, S("network"));
    if (!network)
        return true;
    struct slice mode = network->value.text;
    return slice_equal(mode, S("default")) || slice_equal(mode, S("none")) ||
           slice_equal(mode, S("host")) ||
           refuse(check,
                  TEXT(check->arena, S("invalid network mode "), quoted_go(check->arena, mode)));
}

/* SHELL: an empty array was refused by the count already. */
static bool check_shell(const struct check *check)
{
    return check->instruction->exec_form ||
           refuse(check, S("SHELL requires the arguments to be in JSON form"));
}

/* VOLUME: paths lose their outer blanks, and one must not be blank. */
static bool check_volume(const struct check *check)
{
    struct args *words = &check->instruction->words;
    for (size_t i = 0; i < words->len; i++) {
        words->at[i].text = utf8_trim(words->at[i].text);
        if (words->at[i].text.len == 0)
            return refuse(check, S("VOLUME specified can not be an empty string"));
    }
    return true;
}
